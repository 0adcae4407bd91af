//! Unpacking: how much may come out of one file on disk.
//!
//! A few bytes can stand for any number, and the files of an archive for each other. What all parts of a
//! file unpack to is counted together, and held against what was read of it.

use std::cell::Cell;
use std::io::{self, Read};
use std::rc::Rc;

use super::limits::{UNPACKED_FLOOR, UNPACKED_RATIO};
use super::skip::SkipReason;

/// The bytes of one file, packed and unpacked; clones count together.
#[derive(Clone, Debug, Default)]
pub struct UnpackLimit(Rc<Counts>);

#[derive(Debug, Default)]
struct Counts {
    /// Bytes that were read of the file.
    packed: Cell<u64>,
    /// Bytes that came out.
    unpacked: Cell<u64>,
}

impl UnpackLimit {
    /// Whether more may come out.
    ///
    /// # Errors
    /// [`SkipReason::Unpacked`] if too much did.
    pub fn check(&self) -> Result<(), SkipReason> {
        let most = UNPACKED_FLOOR.max(self.0.packed.get().saturating_mul(UNPACKED_RATIO));
        if self.0.unpacked.get() > most {
            return Err(SkipReason::Unpacked(most));
        }
        Ok(())
    }

    /// Counts bytes that came out.
    ///
    /// # Errors
    /// [`SkipReason::Unpacked`] if they are too many.
    pub fn count(&self, bytes: u64) -> Result<(), SkipReason> {
        self.0.unpacked.set(self.0.unpacked.get() + bytes);
        self.check()
    }

    /// `input`, whose bytes are read of the file.
    pub fn count_packed<R>(&self, input: R) -> Packed<R> {
        Packed {
            input,
            unpack_limit: self.clone(),
        }
    }

    /// `input`, whose bytes come out; it fails where they are too many.
    pub fn count_unpacked<R>(&self, input: R) -> Unpacked<R> {
        Unpacked {
            input,
            unpack_limit: self.clone(),
            has_failed: false,
        }
    }
}

/// Counts bytes that are read of a file.
pub struct Packed<R> {
    input: R,
    unpack_limit: UnpackLimit,
}

impl<R: Read> Read for Packed<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let length = self.input.read(buffer)?;
        let packed = &self.unpack_limit.0.packed;
        packed.set(packed.get() + length as u64);
        Ok(length)
    }
}

/// Counts bytes that come out.
pub struct Unpacked<R> {
    input: R,
    unpack_limit: UnpackLimit,
    /// Whether reading failed: what unpacks may never end if it is asked again.
    has_failed: bool,
}

impl<R: Read> Read for Unpacked<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.has_failed {
            self.unpack_limit.check().map_err(io::Error::other)?;
            return Err(io::Error::other("it cannot be unpacked"));
        }
        let result = self.input.read(buffer).and_then(|length| {
            let counted = self.unpack_limit.count(length as u64);
            counted.map_err(io::Error::other)?;
            Ok(length)
        });
        let is_failure = |error: &io::Error| error.kind() != io::ErrorKind::Interrupted;
        self.has_failed = result.as_ref().err().is_some_and(is_failure);
        result
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_failed_is_not_asked_again() {
        struct Once(bool);
        impl Read for Once {
            fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
                assert!(!std::mem::replace(&mut self.0, true), "asked again");
                Err(io::Error::other("damaged"))
            }
        }
        let mut input = UnpackLimit::default().count_unpacked(Once(false));
        for message in ["damaged", "it cannot be unpacked"] {
            assert_eq!(input.read(&mut [0]).unwrap_err().to_string(), message);
        }
    }

    #[test]
    fn all_that_comes_out_counts_together() {
        let unpack_limit = UnpackLimit::default();
        io::copy(
            &mut unpack_limit.count_packed(io::repeat(0).take(10)),
            &mut io::sink(),
        )
        .unwrap();
        let half = || unpack_limit.count_unpacked(io::repeat(0).take(UNPACKED_FLOOR / 2));
        for _ in 0..2 {
            assert!(io::copy(&mut half(), &mut io::sink()).is_ok());
        }
        let error = io::copy(&mut half(), &mut io::sink()).unwrap_err();
        let reason = SkipReason::Unpacked(UNPACKED_FLOOR);
        assert_eq!(
            (SkipReason::from(error), unpack_limit.check()),
            (reason.clone(), Err(reason))
        );
        let much = UNPACKED_FLOOR / UNPACKED_RATIO * 2;
        io::copy(
            &mut unpack_limit.count_packed(io::repeat(0).take(much)),
            &mut io::sink(),
        )
        .unwrap();
        assert_eq!(unpack_limit.check(), Ok(()));
    }
}
