//! What is in the index: lists of its articles and sources, and the articles as they went in.

use std::fs;

use insta::assert_snapshot;

use super::sandbox::Sandbox;
use super::tables::papers;

#[test]
fn articles_are_listed_in_the_order_they_were_read() {
    let sandbox = papers();
    let numbered: Vec<String> = (1..=11)
        .map(|number| format!(r#"{{"text": "خبر رقم {number}"}}"#))
        .collect();
    sandbox.write("more/numbered.jsonl", numbered.join("\n"));
    sandbox.stdout(&["index", "more"]);
    let ids = |args: &[&str]| {
        let args = [&["list", "--format", "tsv", "--fields", "id"], args].concat();
        let ids = sandbox.stdout(&args);
        ids.lines().skip(1).collect::<Vec<&str>>().join(" ")
    };
    let all = ids(&[]);
    assert!(
        all.starts_with("more/numbered.jsonl#1 more/numbered.jsonl#2 "),
        "{all}"
    );
    assert!(all.ends_with("#10 more/numbered.jsonl#11 a b c d"), "{all}");
    for (args, expected) in [
        (&["قطار"][..], "a b c d"),
        (&["--sort", "date", "--limit", "3"], "b c a"),
        (&["--sort", "-date", "--limit", "3"], "a c b"),
        (&["قطار", "--offset", "1", "--limit", "2"], "b c"),
        (&["--since", "2021"], "a c"),
        (&["", "papers.jsonl"], "a b c d"),
        (&["زرافة"], ""),
        (&["قطار", "--limit", "0"], ""),
    ] {
        assert_eq!(ids(args), expected, "{args:?}");
    }
    assert_snapshot!(sandbox.run(&["list", "قطار", "--limit", "3"]), @"
    exit 0
    --- stdout
      a 2021-02-03 النهر
      وصل *القطار* إلى المحطة
      b 2020-12-31 =الجبل
      c 2021-02-01 النهر
      قطارات {50%}
    --- stderr
    4 articles, listed 1 to 3
    ");
    assert_snapshot!(sandbox.run(&["list", "زرافة"]), @"
    exit 1
    --- stdout
    --- stderr
    nothing found
    ");
}

#[test]
fn sources_tell_when_they_published_and_when_not() {
    let sandbox = papers();
    for args in [
        &["--format", "text"][..],
        &["--format", "csv"],
        &["--lang", "ar"],
    ] {
        let shown = sandbox.run(&[&["list", "--sources"], args].concat());
        assert_snapshot!(format!("sources{}", args.join("")), shown);
    }
}

#[test]
fn what_is_exported_can_be_indexed_again() {
    let sandbox = papers();
    let seeds = Sandbox::with_seeds();
    for name in fs::read_dir(seeds.path("seeds")).unwrap() {
        let name = name.unwrap().file_name().into_string().unwrap();
        let text = fs::read(seeds.path(&format!("seeds/{name}"))).unwrap();
        sandbox.write(&format!("seeds/{name}"), text);
    }
    sandbox.stdout(&["index", "seeds"]);
    for format in ["jsonl", "csv"] {
        let again = Sandbox::new();
        // What spreadsheets would run has a sign in front in CSV.
        let since = if format == "csv" { "2021" } else { "1000" };
        let exported = sandbox.stdout(&["export", "--format", format, "--since", since]);
        again.write(&format!("all.{format}"), &exported);
        again.stdout(&["index", "."]);
        assert!(
            again.stdout(&["export", "--format", format]) == exported,
            "{format}"
        );
        for id in ["a", "c", "seeds/001_104105c63aa4b763.txt"] {
            let shown = sandbox.stdout(&["show", id]);
            assert_eq!(again.stdout(&["show", id]), shown, "{format} {id}");
        }
    }
    sandbox.stdout(&["export", "قره", "--format", "text", "-o", "texts"]);
    for name in fs::read_dir(sandbox.path("texts")).unwrap() {
        let name = name.unwrap().file_name().into_string().unwrap();
        let original = format!("seeds/{}", name.strip_prefix("seeds_").unwrap());
        let original = fs::read(sandbox.path(&original)).unwrap();
        let exported = fs::read(sandbox.path(&format!("texts/{name}"))).unwrap();
        // A file may hold a second story.
        assert!(original.starts_with(&exported), "{name}");
    }
    assert_snapshot!(sandbox.run(&["export", "--format", "text", "-o", "texts"]), @"
    exit 2
    --- stdout
    --- stderr
    error: there is something in texts already
    hint: name a folder for them, which is empty or not there: --output FOLDER
    ");
    assert_snapshot!(sandbox.run(&["export", "--format", "text"]), @"
    exit 2
    --- stdout
    --- stderr
    error: --format text writes a file an article
    hint: name a folder for them, which is empty or not there: --output FOLDER
    ");
    assert_snapshot!(sandbox.run(&["export", "زرافة"]), @"
    exit 1
    --- stdout
    --- stderr
    nothing found
    ");
    assert_snapshot!(sandbox.run(&["export", "قطار", "--on", "2021-02"]), @r#"
    exit 0
    --- stdout
    {"id":"a","title":"وصل *القطار* إلى المحطة","text":"الميناء - وصل القطار إلى المحطة. وقال المدير: «القطار جديد». ثم عاد.","date":"2021-02-03","source":"النهر","author":"سعاد","section":"محليات","url":"https://a.example/خبر?1"}
    {"id":"c","title":"قطارات {50%}","text":"قطارات جديدة في المدينة.","date":"2021-02-01","source":"النهر"}
    --- stderr
    1 more say nowhere when they were published
    "#);
}

#[test]
fn several_articles_are_shown_and_passages_of_them() {
    let sandbox = papers();
    assert_snapshot!(sandbox.run(&["show", "d", "b", "--zones"]), @"
    exit 0
    --- stdout
    d
    [body]
    لا قطار هنا.

    b
    [body]
    القطار، ثم القطار في المحطة.

    --- stderr
    ");
    assert_snapshot!(sandbox.run(&["show", "d", "none", "b"]), @"
    exit 2
    --- stdout
    d
    لا قطار هنا.
    b
    القطار، ثم القطار في المحطة.
    --- stderr
    no article with the id none in the index
    ");
    sandbox.write(
        "long.txt",
        "عنوان\n\nفقرة أولى عن البحر.\n\nوصل قطار ثم قطاران.\n\nفقرة ثالثة.\n",
    );
    sandbox.stdout(&["index", "long.txt"]);
    assert_snapshot!(sandbox.run(&["show", "long.txt", "c", "--context", "القطار"]), @"
    exit 0
    --- stdout
    long.txt
    …
    وصل [قطار] ثم [قطاران].
    …
    c
    [قطارات] {50%}
    [قطارات] جديدة في المدينة.
    --- stderr
    ");
    assert_snapshot!(sandbox.run(&["show", "long.txt", "--context", "(القطار"]), @"
    exit 2
    --- stdout
    --- stderr
    error: the query is not understood: this parenthesis is not closed, at its start: (القطار
    hint: perhaps this was meant:
    (القطار)
    ");
}

#[test]
fn articles_are_removed_by_a_query_and_stay_out() {
    let sandbox = papers();
    let count = || sandbox.stdout(&["list", "--format", "tsv"]).lines().count() - 1;
    assert_snapshot!(sandbox.run(&["remove", "--query", "source:النهر", "--dry-run"]), @"
    exit 0
    --- stdout
      a 2021-02-03 النهر
      وصل *القطار* إلى المحطة
      c 2021-02-01 النهر
      قطارات {50%}
    --- stderr
    2 articles would be removed
    4 articles in the index
    ");
    assert_eq!(count(), 4);
    assert_snapshot!(sandbox.run(&["remove", "--query", "source:النهر", "--lang", "ar"]), @"
    exit 0
    --- stdout
      a 2021-02-03 النهر
      وصل *القطار* إلى المحطة
      c 2021-02-01 النهر
      قطارات {50%}
    --- stderr
    حُذف: مقالتان
    في الفهرس مقالتان
    ");
    assert_eq!(count(), 2);
    sandbox.stdout(&["check"]);
    sandbox.stdout(&["index"]);
    assert_eq!(count(), 2);
    assert_snapshot!(sandbox.run(&["remove", "--query", "زرافة"]), @"
    exit 1
    --- stdout
    --- stderr
    nothing found
    ");
    sandbox.stdout(&["index", "--rehash"]);
    assert_eq!(count(), 2); // the bytes are the same
    sandbox.stdout(&["index", "--rebuild"]);
    assert_eq!(count(), 4);
    let both = sandbox.output(&["remove", "--query", "x", "papers.jsonl"]);
    assert_eq!(both.status.code(), Some(2));
}
