//! The values of arguments: those that are listed, and those that only the index knows.

use clap::builder::StyledStr;
use clap::{Arg, Command};

use super::{Candidate, Candidates};
use crate::render::rows::KNOWN;
use crate::support::locale::values_among;
use crate::support::onboarding::folder_of;
use crate::support::saved::SavedSearches;
use fihris_corpus::ZoneKind;
use fihris_index::{Index, IndexFolder};

/// Names of encodings that texts in Arabic are in; others are known as well.
const ENCODINGS: &[&str] = &[
    "auto",
    "windows-1256",
    "iso-8859-6",
    "utf-8",
    "utf-16le",
    "utf-16be",
    "windows-1252",
];

/// What articles are counted by, besides their fields.
const GROUPS: &[&str] = &["source", "day", "week", "month", "year"];

/// The fields of fihris's own that queries may name.
const QUERY_FIELDS: &[&str] = &[
    "title", "body", "tag", "source", "date", "mentions", "path", "in",
];

/// The fields that the input may call otherwise.
const INPUT_FIELDS: &[&str] = &["id=", "title=", "text=", "date=", "source="];

/// The longest meaning that is shown, in letters.
const LONGEST_MEANING: usize = 64;

/// What only the index of the surroundings knows; asked for when it is needed.
pub struct Known {
    folder: IndexFolder,
}

impl Known {
    /// Of the index that a command with these words would open.
    pub fn of_surroundings(words: &[String]) -> Self {
        let typed = values_among(words.iter().map(Into::into), "--index").pop();
        Self {
            folder: folder_of(typed),
        }
    }

    fn index(&self) -> Option<Index> {
        Index::open(&self.folder).ok()
    }

    /// The fields of the input.
    fn fields(&self) -> Vec<String> {
        let names = self.index().and_then(|index| index.field_names().ok());
        names.unwrap_or_default()
    }

    /// Who published articles.
    fn sources(&self) -> Vec<String> {
        let index = self.index();
        let sources = index.as_ref().and_then(|index| index.sources().ok());
        let names = sources.and_then(|sources| sources.names().ok());
        names.unwrap_or_default()
    }

    /// The names of saved searches.
    fn searches(&self) -> Vec<String> {
        let names = SavedSearches::at(self.folder.path()).names();
        names.unwrap_or_default()
    }
}

/// The commands in `command`.
pub fn commands(command: &Command) -> Candidates {
    let inner = command
        .get_subcommands()
        .filter(|inner| !inner.is_hide_set());
    let words = inner.map(|inner| candidate(inner.get_name(), inner.get_about()));
    Candidates {
        words: words.collect(),
        files: false,
    }
}

/// The options of `command`.
pub fn options(command: &Command) -> Candidates {
    let options = command.get_opts().chain(
        command
            .get_arguments()
            .filter(|arg| !arg.is_positional() && !arg.get_action().takes_values()),
    );
    let shown = options.filter(|arg| !arg.is_hide_set());
    let mut words: Vec<Candidate> = shown
        .filter_map(|arg| Some(candidate(&format!("--{}", arg.get_long()?), arg.get_help())))
        .collect();
    words.sort_by(|a, b| a.value.cmp(&b.value));
    words.dedup();
    Candidates {
        words,
        files: false,
    }
}

