//! Escaping: whatever is written for a program, made safe where a terminal reads it instead.
//!
//! Escapes are those of JSON, so that lines of JSON mean what they meant. Knows bytes and characters, no formats.

use std::io::{self, Write};

use super::clean::is_harmful;

/// The most bytes of a character.
const LONGEST: usize = 4;

/// Hands on what is written, with each character that a terminal obeys as `\u001b`, and each byte that is no UTF-8 as
/// `\xFF`. Line breaks and tabs, of which formats are made, stay.
#[derive(Debug)]
pub struct EscapeWriter<W: Write> {
    out: W,
    /// Whether NUL bytes stay as well.
    keeps_nul: bool,
    /// The bytes of a character that has not ended.
    begun: Vec<u8>,
}

impl<W: Write> EscapeWriter<W> {
    /// A writer to `out`; with `keeps_nul` for names that end with a NUL byte each.
    pub fn new(out: W, keeps_nul: bool) -> Self {
        Self {
            out,
            keeps_nul,
            begun: Vec::with_capacity(LONGEST),
        }
    }

    fn write_text(&mut self, text: &str) -> io::Result<()> {
        let keeps_nul = self.keeps_nul;
        let harms = |c: char| match c {
            '\n' | '\t' => false,
            '\0' => !keeps_nul,
            _ => is_harmful(c),
        };
        let mut rest = text;
        while let Some(at) = rest.find(harms) {
            let (before, from) = rest.split_at(at);
            self.out.write_all(before.as_bytes())?;
            let mut chars = from.chars();
            if let Some(c) = chars.next() {
                write!(self.out, "\\u{:04x}", u32::from(c))?; // all are below U+10000
            }
            rest = chars.as_str();
        }
        self.out.write_all(rest.as_bytes())
    }

    fn write_invalid(&mut self, bytes: &[u8]) -> io::Result<()> {
        bytes
            .iter()
            .try_for_each(|byte| write!(self.out, "\\x{byte:02X}"))
    }

    /// Writes `bytes`, but for the start of a character at their end.
    fn write_bytes(&mut self, bytes: &[u8]) -> io::Result<()> {
        let mut chunks = bytes.utf8_chunks().peekable();
        while let Some(chunk) = chunks.next() {
            self.write_text(chunk.valid())?;
            let invalid = chunk.invalid();
            let is_begun = chunks.peek().is_none() && is_start(invalid);
            if is_begun {
                self.begun.extend_from_slice(invalid);
            } else {
                self.write_invalid(invalid)?;
            }
        }
        Ok(())
    }
}

/// Whether more bytes could make a character of `bytes`.
fn is_start(bytes: &[u8]) -> bool {
    std::str::from_utf8(bytes).is_err_and(|error| error.error_len().is_none())
}

impl<W: Write> Write for EscapeWriter<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.begun.is_empty() {
            self.write_bytes(bytes)?;
        } else {
            let mut begun = std::mem::take(&mut self.begun);
            begun.extend_from_slice(bytes);
            self.write_bytes(&begun)?;
        }
        Ok(bytes.len())
    }

    /// Ends a character that was not ended, too.
    fn flush(&mut self) -> io::Result<()> {
        let begun = std::mem::take(&mut self.begun);
        self.write_invalid(&begun)?;
        self.out.flush()
    }
}

impl<W: Write> Drop for EscapeWriter<W> {
    /// Shows what there is when an error ends a command.
    fn drop(&mut self) {
        let _ = self.flush();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn escaped(parts: &[&[u8]], keeps_nul: bool) -> String {
        let mut bytes = Vec::new();
        let mut writer = EscapeWriter::new(&mut bytes, keeps_nul);
        for part in parts {
            writer.write_all(part).unwrap();
        }
        drop(writer);
        String::from_utf8(bytes).unwrap()
    }

    #[test]
    fn what_terminals_obey_is_escaped() {
        for (text, expected) in [
            ("خبر،\tنص\n", "خبر،\tنص\n"),
            ("نامه\u{200C}ها \u{200F}", "نامه\u{200C}ها \u{200F}"),
            ("\u{1b}[2J\r\u{7f}\u{9b}", "\\u001b[2J\\u000d\\u007f\\u009b"),
            (
                "\u{202e}\u{2066}\u{2028}\u{85}\0",
                "\\u202e\\u2066\\u2028\\u0085\\u0000",
            ),
        ] {
            assert_eq!(escaped(&[text.as_bytes()], false), expected);
        }
        assert_eq!(escaped(&[b"a\0\x1b\0"], true), "a\0\\u001b\0");
    }

    #[test]
    fn bytes_that_are_no_text_are_escaped_and_characters_may_come_in_parts() {
        let text = "ب\u{9b}€".as_bytes();
        for cut in 0..=text.len() {
            let (start, end) = text.split_at(cut);
            assert_eq!(escaped(&[start, end], false), "ب\\u009b€", "{cut}");
        }
        assert_eq!(
            escaped(&[b"a\xff\x9bb", b"\xd8"], false),
            "a\\xFF\\x9Bb\\xD8"
        );
        assert_eq!(escaped(&[b"\xd8", b"a"], false), "\\xD8a");
    }
}
