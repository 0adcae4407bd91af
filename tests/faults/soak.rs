//! Readers beside a writer that adds, changes, deletes, merges and rebuilds: each answer is that of one whole commit.
//!
//! `FIHRIS_SOAK` says for how many seconds; few where it is not set.

use std::fmt::Write as _;
use std::fs;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use super::number;
use super::rng::Rng;
use super::sandbox::Sandbox;

/// Seconds where nobody asks for more.
const FEW: u64 = 4;

/// Files of each state at most, with so many records each.
const FILES: u64 = 14;
const RECORDS: u64 = 12;

/// States that the corpus goes through.
const STATES: u64 = 6;

/// What readers ask, one after another.
const ASKED: &[&[&str]] = &[
    &[
        "search",
        "بغداد",
        "--copies",
        "--limit",
        "1000",
        "--format",
        "json",
    ],
    &["copies", "--format", "json"],
    &["status", "--format", "json"],
    &["search", "وزير -طبعة2", "--limit", "5", "--format", "json"],
    &["check"],
];

/// The edition of a file in a state; `None` if it is not there.
fn edition(state: u64, file: u64) -> Option<u64> {
    let mut rng = Rng(state * 1000 + file);
    (rng.below(4) > 0).then(|| rng.below(3))
}

/// Records of which every third tells the story of another file, in other words here and there.
fn contents(file: u64, edition: u64) -> String {
    let mut lines = String::new();
    for number in 0..RECORDS {
        let story = if number % 3 == 0 {
            number
        } else {
            file * 100 + number
        };
        let mut rng = Rng(story);
        let words = [
            "بغداد",
            "الحكومة",
            "وزير",
            "الخارجية",
            "القوات",
            "المحادثات",
            "الاتفاق",
            "شركة",
            "دمشق",
        ];
        let mut text: Vec<&str> = (0..50).map(|_| words[rng.index(words.len())]).collect();
        let ends = ["طبعة0", "طبعة1", "طبعة2"];
        text.push(ends[usize::try_from(edition).unwrap()]);
        let text = text.join(" ");
        let _ = writeln!(lines, "{{\"id\":\"{file}-{number}\",\"text\":\"{text}\"}}");
    }
    lines
}

/// Makes the files be those of a state.
fn go_to(sandbox: &Sandbox, state: u64) {
    for file in 0..FILES {
        let name = format!("news/{file}.jsonl");
        match edition(state, file) {
            Some(edition) => {
                let new = contents(file, edition);
                let old = fs::read_to_string(sandbox.path(&name));
                if old.ok().as_ref() != Some(&new) {
                    sandbox.write(&name, new);
                }
            }
            None => drop(fs::remove_file(sandbox.path(&name))),
        }
    }
}

/// What the index in a folder answers, without where and when.
fn answer(sandbox: &Sandbox, index: &str, asked: &[&str]) -> String {
    let output = sandbox.output(&[&["--index", index], asked].concat());
    let status = output.status.code();
    let said = sandbox.clean(&output.stdout);
    let said = match serde_json::from_str::<serde_json::Value>(&said) {
        Ok(status) if asked[0] == "status" => format!(
            "{} {} {}",
            status["articles"], status["files"], status["words"]
        ),
        _ => said,
    };
    let told = if status == Some(2) || status.is_none() {
        sandbox.clean(&output.stderr)
    } else {
        String::new()
    };
    let said = if asked[0] == "check" && status == Some(0) {
        String::new()
    } else {
        said
    };
    format!("{status:?} {said}{told}")
}

/// The states that were gone to, in their order, and how many of them are there for sure.
struct Log {
    states: Mutex<Vec<u64>>,
    done: AtomicUsize,
}

#[test]
fn every_answer_beside_a_writer_is_that_of_one_commit() {
    let seconds = number("FIHRIS_SOAK", FEW);
    let sandbox = Sandbox::new();
    let right: Vec<Vec<String>> = (0..STATES)
        .map(|state| {
            go_to(&sandbox, state);
            let _ = fs::remove_dir_all(sandbox.path("fresh"));
            sandbox.stdout(&["--index", "fresh", "index", "news"]);
            ASKED
                .iter()
                .map(|asked| answer(&sandbox, "fresh", asked))
                .collect()
        })
        .collect();
    go_to(&sandbox, 0);
    sandbox.stdout(&["index", "news"]);
    let log = Log {
        states: Mutex::new(vec![0]),
        done: AtomicUsize::new(1),
    };
    let (is_done, reads) = (AtomicBool::new(false), AtomicU64::new(0));
    let wrong = Mutex::new(Vec::new());
    let end = Instant::now() + Duration::from_secs(seconds);
    let mut runs = 0;
    thread::scope(|scope| {
        for reader in 0..4 {
            let (sandbox, log, right) = (&sandbox, &log, &right);
            let (is_done, reads, wrong) = (&is_done, &reads, &wrong);
            scope.spawn(move || {
                let mut asked = reader;
                while !is_done.load(Ordering::SeqCst) {
                    asked = (asked + 1) % ASKED.len();
                    let first = log.done.load(Ordering::SeqCst) - 1;
                    let said = answer(sandbox, ".fihris", ASKED[asked]);
                    let states = log.states.lock().unwrap()[first..].to_vec();
                    let is_right = states
                        .iter()
                        .any(|state| right[usize::try_from(*state).unwrap()][asked] == said);
                    if !is_right {
                        wrong
                            .lock()
                            .unwrap()
                            .push(format!("{:?} in {states:?}: {said}", ASKED[asked]));
                    }
                    reads.fetch_add(1, Ordering::SeqCst);
                }
            });
        }
        let mut rng = Rng(9);
        while Instant::now() < end {
            let state = rng.below(STATES);
            log.states.lock().unwrap().push(state);
            go_to(&sandbox, state);
            let all: &[&str] = match rng.below(6) {
                0 => &["index", "--rebuild"],
                1 => &["index", "--memory", "16"],
                2 => &["index", "--rehash"],
                _ => &["index"],
            };
            let output = sandbox.output(all);
            if output.status.code() != Some(0) {
                wrong.lock().unwrap().push(sandbox.show(&output));
            }
            runs += 1;
            let states = log.states.lock().unwrap().len();
            log.done.store(states, Ordering::SeqCst);
        }
        is_done.store(true, Ordering::SeqCst);
    });
    let (reads, wrong) = (reads.into_inner(), wrong.into_inner().unwrap());
    println!(
        "{seconds} s, {runs} runs, {reads} answers, {} wrong",
        wrong.len()
    );
    assert!(reads > 8 && runs > 1, "{reads} answers, {runs} runs");
    assert!(
        wrong.is_empty(),
        "{} of {reads}: {:#?}",
        wrong.len(),
        &wrong[..wrong.len().min(5)]
    );
}
