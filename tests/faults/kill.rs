//! `kill -9` at any moment: what was complete before stays, and the next run completes the rest.

use std::collections::BTreeSet;
use std::fs;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::Value;

use super::chance::Chance;
use super::corpus::{
    Answers, answers, ask, assert_clear_error, copy, fresh_answers, write, write_all,
    write_collection,
};
use super::number;
use super::world::World;

const ARTICLES: u64 = 60;

/// How often each kind of run is killed where `FIHRIS_KILLS` does not say.
const FEW: u64 = 10;

/// So many times as often are runs killed while they merge: half of all kills.
const MERGES: u64 = 3;

/// How often it is looked how far a run is.
const POLL: Duration = Duration::from_micros(500);

/// With one more, tantivy merges them.
const SEGMENTS: u64 = 7;

fn tries() -> u64 {
    number("FIHRIS_KILLS", FEW)
}

/// Starts `args`, which say nothing.
fn spawn(world: &World, args: &[&str]) -> Child {
    let mut command = Command::new(assert_cmd::cargo::cargo_bin("fihris"));
    let quiet = command.stdout(Stdio::null()).stderr(Stdio::null());
    let at_home = quiet.args(args).current_dir(world.path("."));
    at_home.spawn().unwrap()
}

/// Kills `args` when so much time has passed since `begins`, and says whether it was still running.
fn kill(world: &World, args: &[&str], begins: &dyn Fn() -> bool, after: Duration) -> bool {
    let mut child = spawn(world, args);
    while !begins() && child.try_wait().unwrap().is_none() {
        thread::sleep(POLL);
    }
    thread::sleep(after);
    let is_running = child.try_wait().unwrap().is_none();
    child.kill().unwrap();
    child.wait().unwrap();
    is_running
}

/// A run to be killed.
struct Run<'a> {
    world: &'a World,
    args: &'a [&'a str],
    /// Makes the state that it starts from.
    prepare: &'a dyn Fn(),
    /// The answers before it, if there is an index.
    before: Option<&'a Answers>,
    /// The answers after it.
    after: &'a Answers,
}

impl Run<'_> {
    /// Runs it again and again, killing it at random moments within so much time from `begins`, until so many kills
    /// have left a state that `counts`. An index must then answer as before or as after, and after one more run as
    /// after.
    fn kill_often(
        &self,
        seed: u64,
        kills: u64,
        begins: &dyn Fn() -> bool,
        within: Duration,
        counts: &dyn Fn() -> bool,
    ) {
        let Self {
            world,
            args,
            before,
            after,
            ..
        } = self;
        let mut chance = Chance(seed);
        let (mut runs, mut killed, mut counted) = (0, 0, 0);
        while counted < kills {
            (self.prepare)();
            let share = f64::from(u32::try_from(chance.below(1000)).unwrap()) / 1000.0;
            let is_killed = kill(world, args, begins, within.mul_f64(share));
            runs += 1;
            killed += u64::from(is_killed);
            counted += u64::from(is_killed && counts());
            let what =
                format!("{args:?}, seed {seed}, run {runs}, killed at {share} of {within:?}");
            assert!(runs < 5 * kills + 10, "{what}: only {counted} count");
            let output = ask(world);
            if output.status.code() == Some(2) {
                assert!(before.is_none(), "{what}: {}", world.show(&output));
                assert_clear_error(&output, &what);
            } else {
                let found = answers(&output);
                assert!(*before == Some(&found) || found == **after, "{what}");
            }
            let again = world.output(args);
            assert_eq!(
                again.status.code(),
                Some(0),
                "{what}: {}",
                world.show(&again)
            );
            assert_eq!(answers(&ask(world)), **after, "{what}");
            let check = world.output(&["check"]);
            assert_eq!(
                check.status.code(),
                Some(0),
                "{what}: {}",
                world.show(&check)
            );
        }
        println!("{args:?}: {killed} of {runs} runs killed, {counted} as asked, 0 wrong");
    }

    /// The same at all moments of the run.
    fn kill_anywhen(&self, seed: u64) {
        (self.prepare)();
        let start = Instant::now();
        self.world.stdout(self.args);
        self.kill_often(seed, tries(), &|| true, start.elapsed(), &|| true);
    }
}

