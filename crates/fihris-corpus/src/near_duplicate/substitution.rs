//! Substitutions: the places where one text has some words and the other has others.

use std::ops::Range;

use super::alignment::LONGEST;
use super::day::{days_differ, is_day};
use super::notation::has_digit;
use super::number_change::other_numbers;
use super::spelling::{are_joined, is_spelling};
use super::text::{ComparedText, stem};
use super::word_list::{Introduces, are_opposite, introduces, is_listed};
use arabic_text::numerals::numeral;
use arabic_text::stop_words::may_be_stop_word;

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
    /// Another number, or another word of the headline that stands nowhere else: a slip or what became known
    /// later, where long texts are otherwise the same.
    Slip,
    /// Other numbers, days or names.
    OtherNews,
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
    let (passage_a, passage_b) = (Passage::new(words_a), Passage::new(words_b));
    if days_differ(words_a, words_b) || are_opposite(&passage_a.stems, &passage_b.stems) {
        return Verdict::OtherNews;
    }
    if let Some([of_a, of_b]) = other_numbers((words_a, a), (words_b, b)) {
        let is_headed = |text: &ComparedText, numbers: &[String]| {
            numbers
                .iter()
                .any(|number| text.title_figures().contains(&**number))
        };
        let is_one = of_a.len().max(of_b.len()) == 1;
        return if is_one && !is_headed(a, &of_a) && !is_headed(b, &of_b) {
            Verdict::Slip
        } else {
            Verdict::OtherNews
        };
    }
    let new_a = passage_a.new_words(&passage_b, b);
    if new_a.is_empty() {
        return Verdict::Same;
    }
    let new_b = passage_b.new_words(&passage_a, a);
    if new_b.is_empty() {
        return Verdict::Same;
    }
    if is_named((a, &at_a), &new_a) && is_named((b, &at_b), &new_b) {
        return Verdict::OtherNews;
    }
    let headed_a = passage_a.headed(&new_a, a);
    let headed_b = passage_b.headed(&new_b, b);
    match (&*headed_a, &*headed_b) {
        ([], _) | (_, []) => {}
        ([of_a], [of_b]) if a.has_once(at_a.start + of_a) && b.has_once(at_b.start + of_b) => {
            return Verdict::Slip;
        }
        _ => return Verdict::OtherNews,
    }
    // Papers open with a dateline of their own and end with a credit.
    let is_outer = at_a.start == 0 && at_b.start == 0 || at_a.end == a.len() && at_b.end == b.len();
    if is_outer {
        Verdict::Same
    } else {
        Verdict::Edit(Edit(passage_a.stems(&new_a), passage_b.stems(&new_b)))
    }
}

/// Words of a substitution with their stems.
struct Passage<'w, 'a> {
    words: &'w [&'a str],
    stems: Vec<&'a str>,
}

impl<'w, 'a> Passage<'w, 'a> {
    fn new(words: &'w [&'a str]) -> Self {
        let stems = words.iter().map(|word| stem(word)).collect();
        Self { words, stems }
    }

    /// Its words, by their places, that say something and stand nowhere in the `other` text, nor as another spelling
    /// in `others`, which are in their place.
    fn new_words(&self, others: &Passage, other: &ComparedText) -> Vec<usize> {
        let is_new = |place: &usize| {
            let (word, stem) = (self.words[*place], self.stems[*place]);
            let says_something = numeral(word).is_none()
                && word.chars().nth(1).is_some()
                && !has_digit(word)
                && !may_be_stop_word(word)
                && !is_listed(word)
                && !is_day(word);
            says_something
                && !others.stems.iter().any(|other| is_spelling(stem, other))
                && !other.has(stem)
                && !are_joined(self.words, *place, others.words)
        };
        (0..self.words.len()).filter(is_new).collect()
    }

    /// Those of its words at these places that are in the headline of its text, too.
    fn headed(&self, places: &[usize], text: &ComparedText) -> Vec<usize> {
        let places = places.iter().copied();
        places
            .filter(|place| text.is_headed_by(self.stems[*place]))
            .collect()
    }

    /// The stems of its words at these places.
    fn stems(&self, places: &[usize]) -> Vec<&'a str> {
        places.iter().map(|place| self.stems[*place]).collect()
    }
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
