//! Names: what the index calls files, folders and streams.
//!
//! A name is text, and says exactly which bytes the path of a file has: what is no UTF-8 is written `\xNN`,
//! and so is what could be mistaken for that. Standard input is called `-`, and a stream of its own `-:` and
//! what it was called; a path that begins so is written `\x2D`. Ordinary paths are their own names.

use std::borrow::{Borrow, Cow};
use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fmt::Write as _;
use std::iter::successors;
use std::ops::Bound;

use super::text_type::text_type;

text_type! {
    /// The name of a file, a folder or a stream.
    FileName
}

/// The name of standard input, and what a user types for it.
pub const STDIN: &str = "-";

/// What the names of streams with a name of their own begin with.
pub const STREAM: &str = "-:";

/// Whether `name` is that of a stream, or of something in one, and not of a file.
///
/// ```
/// use fihris_corpus::name::{encode, is_stream};
/// assert!(is_stream("-") && is_stream("-/a.txt") && is_stream("-:wire"));
/// assert!(!is_stream("-a.txt") && !is_stream(&encode(b"-/a.txt")));
/// ```
#[must_use]
pub fn is_stream(name: &str) -> bool {
    name == STDIN || name.starts_with(STREAM) || name.starts_with("-/")
}

/// The name of the bytes of a path, different for different bytes.
///
/// ```
/// use fihris_corpus::name::{decode, encode};
/// assert_eq!(encode("خبر.txt".as_bytes()), "خبر.txt");
/// assert_eq!(encode(b"a\xFF\\xml"), "a\\xFF\\x5Cxml");
/// assert_eq!(decode("a\\xFF\\x5Cxml"), b"a\xFF\\xml");
/// ```
#[must_use]
pub fn encode(path: &[u8]) -> Cow<'_, str> {
    if path == b"-" || path.starts_with(b"-/") || path.starts_with(b"-:") {
        let rest = encode(&path[1..]);
        return format!("\\x2D{rest}").into();
    }
    match std::str::from_utf8(path) {
        Ok(text) if !text.contains("\\x") => text.into(),
        _ => {
            let mut name = String::new();
            for chunk in path.utf8_chunks() {
                name.push_str(&chunk.valid().replace("\\x", "\\x5Cx"));
                for byte in chunk.invalid() {
                    let _ = write!(name, "\\x{byte:02X}"); // writing to a String cannot fail
                }
            }
            name.into()
        }
    }
}

/// The bytes of the path that has `name`: the other way round.
#[must_use]
pub fn decode(name: &str) -> Vec<u8> {
    let mut parts = name.split("\\x");
    let mut bytes = parts.next().unwrap_or_default().as_bytes().to_vec();
    for part in parts {
        let number = part.get(..2).map(|digits| u8::from_str_radix(digits, 16));
        if let Some(Ok(byte)) = number {
            bytes.push(byte);
            bytes.extend_from_slice(&part.as_bytes()[2..]);
        } else {
            bytes.extend_from_slice(b"\\x");
            bytes.extend_from_slice(part.as_bytes());
        }
    }
    bytes
}

/// These bytes as the system has them in paths. Where its paths are no bytes, what is no UTF-8 is lost.
#[cfg(unix)]
#[must_use]
pub fn os_string(bytes: Vec<u8>) -> OsString {
    std::os::unix::ffi::OsStringExt::from_vec(bytes)
}

/// These bytes as the system has them in paths. Where its paths are no bytes, what is no UTF-8 is lost.
#[cfg(not(unix))]
#[must_use]
pub fn os_string(bytes: Vec<u8>) -> OsString {
    String::from_utf8_lossy(&bytes).into_owned().into()
}

/// Whether the file called `name` is `root` or lies below it.
#[must_use]
pub fn is_below(name: &str, root: &str) -> bool {
    above(name).any(|folder| folder == root)
}

