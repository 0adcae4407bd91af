//! One way to write a number, and what stands beside it where another number is meant.

/// A way to write a number: words side by side, and what tells that they are only part of another number.
///
/// `ثلاثة` is 3, but not before `آلاف`; `وعشرون` is 20, but not behind `خمسة`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Writing {
    /// For each word its folded forms, of which the first word may have proclitics if it is none of digits.
    pub words: Vec<Vec<String>>,
    /// Folded words that go on with the number if one of them stands right behind.
    pub not_before: Vec<String>,
    /// Folded words, without proclitics, that began the number if one of them stands right before.
    pub not_behind: Vec<String>,
    /// Whether digits right behind go on with the number as well: `ثلاثة آلاف و500`.
    pub not_before_digits: bool,
    /// Whether digits right before began it: `50 ألف` is not a thousand.
    pub not_behind_digits: bool,
}
