//! Folders of a 7z archive: streams that unpack to the contents of files, and what unpacks them.

use std::io::{BufReader, Read};

use bzip2::read::BzDecoder;
use flate2::read::DeflateDecoder;
use lzma_rust2::filter::bcj::BcjReader;
use lzma_rust2::filter::delta::DeltaReader;
use lzma_rust2::{Lzma2Reader, LzmaReader};

use super::damaged;
use super::numbers::Bytes;
use super::piece::Piece;
use crate::limits::LARGEST_DICTIONARY;
use crate::skip::SkipReason;

/// The most steps in which something is packed.
const MOST_CODERS: usize = 8;

/// A step in which something was packed.
#[derive(Debug)]
pub(super) struct Coder {
    method: Vec<u8>,
    properties: Vec<u8>,
    /// What it unpacks to, in bytes.
    pub unpacked: u64,
}

/// Streams that are packed together.
#[derive(Debug)]
pub(super) struct Folder {
    pub coders: Vec<Coder>,
    /// The steps that give what others take: who takes, and who gives.
    pairs: Vec<(usize, usize)>,
    pub packed_count: usize,
    /// Where its packed streams begin behind the first header, and their lengths.
    pub packed: Vec<(u64, u64)>,
    pub checksum: Option<u32>,
}

impl Folder {
    /// Reads what the header says of one.
    pub fn read(input: &mut Bytes) -> Result<Self, SkipReason> {
        let unknown = || damaged("it is packed in a way that is not known");
        let count = input.count(8)?;
        if count > MOST_CODERS {
            return Err(unknown());
        }
        let mut coders = Vec::new();
        let (mut ins, mut outs) = (0, 0);
        for _ in 0..count {
            let flags = input.byte()?;
            let method = input.take(usize::from(flags & 0x0F))?.to_vec();
            if flags & 0x10 != 0 {
                ins += input.count(1)?;
                outs += input.count(1)?;
            } else {
                ins += 1;
                outs += 1;
            }
            let length = if flags & 0x20 != 0 {
                input.count(8)?
            } else {
                0
            };
            coders.push(Coder {
                method,
                properties: input.take(length)?.to_vec(),
                unpacked: 0,
            });
        }
        // Only steps that take one stream and give one are known.
        if ins != count || outs != count || count == 0 {
            return Err(unknown());
        }
        let place = |number: u64| usize::try_from(number).map_err(|_| unknown());
        let pairs = (1..count).map(|_| Ok((place(input.number()?)?, place(input.number()?)?)));
        Ok(Self {
            coders,
            pairs: pairs.collect::<Result<_, SkipReason>>()?,
            packed_count: 1,
            packed: Vec::new(),
            checksum: None,
        })
    }

    /// What it unpacks to.
    pub fn piece(&self) -> Piece {
        let is_inner = |at: &usize| self.pairs.iter().any(|pair| pair.1 == *at);
        let last = (0..self.coders.len()).find(|at| !is_inner(at));
        Piece {
            size: last.map_or(0, |at| self.coders[at].unpacked),
            checksum: self.checksum,
        }
    }

    /// The contents of `packed`, its packed stream.
    pub fn unpack<'a>(&self, packed: impl Read + 'a) -> Result<Box<dyn Read + 'a>, SkipReason> {
        let is_bound = |at: &usize| self.pairs.iter().any(|pair| pair.0 == *at);
        let mut next = (0..self.coders.len()).find(|at| !is_bound(at));
        let mut reader: Box<dyn Read + 'a> = Box::new(packed);
        for _ in 0..self.coders.len() {
            let Some(coder) = next.and_then(|at| self.coders.get(at)) else {
                break;
            };
            reader = coder.unpack(reader)?;
            next = self
                .pairs
                .iter()
                .find(|pair| Some(pair.1) == next)
                .map(|pair| pair.0);
        }
        Ok(reader)
    }
}

impl Coder {
    fn unpack<'a>(&self, input: Box<dyn Read + 'a>) -> Result<Box<dyn Read + 'a>, SkipReason> {
        let unknown = || damaged("it is packed in a way that is not known");
        Ok(match (&*self.method, &*self.properties) {
            ([0], _) => input,
            ([0x21], [size, ..]) => {
                let size = u64::from(*size);
                if size > 40 {
                    return Err(unknown());
                }
                let size = (2 | size & 1) << (size / 2 + 11);
                Box::new(Lzma2Reader::new(input, self.dictionary(size)?, None))
            }
            ([3, 1, 1], [properties, a, b, c, d, ..]) => {
                let size = u64::from(u32::from_le_bytes([*a, *b, *c, *d]));
                let size = self.dictionary(size)?;
                Box::new(LzmaReader::new_with_props(
                    input,
                    self.unpacked,
                    *properties,
                    size,
                    None,
                )?)
            }
            ([4, 2, 2], _) => Box::new(BzDecoder::new(input)),
            ([4, 1, 8], _) => Box::new(DeflateDecoder::new(BufReader::new(input))),
            ([3], [distance, ..]) => Box::new(DeltaReader::new(input, usize::from(*distance) + 1)),
            // Filters for programs, which some packers put before everything.
            ([4] | [3, 3, 1, 3], _) => Box::new(BcjReader::new_x86(input, 0)),
            ([0x0A], _) => Box::new(BcjReader::new_arm64(input, 0)),
            ([6, 0xF1, 7, 1], _) => return Err(damaged("it is protected by a password")),
            _ => return Err(unknown()),
        })
    }

    /// The size of the dictionary that is needed for one of `size` bytes: no more than what comes out.
    fn dictionary(&self, size: u64) -> Result<u32, SkipReason> {
        let size = size.min(self.unpacked.max(1 << 12));
        if size > LARGEST_DICTIONARY {
            return Err(SkipReason::TooLarge(LARGEST_DICTIONARY));
        }
        u32::try_from(size).map_err(|_| SkipReason::TooLarge(LARGEST_DICTIONARY))
    }
}
