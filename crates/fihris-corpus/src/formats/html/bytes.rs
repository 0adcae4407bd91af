//! The bytes of a page, without pictures and the like that are written into it.

use std::io::{self, BufRead};

use crate::limits::LARGEST_PAGE;
use crate::skip::SkipReason;

/// What stands before data in a page.
const BEFORE_DATA: &[u8] = b";base64,";

/// All bytes of the page in `input`, but for data in base64, which may be far larger than its text.
///
/// # Errors
/// If `input` fails, or the rest is larger than [`LARGEST_PAGE`].
pub fn read_page(input: &mut dyn BufRead) -> Result<Vec<u8>, SkipReason> {
    let mut page = Vec::new();
    loop {
        let left = LARGEST_PAGE + 1 - page.len() as u64;
        let length = io::Read::take(&mut *input, left).read_until(b',', &mut page)?;
        if page.len() as u64 > LARGEST_PAGE {
            return Err(SkipReason::TooLarge(LARGEST_PAGE));
        }
        if length == 0 {
            return Ok(page);
        }
        if page.ends_with(BEFORE_DATA) {
            skip_data(input)?;
        }
    }
}

fn skip_data(input: &mut dyn BufRead) -> io::Result<()> {
    loop {
        let bytes = input.fill_buf()?;
        let is_data = |byte: &&u8| byte.is_ascii_alphanumeric() || b"+/=".contains(byte);
        let length = bytes.iter().take_while(is_data).count();
        let is_end = length < bytes.len() || bytes.is_empty();
        input.consume(length);
        if is_end {
            return Ok(());
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::{BufReader, Read};

    use super::*;

    fn page(bytes: impl Read) -> Result<String, SkipReason> {
        let page = read_page(&mut BufReader::with_capacity(7, bytes))?;
        Ok(String::from_utf8(page).unwrap())
    }

    #[test]
    fn data_is_left_out() {
        for (html, expected) in [
            ("a, b, c", "a, b, c"),
            ("", ""),
            (
                "<img src=\"data:image/png;base64,iVBORw0KGgo+/A==\"><p>نص، آخر",
                "<img src=\"data:image/png;base64,\"><p>نص، آخر",
            ),
            ("x;base64,abc", "x;base64,"),
        ] {
            assert_eq!(page(html.as_bytes()).as_deref(), Ok(expected));
        }
        let before = b"<img src='data:image/png;base64,".as_slice();
        let after = b"'><p>a".as_slice();
        let data = io::repeat(b'x').take(2 * LARGEST_PAGE);
        let read = page(before.chain(data).chain(after)).unwrap();
        assert_eq!(read, "<img src='data:image/png;base64,'><p>a");
        let text = io::repeat(b' ').take(LARGEST_PAGE + 1);
        assert_eq!(page(text), Err(SkipReason::TooLarge(LARGEST_PAGE)));
    }
}
