//! Lines of a text that are there for the day of the article: nothing but a date, or `نشر في: …`.
//!
//! Where a text says when it was published and when it was changed, in whatever order, the first is its day.

use std::ops::Range;

use jiff::civil::Date;

use arabic_text::fold::fold_chars;
use arabic_text::words;

use super::full_date::recent_date;

/// So many lines with words, from the top and from the end, may be the line of a date.
const LINES_AT_AN_END: usize = 6;
/// So many words may stand on that line besides the date: a place, a source, a time.
const MOST_WORDS_BESIDE: usize = 3;
/// And so many where the line begins by saying what date it is; one that speaks of another article
/// (`إشارة إلى ما نشر في صحيفتكم`) does not begin so, or goes on.
const MOST_WORDS_OF_A_SAYING: usize = 12;
/// So many characters of a line are looked through for what says which date is which.
const LONGEST_START: usize = 200;

/// What a date on a line is, the surest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Published,
    Unsaid,
    Updated,
}

/// How a line says which date comes, folded.
const CUES: &[(Kind, &str)] = &[
    (Kind::Published, "تاريخ النشر"),
    (Kind::Published, "نشر في"),
    (Kind::Published, "نشر بتاريخ"),
    (Kind::Published, "نشر يوم"),
    (Kind::Published, "نشر:"),
    (Kind::Published, "نشرت في"),
    (Kind::Published, "نشرت:"),
    (Kind::Published, "تم النشر"),
    (Kind::Published, "النشر:"),
    (Kind::Published, "تاريخ الخبر"),
    (Kind::Published, "حرر في"),
    (Kind::Published, "published"),
    (Kind::Published, "posted"),
    (Kind::Updated, "اخر تحديث"),
    (Kind::Updated, "اخر تعديل"),
    (Kind::Updated, "تاريخ التحديث"),
    (Kind::Updated, "تم التحديث"),
    (Kind::Updated, "التحديث:"),
    (Kind::Updated, "تحديث:"),
    (Kind::Updated, "حدث في"),
    (Kind::Updated, "حدث:"),
    (Kind::Updated, "updated"),
    (Kind::Updated, "last update"),
    (Kind::Updated, "last modified"),
];

/// The surest date of a line near either end of `text` that is there for its date, of equal ones the first.
pub(super) fn date_line(text: &str) -> Option<(Date, Range<usize>)> {
    let top: Vec<Range<usize>> = lines(text).take(LINES_AT_AN_END).collect();
    let is_below_top = |line: &Range<usize>| top.last().is_some_and(|last| line.start > last.start);
    let end = lines(text).rev().take_while(is_below_top);
    let mut end: Vec<Range<usize>> = end.take(LINES_AT_AN_END).collect();
    end.reverse();
    let dates = top
        .into_iter()
        .chain(end)
        .flat_map(|line| parts(text, line));
    let dates = dates.filter_map(|(kind, part)| {
        let (date, range) = recent_date(&text[part.clone()], part.start)?;
        let most = if kind == Kind::Unsaid {
            MOST_WORDS_BESIDE
        } else {
            MOST_WORDS_OF_A_SAYING
        };
        let beside = words(&text[part.start..range.start]).take(most + 1).count()
            + words(&text[range.end..part.end]).take(most + 1).count();
        (beside <= most).then_some((kind, (date, range)))
    });
    dates.min_by_key(|(kind, _)| *kind).map(|(_, found)| found)
}

/// The surest date of the `datelines` of `text`, of equal ones the first.
pub(super) fn of_datelines(text: &str, datelines: &[Range<usize>]) -> Option<(Date, Range<usize>)> {
    let lines = datelines
        .iter()
        .filter(|line| text.get((*line).clone()).is_some());
    let parts = lines.flat_map(|line| parts(text, line.clone()));
    let dates = parts.filter_map(|(kind, part)| {
        let found = recent_date(&text[part.clone()], part.start)?;
        Some((kind, found))
    });
    dates.min_by_key(|(kind, _)| *kind).map(|(_, found)| found)
}

/// The parts of a line that begins by saying what date it is, each with what it says; another is one part.
fn parts(text: &str, line: Range<usize>) -> Vec<(Kind, Range<usize>)> {
    let mut folded = String::new();
    let mut starts = Vec::new();
    for c in fold_chars(&text[line.clone()]).take(LONGEST_START) {
        folded.push(c.char);
        starts.resize(folded.len(), line.start + c.range.start);
    }
    let is_start = |at: usize| !folded[..at].ends_with(char::is_alphabetic);
    let cues = CUES.iter().flat_map(|&(kind, cue)| {
        let places = folded.match_indices(cue).map(|(at, _)| at);
        places.filter(|at| is_start(*at)).map(move |at| (at, kind))
    });
    let mut cues: Vec<(usize, Kind)> = cues.collect();
    cues.sort_unstable();
    let opens = cues
        .first()
        .is_some_and(|(at, _)| !folded[..*at].contains(char::is_alphanumeric));
    if !opens {
        return vec![(Kind::Unsaid, line)];
    }
    let ends = cues.iter().skip(1).map(|(at, _)| starts[*at]);
    let ends: Vec<usize> = ends.chain([line.end]).collect();
    let parts = cues.iter().zip(ends);
    parts
        .map(|(&(at, kind), end)| (kind, starts[at]..end))
        .collect()
}

/// The lines of `text` that are not blank.
fn lines(text: &str) -> impl DoubleEndedIterator<Item = Range<usize>> {
    let start = |line: &str| line.as_ptr().addr() - text.as_ptr().addr();
    text.split('\n')
        .filter(|line| !line.trim().is_empty())
        .map(move |line| start(line)..start(line) + line.len())
}
