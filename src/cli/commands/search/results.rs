//! What is written of an answer: hits, files or groups.
//!
//! Knows the options of a search, not how hits were found.

use std::collections::HashSet;
use std::io::{self, Write};

use crate::i18n::Label;
use crate::render::bibtex::BibWriter;
use crate::render::clean::{column, one_line};
use crate::render::copy::Copy;
use crate::render::html::{self, hits::Shown};
use crate::render::json::{self, Line, SearchSummary};
use crate::render::rows::{Row, RowField, RowForm, RowWriter};
use crate::render::template::Template;
use crate::render::{Style, groups, hits, markdown};
use fihris_corpus::PathNames;
use fihris_index::{Index, IndexError};
use fihris_query::Query;
use fihris_search::ScoredDoc;
use fihris_search::{Group, Highlighter, Hit, SearchResults, explain_score};

use crate::args::search::SearchArgs;
use crate::args::sort::GroupNames;
use crate::support::context::{Context, SearchFormat};
use crate::support::failure::Failure;

/// What writing needs besides the answer.
pub struct Results<'a> {
    pub context: &'a Context,
    pub args: &'a SearchArgs,
    pub index: &'a Index,
    pub path_names: &'a PathNames,
    /// The groups, if such are asked for.
    pub groups: &'a [Group],
    /// The columns of tables.
    pub columns: &'a [RowField],
}

