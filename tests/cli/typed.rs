//! Queries as they are typed: Arabic operators, digits and names of fields, other layouts of the keyboard, Latin letters.

use insta::assert_snapshot;

use super::sandbox::Sandbox;

/// Articles of our own, by ids.
fn papers() -> Sandbox {
    let sandbox = Sandbox::new();
    let article = |id: &str, date: &str, author: &str, text: &str| {
        serde_json::json!({ "id": id, "date": date, "dc:creator": author, "title": "خبر", "text": text }).to_string()
    };
    let articles = [
        article("a", "2019-07-03", "منى", "افتتح المعرض في القاهرة أمس."),
        article("b", "2020-01-02", "سامي", "افتتح المعرض في الرياض أمس."),
        article(
            "c",
            "2021-05-06",
            "منى",
            "رحلة بين القاهرة والرياض بلا توقف.",
        ),
        article(
            "d",
            "2022-08-09",
            "سامي",
            "حلّق الوفد إلى بنغازي على طائرة بدون طيار.",
        ),
        article(
            "e",
            "2023-01-01",
            "سامي",
            "قالت شركة Acme إن الضيف بوتين وصل إلى طبرق.",
        ),
    ];
    sandbox.write("papers.jsonl", articles.join("\n"));
    sandbox.stdout(&["index", "."]);
    sandbox
}

#[test]
fn what_is_typed_finds_what_is_meant() {
    let sandbox = papers();
    for (query, expected, read_as) in [
        ("القاهرة و الرياض", "c", "القاهرة AND الرياض"),
        ("القاهرة أو الرياض", "a b c", "القاهرة OR الرياض"),
        ("القاهرة وليس الرياض", "a", "القاهرة NOT الرياض"),
        ("طائرة بدون طيار", "d", ""),
        ("المعرض date:2020", "b", ""),
        ("\"القاهرة توقف\"~٣", "c", ""),
        ("القاهره~١", "a c", ""),
        ("القا؟رة", "a c", "القا?رة"),
        ("الكاتب:منى", "a c", "author:منى"),
        ("author:سامي بنغازي", "d", ""),
        ("القاهرة NEAR/3 توقف", "c", "\"القاهرة توقف\"~3"),
        ("القاهرة && !الرياض", "a", "القاهرة AND -الرياض"),
        ("*", "a b c d e", ""),
        ("", "a b c d e", ""),
        ("hgrhivm", "a c", "القاهرة"),
        ("\"hgrhivm ,hgvdhq\"", "c", "\"القاهرة والرياض\""),
        ("شؤةث", "e", "acme"),
        ("Acme", "e", ""),
        ("Putin", "e", "بوتين"),
        ("Benghazi", "d", "بنغازي"),
        ("banghazi", "d", "بنغازي"),
        ("al-Qahira", "a c", "القاهرة"),
        ("tobrouk", "e", "طبرق"),
        ("window", "", ""),
    ] {
        let args = [
            "search",
            query,
            "--no-group",
            "--sort",
            "date",
            "--format",
            "json",
        ];
        let output = sandbox.output_with(&args, |command| command);
        let stdout = String::from_utf8(output.stdout).unwrap();
        let lines: Vec<serde_json::Value> = stdout
            .lines()
            .map(|line| serde_json::from_str(line).unwrap())
            .collect();
        let ids = lines.iter().filter_map(|line| line["id"].as_str());
        let mut ids: Vec<&str> = ids.collect();
        ids.sort_unstable();
        let summary = lines.last().unwrap();
        assert_eq!(ids.join(" "), expected, "{query}");
        assert_eq!(
            summary["read_as"].as_str().unwrap_or_default(),
            read_as,
            "{query}"
        );
    }
}

#[test]
fn days_of_queries_are_counted_from_today() {
    let sandbox = Sandbox::new();
    let today = jiff::Zoned::now().date();
    for (name, days) in [("001.json", 1), ("002.json", 2), ("003.json", 40)] {
        let date = today.checked_sub(jiff::Span::new().days(days)).unwrap();
        let article = serde_json::json!({ "title": "خبر", "text": "نص", "date": date.to_string() });
        sandbox.write(name, article.to_string());
    }
    sandbox.write("queries.tsv", "q1\tdate:أمس OR date:\"قبل يومين\"\n");
    sandbox.stdout(&["index", "."]);
    // Midnight may pass meanwhile.
    let found = sandbox.found(&["date:أمس OR date:\"قبل يومين\" OR date:اليوم"]);
    assert_eq!(found, "001 002");
    let many = ["search", "--queries", "queries.tsv", "--format", "trec"];
    assert!(!sandbox.stdout(&many).is_empty());
}

#[test]
fn how_a_query_was_read_is_told() {
    let sandbox = papers();
    assert_snapshot!(sandbox.run(&["search", "القاهرة أو hgvdhq", "--count"]));
    assert_snapshot!(sandbox.run(&[
        "--lang",
        "ar",
        "search",
        "القاهرة أو الرياض",
        "--count",
        "--limit",
        "٢"
    ]));
    assert_snapshot!(sandbox.run(&["search", "--since", "2022", "--count"]));
    assert_snapshot!(sandbox.run(&["search", "القاهرة ^الرياض"]));
}

/// A word of up to six letters may be an abbreviation; where its letters only stand here and there, it is a word that no article
/// holds.
#[test]
fn letters_that_stand_here_and_there_are_no_abbreviation() {
    let sandbox = Sandbox::new();
    sandbox.write(
        "letters.txt",
        "الفقرات: أ ثم ه ثم ر ثم ف ثم د ثم ب.\n\nزار الطلاب جامعة هارفارد أمس.",
    );
    sandbox.write("agency.txt", "بيروت - د ب أ: وصل الوفد إلى المدينة.");
    sandbox.stdout(&["index", "."]);
    assert_snapshot!(sandbox.run(&["search", "هارفرد"]), @"
    exit 1
    --- stdout
    --- stderr
    nothing found
    in no article:
      هارفرد
    perhaps this was meant:
      هارفارد (1 article)
    ");
    assert_snapshot!(sandbox.run(&["search", "--any", "هارفرد"]), @"
    exit 0
    --- stdout
    letters.txt
    زار الطلاب جامعة [هارفارد] أمس.
      similar: هارفارد = هارفرد

    --- stderr
    1 article
    ");
    assert_snapshot!(sandbox.run(&["search", "دبأ زيتون"]), @"
    exit 1
    --- stdout
    agency.txt
      in dateline:
    بيروت - [د ب أ]: وصل الوفد إلى المدينة.
      abbreviation: د ب أ = دبأ

    --- stderr
    no article has all the words; these have some (--all leaves them out):
    1 article
    in no article:
      زيتون
    ");
}
