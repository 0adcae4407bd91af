//! Datelines: where, when, by whom and from which agency, on a line or before the first sentence.
//!
//! Takes a piece apart at its dashes, colons and brackets and asks of each part whether the list
//! knows it. Knows names of agencies, places and months, not of people: a part that it does not
//! know may be a writer if it is short and stands beside one that it does.

use super::cue_words::has_cue_word;
use super::cues::{Sense, match_name};
use super::lines::Line;
use crate::ZoneKind;
use arabic_text::words;

/// A dateline has at most this many words.
const MOST_WORDS: usize = 16;
/// And a dateline in a paragraph at most this many characters.
const MOST_CHARS: usize = 120;

/// What the parts of a piece are.
#[derive(Default)]
struct Parts {
    count: usize,
    /// Number of parts that name places or agencies only.
    named: usize,
    /// Whether there is an agency that is no other word.
    has_agency: bool,
    /// Whether there are numbers, and names of months, days or hours.
    has_number: bool,
    has_date: bool,
    /// Whether the numbers alone make a date.
    has_year: bool,
    /// Number of parts that may be writers.
    writers: usize,
    last_is_writer: bool,
    /// Whether there is a part that belongs to no dateline.
    has_other: bool,
}

impl Parts {
    /// The parts of `piece`, where unknown ones of at least `shortest_name` words may be names.
    fn parse(piece: &str, shortest_name: usize) -> Self {
        let mut parts = Self::default();
        let mut numbers = Vec::new();
        let is_end = |c| {
            matches!(
                c,
                '-' | '–' | '—' | 'ـ' | ':' | '/' | '|' | '(' | ')' | '[' | ']' | '،' | ','
            )
        };
        for part in piece.split(is_end) {
            parts.add(part, shortest_name, &mut numbers);
        }
        let is_year = |number: &&u32| (1300..=2100).contains(*number);
        parts.has_year = numbers.len() >= 3 && numbers.iter().filter(is_year).count() == 1;
        parts
    }

    fn add(&mut self, part: &str, shortest_name: usize, numbers: &mut Vec<u32>) {
        let forms: Vec<String> = words(part).map(|word| word.form).collect();
        if forms.is_empty() {
            return;
        }
        self.count += 1;
        self.last_is_writer = false;
        let (mut rest, mut is_named) = (&forms[..], false);
        while let Some(first) = rest.first() {
            if first.starts_with(|c: char| c.is_ascii_digit()) {
                self.has_number = true;
                numbers.extend(first.parse::<u32>());
                rest = &rest[1..];
            } else if let Some((sense, length)) = match_name(rest, |_| true) {
                self.has_date |= sense == Sense::Date;
                self.has_agency |= sense == Sense::Agency;
                is_named |= sense != Sense::Date;
                rest = &rest[length..];
            } else {
                let is_writer = (shortest_name..=3).contains(&forms.len()) && !is_named;
                self.writers += usize::from(is_writer);
                self.last_is_writer = is_writer;
                self.has_other |= !is_writer;
                return;
            }
        }
        self.named += usize::from(is_named);
    }

    fn is_date(&self) -> bool {
        self.has_number && self.has_date || self.has_year
    }
}

/// Whether `line` is a date or a time and nothing else but places and agencies.
pub(super) fn is_date(line: &Line) -> bool {
    if line.words > MOST_WORDS || line.ends_a_sentence() {
        return false;
    }
    let parts = Parts::parse(line.text, 1);
    parts.is_date() && !parts.has_other && parts.writers == 0
}

/// Whether `line`, above the first paragraph and not the headline, is a dateline.
pub(super) fn is_dateline(line: &Line) -> bool {
    if line.words > MOST_WORDS || line.ends_a_sentence() {
        return false;
    }
    let parts = Parts::parse(line.text, 1);
    let has_dash = line.text.contains(['-', '–', '—', 'ـ', '/', '|']);
    !parts.has_other
        && (parts.is_date() || has_dash && parts.named > 0 && parts.count > 1)
        && parts.writers <= 2
}

/// Length in bytes of the dateline that opens the first paragraph, with the space after it.
pub(super) fn prefix_len(text: &str) -> Option<usize> {
    let end = text
        .char_indices()
        .nth(MOST_CHARS)
        .map_or(text.len(), |(at, _)| at);
    let head = &text[..end];
    let length = match head.strip_prefix(['(', '[']) {
        Some(inner) => {
            let close = inner.find([')', ']'])?;
            let parts = Parts::parse(&inner[..close], 2);
            let is_dateline = parts.is_date() || parts.named > 0 && !parts.has_other;
            (is_dateline && !inner[..close].contains('.')).then_some(close + 2)?
        }
        None => before_a_sign(head).or_else(|| before_reporter(head))?,
    };
    let rest = &text[length..];
    let rest = rest.trim_start_matches(|c: char| c.is_whitespace() || is_sign(c) || c == '.');
    // A line that is nothing else was seen as a line.
    (!rest.is_empty()).then_some(text.len() - rest.len())
}

