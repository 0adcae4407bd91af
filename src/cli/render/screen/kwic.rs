//! Concordances on a screen: keywords below each other, whoever orders the letters.
//!
//! Lines that are too long lose words at their outer ends. Knows columns, not how matches are found.

use std::io::{self, Write};

use super::bidi::{Direction, Levels};
use super::columns::width;
use super::glyph::{Glyph, glyphs, width_of};
use super::paragraph::{RLM, write_glyphs};
use super::shape::shape;
use super::styled::{StyleWriter, Styled};
use super::{Order, TerminalLayout};
use crate::render::clean::one_line;
use crate::render::style::Style;
use crate::render::version::said;
use fihris_analysis::concordance::ConcordanceLine;

/// The least columns for a keyword with its context, where ids stand on its line.
const LEAST_ROOM: usize = 60;

/// The most characters that are looked at for a column.
const CHARACTERS: usize = 8;

/// Writes the lines with their keywords below each other, and the id of each beside it, or above it where there is
/// not enough room.
///
/// # Errors
/// If `out` fails.
pub fn write_concordance(
    out: &mut dyn Write,
    lines: &[ConcordanceLine],
    style: Style,
    layout: TerminalLayout,
) -> io::Result<()> {
    // Each line is made anew for every look at it: laid out, all of them would take much memory.
    let rows = || lines.iter().map(|line| Row::new(line, style, layout));
    let [mut ids, mut keyword, mut widest_before, mut after] = [0; 4];
    for row in rows() {
        ids = ids.max(width(&row.id));
        keyword = keyword.max(row.keyword.width());
        widest_before = widest_before.max(row.before.width());
        after = after.max(row.after.width());
    }
    let ids = ids + 2;
    let is_beside = layout.width >= ids + LEAST_ROOM;
    let widths = if is_beside {
        layout.width - ids
    } else {
        layout.width
    };
    let free = widths.saturating_sub(3 + keyword.min(widths / 2));
    let before = widest_before.min(free.saturating_sub(after).max(free / 2));
    let mut widths = Widths {
        layout,
        ids: if is_beside { ids } else { 0 },
        width: widths,
        before,
        keyword_at: 0,
    };
    if layout.order == Order::Logical {
        let ends = rows().map(|row| row.cut(&widths).keyword_at());
        widths.keyword_at = ends.max().unwrap_or(0);
    }
    let mut above = None;
    for row in rows().map(|row| row.cut(&widths)) {
        if !is_beside && above.as_ref() != Some(&row.id) {
            writeln!(out, "{}", style.path(&row.id))?;
            above = Some(row.id.clone());
        }
        row.write(out, &widths, style)?;
    }
    Ok(())
}

/// The start of a text, as far as it can have room in so many columns: a letter with its marks is a few characters.
fn first(text: &str, columns: usize) -> &str {
    let end = text.char_indices().nth(columns.saturating_mul(CHARACTERS));
    &text[..end.map_or(text.len(), |(at, _)| at)]
}

/// The end of a text, likewise.
fn last(text: &str, columns: usize) -> &str {
    let mut from_end = text.char_indices().rev();
    let start = from_end.nth(columns.saturating_mul(CHARACTERS));
    &text[start.map_or(0, |(at, c)| at + c.len_utf8())..]
}

/// How columns are shared out.
struct Widths {
    layout: TerminalLayout,
    /// For ids.
    ids: usize,
    /// For all else.
    width: usize,
    /// For what stands before keywords.
    before: usize,
    /// The columns up to where keywords begin, if the terminal orders each line from the left.
    keyword_at: usize,
}

/// A match.
struct Row {
    id: String,
    before: Part,
    keyword: Part,
    after: Part,
}

impl Row {
    fn new(line: &ConcordanceLine, style: Style, layout: TerminalLayout) -> Self {
        let direction = Direction::first_in(line.keyword()).unwrap_or(Direction::Ltr);
        let part = |text: &str| Part::new(text, direction, layout.order);
        let mut id = one_line(&line.id).into_bytes();
        if let Some(version) = line.version {
            let said = format!("  ({})", said(version, style.language));
            let direction = Direction::first_in(&said).unwrap_or(Direction::Ltr);
            // A vector takes all.
            let _ = Part::new(&said, direction, layout.order).write(&mut id, layout.order);
        }
        Self {
            id: String::from_utf8_lossy(&id).into_owned(),
            before: part(&one_line(last(line.before(), layout.width).trim())),
            keyword: part(&style.mark(&one_line(line.keyword()))),
            after: part(&one_line(first(line.after(), layout.width).trim())),
        }
    }

