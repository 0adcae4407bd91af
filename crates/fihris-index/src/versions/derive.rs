//! Deriving the versions of a commit: one column is read, and of what is there several times the names of the files.
//!
//! All is a function of the articles: neither segments nor the order of documents change it.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use rayon::prelude::*;
use rustc_hash::FxHashMap;
use tantivy::Searcher;

use super::{VersionedRecord, Versions};
use crate::address::ArticleAddress;
use crate::error::IndexError;
use crate::identity::Identities;
use crate::provenance::{Entry, Provenances};

/// An article whose record is named.
#[derive(Clone, Copy, Debug)]
struct Member {
    entry: Entry,
    address: ArticleAddress,
}

/// A member of a record that several articles are of.
#[derive(Clone, Copy, Debug)]
struct Candidate {
    member: Member,
    /// The number of its file, in the order of their names.
    file: u32,
    /// Its place among the articles of its file.
    place: u64,
}

impl Versions {
    /// Derives the versions of the commit that `searcher` shows.
    ///
    /// # Errors
    /// If the index cannot be read.
    pub(crate) fn derive(searcher: &Searcher) -> Result<Self, IndexError> {
        let mut versions = Self {
            segments: vec![Vec::new(); searcher.segment_readers().len()],
            records: Vec::new(),
        };
        let mut members = members(searcher)?;
        members.par_sort_unstable_by_key(|member| (member.entry.provenance.record, member.address));
        let same_record =
            |a: &Member, b: &Member| a.entry.provenance.record == b.entry.provenance.record;
        let several = members.chunk_by(same_record).filter(|of| of.len() > 1);
        let several: Vec<Member> = several.flatten().copied().collect();
        let candidates = candidates(searcher, &several)?;
        let records = candidates.chunk_by(|a, b| same_record(&a.member, &b.member));
        for record in records.flat_map(told_apart) {
            versions.add(&record);
        }
        for members in &mut versions.segments {
            members.sort_unstable();
        }
        Ok(versions)
    }

    /// Adds a record of which these are versions, if they are several.
    fn add(&mut self, record: &[Candidate]) {
        let newest = record.iter().max_by_key(|version| version.age());
        let Some(newest) = newest.filter(|_| record.len() > 1) else {
            return;
        };
        let seen = || {
            let members = record.iter();
            members.filter_map(|version| version.member.entry.provenance.seen)
        };
        let number = u32::try_from(self.records.len()).unwrap_or(u32::MAX);
        self.records.push(VersionedRecord {
            newest: newest.member.address,
            count: u32::try_from(record.len()).unwrap_or(u32::MAX),
            first_seen: seen().min(),
            last_seen: seen().max(),
        });
        for version in record {
            let address = version.member.address;
            self.segments[address.segment() as usize].push((address.doc(), number));
        }
    }
}

impl Candidate {
    /// The greater, the newer: by time, then by the names of files, and by the order in them or in which it came.
    fn age(&self) -> impl Ord + use<> {
        let Entry {
            provenance,
            arrival,
        } = self.member.entry;
        let Self { file, place, .. } = *self;
        (provenance.seen, file, arrival, place, self.member.address)
    }

    /// What it came with: its file, and the run in which it came by a stream.
    fn batch(&self) -> (u32, u64) {
        (
            self.file,
            fihris_corpus::arrival::run(self.member.entry.arrival),
        )
    }
}

fn members(searcher: &Searcher) -> Result<Vec<Member>, IndexError> {
    let mut members = Vec::new();
    for (segment_ord, segment) in (0..).zip(searcher.segment_readers()) {
        let Some(column) = Provenances::open(segment)? else {
            continue;
        };
        members.extend(segment.doc_ids_alive().filter_map(|doc| {
            let address = ArticleAddress::new(segment_ord, doc);
            let entry = column.get(doc)?;
            Some(Member { entry, address })
        }));
    }
    Ok(members)
}

