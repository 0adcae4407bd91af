//! Concordances as aligned lines, JSON and CSV.
//!
//! Knows how lines look, not how matches are found.

use std::io::{self, Write};
use std::sync::Arc;

use jiff::civil::Date;
use serde::Serialize;

use super::clean::one_line;
use super::csv_writer::CsvWriter;
use super::json::{Line, write_line};
use super::style::Style;
use super::version::{VersionFields, said};
use arabic_text::letters::{Folding, folding};
use fihris_analysis::concordance::ConcordanceLine;
use fihris_corpus::{PathNames, ZoneKind};

/// Writes the lines with their keywords below each other; each is followed by the article's id.
///
/// # Errors
/// If `out` fails.
pub fn write_text(out: &mut dyn Write, lines: &[ConcordanceLine], style: Style) -> io::Result<()> {
    // Made twice, as all of them would take much memory.
    let before = |line: &ConcordanceLine| one_line(line.before().trim());
    let widths = lines.iter().map(|line| width(&before(line)));
    let widest = widths.max().unwrap_or(0);
    for line in lines {
        let before = before(line);
        let space = " ".repeat(widest - width(&before));
        let keyword = style.mark(&one_line(line.keyword()));
        let after = one_line(line.after().trim());
        let id = style.path(&one_line(&line.id));
        write!(out, "{space}{before} {keyword} {after}  {id}")?;
        match line.version {
            Some(version) => {
                let said = format!("({})", said(version, style.language));
                writeln!(out, "  {}", style.dim(&said))?;
            }
            None => writeln!(out)?,
        }
    }
    Ok(())
}

/// The letters of a text that take a place of their own on a line.
fn width(text: &str) -> usize {
    let takes_place = |c: &char| !matches!(folding(*c), Folding::Mark | Folding::Invisible);
    text.chars().filter(takes_place).count()
}

#[derive(Serialize)]
struct ConcordanceFields<'a> {
    id: &'a str,
    published: Option<Date>,
    /// Where there is a newer version.
    #[serde(flatten)]
    version: Option<VersionFields>,
    at: usize,
    before: &'a str,
    keyword: &'a str,
    after: &'a str,
    source: Option<&'a str>,
    title: Option<&'a str>,
    url: Option<&'a str>,
    path: String,
    zone: &'a str,
}

/// Writes a JSON line a match.
///
/// # Errors
/// If `out` fails.
pub fn write_json(
    out: &mut dyn Write,
    lines: &[ConcordanceLine],
    path_names: &PathNames,
) -> io::Result<()> {
    for line in lines {
        let fields = ConcordanceFields {
            id: &line.id,
            published: line.published,
            version: line.version.map(VersionFields::new),
            at: line.at,
            before: line.before(),
            keyword: line.keyword(),
            after: line.after(),
            source: line.source.as_deref(),
            title: line.title.as_deref(),
            url: line.url.as_deref(),
            path: path_names.show(&line.file),
            zone: line.zone.map_or("", ZoneKind::name),
        };
        write_line(out, &Line::new("match", fields))?;
    }
    Ok(())
}

/// Writes a CSV line a match.
///
/// # Errors
/// If `out` fails.
pub fn write_csv(
    out: &mut dyn Write,
    lines: &[ConcordanceLine],
    path_names: &PathNames,
) -> io::Result<()> {
    let mut csv = CsvWriter::new(
        out,
        &[
            "id",
            "published",
            "at",
            "before",
            "keyword",
            "after",
            "source",
            "title",
            "url",
            "path",
            "zone",
        ],
    )?;
    for line in lines {
        let text = |text: &Option<Arc<str>>| one_line(text.as_deref().unwrap_or_default());
        let published = line.published.map(|date| date.to_string());
        csv.write_row([
            &*line.id,
            published.as_deref().unwrap_or_default(),
            &line.at.to_string(),
            line.before(),
            line.keyword(),
            line.after(),
            &text(&line.source),
            &text(&line.title),
            &text(&line.url),
            &path_names.show(&line.file),
            line.zone.map_or("", ZoneKind::name),
        ])?;
    }
    csv.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn vowels_take_no_place() {
        assert_eq!(width("قُتِل"), 3);
        assert_eq!(width("a b"), 3);
    }
}
