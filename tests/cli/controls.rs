//! Nothing that a terminal obeys reaches one as it is, whatever a text, a name, a source, an id, a query or an argument
//! holds, in any format; and what other programs read is what they can read.
#![cfg(target_os = "linux")]

use std::os::unix::ffi::OsStrExt;

use serde_json::json;

use super::sandbox::Sandbox;

/// What terminals obey, each behind a letter: C0, DEL, C1 (also as the first halves of sequences), and marks of direction.
const HARM: &str = "a\u{1b}[44mb\u{1b}]52;c;aGk=\u{7}c\u{8}d\re\u{b}f\u{c}g\u{7f}h\u{80}i\u{85}j\u{9b}2Jk\u{9d}0;x\u{9c}\
    l\u{202a}m\u{202b}n\u{202c}o\u{202d}p\u{202e}q\u{2066}r\u{2067}s\u{2068}t\u{2069}u\u{2028}v\u{2029}w";

/// What a terminal must not be sent in this form; `may_style` allows the sequences of fihris itself.
fn harm_in(bytes: &[u8], may_style: bool, may_nul: bool) -> Option<String> {
    let text = String::from_utf8_lossy(bytes).replace("\r\n", "\n"); // terminals add the return
    let mut rest = &*text;
    while let Some(at) = rest.find(|c: char| is_harm(c) && !(may_nul && c == '\0')) {
        let from = &rest[at..];
        match own_sequence(from).filter(|_| may_style) {
            Some(length) => rest = &from[length..],
            None => return Some(from.chars().take(20).collect()),
        }
    }
    None
}

fn is_harm(c: char) -> bool {
    (c.is_control() && !matches!(c, '\n' | '\t'))
        || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{2028}' | '\u{2029}')
        || c == '\u{FFFD}'
}

/// The length of a sequence that fihris styles with: colours other than that of [`HARM`], isolates of its own, and links to
/// files.
fn own_sequence(text: &str) -> Option<usize> {
    for (isolate, of_harm) in [('\u{2068}', 't'), ('\u{2069}', 'u')] {
        if let Some(rest) = text.strip_prefix(isolate) {
            return (!rest.starts_with(of_harm)).then_some(isolate.len_utf8());
        }
    }
    if let Some(link) = text.strip_prefix("\u{1b}]8;;") {
        let end = link.find("\u{1b}\\")?;
        let target = &link[..end];
        let is_file = target.is_empty() || target.starts_with("file:///") && target.is_ascii();
        return (is_file && !target.contains(is_harm)).then_some(5 + end + 2);
    }
    let parameters = text.strip_prefix("\u{1b}[")?;
    let end = parameters.find('m')?;
    let digits = &parameters[..end];
    let is_color = digits != "44" && digits.bytes().all(|b| b.is_ascii_digit() || b == b';');
    is_color.then_some(2 + end + 1)
}

/// A word of the shell.
fn quoted(arg: &str) -> String {
    format!("'{}'", arg.replace('\'', "'\\''"))
}

/// An index of articles that have [`HARM`] wherever something can be.
fn sandbox() -> Sandbox {
    let sandbox = Sandbox::new();
    let body = "وصل القطار الأول إلى محطة المدينة صباح الأحد واستقبله مدير المحطة وركاب كثيرون ثم عاد بهم إلى الميناء بعد ساعة";
    let record = |i: u32| {
        let id = format!("{i}{HARM}");
        json!({
            "id": id, "title": format!("خبر{HARM}"), "text": format!("{HARM}{body} {HARM}قطار{HARM} في بغداد{HARM}"),
            "date": format!("2020-11-{i:02}"), "source": format!("=تاس{HARM}"), "tags": [HARM], "author": HARM,
            (format!("x{HARM}")): HARM,
        })
        .to_string()
    };
    let records: Vec<String> = (1..6).map(record).collect();
    sandbox.write("news/all.jsonl", records.join("\n"));
    let name = HARM.replace('/', "");
    sandbox.write(&format!("news/{name}.txt"), format!("خبر{HARM} عن القطار"));
    sandbox.write(&format!("news/{name}.bin"), b"\0\0");
    sandbox.write(&format!("news/{name}.csv"), "no,lead\n1,2\n");
    let no_utf8 = std::ffi::OsStr::from_bytes(b"\xFF\x9B2J.txt");
    std::fs::write(sandbox.path("news").join(no_utf8), "خبر عن القطار").unwrap();
    sandbox.write(
        "queries",
        format!("{HARM}\tقطار\n{HARM}\tقطار\n\tقطار\n3\t\"{HARM}قطار\n"),
    );
    sandbox.write("variants.tsv", format!("{HARM}قطار\tقاطرة\n{HARM}\n"));
    sandbox.write("lexicon.tsv", format!("{HARM}قطار n\nقطار {HARM}\n"));
    sandbox
}

