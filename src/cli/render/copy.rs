//! A copy: one of several articles that tell the same story in nearly the same words.

use std::io::{self, Write};

use jiff::civil::Date;
use serde::Serialize;

use super::clean::one_line;
use super::link::article_address;
use super::style::Style;
use fihris_corpus::{Article, ArticleId, PathNames};

/// An article of a group.
#[derive(Debug, Serialize)]
pub struct Copy {
    pub(super) id: ArticleId,
    pub(super) path: String,
    /// Among the articles of its file.
    #[serde(skip)]
    pub(super) place: u64,
    /// Where a click leads.
    #[serde(skip)]
    pub(super) link: Option<String>,
    pub(super) published: Option<Date>,
    pub(super) source: Option<String>,
    pub(super) title: Option<String>,
}

impl Copy {
    /// What is told of `article`.
    #[must_use]
    pub fn new(article: &Article, path_names: &PathNames) -> Self {
        Self {
            id: article.id.clone(),
            path: path_names.show(&article.file),
            place: article.place,
            link: article_address(path_names, article),
            published: article.published.as_ref().map(|published| published.date),
            source: article.source.clone(),
            title: article.title().map(String::from),
        }
    }
}

impl Copy {
    /// What tells it from all others.
    pub(super) fn identity(&self) -> (&str, &str, u64) {
        (&self.id, &self.path, self.place)
    }

    /// Its place among copies: by the day of publishing, if that is known.
    pub(super) fn order(&self) -> impl Ord + '_ {
        (self.published.is_none(), self.published, self.identity())
    }

    /// Writes it on a line for people, and its headline on another.
    ///
    /// # Errors
    /// If `out` fails.
    pub fn write_line(&self, out: &mut dyn Write, style: Style) -> io::Result<()> {
        let published = self.published.map(|date| date.to_string());
        let told = [Some(self.id.to_string()), published, self.source.clone()];
        let told: Vec<String> = told.into_iter().flatten().collect();
        writeln!(out, "  {}", style.path(&one_line(&told.join("  "))))?;
        match &self.title {
            Some(title) => {
                let title = style.isolate(&one_line(title));
                writeln!(out, "  {}", style.title(&title))
            }
            None => Ok(()),
        }
    }
}
