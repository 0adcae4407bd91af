//! Tables of spellings: who writes a word how, as text, JSON and CSV.
//!
//! Knows how the tables look, not how spellings are counted.

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::io::{self, Write};

use serde::Serialize;

use super::clean::one_line;
use super::csv_writer::CsvWriter;
use super::json::{Line, write_line};
use super::style::Style;
use crate::i18n::{Label, rule};
use fihris_analysis::spellings::{Cell, SpellingDistribution};

/// Columns of spellings that fit on a line of 80 beside the name of a source; rarer ones share the last.
const MOST_COLUMNS: usize = 8;

/// Writes a numbered line for each spelling, then how often each occurs in each year and source. The
/// columns have numbers for headings, as Arabic ones would change places on a line.
///
/// # Errors
/// If `out` fails.
pub fn write_text(
    out: &mut dyn Write,
    spellings: &[SpellingDistribution],
    style: Style,
) -> io::Result<()> {
    if spellings.is_empty() {
        return Ok(());
    }
    for (number, one) in (1..).zip(spellings) {
        let number: usize = number;
        let rule = style.dim(&format!("{:<9}", rule(one.rule, style.language)));
        writeln!(out, "{number:>7}  {rule}  {}", one_line(&one.spelling))?;
    }
    let columns = Columns::new(spellings);
    writeln!(out, "\n{}", style.dim(&columns.heading()))?;
    columns.write_row(out, Label::All.text(style.language), |_| true)?;
    for year in years(spellings) {
        let name = year.map_or_else(
            || Label::NoYear.text(style.language).into(),
            |year| format!("{year:04}"),
        );
        columns.write_row(out, &name, |cell| cell.year == year)?;
    }
    writeln!(out)?;
    for source in sources(spellings) {
        let name = source
            .as_deref()
            .map_or_else(|| Label::NoSource.text(style.language).into(), one_line);
        columns.write_row(out, &name, |cell| cell.source == *source)?;
    }
    Ok(())
}

fn cells(spellings: &[SpellingDistribution]) -> impl Iterator<Item = &Cell> {
    let cells = spellings.iter().flat_map(|one| &one.cells);
    cells.map(|(cell, _)| cell)
}

/// The years of articles with one of the spellings, in order, the unknown one first.
pub(super) fn years(spellings: &[SpellingDistribution]) -> Vec<Option<i16>> {
    let years: BTreeSet<Option<i16>> = cells(spellings).map(|cell| cell.year).collect();
    years.into_iter().collect()
}

/// The sources of such articles, those with most uses first.
pub(super) fn sources(spellings: &[SpellingDistribution]) -> Vec<&Option<String>> {
    let sources: BTreeSet<&Option<String>> = cells(spellings).map(|cell| &cell.source).collect();
    let mut sources: Vec<_> = sources.into_iter().collect();
    sources.sort_by_cached_key(|source| {
        let uses = spellings.iter();
        let uses = uses.map(|one| one.within(|cell| cell.source == **source).occurrences);
        Reverse(uses.sum::<u64>())
    });
    sources
}

/// The columns of a table: a spelling each, but for the last one where there are many.
struct Columns<'a>(Vec<&'a [SpellingDistribution]>);

impl<'a> Columns<'a> {
    fn new(spellings: &'a [SpellingDistribution]) -> Self {
        let (frequent, rare) = if spellings.len() > MOST_COLUMNS {
            spellings.split_at(MOST_COLUMNS - 1)
        } else {
            (spellings, &[][..])
        };
        let columns = frequent.chunks(1);
        Self(columns.chain((!rare.is_empty()).then_some(rare)).collect())
    }

    fn heading(&self) -> String {
        let names = (1..).zip(&self.0).map(|(number, column)| {
            let number: usize = number;
            let more = if column.len() > 1 { "..." } else { "" };
            format!("{:>7}", format!("{number}{more}"))
        });
        names.collect()
    }

    fn write_row(
        &self,
        out: &mut dyn Write,
        name: &str,
        is_meant: impl Fn(&Cell) -> bool,
    ) -> io::Result<()> {
        for column in &self.0 {
            let uses = column.iter().map(|one| one.within(&is_meant).occurrences);
            write!(out, "{:>7}", uses.sum::<u64>())?;
        }
        writeln!(out, "  {name}")
    }
}

#[derive(Serialize)]
struct SpellingFields<'a> {
    spelling: &'a str,
    rule: &'static str,
    occurrences: u64,
    articles: u64,
    forms: Vec<FormFields<'a>>,
    cells: Vec<CellFields<'a>>,
}

#[derive(Serialize)]
struct FormFields<'a> {
    form: &'a str,
    occurrences: u64,
}

#[derive(Serialize)]
struct CellFields<'a> {
    source: Option<&'a str>,
    year: Option<i16>,
    occurrences: u64,
    articles: u64,
}

/// Writes a JSON line a spelling.
///
/// # Errors
/// If `out` fails.
pub fn write_json(out: &mut dyn Write, spellings: &[SpellingDistribution]) -> io::Result<()> {
    for one in spellings {
        let total = one.total();
        let fields = SpellingFields {
            spelling: &one.spelling,
            rule: one.rule.name(),
            occurrences: total.occurrences,
            articles: total.articles,
            forms: one
                .forms
                .iter()
                .map(|(form, count)| FormFields {
                    form,
                    occurrences: *count,
                })
                .collect(),
            cells: one
                .cells
                .iter()
                .map(|(cell, uses)| CellFields {
                    source: cell.source.as_deref(),
                    year: cell.year,
                    occurrences: uses.occurrences,
                    articles: uses.articles,
                })
                .collect(),
        };
        write_line(out, &Line::new("spelling", fields))?;
    }
    Ok(())
}

/// Writes a CSV line for each spelling in each source and year.
///
/// # Errors
/// If `out` fails.
pub fn write_csv(out: &mut dyn Write, spellings: &[SpellingDistribution]) -> io::Result<()> {
    let mut csv = CsvWriter::new(
        out,
        &["spelling", "source", "year", "occurrences", "articles"],
    )?;
    for one in spellings {
        for (cell, uses) in &one.cells {
            csv.write_row([
                &one.spelling,
                cell.source.as_deref().unwrap_or_default(),
                &cell.year.map(|year| year.to_string()).unwrap_or_default(),
                &uses.occurrences.to_string(),
                &uses.articles.to_string(),
            ])?;
        }
    }
    csv.finish()
}
