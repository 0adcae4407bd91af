//! Lists of spellings: ours, those in the index folder, and the ones a command names.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::i18n::Message;
use arabic_text::variants::Variants;
use fihris_index::ListLine;

use crate::support::context::Context;
use crate::support::failure::{Failure, tell_bad_lines};

/// The option for lists of the user's own.
#[derive(Debug, Default, clap::Args)]
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
        if let Some(list) = read_if_there(&own)? {
            tell_bad_lines(&own, variants.extend(&list), ListLine::Spellings);
        }
        for file in &self.variants {
            let list = fs::read_to_string(file).map_err(|error| unreadable(file, &error))?;
            tell_bad_lines(file, variants.extend(&list), ListLine::Spellings);
        }
        let learned = context.folder.learned_file();
        if let Some(list) = read_if_there(&learned)? {
            let bad = variants.extend_learned(&list);
            tell_bad_lines(&learned, bad, ListLine::Spellings);
        }
        Ok(variants)
    }
}

fn read_if_there(file: &Path) -> Result<Option<String>, Failure> {
    match fs::read_to_string(file) {
        Ok(list) => Ok(Some(list)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(unreadable(file, &error)),
    }
}

fn unreadable(file: &Path, error: &io::Error) -> Failure {
    Failure::new(
        Message::CannotReadSpellings { file, error },
        Message::SpellingsAreText,
    )
}
