//! The vocabulary on disk: the base in one file, and beside it what changed since, which is small and of one commit.
//!
//! The second names the first by its checksum. Files of another commit, other rules or another length are not opened,
//! and derived anew.

use std::fs;
use std::path::Path;

use tantivy::Directory;
use tantivy::directory::OwnedBytes;
use tantivy::directory::error::OpenReadError;

use super::super::atomic_write::replace_file;
use super::super::commit::CommitKey;
use super::super::directory::open_folder;
use super::super::error::IndexError;
use super::base::Base;
use super::coverage::Coverage;
use super::layer::Layer;
use super::sealed::{Sealed, seal};
use super::{Statistics, Vocabulary};
use arabic_lexicon::Lexicon;

/// Opens the base: the format and its version.
const BASE: u64 = u64::from_le_bytes(*b"fihris-8");

/// Opens what changed since.
const RECENT: u64 = u64::from_le_bytes(*b"fihrisR1");

/// The rules by which proclitics of unknown words are told. A change of them changes this number; the test below
/// fails then, and prints it.
const NAME_RULES: u64 = 1_336_460_584_393_297_362;

impl Vocabulary {
    /// The name of the file of the base.
    pub(crate) const FILE: &str = "vocabulary";

    /// The name of the file of what changed since.
    pub(crate) const RECENT_FILE: &str = "recent";

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
        let Some(bytes) = read(generation, Self::RECENT_FILE)? else {
            return Ok(None);
        };
        let sealed = Sealed::<7, 3>::open(&bytes, is_verified);
        let Some(Sealed { numbers, parts, .. }) = sealed else {
            return Ok(None);
        };
        let [magic, by_rules, of_commit, base_sum, figures @ ..] = numbers;
        if (magic, by_rules, of_commit) != (RECENT, rules(lexicon), commit.0) {
            return Ok(None);
        }
        let base = Base::open(generation, lexicon, is_verified)?;
        let Some(base) = base.filter(|base| base.sum == Some(base_sum)) else {
            return Ok(None);
        };
        Ok(Layer::open(parts).map(|recent| Self {
            statistics: Statistics::from_numbers(figures),
            base,
            recent,
        }))
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
        let base_sum = match self.base.sum {
            Some(sum) => sum,
            None => self.base.write(generation, lexicon)?,
        };
        let numbers = [RECENT, rules(lexicon), commit.0, base_sum];
        let numbers = [&numbers[..], &self.statistics.numbers()].concat();
        let (bytes, _) = seal(&numbers, &self.recent.parts());
        replace_file(&generation.join(Self::RECENT_FILE), &bytes)
    }

    /// The size of its files in `generation`, in bytes.
    #[must_use]
    pub fn size(generation: &Path) -> u64 {
        let size = |name| fs::metadata(generation.join(name)).map_or(0, |metadata| metadata.len());
        size(Self::FILE) + size(Self::RECENT_FILE)
    }
}

impl Base {
    /// Opens the last that was written into `generation` by these rules; `None` if there is none.
    ///
    /// # Errors
    /// If there is a file that the system does not let us read.
    pub(super) fn open(
        generation: &Path,
        lexicon: &Lexicon,
        is_verified: bool,
    ) -> Result<Option<Self>, IndexError> {
        let bytes = read(generation, Vocabulary::FILE)?;
        let sealed = bytes.and_then(|bytes| Sealed::<5, 4>::open(&bytes, is_verified));
        Ok(sealed.and_then(|sealed| Self::from_sealed(sealed, lexicon)))
    }

    fn from_sealed(sealed: Sealed<5, 4>, lexicon: &Lexicon) -> Option<Self> {
        let Sealed {
            numbers,
            parts,
            sum,
        } = sealed;
        let [magic, by_rules, figures @ ..] = numbers;
        let [by_fold, by_lexeme, similar, coverage] = parts;
        let is_ours = (magic, by_rules) == (BASE, rules(lexicon));
        is_ours.then_some(())?;
        Some(Self {
            statistics: Statistics::from_numbers(figures),
            layer: Layer::open([by_fold, by_lexeme, similar])?,
            coverage: Coverage::from_bytes(&coverage)?,
            sum: Some(sum),
        })
    }

    /// Writes it into `generation`; its checksum.
    fn write(&self, generation: &Path, lexicon: &Lexicon) -> Result<u64, IndexError> {
        let numbers = [BASE, rules(lexicon)];
        let numbers = [&numbers[..], &self.statistics.numbers()].concat();
        let [by_fold, by_lexeme, similar] = self.layer.parts();
        let coverage = self.coverage.to_bytes();
        let (bytes, sum) = seal(&numbers, &[by_fold, by_lexeme, similar, &coverage]);
        replace_file(&generation.join(Vocabulary::FILE), &bytes)?;
        Ok(sum)
    }
}

/// What the file called `name` in `generation` holds, if there is one.
fn read(generation: &Path, name: &str) -> Result<Option<OwnedBytes>, IndexError> {
    match open_folder(generation)
        .map_err(tantivy::TantivyError::from)?
        .open_read(Path::new(name))
    {
        Ok(file) => Ok(Some(file.read_bytes()?)),
        Err(OpenReadError::FileDoesNotExist(_)) => Ok(None),
        Err(error) => Err(tantivy::TantivyError::from(error).into()),
    }
}

/// What tells the rules by which a vocabulary is derived from others.
fn rules(lexicon: &Lexicon) -> u64 {
    lexicon.fingerprint() ^ NAME_RULES
}

#[cfg(test)]
mod tests {
    use xxhash_rust::xxh3::xxh3_64;

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
