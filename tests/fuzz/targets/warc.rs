//! Web archives: records as they are, and in an archive of archives.

use super::reading::{read, read_as};
use super::zip::zip;

pub fn run(input: &[u8]) {
    read_as(&["warc", "wet", "wacz"], input);
    read("news.wacz", &zip(&[("archive/data.warc", input)]));
}
