//! Calls of the system that fail, one after another, while an index is written, read and searched.
//!
//! `FIHRIS_FAULTS` says how many; few where it is not set, from the seed `FIHRIS_FAULTS_SEED`.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use serde_json::Value;

use super::corpus::{SEARCH, answers, ask, copy, fresh_answers, write, write_all};
use super::rng::Rng;
use super::sandbox::Sandbox;
use super::strace::{self, FAULTS, Fault};

/// Faults where nobody asks for more.
const FEW: u64 = 24;

/// What the system says of its errors.
const SAID: &[(&str, &str)] = &[
    ("EIO", "Input/output error"),
    ("EACCES", "Permission denied"),
    ("EMFILE", "Too many open files"),
    ("ENOSPC", "No space left on device"),
    ("EROFS", "Read-only file system"),
    ("EDQUOT", "Disk quota exceeded"),
    ("ENOMEM", "Cannot allocate memory"),
];

/// Articles in the folder.
const ARTICLES: u64 = 24;

/// Which editions of each file may be found; `None` is none.
type Allowed = BTreeMap<String, Vec<Option<u64>>>;

/// A folder whose index is older than its files.
struct Stage {
    sandbox: Sandbox,
    allowed: Allowed,
}

impl Stage {
    fn new() -> Self {
        let sandbox = Sandbox::new();
        write_all(&sandbox, "news", ARTICLES);
        sandbox.stdout(&["index", "news"]);
        copy(&sandbox.path(".fihris"), &sandbox.path("old"));
        let name = |number: u64| format!("news/{number:03}.txt");
        let mut allowed: Allowed = (0..ARTICLES).map(|n| (name(n), vec![Some(0)])).collect();
        for number in (0..ARTICLES).step_by(4) {
            write(&sandbox, "news", number, 1);
            allowed.insert(name(number), vec![Some(0), Some(1)]);
        }
        fs::remove_file(sandbox.path(&name(1))).unwrap();
        allowed.insert(name(1), vec![Some(0), None]);
        for number in [ARTICLES, ARTICLES + 1] {
            write(&sandbox, "news", number, 1);
            allowed.insert(name(number), vec![None, Some(1)]);
        }
        Self { sandbox, allowed }
    }

    /// Puts the old index back.
    fn restore(&self) {
        let _ = fs::remove_dir_all(self.sandbox.path(".fihris"));
        copy(&self.sandbox.path("old"), &self.sandbox.path(".fihris"));
    }

    /// Of each file is there what was or what is, once, and nothing else.
    fn assert_nothing_lost(&self, what: &str) {
        let args = [
            "search",
            "خبر",
            "--no-group",
            "--limit",
            "1000",
            "--format",
            "json",
        ];
        let output = self.sandbox.output(&args);
        assert_eq!(
            output.status.code(),
            Some(0),
            "{what}: {}",
            self.sandbox.show(&output)
        );
        let mut found: BTreeMap<String, Vec<u64>> = BTreeMap::new();
        for line in self.sandbox.clean(&output.stdout).lines() {
            let hit: Value = serde_json::from_str(line).unwrap();
            if hit["type"] == "hit" {
                let edition = hit["title"].as_str().unwrap().rsplit(' ').next().unwrap();
                let path = hit["path"].as_str().unwrap().to_string();
                found
                    .entry(path)
                    .or_default()
                    .push(edition.parse().unwrap());
            }
        }
        for (name, editions) in &self.allowed {
            let found = found.remove(name).unwrap_or_default();
            assert!(found.len() < 2, "{what}: {name} is there twice");
            assert!(
                editions.contains(&found.first().copied()),
                "{what}: {name}: {found:?}"
            );
        }
        assert!(found.is_empty(), "{what}: {found:?}");
    }
}

/// How many there are to be.
fn number() -> u64 {
    super::number("FIHRIS_FAULTS", FEW)
}

fn rng() -> Rng {
    Rng(super::number("FIHRIS_FAULTS_SEED", 1))
}

/// Any fault.
fn any(rng: &mut Rng, most: &[u64]) -> Fault {
    let call = rng.index(FAULTS.len());
    let (calls, errors) = FAULTS[call];
    let error = errors[rng.index(errors.len())];
    let nth = 1 + rng.below(most[call].max(1));
    Fault { calls, error, nth }
}

/// Whether a failed run says what the system said, and what to do.
fn is_clear(fault: Fault, stderr: &str) -> bool {
    stderr.contains("error: ") && is_named(fault, stderr) && !stderr.contains("fault: ")
}

