//! The JSON output keeps to the schemas in `docs/json`, and shows all that they promise.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use jsonschema::Validator;
use serde_json::Value;

use super::sandbox::Sandbox;

/// A schema, and what checks lines by it.
pub struct Schema {
    pub value: Value,
    pub validator: Validator,
}

/// The schemas by the names of their files.
pub static SCHEMAS: LazyLock<BTreeMap<String, Schema>> = LazyLock::new(|| {
    let files = fs::read_dir(folder()).unwrap();
    let schemas = files.filter_map(|file| {
        let file = file.unwrap();
        let name = file.file_name().into_string().unwrap();
        let name = name.strip_suffix(".schema.json")?.to_string();
        let value: Value = serde_json::from_slice(&fs::read(file.path()).unwrap()).unwrap();
        let validator = jsonschema::draft202012::new(&value).unwrap();
        Some((name, Schema { value, validator }))
    });
    schemas.collect()
});

pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/json")
}

/// Checks what a run printed, if these are arguments of one that prints JSON.
pub fn check(args: &[&str], stdout: &[u8], stderr: &[u8]) {
    let is_json = args.windows(2).any(|pair| pair == ["--format", "json"]);
    if is_json {
        let stderr = String::from_utf8_lossy(stderr);
        for line in stderr.lines().filter(|line| line.starts_with('{')) {
            check_line("error", line);
        }
    }
    if is_json && !stdout.is_empty() {
        let name = name(args);
        let stdout = str::from_utf8(stdout).unwrap();
        for line in stdout.lines() {
            check_line(&name, line);
        }
        assert!(stdout.ends_with('\n'), "{args:?}: the last line has no end");
    }
}

pub fn check_line(name: &str, line: &str) -> Value {
    let schema = SCHEMAS.get(name);
    let schema = schema.unwrap_or_else(|| panic!("no schema for {name}"));
    let value: Value = serde_json::from_str(line).unwrap();
    if let Err(error) = schema.validator.validate(&value) {
        panic!("{name}: {error} in {line}");
    }
    value
}

/// The name of the schema for a run: that of the command.
fn name(args: &[&str]) -> String {
    let mut args = args.iter();
    let command = loop {
        match args.next() {
            Some(&"--index" | &"--color" | &"--lang") => drop(args.next()),
            Some(command) => break *command,
            None => panic!("no command"),
        }
    };
    if command == "search" && args.any(|arg| *arg == "--queries") {
        return "search-queries".into();
    }
    // A saved search is one.
    if command == "run" { "search" } else { command }.into()
}

/// What was seen of a schema, or is in it: kinds of objects with their properties, as in `hit.title`; of a
/// property that may be null, both `hit.title null` and `hit.title value`.
#[derive(Default)]
struct Seen(BTreeSet<String>);

impl Seen {
    /// All that is in a schema.
    fn all(schema: &Value) -> Self {
        let mut seen = Self::default();
        for (kind, of) in schema["$defs"].as_object().unwrap() {
            for (property, of) in of["properties"].as_object().into_iter().flatten() {
                seen.0.insert(format!("{kind}.{property}"));
                if may_be_null(of) {
                    seen.0.insert(format!("{kind}.{property} null"));
                    seen.0.insert(format!("{kind}.{property} value"));
                }
                if property == "action" {
                    let values = of["enum"].as_array().unwrap().iter();
                    seen.0
                        .extend(values.map(|value| format!("{kind}.{property} {value}")));
                }
            }
        }
        seen
    }

    /// Adds what is in `value`, which is as `of` in `schema` says.
    fn add(&mut self, schema: &Value, of: &Value, value: &Value) {
        if let Some(kind) = of["$ref"].as_str() {
            let kind = kind.rsplit('/').next().unwrap();
            self.add_kind(schema, kind, value);
        } else if let Some(choices) = of["oneOf"].as_array() {
            let tag = value.get("kind").or_else(|| value.get("type"));
            let fits = |choice: &&Value| {
                let kind = choice["$ref"]
                    .as_str()
                    .and_then(|path| path.rsplit('/').next());
                kind.is_some_and(|kind| tag.is_none_or(|tag| tag == kind))
            };
            if let Some(choice) = choices.iter().find(fits).filter(|_| !value.is_null()) {
                self.add(schema, choice, value);
            }
        } else if let Some(items) = value.as_array().filter(|_| of.get("items").is_some()) {
            for item in items {
                self.add(schema, &of["items"], item);
            }
        }
    }

