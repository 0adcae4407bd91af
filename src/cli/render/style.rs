//! Styles: how a mark, a path or a reason is set off.
//!
//! With colour by escape sequences, without it by brackets; and in which language the words around are.
//! Knows nothing of what is set off.

use std::fmt::{Display, Write as _};
use std::path::Path;

use anstyle::{AnsiColor, Style as Ansi};

use super::link::web_address;
use crate::i18n::Language;
use crate::i18n::Message;

/// Before a line that is read from the left.
pub(super) const FROM_LEFT: &str = "\u{200E}";

/// Around words that keep their own direction: FSI and PDI.
pub(super) const ISOLATE: [&str; 2] = ["\u{2068}", "\u{2069}"];

/// How text for people is dressed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Style {
    /// Whether colours may be.
    pub color: bool,
    /// The language of the words around the text.
    pub language: Language,
    /// Columns, where text goes to a [`Screen`](super::screen::Screen): that understands links, too.
    pub screen: Option<usize>,
}

impl Style {
    /// A message in the user's language.
    #[must_use]
    pub fn say(self, message: Message) -> String {
        message.text(self.language)
    }

    /// A word that matches.
    #[must_use]
    pub fn mark(self, text: &str) -> String {
        if self.color {
            paint(AnsiColor::Red.on_default().bold(), text)
        } else {
            format!("[{text}]")
        }
    }

    /// The name of a file.
    #[must_use]
    pub fn path(self, text: &str) -> String {
        self.plain_or(AnsiColor::Magenta.on_default(), text)
    }

    /// The name of a file, which leads to it.
    #[must_use]
    pub fn link(self, text: &str, file: Option<&Path>) -> String {
        match file.filter(|_| self.screen.is_some()) {
            Some(file) => {
                let (url, name) = (url(file), self.path(text));
                format!("\u{1b}]8;;{url}\u{1b}\\{name}\u{1b}]8;;\u{1b}\\")
            }
            // A line with a path is read from the left.
            None => format!(
                "{}{}",
                self.screen.map_or("", |_| FROM_LEFT),
                self.path(text)
            ),
        }
    }

    /// Text, dressed already, that leads to an address on the web.
    #[must_use]
    pub fn web_link(self, text: &str, address: Option<&str>) -> String {
        match address.filter(|_| self.screen.is_some()) {
            Some(address) => {
                let address = web_address(address);
                format!("\u{1b}]8;;{address}\u{1b}\\{text}\u{1b}]8;;\u{1b}\\")
            }
            None => text.to_string(),
        }
    }

    /// What heads columns that stand at the left, even if it is Arabic.
    #[must_use]
    pub fn head(self, indent: &str, text: &str) -> String {
        let mark = self.screen.map_or("", |_| FROM_LEFT);
        format!("{mark}{indent}{}", self.title(text))
    }

    /// Words among others on a screen that keep their own direction, with the figures at their ends.
    #[must_use]
    pub fn isolate(self, text: &str) -> String {
        let [first, last] = self.screen.map_or([""; 2], |_| ISOLATE);
        format!("{first}{text}{last}")
    }

    /// A headline.
    #[must_use]
    pub fn title(self, text: &str) -> String {
        self.plain_or(Ansi::new().bold(), text)
    }

    /// What is said beside the text.
    #[must_use]
    pub fn dim(self, text: &str) -> String {
        self.plain_or(Ansi::new().dimmed(), text)
    }

    fn plain_or(self, style: Ansi, text: &str) -> String {
        if self.color {
            paint(style, text)
        } else {
            text.to_string()
        }
    }
}

fn paint(style: Ansi, text: impl Display) -> String {
    format!("{style}{text}{style:#}")
}

/// The address of a file on this machine.
fn url(file: &Path) -> String {
    let mut url = "file://".to_string();
    for byte in file.as_os_str().as_encoded_bytes() {
        match byte {
            b'/' | b'-' | b'.' | b'_' | b'~' => url.push(char::from(*byte)),
            byte if byte.is_ascii_alphanumeric() => url.push(char::from(*byte)),
            byte => _ = write!(url, "%{byte:02X}"), // writing to a String cannot fail
        }
    }
    url
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_lead_to_files() {
        let file = Path::new("/a b/خبر.txt");
        let style = Style {
            screen: Some(80),
            ..Style::default()
        };
        let address = "file:///a%20b/%D8%AE%D8%A8%D8%B1.txt";
        let link = format!("\u{1b}]8;;{address}\u{1b}\\خبر\u{1b}]8;;\u{1b}\\");
        assert_eq!(style.link("خبر", Some(file)), link);
        assert_eq!(style.link("خبر", None), format!("{FROM_LEFT}خبر"));
        assert_eq!(Style::default().link("خبر", Some(file)), "خبر");
        let web = |address| style.web_link("خبر", address);
        let address = "https://a.example/%D8%AE?q=%1B%5D8;;";
        let link = format!("\u{1b}]8;;{address}\u{1b}\\خبر\u{1b}]8;;\u{1b}\\");
        assert_eq!(web(Some("https://a.example/خ?q=\u{1b}%5D8;;")), link);
        assert_eq!(web(None), "خبر");
    }
}
