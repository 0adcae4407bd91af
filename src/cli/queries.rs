//! `fihris help queries`: the query language.

use std::fmt::Write as _;
use std::io::Write;

use fihris::query::language::{CONSTRUCTS, NOTES};

use super::Outcome;
use super::context::Context;
use super::failure::Failure;

/// The query language
#[derive(Debug, clap::Args)]
#[command(long_about = text())]
pub struct Args {}

/// Runs the command.
pub fn run(context: &Context, _: &Args) -> Result<Outcome, Failure> {
    let mut out = context.screen(true);
    writeln!(out, "{}", text())?;
    out.flush()?;
    Ok(Outcome::Done)
}

/// Each way to ask with its example on a line of its own, since Arabic would turn a line around.
fn text() -> String {
    let mut text = "The query language. A query finds articles with:\n\n".to_string();
    for construct in CONSTRUCTS {
        let _ = writeln!(text, "  {}\n      {}", construct.example, construct.finds);
    }
    text + "\n" + NOTES
}