    fn add_kind(&mut self, schema: &Value, kind: &str, value: &Value) {
        let of = &schema["$defs"][kind];
        let Some(properties) = of["properties"].as_object() else {
            return self.add(schema, of, value);
        };
        for (property, of) in properties {
            let Some(value) = value.get(property) else {
                continue;
            };
            let name = format!("{kind}.{property}");
            if may_be_null(of) {
                let what = if value.is_null() { "null" } else { "value" };
                self.0.insert(format!("{name} {what}"));
            }
            if property == "action" {
                self.0.insert(format!("{name} {value}"));
            }
            self.0.insert(name);
            self.add(schema, of, value);
        }
    }
}

fn may_be_null(of: &Value) -> bool {
    let types = of["type"].as_array().into_iter().flatten();
    let choices = of["oneOf"].as_array().into_iter().flatten();
    let mut all = types.chain(choices.map(|choice| &choice["type"]));
    all.any(|kind| kind == "null")
}

/// Articles with all that an article can have, and some that have little: with copies, and damaged files.
fn corpus() -> Sandbox {
    let sandbox = Sandbox::with_seeds();
    let seed = fs::read_to_string(sandbox.path("seeds/003_12308afd6b4c7457.txt")).unwrap();
    let article = |id: &str, date: &str, source: &str, text: &str| {
        serde_json::json!({
            "id": id, "title": "خبر", "text": text, "date": date, "source": source, "author": "سعاد",
        })
        .to_string()
    };
    let other = "وصل القطار الأول إلى محطة المدينة صباح الأحد. واستقبله مدير المحطة وركاب كثيرون، ثم عاد بهم إلى الميناء \
        بعد ساعة، وأعلن المدير أن القطار الثاني يصل في 9 تشرين الأول/نوفمبر 2020.";
    let articles = [
        article("a", "2021-03-01", "النهر", &seed),
        article("b", "2020-12-31", "", &seed.replace("الثلاثاء", "الأربعاء")),
        article("c", "", "", other),
        article("d", "", "", &other.replace("كثيرون", "قليلون")).replace("خبر", ""),
        article("e", "2021-01-07", "الجبل", "القطارات كثيرة."),
        r#"{"id": "f", "body": "بلا عنوان"}"#.to_string(),
    ];
    sandbox.write("seeds/news.jsonl", articles.join("\n"));
    for (day, more) in [(1, ""), (2, " وأضاف أن المقاعد جديدة.")] {
        let crawled = serde_json::json!({
            "url": "https://a.example/n/7", "title": "القطار في المحطة", "crawled_at": format!("2024-01-0{day}T08:00:00Z"),
            "text": format!("القطار في محطة المدينة على الرصيف الأول، وركابه قليلون. وقال سائقه إن الرحلة من الساحل إلى الجبل تستغرق خمس ساعات، \
                             وإن المسافرين ينزلون في القرى الصغيرة ليشتروا الخبز والتمر ثم يعودون إلى مقاعدهم قبل أن تغيب الشمس خلف التلال البعيدة.{more}"),
        });
        sandbox.write(&format!("seeds/crawl-{day}.jsonl"), crawled.to_string());
    }
    let garbled = "وزير الصحة يزور صنعاء\n\nوقال الوزير أمس إن المستشفى جاهز.\n";
    let garbled: String = garbled.bytes().map(char::from).collect();
    sandbox.write("seeds/garbled.txt", garbled);
    sandbox.write("seeds/binary.txt", b"\0\0\0");
    sandbox.write("seeds/photo.png", "");
    sandbox.write("seeds/changed.txt", "خبر قديم");
    sandbox.write("seeds/removed.txt", "خبر قديم");
    sandbox.write("queries", "قطار أو زرافة\n7\tقره باغ\nزرافة\n\"خطأ\n");
    sandbox
}

