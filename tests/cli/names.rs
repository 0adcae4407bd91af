//! Files and folders whose names are no text, or look like something else.

use std::ffi::{OsStr, OsString};
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::path::Path;

use super::world::World;

/// Folders whose names could be mistaken for others.
const FOLDERS: [&[u8]; 6] = [
    b"d\xFF",
    b"d\\xFF",
    b"w\\xml",
    b"w\\x5Cxml",
    b"-",
    b"-:wire",
];

fn write(world: &World, folder: &[u8], file: &[u8], text: &str) {
    let folder = world.path("").join(OsStr::from_bytes(folder));
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join(OsStr::from_bytes(file)), text).unwrap();
}

/// A world in which each of the folders is a root with a file in it.
fn world() -> World {
    let world = World::new();
    let mut roots: Vec<OsString> = vec!["index".into()];
    for folder in FOLDERS {
        write(&world, folder, b"1.txt", "خبر عن بغداد");
        roots.push(
            [OsStr::new("./"), OsStr::from_bytes(folder)]
                .into_iter()
                .collect(),
        );
    }
    assert!(
        world
            .command(&[])
            .args(roots)
            .output()
            .unwrap()
            .status
            .success()
    );
    world
}

fn count(world: &World, query: &str) -> String {
    world
        .run(&["search", query, "--count"])
        .lines()
        .nth(2)
        .unwrap()
        .into()
}

#[test]
fn roots_of_any_name_are_kept_up_to_date() {
    let world = world();
    let roots = |world: &World| {
        let status = world.stdout(&["status", "--format", "json"]);
        let status: serde_json::Value = serde_json::from_str(&status).unwrap();
        status["roots"].clone()
    };
    let before = roots(&world);
    assert_eq!(before.as_array().unwrap().len(), FOLDERS.len());
    assert_eq!(count(&world, "بغداد"), "6");
    for folder in FOLDERS {
        write(&world, folder, b"2.txt", "خبر عن دمشق");
        fs::remove_file(world.path("").join(OsStr::from_bytes(folder)).join("1.txt")).unwrap();
    }
    for args in [&["index"][..], &["index", "--rebuild"]] {
        world.stdout(args);
        assert_eq!(count(&world, "دمشق"), "6", "{args:?}");
        assert_eq!(count(&world, "بغداد"), "0", "{args:?}");
        assert_eq!(roots(&world), before, "{args:?}");
    }
}

#[test]
fn listed_files_can_be_opened_whatever_their_names() {
    let world = world();
    write(&world, b"d\xFF", b"\xFE\\x.txt", "خبر عن بغداد");
    world.stdout(&["index"]);
    for (args, end) in [(&["--null"][..], b'\0'), (&[], b'\n')] {
        let mut command = world.command(&["search", "بغداد", "--files"]);
        let listed = command.args(args).output().unwrap().stdout;
        let paths: Vec<&[u8]> = listed.split(|&byte| byte == end).collect();
        assert_eq!(paths.len(), FOLDERS.len() + 2); // and nothing behind the last end
        for path in &paths[..paths.len() - 1] {
            let path = world.path("").join(Path::new(OsStr::from_bytes(path)));
            assert!(path.is_file(), "{}", path.display());
        }
    }
}

#[test]
fn patterns_are_for_paths_and_not_for_names() {
    let world = World::new();
    write(&world, b"w\\xml", b"1.txt", "خبر عن بغداد");
    write(&world, b"w\\xml", b"2.txt", "خبر عن بغداد");
    world.stdout(&["index", "."]);
    fs::remove_file(world.path("w\\xml/1.txt")).unwrap();
    world.stdout(&["index", ".", "--exclude", "w\\\\xml"]); // not looked at: not gone
    assert_eq!(count(&world, "بغداد"), "2");
    world.stdout(&["index", ".", "--include", "w\\\\xml/*"]);
    assert_eq!(count(&world, "بغداد"), "1");
}
