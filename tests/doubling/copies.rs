//! Copies: articles that are all like each other, and long texts compared with each other.

use fihris_corpus::PathNames;
use fihris_corpus::near_duplicate::{ComparedText, are_near_duplicates};
use fihris_index::{Copies, Index, IndexFolder, UpdateOptions, engine, update};
use tempfile::TempDir;

use super::work::doubles;

/// An index of so many articles, each with the text that `text` makes of its number.
fn index(count: usize, text: impl Fn(usize) -> String) -> (TempDir, Index) {
    let sandbox = TempDir::new().unwrap();
    let line = |i| {
        let article = serde_json::json!({"id": format!("{i}"), "text": text(i)});
        format!("{article}\n")
    };
    let lines: String = (0..count).map(line).collect();
    let news = sandbox.path().join("news.jsonl");
    std::fs::write(&news, lines).unwrap();
    let folder = IndexFolder::at(sandbox.path().join("index"));
    let path_names = PathNames::new(sandbox.path(), sandbox.path()).unwrap();
    let options = UpdateOptions::default();
    update(&folder, &path_names, &[news], &options, &mut |_| {}).unwrap();
    let index = Index::open(&folder).unwrap();
    (sandbox, index)
}

fn derive((_, index): &(TempDir, Index)) -> Copies {
    Copies::derive(engine::searcher(index), engine::fields(index)).unwrap()
}

fn spaced(words: impl Iterator<Item = String>) -> String {
    words.collect::<Vec<_>>().join(" ")
}

/// The text of the article of a number.
type TextOf = fn(usize) -> String;

/// Words that all share, a part of them exchanged for others by the digits of `i`.
fn alike(i: usize, exchanged: usize) -> String {
    let word = |place: usize| match place % 10 {
        at if at < exchanged => format!(
            "كلمة{}{place}",
            i.wrapping_mul(2_654_435_761 + place) >> 7 & 0xFFF
        ),
        _ => format!("عام{place}"),
    };
    spaced((0..80).map(word))
}

#[test]
fn many_articles_that_are_alike() {
    let kinds: [(&str, TextOf); 3] = [
        ("bulletins by a template", |i| alike(i, 2)),
        ("copies with a word of their own", |i| {
            format!("{} خاص{i}", alike(0, 2))
        }),
        ("chains: each like the next", |i| {
            spaced((i..i + 60).map(|word| format!("حلقة{word}")))
        }),
    ];
    for (name, text) in kinds {
        doubles(name, 128, |n| index(n, text), derive);
    }
}

#[test]
fn long_texts_that_differ() {
    let text = |n: usize, step: usize| -> ComparedText {
        let words = spaced((0..n).map(|i| format!("كلمة{}", i * step % 9973)));
        ComparedText::from_parts("", [&*words])
    };
    // Of longer texts, the beginning is compared.
    let pair = |n: usize| (text(n, 7), text(n, 11));
    doubles("words in another order", 5_000, pair, |(a, b)| {
        are_near_duplicates(a, b)
    });
}
