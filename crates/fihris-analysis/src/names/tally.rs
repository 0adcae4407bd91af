//! Counting names in bounded memory: the rarest are given up where there are too many.

use rustc_hash::FxHashMap;

use super::kind::NameKind;

/// So many names are counted at once.
const MOST_NAMES: usize = 200_000;

/// So many spellings of one name are told apart.
const MOST_SPELLINGS: usize = 12;

/// Signs are enough if there is one in this many articles.
const LEAST_SHARE: u64 = 3;

/// An unknown word alone is a name if others tell so in so many articles.
const LEAST_SIGNS: u64 = 2;

/// What is found in one article of a name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct InArticle {
    pub times: u64,
    /// Of people, places and organisations, how sure.
    pub signs: [u32; 3],
    /// Whether it is always an unknown word alone.
    pub is_lone: bool,
    /// How it is written, with how often.
    pub spellings: Vec<(String, u64)>,
}

/// A name in all articles so far.
#[derive(Clone, Debug, Default)]
struct Counted {
    articles: u64,
    times: u64,
    signs: [u64; 3],
    signed: u64,
    is_lone: bool,
    spellings: Vec<(String, u64)>,
}

/// A name with what was counted of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CountedName {
    /// Its most frequent spelling.
    pub name: String,
    /// What it is of.
    pub kind: NameKind,
    /// Articles that it stands in.
    pub articles: u64,
    /// How often it stands in them.
    pub times: u64,
    /// Its spellings with how often each stands, the most frequent first.
    pub spellings: Vec<(String, u64)>,
}

/// All names so far.
#[derive(Default)]
pub(super) struct Tally {
    names: FxHashMap<String, Counted>,
    /// Names in fewer articles may have been given up.
    pub given_up: u64,
}

impl Tally {
    /// Adds what one article holds, by names that are the same for all spellings.
    pub fn add(&mut self, article: FxHashMap<String, InArticle>) {
        for (key, found) in article {
            let counted = self.names.entry(key).or_insert_with(|| Counted {
                is_lone: true,
                ..Counted::default()
            });
            counted.articles += 1;
            counted.times += found.times;
            counted.is_lone &= found.is_lone;
            counted.signed += u64::from(found.signs != [0; 3]);
            for (sum, sign) in counted.signs.iter_mut().zip(found.signs) {
                *sum += u64::from(sign);
            }
            for (spelling, times) in found.spellings {
                add_spelling(&mut counted.spellings, spelling, times);
            }
        }
        self.give_up();
    }

    /// Gives up the rarest where there are too many (lossy counting: Manku and Motwani 2002).
    fn give_up(&mut self) {
        while self.names.len() > MOST_NAMES {
            self.given_up += 1;
            let least = self.given_up;
            self.names.retain(|_, counted| counted.articles > least);
        }
    }

    /// The names, those in most articles first.
    pub fn finish(self) -> Vec<CountedName> {
        let is_name = |counted: &Counted| !counted.is_lone || counted.signed >= LEAST_SIGNS;
        let counted = self.names.into_values().filter(is_name);
        let mut names: Vec<CountedName> = counted.filter_map(Counted::named).collect();
        names.sort_by(|a, b| {
            let figures = |name: &CountedName| (name.articles, name.times);
            figures(b)
                .cmp(&figures(a))
                .then_with(|| a.name.cmp(&b.name))
        });
        names
    }
}

impl Counted {
    fn named(mut self) -> Option<CountedName> {
        self.spellings
            .sort_by(|(a, of_a), (b, of_b)| of_b.cmp(of_a).then_with(|| a.cmp(b)));
        let name = self.spellings.first()?.0.clone();
        Some(CountedName {
            name,
            kind: kind(self.signs, self.articles),
            articles: self.articles,
            times: self.times,
            spellings: self.spellings,
        })
    }
}

/// Counts a spelling; where there are many, no new one.
pub(super) fn add_spelling(spellings: &mut Vec<(String, u64)>, spelling: String, times: u64) {
    let known = spellings.iter().position(|(known, _)| *known == spelling);
    match known {
        Some(i) => spellings[i].1 += times,
        None if spellings.len() < MOST_SPELLINGS => spellings.push((spelling, times)),
        None => {}
    }
}

/// What most signs say that a name is of, if there are enough of them for one that stands in so many articles.
fn kind(signs: [u64; 3], articles: u64) -> NameKind {
    let kinds = [NameKind::Person, NameKind::Place, NameKind::Organisation];
    let most = signs.iter().max().copied().unwrap_or_default();
    let mut best = kinds.iter().zip(signs).filter(|(_, sign)| *sign == most);
    match (best.next(), best.next()) {
        (Some((kind, sign)), None) if sign * LEAST_SHARE >= articles => *kind,
        _ => NameKind::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn article(names: &[&str]) -> FxHashMap<String, InArticle> {
        let found = |name: &&str| {
            let found = InArticle {
                times: 1,
                spellings: vec![((*name).to_string(), 1)],
                ..InArticle::default()
            };
            ((*name).to_string(), found)
        };
        names.iter().map(found).collect()
    }

    #[test]
    fn memory_is_bounded_and_frequent_names_stay() {
        let mut tally = Tally::default();
        for i in 0..(MOST_NAMES + 10) {
            tally.add(article(&[&format!("n{i}"), "باكو"]));
        }
        assert_eq!(tally.given_up, 1);
        let names = tally.finish();
        assert_eq!(names[0].name, "باكو");
        assert_eq!(names[0].articles, (MOST_NAMES + 10) as u64);
        assert!(names.len() < 100, "{}", names.len());
    }

    #[test]
    fn a_kind_is_what_most_signs_say() {
        assert_eq!(kind([4, 1, 0], 2), NameKind::Person);
        assert_eq!(kind([0, 8, 4], 2), NameKind::Place);
        assert_eq!(kind([0, 0, 4], 12), NameKind::Organisation);
        assert_eq!(kind([1, 1, 0], 1), NameKind::Other);
        assert_eq!(kind([0; 3], 0), NameKind::Other);
        assert_eq!(kind([0, 3, 0], 10), NameKind::Other);
    }
}
