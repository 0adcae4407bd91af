//! `fihris formats`: the kinds of files that are read.

use std::io::Write;

use crate::render::Format;
use crate::render::kinds::{write_json, write_text};

use crate::Outcome;
use crate::support::context::{Context, FormatArg};
use crate::support::failure::Failure;

/// List the kinds of files that are read, what each gives, and how large it may be
///
/// Kinds are told by the endings of names; of what comes by stdin, and of files in it, by their first bytes.
#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(flatten)]
    format: FormatArg,
}

/// Runs the command.
pub fn run(context: &Context, args: &Args) -> Result<Outcome, Failure> {
    let mut out = context.screen(args.format.get() == Format::Text);
    match args.format.get() {
        Format::Text => write_text(&mut out, context.style.language)?,
        Format::Json => write_json(&mut out)?,
    }
    out.flush()?;
    Ok(Outcome::Done)
}
