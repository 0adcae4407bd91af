//! Arrivals: when a record came by a stream, as one number that orders them.
//!
//! What came by a stream has no name of a file that would tell which is newer. The number holds the millisecond at which
//! the run began, and how many records came before in that; 0 is that of what did not come by a stream.

/// Bits of the number of a record in its run.
const NUMBER_BITS: u32 = 22;

/// That of the record with this number, from 0, in a run that began so many milliseconds after 1970.
///
/// ```
/// use fihris_corpus::arrival::{arrival, run};
/// assert!(arrival(5, 1) > arrival(5, 0) && arrival(6, 0) > arrival(5, u64::MAX));
/// assert_eq!(run(arrival(5, 7)), 5);
/// ```
#[must_use]
pub fn arrival(run: u64, number: u64) -> u64 {
    let last = (1 << NUMBER_BITS) - 1;
    run << NUMBER_BITS | number.min(last)
}

/// When the run began in which a record came.
#[must_use]
pub fn run(arrival: u64) -> u64 {
    arrival >> NUMBER_BITS
}
