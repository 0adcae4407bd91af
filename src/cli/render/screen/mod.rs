//! Screens: lines of text laid out for a terminal, from the right where they are Arabic.
//!
//! What is written to a [`Screen`] is text in the order of reading, as it goes into files; what leaves it are lines
//! no wider than the terminal, in an [`Order`] that this terminal shows rightly. Knows columns, no terminal by name.
//!
//! A line is read from the side of its first letter. Those that begin with two spaces or a link to a file hold columns,
//! reasons or paths, and are read from the left.

mod bidi;
mod columns;
mod forms;
mod glyph;
mod kwic;
mod paragraph;
mod shape;
mod styled;
#[cfg(test)]
mod tests;
mod wrap;

pub use kwic::write_concordance;

use std::io::{self, Write};

use paragraph::Paragraph;

/// Bytes that are laid out at once: letters take much more memory there than in a text.
const LONGEST: usize = 1 << 20;

/// Who puts letters into the order of columns, and joins them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// The terminal, line by line, always from the left.
    Logical,
    /// The terminal, each line from the side of its first letter.
    Detected,
    /// fihris: the terminal shows letters as they come.
    Visual,
}

/// What a terminal is like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TerminalLayout {
    /// Who orders letters.
    pub order: Order,
    /// Columns, at least 2.
    pub width: usize,
    /// Whether links (OSC 8) may be written.
    pub links: bool,
}

/// Lays out lines on their way to `out`.
#[derive(Debug)]
pub struct Screen<W: Write> {
    out: W,
    layout: TerminalLayout,
    /// What was written of a line that has not ended.
    line: Vec<u8>,
}

impl<W: Write> Screen<W> {
    /// A screen that looks so.
    pub fn new(out: W, layout: TerminalLayout) -> Self {
        Self {
            out,
            layout,
            line: Vec::new(),
        }
    }

    /// Where lines go that are laid out already; what was written before must have ended with a line.
    pub fn raw(&mut self) -> &mut W {
        &mut self.out
    }

    fn end_line(&mut self) -> io::Result<()> {
        let line = std::mem::take(&mut self.line);
        let line = String::from_utf8_lossy(&line);
        let mut rest = &*line;
        while let Some(space) = far_space(rest) {
            Paragraph::new(&rest[..space]).write(&mut self.out, self.layout)?;
            rest = &rest[space + 1..];
        }
        Paragraph::new(rest).write(&mut self.out, self.layout)
    }
}

/// The byte of the space at which a line that is too long is parted.
fn far_space(line: &str) -> Option<usize> {
    let start = line.as_bytes().get(..LONGEST)?;
    start.iter().rposition(|byte| *byte == b' ')
}

impl<W: Write> Write for Screen<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        for part in bytes.split_inclusive(|byte| *byte == b'\n') {
            match part.strip_suffix(b"\n") {
                Some(end) => {
                    self.line.extend_from_slice(end);
                    self.end_line()?;
                }
                None => self.line.extend_from_slice(part),
            }
        }
        Ok(bytes.len())
    }

    /// Ends the last line, too.
    fn flush(&mut self) -> io::Result<()> {
        if !self.line.is_empty() {
            self.end_line()?;
        }
        self.out.flush()
    }
}
