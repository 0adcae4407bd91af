//! The sink: where all that is found in a file goes, with its place.
//!
//! Formats push records, texts and problems; the sink makes articles of them, names them, and hands all to
//! whoever reads the file.

use std::collections::{BTreeMap, BTreeSet};
use std::io;

use super::article::Article;
use super::encoding::{Decoded, Encoding, Hint};
use super::event::{ReadEvent, ReadFile};
use super::fields::{FieldMap, Part};
use super::id::{self, ArticleId};
#[cfg(feature = "parquet")]
use super::limits::LARGEST_RECORD;
use super::name::FileName;
use super::note::Note;
use super::options::ReadOptions;
use super::record;
use super::skip::SkipReason;
use super::stream::stream_of;
use super::unpack_limit::UnpackLimit;
#[cfg(feature = "parquet")]
use super::value;
use super::value::Record;

/// What a row of a table by columns counts at least of what its file unpacks to, in bytes.
#[cfg(feature = "parquet")]
const LEAST_ROW: u64 = 4096;

/// So many names of fields are kept for those who ask what was chosen.
const MOST_CHOSEN: usize = 20;

/// Takes the events of one file; its failure ends the reading.
pub type Consumer<'a, E> = dyn FnMut(ReadEvent) -> Result<(), E> + 'a;

/// Why a format stops before its end.
#[derive(Debug)]
pub enum Stop<E> {
    /// The rest of the file cannot be read, or should not be.
    Skip(SkipReason),
    /// The consumer failed.
    Consumer(E),
}

impl<E> From<SkipReason> for Stop<E> {
    fn from(reason: SkipReason) -> Self {
        Self::Skip(reason)
    }
}

impl<E> From<io::Error> for Stop<E> {
    fn from(error: io::Error) -> Self {
        Self::Skip(error.into())
    }
}

/// Takes what is found in one file on disk.
pub struct ArticleSink<'a, E> {
    /// The name of the file, or of the file in an archive, that is being read.
    name: FileName,
    options: &'a ReadOptions,
    consumer: &'a mut Consumer<'a, E>,
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
    /// The names of fields that parts were found by.
    chosen_fields: BTreeSet<(Part, String)>,
    /// Articles and problems so far.
    found: u64,
    /// What the file on disk unpacks to.
    unpack_limit: UnpackLimit,
    /// In how many files of the one on disk that which is being read lies.
    depth: usize,
}

impl<'a, E> ArticleSink<'a, E> {
    /// For the file called `name`, read as `options` say; hands all to `consumer`.
    pub fn new(name: &str, options: &'a ReadOptions, consumer: &'a mut Consumer<'a, E>) -> Self {
        Self {
            name: name.into(),
            options,
            consumer,
            encoding: Encoding::UTF_8,
            notes: Vec::new(),
            file_notes: Vec::new(),
            garbled: 0,
            noted: 0,
            first_notes: Vec::new(),
            noted_fields: BTreeSet::new(),
            chosen_fields: BTreeSet::new(),
            found: 0,
            unpack_limit: UnpackLimit::default(),
            depth: 0,
        }
    }

