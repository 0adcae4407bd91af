//! Periods as options and queries have them: `2020`, `2020-11`, `2020-09-27..2020-11`, `أمس`.

use std::str::FromStr;

use jiff::civil::Date;
use thiserror::Error;

use super::period::Period;
use super::typed;

/// A text that is no [`Period`].
///
/// ```
/// let error = "whenever".parse::<arabic_dates::Period>().unwrap_err();
/// assert!(error.to_string().starts_with("\"whenever\" is no date"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error(
    "{0:?} is no date; dates are 2020, 2020-11, 2020-11-09, أغسطس 2015, or two with .. between them, yesterday, last week, 7d, أمس or قبل يومين"
)]
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
        typed::read(text, None).ok_or_else(|| ParsePeriodError(text.to_string()))
    }
}

impl Period {
    /// The period that was typed on the day `today`: in figures, as texts write dates, or counted from that day.
    ///
    /// # Errors
    /// If `text` is no date.
    ///
    /// ```
    /// use arabic_dates::Period;
    /// use jiff::civil::date;
    /// let today = date(2023, 9, 19);
    /// assert_eq!(Period::typed("قبل يومين", today)?, Period::day(date(2023, 9, 17)));
    /// assert_eq!(Period::typed("last month", today)?, Period::typed("٢٠٢٣-٨", today)?);
    /// # Ok::<(), arabic_dates::ParsePeriodError>(())
    /// ```
    pub fn typed(text: &str, today: Date) -> Result<Self, ParsePeriodError> {
        typed::read(text, Some(today)).ok_or_else(|| ParsePeriodError(text.to_string()))
    }
}
