//! Numbers of options, in the digits of any keyboard.

use std::num::ParseIntError;
use std::str::FromStr;

use arabic_text::fold;

/// The number that is written in `text`, in ASCII, Arabic-Indic or Persian digits.
///
/// # Errors
/// If it is none that a `T` can be.
pub fn number<T: FromStr<Err = ParseIntError>>(text: &str) -> Result<T, ParseIntError> {
    text.parse()
        .or_else(|error| fold(text).parse().map_err(|_| error))
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn digits_of_all_keyboards() {
        for (text, expected) in [
            ("20", Some(20)),
            ("٢٠", Some(20)),
            ("۲۰", Some(20)),
            ("عشرون", None),
            ("", None),
        ] {
            assert_eq!(number::<usize>(text).ok(), expected, "{text}");
        }
    }
}
