//! Glyphs: what takes a place of its own on a screen, a letter with its marks.
//!
//! Knows how many columns each takes, not where it stands.

use std::ops::Range;

use unicode_normalization::char::is_combining_mark;

use super::columns::{columns, takes_none};
use super::styled::Styled;
use crate::render::style::ISOLATE;

/// A letter with its marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Glyph {
    /// The letter as it is shown.
    pub letter: char,
    /// What stands on it, and takes no columns.
    pub marks: String,
    /// Its bytes in the text.
    pub range: Range<usize>,
    /// The number of its pen.
    pub style: usize,
}

impl Glyph {
    /// Columns.
    pub fn width(&self) -> usize {
        columns(self.letter)
    }

    /// Takes away marks that isolate words from the direction of others.
    pub fn leave_out_isolates(&mut self) {
        self.marks.retain(|c| !ISOLATE.concat().contains(c));
    }

    /// Whether a line may end here: a space that holds no mark.
    pub fn is_space(&self) -> bool {
        self.letter == ' ' && !self.marks.chars().any(is_combining_mark)
    }
}

/// The columns of glyphs.
pub(super) fn width_of(glyphs: &[Glyph]) -> usize {
    glyphs.iter().map(Glyph::width).sum()
}

/// The letters of a line with their marks, as they are.
pub(super) fn glyphs(line: &Styled) -> Vec<Glyph> {
    let mut glyphs: Vec<Glyph> = Vec::with_capacity(line.text.len());
    for (start, letter) in line.text.char_indices() {
        let end = start + letter.len_utf8();
        match glyphs.last_mut() {
            Some(glyph) if takes_none(letter) => {
                glyph.marks.push(letter);
                glyph.range.end = end;
            }
            _ => glyphs.push(Glyph {
                letter,
                marks: String::new(),
                range: start..end,
                style: line.style_at(start),
            }),
        }
    }
    glyphs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_and_joiners_stay_on_their_letters() {
        let line = Styled::parse("قُتِل نامه\u{200c}ها 中");
        let glyphs = glyphs(&line);
        let letters: String = glyphs.iter().map(|glyph| glyph.letter).collect();
        assert_eq!(letters, "قتل نامهها 中");
        assert_eq!(glyphs[0].marks, "\u{64f}");
        assert_eq!(glyphs[1].range, 4..8);
        assert_eq!(glyphs[7].marks, "\u{200c}");
        assert_eq!(width_of(&glyphs), 13);
    }
}
