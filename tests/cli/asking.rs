//! Explanations, reasons, orders and groups.

use insta::assert_snapshot;

use super::sandbox::Sandbox;

/// Articles of our own in three months, by two sources.
fn papers() -> Sandbox {
    let sandbox = Sandbox::new();
    let article = |id: &str, source: &str, date: &str, text: &str| {
        serde_json::json!({ "id": id, "source": source, "date": date, "text": text }).to_string()
    };
    let articles = [
        article("a", "النهر", "2021-02-03", "وصل القطار إلى المحطة."),
        article("b", "الجبل", "2020-12-31", "القطار، ثم القطار في المحطة."),
        article("c", "النهر", "2021-02-01", "قطارات جديدة في المدينة."),
        article("d", "", "", "لا قطار هنا."),
    ];
    sandbox.write("papers.jsonl", articles.join("\n"));
    sandbox.stdout(&["index", "."]);
    sandbox
}

#[test]
fn a_query_is_explained() {
    let sandbox = papers();
    let query = "(القطار OR \"في المحطه\"~2)^2 -مدينه -path:*.txt";
    assert_snapshot!(sandbox.run(&["explain", query]));
    let query = "القطار -المدينة قطر";
    assert_snapshot!(sandbox.run(&["explain", query, "--any"]));
    assert_snapshot!(sandbox.run(&["explain", query, "--format", "json"]));
    // Words that begin so are in the index, but in no title.
    assert_snapshot!(sandbox.run(&["explain", "title:قطا*"]), @"
    exit 1
    --- stdout
    قطا
      in title: 0 articles, 0 times
      weight 0.69
      no article holds it
    articles: 0
    --- stderr
    nothing found
    ");
}

#[test]
fn every_word_behind_a_score_is_shown() {
    let sandbox = Sandbox::with_seeds();
    sandbox.stdout(&["index", "seeds"]);
    assert_snapshot!(sandbox.run(&["search", "القوات وقف", "--why", "--limit", "1"]));
}

#[test]
fn hits_come_in_other_orders() {
    let sandbox = papers();
    for (order, expected) in [
        ("score", "b d a c"),
        ("date", "b c a d"),
        ("-date", "a c b d"),
        ("source", "b a c d"),
    ] {
        let args = ["search", "قطار", "--sort", order, "--format", "json"];
        assert_eq!(sandbox.hits(&args).join(" "), expected, "{order}");
        let mut paged = Vec::new();
        for offset in ["0", "1", "2", "3"] {
            let page = ["--limit", "1", "--offset", offset];
            paged.extend(sandbox.hits(&[&args[..], &page].concat()));
        }
        assert_eq!(paged.join(" "), expected, "{order}, page by page");
    }
    let paths = Sandbox::with_seeds();
    paths.stdout(&["index", "seeds"]);
    let files = paths.stdout(&["search", "قره", "--files", "--null", "--sort", "path"]);
    let files: Vec<&str> = files.split_terminator('\0').collect();
    assert!(files.is_sorted() && files.len() == 5, "{files:?}");
}

#[test]
fn hits_are_counted_by_groups() {
    let sandbox = papers();
    for by in ["source", "month", "year"] {
        assert_snapshot!(
            format!("groups_by_{by}"),
            sandbox.run(&["search", "قطار", "--group-by", by])
        );
    }
    assert_snapshot!(sandbox.run(&["search", "قطار", "--group-by", "source", "--format", "json"]));
}

#[test]
fn a_word_that_is_nowhere_gets_near_ones() {
    let sandbox = papers();
    assert_snapshot!(sandbox.run(&["search", "المحصة"]));
    assert_snapshot!(sandbox.run(&["search", "المحصة", "--format", "json"]));
}

#[test]
fn and_stands_between_two_words_even_where_they_would_be_a_name() {
    let sandbox = Sandbox::new();
    for (name, text) in [
        ("001.txt", "فاز فريق مانشستر سيتي أمس"),
        ("002.txt", "في مدينة مانشستر مركز سيتي للتسوق"),
        ("003.txt", "خسر فريق مانشيستر سيتي أمس"),
        ("004.txt", "في سيتي بانك"),
    ] {
        sandbox.write(name, text);
    }
    sandbox.stdout(&["index", "."]);
    for (query, expected) in [
        ("مانشستر سيتي", "001 003"),
        ("مانشستر AND سيتي", "001 002 003"),
        ("سيتي AND مانشستر", "001 002 003"),
        ("(مانشستر) سيتي", "001 002 003"),
        ("سيتي مانشستر", "001 002 003"),
        ("مدينة AND مانشستر سيتي", ""),
        ("فريق AND مانشستر سيتي AND أمس", "001 003"),
        ("title:مانشستر AND title:سيتي", "001 002 003"),
    ] {
        assert_eq!(sandbox.found(&[query]), expected, "{query}");
    }
}

#[test]
fn a_body_is_the_body_and_nothing_else() {
    let sandbox = Sandbox::new();
    let article = |id: &str, title: &str, text: &str| {
        serde_json::json!({ "id": id, "title": title, "text": text }).to_string()
    };
    let articles = [
        article("a", "وصل القطار ألفية", "باءات كثيرة في هذا البيت القديم."),
        article(
            "b",
            "عنوان الخبر",
            "زهرة في كل بيت من هنا حتى قمر وأيضا قمر في السماء.\n\nكلمات مفتاحية: زهرة قمر",
        ),
        article(
            "c",
            "قره باغ اليوم",
            "خبر من قره باغ.\n\nكلمات مفتاحية: قره باغ، كتاب",
        ),
        article("d", "كِتاب جديد", "نص عن كتاب قديم."),
    ];
    sandbox.write("n.jsonl", articles.join("\n"));
    sandbox.stdout(&["index", "n.jsonl"]);
    for (query, expected) in [
        ("in:body \"ألفية باءات\"~3", ""),
        ("\"ألفية باءات\"~3", "a"),
        ("in:body \"زهرة قمر\"~5", ""),
        ("in:body \"زهرة قمر\"~6", "b"),
        ("in:body \"زهرة قمر\"", ""),
        ("tag:\"زهرة قمر\"", "b"),
        ("in:body,tags \"زهرة قمر\"", "b"),
        ("in:body قراباغ", "c"),
        ("in:body \"قره باغ اليوم\"", ""),
        ("in:title,body \"قره باغ اليوم\"", "c"),
        ("in:title =كتاب", ""),
        ("title:=كِتاب", "d"),
        ("in:body =كتاب", "d"),
        ("in:body,tags =كتاب", "c d"),
        ("in:body %كُتاب", "d"),
    ] {
        let mut hits = sandbox.hits(&["search", query, "--format", "json", "--all"]);
        hits.sort();
        assert_eq!(hits.join(" "), expected, "{query}");
    }
}

#[test]
fn a_headline_counts_more_for_names_and_phrases_too() {
    let sandbox = Sandbox::new();
    let article = |id: &str, title: &str, text: &str| {
        serde_json::json!({ "id": id, "title": title, "text": text }).to_string()
    };
    let articles = [
        article("body", "خبر من الشمال", "وصل وفد من قره باغ إلى هنا."),
        article("head", "خبر من قره باغ", "وصل وفد من الشمال إلى هنا."),
        article("none", "مطر في الجنوب", "مطر كثير وريح في كل مكان."),
        article("more", "ريح في الغرب", "رياح شديدة وغيوم كثيرة."),
    ];
    sandbox.write("n.jsonl", articles.join("\n"));
    sandbox.stdout(&["index", "n.jsonl"]);
    for query in [
        "قره باغ",
        "قراباغ",
        "\"من قره باغ\"",
        "\"خبر قره\"~1 OR \"قره باغ\"~2",
        "=\"قره باغ\"",
    ] {
        let hits = sandbox.hits(&["search", query, "--format", "json"]);
        assert_eq!(hits, ["head", "body"], "{query}");
        let run = sandbox.stdout(&["search", query, "--format", "json"]);
        let scores: Vec<f64> = run
            .lines()
            .filter_map(|line| {
                serde_json::from_str::<serde_json::Value>(line).unwrap()["score"].as_f64()
            })
            .collect();
        assert!(scores[0] > 1.2 * scores[1], "{query}: {scores:?}");
    }
    // Words written otherwise in the headline are no matches there.
    let hits = sandbox.hits(&["search", "in:title,body =شمال", "--format", "json"]);
    assert!(hits.is_empty());
}
