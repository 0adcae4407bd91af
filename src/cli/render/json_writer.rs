//! JSON that is one line for every reader: some end lines also at U+0085, U+2028 and U+2029.
//!
//! JSON escapes control characters only up to U+001F; here DEL, C1 and separators of lines are escaped as well, in all
//! strings, so that a file of lines can be shown and split by any program. Knows strings, not whose they are.

use std::io::{self, Write};

use serde_json::ser::Formatter;

use super::clean::is_separator;

/// Writes objects on one line each.
pub(super) struct OneLine;

impl Formatter for OneLine {
    fn write_string_fragment<W: ?Sized + Write>(
        &mut self,
        out: &mut W,
        fragment: &str,
    ) -> io::Result<()> {
        let mut rest = fragment;
        while let Some(at) = rest.find(|c: char| c.is_control() || is_separator(c)) {
            let (before, from) = rest.split_at(at);
            out.write_all(before.as_bytes())?;
            let mut chars = from.chars();
            if let Some(c) = chars.next() {
                write!(out, "\\u{:04x}", u32::from(c))?; // all are below U+10000
            }
            rest = chars.as_str();
        }
        out.write_all(rest.as_bytes())
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use crate::render::json::write_line;

    #[test]
    fn a_line_is_one_line_and_means_the_same() {
        let text = "ا\u{85}ب\u{2028}ت\u{2029}ث\u{7f}ج\u{9b}ح\n\t\u{1b}\u{202e}";
        let value = json!({ text: [text] });
        let mut line = Vec::new();
        write_line(&mut line, &value).unwrap();
        let line = String::from_utf8(line).unwrap();
        assert_eq!(serde_json::from_str::<Value>(&line).unwrap(), value);
        let body = line.strip_suffix('\n').unwrap();
        assert!(!body.contains(|c: char| c.is_control() || "\u{2028}\u{2029}".contains(c)));
        let escaped = r"ا\u0085ب\u2028ت\u2029ث\u007fج\u009bح\n\t\u001b";
        assert!(body.contains(escaped), "{body}");
    }
}
