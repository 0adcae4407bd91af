//! What may stand where a line ends.

use super::*;

/// The candidates behind a line of bash, as they are printed, with spaces between.
fn found(line: &str) -> String {
    let mut command = Args::command();
    command.build();
    let typed = Typed::of_line(line);
    let known = Known::of_surroundings(&["--index=/nowhere".to_string()]);
    let found = candidates(&command, &typed, &known);
    printed(&found, &typed, "bash")
        .lines()
        .collect::<Vec<_>>()
        .join(" ")
}

#[test]
fn lines_go_on() {
    for (line, expected) in [
        ("fihris tim", "timeline"),
        ("fihris --lang ", "ar en"),
        ("fihris --lang=a", "ar"),
        ("fihris --lang ar tim", "timeline"),
        ("fihris help ti", "timeline"),
        ("fihris search --form", "--format"),
        ("fihris search باكو --format j", "json jsonl"),
        ("fihris search باكو --zones title,b", "title,body"),
        ("fihris search باكو --fields ti", "title"),
        ("fihris search باكو --fields=title,da", "title,date"),
        ("fihris search باكو --group-by source,m", "source,month"),
        ("fihris search sou", "source:"),
        ("fihris search 'باكو -sou", "باكو -source:"),
        ("fihris search in:ti", "title:"),
        ("fihris search باكو se", ":files"),
        ("fihris index --encoding win", "windows-1256 windows-1252"),
        ("fihris index --field te", "text="),
        ("fihris completions z", "zsh"),
        ("fihris search -n ", ""),
        ("fihris nothing ", ""),
    ] {
        assert_eq!(found(line), expected, "{line}");
    }
}

#[test]
fn what_a_shell_would_read_is_escaped() {
    for (text, quote, expected) in [
        ("source:\"أ ب\"", None, "source:\\\"أ\\ ب\\\""),
        ("source:\"أ ب\"", Some('\''), "source:\"أ ب\""),
        ("a\"$b", Some('"'), "a\\\"\\$b"),
        ("a\u{1b}b", None, "ab"),
    ] {
        assert_eq!(escaped(text, quote), expected, "{text}");
    }
}

#[test]
fn a_line_is_taken_apart_as_by_a_shell() {
    let typed = Typed::of_line("fihris  search \"a b\" c\\ d 'e ");
    assert_eq!(typed.words, ["search", "a b", "c d"]);
    assert_eq!((&*typed.current, typed.quote), ("e ", Some('\'')));
    let typed = Typed::of_line("fihris search source:أ");
    assert_eq!(typed.kept(), "source:".len());
    let open = ["search", "'source:أ"].map(String::from);
    assert_eq!(Typed::of_words(&open).current, "source:أ");
    let words = ["--", "search", ""].map(String::from);
    assert_eq!(Typed::of_words(&words).words, ["search"]);
}
