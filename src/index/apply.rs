//! Applying a plan: files are read, and what they hold takes the place of what was known of them.
//!
//! Knows one plan and one transaction; without a transaction it only tells what would be done.

use std::fs::File;
use std::io;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use super::error::IndexError;
use super::plan::Plan;
use super::record::FileRecord;
use super::report::{Event, Report};
use super::target::Target;
use super::write::Transaction;
use crate::corpus::name::STDIN;
use crate::corpus::read::hash;
use crate::corpus::{
    Article, Found, FoundFile, ReadFile, SkipReason, Stamp, read_file, read_stream,
};

/// A file changed this short a time before it is read may change again within one tick of the file
/// system's clock, unseen; its record keeps no time, so that the next run reads it again.
const TICK: Duration = Duration::from_millis(20);

/// A plan being applied.
pub(super) struct Application<'a> {
    pub target: &'a Target,
    pub plan: &'a Plan,
    pub report: &'a mut Report,
    pub on_event: &'a mut dyn FnMut(Event),
}

impl Application<'_> {
    /// Tells what needs no reading.
    pub fn begin(&mut self) {
        self.report.unchanged = self.plan.unchanged;
        self.report.other_kinds = self.plan.other_kinds;
        for (name, reason) in &self.plan.skipped {
            self.skipped(name, reason);
        }
    }

    /// Removes what vanished and reads what is to be read.
    pub fn run(&mut self, transaction: Option<&Transaction>) -> Result<(), IndexError> {
        for name in &self.plan.vanished {
            if let Some(transaction) = transaction {
                transaction.remove(name)?;
            }
            self.report.removed += 1;
            (self.on_event)(Event::Removed(name));
        }
        let total = self.plan.bytes();
        for file in &self.plan.to_read {
            self.take(file, transaction)?;
            self.report.bytes += file.stamp.size;
            (self.on_event)(Event::Progress {
                done: self.report.bytes,
                total,
            });
        }
        Ok(())
    }

    /// Puts what a file holds in the place of what was known of it.
    fn take(
        &mut self,
        file: &FoundFile,
        transaction: Option<&Transaction>,
    ) -> Result<(), IndexError> {
        let begun = SystemTime::now();
        let known = self.target.records.get(&file.name);
        if let Some(known) = known
            && file.name != STDIN
            && let Ok(same) = File::open(&file.path).and_then(hash)
            && same == known.hash
        {
            return self.keep(file, begun, known, transaction);
        }
        let mut taken = Taken {
            application: self,
            transaction,
            articles: 0,
            error: None,
        };
        let read = taken.read(file);
        let (articles, error) = (taken.articles, taken.error);
        error.map_or(Ok(()), Err)?;
        let mut record = FileRecord {
            stamp: stamp(file, begun),
            hash: 0,
            skipped: None,
            encoding: None,
            note: None,
        };
        match read {
            Ok(read) => {
                record.hash = read.hash;
                record.encoding = Some(read.encoding.name().to_string());
                record.note = read.note;
            }
            Err((_, reason)) if reason.is_unknown_content() => {
                // What was indexed of the file before stays, unless a part of the new is in already.
                self.skipped(&file.name, &reason.to_string());
                if let Some(transaction) = transaction.filter(|_| articles > 0) {
                    transaction.remove(&file.name)?;
                }
                return Ok(());
            }
            Err((hash, reason)) => {
                record.hash = hash;
                record.skipped = Some(reason.to_string());
            }
        }
        match (&record.skipped, known) {
            (Some(reason), _) => self.skipped(&file.name, reason),
            (None, Some(_)) => {
                self.report.changed += 1;
                (self.on_event)(Event::Changed(&file.name));
            }
            (None, None) => {
                self.report.added += 1;
                (self.on_event)(Event::Added(&file.name));
            }
        }
        let Some(transaction) = transaction else {
            return Ok(());
        };
        if known.is_some() {
            if articles == 0 {
                transaction.remove(&file.name)?;
            } else {
                transaction.remove_record(&file.name);
            }
        }
        transaction.add_record(&file.name, &record)
    }

    /// Leaves the articles of a file whose bytes did not change, and notes its new stamp.
    fn keep(
        &mut self,
        file: &FoundFile,
        begun: SystemTime,
        known: &FileRecord,
        transaction: Option<&Transaction>,
    ) -> Result<(), IndexError> {
        match &known.skipped {
            Some(reason) => self.skipped(&file.name, reason),
            None => self.report.unchanged += 1,
        }
        let record = FileRecord {
            stamp: stamp(file, begun),
            ..known.clone()
        };
        if let Some(transaction) = transaction.filter(|_| record != *known) {
            transaction.remove_record(&file.name);
            transaction.add_record(&file.name, &record)?;
        }
        Ok(())
    }

    fn skipped(&mut self, name: &str, reason: &str) {
        self.report.skipped += 1;
        (self.on_event)(Event::Skipped(name, reason));
    }
}

/// The articles of one file on their way into the index.
struct Taken<'a, 'b> {
    application: &'a mut Application<'b>,
    transaction: Option<&'a Transaction<'a>>,
    /// How many there were so far.
    articles: u64,
    error: Option<IndexError>,
}

impl Taken<'_, '_> {
    fn read(&mut self, file: &FoundFile) -> Result<ReadFile, (u64, SkipReason)> {
        let options = &self.application.target.reading;
        let mut take = |found| self.found(file, found);
        if file.name == STDIN {
            return read_stream(&file.name, options, io::stdin().lock(), &mut take);
        }
        let input = File::open(&file.path).map_err(|error| (0, error.into()))?;
        read_file(&file.name, file.format, options, input, &mut take)
    }

    fn found(&mut self, file: &FoundFile, found: Found) {
        match found {
            Found::Article(article) => self.article(file, article),
            Found::Skipped(place, reason) => self.application.skipped(&place, &reason.to_string()),
            Found::Note(place, note) => (self.application.on_event)(Event::Note(&place, &note)),
            Found::OtherKind => self.application.report.other_kinds += 1,
        }
    }

    fn article(&mut self, file: &FoundFile, article: Article) {
        self.articles += 1;
        let Some(transaction) = self.transaction.filter(|_| self.error.is_none()) else {
            return;
        };
        // What the file held before goes as soon as it is sure that something comes.
        if self.articles == 1 && self.application.target.records.contains_key(&file.name) {
            self.error = transaction.remove(&file.name).err();
        }
        if self.error.is_none() {
            self.error = transaction.add_article(article).err();
        }
    }
}

/// The stamp that is kept of a file whose reading began then.
fn stamp(file: &FoundFile, begun: SystemTime) -> Stamp {
    let mut stamp = file.stamp;
    let begun = begun
        .duration_since(UNIX_EPOCH)
        .unwrap_or_default()
        .as_nanos();
    let modified = u128::try_from(stamp.modified).unwrap_or(0);
    if begun.saturating_sub(modified) < TICK.as_nanos() {
        stamp.modified = 0;
    }
    stamp
}
