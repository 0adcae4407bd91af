//! The query language: texts that match and texts that just do not.

use fihris_query::constructs::CONSTRUCTS;

use super::sandbox::Sandbox;

/// Articles of our own: an id, and what else there is.
const ARTICLES: &[&str] = &[
    r#"{"id": "a", "title": "الوزير في المدرسة", "text": "قُتِلَ الوقت في المدرسة الجديدة، كما قال المدير للصحافة.", "date": "2020-11-09", "author": "علي بولس", "القسم": "تعليم"}"#,
    r#"{"id": "b", "title": "ميناء", "text": "المدير قال كلاما كثيرا عن المدرسة ثم عاد الوزير.", "date": "2020-12-01", "author": "بولس علي"}"#,
    r#"{"id": "c", "title": "شعر", "text": "قَتَلَ الشاعر الوقت بالكلام عن مدير ما.", "source": "النهر"}"#,
    r#"{"id": "d", "title": "قطار", "text": "وصل القطار والصحفي إلى محطة أخرى في 9 نوفمبر 2020، وقتل الملل.", "author": "سعاد"}"#,
];

/// A query, options behind a bar, and the articles that it finds.
const TABLE: &[(&str, &str)] = &[
    ("المدير المدرسة", "a b"),
    ("\"قال المدير\"", "a"),
    ("\"المدير قال\"", "b"),
    ("\"قال المدير\"~0", "a b"),
    ("\"المدرسة المدير\"~2", ""),
    ("\"المدرسة المدير\"~3", "a"),
    ("\"المدرسة المدير\"~4", "a b"),
    ("\"الوزير المدرسة\"~1", "a"),
    ("\"الوزير المدرسة\"~2", "a b"),
    ("title:\"المدرسة الوزير\"~1", "a"),
    ("title:\"المدرسة الوزير\"~0", ""),
    ("القطار OR الشاعر", "c d"),
    ("المدير -الوزير", "c"),
    ("المدير NOT (الوزير OR الشاعر)", ""),
    ("(القطار OR الوزير) المدرسة", "a b"),
    ("صحا*", "a"),
    ("*حف*", "d"),
    ("*ح?ف*", "a"),
    ("مد?ر", "a b c"),
    ("مد??ر", ""),
    ("*كلام", "c"),
    ("الكلام?", "b c"),
    ("قطر~1", "d"),
    ("فطور~1", ""),
    ("فطور~2", "d"),
    ("=قُتِلَ", "a"),
    ("=قتل", ""),
    ("=\"قتل الملل\"", ""),
    ("=\"وقتل الملل\"", "d"),
    ("قتل", "a c d"),
    ("%قُتل", "a"),
    ("%قَتل", "c"),
    ("%قتل", "a c"),
    ("title:الوزير", "a"),
    ("source:النهر", "c"),
    ("الوزير in:title", "a"),
    ("date:2020-11", "a"),
    ("date:2020-11..2020-12", "a b"),
    ("-date:2020 قتل", "c d"),
    ("mentions:2020-11-09", "d"),
    ("mentions:2020-11-10", ""),
    ("path:more.jsonl المدير", "b c"),
    ("path:*.jsonl المدير", "a b c"),
    ("path:other/* المدير", ""),
    ("author:بولس", "a b"),
    ("author:\"علي بولس\"", "a"),
    ("author:\"بولس علي\"~0", "a b"),
    ("author:المدير", ""),
    ("القسم:تعليم", "a"),
    ("المدير author:علي -القسم:تعليم", "b"),
    ("+القطار الشاعر | --any", "d"),
    ("+المدير القطار | --any", "a b c"),
    ("-المدير الوقت القطار | --any", "d"),
    ("date:2020-12 المدير القطار | --any", "b"),
    ("«قال المدير»", "a"),
    ("“قال المدير”", "a"),
    ("المديـــر، الوزيـر؟", "a b"),
    ("\u{200F}المدير\u{200E} \u{202B}الوزير\u{202C}", "a b"),
];

#[test]
fn texts_match_or_just_do_not() {
    let sandbox = Sandbox::new();
    sandbox.write("one.jsonl", ARTICLES[0]);
    sandbox.write("more.jsonl", ARTICLES[1..].join("\n"));
    sandbox.stdout(&["index", "."]);
    let mut wrong = Vec::new();
    for (query, expected) in TABLE {
        let (query, options) = query.split_once(" | ").unwrap_or((query, ""));
        let mut args = vec!["search", query, "--all", "--format", "json"];
        args.retain(|arg| *arg != "--all" || options != "--any");
        args.extend(options.split_whitespace());
        let mut found: Vec<String> = sandbox.hits(&args);
        found.sort();
        let mut expected: Vec<&str> = expected.split_whitespace().collect();
        expected.sort_unstable();
        if found != expected {
            wrong.push(format!("{query}: found {found:?}, not {expected:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_listed_name_is_not_taken_apart() {
    let sandbox = Sandbox::new();
    sandbox.write("a.txt", "قال كاميرون وبكاميرون كلاما آخر، وكتب كامرون غيره.");
    for number in 0..30 {
        let name = format!("b{number}.txt");
        sandbox.write(
            &name,
            "أمر الوزير بذلك، والأمر واضح كأمر أمس، وأمرت الوزارة.",
        );
    }
    sandbox.stdout(&["index", "."]);
    for query in ["كاميرون", "كامرون"] {
        assert_eq!(sandbox.found(&[query]), "a.t", "{query}");
    }
}

#[test]
fn weights_decide_the_order() {
    let sandbox = Sandbox::new();
    sandbox.write("a.txt", "عنوان أول\n\nالتفاح هنا، وكلام آخر من دون معنى.");
    sandbox.write("b.txt", "عنوان ثان\n\nالبرتقال هنا، وكلام آخر من دون معنى.");
    sandbox.stdout(&["index", "."]);
    for (query, best) in [
        ("التفاح^5 OR البرتقال", "a.txt"),
        ("التفاح OR البرتقال^5", "b.txt"),
    ] {
        assert_eq!(
            sandbox.hits(&["search", query, "--format", "json"])[0],
            best
        );
    }
}

#[test]
fn every_example_finds_something_and_is_in_the_docs() {
    let sandbox = Sandbox::with_seeds();
    sandbox.stdout(&["index", "seeds"]);
    let page = include_str!("../../docs/queries.md");
    for construct in CONSTRUCTS {
        let example = construct.example;
        let hits = sandbox.hits(&["search", example, "--format", "json"]);
        assert!(!hits.is_empty(), "{example}");
        assert!(page.contains(&format!("`{example}`")), "{example}");
    }
}
