//! Letters: the spellings that careless writing mixes up, folded to one.
//!
//! Each letter becomes exactly one other, so a folded word has its letters where the written one has them.

/// The letter that `c` is folded to: hamza seats to their bare letter, `ى` to `ي`, `ة` to `ه`.
#[must_use]
pub const fn fold_char(c: char) -> char {
    match c {
        'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
        'ى' | 'ئ' => 'ي',
        'ؤ' => 'و',
        'ة' => 'ه',
        c => c,
    }
}

/// Folds every letter of `word`.
///
/// ```
/// use arabic_lexicon::letters::fold;
/// assert_eq!(fold("الإعلام"), "الاعلام");
/// assert_eq!(fold("مستشفى"), fold("مستشفي"));
/// ```
#[must_use]
pub fn fold(word: &str) -> String {
    word.chars().map(fold_char).collect()
}
