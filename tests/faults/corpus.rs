//! A corpus to break, and what is asked of it.

use std::collections::BTreeSet;
use std::fmt::{self, Write as _};
use std::fs;
use std::path::Path;
use std::process::Output;

use super::rng::Rng;
use super::sandbox::Sandbox;

/// Words that the articles are made of; the first ones come most.
const WORDS: &str = "في من على إلى بغداد الحكومة وزير الخارجية بوتين قره باغ القوات وقال إن المحادثات \
    بيروت الاتفاق سياسته أرمينيا غوغل جوجل شركة محرك البحث أذربيجان دمشق للاقتصاد مستثمرون والقوات";

/// What is asked: words, phrases, patterns, names.
const QUERIES: &str = "بغداد\nقره باج\n\"وزير الخارجية\"\nالاتفاق -دمشق\nقوات\nأذرب*\nغوغل\nخبر\n";

/// Writes the article `number` in its `edition`; no two are alike.
pub fn write(sandbox: &Sandbox, folder: &str, number: u64, edition: u64) {
    sandbox.write(&format!("{folder}/{number:03}.txt"), text(number, edition));
}

fn text(number: u64, edition: u64) -> String {
    let mut rng = Rng(number * 1000 + edition);
    let words: Vec<&str> = WORDS.split_whitespace().collect();
    let mut text = format!("خبر رقم {number} طبعة {edition}\n\n");
    for _ in 0..60 + number % 7 {
        let most = 1 + rng.index(words.len());
        text.push_str(words[rng.index(most)]);
        text.push(' ');
    }
    text
}

/// Writes `count` articles in their first edition.
pub fn write_all(sandbox: &Sandbox, folder: &str, count: u64) {
    for number in 0..count {
        write(sandbox, folder, number, 0);
    }
}

/// Writes a collection of so many articles, all in this edition.
pub fn write_collection(sandbox: &Sandbox, name: &str, articles: u64, edition: u64) {
    let mut lines = String::new();
    for number in 0..articles {
        let text = text(number, edition).replace('\n', "\\n");
        let line = writeln!(lines, "{{\"id\":\"{name}-{number}\",\"text\":\"{text}\"}}");
        line.unwrap();
    }
    sandbox.write(&format!("news/{name}.jsonl"), lines);
}

/// Indexes the folder `news` so that the index has two large segments of different articles, with deleted ones
/// in each. Most articles lie in collections: those have one record, and records of young files are written
/// anew by each run.
pub fn index_in_segments(sandbox: &Sandbox) {
    for (name, numbers) in [("one", 0..24), ("two", 100..130)] {
        let mut lines = String::new();
        for number in numbers {
            let text = text(number, 0).replace('\n', "\\n");
            let line = writeln!(lines, "{{\"id\":\"{name}-{number}\",\"text\":\"{text}\"}}");
            line.unwrap();
        }
        sandbox.write(&format!("news/{name}.jsonl"), lines);
        for number in 0..name.len() as u64 {
            write(sandbox, &format!("news/{name}"), number, 2);
        }
        sandbox.stdout(&["index", "news"]);
        fs::remove_file(sandbox.path(&format!("news/{name}/000.txt"))).unwrap();
        sandbox.stdout(&["index"]);
    }
}

/// The search for all queries.
pub const SEARCH: [&str; 7] = [
    "search",
    "--queries",
    "queries",
    "--format",
    "trec",
    "--limit",
    "1000",
];

/// Asks all queries.
pub fn ask(sandbox: &Sandbox) -> Output {
    ask_index(sandbox, ".fihris")
}

/// Asks all queries of the index in this folder.
pub fn ask_index(sandbox: &Sandbox, index: &str) -> Output {
    if !sandbox.path("queries").exists() {
        sandbox.write("queries", QUERIES); // once, as others may be reading it
    }
    sandbox.output(&[&["--index", index], &SEARCH[..]].concat())
}

/// The answers to all queries, a line a hit with its score.
#[derive(PartialEq, Eq)]
pub struct Answers(BTreeSet<String>);

impl fmt::Debug for Answers {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{} hits, {:?} first", self.0.len(), self.0.first())
    }
}

/// What an output must be, if it is no answer: an error in words, and what to do.
pub fn assert_clear_error(output: &Output, what: &str) {
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{what}: {stderr}");
    let is_clear = stderr.contains("error: ") && stderr.contains("hint: ");
    assert!(is_clear && !stderr.contains("fault: "), "{what}: {stderr}");
}

/// The answers of a new index of the same files. Scores are compared too: they do not depend on history.
pub fn fresh_answers(sandbox: &Sandbox, folder: &str) -> Answers {
    let _ = fs::remove_dir_all(sandbox.path("fresh"));
    sandbox.stdout(&["--index", "fresh", "index", folder]);
    let answers = answers(&ask_index(sandbox, "fresh"));
    assert!(
        answers.0.len() > 8,
        "the queries find too little to compare"
    );
    answers
}

/// The lines of an answer.
pub fn answers(output: &Output) -> Answers {
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.code() != Some(2), "{stderr}");
    assert!(output.status.code().is_some(), "killed: {stderr}");
    let stdout = String::from_utf8(output.stdout.clone()).unwrap();
    Answers(stdout.lines().map(String::from).collect())
}

/// Copies a folder with all below it.
pub fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let to = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &to);
        } else {
            fs::copy(entry.path(), to).unwrap();
        }
    }
}
