//! A command line as far as it is typed: its words, and the one that is being typed.
//!
//! Knows quotation marks of shells, not what words mean.

/// Where bash begins another word to replace, besides spaces.
const BREAKS: [char; 2] = [':', '='];

/// What a shell would take for more than a letter.
const SPECIAL: &str = " \t\"'\\$`&|;<>()*?[]{}!#~";

/// What is typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Typed {
    /// The words before the last, without the program.
    pub words: Vec<String>,
    /// The last word, which may be empty.
    pub current: String,
    /// The quotation mark that is open in it.
    pub quote: Option<char>,
}

impl Typed {
    /// Of the words behind the program, the last of which is being typed.
    pub fn of_words(words: &[String]) -> Self {
        let words = match words {
            [first, rest @ ..] if first == "--" => rest,
            words => words,
        };
        let (current, words) = words
            .split_last()
            .map_or(("", words), |(last, words)| (last, words));
        Self {
            words: words.to_vec(),
            current: without_open_quote(current).to_string(),
            quote: None,
        }
    }

    /// Of a line up to the cursor, with the program, as it stands in a shell.
    pub fn of_line(line: &str) -> Self {
        let mut words = vec![String::new()];
        let mut quote = None;
        let mut chars = line.trim_start().chars();
        while let Some(c) = chars.next() {
            let word = words.last_mut();
            match (quote, c) {
                (None, ' ' | '\t') => {
                    if word.is_some_and(|word| !word.is_empty()) {
                        words.push(String::new());
                    }
                }
                (None, '\'' | '"') => quote = Some(c),
                (Some(open), c) if open == c => quote = None,
                (None | Some('"'), '\\') => {
                    if let Some((word, c)) = word.zip(chars.next()) {
                        word.push(c);
                    }
                }
                (_, c) => {
                    if let Some(word) = word {
                        word.push(c);
                    }
                }
            }
        }
        let current = words.pop().unwrap_or_default();
        Self {
            words: words.into_iter().skip(1).collect(),
            current,
            quote,
        }
    }

    /// How many bytes of the last word bash keeps as they are.
    pub fn kept(&self) -> usize {
        match self.quote {
            None => self.current.rfind(BREAKS).map_or(0, |at| at + 1),
            Some(_) => 0,
        }
    }
}

/// `text` as it stands in a shell, within an open quotation mark or not.
pub fn escaped(text: &str, quote: Option<char>) -> String {
    let is_special = |c: char| match quote {
        None => SPECIAL.contains(c),
        Some('"') => "\"\\$`".contains(c),
        Some(_) => false,
    };
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars().filter(|c| !c.is_control()) {
        if is_special(c) {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

/// A word without the quotation mark that it begins with, if that is open.
fn without_open_quote(word: &str) -> &str {
    ['\'', '"']
        .iter()
        .find_map(|quote| {
            word.strip_prefix(*quote)
                .filter(|rest| !rest.contains(*quote))
        })
        .unwrap_or(word)
}
