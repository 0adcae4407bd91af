//! Snippets: the few words of an article that show best why it is a hit.
//!
//! Cut between words only, inside one line of the text.

use std::collections::HashSet;
use std::ops::Range;

use crate::highlight::Highlight;
use fihris_corpus::{Article, ZoneKind};
use fihris_index::stored::TokenPosition;

/// Words in a snippet, at most.
const LENGTH: usize = 32;

/// A snippet may begin at the start of its line or of a sentence if that is at most so many words from where it
/// would begin.
const REACH: usize = 8;

/// The signs that end a sentence.
const ENDS: &[char] = &['.', '!', '?', '؟', '…', '۔', '؛'];

/// A piece of an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snippet {
    /// Byte range in the article's text.
    pub range: Range<usize>,
    /// Whether the line goes on before it.
    pub is_cut_before: bool,
    /// Whether the line goes on after it.
    pub is_cut_behind: bool,
}

/// The best piece of the text outside the headline: with as many different clauses of the query as
/// there can be, then with as many highlights by strong rules, then the earliest. Without a highlight, the
/// first words of the body.
#[must_use]
pub fn best_snippet(
    article: &Article,
    words: &[TokenPosition],
    highlights: &[Highlight],
) -> Option<Snippet> {
    let outside: Vec<&TokenPosition> = words
        .iter()
        .filter(|word| word.zone != ZoneKind::Title)
        .collect();
    let words = if outside.is_empty() {
        words.iter().collect()
    } else {
        outside
    };
    let starts: Vec<usize> = words.iter().map(|word| word.range.start).collect();
    let word_at = |byte: usize| starts.binary_search(&byte).ok();
    let matched: Vec<(usize, usize, &Highlight)> = highlights
        .iter()
        .filter_map(|highlight| {
            let first = word_at(highlight.range.start)?;
            let last = starts.partition_point(|&start| start < highlight.range.end) - 1;
            Some((first, last, highlight))
        })
        .collect();
    let breaks: Vec<usize> = article.text.match_indices('\n').map(|(at, _)| at).collect();
    let mut best: Option<(u32, Range<usize>)> = None;
    for (i, &(first, last, _)) in matched.iter().enumerate() {
        let line = line_of(&breaks, &words, first);
        let mut clauses = HashSet::new();
        let mut value = 0;
        let mut end = last;
        for &(mark_first, mark_last, highlight) in &matched[i..] {
            if mark_last >= line.end || mark_last - first >= LENGTH {
                break;
            }
            debug_assert!(mark_first >= first);
            clauses.insert(highlight.clause);
            value += 6 - (highlight.rule as u32).min(5);
            end = mark_last;
        }
        let value = u32::try_from(clauses.len()).unwrap_or(0) * 1000 + value;
        if best.as_ref().is_none_or(|(most, _)| value > *most) {
            best = Some((value, first..end + 1));
        }
    }
    let core = best.map_or_else(
        || {
            let body = words.iter().position(|word| word.zone == ZoneKind::Body);
            let lead = body.unwrap_or(0);
            lead..lead
        },
        |(_, core)| core,
    );
    let line = line_of(&breaks, &words, core.start);
    let range = widen(core, &line, |word| {
        begins_sentence(&article.text, &words, word)
    });
    let (first, last) = (
        words.get(range.start)?,
        words.get(range.end.checked_sub(1)?)?,
    );
    Some(Snippet {
        range: with_punctuation(&article.text, first.range.start..last.range.end),
        is_cut_before: range.start > line.start,
        is_cut_behind: range.end < line.end,
    })
}

/// The indexes of the words in the line that holds the word `i`; `breaks` are the bytes of all line
/// breaks.
fn line_of(breaks: &[usize], words: &[&TokenPosition], i: usize) -> Range<usize> {
    let Some(word) = words.get(i) else {
        return 0..0;
    };
    let behind = breaks.partition_point(|&at| at < word.range.start);
    let start = behind.checked_sub(1).map_or(0, |before| breaks[before]);
    let end = breaks.get(behind).copied().unwrap_or(usize::MAX);
    words.partition_point(|word| word.range.start < start)
        ..words.partition_point(|word| word.range.end <= end)
}

