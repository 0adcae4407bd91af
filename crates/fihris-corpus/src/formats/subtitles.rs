//! Subtitles: the cues of a `.srt` or `.vtt` become the sentences of one text.
//!
//! A sentence goes on over lines and cues. Old players want the full stop of an Arabic line at its beginning;
//! it is put behind the line.

use crate::tags::plain;

/// Signs that end a sentence.
const ENDS: &[char] = &['.', '؟', '!', '…', '?'];

/// The text of the cues in `subtitles`, a sentence a line where cues end with one.
#[must_use]
pub fn text(subtitles: &str) -> String {
    let mut text = String::new();
    let mut is_in_cue = false;
    for line in subtitles.lines() {
        let line = line.trim().trim_start_matches('\u{FEFF}');
        if line.contains("-->") {
            is_in_cue = true;
        } else if line.is_empty() {
            is_in_cue = false;
        } else if is_in_cue {
            let line = ended(&without_styles(line));
            if !text.is_empty() && !line.is_empty() {
                text.push(if text.ends_with(ENDS) { '\n' } else { ' ' });
            }
            text.push_str(&line);
        }
    }
    text
}

/// `line` without its tags, and what stands in braces at its beginning.
fn without_styles(line: &str) -> String {
    let line = match line
        .strip_prefix("{\\")
        .and_then(|line| line.split_once('}'))
    {
        Some((_, after)) => after,
        None => line,
    };
    if line.contains('<') {
        plain(line)
    } else {
        line.trim().to_string()
    }
}

/// `line` with the sign that ends it at its end.
fn ended(line: &str) -> String {
    let after = line.trim_start_matches(ENDS);
    let signs = &line[..line.len() - after.len()];
    if signs.is_empty() || after.is_empty() || after.ends_with(ENDS) {
        return line.to_string();
    }
    format!("{}{signs}", after.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cues_become_sentences() {
        for (subtitles, expected) in [
            (
                "1\n00:00:01,000 --> 00:00:02,000\nافتتح الوزير\n.المدرسة\n\n2\n00:00:03,000 --> 00:00:04,000\n<i>وقال</i> إن\n\n3\n00:00:05,000 --> 00:00:06,000\n{\\an8}العمل بدأ\n",
                "افتتح الوزير المدرسة.\nوقال إن العمل بدأ",
            ),
            (
                "WEBVTT\n\nNOTE ملاحظة\n\nرقم\n00:01.000 --> 00:02.000 align:start\n<v أحمد>مرحبا</v>",
                "مرحبا",
            ),
            ("نص وحده", ""),
        ] {
            assert_eq!(text(subtitles), expected);
        }
    }
}
