//! Clocks that go back, and time stamps that lie.

use std::fs::File;
use std::time::{Duration, SystemTime};

use super::corpus::{answers, ask, fresh_answers, write, write_all};
use super::world::World;

const YEAR: Duration = Duration::from_secs(365 * 24 * 3600);

#[test]
fn a_changed_file_is_read_whatever_its_time() {
    let world = World::new();
    write_all(&world, "news", 12);
    let now = SystemTime::now();
    let times = [
        now + 20 * YEAR,
        now - 20 * YEAR,
        SystemTime::UNIX_EPOCH - YEAR,
        SystemTime::UNIX_EPOCH,
        now + YEAR,
        SystemTime::UNIX_EPOCH - 2 * YEAR,
    ];
    world.stdout(&["index", "news"]);
    for (edition, time) in (1..).zip(times) {
        for number in 0..6 {
            write(&world, "news", number, edition);
            let path = world.path(&format!("news/{number:03}.txt"));
            let file = File::options().write(true).open(path).unwrap();
            file.set_modified(time).unwrap();
        }
        world.stdout(&["index"]);
        assert_eq!(
            answers(&ask(&world)),
            fresh_answers(&world, "news"),
            "{time:?}"
        );
    }
    let report = world.run(&["index"]);
    assert!(report.contains("12 unchanged"), "{report}");
}
