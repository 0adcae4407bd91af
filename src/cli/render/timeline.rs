//! Timelines as bars, JSON and CSV.
//!
//! Knows how a timeline looks, not how it is counted.

use std::fmt::Write as _;
use std::io::{self, Write};

use jiff::civil::Date;
use serde::Serialize;

use super::clean::one_line;
use super::csv_writer::CsvWriter;
use super::json::{Line, write_line};
use super::style::Style;
use crate::i18n::{Message, TableLine};
use arabic_dates::Period;
use fihris_analysis::timeline::{Bucket, Step, Timeline};

/// Characters of the longest bar.
const LONGEST_BAR: usize = 50;

/// Stands for a number of articles where there are none of any kind, which says nothing of those that match.
const NO_DATA: &str = "-";

/// Characters of a line before its bar.
const FIGURES: usize = 28;

/// The name of a step: `2020`, `2020-11`, `2020-11-09`; of several, those of the first and the last with `..`.
pub(super) fn name(bucket: &Bucket, step: Step) -> String {
    let name = |day: Date| match step {
        Step::Day => day.to_string(),
        Step::Week => day.strftime("%G-W%V").to_string(),
        Step::Month => format!("{:04}-{:02}", day.year(), day.month()),
        Step::Year => format!("{:04}", day.year()),
    };
    let Period { first, last } = bucket.period;
    match bucket.steps {
        1 => name(first),
        _ => format!("{}..{}", name(first), name(last)),
    }
}

/// The matching articles of the fullest bucket.
pub(super) fn most(timeline: &Timeline) -> u64 {
    let matching = timeline.buckets.iter().map(|bucket| bucket.matching);
    matching.max().unwrap_or(0).max(1)
}

/// The matching articles; none is told apart from none of any kind.
fn matching(bucket: &Bucket) -> String {
    match bucket.all {
        0 => NO_DATA.to_string(),
        _ => bucket.matching.to_string(),
    }
}

/// Writes the queries with their numbers, then a line for each step: its name, all articles, and for each query
/// matching articles and these of every 10,000.
///
/// # Errors
/// If `out` fails.
pub fn write_series_text(
    out: &mut dyn Write,
    series: &[(&str, Timeline)],
    step: Step,
    style: Style,
) -> io::Result<()> {
    for (number, (query, _)) in (1..).zip(series) {
        writeln!(
            out,
            "  {number}  {}",
            style.title(&style.isolate(&one_line(query)))
        )?;
    }
    let heading = style.say(Message::Table(TableLine::SeriesHead));
    writeln!(out, "{}", style.dim(&heading))?;
    for_each_step(series, |buckets| {
        let first = buckets[0];
        let mut line = format!("{:<10} {:>7}", name(first, step), first.all);
        for bucket in buckets {
            let share = bucket
                .share()
                .map_or_else(|| NO_DATA.to_string(), |share| format!("{share:.1}"));
            let _ = write!(line, "  {:>7} {share:>8}", matching(bucket)); // writing to a String cannot fail
        }
        writeln!(out, "{line}")
    })
}

/// Calls `take` with what each of the series has in a step.
fn for_each_step(
    series: &[(&str, Timeline)],
    mut take: impl FnMut(&[&Bucket]) -> io::Result<()>,
) -> io::Result<()> {
    let steps = series
        .first()
        .map_or(0, |(_, timeline)| timeline.buckets.len());
    for step in 0..steps {
        let buckets = series.iter().map(|(_, timeline)| &timeline.buckets[step]);
        take(&buckets.collect::<Vec<&Bucket>>())?;
    }
    Ok(())
}

