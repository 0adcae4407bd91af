//! The groups of copies on disk.
//!
//! For each text its cluster and its copies, then for each segment how many of its articles have copies, and these
//! with their texts. Knows numbers, not where they come from.

use std::path::Path;

use super::{CopiedText, Copies};
use crate::commit::CommitKey;
use crate::derived_file::{self, length};
use crate::error::IndexError;

/// The format and its version, which goes up with what copies are, too.
const MAGIC: [u8; 8] = *b"fihrisC4";

impl Copies {
    /// The file's name.
    pub(crate) const FILE: &str = "copies";

    /// Opens the groups of the commit with this key in `generation`; `None` if there are none.
    ///
    /// # Errors
    /// If there is a file that the system does not let us read.
    pub(crate) fn open(generation: &Path, commit: CommitKey) -> Result<Option<Self>, IndexError> {
        let numbers = derived_file::read(&generation.join(Self::FILE), MAGIC, commit)?;
        Ok(numbers.and_then(|numbers| Self::from_numbers(&numbers)))
    }

    /// Writes the groups of the commit with this key into `generation`.
    ///
    /// # Errors
    /// If the system does not let us.
    pub(crate) fn write(&self, generation: &Path, commit: CommitKey) -> Result<(), IndexError> {
        derived_file::write(
            &generation.join(Self::FILE),
            MAGIC,
            commit,
            &self.to_numbers(),
        )
    }

    fn to_numbers(&self) -> Vec<u32> {
        let mut numbers = vec![length(&self.texts)];
        for CopiedText { cluster, copies } in &self.texts {
            numbers.extend([*cluster, length(copies)]);
            numbers.extend(copies);
        }
        numbers.push(length(&self.segments));
        for members in &self.segments {
            numbers.push(length(members));
            numbers.extend(members.iter().flat_map(|&(doc, text)| [doc, text]));
        }
        numbers
    }

    fn from_numbers(numbers: &[u32]) -> Option<Self> {
        let mut numbers = numbers.iter().copied();
        let mut copies = Self::default();
        for _ in 0..numbers.next()? {
            let (cluster, length) = (numbers.next()?, numbers.next()?);
            let others = (0..length).map(|_| numbers.next());
            copies.texts.push(CopiedText {
                cluster,
                copies: others.collect::<Option<_>>()?,
            });
        }
        for _ in 0..numbers.next()? {
            let length = numbers.next()?;
            let members = (0..length).map(|_| Some((numbers.next()?, numbers.next()?)));
            copies.segments.push(members.collect::<Option<_>>()?);
        }
        Some(copies)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn come_back_as_they_were() {
        let copies = Copies {
            segments: vec![vec![(3, 0), (9, 1)], vec![], vec![(0, 1), (1, 0)]],
            texts: vec![
                CopiedText {
                    cluster: 0,
                    copies: vec![1],
                },
                CopiedText {
                    cluster: 0,
                    copies: vec![0],
                },
            ],
        };
        let numbers = copies.to_numbers();
        assert_eq!(Copies::from_numbers(&numbers), Some(copies));
        assert_eq!(Copies::from_numbers(&numbers[..5]), None);
    }
}
