//! How many columns of a terminal characters take.

use unicode_normalization::char::is_combining_mark;
use unicode_width::UnicodeWidthChar;

/// The columns that a character takes.
///
/// Letters, among them the ligatures of lam and alef, take what `unicode-width` says; marks and invisible ones none.
pub(super) fn columns(c: char) -> usize {
    if takes_none(c) {
        return 0;
    }
    c.width().unwrap_or(0)
}

/// Whether a character belongs to the letter before it.
pub(super) fn takes_none(c: char) -> bool {
    is_combining_mark(c) || c.width().is_none_or(|width| width == 0)
}

/// The columns that a text takes where its letters are not joined.
pub(super) fn width(text: &str) -> usize {
    text.chars().map(columns).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_those_of_terminals() {
        for (text, columns) in [
            ("", 0),
            ("قُتِلَ", 3),
            ("لا", 2),
            ("\u{FEFB}", 1),
            ("\u{FEFB}\u{64f}", 1),
            ("باـــغ", 6),
            ("a\u{301}b", 2),
            ("中", 2),
            ("\u{200f}\u{200d}", 0),
        ] {
            assert_eq!(width(text), columns, "{text}");
        }
    }
}
