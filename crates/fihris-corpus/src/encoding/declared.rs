//! What a text says of its own encoding: HTML's `charset`, XML's `encoding`.

use super::name::Encoding;

/// How far into a text its declaration may stand, in bytes, as in the HTML standard.
const REACH: usize = 1024;

/// The encoding that the beginning of a page declares: `<meta charset=windows-1256>`,
/// `<meta … content="text/html; charset=windows-1256">`, `<?xml version="1.0" encoding="windows-1256"?>`.
#[must_use]
pub fn declared(bytes: &[u8]) -> Option<Encoding> {
    let start = bytes[..bytes.len().min(REACH)].to_ascii_lowercase();
    label(&start, b"<meta", b"charset").or_else(|| label(&start, b"<?xml", b"encoding"))
}

/// The encoding that an attribute names within a tag that begins so.
fn label(start: &[u8], tag: &[u8], attribute: &[u8]) -> Option<Encoding> {
    positions(start, tag).find_map(|at| {
        let tag = start[at..].split(|&byte| byte == b'>').next()?;
        let at = positions(tag, attribute).next()?;
        let value = tag[at + attribute.len()..].trim_ascii_start();
        let value = value.strip_prefix(b"=")?.trim_ascii_start();
        let is_outside = |byte: &u8| !(byte.is_ascii_alphanumeric() || b"-_:.".contains(byte));
        let label = value.split(is_outside).find(|label| !label.is_empty())?;
        Encoding::from_label(std::str::from_utf8(label).ok()?)
    })
}

fn positions<'a>(bytes: &'a [u8], wanted: &'a [u8]) -> impl Iterator<Item = usize> + 'a {
    let windows = bytes.windows(wanted.len()).enumerate();
    windows.filter_map(move |(at, window)| (window == wanted).then_some(at))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn declarations_are_found() {
        for (page, expected) in [
            ("<html><META CHARSET=windows-1256>", Some("windows-1256")),
            ("<meta charset = 'utf-8' />", Some("UTF-8")),
            (
                "<meta name=x><meta http-equiv=\"Content-Type\" content=\"text/html; charset=ISO-8859-6\">",
                Some("ISO-8859-6"),
            ),
            (
                "<?xml version=\"1.0\" encoding=\"cp1256\"?>",
                Some("windows-1256"),
            ),
            ("charset=windows-1256", None),
            ("<meta charset=>", None),
            ("<meta charset=klingon>", None),
        ] {
            let found = declared(page.as_bytes()).map(Encoding::name);
            assert_eq!(found, expected, "{page}");
        }
    }
}
