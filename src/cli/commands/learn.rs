//! `fihris learn`: find spellings of names in the corpus itself.

use std::time::Instant;

use crate::i18n::Message;
use fihris_index::learn::learn;
use fihris_index::learn::list::{Rejected, write};

use crate::Outcome;
use crate::support::context::Context;
use crate::support::failure::{Failure, eprint_message};

/// Find names that the corpus spells in several ways, and list them for searches
///
/// The list is learned.tsv in the index folder. Read it, the least sure groups come first; a minus before
/// a line rejects it. Learn again when the corpus has grown.
#[derive(Debug, clap::Args)]
pub struct Args {}

/// Runs the command.
pub fn run(context: &Context, _: &Args) -> Result<Outcome, Failure> {
    let start = Instant::now();
    let index = context.open()?;
    let rejected = Rejected::read(&context.folder)?;
    let groups = learn(&index, &rejected)?;
    write(&context.folder, &groups, &rejected)?;
    let spellings: usize = groups.iter().map(|group| group.spellings.len()).sum();
    eprint_message(Message::Learned {
        names: groups.len(),
        spellings,
        rejected: rejected.len(),
        seconds: start.elapsed().as_secs_f64(),
    });
    eprint_message(Message::ListedIn(&context.folder.learned_file()));
    Ok(Outcome::Done)
}
