//! Cues: phrases that tell what a line is, from the list `cues.tsv`.
//!
//! Folds a line only as far as a phrase may go: nearly always its first word.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::lines::Line;
use crate::ZoneKind;
use arabic_text::words;

/// How a phrase applies; `cues.tsv` explains each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum CueKind {
    Line,
    Label,
    Start,
    Clear,
    End,
    Top,
    Above,
    Tail,
    After,
    DatelineWord,
    CueWord,
    CallToAction,
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
struct Cue {
    sense: Sense,
    how: CueKind,
    /// Folded.
    words: Vec<String>,
}

/// A line with a phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct CueMatch<'a> {
    pub kind: ZoneKind,
    pub how: CueKind,
    /// What stands after the phrase and its colon.
    pub rest: &'a str,
}

/// Phrases by their first word, the longest first.
static CUES: LazyLock<HashMap<String, Vec<Cue>>> = LazyLock::new(|| {
    let mut cues: HashMap<String, Vec<Cue>> = HashMap::new();
    for cue in include_str!("cues.tsv").lines().flat_map(read) {
        if let Some(first) = cue.words.first() {
            cues.entry(first.clone()).or_default().push(cue);
        }
    }
    for list in cues.values_mut() {
        list.sort_by_key(|cue| std::cmp::Reverse(cue.words.len()));
    }
    cues
});

/// The phrases in a line of the list; none in a comment.
fn read(line: &str) -> Vec<Cue> {
    let mut fields = line.split('\t');
    let (Some(kind), Some(how)) = (fields.next(), fields.next()) else {
        return Vec::new();
    };
    let (Some(sense), Some(how)) = (sense(kind), cue_kind(how)) else {
        return Vec::new();
    };
    fields
        .map(|phrase| Cue {
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
        _ => ZoneKind::from_name(name).map(Sense::Zone),
    }
}

fn cue_kind(name: &str) -> Option<CueKind> {
    Some(match name {
        "line" => CueKind::Line,
        "label" => CueKind::Label,
        "start" => CueKind::Start,
        "clear" => CueKind::Clear,
        "end" => CueKind::End,
        "top" => CueKind::Top,
        "above" => CueKind::Above,
        "tail" => CueKind::Tail,
        "after" => CueKind::After,
        "word" => CueKind::DatelineWord,
        "hint" => CueKind::CueWord,
        "call" => CueKind::CallToAction,
        _ => return None,
    })
}

/// What the phrase at the beginning of `line` says it is, if it applies there: `may` says which
/// ways of applying the place of the line allows.
pub(super) fn match_cue<'a>(
    line: &Line<'a>,
    may: impl Fn(CueKind) -> bool,
) -> Option<CueMatch<'a>> {
    find(line.text, |kind, how, rest, is_label| {
        let length = rest.split_whitespace().take(61).count();
        let fits = match how {
            CueKind::Line => rest.chars().all(|c| !c.is_alphabetic()) && !line.text.ends_with(':'),
            CueKind::Label | CueKind::Above | CueKind::Tail => {
                let may_be_long = matches!(kind, ZoneKind::Tags | ZoneKind::Related);
                let is_date = kind == ZoneKind::Dateline && how == CueKind::Label;
                (is_label || length == 0)
                    && length <= longest_rest(kind, how)
                    && (length <= 6 || may_be_long || !line.ends_a_sentence())
                    && (length == 0 || !is_date || has_digit(rest))
            }
            CueKind::Start => line.words <= 12 || line.words <= 25 && !line.ends(),
            CueKind::Clear => line.words <= 50,
            CueKind::End => line.words <= 15,
            CueKind::Top => line.words <= 8 && !line.ends_a_sentence(),
            CueKind::After | CueKind::DatelineWord | CueKind::CueWord | CueKind::CallToAction => {
                false
            }
        };
        fits && may(how)
    })
}

/// What the phrase that opens `text` says it is, where `text` follows the end of a sentence in the
/// last paragraph.
pub(super) fn match_after_sentence(text: &str) -> Option<CueMatch<'_>> {
    find(text, |kind, how, rest, is_label| {
        let length = rest.split_whitespace().take(61).count();
        match how {
            CueKind::Tail => is_label && length <= longest_rest(kind, how),
            CueKind::After => (1..=20).contains(&length),
            _ => false,
        }
    })
}

