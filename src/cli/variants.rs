//! Lists of spellings: ours, the one in the index folder, and the ones a command names.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use fihris::arabic::variants::Variants;

use super::context::Context;
use super::failure::{Failure, tell};

/// The option for lists of the user's own.
#[derive(Debug, clap::Args)]
pub struct VariantsArg {
    /// A list of equal spellings, a group a line, separated by tabs
    #[arg(long, value_name = "FILE")]
    variants: Vec<PathBuf>,
}

impl VariantsArg {
    /// All groups; lines that are none are told on stderr.
    pub fn load(&self, context: &Context) -> Result<Variants, Failure> {
        let mut variants = Variants::builtin();
        let own = context.folder.variants_file();
        match fs::read_to_string(&own) {
            Ok(list) => extend(&mut variants, &own, &list),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(unreadable(&own, &error)),
        }
        for file in &self.variants {
            let list = fs::read_to_string(file).map_err(|error| unreadable(file, &error))?;
            extend(&mut variants, file, &list);
        }
        Ok(variants)
    }
}

fn extend(variants: &mut Variants, file: &Path, list: &str) {
    for bad in variants.extend(list) {
        tell(format!("skipped: {}: {bad}", file.display()));
    }
}

fn unreadable(file: &Path, error: &io::Error) -> Failure {
    let message = format!("cannot read the spellings in {}: {error}", file.display());
    Failure::new(
        message,
        "it should be UTF-8 text, a group a line, spellings separated by tabs",
    )
}
