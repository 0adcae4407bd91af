//! The groups of copies on disk: one file beside the commit they were derived from.
//!
//! Numbers of four bytes: a header, then for each segment how many of its articles have copies, and these
//! with their groups. Knows bytes; a file of another commit or another length is not opened.

use std::fs;
use std::io;
use std::path::Path;

use xxhash_rust::xxh3::xxh3_64;

use super::{CopiedText, Copies};
use crate::atomic_write::replace_file;
use crate::commit::CommitKey;
use crate::error::IndexError;

/// Opens the file: the format and its version, which goes up with what copies are, too.
const MAGIC: u64 = u64::from_le_bytes(*b"fihrisC4");

/// Bytes before the numbers: the magic, the commit, and the hash of the numbers.
const HEADER: usize = 24;

impl Copies {
    /// The file's name.
    pub(crate) const FILE: &str = "copies";

    /// Opens the groups of the commit with this key in `generation`; `None` if there are none.
    ///
    /// # Errors
    /// If there is a file that the system does not let us read.
    pub(crate) fn open(generation: &Path, commit: CommitKey) -> Result<Option<Self>, IndexError> {
        let path = generation.join(Self::FILE);
        match fs::read(&path) {
            Ok(bytes) => Ok(parse(&bytes, commit)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(IndexError::reading(&path)(error)),
        }
    }

    /// Writes the groups of the commit with this key into `generation`.
    ///
    /// # Errors
    /// If the system does not let us.
    pub(crate) fn write(&self, generation: &Path, commit: CommitKey) -> Result<(), IndexError> {
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
        let body: Vec<u8> = numbers
            .iter()
            .flat_map(|number| number.to_le_bytes())
            .collect();
        let header = [MAGIC, commit.0, xxh3_64(&body)].map(u64::to_le_bytes);
        let bytes = [header.as_flattened(), &body].concat();
        replace_file(&generation.join(Self::FILE), &bytes)
    }
}

fn length<T>(items: &[T]) -> u32 {
    u32::try_from(items.len()).unwrap_or(u32::MAX)
}

fn parse(bytes: &[u8], commit: CommitKey) -> Option<Copies> {
    let (header, body) = bytes.split_at_checked(HEADER)?;
    let expected = [MAGIC, commit.0, xxh3_64(body)].map(u64::to_le_bytes);
    if header != expected.as_flattened() {
        return None;
    }
    let mut numbers = body
        .chunks_exact(4)
        .map(|four| u32::from_le_bytes(four.try_into().unwrap_or_default()));
    let mut copies = Copies::default();
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comes_back_for_its_own_commit_only() {
        let folder = tempfile::tempdir().unwrap();
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
        copies.write(folder.path(), CommitKey(7)).unwrap();
        assert_eq!(
            Copies::open(folder.path(), CommitKey(7)).unwrap(),
            Some(copies)
        );
        assert_eq!(Copies::open(folder.path(), CommitKey(8)).unwrap(), None);
        let path = folder.path().join(Copies::FILE);
        let mut bytes = fs::read(&path).unwrap();
        bytes[40] ^= 1;
        fs::write(&path, &bytes).unwrap();
        assert_eq!(Copies::open(folder.path(), CommitKey(7)).unwrap(), None);
        fs::remove_file(&path).unwrap();
        assert_eq!(Copies::open(folder.path(), CommitKey(7)).unwrap(), None);
    }
}
