//! Words of the user's own: those of the list in the index folder, and of the ones a command names.

use std::fs;
use std::path::PathBuf;

use crate::i18n::Message;
use arabic_lexicon::Lexicon;
use fihris_index::{ListLine, own_lexicon};

use crate::args::variants::tell_bad_lines;
use crate::support::context::Context;
use crate::support::failure::Failure;

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
        let (mut lexicon, bad) = own_lexicon(&context.folder)?;
        tell_bad_lines(&context.folder.lexicon_file(), bad, ListLine::Words);
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
