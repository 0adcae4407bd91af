//! Marks in the text of a book, which stand for no words.

/// A page of a volume.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Page {
    pub volume: u32,
    pub number: u32,
}

/// What stands behind the mark of a heading in `line`, if it is one.
pub(super) fn heading(line: &str) -> Option<&str> {
    let rest = line.trim_start().strip_prefix("###")?;
    let rest = rest.trim_start_matches(['#', '|', '$', '@', ' ', '\t']);
    // A kind in capitals: `|EDITOR|`, `$BIO_MAN$`, `@ RAW`.
    let is_kind = |c: char| c.is_ascii_uppercase() || c == '_';
    let end = rest.find(|c| !is_kind(c)).unwrap_or(rest.len());
    let behind = rest[end..].trim_start_matches(['|', '$', '@', ' ', '\t']);
    Some(if end > 1 { behind } else { rest })
}

/// `text` without its marks; each mark of a page goes to `take`.
pub(super) fn clean(text: &str, take: &mut dyn FnMut(Page)) -> String {
    let mut cleaned = String::with_capacity(text.len());
    let mut rest = text;
    // Marks begin with a letter or sign of ASCII, and stand behind none of these letters.
    while let Some(at) = rest.find(|c: char| "PmY@%$#".contains(c)) {
        cleaned.push_str(&rest[..at]);
        rest = &rest[at..];
        let is_in_name = cleaned.ends_with(|c: char| c.is_ascii_alphanumeric());
        let mark = if is_in_name { None } else { mark(rest, take) };
        let length = mark.unwrap_or_else(|| {
            cleaned.push_str(&rest[..1]);
            1
        });
        rest = &rest[length..];
    }
    cleaned.push_str(rest);
    cleaned
}

/// The length of the mark at the start of `text`, in bytes.
fn mark(text: &str, take: &mut dyn FnMut(Page)) -> Option<usize> {
    if let Some((page, length)) = page(text) {
        take(page);
        return Some(length);
    }
    let numbered = |start: &str| {
        let rest = text.strip_prefix(start)?;
        let digits = digits(rest);
        let is_whole = !rest[digits..].starts_with(|c: char| c.is_ascii_lowercase());
        (digits > 0 && is_whole).then_some(start.len() + digits)
    };
    let pieces = ["ms", "YB", "YD", "YA", "YY"];
    if let Some(length) = pieces.iter().find_map(|start| numbered(start)) {
        // The parts of a milestone have letters.
        let part = text[length..].starts_with(|c: char| c.is_ascii_uppercase());
        return Some(length + usize::from(part));
    }
    if text.starts_with("%~%") {
        return Some(3);
    }
    let start = ["#$#", "@", "$"]
        .iter()
        .find(|start| text.starts_with(**start))?;
    let rest = &text[start.len()..];
    let is_name = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || "_@".contains(c);
    let name = rest.find(|c| !is_name(c)).unwrap_or(rest.len());
    let end = rest[name..].starts_with('$');
    let is_mark = rest.starts_with(|c: char| c.is_ascii_uppercase()) && (*start != "$" || end);
    is_mark.then_some(start.len() + name + usize::from(end))
}

/// The page in the mark `PageV01P234` at the start of `text`, and the length of that.
fn page(text: &str) -> Option<(Page, usize)> {
    let rest = text.strip_prefix("Page")?;
    let rest = ["Beg", "End"]
        .iter()
        .find_map(|it| rest.strip_prefix(it))
        .unwrap_or(rest);
    let rest = rest.strip_prefix('V')?;
    let (volume, rest) = rest.split_at(digits(rest));
    let rest = rest.strip_prefix('P')?;
    let (number, rest) = rest.split_at(digits(rest));
    let page = Page {
        volume: volume.parse().ok()?,
        number: number.parse().ok()?,
    };
    // Sides of leaves have letters.
    let side = rest.starts_with(|c: char| c.is_ascii_uppercase());
    Some((page, text.len() - rest.len() + usize::from(side)))
}

fn digits(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_digit).count()
}
