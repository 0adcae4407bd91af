//! The day that a field of a record gives.
//!
//! Fields are written by programs: ISO 8601, RFC 2822, seconds since 1970; or as papers write dates. A missing
//! date is often written as the first or the last one there is (`0001-01-01`, `9999-12-31`), so years outside
//! of [`PUBLICATION_YEARS`] are rejected.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::fmt::rfc2822;
use jiff::tz::TimeZone;
use thiserror::Error;

use super::full_date::{PUBLICATION_YEARS, full_date};
use super::hijri;

/// The date of a field lies outside of [`PUBLICATION_YEARS`]: a placeholder or a mistake.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("the date {0} lies outside of the years 1000 to 2999 and is not used")]
pub struct DateFieldError(String);

impl DateFieldError {
    /// The date as it was written, without control characters, at most 40 characters of it.
    ///
    /// ```
    /// let error = arabic_dates::parse_date_field("0001-01-01").unwrap_err();
    /// assert_eq!(error.written(), "0001-01-01");
    /// ```
    #[must_use]
    pub fn written(&self) -> &str {
        &self.0
    }
}

/// The day that `value` gives, if it gives one. A year from 1300 to 1500 is Hijri, also in figures
/// (`1445-09-01`, `1445/09/01`).
///
/// # Errors
/// If its year is not one of [`PUBLICATION_YEARS`].
///
/// ```
/// use arabic_dates::parse_date_field;
/// use jiff::civil::date;
/// assert_eq!(parse_date_field("2024-03-11T08:00:00Z"), Ok(Some(date(2024, 3, 11))));
/// assert_eq!(parse_date_field("1445-09-01"), Ok(Some(date(2024, 3, 11))));
/// assert_eq!(parse_date_field("yesterday"), Ok(None));
/// assert!(parse_date_field("0001-01-01").is_err());
/// ```
pub fn parse_date_field(value: &str) -> Result<Option<Date>, DateFieldError> {
    let value = value.trim();
    if let Some(rest) = value.strip_prefix(['-', '−', '–'])
        && rest.starts_with(char::is_numeric)
    {
        return Err(refused(value));
    }
    let iso = iso(value);
    if let Some(iso) = iso.as_ref().filter(|iso| iso.is_refused()) {
        return Err(refused(iso.written));
    }
    let day = iso.and_then(|iso| iso.to_day());
    let day = day
        .or_else(|| by_programs(value))
        .or_else(|| by_papers(value));
    match day {
        Some(day) if !PUBLICATION_YEARS.contains(&day.year()) => Err(refused(value)),
        day => Ok(day),
    }
}

/// As much of `written` as is needed to find it again.
fn refused(written: &str) -> DateFieldError {
    const LONGEST: usize = 40;
    let shown = written.chars().take(LONGEST);
    DateFieldError(shown.filter(|c| !c.is_control()).collect())
}

/// What is written as an ISO date, whether there is such a day or not.
struct Iso<'a> {
    written: &'a str,
    year: u32,
    month: i8,
    day: i8,
}

impl Iso<'_> {
    /// Whether its year is none of [`PUBLICATION_YEARS`]. Zeros for month and day count as a placeholder.
    fn is_refused(&self) -> bool {
        let is_recent =
            i16::try_from(self.year).is_ok_and(|year| PUBLICATION_YEARS.contains(&year));
        !is_recent && self.month <= 12 && self.day <= 31
    }

    fn to_day(&self) -> Option<Date> {
        let year = i16::try_from(self.year).ok()?;
        if hijri::YEARS_IN_FIGURES.contains(&year) {
            hijri::day(year, self.month, self.day)
        } else {
            Date::new(year, self.month, self.day).ok()
        }
    }
}

/// The ISO date that opens `value`, with or without hyphens.
fn iso(value: &str) -> Option<Iso<'_>> {
    let bare = value.strip_prefix('+').unwrap_or(value);
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let count = digits(bare);
    let (year, month, day, end) = if count == 8 && bare.len() == 8 {
        (&bare[..4], &bare[4..6], &bare[6..], 8)
    } else {
        let rest = bare[count..].strip_prefix('-')?;
        let day = rest.get(2..)?.strip_prefix('-')?;
        if !(4..=6).contains(&count) || digits(rest) != 2 || digits(day) != 2 {
            return None;
        }
        (&bare[..count], &rest[..2], &day[..2], count + 6)
    };
    Some(Iso {
        written: &value[..value.len() - bare.len() + end],
        year: year.parse().ok()?,
        month: month.parse().ok()?,
        day: day.parse().ok()?,
    })
}

