//! Several at once: writers, readers, and others who change the files.

use std::fs;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use super::corpus::{answers, ask, assert_clear_error, fresh_answers, write, write_all};
use super::rng::Rng;
use super::sandbox::Sandbox;

#[test]
fn two_writers() {
    let sandbox = Sandbox::new();
    write_all(&sandbox, "news", 30);
    let right = fresh_answers(&sandbox, "news");
    for _ in 0..3 {
        let _ = fs::remove_dir_all(sandbox.path(".fihris"));
        let outputs = thread::scope(|scope| {
            let run = || sandbox.output(&["index", "news"]);
            let runs: Vec<_> = (0..3).map(|_| scope.spawn(run)).collect();
            runs.into_iter()
                .map(|run| run.join().unwrap())
                .collect::<Vec<_>>()
        });
        assert!(outputs.iter().any(|output| output.status.code() == Some(0)));
        for output in outputs
            .iter()
            .filter(|output| output.status.code() != Some(0))
        {
            assert_clear_error(output, "a second writer");
        }
        assert_eq!(answers(&ask(&sandbox)), right);
    }
    thread::scope(|scope| {
        for number in 0..3 {
            let sandbox = &sandbox;
            scope.spawn(move || {
                write(sandbox, "news", number, 1);
                sandbox.stdout(&["index", "--wait"]);
            });
        }
    });
    assert_eq!(answers(&ask(&sandbox)), fresh_answers(&sandbox, "news"));
    sandbox.stdout(&["check"]);
}

#[test]
fn a_writer_and_many_readers() {
    let sandbox = Sandbox::new();
    write_all(&sandbox, "news", 30);
    sandbox.stdout(&["index", "news"]);
    let editions = [0, 1].map(|edition| {
        for number in 0..10 {
            write(&sandbox, "news", number, edition);
        }
        fresh_answers(&sandbox, "news")
    });
    let is_done = AtomicBool::new(false);
    thread::scope(|scope| {
        for _ in 0..3 {
            scope.spawn(|| {
                while !is_done.load(Ordering::Relaxed) {
                    let found = answers(&ask(&sandbox));
                    assert!(editions.contains(&found), "an answer of no edition");
                }
            });
        }
        for run in 0..10 {
            for number in 0..10 {
                write(&sandbox, "news", number, run % 2);
            }
            let rebuild = ["index", "--rebuild"];
            sandbox.stdout(if run % 4 == 3 {
                &rebuild
            } else {
                &rebuild[..1]
            });
        }
        is_done.store(true, Ordering::Relaxed);
    });
    assert_eq!(answers(&ask(&sandbox)), editions[1]);
    sandbox.stdout(&["check"]);
}

#[test]
fn files_change_while_they_are_read() {
    let sandbox = Sandbox::new();
    write_all(&sandbox, "news", 20);
    let is_done = AtomicBool::new(false);
    thread::scope(|scope| {
        scope.spawn(|| {
            let mut rng = Rng(8);
            let mut edition = 1;
            while !is_done.load(Ordering::Relaxed) {
                edition += 1;
                let number = rng.below(20);
                let path = sandbox.path(&format!("news/{number:03}.txt"));
                match rng.below(4) {
                    0 => {
                        let _ = fs::remove_file(path);
                    }
                    1 => {
                        // Grows, and is whole in no moment but the last.
                        let file = fs::File::options().append(true).open(path);
                        let line = "خبر عن بغداد والاتفاق ".repeat(2000);
                        let _ = file.and_then(|mut file| {
                            std::io::Write::write_all(&mut file, line.as_bytes())
                        });
                    }
                    _ => write(&sandbox, "news", number, edition),
                }
            }
        });
        for _ in 0..12 {
            let output = sandbox.output(&["index", "news"]);
            assert_eq!(output.status.code(), Some(0), "{}", sandbox.show(&output));
        }
        is_done.store(true, Ordering::Relaxed);
    });
    sandbox.stdout(&["index"]);
    assert_eq!(answers(&ask(&sandbox)), fresh_answers(&sandbox, "news"));
    sandbox.stdout(&["check"]);
}
