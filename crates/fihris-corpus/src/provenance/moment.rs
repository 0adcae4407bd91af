//! Moments: when a record was seen, as its fields tell.

use std::sync::LazyLock;

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::fmt::rfc2822;
use jiff::tz::Offset;

use super::named_fields::{NamedFields, squashed};
use super::named_time::named_time;
use crate::article::Article;
use crate::record_date::readable;
use crate::usual_names;
use arabic_dates::parse_date_field;

/// What crawlers call the time at which they took a page, squashed.
const CAPTURED: &[&str] = &[
    "captured",
    "capturedat",
    "crawledat",
    "crawldate",
    "datecrawled",
    "crawltime",
    "crawled",
    "fetchedat",
    "fetchtime",
    "fetched",
    "fetchdate",
    "retrievedat",
    "retrieved",
    "dateretrieved",
    "scrapedat",
    "scrapedate",
    "datescraped",
    "scrapetime",
    "scraped",
    "datedownload",
    "downloaddate",
    "downloadedat",
    "archivedat",
    "collectedat",
    "snapshotdate",
    "seendate",
    "وقتالالتقاط",
    "تاريخالجمع",
];

/// What the time of the last change is called, squashed.
const CHANGED: &[&str] = &[
    "updated",
    "updatedat",
    "lastupdated",
    "updatedate",
    "dateupdated",
    "modified",
    "modifiedat",
    "datemodified",
    "datemodify",
    "modifieddate",
    "lastmodified",
    "lastmod",
    "modifiedgmt",
    "postmodifiedgmt",
    "postmodified",
    "wppostmodifiedgmt",
    "wppostmodified",
    "dctermsmodified",
    "articlemodifiedtime",
    "versioncreated",
    "editedat",
    "edited",
    "تاريخالتحديث",
    "اخرتحديث",
    "آخرتحديث",
];

/// What the time of publishing is called, squashed.
static PUBLISHED: LazyLock<Vec<String>> = LazyLock::new(|| {
    usual_names::DATE
        .iter()
        .map(|name| squashed(name))
        .collect()
});

/// When `article`, which has these fields, was seen: see [`super::Provenance::seen`].
pub(super) fn seen(article: &Article, fields: &NamedFields) -> Option<i64> {
    let day = || {
        article
            .published
            .as_ref()
            .and_then(|day| midnight(day.date))
    };
    let first_of = |names: &[&str]| fields.first_of(names, second);
    first_of(CAPTURED)
        .or_else(|| named_time(&article.file).and_then(in_utc))
        .or_else(|| first_of(CHANGED))
        .or_else(|| fields.first_of(&PUBLISHED, second))
        .or_else(day)
}

/// The second since 1970 that a field tells, as records of crawlers, feeds and databases do.
fn second(value: &str) -> Option<i64> {
    let value = value.trim();
    if value.bytes().all(|digit| digit.is_ascii_digit()) {
        return match value.len() {
            9 | 10 => value.parse().ok(),
            13 => Some(value.parse::<i64>().ok()? / 1000),
            14 => {
                let time = format!("{}T{}", value.get(..8)?, value.get(8..)?);
                in_utc(time.parse().ok()?)
            }
            _ => midnight(parse_date_field(value).ok()??),
        };
    }
    if let Ok(time) = value.parse::<Timestamp>() {
        return Some(time.as_second());
    }
    if let Ok(time) = value.parse::<DateTime>() {
        return in_utc(time);
    }
    let value = readable(value);
    let parser = rfc2822::DateTimeParser::new().relaxed_weekday(true);
    if let Ok(time) = parser.parse_timestamp(&*value) {
        return Some(time.as_second());
    }
    midnight(parse_date_field(&value).ok()??)
}

fn midnight(date: Date) -> Option<i64> {
    in_utc(date.to_datetime(jiff::civil::Time::midnight()))
}

fn in_utc(time: DateTime) -> Option<i64> {
    Some(Offset::UTC.to_timestamp(time).ok()?.as_second())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_as_programs_write_them() {
        let expected = Some(1_560_326_400);
        for value in [
            "2019-06-12T08:00:00Z",
            "2019-06-12T11:00:00+03:00",
            "2019-06-12 08:00:00",
            "2019-06-12 08:00:00.123",
            "20190612T080000Z",
            "20190612080000",
            "1560326400",
            "1560326400123",
            "Wed, 12 Jun 2019 08:00:00 GMT",
            "Wed, 12 Jun 2019 11:00:00 +0300",
            "Wed Jun 12 08:00:00 +0000 2019",
        ] {
            assert_eq!(second(value), expected, "{value}");
        }
        let day = Some(1_560_297_600);
        for value in ["2019-06-12", "12/06/2019", "20190612", "12 يونيو 2019"] {
            assert_eq!(second(value), day, "{value}");
        }
        for value in ["", "أمس", "7", "99999999999999"] {
            assert_eq!(second(value), None, "{value}");
        }
    }
}
