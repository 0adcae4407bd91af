//! Substitutions: the places where one text has some words and the other has others.

use std::ops::Range;

use imara_diff::Diff;

use super::figure::{days_differ, numbers_differ};
use super::text::{ComparedText, stem};
use super::word_list::{Introduces, are_opposite, introduces, is_exchanged, is_same};
use arabic_text::numerals::numeral;
use arabic_text::stop_words::may_be_stop_word;
use arabic_text::transliteration::{TransliterationDiff, consonant_skeleton, transliteration_diff};

/// Substitutions with fewer equal words between them are one: a reader takes the words for reworded, too.
const LEAST_BETWEEN: usize = 2;

/// More words than this, on either side, are a passage that was rewritten, not words in the place of
/// others.
const LONGEST: usize = 12;

/// Words with fewer letters are not taken for each other's misspellings, nor for the same but for vowels.
const LONG_WORD: usize = 5;

/// Words `a` of one text that stand where the other has the words `b`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Substitution {
    pub a: Range<usize>,
    pub b: Range<usize>,
}

/// The stems of the words that stand in one text only, and of those in their place in the other.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Edit<'a>(Vec<&'a str>, Vec<&'a str>);

impl Edit<'_> {
    /// How many words stand in the place of others.
    pub fn len(&self) -> usize {
        self.0.len().min(self.1.len())
    }
}

/// What a substitution says of two texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Verdict<'a> {
    /// Nothing: words left out, spelled otherwise, or exchanged as editors do.
    Same,
    /// Words in the place of others: an editor's, if there are few.
    Edit(Edit<'a>),
    /// Other numbers, days or names.
    OtherNews,
}

/// The substitutions between two texts, in order.
pub(super) fn substitutions(diff: &Diff) -> Vec<Substitution> {
    let mut substitutions: Vec<Substitution> = Vec::new();
    let words = |range: Range<u32>| range.start as usize..range.end as usize;
    for hunk in diff.hunks() {
        let (a, b) = (words(hunk.before), words(hunk.after));
        match substitutions.last_mut() {
            Some(last) if a.start - last.a.end < LEAST_BETWEEN => {
                (last.a.end, last.b.end) = (a.end, b.end);
            }
            _ => substitutions.push(Substitution { a, b }),
        }
    }
    substitutions
}

/// Judges a substitution: these words of one text against those of the other.
pub(super) fn verdict<'a>(
    ours: (&'a ComparedText, Range<usize>),
    theirs: (&'a ComparedText, Range<usize>),
) -> Verdict<'a> {
    let ((a, at_a), (b, at_b)) = (ours, theirs);
    if at_a.is_empty() || at_b.is_empty() || at_a.len().max(at_b.len()) > LONGEST {
        return Verdict::Same;
    }
    let (words_a, words_b) = (&*a.words(at_a.clone()), &*b.words(at_b.clone()));
    if words_a.concat() == words_b.concat() {
        return Verdict::Same;
    }
    let passages = ((words_a, a.figures()), (words_b, b.figures()));
    if numbers_differ(passages.0, passages.1)
        || days_differ(words_a, words_b)
        || are_opposite(words_a, words_b)
    {
        return Verdict::OtherNews;
    }
    let new_a = new_words(words_a, words_b, b);
    let new_b = new_words(words_b, words_a, a);
    if new_a.is_empty() || new_b.is_empty() {
        return Verdict::Same;
    }
    let is_name = is_named((a, &at_a), &new_a) && is_named((b, &at_b), &new_b);
    let is_headed = |text: &ComparedText, new: &[usize], words: &[&str]| {
        new.iter().any(|word| text.is_headed_by(stem(words[*word])))
    };
    if is_name || is_headed(a, &new_a, words_a) && is_headed(b, &new_b, words_b) {
        return Verdict::OtherNews;
    }
    // Papers open with a dateline of their own and end with a credit.
    let is_outer = at_a.start == 0 && at_b.start == 0 || at_a.end == a.len() && at_b.end == b.len();
    if is_outer {
        Verdict::Same
    } else {
        let stems = |new: &[usize], words: &[&'a str]| {
            let stems = new.iter().map(|word| stem(words[*word]));
            stems.collect()
        };
        Verdict::Edit(Edit(stems(&new_a, words_a), stems(&new_b, words_b)))
    }
}

/// Those of `words`, by their places, that say something and stand nowhere in the other text, nor as
/// another spelling in `others`, which are in their place.
fn new_words(words: &[&str], others: &[&str], other: &ComparedText) -> Vec<usize> {
    let is_new = |word: &str| {
        let says_something = numeral(word).is_none()
            && word.chars().nth(1).is_some()
            && !word.bytes().any(|byte| byte.is_ascii_digit())
            && !may_be_stop_word(word)
            && !is_exchanged(word);
        says_something
            && !other.has(stem(word))
            && !others.iter().any(|other| is_spelling(word, other))
    };
    let words = words.iter().enumerate();
    let new = words.filter(|(_, word)| is_new(word));
    new.map(|(place, _)| place).collect()
}

/// Whether one of the `new` words of the substitution `at` is a name, by what stands beside it.
fn is_named((text, at): (&ComparedText, &Range<usize>), new: &[usize]) -> bool {
    let word = |place: usize| (place < text.len()).then(|| text.word(place));
    new.iter().map(|place| at.start + place).any(|place| {
        let before = place.checked_sub(1).and_then(word).map(introduces);
        let behind = word(place + 1).map(introduces);
        match before {
            Some(Introduces::Place | Introduces::RestOfName) => true,
            Some(Introduces::Name) if !text.word(place).starts_with("ال") => true,
            _ => behind == Some(Introduces::RestOfName),
        }
    })
}

/// Whether two words may be spellings, forms or names of one thing: long ones that differ in one letter, in
/// vowels only, or by letters in front or behind.
fn is_spelling(a: &str, b: &str) -> bool {
    let (stem_a, stem_b) = (stem(a), stem(b));
    if stem_a == stem_b || is_same(stem_a, stem_b) {
        return true;
    }
    let letters = |word: &str| word.chars().count();
    let shorter = letters(stem_a).min(letters(stem_b));
    let sound_alike = || transliteration_diff(stem_a, stem_b) == Some(TransliterationDiff::SoundG);
    shorter + 1 >= LONG_WORD && sound_alike()
        || shorter >= LONG_WORD
            && (consonant_skeleton(stem_a) == consonant_skeleton(stem_b)
                || differ_in_one_letter(stem_a, stem_b))
        || shorter + 1 >= LONG_WORD && (stem_a.contains(stem_b) || stem_b.contains(stem_a))
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
