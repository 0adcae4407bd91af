//! Files that other programs made are read: `tests/produced/make.py` makes them anew.

use std::fs;
use std::path::Path;

use super::sandbox::Sandbox;

/// What stands in each of them.
const QUERIES: [&str; 3] = [
    "\"افتتاح مكتبة الحي بعد ترميمها\"",
    "\"سفينة شراعية\"",
    "\"القراء ينتظرون هذا اليوم\"",
];

/// The file on disk that a file in it lies in.
fn on_disk(name: &str) -> String {
    name.split('/').take(2).collect::<Vec<_>>().join("/")
}

#[test]
fn files_of_many_programs_hold_what_was_written() {
    let sandbox = Sandbox::new();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/produced");
    let mut names = Vec::new();
    for file in fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_string();
        // Those with a password are no articles.
        let is_locked = ["locked.", "hidden."].iter().any(|it| name.starts_with(it));
        let is_read = !is_locked && (cfg!(feature = "parquet") || !name.ends_with(".parquet"));
        if name != "make.py" && is_read {
            sandbox.write(&format!("files/{name}"), fs::read(&path).unwrap());
            names.push(format!("files/{name}"));
        }
    }
    names.sort();
    let indexed = sandbox.run(&["index", "files"]);
    let told = format!(
        "files: {} added; 7 .png not read; {} articles",
        names.len(),
        names.len() + 6 // one has another attached, archives hold two, and a page was captured twice
    );
    assert!(indexed.contains(&told), "{indexed}");
    for query in QUERIES {
        let args = [
            "search",
            query,
            "--files",
            "--versions",
            "--limit",
            "100",
            "--sort",
            "path",
        ];
        let found = sandbox.stdout(&args);
        let mut found: Vec<String> = found.lines().map(on_disk).collect();
        found.dedup();
        assert_eq!(found, names, "{query}");
    }
    let dated = [
        "search",
        "سفينة date:2019-06-12",
        "--files",
        "--sort",
        "path",
    ];
    let found = sandbox.stdout(&dated);
    let has_day = |name: &&String| {
        let extensions = [
            ".parquet", ".eml", ".mbox", ".xlsx", ".ods", ".sqlite", ".db",
        ];
        extensions.iter().any(|it| name.ends_with(it))
    };
    let expected: Vec<&String> = names.iter().filter(has_day).collect();
    let found: Vec<String> = found.lines().map(on_disk).collect();
    assert_eq!(found.iter().collect::<Vec<_>>(), expected);
}
