//! Work of others on bytes that they may not bear: a panic in it ends no run, and nobody needs to be told of it but by a reason.

use std::cell::Cell;
use std::panic::{self, AssertUnwindSafe};

use crate::skip::{DamageKind, SkipReason};

thread_local! {
    /// How many of such works this thread is in.
    static DEPTH: Cell<u32> = const { Cell::new(0) };
}

/// Whether a panic of this thread is caught here, and becomes a reason; whoever reports panics leaves it out.
#[must_use]
pub fn is_guarded() -> bool {
    DEPTH.get() > 0
}

/// What `work` gives; `None` if it panics.
pub(crate) fn caught<T>(work: impl FnOnce() -> T) -> Option<T> {
    DEPTH.set(DEPTH.get() + 1);
    let result = panic::catch_unwind(AssertUnwindSafe(work));
    DEPTH.set(DEPTH.get() - 1);
    result.ok()
}

/// What `work` gives.
///
/// # Errors
/// If it fails, or panics.
pub(crate) fn guarded<T>(work: impl FnOnce() -> Result<T, SkipReason>) -> Result<T, SkipReason> {
    let fault = || SkipReason::damaged(DamageKind::Other, "its reader fails on it");
    caught(work).ok_or_else(fault)?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn panics_are_reasons() {
        assert!(!is_guarded());
        assert_eq!(caught(is_guarded), Some(true));
        assert!(
            guarded(|| caught(|| panic!("inner")).ok_or(SkipReason::Empty))
                == Err::<(), _>(SkipReason::Empty)
        );
        assert!(guarded::<()>(|| panic!("outer")).is_err());
        assert!(!is_guarded());
    }
}