/// Writes a line for each step: its name, matching articles, these of every 10,000, and a bar.
///
/// # Errors
/// If `out` fails.
pub fn write_text(
    out: &mut dyn Write,
    timeline: &Timeline,
    step: Step,
    style: Style,
) -> io::Result<()> {
    let most = most(timeline);
    let room = style.screen.unwrap_or(usize::MAX).saturating_sub(FIGURES);
    let longest = LONGEST_BAR.min(room.max(1)) as u64;
    for bucket in &timeline.buckets {
        let length = (bucket.matching * longest).div_ceil(most);
        let bar = "█".repeat(usize::try_from(length).unwrap_or(0));
        let share = bucket
            .share()
            .map_or_else(String::new, |share| format!("{share:.1}"));
        let figures = format!(
            "{:<10} {:>7} {share:>8}",
            name(bucket, step),
            matching(bucket)
        );
        writeln!(out, "{figures} {}", style.path(&bar))?;
    }
    Ok(())
}

#[derive(Serialize)]
struct BucketFields<'a> {
    step: String,
    /// Where there are several.
    #[serde(skip_serializing_if = "Option::is_none")]
    query: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    steps: Option<u64>,
    articles: u64,
    all: u64,
    per_10000: Option<f64>,
}

impl<'a> BucketFields<'a> {
    fn new(bucket: &Bucket, step: Step, query: Option<&'a str>) -> Self {
        Self {
            step: name(bucket, step),
            query,
            steps: Some(bucket.steps).filter(|steps| *steps > 1),
            articles: bucket.matching,
            all: bucket.all,
            per_10000: bucket.share(),
        }
    }
}

/// Writes a JSON line for each step of each query, and one with the articles without a day.
///
/// # Errors
/// If `out` fails.
pub fn write_series_json(
    out: &mut dyn Write,
    series: &[(&str, Timeline)],
    step: Step,
) -> io::Result<()> {
    for_each_step(series, |buckets| {
        let mut named = series.iter().zip(buckets);
        named.try_for_each(|((query, _), bucket)| {
            let fields = BucketFields::new(bucket, step, Some(query));
            write_line(out, &Line::new("step", fields))
        })
    })?;
    let undated: u64 = series.iter().map(|(_, timeline)| timeline.undated).sum();
    let undated = serde_json::json!({ "undated": undated });
    write_line(out, &Line::new("summary", undated))
}

/// Writes the steps of all queries as CSV, a row a step and query.
///
/// # Errors
/// If `out` fails.
pub fn write_series_csv(
    out: &mut dyn Write,
    series: &[(&str, Timeline)],
    step: Step,
) -> io::Result<()> {
    let mut csv = CsvWriter::new(out, &["step", "query", "articles", "all", "per_10000"])?;
    for_each_step(series, |buckets| {
        let mut named = series.iter().zip(buckets);
        named.try_for_each(|((query, _), bucket)| {
            csv.write_row([
                name(bucket, step),
                (*query).to_string(),
                bucket.matching.to_string(),
                bucket.all.to_string(),
                bucket
                    .share()
                    .map_or_else(String::new, |share| format!("{share:.2}")),
            ])
        })
    })?;
    csv.finish()
}

/// Writes a JSON line for each step, and one with the articles without a day.
///
/// # Errors
/// If `out` fails.
pub fn write_json(out: &mut dyn Write, timeline: &Timeline, step: Step) -> io::Result<()> {
    for bucket in &timeline.buckets {
        write_line(
            out,
            &Line::new("step", BucketFields::new(bucket, step, None)),
        )?;
    }
    let undated = serde_json::json!({ "undated": timeline.undated });
    write_line(out, &Line::new("summary", undated))
}

/// Writes the steps as CSV.
///
/// # Errors
/// If `out` fails.
pub fn write_csv(out: &mut dyn Write, timeline: &Timeline, step: Step) -> io::Result<()> {
    let mut csv = CsvWriter::new(out, &["step", "articles", "all", "per_10000"])?;
    for bucket in &timeline.buckets {
        csv.write_row([
            name(bucket, step),
            bucket.matching.to_string(),
            bucket.all.to_string(),
            bucket
                .share()
                .map_or_else(String::new, |share| format!("{share:.2}")),
        ])?;
    }
    csv.finish()
}
