//! Lists of words: those that editors exchange freely, names of one thing,
//! opposites, and words that names follow.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::text::stem;
use arabic_text::fold;

/// What a word says of the one after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Introduces {
    /// Nothing.
    Nothing,
    /// It is part of a name, and so is the word before this one: `بن`.
    RestOfName,
    /// It is the name of somebody, unless it has an article: `الرئيس`.
    Name,
    /// It is the name of a place or an institution: `محافظة`, `نادي`.
    Place,
}

/// What a word is listed as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Listed {
    Exchanged,
    Introduces(Introduces),
}

/// The sections of the list, each with its lines.
fn section(name: &str) -> impl Iterator<Item = &'static str> {
    let sections = include_str!("word_list.txt").split('[').skip(1);
    let lines = sections.filter_map(move |section| {
        let (title, lines) = section.split_once("]\n")?;
        (title == name).then_some(lines)
    });
    let lines = lines.flat_map(str::lines);
    lines.filter(|line| !line.is_empty() && !line.starts_with('#'))
}

static LISTED: LazyLock<FxHashMap<String, Listed>> = LazyLock::new(|| {
    let mut listed = FxHashMap::default();
    for (name, kind) in [
        ("exchanged", Listed::Exchanged),
        ("before a name", Listed::Introduces(Introduces::Name)),
        ("inside a name", Listed::Introduces(Introduces::RestOfName)),
        ("before a place", Listed::Introduces(Introduces::Place)),
    ] {
        let words = section(name).flat_map(str::split_whitespace);
        listed.extend(words.map(|word| (fold(word), kind)));
    }
    listed
});

/// The stems of names, with the line of the thing.
static NAMES: LazyLock<FxHashMap<String, usize>> = LazyLock::new(|| {
    let lines = section("names of one thing on each line").enumerate();
    let names = lines.flat_map(|(thing, line)| {
        let stems = line.split_whitespace().map(folded_stem);
        stems.map(move |stem| (stem, thing))
    });
    names.collect()
});

/// The stems of words that have opposites, with their line and the side on which they stand.
static OPPOSITES: LazyLock<FxHashMap<String, (usize, usize)>> = LazyLock::new(|| {
    let lines = section("opposites on each line").enumerate();
    let sides = lines.flat_map(|(line, words)| {
        let sides = words.split('|').enumerate();
        sides.map(move |(side, words)| (line, side, words))
    });
    let opposites = sides.flat_map(|(line, side, words)| {
        let stems = words.split_whitespace().map(folded_stem);
        stems.map(move |stem| (stem, (line, side)))
    });
    opposites.collect()
});

fn folded_stem(word: &str) -> String {
    stem(&fold(word)).to_string()
}

/// The word as it is listed: by itself, else without one or two letters that are written onto its front.
fn listed(word: &str) -> Option<Listed> {
    let one = word.strip_prefix(['و', 'ف', 'ب', 'ل', 'ك']);
    let forms = [
        Some(word),
        one,
        one.and_then(|rest| rest.strip_prefix(['ب', 'ل'])),
    ];
    let found = forms
        .into_iter()
        .flatten()
        .find_map(|form| LISTED.get(form));
    found.copied()
}

/// Whether the folded `word` is one that editors put in and take out, or exchange for another, without
/// saying anything else, or only says what the name behind it names.
pub(super) fn is_listed(word: &str) -> bool {
    listed(word).is_some()
}

/// Whether two stems are of names of one thing.
pub(super) fn is_same(a: &str, b: &str) -> bool {
    NAMES
        .get(a)
        .is_some_and(|thing| NAMES.get(b) == Some(thing))
}

/// Whether of these stems the one has a word whose opposite the other has: `وصل`, `غادر`.
pub(super) fn are_opposite(a: &[&str], b: &[&str]) -> bool {
    let opposites = |stems: &[&str]| -> Vec<(usize, usize)> {
        let found = stems.iter().filter_map(|stem| OPPOSITES.get(*stem));
        found.copied().collect()
    };
    let (a, b) = (opposites(a), opposites(b));
    let lacks = |side: (usize, usize), words: &[(usize, usize)]| !words.contains(&side);
    a.iter().any(|&(line, side)| {
        let opposite = (line, 1 - side);
        b.contains(&opposite) && lacks(opposite, &a) && lacks((line, side), &b)
    })
}

/// Whether the folded `word` is `today`.
pub(super) fn is_today(word: &str) -> bool {
    matches!(word, "اليوم" | "واليوم" | "لليوم")
}

/// Whether the folded `word`, before `اليوم`, makes it any day: `عشر ساعات في اليوم`.
pub(super) fn makes_any_day(word: &str) -> bool {
    matches!(word, "في" | "من")
}

/// Whether the folded `word`, behind `اليوم`, makes it any day: `اليوم الوطني`, `اليوم الواحد`.
pub(super) fn is_no_day(word: &str) -> bool {
    section("after a day that is not today")
        .any(|line| line.split(' ').any(|listed| fold(listed) == word))
}

/// What the folded `word` says of the one after it.
pub(super) fn introduces(word: &str) -> Introduces {
    match listed(word) {
        Some(Listed::Introduces(what)) => what,
        _ => Introduces::Nothing,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_one_thing_are_told_by_their_stems() {
        let is_same = |a: &str, b: &str| is_same(stem(&fold(a)), stem(&fold(b)));
        assert!(is_same("المملكة", "والسعودية"));
        assert!(is_same("المصارف", "بالبنوك"));
        assert!(!is_same("السعودية", "أمريكا"));
        assert!(!is_same("القاهرة", "القاهرة")); // not listed
    }

    #[test]
    fn opposites_are_on_both_sides() {
        let are_opposite = |a: &[&'static str], b: &[&'static str]| {
            let stems = |words: &[&'static str]| -> Vec<&str> {
                words.iter().map(|word| stem(word)).collect()
            };
            are_opposite(&stems(a), &stems(b))
        };
        assert!(are_opposite(&["وصل", "الوزير"], &["غادر", "الوزير"]));
        assert!(!are_opposite(&["وصل"], &["وصول"]));
        assert!(!are_opposite(&["وصل", "وغادر"], &["غادر"]));
        for line in section("opposites on each line") {
            assert_eq!(line.matches('|').count(), 1, "{line}");
        }
    }

    #[test]
    fn words_are_found_with_their_proclitics() {
        for word in ["واوضح", "امس", "مشيرا", "ولفت"] {
            assert!(is_listed(word), "{word}");
        }
        for (word, expected) in [
            ("بمحافظه", Introduces::Place),
            ("وبمدينه", Introduces::Place),
            ("لرييس", Introduces::Name),
            ("بن", Introduces::RestOfName),
            ("وزاره", Introduces::Nothing),
        ] {
            assert_eq!(introduces(word), expected, "{word}");
        }
    }
}
