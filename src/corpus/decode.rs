//! Decoding: bytes become text.
//!
//! Knows UTF-8, with or without a byte order mark, so far; not what the text is.

use super::skip::SkipReason;

/// The text of `bytes`, without the byte order mark.
///
/// # Errors
/// If there is a NUL byte in them, or they are no UTF-8.
pub fn decode(mut bytes: Vec<u8>) -> Result<String, SkipReason> {
    if bytes.starts_with(b"\xEF\xBB\xBF") {
        bytes.drain(..3);
    }
    if let Some(at) = bytes.iter().position(|&byte| byte == 0) {
        return Err(SkipReason::Binary { at });
    }
    String::from_utf8(bytes).map_err(|error| SkipReason::NotUtf8 {
        at: error.utf8_error().valid_up_to(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_that_are_no_text_are_refused_with_the_place() {
        assert_eq!(decode(b"\xEF\xBB\xBFabc".to_vec()), Ok("abc".into()));
        assert_eq!(
            decode(b"abc\xE1\xED".to_vec()),
            Err(SkipReason::NotUtf8 { at: 3 })
        );
        assert_eq!(decode(b"ab\0c".to_vec()), Err(SkipReason::Binary { at: 2 }));
    }
}
