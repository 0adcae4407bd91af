//! Checking what is derived from a commit: it is derived again, and compared.

use super::{Checkup, ProblemKind, Repair};
use crate::commit::CommitKey;
use crate::copies::{ComparedTexts, Copies};
use crate::derived_file::DerivedFile;
use crate::error::IndexError;
use crate::folder::IndexFolder;
use crate::reader::Index;
use crate::snapshot::{Snapshot, Trust};
use crate::versions::Versions;
use crate::vocabulary::Vocabulary;

/// What is kept beside a commit, as far as it is there and of that commit.
struct Derived {
    vocabulary: Option<Vocabulary>,
    versions: Option<Versions>,
    copies: Option<Copies>,
    compared: Option<ComparedTexts>,
}

impl Derived {
    /// What is kept beside the commit that `index` shows.
    fn open(index: &Index) -> Result<Self, IndexError> {
        let (generation, commit) = (index.generation(), index.commit());
        Ok(Self {
            vocabulary: Vocabulary::open(generation, commit, index.lexicon(), false)?,
            versions: Versions::open(generation, CommitKey::new(index.all()))?,
            copies: Copies::open(generation, commit)?,
            compared: ComparedTexts::open(generation, commit)?,
        })
    }

    fn is_whole(&self) -> bool {
        self.vocabulary.is_some()
            && self.versions.is_some()
            && self.copies.is_some()
            && self.compared.is_some()
    }
}

/// Derives again what is derived from the commit, and compares.
pub(super) fn check_derived(
    folder: &IndexFolder,
    index: &Index,
    checkup: &mut Checkup,
) -> Result<(), IndexError> {
    let mut found = Derived::open(index)?;
    // A run that is not at its end has yet to write them, and one that began meanwhile others.
    if !found.is_whole() && !folder.is_being_written() {
        found = Derived::open(index)?;
        if !found.is_whole() && is_last(folder, index) {
            checkup.add(ProblemKind::NothingDerived, Repair::Update);
        }
    }
    let versions = Versions::derive(index.all())?;
    if found.versions.is_some_and(|found| found != versions) {
        checkup.add(ProblemKind::OtherVersions, Repair::Rebuild);
    }
    let vocabulary = Vocabulary::derive(index.newest(), index.fields(), index.lexicon())?;
    if found
        .vocabulary
        .is_some_and(|found| !found.is_same(&vocabulary))
    {
        checkup.add(ProblemKind::OtherVocabulary, Repair::Rebuild);
    }
    drop(vocabulary);
    let nothing = ComparedTexts::default();
    let (copies, compared) =
        Copies::derive_after(&nothing, index.newest(), &index.fields().article)?;
    let are_others = found.copies.is_some_and(|found| found != copies)
        || found.compared.is_some_and(|found| found != compared);
    if are_others {
        checkup.add(ProblemKind::OtherCopies, Repair::Rebuild);
    }
    Ok(())
}

/// Whether `index` shows the last commit in `folder`.
fn is_last(folder: &IndexFolder, index: &Index) -> bool {
    let last = Snapshot::take(index.generation(), folder.path(), Trust::Fingerprints);
    let last = last.map(|snapshot| snapshot.commit().key());
    last.is_ok_and(|last| last == CommitKey::new(index.all()))
}
