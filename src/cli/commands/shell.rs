//! `fihris completions` and `fihris man`: what shells and `man` know of the program.
//!
//! Made from the same definitions as the options themselves.

use std::fs;
use std::io::Write;
use std::path::PathBuf;

use clap::CommandFactory;
use clap_complete::Shell;

use crate::completion;
use crate::help::manual;
use crate::i18n::Message;

use crate::Outcome;
use crate::support::context::Context;
use crate::support::failure::{Failure, eprint_message};
use crate::support::locale::language;

/// Print the completions of a shell
#[derive(Debug, clap::Args)]
#[command(long_about = "Print the completions of a shell. For bash, say:\n\n  \
    fihris completions bash > ~/.local/share/bash-completion/completions/fihris")]
pub struct CompletionsArgs {
    /// The shell
    #[arg(value_enum)]
    shell: Shell,
}

/// Write the manual pages
#[derive(Debug, clap::Args)]
pub struct ManArgs {
    /// The folder to write them into, as in ~/.local/share/man/man1, or with --lang ar in ~/.local/share/man/ar/man1; it is made
    /// if it is not there
    #[arg(value_name = "DIR")]
    folder: PathBuf,
}

/// Prints completions.
pub fn completions(context: &Context, args: &CompletionsArgs) -> Result<Outcome, Failure> {
    let mut out = context.out();
    match args.shell {
        Shell::Bash => out.write_all(completion::BASH.as_bytes())?,
        Shell::Zsh => out.write_all(completion::ZSH.as_bytes())?,
        Shell::Fish => out.write_all(completion::FISH.as_bytes())?,
        other => {
            let mut script = Vec::new();
            clap_complete::generate(other, &mut crate::Args::command(), "fihris", &mut script);
            out.write_all(&script)?;
        }
    }
    out.flush()?;
    Ok(Outcome::Done)
}

/// Writes a page for each command.
pub fn man(args: &ManArgs) -> Result<Outcome, Failure> {
    let write = || {
        fs::create_dir_all(&args.folder)?;
        for page in manual::pages(language())? {
            fs::write(args.folder.join(page.name), page.text)?;
        }
        Ok(())
    };
    write().map_err(|error| {
        let cannot = Message::CannotWriteManual {
            folder: &args.folder,
            error: &error,
        };
        Failure::new(cannot, Message::NameAnotherFolder)
    })?;
    eprint_message(Message::ManualPages(&args.folder));
    Ok(Outcome::Done)
}
