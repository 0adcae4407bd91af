//! Zones: the parts of an article, by what they are.

use std::ops::Range;
use std::str::FromStr;

use thiserror::Error;

/// What a part of an article is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ZoneKind {
    /// The headline.
    Title,
    /// Date, place, agency and writer.
    Dateline,
    /// The running text.
    Body,
    /// Key words.
    Tags,
    /// Where the article was taken from.
    Source,
    /// Headlines of other articles.
    Related,
    /// What the site puts around its articles: calls to share, menus, credits.
    Boilerplate,
}

impl ZoneKind {
    /// All kinds.
    pub const ALL: [Self; 7] = [
        Self::Title,
        Self::Dateline,
        Self::Body,
        Self::Tags,
        Self::Source,
        Self::Related,
        Self::Boilerplate,
    ];

    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Dateline => "dateline",
            Self::Body => "body",
            Self::Tags => "tags",
            Self::Source => "source",
            Self::Related => "related",
            Self::Boilerplate => "furniture",
        }
    }

    /// The kind of this name.
    ///
    /// ```
    /// use fihris_corpus::ZoneKind;
    /// assert_eq!(ZoneKind::from_name("body"), Some(ZoneKind::Body));
    /// assert_eq!(ZoneKind::from_name("Body"), None);
    /// ```
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// A part of an article's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Zone {
    /// What it is.
    pub kind: ZoneKind,
    /// Byte range in the article's text, on character boundaries.
    pub range: Range<usize>,
}

/// A set of kinds of zones.
///
/// ```
/// use fihris_corpus::{ZoneKind, ZoneSet};
/// let asked: ZoneSet = "title,related".parse()?;
/// assert!(asked.contains(ZoneKind::Related) && !asked.contains(ZoneKind::Body));
/// assert_eq!("all".parse(), Ok(ZoneSet::ALL));
/// # Ok::<(), fihris_corpus::zone::UnknownZone>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ZoneSet(u8);

impl ZoneSet {
    /// What a search covers if nothing else is asked for: all that belongs to the article itself.
    pub const SEARCHED: Self = Self::new(&[
        ZoneKind::Title,
        ZoneKind::Dateline,
        ZoneKind::Body,
        ZoneKind::Tags,
        ZoneKind::Source,
    ]);
    /// Everything.
    pub const ALL: Self = Self::new(&ZoneKind::ALL);

    /// The set of `kinds`.
    #[must_use]
    pub const fn new(kinds: &[ZoneKind]) -> Self {
        let mut set = 0;
        let mut i = 0;
        while i < kinds.len() {
            set |= 1 << kinds[i] as u8;
            i += 1;
        }
        Self(set)
    }

    /// Whether it has `kind`.
    #[must_use]
    pub const fn contains(self, kind: ZoneKind) -> bool {
        self.0 & (1 << kind as u8) != 0
    }

    /// The kinds that are in both.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }
}

/// A name that is no zone's.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error(
    "there is no zone {0:?}; the zones are title, dateline, body, tags, source, related, furniture, and all"
)]
pub struct UnknownZone(pub String);

impl FromStr for ZoneSet {
    type Err = UnknownZone;

    fn from_str(names: &str) -> Result<Self, UnknownZone> {
        let set = |name: &str| match (name, ZoneKind::from_name(name)) {
            ("all", _) => Ok(Self::ALL),
            (_, Some(kind)) => Ok(Self::new(&[kind])),
            (_, None) => Err(UnknownZone(name.to_string())),
        };
        names
            .split(',')
            .try_fold(Self(0), |all, name| Ok(Self(all.0 | set(name.trim())?.0)))
    }
}
