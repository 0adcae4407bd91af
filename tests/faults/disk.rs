//! Disks that are full or may only be read.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use super::corpus::{
    SEARCH, answers, ask, ask_index, assert_clear_error, fresh_answers, write, write_all,
};
use super::sandbox::Sandbox;

/// A user without rights.
const NOBODY: u32 = 65_534;

/// Whether tests run as root, who may write everywhere.
fn is_root() -> bool {
    let id = Command::new("id").arg("-u").output();
    id.is_ok_and(|id| id.stdout == b"0\n")
}

/// Runs fihris as somebody who may write nowhere.
fn run_without_rights(sandbox: &Sandbox, args: &[&str]) -> Output {
    let mut command = Command::new(assert_cmd::cargo::cargo_bin("fihris"));
    command
        .current_dir(sandbox.path("."))
        .env_clear()
        .args(args);
    if is_root() {
        command.uid(NOBODY).gid(NOBODY);
    }
    command.output().unwrap()
}

/// Sets the mode of all folders and files below `path`.
fn set_modes(path: &Path, folders: u32, files: u32) {
    if path.is_dir() {
        fs::set_permissions(path, fs::Permissions::from_mode(0o755)).unwrap();
        for entry in fs::read_dir(path).unwrap() {
            set_modes(&entry.unwrap().path(), folders, files);
        }
    }
    let mode = if path.is_dir() { folders } else { files };
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
}

#[test]
fn a_folder_that_may_only_be_read() {
    let sandbox = Sandbox::new();
    write_all(&sandbox, "news", 12);
    sandbox.stdout(&["index", "news"]);
    let right = answers(&ask(&sandbox));
    set_modes(&sandbox.path("."), 0o555, 0o444);
    let found = run_without_rights(&sandbox, &SEARCH);
    if found.status.code() == Some(2) && !String::from_utf8_lossy(&found.stderr).contains("error:")
    {
        println!("skipped: another user cannot start the program");
        return set_modes(&sandbox.path("."), 0o755, 0o644);
    }
    assert_eq!(answers(&found), right);
    let check = run_without_rights(&sandbox, &["check"]);
    assert_eq!(check.status.code(), Some(0), "{}", sandbox.show(&check));
    for args in [
        &["index", "--rehash"][..],
        &["index", "--rebuild"],
        &["learn"],
    ] {
        assert_clear_error(&run_without_rights(&sandbox, args), &format!("{args:?}"));
    }
    let elsewhere = ["--index", "no/such/index", "index", "news"];
    assert_clear_error(&run_without_rights(&sandbox, &elsewhere), "a new index");
    assert_eq!(answers(&run_without_rights(&sandbox, &SEARCH)), right);
    set_modes(&sandbox.path("."), 0o755, 0o644);
}

/// A small disk in memory, as long as it lives.
struct SmallDisk(PathBuf);

impl SmallDisk {
    fn new(path: PathBuf, size: &str) -> Option<Self> {
        fs::create_dir_all(&path).unwrap();
        let mut mount = Command::new("mount");
        mount.args(["-t", "tmpfs", "-o", &format!("size={size}"), "tmpfs"]);
        let is_there = mount
            .arg(&path)
            .output()
            .is_ok_and(|done| done.status.success());
        is_there.then_some(Self(path))
    }

    fn resize(&self, size: &str) {
        let mut mount = Command::new("mount");
        mount
            .args(["-o", &format!("remount,size={size}")])
            .arg(&self.0);
        assert!(mount.status().unwrap().success());
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(&self.0).status();
    }
}

fn empty(folder: &Path) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            fs::remove_dir_all(path).unwrap();
        } else {
            fs::remove_file(path).unwrap();
        }
    }
}

#[test]
fn a_full_disk() {
    let sandbox = Sandbox::new();
    write_all(&sandbox, "few", 4);
    write_all(&sandbox, "news", 120);
    let (few, all) = (
        fresh_answers(&sandbox, "few"),
        fresh_answers(&sandbox, "news"),
    );
    let Some(disk) = SmallDisk::new(sandbox.path("disk"), "40k") else {
        println!("skipped: a small disk can only be made by root, where mounting is allowed");
        return;
    };
    let index = "disk"; // the small disk itself
    let mut failed = 0;
    for kilobytes in (40..300).step_by(20) {
        disk.resize(&format!("{kilobytes}k"));
        let output = sandbox.output(&["--index", index, "index", "news"]);
        if output.status.code() == Some(0) {
            assert_eq!(answers(&ask_index(&sandbox, index)), all, "{kilobytes}");
            break;
        }
        failed += 1;
        assert_clear_error(&output, &format!("{kilobytes} kB"));
        let stderr = String::from_utf8_lossy(&output.stderr);
        assert!(stderr.contains("make room"), "{kilobytes}: {stderr}");
    }
    assert!(failed > 2);
    empty(&sandbox.path(index));
    disk.resize("10m");
    sandbox.stdout(&["--index", index, "index", "few"]);
    let used: u64 = fs::read_dir(sandbox.path("disk/g1"))
        .unwrap()
        .map(|file| {
            file.unwrap()
                .metadata()
                .unwrap()
                .len()
                .next_multiple_of(4096)
        })
        .sum();
    for more in [16, 40, 60] {
        disk.resize(&format!("{}k", used / 1024 + more));
        for args in [&["index", "news"][..], &["index", "--rebuild", "news"]] {
            let output = sandbox.output(&[&["--index", index], args].concat());
            assert_clear_error(&output, &format!("{more} kB more: {args:?}"));
            assert_eq!(
                answers(&ask_index(&sandbox, index)),
                few,
                "the old index serves"
            );
        }
    }
    disk.resize("10m");
    write(&sandbox, "few", 0, 0);
    sandbox.stdout(&["--index", index, "index", "few"]);
    sandbox.stdout(&["--index", index, "check"]);
    assert_eq!(answers(&ask_index(&sandbox, index)), few);
}
