//! Numbers: runs of digits and separators as a reader understands them.
//!
//! `6,500` and `٦٬٥٠٠` are one number, and so is `3.000.000`; `06:00` is a time, `12.3.2021` and `1992,1994` are several
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
/// [`MAX_WORD_CHARS`](super::MAX_WORD_CHARS), and they are a list.
const MAX_GROUPS: usize = 33;

/// Whether a number of these groups may have another one; if not, one more makes them a list.
pub(super) fn may_go_on(groups: &[Group]) -> bool {
    let [first, rest @ ..] = groups else {
        return true;
    };
    let is_of_commas = rest.iter().all(is_thousands);
    let is_of_dots = rest.iter().all(is_dotted);
    first.digits.len() <= 3 && groups.len() < MAX_GROUPS && (is_of_commas || is_of_dots)
}

fn is_triple(group: &Group) -> bool {
    group.digits.len() == 3
}

fn is_thousands(group: &Group) -> bool {
    is_comma(group.separator) && is_triple(group)
}

fn is_dotted(group: &Group) -> bool {
    group.separator == '.' && is_triple(group)
}

fn is_comma(separator: char) -> bool {
    matches!(separator, ',' | '٬' | '،')
}

/// How many groups behind the first are its thousands: those behind commas, or behind dots if there are several or a
/// fraction comes behind (`26.013` alone may be either). Four groups of dots may be the address of a computer.
fn thousands(groups: &[Group]) -> usize {
    let [first, rest @ ..] = groups else {
        return 0;
    };
    if first.digits.len() > 3 || first.digits == "0" {
        return 0;
    }
    let commas = rest.iter().take_while(|it| is_thousands(it)).count();
    if commas > 0 {
        return commas;
    }
    let dots = rest.iter().take_while(|it| is_dotted(it)).count();
    let has_fraction = rest.len() == dots + 1 && rest[dots].separator != '.';
    let is_byte = |group: &Group| group.digits.parse::<u8>().is_ok();
    let is_address = groups.len() == 4 && groups.iter().all(is_byte);
    match dots {
        1 if has_fraction => 1,
        2.. if (has_fraction || rest.len() == dots) && !is_address => dots,
        _ => 0,
    }
}

/// Joins the groups of one number: thousands (`6,500`), then one decimal or clock part (`06:00`).
/// Groups that are several numbers (a date, a list) are left apart.
pub(super) fn join_groups(groups: &mut Vec<Group>) {
    let is_fraction = |group: &Group| match group.separator {
        '.' | '٫' => group.digits.len() <= 3,
        ',' if groups[0].digits == "0" => group.digits.len() <= 3,
        _ => group.digits.len() <= 2,
    };
    let thousands = thousands(groups);
    let point = match &groups[1 + thousands..] {
        [] => None,
        [part] if is_fraction(part) && groups[0].digits.len() <= 3 => match part.separator {
            ':' if thousands > 0 => return,
            ':' => Some(':'),
            _ => Some('.'),
        },
        _ => return,
    };
    let mut number = groups.remove(0);
    for (i, group) in groups.drain(..).enumerate() {
        if i == thousands {
            number.digits.extend(point);
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
            (&[('\0', "06"), (':', "00")], "06:00"),
            (&[('\0', "3"), ('.', "000"), ('.', "000")], "3000000"),
            (&[('\0', "26"), ('.', "013")], "26.013"),
            (&[('\0', "1"), ('.', "234"), (',', "56")], "1234.56"),
            (&[('\0', "0"), (',', "500")], "0.500"),
            (
                &[('\0', "192"), ('.', "168"), ('.', "100"), ('.', "200")],
                "192 168 100 200",
            ),
            (&[('\0', "10"), ('.', "000"), (',', "5")], "10000.5"),
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
