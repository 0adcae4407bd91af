//! Input that was made to do harm: it costs bounded time, and reaches no terminal as it is.

use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::symlink;
use std::os::unix::net::UnixListener;
use std::process::{Command, Output};
use std::time::Duration;

use insta::assert_snapshot;

use super::sandbox::Sandbox;

/// What each run may take; a debug build on a busy machine needs a part of it.
const LONGEST: Duration = Duration::from_secs(120);

/// An escape sequence, a bell, an override of direction, C1, an isolate and a separator of lines.
const HARM: &str = "\u{1b}[2J\u{7}\u{202E}\u{9b}31m\u{2066}\u{2028}";

/// A run that must end by itself, with an exit status of its own.
fn run(sandbox: &Sandbox, args: &[&str]) -> Output {
    let output = sandbox.command(args).timeout(LONGEST).output().unwrap();
    assert!(
        output.status.code().is_some(),
        "{args:?}: {:?}",
        output.status
    );
    output
}

/// Whether `bytes` can be shown: lines of text, and nothing that a terminal obeys.
fn is_harmless(bytes: &[u8]) -> bool {
    let harms = |c: char| {
        (c.is_control() && c != '\n' && c != '\t')
            || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{2028}' | '\u{2029}')
    };
    std::str::from_utf8(bytes).is_ok_and(|text| !text.contains(harms))
}

#[test]
fn names_of_files_may_be_anything() {
    let sandbox = Sandbox::new();
    sandbox.write("news/new\nline.txt", "خبر");
    sandbox.write(&format!("news/{}.txt", "x".repeat(251)), "خبر");
    sandbox.write(&format!("news/{HARM}.txt"), "خبر");
    sandbox.write(&format!("news/{HARM}.csv"), "no,lead\n");
    let invalid = std::ffi::OsStr::from_bytes(b"\xFF\xFE.txt");
    fs::write(sandbox.path("news").join(invalid), "خبر").unwrap();
    let indexed = run(&sandbox, &["index", "news", "--verbose"]);
    assert!(is_harmless(&indexed.stdout) && is_harmless(&indexed.stderr));
    assert_eq!(sandbox.stdout(&["search", "خبر", "--count"]), "4\n");
    for args in [
        &["search", "خبر"][..],
        &["kwic", "خبر"],
        &["status"],
        &["copies"],
    ] {
        let output = run(&sandbox, args);
        assert!(is_harmless(&output.stdout), "{args:?}");
    }
    for name in ["news/new\nline.txt", "news/\\xFF\\xFE.txt"] {
        assert_eq!(sandbox.stdout(&["show", name]), "خبر", "{name}");
    }
}

#[test]
fn folders_may_be_deep_and_links_may_loop() {
    let sandbox = Sandbox::new();
    let deep = "d/".repeat(1000);
    sandbox.write(&format!("news/{deep}a.txt"), "خبر");
    symlink(sandbox.path("news"), sandbox.path("news/loop")).unwrap();
    let output = run(&sandbox, &["index", "news", "--follow"]);
    assert!(
        sandbox
            .clean(&output.stderr)
            .contains("skipped: news/loop: cannot be read: File system loop")
    );
    assert_eq!(sandbox.stdout(&["search", "خبر", "--count"]), "1\n");
}

