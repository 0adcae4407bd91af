//! Search against scan.

use std::collections::BTreeSet;

use fihris_analysis::collocates::neighbours_in_texts;
use fihris_analysis::spellings::{
    SpellingOptions, spelling_distribution, spelling_distribution_in_texts,
};
use fihris_corpus::FileName;
use fihris_index::Index;
use fihris_query::ast::Scope;
use fihris_query::expansion::Node;
use fihris_query::parse::{Problem, parse_with};
use fihris_query::{Expander, Query, QueryError, Words};
use fihris_search::count;
use fihris_search::explain::explain;
use fihris_search::{
    Filter, Highlighter, Hit, MatchSet, Matches, Neighbours, ScoredDoc, SearchOptions,
    SearchResults, SortOrder, explain_score, search,
};
use rayon::prelude::*;

use super::collection::Collection;
use super::generate::Generator;
use super::rng::Rng;
use super::scan::Scan;

/// Hits of each query whose marks and reasons are looked at.
const HITS_READ: usize = 5;

/// Of one query of so many the words near its matches are counted in the texts.
const COUNTED: u64 = 3;

/// One query of so many is explained, which takes much longer than to answer it.
const EXPLAINED: u64 = 8;

const ORDERS: [SortOrder; 5] = [
    SortOrder::Score,
    SortOrder::Oldest,
    SortOrder::Newest,
    SortOrder::Source,
    SortOrder::Path,
];

/// Asks `queries` queries.
///
/// # Panics
/// If an answer differs from the scan's.
pub fn compare(collection: &Collection, seed: u64, queries: u64) {
    let found: Vec<usize> = (0..queries)
        .into_par_iter()
        .map(|number| one(collection, seed.wrapping_mul(1 << 32) + number))
        .collect();
    let some = found.iter().filter(|found| **found > 0).count();
    let sum: usize = found.iter().sum();
    println!(
        "{queries} queries over {} articles: {some} find something, {sum} hits, 0 differences",
        collection.articles.len()
    );
    assert!(some * 3 > found.len(), "most queries must find something");
}

/// Asks one query, of this seed, and says how many articles it finds.
fn one(collection: &Collection, seed: u64) -> usize {
    let mut generator = Generator {
        rng: Rng(seed),
        texts: &collection.articles,
        fields: &collection.fields,
    };
    let options = generator.options();
    let question = generator.question();
    let text = question.to_string();
    let index = &collection.index;
    let syntax = match parse_with(&text, &collection.fields) {
        Ok(syntax) => syntax,
        // Made at random, some ask for too much.
        Err(QueryError {
            problem: Problem::WidePattern | Problem::PatternInField | Problem::TooManyWords,
            ..
        }) => return 0,
        Err(error) => panic!("seed {seed}: {text}: {error}"),
    };
    let expander = Expander::new(Words::new(index), &collection.variants, options);
    let query = expander.expand(&syntax);
    let all = SearchOptions::best(usize::MAX);
    let answer = search(index, &query, &Filter::default(), all).unwrap();
    let found: BTreeSet<(&str, FileName)> = answer
        .docs
        .iter()
        .map(|found| (&*found.id, index.file_of(found.address).unwrap()))
        .collect();
    let scan = Scan::new(collection, options, &question);
    let expected: BTreeSet<(&str, FileName)> = collection
        .articles
        .iter()
        .filter(|text| scan.finds(text))
        .map(|text| (&*text.article.id, text.article.file.clone()))
        .collect();
    if found != expected {
        let wrong: Vec<_> = found.symmetric_difference(&expected).take(3).collect();
        let shown = collection
            .articles
            .iter()
            .find(|text| *text.article.id == *wrong[0].0);
        let shown = shown.map(|text| {
            (
                &text.article.text,
                &text.article.zones,
                &text.article.fields,
            )
        });
        panic!(
            "seed {seed}: {text}\n{options:?}\nfound {}, the scan {}; they differ in {wrong:?}:\n{shown:#?}\n{syntax:?}",
            found.len(),
            expected.len(),
        );
    }
    if seed.is_multiple_of(EXPLAINED) {
        let (explanation, total) = explain(index, &query, &Filter::default()).unwrap();
        assert_eq!(total, answer.total, "seed {seed}: {text}: {explanation:?}");
    }
    assert_eq!(answer.total, found.len() as u64, "seed {seed}: {text}");
    if let Node::Clause(clause) = query.tree {
        let counted = count(index, &query.clauses[clause]).unwrap();
        assert_eq!(counted.articles, answer.total, "seed {seed}: {text}");
    }
    orders_agree(index, &query, &answer, &text);
    if seed.is_multiple_of(COUNTED) {
        neighbours_agree(index, &query, &answer, &text);
    }
    let highlighter = Highlighter::new(&query);
    for found in answer.docs.iter().take(HITS_READ) {
        let hit = Hit::read(index, &highlighter, found).unwrap();
        assert!(
            !hit.highlights.is_empty() || !must_be_marked(&query),
            "seed {seed}: {text}: {}",
            found.id
        );
        let reasons = explain_score(index, &query, found, &hit).unwrap();
        let by_words: f32 = reasons.terms.iter().map(|reason| reason.share).sum();
        assert!(
            (0.0..1.0001).contains(&by_words),
            "seed {seed}: {text}: {by_words}"
        );
        let whole = by_words + reasons.proximity;
        assert!(
            by_words == 0.0 || (whole - 1.0).abs() < 1e-3,
            "seed {seed}: {text}: {whole}"
        );
    }
    found.len()
}

