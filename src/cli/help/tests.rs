//! No text of the help is without its Arabic, and no Arabic without its text.

use std::collections::BTreeSet;

use crate::i18n::zone;
use clap::CommandFactory;
use fihris_corpus::ZoneKind;
use fihris_query::constructs::CONSTRUCTS;

use super::*;

/// Calls `look` with the path of each command and the command.
fn each_command(command: &Command, path: &str, look: &mut dyn FnMut(&Command, &str)) {
    look(command, path);
    for inner in command.get_subcommands().filter(|_| path != "help") {
        each_command(inner, inner.get_name(), look);
    }
}

fn built() -> Command {
    let mut command = super::super::Args::command();
    command.build();
    command
}

/// The keys that texts are looked up by: of commands, and of arguments and values.
fn keys() -> (BTreeSet<String>, BTreeSet<String>) {
    let (mut commands, mut arguments) = (BTreeSet::new(), BTreeSet::new());
    each_command(&built(), "", &mut |command, path| {
        commands.insert(path.to_string());
        let has_more = command.get_long_about().is_some() && path != "queries";
        commands.extend(has_more.then(|| format!("{path}:long")));
        commands.extend(command.get_after_help().map(|_| format!("{path}:after")));
        for arg in command.get_arguments() {
            let id = arg.get_id();
            let key = |id: &str| match find(&texts(), &format!("{path}.{id}")) {
                Some(_) => format!("{path}.{id}"),
                None => format!("*.{id}"),
            };
            arguments.insert(key(id.as_str()));
            for value in shown_values(arg) {
                let is_shown = value.get_help().is_some() && !arg.is_hide_possible_values_set();
                arguments.extend(is_shown.then(|| key(&format!("{id}.{}", value.get_name()))));
            }
        }
    });
    arguments.extend(["*.help:short", "*.help:long"].map(String::from));
    (commands, arguments)
}

/// All texts of arguments.
fn texts() -> Vec<(&'static str, &'static str)> {
    [ARGUMENTS, REPORTS].concat()
}

fn named(table: &[(&str, &str)]) -> BTreeSet<String> {
    let names: BTreeSet<String> = table.iter().map(|(key, _)| (*key).to_string()).collect();
    assert_eq!(names.len(), table.len(), "a key stands twice");
    names
}

#[test]
fn every_text_of_the_help_is_there_in_arabic_and_no_other() {
    let (commands, arguments) = keys();
    assert_eq!(named(COMMANDS), commands);
    assert_eq!(named(&texts()), arguments);
    let examples = CONSTRUCTS
        .iter()
        .map(|construct| construct.example.to_string());
    assert_eq!(named(QUERIES), examples.collect());
}

#[test]
fn every_page_is_in_arabic() {
    let mut pages = Vec::new();
    each_command(&in_arabic(built()), "", &mut |command, path| {
        let mut command = command.clone();
        pages.push((path.to_string(), command.render_help().to_string()));
        pages.push((path.to_string(), command.render_long_help().to_string()));
    });
    assert!(pages.len() > 30);
    for (path, page) in pages {
        for english in [
            "Usage",
            "Options",
            "Arguments",
            "Commands",
            "default:",
            "possible",
            "Print",
            " the ",
        ] {
            assert!(!page.contains(english), "{path}: {english} in {page}");
        }
    }
}

#[test]
fn numbers_and_option_names_are_those_of_the_english_text() {
    let is_name = |word: &&str| word.starts_with("--") || word.starts_with(".f");
    each_command(&built(), "", &mut |command, path| {
        for arg in command.get_arguments() {
            let (Some(english), Some(arabic)) =
                (arg.get_help(), argument(path, arg.get_id().as_str()))
            else {
                continue;
            };
            let english = english.to_string();
            let trimmed = english.split(|c: char| c.is_whitespace() || ";,:".contains(c));
            for name in trimmed.filter(is_name) {
                assert!(arabic.contains(name), "{path} {}: {name}", arg.get_id());
            }
        }
    });
}

#[test]
fn zones_have_the_names_that_results_give_them() {
    let (_, zones) = ARGUMENTS.iter().find(|(key, _)| *key == "*.zones").unwrap();
    for kind in ZoneKind::ALL {
        let named = format!("{} ({})", kind.name(), zone(kind, Language::Arabic));
        assert!(zones.contains(&named), "{named}");
    }
}
