//! Damage: each file of an index cut, flipped, emptied or gone.

use std::fs;
use std::path::{Path, PathBuf};

use super::corpus::{answers, ask, assert_clear_error, copy, fresh_answers, index_in_segments};
use super::number;
use super::rng::Rng;
use super::sandbox::Sandbox;

/// An index with several segments, deleted articles and all derived files, beside a sound copy of it.
fn sandbox() -> Sandbox {
    let sandbox = Sandbox::new();
    index_in_segments(&sandbox);
    copy(&sandbox.path(".fihris"), &sandbox.path("sound"));
    sandbox
}

/// The files of the index, relative to its folder.
fn files(sandbox: &Sandbox) -> Vec<PathBuf> {
    let sound = sandbox.path("sound");
    let entries = fs::read_dir(&sound)
        .unwrap()
        .chain(fs::read_dir(sound.join("g1")).unwrap());
    let mut files: Vec<PathBuf> = entries
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_file())
        .map(|path| path.strip_prefix(&sound).unwrap().to_path_buf())
        // A run may have removed what was left over.
        .filter(|file| sandbox.path(".fihris").join(file).exists())
        .collect();
    files.sort();
    assert!(files.len() > 18, "{files:?}");
    files
}

/// Puts a sound file back in its place.
fn restore(sandbox: &Sandbox, file: &Path) {
    fs::copy(
        sandbox.path("sound").join(file),
        sandbox.path(".fihris").join(file),
    )
    .unwrap();
}

/// Ways to damage a file.
fn damages(bytes: &[u8], rng: &mut Rng) -> Vec<(&'static str, Vec<u8>)> {
    let mut damages = vec![("garbage behind it", [bytes, b"garbage"].concat())];
    if bytes.is_empty() {
        return damages;
    }
    damages.push(("empty", Vec::new()));
    damages.push(("half", bytes[..bytes.len() / 2].to_vec()));
    damages.push(("a byte less", bytes[..bytes.len() - 1].to_vec()));
    for _ in 0..number("FIHRIS_FLIPS", 5) {
        damages.push(("a flipped bit", flipped(bytes, rng)));
    }
    damages
}

/// A flipped bit in each of the numbers that a derived file begins with, which are figures of the corpus, too.
fn flipped_numbers(bytes: &[u8]) -> impl Iterator<Item = (&'static str, Vec<u8>)> {
    let places = (0..bytes.len().min(80)).step_by(8);
    places.map(|at| {
        let mut flipped = bytes.to_vec();
        flipped[at] ^= 4;
        ("a flipped bit of the header", flipped)
    })
}

fn flipped(bytes: &[u8], rng: &mut Rng) -> Vec<u8> {
    let mut flipped = bytes.to_vec();
    flipped[rng.index(bytes.len())] ^= 1 << rng.below(8);
    flipped
}

#[test]
fn a_damaged_file_gives_an_error_or_a_right_answer_and_is_repaired() {
    let sandbox = sandbox();
    let right = fresh_answers(&sandbox, "news");
    assert_eq!(answers(&ask(&sandbox)), right);
    let mut rng = Rng(6);
    let (mut errors, mut tried) = (0, 0);
    for file in files(&sandbox) {
        let path = sandbox.path(".fihris").join(&file);
        let sound = fs::read(&path).unwrap();
        let mut is_repaired = false;
        let is_derived = ["vocabulary", "recent", "copies", "compared", "versions"]
            .iter()
            .any(|name| file.ends_with(name));
        let of_header = is_derived.then(|| flipped_numbers(&sound));
        let of_header = of_header.into_iter().flatten();
        for (damage, bytes) in damages(&sound, &mut rng).into_iter().chain(of_header) {
            let what = format!("{}: {damage}", file.display());
            fs::write(&path, bytes).unwrap();
            tried += 1;
            let output = ask(&sandbox);
            if output.status.code() == Some(2) {
                errors += 1;
                assert_clear_error(&output, &what);
                let check = sandbox.output(&["check"]);
                assert_eq!(
                    check.status.code(),
                    Some(2),
                    "{what}: {}",
                    sandbox.show(&check)
                );
                if !is_repaired {
                    is_repaired = true;
                    sandbox.stdout(&["index", "--rebuild"]);
                    assert_eq!(answers(&ask(&sandbox)), right, "{what}: repaired");
                    fs::remove_dir_all(sandbox.path(".fihris")).unwrap();
                    copy(&sandbox.path("sound"), &sandbox.path(".fihris"));
                }
            } else {
                assert_eq!(answers(&output), right, "{what}");
            }
            restore(&sandbox, &file);
        }
        fs::remove_file(&path).unwrap();
        let output = ask(&sandbox);
        if output.status.code() == Some(2) {
            assert_clear_error(&output, &format!("{}: gone", file.display()));
        } else {
            assert_eq!(answers(&output), right, "{}: gone", file.display());
        }
        let _ = fs::remove_dir_all(sandbox.path(".fihris"));
        copy(&sandbox.path("sound"), &sandbox.path(".fihris"));
    }
    println!("{tried} damaged files: {errors} told, the others answered rightly");
    assert!(
        errors > 50,
        "only {errors} errors: are the right files damaged?"
    );
}

#[test]
fn what_rots_under_its_old_time_stamp_is_found_by_check() {
    let sandbox = sandbox();
    sandbox.stdout(&["index"]); // seals the copy
    let right = answers(&ask(&sandbox));
    let mut rng = Rng(7);
    for file in files(&sandbox) {
        let path = sandbox.path(".fihris").join(&file);
        let sound = fs::read(&path).unwrap();
        let modified = fs::metadata(&path).unwrap().modified().unwrap();
        let rot = |bytes: &[u8]| {
            fs::write(&path, bytes).unwrap();
            let file = fs::File::options().write(true).open(&path).unwrap();
            file.set_modified(modified).unwrap();
        };
        for _ in 0..if sound.is_empty() { 0 } else { 4 } {
            rot(&flipped(&sound, &mut rng));
            let check = sandbox.output(&["check"]);
            let told = String::from_utf8_lossy(&check.stderr).into_owned();
            let is_told = check.status.code() == Some(2) && !told.contains("fault: ");
            assert!(
                is_told || answers(&ask(&sandbox)) == right,
                "{}: {told}",
                file.display()
            );
            let output = ask(&sandbox);
            assert!(output.status.code().is_some(), "{}: killed", file.display());
            rot(&sound);
        }
    }
    assert_eq!(sandbox.output(&["check"]).status.code(), Some(0));
}
