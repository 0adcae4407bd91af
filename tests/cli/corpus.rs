//! A corpus that grows, changes and shrinks.

use std::fs;

use super::sandbox::Sandbox;

/// What is younger when it is read is read again by the next run, as the clock of its file system may go in
/// steps of two seconds.
const LONGER_THAN_A_CLOCK_STEPS: std::time::Duration = std::time::Duration::from_millis(2200);

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
fn answers(sandbox: &Sandbox, index: &str) -> String {
    QUERIES
        .iter()
        .map(|query| {
            sandbox.stdout(&[
                "--index", index, "search", query, "--format", "json", "--limit", "99",
            ])
        })
        .collect()
}

#[test]
fn a_re_index_equals_a_fresh_index() {
    let sandbox = Sandbox::new();
    for number in 0..60 {
        sandbox.write(&format!("news/{number:02}.txt"), article(number));
    }
    sandbox.stdout(&["--index", "old", "index", "news"]);
    for number in 0..10 {
        sandbox.write(&format!("news/{number:02}.txt"), article(number + 23)); // changed
        fs::remove_file(sandbox.path(&format!("news/{}.txt", number + 20))).unwrap();
        sandbox.write(&format!("news/1{number:02}.txt"), article(number + 101)); // new
    }
    let report = sandbox.stdout(&["--index", "old", "index", "news", "--format", "json"]);
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
    sandbox.stdout(&["--index", "new", "index", "news"]);
    let (old, new) = (answers(&sandbox, "old"), answers(&sandbox, "new"));
    assert!(
        old.lines().count() > 200,
        "the queries find too little to compare"
    );
    assert_eq!(old, new);
}

#[test]
fn only_what_changed_is_read_again() {
    let sandbox = Sandbox::new();
    sandbox.write("a.txt", "خبر عن بغداد\n\nنص الخبر");
    sandbox.write("b.txt", "خبر عن بيروت\n\nنص الخبر");
    sandbox.stdout(&["index", "."]);
    std::thread::sleep(LONGER_THAN_A_CLOCK_STEPS);
    let summary = |args: &[&str]| {
        let json = sandbox.stdout(args);
        let summary: serde_json::Value =
            serde_json::from_str(json.lines().last().unwrap()).unwrap();
        ["added", "changed", "removed", "unchanged", "bytes_read"]
            .map(|key| summary[key].as_u64().unwrap())
    };
    let again = ["index", ".", "--format", "json"];
    sandbox.stdout(&again); // files written just before the first run are read once more
    assert_eq!(summary(&again), [0, 0, 0, 2, 0]);
    sandbox.write("b.txt", "خبر عن دمشق\n\nنص آخر الآن");
    let dry = summary(&["index", ".", "--format", "json", "--dry-run"]);
    assert_eq!(dry[..4], [0, 1, 0, 1]);
    assert_eq!(sandbox.found(&["بيروت"]), "b.t"); // a dry run changes nothing
    assert_eq!(summary(&again)[..4], [0, 1, 0, 1]);
    assert_eq!(sandbox.found(&["بيروت"]), "");
    assert_eq!(sandbox.found(&["دمشق"]), "b.t");
    fs::remove_file(sandbox.path("a.txt")).unwrap();
    assert_eq!(summary(&["index", "--format", "json"])[..4], [0, 0, 1, 1]);
    assert_eq!(sandbox.found(&["بغداد"]), "");
}

#[test]
#[cfg(unix)] // elsewhere, by --rehash
fn a_changed_text_of_the_same_size_and_time_is_found() {
    let sandbox = Sandbox::new();
    sandbox.write("a.txt", "خبر عن بغداد");
    let path = sandbox.path("a.txt");
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
    std::thread::sleep(LONGER_THAN_A_CLOCK_STEPS);
    sandbox.stdout(&["index", "a.txt"]);
    let again = sandbox.stdout(&["index", "a.txt", "--format", "json"]);
    assert!(again.contains("\"bytes_read\":0"), "{again}");
    sandbox.write("a.txt", "خبر عن بيروت");
    set_time();
    sandbox.stdout(&["index", "a.txt"]);
    assert_eq!(sandbox.found(&["بيروت"]), "a.t");
}

