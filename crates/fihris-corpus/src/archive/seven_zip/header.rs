//! The header of a 7z archive: how its files are packed, and what they are called.

use super::folder::Folder;
use super::numbers::Bytes;
use super::piece::Piece;
use super::{LIST, damaged};
use crate::limits::LARGEST_DIRECTORY;
use crate::skip::SkipReason;

/// The most files in an archive.
const MOST_FILES: usize = 1 << 20;

/// The most streams that are packed for themselves.
const MOST_FOLDERS: usize = 1 << 18;

/// What parts of a header are, by their first byte.
mod part {
    pub const END: u8 = 0x00;
    pub const HEADER: u8 = 0x01;
    pub const PROPERTIES: u8 = 0x02;
    pub const STREAMS: u8 = 0x04;
    pub const FILES: u8 = 0x05;
    pub const PACKED: u8 = 0x06;
    pub const FOLDERS: u8 = 0x07;
    pub const PIECES: u8 = 0x08;
    pub const SIZES: u8 = 0x09;
    pub const CHECKSUMS: u8 = 0x0A;
    pub const FOLDER_LIST: u8 = 0x0B;
    pub const UNPACKED_SIZES: u8 = 0x0C;
    pub const PIECE_COUNTS: u8 = 0x0D;
    pub const EMPTY: u8 = 0x0E;
    pub const NAMES: u8 = 0x11;
    pub const PACKED_HEADER: u8 = 0x17;
}

/// Packed streams.
#[derive(Debug, Default)]
pub(super) struct Streams {
    pub folders: Vec<Folder>,
    /// The pieces of each folder.
    pub pieces: Vec<Vec<Piece>>,
}

/// What is in an archive.
#[derive(Default)]
pub(super) struct List {
    pub streams: Streams,
    /// The names, each with a zero behind it, in UTF-16.
    names: Vec<u8>,
    /// Which of the files have no contents.
    is_empty: Vec<bool>,
}

impl List {
    /// The names of files with contents, in the order of these.
    pub fn names(&self) -> impl Iterator<Item = String> {
        let units = self.names.chunks_exact(2);
        let mut units = units.map(|it| u16::from_le_bytes([it[0], it[1]]));
        let names = self.is_empty.iter().map_while(move |is_empty| {
            let name: Vec<u16> = units.by_ref().take_while(|unit| *unit != 0).collect();
            Some((is_empty, String::from_utf16_lossy(&name)))
        });
        names
            .filter(|(is_empty, _)| !**is_empty)
            .map(|(_, name)| name)
    }
}

/// A header.
pub(super) enum Header {
    /// It is packed in these streams.
    Packed(Streams),
    Plain(List),
}

/// Reads a header.
pub(super) fn read(bytes: &[u8]) -> Result<Header, SkipReason> {
    let mut input = Bytes(bytes);
    match input.byte()? {
        part::PACKED_HEADER => return Ok(Header::Packed(streams(&mut input)?)),
        part::HEADER => {}
        _ => return Err(unknown()),
    }
    let mut list = List::default();
    loop {
        match input.byte()? {
            part::END => return Ok(Header::Plain(list)),
            part::PROPERTIES => {
                while input.byte()? != part::END {
                    let length = input.count(8)?;
                    input.take(length)?;
                }
            }
            part::STREAMS => list.streams = streams(&mut input)?,
            part::FILES => files(&mut input, &mut list)?,
            _ => return Err(unknown()),
        }
    }
}

fn streams(input: &mut Bytes) -> Result<Streams, SkipReason> {
    let mut packed = Vec::new();
    let mut streams = Streams::default();
    let mut has_pieces = false;
    loop {
        match input.byte()? {
            part::END => break,
            part::PACKED => packed = packed_ranges(input)?,
            part::FOLDERS => streams.folders = folders(input)?,
            part::PIECES => {
                streams.pieces = pieces(input, &streams.folders)?;
                has_pieces = true;
            }
            _ => return Err(unknown()),
        }
    }
    let mut packed = packed.into_iter();
    for folder in &mut streams.folders {
        folder.packed = packed.by_ref().take(folder.packed_count).collect();
    }
    if !has_pieces {
        let whole = |folder: &Folder| vec![folder.piece()];
        streams.pieces = streams.folders.iter().map(whole).collect();
    }
    Ok(streams)
}

