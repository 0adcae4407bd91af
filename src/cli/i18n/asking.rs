//! What is said where results are asked for in a way that there is not.

use std::path::Path;

/// Something that cannot be asked for so, or what can.
#[derive(Clone, Copy, Debug)]
pub enum AskingLine<'a> {
    /// A format, by its name, is for hits alone.
    FormatIsForHits(&'a str),
    LeaveOutForHits,
    /// Columns are named, but there is no table.
    FieldsAreForTables,
    ChooseATable,
    /// No article has such a field; what there is.
    NoSuchField(&'a str),
    FieldsAre(&'a str),
    /// Texts are exported, but no folder is named.
    TextsNeedAFolder,
    NameAFolder,
    /// A folder that is to be written into is not empty.
    FolderIsNotEmpty(&'a Path),
    /// More queries than can be counted side by side.
    MostSeries(usize),
    LeaveOutSome,
    SvgIsOfOne,
    UseHtml,
}

impl AskingLine<'_> {
    /// The line, without its end.
    pub(super) fn english(self) -> String {
        match self {
            Self::FormatIsForHits(name) => format!("--format {name} is for the hits of one query"),
            Self::LeaveOutForHits => {
                "leave out --queries, --count, --files or --group-by, or the format".into()
            }
            Self::FieldsAre(names) => format!("there are: {names}"),
            Self::MostSeries(most) => format!("more than {most} queries"),
            Self::LeaveOutSome => "leave some out, or count them one after the other".into(),
            Self::SvgIsOfOne => "--svg is a picture of one query".into(),
            Self::UseHtml => "--format html has a picture of each".into(),
            Self::TextsNeedAFolder => "--format text writes a file an article".into(),
            Self::NameAFolder => {
                "name a folder for them, which is empty or not there: --output FOLDER".into()
            }
            Self::FolderIsNotEmpty(folder) => {
                format!("there is something in {} already", folder.display())
            }
            Self::FieldsAreForTables => "--fields names the columns of a table".into(),
            Self::ChooseATable => "choose one: --format csv, tsv or jsonl".into(),
            Self::NoSuchField(name) => format!("no article has a field {name}"),
        }
    }

    /// The same in Arabic.
    pub(super) fn arabic(self) -> String {
        match self {
            Self::FormatIsForHits(name) => format!("الصيغة {name} لنتائج استعلام واحد"),
            Self::LeaveOutForHits => {
                "احذف الصيغة أو هذه الخيارات:\n  --queries --count --files --group-by".into()
            }
            Self::MostSeries(most) => format!("الاستعلامات أكثر من {most}"),
            Self::LeaveOutSome => "احذف بعضها، أو عُدّها واحدًا بعد آخر".into(),
            Self::SvgIsOfOne => "الخيار --svg يرسم استعلامًا واحدًا".into(),
            Self::UseHtml => "في صفحة HTML رسم لكل استعلام:\n  --format html".into(),
            Self::TextsNeedAFolder => "الصيغة text تكتب كل مقالة في ملف".into(),
            Self::NameAFolder => "اذكر مجلدًا فارغًا أو غير موجود:\n  --output FOLDER".into(),
            Self::FolderIsNotEmpty(folder) => {
                format!("المجلد ليس فارغًا:\n  {}", folder.display())
            }
            Self::FieldsAreForTables => "الخيار --fields يسمّي أعمدة جدول".into(),
            Self::ChooseATable => {
                "اختر صيغة جدول:\n  --format csv\n  --format tsv\n  --format jsonl".into()
            }
            Self::NoSuchField(name) => format!("لا حقل بهذا الاسم في أي مقالة:\n  {name}"),
            Self::FieldsAre(names) => format!("الحقول الموجودة:\n  {names}"),
        }
    }
}
