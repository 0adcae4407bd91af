//! Numbers in words inside of dates: `ثلاثة`, `خمسة عشر`, `ألفين وثلاثة عشر`.
//!
//! Each part fills places of the number that are still empty, and all after the first have `و` before them.

use super::token_run::TokenRun;
use super::vocabulary::Meaning;

impl TokenRun<'_> {
    /// The number in words at token `i`, and the token after it.
    pub(super) fn spelled(self, i: usize) -> Option<(u16, usize)> {
        let (mut number, mut at) = self.spelled_part(i)?;
        while let Some(next) = self.after_and(at)
            && let Some((part, end)) = self.spelled_part(next)
            && is_free_in(number, part)
        {
            (number, at) = (number + part, end);
        }
        Some((number, at))
    }

    /// The token that `و` joins to the one before `at`: at `at`, or after a `و` there.
    fn after_and(self, at: usize) -> Option<usize> {
        let token = self.tokens.get(at).filter(|_| self.gap_is(at, ""))?;
        match token.meaning {
            Meaning::And => self.gap_is(at + 1, "").then_some(at + 1),
            _ => token.and.then_some(at),
        }
    }

    /// `ثلاثة`, `ثلاثة عشر`, `عشرين`, `ثلاث مئة`, `ألف`.
    fn spelled_part(self, i: usize) -> Option<(u16, usize)> {
        let unit = match self.meaning(i)? {
            Meaning::Cardinal(number) => number,
            Meaning::Teen => return Some((10, i + 1)),
            _ => return None,
        };
        let next = self
            .tokens
            .get(i + 1)
            .filter(|token| unit < 10 && !token.and && self.gap_is(i + 1, ""));
        Some(match next.map(|token| token.meaning) {
            Some(Meaning::Teen) => (unit + 10, i + 2),
            Some(Meaning::Cardinal(100)) if unit > 2 => (unit * 100, i + 2),
            _ => (unit, i + 1),
        })
    }
}

/// Whether the places of `part` are empty in `number`, which has none below those but units below tens.
fn is_free_in(number: u16, part: u16) -> bool {
    let digits = |mut n: u16| {
        std::array::from_fn::<bool, 4, _>(|_| {
            let is_used = !n.is_multiple_of(10);
            n /= 10;
            is_used
        })
    };
    let (used, wanted) = (digits(number), digits(part));
    let overlaps = used
        .iter()
        .zip(wanted)
        .any(|(&used, wanted)| used && wanted);
    let is_tens_after_units = number % 100 < 10 && (20..100).contains(&part);
    let magnitude = |n: u16| n.checked_ilog10().unwrap_or(0);
    let lowest = (0..4).find(|&place| used[place]).unwrap_or(0);
    let descends = u32::try_from(lowest).is_ok_and(|lowest| magnitude(part) < lowest);
    !overlaps && (descends || is_tens_after_units)
}