/// Widens `range` over the quotation marks before it and the punctuation after it.
fn with_punctuation(text: &str, range: Range<usize>) -> Range<usize> {
    let is_edge = |c: char| !c.is_whitespace() && !c.is_alphanumeric();
    let (before, behind) = (&text[..range.start], &text[range.end..]);
    before.trim_end_matches(is_edge).len()..text.len() - behind.trim_start_matches(is_edge).len()
}

/// Whether a sentence begins with the word `i`: behind a sign that ends one and white space, unless that stands behind a
/// letter by itself, which is an abbreviation, or a figure.
fn begins_sentence(text: &str, words: &[&TokenPosition], i: usize) -> bool {
    let Some(before) = i.checked_sub(1).map(|before| &words[before].range) else {
        return true;
    };
    let between = &text[before.end..words[i].range.start];
    let is_short = text[before.clone()].chars().nth(1).is_none();
    let end = between.rfind(ENDS).filter(|_| !is_short);
    end.is_some_and(|end| between[end..].contains(char::is_whitespace))
}

/// Fills a snippet up with the words around its core, as many before it as after it; it begins with a sentence, if one
/// begins near.
fn widen(
    core: Range<usize>,
    line: &Range<usize>,
    begins_sentence: impl Fn(usize) -> bool,
) -> Range<usize> {
    let free = LENGTH.saturating_sub(core.len());
    let mut start = core.start.saturating_sub(free / 2).max(line.start);
    if start - line.start <= REACH && core.end - line.start <= LENGTH {
        start = line.start;
    }
    let end = (start + LENGTH).max(core.end).min(line.end);
    start = start.min(end.saturating_sub(LENGTH).max(line.start));
    let nearest = (start.saturating_sub(REACH).max(line.start)..=(start + REACH).min(core.start))
        .filter(|word| core.end <= word + LENGTH && begins_sentence(*word))
        .min_by_key(|word| word.abs_diff(start));
    match nearest.filter(|_| start > line.start) {
        Some(sentence) => sentence..(sentence + LENGTH).max(core.end).min(line.end),
        None => start..end,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn punctuation_stays_with_its_words() {
        let text = "قال «إن الأمر كذلك». ثم";
        let inside = text.find("إن").unwrap()..text.find("».").unwrap();
        assert_eq!(&text[with_punctuation(text, inside)], "«إن الأمر كذلك».");
    }

    #[test]
    fn a_snippet_is_filled_up_inside_its_line() {
        let plain = |core, line: Range<usize>| widen(core, &line, |_| false);
        assert_eq!(plain(50..52, 0..200), 35..67);
        assert_eq!(plain(5..7, 0..200), 0..32);
        assert_eq!(plain(198..200, 0..200), 168..200);
        assert_eq!(plain(12..13, 10..15), 10..15);
    }

    #[test]
    fn a_snippet_begins_with_a_sentence_if_one_begins_near() {
        let with = |core, sentences: &[usize]| widen(core, &(0..200), |i| sentences.contains(&i));
        for (core, sentences, expected) in [
            (50..52, &[30, 37][..], 37..69),
            (50..52, &[30], 30..62),
            (50..52, &[26, 44], 35..67), // none is near
            (50..80, &[48, 52], 48..80),
            (50..81, &[48], 50..82),
            (5..7, &[4], 0..32), // the line begins near
            (198..200, &[170], 170..200),
        ] {
            assert_eq!(with(core.clone(), sentences), expected, "{core:?}");
        }
    }

    #[test]
    fn sentences_begin_behind_signs_that_end_them() {
        let text = "قال د. سليم إن 3.5 كفى. وأضاف: «نعم»! \"لا\" و. أ. قال؟نعم";
        let article = Article::new("a", "", text);
        let words: Vec<TokenPosition> = fihris_index::stored::token_positions(&article).collect();
        let words: Vec<&TokenPosition> = words.iter().collect();
        let begin = |i: &usize| begins_sentence(text, &words, *i);
        let beginning: Vec<&str> = (0..words.len())
            .filter(begin)
            .map(|i| &text[words[i].range.clone()])
            .collect();
        assert_eq!(beginning, ["قال", "وأضاف", "لا"]);
    }
}
