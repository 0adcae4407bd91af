//! Groups of copies: stories that were printed more than once.
//!
//! Knows how groups look, not how copies are found.

use std::collections::BTreeSet;
use std::io::{self, Write};

use jiff::civil::Date;
use serde::Serialize;

use super::clean::one_line;
use super::copy::Copy;
use super::csv_writer::CsvWriter;
use super::json::{Line, write_line};
use super::style::Style;
use crate::i18n::Message;

/// A group with what is told of each of its articles.
#[derive(Debug, Serialize)]
pub struct CopyGroup {
    /// How many articles.
    size: usize,
    /// The first day on which one was published, where that is known.
    pub(super) first: Option<Date>,
    /// Who published them, where that is known.
    pub(super) sources: BTreeSet<String>,
    /// By day of publishing, then by id, file, and place in that; all are copies of the first.
    pub(super) articles: Vec<Copy>,
}

impl CopyGroup {
    /// The groups of copies among `articles`, which `group` makes of these in their order, as places: each of
    /// copies of the one that was published first.
    #[must_use]
    pub fn all_of<A>(
        mut articles: Vec<(A, Copy)>,
        group: impl FnOnce(&[A]) -> Vec<Vec<usize>>,
    ) -> Vec<Self> {
        articles.sort_by(|(_, a), (_, b)| a.order().cmp(&b.order()));
        let (articles, copies): (Vec<A>, Vec<Copy>) = articles.into_iter().unzip();
        let mut copies: Vec<Option<Copy>> = copies.into_iter().map(Some).collect();
        let groups = group(&articles).into_iter();
        let groups = groups.filter(|group| group.len() > 1).map(|group| {
            let members = group.into_iter().filter_map(|place| copies[place].take());
            Self::new(members.collect())
        });
        groups.collect()
    }

    /// The group of `articles`, in this order.
    fn new(articles: Vec<Copy>) -> Self {
        let sources = articles.iter().filter_map(|copy| copy.source.clone());
        Self {
            size: articles.len(),
            first: articles.iter().filter_map(|copy| copy.published).min(),
            sources: sources.collect(),
            articles,
        }
    }

    /// Its place among groups: the largest first, then by the id, file and place of its first article.
    #[must_use]
    pub fn rank(&self) -> impl Ord + use<> {
        let first = self.articles.first().map(Copy::identity);
        let first = first.map(|(id, path, place)| (id.to_string(), path.to_string(), place));
        (std::cmp::Reverse(self.size), first)
    }
}

/// Writes a group for people, followed by an empty line.
///
/// # Errors
/// If `out` fails.
pub fn write_text(out: &mut dyn Write, group: &CopyGroup, style: Style) -> io::Result<()> {
    let mut told = vec![style.say(Message::GroupOfCopies(group.size))];
    let first = group.first.map(|first| first.to_string());
    told.extend(first.map(|first| style.say(Message::FirstCopy(&first))));
    if !group.sources.is_empty() {
        let sources: Vec<&str> = group.sources.iter().map(String::as_str).collect();
        told.push(sources.join(", "));
    }
    writeln!(out, "{}", style.dim(&one_line(&told.join("; "))))?;
    for copy in &group.articles {
        copy.write_line(out, style)?;
    }
    writeln!(out)
}

/// Writes a group as a JSON line.
///
/// # Errors
/// If `out` fails.
pub fn write_json(out: &mut dyn Write, group: &CopyGroup) -> io::Result<()> {
    write_line(out, &Line::new("copies", group))
}

/// Writes groups as CSV, a line an article, with the number of its group.
///
/// # Errors
/// If `out` fails.
pub fn write_csv(out: &mut dyn Write, groups: &[CopyGroup]) -> io::Result<()> {
    let mut csv = CsvWriter::new(
        out,
        &["group", "id", "path", "published", "source", "title"],
    )?;
    for (number, group) in (1..).zip(groups) {
        let number: usize = number;
        for copy in &group.articles {
            csv.write_row([
                &number.to_string(),
                copy.id.as_str(),
                &copy.path,
                &copy
                    .published
                    .map(|date| date.to_string())
                    .unwrap_or_default(),
                copy.source.as_deref().unwrap_or_default(),
                copy.title.as_deref().unwrap_or_default(),
            ])?;
        }
    }
    csv.finish()
}
