//! The sink: where all that is found in a file goes, with its place.
//!
//! Formats give it records, texts and problems; it makes articles of them and names them. Knows no
//! bytes.

use std::collections::BTreeSet;

use super::article::Article;
use super::fields::{FieldMap, Part};
use super::formats::text;
use super::record::{self, Record};
use super::skip::SkipReason;

/// What comes out of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// An article.
    Article(Article),
    /// A part of a file that is none, by its place, and why.
    Skipped(String, SkipReason),
    /// Something about a file that a user may want to know.
    Note(String, String),
    /// A file in an archive, of a kind that is not read.
    OtherKind,
}

/// Takes what is found in one file on disk.
pub struct Sink<'a> {
    /// The name of the file, or of the file in an archive, that is being read.
    name: String,
    map: &'a FieldMap,
    take: &'a mut dyn FnMut(Found),
    /// The names of fields that were told to the user.
    told: BTreeSet<(Part, String)>,
    /// Articles and problems so far.
    found: u64,
}

impl<'a> Sink<'a> {
    /// For the file called `name`, with fields called as `map` says; gives all to `take`.
    pub fn new(name: &str, map: &'a FieldMap, take: &'a mut dyn FnMut(Found)) -> Self {
        Self {
            name: name.to_string(),
            map,
            take,
            told: BTreeSet::new(),
            found: 0,
        }
    }

    /// The names of fields.
    #[must_use]
    pub fn map(&self) -> &'a FieldMap {
        self.map
    }

    /// How many articles and problems there were so far.
    #[must_use]
    pub fn found(&self) -> u64 {
        self.found
    }

    /// Does `work` for the file called `inner` in this one, which is an archive.
    pub fn inside<T>(&mut self, inner: &str, work: impl FnOnce(&mut Self) -> T) -> T {
        let name = format!("{}/{inner}", self.name);
        let outer = std::mem::replace(&mut self.name, name);
        let result = work(self);
        self.name = outer;
        result
    }

    /// Takes the text of a file that is one article, or several stories.
    ///
    /// # Errors
    /// If there is no word in it.
    pub fn text(&mut self, text: &str) -> Result<(), SkipReason> {
        for article in text::articles(&self.name, text)? {
            self.give(Found::Article(article));
        }
        Ok(())
    }

    /// Takes a record, or the reason why it is none. Without an id of its own it is called by its
    /// `number` in the file; a problem, by its `line`. With `tells`, the user is told what fields are
    /// taken for what.
    pub fn record(
        &mut self,
        record: Result<Record, SkipReason>,
        number: usize,
        line: usize,
        tells: bool,
    ) {
        let id = || format!("{}#{number}", self.name);
        let read = record.and_then(|record| record::articles(record, self.map, id, &self.name));
        match read {
            Ok((articles, names)) => {
                if tells {
                    self.tell(names.into_iter());
                }
                for article in articles {
                    self.give(Found::Article(article));
                }
            }
            Err(reason) => self.skipped(line, reason),
        }
    }

    /// Takes a problem at a line.
    pub fn skipped(&mut self, line: usize, reason: SkipReason) {
        self.give(Found::Skipped(format!("{}:{line}", self.name), reason));
    }

    /// Takes a problem with the whole file that is being read, where that is not the one on disk.
    pub fn skipped_whole(&mut self, reason: SkipReason) {
        self.give(Found::Skipped(self.name.clone(), reason));
    }

    /// Takes a file of a kind that is not read.
    pub fn other_kind(&mut self) {
        (self.take)(Found::OtherKind);
    }

    fn give(&mut self, found: Found) {
        self.found += 1;
        (self.take)(found);
    }

    fn tell(&mut self, names: impl Iterator<Item = (Part, String)>) {
        let is_news = |(part, name): &(Part, String)| {
            self.map.given(*part).is_none()
                && !name.eq_ignore_ascii_case(part.name())
                && !self.told.contains(&(*part, name.clone()))
        };
        let news: Vec<_> = names.filter(is_news).collect();
        if news.is_empty() {
            return;
        }
        let guesses: Vec<String> = news
            .iter()
            .map(|(part, name)| format!("{} = \"{name}\"", part.name()))
            .collect();
        let note = format!(
            "fields are guessed: {}; --field names others",
            guesses.join(", ")
        );
        (self.take)(Found::Note(self.name.clone(), note));
        self.told.extend(news);
    }
}