/// A date in no form that people write.
fn by_programs(value: &str) -> Option<Date> {
    let is_digits = value.bytes().all(|b| b.is_ascii_digit());
    if is_digits && (9..=13).contains(&value.len()) {
        let number: i64 = value.parse().ok()?;
        let seconds = if value.len() > 10 {
            number / 1000
        } else {
            number
        };
        let time = Timestamp::from_second(seconds).ok()?;
        return Some(time.to_zoned(TimeZone::UTC).date());
    }
    rfc2822::parse(value).map(|time| time.date()).ok()
}

/// A date in the words or figures of papers.
fn by_papers(value: &str) -> Option<Date> {
    full_date(value, 0).map(|(date, _)| date)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn fields_are_read_in_all_their_forms() {
        for (value, expected) in [
            ("2015-07-21", Some(date(2015, 7, 21))),
            ("2015-07-21 02:56:04", Some(date(2015, 7, 21))),
            ("2015-07-21T02:56:04+03:00", Some(date(2015, 7, 21))),
            ("+002015-07-21", Some(date(2015, 7, 21))),
            ("20150721", Some(date(2015, 7, 21))),
            ("Tue, 21 Jul 2015 02:56:04 +0300", Some(date(2015, 7, 21))),
            ("21/7/2015", Some(date(2015, 7, 21))),
            ("1437446164", Some(date(2015, 7, 21))),
            ("1437446164000", Some(date(2015, 7, 21))),
            (" ٢١ يوليو/تموز ٢٠١٥ ", Some(date(2015, 7, 21))),
            (
                "5 شوال 1436هـ الموافق 21 يوليو 2015",
                Some(date(2015, 7, 21)),
            ),
            ("July 21, 2015", Some(date(2015, 7, 21))),
            ("يوليو 2015", None),
            ("9 تشرين الأول/نوفمبر 2020", None),
            ("اليوم الثلاثاء", None),
            ("2015", None),
            ("2015-07-211", None),
            ("2015-02-30", None),
            ("", None),
        ] {
            assert_eq!(parse_date_field(value), Ok(expected), "{value}");
        }
    }

    #[test]
    fn years_that_must_be_hijri_are() {
        for (value, expected) in [
            ("1445-09-01", Some(date(2024, 3, 11))),
            ("1445/09/01", Some(date(2024, 3, 11))),
            ("1/9/1445", Some(date(2024, 3, 11))),
            ("1445-09-01T10:00:00+03:00", Some(date(2024, 3, 11))),
            ("14450901", Some(date(2024, 3, 11))),
            ("١٤٤٥-٠٩-٠١", Some(date(2024, 3, 11))),
            ("1445-09-30", Some(date(2024, 4, 9))),
            ("1300-01-01", Some(date(1882, 11, 12))),
            ("1500-12-29", Some(date(2077, 11, 15))),
            ("1445-09-31", None),
            ("1299-12-29", Some(date(1299, 12, 29))),
            ("1501-01-01", Some(date(1501, 1, 1))),
        ] {
            assert_eq!(parse_date_field(value), Ok(expected), "{value}");
        }
    }

    #[test]
    fn what_is_no_day_of_publishing_is_refused_by_its_name() {
        for (value, name) in [
            ("0001-01-01", "0001-01-01"),
            ("0001-01-01T00:00:00", "0001-01-01"),
            ("00010101", "00010101"),
            ("9999-12-31 23:59:59", "9999-12-31"),
            ("0000-00-00", "0000-00-00"),
            ("-2000-01-01", "-2000-01-01"),
            ("-002000-01-01", "-002000-01-01"),
            ("-٢٠٠٠-٠١-٠١", "-٢٠٠٠-٠١-٠١"),
            ("-62135596800", "-62135596800"),
            ("+012000-01-01", "+012000-01-01"),
            ("0999-12-31", "0999-12-31"),
            ("3000-01-01", "3000-01-01"),
            (
                "Mon, 01 Jan 0001 00:00:00 +0000",
                "Mon, 01 Jan 0001 00:00:00 +0000",
            ),
        ] {
            assert_eq!(
                parse_date_field(value),
                Err(DateFieldError(name.into())),
                "{value}"
            );
        }
        for value in ["1000-01-01", "2999-12-31"] {
            assert!(
                parse_date_field(value).is_ok_and(|day| day.is_some()),
                "{value}"
            );
        }
    }
}
