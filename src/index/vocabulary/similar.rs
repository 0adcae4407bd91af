//! Similar words: which words of a vocabulary share letters with another.
//!
//! An index from runs of four letters to words, over the words that stand in at least three articles,
//! looked at without their clitics. Broken plurals, misspellings and relatives that no rule reaches
//! are alike in this sense (Darwish & Oard, "Term selection for searching printed Arabic", SIGIR 2002),
//! and so are strangers: likeness only ever ranks. Knows letters, not meanings.

use std::collections::BTreeMap;

use tantivy::directory::OwnedBytes;
use tantivy_fst::{Map, MapBuilder};

/// Letters in a run.
const LENGTH: usize = 4;

/// A word in fewer articles is left out: most such words are slips.
const FEWEST_ARTICLES: u32 = 3;

/// The index of similar words. Its bytes: the number of words, the end of each word's letters, each
/// word's count of runs, the letters, the lists, then the map from a run to its list.
pub(super) struct SimilarWords {
    bytes: OwnedBytes,
    words: usize,
    lists: usize,
    runs: Map<OwnedBytes>,
}

/// A word of the index.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Alike<'a> {
    pub form: &'a str,
    /// Dice's coefficient of the runs of both words, in (0, 1].
    pub likeness: f32,
}

/// The distinct runs of letters of `word`.
fn runs(word: &str) -> Vec<&str> {
    let starts: Vec<usize> = word
        .char_indices()
        .map(|(i, _)| i)
        .chain([word.len()])
        .collect();
    let mut runs: Vec<&str> = starts
        .windows(LENGTH + 1)
        .map(|window| &word[window[0]..window[LENGTH]])
        .collect();
    runs.sort_unstable();
    runs.dedup();
    runs
}

/// The bytes of the index over `words`, each with its articles and the length of its clitics; they
/// come in order.
pub(super) fn build<'a>(
    words: impl Iterator<Item = (&'a str, u32, usize)>,
) -> tantivy_fst::Result<Vec<u8>> {
    let (mut ends, mut counts, mut letters) = (Vec::new(), Vec::new(), Vec::new());
    let mut lists: BTreeMap<&str, Vec<u32>> = BTreeMap::new();
    for (form, articles, clitics) in words {
        let runs = runs(&form[clitics..]);
        if articles < FEWEST_ARTICLES || runs.is_empty() || form.is_ascii() {
            continue;
        }
        let (Ok(number), Ok(count)) = (u32::try_from(counts.len()), u8::try_from(runs.len()))
        else {
            continue;
        };
        for run in runs {
            lists.entry(run).or_default().push(number);
        }
        letters.extend_from_slice(form.as_bytes());
        ends.push(u32::try_from(letters.len()).unwrap_or(u32::MAX));
        counts.push(count);
    }
    let mut bytes = u32::try_from(ends.len())
        .unwrap_or(u32::MAX)
        .to_le_bytes()
        .to_vec();
    bytes.extend(ends.iter().flat_map(|end| end.to_le_bytes()));
    bytes.extend_from_slice(&counts);
    bytes.extend_from_slice(&letters);
    let mut map = MapBuilder::memory();
    let mut packed = Vec::new();
    for (run, list) in lists {
        map.insert(run, packed.len() as u64)?;
        pack(&list, &mut packed);
    }
    let map = map.into_inner()?;
    bytes.extend((packed.len() as u64).to_le_bytes());
    bytes.extend_from_slice(&packed);
    bytes.extend_from_slice(&map);
    Ok(bytes)
}

/// Appends a list: its length, then differences, seven bits a byte.
fn pack(list: &[u32], bytes: &mut Vec<u8>) {
    pack_number(u32::try_from(list.len()).unwrap_or(u32::MAX), bytes);
    let mut before = 0;
    for &number in list {
        pack_number(number - before, bytes);
        before = number;
    }
}

fn pack_number(mut number: u32, bytes: &mut Vec<u8>) {
    while number >= 0x80 {
        bytes.push(number.to_le_bytes()[0] | 0x80);
        number >>= 7;
    }
    bytes.push(number.to_le_bytes()[0]);
}

/// Reads one number of a list.
fn unpack(bytes: &mut &[u8]) -> Option<u32> {
    let mut value = 0;
    for shift in (0..32).step_by(7) {
        let (&byte, rest) = bytes.split_first()?;
        *bytes = rest;
        value |= u32::from(byte & 0x7F) << shift;
        if byte < 0x80 {
            break;
        }
    }
    Some(value)
}

