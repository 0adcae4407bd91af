//! `WordPress`: what of the items in the export of a site is an article, and their texts without shortcodes.

use crate::value::{Record, Value};

/// Whether an item is a page or a post that was published; all items of other feeds are.
pub(super) fn is_published(record: &Record) -> bool {
    let is_any = |name: &str, values: &[&str]| match record.get(name) {
        Some(Value::Text(value)) => values.contains(&&**value),
        _ => true,
    };
    is_any("wp:post_type", &["post", "page"]) && is_any("wp:status", &["publish"])
}

/// Takes shortcodes, as `[caption width="300"]…[/caption]`, out of the text of an item.
pub(super) fn clean(record: &mut Record) {
    if !record.contains_key("wp:post_type") {
        return;
    }
    for name in ["content:encoded", "excerpt:encoded"] {
        if let Some(Value::Text(text)) = record.get_mut(name) {
            *text = without_shortcodes(text);
        }
    }
}

fn without_shortcodes(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('[') {
        kept.push_str(before);
        match after.split_once(']') {
            Some((inside, behind)) if is_shortcode(inside) => rest = behind,
            _ => {
                kept.push('[');
                rest = after;
            }
        }
    }
    kept.push_str(rest);
    kept
}

/// Whether these words between brackets are a shortcode: a name of small letters, with or without attributes.
fn is_shortcode(inside: &str) -> bool {
    let inside = inside.strip_prefix('/').unwrap_or(inside);
    let name = inside.split([' ', '/', '=']).next().unwrap_or_default();
    let is_letter = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "_-".contains(c);
    name.starts_with(|c: char| c.is_ascii_lowercase())
        && name.chars().all(is_letter)
        && (inside.trim_end_matches('/').trim() == name || inside.contains('='))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shortcodes_are_no_text() {
        for (text, expected) in [
            (
                "قبل [caption id=\"x\" width=\"300\"]صورة[/caption] بعد",
                "قبل صورة بعد",
            ),
            (
                "[gallery ids=\"1,2\"]نص [1] [كما ورد] [sic] [more words]",
                "نص [1] [كما ورد]  [more words]",
            ),
            ("[", "["),
        ] {
            assert_eq!(without_shortcodes(text), expected);
        }
    }
}
