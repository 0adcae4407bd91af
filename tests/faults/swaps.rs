//! Files of an index that are gone, or that others of their kind took the places of: every command tells.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use super::corpus::{answers, ask, assert_clear_error, copy, index_in_segments};
use super::sandbox::Sandbox;

/// The kinds of files that a commit has, by what their names end in.
const KINDS: [&str; 7] = ["fast", "fieldnorm", "idx", "pos", "store", "term", "del"];

/// What is derived from a commit, and made anew from it.
const DERIVED: [&str; 5] = ["vocabulary", "recent", "copies", "compared", "versions"];

/// An index of several segments with deleted articles, whose files are verified where they lie.
fn sandbox() -> Sandbox {
    let sandbox = Sandbox::new();
    index_in_segments(&sandbox);
    sandbox
}

/// The files of the generation by their kinds.
fn files(sandbox: &Sandbox) -> BTreeMap<String, Vec<PathBuf>> {
    let mut files: BTreeMap<String, Vec<PathBuf>> = BTreeMap::new();
    for entry in fs::read_dir(sandbox.path(".fihris/g1")).unwrap() {
        let path = entry.unwrap().path();
        let kind = path.extension().unwrap_or_default().to_str().unwrap();
        files.entry(kind.into()).or_default().push(path);
    }
    files
}

/// Every command says that `file` is not as it must be, and how that is repaired.
fn assert_told(sandbox: &Sandbox, file: &str, what: &str) {
    for args in [
        &["index"][..],
        &["index", "--dry-run"],
        &["index", "news", "--rehash"],
        &["status"],
        &["search", "بغداد"],
        &["show", "news/one/001.txt"],
        &["copies"],
        &["learn"],
    ] {
        let output = sandbox.output(args);
        assert_clear_error(&output, &format!("{what}: {args:?}"));
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        let is_named = said.contains(file) && said.contains("fihris index --rebuild");
        assert!(is_named, "{what}: {args:?}: {said}");
        assert!(output.stdout.is_empty(), "{what}: {args:?}: an answer");
    }
    let check = sandbox.output(&["check"]);
    let said = String::from_utf8_lossy(&check.stdout).into_owned();
    let is_told = check.status.code() == Some(2)
        && said.contains(file)
        && said.contains("fihris index --rebuild");
    assert!(is_told, "{what}: {}", sandbox.show(&check));
}

fn name(path: &Path) -> &str {
    path.file_name().unwrap().to_str().unwrap()
}

#[test]
fn a_file_that_is_gone_is_told_by_every_command() {
    let sandbox = sandbox();
    let right = answers(&ask(&sandbox));
    let files = files(&sandbox);
    let one_of_each = KINDS.iter().map(|kind| files[*kind][0].clone());
    let others = ["g1/meta.json", "g1/verified", "current"].map(|file| {
        let path = Path::new(".fihris").join(file);
        sandbox.path(path.to_str().unwrap())
    });
    let aside = sandbox.path("aside");
    for path in one_of_each.chain(others) {
        fs::rename(&path, &aside).unwrap();
        assert_told(&sandbox, name(&path), &format!("{} is gone", name(&path)));
        fs::rename(&aside, &path).unwrap();
        assert_eq!(answers(&ask(&sandbox)), right, "{} is back", name(&path));
    }
    for file in DERIVED {
        let path = sandbox.path(&format!(".fihris/g1/{file}"));
        fs::remove_file(&path).unwrap();
        assert_eq!(answers(&ask(&sandbox)), right, "without {file}");
        assert_eq!(sandbox.output(&["check"]).status.code(), Some(2), "{file}");
        sandbox.stdout(&["index"]);
        assert!(path.exists(), "{file} is made anew");
        sandbox.stdout(&["check"]);
    }
}

#[test]
fn a_file_in_the_place_of_another_is_told_by_every_command() {
    let sandbox = sandbox();
    let right = answers(&ask(&sandbox));
    copy(&sandbox.path(".fihris"), &sandbox.path("sound"));
    let aside = sandbox.path("aside");
    for (kind, paths) in files(&sandbox) {
        if !KINDS.contains(&&*kind) {
            continue;
        }
        let [a, b] = [&paths[0], &paths[1]];
        let what = format!("two files .{kind} changed places");
        let swap = || {
            fs::rename(a, &aside).unwrap();
            fs::rename(b, a).unwrap();
            fs::rename(&aside, b).unwrap();
        };
        swap();
        assert_told(&sandbox, name(a), &what);
        swap();
        assert_eq!(answers(&ask(&sandbox)), right, "{what} and back");
        // The other may be written into it, too, and keep its time.
        let (sound, time) = (fs::read(a).unwrap(), fs::metadata(a).unwrap().modified());
        let set = |bytes: &[u8]| {
            fs::write(a, bytes).unwrap();
            let file = fs::File::options().write(true).open(a).unwrap();
            file.set_modified(*time.as_ref().unwrap()).unwrap();
        };
        set(&fs::read(b).unwrap());
        assert_told(
            &sandbox,
            name(a),
            &format!("one file .{kind} in two places"),
        );
        set(&sound);
    }
    assert_eq!(answers(&ask(&sandbox)), right);
    sandbox.stdout(&["index"]);
    sandbox.stdout(&["check"]);
}

#[test]
fn files_of_another_index_are_told() {
    let sandbox = sandbox();
    sandbox.stdout(&["--index", "other", "index", "news/two"]);
    let right = answers(&ask(&sandbox));
    let aside = sandbox.path("aside");
    for (file, is_told) in [
        ("g1/meta.json", true),
        ("g1/verified", true),
        ("g1/vocabulary", false),
        ("g1/copies", false),
        ("g1/versions", false),
    ] {
        let path = sandbox.path(".fihris").join(file);
        fs::rename(&path, &aside).unwrap();
        fs::copy(sandbox.path("other").join(file), &path).unwrap();
        if is_told {
            assert_told(&sandbox, "meta.json", file);
        } else {
            assert_eq!(answers(&ask(&sandbox)), right, "{file}");
        }
        fs::rename(&aside, &path).unwrap();
    }
    // What is the whole of another index is another index.
    let (generation, other) = (sandbox.path(".fihris/g1"), sandbox.path("other/g1"));
    fs::remove_dir_all(&generation).unwrap();
    copy(&other, &generation);
    sandbox.stdout(&["check"]);
    sandbox.stdout(&["index"]);
    assert_eq!(sandbox.stdout(&["search", "خبر", "--count"]), "2\n");
}

#[test]
fn a_copy_of_an_index_answers_and_is_verified_anew() {
    let sandbox = sandbox();
    let right = answers(&ask(&sandbox));
    copy(&sandbox.path(".fihris"), &sandbox.path("copy"));
    fs::remove_dir_all(sandbox.path(".fihris")).unwrap();
    fs::rename(sandbox.path("copy"), sandbox.path(".fihris")).unwrap();
    assert_eq!(answers(&ask(&sandbox)), right);
    sandbox.stdout(&["check"]);
    let marks = |sandbox: &Sandbox| fs::read(sandbox.path(".fihris/g1/verified")).unwrap();
    let before = marks(&sandbox);
    sandbox.stdout(&["index"]);
    assert!(
        marks(&sandbox) != before,
        "the fingerprints are those of the original"
    );
    assert_eq!(answers(&ask(&sandbox)), right);
}
