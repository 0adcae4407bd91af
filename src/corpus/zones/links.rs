//! Headlines of other articles that nothing announces: between the paragraphs, and in a row at the
//! end.
//!
//! Goes by shape alone, so it asks for much: the paragraphs of the text end as sentences do, and the
//! line does not, has the length of a headline, and is built like one. Headings inside an article
//! are shorter, and questions of an interview end as such.

use super::lines::Line;
use crate::arabic::words;
use crate::corpus::ZoneKind;

/// A headline that nothing announces has at least this many words; headings have fewer.
const SHORTEST: usize = 8;
/// In a row at the end it may be shorter, and this many make a row.
const SHORTEST_IN_ROW: usize = 5;
const SHORTEST_ROW: usize = 3;

/// Whether paragraphs of this text end as sentences do, so that a line that does not is none.
pub(super) fn is_regular(lines: &[Line], kinds: &[ZoneKind]) -> bool {
    const FEWEST: usize = 3;
    let of_body = || {
        lines
            .iter()
            .zip(kinds)
            .filter(|(_, kind)| **kind == ZoneKind::Body)
    };
    let all = of_body().filter(|(line, _)| line.words > 20).count();
    let ended = of_body()
        .filter(|(line, _)| line.words > 20 && line.ends())
        .count();
    all >= FEWEST && ended * 10 >= all * 9
}

/// Labels links between paragraphs.
pub(super) fn label_links(lines: &[Line], kinds: &mut [ZoneKind]) {
    let paragraphs = lines.iter().filter(|line| line.is_paragraph()).count();
    let is_body =
        |i: usize| kinds[i] == ZoneKind::Body && lines[i].is_paragraph() && lines[i].ends();
    let links: Vec<usize> = (1..lines.len().saturating_sub(1))
        .filter(|&i| {
            let line = &lines[i];
            kinds[i] == ZoneKind::Body
                && line.words >= SHORTEST
                && !line.ends()
                && is_built_as_headline(line)
                && is_body(i - 1)
                && is_body(i + 1)
        })
        .collect();
    // Where there are many of them they are part of the text.
    if links.len() * 3 <= paragraphs {
        for link in links {
            kinds[link] = ZoneKind::Related;
        }
    }
}

/// Labels a row of headlines at the end of a text.
pub(super) fn label_last_row(lines: &[Line], kinds: &mut [ZoneKind]) {
    let is_item = |i: &usize| {
        kinds[*i] == ZoneKind::Body
            && lines[*i].words >= SHORTEST_IN_ROW
            && lines[*i].is_headline()
            && lines[*i].bullet().is_none()
    };
    let row: Vec<usize> = (0..lines.len()).rev().take_while(is_item).collect();
    let built = row
        .iter()
        .filter(|&&i| is_built_as_headline(&lines[i]))
        .count();
    if row.len() >= SHORTEST_ROW && row.len() < lines.len() && built * 3 >= row.len() * 2 {
        for i in row {
            kinds[i] = ZoneKind::Related;
        }
    }
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
        if i == 0 && opens_a_sentence(opening.form()) {
            return false;
        }
    }
    line.text[..end].contains([':']) || line.text.contains("..")
}

/// Whether the folded `form` looks like a verb of the present in the third person.
fn is_present_verb(form: &str) -> bool {
    form.starts_with(['ي', 'ت']) && form.chars().count() >= 4 && !form.ends_with(['ه', 'ا'])
}

/// Whether the folded `form` opens a sentence of running text, not a headline.
fn opens_a_sentence(form: &str) -> bool {
    form.starts_with(['و', 'ف'])
        || matches!(
            form,
            "كما" | "في" | "من" | "هذا" | "هذه" | "ان" | "قال" | "قالت"
        )
}

#[cfg(test)]
mod tests {
    use super::super::lines::lines;
    use super::*;

    #[test]
    fn knows_how_headlines_are_built() {
        for (line, expected) in [
            ("موسكو تعلن بدء محادثات جديدة حول وقف إطلاق النار", true),
            ("الخارجية الروسية: نعمل على وقف إطلاق النار في الإقليم", true),
            ("بين موسكو وباكو.. محادثات جديدة حول وقف النار", true),
            ("حول الوضع في الإقليم بعد وقف إطلاق النار", false),
            ("وقالت موسكو يوم أمس إنها تعمل على وقف إطلاق النار", false),
        ] {
            assert_eq!(is_built_as_headline(&lines(line)[0]), expected, "{line}");
        }
    }
}
