//! Streams: what comes by standard input, by the name that the index has for it.
//!
//! A stream that nobody named is `-`, one called NAME is `-:NAME`, and what is in an archive that came so
//! lies below that, as in `-:NAME/a.txt`. No file on disk has such a name ([`super::name`]).

use thiserror::Error;

use super::name::{STDIN, STREAM, is_stream};

/// The longest name of a stream in bytes.
pub const LONGEST_STREAM_NAME: usize = 200;

/// A stream, by its name in the index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stream {
    name: String,
}

/// Something is no name of a stream.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum BadStreamName {
    /// There is nothing in it.
    #[error("the name of a stream is empty")]
    Empty,
    /// It is longer than [`LONGEST_STREAM_NAME`].
    #[error("the name of a stream is longer than {LONGEST_STREAM_NAME} bytes")]
    TooLong,
    /// A sign that cannot be in it.
    #[error("the name of a stream is made of letters, digits, spaces and the signs . _ - only")]
    Sign,
}

impl Default for Stream {
    fn default() -> Self {
        Self { name: STDIN.into() }
    }
}

impl Stream {
    /// The stream that users call `name`.
    ///
    /// ```
    /// use fihris_corpus::Stream;
    /// assert_eq!(Stream::named("wire").map(|stream| stream.name().to_string()), Ok("-:wire".into()));
    /// assert!(Stream::named("a/b").is_err());
    /// ```
    ///
    /// # Errors
    /// If that is no name.
    pub fn named(name: &str) -> Result<Self, BadStreamName> {
        let is_sign = |c: char| c.is_alphanumeric() || matches!(c, ' ' | '.' | '_' | '-');
        if name.trim().is_empty() {
            return Err(BadStreamName::Empty);
        }
        if name.len() > LONGEST_STREAM_NAME {
            return Err(BadStreamName::TooLong);
        }
        if name != name.trim() || !name.chars().all(is_sign) {
            return Err(BadStreamName::Sign);
        }
        let name = format!("{STREAM}{name}");
        Ok(Self { name })
    }

    /// Its name in the index.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }
}

/// The name of the stream by which what is called `name` came, if it came by one.
///
/// ```
/// use fihris_corpus::stream::stream_of;
/// assert_eq!(stream_of("-:wire/a.txt"), Some("-:wire"));
/// assert_eq!(stream_of("-a.txt"), None);
/// ```
#[must_use]
pub fn stream_of(name: &str) -> Option<&str> {
    name.split('/').next().filter(|top| is_stream(top))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_letters_and_few_signs() {
        for (name, expected) in [
            ("wire", Ok("-:wire")),
            ("وكالة الأنباء 2", Ok("-:وكالة الأنباء 2")),
            ("a.b_c-d", Ok("-:a.b_c-d")),
            ("", Err(BadStreamName::Empty)),
            (" ", Err(BadStreamName::Empty)),
            (" a", Err(BadStreamName::Sign)),
            ("a/b", Err(BadStreamName::Sign)),
            ("a\n", Err(BadStreamName::Sign)),
            ("a\u{202E}b", Err(BadStreamName::Sign)),
            ("a#b", Err(BadStreamName::Sign)),
        ] {
            let stream = Stream::named(name);
            let found = stream.as_ref().map(Stream::name).map_err(|error| *error);
            assert_eq!(found, expected, "{name:?}");
        }
        let long = "ن".repeat(LONGEST_STREAM_NAME / 2 + 1);
        assert_eq!(Stream::named(&long), Err(BadStreamName::TooLong));
    }

    #[test]
    fn a_name_tells_its_stream() {
        for (name, stream) in [
            ("-", Some("-")),
            ("-/a.txt", Some("-")),
            ("-:x", Some("-:x")),
            ("-:x/b/a.txt", Some("-:x")),
            ("-x", None),
            ("./-", None),
            ("a/-", None),
            ("/-", None),
            ("", None),
        ] {
            assert_eq!(stream_of(name), stream, "{name}");
        }
    }
}
