//! Headlines of other articles that nothing announces: between the paragraphs, and in a row at the
//! end.
//!
//! Goes by shape, so it asks for much. The paragraphs of the text end as sentences do, and the line
//! does not, has the length of a headline, and is built like one. Headings of long articles may be
//! all this too: so there must be other boilerplate in the text, or a line that introduces the row.

use super::cues::{Sense, match_name};
use super::lines::Line;
use crate::ZoneKind;
use arabic_text::stem::is_protected;
use arabic_text::words;

/// A headline that nothing announces has at least this many words; headings have fewer.
const SHORTEST: usize = 8;
/// In a row at the end, or below a picture, it may be shorter, and this many make a row.
const SHORTEST_IN_ROW: usize = 5;
const SHORTEST_ROW: usize = 3;

/// Whether paragraphs of this text end as sentences do, so that a line that does not is none.
pub(super) fn is_regular(lines: &[Line], kinds: &[ZoneKind]) -> bool {
    const FEWEST: usize = 3;
    let (all, ended) = ended(lines, kinds);
    all >= FEWEST && ended * 10 >= all * 9
}

/// How many lines of the body are as long as paragraphs, and how many of these end as sentences do.
fn ended(lines: &[Line], kinds: &[ZoneKind]) -> (usize, usize) {
    let body = lines.iter().zip(kinds);
    let body = body.filter(|(_, kind)| **kind == ZoneKind::Body);
    count_ended(body.map(|(line, _)| line))
}

/// The same of any lines.
pub(super) fn count_ended<'a>(lines: impl Iterator<Item = &'a Line<'a>>) -> (usize, usize) {
    const SHORTEST_PARAGRAPH: usize = 15;
    let long = lines.filter(|line| line.words >= SHORTEST_PARAGRAPH);
    long.fold((0, 0), |(all, ended), line| {
        (all + 1, ended + usize::from(line.ends()))
    })
}

/// Whether what the site puts around its articles was found among `kinds`.
pub(super) fn has_boilerplate(kinds: &[ZoneKind]) -> bool {
    kinds
        .iter()
        .any(|kind| matches!(kind, ZoneKind::Boilerplate | ZoneKind::Related))
}

/// Labels links between paragraphs.
pub(super) fn label_links(lines: &[Line], kinds: &mut [ZoneKind]) {
    let paragraphs = lines.iter().filter(|line| line.is_paragraph()).count();
    let is_body =
        |i: usize| kinds[i] == ZoneKind::Body && lines[i].is_paragraph() && lines[i].ends();
    let is_link = |i: &usize| {
        let (i, line) = (*i, &lines[*i]);
        // The picture of a link, with its credit, stands above it.
        let has_picture = kinds[i - 1] == ZoneKind::Boilerplate && i > 1;
        let shortest = if has_picture {
            SHORTEST_IN_ROW
        } else {
            SHORTEST
        };
        kinds[i] == ZoneKind::Body
            && line.words >= shortest
            && !line.ends()
            && !line.text.ends_with("..")
            && is_built_as_headline(line)
            && is_body(i - 1 - usize::from(has_picture))
            && is_body(i + 1)
    };
    let found: Vec<usize> = (1..lines.len().saturating_sub(1)).filter(is_link).collect();
    // Where there are many of them they are part of the text.
    if found.len() * 3 <= paragraphs {
        for i in found {
            kinds[i] = ZoneKind::Related;
        }
    }
}

/// Labels a row of headlines at the end of a text, with the line that introduces it.
pub(super) fn label_last_row(lines: &[Line], has_boilerplate: bool, kinds: &mut [ZoneKind]) {
    let is_item = |i: &usize| {
        kinds[*i] == ZoneKind::Body
            && lines[*i].words >= SHORTEST_IN_ROW
            && lines[*i].is_headline()
            && lines[*i].bullet().is_none()
    };
    let row = (0..lines.len()).rev().take_while(is_item).count();
    let start = lines.len() - row;
    let built = lines[start..]
        .iter()
        .filter(|line| is_built_as_headline(line))
        .count();
    if row < SHORTEST_ROW || start == 0 || built * 3 < row * 2 {
        return;
    }
    let is_introduced = kinds[start - 1] == ZoneKind::Body && introduces(&lines[start - 1]);
    if is_introduced || has_boilerplate {
        kinds[start - usize::from(is_introduced)..].fill(ZoneKind::Related);
    }
}

/// Whether `line` is a heading of a few words that a list follows.
fn introduces(line: &Line) -> bool {
    const LONGEST: usize = 6;
    line.words <= LONGEST && line.text.ends_with(':')
}

/// Whether `line` is built as headlines are and sentences of a paragraph are not: a name first and
/// then a verb of the present (`موسكو تعلن`), a name and a colon, or two dots between clauses.
pub(super) fn is_built_as_headline(line: &Line) -> bool {
    const OPENING: usize = 5;
    if !line.is_headline() || line.bullet().is_some() {
        return false;
    }
    let mut opening = words(line.text);
    let mut end = 0;
    for i in 0..OPENING {
        if !opening.advance() {
            break;
        }
        end = opening.range().end;
        if i > 0 && is_present_verb(opening.form()) {
            return true;
        }
        if i == 0 && !opens_a_headline(opening.form()) {
            return false;
        }
    }
    line.text[..end].contains([':']) || line.text.contains("..")
}

/// Whether the folded `form` looks like a verb of the present in the third person.
fn is_present_verb(form: &str) -> bool {
    form.starts_with(['ي', 'ت']) && form.chars().count() >= 4 && !form.ends_with(['ه', 'ا'])
}

/// Whether the folded `form` may open a headline: no number, no word that opens a sentence of running
/// text.
fn opens_a_headline(form: &str) -> bool {
    let is_sentence = form.starts_with(['و', 'ف']) && !is_name(form)
        || matches!(
            form,
            "كما" | "في" | "من" | "هذا" | "هذه" | "ان" | "اذا" | "قال" | "قالت"
        );
    form.starts_with(char::is_alphabetic) && !form.is_ascii() && !is_sentence
}

/// Whether the folded `form` is one word, whatever its first letter looks like: `وزير`, `واشنطن`.
fn is_name(form: &str) -> bool {
    is_protected(form) || match_name(&[form.to_string()], |sense| sense == Sense::Place).is_some()
}

#[cfg(test)]
mod tests {
    use super::super::lines::lines;
    use super::*;

    #[test]
    fn knows_how_headlines_are_built() {
        for (line, expected) in [
            ("موسكو تعلن بدء محادثات جديدة حول وقف إطلاق النار", true),
            ("واشنطن تعلن بدء محادثات جديدة حول وقف إطلاق النار", true),
            ("الخارجية الروسية: نعمل على وقف إطلاق النار في الإقليم", true),
            ("بين موسكو وباكو.. محادثات جديدة حول وقف النار", true),
            ("حول الوضع في الإقليم بعد وقف إطلاق النار", false),
            (
                "12 - موسكو تعلن بدء محادثات جديدة حول وقف إطلاق النار",
                false,
            ),
            ("وقالت موسكو يوم أمس إنها تعمل على وقف إطلاق النار", false),
        ] {
            assert_eq!(is_built_as_headline(&lines(line)[0]), expected, "{line}");
        }
    }
}