#[test]
fn other_folders_stay_when_one_is_indexed() {
    let sandbox = Sandbox::new();
    sandbox.write("x/1.txt", "خبر عن بغداد");
    sandbox.write("y/2.txt", "خبر عن بغداد");
    sandbox.stdout(&["index", "x", "y"]);
    fs::remove_file(sandbox.path("x/1.txt")).unwrap();
    sandbox.stdout(&["index", "y"]);
    assert_eq!(sandbox.found(&["بغداد"]).split(' ').count(), 2); // x was not looked at
    assert_eq!(sandbox.found(&["بغداد", "y"]), "2.t"); // a search in y keeps to it
    fs::remove_dir_all(sandbox.path("x")).unwrap();
    sandbox.stdout(&["index", "x"]); // gone, but known
    assert_eq!(sandbox.found(&["بغداد"]), "2.t");
}

#[test]
fn a_rebuild_starts_over_from_the_same_roots() {
    let sandbox = Sandbox::with_seeds();
    sandbox.stdout(&["index", "seeds"]);
    let before = answers_of_seeds(&sandbox);
    sandbox.stdout(&["index", "--rebuild"]);
    assert_eq!(answers_of_seeds(&sandbox), before);
    let generations = fs::read_dir(sandbox.path(".fihris")).unwrap();
    let left = generations
        .filter(|entry| entry.as_ref().unwrap().path().is_dir())
        .count();
    assert_eq!(left, 1, "the old generation is removed");
}

fn answers_of_seeds(sandbox: &Sandbox) -> String {
    sandbox.stdout(&["search", "قره باج", "--format", "json"])
}

#[test]
fn a_lost_vocabulary_is_derived_anew() {
    let sandbox = Sandbox::with_seeds();
    sandbox.stdout(&["index", "seeds"]);
    let before = answers_of_seeds(&sandbox);
    fs::write(sandbox.path(".fihris/g1/vocabulary"), b"junk").unwrap();
    assert_eq!(answers_of_seeds(&sandbox), before);
    fs::remove_file(sandbox.path(".fihris/g1/vocabulary")).unwrap();
    assert_eq!(answers_of_seeds(&sandbox), before);
    sandbox.stdout(&["index"]);
    assert!(sandbox.path(".fihris/g1/vocabulary").exists());
}

