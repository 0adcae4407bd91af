//! What is said of where settings come from.

use crate::i18n::Language;

/// Where a setting comes from.
#[derive(Clone, Copy, Debug)]
pub enum OriginLine<'a> {
    /// Where a setting comes from.
    FromNowhere,
    FromFile(&'a str),
    FromVariable(&'a str),
    FromOption(&'a str),
    FromLocale,
    FromFinding,
    NotThere,
}

impl OriginLine<'_> {
    /// The line in `language`, without its end.
    #[must_use]
    pub fn text(self, language: Language) -> String {
        match language {
            Language::English => self.english(),
            Language::Arabic => self.arabic(),
        }
    }

    fn english(self) -> String {
        match self {
            Self::FromNowhere => "built in".into(),
            Self::FromFile(place) | Self::FromVariable(place) | Self::FromOption(place) => {
                format!("from {place}")
            }
            Self::FromLocale => "from the locale".into(),
            Self::FromFinding => "found here or above".into(),
            Self::NotThere => "not there yet".into(),
        }
    }

    fn arabic(self) -> String {
        match self {
            Self::FromNowhere => "المعتاد".into(),
            Self::FromFile(place) => format!("من الملف {place}"),
            Self::FromVariable(place) => format!("من متغير البيئة {place}"),
            Self::FromOption(place) => format!("من الخيار {place}"),
            Self::FromLocale => "من إعدادات النظام".into(),
            Self::FromFinding => "وُجد هنا أو في مجلد أعلى".into(),
            Self::NotThere => "غير موجود بعد".into(),
        }
    }
}
