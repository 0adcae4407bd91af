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

pub mod compile;
pub mod entry;
pub mod inflect;
pub mod letters;
mod lexicon;
mod proclitics;
pub mod stem;
mod suffixes;

pub use entry::{Class, Entry};
pub use inflect::inflect;
pub use lexicon::{Analysis, Lexeme, LexemeId, Lexicon};
