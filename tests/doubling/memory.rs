//! Memory of the real program, at its highest.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use tempfile::TempDir;

/// What one run may take at most, in MiB, with `--memory` as it is by default.
pub const MOST: u64 = 400;

/// How often a run is looked at.
const INTERVAL: Duration = Duration::from_millis(2);

/// The most memory in MiB that indexing one file called `name` with these bytes takes, and what the run
/// says on stderr.
///
/// # Panics
/// If the run does not end by itself.
pub fn peak(name: &str, bytes: &[u8]) -> (u64, String) {
    let folder = TempDir::new().unwrap();
    fs::create_dir(folder.path().join("news")).unwrap();
    fs::write(folder.path().join("news").join(name), bytes).unwrap();
    peak_of(folder.path(), &["index", "news", "--verbose"])
}

/// The same for any arguments, run in `folder`.
///
/// # Panics
/// If the run does not end by itself.
pub fn peak_of(folder: &Path, args: &[&str]) -> (u64, String) {
    let said = folder.join("stderr");
    let mut run = Command::new(assert_cmd::cargo::cargo_bin("fihris"))
        .args(args)
        .current_dir(folder)
        .env_clear()
        .stdin(Stdio::null())
        .stdout(fs::File::create(folder.join("stdout")).unwrap())
        .stderr(fs::File::create(&said).unwrap())
        .spawn()
        .unwrap();
    let status = format!("/proc/{}/status", run.id());
    let mut peak = 0;
    let ended = loop {
        // The system keeps the highest value, so that only what a run takes in its last moment is missed.
        let now = fs::read_to_string(&status).unwrap_or_default();
        let high = now.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let kib = high.and_then(|high| high.trim().strip_suffix(" kB")?.parse().ok());
        peak = peak.max(kib.unwrap_or(0u64));
        if let Some(ended) = run.try_wait().unwrap() {
            break ended;
        }
        std::thread::sleep(INTERVAL);
    };
    let said = fs::read_to_string(said).unwrap();
    assert!(ended.code().is_some(), "{args:?}: {ended}\n{said}");
    println!("{:4} MiB  {args:?}", peak >> 10);
    (peak >> 10, said)
}

#[test]
fn a_long_text_takes_little() {
    let text = "قال الوزير إن العمل يبدأ غدا.\n".repeat(200_000);
    let (peak, said) = peak("a.txt", text.as_bytes());
    assert!(peak < MOST, "{peak} MiB\n{said}");
}
