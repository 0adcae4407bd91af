//! Which records are one.

use std::collections::BTreeMap;

use super::*;

/// The first article of a record in `file`: its id, headline and text, and its fields as `name=value`.
fn article(file: &str, id: &str, title: &str, fields: &[&str]) -> Article {
    let article = Article::new(id, title, "نص الخبر كما كان.");
    let fields = fields.iter().filter_map(|field| field.split_once('='));
    Article {
        file: file.into(),
        fields: fields
            .map(|(name, value)| (name.into(), value.into()))
            .collect::<BTreeMap<String, String>>(),
        ..article
    }
}

#[test]
fn records_are_one_if_the_same_names_them() {
    const TITLE: &str = "عنوان الخبر الأول";
    const URL: &str = "url=https://a.example/n/1";
    const URN: &str = "urn:newsml:a.example:7";
    for (a, b, are_one) in [
        // Nothing names them.
        (("x#1", &[][..]), ("x#1", &[][..]), false),
        (("17", &[]), ("17", &[]), false),
        (
            ("17", &["url=https://a.example/"]),
            ("17", &["url=https://a.example/"]),
            false,
        ),
        // A URL, however it is written and called.
        (
            ("x#1", &[URL]),
            (
                "y#7",
                &["link=http://www.a.example/n/1/?utm_source=rss#top"],
            ),
            true,
        ),
        (
            ("x#1", &[URL]),
            ("y#7", &["url=https://a.example/n/2"]),
            false,
        ),
        (
            ("https://a.example/n/1", &["address=https://a.example/n/1"]),
            ("y#7", &[URL]),
            true,
        ),
        // A URL with an id besides.
        (("17", &[URL]), ("17", &[URL]), true),
        (("17", &[URL]), ("18", &[URL]), false),
        (("17", &[URL]), ("y#7", &[URL]), false),
        // An id that is unique in itself, whatever the URL has become.
        ((URN, &[]), (URN, &[URL]), true),
        (
            ("https://a.example/?p=7", &[URL]),
            ("https://a.example/?p=7", &["url=https://a.example/n/2"]),
            true,
        ),
        (("https://a.example/n/1", &[]), ("y#7", &[URL]), true),
        (
            ("0a1b2c3d-0000-4000-8000-000000000001", &[]),
            ("0a1b2c3d-0000-4000-8000-000000000001", &[]),
            true,
        ),
        // An id that all items of a broken feed have.
        (
            ("https://a.example/", &[]),
            ("https://a.example/", &[]),
            false,
        ),
    ] {
        let record = |(id, fields): (&str, &[&str])| {
            let file = id.split_once('#').map_or("f", |(file, _)| file);
            Provenance::of(&article(file, id, TITLE, fields)).map(|found| found.record)
        };
        let (a_is, b_is) = (record(a), record(b));
        assert_eq!(a_is.is_some() && a_is == b_is, are_one, "{a:?} {b:?}");
    }
}

#[test]
fn stories_of_a_record_stay_apart() {
    let story = |id: &str, start, title| {
        let story = article("f", id, title, &["url=https://a.example/n/1"]);
        Provenance::of(&Article { start, ..story }).unwrap().record
    };
    let first = story("f#1", 0, "عنوان الخبر الأول");
    let second = story("f#1#2", 90, "عنوان الخبر الثاني");
    assert_ne!(first, second);
    assert_eq!(second, story("f#1#2", 70, "عنوان الخبر الثاني"));
    assert_ne!(second, story("f#1#2", 90, "عنوان خبر ثالث هنا"));
    assert_ne!(second, story("f#1#3", 90, "عنوان الخبر الثاني"));
}

#[test]
fn short_headlines_say_little() {
    let headline = |title, text: &str| {
        let article = Article::new("17", title, text);
        super::headline(&article)
    };
    assert_ne!(headline("عاجل", "أول"), headline("عاجل", "ثان"));
    assert_ne!(headline("", "أول"), headline("", "ثان"));
    assert_eq!(
        headline("عنوان الخبر الأول", "أول"),
        headline("عُنوان الخبر الأوّل", "ثان")
    );
}

#[test]
fn the_time_is_that_of_capture_or_else_of_the_last_change() {
    let seen = |fields: &[&str]| {
        Provenance::of(&article("f", "urn:7", "x", fields))
            .unwrap()
            .seen
    };
    let (published, updated) = ("date=2019-06-12", "date_modified=2019-06-13");
    assert_eq!(seen(&[]), None);
    assert_eq!(seen(&[published]), Some(1_560_297_600));
    assert_eq!(seen(&[published, updated]), Some(1_560_384_000));
    let captured = "crawled_at=2019-06-14T00:00:00Z";
    assert_eq!(seen(&[captured, published, updated]), Some(1_560_470_400));
}

#[test]
fn ids_are_told_from_numbers_in_a_file() {
    let has_id = |id: &str| {
        let article = article("f", id, "x", &["url=https://a.example/n/1"]);
        Provenance::of(&article).unwrap().has_id
    };
    assert!(has_id("17") && has_id("https://a.example/n/1"));
    assert!(!has_id("f#1") && !has_id("f"));
}
