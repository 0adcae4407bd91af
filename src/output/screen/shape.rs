//! Shaping: letters in the forms they have beside their neighbours.
//!
//! Joins letters as the joining types of Unicode (`ArabicShaping.txt`) say, with presentation forms; a letter that
//! has none stands alone. Joiners and marks of direction have done their work then, and are left out.

use super::forms::Forms;
use super::glyph::{Glyph, takes_none};

const ZWNJ: char = '\u{200C}';
const ZWJ: char = '\u{200D}';
const TATWEEL: char = '\u{640}';
const LAM: char = '\u{644}';

/// Puts letters into their forms, and makes one glyph of lam and alef.
pub(super) fn shape(glyphs: &[Glyph]) -> Vec<Glyph> {
    let mut shaped: Vec<Glyph> = Vec::with_capacity(glyphs.len());
    let mut glyphs = glyphs.iter().peekable();
    let mut before = false;
    while let Some(glyph) = glyphs.next() {
        let alef = glyphs
            .peek()
            .filter(|_| glyph.letter == LAM && !parts(glyph));
        let ligature = alef.and_then(|alef| Some((*alef, Forms::of_lam_and(alef.letter)?)));
        let mut glyph = glyph.clone();
        let forms = match ligature {
            Some((alef, forms)) => {
                glyph.marks.push_str(&alef.marks);
                glyph.range.end = alef.range.end;
                glyphs.next();
                Some(forms)
            }
            None => Forms::of(glyph.letter),
        };
        let is_joined_before = before && joins_before(&glyph, forms);
        let behind = joins_behind(&glyph, forms);
        let next = glyphs.peek();
        let meets = next.is_some_and(|next| joins_before(next, Forms::of(next.letter)));
        let is_joined_behind = behind && (meets || holds_zwj(&glyph));
        if let Some(forms) = forms {
            glyph.letter = forms.joined(is_joined_before, is_joined_behind);
        }
        before = behind;
        glyph.marks.retain(|c| !is_invisible(c));
        shaped.push(glyph);
    }
    shaped.retain(|glyph| !takes_none(glyph.letter) || !is_invisible(glyph.letter));
    shaped
}

/// Whether the letter lets the one before it join.
fn joins_before(glyph: &Glyph, forms: Option<Forms>) -> bool {
    matches!(glyph.letter, TATWEEL | ZWJ) || forms.is_some_and(Forms::joins_before)
}

/// Whether the letter joins the one behind it, if that lets it, or a joiner does.
fn joins_behind(glyph: &Glyph, forms: Option<Forms>) -> bool {
    // A joiner or non-joiner on a letter stands between it and the next; the last one counts.
    let joiner = glyph.marks.chars().rev().find(|c| matches!(*c, ZWJ | ZWNJ));
    match joiner {
        Some(ZWNJ) => false,
        Some(_) => true,
        None => matches!(glyph.letter, TATWEEL | ZWJ) || forms.is_some_and(Forms::joins_behind),
    }
}

fn holds_zwj(glyph: &Glyph) -> bool {
    glyph.marks.contains(ZWJ)
}

/// Whether something stands between the letter and the next that keeps them from becoming one.
fn parts(glyph: &Glyph) -> bool {
    glyph.marks.contains([ZWNJ, ZWJ])
}

/// Joiners and marks of direction, which only tell how others look.
fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{61C}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}'
    )
}
