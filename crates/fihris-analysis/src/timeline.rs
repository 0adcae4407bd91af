//! Timelines: how many articles match in each day, week, month or year.

use std::collections::BTreeMap;

use jiff::ToSpan;
use jiff::civil::Date;

use arabic_dates::Period;
use fihris_index::{ArticleAddress, IndexError, days};

use fihris_search::Matches;

/// The most steps that are listed each by itself, about 27 years of days; of more, which a few wrong dates are
/// enough for, those in a row without an article are merged.
pub const MAX_STEPS: u64 = 10_000;

/// How long a step of a timeline is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// A day.
    Day,
    /// A week of ISO 8601, from Monday on.
    Week,
    /// A month.
    Month,
    /// A year.
    Year,
}

/// How a timeline is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimelineOptions {
    /// How long a step is.
    pub step: Step,
}

/// The articles of one step, or of several that have none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bucket {
    /// Its days.
    pub period: Period,
    /// How many steps it is; more than one only of those without any article.
    pub steps: u64,
    /// The articles that match.
    pub matching: u64,
    /// All articles of the index.
    pub all: u64,
}

/// Matching articles over time.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Timeline {
    /// One after the other, from the first step that has a match to the last.
    pub buckets: Vec<Bucket>,
    /// Matching articles whose day of publishing is not known.
    pub undated: u64,
}

impl Step {
    /// The step that holds `day`.
    #[must_use]
    pub fn containing(self, day: Date) -> Period {
        let (first, last) = match self {
            Self::Day => (day, day),
            Self::Week => week(day),
            Self::Month => (day.first_of_month(), day.last_of_month()),
            Self::Year => (day.first_of_year(), day.last_of_year()),
        };
        Period { first, last }
    }

    /// How many steps it is from the one that holds `first` to the one that holds `last`, both counted.
    fn count(self, first: Date, last: Date) -> u64 {
        let number = |day: Date| match self {
            Self::Day => days::number(day),
            // The first of January 1970 was a Thursday.
            Self::Week => (days::number(day) + 3).div_euclid(7),
            Self::Month => i64::from(day.year()) * 12 + i64::from(day.month()),
            Self::Year => i64::from(day.year()),
        };
        u64::try_from(number(last) - number(first) + 1).unwrap_or(0)
    }
}

