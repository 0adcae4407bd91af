//! The end of the last paragraph: tags and links that a page without line breaks put after it.

use super::cues::match_after_sentence;
use crate::ZoneKind;

/// How far from the end of the paragraph such a thing may begin, in characters.
const MOST_CHARS: usize = 250;

/// Where in `text` boilerplate begins that follows the end of a sentence, and what it is.
pub(super) fn trailing_zone(text: &str) -> Option<(usize, ZoneKind)> {
    let from = text
        .char_indices()
        .rev()
        .nth(MOST_CHARS)
        .map_or(0, |(at, _)| at);
    let mut ends = text[from..].match_indices(['.', '!', '؟', '"', '”', '»', ')']);
    ends.find_map(|(at, sign)| {
        let rest = &text[from + at + sign.len()..];
        let boilerplate = rest.trim_start();
        // A sign inside a word ends no sentence.
        if boilerplate.len() == rest.len() {
            return None;
        }
        let kind = match_after_sentence(boilerplate)?.kind;
        Some((text.len() - boilerplate.len(), kind))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_debris_after_the_last_sentence() {
        for (text, expected) in [
            (
                "انتهى العمل. سمات روسيا العمل",
                Some((ZoneKind::Tags, "سمات روسيا العمل")),
            ),
            (
                "انتهى العمل . المصدر: تاس",
                Some((ZoneKind::Source, "المصدر: تاس")),
            ),
            ("انتهى العمل. المصدر لم يذكر اسمه", None),
            ("انتهى العمل. ومن سمات العمل أنه ينتهي.", None),
            ("انتهى العمل.", None),
        ] {
            let found = trailing_zone(text).map(|(at, kind)| (kind, &text[at..]));
            assert_eq!(found, expected, "{text}");
        }
    }
}
