//! Applying a plan: files are read, and what they hold takes the place of what was known of them.
//!
//! Knows one plan and one transaction; without a transaction it only tells what would be done.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use super::error::IndexError;
use super::plan::Plan;
use super::record::FileRecord;
use super::report::{Event, Report};
use super::target::Target;
use super::write::Transaction;
use crate::corpus::{Contents, FoundFile, read};

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
                transaction.remove(name);
            }
            self.report.removed += 1;
            (self.on_event)(Event::Removed(name));
        }
        let total = self.plan.bytes();
        for file in &self.plan.to_read {
            match read(file) {
                Ok(contents) => self.take(file, contents, transaction)?,
                // Unknown contents: what was indexed of the file before stays.
                Err(reason) => self.skipped(&file.name, &reason.to_string()),
            }
            self.report.bytes += file.stamp.size;
            (self.on_event)(Event::Progress {
                done: self.report.bytes,
                total,
            });
        }
        Ok(())
    }

    /// Puts a file that was read in the place of what was known of it.
    fn take(
        &mut self,
        file: &FoundFile,
        contents: Contents,
        transaction: Option<&Transaction>,
    ) -> Result<(), IndexError> {
        let known = self.target.records.get(&file.name);
        let is_same = known.is_some_and(|known| known.hash == contents.hash);
        let record = record(file, &contents);
        match (&record.skipped, known) {
            (Some(reason), _) => self.skipped(&file.name, reason),
            (None, Some(_)) if is_same => self.report.unchanged += 1,
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
        if is_same {
            if known != Some(&record) {
                transaction.remove_record(&file.name);
                transaction.add_record(&file.name, &record)?;
            }
            return Ok(());
        }
        if known.is_some() {
            transaction.remove(&file.name);
        }
        transaction.add_record(&file.name, &record)?;
        for article in contents.articles.unwrap_or_default() {
            transaction.add_article(&file.name, &article)?;
        }
        Ok(())
    }

    fn skipped(&mut self, name: &str, reason: &str) {
        self.report.skipped += 1;
        (self.on_event)(Event::Skipped(name, reason));
    }
}

/// What will be known of a file that was read.
fn record(file: &FoundFile, contents: &Contents) -> FileRecord {
    let mut record = FileRecord {
        stamp: file.stamp,
        hash: contents.hash,
        skipped: contents.articles.as_ref().err().map(ToString::to_string),
    };
    let now = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap_or_default()
        .as_nanos();
    let modified = u128::try_from(file.stamp.modified).unwrap_or(0);
    if now.saturating_sub(modified) < TICK.as_nanos() {
        record.stamp.modified = 0;
    }
    record
}
