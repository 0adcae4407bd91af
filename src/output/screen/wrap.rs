//! Wrapping: a paragraph in lines that a screen has room for.
//!
//! Lines end between words; a word that is longer than a line is cut between letters. Knows glyphs in the order of reading.

use std::ops::Range;

use super::glyph::Glyph;

/// The glyphs of each line, where lines have `width` columns and those behind the first `indent` less.
///
/// Spaces where a line ends belong to none; those before the first word stay.
pub(super) fn wrap(glyphs: &[Glyph], width: usize, indent: usize) -> Vec<Range<usize>> {
    let mut lines = Vec::new();
    let mut start = 0;
    loop {
        let room = if lines.is_empty() {
            width
        } else {
            width - indent
        };
        let (end, next) = line_end(&glyphs[start..], room);
        lines.push(start..start + end);
        start += next;
        if start >= glyphs.len() {
            return lines;
        }
    }
}

/// Where the first line of `glyphs` ends, and where the next one begins.
fn line_end(glyphs: &[Glyph], room: usize) -> (usize, usize) {
    let mut columns = 0;
    let mut breaks = None; // the last spaces behind a word: where they begin and end
    let mut word_end = 0;
    for (i, glyph) in glyphs.iter().enumerate() {
        if glyph.is_space() {
            if word_end > 0 {
                breaks = Some((word_end, i + 1));
            }
            columns += glyph.width();
            continue;
        }
        columns += glyph.width();
        if columns > room {
            return match breaks {
                Some(breaks) => breaks,
                None => (i.max(1), i.max(1)),
            };
        }
        word_end = i + 1;
    }
    if word_end == 0 {
        return (0, glyphs.len()); // nothing but spaces
    }
    (word_end, glyphs.len())
}