/// Where packed streams begin, and their lengths.
fn packed_ranges(input: &mut Bytes) -> Result<Vec<(u64, u64)>, SkipReason> {
    let mut start = input.number()?;
    let count = at_most(MOST_FOLDERS, input.count(8)?)?;
    let mut ranges = Vec::new();
    loop {
        match input.byte()? {
            part::END => return Ok(ranges),
            part::SIZES => {
                for _ in 0..count {
                    let length = input.number()?;
                    ranges.push((start, length));
                    start = start.saturating_add(length);
                }
            }
            part::CHECKSUMS => {
                input.checksums(count)?;
            }
            _ => return Err(unknown()),
        }
    }
}

fn folders(input: &mut Bytes) -> Result<Vec<Folder>, SkipReason> {
    let mut folders = Vec::new();
    loop {
        match input.byte()? {
            part::END => return Ok(folders),
            part::FOLDER_LIST => {
                let count = at_most(MOST_FOLDERS, input.count(8)?)?;
                is_inside(input)?;
                for _ in 0..count {
                    folders.push(Folder::read(input)?);
                }
            }
            part::UNPACKED_SIZES => {
                for folder in &mut folders {
                    for coder in &mut folder.coders {
                        coder.unpacked = input.number()?;
                    }
                }
            }
            part::CHECKSUMS => {
                let checksums = input.checksums(folders.len())?;
                for (folder, checksum) in folders.iter_mut().zip(checksums) {
                    folder.checksum = checksum;
                }
            }
            _ => return Err(unknown()),
        }
    }
}

fn pieces(input: &mut Bytes, folders: &[Folder]) -> Result<Vec<Vec<Piece>>, SkipReason> {
    let mut counts = vec![1; folders.len()];
    let mut next = input.byte()?;
    if next == part::PIECE_COUNTS {
        for count in &mut counts {
            // All but the last have a size, in a byte or more.
            let number = usize::try_from(input.number()?).map_err(|_| unknown())?;
            if number.saturating_sub(1) > input.0.len() {
                return Err(unknown());
            }
            *count = number;
        }
        next = input.byte()?;
    }
    let total = counts
        .iter()
        .fold(0_usize, |sum, count| sum.saturating_add(*count));
    at_most(MOST_FILES, total)?;
    let has_sizes = next == part::SIZES;
    let mut all = Vec::new();
    for (folder, &count) in folders.iter().zip(&counts) {
        let whole = folder.piece();
        let mut left = whole.size;
        let mut pieces = Vec::new();
        for number in 0..count {
            let is_last = number + 1 == count;
            let size = match (is_last, has_sizes) {
                (true, _) => left,
                (false, true) => input.number()?,
                (false, false) => return Err(unknown()),
            };
            left = left.checked_sub(size).ok_or_else(unknown)?;
            let checksum = whole.checksum.filter(|_| count == 1);
            pieces.push(Piece { size, checksum });
        }
        all.push(pieces);
    }
    if has_sizes {
        next = input.byte()?;
    }
    if next == part::CHECKSUMS {
        let mut unknown: Vec<&mut Piece> = all
            .iter_mut()
            .flatten()
            .filter(|piece| piece.checksum.is_none())
            .collect();
        let checksums = input.checksums(unknown.len())?;
        for (piece, checksum) in unknown.iter_mut().zip(checksums) {
            piece.checksum = checksum;
        }
        next = input.byte()?;
    }
    if next == part::END {
        Ok(all)
    } else {
        Err(unknown())
    }
}

/// Reads the names of files, and which have contents.
fn files(input: &mut Bytes, list: &mut List) -> Result<(), SkipReason> {
    let count = at_most(MOST_FILES, input.count(8)?)?;
    list.is_empty = vec![false; count];
    loop {
        let kind = input.byte()?;
        if kind == part::END {
            return Ok(());
        }
        let length = input.count(8)?;
        let mut property = Bytes(input.take(length)?);
        match kind {
            part::EMPTY => list.is_empty = property.bits(count)?,
            part::NAMES => {
                is_inside(&mut property)?;
                list.names = property.0.to_vec();
            }
            _ => {}
        }
    }
}

/// `count`, if it is no more than `most`.
fn at_most(most: usize, count: usize) -> Result<usize, SkipReason> {
    if count > most {
        return Err(SkipReason::LargeDirectory(LARGEST_DIRECTORY));
    }
    Ok(count)
}

/// Fails where something is kept elsewhere.
fn is_inside(input: &mut Bytes) -> Result<(), SkipReason> {
    if input.byte()? == 0 {
        Ok(())
    } else {
        Err(unknown())
    }
}

fn unknown() -> SkipReason {
    damaged(LIST)
}
