//! The budget of bytes in flight between the threads that read and those that index.
//!
//! tantivy bounds the number of documents that wait, not their size, and ten thousand of them may be books.

use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use super::directory::FirstError;

/// How often a waiting thread looks whether the indexing threads have died.
const POLL_INTERVAL: Duration = Duration::from_secs(1);

/// How many bytes of documents may wait for the indexing threads.
#[derive(Debug)]
pub(super) struct ByteBudget {
    /// In bytes.
    size: usize,
    in_flight: Mutex<usize>,
    released: Condvar,
    /// Set when the indexing threads may have died.
    first_error: FirstError,
}

/// Bytes of the budget, released when this is dropped.
#[derive(Debug)]
pub(super) struct Permit {
    budget: Arc<ByteBudget>,
    bytes: usize,
}

impl ByteBudget {
    /// A budget of `size` bytes, for indexing threads that report errors by `first_error`.
    pub fn new(size: usize, first_error: &FirstError) -> Arc<Self> {
        Arc::new(Self {
            size,
            in_flight: Mutex::new(0),
            released: Condvar::new(),
            first_error: first_error.clone(),
        })
    }

    /// Blocks until `bytes` of the budget are free, or all of it where they are more. After an error of the
    /// system it does not block: dead indexing threads never release their bytes, and the next `add_document`
    /// reports them.
    pub fn acquire(self: &Arc<Self>, bytes: usize) -> Permit {
        let bytes = bytes.min(self.size);
        let is_full = |in_flight: &mut usize| *in_flight + bytes > self.size;
        let mut in_flight = self.in_flight();
        while is_full(&mut in_flight) && !self.first_error.is_set() {
            let waited = self
                .released
                .wait_timeout_while(in_flight, POLL_INTERVAL, is_full);
            (in_flight, _) = waited.unwrap_or_else(PoisonError::into_inner);
        }
        *in_flight += bytes;
        Permit {
            budget: Arc::clone(self),
            bytes,
        }
    }

    fn in_flight(&self) -> MutexGuard<'_, usize> {
        self.in_flight
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Permit {
    fn drop(&mut self) {
        let mut in_flight = self.budget.in_flight();
        *in_flight -= self.bytes;
        // Waking a reader for each document would cost more than reading it.
        if *in_flight <= self.budget.size / 2 {
            self.budget.released.notify_all();
        }
    }
}

#[cfg(test)]
mod tests {
    use std::thread;

    use super::*;

    #[test]
    fn a_thread_blocks_until_half_is_free() {
        let budget = ByteBudget::new(10, &FirstError::default());
        let permits = [budget.acquire(4), budget.acquire(4)];
        let waiting = thread::spawn({
            let budget = Arc::clone(&budget);
            move || budget.acquire(100).bytes
        });
        drop(permits);
        assert_eq!(waiting.join().unwrap(), 10);
        assert_eq!(*budget.in_flight(), 0);
    }

    #[test]
    fn no_permit_is_given_while_it_is_full() {
        let budget = ByteBudget::new(10, &FirstError::default());
        let permit = budget.acquire(10);
        let waiting = thread::spawn({
            let budget = Arc::clone(&budget);
            move || budget.acquire(10).bytes
        });
        thread::sleep(POLL_INTERVAL + POLL_INTERVAL / 2);
        assert!(!waiting.is_finished());
        assert_eq!(*budget.in_flight(), 10);
        drop(permit);
        assert_eq!(waiting.join().unwrap(), 10);
    }

    #[test]
    fn no_thread_blocks_for_indexing_threads_that_died() {
        let first_error = FirstError::default();
        let budget = ByteBudget::new(10, &first_error);
        first_error.note(
            std::path::Path::new("x"),
            &std::io::ErrorKind::StorageFull.into(),
        );
        let _permits = [budget.acquire(10), budget.acquire(10)];
        assert_eq!(*budget.in_flight(), 20);
    }
}
