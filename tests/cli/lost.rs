//! Nothing is lost: what a run cannot see, or was not asked for, stays.

use std::fs;
use std::path::Path;

use serde_json::Value;

use super::pack;
use super::world::World;

/// The figures of a run, and what it skips.
fn run(world: &World, args: &[&str]) -> (Value, Vec<String>) {
    let output = world.stdout(&[args, &["--format", "json"]].concat());
    let lines: Vec<Value> = output
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let skipped = lines.iter().filter(|line| line["action"] == "skipped");
    let paths = skipped.map(|line| line["path"].as_str().unwrap().to_string());
    (lines.last().unwrap().clone(), paths.collect())
}

/// What `status` says is not in the index, or not as it is.
fn skipped(world: &World) -> Vec<String> {
    let status: Value =
        serde_json::from_str(&world.stdout(&["status", "--format", "json"])).unwrap();
    let files = status["skipped"].as_array().unwrap().iter();
    files
        .map(|file| file["path"].as_str().unwrap().to_string())
        .collect()
}

/// Two roots, a page in an archive, and an article that came by standard input.
fn world() -> World {
    let world = World::new();
    world.write("a/1.txt", "خبر عن بغداد");
    world.write("a/2.jsonl", "{\"id\":\"j\",\"text\":\"خبر عن دمشق\"}\n");
    world.write(
        "b/3.txt",
        "خبر عن عمان\n\nقال الوزير في 5 مارس 2020 إن العمل يبدأ.",
    );
    world.stdout(&["index", "a", "b"]);
    let sent = world.output_with(&["index", "-"], |command| {
        command.write_stdin("{\"id\":\"s\",\"text\":\"خبر عن بيروت\"}\n")
    });
    assert!(sent.status.success());
    world
}

const ALL: &str = "خبر";

/// The answers with all that is known of the articles.
fn answers(world: &World) -> String {
    let queries = [ALL, "mentions:2020-03", "بغداد OR عمان"];
    queries
        .map(|query| world.stdout(&["search", query, "--format", "json"]))
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
        let world = world();
        world.write("list", "a/1.txt\n");
        let before = answers(&world);
        world.write("a/4.txt", "خبر عن حلب");
        let (summary, lost) = run(
            &world,
            &[&["index", "--rebuild", "--strict"], args].concat(),
        );
        assert_eq!(lost, [""; 0], "{args:?}");
        let is_seen = !args.contains(&"--exclude");
        assert_eq!(summary["articles"], 4 + u64::from(is_seen), "{args:?}");
        fs::remove_file(world.path("a/4.txt")).unwrap();
        let (summary, _) = run(&world, &["index"]);
        assert_eq!(summary["unchanged"], 3, "{args:?}");
        assert_eq!(answers(&world), before, "{args:?}");
        assert!(world.stdout(&["check"]).starts_with("sound"), "{args:?}");
    }
}

#[test]
fn a_rebuild_keeps_roots_that_are_gone_as_a_plain_run_does() {
    let world = world();
    let before = answers(&world);
    fs::rename(world.path("b"), world.path("off")).unwrap();
    for args in [
        &["index"][..],
        &["index", "--rebuild"],
        &["index", "--rebuild", "a"],
    ] {
        assert_eq!(run(&world, args).1, ["b"], "{args:?}");
        assert_eq!(answers(&world), before, "{args:?}");
        assert_eq!(skipped(&world), ["b"], "{args:?}");
    }
    assert_eq!(
        world
            .output(&["index", "--rebuild", "--strict"])
            .status
            .code(),
        Some(2)
    );
    fs::create_dir(world.path("b")).unwrap(); // where a disk is to be mounted
    assert_eq!(run(&world, &["index", "--rebuild"]).1, ["b"]);
    assert_eq!(answers(&world), before);
    fs::remove_dir(world.path("b")).unwrap();
    fs::rename(world.path("off"), world.path("b")).unwrap();
    let (summary, lost) = run(&world, &["index"]);
    assert_eq!((&summary["unchanged"], lost), (&Value::from(3), vec![]));
    assert_eq!(skipped(&world), [""; 0]);
    fs::remove_dir_all(world.path("b")).unwrap();
    let (summary, _) = run(&world, &["index", "--rebuild", "b"]); // named: gone for good
    assert_eq!(
        (&summary["removed"], &summary["articles"]),
        (&1.into(), &3.into())
    );
}

#[test]
fn a_rebuild_of_a_damaged_index_refuses_to_lose_what_it_cannot_see() {
    let world = world();
    fs::rename(world.path("b"), world.path("off")).unwrap();
    let store = fs::read_dir(world.path(".fihris/g1")).unwrap();
    let mut stores = store.map(|file| file.unwrap().path());
    let is_store = |path: &std::path::PathBuf| path.extension().is_some_and(|end| end == "store");
    let store = stores.find(is_store).unwrap();
    let sound = fs::read(&store).unwrap();
    fs::write(&store, &sound[1..]).unwrap();
    let refused = world.run(&["index", "--rebuild"]);
    for said in [
        "exit 2",
        "cannot keep what is indexed of -, b",
        "hint: let it see all",
    ] {
        assert!(refused.contains(said), "{refused}");
    }
    fs::rename(world.path("off"), world.path("b")).unwrap();
    let refused = world.run(&["index", "--rebuild", "--include", "*.txt"]);
    assert!(refused.contains("indexed of -, a, b"), "{refused}");
    assert!(!world.path(".fihris/g2").exists());
    // What comes is added to what came before, and does not give that back.
    let args = ["index", "--rebuild", "--forget-streams", "-"];
    let sent = world.output_with(&args, |command| {
        command.write_stdin("{\"id\":\"s\",\"text\":\"خبر عن بيروت\"}\n")
    });
    assert!(sent.status.success(), "{}", world.show(&sent));
    assert_eq!(world.stdout(&["search", ALL, "--count"]), "4\n");
    assert!(world.stdout(&["check"]).starts_with("sound"));
}

