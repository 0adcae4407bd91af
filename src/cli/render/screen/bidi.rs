//! Order: from the order of reading to that of columns, from the left.
//!
//! By the bidirectional algorithm of Unicode (UAX #9). Knows levels and mirrored letters, no widths.

use unicode_bidi::{BidiClass, BidiInfo, Level, bidi_class};

use super::glyph::Glyph;

/// The side a paragraph is read from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// From the left.
    Ltr,
    /// From the right.
    Rtl,
}

impl Direction {
    /// That of the first letter that has one.
    pub(super) fn first_in(text: &str) -> Option<Self> {
        text.chars().find_map(|c| match bidi_class(c) {
            BidiClass::L => Some(Self::Ltr),
            BidiClass::R | BidiClass::AL => Some(Self::Rtl),
            _ => None,
        })
    }

    fn level(self) -> Level {
        match self {
            Self::Ltr => Level::ltr(),
            Self::Rtl => Level::rtl(),
        }
    }
}

/// How deep each part of a paragraph lies in others of the other direction.
#[derive(Debug)]
pub(super) struct Levels {
    /// One a byte.
    levels: Vec<Level>,
    base: Level,
}

impl Levels {
    /// Those of a paragraph without line breaks.
    pub fn new(text: &str, direction: Direction) -> Self {
        let base = direction.level();
        Self {
            levels: BidiInfo::new(text, Some(base)).levels,
            base,
        }
    }

    /// The glyphs of a line of the paragraph as they stand from the left.
    pub fn order(&self, line: &[Glyph]) -> Vec<Glyph> {
        let levels = line.iter().map(|glyph| self.levels[glyph.range.start]);
        let mut levels: Vec<Level> = levels.collect();
        // Rule L1: white space at the end of a line has the level of the paragraph.
        for (level, glyph) in levels.iter_mut().zip(line).rev() {
            if bidi_class(glyph.letter) != BidiClass::WS {
                break;
            }
            *level = self.base;
        }
        let order = BidiInfo::reorder_visual(&levels);
        let placed = order.into_iter().map(|i| {
            let mut glyph = line[i].clone();
            if levels[i].is_rtl() {
                glyph.letter = mirrored(glyph.letter);
            }
            glyph
        });
        placed.collect()
    }
}

/// Pairs of letters that mirror each other, side by side (`BidiMirroring.txt`); those that texts have.
const PAIRS: &str = "()<>[]{}«»‹›⁅⁆⁽⁾₍₎≤≥≪≫⟦⟧⟨⟩⟪⟫〈〉《》「」『』【】〔〕〖〗（）＜＞［］｛｝";

/// The letter that looks from the right as `letter` does from the left (rule L4).
fn mirrored(letter: char) -> char {
    let Some(at) = PAIRS.chars().position(|c| c == letter) else {
        return letter;
    };
    PAIRS.chars().nth(at ^ 1).unwrap_or(letter)
}

#[cfg(test)]
mod tests {
    use super::super::glyph::glyphs;
    use super::super::styled::Styled;
    use super::*;

    /// Which letter of `text` stands where.
    fn order(text: &str, direction: Direction) -> Vec<usize> {
        let line = glyphs(&Styled::parse(text));
        let placed = Levels::new(text, direction).order(&line);
        let number = |glyph: &Glyph| line.iter().position(|one| one.range == glyph.range);
        placed.iter().map(|glyph| number(glyph).unwrap()).collect()
    }

    #[test]
    fn letters_stand_where_unicode_puts_them() {
        let lines = include_str!("bidi_test.txt").lines();
        let lines = lines.filter(|line| !line.starts_with('#'));
        let mut read = 0;
        for line in lines {
            let [letters, direction, expected] = line.split(';').collect::<Vec<_>>()[..] else {
                panic!("{line}");
            };
            let letter = |code| char::from_u32(u32::from_str_radix(code, 16).unwrap()).unwrap();
            let text: String = letters.split(' ').map(letter).collect();
            let direction = match direction {
                "0" => Direction::Ltr,
                _ => Direction::Rtl,
            };
            let expected = expected.split(' ').map(|number| number.parse().unwrap());
            let expected: Vec<usize> = expected.collect();
            assert_eq!(order(&text, direction), expected, "{line}");
            read += 1;
        }
        assert!(read >= 50, "only {read} lines");
    }

    #[test]
    fn brackets_are_mirrored_where_they_are_read_from_the_right() {
        for (text, expected) in [
            ("ا (b) «ج»", "«ج» (b) ا"),
            ("(ا)", "(ا)"),
            ("a (ب) [c]", "a (ب) [c]"),
        ] {
            let direction = Direction::first_in(text).unwrap();
            let line = glyphs(&Styled::parse(text));
            let placed = Levels::new(text, direction).order(&line);
            let letters: String = placed.iter().map(|glyph| glyph.letter).collect();
            assert_eq!(letters, expected);
        }
        assert!(PAIRS.chars().count().is_multiple_of(2));
    }
}
