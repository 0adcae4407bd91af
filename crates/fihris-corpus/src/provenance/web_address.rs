//! Web addresses: which of the ways to write one are the same.

use super::named_fields::NamedFields;

/// What fields with the address of an article are called, the likeliest first; case and signs between do not matter.
const NAMES: &[&str] = &[
    "url",
    "link",
    "address",
    "permalink",
    "canonical",
    "canonicalurl",
    "originalurl",
    "articleurl",
    "newsurl",
    "pageurl",
    "weburl",
    "fullurl",
    "posturl",
    "sourceurl",
    "requestedurl",
    "الرابط",
    "رابط",
    "رابطالخبر",
];

/// Parameters that tell who followed a link, not what is there.
const TRACKING: &[&str] = &[
    "fbclid",
    "gclid",
    "dclid",
    "msclkid",
    "yclid",
    "igshid",
    "mc_cid",
    "mc_eid",
    "_ga",
    "gclsrc",
    "at_medium",
    "at_campaign",
    "at_custom1",
    "at_custom2",
    "at_custom3",
    "at_custom4",
];

/// The address among the fields of an article, as it is written there.
pub(super) fn address_of<'a>(fields: &NamedFields<'a>) -> Option<&'a str> {
    fields.first_of(NAMES, |value| {
        // Feeds have several links: the first is that of the article.
        let first = value.split(", http").next()?.trim();
        after_scheme(first).map(|_| first)
    })
}

/// What stands behind `http://`, `https://` or `//`.
fn after_scheme(address: &str) -> Option<&str> {
    ["http://", "https://", "//"].iter().find_map(|scheme| {
        let start = address.get(..scheme.len())?;
        start
            .eq_ignore_ascii_case(scheme)
            .then(|| &address[scheme.len()..])
    })
}

/// What is the same for all ways to write the address of one page; `None` if it is that of a home page, or none.
pub(super) fn normalised(address: &str) -> Option<String> {
    let address = address.trim();
    if address.contains(char::is_whitespace) {
        return None;
    }
    let rest = after_scheme(address)?;
    let (rest, fragment) = rest.split_once('#').unwrap_or((rest, ""));
    let (rest, query) = rest.split_once('?').unwrap_or((rest, ""));
    let (host, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
    let host = host.rsplit('@').next().unwrap_or(host).to_lowercase();
    let host = host.strip_suffix(":80").unwrap_or(&host);
    let host = host.strip_suffix(":443").unwrap_or(host);
    let host = host.strip_prefix("www.").unwrap_or(host);
    let path = decoded(path.trim_end_matches('/'));
    let mut parameters: Vec<String> = query
        .split('&')
        .filter(|parameter| !parameter.is_empty() && !is_tracking(parameter))
        .map(decoded)
        .collect();
    parameters.sort();
    let query = parameters.join("&");
    // A page that a script puts together.
    let fragment = fragment.strip_prefix('!').unwrap_or_default();
    if host.is_empty() || [&*path, &*query, fragment].iter().all(|it| it.is_empty()) {
        return None;
    }
    Some(format!("{host}{path}?{query}#{fragment}"))
}

fn is_tracking(parameter: &str) -> bool {
    let name = parameter.split('=').next().unwrap_or(parameter);
    let name = name.to_lowercase();
    name.starts_with("utm_") || TRACKING.contains(&&*name)
}

/// `text` with letters beyond ASCII, and those that need no sign, in place of `%` and two digits.
fn decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&byte, behind)) = rest.split_first() {
        let digit = |at: usize| char::from(*behind.get(at)?).to_digit(16);
        let value = || u8::try_from(digit(0)? * 16 + digit(1)?).ok();
        let is_plain =
            |byte: &u8| !byte.is_ascii() || byte.is_ascii_alphanumeric() || b"-._~".contains(byte);
        match Some(byte)
            .filter(|byte| *byte == b'%')
            .and_then(|_| value())
        {
            Some(value) if is_plain(&value) => {
                bytes.push(value);
                rest = &behind[2..];
            }
            Some(_) => {
                bytes.push(b'%');
                bytes.extend(behind[..2].to_ascii_lowercase());
                rest = &behind[2..];
            }
            None => {
                bytes.push(byte);
                rest = behind;
            }
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_string())
}

/// Whether `id` is a UUID, as in `0a1b2c3d-0000-4000-8000-000000000001`.
pub(super) fn is_uuid(id: &str) -> bool {
    let groups: Vec<&str> = id.split('-').collect();
    let is_hex = |group: &&str| group.bytes().all(|digit| digit.is_ascii_hexdigit());
    let lengths = groups.iter().map(|group| group.len());
    lengths.eq([8, 4, 4, 4, 12]) && groups.iter().all(is_hex)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_page_has_one_address() {
        for (address, expected) in [
            ("https://www.a.example/x/1/", Some("a.example/x/1?#")),
            ("HTTP://A.example:80/x/1#top", Some("a.example/x/1?#")),
            (
                "//a.example/x/1?utm_source=x&fbclid=y",
                Some("a.example/x/1?#"),
            ),
            (
                "https://a.example/x?b=2&utm_medium=rss&a=1",
                Some("a.example/x?a=1&b=2#"),
            ),
            (
                "https://a.example/%D8%AE%D8%A8%D8%B1",
                Some("a.example/خبر?#"),
            ),
            ("https://a.example/خبر", Some("a.example/خبر?#")),
            ("https://a.example/a%2Fb", Some("a.example/a%2fb?#")),
            ("https://a.example/a%2fb%", Some("a.example/a%2fb%?#")),
            ("https://a.example/?p=7", Some("a.example?p=7#")),
            ("https://a.example/#!/7", Some("a.example?#/7")),
            ("https://m.a.example/X", Some("m.a.example/X?#")),
            ("https://a.example/", None),
            ("https://a.example", None),
            ("https://a.example/?utm_source=x#top", None),
            ("a.example/x/1", None),
            ("http://", None),
            ("17", None),
            ("http://a.example/ x", None),
        ] {
            assert_eq!(normalised(address).as_deref(), expected, "{address}");
        }
    }
}
