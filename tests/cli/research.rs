//! Questions of researchers: two corpora, several queries over time, groups of groups, samples.

use std::collections::BTreeSet;

use insta::assert_snapshot;

use super::sandbox::Sandbox;

/// Two papers over a year, with authors, sections, and months without any article.
pub fn year() -> Sandbox {
    let sandbox = Sandbox::new();
    let article = |id: usize, source: &str, date: &str, author: &str, text: &str| {
        serde_json::json!({
            "id": id.to_string(), "source": source, "date": date, "author": author, "section": "محليات", "text": text,
        })
        .to_string()
    };
    let articles = [
        article(
            1,
            "النهر",
            "2021-01-04",
            "سعاد",
            "قطار جديد في المدينة وقطار قديم.",
        ),
        article(2, "النهر", "2021-01-10", "سعاد", "سفينة في الميناء."),
        article(3, "الجبل", "2021-01-11", "", "قطار وسفينة في الميناء."),
        article(
            4,
            "الجبل",
            "2021-04-30",
            "ليلى",
            "سفينة كبيرة في الميناء الجديد.",
        ),
        article(5, "النهر", "2021-05-01", "ليلى", "لا خبر اليوم عن البحر."),
        article(6, "النهر", "2021-05-02", "سعاد", "قطار سريع."),
    ];
    sandbox.write("papers.jsonl", articles.join("\n"));
    sandbox.write("undated.txt", "قطار بلا تاريخ.");
    sandbox.stdout(&["index", "."]);
    sandbox
}

