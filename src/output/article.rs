//! An article by itself: its parts for people, all that is known of it for programs.
//!
//! Knows how an article looks, not where it comes from.

use std::collections::BTreeMap;
use std::io::{self, Write};

use serde::Serialize;

use super::clean::lines;
use super::json::{Line, write_line};
use super::style::Style;
use crate::corpus::{Article, Places, ZoneKind};

/// Writes each zone of the article under its name.
///
/// # Errors
/// If `out` fails.
pub fn write_zones(out: &mut dyn Write, article: &Article, style: Style) -> io::Result<()> {
    writeln!(out, "{}", style.path(&lines(&article.id)))?;
    for zone in &article.zones {
        writeln!(out, "{}", style.aside(&format!("[{}]", zone.kind.name())))?;
        writeln!(out, "{}", lines(article.text[zone.range.clone()].trim()))?;
    }
    writeln!(out)
}

#[derive(Serialize)]
struct ArticleFields<'a> {
    id: &'a str,
    path: &'a str,
    source: Option<&'a str>,
    fields: &'a BTreeMap<String, String>,
    title: Option<&'a str>,
    /// The byte in the text of the file or record at which this story begins.
    start: usize,
    text: &'a str,
    zones: Vec<ZoneFields>,
}

#[derive(Serialize)]
struct ZoneFields {
    zone: &'static str,
    range: [usize; 2],
}

/// Writes the article as a JSON line.
///
/// # Errors
/// If `out` fails.
pub fn write_json(out: &mut dyn Write, article: &Article, places: &Places) -> io::Result<()> {
    let zones = article.zones.iter();
    let fields = ArticleFields {
        id: &article.id,
        path: &places.show(&article.file),
        source: article.source.as_deref(),
        fields: &article.fields,
        title: article.title(),
        start: article.start,
        text: &article.text,
        zones: zones
            .map(|zone| ZoneFields {
                zone: ZoneKind::name(zone.kind),
                range: [zone.range.start, zone.range.end],
            })
            .collect(),
    };
    write_line(out, &Line::new("article", fields))
}
