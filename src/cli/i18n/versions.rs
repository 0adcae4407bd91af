//! What is said of an article of which there are other versions.

use super::plural::Case::Oblique;
use super::plural::{VERSIONS, arabic as counted};
use crate::i18n::Language;

/// How many versions there are, and the days on which the first and the last were seen; empty if not known.
#[derive(Clone, Copy, Debug)]
pub struct VersionLine<'a> {
    pub versions: u32,
    pub is_newest: bool,
    pub first: &'a str,
    pub last: &'a str,
}

impl VersionLine<'_> {
    /// The line in `language`, without its end.
    #[must_use]
    pub fn text(self, language: Language) -> String {
        match language {
            Language::English => self.english(),
            Language::Arabic => self.arabic(),
        }
    }

    fn english(self) -> String {
        let Self { first, last, .. } = self;
        let which = if self.is_newest {
            "the newest"
        } else {
            "an earlier one"
        };
        let of = format!("{which} of {} versions", self.versions);
        match first {
            "" => of,
            _ if first == last => format!("{of}, seen on {first}"),
            _ => format!("{of}, seen from {first} to {last}"),
        }
    }

    fn arabic(self) -> String {
        let Self { first, last, .. } = self;
        let versions = counted(self.versions.into(), &VERSIONS, Oblique);
        let of = if self.is_newest {
            format!("أحدث {versions}")
        } else {
            format!("صيغة سابقة من {versions}")
        };
        match first {
            "" => of,
            _ if first == last => format!("{of}، رُصدت في {first}"),
            _ => format!("{of}، رُصدت من {first} إلى {last}"),
        }
    }
}