/// The segments of the last commit of the index.
fn segments(world: &World) -> BTreeSet<String> {
    let meta = fs::read(world.path(".fihris/g1/meta.json")).unwrap_or_default();
    let meta: Value = serde_json::from_slice(&meta).unwrap_or_default();
    let segments = meta["segments"].as_array().into_iter().flatten();
    segments
        .map(|segment| segment["segment_id"].to_string())
        .collect()
}

/// How long a run takes from its commit to the end of its merges, and how many segments it leaves.
fn merging(run: &Run, old: &BTreeSet<String>) -> (Duration, usize) {
    (run.prepare)();
    let mut child = spawn(run.world, run.args);
    let mut states = vec![(Instant::now(), old.clone())];
    while child.try_wait().unwrap().is_none() {
        let found = segments(run.world);
        if states.last().is_none_or(|(_, last)| found != *last) {
            states.push((Instant::now(), found));
        }
        thread::sleep(POLL);
    }
    let [_, (start, first), .., (end, last)] = &*states else {
        panic!("it does not merge: {states:?}");
    };
    assert!(last.len() < first.len(), "{states:?}");
    (*end - *start, last.len())
}

#[test]
fn a_first_run() {
    let world = World::new();
    write_all(&world, "news", ARTICLES);
    let after = fresh_answers(&world, "news");
    let prepare = || {
        let _ = fs::remove_dir_all(world.path(".fihris"));
    };
    let run = Run {
        world: &world,
        args: &["index", "news"],
        prepare: &prepare,
        before: None,
        after: &after,
    };
    run.kill_anywhen(1);
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
    for (seed, args) in [(2, &["index"][..]), (3, &["index", "--rebuild"])] {
        let run = Run {
            world: &world,
            args,
            prepare: &prepare,
            before: Some(&before),
            after: &after,
        };
        run.kill_anywhen(seed);
    }
}

#[test]
fn a_run_that_merges() {
    let world = World::new();
    for number in 0..SEGMENTS {
        write_collection(&world, &format!("{number}/stays"), 20, 0);
        write_collection(&world, &format!("{number}/changes"), 30, 0);
    }
    // Young files are read anew by each run, and what is replaced altogether is not merged.
    thread::sleep(Duration::from_millis(2200));
    for number in 0..SEGMENTS {
        world.stdout(&["index", &format!("news/{number}")]);
    }
    let before = answers(&ask(&world));
    let old = segments(&world);
    copy(&world.path(".fihris"), &world.path("old"));
    for number in 0..SEGMENTS {
        write_collection(&world, &format!("{number}/changes"), 30, 1);
    }
    let after = fresh_answers(&world, "news");
    let prepare = || {
        let _ = fs::remove_dir_all(world.path(".fihris"));
        copy(&world.path("old"), &world.path(".fihris"));
    };
    let run = Run {
        world: &world,
        args: &["index"],
        prepare: &prepare,
        before: Some(&before),
        after: &after,
    };
    let (took, merged) = merging(&run, &old);
    let has_committed = || segments(&world) != old;
    let is_merging = || has_committed() && segments(&world).len() > merged;
    run.kill_often(4, MERGES * tries(), &has_committed, took, &is_merging);
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
        kill(&world, &["learn"], &|| true, took.mul_f64(share));
        let text = fs::read_to_string(&list).unwrap();
        let is_whole = text == rejected || text.starts_with('#') && text.contains(rejected);
        assert!(is_whole, "try {number}: {text}");
        assert_eq!(world.output(&["check"]).status.code(), Some(0));
    }
    world.stdout(&["learn"]);
    assert!(fs::read_to_string(&list).unwrap().contains(rejected));
}
