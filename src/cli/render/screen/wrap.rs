//! Wrapping: a paragraph in lines that a screen has room for.
//!
//! Lines end between words; a word that is longer than a line is cut between letters. Knows glyphs in the order of reading.

use std::ops::Range;

use super::glyph::{Glyph, width_of};

/// The glyphs of each line, where lines have `width` columns and those behind the first `indent` less.
///
/// Spaces where a line ends belong to none; those before the first word stay if it has room behind them.
pub(super) fn wrap(glyphs: &[Glyph], width: usize, indent: usize) -> Vec<Range<usize>> {
    let mut lines = Vec::new();
    let mut start = room_for_indent(glyphs, width);
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

/// How many spaces at the beginning have to go, so that there is room for the first word.
fn room_for_indent(glyphs: &[Glyph], width: usize) -> usize {
    let indent = glyphs.iter().take_while(|glyph| glyph.is_space()).count();
    let word = glyphs[indent..].split(Glyph::is_space).next();
    let has_room = indent + word.map_or(0, width_of) <= width;
    if has_room { 0 } else { indent }
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

#[cfg(test)]
mod tests {
    use super::super::glyph::glyphs;
    use super::super::styled::Styled;
    use super::*;

    #[test]
    fn lines_end_between_words() {
        for (text, width, expected) in [
            ("", 5, &[""][..]),
            ("   ", 5, &[""]),
            ("قره باغ", 7, &["قره باغ"]),
            ("قره باغ", 6, &["قره", "باغ"]),
            ("قُرهِ باغٌ", 3, &["قُرهِ", "باغٌ"]),
            ("a    b", 3, &["a", "b"]),
            ("  ab cd", 5, &["  ab", "cd"]),
            ("  abcd", 5, &["abcd"]),
            ("abcdef gh", 4, &["abcd", "ef", "gh"]),
            ("中中", 3, &["中", "中"]),
            ("ab ", 2, &["ab"]),
        ] {
            let line = Styled::parse(text);
            let glyphs = glyphs(&line);
            let lines = wrap(&glyphs, width, 0)
                .into_iter()
                .map(|range| &glyphs[range]);
            let texts = lines.map(|line| match (line.first(), line.last()) {
                (Some(first), Some(last)) => &text[first.range.start..last.range.end],
                _ => "",
            });
            assert_eq!(texts.collect::<Vec<_>>(), expected, "{text}");
        }
    }

    #[test]
    fn further_lines_leave_room_for_their_indent() {
        let glyphs = glyphs(&Styled::parse("  a bc de"));
        assert_eq!(wrap(&glyphs, 5, 2), [0..3, 4..6, 7..9]);
    }
}
