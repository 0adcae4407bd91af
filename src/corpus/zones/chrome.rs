//! Lines that are no text of the article by their characters alone: addresses, names of users,
//! hashtags, language switches, copyright signs, the name of an agency.

use super::lines::Line;
use super::markers::{Sense, known};
use crate::corpus::ZoneKind;
use arabic_text::words;

/// What `line` is, if its characters say so; `is_arabic` is of the whole text.
pub(super) fn chrome(line: &Line, is_arabic: bool) -> Option<ZoneKind> {
    const MOST_WORDS: usize = 15;
    if line.is_menu() {
        return Some(ZoneKind::Furniture);
    }
    if line.words > MOST_WORDS {
        return None;
    }
    let all = |of: fn(&str) -> bool| line.text.split_whitespace().all(of);
    if line.text.starts_with('#') && all(|word| word.starts_with('#') && !word.ends_with(':')) {
        return Some(ZoneKind::Tags);
    }
    let is_furniture = line.text.contains('©')
        || all(is_address)
        || is_arabic && line.words > 1 && all(is_language)
        || line.words <= 4 && is_agency(line);
    is_furniture.then_some(ZoneKind::Furniture)
}

/// Whether `word` is an address: of a page, of mail, of a user.
fn is_address(word: &str) -> bool {
    let word = word.trim_matches(['(', ')', '<', '>']);
    word.starts_with("http://")
        || word.starts_with("https://")
        || word.starts_with("www.")
        || word.is_ascii() && word.len() > 2 && word.contains('@')
}

/// Whether `word` looks like an item of a language switch: `Ru`, `EN`.
fn is_language(word: &str) -> bool {
    let word = word.trim_matches(['|', '/']);
    word.len() <= 2 && word.bytes().all(|byte| byte.is_ascii_alphabetic())
}

/// Whether `line` is nothing but names of agencies.
fn is_agency(line: &Line) -> bool {
    let forms: Vec<String> = words(line.text).map(|word| word.form).collect();
    let mut rest = &forms[..];
    while let Some((_, length)) = known(rest, |sense| sense == Sense::Agency) {
        rest = &rest[length..];
    }
    rest.is_empty() && !forms.is_empty()
}

#[cfg(test)]
mod tests {
    use super::super::lines::lines;
    use super::*;

    #[test]
    fn characters_tell() {
        use ZoneKind::{Furniture, Tags};
        for (line, expected) in [
            ("Ru En", Some(Furniture)),
            ("Sputnik", Some(Furniture)),
            ("(رويترز)", Some(Furniture)),
            ("© REUTERS / HANDOUT", Some(Furniture)),
            ("editor@example.com", Some(Furniture)),
            ("https://example.com/1", Some(Furniture)),
            ("#روسيا #قره_باغ", Some(Tags)),
            ("#روسيا تعلن", None),
            ("الرئيسية | أخبار | رياضة | فن", Some(Furniture)),
            ("قالت رويترز", None),
            ("الحياة", None),
            ("...", None),
        ] {
            assert_eq!(chrome(&lines(line)[0], true), expected, "{line}");
        }
    }
}
