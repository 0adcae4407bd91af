//! Folding and splitting: nothing is lost, and a folded text folds to itself.

use arabic_text::fold::fold_chars;
use arabic_text::{fold, words};

pub fn run(input: &[u8]) {
    let text = &String::from_utf8_lossy(input);
    let folded = fold(text);
    assert_eq!(fold(&folded), folded);
    let mut end = 0;
    for folded in fold_chars(text) {
        assert!(text.get(folded.range.clone()).is_some(), "{folded:?}");
        assert!(folded.range.end >= end, "{folded:?} after {end}");
        end = folded.range.end;
    }
    let mut before = 0..0;
    for word in words(text) {
        assert!(!word.form.is_empty());
        // One character may be several words: `ﷺ`.
        assert!(
            word.range.start >= before.end || word.range == before,
            "{word:?} after {before:?}"
        );
        assert!(text.get(word.range.clone()).is_some(), "{word:?}");
        before = word.range;
    }
}
