//! Headers of a tar, seen before they are read: the `tar` crate takes names of any length, and lists of holes,
//! into memory.
//!
//! Bytes pass as they are, but for headers that are too large, with what belongs to them, and for files with
//! holes. Both are multiples of a block, so that the rest stays where it belongs.

use std::cell::{Cell, RefCell};
use std::io::{self, BufRead, Read};
use std::rc::Rc;

use tar::{EntryType, Header};

use super::super::limits::LARGEST_HEADER;

/// Headers and contents begin at multiples of this, in bytes.
const BLOCK: u64 = 512;

/// So many files with holes may stand side by side.
const MOST_SPARSE: usize = 1000;

/// Where a header of a file with holes says that more of its list follows; the same in the rest of the list.
const IS_EXTENDED: (usize, usize) = (482, 504);

/// What did not pass, for who reads the files.
#[derive(Clone, Default)]
pub(super) struct Dropped(Rc<State>);

struct State {
    /// Whether the next bytes are a header, after the rest of the block.
    expects_header: Cell<bool>,
    /// Whether the name of the next file did not pass.
    name: Cell<bool>,
    /// The names of files with holes.
    sparse: RefCell<Vec<Vec<u8>>>,
}

impl Default for State {
    fn default() -> Self {
        Self {
            expects_header: Cell::new(true),
            name: Cell::default(),
            sparse: RefCell::default(),
        }
    }
}

impl Dropped {
    /// The names of files with holes since the last call.
    pub fn take_sparse(&self) -> Vec<Vec<u8>> {
        self.0.sparse.take()
    }

    /// Whether the file that comes has lost its name.
    pub fn take_name(&self) -> bool {
        self.0.name.take()
    }

    /// Says that a file is read to its end.
    pub fn expect_header(&self) {
        self.0.expects_header.set(true);
    }
}

/// A tar without what did not pass.
pub(super) struct Headers<R> {
    input: R,
    dropped: Dropped,
    /// Bytes that have passed.
    passed: u64,
    /// Where the next header begins, if that is known.
    next: Option<u64>,
    /// What was looked at and passes.
    block: Vec<u8>,
}

impl<R: BufRead> Headers<R> {
    pub fn new(input: R, dropped: Dropped) -> Self {
        Self {
            input,
            dropped,
            passed: 0,
            next: None,
            block: Vec::new(),
        }
    }

    /// Reads the next header that passes into `block`.
    fn look(&mut self) -> io::Result<()> {
        self.next = None;
        loop {
            self.block = block(&mut self.input)?;
            let Ok(bytes) = <&[u8; 512]>::try_from(&*self.block) else {
                return Ok(()); // the end
            };
            let header = Header::from_byte_slice(bytes);
            let size = header.entry_size().unwrap_or(0);
            let kind = header.entry_type();
            let length = size.checked_next_multiple_of(BLOCK).unwrap_or(u64::MAX);
            match kind {
                EntryType::GNULongName
                | EntryType::GNULongLink
                | EntryType::XHeader
                | EntryType::XGlobalHeader
                    if size > LARGEST_HEADER =>
                {
                    let is_of_next = kind != EntryType::XGlobalHeader;
                    self.dropped
                        .0
                        .name
                        .set(self.dropped.0.name.get() || is_of_next);
                }
                EntryType::GNUSparse => {
                    let mut sparse = self.dropped.0.sparse.borrow_mut();
                    sparse.push(header.path_bytes().into_owned());
                    if sparse.len() > MOST_SPARSE {
                        return Err(io::Error::other("too many files with holes"));
                    }
                    let mut is_extended = bytes[IS_EXTENDED.0] == 1;
                    while is_extended {
                        is_extended = block(&mut self.input)?.get(IS_EXTENDED.1) == Some(&1);
                    }
                }
                EntryType::GNULongName
                | EntryType::GNULongLink
                | EntryType::XHeader
                | EntryType::XGlobalHeader => {
                    self.next = Some(self.passed + BLOCK + length);
                    return Ok(());
                }
                _ => return Ok(()),
            }
            io::copy(&mut (&mut self.input).take(length), &mut io::sink())?;
        }
    }
}

