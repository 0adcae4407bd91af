//! Headlines: which line of a plain text is one.
//!
//! Knows the look of a line, not its meaning.

use std::ops::Range;

use crate::arabic::words;

/// A headline has at least this many words in Arabic letters; `Ru En` and `١٢ مارس` are none.
const FEWEST_WORDS: usize = 2;
/// And at most this many; a longer line is a paragraph.
const MOST_WORDS: usize = 30;

/// The byte range of the headline of `text`: the first line that has words to speak of, if it looks
/// like a headline, without the space around it.
///
/// ```
/// use fihris::corpus::headline::headline;
/// let text = "Ru En\n\nبوتين يجري محادثات\n\n١٢ مارس ٢٠٢١\n";
/// assert_eq!(&text[headline(text).unwrap()], "بوتين يجري محادثات");
/// assert_eq!(headline("دعت روسيا الأطراف إلى وقف القتال.\n"), None); // a sentence of the body
/// ```
#[must_use]
pub fn headline(text: &str) -> Option<Range<usize>> {
    let is_arabic = words(text).take(200).any(|word| is_arabic_word(&word.form));
    let (line, range) = lines(text).find(|(line, _)| {
        let mut wanted = words(line).filter(|word| !is_arabic || is_arabic_word(&word.form));
        wanted.nth(FEWEST_WORDS - 1).is_some()
    })?;
    let ends_a_sentence = line.ends_with(['.', '،', '؛', ',']) && !line.ends_with("..");
    (!ends_a_sentence && words(line).count() <= MOST_WORDS).then_some(range)
}

fn is_arabic_word(form: &str) -> bool {
    form.starts_with(|c: char| ('\u{0620}'..='\u{06FF}').contains(&c))
}

/// The trimmed lines of `text` with their byte ranges.
fn lines(text: &str) -> impl Iterator<Item = (&str, Range<usize>)> {
    text.split('\n').scan(0, |at, line| {
        let start = *at + (line.len() - line.trim_start().len());
        *at += line.len() + 1;
        let line = line.trim();
        Some((line, start..start + line.len()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_line_that_is_one() {
        for (text, expected) in [
            ("عنوان الخبر\n\nالنص", Some("عنوان الخبر")),
            ("\u{FEFF}\r\n  عنوان الخبر  \r\nالنص", Some("عنوان الخبر")),
            ("Ru En\n12\nعنوان الخبر هنا", Some("عنوان الخبر هنا")),
            (
                "مواجهات.. وروسيا تتدخل..\nنص",
                Some("مواجهات.. وروسيا تتدخل.."),
            ),
            ("قال الرئيس اليوم إن الأمر كذلك.", None),
            ("English headline\nEnglish text.", Some("English headline")),
            ("واحد", None),
            ("\n \n", None),
        ] {
            assert_eq!(headline(text).map(|range| &text[range]), expected, "{text}");
        }
    }
}
