//! Checking: whether an index holds what was written to it, and what to do where it does not.
//!
//! Reads every byte: the files of the commit with their hashes, each article with the record of its file, the
//! postings of its words, which are compared with its text, and the files that are derived from a commit, which
//! are derived again and compared. Knows how to find damage, not how
//! to mend it.

mod articles;
mod problem;
#[cfg(test)]
mod tests;
mod words;

use std::fs;
use std::io;
use std::path::Path;

pub use self::problem::{Problem, ProblemKind, Repair};

use self::articles::check_articles;
use crate::copies::Copies;
use crate::damage::Damage;
use crate::error::IndexError;
use crate::folder::IndexFolder;
use crate::reader::Index;
use crate::snapshot::{Snapshot, Trust};
use crate::vocabulary::Vocabulary;
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
    loop {
        let generation = folder.current();
        match check_generation(folder, &mut checkup) {
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
    let own = |variants: &mut Variants, list: &str| variants.extend(list);
    check_list(&folder.variants_file(), own, &mut checkup);
    let learned = |variants: &mut Variants, list: &str| variants.extend_learned(list);
    check_list(&folder.learned_file(), learned, &mut checkup);
    Ok(checkup)
}

fn check_generation(folder: &IndexFolder, checkup: &mut Checkup) -> Result<(), IndexError> {
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
        let index = Index::of(&snapshot, &generation)?;
        let files = index.files()?;
        checkup.files = files.values().filter(|file| file.was_read()).count() as u64;
        check_articles(&index, &files, checkup)?;
        check_derived(folder, &index, checkup)?;
    }
    Ok(())
}

/// Derives again what is derived from the commit, and compares.
fn check_derived(
    folder: &IndexFolder,
    index: &Index,
    checkup: &mut Checkup,
) -> Result<(), IndexError> {
    let (generation, commit) = (index.generation(), index.commit());
    let open = || {
        Ok::<_, IndexError>((
            Vocabulary::open(generation, commit, index.lexicon(), false)?,
            Copies::open(generation, commit)?,
        ))
    };
    let is_last = || {
        let commit = Snapshot::take(generation, folder.path(), Trust::Fingerprints);
        let last = commit.map(|snapshot| snapshot.commit().key());
        last.is_ok_and(|last| last == index.commit())
    };
    let (mut vocabulary, mut copies) = open()?;
    let is_missing = vocabulary.is_none() || copies.is_none();
    // A run that is not at its end has yet to write them, and one that began meanwhile others.
    if is_missing && !folder.is_being_written() {
        (vocabulary, copies) = open()?;
        if (vocabulary.is_none() || copies.is_none()) && is_last() {
            checkup.add(ProblemKind::NothingDerived, Repair::Update);
        }
    }
    let derived = Vocabulary::derive(index.searcher(), index.fields(), index.lexicon())?;
    if vocabulary.is_some_and(|vocabulary| !vocabulary.is_same(&derived)) {
        checkup.add(ProblemKind::OtherVocabulary, Repair::Rebuild);
    }
    let derived = Copies::derive(index.searcher(), &index.fields().article)?;
    if copies.is_some_and(|copies| copies != derived) {
        checkup.add(ProblemKind::OtherCopies, Repair::Rebuild);
    }
    Ok(())
}

/// Reads a list of spellings, if it is there.
fn check_list(
    path: &Path,
    read: impl Fn(&mut Variants, &str) -> Vec<VariantListError>,
    checkup: &mut Checkup,
) {
    match fs::read_to_string(path) {
        Ok(list) => {
            for bad in read(&mut Variants::default(), &list) {
                let list = path.to_path_buf();
                checkup.add(ProblemKind::BadLine { list, line: bad }, Repair::Edit);
            }
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        Err(error) => {
            let (list, error) = (path.to_path_buf(), SystemError::from(&error));
            checkup.add(ProblemKind::UnreadableList { list, error }, Repair::Edit);
        }
    }
}
