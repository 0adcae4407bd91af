//! The arguments of `fihris search`.

use std::path::PathBuf;

use fihris_search::SearchOptions;

use crate::args::fields::FieldsArg;
use crate::args::number::number;
use crate::args::query::MatchArgs;
use crate::args::sort::{GroupNames, SortName};
use crate::render::template::Template;
use crate::support::context::SearchFormat;

/// So many hits are shown where nobody says how many.
pub const USUAL_LIMIT: usize = 10;

/// Find articles
///
/// All words are required, in any order and with any clitics, endings and known spellings.
/// fihris help queries shows all that can be asked.
#[derive(Debug, clap::Args)]
pub struct SearchArgs {
    /// What to look for; quote it, for the shell
    #[arg(allow_hyphen_values = true, required_unless_present_any = ["queries", "since", "until", "on"])]
    pub query: Option<String>,
    /// Bring the index up to date with these files and folders first, and search only in them
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    #[command(flatten)]
    pub matching: MatchArgs,
    /// Where no article has all the words, do not show those with some
    #[arg(long, conflicts_with = "any")]
    pub all: bool,
    /// Show at most so many hits, else 10; or so many groups, else all
    #[arg(short = 'n', long, value_name = "N", value_parser = number::<usize>, allow_negative_numbers = true)]
    limit: Option<usize>,
    /// Leave out the first so many hits
    #[arg(long, value_name = "N", default_value_t = 0, value_parser = number::<usize>, allow_negative_numbers = true)]
    pub offset: usize,
    #[arg(
        long,
        value_enum,
        default_value_t,
        value_name = "ORDER",
        allow_hyphen_values = true,
        hide_possible_values = true
    )]
    #[arg(help = "The order of the hits: score, date, -date (the newest first), source or path")]
    pub sort: SortName,
    /// Print only how many articles match of each source, day, week, month, year, or author or another field of the input;
    /// or of two of these, as in source,month
    #[arg(long, value_name = "BY", conflicts_with_all = ["count", "files", "sort"])]
    pub group_by: Option<GroupNames>,
    /// Print only how many articles match
    #[arg(short, long, conflicts_with = "files")]
    pub count: bool,
    /// Print only the paths of the files that match, all of them
    #[arg(short = 'l', long)]
    pub files: bool,
    /// With --files, end each path with a NUL byte: names may hold line breaks
    #[arg(short = '0', long, requires = "files")]
    pub null: bool,
    /// Show copies of an article as hits of their own, not under the best of them
    #[arg(long)]
    pub no_group: bool,
    /// Show all words behind each score, with their shares of it
    #[arg(long, conflicts_with_all = ["count", "files"])]
    pub why: bool,
    /// List the copies under each hit
    #[arg(long, conflicts_with_all = ["no_group", "count", "files"])]
    pub copies: bool,
    /// Answer each line of a file: a query, or an id, a tab and a query; - is stdin
    #[arg(short = 'f', long, value_name = "FILE", conflicts_with_all = ["count", "files", "offset"])]
    pub queries: Option<PathBuf>,
    /// For people, one JSON object a line, a table (csv, tsv, or jsonl: an object a hit), a page of HTML, Markdown,
    /// BibTeX, or a TREC run
    #[arg(long, value_enum, default_value_t)]
    pub format: SearchFormat,
    #[command(flatten)]
    pub fields: FieldsArg,
    /// Print each hit so, as in '{title}\t{source}\t{date}', with the names of --fields in braces; {{ and }} are braces
    #[arg(long, value_name = "TEMPLATE", conflicts_with_all = ["format", "fields", "count", "files", "group_by", "why", "copies", "queries"])]
    pub template: Option<Template>,
}

impl SearchArgs {
    /// Whether hits are shown, not only counted or named.
    pub fn lists_hits(&self) -> bool {
        !(self.count || self.files || self.group_by.is_some())
    }

    /// Leaves out a format and a limit that are defaults, where what is asked for has none such.
    pub fn leave_out_defaults(&mut self, format: bool, limit: bool) {
        if format && self.has_format_of_hits_alone() {
            self.format = SearchFormat::Text;
        }
        if format && self.template.is_some() {
            self.format = SearchFormat::Text;
        }
        if limit && self.group_by.is_some() {
            self.limit = None;
        }
    }

    /// Has all hits shown, each article by itself, unless it was said how many.
    pub fn show_all(&mut self) {
        self.limit = self.limit.or(Some(usize::MAX));
        self.no_group = true;
        self.copies = false;
    }

    /// Has hits shown so, as far as anything was said.
    pub fn show(&mut self, limit: Option<usize>, format: Option<SearchFormat>, fields: &FieldsArg) {
        self.limit = limit.or(self.limit);
        self.format = format.unwrap_or(self.format);
        if fields.is_given() {
            self.fields = fields.clone();
        }
    }

    /// Whether hits are wanted, or the files that hold them.
    pub fn names_hits(&self) -> bool {
        self.queries.is_none() && self.group_by.is_none() && !self.count
    }

    /// The most hits, or groups, that are shown.
    pub fn limit(&self) -> usize {
        let usual = match self.group_by {
            Some(_) => usize::MAX,
            None => USUAL_LIMIT,
        };
        self.limit.unwrap_or(usual)
    }

    /// Whether the format is one of hits, but hits are not what was asked for.
    pub fn has_format_of_hits_alone(&self) -> bool {
        let is_html = self.format == SearchFormat::Html;
        let is_of_hits = is_html || self.format.rows().is_some() || self.format.is_document();
        let is_run = self.format == SearchFormat::Trec;
        is_of_hits && self.queries.is_some()
            || (is_of_hits || is_run) && (self.count || self.files)
            || (self.format.is_document() || is_run) && self.group_by.is_some()
    }

    /// How many hits are wanted.
    pub fn search_options(&self) -> SearchOptions {
        let limit = if self.files {
            usize::MAX
        } else {
            self.limit().saturating_add(self.offset)
        };
        SearchOptions {
            limit,
            order: self.sort.get(),
            group_copies: self.lists_hits() && !self.no_group,
        }
    }
}
