//! Headlines: which line of a plain text is one, and which repeats it.

use std::ops::Range;

use super::lines::{Line, lines};
use arabic_text::words;

/// A headline has at least this many words in Arabic letters; `Ru En` and `١٢ مارس` are none.
const FEWEST_WORDS: usize = 2;
/// And at most this many; a longer line is a paragraph.
const MOST_WORDS: usize = 30;

/// What is known of the headline of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Headline<'a> {
    /// It may be the first line.
    InText,
    /// It is this; a copy of it in the text is boilerplate.
    Known(&'a str),
    /// The text is a body only; at most a link to the article repeats its headline.
    NotInText,
}

/// The byte range of the headline of `text`: the first line that has words to speak of, if it looks
/// like a headline, without the space around it.
///
/// ```
/// use fihris_corpus::zones::headline;
/// let text = "Ru En\n\nبوتين يجري محادثات\n\n١٢ مارس ٢٠٢١\n";
/// assert_eq!(&text[headline(text).unwrap()], "بوتين يجري محادثات");
/// assert_eq!(headline("دعت روسيا الأطراف إلى وقف القتال.\n"), None); // a sentence of the body
/// ```
#[must_use]
pub fn headline(text: &str) -> Option<Range<usize>> {
    let lines = lines(text);
    let is_arabic = is_arabic(&lines);
    let line = lines.iter().find(|line| has_words(line, is_arabic))?;
    is_headline(line).then(|| line.start..line.start + line.text.len())
}

/// Whether the text is Arabic, so that its headline is too.
pub(super) fn is_arabic(lines: &[Line]) -> bool {
    let mut forms = lines.iter().flat_map(|line| words(line.text)).take(200);
    forms.any(|word| is_arabic_word(&word.form))
}

/// Whether `line` has as many words as a headline needs, in Arabic letters if the text `is_arabic`.
pub(super) fn has_words(line: &Line, is_arabic: bool) -> bool {
    let mut wanted = words(line.text).filter(|word| !is_arabic || is_arabic_word(&word.form));
    wanted.nth(FEWEST_WORDS - 1).is_some()
}

/// Whether the first line that has words is the headline.
pub(super) fn is_headline(line: &Line) -> bool {
    !line.ends_a_sentence() && words(line.text).take(MOST_WORDS + 1).count() <= MOST_WORDS
}

/// A headline that may come again.
#[derive(Debug)]
pub(super) struct Title {
    /// About as many words as it has.
    pub words: usize,
    forms: Vec<String>,
}

impl Title {
    /// That in `line`, if it is no longer than headlines are at most.
    pub fn from_line(line: &Line) -> Option<Self> {
        const LONGEST: usize = 100;
        (line.words <= LONGEST).then(|| Self {
            words: line.words,
            forms: forms(line),
        })
    }

    /// Whether `line` is this headline again, whole or cut short.
    pub fn is_repeated_by(&self, line: &Line) -> bool {
        const FEWEST: usize = 3;
        if line.words > self.words + FEWEST {
            return false;
        }
        let line = forms(line);
        line == self.forms || line.len() >= FEWEST && self.forms.starts_with(&line)
    }
}

fn forms(line: &Line) -> Vec<String> {
    words(line.text).map(|word| word.form).collect()
}

fn is_arabic_word(form: &str) -> bool {
    form.starts_with(|c: char| ('\u{0620}'..='\u{06FF}').contains(&c))
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
