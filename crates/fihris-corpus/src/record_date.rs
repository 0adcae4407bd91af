//! Dates of records in the ways of programs that no paper writes.

use std::borrow::Cow;

/// `date` as [`arabic_dates::parse_date_field`] reads it: the stamps of Twitter (`Wed Jun 12 08:00:00 +0000 2019`),
/// days without signs between (`20190612T080000Z`, `20190612080000`), and those of PDF (`D:20190612`).
pub fn readable(date: &str) -> Cow<'_, str> {
    let date = date.trim();
    let date = date.strip_prefix("D:").unwrap_or(date);
    let words: Vec<&str> = date.split_whitespace().collect();
    if let [_, month, day, time, zone, year] = words[..]
        && month.len() == 3
        && zone.starts_with(['+', '-'])
    {
        return format!("{day} {month} {year} {time} {zone}").into();
    }
    let digits = date.bytes().take_while(u8::is_ascii_digit).count();
    let is_day = digits == 8 && date.get(8..9) == Some("T") || digits == 14;
    if let Some(day) = date.get(..8).filter(|_| is_day) {
        return day.into();
    }
    date.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stamps_become_dates() {
        for (date, expected) in [
            ("Wed Jun 12 08:00:00 +0000 2019", Some("2019-06-12")),
            ("20190612T080000Z", Some("2019-06-12")),
            ("20190612080000", Some("2019-06-12")),
            ("D:20190612080000+02'00'", Some("2019-06-12")),
            ("1560326400", Some("2019-06-12")),
            ("1560326400000", Some("2019-06-12")),
            ("2019/06/12", Some("2019-06-12")),
            ("Wed, 12 Jun 2019 08:00:00 +0000", Some("2019-06-12")),
            ("أمس", None),
        ] {
            let day = arabic_dates::parse_date_field(&readable(date)).unwrap();
            assert_eq!(
                day.map(|day| day.to_string()).as_deref(),
                expected,
                "{date}"
            );
        }
    }
}
