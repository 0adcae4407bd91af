//! Paragraphs: one line of output, laid out in as many lines of the screen as it needs.
//!
//! Knows the order of steps; each step is a file of its own.

use std::io::{self, Write};

use super::bidi::{Direction, Levels};
use super::glyph::{Glyph, glyphs, width_of};
use super::shape::shape;
use super::styled::{Brush, Styled};
use super::wrap::wrap;
use super::{Look, Order};

/// Says that a line is read from the left; of no width.
const LRM: &str = "\u{200E}";
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
        let styled = Styled::parse(line);
        let indent = styled.text.len() - styled.text.trim_start_matches(' ').len();
        let is_layout = indent >= 2 || styled.begins_with_link();
        let direction = Direction::of(&styled.text).filter(|_| !is_layout);
        Self {
            styled,
            direction: direction.unwrap_or(Direction::Ltr),
            indent,
        }
    }

    /// Writes its lines.
    pub fn write(&self, out: &mut dyn Write, look: Look) -> io::Result<()> {
        let Self {
            styled, direction, ..
        } = self;
        let mut letters = glyphs(styled);
        if look.order == Order::Visual {
            letters = shape(&letters);
        }
        let levels = Levels::of(&styled.text, *direction);
        let mut brush = Brush::new(&styled.pens, look.links);
        let indent = self.indent_behind(look);
        for (i, range) in wrap(&letters, look.width, indent).into_iter().enumerate() {
            let line = &letters[range];
            let indent = if i == 0 { 0 } else { indent };
            match (look.order, direction) {
                (Order::Visual, Direction::Rtl) => {
                    let space = look.width.saturating_sub(width_of(line));
                    write!(out, "{:space$}", "")?;
                    write_glyphs(out, &levels.order(line), &mut brush)?;
                }
                (Order::Visual, Direction::Ltr) => {
                    write!(out, "{:indent$}", "")?;
                    write_glyphs(out, &levels.order(line), &mut brush)?;
                }
                (Order::Logical, _) => {
                    write!(out, "{:indent$}", "")?;
                    write_glyphs(out, line, &mut brush)?;
                }
                (Order::Detected, _) => self.write_detected(out, line, indent, &mut brush)?,
            }
            brush.take(out, 0)?;
            writeln!(out)?;
        }
        Ok(())
    }

    /// Spaces before the lines behind the first.
    fn indent_behind(&self, look: Look) -> usize {
        match (look.order, self.direction) {
            // The place of a mark of direction, see below.
            (Order::Detected, Direction::Rtl) if look.width > 2 => 1,
            (_, Direction::Ltr) if self.indent * 2 <= look.width => self.indent,
            _ => 0,
        }
    }

    /// Writes a line for a terminal that finds its direction itself, with a mark where it would err. Such a mark
    /// must stand behind a space, as terminals keep what has no width with what stands before it.
    fn write_detected(
        &self,
        out: &mut dyn Write,
        line: &[Glyph],
        indent: usize,
        brush: &mut Brush<'_>,
    ) -> io::Result<()> {
        let text = match (line.first(), line.last()) {
            (Some(first), Some(last)) => &self.styled.text[first.range.start..last.range.end],
            _ => "",
        };
        let is_found = Direction::of(text).unwrap_or(Direction::Ltr) == self.direction;
        let (indent, line) = match self.direction {
            Direction::Rtl if is_found => (0, line),
            Direction::Rtl => (indent, line),
            Direction::Ltr if indent == 0 && !is_found && text.starts_with(' ') => (1, &line[1..]),
            Direction::Ltr => (indent, line),
        };
        if is_found || indent == 0 {
            write!(out, "{:indent$}", "")?;
        } else {
            let mark = match self.direction {
                Direction::Ltr => LRM,
                Direction::Rtl => RLM,
            };
            write!(out, " {mark}{:1$}", "", indent - 1)?;
        }
        write_glyphs(out, line, brush)
    }
}

/// Writes glyphs in this order.
pub(super) fn write_glyphs(
    out: &mut dyn Write,
    line: &[Glyph],
    brush: &mut Brush<'_>,
) -> io::Result<()> {
    line.iter().try_for_each(|glyph| {
        brush.take(out, glyph.pen)?;
        write!(out, "{}{}", glyph.letter, glyph.marks)
    })
}
