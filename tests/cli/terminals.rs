//! Where output goes: closed pipes, full disks, terminals, and what the surroundings say of colour and language.
#![cfg(unix)]

use std::fs::File;
use std::io::pipe;
use std::process::{Command, Output, Stdio};

use super::sandbox::Sandbox;

/// A colour, a cursor moved, or any other thing for terminals alone.
pub const ESCAPE: char = '\u{1B}';

/// An index of articles of which each command has a lot to print.
pub fn sandbox() -> Sandbox {
    let sandbox = Sandbox::with_seeds();
    let text = std::fs::read_to_string(sandbox.path("seeds/003_12308afd6b4c7457.txt")).unwrap();
    let article = |i: u32| {
        let date = format!("2021-{:02}-01", i % 12 + 1);
        serde_json::json!({ "id": format!("خبر/{i}"), "date": date, "source": "النهر", "text": text }).to_string()
    };
    let articles: Vec<String> = (0..40).map(article).collect();
    sandbox.write("أخبار.jsonl", articles.join("\n"));
    sandbox.write("queries", "باكو\n".repeat(600));
    sandbox.stdout(&["index", "seeds", "أخبار.jsonl"]);
    sandbox
}

/// A run of every command that prints an answer, and the formats that it has.
const RUNS: &[(&[&str], &[&str])] = &[
    (
        &["search", "باكو", "--no-group", "--limit", "99"],
        &["text", "json"],
    ),
    (
        &["search", "باكو", "--no-group", "--limit", "99", "--why"],
        &["text"],
    ),
    (&["search", "باكو", "--copies", "--offset", "1"], &["text"]),
    (
        &["search", "باكو", "--limit", "99"],
        &["csv", "tsv", "jsonl", "md", "bib", "trec"],
    ),
    (
        &["search", "*", "--group-by", "source,month"],
        &["text", "json", "csv"],
    ),
    (&["list"], &["text", "json", "csv", "tsv", "jsonl"]),
    (&["list", "--sources"], &["text", "json", "csv"]),
    (&["sample", "5", "باكو"], &["text", "json"]),
    (&["export", "باكو"], &["jsonl", "csv"]),
    (
        &["terms", "باكو", "--vs", "لبنان"],
        &["text", "json", "csv"],
    ),
    (&["timeline", "باكو", "لبنان"], &["text", "json", "csv"]),
    (&["search", "باكو", "--files"], &["text", "json"]),
    (&["search", "باكو", "--files", "--null"], &["text"]),
    (&["search", "باكو", "--count"], &["text", "json"]),
    (
        &["search", "باكو", "--group-by", "month"],
        &["text", "json"],
    ),
    (&["search", "--queries", "queries"], &["trec", "json"]),
    (
        &["show", "seeds/000_b6a035201fa0cd3b.txt"],
        &["text", "json"],
    ),
    (
        &["show", "seeds/000_b6a035201fa0cd3b.txt", "--zones"],
        &["text"],
    ),
    (
        &["show", "seeds/001_104105c63aa4b763.txt", "--dates"],
        &["text"],
    ),
    (&["copies"], &["text", "json", "csv"]),
    (&["kwic", "باكو"], &["text", "json", "csv"]),
    (
        &["timeline", "باكو", "--by", "day"],
        &["text", "json", "csv"],
    ),
    (&["spellings", "قراباغ"], &["text", "json", "csv"]),
    (
        &["terms", "لبنان", "--zones", "all"],
        &["text", "json", "csv"],
    ),
    (&["collocates", "باكو"], &["text", "json", "csv"]),
    (
        &["similar", "seeds/001_104105c63aa4b763.txt"],
        &["text", "json", "csv"],
    ),
    (&["status"], &["text", "json"]),
    (&["formats"], &["text", "json"]),
    (&["analyze", "وبالقوات قره باغ"], &["text", "json"]),
    (&["explain", "باكو OR قره"], &["text", "json"]),
    (&["index", "--rebuild", "--dry-run"], &["text", "json"]),
];

/// Every run in every format, then those that have no format.
pub fn runs() -> Vec<Vec<&'static str>> {
    let with_formats = RUNS.iter().flat_map(|(args, formats)| {
        let with = |format: &&'static str| [*args, &["--format", *format]].concat();
        formats.iter().map(with)
    });
    let others = [
        &["help", "queries"][..],
        &["queries"],
        &["--help"],
        &["search", "--help"],
        &["completions", "bash"],
    ];
    let others = others.iter().map(|args| args.to_vec());
    with_formats.chain(others).collect()
}

/// The program as somebody runs it, in these surroundings alone.
fn program(sandbox: &Sandbox, args: &[&str], surroundings: &[(&str, &str)]) -> Command {
    let mut command = Command::new(assert_cmd::cargo::cargo_bin("fihris"));
    command
        .current_dir(sandbox.path("."))
        .env_clear()
        .envs(surroundings.iter().copied())
        .args(args)
        .stdin(Stdio::null());
    command
}

pub fn output(sandbox: &Sandbox, args: &[&str], surroundings: &[(&str, &str)]) -> Output {
    program(sandbox, args, surroundings).output().unwrap()
}

