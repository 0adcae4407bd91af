//! Nothing is lost: what a run cannot see, or was not asked for, stays.

use std::fs;
use std::path::Path;

use serde_json::Value;

use super::pack;
use super::sandbox::Sandbox;

/// The figures of a run, and what it skips.
fn run(sandbox: &Sandbox, args: &[&str]) -> (Value, Vec<String>) {
    let output = sandbox.stdout(&[args, &["--format", "json"]].concat());
    let lines: Vec<Value> = output
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let skipped = lines.iter().filter(|line| line["action"] == "skipped");
    let paths = skipped.map(|line| line["path"].as_str().unwrap().to_string());
    (lines.last().unwrap().clone(), paths.collect())
}

/// What `status` says is not in the index, or not as it is.
fn skipped(sandbox: &Sandbox) -> Vec<String> {
    let status: Value =
        serde_json::from_str(&sandbox.stdout(&["status", "--format", "json"])).unwrap();
    let files = status["skipped"].as_array().unwrap().iter();
    files
        .map(|file| file["path"].as_str().unwrap().to_string())
        .collect()
}

/// Two roots, a page in an archive, and an article that came by standard input.
fn sandbox() -> Sandbox {
    let sandbox = Sandbox::new();
    sandbox.write("a/1.txt", "خبر عن بغداد");
    sandbox.write("a/2.jsonl", "{\"id\":\"j\",\"text\":\"خبر عن دمشق\"}\n");
    sandbox.write(
        "b/3.txt",
        "خبر عن عمان\n\nقال الوزير في 5 مارس 2020 إن العمل يبدأ.",
    );
    sandbox.stdout(&["index", "a", "b"]);
    let sent = sandbox.output_with(&["index", "-"], |command| {
        command.write_stdin("{\"id\":\"s\",\"text\":\"خبر عن بيروت\"}\n")
    });
    assert!(sent.status.success());
    sandbox
}

const ALL: &str = "خبر";

/// The answers with all that is known of the articles.
fn answers(sandbox: &Sandbox) -> String {
    let queries = [ALL, "mentions:2020-03", "بغداد OR عمان"];
    queries
        .map(|query| sandbox.stdout(&["search", query, "--format", "json"]))
        .concat()
}

#[test]
fn a_rebuild_keeps_what_this_run_does_not_look_at() {
    for args in [
        &[][..],
        &["a"],
        &["b/3.txt"],
        &["--include", "*.txt"],
        &["--exclude", "4.*"],
        &["--files-from", "list"],
        &["--no-follow", "a"],
    ] {
        let sandbox = sandbox();
        sandbox.write("list", "a/1.txt\n");
        let before = answers(&sandbox);
        sandbox.write("a/4.txt", "خبر عن حلب");
        let (summary, lost) = run(
            &sandbox,
            &[&["index", "--rebuild", "--strict"], args].concat(),
        );
        assert_eq!(lost, [""; 0], "{args:?}");
        let is_seen = !args.contains(&"--exclude");
        assert_eq!(summary["articles"], 4 + u64::from(is_seen), "{args:?}");
        fs::remove_file(sandbox.path("a/4.txt")).unwrap();
        let (summary, _) = run(&sandbox, &["index"]);
        assert_eq!(summary["unchanged"], 3, "{args:?}");
        assert_eq!(answers(&sandbox), before, "{args:?}");
        assert!(sandbox.stdout(&["check"]).starts_with("sound"), "{args:?}");
    }
}

