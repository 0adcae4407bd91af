//! What the characters of a query are: quotes, digits, signs and what can stand in a word.

pub(super) const OPENING: &[char] = &['"', '«', '“', '„', '‹', '‟'];

/// The quotes that close what `opening` opens; a straight one closes all.
pub(super) fn closes(opening: char, c: char) -> bool {
    match opening {
        '«' => matches!(c, '»' | '"'),
        '‹' => matches!(c, '›' | '"'),
        '"' => c == '"',
        _ => matches!(c, '”' | '“' | '‟' | '"'),
    }
}

/// `*` and `?` as Arabic keyboards have them, or as they are.
pub(super) fn wildcard(c: char) -> Option<char> {
    match c {
        '*' | '٭' => Some('*'),
        '?' | '؟' => Some('?'),
        _ => None,
    }
}

/// The number that is written in `text`, in digits of any script, with `.` or `٫`.
///
/// ```text
/// ١٫٥ -> 1.5
/// ```
pub(super) fn plain_number(text: &str) -> String {
    arabic_text::fold(text).replace('٫', ".")
}

/// Whether `c` is a digit of numbers in queries: ASCII, Arabic-Indic or Persian.
fn is_digit(c: char) -> bool {
    matches!(c, '0'..='9' | '٠'..='٩' | '۰'..='۹')
}

/// The length of the number, perhaps none, that `text` begins with; `None` if the word goes on after it.
pub(super) fn number(text: &str) -> Option<usize> {
    let end = text.find(|c: char| !is_digit(c) && c != '.' && c != '٫');
    let end = end.unwrap_or(text.len());
    let behind = text[end..].chars().next();
    let is_end = behind.is_none_or(|c| c == '^' || !is_text(c));
    is_end.then(|| text[..end].trim_end_matches(['.', '٫']).len())
}

/// The length of the weight that `text` begins with, which may have a sign; `None` if there is none.
pub(super) fn weight(text: &str) -> Option<usize> {
    let sign = usize::from(text.starts_with(['-', '+']));
    let length = number(&text[sign..]).filter(|length| *length > 0)?;
    Some(sign + length)
}

/// The value of a field that takes no words, from the start of `text`; one with spaces stands between
/// quotes.
pub(super) fn value(text: &str) -> &str {
    let opening = text.chars().next().filter(|c| OPENING.contains(c));
    if let Some(opening) = opening {
        let start = opening.len_utf8();
        let mut inside = text[start..].char_indices();
        let end = inside.find(|(_, c)| closes(opening, *c));
        return end.map_or("", |(i, c)| &text[..start + i + c.len_utf8()]);
    }
    let is_end = |c: char| c.is_whitespace() || c == '(' || c == ')';
    &text[..text.find(is_end).unwrap_or(text.len())]
}

/// The lengths of the quotes around a [`value`], if there are any.
pub(super) fn quotes(value: &str) -> (usize, usize) {
    let mut chars = value.chars();
    match chars.next().filter(|c| OPENING.contains(c)) {
        Some(opening) => (
            opening.len_utf8(),
            chars.next_back().map_or(0, char::len_utf8),
        ),
        None => (0, 0),
    }
}

/// Whether `c` can be inside a run of text that is asked for as one.
pub(super) fn is_text(c: char) -> bool {
    !c.is_whitespace()
        && !OPENING.contains(&c)
        && !matches!(
            c,
            '(' | ')'
                | '»'
                | '”'
                | '›'
                | '*'
                | '٭'
                | '،'
                | '؛'
                | '؟'
                | ','
                | ';'
                | '?'
                | '!'
                | '…'
                | '|'
        )
}

/// Whether the mark `c` at byte `i` stands between two digits, as in `6,500`.
pub(super) fn between_digits(text: &str, i: usize, c: char) -> bool {
    let digit = |c: Option<char>| c.is_some_and(char::is_numeric);
    matches!(c, ',' | '،')
        && digit(text[..i].chars().next_back())
        && digit(text[i + c.len_utf8()..].chars().next())
}

/// Whether `rest` begins with something an operator can apply to.
pub(super) fn begins_operand(rest: &str) -> bool {
    rest.chars()
        .next()
        .is_some_and(|c| matches!(c, '(' | '*' | '٭') || is_text(c) || OPENING.contains(&c))
}
