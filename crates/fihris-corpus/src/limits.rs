//! Limits: how much of a file is held in memory at once.
//!
//! A packed file may unpack to more than any machine holds.

use std::borrow::Cow;

/// The largest file, unpacked and in bytes, that is read whole.
pub const LARGEST_TEXT: u64 = 256 << 20;

/// The largest page, unpacked and in bytes; its tree takes about thirteen times as much.
pub const LARGEST_PAGE: u64 = 16 << 20;

/// The largest record of a collection, in bytes.
pub const LARGEST_RECORD: u64 = 64 << 20;

/// So many bytes may the pages of all columns of a table have that are in memory at once.
#[cfg(feature = "parquet")]
pub const LARGEST_PAGES: u64 = 512 << 20;

/// The most fields of a record, and columns of a table.
pub const MOST_FIELDS: usize = 10_000;

/// The most values of a record: fields, and what is in lists, and in records in a list.
pub const MOST_VALUES: usize = 500_000;

/// So many times its size may a file unpack to, with all that is in it. Articles are packed to a fifth of
/// their size, tables with much of the same to a fiftieth.
pub const UNPACKED_RATIO: u64 = 200;

/// So many bytes may any file unpack to.
pub const UNPACKED_FLOOR: u64 = 64 << 20;

/// The largest dictionary or window of a packed file, in bytes; it is in memory.
pub const LARGEST_DICTIONARY: u64 = 256 << 20;

/// The largest list of files in a zip, in bytes; it is in memory at once, in a form about five times as large.
pub const LARGEST_DIRECTORY: u64 = 32 << 20;

/// The longest header with the name of a file in a tar, in bytes.
pub const LARGEST_HEADER: u64 = 1 << 20;

/// The longest name that an index keeps whole, in bytes: of a file in an archive, of a source, and an id.
pub const LONGEST_NAME: usize = 4096;

/// The most bytes of a piece of the input in what people are told.
pub const LONGEST_EXCERPT: usize = 80;

/// So many bytes of names people are told at once.
const LONGEST_LIST: usize = 1000;

/// The beginning of `text`, whole characters of at most `most` bytes.
#[must_use]
pub fn prefix(text: &str, most: usize) -> &str {
    let mut end = text.len().min(most);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// `text` as people are told it: what is too long for them ends in `…`.
#[must_use]
pub fn excerpt(text: &str) -> Cow<'_, str> {
    match prefix(text, LONGEST_EXCERPT) {
        whole if whole.len() == text.len() => whole.into(),
        beginning => format!("{beginning}…").into(),
    }
}

/// `names` as people are told them; `…` stands for those that are too many.
pub fn excerpt_of_names<'a>(names: impl IntoIterator<Item = &'a str>) -> String {
    let mut list = String::new();
    for name in names {
        if !list.is_empty() {
            list.push_str(", ");
        }
        if list.len() > LONGEST_LIST {
            list.push('…');
            break;
        }
        list.push_str(&excerpt(name));
    }
    list
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_prefix_ends_between_characters() {
        for (most, expected) in [(0, ""), (1, ""), (2, "ن"), (3, "ن"), (4, "نص"), (9, "نص")] {
            assert_eq!(prefix("نص", most), expected);
        }
    }

    #[test]
    fn people_are_told_little() {
        let long = "ن".repeat(100);
        let cut = "ن".repeat(LONGEST_EXCERPT / 2) + "…";
        assert_eq!(excerpt_of_names(["a", &long, "b"]), format!("a, {cut}, b"));
        assert_eq!(excerpt_of_names([]), "");
        let many = excerpt_of_names(vec!["name"; 1000]);
        assert!(many.len() < 2 * LONGEST_LIST && many.ends_with("name, …"));
    }
}
