//! Derived files: numbers that are derived from a commit, kept in one file beside it.
//!
//! Numbers of four bytes behind a header: what the file is, the key of the commit, and the hash of the numbers. What
//! is of another commit, or not as it was written, is as if it were not there. Each kind says which numbers it is.

use std::fs;
use std::io;
use std::path::Path;

use tantivy::DocId;
use xxhash_rust::xxh3::xxh3_64;

use super::atomic_write::replace_file;
use super::commit::CommitKey;
use super::error::IndexError;

/// Bytes before the numbers: the magic, the commit, and the hash of the numbers.
const HEADER: usize = 24;

/// What is derived from a commit and kept beside it.
pub(crate) trait DerivedFile: Sized {
    /// The file's name.
    const FILE: &str;

    /// The format and its version, which goes up with what it means, too.
    const MAGIC: [u8; 8];

    /// What is written.
    fn to_numbers(&self) -> Vec<u32>;

    /// What these numbers are; `None` if they end too early.
    fn from_numbers(numbers: &[u32]) -> Option<Self>;

    /// Opens that of the commit with this key in `generation`; `None` if there is none.
    ///
    /// # Errors
    /// If there is a file that the system does not let us read.
    fn open(generation: &Path, commit: CommitKey) -> Result<Option<Self>, IndexError> {
        let numbers = read(&generation.join(Self::FILE), Self::MAGIC, commit)?;
        Ok(numbers.and_then(|numbers| Self::from_numbers(&numbers)))
    }

    /// Opens the last that was written into `generation`, of whichever commit; `None` if there is none.
    fn open_last(generation: &Path) -> Option<Self> {
        let bytes = fs::read(generation.join(Self::FILE)).ok()?;
        let key = bytes.get(8..16)?.try_into().ok()?;
        let commit = CommitKey(u64::from_le_bytes(key));
        let numbers = numbers(&bytes, Self::MAGIC, commit)?;
        Self::from_numbers(&numbers)
    }

    /// Writes that of the commit with this key into `generation`.
    ///
    /// # Errors
    /// If the system does not let us.
    fn write(&self, generation: &Path, commit: CommitKey) -> Result<(), IndexError> {
        let path = generation.join(Self::FILE);
        write(&path, Self::MAGIC, commit, &self.to_numbers())
    }
}

/// Writes `numbers`, derived from the commit with this key, to the file at `path`; `magic` opens it.
fn write(
    path: &Path,
    magic: [u8; 8],
    commit: CommitKey,
    numbers: &[u32],
) -> Result<(), IndexError> {
    let body: Vec<u8> = numbers
        .iter()
        .flat_map(|number| number.to_le_bytes())
        .collect();
    let bytes = [&header(magic, commit, &body)[..], &body].concat();
    replace_file(path, &bytes)
}

/// The numbers in the file at `path`; `None` if there are none of this commit.
fn read(path: &Path, magic: [u8; 8], commit: CommitKey) -> Result<Option<Vec<u32>>, IndexError> {
    let bytes = match fs::read(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        bytes => bytes.map_err(IndexError::reading(path))?,
    };
    Ok(numbers(&bytes, magic, commit))
}

/// The numbers in a file that holds these `bytes`; `None` if it is not of this commit, or not as it was written.
fn numbers(bytes: &[u8], magic: [u8; 8], commit: CommitKey) -> Option<Vec<u32>> {
    let (found, body) = bytes.split_at_checked(HEADER)?;
    if found != header(magic, commit, body) {
        return None;
    }
    let numbers = body
        .chunks_exact(4)
        .map(|four| u32::from_le_bytes(four.try_into().unwrap_or_default()));
    Some(numbers.collect())
}

fn header(magic: [u8; 8], commit: CommitKey, body: &[u8]) -> Vec<u8> {
    let numbers = [u64::from_le_bytes(magic), commit.0, xxh3_64(body)];
    numbers.map(u64::to_le_bytes).concat()
}

/// How many `items` there are, as it is written.
pub(super) fn length<T>(items: &[T]) -> u32 {
    u32::try_from(items.len()).unwrap_or(u32::MAX)
}

/// Adds for each segment how many of its articles are `members`, and these, each with a number.
pub(super) fn push_members(numbers: &mut Vec<u32>, segments: &[Vec<(DocId, u32)>]) {
    numbers.push(length(segments));
    for members in segments {
        numbers.push(length(members));
        numbers.extend(members.iter().flat_map(|&(doc, number)| [doc, number]));
    }
}

/// What [`push_members`] added.
pub(super) fn take_members(
    mut numbers: impl Iterator<Item = u32>,
) -> Option<Vec<Vec<(DocId, u32)>>> {
    let mut segments = Vec::new();
    for _ in 0..numbers.next()? {
        let length = numbers.next()?;
        let members = (0..length).map(|_| Some((numbers.next()?, numbers.next()?)));
        segments.push(members.collect::<Option<_>>()?);
    }
    Some(segments)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comes_back_for_its_own_commit_only() {
        const MAGIC: [u8; 8] = *b"fihris_1";
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("numbers");
        let open = |commit, magic| read(&path, magic, CommitKey(commit)).unwrap();
        assert_eq!(open(7, MAGIC), None);
        write(&path, MAGIC, CommitKey(7), &[1, 2, u32::MAX]).unwrap();
        assert_eq!(open(7, MAGIC), Some(vec![1, 2, u32::MAX]));
        assert_eq!(open(8, MAGIC), None);
        assert_eq!(open(7, *b"fihris_2"), None);
        let mut bytes = fs::read(&path).unwrap();
        bytes[30] ^= 1;
        fs::write(&path, &bytes).unwrap();
        assert_eq!(open(7, MAGIC), None);
        fs::write(&path, &bytes[..9]).unwrap();
        assert_eq!(open(7, MAGIC), None);
    }
}
