//! Words of the user's own: those of the list in the index folder, and of the ones a command names.

use std::fs;
use std::path::PathBuf;

use crate::i18n::Message;
use arabic_lexicon::Lexicon;
use fihris_index::ListLine;

use crate::support::context::Context;
use crate::support::failure::{Failure, tell_bad_lines};

/// The option for lists of the user's own.
#[derive(Debug, clap::Args)]
pub struct LexiconArg {
    /// A list of words that the lexicon lacks, a word a line with its class and plurals
    #[arg(long, value_name = "FILE")]
    lexicon: Vec<PathBuf>,
}

impl LexiconArg {
    /// All words; lines that are no entries are told on stderr.
    pub fn load(&self, context: &Context) -> Result<Lexicon, Failure> {
        let mut lexicon = context.own_lexicon()?;
        for file in &self.lexicon {
            let list = fs::read_to_string(file).map_err(|error| {
                let cannot = Message::CannotReadLexicon {
                    file,
                    error: &error,
                };
                Failure::new(cannot, Message::LexiconIsText)
            })?;
            let bad;
            (lexicon, bad) = lexicon.with_entries(&list);
            tell_bad_lines(file, bad, ListLine::Words);
        }
        Ok(lexicon)
    }
}
