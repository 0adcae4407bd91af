//! Attributes: how many a tag has, as the tokenizer will count them.
//!
//! Follows the states of the HTML standard from the name of a tag to its end, without keeping anything.

use std::ops::Range;

/// The most attributes that the tokenizer is given of one tag; it compares each with all before.
const MOST: usize = 256;

/// What reads the inside of a tag, in pieces.
#[derive(Default)]
pub(super) struct AttributeCount {
    state: State,
    count: usize,
}

/// What comes next.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum State {
    /// More of the tag's name.
    #[default]
    TagName,
    BeforeName,
    Name,
    AfterName,
    BeforeValue,
    Value,
    QuotedValue(u8),
}

/// What there is in a piece of a tag.
pub(super) struct Found {
    /// The attributes beyond the most, in bytes of the piece.
    pub surplus: Option<Range<usize>>,
    /// Whether the tag ends in the piece.
    pub ends: bool,
}

impl AttributeCount {
    /// Reads a piece, or as much of it as belongs to the tag.
    pub fn read(&mut self, piece: &str) -> Found {
        let mut surplus = (self.count > MOST).then_some(0);
        for (at, byte) in piece.bytes().enumerate() {
            if byte == b'>' && !matches!(self.state, State::QuotedValue(_)) {
                return Found {
                    surplus: surplus.map(|start| start..at),
                    ends: true,
                };
            }
            if self.step(byte) && self.count > MOST {
                surplus = surplus.or(Some(at));
            }
        }
        Found {
            surplus: surplus.map(|start| start..piece.len()),
            ends: false,
        }
    }

    /// Takes a byte that does not end the tag; whether an attribute begins with it.
    fn step(&mut self, byte: u8) -> bool {
        let is_space = matches!(byte, b' ' | b'\n' | b'\t' | b'\r' | 0x0C);
        let before = self.state;
        self.state = match (before, byte) {
            (State::QuotedValue(quote), _) if byte == quote => State::BeforeName,
            (State::QuotedValue(_), _) => before,
            (State::BeforeValue, b'"' | b'\'') => State::QuotedValue(byte),
            (State::BeforeValue, _) if is_space => before,
            (State::BeforeValue, _) => State::Value,
            (State::Value, _) => {
                if is_space {
                    State::BeforeName
                } else {
                    before
                }
            }
            (State::Name | State::AfterName, b'=') => State::BeforeValue,
            (State::Name, _) if is_space => State::AfterName,
            (State::AfterName, _) if is_space => before,
            (_, b'/') => State::BeforeName,
            (State::TagName | State::BeforeName, _) if is_space => State::BeforeName,
            (State::TagName, _) => before,
            (State::Name | State::BeforeName | State::AfterName, _) => State::Name,
        };
        let is_new = self.state == State::Name && before != State::Name;
        self.count += usize::from(is_new);
        is_new
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attributes_are_counted_as_the_tokenizer_has_them() {
        for (tag, count) in [
            ("a>", 0),
            ("a/>", 0),
            ("a b>", 1),
            ("a b = c d>", 2),
            ("a b='c > d' e=\"'\"f>", 3),
            ("a/b/c=d/e f>", 3),
            ("a =b==c>", 1),
            ("a b=>", 1),
            ("a b\n\t= 'x'/>", 1),
            ("a \"b\" 'c>", 2),
        ] {
            let mut counted = AttributeCount::default();
            let found = counted.read(tag);
            assert!(found.ends && found.surplus.is_none(), "{tag}");
            assert_eq!(counted.count, count, "{tag}");
        }
    }

    #[test]
    fn what_is_too_much_is_named_in_each_piece() {
        let mut count = AttributeCount::default();
        let some = format!("a{}", " b".repeat(MOST));
        assert!(count.read(&some).surplus.is_none());
        assert_eq!(count.read(" c='").surplus, Some(1..4));
        let found = count.read(">' d>نص");
        assert_eq!((found.surplus, found.ends), (Some(0..4), true));
    }
}
