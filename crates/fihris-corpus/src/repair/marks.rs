//! Marks: vowels behind a space, which part a word, and alef before the ligature of God's name.

use super::known::{cost, written};

/// God's name as many type it, with an alef before a ligature that has one.
const WITH_ALEF: &str = "ا\u{FDF2}";

/// `text` without those, and how many there were; `None` where there is none.
pub(super) fn repair(text: &str) -> Option<(String, usize)> {
    let mut count = text.matches(WITH_ALEF).count();
    let text = text.replace(WITH_ALEF, "الله");
    let mut repaired = String::with_capacity(text.len());
    for (number, line) in text.split('\n').enumerate() {
        if number > 0 {
            repaired.push('\n');
        }
        count += join_parts(line, &mut repaired);
    }
    (count > 0).then_some((repaired, count))
}

/// Writes `line` with its words whole; how many were not.
fn join_parts(line: &str, repaired: &mut String) -> usize {
    let mut count = 0;
    let pieces: Vec<&str> = line.split(' ').collect();
    let mut at = 0;
    while at < pieces.len() {
        let behind = pieces[at + 1..].iter();
        let ends_in_word = |piece: &str| piece.ends_with(|c: char| c.is_alphabetic() || is_mark(c));
        let mut last = pieces[at];
        let parts = behind
            .take_while(|piece| goes_on(piece) && ends_in_word(std::mem::replace(&mut last, piece)))
            .count();
        if at > 0 {
            repaired.push(' ');
        }
        let whole = pieces[at..=at + parts].concat();
        if parts > 0 && is_one(&whole, &pieces[at..=at + parts]) {
            repaired.push_str(&whole);
            at += parts + 1;
            count += 1;
        } else {
            repaired.push_str(pieces[at]);
            at += 1;
        }
    }
    count
}

/// Whether `piece` begins with a mark and goes on with letters.
fn goes_on(piece: &str) -> bool {
    let after = piece.trim_start_matches(is_mark);
    after.len() < piece.len() && after.starts_with(char::is_alphabetic)
}

fn is_mark(c: char) -> bool {
    matches!(c, '\u{64B}'..='\u{652}' | '\u{670}')
}

/// Whether the whole is a word, and its parts are not.
fn is_one(whole: &str, parts: &[&str]) -> bool {
    let is_known = |text: &str| {
        let text = text.trim_matches(|c: char| !c.is_alphabetic() && !is_mark(c));
        let text = written(text.trim_start_matches(is_mark));
        !text.is_empty() && cost(&text).is_some()
    };
    is_known(whole) && !parts.iter().all(|part| is_known(part))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_whole_again() {
        for (text, expected) in [
            ("رحم اﷲ عبداﷲ", Some("رحم الله عبدالله")),
            (
                "هذه مد \u{64E}ر \u{64E}سة جديدة",
                Some("هذه مد\u{64E}ر\u{64E}سة جديدة"),
            ),
            ("أيضا \u{64B}من المدينة", None),
            ("مدينة جدة \u{64F}يضيف", None),
        ] {
            assert_eq!(
                repair(text).map(|(text, _)| text).as_deref(),
                expected,
                "{text}"
            );
        }
    }
}
