//! Timelines as bars, JSON and CSV.
//!
//! Knows how a timeline looks, not how it is counted.

use std::io::{self, Write};

use jiff::civil::Date;
use serde::Serialize;

use super::csv_writer::CsvWriter;
use super::json::{Line, write_line};
use super::style::Style;
use arabic_dates::Period;
use fihris_analysis::timeline::{Bucket, Step, Timeline};

/// Characters of the longest bar.
const LONGEST_BAR: usize = 50;

/// Characters of a line before its bar.
const FIGURES: usize = 28;

/// The name of a step: `2020`, `2020-11`, `2020-11-09`; of several, those of the first and the last with `..`.
pub(super) fn name(bucket: &Bucket, step: Step) -> String {
    let name = |day: Date| match step {
        Step::Day => day.to_string(),
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
            bucket.matching
        );
        writeln!(out, "{figures} {}", style.path(&bar))?;
    }
    Ok(())
}

#[derive(Serialize)]
struct BucketFields {
    step: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    steps: Option<u64>,
    articles: u64,
    all: u64,
    per_10000: Option<f64>,
}

/// Writes a JSON line for each step, and one with the articles without a day.
///
/// # Errors
/// If `out` fails.
pub fn write_json(out: &mut dyn Write, timeline: &Timeline, step: Step) -> io::Result<()> {
    for bucket in &timeline.buckets {
        let fields = BucketFields {
            step: name(bucket, step),
            steps: Some(bucket.steps).filter(|steps| *steps > 1),
            articles: bucket.matching,
            all: bucket.all,
            per_10000: bucket.share(),
        };
        write_line(out, &Line::new("step", fields))?;
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
