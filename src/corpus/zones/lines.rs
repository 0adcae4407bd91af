//! Lines of a text and their shape.
//!
//! Counts and looks at the ends, folds nothing: it runs over every line of every article.

/// A line of at most this many words may be a headline; news headlines have 5 to 20.
pub(super) const LONGEST_HEADLINE: usize = 25;
/// A line of more words is a paragraph, however it ends.
const LONGEST_SHORT_LINE: usize = 30;
/// And so is one of as many words that ends as a sentence does.
const SHORTEST_SENTENCE: usize = 8;

/// A line that is not blank.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line<'a> {
    /// Without the space around it.
    pub text: &'a str,
    /// Byte offset in the whole text.
    pub start: usize,
    /// About as many words as it has: its spaces and one.
    pub words: usize,
}

/// The lines of `text` that are not blank.
pub(super) fn lines(text: &str) -> Vec<Line<'_>> {
    let mut at = 0;
    let lines = text.split('\n').filter_map(|line| {
        let start = at + (line.len() - line.trim_start().len());
        at += line.len() + 1;
        let text = line.trim();
        let words = text.bytes().filter(|&byte| byte == b' ').count() + 1;
        (!text.is_empty()).then_some(Line { text, start, words })
    });
    lines.collect()
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
}
