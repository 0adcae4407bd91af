//! Options given to `index` apply to files that it knows.

use std::fs;

use serde_json::Value;

use super::pack;
use super::world::World;

/// The figures of a run: added, changed, read again, unchanged, skipped.
fn run(world: &World, args: &[&str]) -> [u64; 5] {
    let output = world.output(&[&["index"], args, &["--format", "json"]].concat());
    let json = world.clean(&output.stdout);
    let summary: Value = serde_json::from_str(json.lines().last().unwrap()).unwrap();
    let counts = ["added", "changed", "reread", "unchanged", "skipped"];
    let counts = counts.map(|key| summary[key].as_u64().unwrap());
    let is_all_skipped = counts[..4] == [0; 4] && counts[4] > 0;
    let expected = if is_all_skipped { 2 } else { 0 };
    assert_eq!(output.status.code(), Some(expected), "{args:?}: {json}");
    counts
}

fn count(world: &World, query: &str) -> String {
    let output = world.output(&["search", query, "--count"]);
    world.clean(&output.stdout).trim().to_string()
}

/// Two roots with records whose text may be in one of two fields, and a text that has no fields.
fn world() -> World {
    let world = World::new();
    for folder in ["a", "b"] {
        let record =
            format!("{{\"id\":\"{folder}\",\"text\":\"خبر قديم\",\"lead\":\"خبر جديد\"}}\n");
        world.write(&format!("{folder}/1.jsonl"), record);
        world.write(&format!("{folder}/2.txt"), "خبر عن بغداد");
    }
    world.stdout(&["index", "a", "b"]);
    world
}

#[test]
fn a_table_is_read_once_its_text_is_named() {
    let world = World::new();
    world.write("a.csv", "id,lead,other\n1,بغداد,عمان\n");
    assert_eq!(run(&world, &["a.csv"]), [0, 0, 0, 0, 1]);
    assert_eq!(
        run(&world, &["a.csv", "--field", "text=lead"]),
        [0, 0, 1, 0, 0]
    );
    assert_eq!(count(&world, "بغداد"), "1");
    assert_eq!(run(&world, &["a.csv"]), [0, 0, 0, 1, 0]);
    let said = world.run(&["index", "a.csv", "--field", "text=other", "--verbose"]);
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
        let world = world();
        assert_eq!(
            (count(&world, "قديم"), count(&world, "جديد")),
            ("2".into(), "0".into())
        );
        world.stdout(&[&["index", "--field", "text=lead"], args].concat());
        assert_eq!(
            (count(&world, "قديم"), count(&world, "جديد")),
            ("0".into(), "2".into()),
            "{args:?}"
        );
        assert_eq!(count(&world, "خبر"), "4", "{args:?}");
        world.write(
            "a/3.jsonl",
            "{\"id\":\"c\",\"text\":\"خبر قديم\",\"lead\":\"خبر جديد\"}\n",
        );
        world.stdout(&["index"]);
        assert_eq!(
            (count(&world, "قديم"), count(&world, "جديد")),
            ("0".into(), "3".into()),
            "{args:?}"
        );
    }
}

#[test]
fn what_is_not_there_to_be_read_again_is_told_and_read_when_it_is_back() {
    let world = world();
    let sent = world.output_with(&["index", "-"], |command| {
        command.write_stdin("{\"id\":\"s\",\"text\":\"خبر قديم\",\"lead\":\"خبر جديد\"}\n")
    });
    assert!(sent.status.success());
    fs::rename(world.path("b"), world.path("off")).unwrap();
    assert_eq!(run(&world, &["--field", "text=lead"])[4], 3); // the root, the file in it, the stream
    assert_eq!(
        (count(&world, "قديم"), count(&world, "جديد")),
        ("2".into(), "1".into())
    );
    let status = world.stdout(&["status"]);
    for path in ["-", "b", "b/1.jsonl"] {
        assert!(
            status.contains(&format!("skipped:   {path}: it is ")),
            "{status}"
        );
    }
    run(&world, &[]);
    fs::rename(world.path("off"), world.path("b")).unwrap();
    let [_, changed, reread, ..] = run(&world, &[]);
    assert_eq!(changed + reread, 1);
    assert_eq!(
        (count(&world, "قديم"), count(&world, "جديد")),
        ("1".into(), "2".into())
    );
    assert!(!world.stdout(&["status"]).contains("skipped:   b"));
}

#[test]
fn another_encoding_is_for_all_files_that_it_may_change() {
    let world = World::new();
    let (arabic, persian) = ("ISO-8859-6", "windows-1256");
    let bytes = |letters: &[u8]| [letters, b" ", letters, b"\n"].concat();
    world.write("a/1.txt", bytes(b"\xC8\xDB\xCF\xC7\xCF")); // the same letters in both
    world.write("b/2.txt", bytes(b"\xE3\xE4\xE5")); // letters in the one, others in the other
    let files = [
        ("1.txt", &bytes(b"\xE3\xE4\xE5")[..]),
        ("2.txt", "خبر".as_bytes()),
    ];
    world.write("b/3.tar", pack::tar(&files));
    world.write("b/4.txt", "خبر");
    world.stdout(&["index", "a", "b", "--encoding", arabic]);
    let before = count(&world, "منه");
    let [_, changed, reread, ..] = run(&world, &["a", "--encoding", persian]);
    assert_eq!((changed, reread), (0, 3));
    assert_ne!(count(&world, "منه"), before);
}

#[test]
fn parts_of_a_file_that_are_no_articles_are_told_again() {
    let world = World::new();
    world.write(
        "a.jsonl",
        "{\"id\":\"1\",\"text\":\"بغداد\"}\n{broken\n{\"x\":1}\n",
    );
    world.write("none.jsonl", "{\"x\":1}\n");
    let strict = |args: &[&str]| {
        let output = world.output(&[&["index", "--strict"], args].concat());
        assert_eq!(output.status.code(), Some(2), "{args:?}");
        world.clean(&output.stderr)
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
        let status = world.stdout(&["status", "--format", "json"]);
        let status: Value = serde_json::from_str(&status).unwrap();
        let skipped = status["skipped"].as_array().unwrap();
        let paths: Vec<&str> = skipped
            .iter()
            .map(|file| file["path"].as_str().unwrap())
            .collect();
        assert_eq!(paths, ["a.jsonl", "none.jsonl"], "{args:?}");
    }
    world.write("a.jsonl", "{\"id\":\"1\",\"text\":\"بغداد\"}\n");
    world.write("none.jsonl", "{\"id\":\"2\",\"text\":\"عمان\"}\n");
    world.stdout(&["index", "--strict"]);
    assert!(!world.stdout(&["status"]).contains("skipped"));
}

#[test]
fn a_file_that_loses_its_articles_has_changed() {
    let world = World::new();
    world.write("a.jsonl", "{\"text\":\"نص عن حلب\"}\n");
    world.write("b.txt", "نص عن بغداد");
    assert_eq!(run(&world, &["."]), [2, 0, 0, 0, 0]);
    world.write("a.jsonl", "{broken\n");
    assert_eq!(run(&world, &[]), [0, 1, 0, 1, 1]);
    assert_eq!(run(&world, &[]), [0, 0, 0, 1, 1]);
    world.write("b.txt", "\u{0}\u{0}");
    assert_eq!(run(&world, &[]), [0, 1, 0, 0, 2]);
}
