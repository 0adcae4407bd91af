//! Numbers and bits in the header of a 7z archive. Nothing is counted that the header has no room for.

use super::{LIST, damaged};
use crate::skip::SkipReason;

/// The rest of a header.
pub(super) struct Bytes<'a>(pub &'a [u8]);

impl<'a> Bytes<'a> {
    /// The next `length` bytes.
    pub fn take(&mut self, length: usize) -> Result<&'a [u8], SkipReason> {
        let (taken, rest) = self.0.split_at_checked(length).ok_or_else(ends)?;
        self.0 = rest;
        Ok(taken)
    }

    pub fn byte(&mut self) -> Result<u8, SkipReason> {
        Ok(self.take(1)?[0])
    }

    /// A number in four bytes.
    pub fn u32(&mut self) -> Result<u32, SkipReason> {
        let bytes = self.take(4)?.try_into().map_err(|_| ends())?;
        Ok(u32::from_le_bytes(bytes))
    }

    /// A number in eight bytes.
    pub fn u64(&mut self) -> Result<u64, SkipReason> {
        let bytes = self.take(8)?.try_into().map_err(|_| ends())?;
        Ok(u64::from_le_bytes(bytes))
    }

    /// A number in as many bytes as the first ones of its bits say.
    pub fn number(&mut self) -> Result<u64, SkipReason> {
        let first = self.byte()?;
        let more = first.leading_ones();
        let mut number = 0;
        for place in 0..more {
            number |= u64::from(self.byte()?) << (8 * place);
        }
        let high = u64::from(first) & (0x7F_u64 >> more);
        Ok(if more < 8 {
            number | high << (8 * more)
        } else {
            number
        })
    }

    /// A number of things of which each takes `least` bits or more of the rest.
    pub fn count(&mut self, least: usize) -> Result<usize, SkipReason> {
        let count = usize::try_from(self.number()?).map_err(|_| ends())?;
        let is_there = count.saturating_mul(least) <= self.0.len().saturating_mul(8);
        if is_there { Ok(count) } else { Err(ends()) }
    }

    /// So many bits.
    pub fn bits(&mut self, count: usize) -> Result<Vec<bool>, SkipReason> {
        let bytes = self.take(count.div_ceil(8))?;
        let bit = |at: usize| bytes[at / 8] & (0x80 >> (at % 8)) != 0;
        Ok((0..count).map(bit).collect())
    }

    /// The checksums of `count` things, where they have some.
    pub fn checksums(&mut self, count: usize) -> Result<Vec<Option<u32>>, SkipReason> {
        let are_all = self.byte()? != 0;
        let has = if are_all {
            None
        } else {
            Some(self.bits(count)?)
        };
        if count > self.0.len() && are_all {
            return Err(ends());
        }
        let checksums = (0..count).map(|at| {
            let is_there = has.as_ref().is_none_or(|has| has[at]);
            is_there.then(|| self.u32()).transpose()
        });
        checksums.collect()
    }
}

fn ends() -> SkipReason {
    damaged(LIST)
}
