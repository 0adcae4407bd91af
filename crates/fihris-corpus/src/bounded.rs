//! Bounded reading: no more of a file is held in memory than [`super::limits`] says.

use std::io::{self, BufRead, Read};

use super::limits::LARGEST_RECORD;
use super::skip::SkipReason;

/// All bytes of `input`.
///
/// # Errors
/// If it fails, or is larger than `largest`.
pub fn read_whole(input: &mut dyn BufRead, largest: u64) -> Result<Vec<u8>, SkipReason> {
    let mut bytes = Vec::new();
    let length = input.take(largest + 1).read_to_end(&mut bytes)?;
    if length as u64 > largest {
        return Err(SkipReason::TooLarge(largest));
    }
    Ok(bytes)
}

/// Puts what comes up to and with `end` into `bytes`, at most [`LARGEST_RECORD`] of it; the rest is
/// passed over. Says whether there was anything, and whether all of it fitted.
///
/// # Errors
/// If `input` fails.
pub fn read_until(
    input: &mut dyn BufRead,
    end: u8,
    bytes: &mut Vec<u8>,
) -> io::Result<(bool, Result<(), SkipReason>)> {
    bytes.clear();
    let length = (&mut *input).take(LARGEST_RECORD).read_until(end, bytes)?;
    if length as u64 == LARGEST_RECORD && bytes.last() != Some(&end) {
        input.skip_until(end)?;
        return Ok((true, Err(SkipReason::TooLarge(LARGEST_RECORD))));
    }
    Ok((length > 0, Ok(())))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::limits::LARGEST_PAGE;

    /// So many spaces, and then a line.
    fn spaces(count: u64) -> impl BufRead {
        io::BufReader::new(io::repeat(b' ').take(count)).chain(&b"\nabc\n"[..])
    }

    #[test]
    fn what_is_too_large_is_passed_over() {
        let mut input = spaces(LARGEST_RECORD);
        let mut line = Vec::new();
        let (is_there, fits) = read_until(&mut input, b'\n', &mut line).unwrap();
        assert!(is_there && fits == Err(SkipReason::TooLarge(LARGEST_RECORD)));
        assert_eq!(
            read_until(&mut input, b'\n', &mut line).unwrap(),
            (true, Ok(()))
        );
        assert_eq!(line, b"abc\n");
        assert!(!read_until(&mut input, b'\n', &mut line).unwrap().0);
        assert_eq!(
            read_whole(&mut spaces(LARGEST_PAGE), LARGEST_PAGE),
            Err(SkipReason::TooLarge(LARGEST_PAGE))
        );
    }
}
