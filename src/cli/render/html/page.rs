//! The frame of a page: head, heading, figures, and what closes it.
//!
//! Knows nothing of what stands in the frame.

use std::io::{self, Write};

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::text;
use crate::i18n::Label;
use crate::i18n::Language;

const STYLE: &str = include_str!("page.css");

/// Makes tables sortable; without it they are read as they are.
const SCRIPT: &str = include_str!("page.js");

/// The page may use its own style and script, known by their hashes, and fetch nothing.
const POLICY: &str = "default-src 'none'; base-uri 'none'; form-action 'none'; \
    style-src 'sha256-oB2xCyd/RzKXQWHboCYzMMwQ6zTeEdjlll404NP3Czo='; \
    script-src 'sha256-A6+d3uDYEOa0923Rc9B2auwAI8cPL3E/xQxKWM5pJo8='";

/// What a page is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page<'a> {
    /// The language of what is not from the corpus.
    pub language: Language,
    /// What it shows.
    pub subject: Label,
    /// The query, or what else was asked for.
    pub asked: Option<&'a str>,
    /// Numbers that sum it up.
    pub figures: Vec<(Label, String)>,
    /// What else is to be said.
    pub notes: Vec<Label>,
    /// Whether something was found, shown or not.
    is_found: bool,
}

impl<'a> Page<'a> {
    /// A page without figures.
    #[must_use]
    pub fn new(language: Language, subject: Label, asked: Option<&'a str>) -> Self {
        Self {
            language,
            subject,
            asked,
            figures: Vec::new(),
            notes: Vec::new(),
            is_found: false,
        }
    }

    /// The same page with a figure.
    #[must_use]
    pub fn with(mut self, name: Label, figure: &impl ToString) -> Self {
        self.figures.push((name, figure.to_string()));
        self
    }

    /// The same page with something that is said above its results.
    #[must_use]
    pub fn noting(mut self, note: Label) -> Self {
        self.notes.push(note);
        self
    }

    pub(super) fn say(&self, label: Label) -> &'static str {
        label.text(self.language)
    }

    /// Words of the interface among those of a corpus.
    #[expect(clippy::needless_pass_by_value, reason = "as templates give it")]
    pub(super) fn own(&self, words: Markup) -> Markup {
        html! { bdi lang=(self.language.tag()) dir=(self.language.direction()) { (words) } }
    }

    /// Writes what comes before the results.
    ///
    /// # Errors
    /// If `out` fails.
    pub fn open(&self, out: &mut dyn Write) -> io::Result<()> {
        let language = self.language;
        let (tag, direction) = (language.tag(), language.direction());
        let subject = self.say(self.subject);
        let head = html! {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta name="referrer" content="no-referrer";
                title {
                    @if let Some(asked) = self.asked { (text::clean(asked)) " – " }
                    (subject) " – fihris"
                }
                style { (PreEscaped(STYLE)) }
            }
        };
        let header = html! {
            a.skip href="#results" { (self.say(Label::SkipToResults)) }
            header {
                h1 {
                    (subject)
                    @if let Some(asked) = self.asked { ": " (text::piece(asked)) }
                }
                @if !self.figures.is_empty() {
                    dl.figures {
                        @for (name, figure) in &self.figures {
                            div { dt { (name.text(language)) } dd { bdi { (text::clean(figure)) } } }
                        }
                    }
                }
                @for note in &self.notes { p.note { (note.text(language)) } }
            }
        };
        write!(
            out,
            "{}\n<html lang=\"{tag}\" dir=\"{direction}\">\n{}\n{}\n{}\n<main id=\"results\" tabindex=\"-1\">\n",
            DOCTYPE.into_string(),
            head.into_string(),
            self.body(),
            header.into_string()
        )
    }

    /// The tag that opens the body, with what the script says.
    fn body(&self) -> String {
        let said = |label| text::clean(self.say(label));
        format!(
            "<body data-filter=\"{}\" data-copy=\"{}\" data-copied=\"{}\">",
            said(Label::Filter),
            said(Label::CopyCommand),
            said(Label::Copied)
        )
    }

    /// Writes what comes behind the results.
    ///
    /// # Errors
    /// If `out` fails.
    pub fn close(&self, out: &mut dyn Write) -> io::Result<()> {
        let footer = html! {
            footer { p { (self.say(Label::WrittenBy)) " " bdi lang="en" { "fihris " (env!("CARGO_PKG_VERSION")) } } }
            script { (PreEscaped(SCRIPT)) }
        };
        writeln!(out, "</main>\n{}\n</body>\n</html>", footer.into_string())
    }

    /// Writes a page that says that nothing was found.
    ///
    /// # Errors
    /// If `out` fails.
    pub fn write_nothing(&self, out: &mut dyn Write) -> io::Result<()> {
        self.write(out, &[])
    }

    /// Writes a whole page; without parts it says that nothing was found.
    pub(super) fn write(&self, out: &mut dyn Write, parts: &[Markup]) -> io::Result<()> {
        self.open(out)?;
        for part in parts {
            writeln!(out, "{}", part.0)?;
        }
        if parts.is_empty() {
            writeln!(out, "{}", self.nothing().into_string())?;
        }
        self.close(out)
    }

    /// The same page, of an answer that is not empty although nothing of it may be shown, if `is_found`.
    #[must_use]
    pub fn of_finding(mut self, is_found: bool) -> Self {
        self.is_found = is_found;
        self
    }

    /// A command that finds the hits of a row, as an example.
    pub(super) fn example(&self, command: Option<&str>) -> Markup {
        html! {
            @if let Some(command) = command {
                p.example { (self.say(Label::HitsOf)) ": " code dir="ltr" { (text::clean(command)) } }
            }
        }
    }

    /// Says that nothing was found, unless something was.
    pub(super) fn nothing(&self) -> Markup {
        html! { @if !self.is_found { p.nothing { (self.say(Label::NothingFound)) } } }
    }
}

#[cfg(test)]
mod tests {
    use base64::prelude::{BASE64_STANDARD, Engine};
    use sha2::{Digest, Sha256};

    use super::*;

    #[test]
    fn the_policy_names_style_and_script() {
        for (text, kind) in [(STYLE, "style"), (SCRIPT, "script")] {
            let hash = BASE64_STANDARD.encode(Sha256::digest(text));
            let allowed = format!("{kind}-src 'sha256-{hash}'");
            assert!(POLICY.contains(&allowed), "{allowed}");
        }
    }

    #[test]
    fn a_query_is_text_in_a_page() {
        let query = "</title><script>alert(1)</script>\u{202e}\" onload=x";
        let mut out = Vec::new();
        for language in [Language::English, Language::Arabic] {
            let page =
                Page::new(language, Label::Search, Some(query)).with(Label::Articles, &query);
            page.write(&mut out, &[]).unwrap();
        }
        let html = String::from_utf8(out).unwrap();
        assert_eq!(html.matches("<script").count(), 2);
        assert_eq!(html.matches("</title>").count(), 2);
        assert!(!html.contains('\u{202e}'));
        assert!(html.contains("<html lang=\"ar\" dir=\"rtl\">"));
        assert!(html.contains("لا نتائج"));
    }
}
