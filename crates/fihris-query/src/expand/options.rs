//! Which rules of matching apply.

use fihris_corpus::ZoneSet;

/// Which rules apply, and how words in a row combine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ExpandOptions {
    /// Find other proclitics and suffixes.
    pub inflection: bool,
    /// Find other spellings of names.
    pub variants: bool,
    /// Find other words of the family.
    pub family: bool,
    /// Require all words that stand in a row, or only some.
    pub require_all: bool,
    /// The zones to search where the query names none.
    pub zones: ZoneSet,
}

impl ExpandOptions {
    /// Whether a word of kinship and its name are one: not where some of the words are enough, as each counts by itself.
    pub(super) fn has_lineages(self) -> bool {
        self.variants && self.inflection && self.require_all
    }
}

impl Default for ExpandOptions {
    fn default() -> Self {
        Self {
            inflection: true,
            variants: true,
            family: false,
            require_all: true,
            zones: ZoneSet::SEARCHED,
        }
    }
}