    /// The name of the file that is being read.
    #[must_use]
    pub fn name(&self) -> &FileName {
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
            fields: self.chosen_fields.into_iter().collect(),
        }
    }

    /// How many articles and problems there were so far.
    #[must_use]
    pub fn found(&self) -> u64 {
        self.found
    }

    /// The id of the file that is being read, if it is one text.
    #[must_use]
    pub fn id_of_text(&self, text: &str) -> ArticleId {
        if stream_of(&self.name) == Some(&*self.name) {
            return id::by_contents(&self.name, [text]);
        }
        self.name.as_str().into()
    }

    /// In how many files of the one on disk that which is being read lies.
    #[must_use]
    pub fn depth(&self) -> usize {
        self.depth
    }

    /// Does `work` for the file called `inner` in this one, which is an archive.
    pub fn in_archive<T>(&mut self, inner: &str, work: impl FnOnce(&mut Self) -> T) -> T {
        let name = format!("{}/{inner}", self.name).into();
        let outer = std::mem::replace(&mut self.name, name);
        self.depth += 1;
        let result = work(self);
        self.depth -= 1;
        self.name = outer;
        result
    }

    /// Takes the articles of a file that is one text, as it was decoded.
    ///
    /// # Errors
    /// If the consumer fails.
    pub fn push_text(&mut self, decoded: &Decoded, articles: Vec<Article>) -> Result<(), Stop<E>> {
        self.encoding = decoded.encoding;
        let notes = decoded.notes();
        let own = articles.iter().find(|article| !article.notes.is_empty());
        self.file_notes.clone_from(&notes);
        self.file_notes
            .extend(own.into_iter().flat_map(|article| article.notes.clone()));
        self.emit_all(articles, &notes)
    }

    /// Takes a record, or the reason why it is none. Without an id of its own it is called by its
    /// `number` in the file, or in a stream by its contents; a problem, by its `line`. With `notes_fields`, there
    /// is a note on fields whose parts are guessed.
    ///
    /// # Errors
    /// If the consumer fails.
    pub fn push_record(
        &mut self,
        record: Result<Record, SkipReason>,
        number: usize,
        line: usize,
        notes_fields: bool,
    ) -> Result<(), Stop<E>> {
        self.push(record, (number, line), notes_fields, |_| ())
    }

    /// Takes a row of a table, by its number from 1, as an object of JSON, or the reason why it is none.
    ///
    /// # Errors
    /// If the consumer fails, or the rows of the file are too much.
    #[cfg(feature = "parquet")]
    pub fn push_json_row(
        &mut self,
        json: Result<String, SkipReason>,
        number: usize,
    ) -> Result<(), Stop<E>> {
        // A few bytes can stand for any number of rows.
        let size = json.as_ref().map_or(0, |json| json.len() as u64);
        self.unpack_limit.count(size.max(LEAST_ROW))?;
        let record = json.and_then(|json| match size {
            0..=LARGEST_RECORD => value::record(&json).map_err(|(_, reason)| reason),
            _ => Err(SkipReason::TooLarge(LARGEST_RECORD)),
        });
        self.push_record(record, number, number, true)
    }

    /// The same without notes, for a format that knows more of parts of the text: each article goes through `change`.
    ///
    /// # Errors
    /// If the consumer fails.
    pub fn push_changed_record(
        &mut self,
        record: Result<Record, SkipReason>,
        number: usize,
        line: usize,
        change: impl FnMut(&mut Article),
    ) -> Result<(), Stop<E>> {
        self.push(record, (number, line), false, change)
    }

    fn push(
        &mut self,
        record: Result<Record, SkipReason>,
        (number, line): (usize, usize),
        notes_fields: bool,
        change: impl FnMut(&mut Article),
    ) -> Result<(), Stop<E>> {
        let notes = std::mem::take(&mut self.notes);
        let id = |parts: &[&str]| match stream_of(&self.name) {
            Some(_) => id::by_contents(&self.name, parts.iter().copied()),
            None => id::by_number(&self.name, number),
        };
        let read = record.and_then(|record| record::articles(record, self.map(), id, &self.name));
        match read {
            Ok((mut articles, names)) => {
                articles.iter_mut().for_each(change);
                self.choose_fields(&names);
                if notes_fields {
                    self.note_fields(names.into_iter())?;
                }
                self.garbled += usize::from(!notes.is_empty());
                if let Some(noted) = articles.iter().find(|article| !article.notes.is_empty()) {
                    if self.noted == 0 {
                        self.first_notes.clone_from(&noted.notes);
                    }
                    self.noted += 1;
                }
                self.emit_all(articles, &notes)
            }
            Err(reason) => self.skip_line(line, reason),
        }
    }

    /// Takes a problem at a line.
    ///
    /// # Errors
    /// If the consumer fails.
    pub fn skip_line(&mut self, line: usize, reason: SkipReason) -> Result<(), Stop<E>> {
        self.skip_place(&line.to_string(), reason)
    }

    /// Takes a problem at a place that the format names.
    ///
    /// # Errors
    /// If the consumer fails.
    pub fn skip_place(&mut self, place: &str, reason: SkipReason) -> Result<(), Stop<E>> {
        self.emit(ReadEvent::Skipped(format!("{}:{place}", self.name), reason))
    }

    /// Takes a problem with the whole file that is being read, where that is not the one on disk.
    ///
    /// # Errors
    /// If the consumer fails.
    pub fn skip_file(&mut self, reason: SkipReason) -> Result<(), Stop<E>> {
        self.emit(ReadEvent::Skipped(self.name.to_string(), reason))
    }

    /// Takes the file called `inner` in this one, which is an archive, of a kind that is not read.
    ///
    /// # Errors
    /// If the consumer fails.
    pub fn push_unread(&mut self, inner: &str) -> Result<(), Stop<E>> {
        self.consume(ReadEvent::OtherKind(
            format!("{}/{inner}", self.name).into(),
        ))
    }

    /// Gives the articles of one text, of which there is something to say besides what they say.
    fn emit_all(&mut self, articles: Vec<Article>, notes: &[Note]) -> Result<(), Stop<E>> {
        for mut article in articles {
            article.notes.splice(0..0, notes.iter().cloned());
            self.emit(ReadEvent::Article(article))?;
        }
        Ok(())
    }

    fn emit(&mut self, event: ReadEvent) -> Result<(), Stop<E>> {
        self.found += 1;
        self.consume(event)
    }

    fn consume(&mut self, event: ReadEvent) -> Result<(), Stop<E>> {
        (self.consumer)(event).map_err(Stop::Consumer)
    }

    fn choose_fields(&mut self, names: &BTreeMap<Part, String>) {
        for (part, name) in names {
            let is_known = |(known, by): &(Part, String)| known == part && by == name;
            if self.chosen_fields.len() < MOST_CHOSEN && !self.chosen_fields.iter().any(is_known) {
                self.chosen_fields.insert((*part, name.clone()));
            }
        }
    }

    fn note_fields(&mut self, names: impl Iterator<Item = (Part, String)>) -> Result<(), Stop<E>> {
        let is_news = |(part, name): &(Part, String)| {
            self.map().given(*part).is_none()
                && !name.eq_ignore_ascii_case(part.name())
                && !self.noted_fields.contains(&(*part, name.clone()))
        };
        let news: Vec<_> = names.filter(is_news).collect();
        if news.is_empty() {
            return Ok(());
        }
        let note = Note::GuessedFields(news.clone());
        self.noted_fields.extend(news);
        self.consume(ReadEvent::Note(self.name.clone(), note))
    }
}
