//! 7z: files that are packed together, one after the other, and a list of them at the end.
//!
//! The list is bounded before it is read, and nothing is counted that it has no room for. What passwords protect is named.

mod folder;
mod header;
mod numbers;
mod piece;

#[cfg(test)]
mod tests;

use std::io::{self, Read, Seek, SeekFrom};

use flate2::Crc;

use super::entry::{ReadFormat, nothing_unless, read_entry, skip};
use crate::file_kind::SEVEN_ZIP;
use crate::limits::LARGEST_DIRECTORY;
use crate::sink::{ArticleSink, Stop};
use crate::skip::{DamageKind, SkipReason};
use crate::unpack_limit::UnpackLimit;
use folder::Folder;
use header::{Header, List};
use numbers::Bytes;
use piece::Piece;

/// The length of what stands before the packed streams.
const START: u64 = 32;

/// So often may a list of files be packed.
const MOST_LAYERS: usize = 4;

/// Reads the files of a 7z archive by `read`.
///
/// # Errors
/// If it is none or is damaged, protected by a password, unpacks to too much, or there is nothing in it to read; or if
/// whoever takes the articles fails.
pub fn read_seven_zip<E>(
    mut file: impl Read + Seek,
    sink: &mut ArticleSink<E>,
    read: ReadFormat<E>,
) -> Result<(), Stop<E>> {
    let unpack_limit = sink.unpack_limit();
    let list = list(&mut file, &unpack_limit)?;
    let mut readable = 0;
    let mut names = list.names();
    for (folder, pieces) in list.streams.folders.iter().zip(&list.streams.pieces) {
        let contents = open(&mut file, folder);
        let mut contents = contents.map(|contents| unpack_limit.count_unpacked(contents));
        for piece in pieces {
            let Some(name) = names.next() else {
                return Err(damaged(LIST).into());
            };
            match &mut contents {
                Ok(unpacked) => {
                    let mut entry = Entry::new(unpacked, *piece);
                    readable += u64::from(read_entry(&name, &mut entry, sink, read)?);
                    let rest = io::copy(&mut entry, &mut io::sink());
                    unpack_limit.check()?;
                    // What is packed together with it cannot be read either.
                    if let Err(error) = rest {
                        contents = Err(error.into());
                    }
                }
                Err(reason) => {
                    readable += 1;
                    skip(&name, reason.clone(), sink)?;
                }
            }
        }
    }
    Ok(nothing_unless(readable)?)
}

/// What is in the archive.
fn list(file: &mut (impl Read + Seek), unpack_limit: &UnpackLimit) -> Result<List, SkipReason> {
    let mut start = [0; 32];
    file.rewind()?;
    file.read_exact(&mut start)?;
    if !start.starts_with(SEVEN_ZIP) {
        return Err(damaged("it does not begin as a 7z archive does"));
    }
    let mut input = Bytes(&start[8..]);
    let checksum = input.u32()?;
    if checksum != crc(input.0) {
        return Err(damaged("the checksum is wrong"));
    }
    let (at, length, checksum) = (input.u64()?, input.u64()?, input.u32()?);
    if length == 0 {
        return Err(SkipReason::NothingInside);
    }
    if length > LARGEST_DIRECTORY {
        return Err(SkipReason::LargeDirectory(LARGEST_DIRECTORY));
    }
    file.seek(SeekFrom::Start(START.saturating_add(at)))?;
    let mut bytes = Vec::new();
    file.take(length).read_to_end(&mut bytes)?;
    if crc(&bytes) != checksum {
        let is_short = (bytes.len() as u64) < length;
        return Err(if is_short {
            SkipReason::EndsInside
        } else {
            damaged("the checksum is wrong")
        });
    }
    for _ in 0..MOST_LAYERS {
        let packed = match header::read(&bytes)? {
            Header::Plain(list) => return Ok(list),
            Header::Packed(streams) => streams,
        };
        let (Some(folder), Some([piece])) = (
            packed.folders.first(),
            packed.pieces.first().map(|it| &**it),
        ) else {
            return Err(damaged(LIST));
        };
        if piece.size > LARGEST_DIRECTORY {
            return Err(SkipReason::LargeDirectory(LARGEST_DIRECTORY));
        }
        let mut contents = unpack_limit.count_unpacked(open(file, folder)?);
        bytes.clear();
        Entry::new(&mut contents, *piece).read_to_end(&mut bytes)?;
    }
    Err(damaged("its list of files is packed too often"))
}

/// The contents of a folder.
fn open<'a>(
    file: &'a mut (impl Read + Seek),
    folder: &Folder,
) -> Result<Box<dyn Read + 'a>, SkipReason> {
    let [(start, length)] = folder.packed[..] else {
        return Err(damaged(LIST));
    };
    file.seek(SeekFrom::Start(START.saturating_add(start)))?;
    folder.unpack(file.take(length))
}

/// The contents of a file; reading fails where they end too early, or are not what was packed.
struct Entry<'a, R> {
    contents: &'a mut R,
    left: u64,
    checksum: Option<u32>,
    found: Crc,
}

impl<'a, R> Entry<'a, R> {
    fn new(contents: &'a mut R, piece: Piece) -> Self {
        Self {
            contents,
            left: piece.size,
            checksum: piece.checksum,
            found: Crc::new(),
        }
    }
}

impl<R: Read> Read for Entry<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let most = usize::try_from(self.left).map_or(buffer.len(), |left| left.min(buffer.len()));
        if most == 0 {
            let is_right = self.left > 0 || self.checksum.is_none_or(|it| it == self.found.sum());
            return if is_right {
                Ok(0)
            } else {
                Err(io::Error::other("the checksum is wrong"))
            };
        }
        let length = self.contents.read(&mut buffer[..most])?;
        if length == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        self.found.update(&buffer[..length]);
        self.left -= length as u64;
        Ok(length)
    }
}

fn crc(bytes: &[u8]) -> u32 {
    let mut crc = Crc::new();
    crc.update(bytes);
    crc.sum()
}

/// What is said of a list that cannot be.
const LIST: &str = "its list of files is no valid one";

fn damaged(message: &str) -> SkipReason {
    SkipReason::damaged(DamageKind::Other, message)
}
