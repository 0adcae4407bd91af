//! The words that one word of a query stands for.
//!
//! Knows the vocabulary and the ways to ask for a word; names of several words are [`crate::query::expand::name`]'s.

use std::str::Chars;

use levenshtein_automata::{Distance, LevenshteinAutomatonBuilder};

use crate::index::vocabulary::TermEntry;
use crate::query::ast::{AskedWord, Mode};
use crate::query::expand::{Resolver, member, sort};
use crate::query::expansion::{Member, Resolution, Rule, Written};
use crate::query::inflections::{family, taken_apart};
use crate::query::suggest::LONGEST_NEAR;
use arabic_text::diacritics::strip_diacritics;
use arabic_text::stem::PROCLITICS;

/// Shorter words, in letters, are alike by chance.
const SHORTEST_WITH_SIMILAR: usize = 4;

/// The least likeness of a similar word (Dice's coefficient of runs of four letters).
const LEAST_LIKENESS: f32 = 0.4;

/// The most similar words of one word.
const MOST_SIMILAR: usize = 50;

impl Resolver<'_> {
    /// Resolves a single word that is no name.
    pub(super) fn word(&self, asked: &AskedWord) -> Resolution {
        let mut members = match asked.mode {
            Mode::Usual if self.options.inflection => self.inflected(&asked.form),
            Mode::Usual | Mode::Exact | Mode::Voweled => self.as_written(&asked.form),
            Mode::Prefix => self.beginning(&asked.form),
            Mode::Pattern => self.fitting(&asked.form),
            Mode::Fuzzy(changes) => self.nearly(&asked.form, changes),
        };
        if !self.options.all && asked.mode == Mode::Usual {
            self.add_similar(&asked.form, &mut members);
        }
        sort(&mut members);
        Resolution {
            asked: vec![asked.clone()],
            members,
            written: written(asked),
        }
    }

    pub(super) fn as_written(&self, form: &str) -> Vec<Member> {
        let written = self.vocabulary.get(form);
        written
            .into_iter()
            .map(|form| member(form, Rule::Written))
            .collect()
    }

    pub(super) fn inflected(&self, form: &str) -> Vec<Member> {
        let family = family(self.vocabulary, form).into_iter();
        family.map(|(form, rule)| member(form, rule)).collect()
    }

    /// Adds words that are merely similar, where an article need not have all words: they only rank.
    fn add_similar(&self, form: &str, members: &mut Vec<Member>) {
        if !self.options.inflection || form.chars().count() < SHORTEST_WITH_SIMILAR {
            return;
        }
        let stem = taken_apart(self.vocabulary, form).stem;
        for (form, likeness) in self.vocabulary.similar(&stem, LEAST_LIKENESS, MOST_SIMILAR) {
            if members.iter().all(|known| known.words[0][0] != form.form) {
                let mut similar = member(form, Rule::Similar);
                similar.weight *= likeness;
                members.push(similar);
            }
        }
    }

    /// Every word that begins with `prefix`, whatever proclitics stand before it.
    fn beginning(&self, prefix: &str) -> Vec<Member> {
        let as_typed = self.vocabulary.beginning_with(prefix);
        let mut stem = prefix;
        if self.options.inflection {
            // ال in الأرمي* is the article if the words that begin so say it is.
            let article = PROCLITICS
                .iter()
                .filter(|proclitic| proclitic.has_article)
                .find(|proclitic| {
                    proclitic
                        .strip(prefix)
                        .is_some_and(|rest| rest.chars().count() >= 2)
                        && as_typed
                            .iter()
                            .any(|form| form.proclitics == proclitic.letters.len())
                });
            stem = article
                .and_then(|proclitic| proclitic.strip(prefix))
                .unwrap_or(prefix);
        }
        let mut forms = as_typed;
        if self.options.inflection {
            for proclitic in PROCLITICS
                .iter()
                .map(|proclitic| proclitic.letters)
                .chain([""])
            {
                let found = self.vocabulary.beginning_with(&[proclitic, stem].concat());
                forms.extend(
                    found
                        .into_iter()
                        .filter(|form| form.proclitics == proclitic.len()),
                );
            }
        }
        forms.sort_by(|a, b| a.form.cmp(&b.form));
        forms.dedup_by(|a, b| a.form == b.form);
        let rule = |form: &TermEntry| {
            if form.form == prefix {
                Rule::Written
            } else {
                Rule::Prefix
            }
        };
        forms
            .into_iter()
            .map(|form| {
                let rule = rule(&form);
                member(form, rule)
            })
            .collect()
    }

    /// Every word that fits a pattern, with its proclitics or without them.
    fn fitting(&self, pattern: &str) -> Vec<Member> {
        let pattern: Vec<char> = pattern.chars().collect();
        let found = self.filter(|form| fits(form, &pattern));
        found
            .into_iter()
            .map(|form| member(form, Rule::Pattern))
            .collect()
    }

    /// Every word that becomes `form` by at most so many changes of a letter, with its proclitics or without
    /// them (Damerau-Levenshtein, by the automata of Schulz & Mihov, 2002).
    fn nearly(&self, form: &str, changes: u8) -> Vec<Member> {
        if form.chars().count() > LONGEST_NEAR {
            return self.as_written(form);
        }
        let automaton = LevenshteinAutomatonBuilder::new(changes, true).build_dfa(form);
        let distance = |word: &str| match automaton.eval(word) {
            Distance::Exact(distance) => Some(distance),
            Distance::AtLeast(_) => None,
        };
        let found = self.filter(|word| distance(word).is_some());
        let member = |found: TermEntry| {
            let bare = distance(&found.form[found.proclitics..]);
            match (distance(&found.form), bare) {
                (Some(0), _) => member(found, Rule::Written),
                (_, Some(0)) => member(found, Rule::Clitic),
                (whole, bare) => {
                    let distance = whole.into_iter().chain(bare).min().unwrap_or(changes);
                    let mut member = member(found, Rule::Fuzzy);
                    member.weight /= f32::from(distance);
                    member
                }
            }
        };
        found.into_iter().map(member).collect()
    }

    /// The words that are wanted, or would be without their proclitics.
    fn filter(&self, is_wanted: impl Fn(&str) -> bool) -> Vec<TermEntry> {
        let inflection = self.options.inflection;
        self.vocabulary.filter("", |form, proclitics| {
            is_wanted(form) || (inflection && proclitics > 0 && is_wanted(&form[proclitics..]))
        })
    }
}

