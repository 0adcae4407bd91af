//! The first minute: what a newcomer may do next.
//!
//! Said where nothing was asked for, and behind a run of `index` on a terminal.

use std::io::{self, IsTerminal};
use std::path::PathBuf;

use clap::Error;
use clap::error::ErrorKind;

use crate::i18n::{GuideLine, Message};
use fihris_index::{Index, IndexError, IndexErrorKind, IndexFolder};
use fihris_query::suggest::typical_term;

use crate::support::context::Context;
use crate::support::failure::{Failure, eprint_message, is_quiet};
use crate::support::locale::values_among;

/// Whether `error` is that somebody typed no command.
pub fn names_no_command(error: &Error) -> bool {
    matches!(
        error.kind(),
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand | ErrorKind::MissingSubcommand
    )
}

/// Says in three lines what is here, what can be done with it, and where more is to be read.
pub fn greet() {
    let folder = folder_of(values_among(std::env::args_os(), "--index").pop());
    let look = || {
        let index = Index::open(&folder)?;
        let articles = index.vocabulary().statistics().articles;
        Ok::<_, IndexError>((articles, typical_term(&index)?))
    };
    match look() {
        Ok((articles, word)) => {
            let folder = folder.path();
            say(GuideLine::IndexHere { articles, folder });
            say(match &word {
                Some(word) => GuideLine::TrySearch { word },
                None => GuideLine::TryIndex,
            });
        }
        Err(error) if error.kind() == IndexErrorKind::NoIndex => say(GuideLine::NoIndexYet),
        Err(error) => Failure::from(error).print(),
    }
    say(GuideLine::ReadOn);
}

fn say(line: GuideLine) {
    eprint_message(Message::Guide(line));
}

/// The index folder, where `--index` says which, or nothing does.
pub fn folder_of(typed: Option<String>) -> IndexFolder {
    let named = typed.map(PathBuf::from);
    let named = named.or_else(|| std::env::var_os("FIHRIS_INDEX").map(PathBuf::from));
    let here = std::env::current_dir().unwrap_or_default();
    match named {
        Some(path) => IndexFolder::at(here.join(path)),
        None => IndexFolder::nearest(&here),
    }
}

/// Suggests a search for a word that the index holds. That there is none, or that it cannot be told, is no failure of what
/// was done before.
pub fn suggest_search(context: &Context) {
    if !io::stderr().is_terminal() || is_quiet() {
        return;
    }
    let word = Index::open(&context.folder).and_then(|index| typical_term(&index));
    if let Ok(Some(word)) = word {
        eprint_message(Message::Guide(GuideLine::TrySearch { word: &word }));
    }
}
