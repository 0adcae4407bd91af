//! Versions: that an article is one of several of one record, and when these were seen.

use jiff::Timestamp;
use serde::Serialize;

use crate::i18n::{Language, VersionLine};
use fihris_index::Version;

/// What is told of an article of which there are other versions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct VersionFields {
    /// How many there are, this one among them.
    versions: u32,
    /// Whether no other is newer.
    newest: bool,
    /// When the first was seen, RFC 3339, as far as that is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    first_seen: Option<String>,
    /// When the last was seen.
    #[serde(skip_serializing_if = "Option::is_none")]
    last_seen: Option<String>,
}

impl VersionFields {
    /// What is told of `version`.
    #[must_use]
    pub fn new(version: Version) -> Self {
        Self {
            versions: version.versions,
            newest: version.is_newest,
            first_seen: version.first_seen.and_then(time),
            last_seen: version.last_seen.and_then(time),
        }
    }
}

/// A second since 1970 as RFC 3339 has it.
fn time(second: i64) -> Option<String> {
    Some(Timestamp::from_second(second).ok()?.to_string())
}

/// What is told of `version` to people: the days are those of UTC.
#[must_use]
pub fn said(version: Version, language: Language) -> String {
    let day = |second: Option<i64>| {
        let time = second.and_then(time).unwrap_or_default();
        time.split('T').next().unwrap_or_default().to_string()
    };
    let line = VersionLine {
        versions: version.versions,
        is_newest: version.is_newest,
        first: &day(version.first_seen),
        last: &day(version.last_seen),
    };
    line.text(language)
}
