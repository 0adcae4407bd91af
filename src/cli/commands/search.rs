//! `fihris search`: find articles.

use std::io::Write;
use std::path::PathBuf;

use crate::i18n::Message;
use fihris::corpus::ZoneSet;
use fihris::index::{Index, IndexError};
use fihris::query::ast::{Ast, Scope, query_terms};
use fihris::query::suggest::MissingTerm;
use fihris::query::{ExpandOptions, Expander, Query};
use fihris::search::sort::sort;
use fihris::search::{SearchOptions, search};

use crate::Outcome;
use crate::args::query::{MatchArgs, Opened, check, understood};
use crate::args::sort::{GroupName, SortName};
use crate::commands::batch::Batch;
use crate::support::context::{Context, SearchFormat};
use crate::support::failure::Failure;
use crate::support::results::Results;
use crate::support::summary::Answer;

/// Find articles
///
/// All words are required, in any order and with any clitics, endings and known spellings.
/// fihris help queries shows all that can be asked.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// What to look for; quote it, for the shell
    #[arg(allow_hyphen_values = true, required_unless_present = "queries")]
    query: Option<String>,
    /// Bring the index up to date with these files and folders first, and search only in them
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    #[command(flatten)]
    matching: MatchArgs,
    /// Where no article has all the words, do not show those with some
    #[arg(long, conflicts_with = "any")]
    all: bool,
    /// Show at most so many hits
    #[arg(long, value_name = "N", default_value_t = 10)]
    pub limit: usize,
    /// Leave out the first so many hits
    #[arg(long, value_name = "N", default_value_t = 0)]
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
    sort: SortName,
    /// Print only how many articles of each source, month or year match
    #[arg(long, value_enum, value_name = "BY", conflicts_with_all = ["count", "files", "sort"])]
    pub group_by: Option<GroupName>,
    /// Print only how many articles match
    #[arg(long, conflicts_with = "files")]
    pub count: bool,
    /// Print only the paths of the files that match, all of them
    #[arg(long)]
    pub files: bool,
    /// With --files, end each path with a NUL byte: names may hold line breaks
    #[arg(long, requires = "files")]
    pub null: bool,
    /// Show copies of an article as hits of their own, not under the best of them
    #[arg(long)]
    no_group: bool,
    /// Show all words behind each score, with their shares of it
    #[arg(long, conflicts_with_all = ["count", "files"])]
    pub why: bool,
    /// List the copies under each hit
    #[arg(long, conflicts_with_all = ["no_group", "count", "files"])]
    pub copies: bool,
    /// Answer each line of a file: a query, or an id, a tab and a query; - is stdin
    #[arg(long, value_name = "FILE", conflicts_with_all = ["count", "files", "offset"])]
    queries: Option<PathBuf>,
    /// For people, one JSON object a line, a page of HTML, or a TREC run
    #[arg(long, value_enum, default_value_t)]
    pub format: SearchFormat,
}

impl Args {
    /// Whether hits are shown, not only counted or named.
    pub fn lists_hits(&self) -> bool {
        !(self.count || self.files || self.group_by.is_some())
    }

    fn wanted(&self) -> SearchOptions {
        let limit = match self {
            Self { count: true, .. } => 0,
            _ if !self.lists_hits() || self.sort != SortName::Score => usize::MAX,
            _ => self.limit.saturating_add(self.offset),
        };
        SearchOptions {
            limit,
            group_copies: self.lists_hits() && !self.no_group,
        }
    }
}

/// The most words for which near ones are looked for, where nothing is found.
const MOST_MISSING: usize = 10;

/// Runs the command.
pub fn run(context: &Context, args: &Args) -> Result<Outcome, Failure> {
    if args.format == SearchFormat::Trec && args.queries.is_none() {
        return Err(Failure::new(
            Message::TrecNeedsQueries,
            Message::NameQueries,
        ));
    }
    if args.format == SearchFormat::Html && (args.queries.is_some() || args.count || args.files) {
        return Err(Failure::new(
            Message::HtmlIsForHits,
            Message::LeaveOutForHtml,
        ));
    }
    // With a file of queries, every argument is a path.
    let mut paths: Vec<PathBuf> = args.paths.clone();
    let mut text = args.query.clone().unwrap_or_default();
    if args.queries.is_some() && args.query.is_some() {
        paths.insert(0, PathBuf::from(std::mem::take(&mut text)));
    }
    if args.queries.is_none() {
        check(&text)?;
    }
    let search = Search {
        context,
        args,
        opened: Opened::new(context, &paths, &args.matching)?,
    };
    match &args.queries {
        Some(file) => search.batch(file),
        None => search.one(&text),
    }
}

