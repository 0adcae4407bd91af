//! Links to files.
//!
//! Knows addresses, not what is behind them.

use std::fmt::Write as _;

use fihris_corpus::PathNames;
use fihris_corpus::name::{decode, is_stream};

/// The `file:` address of the file called `name`, so that the page may be moved; there is none of a stream.
pub(super) fn href(path_names: &PathNames, name: &str) -> Option<String> {
    if is_stream(name) {
        return None;
    }
    let mut address = String::from("file://");
    if !name.starts_with('/') {
        encode(
            path_names.path("").as_os_str().as_encoded_bytes(),
            &mut address,
        );
    }
    encode(&decode(name), &mut address);
    Some(address)
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
        let path_names = PathNames::new("/".as_ref(), "/".as_ref()).unwrap();
        for (name, expected) in [
            ("a/b.txt", "file:///a/b.txt"),
            ("/a b#?.txt", "file:///a%20b%23%3F.txt"),
            ("\"><img>\n", "file:///%22%3E%3Cimg%3E%0A"),
            ("خبر", "file:///%D8%AE%D8%A8%D8%B1"),
            ("javascript:alert(1)", "file:///javascript%3Aalert%281%29"),
            ("a\\xFF\\x5CxFF", "file:///a%FF%5CxFF"),
            ("\\xZZ", "file:///%5CxZZ"),
        ] {
            assert_eq!(href(&path_names, name).as_deref(), Some(expected));
        }
        assert_eq!(href(&path_names, "-"), None);
        assert_eq!(href(&path_names, "-:wire"), None);
    }
}
