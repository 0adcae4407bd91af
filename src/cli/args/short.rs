//! Short options with their values: `-n5`.
//!
//! A query may begin with a sign, so that clap takes `-n5` before one for a query; so it is parted first. Knows the words
//! of a command line, not what they mean.

use std::ffi::OsString;

use arabic_text::fold;

/// The short option with a number.
const NUMBERED: &str = "-n";

/// `args` with `-n5` as `-n 5`, up to the sign that ends options.
pub fn with_numbers_apart(args: impl IntoIterator<Item = OsString>) -> Vec<OsString> {
    let mut parted = Vec::new();
    let mut is_ended = false;
    for arg in args {
        is_ended |= arg == "--";
        let number = arg.to_str().and_then(|arg| arg.strip_prefix(NUMBERED));
        let number = number.filter(|number| !is_ended && is_number(number));
        match number.map(OsString::from) {
            Some(number) => parted.extend([NUMBERED.into(), number]),
            None => parted.push(arg),
        }
    }
    parted
}

/// Whether `text` is digits, of any keyboard.
fn is_number(text: &str) -> bool {
    !text.is_empty() && fold(text).bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_stand_apart() {
        for (args, expected) in [
            ("f search -n5 x", "f search -n 5 x"),
            ("f search -n٥ x", "f search -n ٥ x"),
            ("f search -n 5 -nx -n", "f search -n 5 -nx -n"),
            ("f search -- -n5", "f search -- -n5"),
        ] {
            let parted = with_numbers_apart(args.split(' ').map(OsString::from));
            let parted: Vec<&str> = parted.iter().map(|arg| arg.to_str().unwrap()).collect();
            assert_eq!(parted.join(" "), expected);
        }
    }
}
