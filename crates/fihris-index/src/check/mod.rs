//! Checking: whether an index holds what was written to it, and what to do where it does not.
//!
//! Reads every byte: the files of the commit with their hashes, each article with the record of its file, the
//! postings of its words, which are compared with its text, and the files that are derived from a commit, which
//! are derived again and compared. Knows how to find damage, not how
//! to mend it.

mod articles;
mod derived;
mod problem;
#[cfg(test)]
mod tests;
mod words;

use std::fs;
use std::io;
use std::path::Path;

pub use self::problem::{ListLine, Problem, ProblemKind, Repair};

use self::articles::check_articles;
use self::derived::check_derived;
use crate::damage::Damage;
use crate::error::IndexError;
use crate::folder::IndexFolder;
use crate::own_words::own_lexicon;
use crate::reader::Index;
use crate::snapshot::{Snapshot, Trust};
use arabic_lexicon::Lexicon;
use arabic_text::variants::{VariantListError, Variants};
use fihris_corpus::skip::SystemError;

/// What a check found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Checkup {
    /// Articles that could be read.
    pub articles: u64,
    /// Files that they were read from, and files that have none.
    pub files: u64,
    /// What is wrong; nothing in an index that is sound.
    pub problems: Vec<Problem>,
}

impl Checkup {
    /// What mends all that can be mended by one command, if anything is to be mended.
    #[must_use]
    pub fn repair(&self) -> Option<Repair> {
        self.problems.iter().map(|problem| problem.repair).max()
    }

    fn add(&mut self, kind: ProblemKind, repair: Repair) {
        self.problems.push(Problem { kind, repair });
    }
}

/// Checks the index in `folder`.
///
/// # Errors
/// If there is no index, it was made by other rules, or the system does not let us read it. Damage is no
/// error but a problem.
pub fn check(folder: &IndexFolder) -> Result<Checkup, IndexError> {
    let mut checkup = Checkup::default();
    // A list that cannot be read is told below.
    let own = own_lexicon(folder).ok();
    let (lexicon, bad_entries) = own.unwrap_or_else(|| (Lexicon::built_in().clone(), Vec::new()));
    loop {
        let generation = folder.current();
        match check_generation(folder, &lexicon, &mut checkup) {
            Ok(()) if checkup.problems.is_empty() => break,
            // A rebuild may have replaced and removed this generation meanwhile.
            checked if folder.current().ok() == generation.ok() => {
                match checked {
                    Err(IndexError::Damaged { problem, .. }) => {
                        checkup.add(ProblemKind::Damaged(problem), Repair::Rebuild);
                    }
                    checked => checked?,
                }
                break;
            }
            _ => checkup = Checkup::default(),
        }
    }
    let own = |list: &str| bad_spellings(Variants::default().extend(list));
    check_list(&folder.variants_file(), own, &mut checkup);
    let learned = |list: &str| bad_spellings(Variants::default().extend_learned(list));
    check_list(&folder.learned_file(), learned, &mut checkup);
    let words = |_: &str| bad_entries.into_iter().map(ListLine::Words).collect();
    check_list(&folder.lexicon_file(), words, &mut checkup);
    Ok(checkup)
}

fn check_generation(
    folder: &IndexFolder,
    lexicon: &Lexicon,
    checkup: &mut Checkup,
) -> Result<(), IndexError> {
    let Some(generation) = folder.current()? else {
        return Err(IndexError::Missing(folder.path().to_path_buf()));
    };
    let snapshot = Snapshot::take(&generation, folder.path(), Trust::Nothing)?;
    let damaged = snapshot.damaged();
    for name in &damaged {
        let changed = Damage::Changed(vec![name.clone()]);
        checkup.add(ProblemKind::Damaged(changed), Repair::Rebuild);
    }
    // What damaged files hold is not to be trusted: reading it tells nothing more.
    if damaged.is_empty() {
        let index = Index::open_snapshot(&snapshot, &generation, lexicon)?;
        let files = index.files()?;
        checkup.files = files.values().filter(|file| file.was_read()).count() as u64;
        check_articles(&index, &files, checkup)?;
        check_derived(folder, &index, checkup)?;
    }
    Ok(())
}

fn bad_spellings(lines: Vec<VariantListError>) -> Vec<ListLine> {
    lines.into_iter().map(ListLine::Spellings).collect()
}

/// Reads a list, if it is there; `read` gives the lines that cannot be used.
fn check_list(path: &Path, read: impl FnOnce(&str) -> Vec<ListLine>, checkup: &mut Checkup) {
    match fs::read_to_string(path) {
        Ok(list) => {
            for line in read(&list) {
                let list = path.to_path_buf();
                checkup.add(ProblemKind::BadLine { list, line }, Repair::Edit);
            }
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        Err(error) => {
            let (list, error) = (path.to_path_buf(), SystemError::from(&error));
            checkup.add(ProblemKind::UnreadableList { list, error }, Repair::Edit);
        }
    }
}
