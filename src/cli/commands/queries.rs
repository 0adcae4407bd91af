//! `fihris help queries`: the query language.

use std::fmt::Write as _;
use std::io::Write;

use crate::i18n::Language;
use fihris_query::constructs::{CONSTRUCTS, NOTES};
use fihris_query::parse::arabic_names;

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
        &format!("{NOTES}\nFields have Arabic names too:\n{}", fields(", ")),
    )
}

/// The Arabic names of fields, each line after the English one.
fn fields(comma: &str) -> String {
    let line = |(name, arabic): (&str, Vec<&str>)| format!("  {name}:  {}", arabic.join(comma));
    arabic_names().map(line).collect::<Vec<_>>().join("\n")
}

/// The page in Arabic.
pub fn arabic() -> String {
    let notes = format!("{QUERIES_NOTES}\nوللحقول أسماء عربية:\n{}", fields("، "));
    page(QUERIES_HEAD, QUERIES.iter().copied(), &notes)
}

/// Each way to ask with its example on a line of its own, since Arabic would turn a line around.
fn page<'a>(head: &str, ways: impl Iterator<Item = (&'a str, &'a str)>, notes: &str) -> String {
    let mut text = format!("{head}\n\n");
    for (example, finds) in ways {
        let _ = writeln!(text, "  {example}\n      {finds}");
    }
    text + "\n" + notes
}
