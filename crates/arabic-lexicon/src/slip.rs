//! Slips: letters that careless writing puts for others.

use crate::letters::Letters;

/// A letter for another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Slip {
    /// `ا` for `أ`, `إ`, `آ`: by far the most frequent.
    Alef,
    /// `و`, `ي` for `ؤ`, `ئ`.
    Seat,
    /// `ي` for `ى`.
    Ya,
    /// `ى` for `ي`, a habit of whole newspapers.
    Dotless,
    /// `ه` for `ة`.
    Ta,
    /// `و` for the ending `وا`.
    Waw,
    /// Any other spelling of the letter: `إ` for `أ`, `ة` for `ه`.
    Wrong,
}

impl Slip {
    /// What it costs, as in [`crate::weight`]: how many letters that could be written so are.
    pub const fn cost(self) -> u16 {
        match self {
            Self::Alef => 24,
            Self::Ta => 30,
            Self::Dotless => 32,
            Self::Waw => 34,
            Self::Seat => 40,
            Self::Wrong => 64,
            Self::Ya => 56,
        }
    }
}

/// Slips of a form, counted and summed up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Slips {
    /// How many.
    pub count: u8,
    /// What they cost.
    pub cost: u16,
    /// Whether one of them is [`Slip::Wrong`].
    pub is_misspelt: bool,
}

impl Slips {
    /// These and one more.
    pub fn with(self, slip: Slip) -> Self {
        Self {
            count: self.count.saturating_add(1),
            cost: self.cost + slip.cost(),
            is_misspelt: self.is_misspelt || slip == Slip::Wrong,
        }
    }

    /// These and those of the letters from `start` on, which are spelt `right` if all is well.
    pub fn between(mut self, written: &Letters, start: usize, end: usize, right: u64) -> Self {
        let spelt = written.spellings(start, end);
        if spelt == right {
            return self;
        }
        for at in start..end {
            let of = |spellings: u64| spellings >> (2 * (at - start)) & 3;
            if of(spelt) != of(right) {
                self = self.with(kind(written.codes()[at], of(spelt), of(right)));
            }
        }
        self
    }
}

/// What it is if the letter `code` has one spelling for another.
fn kind(code: u8, written: u64, right: u64) -> Slip {
    const ALEF: u8 = Letters::code_of('ا');
    const YA: u8 = Letters::code_of('ي');
    const HA: u8 = Letters::code_of('ه');
    match (code, written, right) {
        (ALEF, 0, _) => Slip::Alef,
        (HA, 0, _) => Slip::Ta,
        (YA, 0, 1) => Slip::Ya,
        (YA, 1, 0) => Slip::Dotless,
        (_, 0, _) => Slip::Seat,
        _ => Slip::Wrong,
    }
}
