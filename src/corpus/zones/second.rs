//! Second stories: whether the headline below a "read also" begins an article of its own.
//!
//! Most such headlines are links, and the story that they interrupt goes on. An article of its own
//! says in its first sentences what its headline says, in words that were not in the text before.
//! In doubt there is no second story.

use std::collections::HashSet;

use super::lines::Line;
use crate::arabic::words;
use crate::corpus::ZoneKind;

/// The paragraphs that must follow the headline, and the words that they must have together.
const FEWEST_PARAGRAPHS: usize = 2;
const FEWEST_WORDS: usize = 30;
/// How many of the next lines are looked at for them.
const NEAR: usize = 4;
/// How many lines of the text before are compared, so that long texts take no longer than they are.
const LOOKED_BACK: usize = 100;
/// How many words of the headline must be new to the text and come again below it; and half of those
/// that are new.
const FEWEST_COMMON: usize = 4;
/// The same where the story before had its end: its source or its tags; and two of five.
const FEWEST_COMMON_AFTER_END: usize = 2;

/// Whether the line at `headline` opens a second story; `kinds` are those of the lines before it.
pub(super) fn opens_story(lines: &[Line], kinds: &[ZoneKind], headline: usize) -> bool {
    let near = &lines[headline + 1..(headline + 1 + NEAR).min(lines.len())];
    let paragraphs: Vec<&Line> = near.iter().filter(|line| line.is_paragraph()).collect();
    let length: usize = paragraphs.iter().map(|line| line.words).sum();
    if paragraphs.len() < FEWEST_PARAGRAPHS || length < FEWEST_WORDS {
        return false;
    }
    let before: HashSet<String> = lines[..(headline - 1).min(LOOKED_BACK)]
        .iter()
        .flat_map(|line| content(line.text))
        .collect();
    let below: HashSet<String> = paragraphs
        .into_iter()
        .take(3)
        .flat_map(|line| content(line.text))
        .collect();
    let said: HashSet<String> = content(lines[headline].text).collect();
    let new: Vec<&String> = said.iter().filter(|word| !before.contains(*word)).collect();
    let common = new.iter().filter(|word| below.contains(**word)).count();
    if has_end(&kinds[..headline - 1]) {
        common >= FEWEST_COMMON_AFTER_END && common * 5 >= new.len() * 2
    } else {
        common >= FEWEST_COMMON && common * 2 >= new.len()
    }
}

/// Whether the lines before ended with what stands below an article.
fn has_end(kinds: &[ZoneKind]) -> bool {
    matches!(kinds.last(), Some(ZoneKind::Source | ZoneKind::Tags))
}

/// The words of `text` that carry its subject: folded, without article and conjunction, no short ones.
pub(super) fn content(text: &str) -> impl Iterator<Item = String> {
    words(text).filter_map(|word| {
        let bare = ["وال", "بال", "لل", "ال", "و", "ب", "ل"]
            .iter()
            .find_map(|clitic| word.form.strip_prefix(clitic))
            .filter(|bare| bare.chars().count() >= 3)
            .unwrap_or(&word.form);
        (bare.chars().count() >= 3).then(|| bare.to_string())
    })
}
