//! A text to compare: its folded words, with what is asked of them again and again.

use std::cell::OnceCell;
use std::ops::Range;

use jiff::civil::Date;
use memchr::memmem;
use xxhash_rust::xxh3::xxh3_64;

use super::figure::{Figures, figures};
use crate::{Article, ZoneKind};
use arabic_text::stem::{PROCLITICS, SUFFIXES};
use arabic_text::words;

/// So many words of a body are compared; what two longer texts say after that is not looked at. A page
/// of a paper has two or three thousand.
const MOST_WORDS: usize = 10_000;

/// The fewest letters that are left of a word without its proclitics and its suffix.
const SHORTEST_STEM: usize = 3;

/// The words of an article's body and headline.
#[derive(Clone, Debug, Default)]
pub struct ComparedText {
    /// The folded words of its body, in order.
    words: FoldedWords,
    /// A hash of each.
    pub(super) hashes: Vec<u64>,
    title: FoldedWords,
    /// When it was published, if that is known.
    pub(super) published: Option<Date>,
    /// The hashes in their own order: worked out when somebody asks, as are the figures.
    sorted: OnceCell<Vec<u64>>,
    figures: OnceCell<Figures>,
    title_figures: OnceCell<Figures>,
}

impl ComparedText {
    /// The text of `article`.
    #[must_use]
    pub fn new(article: &Article) -> Self {
        let zones = article.zones.iter();
        let bodies = zones.filter(|zone| zone.kind == ZoneKind::Body);
        let bodies = bodies.map(|zone| &article.text[zone.range.clone()]);
        Self {
            published: article.published.as_ref().map(|published| published.date),
            ..Self::from_parts(article.title().unwrap_or_default(), bodies)
        }
    }

    /// The text with this headline and body.
    #[must_use]
    pub fn from_parts<'a>(title: &str, body: impl IntoIterator<Item = &'a str>) -> Self {
        let words = FoldedWords::new(body);
        Self {
            hashes: words.iter().map(hash).collect(),
            words,
            title: FoldedWords::new([title]),
            ..Self::default()
        }
    }

    /// How many words are compared.
    #[must_use]
    pub fn len(&self) -> usize {
        self.hashes.len()
    }

    /// Whether the body has no word.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.hashes.is_empty()
    }

    /// The body's word at this place.
    pub(super) fn word(&self, place: usize) -> &str {
        self.words.get(place)
    }

    /// The body's words at these places.
    pub(super) fn words(&self, places: Range<usize>) -> Vec<&str> {
        places.map(|place| self.word(place)).collect()
    }

    /// The headline's words.
    pub(super) fn title(&self) -> Vec<&str> {
        self.title.iter().collect()
    }

    /// Whether its body has a word with this stem.
    pub(super) fn has(&self, stem: &str) -> bool {
        self.words.have(stem)
    }

    /// Whether the word at this place stands nowhere else in its body.
    pub(super) fn has_once(&self, place: usize) -> bool {
        let word = self.hashes[place];
        self.hashes.iter().filter(|other| **other == word).count() == 1
    }

    /// Whether its headline has a word with this stem.
    pub(super) fn is_headed_by(&self, stem: &str) -> bool {
        self.title.have(stem)
    }

    /// How many words its body can have in common with another, in whatever order.
    pub(super) fn most_in_common(&self, other: &Self) -> usize {
        let [a, b] = [self, other].map(|text| {
            text.sorted.get_or_init(|| {
                let mut sorted = text.hashes.clone();
                sorted.sort_unstable();
                sorted
            })
        });
        let (mut i, mut j, mut common) = (0, 0, 0);
        while let (Some(x), Some(y)) = (a.get(i), b.get(j)) {
            common += usize::from(x == y);
            i += usize::from(x <= y);
            j += usize::from(y <= x);
        }
        common
    }

    /// The numbers in its body.
    pub(super) fn figures(&self) -> &Figures {
        let words = || self.words.iter().collect::<Vec<_>>();
        self.figures.get_or_init(|| figures(&words()))
    }

    /// The numbers in its headline.
    pub(super) fn title_figures(&self) -> &Figures {
        self.title_figures.get_or_init(|| figures(&self.title()))
    }
}

/// Folded words, one after the other.
#[derive(Clone, Debug, Default)]
struct FoldedWords {
    letters: String,
    /// Where each ends.
    ends: Vec<usize>,
}

impl FoldedWords {
    fn new<'a>(pieces: impl IntoIterator<Item = &'a str>) -> Self {
        let mut folded = Self::default();
        for piece in pieces {
            let mut words = words(piece);
            while folded.ends.len() < MOST_WORDS && words.advance() {
                // عبد العزيز is one name, which is often written as one word.
                if words.form().starts_with("ال") && folded.is_servant() {
                    folded.ends.pop();
                }
                folded.letters.push_str(words.form());
                folded.ends.push(folded.letters.len());
            }
        }
        folded
    }

    /// Whether the last word is `عبد`, the first half of many names.
    fn is_servant(&self) -> bool {
        let last = self.ends.len().checked_sub(1).map(|last| self.get(last));
        last.is_some_and(|word| matches!(word, "عبد" | "وعبد" | "لعبد" | "بعبد"))
    }

    fn get(&self, place: usize) -> &str {
        let start = place.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.letters[start..self.ends[place]]
    }

    fn iter(&self) -> impl Iterator<Item = &str> + Clone {
        (0..self.ends.len()).map(|place| self.get(place))
    }

    /// Whether one has this stem. It stands in the word, so most need not be looked at.
    fn have(&self, stem: &str) -> bool {
        let mut found = memmem::find_iter(self.letters.as_bytes(), stem.as_bytes());
        found.any(|at| {
            let place = self.ends.partition_point(|end| *end <= at);
            self::stem(self.get(place)) == stem
        })
    }
}

fn hash(word: &str) -> u64 {
    xxh3_64(word.as_bytes())
}

/// A folded word without proclitics and suffix, as far as letters alone tell (light10 of Larkey, Ballesteros &
/// Connell, 2007): it only says that two words are not worth a difference.
pub(super) fn stem(word: &str) -> &str {
    let has_letters = |rest: &str, least: usize| rest.chars().nth(least - 1).is_some();
    let rest = if word.starts_with(['و', 'ف', 'ب', 'ل', 'ك', 'ا']) {
        let mut rests = PROCLITICS.iter().filter_map(|proclitic| {
            if proclitic.letters.ends_with('س') {
                return None; // the future is as often a root
            }
            let may_be_root = !proclitic.has_article && proclitic.letters != "و";
            let least = SHORTEST_STEM + usize::from(may_be_root);
            let rest = proclitic.strip(word)?;
            has_letters(rest, least).then_some(rest)
        });
        rests.next().unwrap_or(word)
    } else {
        word
    };
    // Most do not end in the last byte: that is told faster than by comparing all.
    let last = rest.as_bytes().last();
    let mut stems = SUFFIXES.iter().filter_map(|suffix| {
        let may_end_so = suffix.letters.as_bytes().last() == last;
        may_end_so
            .then(|| rest.strip_suffix(suffix.letters))
            .flatten()
    });
    stems
        .find(|stem| has_letters(stem, SHORTEST_STEM))
        .unwrap_or(rest)
}
