//! An update run: the files of a plan are read, and what they hold replaces what was indexed of them.
//!
//! Without a transaction it only reports what would be done.

use std::collections::BTreeMap;
use std::time::SystemTime;

use super::error::IndexError;
use super::file_ingest::FileIngest;
use super::inputs::Inputs;
use super::plan::Plan;
use super::record::FileRecord;
use super::report::{Event, Report};
use super::update_target::UpdateTarget;
use super::writer::Transaction;
use fihris_corpus::hash;
use fihris_corpus::name::is_stream;
use fihris_corpus::{FileName, FoundFile, Kinds, ReadError, ReadEvent, SkipReason};

/// The run of a plan.
pub(super) struct UpdateRun<'a> {
    pub target: &'a UpdateTarget,
    pub plan: &'a Plan,
    /// What is carried over from the earlier commit, with the records that it gets.
    pub kept: BTreeMap<FileName, FileRecord>,
    /// The name of the stream that something came by.
    pub taken: Option<FileName>,
    /// Files of kinds that are not read, in the archive that is being read.
    pub kinds_inside: Kinds,
    /// Parts of the file that is being read that are no articles: how many, and place and reason of the first.
    pub parts_skipped: Option<(u64, String, SkipReason)>,
    pub report: &'a mut Report,
    pub on_event: &'a mut dyn FnMut(Event),
    pub inputs: Inputs<'a>,
}

impl<'a> UpdateRun<'a> {
    /// Of `plan` to `target`; tells what needs no reading.
    ///
    /// # Errors
    /// [`IndexError::CannotKeep`] if something would be lost that is not there to be read again.
    pub fn begin(
        (target, plan): (&'a UpdateTarget, &'a Plan),
        report: &'a mut Report,
        on_event: &'a mut dyn FnMut(Event),
        inputs: Inputs<'a>,
    ) -> Result<Self, IndexError> {
        let mut run = Self {
            target,
            plan,
            kept: kept(target, plan),
            taken: None,
            kinds_inside: Kinds::default(),
            parts_skipped: None,
            report,
            on_event,
            inputs,
        };
        target.earlier.refuse_to_lose(&run.kept)?;
        let kept = run.kept.keys();
        let streams = kept.filter(|name| is_stream(name) && plan.stream_name() != Some(name));
        run.report.unchanged = plan.unchanged + streams.count() as u64;
        run.report.kinds = plan.kinds.clone();
        for (name, reason) in &plan.passed_over {
            (run.on_event)(Event::PassedOver(name, reason.as_ref()));
        }
        for (name, reason) in &plan.skipped {
            run.skipped(name, reason);
        }
        Ok(run)
    }

    /// The names of the streams that articles came by, now that all is applied.
    pub fn streams(&self) -> Vec<FileName> {
        let known = self.target.earlier.records.keys();
        let mut streams: Vec<FileName> = known.filter(|name| is_stream(name)).cloned().collect();
        streams.extend(self.taken.clone());
        streams.sort();
        streams.dedup();
        streams
    }

    /// Removes what vanished and reads what is to be read.
    pub fn run(&mut self, transaction: Option<&Transaction>) -> Result<(), IndexError> {
        for name in &self.plan.vanished {
            let record = self.target.earlier.records.get(name);
            let was_read = record.is_some_and(FileRecord::was_read);
            match transaction.filter(|_| self.target.is_current) {
                Some(transaction) if was_read => transaction.remove(name)?,
                // That a folder was gone: what is in it is back.
                Some(transaction) => transaction.remove_record(name),
                None => {}
            }
            if was_read {
                self.report.removed += 1;
                (self.on_event)(Event::Removed(name));
            }
        }
        for (name, reason) in &self.plan.unread {
            let vanished = &self.plan.vanished;
            let known = self.target.earlier.records.get(name);
            let known = known.filter(|_| vanished.binary_search(name).is_err());
            let record = known.cloned().unwrap_or_default();
            self.leave(name, &record, reason, transaction)?;
        }
        for name in &self.plan.outdated {
            let known = self.target.earlier.records.get(name);
            let known = known.cloned().unwrap_or_default();
            // Of a stream nothing but the time is known, which stays.
            let record = if is_stream(name) {
                known
            } else {
                known.marked_stale()
            };
            self.leave(name, &record, &SkipReason::Outdated, transaction)?;
        }
        if let Some(transaction) = transaction {
            self.count_kinds(transaction)?;
        }
        let total = self.plan.bytes();
        for file in &self.plan.to_read {
            self.take(file, transaction)?;
            self.report.bytes += file.fingerprint.size;
            (self.on_event)(Event::Progress {
                done: self.report.bytes,
                total,
            });
        }
        if let Some(transaction) = transaction.filter(|_| !self.kept.is_empty()) {
            let earlier = &self.target.earlier;
            earlier.carry_over(&self.kept, transaction)?;
        }
        match &self.plan.stream {
            Some(stream) => self.take_stream(stream, transaction), // added to what is carried over
            None => Ok(()),
        }
    }

