//! What a run of indexing tells: events while it goes on, and the figures at its end.

use std::time::Duration;

use fihris_corpus::{Format, Kinds, Note, ReadFile, SkipReason};

/// Something that happened, or with a dry run would.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event<'a> {
    /// So many of so many bytes are read.
    Progress {
        /// Bytes read so far.
        done: u64,
        /// Bytes to read in all.
        total: u64,
    },
    /// A file that is new.
    Added(&'a str),
    /// A file whose contents changed.
    Changed(&'a str),
    /// A file that did not change, and is read as options say that are new.
    Reread(&'a str),
    /// A file that a dry run has read, if the names of what is passed over are asked for: how it is packed and what it
    /// is, what its bytes and fields were taken for, and how many articles are in it.
    Read {
        /// Its name.
        name: &'a str,
        /// How it is packed, and what it is.
        format: Format,
        /// What is known of it.
        read: &'a ReadFile,
        /// How many articles it has.
        articles: u64,
    },
    /// A file that is gone.
    Removed(&'a str),
    /// A stream, and what became of its records.
    Stream(&'a str, StreamCounts),
    /// A file of a kind that is not read, or a folder that holds no corpus, and why, if that is no question of kind.
    PassedOver(&'a str, Option<&'a SkipReason>),
    /// A file that has no articles, or a part of one, and why.
    Skipped(&'a str, &'a SkipReason),
    /// A file, and something that a user may want to know about how it is read.
    Note(&'a str, &'a Note),
}

/// What became of the records that came by a stream.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct StreamCounts {
    /// Records that are new.
    pub added: u64,
    /// Records that took the place of others with their ids.
    pub replaced: u64,
    /// Records that were in the index already.
    pub unchanged: u64,
}

impl StreamCounts {
    /// How many there were.
    #[must_use]
    pub fn records(self) -> u64 {
        self.added + self.replaced + self.unchanged
    }
}

/// The figures of a run.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Files that were new.
    pub added: u64,
    /// Files whose contents changed.
    pub changed: u64,
    /// Files that did not change, and were read as options say that are new.
    pub reread: u64,
    /// Files that are gone.
    pub removed: u64,
    /// Files that stayed as they were.
    pub unchanged: u64,
    /// Files, folders and parts of files that have no articles, each told by an [`Event::Skipped`].
    pub skipped: u64,
    /// Files of kinds that are not read.
    pub kinds: Kinds,
    /// Bytes read.
    pub bytes: u64,
    /// Articles in the index at the end.
    pub articles: u64,
    /// How long it took.
    pub took: Duration,
}

impl Report {
    /// Whether all that was looked at was skipped, or of kinds that are not read.
    #[must_use]
    pub fn nothing_could_be_done(&self) -> bool {
        let files = self.added + self.changed + self.reread + self.removed + self.unchanged;
        files == 0 && (self.skipped > 0 || !self.kinds.is_empty())
    }
}
