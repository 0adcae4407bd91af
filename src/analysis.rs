//! Analyses: what [`Matches`](crate::Matches) can be asked for, and the tables that come back.

#[doc(inline)]
pub use fihris_analysis::collocates::{Collocate, CollocateOptions, CollocateOrder, Collocates};
#[doc(inline)]
pub use fihris_analysis::concordance::{
    Concordance, ConcordanceLine, ConcordanceOptions, ConcordanceOrder,
};
#[doc(inline)]
pub use fihris_analysis::spellings::{Cell, SpellingDistribution};
#[doc(inline)]
pub use fihris_analysis::terms::{Term, TermOptions, TermOrder, Terms, WordOptions};
#[doc(inline)]
pub use fihris_analysis::timeline::{Bucket, Step, Timeline, TimelineOptions};
#[doc(inline)]
pub use fihris_corpus::ZoneSet;
#[doc(inline)]
pub use fihris_search::{Frequency, Occurrences, Sides};
