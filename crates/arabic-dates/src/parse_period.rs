//! Periods in figures, as options and queries have them: `2020`, `2020-11`, `2020-09-27..2020-11`.

use std::str::FromStr;

use thiserror::Error;

use super::hijri::YEARS_IN_FIGURES;
use super::partial_date::PartialDate;
use super::period::Period;
use arabic_text::months::Calendar;

/// A text that is no [`Period`].
///
/// ```
/// let error = "yesterday".parse::<arabic_dates::Period>().unwrap_err();
/// assert!(error.to_string().starts_with("\"yesterday\" is no date"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{0:?} is no date; dates are 2020, 2020-11, 2020-11-09, or two with .. between them")]
pub struct ParsePeriodError(String);

impl FromStr for Period {
    type Err = ParsePeriodError;

    /// ```
    /// use arabic_dates::Period;
    /// use jiff::civil::date;
    /// let autumn: Period = "2020-09-27..2020-11".parse()?;
    /// assert_eq!((autumn.first, autumn.last), (date(2020, 9, 27), date(2020, 11, 30)));
    /// let ramadan: Period = "1445/09".parse()?; // years from 1300 to 1500 are Hijri
    /// assert_eq!((ramadan.first, ramadan.last), (date(2024, 3, 11), date(2024, 4, 9)));
    /// # Ok::<(), arabic_dates::ParsePeriodError>(())
    /// ```
    fn from_str(text: &str) -> Result<Self, ParsePeriodError> {
        let (first, last) = text.split_once("..").unwrap_or((text, text));
        let period = single(first).zip(single(last)).map(|(first, last)| Self {
            first: first.first,
            last: last.last,
        });
        period
            .filter(|period| period.first <= period.last)
            .ok_or_else(|| ParsePeriodError(text.to_string()))
    }
}

/// A year, a month or a day in figures; Hijri in the years that are so in texts, too.
fn single(text: &str) -> Option<Period> {
    let separator = if text.contains('/') { '/' } else { '-' };
    let is_figures = |c: char| c.is_ascii_digit() || c == separator;
    if !text.chars().all(is_figures) || !matches!(text.len(), 4 | 7 | 10) {
        return None;
    }
    let mut numbers = text.split(separator);
    let year = numbers
        .next()
        .filter(|year| year.len() == 4)?
        .parse()
        .ok()?;
    let mut two_digits = || match numbers.next() {
        Some(number) if number.len() == 2 => number.parse().map(Some).map_err(|_| ()),
        Some(_) => Err(()),
        None => Ok(None),
    };
    let (month, day) = (two_digits().ok()?, two_digits().ok()?);
    let calendar = if YEARS_IN_FIGURES.contains(&year) {
        Calendar::Hijri
    } else {
        Calendar::Gregorian
    };
    PartialDate {
        day,
        month,
        ..PartialDate::new(calendar)
    }
    .in_year(year)
}
