//! What stands below the last paragraph: lines there that are no sentences are nearly always boilerplate.
//!
//! Goes by shape, and by the words of sites (`hint` and `call` in `cues.tsv`), so that wordings that
//! no list names are told apart too. What stands above the first sure boilerplate stays in the body: poems,
//! results, a writer's last words.

use std::cell::LazyCell;

use rustc_hash::FxHashSet;

use super::cue_words::{asks_the_reader, has_cue_word};
use super::cues::{CueKind, match_cue};
use super::dateline::is_date;
use super::lines::{Line, words};
use super::links::{has_boilerplate, is_built_as_headline};
use super::story_boundary::content_words;
use crate::ZoneKind::{self, Body, Boilerplate, Dateline, Related, Source, Tags};

/// A line of more words is left to the lists of phrases.
const LONGEST_WITH_CUE_WORD: usize = 15;
/// A short line after boilerplate has at most so many words.
const LONGEST_LEFTOVER: usize = 12;
/// The same in texts whose paragraphs do not end as sentences do.
const LONGEST_ITEM: usize = 4;
/// A label has at most this many words.
const LONGEST_LABEL: usize = 6;

/// Labels what is below the last paragraph; `is_regular` says that paragraphs here end as sentences do.
pub(super) fn label_below(lines: &[Line], is_regular: bool, kinds: &mut [ZoneKind]) {
    let is_paragraph = |i: &usize| kinds[*i] == Body && lines[*i].is_paragraph();
    let paragraphs: Vec<usize> = (0..lines.len()).filter(is_paragraph).collect();
    let Some(&last) = paragraphs.last() else {
        return;
    };
    let ended = paragraphs.iter().filter(|i| lines[**i].ends()).count();
    let is_trusted = paragraphs.len() >= 2 && ended * 4 >= paragraphs.len() * 3;
    label_named(lines, last + 1, kinds);
    let is_boilerplate = |kind: &ZoneKind| !matches!(kind, Body | Dateline);
    if is_trusted && (has_boilerplate(kinds) || kinds[last + 1..].iter().any(is_boilerplate)) {
        label_calls_to_action(lines, last + 1, kinds);
        label_links(lines, last + 1, kinds);
    }
    let mut has_boilerplate = false;
    for i in last + 1..lines.len() {
        let (line, before) = (&lines[i], kinds[i - 1]);
        let is_link = || is_regular && is_built_as_headline(line);
        if kinds[i] != Body {
        } else if has_boilerplate && is_link() && (before == Related || !line.text.contains(':')) {
            kinds[i] = Related;
        } else if is_leftover(line, is_trusted && has_boilerplate, before) {
            kinds[i] = Boilerplate;
        }
        has_boilerplate |= is_boilerplate(&kinds[i]);
    }
}

/// Labels lines from `start` on that tell by themselves what they are.
fn label_named(lines: &[Line], start: usize, kinds: &mut [ZoneKind]) {
    let article = &lines[..start];
    let said: LazyCell<FxHashSet<u64>, _> = LazyCell::new(|| {
        article
            .iter()
            .flat_map(|line| content_words(line.text))
            .collect()
    });
    let is_said = |word: u64| said.contains(&word);
    for i in start..lines.len() {
        let line = &lines[i];
        if kinds[i] != Body {
            continue;
        }
        let is_last = i + 1 == lines.len();
        let named = match_cue(line, |how| how == CueKind::End).map(|marked| marked.kind);
        kinds[i] = named
            .or_else(|| is_clock(line.text).then_some(Boilerplate))
            .or_else(|| is_date(line).then_some(Dateline))
            .or_else(|| kind_of_row(line, is_said))
            .or_else(|| kind_by_cue_word(line))
            .or_else(|| (is_last && is_affiliation(&lines[i - 1..])).then_some(Boilerplate))
            .unwrap_or(Body);
    }
}

/// Labels lines from `start` on that ask the reader to do something.
fn label_calls_to_action(lines: &[Line], start: usize, kinds: &mut [ZoneKind]) {
    for (line, kind) in lines[start..].iter().zip(&mut kinds[start..]) {
        if *kind == Body && may_have_cue_word(line) && asks_the_reader(line.text) {
            *kind = Boilerplate;
        }
    }
}

/// Labels headlines from `start` on that stand below a label.
fn label_links(lines: &[Line], start: usize, kinds: &mut [ZoneKind]) {
    let mut items = Items::default();
    let mut i = start;
    while i < lines.len() {
        let count = match kinds[i] {
            Body => links(lines, kinds, i, &mut items),
            _ => 0,
        };
        kinds[i..i + count].fill(Related);
        i += count.max(1);
    }
}

/// How many of the lines from `at` on are a label and the headlines below it; 0 if they are none.
fn links(lines: &[Line], kinds: &[ZoneKind], at: usize, items: &mut Items) -> usize {
    let label = &lines[at];
    let is_bare = label.bullet().is_none() && !label.text.starts_with(char::is_numeric);
    if label.words > LONGEST_LABEL || label.ends() || !is_bare {
        return 0;
    }
    let (items, built) = items.count(lines, kinds, at + 1);
    let is_list = if is_label(label) {
        built > 0 || items >= 2
    } else {
        items >= 2 && built * 3 >= items
    };
    if is_list { items + 1 } else { 0 }
}

/// Items of a list one below the other. Every line of a list may be the label of those below, so they are
/// counted once, not for each.
#[derive(Debug, Default)]
struct Items {
    /// The first line.
    start: usize,
    /// How many of the lines before each are built as headlines, and before the end.
    built: Vec<usize>,
}

