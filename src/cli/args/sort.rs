//! The orders and groups of hits, as they are called on the command line.

use clap::ValueEnum;

use fihris_search::{GroupBy, SortOrder};

/// An order of hits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum SortName {
    /// The best first
    #[default]
    Score,
    /// The oldest first
    Date,
    /// The newest first
    #[value(name = "-date")]
    Newest,
    /// By who published them
    Source,
    /// By the paths of their files
    Path,
}

impl SortName {
    /// The order of this name.
    pub fn get(self) -> SortOrder {
        match self {
            Self::Score => SortOrder::Score,
            Self::Date => SortOrder::Oldest,
            Self::Newest => SortOrder::Newest,
            Self::Source => SortOrder::Source,
            Self::Path => SortOrder::Path,
        }
    }
}

/// What hits are counted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum GroupName {
    /// Who published them
    Source,
    /// The month of publishing
    Month,
    /// The year of publishing
    Year,
}

impl GroupName {
    /// What this name means.
    pub fn get(self) -> GroupBy {
        match self {
            Self::Source => GroupBy::Source,
            Self::Month => GroupBy::Month,
            Self::Year => GroupBy::Year,
        }
    }
}
