//! `kill -9` at any moment: what was complete before stays, and the next run completes the rest.

use std::fs;
use std::process::Stdio;
use std::thread;
use std::time::{Duration, Instant};

use super::chance::Chance;
use super::corpus::{
    Answers, answers, ask, assert_clear_error, copy, fresh_answers, write, write_all,
};
use super::number;
use super::world::World;

const ARTICLES: u64 = 60;

/// How often each kind of run is killed where `FIHRIS_KILLS` does not say.
const FEW: u64 = 10;

fn tries() -> u64 {
    number("FIHRIS_KILLS", FEW)
}

/// Kills `args` after a while, and says whether it was still running.
fn kill(world: &World, args: &[&str], after: Duration) -> bool {
    let mut command = std::process::Command::new(assert_cmd::cargo::cargo_bin("fihris"));
    let mut child = command
        .args(args)
        .current_dir(world.path("."))
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    thread::sleep(after);
    let is_running = child.try_wait().unwrap().is_none();
    child.kill().unwrap();
    child.wait().unwrap();
    is_running
}

/// Runs `args` again and again from the state that `prepare` makes, killing it at random moments. An index
/// must then answer as `before` or as `after`, and after one more run as `after`.
fn kill_often(
    seed: u64,
    world: &World,
    args: &[&str],
    prepare: &dyn Fn(),
    before: Option<&Answers>,
    after: &Answers,
) {
    prepare();
    let start = Instant::now();
    world.stdout(args);
    let took = start.elapsed();
    let mut chance = Chance(seed);
    let mut killed = 0;
    for number in 0..tries() {
        prepare();
        let share = f64::from(u32::try_from(chance.below(1000)).unwrap()) / 1000.0;
        killed += u64::from(kill(world, args, took.mul_f64(share)));
        let what = format!("{args:?}, seed {seed}, try {number}, killed at {share} of {took:?}");
        let output = ask(world);
        if output.status.code() == Some(2) {
            assert!(before.is_none(), "{what}: {}", world.show(&output));
            assert_clear_error(&output, &what);
        } else {
            let found = answers(&output);
            assert!(before == Some(&found) || found == *after, "{what}");
        }
        let again = world.output(args);
        assert_eq!(
            again.status.code(),
            Some(0),
            "{what}: {}",
            world.show(&again)
        );
        assert_eq!(answers(&ask(world)), *after, "{what}");
        let check = world.output(&["check"]);
        assert_eq!(
            check.status.code(),
            Some(0),
            "{what}: {}",
            world.show(&check)
        );
    }
    println!("{args:?}: {killed} of {} runs killed, 0 wrong", tries());
    assert!(killed > tries() / 3, "{args:?}: killed only {killed} times");
}

#[test]
fn a_first_run() {
    let world = World::new();
    write_all(&world, "news", ARTICLES);
    let after = fresh_answers(&world, "news");
    let prepare = || {
        let _ = fs::remove_dir_all(world.path(".fihris"));
    };
    kill_often(1, &world, &["index", "news"], &prepare, None, &after);
}

#[test]
fn a_later_run_and_a_rebuild() {
    let world = World::new();
    write_all(&world, "news", ARTICLES);
    world.stdout(&["index", "news"]);
    let before = answers(&ask(&world));
    copy(&world.path(".fihris"), &world.path("old"));
    for number in (0..ARTICLES).step_by(2) {
        write(&world, "news", number, 1);
    }
    fs::remove_file(world.path("news/001.txt")).unwrap();
    let after = fresh_answers(&world, "news");
    let prepare = || {
        let _ = fs::remove_dir_all(world.path(".fihris"));
        copy(&world.path("old"), &world.path(".fihris"));
    };
    let before = Some(&before);
    kill_often(2, &world, &["index"], &prepare, before, &after);
    kill_often(3, &world, &["index", "--rebuild"], &prepare, before, &after);
}

#[test]
fn a_run_that_merges() {
    let world = World::new();
    // A segment a run: the ninth makes tantivy merge the eight before.
    for number in 0..9 {
        write(&world, "news", number, 0);
        write(&world, "news", number + 100, 0);
        world.stdout(&["index", "news"]);
    }
    let before = answers(&ask(&world));
    copy(&world.path(".fihris"), &world.path("old"));
    write_all(&world, "news", 12);
    let after = fresh_answers(&world, "news");
    let prepare = || {
        let _ = fs::remove_dir_all(world.path(".fihris"));
        copy(&world.path("old"), &world.path(".fihris"));
    };
    kill_often(4, &world, &["index"], &prepare, Some(&before), &after);
}

#[test]
fn learning() {
    let world = World::new();
    write_all(&world, "news", ARTICLES);
    world.stdout(&["index", "news"]);
    let list = world.path(".fihris/learned.tsv");
    let rejected = "-كلمة\tكلمات\n";
    let start = Instant::now();
    world.stdout(&["learn"]);
    let took = start.elapsed();
    let mut chance = Chance(5);
    for number in 0..tries() {
        fs::write(&list, rejected).unwrap();
        let share = f64::from(u32::try_from(chance.below(1000)).unwrap()) / 1000.0;
        kill(&world, &["learn"], took.mul_f64(share));
        let text = fs::read_to_string(&list).unwrap();
        let is_whole = text == rejected || text.starts_with('#') && text.contains(rejected);
        assert!(is_whole, "try {number}: {text}");
        assert_eq!(world.output(&["check"]).status.code(), Some(0));
    }
    world.stdout(&["learn"]);
    assert!(fs::read_to_string(&list).unwrap().contains(rejected));
}