/// What the letters of a text must be like for a word that was asked for so.
fn written(asked: &AskedWord) -> Option<Written> {
    match asked.mode {
        Mode::Exact => Some(Written::As(asked.typed.clone())),
        // Without marks nothing can disagree.
        Mode::Voweled if strip_diacritics(&asked.typed) != asked.typed => {
            Some(Written::VoweledLike(asked.typed.clone()))
        }
        _ => None,
    }
}

/// A word that stands for itself alone, whether a corpus holds it or not.
pub(super) fn plain(asked: &AskedWord) -> Resolution {
    Resolution {
        asked: vec![asked.clone()],
        members: vec![Member {
            words: vec![vec![asked.form.clone()]],
            rule: Rule::Written,
            weight: Rule::Written.weight(),
            articles: 0,
        }],
        written: written(asked),
    }
}

/// Whether `word` fits a pattern in which `*` stands for any letters or none, `?` for one.
fn fits(word: &str, pattern: &[char]) -> bool {
    // Where a letter does not fit, the last star takes one letter more.
    let (mut rest, mut at) = (word.chars(), 0);
    let mut last_star: Option<(Chars, usize)> = None;
    loop {
        match pattern.get(at) {
            Some('*') => {
                at += 1;
                last_star = Some((rest.clone(), at));
                continue;
            }
            Some(&wanted) => {
                let mut next = rest.clone();
                if next.next().is_some_and(|c| c == wanted || wanted == '?') {
                    (rest, at) = (next, at + 1);
                    continue;
                }
            }
            None if rest.as_str().is_empty() => return true,
            None => {}
        }
        let Some((mut longer, behind)) = last_star.take() else {
            return false;
        };
        if longer.next().is_none() {
            return false;
        }
        (rest, at) = (longer.clone(), behind);
        last_star = Some((longer, behind));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns() {
        for (pattern, fit, no_fit) in [
            ("*كرمل*", &["كرمل", "الكرملين"][..], &["كرم", "كرزمل"][..]),
            ("و?ير", &["وزير"], &["وير", "وزيير", "والير"]),
            ("*ير", &["ير", "وزير", "يرير"], &["وزيره"]),
            ("ا*م*ي", &["امي", "الارمني", "اممي"], &["ارمنيه", "الي"]),
            ("?*ب", &["كب", "كتاب"], &["ب"]),
        ] {
            let pattern: Vec<char> = pattern.chars().collect();
            for word in fit {
                assert!(fits(word, &pattern), "{word} {pattern:?}");
            }
            for word in no_fit {
                assert!(!fits(word, &pattern), "{word} {pattern:?}");
            }
        }
    }
}
