//! The language in which people are spoken to.
//!
//! Knows which there are and how a locale names them, not what is said.

/// A language of messages. JSON, CSV and other output for programs has none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// English.
    #[default]
    English,
    /// Arabic, from right to left.
    Arabic,
}

impl Language {
    /// The language of a POSIX locale such as `ar_EG.UTF-8`: English, but for Arabic ones.
    #[must_use]
    pub fn of_locale(locale: &str) -> Self {
        match locale.split(['_', '.', '@', '-']).next() {
            Some("ar") => Self::Arabic,
            _ => Self::English,
        }
    }

    /// Its tag (BCP 47).
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Arabic => "ar",
        }
    }

    /// The direction in which it is written, as HTML calls it.
    #[must_use]
    pub fn direction(self) -> &'static str {
        match self {
            Self::English => "ltr",
            Self::Arabic => "rtl",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn locales_name_their_language() {
        assert_eq!(Language::of_locale("ar_EG.UTF-8"), Language::Arabic);
        assert_eq!(Language::of_locale("arn_CL"), Language::English); // Mapudungun
        assert_eq!(Language::of_locale("C"), Language::English);
    }
}
