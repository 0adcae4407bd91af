//! Presentation forms: the shapes of Arabic letters that a terminal shows as they are.
//!
//! From the blocks Arabic Presentation Forms-A and -B of Unicode. Knows letters, not their neighbours.

/// The joined shapes of a letter; the blocks hold them side by side, the isolated first, then final, initial, medial.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Forms {
    /// The isolated shape.
    isolated: char,
    /// How many shapes there are: 1, 2 or 4.
    count: u32,
}

impl Forms {
    /// Those of `letter`, if it has any.
    pub fn get(letter: char) -> Option<Self> {
        let found = FORMS.binary_search_by_key(&letter, |(letter, ..)| *letter);
        let (_, isolated, count) = FORMS[found.ok()?];
        Some(Self { isolated, count })
    }

    /// Those of the ligature of lam and an alef.
    pub fn of_lam_and(alef: char) -> Option<Self> {
        let isolated = match alef {
            '\u{622}' => '\u{FEF5}',
            '\u{623}' => '\u{FEF7}',
            '\u{625}' => '\u{FEF9}',
            '\u{627}' => '\u{FEFB}',
            _ => return None,
        };
        Some(Self { isolated, count: 2 })
    }

    /// Whether a letter before it can be joined to it.
    pub fn joins_before(self) -> bool {
        self.count > 1
    }

    /// Whether it can be joined to a letter behind it.
    pub fn joins_behind(self) -> bool {
        self.count > 2
    }

    /// The shape joined to the letter before, behind, both or neither.
    pub fn joined(self, before: bool, behind: bool) -> char {
        let shape =
            u32::from(before && self.joins_before()) + 2 * u32::from(behind && self.joins_behind());
        if (self.isolated, shape) == ('\u{FEEF}', 2) {
            return '\u{FBE8}'; // the initial and medial alef maksura stand elsewhere
        }
        if (self.isolated, shape) == ('\u{FEEF}', 3) {
            return '\u{FBE9}';
        }
        char::from_u32(u32::from(self.isolated) + shape).unwrap_or(self.isolated)
    }
}

