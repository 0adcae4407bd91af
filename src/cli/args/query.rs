//! Asking: what commands that take a query have in common.
//!
//! Knows arguments and how they become a resolved query, not what is made of the answer.

use std::path::PathBuf;

use crate::i18n::{Message, Place};
use crate::render::clean::one_line;
use arabic_lexicon::Lexicon;
use arabic_text::variants::Variants;
use arabic_text::words;
use fihris_corpus::{FileName, PathNames, ZoneSet};
use fihris_index::{ArticleAddress, Index, LockWait, UpdateOptions};
use fihris_query::parse::{ParseOptions, Parsed, check};
use fihris_query::{ExpandOptions, Expander, Query, QueryError, Words, interpret};
use fihris_search::{Filter, MatchSet, Matches};

use crate::args::filter::FilterArgs;
use crate::args::lexicon::LexiconArg;
use crate::args::preprocess::PreprocessArgs;
use crate::args::variants::VariantsArg;
use crate::support::clock::today;
use crate::support::context::Context;
use crate::support::failure::{Failure, eprint_message};
use crate::support::index_location::PlaceOfIndex;
use crate::support::update::bring_up_to_date;

/// What is shown of a query behind a mistake, in characters.
const LONGEST_PLACE: usize = 200;

/// The longest query that is suggested, in bytes.
const LONGEST_SUGGESTION: usize = 2000;

/// The options for what matches.
#[derive(Debug, clap::Args)]
pub struct MatchArgs {
    /// Find articles with some of the words too
    #[arg(long)]
    pub any: bool,
    #[command(flatten)]
    pub filter: FilterArgs,
    /// Search these zones of the articles: title, dateline, body, tags, source, related, furniture, or all;
    /// else all that belongs to the article itself, which is the first five
    #[arg(long, value_name = "LIST")]
    pub zones: Option<ZoneSet>,
    /// Do not look for other spellings of names
    #[arg(long)]
    no_variants: bool,
    /// Do not look for other clitics and endings
    #[arg(long)]
    no_inflection: bool,
    /// Also find other words of the family: قضائي for قضاء
    #[arg(long)]
    family: bool,
    /// Search the earlier versions of articles too, each as an article of its own
    #[arg(long)]
    versions: bool,
    #[command(flatten)]
    pub spellings: VariantsArg,
    #[command(flatten)]
    words: LexiconArg,
    #[command(flatten)]
    preprocess: PreprocessArgs,
}

/// A query with the options for what matches.
#[derive(Debug, clap::Args)]
pub struct AskArgs {
    /// What to look for, as in search; quote it, for the shell
    #[arg(allow_hyphen_values = true)]
    query: String,
    /// Bring the index up to date with these files and folders first, and search only in them
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    #[command(flatten)]
    matching: MatchArgs,
}

/// A query that can be answered.
pub struct Asked {
    pub index: Index,
    pub query: Query,
    pub filter: Filter,
    variants: Variants,
    options: ExpandOptions,
}

impl Asked {
    /// What analyses look at: these `articles`.
    pub fn matches<'a>(&'a self, articles: &'a [ArticleAddress]) -> Matches<'a> {
        Matches::new(&self.index, &self.query, articles)
    }

    /// The lists of spellings.
    pub fn variants(&self) -> &Variants {
        &self.variants
    }

    /// All articles that `query` finds.
    pub fn find(&self, query: &Query) -> Result<MatchSet, Failure> {
        Ok(MatchSet::find(&self.index, query, &self.filter)?)
    }

    /// Another query, read and expanded as the first one.
    pub fn another(&self, text: &str) -> Result<Query, Failure> {
        let mut read = bind_fields(text, &self.index)?;
        let words = Words::new(&self.index);
        let query = Expander::new(words, &self.variants, self.options).expand_parsed(&mut read);
        tell_reading(&read);
        Ok(query)
    }

    /// All articles that match, each by itself; says on stderr how many may be missing for want of a date.
    pub fn all(&self) -> Result<Vec<ArticleAddress>, Failure> {
        let found = MatchSet::find(&self.index, &self.query, &self.filter)?;
        if found.undated > 0 {
            eprint_message(Message::Undated(found.undated));
        }
        Ok(found.addresses)
    }
}

impl MatchArgs {
    /// Which rules apply.
    pub fn options(&self) -> ExpandOptions {
        ExpandOptions {
            inflection: !self.no_inflection,
            variants: !self.no_variants,
            family: self.family,
            require_all: !self.any,
            zones: self.zones.unwrap_or(ZoneSet::SEARCHED),
        }
    }
}

impl AskArgs {
    /// The query as typed.
    pub fn query(&self) -> &str {
        &self.query
    }

    /// Which rules apply.
    pub fn options(&self) -> ExpandOptions {
        self.matching.options()
    }

    /// Brings the index up to date where that is asked for, and resolves the query.
    pub fn ask(&self, context: &Context) -> Result<Asked, Failure> {
        ask(context, Some(&self.query), &self.paths, &self.matching)
    }
}

