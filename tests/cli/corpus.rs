//! A corpus that grows, changes and shrinks.

use std::fs;

use super::world::World;

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
    std::thread::sleep(LONGER_THAN_A_CLOCK_STEPS);
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
#[cfg(unix)] // elsewhere, by --rehash
fn a_changed_text_of_the_same_size_and_time_is_found() {
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
    std::thread::sleep(LONGER_THAN_A_CLOCK_STEPS);
    world.stdout(&["index", "a.txt"]);
    let again = world.stdout(&["index", "a.txt", "--format", "json"]);
    assert!(again.contains("\"bytes_read\":0"), "{again}");
    world.write("a.txt", "خبر عن بيروت");
    set_time();
    world.stdout(&["index", "a.txt"]);
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

#[test]
fn collections_of_json_lines_are_read_and_broken_records_named() {
    let world = World::new();
    world.write(
        "news.jsonl",
        concat!(
            "{\"id\": \"a1\", \"title\": \"خبر عن بغداد\", \"text\": \"نص الخبر\", \"source\": \"تاس\"}\n",
            "{broken\n",
            "{\"title\": \"خبر عن بيروت\", \"text\": \"نص آخر\"}\n",
        ),
    );
    insta::assert_snapshot!(world.run(&["index", "news.jsonl"]), @"
    exit 0
    --- stdout
    --- stderr
    skipped: news.jsonl:2: not an article: no JSON object: key must be a string at column 2
    index made in ROOT/.fihris
    files: 1 added, 1 skipped; 2 articles in the index; TIME
    ");
    insta::assert_snapshot!(world.run(&["search", "خبر"]), @"
    exit 0
    --- stdout
    news.jsonl a1
    [خبر] عن بغداد
    نص [الخبر]
      clitic: الخبر = خبر

    news.jsonl#3
    [خبر] عن بيروت
    نص آخر

    --- stderr
    2 articles
    ");
    insta::assert_snapshot!(world.run(&["show", "a1", "--format", "json"]), @r#"
    exit 0
    --- stdout
    {"version":1,"type":"article","id":"a1","path":"news.jsonl","published":null,"source":"تاس","fields":{},"title":"خبر عن بغداد","start":0,"place":0,"text":"خبر عن بغداد\n\nنص الخبر","zones":[{"zone":"title","range":[0,22]},{"zone":"body","range":[24,39]}],"dates":[]}
    --- stderr
    "#);
    world.write("other.jsonl", "{\"body\": \"خبر عن دمشق\"}\n");
    world.stdout(&["index", "other.jsonl", "--field", "text=body"]);
    assert_eq!(world.found(&["دمشق"]), "oth");
    insta::assert_snapshot!(world.run(&["index", "--field", "body"]), @"
    exit 2
    --- stdout
    --- stderr
    error: not a field: body
    hint: id, title, text, date and source can be named, as in --field text=body
    ");
}

#[test]
fn many_queries_are_answered_in_order() {
    let world = World::with_seeds();
    world.stdout(&["index", "seeds"]);
    world.write("queries.tsv", "q1\tقره باج\nq2\tزرافة\nq3\t(بوتين\nq4\t؟\n");
    let limit = [
        "search",
        "--queries",
        "queries.tsv",
        "--limit",
        "2",
        "--format",
    ];
    insta::assert_snapshot!(world.run(&[&limit[..], &["trec"]].concat()), @"
    exit 2
    --- stdout
    q1 Q0 seeds/002_ffef23a394905de0.txt 1 0.44983 fihris
    q1 Q0 seeds/000_b6a035201fa0cd3b.txt 2 0.41545 fihris
    q3 Q0 seeds/004_84aa36dca5c6a684.txt 1 1.85106 fihris
    q3 Q0 seeds/000_b6a035201fa0cd3b.txt 2 0.90423 fihris
    --- stderr
    queries.tsv:3: query q3: taken for plain words: this parenthesis is not closed
    queries.tsv:4: query q4: there is no word in the query
    ");
    insta::assert_snapshot!(world.run(&[&limit[..], &["json"]].concat()), @r#"
    exit 2
    --- stdout
    {"version":1,"type":"answer","query_id":"q1","query":"قره باج","total":5,"hits":[{"rank":1,"id":"seeds/002_ffef23a394905de0.txt","score":0.44983035},{"rank":2,"id":"seeds/000_b6a035201fa0cd3b.txt","score":0.41544884}]}
    {"version":1,"type":"answer","query_id":"q2","query":"زرافة","total":0,"hits":[]}
    {"version":1,"type":"answer","query_id":"q3","query":"(بوتين","total":2,"hits":[{"rank":1,"id":"seeds/004_84aa36dca5c6a684.txt","score":1.8510565},{"rank":2,"id":"seeds/000_b6a035201fa0cd3b.txt","score":0.9042325}],"problem":"taken for plain words: this parenthesis is not closed"}
    {"version":1,"type":"answer","query_id":"q4","query":"؟","total":0,"hits":[],"problem":"there is no word in the query"}
    --- stderr
    {"version":1,"type":"error","message":"taken for plain words: this parenthesis is not closed","query":"(بوتين","range":[0,1],"path":"queries.tsv","line":3,"query_id":"q3"}
    {"version":1,"type":"error","message":"there is no word in the query","query":"؟","range":[2,2],"path":"queries.tsv","line":4,"query_id":"q4"}
    "#);
    insta::assert_snapshot!(world.run(&["search", "بوتين", "--format", "trec"]), @"
    exit 2
    --- stdout
    --- stderr
    error: --format trec is for a file of queries
    hint: name one with --queries FILE
    ");
}

#[test]
fn zones_can_be_asked_for_by_name() {
    let world = World::new();
    let text = "أسعار القمح ترتفع\n\nروما (رويترز) - قالت المنظمة إن أسعار القمح ارتفعت في مارس مقارنة بالشهر الماضي.\n\n\
                وأضافت أن المخزون انخفض إلى أدنى مستوى له منذ سنوات بسبب الجفاف الطويل.\n\nكلمات دلالية: تجارة، مخزون\n\n\
                اقرأ أيضا:\n\n* البنك المركزي يرفع الفائدة على الودائع\n* منتخب الشباب يفوز بالبطولة الأولى\n";
    world.write("001.txt", text);
    let line = "{\"id\":\"002\",\"title\":\"زيارة رسمية\",\"text\":\"وصل الوفد اليوم.\",\"source\":\"Sputnik\"}";
    world.write("c.jsonl", line);
    world.stdout(&["index", "001.txt", "c.jsonl"]);
    for (query, found) in [
        ("القمح in:title", "001"),
        ("الفائدة", ""),
        ("الفائدة in:related", "001"),
        ("=الفائدة in:related", "001"),
        ("\"الفائدة على الودائع\" in:all", "001"),
        ("tag:تجارة", "001"),
        ("tag:القمح", ""),
        ("تجارة in:body", ""),
        ("مخزون in:body", "001"),
        ("\"أسعار القمح\" in:body", "001"),
        ("=ترتفع in:body", ""),
        ("source:رويترز", "001"),
        ("source:القمح", ""),
        ("source:سبوتنيك", "c.j"),
        ("source:=Sputnik", "c.j"),
    ] {
        assert_eq!(world.found(&[query]), found, "{query}");
    }
    assert_eq!(world.found(&["الفائدة", "--zones", "related,tags"]), "001");
    insta::assert_snapshot!(world.run(&["search", "الفائدة", "--format", "json"]), @r#"
    exit 1
    --- stdout
    {"version":1,"type":"summary","query":"الفائدة","total":0,"stories":0,"elsewhere":1,"undated":0,"offset":0,"shown":0}
    --- stderr
    "#);
    insta::assert_snapshot!(world.run(&["search", "x", "--zones", "menu"]), @r#"
    exit 2
    --- stdout
    --- stderr
    error: invalid value 'menu' for '--zones <LIST>': there is no zone "menu"; the zones are title, dateline, body, tags, source, related, furniture, and all

    For more information, try '--help'.
    "#);
}

#[test]
fn days_of_publishing_and_dates_in_the_text_are_found() {
    let world = World::with_seeds();
    world.stdout(&["index", "seeds"]);
    for (args, found) in [
        (&["قره باغ", "--since", "2021-03-12"][..], "001 004"),
        (&["قره باغ", "--since", "2021-03-13"], "001"),
        (&["قره باغ", "--until", "2021"], "001 004"),
        (&["قره باغ", "--on", "2021-03"], "004"),
        (&["قره باغ", "--on", "2020"], ""),
        (&["mentions:2020-11-09"], "001 002 003 004"),
        (&["mentions:2020-10"], "001"),
        (&["mentions:1991-09 استقلال"], "000"),
        (&["قره باغ -mentions:2020-11"], "000"),
        (&["mentions:2020-09-01..2020-10-31"], "000 001 004"),
    ] {
        assert_eq!(world.found(args), found, "{args:?}");
    }
    insta::assert_snapshot!(world.run(&["search", "mentions:2020-10", "--on", "2021-11-17"]), @"
    exit 0
    --- stdout
    seeds/001_104105c63aa4b763.txt
    2021-11-17
    بيسكوف: روسيا ستواصل التوسط في تسوية النزاع بين أرمينيا وأذربيجان
    وتوصلت أرمينيا وأذربيجان، بوساطة روسية، في [9 تشرين الأول/نوفمبر 2020]، إلى اتفاق لوقف إطلاق النار في إقليم قره باغ.
      date: 9 تشرين الأول/نوفمبر 2020 = mentions:2020-10

    --- stderr
    1 article
    ");
    insta::assert_snapshot!(world.run(&["search", "زاخاروفا", "--since", "2020"]), @"
    exit 1
    --- stdout
    --- stderr
    nothing found
    2 more say nowhere when they were published
    ");
    insta::assert_snapshot!(world.run(&["search", "x", "--since", "yesterday"]), @r#"
    exit 2
    --- stdout
    --- stderr
    error: invalid value 'yesterday' for '--since <DATE>': "yesterday" is no date; dates are 2020, 2020-11, 2020-11-09, or two with .. between them

    For more information, try '--help'.
    "#);
    let dates = world.run(&["show", "--dates", "seeds/001_104105c63aa4b763.txt"]);
    insta::assert_snapshot!(dates, @"
    exit 0
    --- stdout
    seeds/001_104105c63aa4b763.txt
    published 2021-11-17 (dateline)
    2021-11-17               written        dateline  17 نوفمبر 2021ء
    2021-11-17               relative       body      اليوم الأربعاء
    2021-11-16               relative       body      يوم أمس الثلاثاء
    2021-11-16               relative       body      يوم أمس
    2021-11-16               relative       body      ويوم أمس الثلاثاء
    2020-10-09 or 2020-11-09 written        body      9 تشرين الأول/نوفمبر 2020
    2020-11-10               written        body      10 تشرين الثاني/نوفمبر 2020

    --- stderr
    ");
}

#[test]
fn copies_are_shown_under_the_best_and_listed() {
    let world = World::new();
    let paragraph = "أعلنت وزارة النقل افتتاح خط القطار الجديد بين المدينتين بعد ثلاث سنوات من العمل المتواصل، وقالت إن \
                     الرحلة تستغرق ساعتين وإن التذاكر متاحة في المحطات ابتداء من صباح الأحد المقبل.";
    let story =
        |title: &str, edit: &str| format!("{title}\n\n{}\n", paragraph.replace("متاحة", edit));
    let line = |id: &str, day: &str, source: &str, title: &str, edit: &str| {
        let fields = [
            ("id", id),
            ("date", day),
            ("source", source),
            ("title", title),
        ];
        let fields: Vec<String> = fields
            .iter()
            .map(|(k, v)| format!("\"{k}\":\"{v}\""))
            .collect();
        let text = story("", edit).trim().to_string();
        format!("{{{},\"text\":\"{text}\"}}\n", fields.join(","))
    };
    let other = "{\"id\":\"d\",\"title\":\"القطار يتأخر\",\"text\":\"تأخر القطار عن موعده ساعة كاملة أمس بسبب عطل في الإشارات.\"}\n";
    let lines = [
        line("a", "2021-05-02", "الأهرام", "افتتاح خط القطار", "متوفرة"),
        line(
            "b",
            "2021-05-01",
            "الرياض",
            "قطار جديد بين مدينتين",
            "متاحة",
        ),
        line("c", "2021-05-03", "الأهرام", "القطار ينطلق الأحد", "جاهزة"),
        other.to_string(),
    ];
    world.write("news.jsonl", lines.concat());
    world.stdout(&["index", "news.jsonl"]);
    insta::assert_snapshot!(world.run(&["search", "القطار", "--copies"]), @"
    exit 0
    --- stdout
    news.jsonl d
    [القطار] يتأخر
    تأخر [القطار] عن موعده ساعة كاملة أمس بسبب عطل في الإشارات.

    news.jsonl a
    2021-05-02
    افتتاح خط [القطار]
    أعلنت وزارة النقل افتتاح خط [القطار] الجديد بين المدينتين بعد ثلاث سنوات من العمل المتواصل، وقالت إن الرحلة تستغرق ساعتين وإن التذاكر متوفرة في المحطات ابتداء من صباح الأحد المقبل.
      +2 copies
      c 2021-05-03 الأهرام
      القطار ينطلق الأحد
      b 2021-05-01 الرياض
      قطار جديد بين مدينتين

    --- stderr
    4 articles, without copies 2
    ");
    insta::assert_snapshot!(world.run(&["search", "القطار", "--limit", "1", "--format", "json"]), @r#"
    exit 0
    --- stdout
    {"version":1,"type":"hit","rank":1,"id":"d","path":"news.jsonl","title":"القطار يتأخر","score":0.20334266,"matches":2,"copies":0,"snippet":{"range":[25,128],"zone":"body","text":"تأخر القطار عن موعده ساعة كاملة أمس بسبب عطل في الإشارات."},"marks":[{"range":[0,12],"text":"القطار","asked":"القطار","rule":"written","zone":"title"},{"range":[34,46],"text":"القطار","asked":"القطار","rule":"written","zone":"body"}],"reasons":[{"text":"القطار","asked":"القطار","rule":"written","zone":"title","times":1,"share":0.6251},{"text":"القطار","asked":"القطار","rule":"written","zone":"body","times":1,"share":0.2084}],"closeness":0.1665}
    {"version":1,"type":"summary","query":"القطار","total":4,"stories":2,"elsewhere":0,"undated":0,"offset":0,"shown":1}
    --- stderr
    "#);
    let ungrouped = world.stdout(&["search", "القطار", "--no-group", "--format", "json"]);
    assert_eq!(ungrouped.matches("\"type\":\"hit\"").count(), 4);
    assert_eq!(world.stdout(&["search", "القطار", "--count"]), "4\n");
    insta::assert_snapshot!(world.run(&["copies"]), @"
    exit 0
    --- stdout
    3 copies; first 2021-05-01; الأهرام, الرياض
      b 2021-05-01 الرياض
      قطار جديد بين مدينتين
      a 2021-05-02 الأهرام
      افتتاح خط القطار
      c 2021-05-03 الأهرام
      القطار ينطلق الأحد

    --- stderr
    ");
    insta::assert_snapshot!(world.run(&["copies", "--format", "csv"]), @"
    exit 0
    --- stdout
    group,id,path,published,source,title
    1,b,news.jsonl,2021-05-01,الرياض,قطار جديد بين مدينتين
    1,a,news.jsonl,2021-05-02,الأهرام,افتتاح خط القطار
    1,c,news.jsonl,2021-05-03,الأهرام,القطار ينطلق الأحد
    --- stderr
    ");
    let group = world.stdout(&["copies", "--format", "json"]);
    assert!(
        group.contains("\"size\":3,\"first\":\"2021-05-01\""),
        "{group}"
    );
}

/// The bytes of `text` as somebody else's program writes them.
fn in_encoding(text: &str, encoding: &'static encoding_rs::Encoding) -> Vec<u8> {
    encoding.encode(text).0.into_owned()
}

#[test]
fn one_article_in_seven_encodings_is_found_seven_times() {
    let world = World::new();
    let text = |city: &str| {
        format!("وزير الصحة يزور {city}\n\nوقال الوزير أمس إن المستشفى الجديد في المدينة جاهز.\n")
    };
    let utf_16 = |text: &str, to_bytes: fn(u16) -> [u8; 2]| -> Vec<u8> {
        text.encode_utf16().flat_map(to_bytes).collect()
    };
    let garbled = text("صنعاء").bytes().map(char::from).collect::<String>();
    world.write("news/1.txt", text("بغداد"));
    world.write("news/2.txt", format!("\u{FEFF}{}", text("بيروت")));
    world.write("news/3.txt", utf_16(&text("دمشق"), u16::to_le_bytes));
    world.write(
        "news/4.txt",
        utf_16(&format!("\u{FEFF}{}", text("عمان")), u16::to_be_bytes),
    );
    world.write(
        "news/5.txt",
        in_encoding(&text("الرباط"), encoding_rs::WINDOWS_1256),
    );
    world.write(
        "news/6.txt",
        in_encoding(&text("تونس"), encoding_rs::ISO_8859_6),
    );
    world.write("news/7.txt", garbled);
    let russian = in_encoding(
        "Министр здравоохранения посетил больницу",
        encoding_rs::KOI8_R,
    );
    world.write("news/8.txt", russian);
    world.stdout(&["index", "news"]);
    assert_eq!(world.stdout(&["search", "المستشفى", "--count"]), "7\n");
    assert_eq!(world.found(&["title:الرباط"]), "5.t");
    let status = || {
        let status = world.stdout(&["status"]);
        let is_told = |line: &&str| {
            ["encoding:", "noted:", "skipped:"]
                .iter()
                .any(|name| line.starts_with(name))
        };
        status
            .lines()
            .filter(is_told)
            .collect::<Vec<_>>()
            .join("\n")
    };
    insta::assert_snapshot!(status(), @"
    encoding:  ISO-8859-6: 1
    encoding:  UTF-16BE: 1
    encoding:  UTF-16LE: 1
    encoding:  UTF-8: 3
    encoding:  windows-1256: 1
    noted:     news/7.txt: garbled text repaired in 2 lines
    skipped:   news/8.txt: neither Unicode nor Arabic in a known encoding; name it with: --encoding NAME
    ");
    world.stdout(&["index", "--encoding", "koi8-r"]);
    assert_eq!(world.found(&["больницу"]), "8.t");
    world.write("news/9.txt", in_encoding("Больница", encoding_rs::KOI8_R));
    world.stdout(&["index"]); // the encoding is remembered
    assert_eq!(world.found(&["Больница"]), "9.t");
    insta::assert_snapshot!(status(), @"
    encoding:  KOI8-R: 4
    encoding:  UTF-16BE: 1
    encoding:  UTF-16LE: 1
    encoding:  UTF-8: 3
    noted:     news/7.txt: garbled text repaired in 2 lines
    ");
    let json = world.stdout(&["show", "news/7.txt", "--format", "json"]);
    assert!(
        json.contains("\"note\":\"garbled text repaired in 2 lines\""),
        "{json}"
    );
}