/// Length of the longest dateline before a colon or a dash in `head`.
fn before_a_sign(head: &str) -> Option<usize> {
    let signs = head.match_indices(is_sign).filter(|(at, sign)| {
        let after = &head[at + sign.len()..];
        // Signs in a row end together; one inside a word or a time ends nothing.
        let goes_on = |c: char| is_sign(c) || c.is_numeric();
        *sign == ":" && !after.starts_with(goes_on) || after.starts_with(char::is_whitespace)
    });
    let mut longest = None;
    for (at, sign) in signs.take(6) {
        let parts = Parts::parse(&head[..at], 2);
        if parts.has_other || parts.writers > 1 {
            break;
        }
        let ends = match parts.count {
            0 => false,
            1 => parts.named == 1 && (parts.has_agency || parts.is_date() || sign != ":"),
            _ => parts.named > 0 && !(parts.last_is_writer && sign != ":"),
        };
        if ends && !continues(&head[at + sign.len()..]) {
            longest = Some(at + sign.len());
        }
    }
    longest
}

/// Length of a dateline in `head` that names any place, then who reports from there in brackets.
fn before_reporter(head: &str) -> Option<usize> {
    const MOST_WORDS: usize = 6;
    let (place, rest) = head.split_once('(')?;
    let (reporter, rest) = rest.split_once(')')?;
    let is_place = place.split_whitespace().count() <= MOST_WORDS
        && !place.contains(['.', ':', '،', '"', '«']);
    let is_dateline = is_place
        && has_cue_word(reporter, ZoneKind::Dateline)
        && rest.trim_start().starts_with(is_sign);
    is_dateline.then_some(head.len() - rest.len())
}

/// Whether `rest` goes on with the clause that a dash broke off: `روسيا - التي كانت`.
fn continues(rest: &str) -> bool {
    words(rest).next().is_none_or(|word| {
        matches!(
            &*word.form,
            "التي" | "الذي" | "الذين" | "كما" | "وهي" | "وهو" | "او" | "اي" | "وما"
        )
    })
}

fn is_sign(c: char) -> bool {
    matches!(c, ':' | '-' | '–' | '—' | 'ـ')
}

#[cfg(test)]
mod tests {
    use super::super::lines::lines;
    use super::*;

    #[test]
    fn finds_the_dateline_before_the_text() {
        for (text, expected) in [
            ("موسكو 12 مارس (تاس) - قال الوزير", "موسكو 12 مارس (تاس) - "),
            ("القاهرة - رويترز: قال الوزير", "القاهرة - رويترز: "),
            ("(رويترز) - قال الوزير", "(رويترز) - "),
            (
                "(موقع ما / سبوتنيك - 17 نوفمبر 2021ء) أعلن",
                "(موقع ما / سبوتنيك - 17 نوفمبر 2021ء) ",
            ),
            ("روسيا – أدانت وزارة الخارجية", "روسيا – "),
            ("دمشق، سوريا (CNN) -- أكدت جهات", "دمشق، سوريا (CNN) -- "),
            ("أحمد علي- سبق- الرياض: ناشد", "أحمد علي- سبق- الرياض: "),
            ("الرياض - أحمد علي: قال", "الرياض - أحمد علي: "),
            (
                "تل الورد 18 نوفمبر (من مراسلنا) ـ بدأ",
                "تل الورد 18 نوفمبر (من مراسلنا) ـ ",
            ),
            ("الهيئة (وهي خاصة) قالت", ""),
            ("روسيا: لن نوقف العمل", ""),
            ("روسيا - التي كانت هنا - قالت", ""),
            ("قال الوزير: إن العمل", ""),
            ("(نعم) قال الوزير إن العمل", ""),
            ("اليوم الثلاثاء 12 مارس بدأ العمل: قال", ""),
        ] {
            assert_eq!(&text[..prefix_len(text).unwrap_or(0)], expected, "{text}");
        }
    }

    #[test]
    fn knows_a_dateline() {
        for (line, expected) in [
            ("١٢ مارس ٢٠٢١", true),
            ("الأربعاء، 07 أكتوبر 2020 - 12:09 م", true),
            ("2020-11-09", true),
            ("الرياض 25 شوال 1436 هـ الموافق 10 أغسطس 2015 م واس", true),
            ("أحمد علي - القاهرة", true),
            ("الأناضول – الرقة", true),
            ("روسيا والعالم", false),
            ("الفريق الأول - الفريق الثاني", false),
            ("3 - 1", false),
            ("في 12 مارس 2021 بدأ العمل", false),
        ] {
            assert_eq!(is_dateline(&lines(line)[0]), expected, "{line}");
        }
    }
}
