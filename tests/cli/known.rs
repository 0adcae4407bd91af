//! Options given to `index` apply to files that it knows.

use std::fs;

use serde_json::Value;

use super::pack;
use super::sandbox::Sandbox;

/// The figures of a run: added, changed, read again, unchanged, skipped.
fn run(sandbox: &Sandbox, args: &[&str]) -> [u64; 5] {
    let output = sandbox.output(&[&["index"], args, &["--format", "json"]].concat());
    let json = sandbox.clean(&output.stdout);
    let summary: Value = serde_json::from_str(json.lines().last().unwrap()).unwrap();
    let counts = ["added", "changed", "reread", "unchanged", "skipped"];
    let counts = counts.map(|key| summary[key].as_u64().unwrap());
    let is_all_skipped = counts[..4] == [0; 4] && counts[4] > 0;
    let expected = if is_all_skipped { 2 } else { 0 };
    assert_eq!(output.status.code(), Some(expected), "{args:?}: {json}");
    counts
}

fn count(sandbox: &Sandbox, query: &str) -> String {
    let output = sandbox.output(&["search", query, "--count"]);
    sandbox.clean(&output.stdout).trim().to_string()
}

/// Two roots with records whose text may be in one of two fields, and a text that has no fields.
fn sandbox() -> Sandbox {
    let sandbox = Sandbox::new();
    for folder in ["a", "b"] {
        let record =
            format!("{{\"id\":\"{folder}\",\"text\":\"خبر قديم\",\"lead\":\"خبر جديد\"}}\n");
        sandbox.write(&format!("{folder}/1.jsonl"), record);
        sandbox.write(&format!("{folder}/2.txt"), "خبر عن بغداد");
    }
    sandbox.stdout(&["index", "a", "b"]);
    sandbox
}

#[test]
fn a_table_is_read_once_its_text_is_named() {
    let sandbox = Sandbox::new();
    sandbox.write("a.csv", "id,lead,other\n1,بغداد,عمان\n");
    assert_eq!(run(&sandbox, &["a.csv"]), [0, 0, 0, 0, 1]);
    assert_eq!(
        run(&sandbox, &["a.csv", "--field", "text=lead"]),
        [0, 0, 1, 0, 0]
    );
    assert_eq!(count(&sandbox, "بغداد"), "1");
    assert_eq!(run(&sandbox, &["a.csv"]), [0, 0, 0, 1, 0]);
    let said = sandbox.run(&["index", "a.csv", "--field", "text=other", "--verbose"]);
    assert!(said.contains("read again: a.csv"), "{said}");
    assert!(
        said.contains("files: 1 read again as options say; "),
        "{said}"
    );
}

#[test]
fn all_files_are_read_with_the_same_fields() {
    for args in [
        &[][..],
        &["a"],
        &["b/1.jsonl"],
        &["--include", "*.txt"],
        &["--exclude", "*"],
        &["--rebuild", "--include", "*.txt"],
        &["--rehash"],
    ] {
        let sandbox = sandbox();
        assert_eq!(
            (count(&sandbox, "قديم"), count(&sandbox, "جديد")),
            ("2".into(), "0".into())
        );
        sandbox.stdout(&[&["index", "--field", "text=lead"], args].concat());
        assert_eq!(
            (count(&sandbox, "قديم"), count(&sandbox, "جديد")),
            ("0".into(), "2".into()),
            "{args:?}"
        );
        assert_eq!(count(&sandbox, "خبر"), "4", "{args:?}");
        sandbox.write(
            "a/3.jsonl",
            "{\"id\":\"c\",\"text\":\"خبر قديم\",\"lead\":\"خبر جديد\"}\n",
        );
        sandbox.stdout(&["index"]);
        assert_eq!(
            (count(&sandbox, "قديم"), count(&sandbox, "جديد")),
            ("0".into(), "3".into()),
            "{args:?}"
        );
    }
}

#[test]
fn what_is_not_there_to_be_read_again_is_told_and_read_when_it_is_back() {
    let sandbox = sandbox();
    let sent = sandbox.output_with(&["index", "-"], |command| {
        command.write_stdin("{\"id\":\"s\",\"text\":\"خبر قديم\",\"lead\":\"خبر جديد\"}\n")
    });
    assert!(sent.status.success());
    fs::rename(sandbox.path("b"), sandbox.path("off")).unwrap();
    assert_eq!(run(&sandbox, &["--field", "text=lead"])[4], 3); // the root, the file in it, the stream
    assert_eq!(
        (count(&sandbox, "قديم"), count(&sandbox, "جديد")),
        ("2".into(), "1".into())
    );
    let status = sandbox.stdout(&["status"]);
    for path in ["-", "b", "b/1.jsonl"] {
        assert!(
            status.contains(&format!("skipped:   {path}: it is ")),
            "{status}"
        );
    }
    run(&sandbox, &[]);
    fs::rename(sandbox.path("off"), sandbox.path("b")).unwrap();
    let [_, changed, reread, ..] = run(&sandbox, &[]);
    assert_eq!(changed + reread, 1);
    assert_eq!(
        (count(&sandbox, "قديم"), count(&sandbox, "جديد")),
        ("1".into(), "2".into())
    );
    assert!(!sandbox.stdout(&["status"]).contains("skipped:   b"));
}

