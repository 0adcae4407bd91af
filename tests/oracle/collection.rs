//! Articles in an index that has a past, and the same articles with their words for the scan.

use std::fs;

use arabic_text::variants::Variants;
use assert_cmd::Command;
use fihris_corpus::Article;
use fihris_index::stored::{TokenPosition, token_positions};
use fihris_index::{Index, IndexFolder};
use fihris_query::Query;
use fihris_search::{Filter, SearchOptions, search};
use tempfile::TempDir;

/// A searchable collection.
pub struct Collection {
    _folder: TempDir,
    pub index: Index,
    pub variants: Variants,
    pub fields: Vec<String>,
    pub articles: Vec<Text>,
}

/// An article with its words.
pub struct Text {
    pub article: Article,
    pub words: Vec<TokenPosition>,
}

impl Text {
    fn new(article: Article) -> Self {
        let words = token_positions(&article).collect();
        Self { article, words }
    }
}

impl Collection {
    /// Indexes `articles`, JSON objects, in several runs, so that there are segments and removed documents.
    pub fn index(articles: &[String]) -> Self {
        let folder = TempDir::new().unwrap();
        let run = |args: &[&str]| {
            let mut command = Command::cargo_bin("fihris").unwrap();
            command
                .current_dir(folder.path())
                .env_clear()
                .args(args)
                .assert()
                .success();
        };
        let write = |name: &str, articles: &[String]| {
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, articles.join("\n")).unwrap();
        };
        let third = articles.len().div_ceil(3);
        for (i, part) in articles.chunks(third).enumerate() {
            write(
                &format!("{}/news-{i}.jsonl", if i == 1 { "b" } else { "a" }),
                part,
            );
            write("gone.jsonl", &articles[..articles.len().min(40 + i)]);
            run(&["index", "."]);
        }
        fs::remove_file(folder.path().join("gone.jsonl")).unwrap();
        run(&["index", "."]);
        let index = Index::open(&IndexFolder::at(folder.path().join(".fihris"))).unwrap();
        let all = SearchOptions::best(usize::MAX);
        let found = search(&index, &Query::everything(), &Filter::default(), all).unwrap();
        // Of real news, some records have no text.
        assert!(
            found.total >= articles.len() as u64 * 9 / 10,
            "{}",
            found.total
        );
        let texts = found.docs.iter();
        let texts = texts.map(|found| Text::new(index.article(found.address).unwrap()));
        Self {
            articles: texts.collect(),
            fields: index.field_names().unwrap(),
            variants: Variants::builtin(),
            index,
            _folder: folder,
        }
    }
}
