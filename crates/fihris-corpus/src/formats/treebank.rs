//! Treebanks in CoNLL-U: the sentences of a document, which are written a word a line, as a text.
//!
//! A sentence is what its comment `# text` says, else its words; a paragraph is a line. Documents begin at `# newdoc`.

use std::io::BufRead;

use super::decoded_line;
use crate::limits::LARGEST_RECORD;
use crate::sink::{ArticleSink, Stop};
use crate::skip::SkipReason;
use crate::value::{Record, Value};

/// Reads a record a document; what is none is told with its line.
///
/// # Errors
/// If `input` or whoever takes the records fails, or a document is too large.
pub fn read<E>(input: &mut dyn BufRead, sink: &mut ArticleSink<E>) -> Result<(), Stop<E>> {
    let mut document = Document::default();
    let (mut number, mut first) = (1, 1);
    for line in 1.. {
        let Some((is_there, text)) = decoded_line(input, line, sink)? else {
            continue;
        };
        let text = text
            .trim_start_matches('\u{FEFF}')
            .trim_end_matches(['\n', '\r']);
        let is_new = text.starts_with("# newdoc");
        if is_new || !is_there {
            document.end_sentence();
            if let Some(record) = std::mem::take(&mut document).record() {
                sink.push_record(Ok(record), number, first, false)?;
                number += 1;
            }
            first = line;
        }
        if !is_there {
            break;
        }
        document.take(text);
        if document.text.len() as u64 > LARGEST_RECORD {
            return Err(SkipReason::TooLarge(LARGEST_RECORD).into());
        }
    }
    Ok(())
}

/// A document, as far as it was read.
#[derive(Default)]
struct Document {
    id: Option<String>,
    text: String,
    /// What a comment says that the sentence is.
    sentence: Option<String>,
    /// Its words.
    words: String,
    /// The last part of a token of several words; these are no words of the sentence.
    last_part: u32,
    /// What stands before the next sentence.
    gap: &'static str,
}

impl Document {
    /// Takes the next line.
    fn take(&mut self, line: &str) {
        if line.trim().is_empty() {
            self.end_sentence();
        } else if let Some(comment) = line.strip_prefix('#') {
            let (name, value) = comment.split_once('=').unwrap_or((comment, ""));
            let value = value.trim();
            match name.trim() {
                "newdoc id" => self.id = Some(value.to_string()),
                "text" => self.sentence = Some(value.to_string()),
                "newpar" | "newpar id" => self.gap = "\n",
                _ => {}
            }
        } else if self.sentence.is_none() {
            self.take_word(line);
        }
    }

    fn take_word(&mut self, line: &str) {
        let mut columns = line.split('\t');
        let (Some(number), Some(form)) = (columns.next(), columns.next()) else {
            return;
        };
        if let Some((_, last)) = number.split_once('-') {
            self.last_part = last.parse().unwrap_or_default();
        } else {
            // Those with a full stop are words that are not written.
            match number.parse::<u32>() {
                Ok(number) if number > self.last_part => {}
                _ => return,
            }
        }
        self.words.push_str(form);
        if !columns
            .nth(7)
            .is_some_and(|it| it.contains("SpaceAfter=No"))
        {
            self.words.push(' ');
        }
    }

    fn end_sentence(&mut self) {
        let words = std::mem::take(&mut self.words);
        let sentence = self.sentence.take().unwrap_or(words);
        self.last_part = 0;
        if sentence.trim().is_empty() {
            return;
        }
        if !self.text.is_empty() {
            self.text.push_str(self.gap);
        }
        self.gap = " ";
        self.text.push_str(sentence.trim());
    }

    fn record(self) -> Option<Record> {
        if self.text.is_empty() {
            return None;
        }
        let mut record = Record::new();
        let id = self.id.unwrap_or_default();
        Value::add(&mut record, "date", day_in(&id).unwrap_or_default().into());
        Value::add(&mut record, "id", id);
        Value::add(&mut record, "text", self.text);
        Some(record)
    }
}

/// The day in the name of a document: `afp.20000715.0075`.
fn day_in(id: &str) -> Option<&str> {
    let mut numbers = id.split(|c: char| !c.is_ascii_digit());
    numbers.find(|it| it.len() == 8 && (it.starts_with("19") || it.starts_with("20")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(lines: &str) -> String {
        let mut document = Document::default();
        lines.lines().for_each(|line| document.take(line));
        document.end_sentence();
        document.text
    }

    #[test]
    fn sentences_are_what_is_said_or_their_words() {
        for (lines, expected) in [
            (
                "# newdoc id = a\n# newpar\n# text = أول .\n1\tx\n\n# text = ثان\n\n# newpar id = b\n# text = ثالث\n",
                "أول . ثان\nثالث",
            ),
            (
                "1-2\tوقال\t_\t_\t_\t_\t_\t_\t_\t_\n1\tو\t_\n2\tقال\t_\n3\tنعم\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n3.1\tx\t_\n4\t.\t_\n",
                "وقال نعم.",
            ),
            ("1\n\tx\n", ""),
        ] {
            assert_eq!(text(lines), expected);
        }
        assert_eq!(day_in("afp.20000715.0075"), Some("20000715"));
        assert_eq!(day_in("weblog-12345678"), None);
    }
}
