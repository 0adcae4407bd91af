//! Hyphens: words that are broken at the end of a line.

use super::known::{cost, written};

/// `text` with its broken words whole, and how many they are; `None` where there is none. The line ends
/// after the word.
pub(super) fn repair(text: &str) -> Option<(String, usize)> {
    let mut repaired = String::with_capacity(text.len());
    let mut count = 0;
    let mut rest = text;
    while let Some(at) = rest.find('\n') {
        let (line, after) = (&rest[..at], &rest[at + 1..]);
        let line_end = if line.ends_with('\r') { "\r\n" } else { "\n" };
        let line = line.trim_end_matches('\r');
        if let Some((begin, end_of_word)) = broken(line, after) {
            repaired.push_str(begin);
            repaired.push_str(&after[..end_of_word]);
            repaired.push_str(line_end);
            rest = after[end_of_word..].trim_start_matches(' ');
            count += 1;
        } else {
            repaired.push_str(line);
            repaired.push_str(line_end);
            rest = after;
        }
    }
    repaired.push_str(rest);
    (count > 0).then_some((repaired, count))
}

/// The line without its hyphen, if it breaks a word there, and how much of the next line is the rest of that.
fn broken<'a>(line: &'a str, after: &str) -> Option<(&'a str, usize)> {
    let hyphen = line.chars().next_back()?;
    if !matches!(hyphen, '-' | '\u{AD}' | '\u{2010}' | '\u{2011}') {
        return None;
    }
    let begin = &line[..line.len() - hyphen.len_utf8()];
    let is_letter = |c: char| matches!(c, '\u{621}'..='\u{652}' | '\u{670}' | '\u{AD}');
    let first = begin.trim_end_matches(is_letter).len();
    let first = written(&begin[first..]);
    let indent = after.len() - after.trim_start_matches(' ').len();
    let length = after[indent..]
        .find(|c| !is_letter(c))
        .unwrap_or(after.len() - indent);
    let second = written(&after[indent..indent + length]);
    if first.is_empty() || second.is_empty() || indent > 0 {
        return None;
    }
    let is_word = hyphen == '\u{AD}' || cost(&(first.clone() + &second)).is_some();
    is_word.then_some((begin, length))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn broken_words_are_whole() {
        for (text, expected) in [
            ("زار المست-\nشفى أمس", Some("زار المستشفى\nأمس")),
            ("في الحد\u{AD}\r\nيقة.", Some("في الحديقة\r\n.")),
            ("الرياض-\nوكالات", None),
            ("الرياض -\nواس", None),
        ] {
            let found = repair(text).map(|(text, _)| text);
            assert_eq!(found.as_deref(), expected, "{text}");
        }
    }
}