#[test]
fn a_reader_that_has_gone_is_no_error() {
    let sandbox = sandbox();
    for args in runs() {
        let (reader, writer) = pipe().unwrap();
        drop(reader);
        let mut command = program(&sandbox, &args, &[]);
        let output = command.stdout(writer).output().unwrap();
        let stderr = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(0), "{args:?}: {stderr}");
        for word in ["error", "panic", "pipe"] {
            assert!(!stderr.contains(word), "{args:?}: {stderr}");
        }
    }
}

#[test]
fn a_reader_may_take_one_line() {
    let sandbox = sandbox();
    let path = assert_cmd::cargo::cargo_bin("fihris");
    for (args, first) in [
        ("search باكو --no-group --limit 99 --why", "seeds/003"),
        (
            "kwic باكو --limit 99 --format csv",
            "id,published,at,before,keyword,after",
        ),
        ("search --queries queries --format trec", "1 Q0 "),
    ] {
        let pipeline = format!("set -o pipefail; {} {args} | head -1", path.display());
        let output = Command::new("bash")
            .args(["-c", &pipeline])
            .current_dir(sandbox.path("."))
            .env_clear()
            .env("PATH", "/usr/bin:/bin")
            .output()
            .unwrap();
        let stdout = String::from_utf8(output.stdout).unwrap();
        assert!(
            stdout.contains(first) && stdout.lines().count() == 1,
            "{args}: {stdout}"
        );
        assert!(output.status.success(), "{args}: {}", output.status);
    }
}

#[test]
fn what_was_asked_for_is_done_even_if_nobody_reads_of_it() {
    let sandbox = sandbox();
    for (i, format) in ["text", "json"].into_iter().enumerate() {
        sandbox.write(&format!("seeds/{i}.txt"), "خبر عن زرافة");
        let (reader, writer) = pipe().unwrap();
        drop(reader);
        let mut command = program(&sandbox, &["index", "--verbose", "--format", format], &[]);
        let closed = writer.try_clone().unwrap();
        let status = command.stdout(writer).stderr(closed).status().unwrap();
        assert_eq!(status.code(), Some(0), "{format}");
        let count = sandbox.stdout(&["search", "زرافة", "--count"]);
        assert_eq!(count, format!("{}\n", i + 1));
    }
}

#[test]
#[cfg(target_os = "linux")]
fn a_full_disk_is_an_error() {
    let sandbox = sandbox();
    for args in runs() {
        if args.contains(&"--help") || args.contains(&"help") {
            continue; // clap prints it
        }
        let full = File::options().write(true).open("/dev/full").unwrap();
        let output = program(&sandbox, &args, &[]).stdout(full).output().unwrap();
        let stderr = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{args:?}: {stderr}");
        assert!(
            stderr.contains("No space left on device") && stderr.contains("error"),
            "{args:?}: {stderr}"
        );
    }
}

#[test]
fn output_is_the_same_in_every_locale_and_on_every_terminal_that_is_not_there() {
    let sandbox = sandbox();
    for args in runs() {
        let expected = output(&sandbox, &args, &[]);
        let stdout = String::from_utf8(expected.stdout.clone()).unwrap();
        let stderr = String::from_utf8(expected.stderr.clone()).unwrap();
        assert!(!stdout.is_empty(), "{args:?}");
        assert!(
            !stdout.contains(ESCAPE) && !stderr.contains(ESCAPE),
            "{args:?}"
        );
        for surroundings in [
            &[("LC_ALL", "C"), ("TERM", "dumb")][..],
            &[
                ("LANG", "fa_IR.UTF-8"),
                ("TERM", "xterm-256color"),
                ("CLICOLOR", "1"),
            ],
            &[("LC_ALL", "tr_TR.ISO-8859-9"), ("NO_COLOR", "1")],
            &[
                ("TERM", "xterm-256color"),
                ("VTE_VERSION", "7006"),
                ("PAGER", "false"),
            ],
            &[
                ("TERM", "xterm-kitty"),
                ("FIHRIS_BIDI", "logical"),
                ("LINES", "2"),
            ],
        ] {
            let found = output(&sandbox, &args, surroundings);
            assert_eq!(found.status.code(), expected.status.code(), "{args:?}");
            if args.contains(&"index") && args.contains(&"json") {
                continue; // it tells how long it took
            }
            let found_stdout = String::from_utf8(found.stdout).unwrap();
            assert_eq!(found_stdout, stdout, "{args:?}, {surroundings:?}");
            let found_stderr = sandbox.clean(&found.stderr);
            assert_eq!(
                found_stderr,
                sandbox.clean(&expected.stderr),
                "{args:?}, {surroundings:?}"
            );
        }
    }
}