/// The values of `arg`, of which `typed` is there already.
pub fn of(command: &Command, arg: &Arg, typed: &str, known: &Known) -> Candidates {
    let id = arg.get_id().as_str();
    let listed = arg.get_possible_values();
    if !listed.is_empty() {
        let shown = listed.iter().filter(|value| !value.is_hide_set());
        let words = shown.map(|value| candidate(value.get_name(), value.get_help()));
        return Candidates {
            words: words.collect(),
            files: false,
        };
    }
    let words = match (command.get_name(), id) {
        ("index", "fields") => own(INPUT_FIELDS),
        (_, "zones") => of_list(typed, zones()),
        (_, "fields") => of_list(typed, [own(KNOWN), known.fields()].concat()),
        (_, "group_by") => of_list(typed, [own(GROUPS), known.fields()].concat()),
        (_, "encoding") => own(ENCODINGS),
        ("run" | "save", "name") => known.searches(),
        ("compare", "one" | "other") => [known.sources(), of_query(typed, known)].concat(),
        ("save", "arguments") | (_, "query" | "queries" | "vs" | "base" | "context")
            if !is_file(arg) =>
        {
            of_query(typed, known)
        }
        _ => Vec::new(),
    };
    let takes_path = is_file(arg) || matches!(id, "paths" | "arguments");
    Candidates {
        words: words.iter().map(|word| candidate(word, None)).collect(),
        files: takes_path,
    }
}

/// Whether the value is the name of a file or folder.
fn is_file(arg: &Arg) -> bool {
    use clap::ValueHint::{AnyPath, DirPath, FilePath};
    matches!(arg.get_value_hint(), AnyPath | DirPath | FilePath)
}

/// Lists with commas, of which `typed` has some already, with one of `names` behind.
fn of_list(typed: &str, names: Vec<String>) -> Vec<String> {
    let before = typed.rfind(',').map_or("", |at| &typed[..=at]);
    let chosen: Vec<&str> = before.split(',').collect();
    let left = names.into_iter().filter(|name| !chosen.contains(&&**name));
    left.map(|name| format!("{before}{name}")).collect()
}

/// The fields that a query may name, and behind the sign of one its values.
fn of_query(typed: &str, known: &Known) -> Vec<String> {
    let start = typed.rfind([' ', '(']).map_or(0, |at| at + 1);
    let (before, word) = typed.split_at(start);
    let signs = word.len() - word.trim_start_matches(['-', '+']).len();
    let (before, word) = (&typed[..before.len() + signs], &word[signs..]);
    let values = match word.split_once(':') {
        Some(("source", _)) => known
            .sources()
            .iter()
            .map(|name| quoted("source", name))
            .collect(),
        Some(("in", _)) => zones().iter().map(|zone| format!("in:{zone}:")).collect(),
        Some(_) => Vec::new(),
        None if word.is_empty() && typed.is_empty() => Vec::new(), // a word is meant, not a field
        None => {
            let names = [own(QUERY_FIELDS), known.fields()].concat();
            let names = names.iter().filter(|name| !name.contains(' '));
            names
                .map(|name| format!("{name}:"))
                .collect::<Vec<String>>()
        }
    };
    let mut values: Vec<String> = values
        .iter()
        .map(|value| format!("{before}{value}"))
        .collect();
    values.dedup();
    values
}

/// A field with a value, which stands between quotation marks if it is more than a word.
fn quoted(field: &str, value: &str) -> String {
    if value.chars().all(|c| c.is_alphanumeric() || c == '_') {
        format!("{field}:{value}")
    } else {
        format!("{field}:\"{}\"", value.replace('"', ""))
    }
}

fn zones() -> Vec<String> {
    let names = ZoneKind::ALL.iter().map(|kind| kind.name().to_string());
    names.chain(["all".to_string()]).collect()
}

fn own(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_string()).collect()
}

fn candidate(value: &str, meaning: Option<&StyledStr>) -> Candidate {
    let meaning = meaning.map(ToString::to_string).unwrap_or_default();
    Candidate {
        value: value.to_string(),
        meaning: shortened(meaning.lines().next().unwrap_or_default()),
    }
}

/// The first part of a meaning, short enough to stand beside others.
fn shortened(meaning: &str) -> String {
    let end = meaning.find([';', '؛', ':']).unwrap_or(meaning.len());
    let first = &meaning[..end];
    if first.chars().count() <= LONGEST_MEANING {
        return first.to_string();
    }
    let cut: String = first.chars().take(LONGEST_MEANING).collect();
    let cut = cut.rsplit_once(' ').map_or(&*cut, |(whole, _)| whole);
    format!("{cut}…")
}
