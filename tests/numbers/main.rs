//! Numbers and abbreviations: a query finds the texts with the same value, however it is written, and no others.

#![allow(clippy::unwrap_used)] // helpers of tests are tests too

use std::collections::{BTreeMap, BTreeSet};

use fihris::{Article, Indexer, Searcher};

/// A query, whether texts hold the same number, and the texts.
type Line<'a> = (&'a str, bool, Vec<&'a str>);

fn lines() -> Vec<Line<'static>> {
    let lines = include_str!("pairs.tsv").lines();
    let lines = lines.filter(|line| !line.starts_with('#'));
    let line = |line: &'static str| {
        let columns: Vec<&str> = line.split('\t').collect();
        let [query, sign, texts] = columns[..] else {
            panic!("{line}");
        };
        (query, sign == "=", texts.split('|').collect())
    };
    lines.map(line).collect()
}

#[test]
fn queries_find_the_same_numbers_and_no_others() {
    let lines = lines();
    let texts: BTreeSet<&str> = lines
        .iter()
        .flat_map(|line| line.2.iter().copied())
        .collect();
    let texts: BTreeMap<&str, String> = texts
        .into_iter()
        .zip((0..).map(|i: u32| i.to_string()))
        .collect();
    let folder = tempfile::tempdir().unwrap();
    let articles = texts.iter().map(|(text, id)| Article::new(&**id, "", text));
    Indexer::new(folder.path()).add(articles).unwrap();
    let searcher = Searcher::open(folder.path()).unwrap();
    let mut wrong = Vec::new();
    let mut pairs = [0, 0];
    for (query, is_same, of) in lines {
        let query_read = searcher.parse(query).unwrap();
        let found = searcher.search(&query_read, 1000).unwrap();
        let ids: BTreeSet<&str> = found
            .hits
            .iter()
            .map(|hit| hit.article.id.as_str())
            .collect();
        for text in of {
            pairs[usize::from(is_same)] += 1;
            if ids.contains(&*texts[text]) != is_same {
                wrong.push(format!(
                    "{query}\t{}\t{text}",
                    if is_same { "=" } else { "!" }
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "of {pairs:?}\n{}", wrong.join("\n"));
}