impl Results<'_> {
    /// Writes what was asked for of `ranked`, and says how much it was.
    pub fn write(
        &self,
        out: &mut dyn Write,
        query: &Query,
        ranked: &SearchResults,
    ) -> Result<usize, Failure> {
        match self.args {
            SearchArgs { count: true, .. } => Ok(0),
            SearchArgs { files: true, .. } => self.write_files(out, ranked),
            SearchArgs {
                group_by: Some(_), ..
            } => self.write_groups(out),
            SearchArgs {
                template: Some(template),
                ..
            } => self.write_lines(out, query, ranked, template),
            _ => match self.args.format {
                SearchFormat::Md | SearchFormat::Bib => self.write_document(out, query, ranked),
                SearchFormat::Trec => self.write_run(out, ranked),
                format => match format.rows() {
                    Some(form) => self.write_rows(out, query, ranked, form),
                    None => self.write_hits(out, query, ranked),
                },
            },
        }
    }

    /// Writes hits as a table.
    fn write_rows(
        &self,
        out: &mut dyn Write,
        query: &Query,
        ranked: &SearchResults,
        form: RowForm,
    ) -> Result<usize, Failure> {
        let best = self.shown(ranked);
        let mut rank = self.args.offset;
        let mut rows = RowWriter::new(out, form, self.columns)?;
        Hit::read_all(self.index, &Highlighter::new(query), best, |_, hit| {
            rank += 1;
            let row = Row {
                article: &hit.article,
                hit: Some((rank, &hit)),
                path_names: self.path_names,
            };
            Ok::<_, Failure>(rows.write(row)?)
        })?;
        rows.finish()?;
        Ok(best.len())
    }

    /// Writes a line a hit, as the template has it.
    fn write_lines(
        &self,
        out: &mut dyn Write,
        query: &Query,
        ranked: &SearchResults,
        template: &Template,
    ) -> Result<usize, Failure> {
        let best = self.shown(ranked);
        let mut rank = self.args.offset;
        Hit::read_all(self.index, &Highlighter::new(query), best, |_, hit| {
            rank += 1;
            let row = Row {
                article: &hit.article,
                hit: Some((rank, &hit)),
                path_names: self.path_names,
            };
            Ok::<_, Failure>(template.write(out, row, self.columns)?)
        })?;
        Ok(best.len())
    }

    /// Writes hits as a TREC run of one query, which is called 1.
    fn write_run(&self, out: &mut dyn Write, ranked: &SearchResults) -> Result<usize, Failure> {
        let best = self.shown(ranked);
        for (rank, found) in (self.args.offset + 1..).zip(best) {
            write_trec(out, "1", rank, found)?;
        }
        Ok(best.len())
    }

    /// Writes hits as Markdown or BibTeX.
    fn write_document(
        &self,
        out: &mut dyn Write,
        query: &Query,
        ranked: &SearchResults,
    ) -> Result<usize, Failure> {
        let best = self.shown(ranked);
        let mut rank = self.args.offset;
        let mut references = BibWriter::default();
        Hit::read_all(self.index, &Highlighter::new(query), best, |_, hit| {
            rank += 1;
            match self.args.format {
                SearchFormat::Bib => references.write(out, &hit, self.path_names)?,
                _ => markdown::write_hit(out, &hit, rank, self.path_names)?,
            }
            Ok::<_, Failure>(())
        })?;
        Ok(best.len())
    }

    fn write_hits(
        &self,
        out: &mut dyn Write,
        query: &Query,
        ranked: &SearchResults,
    ) -> Result<usize, Failure> {
        let (args, index) = (self.args, self.index);
        let highlighter = Highlighter::new(query);
        let best = self.shown(ranked);
        let mut rank = args.offset;
        Hit::read_all(index, &highlighter, best, |found, hit| {
            rank += 1;
            let copies = self.copies(found)?;
            let is_json = args.format == SearchFormat::Json;
            let why = if is_json || args.why {
                Some(explain_score(index, query, found, &hit)?)
            } else {
                None
            };
            if is_json {
                let why = why.unwrap_or_default();
                let fields = json::hit(&hit, &why, rank, self.path_names, copies);
                json::write_line(out, &Line::new("hit", fields))?;
            } else {
                let style = self.context.style;
                hits::write_hit(
                    out,
                    &hit,
                    why.as_ref(),
                    self.path_names,
                    copies.as_deref(),
                    style,
                )?;
            }
            Ok::<_, Failure>(())
        })?;
        Ok(best.len())
    }

    /// The part of the hits that is to be shown.
    pub fn shown<'a>(&self, ranked: &'a SearchResults) -> &'a [ScoredDoc] {
        let best = &ranked.docs[self.args.offset.min(ranked.docs.len())..];
        &best[..self.args.limit().min(best.len())]
    }

    /// The copies of a hit, if they are to be listed.
    fn copies(&self, found: &ScoredDoc) -> Result<Option<Vec<Copy>>, IndexError> {
        let copies = found.copies.iter();
        let read = |address: &_| Ok(Copy::new(&self.index.article(*address)?, self.path_names));
        self.args
            .copies
            .then(|| copies.map(read).collect())
            .transpose()
    }

    /// Writes a page of hits or groups, headed by `summary`, and says how many they are.
    pub fn write_page(
        &self,
        out: &mut dyn Write,
        query: &Query,
        ranked: &SearchResults,
        mut summary: SearchSummary,
    ) -> Result<usize, Failure> {
        let (args, context) = (self.args, self.context);
        if args.group_by.is_some() {
            let page = context.page(Label::Groups, Some(summary.query));
            let groups = self.shown_groups();
            let names = args.group_by.as_ref().map(GroupNames::names);
            let page = html::hits::answered(page, &summary);
            html::groups::write(out, &page, groups, &names.unwrap_or_default())?;
            return Ok(groups.len());
        }
        let best = self.shown(ranked);
        summary.shown = best.len();
        let page = context.page(Label::Search, Some(summary.query));
        let page = html::hits::answered(page, &summary);
        html::hits::open(out, &page, &summary)?;
        let highlighter = Highlighter::new(query);
        Hit::read_all(self.index, &highlighter, best, |found, hit| {
            let copies = self.copies(found)?;
            let shown = Shown {
                hit: &hit,
                why: &explain_score(self.index, query, found, &hit)?,
                is_why_open: args.why,
                copies: copies.as_deref(),
                more_like_this: None,
            };
            Ok::<_, Failure>(shown.write(out, &page, self.path_names)?)
        })?;
        html::hits::close(out, &page, summary.shown)?;
        Ok(summary.shown)
    }

    fn write_groups(&self, out: &mut dyn Write) -> Result<usize, Failure> {
        let groups = self.shown_groups();
        let names = self.args.group_by.as_ref().map(GroupNames::names);
        match (self.args.format, self.args.format.rows()) {
            (SearchFormat::Json, _) => groups::write_json(out, groups)?,
            (_, Some(form)) => {
                groups::write_table(out, groups, &names.unwrap_or_default(), form)?;
            }
            _ => groups::write_text(out, groups, self.context.style)?,
        }
        Ok(groups.len())
    }

    /// The groups that are to be shown: so many of the first of what they are by.
    fn shown_groups(&self) -> &[Group] {
        let (limit, offset) = (self.args.limit(), self.args.offset);
        let mut starts = (0..self.groups.len())
            .filter(|i| *i == 0 || self.groups[*i].names[0] != self.groups[*i - 1].names[0]);
        let first = starts.clone().nth(offset).unwrap_or(self.groups.len());
        let behind = starts.nth(offset.saturating_add(limit));
        &self.groups[first..behind.unwrap_or(self.groups.len())]
    }

    fn write_files(&self, out: &mut dyn Write, ranked: &SearchResults) -> Result<usize, Failure> {
        let plain = Style {
            color: false,
            ..self.context.style
        };
        let mut seen = HashSet::new();
        let mut shown = 0;
        for found in &ranked.docs {
            let file = self.index.file_of(found.address)?;
            if !seen.insert(file.clone()) {
                continue;
            }
            let path = self.path_names.show(&file);
            let end = if self.args.null { "\0" } else { "\n" };
            if self.args.format == SearchFormat::Json {
                json::write_line(out, &Line::new("file", serde_json::json!({ "path": path })))?;
            } else if plain.screen.is_some() && self.args.null {
                write!(out, "{}\0", one_line(&path))?;
            } else if plain.screen.is_some() {
                let path = plain.link(&one_line(&path), self.path_names.file(&file).as_deref());
                writeln!(out, "{path}")?;
            } else {
                out.write_all(&self.path_names.bytes(&file))?; // for other programs
                out.write_all(end.as_bytes())?;
            }
            shown += 1;
        }
        Ok(shown)
    }
}

/// Writes a line of a TREC run.
///
/// # Errors
/// If `out` fails.
pub fn write_trec(
    out: &mut dyn Write,
    query_id: &str,
    rank: usize,
    found: &ScoredDoc,
) -> io::Result<()> {
    let (query_id, id, score) = (column(query_id), column(&found.id), found.score);
    writeln!(out, "{query_id} Q0 {id} {rank} {score:.5} fihris")
}
