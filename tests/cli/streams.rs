//! What comes by standard input stays until somebody says otherwise.

use std::fs;
use std::io::Write;

use insta::assert_snapshot;
use serde_json::Value;

use super::pack;
use super::sandbox::Sandbox;

/// A run of `index` that is given `input`.
fn pipe(sandbox: &Sandbox, args: &[&str], input: impl Into<Vec<u8>>) -> String {
    let args = [&["index"], args].concat();
    sandbox.show(&sandbox.output_with(&args, |command| command.write_stdin(input)))
}

/// Records with these ids and places.
fn records(all: &[(&str, &str)]) -> String {
    let record =
        |(id, place): &(&str, &str)| format!("{{\"id\":\"{id}\",\"text\":\"خبر عن {place}\"}}\n");
    all.iter().map(record).collect::<Vec<_>>().concat()
}

/// What a query finds: the id, file and score of each hit.
fn answer(sandbox: &Sandbox, args: &[&str]) -> Vec<String> {
    let args = [&["search"], args, &["--format", "json", "--limit", "99"]].concat();
    let lines = sandbox.stdout(&args);
    let hits = lines.lines().filter(|line| line.contains("\"hit\""));
    hits.map(|line| {
        let hit: Value = serde_json::from_str(line).unwrap();
        format!("{} {} {}", hit["id"], hit["path"], hit["score"])
    })
    .collect()
}

fn count(sandbox: &Sandbox, args: &[&str]) -> String {
    let args = [&["search"], args, &["--count"]].concat();
    sandbox.stdout(&args).trim().to_string()
}

