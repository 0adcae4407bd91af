//! Numbers: one value however it is written.
//!
//! `26013`, `26.013`, `ستة وعشرون ألفا وثلاثة عشر` are one value to a reader, and `2.5 مليون` is `مليونان ونصف`. Reads digits
//! ([`values`]) and words ([`read`]) to a [`Number`], and writes a number in all the ways that papers have ([`writings`],
//! [`ordinals`]). Words are folded, as [`mod@crate::words`] splits them.

mod clock;
mod forms;
mod number;
mod ordinal;
mod reading;
mod writing;
mod written;

pub use clock::clock_times;
pub use number::{Number, values};
pub use ordinal::ordinals;
pub use reading::{Reading, begins, read};
pub use writing::writings;
pub use written::Writing;

#[cfg(test)]
mod tests;
