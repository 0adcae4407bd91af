//! The dates that a text speaks of, and the day an article was published.
//!
//! [`mentions`] reads days, months, years and ranges as Arabic papers write them: months in all their
//! names, alone or in pairs (`سبتمبر/أيلول`), both calendars, digits of all kinds, and days counted
//! from that of the article. Where the writing contradicts itself (`9 تشرين الأول/نوفمبر`, October or
//! November) both readings are kept. It would rather miss a date than make one up: a number is a year
//! only where something says so, a day of the month that does not exist is none, and what depends on
//! the day of the article is left out where that is not known.
//!
//! A text passes through in one go: `lex` gives runs of the words dates are made of (`vocabulary`),
//! `point`, `year` and `numeric` read single dates, `tie` ranges and pairs, `relative` weekdays and
//! their like; `span`, `partial` and `hijri` find the days. Hijri days are those of Umm al-Qura; a year
//! from 1300 to 1500 is Hijri where figures say nothing else. Of a list of days or years, 40 are read.
//!
//! Not read: times, decades and centuries, weeks, feasts, seasons as parts of a year, and what counts
//! from another date than the article's (`في اليوم التالي`, `من العام نفسه`).

mod field;
mod hijri;
mod lex;
mod mentions;
mod numeric;
mod partial;
mod period;
mod point;
mod published;
mod relative;
mod run;
mod span;
mod tie;
mod vocabulary;
mod year;

#[cfg(test)]
mod tests;

pub use field::{PUBLISHED_YEARS, RefusedDate, day_of_field};
pub use mentions::{each_mention, mentions};
pub use period::{DateRule, Mention, NoPeriod, Period};
pub use published::{Published, PublishedBy, published};
