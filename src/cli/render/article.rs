//! An article by itself: its parts and dates for people, all that is known of it for programs.
//!
//! Knows how an article looks, not where it comes from.

use std::collections::BTreeMap;
use std::io::{self, Write};

use jiff::civil::Date;
use serde::Serialize;

use super::clean::{lines, one_line};
use super::json::{Line, PublishedFields, write_line};
use super::style::Style;
use super::version::VersionFields;
use crate::i18n::Language;
use crate::i18n::{Message, date_rule, date_source, notes, zone};
use arabic_dates::{Mention, Period};
use fihris_corpus::{Article, PathNames, ZoneKind};
use fihris_index::Version;

/// Which one a text is of all that have its id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Of {
    /// From 1.
    pub number: usize,
    /// How many there are.
    pub all: usize,
}

/// Where several texts have one id, writes a line that tells which one comes: its number and its file.
///
/// # Errors
/// If `out` fails.
pub fn write_number(
    out: &mut dyn Write,
    of: Of,
    first: &Article,
    path_names: &PathNames,
    style: Style,
) -> io::Result<()> {
    if of.all == 1 {
        return Ok(());
    }
    let number = format!("[{}/{}]", of.number, of.all);
    let path = path_names.show(&first.file);
    writeln!(
        out,
        "{} {}",
        style.dim(&number),
        style.path(&one_line(&path))
    )
}

/// Writes each zone of the article under its name.
///
/// # Errors
/// If `out` fails.
pub fn write_zones(out: &mut dyn Write, article: &Article, style: Style) -> io::Result<()> {
    writeln!(out, "{}", style.path(&lines(&article.id)))?;
    if !article.notes.is_empty() {
        let notes = notes(&article.notes, style.language);
        writeln!(out, "{}", style.dim(&one_line(&notes)))?;
    }
    for part in &article.zones {
        let name = zone(part.kind, style.language);
        writeln!(out, "{}", style.dim(&format!("[{name}]")))?;
        writeln!(out, "{}", lines(article.text[part.range.clone()].trim()))?;
    }
    writeln!(out)
}

/// Writes the dates of the article, one a line: days, how they were read, the zone, and what is written.
///
/// # Errors
/// If `out` fails.
pub fn write_dates(out: &mut dyn Write, article: &Article, style: Style) -> io::Result<()> {
    writeln!(out, "{}", style.path(&lines(&article.id)))?;
    if let Some(published) = &article.published {
        let published = Message::Published {
            date: &published.date.to_string(),
            by: date_source(published.source, style.language),
        };
        writeln!(out, "{}", style.say(published))?;
    }
    for mention in article.mentions() {
        let readings: Vec<String> = mention.readings.iter().copied().map(days).collect();
        let kind = article.zone_at(mention.range.start);
        let or = format!(" {} ", style.say(Message::Or));
        let days = readings.join(&or);
        let meaning = style.say(Message::Mention {
            days: &days,
            rule: date_rule(mention.rule, style.language),
            zone: kind.map_or("", |kind| zone(kind, style.language)),
        });
        let written = style.isolate(&one_line(&article.text[mention.range]));
        writeln!(out, "{} {written}", style.dim(&meaning))?;
    }
    writeln!(out)
}

/// A period as a query names it.
pub(super) fn days(period: Period) -> String {
    let Period { first, last } = period;
    match (first.month(), first.day()) {
        _ if period.is_day() => first.to_string(),
        (1, 1) if last == first.last_of_year() => format!("{:04}", first.year()),
        (month, 1) if last == first.last_of_month() => format!("{:04}-{month:02}", first.year()),
        _ => format!("{first}..{last}"),
    }
}

#[derive(Serialize)]
struct ArticleFields<'a> {
    id: &'a str,
    path: &'a str,
    published: Option<PublishedFields>,
    source: Option<&'a str>,
    fields: &'a BTreeMap<String, String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<String>,
    title: Option<&'a str>,
    /// The byte in the text of the file or record at which this story begins.
    start: usize,
    /// Among the articles of its file.
    place: u64,
    /// Which one it is of several with its id.
    #[serde(skip_serializing_if = "Option::is_none")]
    same_id: Option<SameId>,
    /// Where there are other versions of it.
    #[serde(flatten)]
    version: Option<VersionFields>,
    text: &'a str,
    zones: Vec<ZoneFields>,
    dates: Vec<DateFields<'a>>,
}

#[derive(Serialize)]
struct SameId {
    number: usize,
    of: usize,
}

#[derive(Serialize)]
struct ZoneFields {
    zone: &'static str,
    range: [usize; 2],
}

#[derive(Serialize)]
struct DateFields<'a> {
    range: [usize; 2],
    text: &'a str,
    rule: &'static str,
    zone: &'static str,
    /// First and last day; two readings where the writing contradicts itself.
    readings: Vec<[Date; 2]>,
}

/// Writes the article as a JSON line, with which one its text is of several with one id, and of several versions.
///
/// # Errors
/// If `out` fails.
pub fn write_json(
    out: &mut dyn Write,
    article: &Article,
    (of, version): (Of, Option<Version>),
    path_names: &PathNames,
) -> io::Result<()> {
    let zones = article.zones.iter();
    let date = |mention: Mention| DateFields {
        range: [mention.range.start, mention.range.end],
        zone: article
            .zone_at(mention.range.start)
            .map_or("", ZoneKind::name),
        text: &article.text[mention.range],
        rule: mention.rule.name(),
        readings: mention
            .readings
            .iter()
            .map(|period| [period.first, period.last])
            .collect(),
    };
    let fields = ArticleFields {
        id: &article.id,
        path: &path_names.show(&article.file),
        published: article.published.as_ref().map(PublishedFields::new),
        source: article.source.as_deref(),
        fields: &article.fields,
        note: (!article.notes.is_empty()).then(|| notes(&article.notes, Language::English)),
        title: article.title(),
        start: article.start,
        place: article.place,
        same_id: (of.all > 1).then_some(SameId {
            number: of.number,
            of: of.all,
        }),
        version: version.map(VersionFields::new),
        text: &article.text,
        zones: zones
            .map(|zone| ZoneFields {
                zone: zone.kind.name(),
                range: [zone.range.start, zone.range.end],
            })
            .collect(),
        dates: article.mentions().into_iter().map(date).collect(),
    };
    write_line(out, &Line::new("article", fields))
}
