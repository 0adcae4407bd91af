//! `fihris show`: print an article.

use std::io::{self, IsTerminal, Write};
use std::path::Path;

use fihris::output::clean::lines;
use fihris::output::json::{Line, write_line};
use fihris::output::{Format, clean::one_line};

use super::Outcome;
use super::context::{Context, FormatArg};
use super::failure::{Failure, tell};

/// Print the text of an article, as it was indexed
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The article's path or id, as search prints it
    id: String,
    #[command(flatten)]
    format: FormatArg,
}

/// Runs the command.
pub fn run(context: &Context, args: &Args) -> Result<Outcome, Failure> {
    let index = context.open()?;
    let places = context.places()?;
    let article = match index.find(&args.id)? {
        Some(article) => Some(article),
        None => match places.resolve(Path::new(&args.id)) {
            Ok(path) => index.find(&places.name(&path))?,
            Err(_) => None,
        },
    };
    let Some(article) = article else {
        tell(format!(
            "no article with the id {} in the index",
            one_line(&args.id)
        ));
        return Ok(Outcome::Nothing);
    };
    let mut out = context.out();
    match args.format.get() {
        Format::Json => {
            let fields = serde_json::json!({
                "id": article.id,
                "path": places.show(&article.file),
                "fields": article.fields,
                "title": article.title(),
                "text": article.text,
            });
            write_line(&mut out, &Line::new("article", fields))?;
        }
        Format::Text if io::stdout().is_terminal() => writeln!(out, "{}", lines(&article.text))?,
        Format::Text => out.write_all(article.text.as_bytes())?,
    }
    out.flush()?;
    Ok(Outcome::Done)
}
