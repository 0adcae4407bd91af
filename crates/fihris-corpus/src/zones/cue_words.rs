//! Cue words: single words that tell what a short line of an unusual wording is likely to be.
//!
//! The caller checks that the line is short enough, and stands where it may be this.

use super::cues::{CueKind, is_cue_word};
use crate::ZoneKind;
use arabic_text::words;

/// Whether a word of `text` is a cue for `kind`. Proves something in short lines only.
pub(super) fn has_cue_word(text: &str, kind: ZoneKind) -> bool {
    let mut all = words(text);
    while all.advance() {
        if is_cue_word(all.form(), kind, CueKind::CueWord) {
            return true;
        }
    }
    false
}

/// Whether the first word of `text` is a call to action: asks its reader to do something for the site.
pub(super) fn asks_the_reader(text: &str) -> bool {
    let mut all = words(text);
    all.advance() && is_cue_word(all.form(), ZoneKind::Boilerplate, CueKind::CallToAction)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_cues() {
        assert!(has_cue_word("من صفحتنا على المنصة", ZoneKind::Boilerplate));
        assert!(!has_cue_word("من صفحة على المنصة", ZoneKind::Boilerplate));
        assert!(has_cue_word("وقال المدير: نعم", ZoneKind::Body));
        assert!(asks_the_reader("أرسل الخبر") && !asks_the_reader("الخبر أرسل"));
    }
}
