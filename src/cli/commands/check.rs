//! `fihris check`: whether the index is sound.

use std::io::Write;

use crate::render::Format;
use crate::render::checkup::{write_json, write_text};
use fihris_index::check;

use crate::Outcome;
use crate::support::context::{Context, FormatArg};
use crate::support::failure::Failure;

/// Verify the index: checksums, articles, records of files, and what is derived from them
///
/// Reads all of it and changes nothing. Says what is wrong and which command repairs it; the exit status is
/// 2 then.
#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(flatten)]
    format: FormatArg,
}

/// Runs the command.
pub fn run(context: &Context, args: &Args) -> Result<Outcome, Failure> {
    let checkup = check(&context.folder)?;
    let mut out = context.screen(args.format.get() == Format::Text);
    match args.format.get() {
        Format::Text => write_text(&mut out, &checkup, context.style.language)?,
        Format::Json => write_json(&mut out, &checkup)?,
    }
    out.flush()?;
    Ok(if checkup.problems.is_empty() {
        Outcome::Done
    } else {
        Outcome::Failed
    })
}