    /// Keeps how many files of kinds that are not read are in which folder.
    fn count_kinds(&self, transaction: &Transaction) -> Result<(), IndexError> {
        let (before, is_current) = (&self.target.earlier.kinds, self.target.is_current);
        let Some(now) = self
            .plan
            .kinds_by_folder
            .as_ref()
            .or((!is_current).then_some(before))
        else {
            return Ok(());
        };
        for folder in before.keys().filter(|_| is_current) {
            if before.get(folder) != now.get(folder) {
                transaction.remove_kinds(folder);
            }
        }
        for (folder, kinds) in now {
            if !is_current || before.get(folder) != Some(kinds) {
                transaction.add_kinds(folder, kinds)?;
            }
        }
        Ok(())
    }

    /// Leaves the articles of a file as they are, and keeps with its record why.
    fn leave(
        &mut self,
        name: &str,
        record: &FileRecord,
        reason: &SkipReason,
        transaction: Option<&Transaction>,
    ) -> Result<(), IndexError> {
        let record = record.unread(reason.clone());
        self.skipped(name, reason);
        if !self.target.is_current && reason.is_unknown_content() {
            self.kept.insert(name.into(), record);
        } else if let Some(transaction) = transaction {
            transaction.remove_record(name);
            transaction.add_record(name, &record)?;
        }
        Ok(())
    }

    /// Tells of what is in a file besides articles.
    pub(super) fn found(&mut self, found: ReadEvent) {
        match found {
            ReadEvent::Article(_) => {}
            ReadEvent::Skipped(place, reason) => {
                self.skipped(&place, &reason);
                let first = (0, place, reason);
                self.parts_skipped.get_or_insert(first).0 += 1;
            }
            ReadEvent::Note(place, note) => (self.on_event)(Event::Note(&place, &note)),
            ReadEvent::OtherKind(name) => {
                self.report.kinds.add(&name);
                self.kinds_inside.add(&name);
                if self.plan.names_passed_over {
                    (self.on_event)(Event::PassedOver(&name, None));
                }
            }
        }
    }

