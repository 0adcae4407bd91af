//! Dates: mentions are in order and inside the text, and no period ends before it begins.

use std::slice::from_ref;

use arabic_dates::{PUBLICATION_YEARS, Period, mentions, parse_date_field, publication_date};
use jiff::civil::date;

pub fn run(input: &[u8]) {
    let text = &String::from_utf8_lossy(input);
    for anchor in [None, Some(date(2020, 11, 10)), Some(date(9999, 12, 31))] {
        let mut end = 0;
        for mention in mentions(text, anchor) {
            assert!(mention.range.start >= end, "{mention:?} after {end}");
            assert!(text.get(mention.range.clone()).is_some(), "{mention:?}");
            assert!(!mention.readings.is_empty());
            assert!(mention.readings.iter().all(|days| days.first <= days.last));
            end = mention.range.end;
        }
    }
    if let Ok(Some(day)) = parse_date_field(text) {
        assert!(PUBLICATION_YEARS.contains(&day.year()), "{day}");
    }
    let _ = publication_date(None, from_ref(&(0..text.len())), text);
    let _ = text.parse::<Period>();
}
