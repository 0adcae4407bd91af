//! Paragraphs: one line of output, laid out in as many lines of the screen as it needs.
//!
//! Knows the order of steps; each step is a file of its own.

use std::io::{self, Write};

use super::bidi::{Direction, Levels};
use super::glyph::{Glyph, glyphs, width_of};
use super::shape::shape;
use super::styled::{StyleWriter, Styled};
use super::wrap::wrap;
use super::{Order, TerminalLayout};
use crate::render::style::FROM_LEFT;

/// Says that a line is read from the right; of no width.
pub(super) const RLM: &str = "\u{200F}";

/// A line of output.
pub(super) struct Paragraph {
    styled: Styled,
    direction: Direction,
    /// Spaces before it.
    indent: usize,
}

impl Paragraph {
    /// Of text with escape sequences, without its line break.
    pub fn new(line: &str) -> Self {
        let bare = line.strip_prefix(FROM_LEFT);
        let styled = Styled::parse(bare.unwrap_or(line));
        let indent = styled.text.len() - styled.text.trim_start_matches(' ').len();
        let is_layout = bare.is_some() || indent >= 2 || styled.begins_with_path();
        let direction = Direction::first_in(&styled.text).filter(|_| !is_layout);
        Self {
            styled,
            direction: direction.unwrap_or(Direction::Ltr),
            indent,
        }
    }

    /// Writes its lines.
    pub fn write(&self, out: &mut dyn Write, layout: TerminalLayout) -> io::Result<()> {
        let Self {
            styled, direction, ..
        } = self;
        let mut letters = glyphs(styled);
        match layout.order {
            Order::Visual => letters = shape(&letters),
            // VTE honours isolates, others may show them.
            Order::Logical => letters.iter_mut().for_each(Glyph::leave_out_isolates),
            Order::Detected => {}
        }
        let levels = Levels::new(&styled.text, *direction);
        let mut writer = StyleWriter::new(&styled.styles, layout.links);
        let indent = self.indent_behind(layout);
        for (i, range) in wrap(&letters, layout.width, indent).into_iter().enumerate() {
            let line = &letters[range];
            let indent = if i == 0 { 0 } else { indent };
            match (layout.order, direction) {
                (Order::Visual, Direction::Rtl) => {
                    let space = layout.width.saturating_sub(width_of(line));
                    write!(out, "{:space$}", "")?;
                    write_glyphs(out, &levels.order(line), &mut writer)?;
                }
                (Order::Visual, Direction::Ltr) => {
                    write!(out, "{:indent$}", "")?;
                    write_glyphs(out, &levels.order(line), &mut writer)?;
                }
                (Order::Logical, _) => {
                    write!(out, "{:indent$}", "")?;
                    write_glyphs(out, line, &mut writer)?;
                }
                (Order::Detected, _) => {
                    let line = self.with_mark(out, line, indent, layout.width)?;
                    write_glyphs(out, line, &mut writer)?;
                }
            }
            writer.take(out, 0)?;
            writeln!(out)?;
        }
        Ok(())
    }

    /// Spaces before the lines behind the first.
    fn indent_behind(&self, layout: TerminalLayout) -> usize {
        match (layout.order, self.direction) {
            // The place of a mark of direction, see below.
            (Order::Detected, Direction::Rtl) if layout.width > 2 => 1,
            (_, Direction::Ltr) if self.indent * 2 < layout.width => self.indent,
            _ => 0,
        }
    }

    /// Writes the spaces of a line for a terminal that finds its direction itself, with a mark where it would err,
    /// and returns what comes behind. The mark must stand behind a space, as terminals keep what has no width with
    /// what stands before it.
    fn with_mark<'a>(
        &self,
        out: &mut dyn Write,
        line: &'a [Glyph],
        indent: usize,
        width: usize,
    ) -> io::Result<&'a [Glyph]> {
        let text = match (line.first(), line.last()) {
            (Some(first), Some(last)) => &self.styled.text[first.range.start..last.range.end],
            _ => "",
        };
        let is_found = Direction::first_in(text).unwrap_or(Direction::Ltr) == self.direction;
        let (mark, indent) = match self.direction {
            Direction::Ltr => (FROM_LEFT, indent),
            Direction::Rtl => (RLM, 0),
        };
        let (spaces, letters) = match line.split_first() {
            Some((first, letters)) if indent == 0 && first.is_space() => (1, letters),
            _ => (indent, line),
        };
        if is_found || spaces == 0 && width_of(line) >= width {
            write!(out, "{:indent$}", "")?;
            return Ok(line);
        }
        write!(out, " {mark}{:1$}", "", spaces.saturating_sub(1))?;
        Ok(letters)
    }
}

/// Writes glyphs in this order.
pub(super) fn write_glyphs(
    out: &mut dyn Write,
    line: &[Glyph],
    writer: &mut StyleWriter<'_>,
) -> io::Result<()> {
    line.iter().try_for_each(|glyph| {
        writer.take(out, glyph.style)?;
        write!(out, "{}{}", glyph.letter, glyph.marks)
    })
}
