//! Lines that name who wrote where, without a name that a list knows.
//!
//! Goes by shape, so it may only be asked of the line right above the first paragraph, below a headline.

use std::collections::HashSet;

use super::cue_words::has_cue_word;
use super::lines::Line;
use super::links::is_built_as_headline;
use crate::ZoneKind;
use arabic_text::words;

/// Such a line has at most this many words.
const MOST_WORDS: usize = 8;
/// And a part of it between dashes at most this many.
const MOST_WORDS_OF_PART: usize = 4;
/// Signs between a place and a writer.
const SIGNS: [char; 6] = ['-', '–', '—', 'ـ', '/', '|'];

/// Whether `line`, above the paragraphs `below`, says who wrote where.
pub(super) fn is_byline(line: &Line, below: &[Line]) -> bool {
    let is_sentence =
        line.ends() || line.bullet().is_some() || has_cue_word(line.text, ZoneKind::Body);
    let is_above_text = below.first().is_some_and(Line::is_paragraph);
    if !is_above_text
        || line.words > MOST_WORDS
        || is_sentence
        || line.text.contains(['«', '"', '“'])
        || line.text.contains(char::is_numeric)
    {
        return false;
    }
    if has_cue_word(line.text, ZoneKind::Dateline) {
        return line.text.contains([':', '(']) || line.text.contains(SIGNS);
    }
    let parts: Vec<&str> = bare(line.text).split(SIGNS).collect();
    let is_short =
        |part: &&str| (1..=MOST_WORDS_OF_PART).contains(&part.split_whitespace().count());
    match parts.len() {
        1 if line.text.ends_with(SIGNS) => is_short(&parts[0]) || parts[0].contains(" من "),
        1 => is_name(line, below),
        // Dashes around words are no signs between a place and a writer.
        2 => {
            !line.text.ends_with(['-', '–', '—'])
                && parts.iter().all(is_short)
                && !is_built_as_headline(line)
        }
        _ => false,
    }
}

/// `text` without the signs at its end.
fn bare(text: &str) -> &str {
    text.trim_end_matches(|c: char| c.is_whitespace() || c == ':' || SIGNS.contains(&c))
}

/// Whether `line` may be a name: a few words that are no other words and that the article does not say.
/// What a heading says, the article says.
fn is_name(line: &Line, below: &[Line]) -> bool {
    const WORDS: std::ops::RangeInclusive<usize> = 2..=4;
    const COMPARED: usize = 4;
    if !WORDS.contains(&line.words)
        || !line
            .text
            .chars()
            .all(|c| c.is_alphabetic() || c == ' ' || is_vowel(c))
    {
        return false;
    }
    let name: HashSet<String> = words(line.text).map(|word| word.form).collect();
    let is_other = |form: &String| {
        matches!(
            &**form,
            "من" | "في"
                | "على"
                | "الى"
                | "عن"
                | "خلال"
                | "اثناء"
                | "بعد"
                | "قبل"
                | "مع"
                | "لا"
                | "ما"
                | "ان"
                | "هل"
                | "كيف"
                | "بين"
                | "صوره"
                | "محافظ"
                | "مدير"
                | "رييس"
                | "وزير"
        )
    };
    let starts_with_article = words(line.text)
        .next()
        .is_some_and(|word| word.form.starts_with("ال"));
    let said = below
        .iter()
        .take(COMPARED)
        .flat_map(|line| words(line.text))
        .any(|word| name.contains(&word.form));
    !starts_with_article && !name.iter().any(is_other) && !said
}

/// Whether `c` is a vowel sign or a lengthening of letters.
fn is_vowel(c: char) -> bool {
    ('\u{064B}'..='\u{0652}').contains(&c) || c == 'ـ'
}

#[cfg(test)]
mod tests {
    use super::super::lines::lines;
    use super::*;

    #[test]
    fn shape_tells_who_wrote_where() {
        let below = lines("يشكو سكان التلة من انقطاع المياه منذ أسبوعين كاملين.");
        for (line, expected) in [
            ("وادي التين (مكتب الشمال) ـ", true),
            ("وادي التين: مراسلتنا هدى سالم", true),
            ("سامي رشيد من وادي التين |", true),
            ("وادي التين/ سامي رشيد:", true),
            ("وادي التين - سامي رشيد", true),
            ("سامي رشيد", true),
            ("سامي رشيد - رحمه الله -", false),
            ("افتتاح «تل ـ الورد»", false),
            ("رئيس الجمعية", false),
            ("انقطاع المياه", false),
            ("عطش في القرى", false),
            ("الوزير: المياه تعود غدا", false),
            ("الوزارة تعد بالحل - والسكان يشكون من عطش", false),
            ("وتشمل الخطة ما يلي:", false),
            ("الشمال 3 - الجنوب 1", false),
        ] {
            assert_eq!(is_byline(&lines(line)[0], &below), expected, "{line}");
        }
    }
}
