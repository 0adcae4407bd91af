//! Times in names: `feed-2024-01-05.xml`, `2024/01/05/12.json`, `crawl_20240105T0830.warc`.

use jiff::civil::{Date, DateTime};

/// Years in which files were crawled.
const YEARS: std::ops::RangeInclusive<i16> = 1990..=2099;

/// The last day that stands in the name of a file, with an hour and a minute behind it, if these are there.
pub(super) fn named_time(name: &str) -> Option<DateTime> {
    let runs = digits(name);
    let mut starts = (0..runs.len()).rev();
    starts.find_map(|start| time_at(&runs[start..]))
}

/// The runs of digits in a name, each with what stands before it.
fn digits(name: &str) -> Vec<(&str, &str)> {
    let mut runs = Vec::new();
    let mut rest = name;
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
        let (before, digits) = rest.split_at(start);
        let end = digits.find(|c: char| !c.is_ascii_digit());
        let (digits, behind) = digits.split_at(end.unwrap_or(digits.len()));
        runs.push((before, digits));
        rest = behind;
    }
    runs
}

/// The time that begins with the first of these runs.
fn time_at(runs: &[(&str, &str)]) -> Option<DateTime> {
    let (_, first) = runs.first()?;
    let (year, month, day, time) = match first.len() {
        // One run, perhaps with the time: 20240105, 202401051200, 20240105120000.
        8 | 12 | 14 => {
            let (day, time) = first.split_at(8);
            let behind = runs.get(1).filter(|_| time.is_empty());
            let behind = behind.filter(|(before, _)| is_joint(before));
            let time = behind.map_or(time, |(_, time)| time);
            (&day[..4], &day[4..6], &day[6..], [time, ""])
        }
        4 => {
            let [(_, year), (a, month), (b, day), rest @ ..] = runs else {
                return None;
            };
            let is_day = a == b && ["-", "_", ".", "/"].contains(a);
            if !is_day || month.len() > 2 || day.len() > 2 {
                return None;
            }
            let next = |at: usize| {
                let (before, digits) = rest.get(at)?;
                is_joint(before).then_some(*digits)
            };
            let hour = next(0).unwrap_or_default();
            let minute = next(1).filter(|_| hour.len() == 2).unwrap_or_default();
            (*year, *month, *day, [hour, minute])
        }
        _ => return None,
    };
    let year = year.parse().ok().filter(|year| YEARS.contains(year))?;
    let day = Date::new(year, month.parse().ok()?, day.parse().ok()?).ok()?;
    let midnight = day.at(0, 0, 0, 0);
    Some(with_time(midnight, time).unwrap_or(midnight))
}

/// Whether what stands between a day and a time in a name keeps them together.
fn is_joint(between: &str) -> bool {
    ["T", "t", "-", "_", ".", "/", ":", "h"].contains(&between)
}

/// `midnight` with the hour and minute of the digits of one run or two.
fn with_time(midnight: DateTime, [hour, rest]: [&str; 2]) -> Option<DateTime> {
    let (hour, minute) = match hour.len() {
        2 => (hour, rest.get(..2).unwrap_or("0")),
        4 | 6 => hour.split_at(2),
        _ => return None,
    };
    let minute = minute.get(..2).unwrap_or(minute);
    let (hour, minute) = (hour.parse().ok()?, minute.parse().ok()?);
    midnight.with().hour(hour).minute(minute).build().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_stand_in_names() {
        for (name, expected) in [
            ("feed-2024-01-05.xml", "2024-01-05T00:00:00"),
            ("feeds/2024/01/05/rss.xml", "2024-01-05T00:00:00"),
            ("feeds/2024/1/5/12.json", "2024-01-05T12:00:00"),
            ("2024-01-05T12-30.xml", "2024-01-05T12:30:00"),
            ("crawl_20240105.jsonl", "2024-01-05T00:00:00"),
            ("crawl_20240105T0830.warc", "2024-01-05T08:30:00"),
            ("crawl-20240105083059-00017.warc.gz", "2024-01-05T08:30:00"),
            ("2023-12-31/page-20240105.html", "2024-01-05T00:00:00"),
            ("20240105_99.xml", "2024-01-05T00:00:00"),
        ] {
            let found = named_time(name).map(|time| time.to_string());
            assert_eq!(found.as_deref(), Some(expected), "{name}");
        }
        for name in [
            "feed-9.xml",
            "2024.xml",
            "12345678.txt",
            "2024-13-01.xml",
            "2024-01_05",
            "20241305.x",
        ] {
            assert_eq!(named_time(name), None, "{name}");
        }
    }
}
