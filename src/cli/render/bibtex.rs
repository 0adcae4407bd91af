//! Hits as BibTeX: an entry an article, for reference managers.
//!
//! Knows entries, not how hits were found.

use std::collections::HashSet;
use std::io::{self, Write};

use super::clean::one_line;
use super::hits::name;
use fihris_corpus::{Article, PathNames};
use fihris_search::Hit;

/// The longest key, in characters.
const LONGEST_KEY: usize = 60;

/// Writes entries, each with a key of its own.
#[derive(Default)]
pub struct BibWriter {
    keys: HashSet<String>,
}

impl BibWriter {
    /// Writes the entry of a hit.
    ///
    /// # Errors
    /// If `out` fails.
    pub fn write(
        &mut self,
        out: &mut dyn Write,
        hit: &Hit,
        path_names: &PathNames,
    ) -> io::Result<()> {
        let article = &hit.article;
        writeln!(out, "@article{{{},", self.key(article))?;
        let place = name(hit, path_names);
        let date = article
            .published
            .as_ref()
            .map(|published| published.date.to_string());
        let year = date
            .as_deref()
            .and_then(|date| date.get(..4))
            .map(String::from);
        for (field, value) in [
            ("title", Some(article.title().unwrap_or(&place).to_string())),
            ("author", article.field("author").map(String::from)),
            ("journal", article.source.clone()),
            ("date", date),
            ("year", year),
            ("note", Some(place.clone())),
        ] {
            if let Some(value) = value.filter(|value| !value.trim().is_empty()) {
                writeln!(out, "  {field} = {{{}}},", safe(&value))?;
            }
        }
        if let Some(url) = article.url() {
            let is_safe = |c: char| !(c.is_control() || matches!(c, '{' | '}' | '\\'));
            let url: String = url.chars().filter(|c| is_safe(*c)).collect();
            writeln!(out, "  url = {{{url}}},")?;
        }
        writeln!(out, "}}\n")
    }

    /// A key that no entry has yet: what of the id may stand in one.
    fn key(&mut self, article: &Article) -> String {
        let may_stand =
            |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-' | '/' | ':');
        let id: String = article.id.chars().filter(|c| may_stand(*c)).collect();
        let start = id.len().saturating_sub(LONGEST_KEY);
        let id = match &id[start..] {
            "" => "article",
            id => id,
        };
        let mut key = id.to_string();
        let mut number = 2;
        while !self.keys.insert(key.clone()) {
            key = format!("{id}-{number}");
            number += 1;
        }
        key
    }
}

/// `text` on one line, in which no sign means anything to TeX.
fn safe(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in one_line(text).chars() {
        match c {
            '{' => safe.push('('),
            '}' => safe.push(')'),
            '\\' => safe.push('/'),
            '%' | '&' | '#' | '$' | '_' => safe.extend(['\\', c]),
            c => safe.push(c),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_entry_has_a_key_of_its_own() {
        let mut writer = BibWriter::default();
        let mut key = |id: &str| writer.key(&Article::new(id, "", ""));
        assert_eq!(key("خبر/a b#1"), "/ab1");
        assert_eq!(key("/ab1"), "/ab1-2");
        assert_eq!(key("خبر"), "article");
        assert_eq!(key("أ"), "article-2");
        assert_eq!(safe("50% {x}\n\\a"), "50\\% (x) /a");
    }
}