#[test]
fn colour_that_is_asked_for_goes_into_text_only() {
    let sandbox = sandbox();
    let is_colored = |args: &[&str], surroundings: &[(&str, &str)]| {
        let output = output(&sandbox, args, surroundings);
        String::from_utf8(output.stdout).unwrap().contains(ESCAPE)
    };
    let plain = sandbox.stdout(&["search", "باكو", "--limit", "1"]);
    assert!(plain.contains("[باكو]"), "{plain}");
    let search = ["search", "باكو", "--limit", "1"];
    let forced = ("CLICOLOR_FORCE", "1");
    for (surroundings, options, expected) in [
        (&[forced][..], &[][..], true),
        (&[forced, ("NO_COLOR", "1")], &[], false),
        (&[forced], &["--color", "never"], false),
        (
            &[("NO_COLOR", "1"), ("TERM", "dumb")],
            &["--color", "always"],
            true,
        ),
    ] {
        let args = [&search[..], options].concat();
        assert_eq!(
            is_colored(&args, surroundings),
            expected,
            "{surroundings:?} {options:?}"
        );
    }
    for args in runs() {
        let is_for_programs = args.iter().any(|arg| {
            let names = [
                "json",
                "csv",
                "trec",
                "--files",
                "--null",
                "--count",
                "completions",
            ];
            names.contains(arg)
        });
        let is_plain_text = args[0] == "show" && args.len() == 4;
        if is_for_programs || is_plain_text {
            assert!(!is_colored(&args, &[forced]), "{args:?}");
        }
    }
}

/// What a run prints on a terminal, on both its streams.
#[cfg(target_os = "linux")]
pub fn on_terminal(sandbox: &Sandbox, args: &str, surroundings: &[(&str, &str)]) -> String {
    let output = sandbox.on_terminal(args, surroundings);
    assert!(output.status.success(), "{args}: {output:?}");
    String::from_utf8(output.stdout).unwrap()
}

#[test]
#[cfg(target_os = "linux")]
fn terminals_get_what_they_can_show() {
    let sandbox = sandbox();
    for (surroundings, is_colored, has_bar) in [
        (&[("TERM", "xterm")][..], true, true),
        (&[("TERM", "xterm"), ("LC_ALL", "C")], true, true),
        (&[("TERM", "xterm"), ("NO_COLOR", "1")], false, true),
        (&[("TERM", "xterm"), ("CLICOLOR", "0")], false, true),
        (&[("TERM", "dumb")], false, false),
        (&[], false, false),
    ] {
        let hit = on_terminal(&sandbox, "search باكو --limit 1", surroundings);
        assert_eq!(hit.contains(ESCAPE), is_colored, "{surroundings:?}: {hit}");
        assert_eq!(
            hit.contains("[باكو]"),
            !is_colored,
            "{surroundings:?}: {hit}"
        );
        let run = on_terminal(&sandbox, "index --rehash", surroundings);
        assert_eq!(run.contains(ESCAPE), has_bar, "{surroundings:?}: {run}");
        for args in [
            "kwic باكو --format json",
            "search باكو --files",
            "copies --format csv",
        ] {
            let lines = on_terminal(&sandbox, args, surroundings);
            assert!(!lines.contains(ESCAPE), "{surroundings:?} {args}: {lines}");
        }
    }
}

/// A terminal of 60 columns and 6 rows, without colour.
#[cfg(target_os = "linux")]
pub const SMALL: [(&str, &str); 4] = [
    ("TERM", "xterm"),
    ("NO_COLOR", "1"),
    ("COLUMNS", "60"),
    ("LINES", "6"),
];

#[test]
#[cfg(target_os = "linux")]
fn screens_get_letters_in_their_order() {
    let sandbox = sandbox();
    let search = "search باكو --limit 1 --no-pager";
    let detect = "\u{1B}[?2501s\u{1B}[?2501h";
    let joined = "\u{FEEE}\u{FEDB}\u{FE8E}\u{FE91}";
    for (variable, args, expected, is_ordered) in [
        (("XTERM_VERSION", "1"), search, joined, true),
        (("COLORTERM", ""), search, "باكو", false),
        (("VTE_VERSION", "7006"), search, detect, false),
        (("VTE_VERSION", "7006"), search, "\u{1B}]8;;file:///", false),
        (
            ("XTERM_VERSION", "1"),
            "search باكو --bidi logical --limit 1 --no-pager",
            "باكو",
            false,
        ),
        (("FIHRIS_BIDI", "visual"), search, joined, true),
        (
            ("XTERM_VERSION", "1"),
            "kwic باكو --limit 1 --no-pager",
            joined,
            true,
        ),
        (
            ("XTERM_VERSION", "1"),
            "kwic باكو --limit 1 --format json",
            "باكو",
            false,
        ),
    ] {
        let surroundings = [&SMALL[..], &[variable]].concat();
        let found = on_terminal(&sandbox, args, &surroundings);
        assert!(found.contains(expected), "{variable:?} {args}: {found:?}");
        let has_forms = found.contains(|c| ('\u{FE80}'..'\u{FEFD}').contains(&c));
        assert_eq!(has_forms, is_ordered, "{variable:?} {args}: {found:?}");
        if args.contains("json") || variable.0 == "VTE_VERSION" {
            continue;
        }
        for line in found.lines() {
            assert!(line.chars().count() <= 66, "{variable:?} {args}: {line}"); // with some vowels
        }
    }
}