#[test]
fn a_rebuild_keeps_roots_that_are_gone_as_a_plain_run_does() {
    let sandbox = sandbox();
    let before = answers(&sandbox);
    fs::rename(sandbox.path("b"), sandbox.path("off")).unwrap();
    for args in [
        &["index"][..],
        &["index", "--rebuild"],
        &["index", "--rebuild", "a"],
    ] {
        assert_eq!(run(&sandbox, args).1, ["b"], "{args:?}");
        assert_eq!(answers(&sandbox), before, "{args:?}");
        assert_eq!(skipped(&sandbox), ["b"], "{args:?}");
    }
    assert_eq!(
        sandbox
            .output(&["index", "--rebuild", "--strict"])
            .status
            .code(),
        Some(2)
    );
    fs::create_dir(sandbox.path("b")).unwrap(); // where a disk is to be mounted
    assert_eq!(run(&sandbox, &["index", "--rebuild"]).1, ["b"]);
    assert_eq!(answers(&sandbox), before);
    fs::remove_dir(sandbox.path("b")).unwrap();
    fs::rename(sandbox.path("off"), sandbox.path("b")).unwrap();
    let (summary, lost) = run(&sandbox, &["index"]);
    assert_eq!((&summary["unchanged"], lost), (&Value::from(3), vec![]));
    assert_eq!(skipped(&sandbox), [""; 0]);
    fs::remove_dir_all(sandbox.path("b")).unwrap();
    let (summary, _) = run(&sandbox, &["index", "--rebuild", "b"]); // named: gone for good
    assert_eq!(
        (&summary["removed"], &summary["articles"]),
        (&1.into(), &3.into())
    );
}

#[test]
fn a_rebuild_of_a_damaged_index_refuses_to_lose_what_it_cannot_see() {
    let sandbox = sandbox();
    fs::rename(sandbox.path("b"), sandbox.path("off")).unwrap();
    let store = fs::read_dir(sandbox.path(".fihris/g1")).unwrap();
    let mut stores = store.map(|file| file.unwrap().path());
    let is_store = |path: &std::path::PathBuf| path.extension().is_some_and(|end| end == "store");
    let store = stores.find(is_store).unwrap();
    let sound = fs::read(&store).unwrap();
    fs::write(&store, &sound[1..]).unwrap();
    let refused = sandbox.run(&["index", "--rebuild"]);
    for said in [
        "exit 2",
        "cannot keep what is indexed of -, b",
        "hint: let it see all",
    ] {
        assert!(refused.contains(said), "{refused}");
    }
    fs::rename(sandbox.path("off"), sandbox.path("b")).unwrap();
    let refused = sandbox.run(&["index", "--rebuild", "--include", "*.txt"]);
    assert!(refused.contains("indexed of -, a, b"), "{refused}");
    assert!(!sandbox.path(".fihris/g2").exists());
    // What comes is added to what came before, and does not give that back.
    let args = ["index", "--rebuild", "--forget-streams", "-"];
    let sent = sandbox.output_with(&args, |command| {
        command.write_stdin("{\"id\":\"s\",\"text\":\"خبر عن بيروت\"}\n")
    });
    assert!(sent.status.success(), "{}", sandbox.show(&sent));
    assert_eq!(sandbox.stdout(&["search", ALL, "--count"]), "4\n");
    assert!(sandbox.stdout(&["check"]).starts_with("sound"));
}

#[test]
fn a_hidden_root_stays_beside_the_one_above_it() {
    let sandbox = Sandbox::new();
    sandbox.write("1.txt", "خبر");
    sandbox.write(".old/2.txt", "خبر");
    sandbox.stdout(&["index", "."]);
    sandbox.stdout(&["index", ".old"]);
    for args in [&["index"][..], &["index", "."], &["index", "--rebuild"]] {
        let (summary, _) = run(&sandbox, args);
        assert_eq!(summary["articles"], 2, "{args:?}");
    }
    fs::remove_file(sandbox.path(".old/2.txt")).unwrap();
    sandbox.write(".old/3.txt", "خبر");
    let (summary, _) = run(&sandbox, &["index"]);
    assert_eq!(
        (&summary["removed"], &summary["added"]),
        (&1.into(), &1.into())
    );
}