#[test]
fn streams_are_added_to_and_ids_that_come_again_replace() {
    let sandbox = Sandbox::new();
    let first = records(&[("1", "بغداد"), ("2", "بيروت")]);
    assert_snapshot!(pipe(&sandbox, &["-"], first), @"
    exit 0
    --- stdout
    --- stderr
    stream -: 2 records added, 0 replaced, 0 unchanged
    index made in ROOT/.fihris
    files: 1 added; 2 articles in the index; TIME
    ");
    let second = records(&[("2", "دمشق"), ("1", "بغداد"), ("3", "عمان"), ("3", "عدن")]);
    assert_snapshot!(pipe(&sandbox, &["-"], second), @"
    exit 0
    --- stdout
    --- stderr
    stream -: 1 record added, 2 replaced, 1 unchanged
    files: 1 changed; 3 articles in the index; TIME
    ");
    assert_snapshot!(pipe(&sandbox, &["-", "--name", "wire", "-v"], records(&[("1", "الرباط")])), @"
    exit 0
    --- stdout
    --- stderr
    stream -:wire: 1 record added, 0 replaced, 0 unchanged
    files: 1 added; 4 articles in the index; TIME
    ");
    assert_snapshot!(sandbox.run(&["search", "خبر", "--files", "--sort", "path"]), @"
    exit 0
    --- stdout
    -
    -:wire
    --- stderr
    ");
    for (place, found) in [
        ("بغداد", "1"),
        ("بيروت", "0"),
        ("دمشق", "1"),
        ("عمان", "0"),
        ("عدن", "1"),
        ("الرباط", "1"),
    ] {
        assert_eq!(count(&sandbox, &[place]), found, "{place}");
    }
    let status = sandbox.stdout(&["status"]);
    let streams = status.lines().filter(|line| line.starts_with("stream:"));
    let streams: Vec<&str> = streams
        .map(|line| line.split(", last").next().unwrap())
        .collect();
    assert_eq!(
        streams,
        ["stream:    -: 3 articles", "stream:    -:wire: 1 article"]
    );
    assert_snapshot!(sandbox.run(&["check"]), @"
    exit 0
    --- stdout
    sound:    4 articles, 2 files
    --- stderr
    ");
}

#[test]
fn nothing_else_removes_what_came_by_a_stream() {
    let sandbox = Sandbox::new();
    sandbox.write("a.txt", "خبر عن القاهرة");
    pipe(&sandbox, &["-"], records(&[("1", "بغداد")]));
    pipe(
        &sandbox,
        &["-", "--name", "wire"],
        records(&[("1", "بيروت")]),
    );
    for (args, input) in [
        (&["."][..], None),
        (&["-"], Some(&b""[..])),
        (&["-", "--name", "wire"], Some(b"\n\n")),
        (&["-"], Some(b"{\"id\": 1, \"text\": \"")),
        (&["-"], Some(b"\x28\xB5\x2F\xFD\x04\x00")), // a packed stream that breaks off
        (&["-"], Some(b"\0\0")),
        (&["--rebuild"], None),
        (&["--rebuild", "."], None),
        (&["--rebuild", "-"], Some(b"")),
        (&["--rehash"], None),
        (&["--field", "text=lead"], None),
        (&["--encoding", "windows-1256"], None),
    ] {
        pipe(&sandbox, args, input.unwrap_or_default());
        assert_eq!(count(&sandbox, &["بغداد OR بيروت"]), "2", "{args:?}");
        // A search in a folder brings that up to date, and finds what is in it.
        assert_eq!(count(&sandbox, &["خبر", "."]), "1", "{args:?}");
    }
}

#[test]
fn a_stream_that_breaks_off_gives_what_came_before() {
    let sandbox = Sandbox::new();
    let ids: Vec<String> = (0..5000).map(|id| id.to_string()).collect();
    let all: Vec<(&str, &str)> = ids.iter().map(|id| (&**id, "بغداد")).collect();
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    gzip.write_all(records(&all).as_bytes()).unwrap();
    let mut packed = gzip.finish().unwrap();
    packed.truncate(packed.len() / 2);
    pipe(&sandbox, &["-"], records(&[("x", "بيروت"), ("0", "عدن")]));
    let shown = pipe(&sandbox, &["-", "--strict"], packed);
    assert!(shown.starts_with("exit 2"), "{shown}");
    assert!(
        shown.contains("skipped: -: damaged: incomplete deflate stream; it is read up to line 2"),
        "{shown}"
    );
    assert_eq!(count(&sandbox, &["عدن"]), "0");
    assert_eq!(count(&sandbox, &["بيروت"]), "1");
    assert!(count(&sandbox, &["خبر"]).parse::<usize>().unwrap() > 2000);
}

#[test]
fn what_has_no_id_is_known_by_its_contents() {
    let sandbox = Sandbox::new();
    let text = "خبر عن بغداد\n\nقال الوزير إن العمل يبدأ غدا.\n";
    let record = "{\"text\":\"خبر عن بغداد\",\"url\":\"a\"}\n";
    let table = "title,text\nخبر,عن بغداد\n";
    for input in [text, record, table] {
        for _ in 0..2 {
            pipe(&sandbox, &["-"], input);
        }
        pipe(&sandbox, &["-"], input.replace("بغداد", "بيروت"));
    }
    assert_eq!(count(&sandbox, &["بغداد"]), "3");
    assert_eq!(count(&sandbox, &["بيروت"]), "3");
    let twice = [record, record].concat();
    pipe(&sandbox, &["-", "--name", "x"], &*twice);
    assert_eq!(count(&sandbox, &["بغداد"]), "4");
    let ids = answer(&sandbox, &["خبر"]);
    let mut names: Vec<&str> = ids.iter().map(|id| id.split(' ').next().unwrap()).collect();
    names.sort_unstable();
    assert_snapshot!(names.join("\n"), @r#"
    "-#2ad741c28e34c1a94fd1a1b9ae3ab567"
    "-#37d0bdfc0e3b48b2ee5e0c9e70987522"
    "-#774029d33313ff1754fe1a450ce16c25"
    "-#8467295ac8f8a46e79171c80c18df91d"
    "-#be2768c622219b62b91c69f26ccd4cc1"
    "-#c3e6d1f9a4f9095e123c4f44d0678e0c"
    "-:x#37d0bdfc0e3b48b2ee5e0c9e70987522"
    "#);
    let id = names[0].trim_matches('"');
    assert!(sandbox.stdout(&["show", id]).contains("خبر"));
}

#[test]
fn a_record_of_fewer_stories_leaves_none_of_the_earlier_ones() {
    let sandbox = Sandbox::new();
    let body =
        "قال الوزير إن العمل في المدرسة الجديدة يبدأ غدا، وأضاف أن الخطة جاهزة منذ شهور.\n\n";
    let other = "أعلنت شركة الطيران أرباحها السنوية أمس في بيان نشرته الصحف، وهي أرباح قياسية فاقت التوقعات.\n\n";
    let label = "إقرأ أيضاً:\n\nشركة الطيران تعلن أرباحها السنوية القياسية\n\n";
    let record = |text: &str| serde_json::json!({"id": 7, "text": text}).to_string();
    let two = record(&[&body.repeat(3), label, &other.repeat(4)].concat());
    pipe(&sandbox, &["-"], &*two);
    assert_eq!(count(&sandbox, &["الطيران"]), "1");
    let again = pipe(&sandbox, &["-"], &*two);
    assert!(again.contains("0 replaced, 1 unchanged"), "{again}");
    assert_eq!(
        sandbox.stdout(&["show", "7#2"]).matches("الطيران").count(),
        5
    );
    pipe(&sandbox, &["-"], record(body));
    assert_eq!(count(&sandbox, &["الطيران"]), "0");
    assert_eq!(count(&sandbox, &["المدرسة"]), "1");
}

#[test]
fn archives_come_by_streams_too() {
    let sandbox = Sandbox::new();
    let tar = |city: &str| {
        pack::tar(&[
            ("a.txt", format!("خبر عن {city}").as_bytes()),
            ("b/c.jsonl", records(&[("1", city)]).as_bytes()),
            (
                "d.jsonl",
                format!("{{\"text\":\"خبر عن {city}\"}}").as_bytes(),
            ),
        ])
    };
    pipe(&sandbox, &["-", "--name", "tar"], tar("بغداد"));
    pipe(&sandbox, &["-", "--name", "tar"], tar("بغداد"));
    assert_eq!(count(&sandbox, &["بغداد"]), "3");
    pipe(&sandbox, &["-", "--name", "tar"], tar("بيروت"));
    assert_eq!(count(&sandbox, &["بغداد"]), "1"); // the record without an id
    assert_eq!(count(&sandbox, &["بيروت"]), "3");
    assert_snapshot!(sandbox.run(&["search", "بيروت", "--files", "--sort", "path"]), @"
    exit 0
    --- stdout
    -:tar/a.txt
    -:tar/b/c.jsonl
    -:tar/d.jsonl
    --- stderr
    ");
    assert_snapshot!(sandbox.run(&["check"]), @"
    exit 0
    --- stdout
    sound:    4 articles, 1 files
    --- stderr
    ");
}

/// A stream in many parts, with ids that come again, gives the answers of what is left of it.
#[test]
fn a_stream_in_parts_is_as_fresh() {
    let sandbox = Sandbox::new();
    let places = ["بغداد", "بيروت", "دمشق", "وبغداد", "عدن"];
    let mut left = std::collections::BTreeMap::new();
    for run in 0..6_usize {
        let part: Vec<(String, String)> = (0..40)
            .map(|number| {
                let id = (run * 17 + number * 7) % 90;
                let place = places[(run * 3 + number) % 5].repeat(1 + number % 2);
                (id.to_string(), format!("{place} {}", places[number % 5]))
            })
            .collect();
        left.extend(part.iter().cloned());
        let part: Vec<(&str, &str)> = part.iter().map(|(id, place)| (&**id, &**place)).collect();
        pipe(&sandbox, &["-", "--name", "s"], records(&part));
        if run == 3 {
            sandbox.stdout(&["index", "--rebuild"]);
        }
    }
    let left: Vec<(&str, &str)> = left.iter().map(|(id, place)| (&**id, &**place)).collect();
    pipe(
        &sandbox,
        &["--index", "fresh", "-", "--name", "s"],
        records(&left),
    );
    for query in ["خبر", "بغداد", "\"عن بيروت\"", "عدن -دمشق", "=وبغداد"]
    {
        let found = answer(&sandbox, &[query]);
        assert!(!found.is_empty(), "{query}");
        assert_eq!(
            found,
            answer(&sandbox, &[query, "--index", "fresh"]),
            "{query}"
        );
    }
    let status = sandbox.stdout(&["status", "--format", "json"]);
    let status: Value = serde_json::from_str(&status).unwrap();
    assert_eq!(status["articles"], left.len());
}

#[test]
fn a_rebuild_takes_streams_over_and_adds_to_them() {
    let sandbox = Sandbox::new();
    pipe(&sandbox, &["-"], records(&[("1", "بغداد"), ("2", "بيروت")]));
    assert_snapshot!(sandbox.run(&["index", "--rebuild"]), @"
    exit 0
    --- stdout
    --- stderr
    files: 1 unchanged; 2 articles in the index; TIME
    ");
    let more = records(&[("2", "دمشق"), ("1", "بغداد"), ("3", "عمان")]);
    assert_snapshot!(pipe(&sandbox, &["--rebuild", "-"], more), @"
    exit 0
    --- stdout
    --- stderr
    stream -: 1 record added, 1 replaced, 1 unchanged
    files: 1 changed; 3 articles in the index; TIME
    ");
    assert_eq!(count(&sandbox, &["خبر"]), "3");
    assert_eq!(count(&sandbox, &["بيروت"]), "0");
    let index = sandbox.path(".fihris");
    let generation = fs::read_to_string(index.join("current")).unwrap();
    let files = fs::read_dir(index.join(generation.trim())).unwrap();
    for file in files.map(|file| file.unwrap().path()) {
        if file.extension().is_some_and(|kind| kind == "store") {
            fs::write(file, "junk").unwrap();
        }
    }
    let refused = sandbox.run(&["index", "--rebuild"]);
    assert!(refused.contains("exit 2"), "{refused}");
    assert!(
        refused.contains("error: cannot keep what is indexed of -:"),
        "{refused}"
    );
    assert!(
        refused.contains("give up what came by stdin: --forget-streams"),
        "{refused}"
    );
    sandbox.write("a.txt", "خبر عن القاهرة");
    sandbox.stdout(&["index", "--rebuild", "--forget-streams", "a.txt"]);
    assert_eq!(count(&sandbox, &["خبر"]), "1");
    assert!(sandbox.stdout(&["check"]).starts_with("sound"));
}

#[test]
fn names_of_streams_are_checked() {
    let sandbox = Sandbox::new();
    assert_snapshot!(pipe(&sandbox, &["-", "--name", "a/b"], "نص"), @"
    exit 2
    --- stdout
    --- stderr
    error: the name of a stream is made of letters, digits, spaces and the signs . _ - only
    hint: names are like wire, or wire-2.sports
    ");
    assert_snapshot!(pipe(&sandbox, &["-", "--name", ""], "نص"), @"
    exit 2
    --- stdout
    --- stderr
    error: the name of a stream is empty
    hint: names are like wire, or wire-2.sports
    ");
    assert_snapshot!(pipe(&sandbox, &[".", "--name", "a"], "نص"), @"
    exit 2
    --- stdout
    --- stderr
    error: --name is for what comes by stdin
    hint: read it with a dash, as in: … | fihris index - --name NAME
    ");
    assert!(!sandbox.path(".fihris").exists());
    assert_snapshot!(pipe(&sandbox, &["-", "--lang", "ar", "--name", "وكالة الأنباء"], "نص"), @"
    exit 0
    --- stdout
    --- stderr
    المجرى -:وكالة الأنباء: أُضيف سجل واحد، واستُبدل 0، ولم يتغيّر 0
    أُنشئ الفهرس في:
      ROOT/.fihris
    الملفات: المضاف 1؛ وفي الفهرس مقالة واحدة؛ TIME
    ");
}