/// An article without a word has no snippet, but such articles are not indexed.
const NEVER: &str = ".snippet null";

/// Runs whose lines show all that is in the schemas, the first of them on a folder without an index.
const RUNS: &[&[&str]] = &[
    &["analyze", "قراباغ وبالقوات يقول"],
    &["formats"],
    &["--lang", "en", "config"],
    &["index", "seeds", "--dry-run", "--verbose"],
    &["index", "seeds"],
    &["analyze", "قراباغ وبالقوات يقول"],
    &["status"],
    &["search", "القطار"],
    &["search", "الرصيف", "--versions"],
    &["show", "seeds/crawl-2.jsonl#1"],
    &["search", "أرمينيا", "--copies", "--zones", "all"],
    &["search", "محطة كثيرون", "--any", "--copies"],
    &["search", "أرمينيا", "--no-group", "--why"],
    &["search", "القطار", "--files"],
    &["search", "القطار", "--count"],
    &["search", "خبر OR قطار", "--group-by", "source"],
    &["search", "خبر OR قطار", "--group-by", "month"],
    &["search", "خبر OR قطار", "--group-by", "source,author"],
    &["search", "القطار الكرملين زرافة"],
    &["search", "القطاز"],
    &["search", "القطار أو زرافة"],
    &["search", "زرافة", "--files"],
    &["search", "date:2021"],
    &["list", "قطار OR عنوان"],
    &["list", "--sources"],
    &["list", "عنوان", "--sources"],
    &["sample", "20", "قطار OR عنوان"],
    &["search", "--queries", "queries", "--limit", "2"],
    &["show", "a"],
    &["show", "c"],
    &["show", "f"],
    &["show", "seeds/garbled.txt"],
    &["show", "seeds/003_12308afd6b4c7457.txt", "--zones"],
    &["show", "seeds/001_104105c63aa4b763.txt", "--dates"],
    &["show", "زرافة"],
    &["copies"],
    &["copies", "--versions"],
    &["kwic", "الرصيف", "--versions"],
    &["kwic", "القطار", "--sort", "before", "--sample", "3"],
    &["kwic", "الرصيف OR عنوان"],
    &["timeline", "القطار OR أرمينيا"],
    &["timeline", "القطار OR أرمينيا", "--by", "day"],
    &["timeline", "القطار", "أرمينيا", "--by", "week"],
    &["terms", "القطار", "--vs", "أرمينيا"],
    &["names"],
    &["names", "القطار"],
    &["compare", "القطار", "أرمينيا"],
    &["compare", "زرافة", "القطار"],
    &["timeline", "القطار OR أرمينيا", "--by", "year"],
    &["spellings", "قره باغ"],
    &["terms", "القطار"],
    &["words", "--limit", "5"],
    &["words", "--unknown"],
    &[
        "terms",
        "--on",
        "2021",
        "--sort",
        "frequent",
        "--stop-words",
    ],
    &["collocates", "القطار", "--sort", "dice"],
    &["similar", "seeds/003_12308afd6b4c7457.txt", "--no-group"],
    &["similar", "a"],
    &["similar", "seeds/crawl-2.jsonl#1"],
    &["similar", "c"],
    &[
        "explain",
        "(القطار OR \"قره باغ\")^2 \"محطة المدينة\" -مدينه date:2021",
    ],
    &[
        "explain",
        "\"القطار المدينة\"~3 +القطاز *كرمل* قط* قطا~ =القطار",
        "--any",
    ],
    &["explain", "@قطار خبر/v خبر/n خبر/a خبر/x خبر/p خبر/num"],
    &[
        "explain",
        "mentions:2020 path:*.jsonl author:سعاد %القطار title:خبر",
    ],
];

