//! Searching: an expanded query becomes hits with highlights and reasons.
//!
//! Each segment is scored in windows of document ids: every clause fills an array of weighted term
//! frequencies, the tree combines arrays, the best are kept and looked at once more for the places of
//! their words. A set is scored as one term, which the engine's own queries cannot do. [`highlight`] finds the
//! members of each set in an article's own text and says by which rule each one matches.

mod bm25;
mod clause;
mod clause_part;
mod count;
mod cursor;
mod exact;
mod field_part;
mod filter;
mod form_occurrences;
mod groups;
mod match_set;
mod matches;
mod mentions;
mod near;
mod near_places;
mod near_sides;
mod neighbours;
mod occurrence_reader;
mod position_union;
mod posting_union;
mod proximity;
mod rank;
mod scan;
mod segment;
mod sequence;
mod term_counts;
mod term_dictionary;
mod term_postings;
mod term_ranges;
mod top_k;
mod tree;
mod window;
mod zone_filter;

pub mod explain;
pub mod highlight;
mod hit;
pub mod score_explanation;
mod snippet;
mod sort;

pub use count::{Occurrences, clause_scores, count};
pub use filter::Filter;
pub use form_occurrences::{Form, fold_forms};
pub use groups::{Group, GroupBy, group};
pub use highlight::{Highlight, Highlighter};
pub use hit::Hit;
pub use match_set::MatchSet;
pub use matches::{MatchedArticle, Matches};
pub use neighbours::{Neighbours, Sides};
pub use rank::{ScoredDoc, SearchOptions, SearchResults, search};
pub use score_explanation::{ScoreExplanation, explain_score};
pub use snippet::Snippet;
pub use sort::SortOrder;
pub use term_counts::{Frequency, TermCounts};
