//! Hits as tables, Markdown and BibTeX, on stdout and in files.

use std::fs;

use insta::assert_snapshot;

use super::sandbox::Sandbox;

/// Articles of our own with addresses, authors, and signs that mean something to spreadsheets, Markdown and TeX.
pub fn papers() -> Sandbox {
    let sandbox = Sandbox::new();
    let articles = [
        r#"{"id":"a","title":"وصل *القطار* إلى المحطة","source":"النهر","date":"2021-02-03","url":"https://a.example/خبر?1","author":"سعاد","section":"محليات","text":"الميناء - وصل القطار إلى المحطة. وقال المدير: «القطار جديد». ثم عاد."}"#,
        r#"{"id":"b","source":"=الجبل","date":"2020-12-31","text":"القطار، ثم القطار في المحطة.","link":"https://b.example/2"}"#,
        r#"{"id":"c","title":"قطارات {50%}","source":"النهر","date":"2021-02-01","text":"قطارات جديدة في المدينة."}"#,
        r#"{"id":"d","text":"لا قطار هنا."}"#,
    ];
    sandbox.write("papers.jsonl", articles.join("\n"));
    sandbox.stdout(&["index", "."]);
    sandbox
}

#[test]
fn hits_are_tables_and_documents() {
    let sandbox = papers();
    for format in ["csv", "tsv", "jsonl", "md", "bib"] {
        let args = ["search", "قطار", "--format", format];
        assert_snapshot!(
            format!("hits_as_{format}"),
            without_scores(&sandbox.run(&args))
        );
    }
    assert_snapshot!(sandbox.run(&["search", "قطار", "--limit", "2", "--offset", "1"]));
}

/// Scores are no part of what is promised.
fn without_scores(text: &str) -> String {
    let mut shown = String::new();
    let mut rest = text;
    while let Some(dot) = rest.find('.') {
        let (before, after) = rest.split_at(dot + 1);
        let digits = after.len() - after.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        shown.push_str(before);
        rest = if digits > 5 { &after[digits..] } else { after };
    }
    shown + rest
}

#[test]
fn scores_have_the_digits_that_json_gives() {
    let sandbox = papers();
    let scores = |format: &str| -> Vec<String> {
        let stdout = sandbox.stdout(&["search", "قطار", "--format", format]);
        let values = stdout.split("\"score\":").skip(1);
        let values = values.map(|rest| rest.split([',', '}']).next());
        values
            .map(|value| value.unwrap_or_default().to_string())
            .collect()
    };
    let of_json = scores("json");
    assert_eq!(of_json.len(), 4);
    assert_eq!(scores("jsonl"), of_json);
    let csv = sandbox.stdout(&["search", "قطار", "--format", "csv", "--fields", "score"]);
    assert_eq!(csv.lines().skip(1).collect::<Vec<_>>(), of_json);
}

