//! What is said of saved searches.

/// A line about saved searches.
#[derive(Clone, Copy, Debug)]
pub enum SavedLine<'a> {
    /// What is said already.
    Is(&'a str),
    SearchTakes,
    /// A search was saved, or forgotten.
    Saved(&'a str),
    Forgotten(&'a str),
    /// There is no saved search of this name; which there are.
    NoSavedSearch(&'a str),
    SavedAre(&'a str),
    SaveOne,
    SaveAgain,
    NothingToSave,
    SavedIsText,
    NotAName(&'a str),
    NamesAreLike,
    /// News are asked for of what is no list of hits.
    NewIsOfHits,
    LeaveOutForNew,
}

impl SavedLine<'_> {
    /// The line, without its end.
    pub(super) fn english(self) -> String {
        match self {
            Self::Is(said) => said.into(),
            Self::SearchTakes => "fihris search --help lists what a search takes".into(),
            Self::Saved(name) => {
                format!("saved; what comes from now on shows:  fihris run {name} --new")
            }
            Self::Forgotten(name) => format!("forgotten: {name}"),
            Self::NoSavedSearch(name) => format!("no search is saved as {name}"),
            Self::SavedAre(names) => format!("there are: {names}"),
            Self::SaveOne => "save one, as in: fihris save karabakh 'قره باغ'".into(),
            Self::SaveAgain => {
                "save the search again, or forget it: fihris save --forget NAME".into()
            }
            Self::NothingToSave => "there is no query to save".into(),
            Self::SavedIsText => "only what is UTF-8 can be saved".into(),
            Self::NotAName(name) => format!("not a name for a search: {name}"),
            Self::NamesAreLike => {
                "names are letters and figures, - and _, as in karabakh or قره-باغ".into()
            }
            Self::NewIsOfHits => "--new is for hits and their files".into(),
            Self::LeaveOutForNew => "leave out --count, --group-by and --queries".into(),
        }
    }

    /// The same in Arabic.
    pub(super) fn arabic(self) -> String {
        match self {
            Self::Is(said) => said.into(),
            Self::SearchTakes => "للاطلاع على ما يقبله البحث:\n  fihris search --help".into(),
            Self::Saved(name) => {
                format!("حُفظ البحث؛ ولعرض ما يستجد من الآن:\n  fihris run {name} --new")
            }
            Self::Forgotten(name) => format!("حُذفت عملية البحث المحفوظة: {name}"),
            Self::NoSavedSearch(name) => format!("لا عملية بحث محفوظة بهذا الاسم: {name}"),
            Self::SavedAre(names) => format!("عمليات البحث المحفوظة:\n  {names}"),
            Self::SaveOne => "احفظ بحثًا، هكذا:\n  fihris save karabakh 'قره باغ'".into(),
            Self::SaveAgain => {
                "احفظ البحث من جديد، أو احذفه بالأمر:\n  fihris save --forget NAME".into()
            }
            Self::NothingToSave => "لا استعلام ليُحفظ".into(),
            Self::SavedIsText => "لا يُحفظ إلا ما كان بترميز UTF-8".into(),
            Self::NotAName(name) => format!("لا يصلح هذا اسمًا لبحث:\n  {name}"),
            Self::NamesAreLike => "الأسماء حروف وأرقام، ومعها - و_، مثل karabakh أو قره-باغ".into(),
            Self::NewIsOfHits => "الخيار --new للنتائج وملفاتها".into(),
            Self::LeaveOutForNew => "احذف هذه الخيارات:\n  --count --group-by --queries".into(),
        }
    }
}
