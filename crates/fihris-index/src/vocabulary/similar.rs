//! Similar words: which words of a vocabulary share letters with another.
//!
//! An index from runs of three letters to words,
//! looked at folded and without their proclitics. Misspellings and relatives that no rule reaches
//! are alike in this sense (Darwish & Oard, "Term selection for searching printed Arabic", SIGIR 2002),
//! and so are strangers: likeness only ever ranks.

use rayon::prelude::*;
use tantivy::directory::OwnedBytes;
use tantivy_fst::{Map, MapBuilder};

use super::{TermEntry, varint};

/// Letters in a run.
const LENGTH: usize = 3;

/// Bytes in the record of a word: where its letters end, its articles (four each), its proclitics and its
/// count of runs (one each).
const RECORD: usize = 10;

/// The bit of the proclitics that says that the lexicon knows a word.
const KNOWN: u8 = 0x80;

/// The index of similar words. Its bytes: the number of words, their records, their letters, the length
/// of the lists, the lists, then the map from a run to its list.
pub(super) struct SimilarWords {
    bytes: OwnedBytes,
    words: usize,
    lists: usize,
    runs: Map<OwnedBytes>,
}

/// A word of the index.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Alike {
    pub form: TermEntry,
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

/// A word to be found.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word<'a> {
    /// As it is written.
    pub form: &'a str,
    /// Folded.
    pub folded: &'a str,
    /// In how many articles it stands.
    pub articles: u32,
    /// Byte length of its proclitics.
    pub proclitics: usize,
    /// Whether the lexicon knows it.
    pub is_known: bool,
}

/// The bytes of the index over `words`, which come in order.
pub(super) fn build<'a>(words: impl Iterator<Item = Word<'a>>) -> tantivy_fst::Result<Vec<u8>> {
    let (mut records, mut letters) = (Vec::new(), Vec::new());
    let mut runs_of_words: Vec<(&str, u32)> = Vec::new();
    let mut number = 0;
    for word in words {
        let Word {
            form,
            articles,
            proclitics,
            ..
        } = word;
        if form.is_ascii() || articles == 0 {
            continue;
        }
        let runs = runs(word.folded.get(proclitics..).unwrap_or(word.folded));
        let (Ok(proclitics), Ok(count @ 1..)) =
            (u8::try_from(proclitics), u8::try_from(runs.len()))
        else {
            continue;
        };
        letters.extend_from_slice(form.as_bytes());
        let end = u32::try_from(letters.len()).unwrap_or(u32::MAX);
        records.extend_from_slice(&end.to_le_bytes());
        records.extend_from_slice(&articles.to_le_bytes());
        let known = if word.is_known { KNOWN } else { 0 };
        records.extend_from_slice(&[proclitics | known, count]);
        runs_of_words.extend(runs.into_iter().map(|run| (run, number)));
        number += 1;
    }
    runs_of_words.par_sort_unstable();
    let mut map = MapBuilder::memory();
    let mut lists = Vec::new();
    for list in runs_of_words.chunk_by(|a, b| a.0 == b.0) {
        map.insert(list[0].0, lists.len() as u64)?;
        pack(list, &mut lists);
    }
    let mut bytes = number.to_le_bytes().to_vec();
    bytes.append(&mut records);
    bytes.append(&mut letters);
    bytes.extend((lists.len() as u64).to_le_bytes());
    bytes.append(&mut lists);
    bytes.append(&mut map.into_inner()?);
    Ok(bytes)
}

/// Appends a list of words: its length, then differences of their numbers.
fn pack(list: &[(&str, u32)], bytes: &mut Vec<u8>) {
    varint::push(u32::try_from(list.len()).unwrap_or(u32::MAX), bytes);
    let mut before = 0;
    for &(_, number) in list {
        varint::push(number - before, bytes);
        before = number;
    }
}