#[test]
fn every_kind_of_line_and_every_field_is_shown() {
    let sandbox = corpus();
    let mut seen: BTreeMap<String, Seen> = BTreeMap::new();
    let mut see = |args: &[&str]| {
        let args = [args, &["--format", "json"]].concat();
        let name = name(&args);
        let schema = &SCHEMAS[&name].value;
        let stdin = r#"{"text": "خبر من وكالة"}"#;
        let output = sandbox.output_with(&args, |command| command.write_stdin(stdin));
        let stdout = output.stdout;
        for line in str::from_utf8(&stdout).unwrap().lines() {
            let line = check_line(&name, line);
            let seen = seen.entry(name.clone()).or_default();
            seen.add(schema, &schema.clone(), &line);
        }
    };
    for args in RUNS {
        see(args);
    }
    sandbox.write("seeds/changed.txt", "خبر جديد");
    fs::remove_file(sandbox.path("seeds/removed.txt")).unwrap();
    sandbox.write(
        "seeds/again.jsonl",
        "{\"id\": \"f\", \"text\": \"بلا عنوان\"}\n",
    );
    let old = "{\"id\":\"old\",\"text\":\"قطار قديم\",\"date\":\"1900-01-01\"}\n";
    sandbox.write("seeds/old.jsonl", old);
    see(&["index", "--verbose"]);
    see(&["timeline", "القطار OR أرمينيا", "--by", "day"]); // more days than are told one by one
    see(&["show", "f"]);
    see(&["index", "--field", "text=text"]);
    see(&["index", "-", "--name", "wire"]);
    see(&["status"]);
    see(&[
        "remove",
        "--dry-run",
        "-:wire",
        "seeds/changed.txt",
        "nowhere",
    ]);
    see(&["remove", "--dry-run", "seeds"]);
    see(&["remove", "--dry-run", "--query", "خبر OR قطار"]);
    see(&["check"]);
    fs::remove_file(sandbox.path(".fihris/g1/vocabulary")).unwrap();
    see(&["check"]);
    see_errors(&sandbox, &mut seen);
    let mut unseen: Vec<String> = Vec::new();
    for (name, schema) in SCHEMAS.iter() {
        let seen = seen.remove(name).unwrap_or_default().0;
        let all = Seen::all(&schema.value).0.into_iter();
        unseen.extend(
            all.filter(|one| !seen.contains(one))
                .map(|one| format!("{name}: {one}")),
        );
    }
    unseen.retain(|one| !one.ends_with(NEVER));
    assert!(unseen.is_empty(), "never shown: {unseen:#?}");
}

/// Looks at the errors of runs that cannot go on, or not with all queries.
fn see_errors(sandbox: &Sandbox, seen: &mut BTreeMap<String, Seen>) {
    let schema = &SCHEMAS["error"].value;
    let seen = seen.entry("error".into()).or_default();
    for args in [
        &["search", "(قطار"][..],
        &["search", "--queries", "queries"],
        &["search", "قطار", "--limit", "x"],
        &["--index", "none", "status"],
    ] {
        let output = sandbox.output(&[args, &["--format", "json"]].concat());
        assert_eq!(output.status.code(), Some(2), "{args:?}");
        let stderr = String::from_utf8(output.stderr).unwrap();
        assert!(!stderr.is_empty(), "{args:?}");
        for line in stderr.lines() {
            seen.add(schema, &schema.clone(), &check_line("error", line));
        }
    }
}

#[test]
fn ids_stay_the_same() {
    let sandbox = corpus();
    let query = [
        "search",
        "خبر OR قطار OR روسيا",
        "--no-group",
        "--limit",
        "99",
    ];
    let args = [&query[..], &["--format", "json"]].concat();
    sandbox.stdout(&["index", "seeds"]);
    let ids = sandbox.hits(&args);
    assert!(ids.len() > 10, "{ids:?}");
    for again in [&["--rebuild"][..], &["--rehash"], &["--include", "*.jsonl"]] {
        sandbox.stdout(&[&["index"], again].concat());
        assert_eq!(sandbox.hits(&args), ids, "{again:?}");
    }
    fs::remove_dir_all(sandbox.path(".fihris")).unwrap();
    sandbox.stdout(&["index", "./seeds/news.jsonl", "seeds/../seeds"]);
    assert_eq!(sandbox.hits(&args), ids);
}
