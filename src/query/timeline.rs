//! Timelines: how many articles match in each day, month or year.
//!
//! Knows days of publishing and counts, not texts.

use std::collections::BTreeMap;

use jiff::ToSpan;
use jiff::civil::Date;

use crate::corpus::dates::Period;
use crate::index::{Index, IndexError};

use super::search::Ranked;

/// How long a step of a timeline is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// A day.
    Day,
    /// A month.
    Month,
    /// A year.
    Year,
}

/// The articles of one step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bucket {
    /// Its days.
    pub period: Period,
    /// The articles that match.
    pub matching: u64,
    /// All articles of the index.
    pub all: u64,
}

/// Matching articles over time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timeline {
    /// One behind the other, from the first step that has a match to the last.
    pub buckets: Vec<Bucket>,
    /// Matching articles of which nobody knows when they were published.
    pub undated: u64,
}

impl Step {
    /// The step that holds `day`.
    #[must_use]
    pub fn of(self, day: Date) -> Period {
        let (first, last) = match self {
            Self::Day => (day, day),
            Self::Month => (day.first_of_month(), day.last_of_month()),
            Self::Year => (day.first_of_year(), day.last_of_year()),
        };
        Period { first, last }
    }
}

impl Bucket {
    /// Matching articles of every 10,000 of its days; `None` if there are none at all.
    #[must_use]
    #[allow(clippy::cast_precision_loss)] // counts of articles
    pub fn share(&self) -> Option<f64> {
        (self.all > 0).then(|| self.matching as f64 * 10_000.0 / self.all as f64)
    }
}

/// The matching articles of `ranked`, which must hold all of them, in steps.
///
/// # Errors
/// If the index cannot be read.
pub fn timeline(index: &Index, ranked: &Ranked, step: Step) -> Result<Timeline, IndexError> {
    let mut matching: BTreeMap<Date, u64> = BTreeMap::new();
    let mut undated = 0;
    let days = index.days()?;
    for found in &ranked.best {
        match days.of(found.address) {
            Some(day) => *matching.entry(step.of(day).first).or_insert(0) += 1,
            None => undated += 1,
        }
    }
    let mut all: BTreeMap<Date, u64> = BTreeMap::new();
    for day in days.all() {
        *all.entry(step.of(day).first).or_insert(0) += 1;
    }
    let mut buckets = Vec::new();
    let last = matching.keys().next_back().copied();
    let mut next = matching.keys().next().copied();
    while let Some(first) = next.filter(|first| last.is_some_and(|last| *first <= last)) {
        let period = step.of(first);
        buckets.push(Bucket {
            period,
            matching: matching.get(&first).copied().unwrap_or(0),
            all: all.get(&first).copied().unwrap_or(0),
        });
        next = period.last.checked_add(1.day()).ok();
    }
    Ok(Timeline { buckets, undated })
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn steps_hold_their_days() {
        let day = date(2020, 2, 9);
        for (step, expected) in [
            (Step::Day, "2020-02-09..2020-02-09"),
            (Step::Month, "2020-02-01..2020-02-29"),
            (Step::Year, "2020-01-01..2020-12-31"),
        ] {
            let Period { first, last } = step.of(day);
            assert_eq!(format!("{first}..{last}"), expected);
        }
    }
}
