//! Nesting: how deep the elements of a page stand in each other.
//!
//! Parsing and scoring take time that grows with the square of the depth. People nest to a few dozens,
//! browsers stop at 512; a page that goes deeper is broken or hostile. Looks at tags only, and knows no
//! grammar: text is never lost.

use std::borrow::Cow;

/// Elements deeper than this lose their tags, not their text.
const MAX_DEPTH: usize = 256;

/// Elements that need no end tag or hold no others, so that a start tag is no step down.
const FLAT: &[&str] = &[
    "area", "base", "body", "br", "col", "colgroup", "dd", "dt", "embed", "head", "hr", "html",
    "img", "input", "li", "link", "meta", "noscript", "option", "p", "param", "script", "source",
    "style", "tbody", "td", "textarea", "tfoot", "th", "thead", "title", "tr", "track", "wbr",
];

/// `html`, with a space in place of every tag that would nest deeper than [`MAX_DEPTH`].
pub(super) fn shallow(html: &str) -> Cow<'_, str> {
    let mut depth = 0_usize;
    let mut kept = String::new();
    let mut copied = 0;
    for (at, _) in html.match_indices('<') {
        let rest = &html[at + 1..];
        let (is_end, rest) = match rest.strip_prefix('/') {
            Some(rest) => (true, rest),
            None => (false, rest),
        };
        let is_name = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'-';
        let length = rest.bytes().take_while(|byte| is_name(byte)).count();
        let name = &rest[..length];
        if !name.starts_with(|first: char| first.is_ascii_alphabetic())
            || FLAT.iter().any(|flat| flat.eq_ignore_ascii_case(name))
        {
            continue;
        }
        let too_deep = depth > MAX_DEPTH || (depth == MAX_DEPTH && !is_end);
        depth = if is_end {
            depth.saturating_sub(1)
        } else {
            depth + 1
        };
        if too_deep && at >= copied {
            kept.push_str(&html[copied..at]);
            kept.push(' ');
            copied = html[at..].find('>').map_or(html.len(), |end| at + end + 1);
        }
    }
    if copied == 0 {
        return Cow::Borrowed(html);
    }
    kept.push_str(&html[copied..]);
    Cow::Owned(kept)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_too_deep_loses_its_tags() {
        let nested = |depth: usize, inner: &str| {
            format!("{}{inner}{}", "<div>".repeat(depth), "</div>".repeat(depth))
        };
        let flat = "<p>نص<br><li>".repeat(10_000);
        for page in [nested(MAX_DEPTH, "<p>نص</p>"), flat, "< 3 <é <".into()] {
            assert!(matches!(shallow(&page), Cow::Borrowed(_)));
        }
        let deeper = shallow(&nested(MAX_DEPTH, "<b id=1>نص</b>")).into_owned();
        assert_eq!(deeper, nested(MAX_DEPTH, " نص "));
        let cut = shallow(&("<div>".repeat(MAX_DEPTH) + "<b")).into_owned();
        assert_eq!(cut, "<div>".repeat(MAX_DEPTH) + " ");
    }
}
