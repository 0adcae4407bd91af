//! A corpus that grows, changes and shrinks.

use std::fs;

use super::world::World;

/// Articles of our own, enough for inflections and ties.
fn article(number: usize) -> String {
    let people = ["الوزير", "الرئيس", "المتحدثة", "السفير", "وزير الخارجية"];
    let acts = ["أعلن", "وقال", "أكدت", "نفى", "وأضافت"];
    let things = [
        "سياسته",
        "القوات",
        "الاتفاق",
        "المحادثات",
        "سياسة الحكومة",
        "وبالقوات",
    ];
    let places = [
        "في بغداد",
        "بالقاهرة",
        "في إقليم كاراباخ",
        "بقره باغ",
        "في لبنان",
        "وبيروت",
    ];
    let pick = |list: &[&str], step: usize| list[number * step % list.len()].to_string();
    format!(
        "{} {}\n\n{} {} {} {} عام {}. {} {}.\n",
        pick(&people, 1),
        pick(&places, 1),
        pick(&acts, 1),
        pick(&people, 3),
        pick(&things, 1),
        pick(&places, 5),
        2000 + number % 7,
        pick(&acts, 2),
        pick(&things, 5),
    )
}

const QUERIES: &[&str] = &[
    "سياسة",
    "القوات",
    "وزير",
    "بغداد",
    "قراباغ",
    "\"إقليم قره باغ\"",
    "قال",
    "2003",
    "الوز*",
    "=القوات",
    "بيروت OR لبنان",
    "سياسة -بغداد",
    "title:الوزير",
    "-وزير",
    "الحكومه",
    "اتفاق",
];

/// All answers, with scores and marks, but for the times.
fn answers(world: &World, index: &str) -> String {
    QUERIES
        .iter()
        .map(|query| {
            world.stdout(&[
                "--index", index, "search", query, "--format", "json", "--limit", "99",
            ])
        })
        .collect()
}

#[test]
fn a_re_index_equals_a_fresh_index() {
    let world = World::new();
    for number in 0..60 {
        world.write(&format!("news/{number:02}.txt"), article(number));
    }
    world.stdout(&["--index", "old", "index", "news"]);
    for number in 0..10 {
        world.write(&format!("news/{number:02}.txt"), article(number + 23)); // changed
        fs::remove_file(world.path(&format!("news/{}.txt", number + 20))).unwrap();
        world.write(&format!("news/1{number:02}.txt"), article(number + 101)); // new
    }
    let report = world.stdout(&["--index", "old", "index", "news", "--format", "json"]);
    let lines: Vec<&str> = report.lines().collect();
    let count = |action: &str| {
        lines
            .iter()
            .filter(|line| line.contains(&format!("\"action\":\"{action}\"")))
            .count()
    };
    assert_eq!(
        (
            count("added"),
            count("changed"),
            count("removed"),
            lines.len()
        ),
        (10, 10, 10, 31)
    );
    world.stdout(&["--index", "new", "index", "news"]);
    let (old, new) = (answers(&world, "old"), answers(&world, "new"));
    assert!(
        old.lines().count() > 200,
        "the queries find too little to compare"
    );
    assert_eq!(old, new);
}

#[test]
fn only_what_changed_is_read_again() {
    let world = World::new();
    world.write("a.txt", "خبر عن بغداد\n\nنص الخبر");
    world.write("b.txt", "خبر عن بيروت\n\nنص الخبر");
    world.stdout(&["index", "."]);
    std::thread::sleep(std::time::Duration::from_millis(30)); // stamps settle
    let summary = |args: &[&str]| {
        let json = world.stdout(args);
        let summary: serde_json::Value =
            serde_json::from_str(json.lines().last().unwrap()).unwrap();
        ["added", "changed", "removed", "unchanged", "bytes_read"]
            .map(|key| summary[key].as_u64().unwrap())
    };
    let again = ["index", ".", "--format", "json"];
    world.stdout(&again); // files written just before the first run are read once more
    assert_eq!(summary(&again), [0, 0, 0, 2, 0]);
    world.write("b.txt", "خبر عن دمشق\n\nنص آخر الآن");
    let dry = summary(&["index", ".", "--format", "json", "--dry-run"]);
    assert_eq!(dry[..4], [0, 1, 0, 1]);
    assert_eq!(world.found(&["بيروت"]), "b.t"); // a dry run changes nothing
    assert_eq!(summary(&again)[..4], [0, 1, 0, 1]);
    assert_eq!(world.found(&["بيروت"]), "");
    assert_eq!(world.found(&["دمشق"]), "b.t");
    fs::remove_file(world.path("a.txt")).unwrap();
    assert_eq!(summary(&["index", "--format", "json"])[..4], [0, 0, 1, 1]);
    assert_eq!(world.found(&["بغداد"]), "");
}