/// Whether the walk of `root` passes over the file called `name`, which lies below it, as over what is hidden.
///
/// ```
/// use fihris_corpus::name::is_hidden_below;
/// assert!(is_hidden_below("a/.b/c.txt", "a") && !is_hidden_below("a/.b/c.txt", "a/.b"));
/// ```
#[must_use]
pub fn is_hidden_below(name: &str, root: &str) -> bool {
    let below = match root {
        "." => name,
        _ => name.get(root.len()..).unwrap_or_default(),
    };
    let mut components = below.split('/');
    below != "." && components.any(|component| component.starts_with('.'))
}

/// The names of all that the file called `name` is or lies below, the nearest first. A stream lies below
/// no folder.
///
/// ```
/// use fihris_corpus::name::above;
/// assert_eq!(above("a/b.txt").collect::<Vec<_>>(), ["a/b.txt", "a", "."]);
/// assert_eq!(above("/x/b.txt").collect::<Vec<_>>(), ["/x/b.txt", "/x", "/"]);
/// assert_eq!(above("-/b.txt").collect::<Vec<_>>(), ["-/b.txt", "-"]);
/// ```
pub fn above(name: &str) -> impl Iterator<Item = &str> {
    let top = match name {
        name if is_stream(name) => None,
        name if name.starts_with('/') => Some("/"),
        _ => Some("."),
    };
    let names = successors(Some(name), |name| Some(name.rsplit_once('/')?.0));
    names
        .filter(move |name| !name.is_empty() && Some(*name) != top)
        .chain(top)
}

/// The entries of a map by names that are `root` or lie below it, in time that grows with their number.
pub fn below<'a, K: Borrow<str> + Ord, V>(
    map: &'a BTreeMap<K, V>,
    root: &'a str,
) -> impl Iterator<Item = (&'a K, &'a V)> {
    // No name begins with that of a top folder.
    let is_top = matches!(root, "." | "/");
    let start = if is_top { "" } else { root };
    let entries = map.range::<str, _>((Bound::Included(start), Bound::Unbounded));
    entries
        .take_while(move |(name, _)| is_top || (*name).borrow().starts_with(root))
        .filter(move |(name, _)| is_below((*name).borrow(), root))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Bytes among which those that names treat in their own way are frequent.
    fn paths() -> impl Strategy<Value = Vec<u8>> {
        let part = prop_oneof![
            any::<u8>().prop_map(|byte| vec![byte]),
            "\\\\|x|\\\\x|5C|2D|-|-:|/|خبر|a[0-9]".prop_map(String::into_bytes),
        ];
        proptest::collection::vec(part, 0..12).prop_map(|parts| parts.concat())
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]

        #[test]
        fn names_give_the_bytes_back(path in paths()) {
            let name = encode(&path);
            prop_assert_eq!(decode(&name), &*path);
            prop_assert!(!is_stream(&name), "{}", name);
        }

        #[test]
        fn ordinary_paths_are_their_own_names(path in "[^\\\\-]{0,20}") {
            prop_assert_eq!(encode(path.as_bytes()), &*path);
        }
    }

    #[test]
    fn only_what_could_be_a_stream_is_written_otherwise() {
        for (path, name) in [
            ("-", "\\x2D"),
            ("-/a.txt", "\\x2D/a.txt"),
            ("-:wire.txt", "\\x2D:wire.txt"),
            ("-a.txt", "-a.txt"),
            ("a/-", "a/-"),
            ("a\\b", "a\\b"),
        ] {
            assert_eq!(encode(path.as_bytes()), name);
        }
    }

    #[test]
    fn below_means_whole_components() {
        for (name, root, below) in [
            ("a/b.txt", "a", true),
            ("a", "a", true),
            ("ab/c.txt", "a", false),
            ("a/b.txt", ".", true),
            (".", ".", true),
            ("/", "/", true),
            ("/x/b.txt", ".", false),
            ("/x/b.txt", "/", true),
            ("-", ".", false),
            ("-:wire/a.txt", ".", false),
            ("-/a.txt", "-", true),
            ("\\x2D/a.txt", ".", true),
        ] {
            assert_eq!(is_below(name, root), below, "{name} {root}");
        }
    }
}
