//! `fihris check`: what it finds, and that one command repairs it.

use std::fs;

use insta::assert_snapshot;

use super::sandbox::Sandbox;

fn sandbox() -> Sandbox {
    let sandbox = Sandbox::with_seeds();
    sandbox.stdout(&["index", "seeds"]);
    sandbox
}

/// What `check` says, with the random names of segments made alike.
fn check(sandbox: &Sandbox) -> String {
    let mut said = sandbox.run(&["check"]);
    for file in fs::read_dir(sandbox.path(".fihris/g1"))
        .into_iter()
        .flatten()
    {
        let name = file.unwrap().file_name().into_string().unwrap();
        let id = name.split('.').next().unwrap();
        if id.len() == 32 {
            said = said.replace(id, "SEGMENT");
        }
    }
    said
}

/// The path of the segment's file with this ending.
fn segment_file(sandbox: &Sandbox, ending: &str) -> std::path::PathBuf {
    let files = fs::read_dir(sandbox.path(".fihris/g1")).unwrap();
    let mut paths = files.map(|file| file.unwrap().path());
    paths
        .find(|path| path.extension().is_some_and(|found| found == ending))
        .unwrap()
}

#[test]
fn a_sound_index() {
    let sandbox = sandbox();
    assert_snapshot!(check(&sandbox), @"
    exit 0
    --- stdout
    sound:    6 articles, 5 files
    --- stderr
    ");
    assert_snapshot!(sandbox.stdout(&["check", "--format", "json"]), @r#"{"version":1,"type":"check","sound":true,"articles":6,"files":5,"problems":[]}"#);
    fs::remove_dir_all(sandbox.path(".fihris")).unwrap();
    assert_snapshot!(check(&sandbox), @"
    exit 2
    --- stdout
    --- stderr
    error: no index in ROOT/.fihris
    hint: make one with: fihris index PATH
    ");
}

#[test]
fn a_flipped_bit_is_found_also_where_size_and_time_stayed() {
    let sandbox = sandbox();
    let path = segment_file(&sandbox, "store");
    let modified = fs::metadata(&path).unwrap().modified().unwrap();
    let mut bytes = fs::read(&path).unwrap();
    bytes[100] ^= 1;
    fs::write(&path, bytes).unwrap();
    assert_snapshot!(sandbox.run(&["search", "بغداد"]).replace(path.file_stem().unwrap().to_str().unwrap(), "SEGMENT"), @"
    exit 2
    --- stdout
    --- stderr
    error: the index in ROOT/.fihris is damaged: SEGMENT.store does not hold what was written to it
    hint: repair it with: fihris index --rebuild
    ");
    let file = fs::File::options().write(true).open(&path).unwrap();
    file.set_modified(modified).unwrap();
    assert_snapshot!(check(&sandbox), @"
    exit 2
    --- stdout
    problem:  SEGMENT.store does not hold what was written to it
    repair:   fihris index --rebuild
    --- stderr
    ");
    sandbox.stdout(&["index", "--rebuild"]);
    assert!(check(&sandbox).contains("sound"));
}

#[test]
fn what_is_derived_is_made_anew_by_the_next_run() {
    for name in ["vocabulary", "recent", "copies", "compared", "versions"] {
        let sandbox = sandbox();
        let path = sandbox.path(".fihris/g1").join(name);
        let sound = fs::read(&path).unwrap();
        fs::write(&path, &sound[..sound.len() - 1]).unwrap();
        assert_eq!(sandbox.found(&["قره باج"]), "000 001 002 003 004");
        let said = check(&sandbox);
        let problem = "the vocabulary, the list of copies or that of versions is missing, damaged or older than the index or its lexicon";
        assert_eq!(
            said,
            format!(
                "exit 2\n--- stdout\nproblem:  {problem}\nrepair:   fihris index\n--- stderr\n"
            )
        );
        sandbox.stdout(&["index"]);
        assert!(check(&sandbox).contains("sound"), "{name}");
    }
}

#[test]
fn lists_are_read_line_by_line() {
    let sandbox = sandbox();
    sandbox.write(".fihris/variants.tsv", "غوغل\tجوجل\nكلمة\n");
    sandbox.write(".fihris/learned.tsv", b"\xFF");
    assert_snapshot!(check(&sandbox), @"
    exit 2
    --- stdout
    problem:  ROOT/.fihris/variants.tsv: line 2: a single spelling: separate spellings by tabs
    problem:  ROOT/.fihris/learned.tsv: stream did not contain valid UTF-8
    repair:   correct or remove that line or file
    --- stderr
    ");
    assert_snapshot!(sandbox.run(&["learn"]), @"
    exit 2
    --- stdout
    --- stderr
    error: cannot read ROOT/.fihris/learned.tsv: stream did not contain valid UTF-8
    hint: correct the file, or remove it
    ");
}

#[test]
fn a_rebuild_knows_what_to_read_whatever_is_lost() {
    let sandbox = Sandbox::new();
    sandbox.write(
        "a.jsonl",
        "{\"kopf\": \"خبر\", \"rumpf\": \"نص عن بغداد\"}\n",
    );
    sandbox.stdout(&["index", "a.jsonl", "--field", "text=rumpf"]);
    let lose: [&dyn Fn(); 4] = [
        &|| fs::remove_file(sandbox.path(".fihris/current")).unwrap(),
        &|| sandbox.write(".fihris/current", "?"),
        &|| sandbox.write(".fihris/current", "g77"),
        &|| {
            let generation = fs::read_to_string(sandbox.path(".fihris/current")).unwrap();
            fs::remove_file(sandbox.path(&format!(".fihris/{generation}/meta.json"))).unwrap();
        },
    ];
    for (i, lose) in (0..).zip(lose) {
        lose();
        assert!(
            sandbox.run(&["search", "بغداد"]).starts_with("exit 2"),
            "{i}"
        );
        sandbox.stdout(&["index", "--rebuild"]);
        assert_eq!(
            sandbox.stdout(&["search", "بغداد", "--count"]),
            "1\n",
            "{i}"
        );
    }
}