#[test]
fn columns_are_chosen() {
    let sandbox = papers();
    let fields = |list: &str, format: &str| {
        let args = ["search", "قطار", "--fields", list, "--format", format];
        sandbox.run(&args)
    };
    assert_snapshot!(fields("id,SECTION,zone", "csv"), @"
    exit 0
    --- stdout
    id,SECTION,zone
    a,محليات,
    b,,
    c,,
    d,,
    --- stderr
    4 articles
    ");
    assert_snapshot!(fields("title,text,place", "jsonl"), @r#"
    exit 0
    --- stdout
    {"title":"وصل *القطار* إلى المحطة","text":"وصل *القطار* إلى المحطة\n\nالميناء - وصل القطار إلى المحطة. وقال المدير: «القطار جديد». ثم عاد.","place":0}
    {"title":null,"text":"القطار، ثم القطار في المحطة.","place":1}
    {"title":"قطارات {50%}","text":"قطارات {50%}\n\nقطارات جديدة في المدينة.","place":2}
    {"title":null,"text":"لا قطار هنا.","place":3}
    --- stderr
    4 articles
    "#);
    assert_snapshot!(fields("id,nowhere", "csv"), @"
    exit 2
    --- stdout
    --- stderr
    error: no article has a field nowhere
    hint: there are: rank,id,title,date,source,author,url,path,place,score,matches,copies,snippet,zone,text,link,section
    ");
    assert_snapshot!(fields("id", "text"), @"
    exit 2
    --- stdout
    --- stderr
    error: --fields names the columns of a table
    hint: choose one: --format csv, tsv or jsonl
    ");
    assert_snapshot!(sandbox.run(&["search", "قطار", "--format", "csv", "--count"]), @"
    exit 2
    --- stdout
    --- stderr
    error: --format csv is for the hits of one query
    hint: leave out --queries, --count, --files or --group-by, or the format
    ");
}

#[test]
fn tables_begin_with_a_mark_for_excel_where_that_is_asked_for() {
    let sandbox = papers();
    let begin = |args: &[&str], variable: &str| {
        let output = sandbox.output_with(args, |command| command.env("FIHRIS_CSV_BOM", variable));
        output.stdout.starts_with("\u{FEFF}".as_bytes())
    };
    for args in [
        &["search", "قطار", "--format", "csv"][..],
        &["search", "قطار", "--format", "tsv"],
        &["list", "--format", "csv"],
        &["list", "--sources", "--format", "tsv"],
        &["export", "--format", "csv"],
        &["kwic", "قطار", "--format", "csv"],
        &["timeline", "قطار", "--format", "csv"],
        &["terms", "قطار", "--format", "csv"],
        &["words", "--format", "csv"],
        &["copies", "--format", "csv"],
    ] {
        assert!(begin(&[args, &["--bom"]].concat(), ""), "{args:?}");
        assert!(begin(args, "1"), "{args:?}");
        assert!(!begin(args, "0"), "{args:?}");
    }
    assert!(!begin(
        &["search", "قطار", "--format", "jsonl", "--bom"],
        "1"
    ));
}

#[test]
fn results_go_into_a_file_once_there_are_some() {
    let sandbox = papers();
    let asked = ["search", "قطار", "--format", "csv"];
    let expected = sandbox.stdout(&asked);
    let written = sandbox.run(&[&asked[..], &["-o", "hits.csv"]].concat());
    assert_snapshot!(written, @"
    exit 0
    --- stdout
    --- stderr
    4 articles
    ");
    assert_eq!(
        fs::read_to_string(sandbox.path("hits.csv")).unwrap(),
        expected
    );
    sandbox.run(&["search", "(قطار", "-o", "hits.csv"]);
    assert_eq!(
        fs::read_to_string(sandbox.path("hits.csv")).unwrap(),
        expected
    );
    assert_snapshot!(sandbox.run(&["search", "قطار", "-o", "none/hits.csv"]), @"
    exit 2
    --- stdout
    --- stderr
    error: cannot write to none/hits.csv: No such file or directory (os error 2)
    ");
    sandbox.stdout(&["search", "قطار", "--color", "auto", "--output", "hits.txt"]);
    let text = fs::read_to_string(sandbox.path("hits.txt")).unwrap();
    assert!(text.starts_with("papers.jsonl a\n2021-02-03"), "{text}");
}

#[test]
fn a_dump_is_not_what_a_headline_leads_to() {
    let sandbox = papers();
    sandbox.write("texts/one.txt", "القطار وصل\n\nوصل قطار من الميناء.\n");
    sandbox.stdout(&["index", "texts"]);
    let page = sandbox.stdout(&["search", "قطار", "--format", "html"]);
    let links: Vec<&str> = page
        .split(" href=\"")
        .skip(2) // the one to the results
        .map(|rest| rest.split('"').next().unwrap())
        .collect();
    let mut links: Vec<String> = links
        .iter()
        .map(|link| link.rsplit_once('/').unwrap().1.to_string())
        .collect();
    links.sort();
    assert_eq!(links, ["%D8%AE%D8%A8%D8%B1?1", "2", "one.txt"]);
    let hits = sandbox.stdout(&["search", "قطار", "--format", "json"]);
    assert!(hits.contains("\"url\":\"https://b.example/2\""), "{hits}");
}

#[test]
fn hits_are_lines_of_a_template() {
    let sandbox = papers();
    let lines =
        |template: &str| sandbox.run(&["search", "قطار", "-n", "2", "--template", template]);
    assert_snapshot!(lines("{rank}\\t{{{SECTION}}} {title}"), @"
    exit 0
    --- stdout
    1	{محليات} وصل *القطار* إلى المحطة
    2	{} 
    --- stderr
    4 articles, shown 1 to 2; more with --limit or --offset
    ");
    assert_snapshot!(lines("{nowhere}"), @"
    exit 2
    --- stdout
    --- stderr
    error: no article has a field nowhere
    hint: there are: rank,id,title,date,source,author,url,path,place,score,matches,copies,snippet,zone,text,link,section
    ");
    assert_snapshot!(lines("{title"), @"
    exit 2
    --- stdout
    --- stderr
    error: invalid value '{title' for '--template <TEMPLATE>': a { is not closed; fields are written as in {title}, and a brace as {{

    For more information, try '--help'.
    ");
    let arabic = ["search", "قطار", "--template", "title}", "--lang", "ar"];
    assert_snapshot!(sandbox.run(&arabic), @"
    exit 2
    --- stdout
    --- stderr
    خطأ: القيمة «title}» غير مقبولة في:
      --template <TEMPLATE>
    السبب: قوس } لم يُفتح؛ تُكتب الحقول هكذا {title} والقوس هكذا }}
    لمعرفة المزيد:
      fihris --help
    ");
    let saved = sandbox.run(&["search", "قطار", "--template", "{id}", "--format", "csv"]);
    assert!(saved.contains("cannot be used with"), "{saved}");
}
