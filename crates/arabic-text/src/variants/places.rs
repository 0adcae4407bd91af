//! Places of spellings: which spellings begin with a word, and which group has a spelling.
//!
//! A list may give a hundred thousand names one first word, or put one spelling into as many groups, so no
//! table here has two entries under one key: what begins with one word is a chain. Does not depend on how
//! lists are written.

use std::hash::{BuildHasher, Hash};

use hashbrown::HashTable;
use rustc_hash::FxBuildHasher;

use super::VariantGroup;

/// Where a spelling is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    pub group: usize,
    /// Its index among the spellings of the group.
    pub spelling: usize,
    /// The index here of the next one with this first word.
    next: Option<usize>,
}

impl Place {
    fn spelling(self, groups: &[VariantGroup]) -> &str {
        &groups[self.group].spellings[self.spelling]
    }
}

/// The spellings with one first word: indexes of the first place and of the last.
#[derive(Clone, Copy, Debug)]
struct Chain {
    first: usize,
    last: usize,
}

/// All places of some groups, in the order they were added.
#[derive(Clone, Debug, Default)]
pub(super) struct Places {
    all: Vec<Place>,
    by_first_word: HashTable<Chain>,
    whole: Option<Whole>,
}

/// Indexes of places by whole spellings.
#[derive(Clone, Debug, Default)]
struct Whole {
    /// The first of each spelling.
    anywhere: HashTable<usize>,
    /// That in each group.
    in_group: HashTable<usize>,
}

impl Places {
    /// Makes room for `count` more places.
    pub fn reserve(&mut self, count: usize, groups: &[VariantGroup]) {
        let Self { all, .. } = self;
        all.reserve(count);
        let rehash = |chain: &Chain| hash(first_word(all[chain.first].spelling(groups)));
        self.by_first_word.reserve(count, rehash);
    }

    /// Adds the last spelling of `group`.
    pub fn add(&mut self, group: usize, groups: &[VariantGroup]) {
        let all = &mut self.all;
        let index = all.len();
        all.push(Place {
            group,
            spelling: groups[group].spellings.len() - 1,
            next: None,
        });
        let first = first_word(all[index].spelling(groups));
        let first_of = |chain: &Chain| first_word(all[chain.first].spelling(groups));
        let entry = self.by_first_word.entry(
            hash(first),
            |chain| first_of(chain) == first,
            |chain| hash(first_of(chain)),
        );
        let mut chain = entry.or_insert(Chain {
            first: index,
            last: index,
        });
        let before = std::mem::replace(&mut chain.get_mut().last, index);
        if before != index {
            all[before].next = Some(index);
        }
        if let Some(whole) = &mut self.whole {
            whole.add(index, all, groups);
        }
    }

    /// The places of the spellings whose first word is `word`, in order.
    pub fn starting_with(
        &self,
        word: &str,
        groups: &[VariantGroup],
    ) -> impl Iterator<Item = Place> {
        let is_it = |chain: &Chain| first_word(self.all[chain.first].spelling(groups)) == word;
        let chain = self.by_first_word.find(hash(word), is_it);
        let first = chain.map(|chain| self.all[chain.first]);
        std::iter::successors(first, |place| place.next.map(|next| self.all[next]))
    }

    /// The first group that has `spelling`. Needs [`Places::index`].
    pub fn group_of(&self, spelling: &str, groups: &[VariantGroup]) -> Option<usize> {
        let is_it = |&index: &usize| self.all[index].spelling(groups) == spelling;
        let index = self.whole.as_ref()?.anywhere.find(hash(spelling), is_it)?;
        Some(self.all[*index].group)
    }

    /// Whether `group` has `spelling`. Needs [`Places::index`].
    pub fn is_in(&self, group: usize, spelling: &str, groups: &[VariantGroup]) -> bool {
        let is_it = |&index: &usize| {
            let place = self.all[index];
            place.group == group && place.spelling(groups) == spelling
        };
        let whole = self.whole.as_ref();
        whole.is_some_and(|whole| {
            whole
                .in_group
                .find(hash((group, spelling)), is_it)
                .is_some()
        })
    }

    /// Indexes whole spellings from now on. Done only when a list is added, so that a start without any takes no
    /// time for it.
    pub fn index(&mut self, groups: &[VariantGroup]) {
        if self.whole.is_none() {
            let mut whole = Whole::default();
            (0..self.all.len()).for_each(|index| whole.add(index, &self.all, groups));
            self.whole = Some(whole);
        }
    }
}

impl Whole {
    fn add(&mut self, index: usize, all: &[Place], groups: &[VariantGroup]) {
        let spelling = |&index: &usize| all[index].spelling(groups);
        let own = spelling(&index);
        self.anywhere
            .entry(
                hash(own),
                |other| spelling(other) == own,
                |other| hash(spelling(other)),
            )
            .or_insert(index);
        let key = |index: &usize| (all[*index].group, spelling(index));
        let own = key(&index);
        self.in_group
            .entry(
                hash(own),
                |other| key(other) == own,
                |other| hash(key(other)),
            )
            .or_insert(index);
    }
}

fn first_word(spelling: &str) -> &str {
    spelling.split(' ').next().unwrap_or_default()
}

fn hash(key: impl Hash) -> u64 {
    FxBuildHasher.hash_one(key)
}
