//! Lexemes: words with all their forms.

use crate::entry::Class;
use crate::inflect::Relation;

/// A lexeme's number in its lexicon.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LexemeId(pub u32);

/// A lexeme as the lexicon knows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lexeme<'a> {
    /// The form a dictionary heads it with.
    pub lemma: &'a str,
    /// Its class.
    pub class: Class,
    /// The number of its family: lexemes of one root, or linked by hand.
    pub family: u32,
    /// What it is to the line of the lexicon that makes it.
    pub relation: Relation,
    /// Whether there is another lexeme with this lemma and class before it: `دين` with the plural `ديون`.
    pub is_second: bool,
    /// Whether another reading of the same form is to be preferred.
    pub is_rare: bool,
    /// Whether it is a name that parents give: `محمد`, and no family, place or thing.
    pub is_given_name: bool,
}
