//! Lines of a text and their shape.
//!
//! Counts and looks at the ends, folds nothing: it runs over every line of every article.

/// A line of at most this many words may be a headline; news headlines have 5 to 20.
pub(super) const LONGEST_HEADLINE: usize = 25;
/// A line of more words is a paragraph, however it ends.
const LONGEST_SHORT_LINE: usize = 30;
/// And so is one of as many words that ends as a sentence does.
const SHORTEST_SENTENCE: usize = 8;

/// More lines than this are not told apart: what stands after them is one line.
pub(crate) const MOST_LINES: usize = 1_000_000;

/// So many bytes without a space count as a word, so that lines of few words are short, however they are
/// written.
const BYTES_OF_A_WORD: usize = 1000;

/// A line that is not blank.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line<'a> {
    /// Without the space around it.
    pub text: &'a str,
    /// Byte offset in the whole text.
    pub start: usize,
    /// About as many words as it has: its spaces and one, and one for every 1,000 bytes at least.
    pub words: usize,
}

/// The lines of `text` that are not blank.
pub(super) fn lines(text: &str) -> Vec<Line<'_>> {
    first_lines(text, MOST_LINES)
}

/// The same, where the rest behind `most` lines, blank ones counted, is one line.
fn first_lines(text: &str, most: usize) -> Vec<Line<'_>> {
    let mut at = 0;
    let lines = text.splitn(most + 1, '\n').filter_map(|line| {
        let start = at + (line.len() - line.trim_start().len());
        at += line.len() + 1;
        let text = line.trim();
        let words = words(text);
        (!text.is_empty()).then_some(Line { text, start, words })
    });
    lines.collect()
}

/// Whether `text` has lines that are not told apart.
pub(crate) fn has_more_lines(text: &str) -> bool {
    text.len() > MOST_LINES && text.bytes().filter(|&byte| byte == b'\n').count() > MOST_LINES
}

/// About as many words as `text` has.
pub(super) fn words(text: &str) -> usize {
    let spaces = text.bytes().filter(|&byte| byte == b' ').count();
    (spaces + 1).max(text.len() / BYTES_OF_A_WORD)
}

impl Line<'_> {
    /// Whether it is running text: long, or a sentence.
    pub fn is_paragraph(&self) -> bool {
        self.words > LONGEST_SHORT_LINE && !self.is_menu()
            || self.words >= SHORTEST_SENTENCE && self.ends_a_sentence() && self.bullet().is_none()
    }

    /// Whether it is a row of links.
    pub fn is_menu(&self) -> bool {
        const LONGEST: usize = 80;
        const FEWEST_BARS: usize = 3;
        self.words <= LONGEST
            && self.text.bytes().filter(|&byte| byte == b'|').count() >= FEWEST_BARS
    }

    /// Whether it ends as a sentence does, closing quotes and brackets aside. Dots that trail off are
    /// no end: sites cut headlines short with them.
    pub fn ends_a_sentence(&self) -> bool {
        let text = self.text.trim_end_matches(is_closing);
        text.ends_with(['.', '۔', '،', '؛', ',']) && !text.ends_with("..")
    }

    /// Whether it ends as a sentence, a question or a call does.
    pub fn ends(&self) -> bool {
        self.ends_a_sentence()
            || self
                .text
                .trim_end_matches(is_closing)
                .ends_with(['؟', '!', '?'])
    }

    /// Whether it may be a headline among others.
    pub fn is_headline(&self) -> bool {
        (4..=LONGEST_HEADLINE).contains(&self.words)
            && !self.ends_a_sentence()
            && !self.text.ends_with(':')
    }

    /// The sign that makes it an item of a list.
    pub fn bullet(&self) -> Option<char> {
        let first = self.text.chars().next()?;
        let is_bullet = matches!(
            first,
            '•' | '·'
                | '*'
                | '-'
                | '–'
                | '—'
                | '◾'
                | '▪'
                | '■'
                | '●'
                | '◼'
                | '►'
                | '▶'
                | '»'
                | '←'
                | '◄'
                | '◀'
                | '✔'
                | '✅'
                | '🔴'
                | '🔹'
                | '🔸'
                | '○'
        );
        is_bullet.then_some(first)
    }
}

fn is_closing(c: char) -> bool {
    matches!(
        c,
        '"' | '\'' | '”' | '“' | '’' | '»' | '«' | ')' | ']' | ' '
    ) || c == '\u{200F}'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_paragraph_is_long_or_a_sentence() {
        for (text, expected) in [
            ("قال الوزير إن العمل في الطريق يبدأ غدا.", true),
            ("قال الوزير: \"إن العمل في الطريق يبدأ غدا\".", true),
            ("قال الوزير: «إن العمل في الطريق يبدأ غدا.»", true),
            ("الوزير يعلن بدء العمل في الطريق السريع غدا", false),
            ("الوزير يعلن بدء العمل في الطريق السريع...", false),
            ("• الوزير يعلن بدء العمل في الطريق السريع غدا.", false),
            ("حفظه الله.", false),
        ] {
            assert_eq!(lines(text)[0].is_paragraph(), expected, "{text}");
        }
        assert!(lines(&"كلمة ".repeat(31))[0].is_paragraph());
    }

    #[test]
    fn lines_know_their_place() {
        let text = "\u{FEFF} أ ب \r\n\n \n  ج";
        let found: Vec<_> = lines(text)
            .iter()
            .map(|l| (l.text, l.start, l.words))
            .collect();
        assert_eq!(found, [("\u{FEFF} أ ب", 0, 3), ("ج", text.len() - 2, 1)]);
    }

    #[test]
    fn what_stands_behind_the_most_lines_is_one() {
        let text = "أ\n\nب\nج\nد\n";
        let found = |most| -> Vec<(&str, usize)> {
            let lines = first_lines(text, most);
            lines.iter().map(|line| (line.text, line.start)).collect()
        };
        assert_eq!(found(3), [("أ", 0), ("ب", 4), ("ج\nد", 7)]);
        assert_eq!(found(9), [("أ", 0), ("ب", 4), ("ج", 7), ("د", 10)]);
    }

    #[test]
    fn a_line_without_spaces_is_as_long_as_it_is() {
        assert_eq!(lines(&"ب".repeat(450))[0].words, 1);
        assert!(lines(&"ب/".repeat(20_000))[0].is_paragraph());
    }
}
