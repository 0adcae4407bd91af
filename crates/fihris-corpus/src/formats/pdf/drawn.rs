//! The text of a page, as it is drawn: letters of Arabic from left to right, a line below the other.
//!
//! What one glyph stands for, or a sequence of glyphs together, is in the order of reading, and is turned where what is beside it is
//! drawn from left to right: so the whole line is in one order.

use crate::limits::LARGEST_RECORD;

/// The text of a page.
#[derive(Debug, Default)]
pub(super) struct Drawn {
    text: String,
    /// Where the letters begin that were drawn last, if they are several and not turned.
    last: Option<usize>,
    /// Whether what comes next is drawn on the right of them.
    goes_right: bool,
}

impl Drawn {
    /// What comes next is drawn in the same line, on this side of what was drawn last.
    pub fn step(&mut self, goes_right: bool) {
        self.goes_right = goes_right;
        if goes_right && let Some(start) = self.last.take() {
            self.turn(start);
        }
    }

    /// Adds what a glyph, or several, stand for; not to a page that is too large already.
    pub fn push(&mut self, characters: &str) {
        if self.text.len() as u64 > LARGEST_RECORD {
            return;
        }
        let start = self.text.len();
        self.text.push_str(characters);
        self.last = is_turned(characters).then_some(start);
        let goes_right = self.goes_right;
        self.step(goes_right);
    }

    /// What comes next is drawn in another line.
    pub fn end_line(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push('\n');
        }
        self.last = None;
        self.goes_right = false;
    }

    pub fn into_text(self) -> String {
        self.text
    }

    fn turn(&mut self, start: usize) {
        let turned: String = self.text[start..].chars().rev().collect();
        self.text.truncate(start);
        self.text.push_str(&turned);
    }
}

/// Whether these are several characters that are drawn from right to left, with their marks.
fn is_turned(characters: &str) -> bool {
    characters.chars().nth(1).is_some()
        && characters.chars().all(
            |c| matches!(c, ' ' | '\u{600}'..='\u{65F}' | '\u{66D}'..='\u{6EF}' | '\u{6FA}'..='\u{8FF}' | '\u{FB50}'..='\u{FEFF}'),
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_of_one_glyph_are_in_the_order_of_their_line() {
        for (pieces, expected) in [
            (&[(false, "لا"), (true, "ب")][..], "الب"),
            (&[(false, "ب"), (true, "لا"), (true, "لأ")], "بالأل"),
            (&[(false, "ب"), (false, "لا"), (false, "س")], "بلاس"),
            (&[(false, "لا")], "لا"),
            (&[(false, "ب"), (true, "12"), (true, "x١٢")], "ب12x١٢"),
            (&[(false, "بَّ"), (true, " ")], "\u{651}\u{64E}ب "),
        ] {
            let mut drawn = Drawn::default();
            for (goes_right, piece) in pieces {
                drawn.step(*goes_right);
                drawn.push(piece);
            }
            assert_eq!(drawn.into_text(), expected, "{pieces:?}");
        }
    }
}
