//! The groups of copies on disk.
//!
//! For each text its cluster and its copies, then for each segment how many of its articles have copies, and these
//! with their texts. Knows numbers, not where they come from.

use super::{CopiedText, Copies};
use crate::derived_file::{DerivedFile, length, push_members, take_members};

impl DerivedFile for Copies {
    const FILE: &str = "copies";
    const MAGIC: [u8; 8] = *b"fihrisC7";

    fn to_numbers(&self) -> Vec<u32> {
        let mut numbers = vec![length(&self.texts)];
        for CopiedText { cluster, copies } in &self.texts {
            numbers.extend([*cluster, length(copies)]);
            numbers.extend(copies);
        }
        push_members(&mut numbers, &self.segments);
        numbers
    }

    fn from_numbers(numbers: &[u32]) -> Option<Self> {
        let mut numbers = numbers.iter().copied();
        let mut copies = Self::default();
        for _ in 0..numbers.next()? {
            let (cluster, length) = (numbers.next()?, numbers.next()?);
            let others = (0..length).map(|_| numbers.next());
            copies.texts.push(CopiedText {
                cluster,
                copies: others.collect::<Option<_>>()?,
            });
        }
        copies.segments = take_members(&mut numbers)?;
        Some(copies)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn come_back_as_they_were() {
        let copies = Copies {
            segments: vec![vec![(3, 0), (9, 1)], vec![], vec![(0, 1), (1, 0)]],
            texts: vec![
                CopiedText {
                    cluster: 0,
                    copies: vec![1],
                },
                CopiedText {
                    cluster: 0,
                    copies: vec![0],
                },
            ],
        };
        let numbers = copies.to_numbers();
        assert_eq!(Copies::from_numbers(&numbers), Some(copies));
        assert_eq!(Copies::from_numbers(&numbers[..5]), None);
        assert_eq!(Copies::from_numbers(&numbers[..numbers.len() - 1]), None);
    }
}
