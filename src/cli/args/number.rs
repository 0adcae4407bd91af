//! Numbers of options, in the digits of any keyboard.

use std::num::{IntErrorKind, ParseIntError};
use std::str::FromStr;

use arabic_text::fold;
use thiserror::Error;

/// What is no number that an option takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum NotANumber {
    /// It is below 0, has a part, or is no number at all.
    #[error("a whole number is wanted, 0 or more, as in 20")]
    NotWhole,
    /// It is larger than any that can be meant.
    #[error("it is too large")]
    TooLarge,
    /// It is larger than this.
    #[error("it is larger than {0}")]
    Above(u64),
}

/// The number that is written in `text`, in ASCII, Arabic-Indic or Persian digits.
///
/// # Errors
/// If it is none that a `T` can be.
pub fn number<T: FromStr<Err = ParseIntError>>(text: &str) -> Result<T, NotANumber> {
    let parsed = text.parse().or_else(|_| fold(text).parse());
    parsed.map_err(|error: ParseIntError| match error.kind() {
        IntErrorKind::PosOverflow => NotANumber::TooLarge,
        _ => NotANumber::NotWhole,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_of_all_keyboards() {
        for (text, expected) in [
            ("20", Ok(20)),
            ("٢٠", Ok(20)),
            ("۲۰", Ok(20)),
            ("عشرون", Err(NotANumber::NotWhole)),
            ("-1", Err(NotANumber::NotWhole)),
            ("1.5", Err(NotANumber::NotWhole)),
            ("", Err(NotANumber::NotWhole)),
            ("99999999999999999999999", Err(NotANumber::TooLarge)),
        ] {
            assert_eq!(number::<usize>(text), expected, "{text}");
        }
    }
}
