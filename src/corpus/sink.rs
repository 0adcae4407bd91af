//! The sink: where all that is found in a file goes, with its place.
//!
//! Formats give it records, texts and problems; it makes articles of them and names them. Knows no
//! bytes.

use std::collections::BTreeSet;

use super::article::Article;
use super::encoding::{Decoded, Encoding, Hint};
use super::fields::{FieldMap, Part};
use super::id;
use super::note::Note;
use super::read::{ReadFile, ReadOptions};
use super::record::{self, Record};
use super::skip::SkipReason;
use super::stream::stream_of;
use super::unpack_limit::UnpackLimit;

/// What comes out of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadEvent {
    /// An article.
    Article(Article),
    /// A part of a file that is none, by its place, and why.
    Skipped(String, SkipReason),
    /// Something about a file that a user may want to know.
    Note(String, Note),
    /// A file in an archive, of a kind that is not read, by its name.
    OtherKind(String),
}

/// Takes what is found in one file on disk.
pub struct ArticleSink<'a> {
    /// The name of the file, or of the file in an archive, that is being read.
    name: String,
    options: &'a ReadOptions,
    take: &'a mut dyn FnMut(ReadEvent),
    /// What the bytes are in.
    encoding: Encoding,
    /// Notes on the bytes of the record that is being read.
    notes: Vec<Note>,
    /// Notes on the file, if it is one text.
    file_notes: Vec<Note>,
    /// Records whose text was garbled.
    garbled: usize,
    /// Records with other notes.
    noted: usize,
    /// The notes of the first of them.
    first_notes: Vec<Note>,
    /// The names of fields that were told to the user.
    noted_fields: BTreeSet<(Part, String)>,
    /// Articles and problems so far.
    found: u64,
    /// What the file on disk unpacks to.
    unpack_limit: UnpackLimit,
}

impl<'a> ArticleSink<'a> {
    /// For the file called `name`, read as `options` say; gives all to `take`.
    pub fn new(name: &str, options: &'a ReadOptions, take: &'a mut dyn FnMut(ReadEvent)) -> Self {
        Self {
            name: name.to_string(),
            options,
            take,
            encoding: Encoding::UTF_8,
            notes: Vec::new(),
            file_notes: Vec::new(),
            garbled: 0,
            noted: 0,
            first_notes: Vec::new(),
            noted_fields: BTreeSet::new(),
            found: 0,
            unpack_limit: UnpackLimit::default(),
        }
    }

    /// The name of the file that is being read.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What the file on disk unpacks to.
    #[must_use]
    pub fn unpack_limit(&self) -> UnpackLimit {
        self.unpack_limit.clone()
    }

