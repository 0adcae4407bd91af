//! PDF files by the programs that people write Arabic with: how many of the words come out, and how many stand beside the same word.
//!
//! They are made by `tests/produced/make.py`. Those in `tests/partly_read` have letters that are mapped to nothing.

use std::collections::HashMap;
use std::fmt::Write as _;
use std::fs;
use std::hash::Hash;
use std::path::{Path, PathBuf};

use insta::assert_snapshot;

use super::every_kind::SENTENCES;
use super::sandbox::Sandbox;

/// The PDF files in a folder of the project, by name.
fn files(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let paths = fs::read_dir(folder)
        .unwrap()
        .map(|file| file.unwrap().path());
    let is_pdf = |path: &PathBuf| path.extension().is_some_and(|ending| ending == "pdf");
    let mut paths: Vec<PathBuf> = paths.filter(is_pdf).collect();
    paths.sort();
    paths
}

/// The words of a text as they are compared: without tatweel, marks and presentation forms.
fn words(text: &str) -> Vec<String> {
    let words = arabic_text::words::written_words(text);
    words.map(|word| word.form.clone()).collect()
}

/// How many percent of those that are wanted were found, each as often.
fn share<T: Eq + Hash>(wanted: &[T], found: &[T]) -> usize {
    let mut left: HashMap<&T, usize> = HashMap::new();
    for one in found {
        *left.entry(one).or_default() += 1;
    }
    let mut count = 0;
    for one in wanted {
        if let Some(left) = left.get_mut(one).filter(|left| **left > 0) {
            *left -= 1;
            count += 1;
        }
    }
    100 * count / wanted.len()
}

fn pairs(words: &[String]) -> Vec<[String; 2]> {
    let pairs = words.windows(2);
    pairs
        .map(|pair| [pair[0].clone(), pair[1].clone()])
        .collect()
}

#[test]
fn words_are_found_in_pdf_files_of_many_programs() {
    let sandbox = Sandbox::new();
    let mut names = Vec::new();
    for path in ["tests/produced", "tests/partly_read"].map(files).concat() {
        let name = path.file_name().unwrap().to_str().unwrap().to_string();
        sandbox.write(&name, fs::read(&path).unwrap());
        names.push(name);
    }
    sandbox.stdout(&["index", "."]);
    let wanted = words(&SENTENCES.join("\n"));
    let mut table = format!("{:<26}words pairs\n", "");
    for name in names {
        let text = sandbox.stdout(&["show", &format!("{name}#1")]);
        // The title among the properties stands before the text.
        let title = format!("{}\n\n", SENTENCES[0]);
        let found = words(text.strip_prefix(&title).unwrap_or(&text));
        let of_words = share(&wanted, &found);
        let of_pairs = share(&pairs(&wanted), &pairs(&found));
        writeln!(table, "{name:<26}{of_words:>5} {of_pairs:>5}").unwrap();
    }
    assert_snapshot!(table);
}
