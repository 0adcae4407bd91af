//! A lexicon of news Arabic: which words the written forms are.
//!
//! A written form is proclitics, a stem and a suffix: `وسيعلنونها` is `و` + `س` + `ي` + `علن` + `ونها`. The
//! lexicon knows lexemes; [`inflect()`] makes the stems of each with what may stand around them, and
//! [`Lexicon::analyze`] finds every reading of a form. No vowels are known or needed: all is as papers
//! write it.
//!
//! ```
//! use arabic_lexicon::Lexicon;
//! let lexicon = Lexicon::built_in();
//! assert_eq!(lexicon.lemmas("للأطفال"), ["طفل"]);
//! ```

mod analysis;
mod compile;
pub mod entry;
mod families;
mod features;
mod group;
pub mod inflect;
mod layer;
pub mod letters;
mod lexeme;
mod lexicon;
mod proclitics;
mod respelling;
mod slip;
mod slot;
pub mod stem;
mod suffixes;
pub mod weight;

pub use analysis::Analysis;
pub use compile::BadLine;
pub use entry::{Class, Entry};
pub use features::Features;
pub use inflect::{Relation, inflect};
pub use lexeme::{Lexeme, LexemeId};
pub use lexicon::Lexicon;