/// What is needed to answer queries.
struct Search<'a> {
    context: &'a Context,
    args: &'a Args,
    opened: Opened,
}

impl Search<'_> {
    fn expander(&self, options: ExpandOptions) -> Expander<'_> {
        Expander::new(
            self.opened.index.vocabulary(),
            &self.opened.variants,
            options,
        )
    }

    fn batch(&self, file: &std::path::Path) -> Result<Outcome, Failure> {
        let batch = Batch {
            index: &self.opened.index,
            expander: &self.expander(self.args.matching.options()),
            filter: &self.opened.filter,
            fields: self.opened.index.field_names()?,
            limit: self.args.limit,
            format: self.args.format,
        };
        batch.run(file, &mut self.context.out())
    }

    /// Answers one query. Where no article has all the words, some of them are enough.
    fn one(&self, text: &str) -> Result<Outcome, Failure> {
        let (args, index) = (self.args, &self.opened.index);
        let options = args.matching.options();
        let syntax = understood(text, index)?;
        let mut query = self.expander(options).expand(&syntax);
        let mut ranked = search(index, &query, &self.opened.filter, args.wanted())?;
        let total = ranked.total;
        let may_be_partial = args.lists_hits() && !(args.all || args.matching.any);
        let is_partial = total == 0 && may_be_partial && query.positive_clauses().len() > 1;
        if is_partial {
            let some = ExpandOptions {
                require_all: false,
                ..options
            };
            query = self.expander(some).expand(&syntax);
            ranked = search(index, &query, &self.opened.filter, args.wanted())?;
        }
        sort(index, &mut ranked.docs, args.sort.get())?;
        let results = Results {
            context: self.context,
            args,
            index,
            path_names: &self.opened.path_names,
        };
        let everywhere = ExpandOptions {
            zones: ZoneSet::ALL,
            ..options
        };
        let mut answer = Answer {
            total,
            stories: ranked.stories,
            partial: is_partial.then_some(ranked.total),
            undated: ranked.undated,
            elsewhere: match args.matching.zones {
                None if !is_partial => {
                    let query = self.expander(everywhere).expand(&syntax);
                    self.count(&query)?.saturating_sub(total)
                }
                _ => 0,
            },
            shown: 0,
            missing: match total {
                0 => missing(index, &query)?,
                _ => Vec::new(),
            },
        };
        let mut out = if args.null {
            self.context.names_out()
        } else {
            self.context.screen(args.format == SearchFormat::Text)
        };
        answer.shown = if args.format == SearchFormat::Html {
            results.write_page(&mut out, &query, &ranked, answer.summary(args.offset, text))?
        } else {
            results.write(&mut out, &query, &ranked)?
        };
        answer.tell(&mut out, args, text, &|word| self.finds(word))?;
        out.flush()?;
        Ok(if total > 0 {
            Outcome::Done
        } else {
            Outcome::Nothing
        })
    }

    /// How many articles a search for one word finds.
    fn finds(&self, word: &str) -> Result<u64, Failure> {
        let syntax = Ast::Words(query_terms(word), Scope::DefaultZones);
        let expander = self.expander(self.args.matching.options());
        self.count(&expander.expand(&syntax))
    }

    /// How many articles match.
    fn count(&self, query: &Query) -> Result<u64, Failure> {
        let counted = SearchOptions {
            limit: 0,
            group_copies: false,
        };
        Ok(search(&self.opened.index, query, &self.opened.filter, counted)?.total)
    }
}

/// The wanted words that no article holds, the first few.
fn missing(index: &Index, query: &Query) -> Result<Vec<MissingTerm>, IndexError> {
    let clauses = query
        .positive_clauses()
        .into_iter()
        .map(|clause| &query.clauses[clause]);
    let terms = clauses.flat_map(|clause| &clause.terms);
    let missing = terms.filter_map(|term| MissingTerm::find(index, term).transpose());
    missing.take(MOST_MISSING).collect()
}
