//! Spelling: whether two papers write one word in two ways.

use super::text::stem;
use super::word_list::is_same;
use arabic_text::transliteration::{TransliterationDiff, consonant_skeleton, transliteration_diff};

/// Words with fewer letters are not taken for each other's misspellings, nor for the same but for vowels.
const LONG_WORD: usize = 5;

/// Letters that differ in their dots only, at least inside of words.
const DOTTED: [&str; 9] = ["بتثني", "جحخ", "دذ", "رز", "سش", "صض", "طظ", "عغ", "فق"];

/// Letters that two names may exchange and be two names: `سالم`, `سلام`.
const VOWELS: [char; 3] = ['ا', 'و', 'ي'];

/// Whether the words with these stems may be spellings, forms or names of one thing: long ones that differ in one letter, in
/// vowels only, or by letters in front or behind, and those that differ in a dot or in the order of two consonants.
pub(super) fn is_spelling(stem_a: &str, stem_b: &str) -> bool {
    if stem_a == stem_b || is_same(stem_a, stem_b) {
        return true;
    }
    let letters = |word: &str| word.chars().count();
    let shorter = letters(stem_a).min(letters(stem_b));
    if shorter + 1 < LONG_WORD {
        return false;
    }
    transliteration_diff(stem_a, stem_b) == Some(TransliterationDiff::SoundG)
        || stem_a.contains(stem_b)
        || stem_b.contains(stem_a)
        || is_slip(stem_a, stem_b)
        || shorter >= LONG_WORD
            && (consonant_skeleton(stem_a) == consonant_skeleton(stem_b)
                || differ_in_one_letter(stem_a, stem_b))
}

/// Whether the word at this place of `words` is written together with the one beside it in `others`, or is two
/// words there: `عبد ربه`, `عبدربه`.
pub(super) fn are_joined(words: &[&str], place: usize, others: &[&str]) -> bool {
    let is_written = |joined: [&str; 2], word: &str| {
        let joined = joined.concat();
        joined == word || stem(&joined) == stem(word)
    };
    let word = words[place];
    let pairs = words.windows(2).skip(place.saturating_sub(1));
    let mut pairs = pairs.take(if place == 0 { 1 } else { 2 });
    pairs.any(|pair| {
        others
            .iter()
            .any(|other| is_written([pair[0], pair[1]], other))
    }) || others
        .windows(2)
        .any(|pair| is_written([pair[0], pair[1]], word))
}

/// Whether the words differ in the dots of one letter, or in the order of two consonants beside each other.
fn is_slip(a: &str, b: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    if a.len() != b.len() {
        return false;
    }
    let same = a.iter().zip(&b).take_while(|(x, y)| x == y).count();
    let (a, b) = (&a[same..], &b[same..]);
    let are_exchanged = a.len() > 1
        && (a[0], a[1]) == (b[1], b[0])
        && !a[..2].iter().any(|letter| VOWELS.contains(letter))
        && a[2..] == b[2..];
    let differ_in_dots = |(a, b): (&char, &char)| {
        DOTTED
            .iter()
            .any(|dotted| dotted.contains(*a) && dotted.contains(*b))
    };
    let is_one_dot = || a.first().zip(b.first()).is_some_and(differ_in_dots) && a[1..] == b[1..];
    are_exchanged || is_one_dot()
}

fn differ_in_one_letter(a: &str, b: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let (a, b) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let same = a.iter().zip(&b).take_while(|(x, y)| x == y).count();
    match b.len() - a.len() {
        0 => a[same..].iter().skip(1).eq(b[same..].iter().skip(1)),
        1 => a[same..] == b[same + 1..],
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_are_told_from_other_words() {
        for (a, b, expected) in [
            ("القنفذه", "القنفده", true),
            ("متنزه", "منتزه", true),
            ("المتوفره", "المتوافره", true),
            ("سالم", "سلام", false),
            ("سالم", "سليم", false),
            ("نجران", "جيزان", false),
            ("حمد", "جمد", false), // too short
        ] {
            assert_eq!(is_spelling(stem(a), stem(b)), expected, "{a} {b}");
        }
    }

    #[test]
    fn words_are_written_together_or_apart() {
        assert!(are_joined(&["الرييس", "عبد", "ربه"], 1, &["عبدربه"]));
        assert!(are_joined(&["الرييس", "عبد", "ربه"], 2, &["عبدربه"]));
        assert!(!are_joined(&["الرييس", "عبد", "ربه"], 0, &["عبدربه"]));
        assert!(are_joined(&["عبدربه"], 0, &["فخامه", "عبد", "ربه"]));
    }
}
