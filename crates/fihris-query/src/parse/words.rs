//! The words of one piece of a query, and how they are asked for.

use std::ops::Range;

use crate::ast::{MatchMode, QueryTerm, query_terms};
use crate::parse::chars::wildcard;
use crate::parse::error::Problem;
use crate::word_class::WordClass;
use arabic_text::stem::{PROCLITICS, Proclitic};
use arabic_text::words::written_words;
use arabic_text::{fold, words};

/// The least letters of a pattern: with fewer, nearly every article matches.
const MIN_LETTERS: usize = 2;

/// Whether a pattern of these letters fits nearly every article; the article alone begins every other word.
fn is_wide(letters: &str) -> bool {
    let is_article = |proclitic: &Proclitic| proclitic.has_article && proclitic.letters == letters;
    letters.chars().count() < MIN_LETTERS || PROCLITICS.iter().any(is_article)
}

/// The words at `range` of `query`. A pattern is one; of several words before a `*` it belongs to the
/// last.
///
/// # Errors
/// If it is a pattern that nearly every word fits.
pub(super) fn parse_terms(
    query: &str,
    range: &Range<usize>,
    mode: MatchMode,
) -> Result<Vec<QueryTerm>, Problem> {
    let text = &query[range.clone()];
    if mode == MatchMode::Pattern {
        return Ok(vec![pattern(text, range)?]);
    }
    if mode == MatchMode::Default
        && let Some(word) = marked(text, range)
    {
        return Ok(vec![word]);
    }
    let mut terms = query_terms(text);
    for word in &mut terms {
        word.range = range.start + word.range.start..range.start + word.range.end;
        if mode != MatchMode::Prefix {
            word.mode = mode;
        }
    }
    if let Some(last) = terms.last_mut() {
        last.mode = mode;
        if mode == MatchMode::Prefix && is_wide(&last.form) {
            return Err(Problem::WidePattern);
        }
    }
    Ok(terms)
}

/// The Arabic word in `text` that is asked for with its family, `@قضاء`, or as one of a class, `كتب/فعل`.
fn marked(text: &str, range: &Range<usize>) -> Option<QueryTerm> {
    let class = |(word, mark)| Some((word, MatchMode::OfClass(WordClass::of_mark(mark)?)));
    let family = || Some((text.strip_prefix('@')?, MatchMode::Family));
    let (word, mode) = text.rsplit_once('/').and_then(class).or_else(family)?;
    let mut words = written_words(word);
    let first = words.next()?;
    let is_one = is_arabic(&first.form) && words.next().is_none();
    is_one.then(|| QueryTerm {
        raw: text.strip_prefix('@').unwrap_or(text).to_string(),
        form: first.form,
        range: range.clone(),
        mode,
        is_apart: false,
    })
}

/// The word at `range` becomes one that others may become by so many changes of a letter; without a
/// number, by one if it is short.
///
/// # Errors
/// If the number is none that is possible.
pub(super) fn fuzzy(word: &mut QueryTerm, number: &str) -> Result<(), Problem> {
    let changes = match number {
        "" if word.form.chars().count() < 6 => 1,
        "" | "2" => 2,
        "1" => 1,
        _ => return Err(Problem::NoDistance),
    };
    word.mode = MatchMode::Fuzzy(changes);
    Ok(())
}

fn is_arabic(form: &str) -> bool {
    form.chars().all(|c| ('ء'..='ۓ').contains(&c))
}

/// The folded pattern in `text`.
fn pattern(text: &str, range: &Range<usize>) -> Result<QueryTerm, Problem> {
    let mut form = String::new();
    let mut letters = String::new();
    for piece in text.split_inclusive(|c| wildcard(c).is_some()) {
        let sign = piece.chars().next_back().and_then(wildcard);
        let piece = piece.trim_end_matches(|c| wildcard(c).is_some());
        let folded = fold(piece);
        let mut inside = words(&folded);
        let is_word = folded.is_empty() || (inside.advance() && inside.form() == folded);
        if !is_word {
            return Err(Problem::WidePattern);
        }
        letters.push_str(&folded);
        form.push_str(&folded);
        if !(sign == Some('*') && form.ends_with('*')) {
            form.extend(sign);
        }
    }
    if is_wide(&letters) {
        return Err(Problem::WidePattern);
    }
    Ok(QueryTerm {
        raw: text.to_string(),
        form,
        range: range.clone(),
        mode: MatchMode::Pattern,
        is_apart: false,
    })
}
