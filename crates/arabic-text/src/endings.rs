//! Endings: pronouns, number, gender, case and person written onto the end of a word.
//!
//! Knows which there are and what a word may have been before one: spelling changes at the joint
//! (`سياسة` + `ه` is `سياسته`, `وزراء` + `هم` is `وزرائهم` or `وزراؤهم`). Deciding is
//! [`super::cores`]'.

/// One ending and what takes its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ending {
    /// What the word ends in, folded.
    pub letters: &'static str,
    /// What the word without it ends in instead.
    pub restored: &'static str,
}

const fn ending(letters: &'static str, restored: &'static str) -> Ending {
    Ending { letters, restored }
}

/// Attached pronouns, then inflection; at each length the more telling reading first.
pub const ENDINGS: &[Ending] = &[
    // Pronouns on a feminine noun: سياستهم is سياسة + هم.
    ending("تهما", "ه"),
    ending("تها", "ه"),
    ending("تهم", "ه"),
    ending("تهن", "ه"),
    ending("تكم", "ه"),
    ending("تنا", "ه"),
    ending("ته", "ه"),
    // On a noun in ء: وزرائهم, وزراؤهم.
    ending("ايهم", "اء"),
    ending("اوهم", "اء"),
    ending("ايها", "اء"),
    ending("اوها", "اء"),
    ending("ايه", "اء"),
    ending("اوه", "اء"),
    ending("اينا", "اء"),
    // On a noun in ى: مستواها.
    ending("اها", "ي"),
    ending("اهم", "ي"),
    ending("اه", "ي"),
    // Two spellings of a final hamza: طوارئ, طواريء.
    ending("يء", "ي"),
    ending("هما", ""),
    ending("ها", ""),
    ending("هم", ""),
    ending("هن", ""),
    ending("كم", ""),
    ending("نا", ""),
    // Dual and plural of a feminine noun, of a noun in ى, then of any.
    ending("تان", "ه"),
    ending("تين", "ه"),
    ending("تي", "ه"),
    ending("ات", "ه"),
    ending("ات", ""),
    ending("ان", ""),
    ending("ين", ""),
    ending("ون", ""),
    ending("وا", ""),
    ending("ه", ""),
    ending("ت", ""),
    ending("ا", ""),
    ending("و", ""),
];

/// The masculine construct plural `ي` (`لاعبي`), which only a word with a plural in `ين` has; any
/// other final `ي` makes a relative adjective, a word of its own (`لبناني` is not `لبنان`).
pub const CONSTRUCT: &str = "ي";

impl Ending {
    /// Writes what `base` is without this ending into `stem`; false if it does not end so.
    pub fn strip(&self, base: &str, stem: &mut String) -> bool {
        let Some(rest) = base.strip_suffix(self.letters) else {
            return false;
        };
        stem.clear();
        stem.push_str(rest);
        stem.push_str(self.restored);
        true
    }
}
