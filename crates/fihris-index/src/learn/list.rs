//! The list of learned spellings: written by a program, read and corrected by people.
//!
//! A group a line, spellings separated by tabs, as in every list of spellings; `#` opens a comment, and
//! `-` before a group rejects it: it is not used, and its words are not joined again. Knows lines, not
//! how groups are found.

use std::collections::HashSet;
use std::fmt::Write;
use std::fs;
use std::io;

use super::LearnedGroup;
use crate::atomic_write::replace_file;
use crate::error::IndexError;
use crate::folder::IndexFolder;
use arabic_text::words;

const HEADING: &str = "\
# Spellings that fihris found in this corpus, a group a line, the least sure first.
# A minus before a group rejects it: it is not used, and not found again. All other changes are lost
# when fihris learns again; groups of your own belong into variants.tsv beside this file.
";

/// Groups that somebody has marked as wrong.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rejected {
    lines: Vec<String>,
    pairs: HashSet<(String, String)>,
}

impl Rejected {
    /// Those in the text of a list.
    #[must_use]
    pub fn parse(list: &str) -> Self {
        let mut rejected = Self::default();
        for line in list.lines() {
            let Some(group) = line.strip_prefix('-') else {
                continue;
            };
            let words: Vec<String> = words(group).map(|word| word.form).collect();
            for a in &words {
                let others = words.iter().filter(|b| *b != a);
                rejected
                    .pairs
                    .extend(others.map(|b| (a.clone(), b.clone())));
            }
            rejected.lines.push(line.trim_end().to_string());
        }
        rejected
    }

    /// Those in the list that lies in `folder`; none if there is no list.
    ///
    /// # Errors
    /// If the system does not let us read it.
    pub fn read(folder: &IndexFolder) -> Result<Self, IndexError> {
        let path = folder.learned_file();
        match fs::read_to_string(&path) {
            Ok(list) => Ok(Self::parse(&list)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Self::default()),
            Err(error) => Err(IndexError::reading(&path)(error)),
        }
    }

    /// Whether somebody has said that these are two words.
    #[must_use]
    pub fn holds(&self, a: &str, b: &str) -> bool {
        !self.pairs.is_empty() && self.pairs.contains(&(a.to_string(), b.to_string()))
    }

    /// How many groups were rejected.
    #[must_use]
    pub fn len(&self) -> usize {
        self.lines.len()
    }

    /// Whether none was.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }
}

/// The text of the list of `groups`, with what was `rejected` before it.
#[must_use]
pub fn to_text(groups: &[LearnedGroup], rejected: &Rejected) -> String {
    let mut text = String::from(HEADING);
    for line in &rejected.lines {
        text.push_str(line);
        text.push('\n');
    }
    let mut tenth = -1.0;
    for group in groups {
        let floor = (group.cosine * 10.0).floor() / 10.0;
        if floor > tenth {
            // Writing to a string cannot fail.
            _ = writeln!(text, "# agreement of their company from {floor:.1}");
            tenth = floor;
        }
        text.push_str(&group.spellings.join("\t"));
        text.push('\n');
    }
    text
}

/// Writes the list of `groups` into `folder`.
///
/// # Errors
/// If the system does not let us.
pub fn write(
    folder: &IndexFolder,
    groups: &[LearnedGroup],
    rejected: &Rejected,
) -> Result<(), IndexError> {
    replace_file(&folder.learned_file(), to_text(groups, rejected).as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rejected_groups_come_back_and_stay() {
        let group = |cosine, spellings: [&str; 2]| LearnedGroup {
            spellings: spellings.map(String::from).to_vec(),
            cosine,
        };
        let rejected = Rejected::parse("# x\n-غينيا\tكينيا\nغوغل\tجوجل\n");
        assert!(rejected.holds("كينيا", "غينيا") && !rejected.holds("غوغل", "جوجل"));
        let groups = [group(0.25, ["غولد", "جولد"]), group(0.31, ["غوغل", "جوجل"])];
        let text = to_text(&groups, &rejected);
        let lines: Vec<&str> = text.lines().skip(3).collect();
        assert_eq!(
            lines,
            [
                "-غينيا\tكينيا",
                "# agreement of their company from 0.2",
                "غولد\tجولد",
                "# agreement of their company from 0.3",
                "غوغل\tجوجل",
            ]
        );
        assert_eq!(Rejected::parse(&text), rejected);
    }
}
