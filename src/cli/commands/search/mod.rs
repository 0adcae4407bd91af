//! `fihris search`: find articles.

mod batch;
mod results;
mod summary;

use std::collections::HashSet;
use std::io::Write;
use std::path::PathBuf;

use crate::i18n::{AskingLine, Message};
use crate::render::rows::OF_HITS;
use fihris_analysis::news::Seen;
use fihris_corpus::ZoneSet;
use fihris_index::ArticleAddress;
use fihris_query::ast::{Ast, Scope, query_terms};
use fihris_query::expansion::{Clause, TermExpansion};
use fihris_query::suggest::MissingTerm;
use fihris_query::{ExpandOptions, Expander, Query, Words};
use fihris_search::{Group, MatchSet, SearchOptions, SearchResults, group, search};

use self::batch::Batch;
use self::results::Results;
use self::summary::Answer;
use crate::Outcome;
use crate::args::fields::columns_named;
use crate::args::query::{Opened, ask, bind_fields, parse_early};
pub use crate::args::search::SearchArgs as Args;
use crate::support::clock::today;
use crate::support::context::{Context, SearchFormat};
use crate::support::failure::Failure;

/// The most words for which near ones are looked for, where nothing is found.
const MAX_MISSING: usize = 10;

/// Runs the command.
pub fn run(context: &Context, args: &Args) -> Result<Outcome, Failure> {
    run_with(context, args, None)
}

/// The same, but for articles that are in `seen`; those that were shown are added to it.
pub fn run_with(
    context: &Context,
    args: &Args,
    seen: Option<&mut Seen>,
) -> Result<Outcome, Failure> {
    if args.has_format_of_hits_alone() {
        let name = args.format.name();
        let leave_out = Message::Asking(AskingLine::LeaveOutForHits);
        return Err(Failure::new(
            Message::Asking(AskingLine::FormatIsForHits(name)),
            leave_out,
        ));
    }
    // With a file of queries, every argument is a path.
    let mut paths: Vec<PathBuf> = args.paths.clone();
    let mut text = args.query.clone().unwrap_or_default();
    if args.queries.is_some() && args.query.is_some() {
        paths.insert(0, PathBuf::from(std::mem::take(&mut text)));
    }
    if args.queries.is_none() {
        parse_early(&text)?;
    }
    let search = Search {
        context,
        args,
        opened: Opened::new(context, &paths, &args.matching)?,
    };
    match &args.queries {
        Some(file) => search.batch(file),
        None => search.one(&text, seen),
    }
}

/// Adds to `seen` what `args` finds now.
pub fn mark_seen(context: &Context, args: &Args, seen: &mut Seen) -> Result<(), Failure> {
    let query = args.query.as_deref();
    let asked = ask(context, query, &args.paths, &args.matching)?;
    let found = asked.find(&asked.query)?;
    Ok(seen.add(&asked.index, &found.addresses)?)
}

/// What is needed to answer queries.
struct Search<'a> {
    context: &'a Context,
    args: &'a Args,
    opened: Opened,
}