/// The headline in `text` after the phrase that announces a link to the article itself.
pub(super) fn linked_headline(text: &str) -> Option<&str> {
    const FEWEST: usize = 2;
    let marked = match_after_sentence(text)?;
    let is_headline = marked.kind == ZoneKind::Boilerplate
        && marked.how == CueKind::Tail
        && marked.rest.split_whitespace().count() >= FEWEST;
    is_headline.then_some(marked.rest)
}

/// The most words that stand after a label; with more of them the line is running text.
fn longest_rest(kind: ZoneKind, how: CueKind) -> usize {
    match (kind, how) {
        (ZoneKind::Tags, _) => 60,
        (ZoneKind::Related, _) | (ZoneKind::Boilerplate, CueKind::Tail) => 30,
        (ZoneKind::Boilerplate, _) => 6,
        _ => 12,
    }
}

/// The longest phrase that opens `text` and `fits`, given its zone, the way it applies, what stands
/// after it and whether a colon or the like stands between.
fn find(text: &str, fits: impl Fn(ZoneKind, CueKind, &str, bool) -> bool) -> Option<CueMatch<'_>> {
    let mut rest = words(text);
    if !rest.advance() {
        return None;
    }
    let cues = CUES.get(rest.form())?;
    let mut ends = vec![rest.range().end];
    let mut forms = vec![rest.form().to_string()];
    for cue in cues {
        let Sense::Zone(kind) = cue.sense else {
            continue;
        };
        while forms.len() < cue.words.len() && rest.advance() {
            forms.push(rest.form().to_string());
            ends.push(rest.range().end);
        }
        if !forms.starts_with(&cue.words) {
            continue;
        }
        let after = &text[ends[cue.words.len() - 1]..];
        let after = after.trim_start_matches(|c: char| c.is_whitespace() || "\"'”»)]*".contains(c));
        let content = after.trim_start_matches(|c: char| c.is_whitespace() || is_label_end(c));
        if fits(kind, cue.how, content, is_label(kind, after)) {
            return Some(CueMatch {
                kind,
                how: cue.how,
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
pub(super) fn match_name(
    forms: &[String],
    wanted: impl Fn(Sense) -> bool,
) -> Option<(Sense, usize)> {
    let cue = CUES.get(forms.first()?)?.iter().find(|cue| {
        cue.how == CueKind::DatelineWord && wanted(cue.sense) && forms.starts_with(&cue.words)
    })?;
    Some((cue.sense, cue.words.len()))
}

/// Whether the folded `form` is in the list by itself as this.
pub(super) fn is_cue_word(form: &str, kind: ZoneKind, how: CueKind) -> bool {
    let is_it =
        |cue: &Cue| cue.how == how && cue.sense == Sense::Zone(kind) && cue.words.len() == 1;
    CUES.get(form).is_some_and(|cues| cues.iter().any(is_it))
}

#[cfg(test)]
mod tests {
    use super::super::lines::lines;
    use super::*;

    #[test]
    fn every_line_of_the_list_can_be_read() {
        for line in include_str!("cues.tsv").lines() {
            let is_comment = line.is_empty() || line.starts_with('#');
            let cues = read(line);
            assert_eq!(cues.is_empty(), is_comment, "{line}");
            assert!(cues.iter().all(|cue| !cue.words.is_empty()), "{line}");
        }
    }

    #[test]
    fn a_phrase_needs_its_shape() {
        use ZoneKind::{Boilerplate, Related, Source, Tags};
        for (line, expected) in [
            ("إقرأ أيضاً:", Some((Related, ""))),
            ("اقرا ايضا - عنوان آخر", Some((Related, "عنوان آخر"))),
            ("كلمات دلالية: روسيا", Some((Tags, "روسيا"))),
            ("المصدر: تاس", Some((Source, "تاس"))),
            ("المصدر الذي طلب عدم ذكر اسمه", None),
            ("تعليقات (20)", Some((Boilerplate, "(20)"))),
            ("تعليقات الصحف على الحادث", None),
            ("شاهد أيضا كيف حدث ذلك في المدينة", None),
            ("مناقشة", Some((Boilerplate, ""))),
            ("مناقشة:", None),
            ("صورة.. حريق في المدينة", None),
            ("اقرأ أيضا.. عنوان آخر", Some((Related, "عنوان آخر"))),
        ] {
            let found = match_cue(&lines(line)[0], |how| how != CueKind::End);
            assert_eq!(
                found.map(|marked| (marked.kind, marked.rest)),
                expected,
                "{line}"
            );
        }
    }
}