#[test]
fn a_changed_text_of_the_same_size_and_time_is_found_by_rehash() {
    let world = World::new();
    world.write("a.txt", "خبر عن بغداد");
    let path = world.path("a.txt");
    let hour_ago = std::time::SystemTime::now() - std::time::Duration::from_secs(3600);
    let set_time = || {
        fs::File::options()
            .write(true)
            .open(&path)
            .unwrap()
            .set_modified(hour_ago)
            .unwrap();
    };
    set_time();
    world.stdout(&["index", "a.txt"]);
    world.write("a.txt", "خبر عن بيروت");
    set_time();
    world.stdout(&["index", "a.txt"]);
    assert_eq!(world.found(&["بيروت"]), "");
    world.stdout(&["index", "a.txt", "--rehash"]);
    assert_eq!(world.found(&["بيروت"]), "a.t");
}

#[test]
fn other_folders_stay_when_one_is_indexed() {
    let world = World::new();
    world.write("x/1.txt", "خبر عن بغداد");
    world.write("y/2.txt", "خبر عن بغداد");
    world.stdout(&["index", "x", "y"]);
    fs::remove_file(world.path("x/1.txt")).unwrap();
    world.stdout(&["index", "y"]);
    assert_eq!(world.found(&["بغداد"]).split(' ').count(), 2); // x was not looked at
    assert_eq!(world.found(&["بغداد", "y"]), "2.t"); // a search in y keeps to it
    fs::remove_dir_all(world.path("x")).unwrap();
    world.stdout(&["index", "x"]); // gone, but known
    assert_eq!(world.found(&["بغداد"]), "2.t");
}

#[test]
fn a_rebuild_starts_over_from_the_same_roots() {
    let world = World::with_seeds();
    world.stdout(&["index", "seeds"]);
    let before = answers_of_seeds(&world);
    world.stdout(&["index", "--rebuild"]);
    assert_eq!(answers_of_seeds(&world), before);
    let generations = fs::read_dir(world.path(".fihris")).unwrap();
    let left = generations
        .filter(|entry| entry.as_ref().unwrap().path().is_dir())
        .count();
    assert_eq!(left, 1, "the old generation is removed");
}

fn answers_of_seeds(world: &World) -> String {
    world.stdout(&["search", "قره باج", "--format", "json"])
}

#[test]
fn a_lost_vocabulary_is_derived_anew() {
    let world = World::with_seeds();
    world.stdout(&["index", "seeds"]);
    let before = answers_of_seeds(&world);
    fs::write(world.path(".fihris/g1/vocabulary"), b"junk").unwrap();
    assert_eq!(answers_of_seeds(&world), before);
    fs::remove_file(world.path(".fihris/g1/vocabulary")).unwrap();
    assert_eq!(answers_of_seeds(&world), before);
    world.stdout(&["index"]);
    assert!(world.path(".fihris/g1/vocabulary").exists());
}

#[test]
fn every_mark_folds_to_a_word_that_was_asked_for() {
    let world = World::with_seeds();
    for number in 0..30 {
        world.write(&format!("news/{number:02}.txt"), article(number));
    }
    world.stdout(&["index", "seeds", "news"]);
    let mut marks = 0;
    for query in [
        "القوات",
        "سياسة",
        "قره باج",
        "أيلول",
        "الأرمني",
        "\"وقف إطلاق النار\"",
        "الأرمي*",
    ] {
        let analysis = world.stdout(&[
            "analyze",
            &query.replace(['"', '*'], ""),
            "--format",
            "json",
        ]);
        let mut allowed: Vec<Vec<String>> = Vec::new();
        for line in analysis.lines() {
            let analysed: serde_json::Value = serde_json::from_str(line).unwrap();
            for member in analysed["resolution"].as_array().unwrap() {
                let form = member["form"].as_str().unwrap();
                allowed.push(form.split(' ').map(String::from).collect());
            }
        }
        let is_asked_for = |text: &str| {
            let found: Vec<String> = fihris::arabic::words(text).map(|word| word.form).collect();
            query.ends_with('*') && found[0].contains("ارمي")
                || allowed.iter().any(|member| {
                    member.len() == found.len()
                        && member
                            .iter()
                            .zip(&found)
                            .all(|(forms, form)| forms.split('|').any(|one| one == form))
                })
        };
        for line in world.stdout(&["search", query, "--format", "json"]).lines() {
            let hit: serde_json::Value = serde_json::from_str(line).unwrap();
            if hit["type"] != "hit" {
                continue;
            }
            let text = fs::read_to_string(world.path(hit["path"].as_str().unwrap())).unwrap();
            for mark in hit["marks"].as_array().unwrap() {
                let at = |i: usize| usize::try_from(mark["range"][i].as_u64().unwrap()).unwrap();
                let marked = &text[at(0)..at(1)];
                assert_eq!(marked, mark["text"].as_str().unwrap());
                assert!(is_asked_for(marked), "{query}: {marked}");
                marks += 1;
            }
        }
    }
    assert!(marks > 60, "only {marks} marks were looked at");
}