    /// The names of fields.
    #[must_use]
    pub fn map(&self) -> &'a FieldMap {
        &self.options.fields
    }

    /// What is known of the encoding before the bytes are looked at.
    #[must_use]
    pub fn hint(&self) -> Hint {
        Hint {
            forced: self.options.encoding.forced(),
            declared: None,
        }
    }

    /// Says what the bytes are in.
    pub fn set_encoding(&mut self, encoding: Encoding) {
        self.encoding = encoding;
    }

    /// The text of a record, whose bytes are UTF-8 by now.
    ///
    /// # Errors
    /// If they were broken before.
    pub fn decode(&mut self, bytes: Vec<u8>) -> Result<String, SkipReason> {
        let decoded = Decoded::from_utf8(bytes, self.encoding)?;
        let notes = decoded.notes();
        if !notes.is_empty() {
            self.notes = notes;
        }
        Ok(decoded.text)
    }

    /// What is known of the file when all of it was read.
    #[must_use]
    pub fn finish(self, hash: u64) -> ReadFile {
        let mut notes = self.file_notes;
        if notes.is_empty() {
            notes.extend((self.garbled > 0).then_some(Note::GarbledRecords(self.garbled)));
            notes.extend((self.noted > 0).then_some(Note::InRecords {
                records: self.noted,
                first: self.first_notes,
            }));
        }
        ReadFile {
            hash,
            encoding: self.encoding,
            notes,
        }
    }

    /// How many articles and problems there were so far.
    #[must_use]
    pub fn found(&self) -> u64 {
        self.found
    }

    /// The id of the file that is being read, if it is one text.
    #[must_use]
    pub fn id_of_text(&self, text: &str) -> String {
        if stream_of(&self.name) == Some(&*self.name) {
            return id::by_contents(&self.name, [text]);
        }
        self.name.clone()
    }

    /// Does `work` for the file called `inner` in this one, which is an archive.
    pub fn in_archive<T>(&mut self, inner: &str, work: impl FnOnce(&mut Self) -> T) -> T {
        let name = format!("{}/{inner}", self.name);
        let outer = std::mem::replace(&mut self.name, name);
        let result = work(self);
        self.name = outer;
        result
    }

    /// Takes the articles of a file that is one text, as it was decoded.
    pub fn push_text(&mut self, decoded: &Decoded, articles: Vec<Article>) {
        self.encoding = decoded.encoding;
        let notes = decoded.notes();
        let own = articles.iter().find(|article| !article.notes.is_empty());
        self.file_notes.clone_from(&notes);
        self.file_notes
            .extend(own.into_iter().flat_map(|article| article.notes.clone()));
        self.emit_all(articles, &notes);
    }

    /// Takes a record, or the reason why it is none. Without an id of its own it is called by its
    /// `number` in the file, or in a stream by its contents; a problem, by its `line`. With `notes_fields`, the user is told what fields are
    /// taken for what.
    pub fn push_record(
        &mut self,
        record: Result<Record, SkipReason>,
        number: usize,
        line: usize,
        notes_fields: bool,
    ) {
        let notes = std::mem::take(&mut self.notes);
        let id = |parts: &[&str]| match stream_of(&self.name) {
            Some(_) => id::by_contents(&self.name, parts.iter().copied()),
            None => id::by_number(&self.name, number),
        };
        let read = record.and_then(|record| record::articles(record, self.map(), id, &self.name));
        match read {
            Ok((articles, names)) => {
                if notes_fields {
                    self.note_fields(names.into_iter());
                }
                self.garbled += usize::from(!notes.is_empty());
                if let Some(noted) = articles.iter().find(|article| !article.notes.is_empty()) {
                    if self.noted == 0 {
                        self.first_notes.clone_from(&noted.notes);
                    }
                    self.noted += 1;
                }
                self.emit_all(articles, &notes);
            }
            Err(reason) => self.skip_line(line, reason),
        }
    }

    /// Takes a problem at a line.
    pub fn skip_line(&mut self, line: usize, reason: SkipReason) {
        self.emit(ReadEvent::Skipped(format!("{}:{line}", self.name), reason));
    }

    /// Takes a problem with the whole file that is being read, where that is not the one on disk.
    pub fn skip_file(&mut self, reason: SkipReason) {
        self.emit(ReadEvent::Skipped(self.name.clone(), reason));
    }

    /// Takes the file called `inner` in this one, which is an archive, of a kind that is not read.
    pub fn push_unread(&mut self, inner: &str) {
        (self.take)(ReadEvent::OtherKind(format!("{}/{inner}", self.name)));
    }

    /// Gives the articles of one text, of which there is something to say besides what they say.
    fn emit_all(&mut self, articles: Vec<Article>, notes: &[Note]) {
        for mut article in articles {
            article.notes.splice(0..0, notes.iter().cloned());
            self.emit(ReadEvent::Article(article));
        }
    }

    fn emit(&mut self, found: ReadEvent) {
        self.found += 1;
        (self.take)(found);
    }

    fn note_fields(&mut self, names: impl Iterator<Item = (Part, String)>) {
        let is_news = |(part, name): &(Part, String)| {
            self.map().given(*part).is_none()
                && !name.eq_ignore_ascii_case(part.name())
                && !self.noted_fields.contains(&(*part, name.clone()))
        };
        let news: Vec<_> = names.filter(is_news).collect();
        if news.is_empty() {
            return;
        }
        let note = Note::GuessedFields(news.clone());
        (self.take)(ReadEvent::Note(self.name.clone(), note));
        self.noted_fields.extend(news);
    }
}
