//! Articles with one id: their order does not depend on history, and whoever asks for the id gets all.

use insta::assert_snapshot;

use super::pack;
use super::sandbox::Sandbox;

/// The same id in four files, twice in one of them, and in an archive twice under one name.
fn write_all(sandbox: &Sandbox) {
    for number in 1..=4 {
        let line = format!("{{\"id\":\"same\",\"text\":\"نص {number}\"}}\n");
        sandbox.write(&format!("n/{number}.jsonl"), line);
    }
    sandbox.write(
        "n/3.jsonl",
        "{\"id\":\"same\",\"text\":\"نص 3\"}\n{\"id\":\"same\",\"text\":\"نص 3 ثان\"}\n",
    );
    let files = ["نص أول", "نص ثان"].map(|text| ("a.txt", text.as_bytes()));
    sandbox.write("n/z.tar", pack::tar(&files));
}

/// All that breaks ties.
fn answers(sandbox: &Sandbox, index: &str) -> String {
    let commands: [&[&str]; 10] = [
        &["show", "same"],
        &["show", "same", "--format", "json"],
        &["show", "n/z.tar/a.txt"],
        &["search", "نص", "--format", "json", "--no-group"],
        &["search", "نص", "--files", "--offset", "2", "--limit", "3"],
        &["search", "نص", "--format", "json", "--sort", "source"],
        &["kwic", "نص", "--format", "json"],
        &["kwic", "نص", "--format", "csv", "--sort", "after"],
        &["kwic", "نص", "--format", "csv", "--sample", "3"],
        &["similar", "same", "--no-group"],
    ];
    let said = commands.map(|args| sandbox.run(&[&["--index", index], args].concat()));
    said.concat()
}

#[test]
fn answers_are_those_of_a_fresh_index_whatever_came_first() {
    let sandbox = Sandbox::new();
    for number in [4, 1, 3, 2] {
        let line = format!("{{\"id\":\"same\",\"text\":\"قديم {number}\"}}\n");
        sandbox.write(&format!("n/{number}.jsonl"), line);
        sandbox.stdout(&["index", "n"]);
    }
    write_all(&sandbox);
    sandbox.stdout(&["index", "n"]);
    sandbox.stdout(&["--index", "fresh", "index", "n"]);
    let right = answers(&sandbox, "fresh");
    assert_eq!(answers(&sandbox, ".fihris"), right);
    sandbox.stdout(&["--index", "other", "index", "n/z.tar", "n/4.jsonl"]);
    sandbox.stdout(&["--index", "other", "index", "n"]);
    assert_eq!(answers(&sandbox, "other"), right);
}

#[test]
fn all_are_shown_with_their_files() {
    let sandbox = Sandbox::new();
    write_all(&sandbox);
    sandbox.stdout(&["index", "n"]);
    assert_snapshot!(sandbox.run(&["show", "same"]), @"
    exit 0
    --- stdout
    [1/5] n/1.jsonl
    نص 1
    [2/5] n/2.jsonl
    نص 2
    [3/5] n/3.jsonl
    نص 3
    [4/5] n/3.jsonl
    نص 3 ثان
    [5/5] n/4.jsonl
    نص 4--- stderr
    5 articles have the id same: all are shown, with their files
    ");
    let lines = sandbox.stdout(&["show", "same", "--format", "json"]);
    let told: Vec<String> = lines
        .lines()
        .map(|line| {
            let line: serde_json::Value = serde_json::from_str(line).unwrap();
            format!("{} {} {}", line["path"], line["place"], line["same_id"])
        })
        .collect();
    assert_snapshot!(told.join("\n"), @r#"
    "n/1.jsonl" 0 {"number":1,"of":5}
    "n/2.jsonl" 0 {"number":2,"of":5}
    "n/3.jsonl" 0 {"number":3,"of":5}
    "n/3.jsonl" 1 {"number":4,"of":5}
    "n/4.jsonl" 0 {"number":5,"of":5}
    "#);
    assert_snapshot!(sandbox.run(&["similar", "same", "--no-group", "--limit", "1"]), @"
    exit 0
    --- stdout
    n/z.tar/a.txt
    [نص] أول
      shared: نص

    --- stderr
    5 articles have the id same: this is about the first, of n/1.jsonl
    ");
    assert!(
        !sandbox
            .stdout(&["show", "n/z.tar/a.txt", "--format", "html"])
            .is_empty()
    );
}
