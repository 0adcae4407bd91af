//! What scripts need: lists of files, patterns, exit statuses, JSON.

use std::fs;

use insta::assert_snapshot;

use super::sandbox::Sandbox;

fn sandbox() -> Sandbox {
    let sandbox = Sandbox::new();
    for name in [
        "a/1.txt",
        "a/2.txt",
        "a/old/3.txt",
        "b/4.txt",
        "b/with space.txt",
    ] {
        sandbox.write(name, "خبر عن بغداد");
    }
    sandbox
}

#[test]
fn a_list_of_files_is_indexed_and_what_is_missing_told() {
    let sandbox = sandbox();
    sandbox.write("list", "a/1.txt\r\nno/such.txt\nb\n\na/9.txt\n");
    assert_snapshot!(sandbox.run(&["index", "--files-from", "list", "--strict"]), @"
    exit 2
    --- stdout
    --- stderr
    skipped: no/such.txt: no such file or folder
    skipped: a/9.txt: no such file or folder
    index made in ROOT/.fihris
    files: 3 added, 2 skipped; 3 articles in the index; TIME
    ");
    let args = ["index", "--files-from", "-", "--null", "--format", "json"];
    let output = sandbox.output_with(&args, |command| command.write_stdin("a/2.txt\0none\0"));
    let shown = sandbox.show(&output);
    let without_time = shown.split("\"seconds\"").next().unwrap();
    assert_snapshot!(without_time, @r#"
    exit 0
    --- stdout
    {"version":1,"type":"file","action":"skipped","path":"none","reason":"no such file or folder"}
    {"version":1,"type":"file","action":"added","path":"a/2.txt"}
    {"version":1,"type":"summary","dry_run":false,"added":1,"changed":0,"reread":0,"removed":0,"unchanged":0,"skipped":1,"other_kinds":0,"kinds_not_read":{},"bytes_read":22,"articles":4,
    "#);
    fs::remove_file(sandbox.path("a/1.txt")).unwrap();
    assert_snapshot!(sandbox.run(&["index", "--files-from", "list"]), @"
    exit 0
    --- stdout
    --- stderr
    skipped: no/such.txt: no such file or folder
    skipped: a/9.txt: no such file or folder
    files: 1 removed, 2 unchanged, 2 skipped; 3 articles in the index; TIME
    "); // it was indexed: now it is gone
    sandbox.write("list", "");
    assert_snapshot!(sandbox.run(&["index", "--files-from", "list"]), @"
    exit 0
    --- stdout
    --- stderr
    files: no file found of the kinds that fihris formats lists; 3 articles in the index; TIME
    ");
    assert_snapshot!(sandbox.run(&["index", "--files-from", "none"]), @"
    exit 2
    --- stdout
    --- stderr
    error: cannot read none: No such file or directory (os error 2)
    hint: name a file with a path a line
    ");
    assert_snapshot!(sandbox.run(&["index", "-", "--files-from", "-"]), @"
    exit 2
    --- stdout
    --- stderr
    error: stdin cannot be both a list of files and an article
    hint: name a file for one of them
    ");
}

#[test]
fn patterns_leave_the_other_files_as_they_are() {
    let sandbox = sandbox();
    let count = || sandbox.stdout(&["search", "بغداد", "--count"]);
    sandbox.stdout(&[
        "index",
        ".",
        "--include",
        "*.txt",
        "--exclude",
        "old",
        "--exclude",
        "b/*",
    ]);
    assert_eq!(count(), "2\n");
    sandbox.stdout(&["index", "."]);
    assert_eq!(count(), "5\n");
    fs::remove_file(sandbox.path("a/1.txt")).unwrap();
    fs::remove_dir_all(sandbox.path("a/old")).unwrap();
    sandbox.write("b/4.txt", "خبر عن دمشق");
    for (patterns, expected) in [
        (&["--exclude", "a/*", "--exclude", "b"][..], "5\n"), // not looked at: not gone, not changed
        (&["--include", "c/**"], "5\n"),
        (&["--include", "1.*"], "4\n"),
        (&["--exclude", "a/old"], "3\n"),
        (&[], "2\n"),
    ] {
        sandbox.stdout(&[&["index", "."], patterns].concat());
        assert_eq!(count(), expected, "{patterns:?}");
    }
    assert_snapshot!(sandbox.run(&["index", ".", "--include", "a[.txt"]), @"
    exit 2
    --- stdout
    --- stderr
    error: not a pattern: error parsing glob '**/a[.txt': unclosed character class; missing ']'
    hint: patterns are like '*.txt', '2020/**', 'news[0-9].csv', '*.{csv,tsv}'
    ");
}

#[test]
fn shells_and_man_know_every_command() {
    let sandbox = Sandbox::new();
    for shell in ["bash", "zsh", "fish"] {
        let script = sandbox.stdout(&["completions", shell]);
        assert!(script.contains(&format!("__complete {shell}")), "{shell}");
    }
    let script = sandbox.stdout(&["completions", "powershell"]);
    assert!(script.contains("group-by"), "{script}");
    sandbox.stdout(&["man", "pages"]);
    let page = std::fs::read_to_string(sandbox.path("pages/fihris-search.1")).unwrap();
    assert!(page.contains("group\\-by"), "{page}");
    sandbox.write("file", "");
    assert_snapshot!(sandbox.run(&["man", "file/pages"]));
}

#[test]
fn a_folder_that_is_gone_keeps_its_articles_until_it_is_named() {
    let sandbox = sandbox();
    sandbox.run(&["index", "a", "b"]);
    fs::rename(sandbox.path("a"), sandbox.path("elsewhere")).unwrap();
    assert_snapshot!(sandbox.run(&["index"]), @"
    exit 0
    --- stdout
    --- stderr
    skipped: a: it is gone or empty; what was indexed of it stays until `fihris index` names it
    files: 2 unchanged, 1 skipped; 5 articles in the index; TIME
    ");
    fs::create_dir(sandbox.path("a")).unwrap();
    assert_snapshot!(sandbox.run(&["index", "--strict"]), @"
    exit 2
    --- stdout
    --- stderr
    skipped: a: it is gone or empty; what was indexed of it stays until `fihris index` names it
    files: 2 unchanged, 1 skipped; 5 articles in the index; TIME
    ");
    assert_snapshot!(sandbox.run(&["index", "a"]), @"
    exit 0
    --- stdout
    --- stderr
    files: 3 removed; 2 articles in the index; TIME
    ");
}

#[test]
fn completions_know_what_is_in_the_index() {
    let sandbox = Sandbox::new();
    sandbox.write(
        "a.jsonl",
        r#"{"id":"a","source":"صحيفة الساحل","section":"محليات","text":"قطار"}"#,
    );
    sandbox.stdout(&["index", "."]);
    sandbox.stdout(&["save", "train", "قطار"]);
    let zsh = |words: &[&str]| sandbox.stdout(&[&["__complete", "zsh", "--"], words].concat());
    let bash = |line: &str| sandbox.stdout(&["__complete", "bash", line]);
    assert_eq!(zsh(&["run", ""]), "train\t\n");
    assert_eq!(
        zsh(&["search", "قطار", "--fields", "id,se"]),
        "id,section\t\n"
    );
    assert_eq!(zsh(&["search", "source:ص"]), "source:\"صحيفة الساحل\"\t\n");
    assert_eq!(bash("fihris compare ص"), "صحيفة\\ الساحل\n");
    assert_eq!(bash("fihris search sec"), "section:\n");
    assert!(bash("fihris remove --").contains("--query\n"));
    assert_eq!(bash("fihris --index nowhere run "), "");
}
