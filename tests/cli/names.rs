//! Files and folders whose names are no text, or look like something else.

use std::ffi::{OsStr, OsString};
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::path::Path;

use super::sandbox::Sandbox;

/// Folders whose names could be mistaken for others.
const FOLDERS: [&[u8]; 6] = [
    b"d\xFF",
    b"d\\xFF",
    b"w\\xml",
    b"w\\x5Cxml",
    b"-",
    b"-:wire",
];

fn write(sandbox: &Sandbox, folder: &[u8], file: &[u8], text: &str) {
    let folder = sandbox.path("").join(OsStr::from_bytes(folder));
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join(OsStr::from_bytes(file)), text).unwrap();
}

/// A sandbox in which each of the folders is a root with a file in it.
fn sandbox() -> Sandbox {
    let sandbox = Sandbox::new();
    let mut roots: Vec<OsString> = vec!["index".into()];
    for folder in FOLDERS {
        write(&sandbox, folder, b"1.txt", "خبر عن بغداد");
        roots.push(
            [OsStr::new("./"), OsStr::from_bytes(folder)]
                .into_iter()
                .collect(),
        );
    }
    assert!(
        sandbox
            .command(&[])
            .args(roots)
            .output()
            .unwrap()
            .status
            .success()
    );
    sandbox
}

fn count(sandbox: &Sandbox, query: &str) -> String {
    sandbox
        .run(&["search", query, "--count"])
        .lines()
        .nth(2)
        .unwrap()
        .into()
}

#[test]
fn roots_of_any_name_are_kept_up_to_date() {
    let sandbox = sandbox();
    let roots = |sandbox: &Sandbox| {
        let status = sandbox.stdout(&["status", "--format", "json"]);
        let status: serde_json::Value = serde_json::from_str(&status).unwrap();
        status["roots"].clone()
    };
    let before = roots(&sandbox);
    assert_eq!(before.as_array().unwrap().len(), FOLDERS.len());
    assert_eq!(count(&sandbox, "بغداد"), "6");
    for folder in FOLDERS {
        write(&sandbox, folder, b"2.txt", "خبر عن دمشق");
        fs::remove_file(
            sandbox
                .path("")
                .join(OsStr::from_bytes(folder))
                .join("1.txt"),
        )
        .unwrap();
    }
    for args in [&["index"][..], &["index", "--rebuild"]] {
        sandbox.stdout(args);
        assert_eq!(count(&sandbox, "دمشق"), "6", "{args:?}");
        assert_eq!(count(&sandbox, "بغداد"), "0", "{args:?}");
        assert_eq!(roots(&sandbox), before, "{args:?}");
    }
}

#[test]
fn listed_files_can_be_opened_whatever_their_names() {
    let sandbox = sandbox();
    write(&sandbox, b"d\xFF", b"\xFE\\x.txt", "خبر عن بغداد");
    sandbox.stdout(&["index"]);
    for (args, end) in [(&["--null"][..], b'\0'), (&[], b'\n')] {
        let mut command = sandbox.command(&["search", "بغداد", "--files"]);
        let listed = command.args(args).output().unwrap().stdout;
        let paths: Vec<&[u8]> = listed.split(|&byte| byte == end).collect();
        assert_eq!(paths.len(), FOLDERS.len() + 2); // and nothing behind the last end
        for path in &paths[..paths.len() - 1] {
            let path = sandbox.path("").join(Path::new(OsStr::from_bytes(path)));
            assert!(path.is_file(), "{}", path.display());
        }
    }
}

#[test]
fn patterns_are_for_paths_and_not_for_names() {
    let sandbox = Sandbox::new();
    write(&sandbox, b"w\\xml", b"1.txt", "خبر عن بغداد");
    write(&sandbox, b"w\\xml", b"2.txt", "خبر عن بغداد");
    sandbox.stdout(&["index", "."]);
    fs::remove_file(sandbox.path("w\\xml/1.txt")).unwrap();
    sandbox.stdout(&["index", ".", "--exclude", "w\\\\xml"]); // not looked at: not gone
    assert_eq!(count(&sandbox, "بغداد"), "2");
    sandbox.stdout(&["index", ".", "--include", "w\\\\xml/*"]);
    assert_eq!(count(&sandbox, "بغداد"), "1");
}
