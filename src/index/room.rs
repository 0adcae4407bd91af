//! Room: how many bytes of documents may be on their way from who reads to who writes.
//!
//! tantivy counts the documents that wait, not what they hold, and ten thousand of them may be books.
//! Knows bytes, not documents.

use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use super::directory::FirstError;

/// How often whoever waits looks whether those who write have died.
const A_WHILE: Duration = Duration::from_secs(1);

/// Room for documents.
#[derive(Debug)]
pub(super) struct Room {
    /// In bytes.
    size: usize,
    taken: Mutex<usize>,
    freed: Condvar,
    /// Set when those who write may have died.
    first_error: FirstError,
}

/// Taken room, free again when this is dropped.
#[derive(Debug)]
pub(super) struct Place {
    room: Arc<Room>,
    bytes: usize,
}

impl Room {
    /// Room for `size` bytes, for writers that tell of errors by `first_error`.
    pub fn new(size: usize, first_error: &FirstError) -> Arc<Self> {
        Arc::new(Self {
            size,
            taken: Mutex::new(0),
            freed: Condvar::new(),
            first_error: first_error.clone(),
        })
    }

    /// Waits until `bytes` are free, or all of it where they are more, and takes them. After an error of the
    /// system nobody waits: who gives a document to writers that died is told so.
    pub fn take(self: &Arc<Self>, bytes: usize) -> Place {
        let bytes = bytes.min(self.size);
        let is_full = |taken: &mut usize| *taken + bytes > self.size;
        let mut taken = self.taken();
        while is_full(&mut taken) && !self.first_error.is_set() {
            let waited = self.freed.wait_timeout_while(taken, A_WHILE, is_full);
            (taken, _) = waited.unwrap_or_else(PoisonError::into_inner);
        }
        *taken += bytes;
        Place {
            room: Arc::clone(self),
            bytes,
        }
    }

    fn taken(&self) -> MutexGuard<'_, usize> {
        self.taken.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut taken = self.room.taken();
        *taken -= self.bytes;
        // Waking a reader for each document would cost more than reading it.
        if *taken <= self.room.size / 2 {
            self.room.freed.notify_all();
        }
    }
}

#[cfg(test)]
mod tests {
    use std::thread;

    use super::*;

    #[test]
    fn whoever_finds_no_room_waits_until_half_is_free() {
        let room = Room::new(10, &FirstError::default());
        let places = [room.take(4), room.take(4)];
        let waiting = thread::spawn({
            let room = Arc::clone(&room);
            move || room.take(100).bytes
        });
        drop(places);
        assert_eq!(waiting.join().unwrap(), 10);
        assert_eq!(*room.taken(), 0);
    }

    #[test]
    fn nobody_gets_in_while_it_is_full() {
        let room = Room::new(10, &FirstError::default());
        let place = room.take(10);
        let waiting = thread::spawn({
            let room = Arc::clone(&room);
            move || room.take(10).bytes
        });
        thread::sleep(A_WHILE + A_WHILE / 2);
        assert!(!waiting.is_finished());
        assert_eq!(*room.taken(), 10);
        drop(place);
        assert_eq!(waiting.join().unwrap(), 10);
    }

    #[test]
    fn nobody_waits_for_writers_that_died() {
        let first_error = FirstError::default();
        let room = Room::new(10, &first_error);
        first_error.note(
            std::path::Path::new("x"),
            &std::io::ErrorKind::StorageFull.into(),
        );
        let _places = [room.take(10), room.take(10)];
        assert_eq!(*room.taken(), 20);
    }
}
