//! Layered lists: those of the words of a base, and above them those of the words that changed since.
//!
//! A word of the upper layer stands in the place of the same word below, with all that is known of it now; one that no
//! article holds any more is there with no articles.

use std::borrow::Cow;

use rustc_hash::FxHashSet;
use tantivy_fst::map::{IndexedValue, OpBuilder};
use tantivy_fst::{Automaton, Streamer};

use super::lists::{Listed, TermLists};
use arabic_text::fold;

/// The lists of a base and of what changed since, which have the same kind of key.
#[derive(Clone, Copy)]
pub(super) struct LayeredLists<'a> {
    pub base: &'a TermLists,
    pub recent: &'a TermLists,
}

impl<'a> LayeredLists<'a> {
    /// The words of `key`, in order.
    pub fn find(self, key: &'a [u8]) -> Vec<Listed<'a>> {
        merge(self.base.find(key), self.recent.find(key))
    }

    /// Calls `take` with each key that begins with `prefix`, and its words, in order; with none, where no article holds
    /// them any more.
    pub fn each(self, prefix: &[u8], mut take: impl FnMut(&[u8], Vec<Listed>)) {
        self.each_place(prefix, |key, [base, recent]| {
            let list = |lists: &'a TermLists, place: Option<u64>| {
                let list = place.and_then(|place| lists.list(key, place));
                let words = list.into_iter().flatten();
                words.map(Listed::into_owned).collect::<Vec<_>>()
            };
            take(key, merge(list(self.base, base), list(self.recent, recent)));
        });
    }

    /// The words of keys that begin with `prefix`, if the key and the byte length of a word's proclitics are
    /// wanted. No word is copied that is not.
    pub fn filter(
        self,
        prefix: &str,
        mut is_wanted: impl FnMut(&str, usize) -> bool,
    ) -> Vec<Listed<'static>> {
        let mut found = Vec::new();
        self.each_place(prefix.as_bytes(), |key, places| {
            self.take_wanted(key, places, &mut is_wanted, &mut found);
        });
        found
    }

    /// The words of keys that `automaton` accepts, if the key and the byte length of a word's proclitics are wanted.
    pub fn search(
        self,
        automaton: &impl Automaton,
        mut is_wanted: impl FnMut(&str, usize) -> bool,
    ) -> Vec<Listed<'static>> {
        let mut found = Vec::new();
        let layers = OpBuilder::new().add(self.base.search(automaton));
        let mut keys = layers.add(self.recent.search(automaton)).union();
        while let Some((key, values)) = keys.next() {
            self.take_wanted(key, places(values), &mut is_wanted, &mut found);
        }
        found
    }

    /// Takes the words of a key that are wanted; their lists are in `places`.
    fn take_wanted(
        self,
        key: &[u8],
        places: [Option<u64>; 2],
        is_wanted: &mut impl FnMut(&str, usize) -> bool,
        found: &mut Vec<Listed<'static>>,
    ) {
        let Ok(text) = std::str::from_utf8(key) else {
            return;
        };
        let mut take = |word: Listed| {
            if is_wanted(text, word.proclitics) {
                found.push(word.into_owned());
            }
        };
        match places {
            // A pattern asks all keys, and most are their own only word: they need no list.
            [Some(value), None] => {
                if let Some(word) = Listed::inline(text, value) {
                    take(word);
                } else {
                    let list = self.base.list(key, value);
                    list.into_iter().flatten().for_each(take);
                }
            }
            [base, recent] => {
                let base = base.and_then(|place| self.base.list(key, place));
                let recent = recent.and_then(|place| self.recent.list(key, place));
                let words = merge(base.unwrap_or_default(), recent.unwrap_or_default());
                words.into_iter().for_each(take);
            }
        }
    }

    /// Calls `take` with each key that begins with `prefix`, in order, and where its list is in either layer.
    fn each_place(self, prefix: &[u8], mut take: impl FnMut(&[u8], [Option<u64>; 2])) {
        let layers = OpBuilder::new().add(self.base.from(prefix));
        let mut keys = layers.add(self.recent.from(prefix)).union();
        while let Some((key, values)) = keys.next() {
            if !key.starts_with(prefix) {
                return;
            }
            take(key, places(values));
        }
    }
}

/// Where the list of a key is in either layer.
fn places(values: &[IndexedValue]) -> [Option<u64>; 2] {
    let mut places = [None; 2];
    for value in values {
        places[value.index] = Some(value.value);
    }
    places
}

/// The words of a list of the base and of one of the changed words, by their folded forms, then their forms.
fn merge<'a>(mut base: Vec<Listed<'a>>, mut recent: Vec<Listed<'a>>) -> Vec<Listed<'a>> {
    if recent.is_empty() {
        return base;
    }
    let changed: FxHashSet<&str> = recent.iter().map(|word| &*word.form).collect();
    base.retain(|word| !changed.contains(&*word.form));
    drop(changed);
    recent.retain(|word| word.articles > 0);
    base.append(&mut recent);
    let order =
        |word: &Listed<'a>| -> (String, Cow<'a, str>) { (fold(&word.form), word.form.clone()) };
    base.sort_by_cached_key(order);
    base
}

#[cfg(test)]
mod tests {
    use tantivy::directory::OwnedBytes;

    use super::super::lists::Builder;
    use super::*;

    fn word(form: &str, articles: u32) -> Listed<'_> {
        Listed {
            form: form.into(),
            articles,
            is_aside: false,
            proclitics: 0,
            flag: true,
        }
    }

    fn lists(of: &[(&str, &[Listed])]) -> TermLists {
        let mut builder = Builder::new();
        for (key, words) in of {
            builder.add(key.as_bytes(), words).unwrap();
        }
        TermLists::open(OwnedBytes::new(builder.finish().unwrap())).unwrap()
    }

    #[test]
    fn what_changed_stands_in_the_place_of_what_was() {
        let base = lists(&[
            ("علي", &[word("على", 9), word("علي", 70)]),
            ("نهر", &[word("نهر", 3)]),
        ]);
        let recent = lists(&[
            ("بحر", &[word("بحر", 1)]),
            ("علي", &[word("علي", 71), word("عليّ", 1)]),
            ("نهر", &[word("نهر", 0)]),
        ]);
        let layers = LayeredLists {
            base: &base,
            recent: &recent,
        };
        let of_ali = [word("على", 9), word("علي", 71), word("عليّ", 1)];
        assert_eq!(layers.find("علي".as_bytes()), of_ali);
        assert_eq!(layers.find("نهر".as_bytes()), []);
        let all = [&[word("بحر", 1)], &of_ali[..]].concat();
        assert_eq!(layers.filter("", |_, _| true), all);
        assert_eq!(layers.filter("عل", |_, _| true), of_ali);
        let mut each = Vec::new();
        layers.each(b"", |_, words| {
            each.extend(words.into_iter().map(Listed::into_owned));
        });
        assert_eq!(each, all);
    }
}
