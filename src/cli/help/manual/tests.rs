//! Every command has its page, and every example can be typed.

use std::ffi::OsString;

use super::*;
use crate::args::short::with_numbers_apart;

/// The words of what is typed in a shell, as far as examples need one.
fn words(typed: &str) -> Vec<OsString> {
    let mut words = vec![String::new()];
    let mut quote = None;
    for c in typed.chars() {
        match (quote, c) {
            (None, ' ') => words.push(String::new()),
            (None, '\'') => quote = Some(c),
            (Some(open), c) if open == c => quote = None,
            (_, c) => words.last_mut().unwrap().push(c),
        }
    }
    words.into_iter().map(OsString::from).collect()
}

#[test]
fn every_command_has_examples_that_it_understands() {
    let command = Args::command();
    for inner in command
        .get_subcommands()
        .filter(|inner| !inner.is_hide_set())
    {
        let name = inner.get_name();
        let has_one = EXAMPLES.iter().any(|example| example.command == name);
        assert!(has_one, "{name}");
    }
    for example in EXAMPLES {
        let typed = example.typed.split(" > ").next().unwrap();
        let parsed = Args::command().try_get_matches_from(with_numbers_apart(words(typed)));
        let is_help = example.command == "queries";
        assert!(parsed.is_ok() || is_help, "{typed}: {:?}", parsed.err());
        if let Ok(parsed) = parsed
            && !example.command.is_empty()
        {
            assert_eq!(parsed.subcommand_name(), Some(example.command), "{typed}");
        }
    }
}

#[test]
fn pages_have_their_sections_in_both_languages() {
    let [english, arabic] = [Language::English, Language::Arabic].map(|it| pages(it).unwrap());
    let names = |pages: &[Page]| {
        let names = pages.iter().map(|page| page.name.clone());
        names.collect::<Vec<String>>()
    };
    assert_eq!(names(&english), names(&arabic));
    assert!(names(&english).contains(&"fihris-search.1".to_string()));
    for (pages, sections) in [
        (
            english,
            ["NAME", "EXAMPLES", "EXIT STATUS", "ENVIRONMENT", "FILES"],
        ),
        (
            arabic,
            ["الاسم", "أمثلة", "رمز الخروج", "متغيرات البيئة", "الملفات"],
        ),
    ] {
        for page in pages {
            let text = String::from_utf8(page.text).unwrap();
            for section in sections {
                let headings = [format!(".SH {section}\n"), format!(".SH \"{section}\"\n")];
                let is_there = headings.iter().any(|heading| text.contains(heading));
                assert!(is_there, "{}: {section} in {text}", page.name);
            }
        }
    }
}