/// Looks whether the first hits in each order are those of all hits sorted, and whether nobody is forgotten where hits are
/// not ranked.
fn orders_agree(index: &Index, query: &Query, answer: &SearchResults, asked: &str) {
    let filter = Filter::default();
    let mut addresses = answer.addresses();
    let days = index.days().unwrap();
    let limit = 1 + asked.len() % 30;
    for order in ORDERS {
        let mut expected = answer.docs.clone();
        let key = |found: &ScoredDoc| match order {
            SortOrder::Score => (false, String::new()),
            SortOrder::Oldest | SortOrder::Newest => {
                let day = days.get(found.address);
                (
                    day.is_none(),
                    day.map(|day| day.to_string()).unwrap_or_default(),
                )
            }
            SortOrder::Source => {
                let source = index.source_of(found.address).unwrap();
                (source.is_none(), source.unwrap_or_default())
            }
            SortOrder::Path => (false, index.file_of(found.address).unwrap().to_string()),
        };
        expected.sort_by_cached_key(key);
        if order == SortOrder::Newest {
            expected.sort_by(|a, b| {
                let ((a_unknown, a), (b_unknown, b)) = (key(a), key(b));
                a_unknown.cmp(&b_unknown).then(b.cmp(&a))
            });
        }
        expected.truncate(limit);
        let options = SearchOptions {
            order,
            ..SearchOptions::best(limit)
        };
        let found = search(index, query, &filter, options).unwrap();
        assert_eq!(found.total, answer.total, "{asked}, {order:?}");
        assert_eq!(found.docs, expected, "{asked}, {order:?}, {limit}");
    }
    addresses.sort_unstable();
    let all = MatchSet::find(index, query, &filter).unwrap();
    assert_eq!(all.addresses, addresses, "{asked}");
}

/// Looks whether the words near matches, and spellings, are the same by positions and in the texts.
fn neighbours_agree(index: &Index, query: &Query, answer: &SearchResults, asked: &str) {
    let articles = answer.addresses();
    let window = asked.len() % 7;
    if let Some(by_positions) = Neighbours::read(index, query, &articles, window).unwrap() {
        let matches = Matches::new(index, query, &articles);
        let in_texts = neighbours_in_texts(matches, window).unwrap();
        assert_eq!(by_positions, in_texts, "{asked}, window {window}");
    }
    if let ([clause], Node::Clause(_)) = (&query.clauses[..], &query.tree)
        && let [term] = &clause.terms[..]
    {
        let (matches, options) = (
            Matches::new(index, query, &articles),
            SpellingOptions { term },
        );
        let spellings = spelling_distribution(matches, options).unwrap();
        let in_texts = spelling_distribution_in_texts(matches, options).unwrap();
        assert_eq!(spellings, in_texts, "{asked}");
    }
}

/// Whether an article that is found has a word to mark for sure.
fn must_be_marked(query: &Query) -> bool {
    match query.tree {
        Node::Clause(clause) => matches!(
            query.clauses[clause].scope,
            Scope::DefaultZones | Scope::Zones(_)
        ),
        _ => false,
    }
}
