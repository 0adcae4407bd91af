//! Messages: the pieces of a table, each a header and a body, one after the other.

use std::io::{self, BufRead, Read};

use super::damage::broken;
use crate::limits::{LARGEST_PAGES, LARGEST_RECORD};
use crate::skip::{DamageKind, SkipReason};

/// How files begin; the stream in them comes behind two bytes more.
const FILE: &[u8] = b"ARROW1";

/// How files of the first version of Feather begin, which is another format.
const FEATHER_1: &[u8] = b"FEA1";

/// What stands before the length of a message.
const MARK: [u8; 4] = [0xFF; 4];

/// A message.
pub(super) struct Message {
    header: Vec<u8>,
    body: Vec<u8>,
}

impl Message {
    /// What it says of itself.
    ///
    /// # Errors
    /// If it is damaged.
    pub fn header(&self) -> Result<arrow_ipc::Message<'_>, SkipReason> {
        arrow_ipc::root_as_message(&self.header).map_err(|_| broken("no valid message"))
    }

    /// Takes the contents of columns out of it.
    pub fn take_body(&mut self) -> Vec<u8> {
        std::mem::take(&mut self.body)
    }
}

/// The least length of a message; what is less says where in it its contents begin.
const SHORTEST: u32 = 16;

/// Messages, one after the other.
pub(super) struct Messages<'a> {
    input: &'a mut dyn BufRead,
    /// Whether the next is the first of a file.
    begins_file: bool,
    /// The length of the next, if it is known.
    length: Option<[u8; 4]>,
}

/// The messages of a file or a stream.
///
/// # Errors
/// If it cannot be read, or is of another format.
pub(super) fn messages(input: &mut dyn BufRead) -> Result<Messages<'_>, SkipReason> {
    let start = input.fill_buf()?;
    if start.starts_with(FEATHER_1) {
        return Err(broken(
            "the first version of Feather; write it anew as version 2",
        ));
    }
    let begins_file = start.starts_with(FILE);
    if begins_file {
        let mut magic = [0; 8];
        input.read_exact(&mut magic)?;
    }
    Ok(Messages {
        input,
        begins_file,
        length: None,
    })
}

impl Messages<'_> {
    /// The next one, if there is one.
    ///
    /// # Errors
    /// If it is damaged, too large, or breaks off.
    pub fn next(&mut self) -> Result<Option<Message>, SkipReason> {
        let Some(header) = self.header()? else {
            return Ok(None);
        };
        let mut message = Message {
            header,
            body: Vec::new(),
        };
        let length = u64::try_from(message.header()?.bodyLength());
        let length = length.map_err(|_| broken("no valid message"))?;
        message.body = self.bytes(length, LARGEST_PAGES)?;
        Ok(Some(message))
    }

    fn header(&mut self) -> Result<Option<Vec<u8>>, SkipReason> {
        let length = match self.length.take() {
            Some(length) => length,
            None if self.input.fill_buf()?.is_empty() => return Ok(None), // streams may end so
            None => match self.four()? {
                MARK => self.four()?,
                // Of old programs, which write no mark, or of Polars, which writes no length either.
                start if self.begins_file && u32::from_le_bytes(start) < SHORTEST => {
                    return self.bare_header(start).map(Some);
                }
                length => length,
            },
        };
        self.begins_file = false;
        match u32::from_le_bytes(length) {
            0 => Ok(None),
            length => self.bytes(length.into(), LARGEST_RECORD).map(Some),
        }
    }

    /// The first header of a file, which begins so and goes to the mark of the next message.
    fn bare_header(&mut self, start: [u8; 4]) -> Result<Vec<u8>, SkipReason> {
        self.begins_file = false;
        let mut header = [start, self.four()?].concat();
        loop {
            let (first, second) = (self.four()?, self.four()?);
            if first == MARK {
                self.length = Some(second);
                return Ok(header);
            }
            header.extend(first);
            header.extend(second);
            if header.len() as u64 > LARGEST_RECORD {
                return Err(SkipReason::TooLarge(LARGEST_RECORD));
            }
        }
    }

    fn four(&mut self) -> io::Result<[u8; 4]> {
        let mut bytes = [0; 4];
        self.input.read_exact(&mut bytes)?;
        Ok(bytes)
    }

    /// The next bytes, so many, but not more than `most`; memory is taken only for those that are there.
    fn bytes(&mut self, length: u64, most: u64) -> Result<Vec<u8>, SkipReason> {
        if length > most {
            return Err(SkipReason::TooLarge(most));
        }
        let mut bytes = Vec::new();
        let read = (&mut *self.input).take(length).read_to_end(&mut bytes)?;
        if (read as u64) < length {
            let reason = "the file ends in a message";
            return Err(SkipReason::damaged(DamageKind::Truncated, reason));
        }
        Ok(bytes)
    }
}
