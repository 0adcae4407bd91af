//! Queries: texts that repeat what is asked for, and queries that repeat themselves.

use std::fs;

use arabic_text::variants::Variants;
use assert_cmd::Command;
use fihris_analysis::collocates::{CollocateOptions, CollocateOrder, collocates};
use fihris_analysis::concordance::{ConcordanceOptions, ConcordanceOrder, concordance};
use fihris_analysis::terms::WordOptions;
use fihris_index::{Index, IndexFolder};
use fihris_query::parse::parse;
use fihris_query::{ExpandOptions, Expander, Query, Words};
use fihris_search::{Filter, Highlighter, Hit, Matches, SearchOptions, SearchResults, search};
use tempfile::TempDir;

use super::work::doubles;

/// An article in an index.
struct Searched {
    _folder: TempDir,
    index: Index,
    variants: Variants,
}

impl Searched {
    fn new(text: &str) -> Self {
        let folder = TempDir::new().unwrap();
        fs::write(folder.path().join("a.txt"), text).unwrap();
        let mut index = Command::cargo_bin("fihris").unwrap();
        index
            .current_dir(folder.path())
            .env_clear()
            .args(["index", "."])
            .assert()
            .success();
        let mut variants = Variants::builtin();
        variants.extend("زهرة\tزهرة زهرة\tزهرة زهرة زهرة\n");
        Self {
            index: Index::open(&IndexFolder::at(folder.path().join(".fihris"))).unwrap(),
            variants,
            _folder: folder,
        }
    }

    fn query(&self, query: &str) -> Query {
        let options = ExpandOptions::default();
        let expander = Expander::new(Words::new(&self.index), &self.variants, options);
        expander.expand(&parse(query).unwrap())
    }

    fn search(&self, query: &Query) -> SearchResults {
        let wanted = SearchOptions::best(10);
        search(&self.index, query, &Filter::default(), wanted).unwrap()
    }

    /// Searches, and looks for marks whatever is found.
    fn marks(&self, query: &str) -> usize {
        let query = self.query(query);
        let found = self.search(&query).total;
        let everything = self.search(&Query::everything());
        let highlighter = Highlighter::new(&query);
        let hits = everything.docs.iter();
        let hits = hits.map(|found| Hit::read(&self.index, &highlighter, found).unwrap());
        let marks: usize = hits.map(|hit| hit.highlights.len()).sum();
        assert_eq!(found > 0, marks > 0);
        marks
    }
}

/// What it is; the size to begin with; the query; the text of a size.
type Kind<'a> = (&'a str, usize, &'a str, &'a dyn Fn(usize) -> String);

#[test]
fn texts_that_repeat_what_is_asked_for() {
    let many = format!("\"{}\"~1000", "في ".repeat(300));
    let names = format!("\"{}قمر\"", "زهرة ".repeat(30));
    let run = |word: &str, times| format!("{word} ").repeat(times);
    let kinds: &[Kind] = &[
        (
            "phrase of one word",
            4_000,
            "\"بغداد بغداد\"",
            &|n| run("بغداد", n),
        ),
        ("near, one word 300 times", 2_000, &many, &|n| run("في", n)),
        (
            "near, the other word is far",
            16_000,
            "\"بغداد دمشق\"~1000",
            &|n| format!("{}{}دمشق", run("بغداد", n), run("عمان", 2000)),
        ),
        (
            "near, one in the other",
            16_000,
            "\"قره قره باغ دمشق\"~1000",
            &|n| format!("{}{}دمشق", run("قره باغ", n / 2), run("عمان", 2000)),
        ),
        ("name in two runs", 8_000, "قره باغ", &|n| {
            run("قره", n) + &run("باغ", n)
        }),
        ("phrase of a name of three lengths", 2_000, &names, &|n| {
            run("زهرة", n)
        }),
        (
            "phrase as written",
            4_000,
            "=\"بغداد بغداد بغداد بغداد\"",
            &|n| run("بغداد", n),
        ),
        (
            "phrase in the body",
            8_000,
            "in:body \"بغداد بغداد\"",
            &|n| format!("عنوان الخبر\n\n{}", run("بغداد دمشق بغداد", n / 3)),
        ),
        ("pattern", 8_000, "*غدا*", &|n| run("بغداد", n)),
    ];
    for (name, least, query, text) in kinds {
        doubles(
            &format!("search: {name}"),
            *least,
            |n| Searched::new(&text(n)),
            |searched| searched.marks(query),
        );
    }
}

#[test]
fn many_matches_in_a_text() {
    let one_word = |n: usize| Searched::new(&"بغداد ".repeat(n));
    for order in [
        ConcordanceOrder::Rank,
        ConcordanceOrder::Before,
        ConcordanceOrder::After,
    ] {
        doubles(
            &format!("kwic, 100 words, {order:?}"),
            4_000,
            one_word,
            |searched| {
                let query = searched.query("بغداد");
                let ranked = searched.search(&query);
                let options = ConcordanceOptions {
                    context: 100,
                    sample: None,
                    order,
                };
                let articles = ranked.addresses();
                let matches = Matches::new(&searched.index, &query, &articles);
                concordance(matches, options).unwrap()
            },
        );
    }
    let two_words = |n: usize| Searched::new(&"بغداد دمشق عمان ".repeat(n / 3));
    doubles(
        "collocates, all words are near",
        16_000,
        two_words,
        |searched| {
            let query = searched.query("بغداد");
            let ranked = searched.search(&query);
            let options = CollocateOptions {
                window: 1_000_000,
                words: WordOptions {
                    by_word: true,
                    stop_words: false,
                },
                order: CollocateOrder::Typical,
            };
            let articles = ranked.addresses();
            collocates(Matches::new(&searched.index, &query, &articles), options).unwrap()
        },
    );
}

#[test]
fn queries_that_repeat_themselves() {
    for piece in [
        "(",
        ")",
        "\"",
        "«",
        "*",
        "?",
        "~",
        "^2",
        "-",
        "+",
        "=",
        "a:",
        "in:",
        "ب",
        "ب*",
        "AND ",
        "ب OR ",
        "(ب) ",
        "tag:“",
        "in:\"",
        "title:\"a\"",
    ] {
        doubles(
            &format!("query: {piece}"),
            2_000,
            |n| piece.repeat(n),
            |query| parse(query).is_ok(),
        );
    }
}
