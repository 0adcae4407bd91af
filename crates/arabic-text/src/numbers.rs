//! Numbers: runs of digits and separators as a reader understands them.
//!
//! `6,500` and `٦٬٥٠٠` are one number, `06,00` and `06:00` one time, `12.3.2021` and `1992,1994` several
//! numbers.

use std::ops::Range;

/// A run of digits inside a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Group {
    /// What stood before it: `\0` for the first group.
    pub separator: char,
    pub digits: String,
    /// Byte range in the original text.
    pub range: Range<usize>,
}

/// Whether `c` between two digits may belong to the number.
pub(super) fn is_separator(c: char) -> bool {
    matches!(c, '.' | ',' | ':' | '٫' | '٬' | '،')
}

/// The most groups of one number: with more of them it would be longer than
/// [`MAX_WORD_CHARS`](super::words::MAX_WORD_CHARS), and they are a list.
const MAX_GROUPS: usize = 33;

/// Whether a number of these groups may have another one; if not, one more makes them a list.
pub(super) fn may_go_on(groups: &[Group]) -> bool {
    let thousands = groups.iter().skip(1).all(is_thousands);
    thousands && groups[0].digits.len() <= 3 && groups.len() < MAX_GROUPS
}

fn is_thousands(group: &Group) -> bool {
    matches!(group.separator, ',' | '٬' | '،') && group.digits.len() == 3
}

/// Joins the groups of one number: thousands (`6,500`), then one decimal or clock part (`06,00`).
/// Groups that are several numbers (a date, a list) are left apart.
pub(super) fn join_groups(groups: &mut Vec<Group>) {
    let is_fraction = |group: &Group| match group.separator {
        '.' | '٫' => group.digits.len() <= 3,
        _ => group.digits.len() <= 2,
    };
    let thousands = if groups[0].digits.len() <= 3 {
        groups[1..]
            .iter()
            .take_while(|group| is_thousands(group))
            .count()
    } else {
        0
    };
    let fraction = match &groups[1 + thousands..] {
        [] => None,
        [part] if is_fraction(part) && groups[0].digits.len() <= 3 => Some('.'),
        _ => return,
    };
    let mut number = groups.remove(0);
    for (i, group) in groups.drain(..).enumerate() {
        if i == thousands {
            number.digits.extend(fraction);
        }
        number.digits.push_str(&group.digits);
        number.range.end = group.range.end;
    }
    groups.push(number);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn joins_what_is_one_number() {
        for (number, expected) in [
            (&[('\0', "6"), (',', "500")][..], "6500"),
            (
                &[('\0', "1"), ('٬', "234"), ('٬', "567"), ('٫', "5")],
                "1234567.5",
            ),
            (&[('\0', "06"), (',', "00")], "06.00"),
            (&[('\0', "06"), (':', "00")], "06.00"),
            (&[('\0', "12"), ('.', "3"), ('.', "2021")], "12 3 2021"),
            (&[('\0', "1992"), (',', "1994")], "1992 1994"),
            (&[('\0', "2020"), (',', "500")], "2020 500"),
        ] {
            let group = |&(separator, digits): &(char, &str)| Group {
                separator,
                digits: digits.into(),
                range: 0..1,
            };
            let mut groups: Vec<Group> = number.iter().map(group).collect();
            join_groups(&mut groups);
            let joined: Vec<String> = groups.into_iter().map(|group| group.digits).collect();
            assert_eq!(joined.join(" "), expected);
        }
    }
}
