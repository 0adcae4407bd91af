//! A stream on its way into the index: its records are added to those that came before.
//!
//! A record that is in the index already stays, one with the same id and other contents takes the place of the
//! one before, and nothing else is removed. Of a record that came, nothing but two numbers is kept in memory.
//! Knows articles and keys, not where bytes come from.

use std::collections::HashMap;
use std::io::{self, Read};
use std::time::SystemTime;

use xxhash_rust::xxh3::xxh3_64;

use super::error::IndexError;
use super::key::key;
use super::record::FileRecord;
use super::report::{Event, StreamCounts};
use super::stored::layout;
use super::update_run::UpdateRun;
use super::update_target::UpdateTarget;
use super::writer::Transaction;
use fihris_corpus::arrival::arrival;
use fihris_corpus::{
    Article, Encoding, FileFingerprint, Note, ReadError, ReadEvent, SkipReason, Stream, read_stream,
};

impl UpdateRun<'_> {
    /// Adds what comes by standard input to what came by this stream before.
    pub(super) fn take_stream(
        &mut self,
        stream: &Stream,
        transaction: Option<&Transaction>,
    ) -> Result<(), IndexError> {
        let (target, name) = (self.target, stream.name());
        let mut update = StreamUpdate::new(target, transaction);
        let came = match self.inputs.articles.take() {
            Some(articles) => {
                for article in articles {
                    let file = name.into();
                    update.take(Article { file, ..article })?;
                }
                Came::default()
            }
            None => self.read_stdin(name, &mut update)?,
        };
        let counts = update.end()?;
        self.report.bytes += came.bytes;
        // What came before it broke off is in the index, and stays.
        if let Some(reason) = &came.broken_off {
            self.skipped(name, reason);
        }
        if counts.records() == 0 {
            return Ok(());
        }
        let known = target.earlier.records.get(name);
        match known {
            None => self.report.added += 1,
            Some(_) if counts.records() > counts.unchanged => self.report.changed += 1,
            Some(_) => self.report.unchanged += 1,
        }
        (self.on_event)(Event::Stream(name, counts));
        let Some(transaction) = transaction else {
            return Ok(());
        };
        if known.is_some() {
            transaction.remove_record(name);
        }
        let record = FileRecord {
            fingerprint: Some(FileFingerprint::from_bytes(SystemTime::now(), came.bytes)),
            hash: came.hash,
            encoding: came.encoding.map(|encoding| encoding.name().to_string()),
            notes: match known {
                Some(known) if came.notes.is_empty() => known.notes.clone(),
                _ => came.notes,
            },
            kinds: std::mem::take(&mut self.kinds_inside),
            parts: self.take_parts_skipped(name),
            ..FileRecord::default()
        };
        self.taken = Some(name.into());
        transaction.add_record(name, &record)
    }

    /// Gives `update` the articles that come by standard input.
    fn read_stdin(&mut self, name: &str, update: &mut StreamUpdate) -> Result<Came, IndexError> {
        let mut input = Counted {
            input: io::stdin().lock(),
            bytes: 0,
        };
        let reading = &self.target.reading;
        let read = read_stream(name, reading, &mut input, &mut |event| match event {
            ReadEvent::Article(article) => update.take(article),
            event => {
                self.found(event);
                Ok(())
            }
        });
        let bytes = input.bytes;
        match read {
            Ok(read) => Ok(Came {
                bytes,
                hash: Some(read.hash),
                encoding: Some(read.encoding),
                notes: read.notes,
                broken_off: None,
            }),
            Err(ReadError::Skipped { hash, reason }) => Ok(Came {
                bytes,
                hash: Some(hash),
                broken_off: Some(reason),
                ..Came::default()
            }),
            Err(ReadError::Consumer(error)) => Err(error),
        }
    }
}

/// What is to be known of a stream besides its articles.
#[derive(Default)]
struct Came {
    bytes: u64,
    hash: Option<u64>,
    encoding: Option<Encoding>,
    notes: Vec<Note>,
    /// Why it was not read to its end.
    broken_off: Option<SkipReason>,
}

/// Counts the bytes of `input`.
struct Counted<R> {
    input: R,
    bytes: u64,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let length = self.input.read(buffer)?;
        self.bytes += length as u64;
        Ok(length)
    }
}

/// One stream of one run.
struct StreamUpdate<'a> {
    /// What is in the index before the run, and whether that is the one that is written to.
    target: &'a UpdateTarget,
    /// `None` in a dry run.
    transaction: Option<&'a Transaction<'a>>,
    /// Of each record that came: the hash of its key, and that of its contents with the key.
    came: HashMap<u64, u64>,
    /// The stories so far of the record that is coming.
    stories: Vec<Article>,
    /// When the run began, in milliseconds since 1970.
    run: u64,
    counts: StreamCounts,
}

impl<'a> StreamUpdate<'a> {
    fn new(target: &'a UpdateTarget, transaction: Option<&'a Transaction<'a>>) -> Self {
        Self {
            target,
            transaction,
            came: HashMap::new(),
            stories: Vec::new(),
            run: u64::try_from(jiff::Timestamp::now().as_millisecond()).unwrap_or(0),
            counts: StreamCounts::default(),
        }
    }

    /// Takes the next article; the stories of a record come one behind the other.
    fn take(&mut self, article: Article) -> Result<(), IndexError> {
        if article.start == 0 {
            self.end_record()?;
        }
        self.stories.push(article);
        Ok(())
    }

    /// Says what became of the records.
    fn end(mut self) -> Result<StreamCounts, IndexError> {
        self.end_record()?;
        Ok(self.counts)
    }

    fn end_record(&mut self) -> Result<(), IndexError> {
        let stories = std::mem::take(&mut self.stories);
        let Some(key) = stories.first().and_then(key) else {
            return Ok(());
        };
        let contents = contents(&key, &stories);
        let last = self.came.insert(xxh3_64(key.as_bytes()), contents);
        let is_known = match last {
            Some(last) if last == contents => return Ok(()), // twice in one stream
            Some(_) => true,
            None => {
                let known = self.target.earlier.articles_of(&key)?;
                let known: Vec<Article> = known
                    .into_iter()
                    .map(|story| Article {
                        arrival: 0,
                        ..story
                    })
                    .collect();
                if known == stories {
                    self.counts.unchanged += 1;
                    return Ok(());
                }
                !known.is_empty()
            }
        };
        if is_known {
            self.counts.replaced += 1;
        } else {
            self.counts.added += 1;
        }
        let Some(transaction) = self.transaction else {
            return Ok(());
        };
        // What a rebuild carried over may be of a version without keys.
        if is_known || !self.target.is_current {
            transaction.remove_key(&key)?;
        }
        let arrival = arrival(self.run, self.came.len() as u64);
        for story in stories {
            transaction.add_article(Article { arrival, ..story })?;
        }
        Ok(())
    }
}

/// The hash of all that the index keeps of a record.
fn contents(key: &str, stories: &[Article]) -> u64 {
    let mut all = key.to_string();
    for story in stories {
        all.push_str(&story.text);
        all.push_str(&layout(story));
        for (name, value) in &story.fields {
            all.extend(["\0", name, "\0", value]);
        }
    }
    xxh3_64(all.as_bytes())
}
