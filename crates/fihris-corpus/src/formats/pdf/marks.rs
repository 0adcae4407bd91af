//! Marks: the glyphs of a font that take no room.

use std::collections::HashSet;

use lopdf::{Dictionary, Document, Object};

/// The largest code of a glyph.
const LAST_CODE: u32 = 0xFFFF;

/// The codes of the glyphs of a composite font whose width is 0.
pub(super) fn marks(font: &Dictionary, document: &Document) -> HashSet<u32> {
    let inner = font.get_deref(b"DescendantFonts", document);
    let inner = inner.and_then(Object::as_array).ok();
    let inner = inner.and_then(|fonts| document.dereference(fonts.first()?).ok());
    let inner = inner.and_then(|(_, font)| font.as_dict().ok());
    let widths = inner.and_then(|font| font.get_deref(b"W", document).ok());
    let widths = widths.and_then(|widths| widths.as_array().ok());
    of_widths(widths.map(Vec::as_slice).unwrap_or_default())
}

/// `1 [600 0] 7 9 0`: a code and a list for it and the next ones, or a range and what all in it have.
fn of_widths(mut widths: &[Object]) -> HashSet<u32> {
    let code = |object: &Object| {
        let code = object.as_i64().ok()?;
        u32::try_from(code).ok().filter(|code| *code <= LAST_CODE)
    };
    let is_zero = |object: &Object| object.as_float().is_ok_and(|width| width == 0.0);
    let mut marks = HashSet::new();
    loop {
        match widths {
            [first, Object::Array(list), rest @ ..] => {
                let codes = code(first).into_iter().flat_map(|first| first..=LAST_CODE);
                let zeros = codes.zip(list).filter(|(_, width)| is_zero(width));
                marks.extend(zeros.map(|(code, _)| code));
                widths = rest;
            }
            [first, last, width, rest @ ..] => {
                if let (Some(first), Some(last), true) = (code(first), code(last), is_zero(width)) {
                    marks.extend(first..=last);
                }
                widths = rest;
            }
            _ => return marks,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn widths_are_lists_and_ranges() {
        let one: Object = 600.into();
        let none: Object = 0.into();
        let list = Object::Array(vec![one.clone(), none.clone(), Object::Real(0.0)]);
        let widths = [
            10.into(),
            list,
            20.into(),
            22.into(),
            none,
            30.into(),
            31.into(),
            one,
            40.into(),
        ];
        let mut marks: Vec<u32> = of_widths(&widths).into_iter().collect();
        marks.sort_unstable();
        assert_eq!(marks, [11, 12, 20, 21, 22]);
    }
}
