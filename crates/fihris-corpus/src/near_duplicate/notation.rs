//! Notation: numbers as papers write them with digits, in one form.
//!
//! A number may be cut into groups of three digits by points, by spaces or by `ر`, and what is cut by `ر` is
//! written from right to left.

use std::borrow::Cow;

/// Digits in a group of thousands.
const GROUP: usize = 3;

/// Stands between groups that agencies write from right to left: `540 ر 999 ر 45` is 45,999,540.
const REVERSES: &str = "ر";

/// The parts of the numbers that the folded `words` begin with, each without leading zeros, and the words behind.
/// Letters that are written onto a number are left out.
pub(super) fn digits<'a, 'w>(words: &'w [&'a str]) -> (Vec<String>, &'w [&'a str]) {
    let mut numbers: Vec<Cow<str>> = Vec::new();
    let mut may_go_on = false;
    let mut rest = words;
    while rest.first().is_some_and(|word| has_digit(word)) {
        let behind = rest[1..].chunks_exact(2);
        let behind = behind.take_while(|pair| pair[0] == REVERSES && has_digit(pair[1]));
        let groups = 1 + behind.count();
        for word in rest.iter().step_by(2).take(groups).rev() {
            match numbers.last_mut() {
                Some(last) if may_go_on && is_group(word) => last.to_mut().push_str(word),
                _ => {
                    may_go_on = word.len() <= GROUP && is_digits(word);
                    let pieces = word.split(|c: char| !c.is_ascii_digit() && c != '.');
                    numbers.extend(pieces.filter(|piece| has_digit(piece)).map(Cow::Borrowed));
                }
            }
        }
        rest = &rest[2 * groups - 1..];
    }
    (
        numbers.iter().flat_map(|number| parts(number)).collect(),
        rest,
    )
}

/// The parts of a number without leading zeros: `07.30` is `7` and `30`, and so is `0730`.
fn parts(number: &str) -> Vec<String> {
    let mut parts: Vec<&str> = number.split('.').filter(|part| !part.is_empty()).collect();
    if let [first, groups @ ..] = &*parts
        && !groups.is_empty()
        && (1..=GROUP).contains(&first.len())
        && *first != "0"
        && groups.iter().all(|group| is_group(group))
    {
        return vec![parts.concat().trim_start_matches('0').to_string()];
    }
    match &mut *parts {
        [time] if time.len() == 4 && time.starts_with('0') => {
            let (hours, minutes) = time.split_at(2);
            parts = vec![hours, minutes];
        }
        [whole, fraction] if !whole.starts_with('0') => {
            *fraction = fraction.trim_end_matches('0');
        }
        _ => {}
    }
    let parts = parts.iter().map(|part| part.trim_start_matches('0'));
    parts
        .filter(|part| !part.is_empty())
        .map(String::from)
        .collect()
}

fn is_group(word: &str) -> bool {
    word.len() == GROUP && is_digits(word)
}

fn is_digits(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether a folded word holds a digit.
pub(super) fn has_digit(word: &str) -> bool {
    word.bytes().any(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_number_has_one_form() {
        for (words, expected) in [
            ("45 999 540 ريال", &["45999540"][..]),
            ("540 ر 999 ر 45 ريال", &["45999540"]),
            ("45.999.540", &["45999540"]),
            ("45999540", &["45999540"]),
            ("9 ر 14", &["14", "9"]),
            ("14.9", &["14", "9"]),
            ("5.60", &["5", "6"]),
            ("08.00", &["8"]),
            ("0800", &["8"]),
            ("0730", &["7", "30"]),
            ("mh370", &["370"]),
            ("300er b777", &["300", "777"]),
            ("30 10 1436 ه", &["30", "10", "1436"]),
            ("2015 227", &["2015", "227"]),
            ("ريال 5", &[]),
        ] {
            let words: Vec<&str> = words.split(' ').collect();
            assert_eq!(digits(&words).0, expected, "{words:?}");
        }
    }
}
