//! Runs of `fihris index`, with options.

use proptest::prelude::*;

/// The roots that may be named.
pub const ROOTS: [&str; 3] = ["news", "أخبار", "more news"];

/// What is asked for besides roots.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asked {
    Nothing,
    Rehash,
    Rebuild,
    /// A rebuild that looks at some files only.
    RebuildSome,
    LittleMemory,
    Include,
    Exclude,
    /// A list of the files of a root, some of which are not there.
    Listed,
    /// The text is in a field, as in `text=lead`.
    Text(&'static str),
    Encoding(&'static str),
    Follow(bool),
    DryRun,
}

/// A run that names some of the roots; without any, those of earlier runs are meant.
#[derive(Clone, Debug)]
pub struct Run {
    /// A bit for each root.
    pub roots: u8,
    pub asked: Asked,
}

impl Run {
    /// Any run.
    pub fn any() -> impl Strategy<Value = Self> {
        let asked = prop_oneof![
            6 => Just(Asked::Nothing),
            1 => Just(Asked::Rehash),
            3 => Just(Asked::Rebuild),
            1 => Just(Asked::RebuildSome),
            1 => Just(Asked::LittleMemory),
            1 => Just(Asked::Include),
            1 => Just(Asked::Exclude),
            1 => Just(Asked::Listed),
            1 => Just(Asked::Text("text=text")),
            1 => Just(Asked::Text("text=lead")),
            1 => Just(Asked::Encoding("windows-1256")),
            1 => Just(Asked::Encoding("auto")),
            2 => any::<bool>().prop_map(Asked::Follow),
            1 => Just(Asked::DryRun),
        ];
        let roots = prop_oneof![3 => Just(0u8), 2 => 1..8u8];
        (roots, asked).prop_map(|(roots, asked)| Self { roots, asked })
    }

    /// The roots that it names.
    pub fn named(&self) -> impl Iterator<Item = &'static str> {
        let bits = self.roots;
        let named = ROOTS.into_iter().enumerate();
        named.filter_map(move |(i, root)| (bits & (1 << i) != 0).then_some(root))
    }

    /// The arguments.
    pub fn args(&self) -> Vec<&'static str> {
        let mut args = vec!["index"];
        args.extend(self.named());
        args.extend(match self.asked {
            Asked::Nothing => vec![],
            Asked::Rehash => vec!["--rehash"],
            Asked::Rebuild => vec!["--rebuild"],
            Asked::RebuildSome => vec!["--rebuild", "--include", "*.txt"],
            Asked::LittleMemory => vec!["--memory", "16"],
            Asked::Include => vec!["--include", "*.txt"],
            Asked::Exclude => vec!["--exclude", "*.jsonl"],
            Asked::Listed => vec!["--files-from", "list"],
            Asked::Text(field) => vec!["--field", field],
            Asked::Encoding(name) => vec!["--encoding", name],
            Asked::Follow(true) => vec!["--follow"],
            Asked::Follow(false) => vec!["--no-follow"],
            Asked::DryRun => vec!["--dry-run"],
        });
        args
    }
}
