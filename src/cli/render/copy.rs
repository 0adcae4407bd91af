//! A copy: one of several articles that tell the same story in nearly the same words.

use std::io::{self, Write};

use jiff::civil::Date;
use serde::Serialize;

use super::clean::one_line;
use super::link::article_address;
use super::style::Style;
use super::version::{VersionFields, said};
use fihris_corpus::{Article, ArticleId, PathNames};
use fihris_index::Version;

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
    /// Where there is a newer version.
    #[serde(flatten)]
    version: Option<VersionFields>,
    #[serde(skip)]
    pub(super) earlier: Option<Version>,
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
            version: None,
            earlier: None,
        }
    }

    /// When it was published, those that say so first.
    #[must_use]
    pub fn day(&self) -> (bool, Option<Date>) {
        (self.published.is_none(), self.published)
    }

    /// The same of an article that is this `version`, which is told if there is a newer one.
    #[must_use]
    pub fn with_version(mut self, version: Option<Version>) -> Self {
        self.earlier = version.filter(|version| !version.is_newest);
        self.version = self.earlier.map(VersionFields::new);
        self
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
        if let Some(title) = &self.title {
            let title = style.isolate(&one_line(title));
            writeln!(out, "  {}", style.title(&title))?;
        }
        if let Some(version) = self.earlier {
            let line = format!("  {}", said(version, style.language));
            writeln!(out, "{}", style.dim(&line))?;
        }
        Ok(())
    }
}
