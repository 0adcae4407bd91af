//! The first minute: what a newcomer sees on a terminal, and nobody else.
#![cfg(target_os = "linux")]

use super::sandbox::Sandbox;

/// The exit status of a run on a terminal, and the lines of text that it leaves there.
fn on_terminal(sandbox: &Sandbox, args: &str, language: &str) -> (Option<i32>, Vec<String>) {
    let output = sandbox.on_terminal(args, &[("LANG", language)]);
    let text = String::from_utf8(output.stdout).unwrap();
    let lines = text.lines().map(|line| line.trim_end().to_string());
    (output.status.code(), lines.collect())
}

#[test]
fn without_an_index_three_lines_say_what_to_do() {
    let sandbox = Sandbox::with_seeds();
    for (language, first) in [
        ("C", "No index here yet"),
        ("ar_EG.UTF-8", "لا يوجد فهرس هنا بعد"),
    ] {
        let (status, lines) = on_terminal(&sandbox, "", language);
        assert_eq!((status, lines.len()), (Some(2), 3), "{lines:?}");
        assert!(lines[0].starts_with(first), "{lines:?}");
        for (line, command) in lines.iter().zip([
            "fihris index PATH",
            "fihris search 'قره باغ'",
            "fihris --help",
        ]) {
            assert!(line.ends_with(command), "{line}");
        }
    }
    let piped = sandbox.run(&[]);
    assert!(
        piped.starts_with("exit 2\n--- stdout\n--- stderr\nNo index"),
        "{piped}"
    );
}

#[test]
fn with_an_index_the_example_is_a_search_in_it() {
    let sandbox = Sandbox::with_seeds();
    sandbox.stdout(&["index", "seeds"]);
    for args in [&[][..], &["--lang", "ar"], &["--index", ".fihris"]] {
        let said = sandbox.run(args);
        let lines: Vec<&str> = said.lines().skip(3).collect();
        assert_eq!(
            (said.starts_with("exit 2"), lines.len()),
            (true, 3),
            "{said}"
        );
        assert!(lines[0].contains("ROOT/.fihris"), "{said}");
        let word = lines[1].split('\'').nth(1).unwrap();
        assert_ne!(sandbox.stdout(&["search", word, "--count"]), "0\n");
        assert!(lines[2].ends_with("fihris --help"), "{said}");
    }
    let (status, lines) = on_terminal(&sandbox, "", "C");
    assert_eq!((status, lines.len()), (Some(2), 3), "{lines:?}");
    let elsewhere = sandbox.run(&["--index", "none"]);
    assert!(elsewhere.contains("No index here yet"), "{elsewhere}");
}

#[test]
fn the_tutorial_shows_five_commands_with_their_results_and_leaves_nothing() {
    let sandbox = Sandbox::new();
    sandbox.write("temporary/file", "");
    for language in ["en", "ar"] {
        let output = sandbox.output_with(&["tutorial", "--lang", language], |command| {
            command.env("TMPDIR", sandbox.path("temporary"))
        });
        let said = sandbox.show(&output);
        assert!(output.status.success(), "{said}");
        assert_eq!(said.matches("\n$ fihris ").count(), 5, "{said}");
        for printed in [
            "12",
            "[قره باغ]",
            "[كاراباخ]",
            "[قراباغ]",
            "date,source,title\n202",
        ] {
            assert!(said.contains(printed), "{printed} in {said}");
        }
        assert!(!said.contains("error"), "{said}");
    }
    let left: Vec<_> = std::fs::read_dir(sandbox.path("temporary"))
        .unwrap()
        .collect();
    assert_eq!(left.len(), 1);
}

#[test]
fn after_indexing_a_search_is_suggested_that_finds_something() {
    let sandbox = Sandbox::new();
    sandbox.write(
        "a.txt",
        "وصل الوزير إلى المدينة في 2020\n\nقال الوزير في المدينة إنه في الطريق.",
    );
    sandbox.write("b.txt", "غادر الوزير\n\nغادر الوزير في 2020 في الطائرة.");
    let (status, lines) = on_terminal(&sandbox, "index .", "C");
    assert_eq!(status, Some(0));
    let last = lines.last().unwrap();
    assert_eq!(last, "try:  fihris search 'الوزير'");
    assert_eq!(sandbox.stdout(&["search", "الوزير", "--count"]), "2\n");
    let piped = sandbox.run(&["index", "."]);
    assert!(!piped.contains("try:"), "{piped}");
    let sandbox = Sandbox::new();
    sandbox.write("a.txt", "7 في");
    let (_, lines) = on_terminal(&sandbox, "index .", "C");
    assert!(!lines.iter().any(|line| line.contains("try:")), "{lines:?}");
}

#[test]
fn near_words_say_what_a_search_for_them_finds() {
    let sandbox = Sandbox::new();
    sandbox.write("a.txt", "خبر\n\nعن مدينة بغداد.");
    sandbox.write("b.txt", "خبر\n\nعن أهل بغداد.");
    sandbox.write("c.txt", "خبر\n\nعن السفر لبغداد.");
    sandbox.stdout(&["index", "."]);
    let said = sandbox.run(&["search", "بعداد"]);
    assert!(said.contains("بغداد (3 articles)"), "{said}");
}
