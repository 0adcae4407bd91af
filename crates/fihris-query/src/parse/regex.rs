//! Regular expressions, which other tools take between slashes: recognised, so that an error can say how the same is asked for.
//!
//! `/بوت.ن/` is `بوت?ن`, `/كراباخ|قره.*/` is `(كراباخ OR قره*)`. An agency between slashes (`/سانا/`) is a word.

/// The length of the regular expression that `rest` begins with, its slashes included; `None` if it begins with none.
pub(super) fn length(rest: &str) -> Option<usize> {
    let inside = rest.strip_prefix('/')?;
    let end = inside.find(|c: char| c == '/' || c.is_whitespace())?;
    let (inside, behind) = inside.split_at(end);
    let behind = behind.strip_prefix('/')?.chars().next();
    let is_end = behind.is_none_or(|c| c.is_whitespace() || matches!(c, ')' | '~' | '^'));
    (is_end && inside.contains(char::is_alphabetic) && has_signs(inside)).then_some(end + 2)
}

/// Whether there are signs in it that mean nothing in a text; the points of `أ.ف.ب` are no such.
fn has_signs(inside: &str) -> bool {
    let mut letters = inside.split('.');
    inside.contains(['*', '+', '?', '[', ']', '|', '^', '$', '\\', '{'])
        || inside.contains('.') && letters.any(|part| part.chars().count() > 1)
}

/// The same as a query with `*` and `?`, as far as these can say it.
pub(super) fn as_pattern(inside: &str) -> Option<String> {
    let inside = inside.trim_start_matches('^').trim_end_matches('$');
    let inside = inside
        .strip_prefix('(')
        .and_then(|inside| inside.strip_suffix(')'))
        .filter(|inside| !inside.contains(['(', ')']))
        .unwrap_or(inside);
    let parts: Option<Vec<String>> = inside.split('|').map(wild).collect();
    let parts = parts?;
    match &parts[..] {
        [only] => Some(only.clone()),
        _ => Some(format!("({})", parts.join(" OR "))),
    }
}

/// One alternative with `*` and `?`.
fn wild(part: &str) -> Option<String> {
    let mut pattern = String::new();
    let mut chars = part.chars().peekable();
    while let Some(c) = chars.next() {
        let letter = match c {
            '\\' => match chars.next()? {
                'w' => '?',
                'b' => continue,
                c if c.is_alphanumeric() => return None,
                c => c,
            },
            '.' => '?',
            '[' => {
                let class: String = chars.by_ref().take_while(|c| *c != ']').collect();
                if class.is_empty() {
                    return None;
                }
                '?'
            }
            c if c.is_alphanumeric() || arabic_text::fold(&c.to_string()).is_empty() => c,
            _ => return None,
        };
        match chars.next_if(|c| matches!(c, '*' | '+' | '?' | '{')) {
            Some('*') if letter == '?' => pattern.push('*'),
            Some('+') if letter == '?' => pattern.push_str("?*"),
            Some(_) => return None,
            None => pattern.push(letter),
        }
    }
    (!pattern.is_empty()).then_some(pattern)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn regular_expressions_are_told_from_slashes_in_texts() {
        for (query, expected) in [
            ("/بوت.ن/", Some("/بوت.ن/")),
            ("/كراباخ|قراباغ/ حرب", Some("/كراباخ|قراباغ/")),
            ("/.*كرمل.*/)", Some("/.*كرمل.*/")),
            ("/سانا/", None),
            ("/أ.ف.ب/", None),
            ("/أخبار/2020/", None),
            ("/بوت.ن", None),
            ("/بوت.ن /", None),
            ("/\\d+/", Some("/\\d+/")),
            ("/2020-.*/", None),
        ] {
            assert_eq!(length(query).map(|end| &query[..end]), expected, "{query}");
        }
    }

    #[test]
    fn they_are_put_into_signs() {
        for (inside, expected) in [
            ("بوت.ن", Some("بوت?ن")),
            ("^قره.*$", Some("قره*")),
            (".*كرمل.*", Some("*كرمل*")),
            ("قره.+", Some("قره?*")),
            ("كراباخ|قره.*", Some("(كراباخ OR قره*)")),
            ("(كراباخ|قراباغ)", Some("(كراباخ OR قراباغ)")),
            ("[اأ]حمد", Some("?حمد")),
            ("قر?", None),
            ("ق{2}", None),
            ("\\d+", None),
            ("(أ|ب)حمد", None),
        ] {
            assert_eq!(as_pattern(inside).as_deref(), expected, "{inside}");
        }
    }
}
