//! What is said when something is taken out of an index.
//!
//! Knows words and figures, not what is removed.

use super::plural::Case::Nominative;
use super::plural::{ARTICLES, FILES, arabic as counted, english as counted_in_english};
use crate::i18n::Language;
use fihris_index::remove::Origin;

/// A line of a run that removes.
#[derive(Clone, Copy, Debug)]
pub enum RemovalLine<'a> {
    /// Something was removed, or would be.
    Removed {
        /// Its name as shown.
        name: &'a str,
        /// What it was.
        origin: Origin,
        /// Files of it.
        files: u64,
        /// Articles of it.
        articles: u64,
        /// Whether nothing was done.
        dry_run: bool,
    },
    /// So many articles were removed, each by itself, or would be.
    Articles {
        /// How many.
        articles: u64,
        /// Whether nothing was done.
        dry_run: bool,
    },
    /// The next run reads it again.
    ComesAgain {
        /// Its name as shown.
        name: &'a str,
        /// The root that it lies below.
        root: &'a str,
    },
    /// Nothing in the index is called so.
    Unknown(&'a str),
    /// How many articles there are.
    Left(u64),
}

impl RemovalLine<'_> {
    /// The line in `language`, without its end.
    #[must_use]
    pub fn text(self, language: Language) -> String {
        match language {
            Language::English => self.english(),
            Language::Arabic => self.arabic(),
        }
    }

    fn english(self) -> String {
        let articles = |number| counted_in_english(number, "article", "articles");
        match self {
            Self::Removed {
                name,
                origin,
                files,
                articles: number,
                dry_run,
            } => {
                let done = if dry_run {
                    "would be removed"
                } else {
                    "removed"
                };
                let what = match origin {
                    Origin::Root => "root ",
                    Origin::Path => "",
                    Origin::Stream => "stream ",
                };
                let files = match origin {
                    Origin::Stream => String::new(),
                    _ => format!(" of {}", counted_in_english(files, "file", "files")),
                };
                format!("{done}: {what}{name}: {}{files}", articles(number))
            }
            Self::Articles {
                articles: number,
                dry_run: true,
            } => format!("{} would be removed", articles(number)),
            Self::Articles {
                articles: number,
                dry_run: false,
            } => format!("{} removed", articles(number)),
            Self::ComesAgain { name, root } => format!(
                "note: {name} lies in {root}, and the next run of index reads it again unless --exclude leaves it out"
            ),
            Self::Unknown(name) => format!("nothing in the index is of {name}"),
            Self::Left(number) => format!("{} in the index", articles(number)),
        }
    }

    fn arabic(self) -> String {
        match self {
            Self::Removed {
                name,
                origin,
                files,
                articles,
                dry_run,
            } => {
                let done = if dry_run {
                    "لو نُفّذ الأمر لحُذف"
                } else {
                    "حُذف"
                };
                let what = match origin {
                    Origin::Root => "ما فُهرس من ",
                    Origin::Path => "",
                    Origin::Stream => "المجرى ",
                };
                let files = match origin {
                    Origin::Stream => String::new(),
                    _ => format!("، {}", counted(files, &FILES, Nominative)),
                };
                let articles = counted(articles, &ARTICLES, Nominative);
                format!("{done}: {what}{name} ({articles}{files})")
            }
            Self::Articles { articles, dry_run } => {
                let done = if dry_run {
                    "لو نُفّذ الأمر لحُذف"
                } else {
                    "حُذف"
                };
                format!("{done}: {}", counted(articles, &ARTICLES, Nominative))
            }
            Self::ComesAgain { name, root } => format!(
                "ملاحظة: {name} من {root}، فيُقرأ ثانيةً عند تشغيل الأمر index ما لم يُستثنَ بالخيار --exclude"
            ),
            Self::Unknown(name) => format!("ليس في الفهرس شيء من {name}"),
            Self::Left(number) => format!("في الفهرس {}", counted(number, &ARTICLES, Nominative)),
        }
    }
}
