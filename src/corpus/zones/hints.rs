//! Single words that tell what a short line of an unusual wording is likely to be.
//!
//! Knows words, not lines: whether a line is short enough, and stands where it may be this, is for the
//! caller to see.

use super::markers::{How, is_listed};
use crate::corpus::ZoneKind;
use arabic_text::words;

/// Whether a word of `text` hints at `kind`. Proves something in short lines only.
pub(super) fn hints(text: &str, kind: ZoneKind) -> bool {
    let mut all = words(text);
    while all.advance() {
        if is_listed(all.form(), kind, How::Hint) {
            return true;
        }
    }
    false
}

/// Whether the first word of `text` asks its reader to do something for the site.
pub(super) fn calls(text: &str) -> bool {
    let mut all = words(text);
    all.advance() && is_listed(all.form(), ZoneKind::Furniture, How::Call)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_hint() {
        assert!(hints("من صفحتنا على المنصة", ZoneKind::Furniture));
        assert!(!hints("من صفحة على المنصة", ZoneKind::Furniture));
        assert!(hints("وقال المدير: نعم", ZoneKind::Body));
        assert!(calls("أرسل الخبر") && !calls("الخبر أرسل"));
    }
}