    /// Puts what a file holds in the place of what was known of it.
    fn take(
        &mut self,
        file: &FoundFile,
        transaction: Option<&Transaction>,
    ) -> Result<(), IndexError> {
        let begun = SystemTime::now();
        let known = self.target.known(&file.name);
        let is_outdated = self.target.outdated.contains(&file.name);
        if let Some(known) = known
            && let Some(hash_before) = known.hash
            && !is_outdated
        {
            match (self.inputs.open)(&file.path).and_then(hash) {
                Ok(same) if same == hash_before => {
                    return self.keep(file, begun, known, transaction);
                }
                Ok(_) => {}
                Err(error) => {
                    let reason = SkipReason::unreadable(&error);
                    return self.break_off(file, &reason, 0, transaction);
                }
            }
        }
        let mut ingest = FileIngest::new(self.target, transaction);
        let open = self.inputs.open;
        let read = ingest.read(file, open, &mut |event| self.found(event));
        let articles = ingest.articles();
        let mut record = FileRecord {
            fingerprint: file.fingerprint.if_conclusive(begun),
            kinds: std::mem::take(&mut self.kinds_inside),
            parts: self.take_parts_skipped(&file.name),
            ..FileRecord::default()
        };
        match read {
            Ok(read) => {
                if self.plan.names_passed_over && transaction.is_none() && articles > 0 {
                    (self.on_event)(Event::Read {
                        name: &file.name,
                        format: file.format,
                        read: &read,
                        articles,
                    });
                }
                record.hash = Some(read.hash);
                record.encoding = Some(read.encoding.name().to_string());
                record.notes = read.notes;
            }
            Err(ReadError::Consumer(error)) => return Err(error),
            Err(ReadError::Skipped { reason, .. }) if reason.is_unknown_content() => {
                return self.break_off(file, &reason, articles, transaction);
            }
            Err(ReadError::Skipped { hash, reason }) => {
                record.hash = Some(hash);
                record.skipped = Some(reason);
            }
        }
        match &record.skipped {
            Some(reason) => self.skipped(&file.name, reason),
            // Each was told.
            None if articles == 0 => record.skipped = record.parts.take(),
            None => {}
        }
        match (&record.skipped, known.filter(|known| known.was_read())) {
            // Its articles are gone.
            (Some(_), Some(known)) if known.skipped.is_none() => {
                self.report.changed += 1;
                (self.on_event)(Event::Changed(&file.name));
            }
            (Some(_), _) => {}
            (None, Some(known)) if is_outdated && known.hash == record.hash => {
                self.report.reread += 1;
                (self.on_event)(Event::Reread(&file.name));
            }
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

    /// Takes the first `articles` of a file that cannot be read to its end out again, and puts those of before
    /// back.
    fn break_off(
        &mut self,
        file: &FoundFile,
        reason: &SkipReason,
        articles: u64,
        transaction: Option<&Transaction>,
    ) -> Result<(), IndexError> {
        let earlier = self.target.earlier.records.get(&file.name);
        let mut record = earlier.cloned().unwrap_or_default();
        if self.target.outdated.contains(&file.name) {
            record = record.marked_stale();
        }
        if articles == 0 {
            return self.leave(&file.name, &record, reason, transaction);
        }
        self.skipped(&file.name, reason);
        let record = record.unread(reason.clone());
        self.kept.insert(file.name.clone(), record);
        transaction.map_or(Ok(()), |transaction| transaction.remove(&file.name))
    }

    /// Leaves the articles of a file whose bytes did not change, and notes its new fingerprint.
    fn keep(
        &mut self,
        file: &FoundFile,
        begun: SystemTime,
        known: &FileRecord,
        transaction: Option<&Transaction>,
    ) -> Result<(), IndexError> {
        self.report.unchanged += u64::from(known.skipped.is_none());
        if let Some(reason) = known.skipped.as_ref().or(known.parts.as_ref()) {
            self.skipped(&file.name, reason);
        }
        self.report.kinds.add_all(&known.kinds);
        if self.plan.names_passed_over && !known.kinds.is_empty() {
            let inside = SkipReason::KindsInside(known.kinds.clone());
            (self.on_event)(Event::PassedOver(&file.name, Some(&inside)));
        }
        let record = FileRecord {
            fingerprint: file.fingerprint.if_conclusive(begun),
            unread: None,
            ..known.clone()
        };
        if let Some(transaction) = transaction.filter(|_| record != *known) {
            transaction.remove_record(&file.name);
            transaction.add_record(&file.name, &record)?;
        }
        Ok(())
    }

    /// What there is to keep of the parts of the file called `name` that are no articles.
    pub(super) fn take_parts_skipped(&mut self, name: &str) -> Option<SkipReason> {
        let (count, place, reason) = self.parts_skipped.take()?;
        let in_file = place.strip_prefix(name).unwrap_or(&place);
        Some(SkipReason::Parts {
            count,
            place: in_file.trim_start_matches([':', '/']).to_string(),
            reason: Box::new(reason),
        })
    }

    pub(super) fn skipped(&mut self, name: &str, reason: &SkipReason) {
        self.report.skipped += 1;
        (self.on_event)(Event::Skipped(name, reason));
    }
}

/// What a rebuild carries over as it is: all that it does not read, and that is not known to be gone.
fn kept(target: &UpdateTarget, plan: &Plan) -> BTreeMap<FileName, FileRecord> {
    if target.is_current {
        return BTreeMap::new();
    }
    let mut kept = target.earlier.records.clone();
    if target.earlier.is_unreadable() {
        // Anything of these may have been indexed.
        let unread = plan.unread.iter();
        let unread = unread.filter(|(_, reason)| reason.is_unknown_content());
        let names = unread.map(|(name, _)| name);
        let names = names.chain(&target.earlier.unreadable).cloned();
        kept.extend(names.map(|name| (name, FileRecord::default())));
    }
    let vanished = plan.vanished.iter();
    for name in vanished.chain(plan.to_read.iter().map(|file| &file.name)) {
        kept.remove(name);
    }
    kept
}
