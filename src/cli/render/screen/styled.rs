//! Styled lines: text with what is to be seen of each letter beside it, instead of escape sequences within it.
//!
//! Knows the sequences that the styles of fihris write: colours (SGR) and links (OSC 8). Others are left out.

use std::io::{self, Write};

use super::columns::columns;

/// Columns from one tab stop to the next.
const TAB: usize = 8;

/// How letters are set off.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct LetterStyle {
    /// The sequences that turn it on, one after the other.
    sgr: String,
    /// Where a click leads.
    link: String,
}

/// A line of text without its line break.
#[derive(Debug)]
pub(super) struct Styled {
    /// The letters alone.
    pub text: String,
    /// All styles that are used.
    pub styles: Vec<LetterStyle>,
    /// From which byte of the text on which style is used, by number, in order.
    spans: Vec<(usize, usize)>,
    /// Columns of the text.
    width: usize,
}

impl Styled {
    /// Takes the sequences out of `line`.
    pub fn parse(line: &str) -> Self {
        let mut styled = Self {
            text: String::with_capacity(line.len()),
            styles: vec![LetterStyle::default()],
            spans: vec![(0, 0)],
            width: 0,
        };
        let mut style = LetterStyle::default();
        let mut rest = line;
        while let Some((text, escape)) = rest.split_once('\u{1b}') {
            styled.push(text);
            rest = after_sequence(escape, &mut style);
            styled.take(&style);
        }
        styled.push(rest);
        styled
    }

    /// Adds letters; tabs become the spaces they stand for.
    fn push(&mut self, text: &str) {
        for c in text.chars() {
            if c == '\t' {
                let spaces = TAB - self.width % TAB;
                self.text.extend(std::iter::repeat_n(' ', spaces));
                self.width += spaces;
            } else {
                self.text.push(c);
                self.width += columns(c);
            }
        }
    }

    /// What follows is written with `style`.
    fn take(&mut self, style: &LetterStyle) {
        let known = self.styles.iter().position(|known| known == style);
        let number = known.unwrap_or_else(|| {
            self.styles.push(style.clone());
            self.styles.len() - 1
        });
        self.spans.push((self.text.len(), number));
    }

    /// The number of the style of the letter at a byte.
    pub fn style_at(&self, byte: usize) -> usize {
        let behind = self.spans.partition_point(|(start, _)| *start <= byte);
        self.spans[behind - 1].1 // the first span starts at 0
    }

    /// Whether the line begins with a link to a file, which its path is.
    pub fn begins_with_path(&self) -> bool {
        self.styles[self.style_at(0)].link.starts_with("file:")
    }
}

/// Reads a sequence whose escape character is gone into `style`, and returns what follows it.
fn after_sequence<'a>(sequence: &'a str, style: &mut LetterStyle) -> &'a str {
    if let Some(parameters) = sequence.strip_prefix('[') {
        let is_final = |c: char| ('\u{40}'..='\u{7e}').contains(&c);
        let Some(end) = parameters.find(is_final) else {
            return "";
        };
        let (parameters, rest) = parameters.split_at(end);
        if rest.starts_with('m') {
            if matches!(parameters, "" | "0") {
                style.sgr.clear();
            } else {
                style.sgr.extend(["\u{1b}[", parameters, "m"]);
            }
        }
        return &rest[1..]; // a final character is one byte
    }
    if let Some(command) = sequence.strip_prefix(']') {
        let Some((command, rest)) = command.split_once("\u{1b}\\") else {
            return "";
        };
        if let Some(link) = command.strip_prefix("8;;") {
            link.clone_into(&mut style.link);
        }
        return rest;
    }
    sequence
}

/// Writes letters with their styles.
pub(super) struct StyleWriter<'a> {
    styles: &'a [LetterStyle],
    /// Whether links may be written.
    links: bool,
    /// The number of the style that is in use.
    style: usize,
}

impl<'a> StyleWriter<'a> {
    /// One that has no style yet.
    pub fn new(styles: &'a [LetterStyle], links: bool) -> Self {
        Self {
            styles,
            links,
            style: 0,
        }
    }

    /// Changes to the style of this number.
    pub fn take(&mut self, out: &mut dyn Write, number: usize) -> io::Result<()> {
        let (old, new) = (&self.styles[self.style], &self.styles[number]);
        self.style = number;
        if old.link != new.link && self.links {
            write!(out, "\u{1b}]8;;{}\u{1b}\\", new.link)?;
        }
        if old.sgr == new.sgr {
            return Ok(());
        }
        if !old.sgr.is_empty() {
            write!(out, "\u{1b}[0m")?;
        }
        write!(out, "{}", new.sgr)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sequences_become_styles() {
        let line = "a\u{1b}[1m\u{1b}[31mقره\u{1b}[0m \u{1b}]8;;file:///x\u{1b}\\b\u{1b}]8;;\u{1b}\\\u{1b}[2Kc";
        let styled = Styled::parse(line);
        assert_eq!(styled.text, "aقره bc");
        let style = |byte| &styled.styles[styled.style_at(byte)];
        assert_eq!(style(0), &LetterStyle::default());
        assert_eq!(style(1).sgr, "\u{1b}[1m\u{1b}[31m");
        assert_eq!(style(7), &LetterStyle::default());
        assert_eq!(style(8).link, "file:///x");
        assert_eq!(style(9), &LetterStyle::default());
        assert!(!styled.begins_with_path());
        let begins = |link| {
            let line = format!("\u{1b}]8;;{link}\u{1b}\\b\u{1b}]8;;\u{1b}\\");
            Styled::parse(&line).begins_with_path()
        };
        assert!(begins("file:///x") && !begins("https://a.example"));
    }

    #[test]
    fn tabs_become_spaces() {
        assert_eq!(Styled::parse("قُ\tb\t").text, "قُ       b       ");
    }

    #[test]
    fn broken_sequences_end_the_line() {
        for line in ["a\u{1b}[31", "a\u{1b}]8;;x", "a\u{1b}", "a\u{1b}["] {
            assert_eq!(Styled::parse(line).text, "a", "{line:?}");
        }
    }

    #[test]
    fn pens_are_put_down() {
        let styled = Styled::parse("\u{1b}]8;;x\u{1b}\\\u{1b}[1ma\u{1b}[0m\u{1b}]8;;\u{1b}\\");
        for (links, expected) in [
            (
                true,
                "\u{1b}]8;;x\u{1b}\\\u{1b}[1ma\u{1b}]8;;\u{1b}\\\u{1b}[0m",
            ),
            (false, "\u{1b}[1ma\u{1b}[0m"),
        ] {
            let mut writer = StyleWriter::new(&styled.styles, links);
            let mut out = Vec::new();
            writer.take(&mut out, styled.style_at(0)).unwrap();
            out.push(b'a');
            writer.take(&mut out, 0).unwrap();
            assert_eq!(String::from_utf8(out).unwrap(), expected);
        }
    }
}
