//! What is said of the state of an index.
//!
//! Knows labels and figures, not where they come from.

use super::files::kind_called;
use super::plural::Case::Nominative;
use super::plural::{
    ARTICLES, FILES, GROUPS, VERSIONS, arabic as counted, english as counted_in_english,
};
use crate::i18n::Language;

/// A line of the state of an index.
#[derive(Clone, Copy, Debug)]
pub enum StatusLine<'a> {
    Index(&'a str),
    Articles(u64),
    /// Articles of which there is a newer version.
    Earlier(u64),
    /// How many published them.
    Sources(u64),
    /// From which day to which they were published, and on which days none was.
    Published(&'a str),
    Gaps(&'a str),
    Files(u64),
    Words(u64),
    Spellings(u64),
    Size(&'a str),
    Updated(&'a str),
    Rules(&'a str),
    Root(&'a str),
    /// A stream, its articles, and when it came the last time.
    Stream {
        name: &'a str,
        articles: u64,
        last: &'a str,
    },
    Encoding {
        name: &'a str,
        files: u64,
    },
    /// How many files are of a kind that is not read.
    NotRead {
        kind: &'a str,
        files: u64,
    },
    Noted {
        path: &'a str,
        note: &'a str,
    },
    Skipped {
        path: &'a str,
        reason: &'a str,
    },
}

impl StatusLine<'_> {
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
            Self::Index(path) => format!("index:     {path}"),
            Self::Articles(number) => format!("articles:  {number}"),
            Self::Earlier(number) => {
                let versions = counted_in_english(number, "earlier version", "earlier versions");
                format!("           {versions} of these besides")
            }
            Self::Sources(number) => format!("sources:   {number}"),
            Self::Published(days) => format!("published: {days}"),
            Self::Gaps(days) => format!("           {days}"),
            Self::Files(number) => format!("files:     {number}"),
            Self::Words(number) => format!("words:     {number} distinct"),
            Self::Spellings(number) => format!("spellings: {number} groups"),
            Self::Size(size) => format!("size:      {size}"),
            Self::Updated(time) => format!("updated:   {time}"),
            Self::Rules(number) => format!("rules:     {number}"),
            Self::Root(path) => format!("root:      {path}"),
            Self::Stream {
                name,
                articles,
                last,
            } => format!(
                "stream:    {name}: {}, last {last}",
                counted_in_english(articles, "article", "articles")
            ),
            Self::Encoding { name, files } => format!("encoding:  {name}: {files}"),
            Self::NotRead { kind, files } => format!("not read:  {kind}: {files}"),
            Self::Noted { path, note } => format!("noted:     {path}: {note}"),
            Self::Skipped { path, reason } => format!("skipped:   {path}: {reason}"),
        }
    }

    fn arabic(self) -> String {
        match self {
            Self::Index(path) => format!("الفهرس:    {path}"),
            Self::Articles(number) => format!("المقالات:  {number}"),
            Self::Earlier(number) => format!(
                "           وصيغ سابقة منها: {}",
                counted(number, &VERSIONS, Nominative)
            ),
            Self::Sources(number) => format!("المصادر:   {number}"),
            Self::Published(days) => format!("النشر:     {days}"),
            Self::Gaps(days) => format!("           {days}"),
            Self::Files(number) => format!("الملفات:   {number}"),
            Self::Words(number) => format!("الكلمات:   {number} دون المكرر"),
            Self::Spellings(number) => {
                format!("التهجئات:  {}", counted(number, &GROUPS, Nominative))
            }
            Self::Size(size) => format!("الحجم:     {size}"),
            Self::Updated(time) => format!("التحديث:   {time}"),
            Self::Rules(number) => format!("القواعد:   {number}"),
            Self::Root(path) => format!("فُهرس من:  {path}"),
            Self::Stream {
                name,
                articles,
                last,
            } => format!(
                "المجرى:    {name}: {}، وآخر ما أتى منه {last}",
                counted(articles, &ARTICLES, Nominative)
            ),
            Self::Encoding { name, files } => format!(
                "الترميز:   {} بترميز {name}",
                counted(files, &FILES, Nominative)
            ),
            Self::NotRead { kind, files } => format!(
                "لا يُقرأ:   {}: {}",
                kind_called(kind),
                counted(files, &FILES, Nominative)
            ),
            Self::Noted { path, note } => format!("ملاحظة:    {note}\n  {path}"),
            Self::Skipped { path, reason } => format!("متروك:     {reason}\n  {path}"),
        }
    }
}
