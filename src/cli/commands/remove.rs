//! `fihris remove`: take something out of the index.

use std::ffi::OsString;
use std::io::Write;
use std::path::PathBuf;

use crate::i18n::RemovalLine;
use crate::render::Format;
use crate::render::clean::one_line;
use crate::render::copy::Copy;
use crate::render::json::{Line, write_line};
use crate::render::removal::{write_json, write_summary, write_text};
use fihris_index::{LockWait, RemoveOptions, remove, remove_articles};
use fihris_search::SortOrder;

use crate::Outcome;
use crate::args::query::{MatchArgs, ask};
use crate::support::articles::each_article;
use crate::support::context::{Context, FormatArg};
use crate::support::failure::{Failure, eprint_line, note};
use crate::support::locale::language;

/// Take files, folders, streams or articles out of the index; the files themselves stay
///
/// What came by stdin is named - or -:NAME. A file or folder that was indexed by its name is forgotten with all in
/// it; one below such is read again by the next run of index that looks there. Articles that a query finds, with the
/// options of search, stay out until their files change, or index --rebuild reads all again.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Files and folders, there or gone, and streams, as status lists them
    #[arg(value_name = "NAME", required_unless_present = "query")]
    names: Vec<PathBuf>,
    /// The articles that match, as in search; --versions takes in their earlier versions
    #[arg(long, allow_hyphen_values = true, conflicts_with = "names")]
    query: Option<String>,
    #[command(flatten)]
    matching: MatchArgs,
    /// Say what would be removed, and do nothing
    #[arg(long)]
    dry_run: bool,
    /// Wait while another process writes to the index
    #[arg(long)]
    wait: bool,
    #[command(flatten)]
    format: FormatArg,
}

/// Runs the command.
pub fn run(context: &Context, args: &Args) -> Result<Outcome, Failure> {
    let lock_wait = if args.wait {
        LockWait::Wait
    } else {
        LockWait::Fail
    };
    if let Some(query) = &args.query {
        return remove_matches(context, args, query, lock_wait);
    }
    let options = RemoveOptions {
        dry_run: args.dry_run,
        lock_wait,
    };
    let path_names = context.path_names()?;
    let removed = remove(&context.folder, &path_names, &args.names, options)?;
    let mut out = context.screen(args.format.get() == Format::Text);
    match args.format.get() {
        Format::Text => write_text(&mut out, &removed, &path_names, args.dry_run, language())?,
        Format::Json => write_json(&mut out, &removed, &path_names, args.dry_run)?,
    }
    out.flush()?;
    let say_line = |line: RemovalLine| eprint_line(line.text(language()));
    for removal in &removed.removals {
        if let Some(root) = &removal.comes_again_by {
            let (name, root) = (path_names.show(&removal.name), path_names.show(root));
            say_line(RemovalLine::ComesAgain {
                name: &one_line(&name),
                root: &one_line(&root),
            });
        }
    }
    for path in &removed.unknown {
        say_line(RemovalLine::Unknown(&one_line(&path.to_string_lossy())));
    }
    if args.format.get() == Format::Text {
        note(RemovalLine::Left(removed.articles).text(language()));
    }
    Ok(match (&removed.removals[..], &removed.unknown[..]) {
        (_, []) => Outcome::Done,
        ([], _) => Outcome::Nothing,
        _ => Outcome::Failed,
    })
}

/// Takes the articles out that match `query`, and lists them.
fn remove_matches(
    context: &Context,
    args: &Args,
    query: &str,
    lock_wait: LockWait,
) -> Result<Outcome, Failure> {
    let asked = ask(context, Some(query), &[], &args.matching)?;
    let articles = asked.in_order(SortOrder::Path)?;
    let path_names = context.path_names()?;
    let is_text = args.format.get() == Format::Text;
    let mut out = context.screen(is_text);
    let mut identities = Vec::with_capacity(articles.len());
    each_article(&asked.index, &articles, |article| {
        let copy = Copy::new(&article, &path_names);
        if is_text {
            copy.write_line(&mut out, context.style)?;
        } else {
            write_line(&mut out, &Line::new("article", &copy))?;
        }
        identities.push((article.id, article.file, article.place));
        Ok(())
    })?;
    let number = identities.len() as u64;
    let all = asked.index.vocabulary().statistics().articles;
    let left = if args.dry_run || identities.is_empty() {
        all
    } else {
        remove_articles(&context.folder, &identities, lock_wait)?
    };
    if !is_text {
        write_summary(&mut out, args.dry_run, identities.len(), left)?;
    }
    out.flush()?;
    if is_text && number > 0 {
        let dry_run = args.dry_run;
        let articles = number;
        note(RemovalLine::Articles { articles, dry_run }.text(language()));
        note(RemovalLine::Left(left).text(language()));
    }
    Ok(Outcome::of_finding(number > 0))
}

/// `args` with the names of streams that `remove` is given behind all options: they begin as those do.
pub fn with_streams_last(args: impl IntoIterator<Item = OsString>) -> Vec<OsString> {
    let mut args: Vec<OsString> = args.into_iter().collect();
    let Some(command) = args.iter().position(|arg| arg == "remove") else {
        return args;
    };
    let mut names = match args.iter().position(|arg| arg == "--") {
        Some(end) => args.split_off(end).into_iter().skip(1).collect(),
        None => Vec::new(),
    };
    let is_stream = |arg: &mut OsString| arg.as_encoded_bytes().starts_with(b"-:");
    names.extend(args.extract_if(command.., is_stream));
    if !names.is_empty() {
        args.push("--".into());
        args.append(&mut names);
    }
    args
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn streams_go_behind_the_options() {
        for (args, expected) in [
            ("f remove -:a --dry-run x", "f remove --dry-run x -- -:a"),
            ("f remove - -:a -- -:b", "f remove - -- -:b -:a"),
            ("f --index d remove -:a", "f --index d remove -- -:a"),
            ("f search -:a", "f search -:a"),
            ("f remove x", "f remove x"),
        ] {
            let sorted = with_streams_last(args.split(' ').map(OsString::from));
            let sorted: Vec<&str> = sorted.iter().map(|arg| arg.to_str().unwrap()).collect();
            assert_eq!(sorted.join(" "), expected);
        }
    }
}
