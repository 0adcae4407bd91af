//! `kill -9` at any moment: what was complete before stays, and the next run completes the rest.

use std::collections::BTreeSet;
use std::fs;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::Value;

use super::corpus::{
    Answers, answers, ask, assert_clear_error, copy, fresh_answers, write, write_all,
    write_collection,
};
use super::number;
use super::rng::Rng;
use super::sandbox::Sandbox;

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
fn spawn(sandbox: &Sandbox, args: &[&str]) -> Child {
    let mut command = Command::new(assert_cmd::cargo::cargo_bin("fihris"));
    let quiet = command.stdout(Stdio::null()).stderr(Stdio::null());
    let at_home = quiet.args(args).current_dir(sandbox.path("."));
    at_home.env_clear().spawn().unwrap()
}

/// Kills `args` when so much time has passed since `begins`, and says whether it was still running.
fn kill(sandbox: &Sandbox, args: &[&str], begins: &dyn Fn() -> bool, after: Duration) -> bool {
    let mut child = spawn(sandbox, args);
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
    sandbox: &'a Sandbox,
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
            sandbox,
            args,
            before,
            after,
            ..
        } = self;
        let mut rng = Rng(seed);
        let (mut runs, mut killed, mut counted) = (0, 0, 0);
        while counted < kills {
            (self.prepare)();
            let share = f64::from(u32::try_from(rng.below(1000)).unwrap()) / 1000.0;
            let is_killed = kill(sandbox, args, begins, within.mul_f64(share));
            runs += 1;
            killed += u64::from(is_killed);
            counted += u64::from(is_killed && counts());
            let what =
                format!("{args:?}, seed {seed}, run {runs}, killed at {share} of {within:?}");
            assert!(runs < 5 * kills + 10, "{what}: only {counted} count");
            let output = ask(sandbox);
            if output.status.code() == Some(2) {
                assert!(before.is_none(), "{what}: {}", sandbox.show(&output));
                assert_clear_error(&output, &what);
            } else {
                let found = answers(&output);
                assert!(*before == Some(&found) || found == **after, "{what}");
            }
            let again = sandbox.output(args);
            assert_eq!(
                again.status.code(),
                Some(0),
                "{what}: {}",
                sandbox.show(&again)
            );
            assert_eq!(answers(&ask(sandbox)), **after, "{what}");
            let check = sandbox.output(&["check"]);
            assert_eq!(
                check.status.code(),
                Some(0),
                "{what}: {}",
                sandbox.show(&check)
            );
        }
        println!("{args:?}: {killed} of {runs} runs killed, {counted} as asked, 0 wrong");
    }

    /// The same at all moments of the run.
    fn kill_anywhen(&self, seed: u64) {
        (self.prepare)();
        let start = Instant::now();
        self.sandbox.stdout(self.args);
        self.kill_often(seed, tries(), &|| true, start.elapsed(), &|| true);
    }
}

/// The segments of the last commit of the index.
fn segments(sandbox: &Sandbox) -> BTreeSet<String> {
    let meta = fs::read(sandbox.path(".fihris/g1/meta.json")).unwrap_or_default();
    let meta: Value = serde_json::from_slice(&meta).unwrap_or_default();
    let segments = meta["segments"].as_array().into_iter().flatten();
    segments
        .map(|segment| segment["segment_id"].to_string())
        .collect()
}

/// How long a run takes from its commit to the end of its merges, and how many segments it leaves.
fn merging(run: &Run, old: &BTreeSet<String>) -> (Duration, usize) {
    (run.prepare)();
    let mut child = spawn(run.sandbox, run.args);
    let mut states = vec![(Instant::now(), old.clone())];
    while child.try_wait().unwrap().is_none() {
        let found = segments(run.sandbox);
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
    let sandbox = Sandbox::new();
    write_all(&sandbox, "news", ARTICLES);
    let after = fresh_answers(&sandbox, "news");
    let prepare = || {
        let _ = fs::remove_dir_all(sandbox.path(".fihris"));
    };
    let run = Run {
        sandbox: &sandbox,
        args: &["index", "news"],
        prepare: &prepare,
        before: None,
        after: &after,
    };
    run.kill_anywhen(1);
}

#[test]
fn a_later_run_and_a_rebuild() {
    let sandbox = Sandbox::new();
    write_all(&sandbox, "news", ARTICLES);
    sandbox.stdout(&["index", "news"]);
    let before = answers(&ask(&sandbox));
    copy(&sandbox.path(".fihris"), &sandbox.path("old"));
    for number in (0..ARTICLES).step_by(2) {
        write(&sandbox, "news", number, 1);
    }
    fs::remove_file(sandbox.path("news/001.txt")).unwrap();
    let after = fresh_answers(&sandbox, "news");
    let prepare = || {
        let _ = fs::remove_dir_all(sandbox.path(".fihris"));
        copy(&sandbox.path("old"), &sandbox.path(".fihris"));
    };
    for (seed, args) in [(2, &["index"][..]), (3, &["index", "--rebuild"])] {
        let run = Run {
            sandbox: &sandbox,
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
    let sandbox = Sandbox::new();
    for number in 0..SEGMENTS {
        write_collection(&sandbox, &format!("{number}/stays"), 20, 0);
        write_collection(&sandbox, &format!("{number}/changes"), 30, 0);
    }
    // Young files are read anew by each run, and what is replaced altogether is not merged.
    thread::sleep(Duration::from_millis(2200));
    for number in 0..SEGMENTS {
        sandbox.stdout(&["index", &format!("news/{number}")]);
    }
    let before = answers(&ask(&sandbox));
    let old = segments(&sandbox);
    copy(&sandbox.path(".fihris"), &sandbox.path("old"));
    for number in 0..SEGMENTS {
        write_collection(&sandbox, &format!("{number}/changes"), 30, 1);
    }
    let after = fresh_answers(&sandbox, "news");
    let prepare = || {
        let _ = fs::remove_dir_all(sandbox.path(".fihris"));
        copy(&sandbox.path("old"), &sandbox.path(".fihris"));
    };
    let run = Run {
        sandbox: &sandbox,
        args: &["index"],
        prepare: &prepare,
        before: Some(&before),
        after: &after,
    };
    let (took, merged) = merging(&run, &old);
    let has_committed = || segments(&sandbox) != old;
    let is_merging = || has_committed() && segments(&sandbox).len() > merged;
    run.kill_often(4, MERGES * tries(), &has_committed, took, &is_merging);
}

#[test]
fn learning() {
    let sandbox = Sandbox::new();
    write_all(&sandbox, "news", ARTICLES);
    sandbox.stdout(&["index", "news"]);
    let list = sandbox.path(".fihris/learned.tsv");
    let rejected = "-كلمة\tكلمات\n";
    let start = Instant::now();
    sandbox.stdout(&["learn"]);
    let took = start.elapsed();
    let mut rng = Rng(5);
    for number in 0..tries() {
        fs::write(&list, rejected).unwrap();
        let share = f64::from(u32::try_from(rng.below(1000)).unwrap()) / 1000.0;
        kill(&sandbox, &["learn"], &|| true, took.mul_f64(share));
        let text = fs::read_to_string(&list).unwrap();
        let is_whole = text == rejected || text.starts_with('#') && text.contains(rejected);
        assert!(is_whole, "try {number}: {text}");
        assert_eq!(sandbox.output(&["check"]).status.code(), Some(0));
    }
    sandbox.stdout(&["learn"]);
    assert!(fs::read_to_string(&list).unwrap().contains(rejected));
}
