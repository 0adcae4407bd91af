//! Phrases that tell what a line is, from the list `markers.tsv`.
//!
//! Folds a line only as far as a phrase may go: nearly always its first word. Knows what a phrase
//! wants of its line, not where in the text the line stands.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::lines::Line;
use crate::corpus::ZoneKind;
use arabic_text::words;

/// How a phrase applies; `markers.tsv` explains each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum How {
    Line,
    Label,
    Start,
    Clear,
    End,
    Top,
    Above,
    Tail,
    After,
    Word,
    Hint,
    Call,
}

/// What a phrase stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sense {
    Zone(ZoneKind),
    Agency,
    Paper,
    Place,
    Date,
}

/// A phrase of the list.
#[derive(Debug)]
struct Marker {
    sense: Sense,
    how: How,
    /// Folded.
    words: Vec<String>,
}

/// A line with a phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Marked<'a> {
    pub kind: ZoneKind,
    pub how: How,
    /// What stands after the phrase and its colon.
    pub rest: &'a str,
}

/// Phrases by their first word, the longest first.
static MARKERS: LazyLock<HashMap<String, Vec<Marker>>> = LazyLock::new(|| {
    let mut markers: HashMap<String, Vec<Marker>> = HashMap::new();
    for marker in include_str!("markers.tsv").lines().flat_map(read) {
        if let Some(first) = marker.words.first() {
            markers.entry(first.clone()).or_default().push(marker);
        }
    }
    for list in markers.values_mut() {
        list.sort_by_key(|marker| std::cmp::Reverse(marker.words.len()));
    }
    markers
});

/// The phrases in a line of the list; none in a comment.
fn read(line: &str) -> Vec<Marker> {
    let mut fields = line.split('\t');
    let (Some(kind), Some(how)) = (fields.next(), fields.next()) else {
        return Vec::new();
    };
    let (Some(sense), Some(how)) = (sense(kind), self::how(how)) else {
        return Vec::new();
    };
    fields
        .map(|phrase| Marker {
            sense,
            how,
            words: words(phrase).map(|word| word.form).collect(),
        })
        .collect()
}

fn sense(name: &str) -> Option<Sense> {
    match name {
        "agency" => Some(Sense::Agency),
        "paper" => Some(Sense::Paper),
        "place" => Some(Sense::Place),
        "date" => Some(Sense::Date),
        _ => ZoneKind::of_name(name).map(Sense::Zone),
    }
}

fn how(name: &str) -> Option<How> {
    Some(match name {
        "line" => How::Line,
        "label" => How::Label,
        "start" => How::Start,
        "clear" => How::Clear,
        "end" => How::End,
        "top" => How::Top,
        "above" => How::Above,
        "tail" => How::Tail,
        "after" => How::After,
        "word" => How::Word,
        "hint" => How::Hint,
        "call" => How::Call,
        _ => return None,
    })
}

/// What the phrase at the beginning of `line` says it is, if it applies there: `may` says which
/// ways of applying the place of the line allows.
pub(super) fn mark<'a>(line: &Line<'a>, may: impl Fn(How) -> bool) -> Option<Marked<'a>> {
    find(line.text, |kind, how, rest, is_label| {
        let length = rest.split_whitespace().take(61).count();
        let fits = match how {
            How::Line => rest.chars().all(|c| !c.is_alphabetic()) && !line.text.ends_with(':'),
            How::Label | How::Above | How::Tail => {
                let may_be_long = matches!(kind, ZoneKind::Tags | ZoneKind::Related);
                let is_date = kind == ZoneKind::Dateline && how == How::Label;
                (is_label || length == 0)
                    && length <= longest_rest(kind, how)
                    && (length <= 6 || may_be_long || !line.ends_a_sentence())
                    && (length == 0 || !is_date || has_digit(rest))
            }
            How::Start => line.words <= 12 || line.words <= 25 && !line.ends(),
            How::Clear => line.words <= 50,
            How::End => line.words <= 15,
            How::Top => line.words <= 8 && !line.ends_a_sentence(),
            How::After | How::Word | How::Hint | How::Call => false,
        };
        fits && may(how)
    })
}

/// What the phrase that opens `text` says it is, where `text` follows the end of a sentence in the
/// last paragraph.
pub(super) fn mark_after(text: &str) -> Option<Marked<'_>> {
    find(text, |kind, how, rest, is_label| {
        let length = rest.split_whitespace().take(61).count();
        match how {
            How::Tail => is_label && length <= longest_rest(kind, how),
            How::After => (1..=20).contains(&length),
            _ => false,
        }
    })
}

/// The headline in `text` behind the phrase that announces a link to the article itself.
pub(super) fn linked(text: &str) -> Option<&str> {
    const FEWEST: usize = 2;
    let marked = mark_after(text)?;
    let is_headline = marked.kind == ZoneKind::Furniture
        && marked.how == How::Tail
        && marked.rest.split_whitespace().count() >= FEWEST;
    is_headline.then_some(marked.rest)
}

