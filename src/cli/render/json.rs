//! JSON: one object a line, each with the version of the form it is in.
//!
//! Byte ranges count in the article's text as `show` prints it. Knows forms, not sources.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::ops::Range;

use jiff::civil::Date;
use serde::Serialize;
use serde_json::Serializer;

use super::copy::Copy;
use super::hits::title_range;
use super::json_writer::OneLine;
use super::version::VersionFields;
use arabic_dates::PublicationDate;
use fihris_corpus::{PathNames, ZoneKind};
use fihris_query::suggest::MissingTerm;
use fihris_search::score_explanation::TermScore;
use fihris_search::{Highlight, Hit, ScoreExplanation};

/// The version of all forms; a change that could break a reader raises it.
pub const VERSION: u32 = 1;

/// Writes `object` as one line.
///
/// # Errors
/// If `out` fails.
pub fn write_line(out: &mut dyn Write, object: &impl Serialize) -> io::Result<()> {
    object.serialize(&mut Serializer::with_formatter(&mut *out, OneLine))?;
    writeln!(out)
}

/// A line of any kind: its version, its kind, its own fields.
#[derive(Serialize)]
pub struct Line<'a, T> {
    version: u32,
    r#type: &'a str,
    #[serde(flatten)]
    fields: T,
}

impl<'a, T> Line<'a, T> {
    /// A line of the kind `kind`.
    #[must_use]
    pub fn new(kind: &'a str, fields: T) -> Self {
        Self {
            version: VERSION,
            r#type: kind,
            fields,
        }
    }
}

/// A hit.
#[derive(Serialize)]
pub struct HitFields<'a> {
    rank: usize,
    id: &'a str,
    path: String,
    title: Option<&'a str>,
    /// When it was published, where somebody says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    published: Option<PublishedFields>,
    /// Who published it, where the input says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<&'a str>,
    /// Its address on the web, where the input gives one.
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'a str>,
    /// What the input says besides: its address and the like.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    fields: &'a BTreeMap<String, String>,
    score: f32,
    /// Marks in the whole article.
    matches: usize,
    /// Its copies that match as well.
    copies: usize,
    /// These copies, where they were asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    copy_list: Option<Vec<Copy>>,
    /// Where there are other versions of it.
    #[serde(flatten)]
    version: Option<VersionFields>,
    snippet: Option<Piece<'a>>,
    /// Marks in the headline and the snippet.
    marks: Vec<MarkFields<'a>>,
    /// What makes up the score, the greatest share first.
    reasons: Vec<ReasonFields<'a>>,
    /// The share of the score for words near each other and in the lead.
    closeness: f32,
}

#[derive(Serialize)]
struct ReasonFields<'a> {
    text: &'a str,
    asked: &'a str,
    rule: &'a str,
    zone: &'a str,
    times: usize,
    share: f32,
}

impl<'a> ReasonFields<'a> {
    fn new(reason: &'a TermScore) -> Self {
        Self {
            text: &reason.text,
            asked: &reason.query_text,
            rule: reason.rule.name(),
            zone: reason.zone.map_or("", ZoneKind::name),
            times: reason.occurrences,
            share: rounded(reason.share),
        }
    }
}

/// A share to four places: more is noise.
fn rounded(share: f32) -> f32 {
    (share * 1e4).round() / 1e4
}

/// The day of publishing.
#[derive(Serialize)]
pub(super) struct PublishedFields {
    date: Date,
    /// What tells so.
    by: &'static str,
}

impl PublishedFields {
    pub fn new(published: &PublicationDate) -> Self {
        Self {
            date: published.date,
            by: published.source.name(),
        }
    }
}

/// A piece of a text.
#[derive(Serialize)]
struct Piece<'a> {
    range: [usize; 2],
    zone: &'a str,
    text: &'a str,
}

#[derive(Serialize)]
struct MarkFields<'a> {
    range: [usize; 2],
    text: &'a str,
    asked: &'a str,
    rule: &'a str,
    zone: &'a str,
}

/// The name of the zone at a byte of a hit's text.
fn zone_of(hit: &Hit, at: usize) -> &'static str {
    hit.article.zone_at(at).map_or("", ZoneKind::name)
}

/// The fields of the hit that comes as number `rank`, counted from 1, with its copies if they are listed.
#[must_use]
pub fn hit<'a>(
    hit: &'a Hit,
    reasons: &'a ScoreExplanation,
    rank: usize,
    path_names: &PathNames,
    copies: Option<Vec<Copy>>,
) -> HitFields<'a> {
    let text = &hit.article.text;
    let title = title_range(hit);
    let piece = |range: &Range<usize>| Piece {
        range: [range.start, range.end],
        zone: zone_of(hit, range.start),
        text: &text[range.clone()],
    };
    let mark = |mark: &'a Highlight| MarkFields {
        range: [mark.range.start, mark.range.end],
        text: &text[mark.range.clone()],
        asked: &mark.query_text,
        rule: mark.rule.name(),
        zone: zone_of(hit, mark.range.start),
    };
    let in_title = title
        .iter()
        .flat_map(|range| hit.highlights_in(range))
        .map(mark);
    let shown = hit
        .snippet
        .iter()
        .filter(|snippet| Some(&snippet.range) != title.as_ref());
    let in_snippet = shown.flat_map(|s| hit.highlights_in(&s.range)).map(mark);
    HitFields {
        rank,
        id: &hit.article.id,
        path: path_names.show(&hit.article.file),
        title: hit.article.title(),
        published: hit.article.published.as_ref().map(PublishedFields::new),
        source: hit.article.source.as_deref(),
        url: hit.article.url(),
        fields: &hit.article.fields,
        score: hit.score,
        matches: hit.highlights.len(),
        copies: hit.copies,
        copy_list: copies,
        version: hit.version.map(VersionFields::new),
        snippet: hit.snippet.as_ref().map(|snippet| piece(&snippet.range)),
        marks: in_title.chain(in_snippet).collect(),
        reasons: reasons.terms.iter().map(ReasonFields::new).collect(),
        closeness: rounded(reasons.proximity),
    }
}

/// The last line of a search.
#[derive(Serialize)]
pub struct SearchSummary<'a> {
    /// As typed.
    pub query: &'a str,
    /// The query that says the same, where what was typed was read otherwise than it stands.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub read_as: Option<&'a str>,
    /// Articles that match.
    pub total: u64,
    /// Hits these are, where copies count as one.
    pub stories: u64,
    /// Articles with some of the words, shown where none has all.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub partial: Option<u64>,
    /// Articles that match only in zones that were not searched.
    pub elsewhere: u64,
    /// Articles that would match if it were known when they were published.
    pub undated: u64,
    /// The first hit shown, counted from 0.
    pub offset: usize,
    /// Hits shown.
    pub shown: usize,
    /// Words that no article holds, where nothing was found.
    #[serde(skip_serializing_if = "<[MissingTerm]>::is_empty")]
    pub missing: &'a [MissingTerm],
}
