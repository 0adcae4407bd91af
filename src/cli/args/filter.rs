//! Which articles a search keeps to: the options that say so.

use crate::support::clock::today;
use arabic_dates::{ParsePeriodError, Period};
use fihris_corpus::FileName;
use fihris_search::Filter;

/// The options for days of publishing.
#[derive(Debug, clap::Args)]
pub struct FilterArgs {
    /// Only articles published on this day or later; 2020-11 means from its first day, 7d from seven days ago; also
    /// yesterday, 'last month' or 'قبل يومين'
    #[arg(long, value_name = "DATE", value_parser = typed)]
    since: Option<Period>,
    /// Only articles published on this day or earlier; 2020-11 means to its last day
    #[arg(long, value_name = "DATE", value_parser = typed)]
    until: Option<Period>,
    /// Only articles published on this day, or in this month or year
    #[arg(long, value_name = "DATE", value_parser = typed, conflicts_with_all = ["since", "until"])]
    on: Option<Period>,
}

impl FilterArgs {
    /// The filter for articles in the files and folders `within`.
    pub fn filter(&self, within: Vec<FileName>) -> Filter {
        Filter {
            within,
            since: self.since.or(self.on).map(|period| period.first),
            until: self.until.or(self.on).map(|period| period.last),
        }
    }
}

/// The period that was typed, next to today.
fn typed(text: &str) -> Result<Period, ParsePeriodError> {
    Period::typed(text, today())
}
