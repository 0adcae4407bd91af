//! File fingerprints: what the system says of a file without opening it, by which a change is seen.

use std::fs::Metadata;
use std::time::{SystemTime, UNIX_EPOCH};

/// Clocks of file systems go in steps of two seconds at the most, and lag behind ours by a tick. A file
/// that was changed longer ago than this, in nanoseconds, has another time after the next change.
const GRAIN: i128 = 2_100_000_000;

/// Nanoseconds in a second.
const SECOND: i128 = 1_000_000_000;

/// Size and times of a file: while all stay, its contents are taken to stay.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FileFingerprint {
    /// In bytes.
    pub size: u64,
    /// When it was changed, in nanoseconds since 1970; anybody may set that. `None` if not known.
    pub modified: Option<i128>,
    /// When the system last noted a change of it, in nanoseconds since 1970; nobody sets that. `None` where
    /// systems do not tell.
    pub noted: Option<i128>,
}

impl FileFingerprint {
    /// The fingerprint of the file with this `metadata`.
    #[must_use]
    pub fn from_metadata(metadata: &Metadata) -> Self {
        Self {
            size: metadata.len(),
            modified: metadata.modified().ok().map(nanoseconds),
            noted: noted(metadata),
        }
    }

    /// The fingerprint of `size` bytes that came at `time` from elsewhere than a file.
    #[must_use]
    pub fn from_bytes(time: SystemTime, size: u64) -> Self {
        Self {
            size,
            modified: Some(nanoseconds(time)),
            noted: None,
        }
    }

    /// Whether a file that had this fingerprint, and was read at `time`, has another once it is changed.
    ///
    /// Where only the time tells that everybody may set, one of whole seconds may come from a program that
    /// copies and cuts times, and says nothing.
    #[must_use]
    pub fn is_conclusive(&self, time: SystemTime) -> bool {
        let with_fraction = self.modified.filter(|time| time % SECOND != 0);
        let last = self.noted.or(with_fraction);
        self.modified.is_some() && last.is_some_and(|last| nanoseconds(time) - last >= GRAIN)
    }

    /// The fingerprint, if it [`is_conclusive`](Self::is_conclusive) for a file that was read at `time`.
    #[must_use]
    pub fn if_conclusive(self, time: SystemTime) -> Option<Self> {
        self.is_conclusive(time).then_some(self)
    }
}

/// Since 1970, negative before.
fn nanoseconds(time: SystemTime) -> i128 {
    let signed = |nanos: u128| i128::try_from(nanos).unwrap_or(i128::MAX);
    match time.duration_since(UNIX_EPOCH) {
        Ok(since) => signed(since.as_nanos()),
        Err(before) => -signed(before.duration().as_nanos()),
    }
}

#[cfg(unix)]
#[allow(clippy::unnecessary_wraps)] // other systems do not tell
fn noted(metadata: &Metadata) -> Option<i128> {
    use std::os::unix::fs::MetadataExt;
    Some(i128::from(metadata.ctime()) * SECOND + i128::from(metadata.ctime_nsec()))
}

#[cfg(not(unix))]
fn noted(_: &Metadata) -> Option<i128> {
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs::File;
    use std::time::Duration;

    const YEAR: Duration = Duration::from_secs(365 * 24 * 3600);

    fn at(nanos: i128) -> SystemTime {
        UNIX_EPOCH + Duration::from_nanos(u64::try_from(nanos).unwrap())
    }

    #[test]
    fn a_stamp_tells_only_if_the_next_change_is_seen_on_any_clock() {
        let now = 1_000_000 * SECOND;
        let old = Some(now - 5 * SECOND);
        let tells = |modified, noted| {
            let fingerprint = FileFingerprint {
                size: 1,
                modified,
                noted,
            };
            fingerprint.is_conclusive(at(now))
        };
        for (modified, noted, is_conclusive) in [
            (old, old, true),
            (old.map(|time| time + 7), old, true),
            (old, Some(now - SECOND), false), // a time was set, or kept by who copied it
            (Some(now - SECOND), Some(now - SECOND), false),
            (old.map(|time| time + 7), None, true),
            (old, None, false),
            (None, old, false),
            (None, None, false),
            (Some(now + SECOND), old, true), // set into the future
            (Some(now + SECOND + 7), None, false),
        ] {
            let what = format!("{modified:?} {noted:?}");
            assert_eq!(tells(modified, noted), is_conclusive, "{what}");
        }
    }

    /// Whatever the clock of the file system does with times, a rewrite after reading is seen.
    #[test]
    fn a_rewrite_has_another_stamp_on_coarse_clocks() {
        for step in [1, 4_000_000, SECOND, 2 * SECOND] {
            let clock = |time: i128| Some((time - 10_000_000) / step * step); // and a tick late
            for written in (0..4 * SECOND).step_by(130_000_000) {
                let written = written + 100 * SECOND;
                for waited in (0..4 * SECOND).step_by(70_000_000) {
                    let read = written + waited;
                    let fingerprint = |time| FileFingerprint {
                        size: 1,
                        modified: clock(time),
                        noted: clock(time),
                    };
                    let is_seen = !fingerprint(written).is_conclusive(at(read))
                        || fingerprint(written) != fingerprint(read);
                    assert!(is_seen, "{step} {written} {read}");
                }
            }
        }
    }

    #[test]
    fn times_are_kept_whenever_they_are() {
        let file = tempfile::NamedTempFile::new().unwrap();
        let fingerprint = |time| {
            let opened = File::options().write(true).open(file.path()).unwrap();
            opened.set_modified(time).unwrap();
            FileFingerprint::from_metadata(&opened.metadata().unwrap()).modified
        };
        assert_eq!(fingerprint(UNIX_EPOCH), Some(0));
        assert_eq!(
            fingerprint(UNIX_EPOCH + YEAR),
            Some(365 * 24 * 3600 * SECOND)
        );
        assert_eq!(
            fingerprint(UNIX_EPOCH - YEAR),
            Some(-365 * 24 * 3600 * SECOND)
        );
        // Not every file system can keep these.
        let far = i128::from(400 * YEAR.as_secs()) * SECOND;
        assert_eq!(nanoseconds(UNIX_EPOCH + 400 * YEAR), far);
        assert_eq!(nanoseconds(UNIX_EPOCH - 400 * YEAR), -far);
    }
}