#[test]
fn a_hidden_root_stays_beside_the_one_above_it() {
    let world = World::new();
    world.write("1.txt", "خبر");
    world.write(".old/2.txt", "خبر");
    world.stdout(&["index", "."]);
    world.stdout(&["index", ".old"]);
    for args in [&["index"][..], &["index", "."], &["index", "--rebuild"]] {
        let (summary, _) = run(&world, args);
        assert_eq!(summary["articles"], 2, "{args:?}");
    }
    fs::remove_file(world.path(".old/2.txt")).unwrap();
    world.write(".old/3.txt", "خبر");
    let (summary, _) = run(&world, &["index"]);
    assert_eq!(
        (&summary["removed"], &summary["added"]),
        (&1.into(), &1.into())
    );
}

#[test]
fn a_file_that_cannot_be_read_keeps_its_articles_and_is_listed() {
    let world = world();
    let before = answers(&world);
    // What opens and gives an error when it is read, whoever runs this.
    let away = |path: &Path| {
        fs::rename(path, world.path("away")).unwrap();
        std::os::unix::fs::symlink("/proc/self/mem", path).unwrap();
    };
    if !Path::new("/proc/self/mem").exists() {
        return;
    }
    away(&world.path("b/3.txt"));
    for args in [
        &["index", "--follow"][..],
        &["index"],
        &["index", "--rehash"],
        &["index", "--rebuild"],
        &["index"],
    ] {
        assert_eq!(run(&world, args).1, ["b/3.txt"], "{args:?}");
        assert_eq!(answers(&world), before, "{args:?}");
        assert_eq!(skipped(&world), ["b/3.txt"], "{args:?}");
    }
    assert_eq!(world.output(&["index", "--strict"]).status.code(), Some(2));
    let text = world.stdout(&["status"]);
    assert!(
        text.contains("skipped:   b/3.txt: cannot be read: "),
        "{text}"
    );
    std::os::unix::fs::symlink("/proc/self/mem", world.path("a/new.txt")).unwrap();
    assert_eq!(run(&world, &["index"]).1, ["a/new.txt", "b/3.txt"]);
    assert_eq!(skipped(&world), ["a/new.txt", "b/3.txt"]);
    fs::remove_file(world.path("a/new.txt")).unwrap();
    fs::remove_file(world.path("b/3.txt")).unwrap();
    fs::rename(world.path("away"), world.path("b/3.txt")).unwrap();
    let (summary, lost) = run(&world, &["index"]);
    assert_eq!((&summary["removed"], lost), (&0.into(), vec![])); // the new one was never in
    assert_eq!(skipped(&world), [""; 0]);
    assert_eq!(answers(&world), before);
}

#[test]
fn links_are_followed_until_they_are_not_wanted() {
    let world = World::new();
    world.write("a/1.txt", "خبر عن بغداد");
    world.write("o/2.txt", "خبر عن عمان");
    std::os::unix::fs::symlink("../o", world.path("a/link")).unwrap();
    world.stdout(&["index", "a", "--follow"]);
    for args in [&["index"][..], &["index", "a"], &["index", "--rebuild"]] {
        assert_eq!(run(&world, args).0["articles"], 2, "{args:?}");
    }
    assert_eq!(world.found(&["عمان", "a"]), "2.t");
    let (summary, _) = run(&world, &["index", "--no-follow"]);
    assert_eq!(
        (&summary["removed"], &summary["articles"]),
        (&1.into(), &1.into())
    );
    assert_eq!(run(&world, &["index"]).0["articles"], 1);
}

#[test]
fn an_archive_that_became_a_folder_takes_nothing_of_it_along() {
    let world = World::new();
    let count = |word: &str| world.output(&["search", word, "--count"]).stdout;
    let packed = |text: &str| pack::zip(&[("in.txt", text.as_bytes())]);
    world.write("a/x.zip", packed("خبر عن بغداد"));
    world.stdout(&["index", "a"]);
    fs::remove_file(world.path("a/x.zip")).unwrap();
    world.write("a/x.zip/in.txt", "خبر عن عمان");
    for args in [&["index", "--include", "*.txt"][..], &["index"]] {
        world.stdout(args);
        assert_eq!(count("عمان"), b"1\n", "{args:?}");
        assert_eq!(count("بغداد"), b"0\n", "{args:?}");
    }
    fs::remove_dir_all(world.path("a/x.zip")).unwrap();
    world.write("a/x.zip", packed("خبر عن دمشق"));
    for args in [&["index", "--include", "*.zip"][..], &["index"]] {
        world.stdout(args);
        assert_eq!(count("دمشق"), b"1\n", "{args:?}");
        assert_eq!(count("عمان"), b"0\n", "{args:?}");
    }
}
