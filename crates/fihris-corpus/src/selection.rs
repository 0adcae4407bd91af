//! Selection: which files below a root are looked at.

use std::path::Path;

use globset::{Error, ErrorKind, Glob, GlobBuilder, GlobSet, GlobSetBuilder};

/// The files that a run looks at; the others are as if it had not been asked for them.
///
/// A pattern without a slash is for the name of a file or folder, wherever it stands; one with a slash,
/// for the whole path below the root, where `*` stands for what is between slashes and `**` for anything.
/// A folder stands for all that is in it.
///
/// ```
/// use fihris_corpus::Selection;
/// use std::path::Path;
/// let selection = Selection::new(&["*.txt"], &["drafts", "2019/*/old*"])?;
/// assert!(selection.allows(Path::new("2020/05/a.txt")));
/// assert!(!selection.allows(Path::new("2020/05/a.csv")));
/// assert!(!selection.allows(Path::new("2020/drafts/a.txt")));
/// assert!(!selection.allows(Path::new("2019/05/older.txt")));
/// # Ok::<(), fihris_corpus::selection::BadPattern>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Selection {
    /// `None` for all.
    include: Option<GlobSet>,
    exclude: GlobSet,
}

impl Selection {
    /// The files that one of `include` matches, or all if there is none, but for those that one of
    /// `exclude` matches.
    ///
    /// # Errors
    /// If something is no pattern.
    pub fn new<T: AsRef<str>>(include: &[T], exclude: &[T]) -> Result<Self, BadPattern> {
        Ok(Self {
            include: match include {
                [] => None,
                _ => Some(set(include)?),
            },
            exclude: set(exclude)?,
        })
    }

    /// The files that one of `patterns` matches wherever they are, or all if there is none.
    ///
    /// # Errors
    /// If something is no pattern.
    pub fn anywhere<T: AsRef<str>>(patterns: &[T]) -> Result<Self, BadPattern> {
        let anywhere = |pattern: &T| format!("**/{}", pattern.as_ref().trim_start_matches('/'));
        let patterns: Vec<String> = patterns.iter().map(anywhere).collect();
        Self::new(&patterns, &[])
    }

    /// Whether it leaves nothing out.
    #[must_use]
    pub fn is_all(&self) -> bool {
        self.include.is_none() && self.exclude.is_empty()
    }

    /// Whether the file at `path` below its root is one of them.
    #[must_use]
    pub fn allows(&self, path: &Path) -> bool {
        let is_included = |set: &GlobSet| matches(set, path);
        self.include.as_ref().is_none_or(is_included) && !self.excludes(path)
    }

    /// Whether the file or folder at `path` is left out, with all that is in it.
    #[must_use]
    pub fn excludes(&self, path: &Path) -> bool {
        matches(&self.exclude, path)
    }
}

/// Whether the file, or a folder above it, is in `set`.
fn matches(set: &GlobSet, path: &Path) -> bool {
    !set.is_empty() && path.ancestors().any(|path| set.is_match(path))
}

/// Something is no pattern of paths.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct BadPattern {
    /// What is wrong.
    pub kind: BadPatternKind,
    /// The pattern, where one alone is wrong.
    pub pattern: Option<String>,
    /// The text of whoever reads patterns.
    message: String,
}

/// What is wrong with a pattern of paths.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadPatternKind {
    /// A class of characters is not closed.
    OpenClass,
    /// A range of characters ends before it begins.
    BadRange,
    /// Alternatives are not closed.
    OpenAlternatives,
    /// Alternatives end that did not begin.
    ExtraAlternatives,
    /// Alternatives within alternatives.
    NestedAlternatives,
    /// A backslash is the last character.
    DanglingEscape,
    /// Something else.
    Other,
}

impl From<Error> for BadPattern {
    fn from(error: Error) -> Self {
        Self {
            kind: match error.kind() {
                ErrorKind::UnclosedClass => BadPatternKind::OpenClass,
                ErrorKind::InvalidRange(..) => BadPatternKind::BadRange,
                ErrorKind::UnclosedAlternates => BadPatternKind::OpenAlternatives,
                ErrorKind::UnopenedAlternates => BadPatternKind::ExtraAlternatives,
                ErrorKind::NestedAlternates => BadPatternKind::NestedAlternatives,
                ErrorKind::DanglingEscape => BadPatternKind::DanglingEscape,
                _ => BadPatternKind::Other,
            },
            pattern: error.glob().map(str::to_string),
            message: error.to_string(),
        }
    }
}

fn set<T: AsRef<str>>(patterns: &[T]) -> Result<GlobSet, BadPattern> {
    let mut set = GlobSetBuilder::new();
    for pattern in patterns {
        set.add(glob(pattern.as_ref())?);
    }
    Ok(set.build()?)
}

fn glob(pattern: &str) -> Result<Glob, Error> {
    let pattern = pattern.trim_end_matches('/');
    let anywhere = if pattern.contains('/') { "" } else { "**/" };
    GlobBuilder::new(&format!("{anywhere}{pattern}"))
        .literal_separator(true)
        .build()
}