impl Search<'_> {
    fn expander(&self, options: ExpandOptions) -> Expander<'_> {
        let words = Words::new(&self.opened.index);
        Expander::new(words, &self.opened.variants, options)
    }

    fn batch(&self, file: &std::path::Path) -> Result<Outcome, Failure> {
        let batch = Batch {
            index: &self.opened.index,
            expander: &self.expander(self.args.matching.options()),
            filter: &self.opened.filter,
            fields: self.opened.index.field_names()?,
            today: today(),
            limit: self.args.limit(),
            format: self.args.format,
        };
        batch.run(file, &mut self.context.out())
    }

    /// Answers one query. Where no article has all the words, some of them are enough.
    fn one(&self, text: &str, mut seen: Option<&mut Seen>) -> Result<Outcome, Failure> {
        let (args, index) = (self.args, &self.opened.index);
        let options = args.matching.options();
        let expander = self.expander(options);
        let mut read = bind_fields(text, index)?;
        let words = expander.expand_words(&read.ast);
        words.note_readings(&mut read);
        let mut query = expander.combine(&words, options.require_all, options.zones);
        let (mut ranked, groups) = self.find(&query, seen.as_deref())?;
        let total = ranked.total;
        let may_be_partial =
            args.lists_hits() && seen.is_none() && !(args.all || args.matching.any);
        let is_partial = total == 0 && may_be_partial && query.positive_clauses().len() > 1;
        if is_partial {
            query = expander.combine(&words, false, options.zones);
            (ranked, _) = self.find(&query, None)?;
        }
        let columns = match &args.template {
            Some(template) => columns_named(&template.fields(), index)?,
            None => args.fields.columns(args.format.rows(), OF_HITS, index)?,
        };
        let results = Results {
            columns: &columns,
            context: self.context,
            args,
            index,
            path_names: &self.opened.path_names,
            groups: &groups,
        };
        let mut answer = Answer {
            read_as: read.read_as(),
            total,
            stories: ranked.stories,
            partial: is_partial.then_some(ranked.total),
            undated: ranked.undated,
            elsewhere: match args.matching.zones {
                None if !is_partial && seen.is_none() => {
                    let query = expander.combine(&words, options.require_all, ZoneSet::ALL);
                    self.count(&query)?.saturating_sub(total)
                }
                _ => 0,
            },
            shown: 0,
            missing: match total {
                0 if seen.is_none() => self.missing(&query)?,
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
        answer.print(&mut out, args, text, &|word| self.finds(word))?;
        out.flush()?;
        if let Some(seen) = &mut seen {
            // What was not shown is news the next time.
            let shown = results.shown(&ranked).iter();
            let shown: Vec<ArticleAddress> = shown.map(|found| found.address).collect();
            seen.add(index, &shown)?;
        }
        Ok(if total > 0 {
            Outcome::Done
        } else {
            Outcome::Nothing
        })
    }

    /// How many articles a search for one word finds.
    fn finds(&self, word: &str) -> Result<u64, Failure> {
        let ast = Ast::Words(query_terms(word), Scope::DefaultZones);
        let expander = self.expander(self.args.matching.options());
        self.count(&expander.expand(&ast))
    }

    /// What is shown of an answer: hits or groups, if it is more than a number; of what is not in `seen`.
    fn find(
        &self,
        query: &Query,
        seen: Option<&Seen>,
    ) -> Result<(SearchResults, Vec<Group>), Failure> {
        let Opened { index, filter, .. } = &self.opened;
        if let Some(seen) = seen {
            let wanted = SearchOptions {
                limit: usize::MAX,
                ..self.args.search_options()
            };
            let mut ranked = search(index, query, filter, wanted)?;
            let unseen = seen.unseen(index, &ranked.addresses())?;
            let unseen: HashSet<ArticleAddress> = unseen.into_iter().collect();
            ranked.docs.retain(|found| unseen.contains(&found.address));
            ranked.total = ranked.docs.len() as u64;
            ranked.stories = ranked.total;
            return Ok((ranked, Vec::new()));
        }
        if !(self.args.count || self.args.group_by.is_some()) {
            let ranked = search(index, query, filter, self.args.search_options())?;
            return Ok((ranked, Vec::new()));
        }
        let found = MatchSet::find(index, query, filter)?;
        let groups = match &self.args.group_by {
            Some(by) => group(index, &found.addresses, by.get(index)?)?,
            None => Vec::new(),
        };
        let counted = SearchResults {
            docs: Vec::new(),
            total: found.len() as u64,
            stories: found.len() as u64,
            undated: found.undated,
        };
        Ok((counted, groups))
    }

    /// How many articles match.
    fn count(&self, query: &Query) -> Result<u64, Failure> {
        let Opened { index, filter, .. } = &self.opened;
        Ok(MatchSet::find(index, query, filter)?.len() as u64)
    }

    /// The wanted words that no article holds, the first few.
    fn missing(&self, query: &Query) -> Result<Vec<MissingTerm>, Failure> {
        let clauses = query.positive_clauses().into_iter();
        let clauses = clauses.map(|clause| &query.clauses[clause]);
        let terms = clauses.flat_map(|clause| clause.terms.iter().map(move |term| (clause, term)));
        let missing =
            terms.filter_map(|(clause, term)| self.missing_term(clause, term).transpose());
        missing.take(MAX_MISSING).collect()
    }

    /// `term`, if no article holds it.
    fn missing_term(
        &self,
        clause: &Clause,
        term: &TermExpansion,
    ) -> Result<Option<MissingTerm>, Failure> {
        let Some(missing) = MissingTerm::find(&self.opened.index, term)? else {
            return Ok(None);
        };
        Ok((self.count(&Query::of_term(clause, term))? == 0).then_some(missing))
    }
}
