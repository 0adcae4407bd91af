//! The oracle: a search finds what a plain scan of all articles finds.
//!
//! Queries are made at random as trees; the scan runs each over every article, word by word, with nothing but the
//! highlighter's notion of what matches a word. Whatever differs is printed with its query and its seed.
//!
//! `FIHRIS_ORACLE_QUERIES` is how many queries are asked, `FIHRIS_ORACLE_SEED` where chance begins, and
//! `FIHRIS_ORACLE_NEWS` a file of articles, a JSON object a line, that are searched besides those made here, the first
//! `FIHRIS_ORACLE_ARTICLES` of them.

#![allow(clippy::unwrap_used)] // helpers of tests are tests too

mod articles;
mod collection;
mod compare;
mod generate;
mod places;
mod question;
#[path = "../faults/rng.rs"]
mod rng;
mod scan;

use std::env;
use std::fs;

use collection::Collection;
use compare::compare;

/// A number that the environment may give.
fn number(name: &str, otherwise: u64) -> u64 {
    let given = env::var(name).ok();
    given.map_or(otherwise, |given| given.parse().unwrap())
}

#[test]
fn made_articles() {
    let seed = number("FIHRIS_ORACLE_SEED", 1);
    let articles = articles::made(seed, 300);
    let collection = Collection::index(&articles);
    compare(&collection, seed, number("FIHRIS_ORACLE_QUERIES", 150));
}

#[test]
fn news() {
    let Ok(file) = env::var("FIHRIS_ORACLE_NEWS") else {
        eprintln!("not run: FIHRIS_ORACLE_NEWS names no file of articles");
        return;
    };
    let most = usize::try_from(number("FIHRIS_ORACLE_ARTICLES", 3000)).unwrap();
    let text = fs::read_to_string(file).unwrap();
    let articles: Vec<String> = text.lines().take(most).map(str::to_string).collect();
    let collection = Collection::index(&articles);
    let seed = number("FIHRIS_ORACLE_SEED", 1);
    compare(&collection, seed, number("FIHRIS_ORACLE_QUERIES", 2000));
}