    /// Leaves out the words for which there is no room.
    fn cut(mut self, widths: &Widths) -> Self {
        self.keyword.keep_letters(widths.width / 2);
        let beside = widths.width.saturating_sub(3 + self.keyword.width());
        self.before.keep_last(widths.before.min(beside));
        self.after.keep_first(beside.saturating_sub(widths.before));
        self
    }

    fn write(&self, out: &mut dyn Write, widths: &Widths, style: Style) -> io::Result<()> {
        let Self {
            before,
            keyword,
            after,
            ..
        } = self;
        let (id, id_width) = match widths.ids {
            0 => (String::new(), 0),
            _ => (style.path(&self.id), width(&self.id)),
        };
        let columns = before.width() + keyword.width() + after.width() + 2;
        let space = (widths.before + 1).saturating_sub(before.width());
        let left = widths
            .layout
            .width
            .saturating_sub(space + columns + id_width);
        let parts = [before, keyword, after];
        match (widths.layout.order, keyword.direction) {
            (order @ Order::Visual, Direction::Rtl) => {
                write!(out, "{id}{:left$}", "")?;
                write_parts(out, [after, keyword, before], " ", order)?;
            }
            (order @ Order::Detected, Direction::Rtl) => {
                // Marks of direction keep words of other scripts, and the figures among them, on their sides.
                write!(out, " {RLM}{:1$}", "", space - 1)?;
                write_parts(out, parts, &format!(" {RLM}"), order)?;
                if widths.ids > 0 {
                    write!(out, "{:left$}{id}", "")?;
                }
            }
            (order @ Order::Logical, Direction::Rtl) => {
                let space = widths.keyword_at.saturating_sub(self.keyword_at());
                let space = space.min(widths.width.saturating_sub(columns));
                write!(out, "{:space$}", "")?;
                write_parts(out, parts, " ", order)?;
                write!(out, "{}{id}", if widths.ids > 0 { "  " } else { "" })?;
            }
            (order, Direction::Ltr) => {
                write!(out, "{:space$}", "")?;
                write_parts(out, parts, " ", order)?;
                write!(out, "{}{id}", if widths.ids > 0 { "  " } else { "" })?;
            }
        }
        writeln!(out)
    }

    /// The columns up to where the keyword begins, on its right, if the terminal orders the line from the left.
    fn keyword_at(&self) -> usize {
        let [before, keyword, after] = [&self.before, &self.keyword, &self.after].map(Part::text);
        let range = before.len() + 1..before.len() + 1 + keyword.len();
        let line = Styled::parse(&format!("{before} {keyword} {after}"));
        let placed = Levels::new(&line.text, Direction::Ltr).order(&glyphs(&line));
        let left = placed
            .iter()
            .take_while(|glyph| !range.contains(&glyph.range.start));
        left.map(Glyph::width).sum::<usize>() + self.keyword.width()
    }
}

fn write_parts(
    out: &mut dyn Write,
    parts: [&Part; 3],
    between: &str,
    order: Order,
) -> io::Result<()> {
    for (i, part) in parts.into_iter().enumerate() {
        if i > 0 {
            write!(out, "{between}")?;
        }
        part.write(out, order)?;
    }
    Ok(())
}

/// A piece of a line.
struct Part {
    line: Styled,
    direction: Direction,
    letters: Vec<Glyph>,
}

impl Part {
    fn new(text: &str, direction: Direction, order: Order) -> Self {
        let line = Styled::parse(text);
        let mut letters = glyphs(&line);
        if order == Order::Visual {
            letters = shape(&letters);
        }
        Self {
            line,
            direction,
            letters,
        }
    }

    fn width(&self) -> usize {
        width_of(&self.letters)
    }

    /// What is left of the text.
    fn text(&self) -> &str {
        match (self.letters.first(), self.letters.last()) {
            (Some(first), Some(last)) => &self.line.text[first.range.start..last.range.end],
            _ => "",
        }
    }