/// Arguments with each of their formats, or without one where they have none.
fn with_formats(runs: &[(&[&str], &[&str])]) -> Vec<Vec<String>> {
    let mut commands = Vec::new();
    for (args, formats) in runs {
        let args: Vec<String> = args.iter().map(ToString::to_string).collect();
        if formats.is_empty() {
            commands.push(args.clone());
        }
        for format in *formats {
            let with = ["--format", format].map(String::from);
            commands.push([&args[..], &with].concat());
        }
    }
    commands
}

/// Commands that make tables of hits and articles, and what is asked by a name.
fn tables_and_lists() -> Vec<Vec<String>> {
    let id = format!("3{HARM}");
    let query = format!("قطار{HARM}");
    let column = format!("id,{HARM}x");
    let two: &[&str] = &["text", "json"];
    let table: &[&str] = &["text", "json", "csv", "html"];
    let rows: &[&str] = &["text", "json", "jsonl", "csv", "tsv"];
    let all: &[&str] = &[
        "text", "json", "jsonl", "csv", "tsv", "html", "md", "bib", "trec",
    ];
    with_formats(&[
        (&["search", "قطار"], all),
        (
            &["search", "قطار", "--fields", &column],
            &["csv", "tsv", "jsonl", "text"],
        ),
        (&["search", "قطار", "--group-by", "source,month"], rows),
        (&["search", "قطار", "--group-by", HARM], two),
        (&["list"], rows),
        (&["list", "قطار", "--sources"], rows),
        (&["sample", "9", "قطار", "--seed", "3"], rows),
        (&["export"], &["jsonl", "csv"]),
        (&["export", "-o", HARM], &["text"]),
        (&["remove", "--query", "قطار", "--dry-run"], two),
        (&["terms", "قطار", "--vs", "سفينة"], table),
        (&["compare", "قطار", "سفينة"], table),
        (&["names", "قطار"], table),
        (
            &["search", "قطار", "--template", "{title} {text}\\t{source}"],
            &[],
        ),
        (&["timeline", "قطار", &query], table),
        (&["save", HARM, "قطار"], &[]),
        (&["save", "name", &query], &[]),
        (&["save"], &[]),
        (&["run", "name"], all),
        (&["run", HARM], two),
        (&["config"], two),
        (&["show", &id, "--context", "قطار"], &[]),
        (&["show", &id, HARM], two),
    ])
}

/// Commands with all formats that they have.
fn commands() -> Vec<Vec<String>> {
    let id = format!("3{HARM}");
    let query = format!("قطار{HARM}");
    let missing = format!("لاشيء{HARM}");
    let open = format!("(قطار {HARM}");
    let field = format!("{HARM}x:قطار");
    let hits: &[&str] = &["text", "json", "html"];
    let table: &[&str] = &["text", "json", "csv", "html"];
    let page: &[&str] = &["text", "json", "html"];
    let two: &[&str] = &["text", "json"];
    let runs: &[(&[&str], &[&str])] = &[
        (&["index", "news", "--verbose"], two),
        (&["index", "--rebuild", "--dry-run", "--verbose"], two),
        (&["index", HARM], two),
        (&["search", "قطار", "--why", "--copies"], hits),
        (&["search", "قطار", "--no-group", "--limit", "99"], hits),
        (&["search", "قطار", "--group-by", "source"], hits),
        (&["search", "قطار", "--files"], two),
        (&["search", "قطار", "--files", "--null"], two),
        (&["search", "قطار", "--variants", "variants.tsv"], two),
        (&["search", "قطار", "--lexicon", "lexicon.tsv"], two),
        (&["search", &query], hits),
        (&["search", &missing], hits),
        (&["search", &open], hits),
        (&["search", &field], hits),
        (&["search", "قطار", HARM], hits),
        (&["search", "قطار", "--variants", HARM], two),
        (&["search", "--queries", HARM], &["text", "json", "trec"]),
        (
            &["search", "--queries", "queries"],
            &["text", "json", "trec"],
        ),
        (&["show", &id], page),
        (&["show", &id, "--zones"], &["text"]),
        (&["show", &id, "--dates"], &["text"]),
        (&["show", HARM], page),
        (&["copies"], table),
        (&["kwic", "قطار"], table),
        (&["timeline", "قطار"], table),
        (&["timeline", &open], table),
        (&["spellings", "قطار"], table),
        (&["spellings", &query], table),
        (&["terms", "قطار"], table),
        (&["collocates", "قطار"], table),
        (&["similar", &id], table),
        (&["similar", HARM], table),
        (&["status"], page),
        (&["check"], two),
        (&["analyze", &query], two),
        (&["explain", &query], hits),
        (&["explain", &open], hits),
        // Arguments that are none.
        (&[HARM], two),
        (&["search", "قطار", &format!("--{HARM}")], two),
        (&["search", "قطار", "--limit", HARM], two),
        (&["search", "قطار", "--sort", HARM], two),
        (&["search", "قطار", "--since", HARM], two),
        (&["search", "قطار", "--zones", HARM], two),
        (&["index", "news", "--include", &format!("[{HARM}")], two),
        (&["index", "news", "--field", HARM], two),
        (&["index", "news", "--encoding", HARM], two),
        (&["index", "--files-from", HARM], two),
        (&["--index", HARM, "status"], two),
        (&["--color", HARM, "status"], two),
        (&["completions", HARM], &[]),
        (&["man", &format!("queries/{HARM}")], &[]),
    ];
    let mut commands = with_formats(runs);
    commands.extend(tables_and_lists());
    commands.push(vec![
        "search".into(),
        "قطار".into(),
        "--format".into(),
        HARM.into(),
    ]);
    commands
}