/// Letters by code point, the isolated shape, and how many shapes.
const FORMS: &[(char, char, u32)] = &[
    ('\u{621}', '\u{FE80}', 1),
    ('\u{622}', '\u{FE81}', 2),
    ('\u{623}', '\u{FE83}', 2),
    ('\u{624}', '\u{FE85}', 2),
    ('\u{625}', '\u{FE87}', 2),
    ('\u{626}', '\u{FE89}', 4),
    ('\u{627}', '\u{FE8D}', 2),
    ('\u{628}', '\u{FE8F}', 4),
    ('\u{629}', '\u{FE93}', 2),
    ('\u{62A}', '\u{FE95}', 4),
    ('\u{62B}', '\u{FE99}', 4),
    ('\u{62C}', '\u{FE9D}', 4),
    ('\u{62D}', '\u{FEA1}', 4),
    ('\u{62E}', '\u{FEA5}', 4),
    ('\u{62F}', '\u{FEA9}', 2),
    ('\u{630}', '\u{FEAB}', 2),
    ('\u{631}', '\u{FEAD}', 2),
    ('\u{632}', '\u{FEAF}', 2),
    ('\u{633}', '\u{FEB1}', 4),
    ('\u{634}', '\u{FEB5}', 4),
    ('\u{635}', '\u{FEB9}', 4),
    ('\u{636}', '\u{FEBD}', 4),
    ('\u{637}', '\u{FEC1}', 4),
    ('\u{638}', '\u{FEC5}', 4),
    ('\u{639}', '\u{FEC9}', 4),
    ('\u{63A}', '\u{FECD}', 4),
    ('\u{641}', '\u{FED1}', 4),
    ('\u{642}', '\u{FED5}', 4),
    ('\u{643}', '\u{FED9}', 4),
    ('\u{644}', '\u{FEDD}', 4),
    ('\u{645}', '\u{FEE1}', 4),
    ('\u{646}', '\u{FEE5}', 4),
    ('\u{647}', '\u{FEE9}', 4),
    ('\u{648}', '\u{FEED}', 2),
    ('\u{649}', '\u{FEEF}', 4), // two of them in the other block
    ('\u{64A}', '\u{FEF1}', 4),
    ('\u{671}', '\u{FB50}', 2),
    ('\u{677}', '\u{FBDD}', 1),
    ('\u{679}', '\u{FB66}', 4),
    ('\u{67A}', '\u{FB5E}', 4),
    ('\u{67B}', '\u{FB52}', 4),
    ('\u{67E}', '\u{FB56}', 4),
    ('\u{67F}', '\u{FB62}', 4),
    ('\u{680}', '\u{FB5A}', 4),
    ('\u{683}', '\u{FB76}', 4),
    ('\u{684}', '\u{FB72}', 4),
    ('\u{686}', '\u{FB7A}', 4),
    ('\u{687}', '\u{FB7E}', 4),
    ('\u{688}', '\u{FB88}', 2),
    ('\u{68C}', '\u{FB84}', 2),
    ('\u{68D}', '\u{FB82}', 2),
    ('\u{68E}', '\u{FB86}', 2),
    ('\u{691}', '\u{FB8C}', 2),
    ('\u{698}', '\u{FB8A}', 2),
    ('\u{6A4}', '\u{FB6A}', 4),
    ('\u{6A6}', '\u{FB6E}', 4),
    ('\u{6A9}', '\u{FB8E}', 4),
    ('\u{6AD}', '\u{FBD3}', 4),
    ('\u{6AF}', '\u{FB92}', 4),
    ('\u{6B1}', '\u{FB9A}', 4),
    ('\u{6B3}', '\u{FB96}', 4),
    ('\u{6BA}', '\u{FB9E}', 2),
    ('\u{6BB}', '\u{FBA0}', 4),
    ('\u{6BE}', '\u{FBAA}', 4),
    ('\u{6C0}', '\u{FBA4}', 2),
    ('\u{6C1}', '\u{FBA6}', 4),
    ('\u{6C5}', '\u{FBE0}', 2),
    ('\u{6C6}', '\u{FBD9}', 2),
    ('\u{6C7}', '\u{FBD7}', 2),
    ('\u{6C8}', '\u{FBDB}', 2),
    ('\u{6C9}', '\u{FBE2}', 2),
    ('\u{6CB}', '\u{FBDE}', 2),
    ('\u{6CC}', '\u{FBFC}', 4),
    ('\u{6D0}', '\u{FBE4}', 4),
    ('\u{6D2}', '\u{FBAE}', 2),
    ('\u{6D3}', '\u{FBB0}', 2),
];

#[cfg(test)]
mod tests {
    use unicode_normalization::UnicodeNormalization;

    use super::*;

    #[test]
    fn every_shape_is_one_of_its_letter() {
        assert!(FORMS.is_sorted_by(|(a, ..), (b, ..)| a < b));
        for &(letter, isolated, count) in FORMS {
            let forms = Forms::get(letter).unwrap();
            for (before, behind) in [(false, false), (true, false), (false, true), (true, true)] {
                let shape = forms.joined(before, behind);
                let letters: Vec<char> = [shape].iter().copied().nfkc().collect();
                let expected: Vec<char> = [letter].iter().copied().nfkc().collect();
                assert_eq!(letters, expected, "{letter} {shape}");
                assert_eq!(
                    shape == isolated,
                    !(before && count > 1 || behind && count > 2)
                );
            }
        }
    }

    #[test]
    fn every_ligature_is_lam_and_its_alef() {
        for alef in ['\u{622}', '\u{623}', '\u{625}', '\u{627}'] {
            let forms = Forms::of_lam_and(alef).unwrap();
            for before in [false, true] {
                let letters: String = [forms.joined(before, true)]
                    .iter()
                    .copied()
                    .nfkc()
                    .collect();
                assert_eq!(letters, format!("\u{644}{alef}"));
            }
        }
        assert_eq!(Forms::of_lam_and('\u{671}'), None);
    }
}
