//! What is said of where settings come from.

/// Where a setting comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SettingOrigin<'a> {
    /// Nobody said anything else.
    BuiltIn,
    /// The config file.
    File(&'a str),
    /// A variable of the environment.
    Variable(&'a str),
    /// An option.
    Option(&'a str),
    /// The locale.
    Locale,
    /// It was looked for, and is there.
    Found,
    /// It is not there.
    NotThere,
}

impl SettingOrigin<'_> {
    /// The line, without its end.
    pub(super) fn english(self) -> String {
        match self {
            Self::BuiltIn => "built in".into(),
            Self::File(place) | Self::Variable(place) | Self::Option(place) => {
                format!("from {place}")
            }
            Self::Locale => "from the locale".into(),
            Self::Found => "found here or above".into(),
            Self::NotThere => "not there yet".into(),
        }
    }

    /// The same in Arabic.
    pub(super) fn arabic(self) -> String {
        match self {
            Self::BuiltIn => "المعتاد".into(),
            Self::File(place) => format!("من الملف {place}"),
            Self::Variable(place) => format!("من متغير البيئة {place}"),
            Self::Option(place) => format!("من الخيار {place}"),
            Self::Locale => "من إعدادات النظام".into(),
            Self::Found => "وُجد هنا أو في مجلد أعلى".into(),
            Self::NotThere => "غير موجود بعد".into(),
        }
    }
}