impl SimilarWords {
    /// Opens what [`build`] made; `None` if it is something else.
    pub fn open(bytes: OwnedBytes) -> Option<Self> {
        let words = u32::from_le_bytes(bytes.get(..4)?.try_into().ok()?) as usize;
        let ends = 4 + words * 4;
        let last = ends.checked_sub(4).filter(|_| words > 0);
        let letters = last.map_or(Some(0), |at| {
            Some(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?) as usize)
        })?;
        let length_at = ends + words + letters;
        let length = u64::from_le_bytes(bytes.get(length_at..length_at + 8)?.try_into().ok()?);
        let lists = length_at + 8;
        let map_at = lists.checked_add(usize::try_from(length).ok()?)?;
        if map_at > bytes.len() {
            return None;
        }
        let runs = super::map(bytes.slice(map_at..bytes.len())).ok()?;
        Some(Self {
            bytes,
            words,
            lists,
            runs,
        })
    }

    /// What it was opened from.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The words at least as alike `word` as `least`, the most alike first, at most `most`.
    pub fn find(&self, word: &str, least: f32, most: usize) -> Vec<Alike<'_>> {
        let runs = runs(word);
        let mut numbers: Vec<u32> = Vec::new();
        for run in &runs {
            let at = self.runs.get(run).and_then(|at| usize::try_from(at).ok());
            let Some(mut list) = at.and_then(|at| self.bytes.get(self.lists + at..)) else {
                continue;
            };
            let mut number = 0;
            for _ in 0..unpack(&mut list).unwrap_or(0) {
                number += unpack(&mut list).unwrap_or(0);
                numbers.push(number);
            }
        }
        numbers.sort_unstable();
        let mut alike: Vec<(f32, u32)> = numbers
            .chunk_by(|a, b| a == b)
            .filter_map(|same| {
                let theirs = *self.bytes.get(4 + self.words * 4 + same[0] as usize)?;
                #[allow(clippy::cast_precision_loss)] // counts of runs in a word
                let likeness = 2.0 * same.len() as f32 / (runs.len() + usize::from(theirs)) as f32;
                (likeness >= least).then_some((likeness, same[0]))
            })
            .collect();
        alike.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        alike.truncate(most);
        let found = alike.into_iter();
        found
            .filter_map(|(likeness, number)| {
                Some(Alike {
                    form: self.form(number)?,
                    likeness,
                })
            })
            .collect()
    }

    /// The word of this number.
    fn form(&self, number: u32) -> Option<&str> {
        let end = |number: usize| {
            let at = 4 + number * 4;
            Some(u32::from_le_bytes(self.bytes.get(at..at + 4)?.try_into().ok()?) as usize)
        };
        let number = number as usize;
        let start = if number == 0 { 0 } else { end(number - 1)? };
        let letters = 4 + self.words * 5;
        std::str::from_utf8(self.bytes.get(letters + start..letters + end(number)?)?).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn likeness_counts_shared_runs_without_clitics() {
        let words = [
            ("استثمار", 5, 0),
            ("الاستثمارات", 5, 4),
            ("مستثمرون", 5, 0),
            ("مستثمرين", 2, 0),
            ("ياباني", 9, 0),
        ];
        let built = OwnedBytes::new(build(words.into_iter()).unwrap());
        let similar = SimilarWords::open(built).unwrap();
        let found = similar.find("استثمار", 0.2, 9);
        let forms: Vec<_> = found.iter().map(|alike| alike.form).collect();
        assert_eq!(forms, ["استثمار", "الاستثمارات", "مستثمرون"]);
        assert!((found[0].likeness - 1.0).abs() < f32::EPSILON);
        assert_eq!(similar.find("استثمار", 0.3, 1).len(), 1);
        assert!(similar.find("ابت", 0.1, 9).is_empty());
    }

    #[test]
    fn nothing_and_junk_are_opened_or_refused() {
        let nothing = build(std::iter::empty()).unwrap();
        assert!(
            SimilarWords::open(OwnedBytes::new(nothing))
                .unwrap()
                .find("استثمار", 0.1, 9)
                .is_empty()
        );
        for junk in [&b""[..], b"\xFF\xFF\xFF\xFF", b"abcdefghijklmnop"] {
            assert!(SimilarWords::open(OwnedBytes::new(junk.to_vec())).is_none());
        }
    }

    #[test]
    fn lists_come_back() {
        let list = [0, 1, 127, 128, 300, 70_000, 4_000_000_000];
        let mut bytes = Vec::new();
        pack(&list, &mut bytes);
        let mut rest = &bytes[..];
        assert_eq!(unpack(&mut rest), Some(7));
        let mut number = 0;
        for expected in list {
            number += unpack(&mut rest).unwrap();
            assert_eq!(number, expected);
        }
        assert!(rest.is_empty());
    }
}
