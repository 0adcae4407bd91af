//! What can happen.

use proptest::prelude::*;

use super::run::Run;

/// When a file says that it was changed.
#[derive(Clone, Copy, Debug)]
pub enum Time {
    Now,
    WholeSecond,
    Before1970,
    After2262,
}

/// One thing that happens. Numbers are taken modulo what there is, so that a sequence without some of its steps is one too.
#[derive(Clone, Debug)]
pub enum Step {
    /// A file is made, or gets other contents.
    Write { slot: usize, seed: u64 },
    /// A file gets contents of the same size, and keeps its time if asked.
    SameSize {
        slot: usize,
        seed: u64,
        keeps_time: bool,
    },
    /// A file gets contents that cannot be read.
    Spoil { slot: usize },
    /// A file, or what is in its place, is removed.
    Delete { slot: usize },
    /// A file takes the place of another of its kind.
    Rename { from: usize, to: usize },
    /// Two files of a kind change places.
    Swap { one: usize, other: usize },
    /// A file gets another time.
    Touch { slot: usize, time: Time },
    /// A folder takes the place of a file.
    FolderForFile { slot: usize, seed: u64 },
    /// A folder below a root gets another name, or its name back.
    MoveFolder { root: usize },
    /// The user's list of spellings is another.
    Variants { seed: u64 },
    /// The index learns spellings from what it holds.
    Learn,
    /// The index is brought up to date.
    Index(Run),
    /// Records come by standard input.
    Stream { name: usize, seed: u64, count: u64 },
    /// A run is killed after a share of its time, in thousandths.
    Kill { run: Run, share: u64 },
    /// A stream is killed so.
    KillStream { name: usize, seed: u64, share: u64 },
    /// A call of the system fails in a run.
    Fault {
        run: Run,
        call: usize,
        error: usize,
        nth: u64,
    },
    /// A root is gone while the index is brought up to date, and comes back.
    Hide { root: usize, run: Run },
    /// A root leaves the index for good, all but the first; or a file below one until the next run.
    Remove { root: usize, slot: Option<usize> },
    /// What came by a stream leaves the index.
    RemoveStream { name: usize },
    /// The index is brought up to date and compared.
    Compare,
}

/// Any step.
pub fn any() -> impl Strategy<Value = Step> {
    let slot = || 0..64usize;
    let seed = || 0..400u64;
    prop_oneof![
        10 => (slot(), seed()).prop_map(|(slot, seed)| Step::Write { slot, seed }),
        3 => (slot(), seed(), proptest::bool::ANY)
            .prop_map(|(slot, seed, keeps_time)| Step::SameSize { slot, seed, keeps_time }),
        1 => slot().prop_map(|slot| Step::Spoil { slot }),
        3 => slot().prop_map(|slot| Step::Delete { slot }),
        3 => (slot(), slot()).prop_map(|(from, to)| Step::Rename { from, to }),
        2 => (slot(), slot()).prop_map(|(one, other)| Step::Swap { one, other }),
        2 => (slot(), time()).prop_map(|(slot, time)| Step::Touch { slot, time }),
        1 => (slot(), seed()).prop_map(|(slot, seed)| Step::FolderForFile { slot, seed }),
        1 => (0..3usize).prop_map(|root| Step::MoveFolder { root }),
        1 => seed().prop_map(|seed| Step::Variants { seed }),
        1 => Just(Step::Learn),
        8 => Run::any().prop_map(Step::Index),
        3 => (0..3usize, seed(), 0..5u64)
            .prop_map(|(name, seed, count)| Step::Stream { name, seed, count }),
        2 => (Run::any(), 0..1000u64).prop_map(|(run, share)| Step::Kill { run, share }),
        1 => (0..3usize, seed(), 0..1000u64)
            .prop_map(|(name, seed, share)| Step::KillStream { name, seed, share }),
        2 => (Run::any(), 0..64usize, 0..64usize, 1..90u64)
            .prop_map(|(run, call, error, nth)| Step::Fault { run, call, error, nth }),
        1 => (0..3usize, Run::any()).prop_map(|(root, run)| Step::Hide { root, run }),
        1 => (0..3usize, proptest::option::of(slot()))
            .prop_map(|(root, slot)| Step::Remove { root, slot }),
        1 => (0..3usize).prop_map(|name| Step::RemoveStream { name }),
        6 => Just(Step::Compare),
    ]
}

fn time() -> impl Strategy<Value = Time> {
    prop_oneof![
        Just(Time::Now),
        Just(Time::WholeSecond),
        Just(Time::Before1970),
        Just(Time::After2262),
    ]
}
