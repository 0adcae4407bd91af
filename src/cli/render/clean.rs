//! Cleaning: text from a corpus made safe to show.
//!
//! Control characters, separators of lines, and marks that override the direction of text, are shown escaped;
//! joiners, which Arabic spelling needs, stay. Knows characters only.

use std::borrow::Cow;
use std::fmt::Write as _;

/// `text` on one line: each run of white space is one space, what could harm a terminal is escaped.
#[must_use]
pub fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for c in text.chars() {
        if !c.is_whitespace() {
            push(&mut line, c);
        } else if !line.ends_with(' ') {
            line.push(' ');
        }
    }
    line
}

/// `text` with its lines kept, and what could harm a terminal escaped.
#[must_use]
pub fn lines(text: &str) -> Cow<'_, str> {
    if !text
        .chars()
        .any(|c| is_harmful(c) && c != '\n' && c != '\t')
    {
        return text.into();
    }
    let mut clean = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '\n' | '\t') {
            clean.push(c);
        } else {
            push(&mut clean, c);
        }
    }
    clean.into()
}

/// `text` as one column of a line whose columns are parted by white space, as those of a TREC run are: white space and
/// what could harm a terminal become `_`, and nothing becomes `_` as well.
#[must_use]
pub fn column(text: &str) -> String {
    if text.is_empty() {
        return "_".into();
    }
    text.replace(|c: char| c.is_whitespace() || is_harmful(c), "_")
}

fn push(text: &mut String, c: char) {
    if is_harmful(c) {
        let _ = write!(text, "{}", c.escape_unicode()); // writing to a String cannot fail
    } else {
        text.push(c);
    }
}

/// Whether a terminal obeys `c`, or `c` turns the direction of what follows or ends a line that has not ended.
#[must_use]
pub fn is_harmful(c: char) -> bool {
    c.is_control() || is_separator(c) || is_direction(c)
}

/// Whether `c` is one that Unicode ends lines with and other programs do not, or do: U+2028, U+2029.
pub(super) fn is_separator(c: char) -> bool {
    matches!(c, '\u{2028}' | '\u{2029}')
}

/// Whether `c` embeds, overrides or isolates directions.
fn is_direction(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arabic_stays_and_escapes_do_not() {
        assert_eq!(one_line("نامه\u{200C}ها"), "نامه\u{200C}ها");
        assert_eq!(one_line("a\u{202E}b\u{7}"), "a\\u{202e}b\\u{7}");
        assert_eq!(lines("سطر\n\tسطر\r"), "سطر\n\tسطر\\u{d}");
    }

    #[test]
    fn columns_are_one_word_each() {
        for (text, expected) in [
            ("خبر/1", "خبر/1"),
            ("a\u{a0}b\u{2029}c", "a_b_c"),
            ("\u{202E}\u{85}", "__"),
            (" ", "_"),
        ] {
            assert_eq!(column(text), expected, "{text:?}");
        }
    }

    #[test]
    fn a_text_is_one_line_or_one_column() {
        let text = "قره\u{a0}باغ\n\u{1b}[2J";
        assert_eq!(one_line(text), "قره باغ \\u{1b}[2J");
        assert_eq!(column("a b\u{1b}"), "a_b_");
        assert_eq!(column(""), "_");
    }
}
