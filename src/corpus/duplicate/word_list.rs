//! Lists of words: those that editors exchange freely, names of one thing, and words that names follow.
//!
//! Knows single words.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::text::stem;
use crate::arabic::fold;

/// What a word says of the one behind it.
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
    /// The stem of one of the names of one thing, with the number of that.
    Name(usize),
    Introduces(Introduces),
}

static LISTED: LazyLock<FxHashMap<String, Listed>> = LazyLock::new(|| {
    let mut listed = FxHashMap::default();
    let mut kind = Listed::Exchanged;
    for (number, line) in include_str!("word_list.txt").lines().enumerate() {
        if let Listed::Name(thing) = &mut kind {
            *thing = number;
        }
        match line {
            "[names of one thing on each line]" => kind = Listed::Name(number),
            "[exchanged]" => kind = Listed::Exchanged,
            "[before a name]" => kind = Listed::Introduces(Introduces::Name),
            "[inside a name]" => kind = Listed::Introduces(Introduces::RestOfName),
            "[before a place]" => kind = Listed::Introduces(Introduces::Place),
            _ if line.starts_with('#') => {}
            _ => listed.extend(line.split_whitespace().map(|word| {
                let word = fold(word);
                let is_name = matches!(kind, Listed::Name(_));
                (
                    if is_name {
                        stem(&word).to_string()
                    } else {
                        word
                    },
                    kind,
                )
            })),
        }
    }
    listed
});

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
/// saying anything else.
pub(super) fn is_exchanged(word: &str) -> bool {
    listed(word) == Some(Listed::Exchanged)
}

/// Whether two stems are of names of one thing.
pub(super) fn is_same(a: &str, b: &str) -> bool {
    matches!((LISTED.get(a), LISTED.get(b)), (Some(Listed::Name(a)), Some(Listed::Name(b))) if a == b)
}

/// What the folded `word` says of the one behind it.
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
    fn words_are_found_with_their_clitics() {
        for word in ["واوضح", "امس", "مشيرا", "ولفت"] {
            assert!(is_exchanged(word), "{word}");
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
