//! Feeds, crawls and streams over time: what comes again is a version of one article.

use std::fs;

use insta::assert_snapshot;
use serde_json::{Value, json};

use super::sandbox::Sandbox;

/// An item of a feed: its number, headline and text.
type Item<'a> = (u32, &'a str, &'a str);

/// A feed as it was at an hour of a day in January.
fn feed(hour: u32, items: &[Item]) -> String {
    let items = items.iter().map(|(number, title, text)| {
        format!(
            "<item><guid isPermaLink='false'>tag:nahr.example,2024:{number}</guid><link>https://nahr.example/n/{number}?utm_source=rss</link>\
             <title>{title}</title><description>{text}</description><pubDate>Fri, 05 Jan 2024 06:00:00 GMT</pubDate></item>"
        )
    });
    let items: String = items.collect();
    format!(
        "<rss version='2.0'><channel><title>وكالة النهر</title><lastBuildDate>Fri, 05 Jan 2024 {hour:02}:00:00 GMT</lastBuildDate>\
         {items}</channel></rss>"
    )
}

const FLOOD: Item = (
    1,
    "فيضان النهر يغمر عشر قرى",
    "غمرت المياه عشر قرى قرب النهر صباح اليوم.",
);
const LATER: Item = (
    1,
    "فيضان النهر يغمر عشرين قرية",
    "غمرت المياه عشرين قرية قرب النهر حتى الظهر.",
);
const LIBRARY: Item = (
    2,
    "افتتاح مكتبة في المدينة",
    "افتتح الوزير مكتبة عامة قرب النهر.",
);
const MATCH: Item = (
    3,
    "المباراة النهائية غدا في الملعب",
    "تقام المباراة غدا قرب النهر.",
);

/// A feed of the morning and one of noon, in which an item is new, another was changed, and one is as it was.
fn two_feeds() -> Sandbox {
    let sandbox = Sandbox::new();
    sandbox.write("feeds/feed-9.xml", feed(9, &[FLOOD, LIBRARY]));
    sandbox.write("feeds/feed-12.xml", feed(12, &[MATCH, LATER, LIBRARY]));
    sandbox.stdout(&["index", "feeds"]);
    sandbox
}

/// The fields of each hit of `النهر`, in the order of paths.
fn hits(sandbox: &Sandbox, args: &[&str]) -> Vec<Value> {
    let args = [
        &["search", "النهر", "--sort", "path", "--format", "json"],
        args,
    ]
    .concat();
    let stdout = sandbox.stdout(&args);
    let lines = stdout
        .lines()
        .map(|line| serde_json::from_str(line).unwrap());
    lines.filter(|line: &Value| line["type"] == "hit").collect()
}

fn count(sandbox: &Sandbox, args: &[&str]) -> String {
    let count = sandbox.stdout(&[&["search", "--count"], args].concat());
    count.trim().to_string()
}