/// Whether `stderr` says what the fault was.
fn is_named(fault: Fault, stderr: &str) -> bool {
    let (_, said) = SAID.iter().find(|(name, _)| *name == fault.error).unwrap();
    // The engine does not hand on why a thread cannot be started, or a folder not be looked at; of a thread that gets no
    // memory, the system says so.
    let others = [
        "Failed to spawn",
        "NotADirectory",
        "Resource temporarily unavailable",
    ];
    stderr.contains(said) || others.iter().any(|said| stderr.contains(said))
}

#[test]
fn no_fault_in_a_run_loses_an_article_and_the_next_run_has_all() {
    if !strace::is_there() {
        return;
    }
    let stage = Stage::new();
    let right = fresh_answers(&stage.sandbox, "news");
    let runs: [&[&str]; 3] = [
        &["index"],
        &["index", "--rebuild"],
        &["index", "--rehash", "--memory", "16"],
    ];
    let mut rng = rng();
    stage.restore();
    let most = strace::counts(&stage.sandbox, &["index", "--rebuild"]);
    let (mut failed, mut unclear) = (0, BTreeSet::new());
    for number in 0..number() {
        let (fault, args) = (any(&mut rng, &most), runs[rng.index(runs.len())]);
        stage.restore();
        let what = format!("{number}: {args:?}, {fault:?}");
        let Some(output) = strace::run(&stage.sandbox, args, fault) else {
            continue;
        };
        let stderr = String::from_utf8_lossy(&output.stderr);
        match output.status.code() {
            Some(0) => {}
            Some(2) => {
                failed += 1;
                // The error or the hint itself may be what could not be written.
                let is_write = fault.calls.starts_with("write");
                let is_clear = is_clear(fault, &stderr) || is_write && stderr.starts_with("hint: ");
                // A run that could look at nothing tells that of what it looked at.
                let is_told = stderr.contains("skipped: ") && is_named(fault, &stderr);
                let has_hint = stderr.contains("hint: ") || is_write;
                if !(is_told || is_clear && has_hint) {
                    unclear.insert(format!("{what}: {stderr}"));
                }
            }
            _ => panic!("{what}: {output:?}"),
        }
        stage.assert_nothing_lost(&what);
        let next = stage.sandbox.output(&["index"]);
        assert_eq!(
            next.status.code(),
            Some(0),
            "{what}: {}",
            stage.sandbox.show(&next)
        );
        assert_eq!(answers(&ask(&stage.sandbox)), right, "{what}");
        let check = stage.sandbox.output(&["check"]);
        assert_eq!(
            check.status.code(),
            Some(0),
            "{what}: {}",
            stage.sandbox.show(&check)
        );
    }
    println!("{} faults in runs, {failed} runs failed", number());
    assert!(failed > 2, "{failed}");
    assert!(
        unclear.is_empty(),
        "{} say not what is wrong or what to do: {unclear:#?}",
        unclear.len()
    );
}

#[test]
fn no_fault_in_a_search_makes_a_wrong_answer() {
    if !strace::is_there() {
        return;
    }
    let stage = Stage::new();
    stage.sandbox.stdout(&["index"]);
    ask(&stage.sandbox); // writes the queries
    let commands: [&[&str]; 5] = [
        &SEARCH,
        &["search", "خبر", "--copies", "--format", "json"],
        &["copies", "--format", "json"],
        &["kwic", "بغداد", "--format", "json"],
        &["show", "news/002.txt", "--format", "json"],
    ];
    let right = commands.map(|args| stage.sandbox.output(args));
    let mut rng = rng();
    let most = strace::counts(&stage.sandbox, &SEARCH);
    let (mut failed, mut unclear) = (0, BTreeSet::new());
    for number in 0..number() {
        let fault = any(&mut rng, &most);
        let which = rng.index(commands.len());
        let what = format!("{number}: {:?}, {fault:?}", commands[which]);
        let Some(output) = strace::run(&stage.sandbox, commands[which], fault) else {
            continue;
        };
        let stderr = String::from_utf8_lossy(&output.stderr);
        match output.status.code() {
            Some(2) => {
                failed += 1;
                let stderr = stderr.replace("{\"version\":1,\"type\":\"error\"", "error: ");
                if !is_clear(fault, &stderr) {
                    unclear.insert(format!("{what}: {stderr}"));
                }
            }
            status => {
                let is_right =
                    status == right[which].status.code() && output.stdout == right[which].stdout;
                assert!(is_right, "{what}: {output:?}");
            }
        }
    }
    println!("{} faults in searches, {failed} failed", number());
    assert!(failed > 2, "{failed}");
    assert!(
        unclear.is_empty(),
        "{} say not what is wrong: {unclear:#?}",
        unclear.len()
    );
}
