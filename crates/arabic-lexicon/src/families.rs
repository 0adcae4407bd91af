//! Families: which lexemes belong together.

use std::collections::HashMap;

/// Sets of lexemes that grow together; the lowest number of a set is its name.
#[derive(Debug, Default)]
pub(crate) struct Families(HashMap<u32, u32>);

impl Families {
    /// The family of a lexeme; one that was never joined is its own.
    pub fn family(&mut self, lexeme: u32) -> u32 {
        let mut family = lexeme;
        while let Some(next) = self.0.get(&family) {
            family = *next;
        }
        if family != lexeme {
            self.0.insert(lexeme, family); // the next look-up is short
        }
        family
    }

    /// Makes one family of two.
    pub fn join(&mut self, a: u32, b: u32) {
        let (a, b) = (self.family(a), self.family(b));
        if a != b {
            self.0.insert(a.max(b), a.min(b));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn families_grow_together() {
        let mut families = Families::default();
        for (a, b) in [(1, 2), (4, 3), (2, 3), (5, 5)] {
            families.join(a, b);
        }
        assert_eq!(
            [1, 2, 3, 4, 5].map(|lexeme| families.family(lexeme)),
            [1, 1, 1, 1, 5]
        );
    }
}