#[test]
fn items_of_a_feed_are_one_over_time() {
    let sandbox = two_feeds();
    assert_snapshot!(sandbox.run(&["search", "النهر", "--sort", "path"]), @"
    exit 0
    --- stdout
    feeds/feed-12.xml tag:nahr.example,2024:1
    2024-01-05 وكالة النهر
    فيضان [النهر] يغمر عشرين قرية
    غمرت المياه عشرين قرية قرب [النهر] حتى الظهر.
      the newest of 2 versions, seen on 2024-01-05

    feeds/feed-12.xml tag:nahr.example,2024:2
    2024-01-05 وكالة النهر
    افتتاح مكتبة في المدينة
    افتتح الوزير مكتبة عامة قرب [النهر].
      the newest of 2 versions, seen on 2024-01-05

    feeds/feed-12.xml tag:nahr.example,2024:3
    2024-01-05 وكالة النهر
    المباراة النهائية غدا في الملعب
    تقام المباراة غدا قرب [النهر].

    --- stderr
    3 articles
    ");
    assert_snapshot!(sandbox.run(&["search", "الظهر OR صباح", "--versions"]), @"
    exit 0
    --- stdout
    feeds/feed-12.xml tag:nahr.example,2024:1
    2024-01-05 وكالة النهر
    فيضان النهر يغمر عشرين قرية
    غمرت المياه عشرين قرية قرب النهر حتى [الظهر].
      the newest of 2 versions, seen on 2024-01-05

    feeds/feed-9.xml tag:nahr.example,2024:1
    2024-01-05 وكالة النهر
    فيضان النهر يغمر عشر قرى
    غمرت المياه عشر قرى قرب النهر [صباح] اليوم.
      an earlier one of 2 versions, seen on 2024-01-05

    --- stderr
    2 articles
    ");
    assert_eq!(count(&sandbox, &["النهر"]), "3");
    assert_eq!(count(&sandbox, &["النهر", "--versions"]), "5");
    assert_eq!(count(&sandbox, &["صباح"]), "0");
    assert_eq!(count(&sandbox, &["صباح", "--versions"]), "1");
    let flood = &hits(&sandbox, &[])[0];
    assert_eq!(flood["title"], LATER.1);
    assert_eq!(
        (&flood["versions"], &flood["newest"]),
        (&json!(2), &json!(true))
    );
    assert_eq!(flood["first_seen"], "2024-01-05T09:00:00Z");
    assert_eq!(flood["last_seen"], "2024-01-05T12:00:00Z");
    assert_eq!(hits(&sandbox, &[])[2].get("versions"), None);
}

#[test]
fn all_that_counts_counts_the_newest() {
    let sandbox = two_feeds();
    let newest = Sandbox::new();
    newest.write("feeds/feed-12.xml", feed(12, &[MATCH, LATER, LIBRARY]));
    newest.stdout(&["index", "feeds"]);
    for args in [
        &["timeline", "النهر"][..],
        &["terms", "النهر"],
        &["words"],
        &["collocates", "النهر"],
        &["kwic", "قرب"],
        &["copies"],
        &["explain", "النهر OR صباح"],
        &["search", "النهر", "--group-by", "source"],
        &["search", "قرب", "--files"],
    ] {
        let args = [args, &["--format", "json"]].concat();
        assert_eq!(sandbox.stdout(&args), newest.stdout(&args), "{args:?}");
    }
    assert!(sandbox.stdout(&["status"]).contains("2 earlier versions"));
    let all = sandbox.stdout(&["kwic", "قرب", "--versions", "--format", "csv"]);
    assert_eq!(all.lines().count(), 6, "{all}");
    assert_snapshot!(sandbox.stdout(&["kwic", "قرب", "--versions"]), @"
    افتتح الوزير مكتبة عامة [قرب] النهر  tag:nahr.example,2024:2
    افتتح الوزير مكتبة عامة [قرب] النهر  tag:nahr.example,2024:2  (an earlier one of 2 versions, seen on 2024-01-05)
          تقام المباراة غدا [قرب] النهر  tag:nahr.example,2024:3
     غمرت المياه عشرين قرية [قرب] النهر حتى الظهر  tag:nahr.example,2024:1
        غمرت المياه عشر قرى [قرب] النهر صباح اليوم  tag:nahr.example,2024:1  (an earlier one of 2 versions, seen on 2024-01-05)
    ");
    assert!(sandbox.stdout(&["check"]).contains("sound:    5 articles"));
}

#[test]
fn copies_of_versions_are_listed_where_they_are_asked_for() {
    let sandbox = Sandbox::new();
    let text = "غمرت المياه عشر قرى قرب النهر صباح اليوم، وقال رئيس البلدية إن السكان نقلوا أثاثهم إلى المدرسة القريبة، وإن القوارب \
                ستحمل الخبز والماء إلى من بقي منهم على سطوح البيوت حتى ينحسر الماء عن الطرق والحقول المجاورة.";
    let later = format!("{text} وأضاف أن الجسر سليم.");
    sandbox.write("feeds/feed-9.xml", feed(9, &[(1, FLOOD.1, text)]));
    sandbox.write("feeds/feed-12.xml", feed(12, &[(1, FLOOD.1, &later)]));
    sandbox.stdout(&["index", "feeds"]);
    assert_eq!(sandbox.stdout(&["copies"]), "");
    assert_snapshot!(sandbox.stdout(&["copies", "--versions"]), @"
    2 copies; first 2024-01-05; وكالة النهر
      tag:nahr.example,2024:1 2024-01-05 وكالة النهر
      فيضان النهر يغمر عشر قرى
      tag:nahr.example,2024:1 2024-01-05 وكالة النهر
      فيضان النهر يغمر عشر قرى
      an earlier one of 2 versions, seen on 2024-01-05
    ");
}

#[test]
fn a_newer_file_that_goes_brings_the_older_version_back() {
    let sandbox = two_feeds();
    let before = fs::read(sandbox.path("feeds/feed-12.xml")).unwrap();
    fs::remove_file(sandbox.path("feeds/feed-12.xml")).unwrap();
    sandbox.stdout(&["index"]);
    assert_eq!(count(&sandbox, &["النهر"]), "2");
    assert_eq!(count(&sandbox, &["صباح"]), "1");
    sandbox.write("feeds/feed-12.xml", before);
    sandbox.stdout(&["index"]);
    assert_eq!(
        (count(&sandbox, &["النهر"]), count(&sandbox, &["صباح"])),
        ("3".into(), "0".into())
    );
    let answer = hits(&sandbox, &[]);
    sandbox.stdout(&["index", "--rebuild"]);
    assert_eq!(hits(&sandbox, &[]), answer);
}

#[test]
fn an_article_shows_its_versions() {
    let sandbox = two_feeds();
    assert_snapshot!(sandbox.run(&["show", "tag:nahr.example,2024:1"]), @"
    exit 0
    --- stdout
    فيضان النهر يغمر عشرين قرية

    غمرت المياه عشرين قرية قرب النهر حتى الظهر.--- stderr
    the newest of 2 versions, seen on 2024-01-05
    ");
    assert_snapshot!(sandbox.run(&["show", "tag:nahr.example,2024:1", "--versions"]), @"
    exit 0
    --- stdout
    [1/2] feeds/feed-12.xml
    فيضان النهر يغمر عشرين قرية

    غمرت المياه عشرين قرية قرب النهر حتى الظهر.
    [2/2] feeds/feed-9.xml
    فيضان النهر يغمر عشر قرى

    غمرت المياه عشر قرى قرب النهر صباح اليوم.--- stderr
    2 articles have the id tag:nahr.example,2024:1: all are shown, with their files
    the newest of 2 versions, seen on 2024-01-05
    an earlier one of 2 versions, seen on 2024-01-05
    ");
}

#[test]
fn pages_that_are_captured_twice_are_one() {
    let record = |date: &str, page: &str| {
        let page = format!(
            "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<html><title>نهر المدينة</title><p>{page}</p></html>"
        );
        format!(
            "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/n/7\r\nWARC-Date: {date}\r\n\
             Content-Type: application/http\r\nContent-Length: {}\r\n\r\n{page}\r\n\r\n",
            page.len()
        )
    };
    let sandbox = Sandbox::new();
    let later = record(
        "2024-01-07T08:00:00Z",
        "ارتفع النهر في المدينة مترا كاملا مساء اليوم.",
    );
    let first = record(
        "2024-01-05T08:00:00Z",
        "ارتفع النهر في المدينة قليلا صباح اليوم.",
    );
    sandbox.write("crawl.warc", [later, first].concat());
    sandbox.stdout(&["index", "."]);
    assert_eq!(
        (count(&sandbox, &["النهر"]), count(&sandbox, &["مساء"])),
        ("1".into(), "1".into())
    );
    let hit = &hits(&sandbox, &[])[0];
    assert_eq!(hit["first_seen"], "2024-01-05T08:00:00Z");
    assert_eq!(count(&sandbox, &["النهر", "--versions"]), "2");
}

#[test]
fn what_is_piped_again_is_one() {
    let sandbox = Sandbox::new();
    let pipe = |records: &[Value]| {
        let lines: Vec<String> = records.iter().map(|record| format!("{record}\n")).collect();
        sandbox.output_with(&["index", "-"], |command| {
            command.write_stdin(lines.concat())
        });
    };
    let record = |title: &str, text: &str| json!({"url": "https://a.example/n/7", "title": title, "text": text});
    pipe(&[record("فيضان النهر صباح اليوم", "غمرت المياه عشر قرى.")]);
    pipe(&[record("فيضان النهر مساء اليوم", "غمرت المياه عشرين قرية.")]);
    assert_eq!(
        (count(&sandbox, &["النهر"]), count(&sandbox, &["مساء"])),
        ("1".into(), "1".into())
    );
    sandbox.stdout(&["index", "--rebuild"]);
    assert_eq!(
        (count(&sandbox, &["النهر"]), count(&sandbox, &["مساء"])),
        ("1".into(), "1".into())
    );
    // As it was before, by the same record: it is in the index already.
    pipe(&[record("فيضان النهر صباح اليوم", "غمرت المياه عشر قرى.")]);
    assert_eq!(count(&sandbox, &["النهر", "--versions"]), "2");
}

#[test]
fn articles_that_share_an_address_stay_apart() {
    let sandbox = Sandbox::new();
    let record = |id: Option<u32>, url: &str, title: &str| {
        let mut record = json!({"url": url, "title": title, "text": "خبر من النهر."});
        if let Some(id) = id {
            record["id"] = id.into();
        }
        format!("{record}\n")
    };
    let (section, home) = ("https://a.example/news/", "https://a.example/");
    sandbox.write(
        "a.jsonl",
        [
            record(Some(1), section, "عنوان الخبر الأول"),
            record(Some(2), section, "عنوان الخبر الأول"),
            record(None, section, "عنوان الخبر الثالث"),
            record(None, section, "عنوان الخبر الرابع"),
            record(None, home, "عنوان الخبر الخامس"),
            record(None, home, "عنوان الخبر الخامس"),
        ]
        .concat(),
    );
    sandbox.stdout(&["index", "."]);
    assert_eq!(count(&sandbox, &["النهر"]), "6");
    // The same file again, as it is on another day: those that something names are the same.
    fs::copy(sandbox.path("a.jsonl"), sandbox.path("b.jsonl")).unwrap();
    sandbox.stdout(&["index", "."]);
    assert_eq!(count(&sandbox, &["النهر"]), "8");
}

#[test]
fn revisions_of_a_page_are_one() {
    let sandbox = Sandbox::new();
    let revision = |day, text| {
        format!(
            "<revision><timestamp>2024-01-0{day}T08:00:00Z</timestamp><contributor><username>كاتب</username></contributor><text>{text}</text></revision>"
        )
    };
    let revisions = [revision(1, "النهر قصير."), revision(2, "النهر طويل جدا.")].concat();
    sandbox.write(
        "wiki.xml",
        format!(
            "<mediawiki><siteinfo><sitename>ويكي</sitename><base>https://w.example/wiki/الرئيسية</base></siteinfo>\n\
             <page><title>نهر كبير</title><ns>0</ns><id>7</id>{revisions}</page></mediawiki>"
        ),
    );
    sandbox.stdout(&["index", "."]);
    assert_eq!(
        (count(&sandbox, &["النهر"]), count(&sandbox, &["طويل"])),
        ("1".into(), "1".into())
    );
    assert_eq!(
        hits(&sandbox, &[])[0]["fields"]["url"],
        "https://w.example/wiki/نهر_كبير"
    );
}