#[test]
fn another_encoding_is_for_all_files_that_it_may_change() {
    let sandbox = Sandbox::new();
    let (arabic, persian) = ("ISO-8859-6", "windows-1256");
    let bytes = |letters: &[u8]| [letters, b" ", letters, b"\n"].concat();
    sandbox.write("a/1.txt", bytes(b"\xC8\xDB\xCF\xC7\xCF")); // the same letters in both
    sandbox.write("b/2.txt", bytes(b"\xE3\xE4\xE5")); // letters in the one, others in the other
    let files = [
        ("1.txt", &bytes(b"\xE3\xE4\xE5")[..]),
        ("2.txt", "خبر".as_bytes()),
    ];
    sandbox.write("b/3.tar", pack::tar(&files));
    sandbox.write("b/4.txt", "خبر");
    sandbox.stdout(&["index", "a", "b", "--encoding", arabic]);
    let before = count(&sandbox, "منه");
    let [_, changed, reread, ..] = run(&sandbox, &["a", "--encoding", persian]);
    assert_eq!((changed, reread), (0, 3));
    assert_ne!(count(&sandbox, "منه"), before);
}

#[test]
fn parts_of_a_file_that_are_no_articles_are_told_again() {
    let sandbox = Sandbox::new();
    sandbox.write(
        "a.jsonl",
        "{\"id\":\"1\",\"text\":\"بغداد\"}\n{broken\n{\"x\":1}\n",
    );
    sandbox.write("none.jsonl", "{\"x\":1}\n");
    let strict = |args: &[&str]| {
        let output = sandbox.output(&[&["index", "--strict"], args].concat());
        assert_eq!(output.status.code(), Some(2), "{args:?}");
        sandbox.clean(&output.stderr)
    };
    let first = strict(&["."]);
    assert!(first.contains("a.jsonl:2: not an article"), "{first}");
    assert!(
        first.contains("files: 1 added, 3 skipped; 1 article"),
        "{first}"
    );
    for args in [&[][..], &["--rehash"], &["--rebuild"]] {
        let again = strict(args);
        if args != ["--rebuild"] {
            let told = "skipped: a.jsonl: 2 of its parts, first at 2: not an article";
            assert!(again.contains(told), "{again}");
            assert!(
                again.contains("files: 1 unchanged, 2 skipped; 1 article"),
                "{again}"
            );
        }
        let status = sandbox.stdout(&["status", "--format", "json"]);
        let status: Value = serde_json::from_str(&status).unwrap();
        let skipped = status["skipped"].as_array().unwrap();
        let paths: Vec<&str> = skipped
            .iter()
            .map(|file| file["path"].as_str().unwrap())
            .collect();
        assert_eq!(paths, ["a.jsonl", "none.jsonl"], "{args:?}");
    }
    sandbox.write("a.jsonl", "{\"id\":\"1\",\"text\":\"بغداد\"}\n");
    sandbox.write("none.jsonl", "{\"id\":\"2\",\"text\":\"عمان\"}\n");
    sandbox.stdout(&["index", "--strict"]);
    assert!(!sandbox.stdout(&["status"]).contains("skipped"));
}

#[test]
fn a_file_that_loses_its_articles_has_changed() {
    let sandbox = Sandbox::new();
    sandbox.write("a.jsonl", "{\"text\":\"نص عن حلب\"}\n");
    sandbox.write("b.txt", "نص عن بغداد");
    assert_eq!(run(&sandbox, &["."]), [2, 0, 0, 0, 0]);
    sandbox.write("a.jsonl", "{broken\n");
    assert_eq!(run(&sandbox, &[]), [0, 1, 0, 1, 1]);
    assert_eq!(run(&sandbox, &[]), [0, 0, 0, 1, 1]);
    sandbox.write("b.txt", "\u{0}\u{0}");
    assert_eq!(run(&sandbox, &[]), [0, 1, 0, 0, 2]);
}
