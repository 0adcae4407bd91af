//! The list of titles, of what stands behind names, and of names that are other words as well.

use std::collections::HashSet;
use std::sync::LazyLock;

use arabic_text::fold;

/// Words about people, folded.
#[derive(Default)]
pub(super) struct TitleList {
    /// Titles of one word.
    pub words: HashSet<String>,
    /// Titles of several.
    pub rows: Vec<Vec<String>>,
    /// What piety puts behind a name.
    pub behind: Vec<Vec<String>>,
    /// Names that parents give and that are other words as well.
    pub given: HashSet<String>,
}

/// All of them.
pub(super) static TITLES: LazyLock<TitleList> = LazyLock::new(|| {
    let mut list = TitleList::default();
    let lines = include_str!("titles.tsv").lines();
    for line in lines.filter(|line| !line.starts_with('#')) {
        let Some((kind, words)) = line.split_once('\t') else {
            continue;
        };
        let words = words.split(' ').map(fold);
        match kind {
            "word" => list.words.extend(words),
            "given" => list.given.extend(words),
            "row" => list.rows.push(words.collect()),
            _ => list.behind.push(words.collect()),
        }
    }
    list
});
