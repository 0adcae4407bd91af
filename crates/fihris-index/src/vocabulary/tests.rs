//! A vocabulary on a base is the same as one that is derived anew.

use std::path::Path;

use proptest::prelude::*;
use tantivy::{Index as Engine, Searcher};

use super::{TermEntry, Vocabulary, recent};
use crate::commit::CommitKey;
use crate::directory::FirstError;
use crate::generation::create_engine;
use crate::manifest::Manifest;
use crate::schema::{Fields, schema};
use crate::vocabulary::base::Base;
use crate::writer::Transaction;
use arabic_lexicon::Lexicon;
use fihris_corpus::{Article, ReadOptions};

/// Words that the lexicon knows, that it does not know, and such with what is written onto them.
const WORDS: [&str; 14] = [
    "الوزير",
    "وزراء",
    "المدرسة",
    "مدارس",
    "على",
    "علي",
    "زخاروفا",
    "وزخاروفا",
    "بزخاروفا",
    "زخاروفى",
    "تشوبكين",
    "لتشوبكين",
    "سكوربيل",
    "بالسكوربيل",
];

/// Articles of the base.
const ARTICLES: usize = 64;

/// Those of them with something written onto names that no article of the base holds without it.
const ON_NAMES: [usize; 4] = [7, 8, 11, 13];

/// The words and the source of a file.
type Content = (Vec<usize>, Option<usize>);

/// A file that is written, or removed.
type FileChange = (usize, Option<Content>);

struct Corpus {
    engine: Engine,
    fields: Fields,
}

impl Corpus {
    /// One of as many articles as a base has here.
    fn new(generation: &Path) -> Self {
        let engine = create_engine(generation, &FirstError::default()).unwrap();
        let (_, fields) = schema();
        let corpus = Self { engine, fields };
        let file = |number: usize| {
            let mut words: Vec<usize> = (number % 5..number % 5 + 2).collect();
            words.extend(ON_NAMES.get(number / 2));
            let source = number.is_multiple_of(9).then_some(13);
            (number, Some((words, source)))
        };
        let files: Vec<FileChange> = (0..ARTICLES).map(file).collect();
        corpus.commit(&files);
        corpus
    }

    fn commit(&self, change: &[FileChange]) {
        let first_error = FirstError::default();
        let (engine, fields) = (&self.engine, &self.fields);
        let transaction = Transaction::begin(engine, fields, 1, 16 << 20, &first_error).unwrap();
        for (number, content) in change {
            let name = format!("{number}.txt");
            transaction.remove(&name).unwrap();
            let Some((words, source)) = content else {
                continue;
            };
            let words: Vec<&str> = words.iter().map(|word| WORDS[*word]).collect();
            let text = format!("{}\n\n{}", words[0], words.join(" "));
            let articles = Article::from_text(&name.as_str().into(), &name.as_str().into(), &text);
            for mut article in articles {
                article.source = source.map(|word| WORDS[word].into());
                transaction.add_article(article).unwrap();
            }
        }
        let manifest = Manifest::new(ReadOptions::default());
        transaction.commit(&manifest).unwrap();
    }

    fn searcher(&self) -> Searcher {
        self.engine.reader().unwrap().searcher()
    }
}

/// All that a vocabulary tells.
fn told(vocabulary: &Vocabulary) -> String {
    let words = vocabulary.filter("", |_, _| true);
    let parted = vocabulary.word_forms();
    let parted: Vec<&[TermEntry]> = parted.iter().collect();
    let similar = ["زخاروفى", "تشوبك", "سكوربيل"].map(|word| vocabulary.similar(word, 0.2, 3));
    let statistics = vocabulary.statistics();
    format!("{statistics:#?} {words:#?} {parted:#?} {similar:#?}")
}

/// A file, and its words and source, if it is written.
fn file() -> impl Strategy<Value = FileChange> {
    let words = prop::collection::vec(0..WORDS.len(), 1..6);
    let content = (words, prop::option::weighted(0.3, 0..WORDS.len()));
    (0..ARTICLES + 4, prop::option::weighted(0.7, content))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn a_vocabulary_on_a_base_is_that_of_its_commit(
        changes in prop::collection::vec(prop::collection::vec(file(), 1..3), 1..4),
    ) {
        let generation = tempfile::tempdir().unwrap();
        let generation = generation.path();
        let corpus = Corpus::new(generation);
        let (fields, lexicon) = (&corpus.fields, Lexicon::built_in());
        let derive_on = |searcher: &Searcher| Vocabulary::derive_on(generation, searcher, fields, lexicon);
        let first = derive_on(&corpus.searcher()).unwrap();
        first.write(generation, CommitKey(0), lexicon).unwrap();
        for (commit, change) in (1..).map(CommitKey).zip(&changes) {
            corpus.commit(change);
            let searcher = corpus.searcher();
            derive_on(&searcher).unwrap().write(generation, commit, lexicon).unwrap();
            let kept = Vocabulary::open(generation, commit, lexicon, false).unwrap().unwrap();
            let anew = Vocabulary::derive(&searcher, fields, lexicon).unwrap();
            prop_assert_eq!(told(&kept), told(&anew));
            prop_assert!(kept.is_same(&anew));
        }
    }
}

#[test]
fn a_base_stays_until_much_changed() {
    let generation = tempfile::tempdir().unwrap();
    let corpus = Corpus::new(generation.path());
    let (fields, lexicon) = (&corpus.fields, Lexicon::built_in());
    let vocabulary = Vocabulary::derive(&corpus.searcher(), fields, lexicon).unwrap();
    vocabulary
        .write(generation.path(), CommitKey(0), lexicon)
        .unwrap();
    let is_kept = || {
        let base = Base::open(generation.path(), lexicon, false)
            .unwrap()
            .unwrap();
        let recent = recent::derive(&base, &corpus.searcher(), &fields.article, lexicon);
        recent.unwrap().is_some()
    };
    assert!(is_kept());
    corpus.commit(&[(900, Some((vec![0], None)))]);
    assert!(is_kept());
    let removed: Vec<FileChange> = (0..5).map(|number| (number, None)).collect();
    corpus.commit(&removed);
    assert!(!is_kept());
}

#[test]
fn a_name_that_comes_tells_what_is_written_onto_it_elsewhere() {
    let generation = tempfile::tempdir().unwrap();
    let corpus = Corpus::new(generation.path());
    let (fields, lexicon) = (&corpus.fields, Lexicon::built_in());
    let derive_on = || {
        let searcher = corpus.searcher();
        Vocabulary::derive_on(generation.path(), &searcher, fields, lexicon).unwrap()
    };
    let before = derive_on();
    before
        .write(generation.path(), CommitKey(0), lexicon)
        .unwrap();
    let name = WORDS.iter().position(|word| *word == "زخاروفا").unwrap();
    corpus.commit(&[(900, Some((vec![name], None)))]);
    let bases = [before, derive_on()]
        .map(|words| words.get("وزخاروفا").map(|word| word.base().to_string()));
    assert_eq!(
        bases.map(Option::unwrap_or_default),
        ["وزخاروفا", "زخاروفا"]
    );
}
