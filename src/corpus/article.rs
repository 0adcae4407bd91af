//! An article: its text, and which part of it is what.
//!
//! Knows nothing of where a text came from but its name.

use std::collections::BTreeMap;
use std::ops::Range;

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
    Furniture,
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
        Self::Furniture,
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
            Self::Furniture => "furniture",
        }
    }

    /// The kind of this name.
    ///
    /// ```
    /// use fihris::corpus::ZoneKind;
    /// assert_eq!(ZoneKind::of_name("body"), Some(ZoneKind::Body));
    /// assert_eq!(ZoneKind::of_name("Body"), None);
    /// ```
    #[must_use]
    pub fn of_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// A part of an article's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Zone {
    /// What it is.
    pub kind: ZoneKind,
    /// Byte range in [`Article::text`], on character boundaries.
    pub range: Range<usize>,
}

/// One story.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Article {
    /// Names the article, the same in every run: its own id where the input gives one, else the name
    /// of its file, with `#n` behind it for the n-th article of a file that holds several.
    pub id: String,
    /// The name of the file that it was read from.
    pub file: String,
    /// What the input says of it besides, by name: its source, date, address.
    pub fields: BTreeMap<String, String>,
    /// The whole text, as decoded and otherwise untouched.
    pub text: String,
    /// The parts, in the order of the text, not overlapping; what is in none is not searched.
    pub zones: Vec<Zone>,
}

impl Article {
    /// The headline, where there is one.
    #[must_use]
    pub fn title(&self) -> Option<&str> {
        let zone = self
            .zones
            .iter()
            .find(|zone| zone.kind == ZoneKind::Title)?;
        Some(&self.text[zone.range.clone()])
    }
}
