//! Lines that are no text of the article by their characters alone: addresses, names of users,
//! hashtags, language switches, copyright signs, the name of an agency.

use super::cues::{Sense, match_name};
use super::lines::Line;
use crate::ZoneKind;
use arabic_text::words;

/// What `line` is, if its characters say so; `is_arabic` is of the whole text.
pub(super) fn kind_by_characters(line: &Line, is_arabic: bool) -> Option<ZoneKind> {
    const MOST_WORDS: usize = 15;
    if line.is_menu() {
        return Some(ZoneKind::Boilerplate);
    }
    if line.words > MOST_WORDS {
        return None;
    }
    let all = |of: fn(&str) -> bool| line.text.split_whitespace().all(of);
    if line.text.starts_with('#') && all(|word| word.starts_with('#') && !word.ends_with(':')) {
        return Some(ZoneKind::Tags);
    }
    let is_boilerplate = line.text.contains('©')
        || all(is_address)
        || is_arabic && line.words > 1 && all(is_language)
        || line.words <= 4 && is_agency(line);
    is_boilerplate.then_some(ZoneKind::Boilerplate)
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
    while let Some((_, length)) = match_name(rest, |sense| sense == Sense::Agency) {
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
        use ZoneKind::{Boilerplate, Tags};
        for (line, expected) in [
            ("Ru En", Some(Boilerplate)),
            ("Sputnik", Some(Boilerplate)),
            ("(رويترز)", Some(Boilerplate)),
            ("© REUTERS / HANDOUT", Some(Boilerplate)),
            ("editor@example.com", Some(Boilerplate)),
            ("https://example.com/1", Some(Boilerplate)),
            ("#روسيا #قره_باغ", Some(Tags)),
            ("#روسيا تعلن", None),
            ("الرئيسية | أخبار | رياضة | فن", Some(Boilerplate)),
            ("قالت رويترز", None),
            ("الحياة", None),
            ("...", None),
        ] {
            assert_eq!(
                kind_by_characters(&lines(line)[0], true),
                expected,
                "{line}"
            );
        }
    }
}
