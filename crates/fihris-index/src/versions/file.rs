//! The versions on disk.
//!
//! For each record its newest version, how many there are, and when it was seen; then for each segment how many of its
//! articles are versions, and these with their records. Knows numbers, not where they come from.

use super::{VersionedRecord, Versions};
use crate::address::ArticleAddress;
use crate::derived_file::{DerivedFile, length, push_members, take_members};

impl DerivedFile for Versions {
    const FILE: &str = "versions";
    const MAGIC: [u8; 8] = *b"fihrisV1";

    fn to_numbers(&self) -> Vec<u32> {
        let mut numbers = vec![length(&self.records)];
        for record in &self.records {
            let newest = record.newest;
            numbers.extend([newest.segment(), newest.doc(), record.count]);
            numbers.extend(
                [record.first_seen, record.last_seen]
                    .map(halves)
                    .as_flattened(),
            );
        }
        push_members(&mut numbers, &self.segments);
        numbers
    }

    fn from_numbers(numbers: &[u32]) -> Option<Self> {
        let mut numbers = numbers.iter().copied();
        let mut versions = Self::default();
        for _ in 0..numbers.next()? {
            let newest = ArticleAddress::new(numbers.next()?, numbers.next()?);
            let count = numbers.next()?;
            let mut second = || Some(whole([numbers.next()?, numbers.next()?]));
            versions.records.push(VersionedRecord {
                newest,
                count,
                first_seen: second()?,
                last_seen: second()?,
            });
        }
        versions.segments = take_members(numbers)?;
        Some(versions)
    }
}

/// Stands for a second that is not known.
const UNKNOWN: i64 = i64::MIN;

/// The high and the low half of a number.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // that is what halves are
fn halves(second: Option<i64>) -> [u32; 2] {
    let bits = second.unwrap_or(UNKNOWN) as u64;
    [(bits >> 32) as u32, bits as u32]
}

#[allow(clippy::cast_possible_wrap)] // as it was before it was halved
fn whole([high, low]: [u32; 2]) -> Option<i64> {
    let second = (u64::from(high) << 32 | u64::from(low)) as i64;
    (second != UNKNOWN).then_some(second)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn come_back_as_they_were() {
        let record = VersionedRecord {
            newest: ArticleAddress::new(1, 4),
            count: 3,
            first_seen: Some(-5),
            last_seen: Some(1 << 40),
        };
        let versions = Versions {
            segments: vec![vec![(3, 0), (9, 1)], vec![(4, 0)], vec![]],
            records: vec![
                record,
                VersionedRecord {
                    first_seen: None,
                    last_seen: None,
                    ..record
                },
            ],
        };
        let numbers = versions.to_numbers();
        assert_eq!(Versions::from_numbers(&numbers), Some(versions));
        assert_eq!(Versions::from_numbers(&numbers[..5]), None);
    }
}
