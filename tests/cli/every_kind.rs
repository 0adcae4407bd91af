//! A folder with a file of every kind, all with the same sentences: each is read, and each sentence is found in it.
//!
//! `tests/kinds` holds files as programs and agencies write them; those of `tests/produced` were made by such
//! programs (`make.py`).

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use insta::assert_snapshot;
use serde_json::Value;

use super::pack;
use super::sandbox::Sandbox;

const TITLE: &str = "افتتاح مكتبة الحي بعد ترميمها";

/// What stands in each file.
pub const SENTENCES: [&str; 3] = [
    TITLE,
    "رفع العمال ألف رف خشبي، ووصلت الكتب على متن سفينة شراعية",
    "وقالت أمينة المكتبة إن القراء ينتظرون هذا اليوم",
];

const AUTHOR: &str = "ليلى النجار";
const SOURCE: &str = "صحيفة الحي";

/// The files in a folder of the project; those with a password, and those that this build does not read, not.
fn files(folder: &str) -> Vec<(String, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let paths = fs::read_dir(folder)
        .unwrap()
        .map(|file| file.unwrap().path());
    let named = paths.map(|path| {
        let name = path.file_name().unwrap().to_str().unwrap().to_string();
        (name, fs::read(&path).unwrap())
    });
    let is_read = |name: &str| {
        let is_other = ["locked.7z", "hidden.7z", "make.py", "pdf_programs.py"].contains(&name);
        let by_columns = [".parquet", ".arrow", ".arrows", ".feather", ".ipc"];
        let by_columns = by_columns.iter().any(|ending| name.ends_with(ending));
        !is_other && (cfg!(feature = "parquet") || !by_columns)
    };
    named.filter(|(name, _)| is_read(name)).collect()
}

/// A sandbox with all files in a folder `files`, and their names.
pub fn sandbox() -> (Sandbox, Vec<String>) {
    let sandbox = Sandbox::new();
    let mut all = files("tests/kinds");
    let packed: Vec<(&str, &[u8])> = all
        .iter()
        .map(|(name, bytes)| (&**name, &**bytes))
        .collect();
    let bytes = |name: &str| packed.iter().find(|file| file.0 == name).unwrap().1;
    let packed = [
        ("packed.zip", pack::zip(&packed)),
        ("packed.tar.gz", pack::gzip(&pack::tar(&packed))),
        ("packed.jsonl.gz", pack::gzip(bytes("lines.jsonl"))),
        ("packed.xml.zst", pack::zstd(bytes("wiki.xml"))),
    ]
    .map(|(name, bytes)| (name.to_string(), bytes));
    all.extend(packed);
    all.extend(
        files("tests/produced")
            .into_iter()
            .map(|(name, bytes)| {
                let is_there = all.iter().any(|other| other.0 == name);
                (
                    if is_there {
                        format!("saved-{name}")
                    } else {
                        name
                    },
                    bytes,
                )
            })
            .collect::<Vec<_>>(),
    );
    let mut names = Vec::new();
    for (name, bytes) in all {
        sandbox.write(&format!("files/{name}"), bytes);
        names.push(name);
    }
    names.sort();
    (sandbox, names)
}

/// The file on disk that one in it lies in.
pub fn on_disk(path: &str) -> String {
    path.split('/').nth(1).unwrap_or_default().to_string()
}

/// The files in which `sentence` is found, as a phrase.
pub fn files_with(sandbox: &Sandbox, sentence: &str) -> Vec<String> {
    let query = format!("\"{sentence}\"");
    let args = [
        "search",
        &query,
        "--files",
        "--limit",
        "100000",
        "--no-group",
        "--versions",
    ];
    let found = sandbox.stdout(&args);
    found.lines().map(str::to_string).collect()
}

/// What came out right of each file.
fn parts(sandbox: &Sandbox) -> BTreeMap<String, BTreeSet<&'static str>> {
    let args = [
        "search",
        "مكتبة",
        "--format",
        "json",
        "--limit",
        "1000",
        "--no-group",
        "--versions",
    ];
    let hits = sandbox.stdout(&args);
    let mut parts: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    for hit in hits.lines() {
        let hit: Value = serde_json::from_str(hit).unwrap();
        let (Some(id), Some(path)) = (hit["id"].as_str(), hit["path"].as_str()) else {
            continue;
        };
        // What is packed is there unpacked as well.
        if path.contains("/packed.zip/") || path.contains("/packed.tar.gz/") {
            continue;
        }
        let article = sandbox.stdout(&["show", id, "--format", "json"]);
        let article: Value = serde_json::from_str(article.lines().next().unwrap()).unwrap();
        let fields = article["fields"].as_object().into_iter().flatten();
        let fields: BTreeMap<String, &str> = fields
            .filter_map(|(name, value)| Some((name.to_lowercase(), value.as_str()?)))
            .collect();
        let field = |name: &str| fields.get(name).copied().unwrap_or_default();
        let is_dated =
            article["published"]["date"] == "2019-06-12" || article["date"]["date"] == "2019-06-12";
        let right = [
            ("title", article["title"] == TITLE),
            ("date", is_dated),
            ("author", field("author").contains(AUTHOR)),
            (
                "url",
                ["url", "address"]
                    .iter()
                    .any(|name| field(name).contains("library.example/")),
            ),
            ("source", article["source"] == SOURCE),
        ];
        let of_file = parts.entry(on_disk(path)).or_default();
        of_file.extend(right.iter().filter(|part| part.1).map(|part| part.0));
    }
    parts
}

#[test]
fn every_kind_of_file_is_read_and_each_sentence_is_found() {
    let (sandbox, names) = sandbox();
    assert!(names.len() >= 90, "{} files", names.len());
    let indexed = sandbox.run(&["index", "files"]);
    let told = format!("files: {} added; 8 .png not read;", names.len());
    assert!(indexed.contains(&told), "{indexed}");
    assert!(!indexed.contains("skipped"), "{indexed}");
    for sentence in SENTENCES {
        let found = files_with(&sandbox, sentence);
        let found: BTreeSet<String> = found.iter().map(|path| on_disk(path)).collect();
        let missing: Vec<&String> = names.iter().filter(|name| !found.contains(*name)).collect();
        assert!(missing.is_empty(), "{sentence}: {missing:?}");
    }
    let parts = parts(&sandbox);
    let columns = ["title", "date", "author", "url", "source"];
    let mut table = format!("{:<44}text {}\n", "", columns.join(" "));
    for name in names.iter().filter(|name| parts.contains_key(*name)) {
        let cells = columns.map(|part| {
            let mark = if parts[name].contains(part) { "+" } else { "-" };
            format!("{mark:<width$}", width = part.len())
        });
        table.push_str(format!("{name:<44}+    {}", cells.join(" ")).trim_end());
        table.push('\n');
    }
    // Without Parquet, its lines are missing.
    if cfg!(feature = "parquet") {
        assert_snapshot!(table);
    }
}
