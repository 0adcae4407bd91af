//! The first minute: what a newcomer may do next.
//!
//! Said on terminals only, and never where something was asked for.

use std::io::{self, IsTerminal};
use std::path::PathBuf;

use crate::i18n::Message;
use fihris_index::{Index, IndexFolder};
use fihris_query::suggest::typical_term;

use crate::support::context::Context;
use crate::support::failure::{eprint_message, is_quiet};

/// Whether somebody typed nothing but `fihris`, where no index is.
pub fn is_newcomer() -> bool {
    let has_index = || {
        let named = std::env::var_os("FIHRIS_INDEX").map(PathBuf::from);
        let nearest = || Some(IndexFolder::nearest(&std::env::current_dir().ok()?));
        let folder = named.map(IndexFolder::at).or_else(nearest);
        folder.is_some_and(|folder| !matches!(folder.current(), Ok(None)))
    };
    std::env::args_os().len() == 1 && io::stderr().is_terminal() && !has_index()
}

/// Suggests a search for a word that the index holds. That there is none, or that it cannot be told, is no failure of what
/// was done before.
pub fn suggest_search(context: &Context) {
    if !io::stderr().is_terminal() || is_quiet() {
        return;
    }
    let word = Index::open(&context.folder).and_then(|index| typical_term(&index));
    if let Ok(Some(word)) = word {
        eprint_message(Message::TrySearch { word: &word });
    }
}