/// The most words that stand after a label; with more of them the line is running text.
fn longest_rest(kind: ZoneKind, how: How) -> usize {
    match (kind, how) {
        (ZoneKind::Tags, _) => 60,
        (ZoneKind::Related, _) | (ZoneKind::Furniture, How::Tail) => 30,
        (ZoneKind::Furniture, _) => 6,
        _ => 12,
    }
}

/// The longest phrase that opens `text` and `fits`, given its zone, the way it applies, what stands
/// after it and whether a colon or the like stands between.
fn find(text: &str, fits: impl Fn(ZoneKind, How, &str, bool) -> bool) -> Option<Marked<'_>> {
    let mut rest = words(text);
    if !rest.advance() {
        return None;
    }
    let markers = MARKERS.get(rest.form())?;
    let mut ends = vec![rest.range().end];
    let mut forms = vec![rest.form().to_string()];
    for marker in markers {
        let Sense::Zone(kind) = marker.sense else {
            continue;
        };
        while forms.len() < marker.words.len() && rest.advance() {
            forms.push(rest.form().to_string());
            ends.push(rest.range().end);
        }
        if !forms.starts_with(&marker.words) {
            continue;
        }
        let after = &text[ends[marker.words.len() - 1]..];
        let after = after.trim_start_matches(|c: char| c.is_whitespace() || "\"'”»)]*".contains(c));
        let content = after.trim_start_matches(|c: char| c.is_whitespace() || is_label_end(c));
        if fits(kind, marker.how, content, is_label(kind, after)) {
            return Some(Marked {
                kind,
                how: marker.how,
                rest: content,
            });
        }
    }
    None
}

/// Whether there is a digit in `text`, as in every date.
fn has_digit(text: &str) -> bool {
    text.chars().any(char::is_numeric)
}

/// Whether the phrase of this `kind` before `after` is a label. Dots alone make none but a link:
/// `اقرأ أيضا.. عنوان`, for headlines begin so too: `تقرير.. عنوان`.
fn is_label(kind: ZoneKind, after: &str) -> bool {
    let has_dots = after.starts_with(['.', '…']);
    after.starts_with(is_label_end) && (!has_dots || kind == ZoneKind::Related)
}

/// Whether `c` may end a label.
fn is_label_end(c: char) -> bool {
    matches!(
        c,
        ':' | '：' | '|' | '-' | '–' | '—' | '←' | '»' | '>' | '.' | '…'
    )
}

/// How many of the folded `forms` the longest word or name of a dateline that opens them takes, and
/// in which of the senses that `wanted` accepts.
pub(super) fn known(forms: &[String], wanted: impl Fn(Sense) -> bool) -> Option<(Sense, usize)> {
    let marker = MARKERS.get(forms.first()?)?.iter().find(|marker| {
        marker.how == How::Word && wanted(marker.sense) && forms.starts_with(&marker.words)
    })?;
    Some((marker.sense, marker.words.len()))
}

/// Whether the folded `form` is in the list by itself as this.
pub(super) fn is_listed(form: &str, kind: ZoneKind, how: How) -> bool {
    let is_it = |marker: &Marker| {
        marker.how == how && marker.sense == Sense::Zone(kind) && marker.words.len() == 1
    };
    MARKERS
        .get(form)
        .is_some_and(|markers| markers.iter().any(is_it))
}

#[cfg(test)]
mod tests {
    use super::super::lines::lines;
    use super::*;

    #[test]
    fn every_line_of_the_list_can_be_read() {
        for line in include_str!("markers.tsv").lines() {
            let is_comment = line.is_empty() || line.starts_with('#');
            let markers = read(line);
            assert_eq!(markers.is_empty(), is_comment, "{line}");
            assert!(
                markers.iter().all(|marker| !marker.words.is_empty()),
                "{line}"
            );
        }
    }

    #[test]
    fn a_phrase_needs_its_shape() {
        use ZoneKind::{Furniture, Related, Source, Tags};
        for (line, expected) in [
            ("إقرأ أيضاً:", Some((Related, ""))),
            ("اقرا ايضا - عنوان آخر", Some((Related, "عنوان آخر"))),
            ("كلمات دلالية: روسيا", Some((Tags, "روسيا"))),
            ("المصدر: تاس", Some((Source, "تاس"))),
            ("المصدر الذي طلب عدم ذكر اسمه", None),
            ("تعليقات (20)", Some((Furniture, "(20)"))),
            ("تعليقات الصحف على الحادث", None),
            ("شاهد أيضا كيف حدث ذلك في المدينة", None),
            ("مناقشة", Some((Furniture, ""))),
            ("مناقشة:", None),
            ("صورة.. حريق في المدينة", None),
            ("اقرأ أيضا.. عنوان آخر", Some((Related, "عنوان آخر"))),
        ] {
            let found = mark(&lines(line)[0], |how| how != How::End);
            assert_eq!(
                found.map(|marked| (marked.kind, marked.rest)),
                expected,
                "{line}"
            );
        }
    }
}
