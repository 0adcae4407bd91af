//! Compared texts: what was found out about the texts of a commit, enough to work out the copies of the next one from
//! what changed.
//!
//! Texts are told by their hashes. A file of its own, for it grows with the corpus and only runs that
//! index need it.

use crate::derived_file::{DerivedFile, length};

/// The texts of a commit, with the pairs of them that were compared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct ComparedTexts {
    /// The hashes of all, in order, each once.
    pub all: Vec<u64>,
    /// Those of them whose texts are in a pair, in order.
    pub texts: Vec<u64>,
    /// The candidates, as places in `texts`, the smaller one first, in order.
    pub candidates: Vec<(u32, u32)>,
    /// The pairs that are copies, in the same way.
    pub copies: Vec<(u32, u32)>,
}

impl ComparedTexts {
    /// Of texts with these hashes, which are in order, of which these pairs are candidates and copies.
    pub fn new(hashes: &[u64], candidates: &[(usize, usize)], copies: &[(usize, usize)]) -> Self {
        let pairs = candidates.iter().chain(copies);
        let mut members: Vec<usize> = pairs.flat_map(|(a, b)| [*a, *b]).collect();
        members.sort_unstable();
        members.dedup();
        let place = |text: &usize| {
            let place = members.binary_search(text).unwrap_or_default();
            u32::try_from(place).unwrap_or(u32::MAX)
        };
        let places = |pairs: &[(usize, usize)]| {
            let mut places: Vec<(u32, u32)> =
                pairs.iter().map(|(a, b)| (place(a), place(b))).collect();
            places.sort_unstable();
            places
        };
        Self {
            texts: members.iter().map(|text| hashes[*text]).collect(),
            candidates: places(candidates),
            copies: places(copies),
            all: hashes.to_vec(),
        }
    }
}

impl DerivedFile for ComparedTexts {
    const FILE: &str = "compared";
    const MAGIC: [u8; 8] = *b"fihrisT2";

    fn to_numbers(&self) -> Vec<u32> {
        let mut numbers = Vec::new();
        for hashes in [&self.all, &self.texts] {
            numbers.push(length(hashes));
            #[allow(clippy::cast_possible_truncation)] // both halves
            numbers.extend(
                hashes
                    .iter()
                    .flat_map(|hash| [*hash as u32, (hash >> 32) as u32]),
            );
        }
        for pairs in [&self.candidates, &self.copies] {
            numbers.push(length(pairs));
            numbers.extend(pairs.iter().flat_map(|(a, b)| [*a, *b]));
        }
        numbers
    }

    /// Where a pair is of no text, they are not these, either.
    fn from_numbers(numbers: &[u32]) -> Option<Self> {
        let mut numbers = numbers.iter().copied();
        let mut pairs = || {
            let length = numbers.next()?;
            let pairs = (0..length).map(|_| Some((numbers.next()?, numbers.next()?)));
            pairs.collect::<Option<Vec<(u32, u32)>>>()
        };
        let hash = |(low, high): (u32, u32)| u64::from(high) << 32 | u64::from(low);
        let all = pairs()?.into_iter().map(hash).collect();
        let texts: Vec<u64> = pairs()?.into_iter().map(hash).collect();
        let (candidates, copies) = (pairs()?, pairs()?);
        let mut places = candidates.iter().chain(&copies);
        let are_of_texts = places.all(|(a, b)| a < b && (*b as usize) < texts.len());
        are_of_texts.then_some(Self {
            all,
            texts,
            candidates,
            copies,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn come_back_as_they_were() {
        let texts = ComparedTexts::new(&[3, 7, u64::MAX], &[(0, 1), (1, 2)], &[(0, 1)]);
        let numbers = texts.to_numbers();
        assert_eq!(ComparedTexts::from_numbers(&numbers), Some(texts));
        for end in [0, 5, numbers.len() - 1] {
            assert_eq!(ComparedTexts::from_numbers(&numbers[..end]), None);
        }
    }
}
