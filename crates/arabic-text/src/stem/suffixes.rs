//! Suffixes: pronouns, number, gender, case and person written onto the end of a word.
//!
//! The spelling before a suffix may change (`سياسة` + `ه` is `سياسته`, `وزراء` + `هم` is `وزرائهم` or
//! `وزراؤهم`), so each suffix comes with what to restore.

/// One suffix and what takes its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Suffix {
    /// What the word ends in, folded.
    pub letters: &'static str,
    /// What the word without it ends in instead.
    pub restored: &'static str,
}

const fn suffix(letters: &'static str, restored: &'static str) -> Suffix {
    Suffix { letters, restored }
}

/// Attached pronouns, then inflection; at each length the likelier reading first.
///
/// ```
/// use arabic_text::stem::SUFFIXES;
/// let theirs = SUFFIXES.iter().find(|suffix| suffix.letters == "تهم").unwrap();
/// assert_eq!(theirs.restored, "ه"); // سياستهم, سياسة
/// ```
pub const SUFFIXES: &[Suffix] = &[
    // Pronouns on a feminine noun: سياستهم is سياسة + هم.
    suffix("تهما", "ه"),
    suffix("تها", "ه"),
    suffix("تهم", "ه"),
    suffix("تهن", "ه"),
    suffix("تكم", "ه"),
    suffix("تنا", "ه"),
    suffix("ته", "ه"),
    // On a noun in ء: وزرائهم, وزراؤهم.
    suffix("ايهم", "اء"),
    suffix("اوهم", "اء"),
    suffix("ايها", "اء"),
    suffix("اوها", "اء"),
    suffix("ايه", "اء"),
    suffix("اوه", "اء"),
    suffix("اينا", "اء"),
    // On a noun in ى: مستواها.
    suffix("اها", "ي"),
    suffix("اهم", "ي"),
    suffix("اه", "ي"),
    // Two spellings of a final hamza: طوارئ, طواريء.
    suffix("يء", "ي"),
    suffix("هما", ""),
    suffix("ها", ""),
    suffix("هم", ""),
    suffix("هن", ""),
    suffix("كم", ""),
    suffix("نا", ""),
    // Dual and plural of a feminine noun, of a noun in ى, then of any.
    suffix("تان", "ه"),
    suffix("تين", "ه"),
    suffix("تي", "ه"),
    suffix("ات", "ه"),
    suffix("ات", ""),
    suffix("ان", ""),
    suffix("ين", ""),
    suffix("ون", ""),
    suffix("وا", ""),
    suffix("ه", ""),
    suffix("ت", ""),
    suffix("ا", ""),
    suffix("و", ""),
];

/// The masculine construct plural `ي` (`لاعبي`), which only a word with a plural in `ين` has; any
/// other final `ي` makes a relative adjective, a word of its own (`لبناني` is not `لبنان`).
pub(super) const CONSTRUCT: &str = "ي";

impl Suffix {
    /// Writes what `base` is without this suffix into `stem`; false if it does not end so.
    pub(super) fn strip(&self, base: &str, stem: &mut String) -> bool {
        let Some(rest) = base.strip_suffix(self.letters) else {
            return false;
        };
        stem.clear();
        stem.push_str(rest);
        stem.push_str(self.restored);
        true
    }
}
