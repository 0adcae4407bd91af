//! Cleaning: text from a corpus made safe to show.
//!
//! Control characters, and marks that override the direction of text, are shown escaped; joiners,
//! which Arabic spelling needs, stay. Knows characters only.

use std::borrow::Cow;
use std::fmt::Write as _;

/// `text` on one line: each run of white space is one space, what could harm a terminal is escaped.
///
/// ```
/// use fihris::output::clean::one_line;
/// assert_eq!(one_line("قره\u{a0}باغ\n\u{1b}[2J"), "قره باغ \\u{1b}[2J");
/// ```
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

fn push(text: &mut String, c: char) {
    if is_harmful(c) {
        let _ = write!(text, "{}", c.escape_unicode()); // writing to a String cannot fail
    } else {
        text.push(c);
    }
}

fn is_harmful(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{2028}' | '\u{2029}')
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
}
