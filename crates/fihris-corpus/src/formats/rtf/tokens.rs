//! The pieces of RTF: groups, words after a backslash, signs and bytes.

/// A piece of RTF.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token<'a> {
    /// A group begins.
    Open,
    /// A group ends.
    Close,
    /// A word after a backslash, and its number.
    Word(&'a str, Option<i32>),
    /// A sign after a backslash.
    Sign(u8),
    /// A byte of text, written as its number.
    Number(u8),
    /// Bytes of text as they are, at least one.
    Bytes(&'a [u8]),
}

/// The pieces of `rtf`, in order.
pub(super) fn tokens(rtf: &[u8]) -> impl Iterator<Item = Token<'_>> {
    let mut rest = rtf;
    std::iter::from_fn(move || {
        // Ends of lines say nothing.
        let start = rest.iter().position(|byte| !b"\r\n\0".contains(byte))?;
        rest = &rest[start..];
        let (token, after) = first(rest)?;
        rest = after;
        Some(token)
    })
}

fn first(rtf: &[u8]) -> Option<(Token<'_>, &[u8])> {
    Some(match rtf {
        [b'{', after @ ..] => (Token::Open, after),
        [b'}', after @ ..] => (Token::Close, after),
        [b'\\', b'\'', high, low, after @ ..]
            if high.is_ascii_hexdigit() && low.is_ascii_hexdigit() =>
        {
            let digit = |byte: u8| char::from(byte).to_digit(16);
            let number = digit(*high)? * 16 + digit(*low)?;
            (Token::Number(u8::try_from(number).ok()?), after)
        }
        [b'\\', letter, ..] if letter.is_ascii_alphabetic() => word(&rtf[1..]),
        [b'\\', sign, after @ ..] => (Token::Sign(*sign), after),
        [b'\\'] => return None,
        bytes => {
            let end = bytes.iter().position(|byte| b"{}\\\r\n\0".contains(byte));
            let (bytes, after) = bytes.split_at(end.unwrap_or(bytes.len()));
            (Token::Bytes(bytes), after)
        }
    })
}

/// The word at the start of `rtf`, and what is behind it and the space that ends it. Bytes of no text that a word
/// counts are passed over.
fn word(rtf: &[u8]) -> (Token<'_>, &[u8]) {
    let end = |bytes: &[u8], is_in: fn(&u8) -> bool| {
        let length = bytes.iter().take_while(|byte| is_in(byte)).count();
        length.min(LONGEST_WORD)
    };
    let (name, rest) = rtf.split_at(end(rtf, u8::is_ascii_alphabetic));
    let sign = usize::from(rest.first() == Some(&b'-'));
    let digits = end(&rest[sign..], u8::is_ascii_digit);
    let (number, rest) = if digits > 0 {
        rest.split_at(sign + digits)
    } else {
        (&[][..], rest)
    };
    let name = str::from_utf8(name).unwrap_or_default();
    let number = str::from_utf8(number).ok().and_then(|it| it.parse().ok());
    let mut rest = rest.strip_prefix(b" ").unwrap_or(rest);
    if name == "bin" {
        let length = number.and_then(|number: i32| usize::try_from(number).ok());
        rest = rest.get(length.unwrap_or(0)..).unwrap_or_default();
    }
    (Token::Word(name, number), rest)
}

/// The most letters of a word, and digits of its number.
const LONGEST_WORD: usize = 32;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rtf_is_groups_words_signs_and_bytes() {
        use Token::{Bytes, Close, Number, Open, Sign, Word};
        for (rtf, expected) in [
            (
                "{\\rtf1\\ansi \\b0 a b}\r\n",
                &[
                    Open,
                    Word("rtf", Some(1)),
                    Word("ansi", None),
                    Word("b", Some(0)),
                    Bytes(b"a b"),
                    Close,
                ][..],
            ),
            (
                "\\u-123?\\'c7\\~\\*\\'zz\\",
                &[
                    Word("u", Some(-123)),
                    Bytes(b"?"),
                    Number(0xC7),
                    Sign(b'~'),
                    Sign(b'*'),
                    Sign(b'\''),
                    Bytes(b"zz"),
                ],
            ),
            (
                "\\bin3 }}}a\\bin9 x",
                &[Word("bin", Some(3)), Bytes(b"a"), Word("bin", Some(9))],
            ),
            (
                "\\b-\\u99999999999 ",
                &[Word("b", None), Bytes(b"-"), Word("u", None)],
            ),
        ] {
            let found: Vec<Token> = tokens(rtf.as_bytes()).collect();
            assert_eq!(found, expected, "{rtf}");
        }
    }
}
