//! Searching: a resolved query is run over the postings of an index.
//!
//! Each segment is scored in windows of document ids: every leaf fills an array of weighted term
//! frequencies, the tree combines arrays, the best are kept and looked at once more for the places of
//! their words. A set is scored as one term, which the engine's own queries cannot do. Knows postings
//! and positions, not why a word is in a set.

mod census;
mod closeness;
mod count;
mod cursor;
mod exact;
mod filter;
mod leaf;
mod leaf_part;
mod mentions;
mod merged;
mod part;
mod rank;
mod segment;
mod sequence;
mod slot;
mod terms;
mod top;
mod tree;
mod window;

pub use census::Census;
pub use count::{Occurrences, contributions, count};
pub use filter::Filter;
pub(super) use leaf::{TITLE_BONUS, idf};
pub(super) use part::Part;
pub use rank::{Found, Ranked, Wanted, search};