impl Timeline {
    /// Whether some steps in a row are merged.
    #[must_use]
    pub fn has_merged_buckets(&self) -> bool {
        self.buckets.iter().any(|bucket| bucket.steps > 1)
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

/// The days of the week of `day`, as far as there are such.
fn week(day: Date) -> (Date, Date) {
    let before = i64::from(day.weekday().to_monday_zero_offset());
    let first = day.checked_sub(before.days()).unwrap_or(day);
    let last = day.checked_add((6 - before).days()).unwrap_or(day);
    (first, last)
}

/// Counts the articles that match in each step of time.
///
/// Counted are articles, each in the step of its day of publishing; the base of a step's share is all articles
/// of the index that were published in it.
///
/// # Errors
/// If the index cannot be read.
pub fn timeline(matches: Matches, options: TimelineOptions) -> Result<Timeline, IndexError> {
    let mut one = timelines(&[matches], None, options)?;
    Ok(one.pop().unwrap_or_default())
}

/// Counts the articles of each of `series` in the same steps of time, from the first in which one has a match to the
/// last.
///
/// Counted are articles; the base of a step's share is the articles of `base` that were published in it, else all of
/// the index. Of a series only articles of the base should match.
///
/// # Errors
/// If the index cannot be read.
pub fn timelines(
    series: &[Matches],
    base: Option<&[ArticleAddress]>,
    options: TimelineOptions,
) -> Result<Vec<Timeline>, IndexError> {
    let TimelineOptions { step } = options;
    let Some(first) = series.first() else {
        return Ok(Vec::new());
    };
    let days = first.index.days()?;
    let mut counted = Vec::with_capacity(series.len());
    for matches in series {
        let (mut matching, mut undated) = (BTreeMap::new(), 0);
        for (day, articles) in days.count(matches.articles) {
            match day {
                Some(day) => *matching.entry(step.containing(day).first).or_insert(0) += articles,
                None => undated += articles,
            }
        }
        counted.push((matching, undated));
    }
    let all_days = match base {
        Some(base) => {
            let counts = days.count(base).into_iter();
            counts
                .filter_map(|(day, articles)| Some((day?, articles)))
                .collect()
        }
        None => days.count_all(),
    };
    let mut all: BTreeMap<Date, u64> = BTreeMap::new();
    for (day, articles) in all_days {
        *all.entry(step.containing(day).first).or_insert(0) += articles;
    }
    let steps = counted.iter().flat_map(|(matching, _)| matching.keys());
    let ends = steps
        .clone()
        .min()
        .zip(steps.max())
        .map(|(first, last)| (*first, *last));
    let timeline = |(matching, undated): &(BTreeMap<Date, u64>, u64)| Timeline {
        buckets: ends.map_or_else(Vec::new, |ends| buckets(matching, &all, ends, step)),
        undated: *undated,
    };
    Ok(counted.iter().map(timeline).collect())
}

/// The steps from `first` to `last`, by the first days of those with articles.
fn buckets(
    matching: &BTreeMap<Date, u64>,
    all: &BTreeMap<Date, u64>,
    (first, last): (Date, Date),
    step: Step,
) -> Vec<Bucket> {
    let is_long = step.count(first, last) > MAX_STEPS;
    let mut buckets: Vec<Bucket> = Vec::new();
    let mut next = first;
    for (&day, &all) in all.range(first..=last) {
        while next < day {
            let mut period = step.containing(next);
            if is_long {
                period.last = day.yesterday().unwrap_or(day);
            }
            buckets.push(Bucket {
                period,
                steps: step.count(period.first, period.last),
                matching: 0,
                all: 0,
            });
            next = period.last.tomorrow().unwrap_or(day);
        }
        let period = step.containing(day);
        buckets.push(Bucket {
            period,
            steps: 1,
            matching: matching.get(&day).copied().unwrap_or(0),
            all,
        });
        let Ok(behind) = period.last.tomorrow() else {
            break; // the last day of all
        };
        next = behind;
    }
    buckets
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
            (Step::Week, "2020-02-03..2020-02-09"),
            (Step::Month, "2020-02-01..2020-02-29"),
            (Step::Year, "2020-01-01..2020-12-31"),
        ] {
            let Period { first, last } = step.containing(day);
            assert_eq!(format!("{first}..{last}"), expected);
        }
    }
    #[test]
    fn steps_without_articles_are_one_in_a_long_timeline() {
        let counts = |days: &[Date]| days.iter().map(|day| (*day, 1)).collect::<BTreeMap<_, _>>();
        let shown = |first: Date, step: Step| {
            let days =
                [first, date(2020, 2, 9), date(9999, 12, 31)].map(|day| step.containing(day).first);
            let ends = (days[0], days[1]);
            let buckets = buckets(&counts(&days[..2]), &counts(&days), ends, step);
            let sum: u64 = buckets.iter().map(|bucket| bucket.steps).sum();
            assert_eq!(sum, step.count(first, date(2020, 2, 9)));
            (buckets.len(), buckets[1].steps)
        };
        assert_eq!(shown(date(1, 1, 1), Step::Day), (3, 737_462));
        assert_eq!(shown(date(1, 1, 1), Step::Week), (3, 105_350));
        assert_eq!(shown(date(1, 1, 1), Step::Month), (3, 24_228));
        assert_eq!(shown(date(1, 1, 1), Step::Year), (2020, 1));
        assert_eq!(shown(date(2000, 1, 1), Step::Day), (7345, 1));
        assert_eq!(shown(date(2020, 2, 7), Step::Day), (3, 1));
    }

    #[test]
    fn a_timeline_may_end_with_the_last_day_of_all() {
        let last = BTreeMap::from([(date(9999, 12, 31), 2)]);
        let ends = (date(9999, 12, 31), date(9999, 12, 31));
        assert_eq!(buckets(&last, &last, ends, Step::Day).len(), 1);
        assert_eq!(buckets(&last, &last, ends, Step::Week).len(), 1);
    }
}
