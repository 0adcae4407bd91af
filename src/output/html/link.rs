//! Links to files.
//!
//! Knows addresses, not what is behind them.

use std::fmt::Write as _;

use crate::corpus::Places;
use crate::index::plan::STDIN;

/// The `file:` address of the file called `name`, so that the page may be moved; there is none of stdin.
pub(in crate::output) fn href(places: &Places, name: &str) -> Option<String> {
    if name == STDIN {
        return None;
    }
    let mut address = String::from("file://");
    if !name.starts_with('/') {
        encode(places.path("").as_os_str().as_encoded_bytes(), &mut address);
    }
    encode(&bytes(name), &mut address);
    Some(address)
}

/// The bytes behind a name, in which those that are no UTF-8 are written `\xNN`.
fn bytes(name: &str) -> Vec<u8> {
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

fn encode(bytes: &[u8], address: &mut String) {
    for &byte in bytes {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            address.push(char::from(byte));
        } else {
            let _ = write!(address, "%{byte:02X}"); // writing to a String cannot fail
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_hold_nothing_but_plain_characters() {
        let places = Places::new("/".as_ref(), "/".as_ref()).unwrap();
        for (name, expected) in [
            ("a/b.txt", "file:///a/b.txt"),
            ("/a b#?.txt", "file:///a%20b%23%3F.txt"),
            ("\"><img>\n", "file:///%22%3E%3Cimg%3E%0A"),
            ("خبر", "file:///%D8%AE%D8%A8%D8%B1"),
            ("javascript:alert(1)", "file:///javascript%3Aalert%281%29"),
            ("a\\xFF\\x5CxFF", "file:///a%FF%5CxFF"),
            ("\\xZZ", "file:///%5CxZZ"),
        ] {
            assert_eq!(href(&places, name).as_deref(), Some(expected));
        }
        assert_eq!(href(&places, "-"), None);
    }
}
