//! The interface in Arabic: whole for people, absent for programs.
#![cfg(unix)]

use std::fmt::Write as _;

use insta::assert_snapshot;

use super::sandbox::Sandbox;
use super::terminals::{output, runs, sandbox};

const ARABIC: &[(&str, &str)] = &[("LANG", "ar_EG.UTF-8"), ("COLUMNS", "100")];
const ENGLISH: &[(&str, &str)] = &[("LANG", "en_GB.UTF-8"), ("COLUMNS", "100")];

#[test]
fn what_programs_read_is_the_same_in_every_language() {
    let sandbox = sandbox();
    let mut compared = 0;
    for args in runs() {
        let formats = [
            "json",
            "csv",
            "tsv",
            "jsonl",
            "md",
            "bib",
            "trec",
            "--files",
            "--count",
            "completions",
        ];
        let is_whole_text = args[0] == "show" && args.len() == 4;
        if !is_whole_text && !args.iter().any(|arg| formats.contains(arg)) {
            continue;
        }
        compared += 1;
        let [arabic, english] = [ARABIC, ENGLISH].map(|set| output(&sandbox, &args, set));
        let is_timed = args.contains(&"index"); // it tells how long it took
        let [of_arabic, of_english] = [arabic.stdout, english.stdout].map(|stdout| {
            let text = String::from_utf8(stdout).unwrap();
            let untimed = text.split("\"seconds\":").next().unwrap().to_string();
            if is_timed { untimed } else { text }
        });
        assert_eq!(of_arabic, of_english, "{args:?}");
        assert_eq!(arabic.status.code(), english.status.code(), "{args:?}");
    }
    assert!(compared > 25, "{compared}");
    for set in [ARABIC, ENGLISH] {
        output(&sandbox, &["timeline", "باكو", "--svg", set[0].1], set);
    }
    let [of_arabic, of_english] =
        [ARABIC, ENGLISH].map(|set| std::fs::read_to_string(sandbox.path(set[0].1)).unwrap());
    assert_eq!(of_arabic, of_english);
}

/// Latin words that are typed or named, and so the same in Arabic; and RT, an agency in the seeds.
const NAMES: &[&str] = &[
    "fihris", "search", "queries", "help", "index", "bash", "find", "tab", "NUL", "SHELL", "UTF",
    "OR", "AND", "NOT", "JSON", "CSV", "TREC", "DIR", "WHEN", "LANG", "PATH", "QUERY", "OPTIONS",
    "FORMAT", "DATE", "LIST", "FILE", "ORDER", "BY", "COMMAND", "FOLDER", "FIHRIS", "INDEX",
    "logDice", "G", "kB", "DOC", "all", "RT", "seeds", "parquet",
];

/// Words in Latin letters of what is said, but for paths, options, and names.
fn latin_words(said: &str) -> Vec<&str> {
    let is_typed = |token: &&str| {
        token.contains(['/', '.', ':', '=', '#', '~', '_'])
            || token.contains("--")
            || token.contains(|c: char| c.is_ascii_digit())
    };
    let tokens = said.split_whitespace().filter(|token| !is_typed(token));
    let words = tokens.flat_map(|token| token.split(|c: char| !c.is_ascii_alphabetic()));
    let words = words.filter(|word| word.len() > 1 && !NAMES.contains(word));
    words.collect()
}

