//! Letters that are drawn by several glyphs, one of which is mapped to the letter and the others to nothing.
//!
//! A map has one text for a code, and some programs take that of the place where it stands first. A glyph that is part of
//! such a letter there and a letter by itself elsewhere is then mapped to nothing, and would be lost.

use std::collections::{HashMap, HashSet};

/// The glyphs of a font, as far as they were shown.
#[derive(Debug, Default)]
pub(super) struct Clusters {
    /// Those that are mapped to nothing, with the one that was before them first and is mapped to the letter.
    silent: HashMap<u32, u32>,
    /// Those that stand before others than these: they are letters by themselves.
    letters: HashSet<u32>,
    /// Those that are mapped to a letter, but only part of it: what stands behind them was shown without them.
    fillers: HashSet<u32>,
}

impl Clusters {
    /// The glyph whose characters are shown by `code`, which stands behind `before` and is mapped to characters or,
    /// if `is_silent`, to nothing; `None` for no characters.
    pub fn shown(&mut self, code: u32, before: Option<u32>, is_silent: bool) -> Option<u32> {
        if !is_silent {
            self.letters.extend(before);
            return (!self.fillers.contains(&code)).then_some(code);
        }
        let Some(&first) = self.silent.get(&code) else {
            let first = before.filter(|first| !self.silent.contains_key(first))?;
            self.silent.insert(code, first);
            return self.fillers.contains(&first).then_some(first);
        };
        if before != Some(first) && !self.letters.contains(&first) {
            self.fillers.insert(first);
        }
        self.fillers.contains(&first).then_some(first)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_glyph_that_is_a_letter_elsewhere_is_that_letter() {
        // 1 to 9 are mapped to letters, others to nothing.
        for (codes, expected) in [
            (&[1, 2, 3][..], &[1, 2, 3][..]),
            // Always behind the first: it is all of the letter.
            (&[1, 2, 10, 3, 2, 10, 2], &[1, 2, 3, 2, 2]),
            // The letter is 10, and 2 a longer stroke before it, or before another one.
            (&[1, 2, 10, 3, 10, 2, 10, 2, 3], &[1, 2, 3, 2, 2, 3]),
            (&[2, 10, 3, 10, 2, 11, 2, 12, 13, 3], &[2, 3, 2, 2, 2, 3]),
            // What is before it is a letter by itself.
            (&[2, 3, 2, 10, 3, 10], &[2, 3, 2, 3]),
            // Nothing is before it.
            (&[10, 1, 10, 2], &[1, 2]),
        ] {
            let mut clusters = Clusters::default();
            let mut before = None;
            let mut shown = Vec::new();
            for code in codes {
                shown.extend(clusters.shown(*code, before, *code > 9));
                before = Some(*code);
            }
            assert_eq!(shown, expected, "{codes:?}");
        }
    }
}
