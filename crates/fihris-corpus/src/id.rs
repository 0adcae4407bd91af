//! Ids of articles that have none of their own.
//!
//! In a file, an article is known by its place. A stream has no places that stay, since the next one goes on
//! where nobody knows; what comes by one is known by its contents, so that the same text piped twice is one
//! article.

use xxhash_rust::xxh3::Xxh3Default;

use super::text_type::text_type;

text_type! {
    /// What an article is called: its own id where the input gives one, else the name of its file, or of that and its
    /// place there or its contents.
    ArticleId
}

/// Ends each part that is hashed; no byte of UTF-8 is this one.
const END: [u8; 1] = [0xFF];

/// The id of the record with this number, from 1, in `file`.
#[must_use]
pub fn by_number(file: &str, number: usize) -> ArticleId {
    format!("{file}#{number}").into()
}

/// The id of an article in `file` that consists of `parts`: other parts make another id.
///
/// ```
/// use fihris_corpus::id::by_contents;
/// assert_eq!(by_contents("-", ["نص"]), by_contents("-", ["نص"]));
/// assert_ne!(by_contents("-", ["a", "b"]), by_contents("-", ["ab"]));
/// ```
#[must_use]
pub fn by_contents<'a>(file: &str, parts: impl IntoIterator<Item = &'a str>) -> ArticleId {
    let mut hasher = Xxh3Default::new();
    for part in parts {
        hasher.update(part.as_bytes());
        hasher.update(&END);
    }
    format!("{file}#{:032x}", hasher.digest128()).into()
}

/// The id of the text or record that the story called `id` is of, where it begins at byte `start` of that: the
/// second and further stories have a number after it.
///
/// ```
/// use fihris_corpus::id::whole;
/// assert_eq!(whole("7#2", 900), "7");
/// assert_eq!(whole("7#2", 0), "7#2");
/// ```
#[must_use]
pub fn whole(id: &str, start: usize) -> &str {
    let first = id.rsplit_once('#').map(|(first, _)| first);
    first.filter(|_| start > 0).unwrap_or(id)
}
