//! `fihris check`: what it finds, and that one command repairs it.

use std::fs;

use insta::assert_snapshot;

use super::world::World;

fn world() -> World {
    let world = World::with_seeds();
    world.stdout(&["index", "seeds"]);
    world
}

/// What `check` says, with the random names of segments made alike.
fn check(world: &World) -> String {
    let mut said = world.run(&["check"]);
    for file in fs::read_dir(world.path(".fihris/g1")).into_iter().flatten() {
        let name = file.unwrap().file_name().into_string().unwrap();
        let id = name.split('.').next().unwrap();
        if id.len() == 32 {
            said = said.replace(id, "SEGMENT");
        }
    }
    said
}

/// The path of the segment's file with this ending.
fn segment_file(world: &World, ending: &str) -> std::path::PathBuf {
    let files = fs::read_dir(world.path(".fihris/g1")).unwrap();
    let mut paths = files.map(|file| file.unwrap().path());
    paths
        .find(|path| path.extension().is_some_and(|found| found == ending))
        .unwrap()
}

#[test]
fn a_sound_index() {
    let world = world();
    assert_snapshot!(check(&world), @"
    exit 0
    --- stdout
    sound:    6 articles, 5 files
    --- stderr
    ");
    assert_snapshot!(world.stdout(&["check", "--format", "json"]), @r#"{"version":1,"type":"check","sound":true,"articles":6,"files":5,"problems":[]}"#);
    fs::remove_dir_all(world.path(".fihris")).unwrap();
    assert_snapshot!(check(&world), @"
    exit 2
    --- stdout
    --- stderr
    error: no index in ROOT/.fihris
    hint: make one with: fihris index PATH
    ");
}

#[test]
fn a_flipped_bit_is_found_also_where_size_and_time_stayed() {
    let world = world();
    let path = segment_file(&world, "store");
    let modified = fs::metadata(&path).unwrap().modified().unwrap();
    let mut bytes = fs::read(&path).unwrap();
    bytes[100] ^= 1;
    fs::write(&path, bytes).unwrap();
    assert_snapshot!(world.run(&["search", "بغداد"]).replace(path.file_stem().unwrap().to_str().unwrap(), "SEGMENT"), @"
    exit 2
    --- stdout
    --- stderr
    error: the index in ROOT/.fihris is damaged: SEGMENT.store does not hold what was written to it
    hint: repair it with: fihris index --rebuild
    ");
    let file = fs::File::options().write(true).open(&path).unwrap();
    file.set_modified(modified).unwrap();
    assert_snapshot!(check(&world), @"
    exit 2
    --- stdout
    problem:  SEGMENT.store does not hold what was written to it
    repair:   fihris index --rebuild
    --- stderr
    ");
    world.stdout(&["index", "--rebuild"]);
    assert!(check(&world).contains("sound"));
}

#[test]
fn what_is_derived_is_made_anew_by_the_next_run() {
    for name in ["vocabulary", "copies"] {
        let world = world();
        let path = world.path(".fihris/g1").join(name);
        let sound = fs::read(&path).unwrap();
        fs::write(&path, &sound[..sound.len() - 1]).unwrap();
        assert_eq!(world.found(&["قره باج"]), "000 001 002 003 004");
        let said = check(&world);
        let problem =
            "the vocabulary or the list of copies is missing, damaged or older than the index";
        assert_eq!(
            said,
            format!(
                "exit 2\n--- stdout\nproblem:  {problem}\nrepair:   fihris index\n--- stderr\n"
            )
        );
        world.stdout(&["index"]);
        assert!(check(&world).contains("sound"), "{name}");
    }
}

#[test]
fn lists_are_read_line_by_line() {
    let world = world();
    world.write(".fihris/variants.tsv", "غوغل\tجوجل\nكلمة\n");
    world.write(".fihris/learned.tsv", b"\xFF");
    assert_snapshot!(check(&world), @"
    exit 2
    --- stdout
    problem:  ROOT/.fihris/variants.tsv: line 2: a single spelling: separate spellings by tabs
    problem:  ROOT/.fihris/learned.tsv: stream did not contain valid UTF-8
    repair:   correct or remove that line or file
    --- stderr
    ");
    assert_snapshot!(world.run(&["learn"]), @"
    exit 2
    --- stdout
    --- stderr
    error: cannot read ROOT/.fihris/learned.tsv: stream did not contain valid UTF-8
    hint: correct the file, or remove it
    ");
}

#[test]
fn a_rebuild_knows_what_to_read_whatever_is_lost() {
    let world = World::new();
    world.write(
        "a.jsonl",
        "{\"kopf\": \"خبر\", \"rumpf\": \"نص عن بغداد\"}\n",
    );
    world.stdout(&["index", "a.jsonl", "--field", "text=rumpf"]);
    let lose: [&dyn Fn(); 4] = [
        &|| fs::remove_file(world.path(".fihris/current")).unwrap(),
        &|| world.write(".fihris/current", "?"),
        &|| world.write(".fihris/current", "g77"),
        &|| {
            let generation = fs::read_to_string(world.path(".fihris/current")).unwrap();
            fs::remove_file(world.path(&format!(".fihris/{generation}/meta.json"))).unwrap();
        },
    ];
    for (i, lose) in (0..).zip(lose) {
        lose();
        assert!(world.run(&["search", "بغداد"]).starts_with("exit 2"), "{i}");
        world.stdout(&["index", "--rebuild"]);
        assert_eq!(world.stdout(&["search", "بغداد", "--count"]), "1\n", "{i}");
    }
}
