//! Calls of the system that fail on purpose, where `strace` is installed and may trace.

use std::collections::BTreeMap;
use std::os::unix::process::ExitStatusExt;
use std::process::{Command, Output};
use std::sync::LazyLock;

use super::sandbox::Sandbox;

/// What can fail: a call of the system, and how.
#[derive(Clone, Copy, Debug)]
pub struct Fault {
    /// Calls, as `strace` names them.
    pub calls: &'static str,
    /// The error, as `strace` names it.
    pub error: &'static str,
    /// Which of these calls of each thread fails, counted from 1.
    pub nth: u64,
}

/// Calls that read, write or find files, with the errors that they may have on real disks.
pub const FAULTS: &[(&str, &[&str])] = &[
    (
        "openat",
        &["EIO", "EACCES", "EMFILE", "ENOSPC", "EROFS", "EDQUOT"],
    ),
    ("read,pread64", &["EIO"]),
    ("write,pwrite64", &["EIO", "ENOSPC", "EDQUOT"]),
    ("fsync,fdatasync", &["EIO", "ENOSPC", "EDQUOT"]),
    (
        "rename,renameat,renameat2",
        &["EIO", "ENOSPC", "EROFS", "EACCES"],
    ),
    ("mmap", &["ENOMEM"]),
    ("statx,newfstatat", &["EIO", "EACCES"]),
    ("getdents64", &["EIO"]),
    ("mkdir", &["ENOSPC", "EROFS", "EACCES"]),
    ("unlink,unlinkat", &["EIO", "EACCES", "EROFS"]),
    ("lseek", &["EIO"]),
];

/// The first calls of a kind are those of what loads the program.
const OF_LOADER: u64 = 40;

/// Whether calls can be made to fail here; said once if not.
pub fn is_there() -> bool {
    static IS_THERE: LazyLock<bool> = LazyLock::new(|| {
        let traced = Command::new("strace")
            .args(["-qq", "-o", "/dev/null", "true"])
            .output();
        let is_there = traced.is_ok_and(|traced| traced.status.success());
        if !is_there {
            println!(
                "skipped: calls of the system fail on purpose only where strace is installed and may trace"
            );
        }
        is_there
    });
    *IS_THERE
}

/// Runs fihris with a fault. `None` if the fault kept the program from starting, so that it is not its own.
pub fn run(sandbox: &Sandbox, args: &[&str], fault: Fault) -> Option<Output> {
    let Fault { calls, error, nth } = fault;
    let output = Command::new("strace")
        .args([
            "-f",
            "-qq",
            "-o",
            "/dev/null",
            "-e",
            &format!("trace={calls}"),
        ])
        .args(["-e", &format!("inject={calls}:error={error}:when={nth}")])
        .arg(assert_cmd::cargo::cargo_bin("fihris"))
        .args(args)
        .current_dir(sandbox.path("."))
        .env_clear()
        .output()
        .unwrap();
    let stderr = String::from_utf8_lossy(&output.stderr);
    // What loads the program crashes where it gets no memory.
    let is_crash = output.status.signal() == Some(11) && calls == "mmap" && nth <= OF_LOADER;
    let is_of_loader = is_crash
        || [
            "shared librar",
            "Assertion",
            "fatal runtime error",
            "strace:",
        ]
        .iter()
        .any(|sign| stderr.contains(sign));
    (!is_of_loader).then_some(output)
}

/// How many of each of [`FAULTS`] the thread makes that makes most, in a run that succeeds.
#[allow(dead_code)] // not all tests count
pub fn counts(sandbox: &Sandbox, args: &[&str]) -> Vec<u64> {
    let log = sandbox.path("calls");
    let count = |calls: &str| {
        let status = Command::new("strace")
            .args(["-f", "-qq", "-e", &format!("trace={calls}"), "-o"])
            .arg(&log)
            .arg(assert_cmd::cargo::cargo_bin("fihris"))
            .args(args)
            .current_dir(sandbox.path("."))
            .env_clear()
            .output();
        assert!(status.unwrap().status.success(), "{args:?}");
        let log = std::fs::read_to_string(&log).unwrap();
        let mut threads: BTreeMap<&str, u64> = BTreeMap::new();
        for line in log.lines().filter(|line| !line.contains("resumed>")) {
            *threads.entry(line.split(' ').next().unwrap()).or_default() += 1;
        }
        threads.into_values().max().unwrap_or_default()
    };
    FAULTS.iter().map(|(calls, _)| count(calls)).collect()
}
