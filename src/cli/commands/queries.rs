//! `fihris help queries`: the query language.

use std::fmt::Write as _;
use std::io::Write;

use crate::i18n::Language;
use fihris_query::constructs::{CONSTRUCTS, NOTES};

use crate::Outcome;
use crate::help::{QUERIES, QUERIES_HEAD, QUERIES_NOTES};
use crate::support::context::Context;
use crate::support::failure::Failure;
use crate::support::locale::language;

/// The query language
#[derive(Debug, clap::Args)]
#[command(long_about = text())]
pub struct Args {}

/// Runs the command.
pub fn run(context: &Context, _: &Args) -> Result<Outcome, Failure> {
    let mut out = context.screen(true);
    let text = match language() {
        Language::English => text(),
        Language::Arabic => arabic(),
    };
    writeln!(out, "{text}")?;
    out.flush()?;
    Ok(Outcome::Done)
}

fn text() -> String {
    let ways = CONSTRUCTS.iter().map(|way| (way.example, way.finds));
    page(
        "The query language. A query finds articles with:",
        ways,
        NOTES,
    )
}

/// The page in Arabic.
pub fn arabic() -> String {
    page(QUERIES_HEAD, QUERIES.iter().copied(), QUERIES_NOTES)
}

/// Each way to ask with its example on a line of its own, since Arabic would turn a line around.
fn page<'a>(head: &str, ways: impl Iterator<Item = (&'a str, &'a str)>, notes: &str) -> String {
    let mut text = format!("{head}\n\n");
    for (example, finds) in ways {
        let _ = writeln!(text, "  {example}\n      {finds}");
    }
    text + "\n" + notes
}
