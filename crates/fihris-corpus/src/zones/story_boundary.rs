//! Story boundaries: whether the headline below a "read also" begins an article of its own.
//!
//! Most such headlines are links, and the story that they interrupt goes on. An article of its own
//! says in its first sentences what its headline says, in words that were not in the text before.
//! In doubt there is no boundary.

use rustc_hash::{FxHashMap, FxHashSet};
use xxhash_rust::xxh3::xxh3_64;

use super::lines::Line;
use crate::ZoneKind;
use arabic_text::words;

/// The paragraphs that must follow the headline, and the words that they must have together.
const FEWEST_PARAGRAPHS: usize = 2;
const FEWEST_WORDS: usize = 30;
/// How many of the next lines are looked at for them.
const NEAR: usize = 4;
/// How many lines right before it are compared. What a long text said earlier may come up again as news.
const LOOKED_BACK: usize = 100;
/// How many words of the headline must be new to the text and come again below it; and half of those
/// that are new.
const FEWEST_COMMON: usize = 4;
/// The same where the story before had its end: its source or its tags; and two of five.
const FEWEST_COMMON_AFTER_END: usize = 2;

/// The words of a story so far, each with the last line that has it.
#[derive(Debug, Default)]
pub(super) struct StoryWords {
    last_lines: FxHashMap<u64, usize>,
    /// The first line that was not read.
    unread: usize,
}

impl StoryWords {
    /// Reads `lines`, the story so far, as far as they may matter; every line is read at most once.
    fn read(&mut self, lines: &[Line]) {
        self.unread = self.unread.max(lines.len().saturating_sub(LOOKED_BACK));
        for (i, line) in lines.iter().enumerate().skip(self.unread) {
            self.last_lines
                .extend(content_words(line.text).map(|word| (word, i)));
        }
        self.unread = self.unread.max(lines.len());
    }

    /// Whether one of the last of so many lines has `word`.
    fn has(&self, word: u64, lines: usize) -> bool {
        let last = self.last_lines.get(&word);
        last.is_some_and(|&line| line + LOOKED_BACK >= lines)
    }
}

/// Whether the line at `headline` opens a second story; `kinds` are those of the lines before it, `before`
/// is kept between calls for one story.
pub(super) fn starts_story(
    lines: &[Line],
    kinds: &[ZoneKind],
    headline: usize,
    before: &mut StoryWords,
) -> bool {
    let near = &lines[headline + 1..(headline + 1 + NEAR).min(lines.len())];
    let paragraphs: Vec<&Line> = near.iter().filter(|line| line.is_paragraph()).collect();
    let length: usize = paragraphs.iter().map(|line| line.words).sum();
    if paragraphs.len() < FEWEST_PARAGRAPHS || length < FEWEST_WORDS {
        return false;
    }
    before.read(&lines[..headline - 1]);
    let said: FxHashSet<u64> = content_words(lines[headline].text).collect();
    let new = said
        .into_iter()
        .filter(|word| !before.has(*word, headline - 1));
    let new: FxHashSet<u64> = new.collect();
    let first = paragraphs.into_iter().take(3);
    let common: FxHashSet<u64> = first
        .flat_map(|line| content_words(line.text))
        .filter(|word| new.contains(word))
        .collect();
    let (common, new) = (common.len(), new.len());
    if has_end(&kinds[..headline - 1]) {
        common >= FEWEST_COMMON_AFTER_END && common * 5 >= new * 2
    } else {
        common >= FEWEST_COMMON && common * 2 >= new
    }
}

/// Whether the lines before ended with what stands below an article.
fn has_end(kinds: &[ZoneKind]) -> bool {
    matches!(kinds.last(), Some(ZoneKind::Source | ZoneKind::Tags))
}

/// The words of `text` that carry its subject: folded, without article and conjunction, no short ones; as
/// hashes, so that those of a long text take little memory.
pub(super) fn content_words(text: &str) -> impl Iterator<Item = u64> {
    let mut words = words(text);
    std::iter::from_fn(move || {
        while words.advance() {
            let form = words.form();
            let bare = ["وال", "بال", "لل", "ال", "و", "ب", "ل"]
                .iter()
                .find_map(|proclitic| form.strip_prefix(proclitic))
                .filter(|bare| bare.chars().nth(2).is_some())
                .unwrap_or(form);
            if bare.chars().nth(2).is_some() {
                return Some(xxh3_64(bare.as_bytes()));
            }
        }
        None
    })
}
