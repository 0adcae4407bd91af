//! Books of the `OpenITI` corpus, in the marks that it calls mARkdown: each section with a text is an article of the book.
//!
//! A head of `#META#` lines says what is known of the book. Marks of pages, milestones, verses and names are taken out
//! of the text: where one stands in a word, that is one word.

mod head;
mod marks;

#[cfg(test)]
mod tests;

use crate::sink::{ArticleSink, Stop};
use crate::value::{Record, Value};
use marks::{Page, clean, heading};

/// How a book begins.
const MAGIC: &str = "######OpenITI#";

/// The longest line that is the title of a section, in bytes.
const LONGEST_TITLE: usize = 250;

/// Whether `text` is a book.
#[must_use]
pub fn is_book(text: &str) -> bool {
    text.trim_start_matches('\u{FEFF}')
        .trim_start()
        .starts_with(MAGIC)
}

/// Reads the sections of the book `text`.
///
/// # Errors
/// If whoever takes the records fails.
pub fn read<E>(text: &str, sink: &mut ArticleSink<E>) -> Result<(), Stop<E>> {
    let (mut book, mut line, rest) = head::read(text);
    let mut number = 0;
    let mut section = Section::new(line);
    let mut push = |section: Section, sink: &mut ArticleSink<E>| {
        number += 1;
        let line = section.line;
        let record = section.into_record(&book);
        if number == 1 {
            book = head::shared(std::mem::take(&mut book));
        }
        sink.push_record(Ok(record), number, line, false)
    };
    for text in rest.lines() {
        line += 1;
        let Some(title) = heading(text) else {
            section.add(text);
            continue;
        };
        let above = std::mem::replace(&mut section, Section::new(line));
        let joined = format!("{}: {}", above.title, clean(title, &mut |_| ()).trim());
        if !above.is_empty() {
            push(above, sink)?;
        } else if !above.title.is_empty() && joined.len() <= LONGEST_TITLE {
            section.title = joined; // what stands above it has no text of its own
            continue;
        } else if !above.title.is_empty() {
            push(above, sink)?;
        }
        section.head(title);
    }
    if !section.is_empty() || !section.title.is_empty() {
        push(section, sink)?;
    }
    Ok(())
}

/// A section of a book.
struct Section {
    /// The line that it begins at, from 1.
    line: usize,
    title: String,
    text: String,
    /// The first page.
    page: Option<Page>,
}

impl Section {
    fn new(line: usize) -> Self {
        Self {
            line,
            title: String::new(),
            text: String::new(),
            page: None,
        }
    }

    fn is_empty(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// Takes its first line: a title, or a text where it is long.
    fn head(&mut self, title: &str) {
        let title = self.clean(title);
        if title.len() <= LONGEST_TITLE {
            self.title = title;
        } else {
            self.text = title;
        }
    }

    /// Takes a line of text.
    fn add(&mut self, line: &str) {
        let continued = line.strip_prefix("~~");
        let line = self.clean(continued.unwrap_or(line.trim_start_matches('#')));
        if line.is_empty() {
            return;
        }
        if !self.text.is_empty() {
            self.text.push(if continued.is_some() { ' ' } else { '\n' });
        }
        self.text.push_str(&line);
    }

    /// `text` without marks and spaces to spare. The first mark of a page is at the end of that on which it begins.
    fn clean(&mut self, text: &str) -> String {
        let text = clean(text, &mut |page| {
            self.page.get_or_insert(page);
        });
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    fn into_record(self, book: &Record) -> Record {
        let mut record = book.clone();
        if let Some(title) = record.remove("title") {
            record.insert("source".into(), title.clone());
            if self.title.is_empty() {
                record.insert("title".into(), title);
            }
        }
        Value::add(&mut record, "title", self.title);
        Value::add(&mut record, "text", self.text);
        if let Some(page) = self.page {
            Value::add(&mut record, "volume", page.volume.to_string());
            Value::add(&mut record, "page", page.number.to_string());
        }
        record
    }
}