/// The next block of `input`, or less at its end.
fn block(input: &mut impl Read) -> io::Result<Vec<u8>> {
    let mut block = Vec::new();
    input.take(BLOCK).read_to_end(&mut block)?;
    Ok(block)
}

impl<R: BufRead> Read for Headers<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.dropped.0.expects_header.take() {
            self.next = self.passed.checked_next_multiple_of(BLOCK);
        }
        if self.block.is_empty() && self.next == Some(self.passed) {
            self.look()?;
        }
        let length = if self.block.is_empty() {
            let until_next = self.next.map_or(u64::MAX, |next| next - self.passed);
            let most =
                usize::try_from(until_next).map_or(buffer.len(), |most| most.min(buffer.len()));
            self.input.read(&mut buffer[..most])?
        } else {
            let length = self.block.len().min(buffer.len());
            buffer[..length].copy_from_slice(&self.block[..length]);
            self.block.drain(..length);
            length
        };
        self.passed += length as u64;
        Ok(length)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A header and its contents.
    fn member(name: &str, kind: EntryType, contents: &[u8]) -> Vec<u8> {
        let mut header = Header::new_gnu();
        header.set_path(name).unwrap();
        header.set_entry_type(kind);
        header.set_size(contents.len() as u64);
        header.set_cksum();
        let mut bytes = [header.as_bytes(), contents].concat();
        bytes.resize(bytes.len().next_multiple_of(512), 0);
        bytes
    }

    /// What passes: names and contents of the files, and whether each has its name.
    fn passing(tar: &[u8]) -> Vec<(String, usize, bool)> {
        let dropped = Dropped::default();
        let mut archive = tar::Archive::new(Headers::new(
            io::BufReader::with_capacity(7, tar),
            dropped.clone(),
        ));
        let mut files = Vec::new();
        for entry in archive.entries().unwrap() {
            let mut entry = entry.unwrap();
            let name = String::from_utf8_lossy(&entry.path_bytes()).into_owned();
            let length = io::copy(&mut entry, &mut io::sink()).unwrap();
            files.push((name, usize::try_from(length).unwrap(), !dropped.take_name()));
            dropped.expect_header();
        }
        files.extend(
            dropped
                .take_sparse()
                .into_iter()
                .map(|name| (String::from_utf8(name).unwrap(), 0, false)),
        );
        files
    }

    #[test]
    fn what_is_too_large_does_not_pass_and_the_rest_does() {
        let long = "x".repeat(usize::try_from(LARGEST_HEADER).unwrap() + 1);
        let pax = b"17 path=bxxx.txt\n";
        let mut sparse = member("holes", EntryType::GNUSparse, &[1; 700]);
        sparse[IS_EXTENDED.0] = 1;
        let list = [[0; 504].as_slice(), &[1; 8], &[0; 512]].concat();
        sparse.splice(512..512, list);
        let tar = [
            member("a", EntryType::Regular, b"12345"),
            member("L", EntryType::GNULongName, b"long\0"),
            member("b", EntryType::Regular, &[7; 1000]),
            member("L", EntryType::GNULongName, long.as_bytes()),
            member("K", EntryType::GNULongLink, long.as_bytes()),
            member("c", EntryType::Regular, b"1"),
            sparse,
            member("g", EntryType::XGlobalHeader, long.as_bytes()),
            member("x", EntryType::XHeader, pax),
            member("d", EntryType::Regular, b""),
            member("e", EntryType::Regular, &[9; 512]),
            vec![0; 1024],
        ]
        .concat();
        let files = passing(&tar);
        let files: Vec<(&str, usize, bool)> = files
            .iter()
            .map(|(name, length, named)| (&**name, *length, *named))
            .collect();
        assert_eq!(
            files,
            [
                ("a", 5, true),
                ("long", 1000, true),
                ("c", 1, false),
                ("bxxx.txt", 0, true),
                ("e", 512, true),
                ("holes", 0, false),
            ]
        );
    }
}