/// Brings the index up to date with `paths`, and resolves the query; without one, all articles match.
pub fn ask(
    context: &Context,
    query: Option<&str>,
    paths: &[PathBuf],
    matching: &MatchArgs,
) -> Result<Asked, Failure> {
    query.map_or(Ok(()), parse_early)?;
    let opened = Opened::new(context, paths, matching)?;
    let index = opened.index;
    let read = query.map(|query| bind_fields(query, &index)).transpose()?;
    let expander = Expander::new(Words::new(&index), &opened.variants, matching.options());
    let query = match read {
        Some(mut read) => {
            let query = expander.expand_parsed(&mut read);
            tell_reading(&read);
            query
        }
        None => Query::everything(),
    };
    Ok(Asked {
        query,
        filter: opened.filter,
        index,
        variants: opened.variants,
        options: matching.options(),
    })
}

/// What a query needs before it can be answered.
pub struct Opened {
    pub path_names: PathNames,
    pub index: Index,
    pub variants: Variants,
    pub filter: Filter,
}

impl Opened {
    /// Brings the index up to date with `paths`, to which the search keeps, and opens it, while the lists
    /// of spellings are read.
    pub fn new(
        context: &Context,
        paths: &[PathBuf],
        matching: &MatchArgs,
    ) -> Result<Self, Failure> {
        let path_names = context.path_names()?;
        let lexicon = matching.words.load(context)?;
        let within = update_first(
            context,
            &path_names,
            paths,
            (&lexicon, &matching.preprocess),
        )?;
        let read_lists = || matching.spellings.load(context);
        let (variants, index) = rayon::join(read_lists, || {
            let index = context.open_with(&lexicon)?;
            Ok::<_, Failure>(if matching.versions {
                index.with_all_versions()?
            } else {
                index
            })
        });
        Ok(Self {
            path_names,
            variants: variants?,
            index: index?,
            filter: matching.filter.filter(within),
        })
    }
}

/// Brings the index up to date with `paths`; the search keeps to them.
fn update_first(
    context: &Context,
    path_names: &PathNames,
    paths: &[PathBuf],
    (lexicon, preprocess): (&Lexicon, &PreprocessArgs),
) -> Result<Vec<FileName>, Failure> {
    let mut names = Vec::new();
    for path in paths {
        let resolved = path_names
            .resolve(path)
            .ok()
            .filter(|path| path.symlink_metadata().is_ok());
        let Some(resolved) = resolved else {
            return Err(Failure::new(
                Message::NoSuchPath(path),
                Message::QuoteTheQuery,
            ));
        };
        names.push(path_names.name(&resolved));
    }
    if paths.is_empty() && preprocess.is_given() {
        return Err(Failure::new(Message::PreWithoutPath, Message::NameAPath));
    }
    if !paths.is_empty() {
        let options = UpdateOptions {
            lock_wait: LockWait::Wait,
            lexicon: Some(lexicon.clone()),
            preprocessors: preprocess.preprocessors()?,
            ..UpdateOptions::default()
        };
        let place = PlaceOfIndex::at_start(context, false);
        bring_up_to_date(context, path_names, paths, &options, None)?;
        place.at_end(context);
    }
    Ok(names)
}

/// Checks a query, so that most mistakes in it are told before there is an index.
pub fn parse_early(text: &str) -> Result<(), Failure> {
    // A query may begin with a sign, so that clap takes an option that there is not for one.
    let is_option = |rest: &str| rest.starts_with(|c: char| c.is_ascii_lowercase());
    if text.strip_prefix("--").is_some_and(is_option) {
        return Err(Failure::new(
            Message::NoSuchOption(&one_line(text)),
            Message::OptionsAreInHelp,
        ));
    }
    check(text, Some(today())).map_err(|error| misunderstood(text, &error))
}

/// A query in which fields of the articles in `index` may be named.
pub fn bind_fields(text: &str, index: &Index) -> Result<Parsed, Failure> {
    let options = ParseOptions {
        fields: &index.field_names()?,
        today: Some(today()),
    };
    let parsed = interpret(text, options, Words::new(index));
    parsed.map_err(|error| misunderstood(text, &error))
}

/// Says how a query was read, where that is not as it stands.
fn tell_reading(query: &Parsed) {
    if let Some(read_as) = query.read_as() {
        eprint_message(Message::ReadAs(&one_line(&read_as)));
    }
}

/// Says what in the query is not understood, with a pointer to the place and what was meant perhaps.
fn misunderstood(query: &str, error: &QueryError) -> Failure {
    let before = one_line(&query[..error.range.start]);
    let there: String = query[error.range.start..]
        .chars()
        .take(LONGEST_PLACE)
        .collect();
    let there = one_line(&there);
    let place = match (before.trim(), there.trim()) {
        ("", "") => Place::Anywhere,
        (_, "") if error.range.is_empty() && words(query).next().is_none() => Place::Anywhere,
        (_, "") => Place::End,
        ("", there) => Place::Start(there),
        (_, there) => Place::Here(there),
    };
    let suggestion = error.suggestion.as_ref();
    let suggestion = suggestion.filter(|suggestion| suggestion.len() <= LONGEST_SUGGESTION);
    Failure::new(
        Message::NotUnderstood { error, place },
        match &suggestion.map(|suggestion| one_line(suggestion)) {
            Some(suggestion) => Message::MeantQuery(suggestion),
            None => Message::HelpQueries,
        },
    )
    .in_query(query, error.range.clone())
}
