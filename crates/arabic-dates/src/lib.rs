//! Dates as Arabic newspapers write them, and the day an article was published.
//!
//! [`mentions()`] reads days, months, years and ranges: months in all their names, alone or in pairs
//! (`سبتمبر/أيلول`), both calendars, digits of all kinds, and days counted from that of the article.
//!
//! ```
//! use arabic_dates::mentions;
//! use jiff::civil::date;
//!
//! let text = "انتهت الحرب في ١٠ نوفمبر/تشرين الثاني ٢٠٢٠، وعاد أمس وفد إلى باكو";
//! let published = date(2021, 3, 12);
//!
//! let found = mentions(text, Some(published));
//! assert_eq!(&text[found[0].range.clone()], "١٠ نوفمبر/تشرين الثاني ٢٠٢٠");
//! assert_eq!(found[0].readings[0].first, date(2020, 11, 10));
//! assert_eq!(&text[found[1].range.clone()], "أمس");
//! assert_eq!(found[1].readings[0].first, date(2021, 3, 11));
//! ```
//!
//! [`publication_date()`] finds the day of an article in its text; [`parse_date_field`] reads the date field of
//! a record; a [`Period`] parses from figures (`2020-09..2020-11`).
//!
//! # What is read and what is not
//!
//! Where the writing contradicts itself (`9 تشرين الأول/نوفمبر`, October or November) a mention has both
//! readings. Precision comes before recall: a number is a year only where something says so, a day of the
//! month that does not exist is no date, and what depends on the day of the article is left out where that
//! is not known.
//!
//! Hijri days are those of Umm al-Qura. A year from 1300 to 1500 is Hijri where nothing else is said. Of a
//! list of days or years, 40 are read.
//!
//! A week begins on Sunday, as where most Arab papers appear; `الأسبوع الأول من حزيران` is its first seven days.
//!
//! What a sentence says will be lies ahead: `ستعقد الأحد` is the next Sunday, `عقدت الأحد` the last one. `اليوم` alone is the day
//! of the article behind or after a verb of what happens on a day, else "the day" or "nowadays".
//!
//! Not read: times, centuries, winters, feasts, what is rough (`قبل نحو عامين`), and what counts from another
//! date than the article's (`في اليوم التالي`, `من العام نفسه`).
//!
//! # Features
//!
//! * `serde` (off by default): `Serialize` and `Deserialize` for data types.

// The stages of a text: `lex` splits it into runs of the words dates are made of (`vocabulary`,
// `token_run`); `single_date`, `year` and `numeric` read single dates, `date_range` ranges and pairs,
// `relative`, `qualifier`, `ago`, `lately`,
// `weekday_range` and `day_of_month` days counted from the article's, for which `sentence` tells whether they lie ahead; `span`, `partial_date` and `hijri` find the days.

mod ago;
mod date_line;
mod date_range;
mod day_of_month;
mod field;
mod figures;
mod full_date;
mod hijri;
mod lately;
mod lex;
mod meaning;
mod mentions;
mod nth_weekday;
mod numeric;
mod parse_period;
mod part;
mod partial_date;
mod period;
mod publication_date;
mod qualifier;
mod relative;
mod sentence;
mod single_date;
mod span;
mod spelled;
mod token_run;
mod typed;
mod vocabulary;
mod weekday_range;
mod year;

#[cfg(test)]
mod tests;

pub use field::{DateFieldError, parse_date_field};
pub use full_date::PUBLICATION_YEARS;
pub use mentions::{for_each_mention, mentions};
pub use parse_period::ParsePeriodError;
pub use period::{DateRule, Mention, Period};
pub use publication_date::{DateSource, PublicationDate, publication_date};

/// The examples of the README.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
