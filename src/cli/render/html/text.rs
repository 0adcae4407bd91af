//! Pieces of texts: cleaned, in their own language and direction, with their marks and dates.
//!
//! Knows texts with marks, not what they belong to.

use std::iter;
use std::ops::Range;

use jiff::civil::Date;
use maud::{Markup, html};
use unicode_normalization::char::is_combining_mark;

use crate::i18n::Language;
use crate::i18n::{rule, zone};
use crate::render::article::days;
use crate::render::clean::{lines, one_line};
use arabic_dates::Mention;
use fihris_corpus::ZoneKind;
use fihris_query::Rule;
use fihris_search::{Highlight, Hit};

/// The most marks that a letter is shown with; Quranic writing has four at most.
const MOST_MARKS: usize = 5;

/// `text` on one line without what could harm a reader: marks that pile up over other lines are cut.
pub fn clean(text: &str) -> String {
    flat(one_line(text))
}

fn flat(mut text: String) -> String {
    let mut marks = 0;
    text.retain(|c| {
        marks = if is_combining_mark(c) { marks + 1 } else { 0 };
        marks <= MOST_MARKS
    });
    text
}

/// `text` set apart from the text around it.
pub fn piece(text: &str) -> Markup {
    html! { bdi lang=[language(text)] { (clean(text)) } }
}

/// The language that most of the letters say it is in; none if there are no letters.
pub fn language(text: &str) -> Option<&'static str> {
    let letters = || text.chars().filter(|c| c.is_alphabetic());
    let arabic = letters().filter(|c| is_arabic(*c)).count();
    let others = letters().count() - arabic;
    match (arabic, others) {
        (0, 0) => None,
        _ if arabic >= others => Some(Language::Arabic.tag()),
        _ => Some(Language::English.tag()),
    }
}

/// Whether `c` is a letter of the Arabic script.
fn is_arabic(c: char) -> bool {
    matches!(c, '\u{600}'..='\u{6FF}' | '\u{750}'..='\u{77F}' | '\u{870}'..='\u{8FF}'
        | '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFF}')
}

/// The direction of a block of text.
pub fn direction(text: &str) -> &'static str {
    match language(text) {
        Some("ar") => Language::Arabic.direction(),
        _ => "auto",
    }
}

/// The text of a hit with its marks.
pub struct Marked<'a> {
    pub hit: &'a Hit,
    /// All dates in the text.
    pub dates: &'a [Mention],
    pub language: Language,
}

impl Marked<'_> {
    /// The text of a byte range.
    pub fn range(&self, range: &Range<usize>) -> Markup {
        let is_shown = |date: &&Mention| {
            let Range { start, end } = date.range;
            let mut marks = self.hit.highlights.iter().map(|mark| &mark.range);
            let is_cut = |mark: &Range<usize>| {
                mark.start < end && start < mark.end && !(start <= mark.start && mark.end <= end)
            };
            range.start <= start && end <= range.end && !marks.any(is_cut)
        };
        let dates: Vec<&Mention> = self.dates.iter().filter(is_shown).collect();
        let between = gaps(range, dates.iter().map(|date| &date.range));
        html! {
            @for (i, gap) in between.enumerate() {
                (self.with_marks(&gap))
                @if let Some(date) = dates.get(i) { (dated(date, &self.with_marks(&date.range))) }
            }
        }
    }

    fn with_marks(&self, range: &Range<usize>) -> Markup {
        let marks: Vec<&Highlight> = self.hit.highlights_in(range).collect();
        let between = gaps(range, marks.iter().map(|mark| &mark.range));
        html! {
            @for (i, gap) in between.enumerate() {
                (clean(&self.hit.article.text[gap]))
                @if let Some(mark) = marks.get(i) { (self.mark(mark)) }
            }
        }
    }

    fn mark(&self, mark: &Highlight) -> Markup {
        let reason = Reason {
            written: &self.hit.article.text[mark.range.clone()],
            asked: &mark.query_text,
            rule: mark.rule,
            zone: self.hit.article.zone_at(mark.range.start),
        };
        reason.mark(self.language)
    }
}

/// Why a word matches.
pub struct Reason<'a> {
    pub written: &'a str,
    pub asked: &'a str,
    pub rule: Rule,
    pub zone: Option<ZoneKind>,
}

impl Reason<'_> {
    /// The word, marked; the reason shows when the word is pointed at or has the focus. That it is a title,
    /// which the style shows of what has the focus, makes long lists of hits half as large as a description
    /// by an element would.
    pub fn mark(&self, language: Language) -> Markup {
        let mut reason = clean(self.written);
        if self.rule != Rule::Written {
            reason = format!("{reason} = {}", clean(self.asked));
        }
        html! {
            mark tabindex="0" title={
                (reason) " · " (rule(self.rule, language))
                @if let Some(kind) = self.zone { " · " (zone(kind, language)) }
            } { (clean(self.written)) }
        }
    }
}

/// The lines of a byte range of `text` with the `dates` in it.
pub fn with_dates(text: &str, range: &Range<usize>, dates: &[Mention]) -> Markup {
    let is_inside =
        |date: &&Mention| range.start <= date.range.start && date.range.end <= range.end;
    let dates: Vec<&Mention> = dates.iter().filter(is_inside).collect();
    let between = gaps(range, dates.iter().map(|date| &date.range));
    html! {
        @for (i, gap) in between.enumerate() {
            (flat(lines(&text[gap]).into_owned()))
            @if let Some(date) = dates.get(i) {
                (dated(date, &html! { (clean(&text[date.range.clone()])) }))
            }
        }
    }
}

/// What of `range` is before, between and behind the ranges `inside` it.
fn gaps<'a>(
    range: &Range<usize>,
    inside: impl Iterator<Item = &'a Range<usize>> + Clone,
) -> impl Iterator<Item = Range<usize>> {
    let starts = iter::once(range.start).chain(inside.clone().map(|piece| piece.end));
    let ends = inside.map(|piece| piece.start).chain([range.end]);
    starts.zip(ends).map(|(start, end)| start..end)
}

/// What is written of a date, with the days it means.
fn dated(date: &Mention, written: &Markup) -> Markup {
    let readings: Vec<String> = date.readings.iter().copied().map(days).collect();
    let meant = readings.join(" / ");
    html! {
        @match &readings[..] {
            [one] if !one.contains("..") => time datetime=(one) title=(meant) { (written) },
            _ => span.date title=(meant) { (written) },
        }
    }
}

/// A day.
pub fn day(day: Date) -> Markup {
    html! { time datetime=(day) { (day) } }
}
