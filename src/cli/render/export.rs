//! Articles as records that can be indexed again.
//!
//! Knows records, not which articles are exported.

use std::collections::HashSet;
use std::io::{self, Write};

use serde::{Serialize, Serializer};

use super::csv_writer::CsvWriter;
use super::json::write_line;
use fihris_corpus::{Article, ZoneKind};

/// What every record has, before the fields of the input.
const PARTS: [&str; 5] = ["id", "title", "text", "date", "source"];

/// The longest name of a file without its ending, in bytes: file systems allow 255.
const LONGEST_NAME: usize = 200;

/// The parts of an article; of its own fields those win that are called so.
fn parts(article: &Article) -> [Option<String>; 5] {
    let (title, text) = title_and_text(article);
    let date = article
        .published
        .as_ref()
        .map(|published| published.date.to_string());
    let own = |name: &str| article.fields.get(name).cloned();
    [
        Some(article.id.to_string()),
        title.map(String::from),
        Some(text.to_string()),
        own("date").or(date),
        article.source.clone(),
    ]
}

/// The headline, and what is behind the empty line behind it; where there is none, the whole text.
fn title_and_text(article: &Article) -> (Option<&str>, &str) {
    let text = &*article.text;
    let first = article.zones.first();
    let title = first.filter(|zone| zone.kind == ZoneKind::Title && zone.range.start == 0);
    let behind = title.and_then(|title| text[title.range.end..].strip_prefix("\n\n"));
    match behind {
        Some(behind) => (article.title(), behind),
        None => (article.title(), text),
    }
}

/// The fields of the input that no part is called like.
fn others(article: &Article) -> impl Iterator<Item = (&String, &String)> {
    let is_part = |name: &str| PARTS.contains(&name);
    article
        .fields
        .iter()
        .filter(move |(name, _)| !is_part(name))
}

/// Writes an article as an object on a line.
///
/// # Errors
/// If `out` fails.
pub fn write_record(out: &mut dyn Write, article: &Article) -> io::Result<()> {
    write_line(out, &Record(article))
}

/// An article as an object.
struct Record<'a>(&'a Article);

impl Serialize for Record<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let parts = PARTS.iter().zip(parts(self.0));
        let parts = parts.filter_map(|(name, value)| Some((*name, value?)));
        let others = others(self.0).map(|(name, value)| (name.as_str(), value.clone()));
        serializer.collect_map(parts.chain(others))
    }
}

/// Writes articles as a table with the fields of all of them.
pub struct CsvExport<'a> {
    csv: CsvWriter<&'a mut dyn Write>,
    /// The fields of the input, in order.
    names: Vec<String>,
}

impl<'a> CsvExport<'a> {
    /// A table with the columns `names`, besides those that every article has.
    ///
    /// # Errors
    /// If `out` fails.
    pub fn new(out: &'a mut dyn Write, mut names: HashSet<String>) -> io::Result<Self> {
        names.retain(|name| !PARTS.contains(&&**name));
        let mut names: Vec<String> = names.into_iter().collect();
        names.sort();
        let head: Vec<&str> = PARTS
            .iter()
            .copied()
            .chain(names.iter().map(String::as_str))
            .collect();
        Ok(Self {
            csv: CsvWriter::new(out, &head)?,
            names,
        })
    }

    /// Adds an article.
    ///
    /// # Errors
    /// If the file fails that is written to.
    pub fn write(&mut self, article: &Article) -> io::Result<()> {
        let parts = parts(article).map(Option::unwrap_or_default);
        let named = self.names.iter().map(|name| article.fields.get(name));
        let named = named.map(|value| value.cloned().unwrap_or_default());
        self.csv.write_row(parts.into_iter().chain(named))
    }

    /// Hands on all that was written.
    ///
    /// # Errors
    /// If the file fails that is written to.
    pub fn finish(self) -> io::Result<()> {
        self.csv.finish()
    }
}

/// A name for the file of the article `id`, unlike all of `names`, to which it is added: letters and figures of the id, of
/// any script, with `_` for what is neither.
pub fn file_name(id: &str, names: &mut HashSet<String>) -> String {
    let id = id.strip_suffix(".txt").unwrap_or(id);
    let mut plain: String = id
        .chars()
        .map(|c| {
            if c.is_alphanumeric() || c == '-' {
                c
            } else {
                '_'
            }
        })
        .collect();
    let mut start = plain.len().saturating_sub(LONGEST_NAME);
    while !plain.is_char_boundary(start) {
        start += 1;
    }
    plain.drain(..start);
    if plain.is_empty() {
        plain.push_str("article");
    }
    let mut name = format!("{plain}.txt");
    let mut number = 2;
    // Some file systems do not tell great letters from small ones.
    while !names.insert(name.to_lowercase()) {
        name = format!("{plain}-{number}.txt");
        number += 1;
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_files_are_plain_and_each_its_own() {
        let mut names = HashSet::new();
        for (id, expected) in [
            ("seeds/001.txt", "seeds_001.txt"),
            ("seeds/001.txt#2", "seeds_001_txt_2.txt"),
            ("خبر 1", "خبر_1.txt"),
            ("خبر/1", "خبر_1-2.txt"),
            ("A", "A.txt"),
            ("a", "a-2.txt"),
            ("../..", "_____.txt"),
            ("", "article.txt"),
        ] {
            assert_eq!(file_name(id, &mut names), expected, "{id}");
        }
        let long = file_name(&"خ".repeat(300), &mut names);
        assert_eq!(long.len(), LONGEST_NAME + 4);
    }

    #[test]
    fn title_and_text_are_the_whole_text() {
        let article = Article::new("a", "عنوان", "\nنص");
        assert_eq!(title_and_text(&article), (Some("عنوان"), "\nنص"));
        let mut article = Article::new("a", "عنوان", "نص");
        article.text = article.text.replace("\n\n", "\n ");
        assert_eq!(title_and_text(&article), (Some("عنوان"), "عنوان\n نص"));
    }
}
