//! Where the index is, said where somebody may not expect it there.

use crate::i18n::Message;

use crate::support::context::Context;
use crate::support::failure::eprint_message;

/// Where a run writes to.
pub struct PlaceOfIndex {
    /// Whether there is no index yet, and is one at the end.
    is_made: bool,
}

impl PlaceOfIndex {
    /// Says at the beginning of a run that it writes to an index in a folder above.
    pub fn at_start(context: &Context, dry_run: bool) -> Self {
        let is_new = matches!(context.folder.current(), Ok(None));
        if !is_new && context.is_index_above() {
            eprint_message(Message::IndexIsIn(context.folder.path()));
        }
        Self {
            is_made: is_new && !dry_run,
        }
    }

    /// Says at its end where the index was made.
    pub fn at_end(&self, context: &Context) {
        if self.is_made {
            eprint_message(Message::IndexMade(context.folder.path()));
        }
    }
}