#[test]
fn what_is_no_file_is_not_waited_for() {
    let sandbox = Sandbox::new();
    sandbox.write("news/a.txt", "خبر");
    let made = Command::new("mkfifo")
        .arg(sandbox.path("news/fifo.txt"))
        .status();
    assert!(made.unwrap().success());
    let _socket = UnixListener::bind(sandbox.path("news/socket.txt")).unwrap();
    symlink("/dev/zero", sandbox.path("news/device.txt")).unwrap();
    let output = run(&sandbox, &["index", "news", "--follow"]);
    assert_snapshot!(sandbox.show(&output), @"
    exit 0
    --- stdout
    --- stderr
    skipped: news/device.txt: not a regular file
    skipped: news/fifo.txt: not a regular file
    skipped: news/socket.txt: not a regular file
    index made in ROOT/.fihris
    files: 1 added, 3 skipped; 1 article in the index; TIME
    ");
    let output = run(&sandbox, &["index", "news/fifo.txt", "/dev/zero"]);
    let told = sandbox.clean(&output.stderr);
    assert!(told.contains("news/fifo.txt: not a regular file"), "{told}");
    assert!(told.contains("/dev/zero: not a kind of file"), "{told}");
}

#[test]
fn nesting_has_no_bottom() {
    const DEPTH: usize = 5000;
    let sandbox = Sandbox::new();
    let nested =
        |open: &str, close: &str| format!("{}خبر{}", open.repeat(DEPTH), close.repeat(DEPTH));
    let json = format!(
        "{{\"text\": \"خبر\", \"x\": {}1{}}}",
        "[".repeat(DEPTH),
        "]".repeat(DEPTH)
    );
    let good = "{\"text\": \"خبر آخر\"}";
    sandbox.write("a.json", format!("[{json},\n{good}]"));
    sandbox.write("a.jsonl", format!("{json}\n{good}\n"));
    sandbox.write("b.json", "[".repeat(DEPTH));
    sandbox.write("c.json", "{\"a\":".repeat(DEPTH));
    sandbox.write(
        "a.xml",
        format!("<DOC><TEXT>{}</TEXT></DOC>", nested("<x>", "</x>")),
    );
    sandbox.write("b.xml", nested("<DOC>", "</DOC>"));
    sandbox.write("a.html", format!("<body>{}", nested("<div>", "</div>")));
    sandbox.write("b.html", "<b><table><i>".repeat(DEPTH));
    assert_snapshot!(sandbox.show(&run(&sandbox, &["index", "."])), @"
    exit 0
    --- stdout
    --- stderr
    skipped: a.xml:1: not an article: none of its fields is known to be the text (x); name it with --field text=NAME
    skipped: b.html: empty: there is no main text in the page (what scripts put there is not seen)
    skipped: b.json:1: the file ends before this does
    skipped: b.xml:1: not an article: there is no field in it
    skipped: b.xml:1: not an article: there is no field in it
    skipped: 4999 more; --format json names them all
    index made in ROOT/.fihris
    files: 3 added, 5004 skipped; 5 articles in the index; TIME
    ");
}

/// Texts that are hard on whoever shows or splits them.
fn texts() -> Vec<String> {
    vec![
        "\u{64B}\u{651}".repeat(50_000),
        format!("خبر{}", "\u{64B}".repeat(100_000)),
        format!("خبر {}عن{HARM} القطار", HARM.repeat(20)),
        "\u{FFFE}خبر\u{FFFF} \u{640} \u{640}\u{640} ـخبرـ".into(),
        "\u{640}".repeat(100_000),
        "خ".repeat(100_000),
        format!("خبر {}", "\u{200D}".repeat(100_000)),
        format!("{HARM}\n{HARM}خبر\n\nالقطار {HARM}خبر"),
    ]
}

#[test]
fn no_command_shows_what_a_terminal_obeys() {
    let sandbox = Sandbox::new();
    let mut records = String::new();
    for (i, text) in texts().iter().enumerate() {
        sandbox.write(&format!("text{i}.txt"), text);
        let record = serde_json::json!({
            "_id": format!("{i}{HARM}"), "title": format!("خبر{HARM}"), "text": text,
            "date": format!("2020-11-0{}", i + 1), "source": format!("تاس{HARM}"), (format!("x{HARM}")): HARM,
        });
        records.push_str(&record.to_string());
        records.push('\n');
    }
    sandbox.write("all.jsonl", records);
    sandbox.write("columns.csv", format!("no{HARM},lead\n1,2\n"));
    sandbox.write("guess.csv", format!("text,Title\nخبر{HARM},{HARM}\n"));
    let index = run(&sandbox, &["index", ".", "--verbose"]);
    assert!(
        is_harmless(&index.stdout) && is_harmless(&index.stderr),
        "{index:?}"
    );
    assert!(sandbox.clean(&index.stderr).contains("\\u{1b}"));
    let id = format!("3{HARM}");
    let query = format!("خبر{HARM}");
    let bad = format!("(خبر {HARM}");
    let commands: &[&[&str]] = &[
        &["search", "خبر", "--why", "--copies", "--limit", "99"],
        &["search", &query, "--group-by", "source"],
        &["search", &bad],
        &["search", &format!("{HARM}x:خبر")],
        &["search", &format!("لاشيء{HARM}")],
        &["search", "خبر", &format!("no{HARM}")],
        &["search", "خبر", "--format", "md"],
        &["search", "خبر", "--format", "bib"],
        &["search", "خبر", "--group-by", HARM],
        &["list"],
        &["list", "--sources"],
        &["sample", "9"],
        &["remove", "--query", "خبر", "--dry-run"],
        &["save", "name", &query],
        &["save"],
        &["run", "name", "--new"],
        &["run", HARM],
        &["show", &id, "--context", "خبر"],
        &["timeline", "خبر", &query],
        &["kwic", "خبر"],
        &["timeline", "خبر"],
        &["show", &id, "--zones"],
        &["show", &id, "--dates"],
        &["show", HARM],
        &["copies"],
        &["status"],
        &["explain", &query],
        &["analyze", &query],
        &["index", &format!("no{HARM}")],
        &["search", "خبر", "--index", HARM],
        &["search", "--queries", HARM],
    ];
    for args in commands {
        let output = run(&sandbox, args);
        let (out, err) = (&output.stdout, &output.stderr);
        assert!(
            is_harmless(out),
            "{args:?}: {:?}",
            String::from_utf8_lossy(out)
        );
        assert!(
            is_harmless(err),
            "{args:?}: {:?}",
            String::from_utf8_lossy(err)
        );
        assert!(!out.is_empty() || !err.is_empty(), "{args:?}");
    }
}

#[test]
fn queries_of_any_size_and_shape_end() {
    let sandbox = Sandbox::with_seeds();
    sandbox.stdout(&["index", "seeds"]);
    let queries = [
        "(".repeat(1 << 17),
        "a ".repeat(1 << 16),
        "\"a ".repeat(1 << 15),
        "« ".repeat(1 << 15),
        "*".repeat(1 << 17),
        "ا*".repeat(1 << 14),
        "a:".repeat(1 << 16),
        "-+".repeat(1 << 16),
        "x~".repeat(1 << 16),
        "^1".repeat(1 << 16),
        "ب".repeat(1 << 16),
        "قره OR ".repeat(10_000),
        "باغ* ".repeat(10_000),
        "كرملن~ ".repeat(10_000),
        format!("\"{}\"~9", "قره ".repeat(10_000)),
        format!("{}قره{}", "(".repeat(1000), ")".repeat(1000)),
        format!("{}قره", "NOT ".repeat(10_000)),
        format!("path:{}", "*".repeat(100_000)),
        format!("path:{}", "{a,".repeat(10_000)),
        "*ا*ا*ا*ا*".into(),
        "*ا*ا*ا*ا*ا*ا*ا*ا*ا*ا*ا*ا*ا*ا*ا*ا*ا*ا*ا*ا*b".into(),
        "قره باج".into(),
    ];
    sandbox.write("queries", queries.join("\n"));
    let output = run(
        &sandbox,
        &["search", "--queries", "queries", "--limit", "1"],
    );
    assert!(is_harmless(&output.stderr), "{output:?}");
    let told: Vec<String> = sandbox
        .clean(&output.stderr)
        .lines()
        .map(|line| line.chars().take(120).collect())
        .collect();
    assert_snapshot!(told.join("\n"), @"
    queries:1: this is nested too deeply
    queries:2: a query has 1000 words at most, of them 10 with * ? ~ = or %
    queries:3: a query has 1000 words at most, of them 10 with * ? ~ = or %
    queries:4: this quotation mark is not closed
    queries:7: there is no field of this name; there are title, tag, source, body, in, mentions, date, path
    queries:8: this is nested too deeply
    queries:9: a query has 1000 words at most, of them 10 with * ? ~ = or %
    queries:10: nothing asks for the beginning or the end of a text; word* is for words that begin so, *word for those that 
    queries:12: a query has 1000 words at most, of them 10 with * ? ~ = or %
    queries:13: a query has 1000 words at most, of them 10 with * ? ~ = or %
    queries:14: a query has 1000 words at most, of them 10 with * ? ~ = or %
    queries:15: a query has 1000 words at most, of them 10 with * ? ~ = or %
    queries:16: taken for plain words: this is nested too deeply
    queries:17: this is nested too deeply
    queries:18: taken for plain words: this is no pattern of paths; patterns are like news/2020, 2020/*.txt, **/sport/*
    queries:19: this is no pattern of paths; patterns are like news/2020, 2020/*.txt, **/sport/*
    ");
    let answers = sandbox.clean(&output.stdout);
    let last = answers.lines().last().unwrap();
    assert!(
        last.contains(&format!("\"query_id\":\"{}\"", queries.len()))
            || last.starts_with(&queries.len().to_string()),
        "{last}"
    );
}