#[test]
fn two_queries_are_compared_by_their_words() {
    let sandbox = year();
    let vs = ["terms", "قطار", "--vs", "سفينة"];
    assert_snapshot!(sandbox.run(&[&vs[..], &["--limit", "4"]].concat()), @"
    exit 0
    --- stdout
        here elsewhere         G2 log ratio  word
           4         0        4.4      2.71  قطار
           1         0        1.1      1.13  المدينة
           1         0        1.1      1.13  بلا
           1         0        1.1      1.13  تاريخ
    --- stderr
    articles that match: 3 (11 words); of --vs: 2 (8 words); in both, and left out: 1
    G2 from 15.13 on is beyond chance (p < 0.0001, each word by itself); below it: 4 of 4
    ");
    assert_snapshot!(sandbox.run(&[&vs[..], &["--limit", "1", "--format", "json"]].concat()), @r#"
    exit 0
    --- stdout
    {"version":1,"type":"term","word":"قطار","written":"قطار","here":4,"elsewhere":0,"g2":4.372349650944559,"log_ratio":2.7104933828050153,"forms":[{"form":"قطار","here":3},{"form":"وقطار","here":1}]}
    {"version":1,"type":"summary","articles":3,"words":11,"other_articles":2,"other_words":8,"vs":"سفينة","in_both":1}
    --- stderr
    "#);
    assert_snapshot!(sandbox.run(&[&vs[..], &["--limit", "0", "--lang", "ar"]].concat()), @"
    exit 0
    --- stdout
    --- stderr
    المقالات المطابقة: 3 (كلماتها 11)؛ ومقالات --vs: 2 (كلماتها 8)؛ وما طابق الاستعلامين معًا فتُرك: 1
    ");
    assert_snapshot!(sandbox.run(&["terms", "قطار", "--vs", "(سفينة"]), @"
    exit 2
    --- stdout
    --- stderr
    error: the query is not understood: this parenthesis is not closed, at its start: (سفينة
    hint: perhaps this was meant:
    (سفينة)
    ");
    let page = sandbox.stdout(&[&vs[..], &["--format", "html"]].concat());
    assert!(page.contains("<dt>On both sides, left out</dt>"), "{page}");
}

#[test]
fn several_queries_share_one_timeline() {
    let sandbox = year();
    let series = ["timeline", "قطار", "سفينة"];
    assert_snapshot!(sandbox.run(&series), @"
    exit 0
    --- stdout
      1  قطار
      2  سفينة
    time, all articles; then for each number its articles, and these of every 10,000
    2021-01          3        2   6666.7        2   6666.7
    2021-02          0        -        -        -        -
    2021-03          0        -        -        -        -
    2021-04          1        0      0.0        1  10000.0
    2021-05          2        1   5000.0        0      0.0
    --- stderr
    1 more say nowhere when they were published
    ");
    assert_snapshot!(sandbox.run(&[&series[..], &["--format", "csv"]].concat()), @"
    exit 0
    --- stdout
    step,query,articles,all,per_10000
    2021-01,قطار,2,3,6666.67
    2021-01,سفينة,2,3,6666.67
    2021-02,قطار,0,0,
    2021-02,سفينة,0,0,
    2021-03,قطار,0,0,
    2021-03,سفينة,0,0,
    2021-04,قطار,0,1,0.00
    2021-04,سفينة,1,1,10000.00
    2021-05,قطار,1,2,5000.00
    2021-05,سفينة,0,2,0.00
    --- stderr
    ");
    let json = sandbox.stdout(&[&series[..], &["--format", "json"]].concat());
    assert_eq!(json.lines().count(), 11);
    let page = sandbox.stdout(&[&series[..], &["--format", "html"]].concat());
    assert_eq!(page.matches("<svg").count(), 2);
    assert_snapshot!(sandbox.run(&["timeline", "قطار"]), @"
    exit 0
    --- stdout
    2021-01          2   6666.7 ██████████████████████████████████████████████████
    2021-02          -          
    2021-03          -          
    2021-04          0      0.0 
    2021-05          1   5000.0 █████████████████████████
    --- stderr
    1 more say nowhere when they were published
    ");
    assert_snapshot!(sandbox.run(&["timeline", "قطار", "papers.jsonl", "--by", "week"]), @"
    exit 0
    --- stdout
    2021-W01         1   5000.0 ██████████████████████████████████████████████████
    2021-W02         1  10000.0 ██████████████████████████████████████████████████
    2021-W03         -          
    2021-W04         -          
    2021-W05         -          
    2021-W06         -          
    2021-W07         -          
    2021-W08         -          
    2021-W09         -          
    2021-W10         -          
    2021-W11         -          
    2021-W12         -          
    2021-W13         -          
    2021-W14         -          
    2021-W15         -          
    2021-W16         -          
    2021-W17         1   3333.3 ██████████████████████████████████████████████████
    --- stderr
    ");
    assert_snapshot!(sandbox.run(&["timeline", "قطار", "--base", "source:النهر", "--by", "year"]), @"
    exit 0
    --- stdout
    2021             2   5000.0 ██████████████████████████████████████████████████
    --- stderr
    ");
    assert_snapshot!(sandbox.run(&["timeline", "قطار", "none/papers.jsonl"]), @"
    exit 2
    --- stdout
    --- stderr
    error: no such file or folder: none/papers.jsonl
    hint: a query of several words is one argument: put it in quotes
    ");
    let nine = ["timeline", "1", "2", "3", "4", "5", "6", "7", "8", "9"];
    assert_snapshot!(sandbox.run(&nine), @"
    exit 2
    --- stdout
    --- stderr
    error: more than 8 queries
    hint: leave some out, or count them one after the other
    ");
    assert_snapshot!(sandbox.run(&[&series[..], &["--svg", "x.svg"]].concat()), @"
    exit 2
    --- stdout
    --- stderr
    error: --svg is a picture of one query
    hint: --format html has a picture of each
    ");
}

#[test]
fn groups_are_of_any_field_and_of_two() {
    let sandbox = year();
    let by =
        |by: &str, more: &[&str]| sandbox.run(&[&["search", "*", "--group-by", by], more].concat());
    assert_snapshot!(by("author", &[]), @"
    exit 0
    --- stdout
           3  سعاد
           2  ليلى
           2  (not known)
    --- stderr
    7 articles
    ");
    assert_snapshot!(by("week", &["--limit", "2", "--offset", "1"]), @"
    exit 0
    --- stdout
           1  2021-W02
           3  2021-W17
    --- stderr
    7 articles
    ");
    assert_snapshot!(by("source,month", &[]), @"
    exit 0
    --- stdout
           4  النهر
                   2  2021-01
                   2  2021-05
           2  الجبل
                   1  2021-01
                   1  2021-04
           1  (not known)
                   1  (not known)
    --- stderr
    7 articles
    ");
    assert_snapshot!(by("Author,source", &["--limit", "1", "--format", "csv"]), @"
    exit 0
    --- stdout
    Author,source,articles
    سعاد,النهر,3
    --- stderr
    7 articles
    ");
    assert_snapshot!(by("day,nowhere", &[]), @"
    exit 2
    --- stdout
    --- stderr
    error: no article has a field nowhere
    hint: there are: source,day,week,month,year,author,date,section
    ");
    assert_snapshot!(by("day,week,month", &["--lang", "ar"]), @"
    exit 2
    --- stdout
    --- stderr
    خطأ: القيمة «day,week,month» غير مقبولة في:
      --group-by <BY>
    السبب: المطلوب اسم أو اسمان بينهما فاصلة، مثل source,month
    لمعرفة المزيد:
      fihris --help
    ");
    let page = sandbox.stdout(&[
        "search",
        "*",
        "--group-by",
        "source,month",
        "--format",
        "html",
    ]);
    assert_eq!(page.matches("<tr>").count(), 6);
}

#[test]
fn a_seed_draws_the_same_articles_whatever_the_index_went_through() {
    let draw = |sandbox: &Sandbox, args: &[&str]| {
        let args = [&["sample"], args, &["--format", "tsv", "--fields", "id"]].concat();
        sandbox.stdout(&args)
    };
    let sandbox = year();
    let drawn = draw(&sandbox, &["3"]);
    assert_eq!(drawn.lines().count(), 4);
    assert_eq!(draw(&year(), &["3"]), drawn);
    // In many segments, and with what came and went.
    for number in 0..3 {
        sandbox.write("more.txt", format!("خبر رقم {number}"));
        sandbox.stdout(&["index", "more.txt"]);
    }
    std::fs::remove_file(sandbox.path("more.txt")).unwrap();
    sandbox.stdout(&["index", "more.txt"]);
    assert_eq!(draw(&sandbox, &["3"]), drawn);
    let seeds: BTreeSet<String> = ["1", "2", "3", "4"]
        .iter()
        .map(|seed| draw(&sandbox, &["3", "--seed", seed]))
        .collect();
    assert!(seeds.len() > 1);
    assert_eq!(draw(&sandbox, &["9", "سفينة"]).lines().count(), 4);
    assert_snapshot!(sandbox.run(&["sample", "1", "سفينة", "--seed", "٧"]), @"
    exit 0
    --- stdout
      2 2021-01-10 النهر
    --- stderr
    1 of 3 articles, by the seed 7
    ");
    assert_snapshot!(sandbox.run(&["sample", "5", "زرافة"]), @"
    exit 1
    --- stdout
    --- stderr
    nothing found
    ");
}