    /// Cuts letters off its end until it fits.
    fn keep_letters(&mut self, widths: usize) {
        let mut width = self.width();
        while width > widths
            && let Some(letter) = self.letters.pop()
        {
            width -= letter.width();
        }
    }

    /// Cuts words off its end until it fits.
    fn keep_first(&mut self, widths: usize) {
        let mut width = self.width();
        while width > widths {
            let space = self.letters.iter().rposition(Glyph::is_space);
            let cut = self.letters.drain(space.unwrap_or(0)..);
            width -= cut.map(|letter| letter.width()).sum::<usize>();
        }
    }

    /// Cuts words off its start until it fits.
    fn keep_last(&mut self, widths: usize) {
        let (mut width, mut start) = (self.width(), 0);
        while width > widths {
            let space = self.letters[start..].iter().position(Glyph::is_space);
            let behind = space.map_or(self.letters.len(), |space| start + space + 1);
            width -= width_of(&self.letters[start..behind]);
            start = behind;
        }
        self.letters.drain(..start);
    }

    fn write(&self, out: &mut dyn Write, order: Order) -> io::Result<()> {
        let mut writer = StyleWriter::new(&self.line.styles, false);
        if order == Order::Visual {
            let placed = Levels::new(&self.line.text, self.direction).order(&self.letters);
            write_glyphs(out, &placed, &mut writer)?;
        } else {
            write_glyphs(out, &self.letters, &mut writer)?;
        }
        writer.take(out, 0)
    }
}

#[cfg(test)]
mod tests {
    use unicode_normalization::UnicodeNormalization;

    use super::*;

    fn line(id: &str, before: &str, keyword: &str, after: &str) -> ConcordanceLine {
        ConcordanceLine::new(id, [before, keyword, after])
    }

    fn shown(lines: &[ConcordanceLine], order: Order, width: usize) -> String {
        let layout = TerminalLayout {
            order,
            width,
            links: false,
        };
        let mut out = Vec::new();
        write_concordance(&mut out, lines, Style::default(), layout).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn keywords_stand_below_each_other() {
        let lines = [
            line("a", "ببب دد", "رر", "د"),
            line("a", "د abc", "ررر", "دد 12 د"),
        ];
        let bare = |text: String| text.replace(RLM, "|");
        let visual: String = shown(&lines, Order::Visual, 30).nfkc().collect();
        let expected = [
            "a",
            "                د [رر] دد ببب",
            "         د 12 دد [ررر] abc د",
            "",
        ];
        assert_eq!(visual, expected.join("\n"));
        assert_eq!(
            bare(shown(&lines, Order::Detected, 30)),
            "a\n |ببب دد |[رر] |د\n | د abc |[ررر] |دد 12 د\n"
        );
        // From the left, the columns before a keyword are those of what stands behind it.
        assert_eq!(shown(&lines[..1], Order::Logical, 30), "a\nببب دد [رر] د\n");
    }

    #[test]
    fn ids_stand_where_there_is_room() {
        let lines = [line("seeds/a.txt", "ب", "ر", "د"), line("b", "ب", "ر", "د")];
        let visual: String = shown(&lines, Order::Visual, 80).nfkc().collect();
        let gap = |columns: usize| " ".repeat(columns);
        let expected = format!("seeds/a.txt{}د [ر] ب\nb{}د [ر] ب\n", gap(61), gap(71));
        assert_eq!(visual, expected);
        let logical = shown(&lines[1..], Order::Logical, 80);
        assert_eq!(logical, "ب [ر] د  b\n");
        let narrow = shown(&lines[1..], Order::Logical, 40);
        assert_eq!(narrow, "b\nب [ر] د\n");
    }

    #[test]
    fn long_lines_lose_words_at_their_ends() {
        let line = [line("a", "one two three", "key", "four five six")];
        for (columns, expected) in [
            (40, " one two three [key] four five six"),
            (24, " three [key] four"),
            (20, " three [key] four"),
            (12, " [key]"),
        ] {
            let shown = shown(&line, Order::Visual, columns);
            let shown = shown.lines().nth(1).unwrap().trim_end();
            assert!(width(shown) <= columns, "{shown}");
            assert_eq!(shown.trim_start(), expected.trim_start(), "{columns}");
        }
    }
}
