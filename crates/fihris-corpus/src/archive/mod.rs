//! Archives: the files in a file.
//!
//! Each is read as one on disk would be, if its kind is read; its name is that of the archive, a slash and
//! its own. Archives in archives stay closed; those attached to mail do not.

mod attached;
mod entry;
mod headers;
mod seven_zip;
mod tar;
mod zip;

pub use attached::read_archive;
pub use entry::{ReadFormat, read_entry};
pub use seven_zip::read_seven_zip;
pub use tar::read_tar;
pub use zip::read_zip;
