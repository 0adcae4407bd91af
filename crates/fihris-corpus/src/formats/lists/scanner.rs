//! JSON as it is written, byte by byte, of which a value at most is in memory.

use std::io::BufRead;

use crate::formats::brackets::Inside;
use crate::formats::count;
use crate::limits::LONGEST_NAME;
use crate::skip::{DamageKind, SkipReason};

/// Bytes, and where they stand.
pub(super) struct Scanner<'a> {
    /// What comes next.
    pub input: &'a mut dyn BufRead,
    /// The line where the next byte stands.
    pub line: usize,
}

/// A value as it is written.
pub(super) struct Written {
    /// The bytes, if they are all.
    pub bytes: Vec<u8>,
    /// Whether these are all, or it is too long.
    pub fits: bool,
    /// Its first byte.
    first: Option<u8>,
}

impl Scanner<'_> {
    /// The next byte behind spaces.
    ///
    /// # Errors
    /// If the input fails or ends, or it is no JSON.
    pub fn next_byte(&mut self) -> Result<u8, SkipReason> {
        loop {
            let buffer = self.input.fill_buf()?;
            let spaces = buffer.iter().take_while(|it| it.is_ascii_whitespace());
            let spaces = spaces.count();
            self.line += count(&buffer[..spaces], b'\n');
            let (next, is_end) = (buffer.get(spaces).copied(), buffer.is_empty());
            self.input.consume(spaces);
            match next {
                Some(byte) => return Ok(byte),
                None if is_end => return Err(SkipReason::EndsInside),
                None => {}
            }
        }
    }

    /// Goes over a byte that must be this.
    ///
    /// # Errors
    /// If the input fails or ends, or it is no JSON.
    pub fn pass(&mut self, byte: u8) -> Result<(), SkipReason> {
        if self.next_byte()? != byte {
            return Err(self.no_json());
        }
        self.input.consume(1);
        Ok(())
    }

    /// Why what stands next is no JSON.
    pub fn no_json(&self) -> SkipReason {
        let reason = SkipReason::damaged(DamageKind::Other, "no valid JSON");
        reason.after_line(self.line)
    }

    /// The text that stands next; none if it is too long for a name.
    ///
    /// # Errors
    /// If the input fails or ends, or it is no JSON.
    pub fn text(&mut self) -> Result<Option<String>, SkipReason> {
        let written = self.written(LONGEST_NAME as u64)?;
        let text = || serde_json::from_slice(&written.bytes).ok();
        if written.first != Some(b'"') {
            return Err(self.no_json());
        }
        Ok(written.fits.then(text).flatten())
    }

    /// The value that stands next, at most so many bytes of it.
    ///
    /// # Errors
    /// If the input fails or ends, or it is no JSON.
    pub fn written(&mut self, most: u64) -> Result<Written, SkipReason> {
        let mut written = Written {
            bytes: Vec::new(),
            fits: true,
            first: None,
        };
        let mut inside = Inside::default();
        loop {
            let buffer = self.input.fill_buf()?;
            if buffer.is_empty() {
                return Err(SkipReason::EndsInside);
            }
            let (taken, ends) = value_in(buffer, &mut written.first, &mut inside);
            self.line += count(&buffer[..taken], b'\n');
            written.fits &= (written.bytes.len() + taken) as u64 <= most;
            if written.fits {
                written.bytes.extend_from_slice(&buffer[..taken]);
            } else {
                written.bytes = Vec::new();
            }
            self.input.consume(taken);
            if ends {
                return Ok(written);
            }
        }
    }
}

/// How many bytes at the start of `buffer` belong to a value, whose `first` byte may have come before, and whether it ends there.
fn value_in(buffer: &[u8], first: &mut Option<u8>, inside: &mut Inside) -> (usize, bool) {
    let mut at = 0;
    while let Some(&byte) = buffer.get(at) {
        let first = *first.get_or_insert(byte);
        let is_simple = !matches!(first, b'{' | b'[' | b'"');
        if is_simple && (byte.is_ascii_whitespace() || matches!(byte, b',' | b'}' | b']')) {
            return (at, true);
        }
        let ends = inside.ends_with(byte);
        at += 1;
        if ends || first == b'"' && !inside.is_in_string() {
            return (at, true);
        }
        if inside.is_in_text() {
            let rest = &buffer[at..];
            at += memchr::memchr2(b'"', b'\\', rest).unwrap_or(rest.len());
        }
    }
    (buffer.len(), false)
}