#[test]
fn no_command_sends_a_terminal_what_it_obeys_in_any_format() {
    let sandbox = sandbox();
    let terminals: [&[(&str, &str)]; 3] = [
        &[("TERM", "xterm"), ("VTE_VERSION", "7006"), ("PAGER", "cat")],
        &[
            ("TERM", "xterm-kitty"),
            ("PAGER", "cat"),
            ("LANG", "ar_EG.UTF-8"),
        ],
        &[],
    ];
    sandbox.on_terminal("index news", &[]);
    let mut seen = Vec::new();
    for (i, args) in commands().iter().enumerate() {
        let line: Vec<String> = args.iter().map(|arg| quoted(arg)).collect();
        let output = sandbox.on_terminal(&line.join(" "), terminals[i % terminals.len()]);
        let text = String::from_utf8_lossy(&output.stdout);
        assert!(!text.is_empty(), "{args:?}");
        let may_nul = args.iter().any(|arg| arg == "--null");
        assert!(!text.contains("d\re"), "{args:?}");
        // Progress moves about its line; it is of no text.
        let text = text.replace("\u{1b}[2K", "").replace('\r', "");
        let text = text
            .replace("\u{1b}[?2501s\u{1b}[?2501h", "")
            .replace("\u{1b}[?2501r", "");
        if let Some(harm) = harm_in(text.as_bytes(), true, may_nul) {
            seen.push(format!("{args:?}: {harm:?}"));
        }
    }
    assert!(seen.is_empty(), "{}: {seen:#?}", seen.len());
}

/// What a run prints into a pipe.
fn piped(sandbox: &Sandbox, args: &[String]) -> (String, String) {
    let args: Vec<&str> = args.iter().map(|arg| &**arg).collect();
    let output = sandbox.output(&args);
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (text(output.stdout), text(output.stderr))
}

#[test]
fn lines_of_json_are_lines_for_every_reader_and_errors_are_json_too() {
    let sandbox = sandbox();
    sandbox.stdout(&["index", "news"]);
    let mut errors = 0;
    for args in commands() {
        if !args.ends_with(&["--format".into(), "json".into()]) {
            continue;
        }
        let (stdout, stderr) = piped(&sandbox, &args);
        let is_control =
            |c: char| c.is_control() && c != '\n' || matches!(c, '\u{2028}' | '\u{2029}');
        assert!(!stdout.contains(is_control), "{args:?}: {stdout:?}");
        assert!(
            harm_in(stderr.as_bytes(), false, false).is_none(),
            "{args:?}: {stderr:?}"
        );
        for line in stdout.lines() {
            serde_json::from_str::<serde_json::Value>(line).unwrap();
        }
        let is_plain_error = |line: &str| line.starts_with("error") || line.starts_with("hint");
        assert!(!stderr.lines().any(is_plain_error), "{args:?}: {stderr}");
        let json = stderr
            .lines()
            .filter(|line| line.starts_with("{\"version\":1,\"type\":\"error\""));
        errors += json.count();
    }
    assert!(errors > 15, "{errors}");
}

#[test]
fn cells_are_no_formulas_and_runs_have_six_columns() {
    let sandbox = sandbox();
    sandbox.stdout(&["index", "news"]);
    let mut cells = 0;
    for args in commands() {
        if args.ends_with(&["--format".into(), "csv".into()]) {
            let (stdout, _) = piped(&sandbox, &args);
            let mut reader = csv::Reader::from_reader(stdout.as_bytes());
            for cell in reader.records().flat_map(|record| {
                let record = record.unwrap();
                record.iter().map(String::from).collect::<Vec<_>>()
            }) {
                let is_number = cell.parse::<f64>().is_ok();
                assert!(
                    !cell.trim_start().starts_with(['=', '+', '-', '@']) || is_number,
                    "{cell:?}"
                );
                cells += usize::from(cell.starts_with("'=تاس"));
            }
        } else if args.ends_with(&["--format".into(), "trec".into()]) {
            let (stdout, _) = piped(&sandbox, &args);
            for line in stdout.lines() {
                assert_eq!(line.split(char::is_whitespace).count(), 6, "{line:?}");
                assert!(!line.contains(is_harm), "{line:?}");
            }
        }
    }
    assert!(cells > 5, "{cells}");
}
