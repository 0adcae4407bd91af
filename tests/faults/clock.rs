//! Clocks that go back, and time stamps that lie.

use std::fs::File;
use std::time::{Duration, SystemTime};

use super::corpus::{answers, ask, fresh_answers, write, write_all};
use super::sandbox::Sandbox;

const YEAR: Duration = Duration::from_secs(365 * 24 * 3600);

#[test]
fn a_changed_file_is_read_whatever_its_time() {
    let sandbox = Sandbox::new();
    write_all(&sandbox, "news", 12);
    let now = SystemTime::now();
    let times = [
        now + 20 * YEAR,
        now - 20 * YEAR,
        SystemTime::UNIX_EPOCH - YEAR,
        SystemTime::UNIX_EPOCH,
        now + YEAR,
        SystemTime::UNIX_EPOCH - 2 * YEAR,
        now + 300 * YEAR,
        now + 310 * YEAR,
    ];
    sandbox.stdout(&["index", "news"]);
    for (edition, time) in (1..).zip(times) {
        for number in 0..6 {
            write(&sandbox, "news", number, edition);
            let path = sandbox.path(&format!("news/{number:03}.txt"));
            let file = File::options().write(true).open(path).unwrap();
            file.set_modified(time).unwrap();
        }
        sandbox.stdout(&["index"]);
        assert_eq!(
            answers(&ask(&sandbox)),
            fresh_answers(&sandbox, "news"),
            "{time:?}"
        );
    }
    let report = sandbox.run(&["index"]);
    assert!(report.contains("12 unchanged"), "{report}");
}

/// Texts of one size, the times of which are all that tells them apart.
#[test]
fn a_change_is_seen_from_any_time_to_any_other() {
    let sandbox = Sandbox::new();
    let day = Duration::from_secs(24 * 3600);
    let epoch = SystemTime::UNIX_EPOCH;
    let second = Duration::from_secs(1);
    let old = SystemTime::now() - 9 * YEAR;
    let times = [
        epoch - 10 * YEAR,
        epoch - 5 * YEAR,
        epoch,
        epoch - day,
        epoch + 330 * YEAR,
        epoch + 340 * YEAR,
        old,
        old + second / 1000,
        epoch + 40 * YEAR,
        epoch + 40 * YEAR, // the same time
        epoch + 40 * YEAR + second,
    ];
    let words = ["بغداد", "بيروت"];
    for (word, time) in words.iter().cycle().zip(times) {
        sandbox.write("a.txt", word);
        let file = File::options()
            .write(true)
            .open(sandbox.path("a.txt"))
            .unwrap();
        file.set_modified(time).unwrap();
        sandbox.stdout(&["index", "a.txt"]);
        let found = sandbox.stdout(&["search", word, "--count"]);
        assert_eq!(found, "1\n", "{word} {time:?}");
    }
}

/// Where it is not sure that the next change is seen, the bytes are compared once more, and then no more.
#[test]
fn young_files_are_read_until_their_times_can_be_believed() {
    let sandbox = Sandbox::new();
    sandbox.write("a.txt", "بغداد");
    sandbox.stdout(&["index", "a.txt"]);
    let again = || sandbox.stdout(&["index", "--format", "json"]);
    assert!(again().contains("\"bytes_read\":10"));
    std::thread::sleep(Duration::from_millis(2200));
    assert!(again().contains("\"bytes_read\":10"));
    let last = again();
    assert!(
        last.contains("\"unchanged\":1") && last.contains("\"bytes_read\":0"),
        "{last}"
    );
}
