//! Room: how many bytes of documents may be on their way from who reads to who writes.
//!
//! tantivy counts the documents that wait, not what they hold, and ten thousand of them may be books.
//! Knows bytes, not documents.

use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// Writers that died free nothing; who gives them the next document is told so.
const PATIENCE: Duration = Duration::from_secs(1);

/// Room for documents.
#[derive(Debug)]
pub(super) struct Room {
    /// In bytes.
    size: usize,
    taken: Mutex<usize>,
    freed: Condvar,
}

/// Taken room, free again when this is dropped.
#[derive(Debug)]
pub(super) struct Place {
    room: Arc<Room>,
    bytes: usize,
}

impl Room {
    /// Room for `size` bytes.
    pub fn new(size: usize) -> Arc<Self> {
        Arc::new(Self {
            size,
            taken: Mutex::new(0),
            freed: Condvar::new(),
        })
    }

    /// Waits until `bytes` are free, or all of it where they are more, and takes them; also if they are
    /// not after [`PATIENCE`].
    pub fn take(self: &Arc<Self>, bytes: usize) -> Place {
        let bytes = bytes.min(self.size);
        let is_full = |taken: &mut usize| *taken + bytes > self.size;
        let waited = self
            .freed
            .wait_timeout_while(self.taken(), PATIENCE, is_full);
        let (mut taken, _) = waited.unwrap_or_else(PoisonError::into_inner);
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
        let room = Room::new(10);
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
    fn nobody_waits_forever() {
        let room = Room::new(10);
        let _places = [room.take(10), room.take(10)];
        assert_eq!(*room.taken(), 20);
    }
}
