//! What a query is read by besides its own words.

use arabic_dates::Period;
use jiff::civil::Date;

/// What is known beside a query.
///
/// ```
/// use fihris_query::parse::{ParseOptions, read};
/// use jiff::civil::date;
/// let fields = ["author".to_string()];
/// let options = ParseOptions { fields: &fields, today: Some(date(2023, 9, 19)) };
/// assert!(read("author:بولس date:أمس", options).is_ok());
/// assert!(read("author:بولس date:أمس", ParseOptions::default()).is_err());
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ParseOptions<'a> {
    /// The names of fields of the input.
    pub fields: &'a [String],
    /// The day that `date:أمس` is counted from; without it such a date is none.
    pub today: Option<Date>,
}

impl<'a> ParseOptions<'a> {
    /// With these fields, and no day to count from.
    #[must_use]
    pub fn with_fields(fields: &'a [String]) -> Self {
        Self {
            fields,
            today: None,
        }
    }

    /// The period in `text`.
    pub(super) fn period(self, text: &str) -> Option<Period> {
        let read = match self.today {
            Some(today) => Period::typed(text, today),
            None => text.parse(),
        };
        read.ok()
    }
}
