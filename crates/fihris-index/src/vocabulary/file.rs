//! The vocabulary on disk: one file beside the commit it was derived from.
//!
//! A header of nine numbers, then forms, stems and similar words. A file of another commit, other rules or
//! another length is not opened, and derived anew.

use std::fs;
use std::path::Path;

use tantivy::Directory;
use tantivy::directory::OwnedBytes;
use tantivy::directory::error::OpenReadError;
use xxhash_rust::xxh3::xxh3_64;

use super::super::atomic_write::replace_file;
use super::super::commit::CommitKey;
use super::super::directory::open_folder;
use super::super::error::IndexError;
use super::similar::SimilarWords;
use super::stems::Stems;
use super::{Statistics, Vocabulary, map};

/// Opens the file: the format and its version.
const MAGIC: u64 = u64::from_le_bytes(*b"fihris-5");

/// The rules of stems that the file was made by. A change of them changes this number; the test below fails
/// then, and prints it.
pub const STEM_RULES: u64 = 4_706_988_996_313_487_710;

const NUMBERS: usize = 9;
const HEADER: usize = NUMBERS * 8;

impl Vocabulary {
    /// The file's name.
    pub(crate) const FILE: &str = "vocabulary";

    /// Opens the vocabulary of this commit in `generation`; `None` if there is none, or if it is
    /// not verified and does not hold what was written to it.
    ///
    /// # Errors
    /// If there is a file that the system does not let us read.
    pub(crate) fn open(
        generation: &Path,
        commit: CommitKey,
        is_verified: bool,
    ) -> Result<Option<Self>, IndexError> {
        let bytes = match open_folder(generation)
            .map_err(tantivy::TantivyError::from)?
            .open_read(Path::new(Self::FILE))
        {
            Ok(file) => file.read_bytes()?,
            Err(OpenReadError::FileDoesNotExist(_)) => return Ok(None),
            Err(error) => return Err(tantivy::TantivyError::from(error).into()),
        };
        Ok(parse(&bytes, commit, is_verified))
    }

    /// Writes the vocabulary of this commit into `generation`.
    ///
    /// # Errors
    /// If the system does not let us.
    pub(crate) fn write(&self, generation: &Path, commit: CommitKey) -> Result<(), IndexError> {
        let forms = self.forms.as_fst().to_vec();
        let stems = self.stems.bytes();
        let numbers: [u64; NUMBERS] = [
            MAGIC,
            STEM_RULES,
            commit.0,
            self.statistics.articles,
            self.statistics.words,
            forms.len() as u64,
            stems.len() as u64,
            self.similar.bytes().len() as u64,
            xxh3_64(&forms) ^ xxh3_64(stems) ^ xxh3_64(self.similar.bytes()),
        ];
        let mut bytes: Vec<u8> = numbers
            .iter()
            .flat_map(|number| number.to_le_bytes())
            .collect();
        bytes.extend_from_slice(&forms);
        bytes.extend_from_slice(stems);
        bytes.extend_from_slice(self.similar.bytes());
        let path = generation.join(Self::FILE);
        replace_file(&path, &bytes)
    }

    /// The size of the file in `generation`, in bytes.
    #[must_use]
    pub fn size(generation: &Path) -> u64 {
        fs::metadata(generation.join(Self::FILE)).map_or(0, |metadata| metadata.len())
    }
}

fn parse(bytes: &OwnedBytes, commit: CommitKey, is_verified: bool) -> Option<Vocabulary> {
    let header = bytes.get(..HEADER)?;
    let number = |i: usize| {
        let mut le = [0; 8];
        le.copy_from_slice(&header[i * 8..i * 8 + 8]);
        u64::from_le_bytes(le)
    };
    let forms_end = HEADER.checked_add(usize::try_from(number(5)).ok()?)?;
    let stems_end = forms_end.checked_add(usize::try_from(number(6)).ok()?)?;
    let end = stems_end.checked_add(usize::try_from(number(7)).ok()?)?;
    let is_ours = number(0) == MAGIC && number(1) == STEM_RULES && number(2) == commit.0;
    if !is_ours || end != bytes.len() {
        return None;
    }
    let forms = bytes.slice(HEADER..forms_end);
    let stems = bytes.slice(forms_end..stems_end);
    let similar = bytes.slice(stems_end..end);
    // A map with a flipped bit could answer anything, but hashing takes a millisecond for 10 MB.
    if !is_verified && xxh3_64(&forms) ^ xxh3_64(&stems) ^ xxh3_64(&similar) != number(8) {
        return None;
    }
    Some(Vocabulary {
        statistics: Statistics {
            articles: number(3),
            words: number(4),
        },
        forms: map(forms).ok()?,
        stems: Stems::open(stems)?,
        similar: SimilarWords::open(similar)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use arabic_text::stem::{PROCLITICS, SUFFIXES, analyze_stem};
    use std::collections::HashMap;

    /// Stems of words with every proclitic and suffix, and the list of whole words.
    fn behaviour() -> u64 {
        let stems = [
            "كتاب",
            "سياسه",
            "بيان",
            "وزراء",
            "مستوي",
            "قال",
            "شركه",
            "ارميني",
            "لعب",
        ];
        let mut doc_freqs: HashMap<String, u32> = HashMap::new();
        for (i, stem) in (1..).zip(stems) {
            for proclitic in PROCLITICS {
                for suffix in SUFFIXES {
                    let form = [proclitic.letters, stem, suffix.letters].concat();
                    doc_freqs.insert(form, i * u32::try_from(stem.len() % 7).unwrap());
                }
            }
            doc_freqs.insert(stem.to_string(), i * 10);
        }
        let mut words: Vec<&String> = doc_freqs.keys().collect();
        words.sort();
        let stems: Vec<String> = words
            .iter()
            .map(|word| {
                let analysis = analyze_stem(word, &doc_freqs);
                format!("{word} {} {}\n", analysis.proclitics, analysis.stem)
            })
            .collect();
        let whole = include_bytes!("../../../arabic-text/src/stem/protected_words.txt");
        xxh3_64(stems.concat().as_bytes()) ^ xxh3_64(whole)
    }

    #[test]
    fn changed_rules_change_the_number_that_vocabularies_are_marked_with() {
        assert_eq!(
            STEM_RULES,
            behaviour(),
            "cores changed: set CORE_RULES to the right side"
        );
    }
}
