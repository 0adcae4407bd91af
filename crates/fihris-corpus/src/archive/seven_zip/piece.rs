//! The contents of a file in a 7z archive.

/// A piece of what a folder unpacks to: the contents of a file.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece {
    /// In bytes.
    pub size: u64,
    pub checksum: Option<u32>,
}