impl Items {
    /// How many of the lines from `start` on are items, and how many of these are built as headlines.
    fn count(&mut self, lines: &[Line], kinds: &[ZoneKind], start: usize) -> (usize, usize) {
        if start < self.start || start >= self.start + self.built.len() {
            let rows = lines[start..].iter().zip(&kinds[start..]);
            let items = rows
                .take_while(|(line, kind)| **kind == Body && !is_label(line))
                .map_while(|(line, _)| item(line));
            let mut built = 0;
            self.start = start;
            self.built.clear();
            self.built.push(built);
            self.built.extend(items.map(|item| {
                built += usize::from(is_built(&item));
                built
            }));
        }
        let below = &self.built[start - self.start..];
        let (Some(first), Some(last)) = (below.first(), below.last()) else {
            return (0, 0);
        };
        (below.len() - 1, last - first)
    }
}

/// Whether the words of `line` make it likely to be a label of headlines.
fn is_label(line: &Line) -> bool {
    line.words <= LONGEST_LABEL && !line.ends() && has_cue_word(line.text, Related)
}

/// The headline in a line of a list, without bullet, number and counter. Lists with `1-` are lists of
/// articles.
fn item<'a>(line: &Line<'a>) -> Option<Line<'a>> {
    const WORDS: std::ops::RangeInclusive<usize> = 3..=18;
    let bare = line.text.trim_start_matches(|c: char| !c.is_alphanumeric());
    let number = bare.trim_start_matches(char::is_numeric);
    if number.len() < bare.len() && !number.starts_with(char::is_whitespace) {
        return None;
    }
    let text = number.trim_start();
    let text = text.split('|').next().unwrap_or(text).trim_end();
    let words = words(text);
    let item = Line {
        text,
        words,
        ..*line
    };
    let fits = WORDS.contains(&words)
        && !item.ends_a_sentence()
        && !text.ends_with(':')
        && kind_by_cue_word(&item).is_none();
    fits.then_some(item)
}

/// Whether an item is built as a headline; a name with a colon and a figure or two words is a row of a
/// table.
fn is_built(item: &Line) -> bool {
    const SHORTEST_WITH_COLON: usize = 5;
    is_built_as_headline(item) && (item.words >= SHORTEST_WITH_COLON || !item.text.contains(':'))
}

/// What the words of sites in `line` say that it is.
fn kind_by_cue_word(line: &Line) -> Option<ZoneKind> {
    let kinds = [Source, Boilerplate].into_iter();
    may_have_cue_word(line)
        .then_some(kinds)?
        .find(|kind| has_cue_word(line.text, *kind))
}

/// Whether `line` may be told by a single word. Articles ask questions, number their lists, introduce
/// poems, and say what is on sites.
fn may_have_cue_word(line: &Line) -> bool {
    const LONGEST_WITH_COLON: usize = 4;
    line.words <= LONGEST_WITH_CUE_WORD
        && !line.ends()
        && (line.words <= LONGEST_WITH_COLON || !line.text.ends_with(':'))
        && !line.text.starts_with(char::is_numeric)
        && !is_label(line)
        && !has_cue_word(line.text, Body)
}

/// What a row of short pieces is: tags if the article says most of them, which `is_said` tells of the words
/// of [`content_words`], else links of the site.
fn kind_of_row(line: &Line, is_said: impl Fn(u64) -> bool) -> Option<ZoneKind> {
    const FEWEST: usize = 3;
    const LONGEST_PIECE: usize = 3;
    const LONGEST_ROW: usize = 40;
    if line.words > LONGEST_ROW || line.ends() {
        return None;
    }
    let (label, rest) = line.text.split_once(':').unwrap_or(("", line.text));
    let sign = ['|', '»', '/', '#', '•', '،']
        .into_iter()
        .find(|sign| rest.contains(*sign))?;
    let pieces: Vec<&str> = rest
        .split(sign)
        .map(str::trim)
        .filter(|p| !p.is_empty())
        .collect();
    let is_short = |text: &str| text.split_whitespace().count() <= LONGEST_PIECE;
    if pieces.len() < FEWEST || !is_short(label) || !pieces.iter().all(|piece| is_short(piece)) {
        return None;
    }
    let is_said = |piece: &&&str| content_words(piece).any(&is_said);
    if pieces.iter().filter(is_said).count() * 2 >= pieces.len() {
        return Some(Tags);
    }
    (sign == '|').then_some(Boilerplate)
}

/// Whether `text` is hours and minutes and at most two words, as agencies put below their texts.
fn is_clock(text: &str) -> bool {
    let (time, rest) = text.split_once(' ').unwrap_or((text, ""));
    let is_digits = |part: &str| part.len() <= 2 && part.bytes().all(|byte| byte.is_ascii_digit());
    time.split_once(':')
        .is_some_and(|(hour, minute)| is_digits(hour) && is_digits(minute))
        && rest.split_whitespace().count() <= 2
        && !rest.contains(char::is_numeric)
}

/// Whether the last of two lines says what its writer is: `* عضو جمعية ...`.
fn is_affiliation(lines: &[Line]) -> bool {
    const LONGEST: usize = 8;
    let [before, last] = lines else { return false };
    last.text.starts_with(['-', '*', '–'])
        && last.words <= LONGEST
        && !last.ends()
        && before.bullet().is_none()
}

/// Whether a line that nothing names is boilerplate because the line before, or some before it, is.
fn is_leftover(line: &Line, has_boilerplate: bool, before: ZoneKind) -> bool {
    if has_boilerplate {
        line.words <= LONGEST_LEFTOVER
            && !line.ends_a_sentence()
            && (line.words <= 2 || !line.text.ends_with(':'))
    } else {
        before == Boilerplate
            && line.words <= LONGEST_ITEM
            && !line.ends()
            && !line.text.ends_with(':')
    }
}