#[test]
fn a_file_that_cannot_be_read_keeps_its_articles_and_is_listed() {
    let sandbox = sandbox();
    let before = answers(&sandbox);
    // What opens and gives an error when it is read, whoever runs this.
    let away = |path: &Path| {
        fs::rename(path, sandbox.path("away")).unwrap();
        std::os::unix::fs::symlink("/proc/self/mem", path).unwrap();
    };
    if !Path::new("/proc/self/mem").exists() {
        return;
    }
    away(&sandbox.path("b/3.txt"));
    for args in [
        &["index", "--follow"][..],
        &["index"],
        &["index", "--rehash"],
        &["index", "--rebuild"],
        &["index"],
    ] {
        assert_eq!(run(&sandbox, args).1, ["b/3.txt"], "{args:?}");
        assert_eq!(answers(&sandbox), before, "{args:?}");
        assert_eq!(skipped(&sandbox), ["b/3.txt"], "{args:?}");
    }
    assert_eq!(
        sandbox.output(&["index", "--strict"]).status.code(),
        Some(2)
    );
    let text = sandbox.stdout(&["status"]);
    assert!(
        text.contains("skipped:   b/3.txt: cannot be read: "),
        "{text}"
    );
    std::os::unix::fs::symlink("/proc/self/mem", sandbox.path("a/new.txt")).unwrap();
    assert_eq!(run(&sandbox, &["index"]).1, ["a/new.txt", "b/3.txt"]);
    assert_eq!(skipped(&sandbox), ["a/new.txt", "b/3.txt"]);
    fs::remove_file(sandbox.path("a/new.txt")).unwrap();
    fs::remove_file(sandbox.path("b/3.txt")).unwrap();
    fs::rename(sandbox.path("away"), sandbox.path("b/3.txt")).unwrap();
    let (summary, lost) = run(&sandbox, &["index"]);
    assert_eq!((&summary["removed"], lost), (&0.into(), vec![])); // the new one was never in
    assert_eq!(skipped(&sandbox), [""; 0]);
    assert_eq!(answers(&sandbox), before);
}

#[test]
fn links_are_followed_until_they_are_not_wanted() {
    let sandbox = Sandbox::new();
    sandbox.write("a/1.txt", "خبر عن بغداد");
    sandbox.write("o/2.txt", "خبر عن عمان");
    std::os::unix::fs::symlink("../o", sandbox.path("a/link")).unwrap();
    sandbox.stdout(&["index", "a", "--follow"]);
    for args in [&["index"][..], &["index", "a"], &["index", "--rebuild"]] {
        assert_eq!(run(&sandbox, args).0["articles"], 2, "{args:?}");
    }
    assert_eq!(sandbox.found(&["عمان", "a"]), "2.t");
    let (summary, _) = run(&sandbox, &["index", "--no-follow"]);
    assert_eq!(
        (&summary["removed"], &summary["articles"]),
        (&1.into(), &1.into())
    );
    assert_eq!(run(&sandbox, &["index"]).0["articles"], 1);
}

#[test]
fn an_archive_that_became_a_folder_takes_nothing_of_it_along() {
    let sandbox = Sandbox::new();
    let count = |word: &str| sandbox.output(&["search", word, "--count"]).stdout;
    let packed = |text: &str| pack::zip(&[("in.txt", text.as_bytes())]);
    sandbox.write("a/x.zip", packed("خبر عن بغداد"));
    sandbox.stdout(&["index", "a"]);
    fs::remove_file(sandbox.path("a/x.zip")).unwrap();
    sandbox.write("a/x.zip/in.txt", "خبر عن عمان");
    for args in [&["index", "--include", "*.txt"][..], &["index"]] {
        sandbox.stdout(args);
        assert_eq!(count("عمان"), b"1\n", "{args:?}");
        assert_eq!(count("بغداد"), b"0\n", "{args:?}");
    }
    fs::remove_dir_all(sandbox.path("a/x.zip")).unwrap();
    sandbox.write("a/x.zip", packed("خبر عن دمشق"));
    for args in [&["index", "--include", "*.zip"][..], &["index"]] {
        sandbox.stdout(args);
        assert_eq!(count("دمشق"), b"1\n", "{args:?}");
        assert_eq!(count("عمان"), b"0\n", "{args:?}");
    }
}

#[test]
fn a_root_that_was_empty_for_a_run_has_its_articles_when_it_is_back() {
    let sandbox = sandbox();
    let before = answers(&sandbox);
    fs::rename(sandbox.path("a"), sandbox.path("aside")).unwrap();
    fs::create_dir(sandbox.path("a")).unwrap();
    sandbox.stdout(&["index"]);
    assert_eq!(answers(&sandbox), before);
    fs::remove_dir(sandbox.path("a")).unwrap();
    fs::rename(sandbox.path("aside"), sandbox.path("a")).unwrap();
    sandbox.stdout(&["index"]);
    assert_eq!(answers(&sandbox), before);
}
