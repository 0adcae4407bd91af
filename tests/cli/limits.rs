//! How much is shown does not change whether something is found; what is shown is bounded whatever is found.

use super::sandbox::Sandbox;

/// Three articles of one word, two of them of other days than ours.
fn far_days() -> Sandbox {
    let sandbox = Sandbox::new();
    let days = ["1001-01-01", "2021-03-12", "2998-12-31"];
    let lines = days.map(|day| format!("{{\"text\":\"بغداد عاصمة العراق\",\"date\":\"{day}\"}}\n"));
    sandbox.write("n.jsonl", lines.concat());
    sandbox.stdout(&["index", "n.jsonl"]);
    sandbox
}

#[test]
fn what_is_found_does_not_hang_on_how_much_is_shown() {
    let sandbox = Sandbox::with_seeds();
    sandbox.stdout(&["index", "seeds"]);
    let id = &sandbox.hits(&["search", "بوتين", "--format", "json"])[0];
    for command in [
        "search بوتين --limit 0",
        "search بوتين --offset 999",
        "search بوتين --offset 18446744073709551615",
        "search بوتين --sort date --limit 0",
        "search بوتين --no-group --limit 0",
        "kwic بوتين --limit 0",
        "kwic بوتين --sample 0",
        "kwic بوتين --sort before --sample 0",
        "terms بوتين --limit 0",
        "collocates بوتين --limit 0",
        "similar ID --limit 0",
        "similar ID --no-group --limit 0",
    ] {
        let args: Vec<&str> = command.split(' ').collect();
        let args = args
            .into_iter()
            .map(|arg| if arg == "ID" { id } else { arg });
        let args: Vec<&str> = args.collect();
        let formats = match args[0] {
            "search" => &["text", "json", "html"][..],
            _ => &["text", "json", "csv", "html"],
        };
        for format in formats {
            let run = sandbox.run(&[&args[..], &["--format", format]].concat());
            assert!(run.starts_with("exit 0\n"), "{command} {format}: {run}");
            for nothing in ["nothing found", "Nothing found"] {
                assert!(!run.contains(nothing), "{command} {format}: {run}");
            }
        }
        // Where nothing is found, that is told.
        let nothing = args.iter().map(|arg| {
            if *arg == "بوتين" {
                "غرناطة"
            } else {
                arg
            }
        });
        if args[0] != "similar" {
            let run = sandbox.run(&nothing.collect::<Vec<_>>());
            assert!(
                run.starts_with("exit 1\n") && run.contains("nothing found"),
                "{run}"
            );
        }
    }
    let total = sandbox.stdout(&["search", "بوتين", "--limit", "0", "--format", "json"]);
    let count = sandbox.stdout(&["search", "بوتين", "--count"]);
    assert!(
        total.contains(&format!("\"total\":{},", count.trim())),
        "{total}"
    );
    let run = sandbox.run(&["search", "بوتين", "--limit", "0"]);
    assert!(
        run.contains("article") && !run.contains("none from"),
        "{run}"
    );
}

#[test]
fn a_concordance_has_contexts_of_some_length_only() {
    let sandbox = Sandbox::with_seeds();
    sandbox.stdout(&["index", "seeds"]);
    assert!(
        sandbox
            .run(&["kwic", "بوتين", "--words", "1000"])
            .starts_with("exit 0\n")
    );
    let run = sandbox.run(&["kwic", "بوتين", "--words", "1001"]);
    assert!(
        run.starts_with("exit 2\n") && run.contains("it is larger than 1000"),
        "{run}"
    );
}

#[test]
fn a_timeline_is_as_long_as_its_articles_are_many() {
    let sandbox = far_days();
    for (by, empty) in [
        ("day", "1001-01-02..2021-03-11"),
        ("month", "1001-02..2021-02"),
    ] {
        let timeline = ["timeline", "بغداد", "--by", by];
        let text = sandbox.run(&timeline);
        assert!(text.lines().count() < 12 && text.contains(empty), "{text}");
        assert!(text.contains("more than 10000 steps"), "{text}");
        for format in ["json", "csv", "html"] {
            let out = sandbox.stdout(&[&timeline[..], &["--format", format]].concat());
            assert!(out.contains(empty), "{out}");
            // A page has two pictures and a table.
            let places = if format == "html" { 3 } else { 2 };
            // The style and the script of a page are the same on all.
            let out = out.split_once("</style>").map_or(&*out, |(_, page)| page);
            let out = out.rsplit_once("<script>").map_or(out, |(page, _)| page);
            let steps = out.lines().filter(|line| line.contains(empty));
            assert!(
                steps.count() <= places && out.len() < 20_000,
                "{format} {}",
                out.len()
            );
        }
        sandbox.stdout(&[&timeline[..], &["--svg", "t.svg"]].concat());
        assert!(std::fs::metadata(sandbox.path("t.svg")).unwrap().len() < 10_000);
    }
    let years = sandbox.stdout(&["timeline", "بغداد", "--by", "year"]);
    assert_eq!(years.lines().count(), 1998);
}
