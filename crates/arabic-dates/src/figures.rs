//! Periods in figures: `2020`, `2020-11`, `1445/09`.

use super::hijri::YEARS_IN_FIGURES;
use super::partial_date::PartialDate;
use super::period::Period;
use arabic_text::months::Calendar;

/// A year, a month or a day in figures; Hijri in the years that are so in texts, too. The year has four digits
/// and comes first.
pub(super) fn in_figures(text: &str) -> Option<Period> {
    let separator = ['/', '.']
        .into_iter()
        .find(|c| text.contains(*c))
        .unwrap_or('-');
    let mut numbers = text.split(separator);
    let digits = |number: &&str| number.bytes().all(|b| b.is_ascii_digit());
    let year = numbers
        .next()
        .filter(|year| year.len() == 4)
        .filter(digits)?;
    let year = year.parse().ok()?;
    let mut short = || match numbers.next() {
        Some(number) if matches!(number.len(), 1 | 2) && digits(&number) => {
            number.parse().map(Some).map_err(|_| ())
        }
        Some(_) => Err(()),
        None => Ok(None),
    };
    let (month, day) = (short().ok()?, short().ok()?);
    if numbers.next().is_some() {
        return None;
    }
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