/// `members` with where they stand, in their order.
fn candidates(searcher: &Searcher, members: &[Member]) -> Result<Vec<Candidate>, IndexError> {
    let mut segments = Vec::new();
    for segment in searcher.segment_readers() {
        segments.push(Identities::open(segment)?);
    }
    let mut names: FxHashMap<(u32, u64), String> = FxHashMap::default();
    let mut places = Vec::with_capacity(members.len());
    for Member { address, .. } in members {
        let Some(identities) = &segments[address.segment() as usize] else {
            places.push(((address.segment(), 0), 0));
            continue;
        };
        let identity = identities.get(address.doc());
        let file = (address.segment(), identity.file);
        if let std::collections::hash_map::Entry::Vacant(unread) = names.entry(file) {
            unread.insert(identities.file(identity)?.into());
        }
        places.push((file, identity.place));
    }
    let mut files: BTreeMap<NaturalName, Vec<(u32, u64)>> = BTreeMap::new();
    for (file, name) in &names {
        files.entry(NaturalName(name)).or_default().push(*file);
    }
    let numbered = (0_u32..).zip(files.values());
    let numbers: FxHashMap<(u32, u64), u32> = numbered
        .flat_map(|(number, files)| files.iter().map(move |file| (*file, number)))
        .collect();
    let candidates = members.iter().zip(places);
    let candidates = candidates.map(|(member, (file, place))| Candidate {
        member: *member,
        file: numbers.get(&file).copied().unwrap_or(0),
        place,
    });
    Ok(candidates.collect())
}

/// The records that `candidates` are of, which the same names: several, where it is but a URL, and one file has it for
/// articles of several headlines.
fn told_apart(candidates: &[Candidate]) -> Vec<Vec<Candidate>> {
    let provenance = |candidate: &Candidate| candidate.member.entry.provenance;
    let mut headlines: FxHashMap<(u32, u64), u64> = FxHashMap::default();
    let is_of_several = candidates
        .iter()
        .filter(|candidate| !provenance(candidate).has_id)
        .any(|candidate| {
            let headline = provenance(candidate).headline;
            let first = headlines.entry(candidate.batch()).or_insert(headline);
            *first != headline
        });
    if !is_of_several {
        return vec![candidates.to_vec()];
    }
    let mut records: BTreeMap<u64, Vec<Candidate>> = BTreeMap::new();
    for candidate in candidates {
        let headline = provenance(candidate).headline;
        records.entry(headline).or_default().push(*candidate);
    }
    records.into_values().collect()
}

/// A name whose numbers are ordered by their values: `feed-9` before `feed-10`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct NaturalName<'a>(&'a str);

impl<'a> NaturalName<'a> {
    /// Its next piece: a run of digits without zeros before it, or one of other signs.
    fn next(rest: &mut &'a str) -> Option<(usize, &'a str)> {
        let is_digit = rest.chars().next()?.is_ascii_digit();
        let end = rest.find(|c: char| c.is_ascii_digit() != is_digit);
        let (piece, behind) = rest.split_at(end.unwrap_or(rest.len()));
        *rest = behind;
        if !is_digit {
            return Some((usize::MAX, piece)); // behind all numbers, and compared as text
        }
        let piece = piece.trim_start_matches('0');
        Some((piece.len() + 1, piece))
    }
}

impl Ord for NaturalName<'_> {
    fn cmp(&self, other: &Self) -> Ordering {
        let (mut a, mut b) = (self.0, other.0);
        loop {
            match (Self::next(&mut a), Self::next(&mut b)) {
                (None, None) => return self.0.cmp(other.0),
                (x, y) if x == y => {}
                (x, y) => return x.cmp(&y),
            }
        }
    }
}

impl PartialOrd for NaturalName<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_names_are_ordered_by_value() {
        let mut names = [
            "a10",
            "a9",
            "a09",
            "b",
            "a",
            "2024-1-5",
            "2024-01-10",
            "a9/b",
        ]
        .map(NaturalName);
        names.sort();
        let names = names.map(|name| name.0).join(" ");
        assert_eq!(names, "2024-1-5 2024-01-10 a a09 a9 a9/b a10 b");
    }
}
