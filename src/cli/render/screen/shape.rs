//! Shaping: letters in the forms they have beside their neighbours.
//!
//! Joins letters as the joining types of Unicode (`ArabicShaping.txt`) say, with presentation forms; a letter that
//! has none stands alone. Joiners and marks of direction have done their work then, and are left out.

use super::forms::Forms;
use super::glyph::Glyph;

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
            None => Forms::get(glyph.letter),
        };
        let is_joined_before = before && joins_before(&glyph, forms);
        let behind = joins_behind(&glyph, forms);
        let next = glyphs.peek();
        let meets = next.is_some_and(|next| joins_before(next, Forms::get(next.letter)));
        let is_joined_behind = behind && (meets || holds_zwj(&glyph));
        if let Some(forms) = forms {
            glyph.letter = forms.joined(is_joined_before, is_joined_behind);
        }
        before = behind;
        glyph.marks.retain(|c| !is_invisible(c));
        if !is_invisible(glyph.letter) {
            shaped.push(glyph);
        } else if !glyph.marks.is_empty() {
            glyph.letter = glyph.marks.remove(0);
            shaped.push(glyph);
        }
    }
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
        '\u{61C}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}'
    )
}

#[cfg(test)]
mod tests {
    use super::super::glyph::glyphs;
    use super::super::styled::Styled;
    use super::*;

    fn shaped(text: &str) -> String {
        let glyphs = shape(&glyphs(&Styled::parse(text)));
        let letters = |glyph: &Glyph| [glyph.letter.to_string(), glyph.marks.clone()];
        glyphs.iter().flat_map(letters).collect()
    }

    #[test]
    fn letters_join_their_neighbours() {
        for (text, expected) in [
            ("", ""),
            ("ب", "\u{FE8F}"),
            ("ببب", "\u{FE91}\u{FE92}\u{FE90}"),
            ("بوب", "\u{FE91}\u{FEEE}\u{FE8F}"),
            (
                "قره باغ",
                "\u{FED7}\u{FEAE}\u{FEE9} \u{FE91}\u{FE8E}\u{FECD}",
            ),
            ("سماء", "\u{FEB3}\u{FEE4}\u{FE8E}\u{FE80}"),
            // Marks do not part letters, and stay on theirs.
            ("قُتِل", "\u{FED7}\u{64f}\u{FE98}\u{650}\u{FEDE}"),
            ("لا", "\u{FEFB}"),
            ("بلا", "\u{FE91}\u{FEFC}"),
            ("الأرض", "\u{FE8D}\u{FEF7}\u{FEAD}\u{FEBD}"),
            ("لَآ", "\u{FEF5}\u{64e}"),
            ("لإ لٱ", "\u{FEF9} \u{FEDF}\u{FB51}"),
            ("للا", "\u{FEDF}\u{FEFC}"),
            // Tatweel joins, and so does a joiner; a non-joiner parts.
            ("بـ", "\u{FE91}\u{640}"),
            ("ـب", "\u{640}\u{FE90}"),
            ("ه\u{200D}", "\u{FEEB}"),
            ("\u{200D}ه", "\u{FEEA}"),
            (
                "نامه\u{200C}ها",
                "\u{FEE7}\u{FE8E}\u{FEE3}\u{FEEA}\u{FEEB}\u{FE8E}",
            ),
            ("ل\u{200C}ا", "\u{FEDD}\u{FE8D}"),
            ("ل\u{200D}ا", "\u{FEDF}\u{FE8E}"),
            ("ب\u{200F}ب", "\u{FE91}\u{FE90}"),
            // Persian and Urdu.
            ("پچگ", "\u{FB58}\u{FB7D}\u{FB93}"),
            ("یک", "\u{FBFE}\u{FB8F}"),
            ("ہے", "\u{FBA8}\u{FBAF}"),
            // A letter without forms, another script, figures.
            ("بݐب", "\u{FE8F}ݐ\u{FE8F}"),
            ("بaب1", "\u{FE8F}a\u{FE8F}1"),
            ("\u{64f}ب", "\u{64f}\u{FE8F}"),
        ] {
            assert_eq!(shaped(text), expected, "{text}");
        }
    }
}