/// What turns the direction of text in a terminal, and is in the way in a pipe.
fn is_mark_of_direction(c: char) -> bool {
    matches!(c, '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

#[test]
fn what_people_read_is_arabic_throughout() {
    let sandbox = sandbox();
    let mut looked_at = 0;
    for args in runs() {
        // Articles have Latin words of their own; pages of help, names of values, and tests of their own.
        let is_article = args[0] == "show" && !args.contains(&"--dates");
        let others = [
            "json",
            "csv",
            "tsv",
            "jsonl",
            "md",
            "bib",
            "trec",
            "completions",
            "--help",
            "help",
        ];
        if is_article || args.iter().any(|arg| others.contains(arg)) {
            continue;
        }
        let run = output(&sandbox, &args, ARABIC);
        for stream in [run.stdout, run.stderr] {
            let said = String::from_utf8(stream).unwrap();
            for line in said.lines() {
                let mut latin = latin_words(line);
                latin.retain(|word| args[0] != "terms" || *word != "rt"); // of an article
                latin.retain(|_| args[0] != "formats" || line.starts_with("  ")); // names of formats
                assert!(latin.is_empty(), "{args:?}: {latin:?} in {line}");
                assert!(!line.contains(is_mark_of_direction), "{args:?}: {line}");
                looked_at += 1;
            }
        }
    }
    assert!(looked_at > 500, "{looked_at}");
}

#[test]
fn the_language_is_that_of_the_option_or_else_of_the_locale() {
    let sandbox = Sandbox::new();
    let says_arabic = |args: &[&str], set: &[(&str, &str)]| {
        let stderr = output(&sandbox, args, set).stderr;
        String::from_utf8(stderr).unwrap().contains("لا يوجد فهرس")
    };
    let (ar, en, none) = ("ar_SA.UTF-8", "en_US.UTF-8", "");
    for (all, messages, lang, expected) in [
        (none, none, none, false),
        (none, none, ar, true),
        (none, none, "ar", true),
        (none, none, "arn_CL", false),
        (none, ar, en, true),
        (none, en, ar, false),
        (en, ar, ar, false),
        (ar, en, en, true),
        ("C", ar, ar, false),
    ] {
        let set = [("LC_ALL", all), ("LC_MESSAGES", messages), ("LANG", lang)];
        assert_eq!(says_arabic(&["status"], &set), expected, "{set:?}");
        assert!(says_arabic(&["status", "--lang", "ar"], &set), "{set:?}");
        assert!(!says_arabic(&["--lang=en", "status"], &set), "{set:?}");
    }
    let page = output(&sandbox, &["--lang", "ar", "--help"], ENGLISH).stdout;
    assert!(String::from_utf8(page).unwrap().contains("الخيارات:"));
    let page = output(&sandbox, &["--lang", "en", "--help"], ARABIC).stdout;
    assert!(String::from_utf8(page).unwrap().contains("Options:"));
}

#[test]
fn mistakes_are_told_in_arabic() {
    let sandbox = Sandbox::with_seeds();
    sandbox.write("bad.jsonl", "{\"text\": \"خبر\"}\n{broken\n[1]\n");
    sandbox.write("empty.txt", "");
    let mut told = String::new();
    let mut tell = |args: &[&str]| {
        let run = output(&sandbox, args, ARABIC);
        let _ = writeln!(told, "{args:?}\n{}", sandbox.show(&run));
    };
    tell(&["status"]);
    tell(&["index", "seed"]);
    tell(&["index", "seeds", "bad.jsonl", "empty.txt"]);
    for args in [
        &["serach"][..],
        &["search", "قره", "--limt", "5"],
        &["search", "قره", "--limit", "many"],
        &["search", "قره", "--since", "حينها"],
        &["search", "قره", "--zones", "titel"],
        &["search", "قره", "--format", "xml"],
        &["search", "قره", "--on", "2020", "--until", "2020"],
        &["search"],
        &["index", "--encoding", "windoze"],
        &["index", "--include", "["],
        &["search", "قره", "--variants", "none.tsv"],
        &["search", "قره (باغ"],
        &["search", "قره OR"],
        &["search", "titel:قره"],
        &["search", "date:حين"],
        &["search", "زرافة"],
        &["show", "none"],
    ] {
        tell(args);
    }
    assert_snapshot!("mistakes_in_arabic", told);
}

#[test]
fn every_page_of_help_is_in_arabic() {
    let sandbox = Sandbox::new();
    let page = |args: &[&str]| String::from_utf8(output(&sandbox, args, ARABIC).stdout).unwrap();
    assert_snapshot!("help_in_arabic", page(&["--help"]));
    assert_snapshot!("help_of_index_in_arabic", page(&["index", "--help"]));
    assert_eq!(page(&["help", "queries"]), page(&["queries", "--help"]));
    assert!(page(&["help", "queries"]).contains("إحدى الكلمتين"));
}
