//! Who published articles, from when to when, and on which days there are none.
//!
//! Knows how that looks, not how it is counted.

use std::io::{self, Write};

use jiff::civil::Date;
use serde::Serialize;
use serde_json::json;

use super::clean::one_line;
use super::json::{Line, write_line};
use super::rows::{RowForm, TableWriter};
use super::style::Style;
use crate::i18n::{Label, Language, Message, TableLine};
use arabic_dates::Period;
use fihris_analysis::coverage::{Coverage, Published};

/// Gaps that are named for people, the first ones.
const MOST_GAPS: usize = 5;

/// Writes two lines a source: articles with the first and the last day, then its name; and where days are without, which.
///
/// # Errors
/// If `out` fails.
pub fn write_text(out: &mut dyn Write, coverage: &Coverage, style: Style) -> io::Result<()> {
    let not_known = Label::NoSource.text(style.language);
    for source in &coverage.sources {
        let name = source.name.as_deref().unwrap_or(not_known);
        let Published { articles, days, .. } = &source.published;
        let days = days.map_or_else(String::new, |days| period(days, ".."));
        let name = style.isolate(&one_line(name));
        writeln!(out, "{articles:>8}  {days:<22}  {name}")?;
        if let Some(gaps) = gaps(&source.published, style.language) {
            writeln!(out, "{}", style.dim(&format!("          {gaps}")))?;
        }
    }
    Ok(())
}

/// The days without an article between the first and the last, for people; `None` if there are none.
pub fn gaps(published: &Published, language: Language) -> Option<String> {
    let gaps = &published.gaps;
    let first: Vec<String> = gaps
        .iter()
        .take(MOST_GAPS)
        .map(|gap| period(*gap, ".."))
        .collect();
    let days = published.days_without();
    (!gaps.is_empty()).then(|| {
        let named = first.join(", ");
        let more = gaps.len() - first.len();
        Message::Table(TableLine::DaysWithout {
            days,
            named: &named,
            more,
        })
        .text(language)
    })
}

/// A period by its days, or the day that it is.
pub fn period(period: Period, between: &str) -> String {
    let Period { first, last } = period;
    if first == last {
        return first.to_string();
    }
    format!("{first}{between}{last}")
}

/// Days from the first to the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct DayFields {
    first: Date,
    last: Date,
}

impl DayFields {
    /// Of a period.
    pub fn new(period: Period) -> Self {
        let Period { first, last } = period;
        Self { first, last }
    }
}

#[derive(Serialize)]
struct SourceFields<'a> {
    source: Option<&'a str>,
    articles: u64,
    undated: u64,
    first: Option<Date>,
    last: Option<Date>,
    days_without: u64,
    gaps: Vec<DayFields>,
}

/// Writes a JSON line a source, and one with all of them together.
///
/// # Errors
/// If `out` fails.
pub fn write_json(out: &mut dyn Write, coverage: &Coverage) -> io::Result<()> {
    for source in &coverage.sources {
        let published = &source.published;
        let fields = SourceFields {
            source: source.name.as_deref(),
            articles: published.articles,
            undated: published.undated,
            first: published.days.map(|days| days.first),
            last: published.days.map(|days| days.last),
            days_without: published.days_without(),
            gaps: published
                .gaps
                .iter()
                .map(|gap| DayFields::new(*gap))
                .collect(),
        };
        write_line(out, &Line::new("source", fields))?;
    }
    let (total, shown) = (coverage.all.articles, coverage.sources.len());
    let fields = json!({ "total": total, "offset": 0, "shown": shown });
    write_line(out, &Line::new("summary", fields))
}

/// Writes a row a source.
///
/// # Errors
/// If `out` fails.
pub fn write_table(out: &mut dyn Write, coverage: &Coverage, form: RowForm) -> io::Result<()> {
    let names = [
        "source",
        "articles",
        "undated",
        "first",
        "last",
        "days_without",
        "gaps",
    ];
    let mut table = TableWriter::new(out, form, &names)?;
    for source in &coverage.sources {
        let published = &source.published;
        let day = |of: fn(Period) -> Date| published.days.map(|days| of(days).to_string());
        let gaps: Vec<String> = published.gaps.iter().map(|gap| period(*gap, "/")).collect();
        table.write(&[
            source.name.clone().into(),
            published.articles.into(),
            published.undated.into(),
            day(|days| days.first).into(),
            day(|days| days.last).into(),
            published.days_without().into(),
            gaps.join(" ").into(),
        ])?;
    }
    table.finish()
}
