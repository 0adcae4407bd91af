//! The vocabulary on disk: one file beside the commit it was derived from.
//!
//! A header of ten numbers, the last of which is a checksum of the others and of what follows; then the words by their folded forms, by their lexemes, and similar words. A file of another commit, other rules or
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
use super::lists::TermLists;
use super::similar::SimilarWords;
use super::{Statistics, Vocabulary};
use arabic_lexicon::Lexicon;

/// Opens the file: the format and its version.
const MAGIC: u64 = u64::from_le_bytes(*b"fihris-7");

/// The rules by which proclitics of unknown words are told. A change of them changes this number; the test below
/// fails then, and prints it.
const NAME_RULES: u64 = 1_336_460_584_393_297_362;

const NUMBERS: usize = 10;
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
        lexicon: &Lexicon,
        is_verified: bool,
    ) -> Result<Option<Self>, IndexError> {
        let bytes = read(generation)?;
        Ok(bytes.and_then(|bytes| parse(&bytes, Some(commit), lexicon, is_verified)))
    }

    /// Opens the last that was written into `generation` by these rules, of whichever commit; `None` if there is none.
    ///
    /// # Errors
    /// If there is a file that the system does not let us read.
    pub(crate) fn open_last(
        generation: &Path,
        lexicon: &Lexicon,
    ) -> Result<Option<Self>, IndexError> {
        let bytes = read(generation)?;
        Ok(bytes.and_then(|bytes| parse(&bytes, None, lexicon, false)))
    }

    /// Writes the vocabulary of this commit into `generation`.
    ///
    /// # Errors
    /// If the system does not let us.
    pub(crate) fn write(
        &self,
        generation: &Path,
        commit: CommitKey,
        lexicon: &Lexicon,
    ) -> Result<(), IndexError> {
        let parts = self.parts();
        let [by_fold, by_lexeme, similar] = parts.map(|part| part.len() as u64);
        let numbers: [u64; NUMBERS - 1] = [
            MAGIC,
            rules(lexicon),
            commit.0,
            self.statistics.articles,
            self.statistics.words,
            self.statistics.forms,
            by_fold,
            by_lexeme,
            similar,
        ];
        let numbers = numbers.iter().flat_map(|number| number.to_le_bytes());
        let mut bytes: Vec<u8> = numbers.collect();
        let sum = checksum(&bytes, parts);
        bytes.extend_from_slice(&sum.to_le_bytes());
        for part in parts {
            bytes.extend_from_slice(part);
        }
        let path = generation.join(Self::FILE);
        replace_file(&path, &bytes)
    }

    /// The size of the file in `generation`, in bytes.
    #[must_use]
    pub fn size(generation: &Path) -> u64 {
        fs::metadata(generation.join(Self::FILE)).map_or(0, |metadata| metadata.len())
    }
}

/// What the file in `generation` holds, if there is one.
fn read(generation: &Path) -> Result<Option<OwnedBytes>, IndexError> {
    match open_folder(generation)
        .map_err(tantivy::TantivyError::from)?
        .open_read(Path::new(Vocabulary::FILE))
    {
        Ok(file) => Ok(Some(file.read_bytes()?)),
        Err(OpenReadError::FileDoesNotExist(_)) => Ok(None),
        Err(error) => Err(tantivy::TantivyError::from(error).into()),
    }
}

/// The vocabulary in a file that holds these `bytes`; of any commit, where none is named.
fn parse(
    bytes: &OwnedBytes,
    commit: Option<CommitKey>,
    lexicon: &Lexicon,
    is_verified: bool,
) -> Option<Vocabulary> {
    let header = bytes.get(..HEADER)?;
    let number = |i: usize| {
        let mut le = [0; 8];
        le.copy_from_slice(&header[i * 8..i * 8 + 8]);
        u64::from_le_bytes(le)
    };
    let is_of_commit = commit.is_none_or(|commit| number(2) == commit.0);
    let is_ours = number(0) == MAGIC && number(1) == rules(lexicon) && is_of_commit;
    if !is_ours {
        return None;
    }
    let mut start = HEADER;
    let mut part = |i| {
        let end = start.checked_add(usize::try_from(number(i)).ok()?)?;
        let part = (end <= bytes.len()).then(|| bytes.slice(start..end))?;
        start = end;
        Some(part)
    };
    let (by_fold, by_lexeme, similar) = (part(6)?, part(7)?, part(8)?);
    if start != bytes.len() {
        return None;
    }
    // A map with a flipped bit could answer anything, but hashing takes a millisecond for 10 MB.
    let sum = || checksum(&header[..HEADER - 8], [&by_fold, &by_lexeme, &similar]);
    if !is_verified && sum() != number(NUMBERS - 1) {
        return None;
    }
    Some(Vocabulary {
        statistics: Statistics {
            articles: number(3),
            words: number(4),
            forms: number(5),
        },
        by_fold: TermLists::open(by_fold)?,
        by_lexeme: TermLists::open(by_lexeme)?,
        similar: SimilarWords::open(similar)?,
    })
}

/// Of the numbers before it, too, some of which are figures of the corpus.
fn checksum(numbers: &[u8], parts: [&[u8]; 3]) -> u64 {
    // Parts that change places have another sum.
    let sums = parts.map(xxh3_64);
    let all = sums.into_iter();
    all.fold(xxh3_64(numbers), |sum: u64, part| sum.rotate_left(1) ^ part)
}

/// What tells the rules by which a vocabulary is derived from others.
fn rules(lexicon: &Lexicon) -> u64 {
    lexicon.fingerprint() ^ NAME_RULES
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vocabulary::names::{self, name_proclitics};
    use std::fmt::Write;

    /// What is taken off words with every proclitic.
    fn behaviour() -> u64 {
        let mut seen = String::new();
        for (i, letters) in (1..).zip(name_proclitics()) {
            let has_article = letters.ends_with("ال") || letters.ends_with("لل");
            for name in ["أوباما", "رن", "كوت", "اليكسا"] {
                let form = [letters, name].concat();
                let frequency = |rest: &str| u32::from(rest.ends_with(name)) * (i % 7);
                let length = names::proclitics(&form, 3, frequency);
                _ = writeln!(seen, "{form} {has_article} {length}");
            }
        }
        xxh3_64(seen.as_bytes())
    }

    #[test]
    fn changed_rules_change_the_number_that_vocabularies_are_marked_with() {
        assert_eq!(
            NAME_RULES,
            behaviour(),
            "what is taken off names changed: set NAME_RULES to the right side"
        );
    }
}
