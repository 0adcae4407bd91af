//! The dagger alef: a long a above its letter, as the Quran writes it.
//!
//! In quotations it stands for a letter of today's spelling (`ٱلْعَـٰلَمِينَ` is العالمين, `ٱلصَّلَوٰةَ` is الصلاة); in a few
//! words that are written without the letter to this day (`هٰذا`, `الرحمٰن`) it is only a mark.

/// The mark.
pub(crate) const DAGGER_ALEF: char = '\u{0670}';

/// What the mark is of a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum LongA {
    /// Nothing but a mark.
    Mark,
    /// A letter behind the one it stands on.
    Behind,
    /// A letter in the place of the one it stands on.
    Instead,
}

/// What the mark on `letter` is, before the letters `next` and `second`, all as they are written.
pub(crate) fn long_a(letter: char, next: char, second: char) -> LongA {
    match (letter, next) {
        ('ؤ' | 'ئ', _) => LongA::Behind,
        (letter, _) if !('ب'..='ي').contains(&letter) || matches!(letter, 'ى' | 'ة') => {
            LongA::Mark
        }
        // هذا هؤلاء هكذا, ذلك كذلك, الله إله أولئك
        ('ه', 'ذ' | 'ؤ' | 'ك') | ('ذ', 'ل') | ('ل', 'ه' | 'ئ') => LongA::Mark,
        // طه
        ('ه', next) if !next.is_alphabetic() => LongA::Mark,
        // لكن
        ('ل', 'ك') if second == 'ن' => LongA::Mark,
        // الرحمن
        ('م', 'ن') if !second.is_alphabetic() => LongA::Mark,
        // الصلاة الزكاة الربا
        ('و', 'ة' | 'ا') => LongA::Instead,
        _ => LongA::Behind,
    }
}
