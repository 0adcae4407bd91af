//! Saved searches, and what is new of them.

use std::fs;

use insta::assert_snapshot;

use super::sandbox::Sandbox;

fn article(id: &str, text: &str) -> String {
    serde_json::json!({ "id": id, "source": "النهر", "text": text }).to_string() + "\n"
}

/// An index of two articles with a saved search that finds one.
fn saved() -> Sandbox {
    let sandbox = Sandbox::new();
    let articles = [article("a", "قطار في المحطة"), article("b", "سفينة")];
    sandbox.write("news.jsonl", articles.concat());
    sandbox.stdout(&["index", "news.jsonl"]);
    sandbox.stdout(&["save", "trains", "قطار", "--zones", "all"]);
    sandbox
}

fn add(sandbox: &Sandbox, id: &str, text: &str) {
    let news = fs::read_to_string(sandbox.path("news.jsonl")).unwrap();
    sandbox.write("news.jsonl", news + &article(id, text));
    sandbox.stdout(&["index"]);
}

#[test]
fn only_what_came_since_is_new() {
    let sandbox = saved();
    let new = |more: &[&str]| {
        let args = [
            &[
                "run", "trains", "--new", "--format", "tsv", "--fields", "id",
            ],
            more,
        ]
        .concat();
        let ids = sandbox.stdout(&args);
        ids.lines().skip(1).collect::<Vec<&str>>().join(" ")
    };
    assert_eq!(new(&[]), "");
    add(&sandbox, "c", "قطار جديد");
    add(&sandbox, "d", "سفينة جديدة");
    assert_snapshot!(sandbox.run(&["run", "trains"]), @"
    exit 0
    --- stdout
    news.jsonl c
    النهر
    [قطار] جديد

    news.jsonl a
    النهر
    [قطار] في المحطة

    --- stderr
    2 articles
    ");
    assert_eq!(new(&[]), "c");
    assert_snapshot!(sandbox.run(&["run", "trains", "--new"]), @"
    exit 1
    --- stdout
    --- stderr
    nothing found
    ");
    // What a limit leaves out is new the next time.
    for id in ["e", "f", "g"] {
        add(&sandbox, id, "قطار آخر");
    }
    assert_eq!(new(&["-n", "2"]).len(), 3);
    assert_eq!(new(&[]).len(), 1);
    // What is made anew, or leaves and comes again, is not new.
    sandbox.stdout(&["index", "--rebuild"]);
    assert_eq!(new(&[]), "");
    sandbox.stdout(&["remove", "news.jsonl"]);
    assert_eq!(new(&[]), "");
    sandbox.stdout(&["index", "news.jsonl"]);
    assert_eq!(new(&[]), "");
    add(&sandbox, "h", "قطار أخير");
    assert_snapshot!(sandbox.run(&["run", "trains", "--new", "--format", "json"]).lines().nth(3).unwrap(), @r#"{"version":1,"type":"summary","query":"قطار","total":1,"stories":1,"elsewhere":0,"undated":0,"offset":0,"shown":1}"#);
}

#[test]
fn a_newer_version_of_an_article_is_no_news() {
    let sandbox = Sandbox::new();
    let page = |day: u8, text: &str| {
        serde_json::json!({
            "url": "https://a.example/7", "title": "قطار في المحطة", "crawled_at": format!("2024-01-0{day}T08:00:00Z"),
            "text": format!("وصل القطار إلى المحطة صباح اليوم ومعه ركاب كثيرون، {text}."),
        })
        .to_string()
    };
    sandbox.write("crawl/1.jsonl", page(1, "وعاد"));
    sandbox.stdout(&["index", "crawl"]);
    sandbox.stdout(&["save", "trains", "القطار"]);
    sandbox.write("crawl/2.jsonl", page(2, "ثم عاد مساء"));
    sandbox.stdout(&["index", "crawl"]);
    assert!(sandbox.stdout(&["list"]).starts_with("  crawl/2.jsonl#1"));
    assert_snapshot!(sandbox.run(&["run", "trains", "--new"]), @"
    exit 1
    --- stdout
    --- stderr
    nothing found
    ");
}

#[test]
fn searches_are_listed_replaced_and_forgotten() {
    let sandbox = saved();
    sandbox.stdout(&["save", "سفن", "سفينة", "--since", "2020"]);
    assert_snapshot!(sandbox.run(&["save"]), @"
    exit 0
    --- stdout
    trains	قطار --zones all
    سفن	سفينة --since 2020
    --- stderr
    ");
    assert_snapshot!(sandbox.run(&["save", "trains", "قطارات", "--lang", "en"]), @"
    exit 2
    --- stdout
    --- stderr
    error: unexpected argument '--lang' found

      tip: a similar argument exists: '--any'

    Usage: fihris search --any <QUERY> [PATH]...

    For more information, try '--help'.
    hint: fihris search --help lists what a search takes
    ");
    assert_snapshot!(sandbox.run(&["save", "trains", "قطارات"]), @"
    exit 0
    --- stdout
    --- stderr
    saved; what comes from now on shows:  fihris run trains --new
    ");
    assert_snapshot!(sandbox.run(&["--lang", "ar", "save", "سفن", "سفينة"]), @"
    exit 0
    --- stdout
    --- stderr
    حُفظ البحث؛ ولعرض ما يستجد من الآن:
      fihris run سفن --new
    ");
    assert_snapshot!(sandbox.run(&["save", "--forget", "سفن"]), @"
    exit 0
    --- stdout
    --- stderr
    forgotten: سفن
    ");
    assert_snapshot!(sandbox.run(&["run", "سفن"]), @"
    exit 2
    --- stdout
    --- stderr
    error: no search is saved as سفن
    hint: there are: trains
    ");
    assert_snapshot!(sandbox.run(&["save", "../x", "قطار"]), @"
    exit 2
    --- stdout
    --- stderr
    error: not a name for a search: ../x
    hint: names are letters and figures, - and _, as in karabakh or قره-باغ
    ");
    assert_snapshot!(sandbox.run(&["save", "x"]), @"
    exit 2
    --- stdout
    --- stderr
    error: there is no query to save
    hint: save one, as in: fihris save karabakh 'قره باغ'
    ");
    assert_snapshot!(sandbox.run(&["save", "x", "(قطار"]), @"
    exit 2
    --- stdout
    --- stderr
    error: the query is not understood: this parenthesis is not closed, at its start: (قطار
    hint: perhaps this was meant:
    (قطار)
    ");
    sandbox.stdout(&["save", "count", "قطار", "--count"]);
    assert_eq!(sandbox.stdout(&["run", "count"]), "1\n");
    assert_snapshot!(sandbox.run(&["run", "count", "--new"]), @"
    exit 2
    --- stdout
    --- stderr
    error: --new is for hits and their files
    hint: leave out --count, --group-by and --queries
    ");
    assert_snapshot!(sandbox.run(&["check"]), @"
    exit 0
    --- stdout
    sound:    2 articles, 1 files
    --- stderr
    ");
}