#[test]
fn every_mark_folds_to_a_word_that_was_asked_for() {
    let sandbox = Sandbox::with_seeds();
    for number in 0..30 {
        sandbox.write(&format!("news/{number:02}.txt"), article(number));
    }
    sandbox.stdout(&["index", "seeds", "news"]);
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
        let analysis = sandbox.stdout(&[
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
            let found: Vec<String> = arabic_text::words::written_words(text)
                .map(|word| word.form)
                .collect();
            query.ends_with('*') && found[0].contains("أرمي")
                || allowed.iter().any(|member| {
                    member.len() == found.len()
                        && member
                            .iter()
                            .zip(&found)
                            .all(|(forms, form)| forms.split('|').any(|one| one == form))
                })
        };
        for line in sandbox
            .stdout(&["search", query, "--format", "json"])
            .lines()
        {
            let hit: serde_json::Value = serde_json::from_str(line).unwrap();
            if hit["type"] != "hit" {
                continue;
            }
            let text = fs::read_to_string(sandbox.path(hit["path"].as_str().unwrap())).unwrap();
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

#[test]
fn collections_of_json_lines_are_read_and_broken_records_named() {
    let sandbox = Sandbox::new();
    sandbox.write(
        "news.jsonl",
        concat!(
            "{\"id\": \"a1\", \"title\": \"خبر عن بغداد\", \"text\": \"نص الخبر\", \"source\": \"تاس\"}\n",
            "{broken\n",
            "{\"title\": \"خبر عن بيروت\", \"text\": \"نص آخر\"}\n",
        ),
    );
    insta::assert_snapshot!(sandbox.run(&["index", "news.jsonl"]), @"
    exit 0
    --- stdout
    --- stderr
    skipped: news.jsonl:2: not an article: no JSON object: key must be a string at column 2
    index made in ROOT/.fihris
    files: 1 added, 1 skipped; 2 articles in the index; TIME
    ");
    insta::assert_snapshot!(sandbox.run(&["search", "خبر"]), @"
    exit 0
    --- stdout
    news.jsonl a1
    تاس
    [خبر] عن بغداد
    نص [الخبر]
      clitic: الخبر = خبر

    news.jsonl#3
    [خبر] عن بيروت
    نص آخر

    --- stderr
    2 articles
    ");
    insta::assert_snapshot!(sandbox.run(&["show", "a1", "--format", "json"]), @r#"
    exit 0
    --- stdout
    {"version":1,"type":"article","id":"a1","path":"news.jsonl","published":null,"source":"تاس","fields":{},"title":"خبر عن بغداد","start":0,"place":0,"text":"خبر عن بغداد\n\nنص الخبر","zones":[{"zone":"title","range":[0,22]},{"zone":"body","range":[24,39]}],"dates":[]}
    --- stderr
    "#);
    sandbox.write("other.jsonl", "{\"body\": \"خبر عن دمشق\"}\n");
    sandbox.stdout(&["index", "other.jsonl", "--field", "text=body"]);
    assert_eq!(sandbox.found(&["دمشق"]), "oth");
    insta::assert_snapshot!(sandbox.run(&["index", "--field", "body"]), @"
    exit 2
    --- stdout
    --- stderr
    error: not a field: body
    hint: id, title, text, date and source can be named, as in --field text=body
    ");
}

#[test]
fn many_queries_are_answered_in_order() {
    let sandbox = Sandbox::with_seeds();
    sandbox.stdout(&["index", "seeds"]);
    sandbox.write(
        "queries.tsv",
        "q1\tقره باج\nq2\tزرافة\nq3\t(بوتين\nq4\t؟\nq5\tبوتين أو زرافة\n",
    );
    let limit = [
        "search",
        "--queries",
        "queries.tsv",
        "--limit",
        "2",
        "--format",
    ];
    insta::assert_snapshot!(sandbox.run(&[&limit[..], &["trec"]].concat()), @"
    exit 2
    --- stdout
    q1 Q0 seeds/002_ffef23a394905de0.txt 1 0.44983 fihris
    q1 Q0 seeds/000_b6a035201fa0cd3b.txt 2 0.41545 fihris
    q3 Q0 seeds/004_84aa36dca5c6a684.txt 1 1.85106 fihris
    q3 Q0 seeds/000_b6a035201fa0cd3b.txt 2 0.90423 fihris
    q5 Q0 seeds/004_84aa36dca5c6a684.txt 1 1.85106 fihris
    q5 Q0 seeds/000_b6a035201fa0cd3b.txt 2 0.90423 fihris
    --- stderr
    queries.tsv:3: query q3: taken for plain words: this parenthesis is not closed
    queries.tsv:4: query q4: there is no word in the query
    ");
    insta::assert_snapshot!(sandbox.run(&[&limit[..], &["json"]].concat()), @r#"
    exit 2
    --- stdout
    {"version":1,"type":"answer","query_id":"q1","query":"قره باج","total":5,"hits":[{"rank":1,"id":"seeds/002_ffef23a394905de0.txt","score":0.44983035},{"rank":2,"id":"seeds/000_b6a035201fa0cd3b.txt","score":0.41544884}]}
    {"version":1,"type":"answer","query_id":"q2","query":"زرافة","total":0,"hits":[]}
    {"version":1,"type":"answer","query_id":"q3","query":"(بوتين","total":2,"hits":[{"rank":1,"id":"seeds/004_84aa36dca5c6a684.txt","score":1.8510565},{"rank":2,"id":"seeds/000_b6a035201fa0cd3b.txt","score":0.9042325}],"problem":"taken for plain words: this parenthesis is not closed"}
    {"version":1,"type":"answer","query_id":"q4","query":"؟","total":0,"hits":[],"problem":"there is no word in the query"}
    {"version":1,"type":"answer","query_id":"q5","query":"بوتين أو زرافة","total":2,"hits":[{"rank":1,"id":"seeds/004_84aa36dca5c6a684.txt","score":1.8510565},{"rank":2,"id":"seeds/000_b6a035201fa0cd3b.txt","score":0.9042325}],"read_as":"بوتين OR زرافة"}
    --- stderr
    {"version":1,"type":"error","message":"taken for plain words: this parenthesis is not closed","query":"(بوتين","range":[0,1],"path":"queries.tsv","line":3,"query_id":"q3"}
    {"version":1,"type":"error","message":"there is no word in the query","query":"؟","range":[2,2],"path":"queries.tsv","line":4,"query_id":"q4"}
    "#);
    insta::assert_snapshot!(sandbox.run(&["search", "بوتين", "--format", "trec"]), @"
    exit 0
    --- stdout
    1 Q0 seeds/004_84aa36dca5c6a684.txt 1 1.85106 fihris
    1 Q0 seeds/000_b6a035201fa0cd3b.txt 2 0.90423 fihris
    --- stderr
    2 articles
    1 more in links to other articles and the like; --zones all shows them
    ");
}