impl SimilarWords {
    /// Opens what [`build`] made; `None` if it is something else.
    pub fn open(bytes: OwnedBytes) -> Option<Self> {
        let words = u32::from_le_bytes(bytes.get(..4)?.try_into().ok()?) as usize;
        let records = bytes.get(4..4 + words * RECORD)?;
        let letters = records.chunks_exact(RECORD).last().map_or(0, letters_end);
        let length_at = 4 + words * RECORD + letters;
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

    /// The words at least as alike `word` as `least` that are wanted, the most alike first, at most `most`.
    pub fn find(
        &self,
        word: &str,
        (least, most): (f32, usize),
        is_wanted: impl Fn(&TermEntry) -> bool,
    ) -> Vec<Alike> {
        let runs = runs(word);
        let mut numbers: Vec<u32> = Vec::new();
        for run in &runs {
            let at = self.runs.get(run).and_then(|at| usize::try_from(at).ok());
            let Some(mut list) = at.and_then(|at| self.bytes.get(self.lists + at..)) else {
                continue;
            };
            let mut number = 0;
            for _ in 0..varint::take(&mut list).unwrap_or(0) {
                number += varint::take(&mut list).unwrap_or(0);
                numbers.push(number);
            }
        }
        numbers.sort_unstable();
        let mut alike: Vec<(f32, u32)> = numbers
            .chunk_by(|a, b| a == b)
            .filter_map(|same| {
                let theirs = self.record(same[0] as usize)?[RECORD - 1];
                #[allow(clippy::cast_precision_loss)] // counts of runs in a word
                let likeness = 2.0 * same.len() as f32 / (runs.len() + usize::from(theirs)) as f32;
                (likeness >= least).then_some((likeness, same[0]))
            })
            .collect();
        alike.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        let found = alike.into_iter().filter_map(|(likeness, number)| {
            let form = self.form(number)?;
            Some(Alike { form, likeness })
        });
        let wanted = found.filter(|alike| is_wanted(&alike.form));
        wanted.take(most).collect()
    }

    fn record(&self, number: usize) -> Option<&[u8]> {
        let at = 4 + number * RECORD;
        self.bytes.get(at..at + RECORD)
    }

    /// The word of this number.
    fn form(&self, number: u32) -> Option<TermEntry> {
        let number = number as usize;
        let record = self.record(number)?;
        let start = match number.checked_sub(1) {
            Some(before) => letters_end(self.record(before)?),
            None => 0,
        };
        let letters = 4 + self.words * RECORD;
        let form = self
            .bytes
            .get(letters + start..letters + letters_end(record))?;
        Some(TermEntry {
            form: std::str::from_utf8(form).ok()?.to_string(),
            articles: u32::from_le_bytes([record[4], record[5], record[6], record[7]]),
            proclitics: usize::from(record[8] & !KNOWN),
            is_known: record[8] & KNOWN != 0,
        })
    }
}

fn letters_end(record: &[u8]) -> usize {
    u32::from_le_bytes([record[0], record[1], record[2], record[3]]) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn likeness_counts_shared_runs_without_proclitics() {
        let words = [
            ("استثمار", 5, 0),
            ("الاستثمارات", 5, 4),
            ("مستثمرون", 5, 0),
            ("مستثمرين", 2, 0),
            ("ياباني", 9, 0),
        ];
        let word = |(form, articles, proclitics)| Word {
            form,
            folded: form,
            articles,
            proclitics,
            is_known: false,
        };
        let built = OwnedBytes::new(build(words.into_iter().map(word)).unwrap());
        let similar = SimilarWords::open(built).unwrap();
        let found = similar.find("استثمار", (0.2, 9), |_| true);
        let forms: Vec<_> = found
            .iter()
            .map(|alike| {
                (
                    &*alike.form.form,
                    alike.form.articles,
                    alike.form.proclitics,
                )
            })
            .collect();
        assert_eq!(forms, [words[0], words[1], words[2], words[3]]);
        assert!((found[0].likeness - 1.0).abs() < f32::EPSILON);
        assert_eq!(similar.find("استثمار", (0.3, 1), |_| true).len(), 1);
        let others = similar.find("استثمار", (0.2, 1), |word| word.form != "استثمار");
        assert_eq!(others[0].form.form, words[1].0);
        assert!(similar.find("ابت", (0.1, 9), |_| true).is_empty());
    }

    #[test]
    fn nothing_and_junk_are_opened_or_refused() {
        let nothing = build(std::iter::empty()).unwrap();
        assert!(
            SimilarWords::open(OwnedBytes::new(nothing))
                .unwrap()
                .find("استثمار", (0.1, 9), |_| true)
                .is_empty()
        );
        for junk in [&b""[..], b"\xFF\xFF\xFF\xFF", b"abcdefghijklmnop"] {
            assert!(SimilarWords::open(OwnedBytes::new(junk.to_vec())).is_none());
        }
    }

    #[test]
    fn lists_come_back() {
        let list = [0, 1, 127, 128, 300, 70_000, 4_000_000_000].map(|number| ("", number));
        let mut bytes = Vec::new();
        pack(&list, &mut bytes);
        let mut rest = &bytes[..];
        assert_eq!(varint::take(&mut rest), Some(7));
        let mut number = 0;
        for (_, expected) in list {
            number += varint::take(&mut rest).unwrap();
            assert_eq!(number, expected);
        }
        assert!(rest.is_empty());
    }
}
