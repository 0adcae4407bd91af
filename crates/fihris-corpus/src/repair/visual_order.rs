//! Visual order: lines whose letters stand from left to right, as some programs take them out of PDF files.
//!
//! Numbers and Latin words stand in such a line as they are read, or turned with the rest.

use std::ops::Range;

use arabic_text::fold::written_chars;

use super::known::Share;
use super::lam_alef;
use super::signs::Signs;

/// So many percent of the words of a turned line are known at least, when it is turned back.
const LEAST_AFTER: usize = 65;

/// And at most so many before.
const MOST_BEFORE: usize = 60;

/// So many words tell alone.
const ENOUGH_WORDS: usize = 3;

/// `text` with its turned lines in the order of reading, and how many they are; `None` where there is none.
pub(super) fn repair(text: &str) -> Option<(String, usize)> {
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    if !may_be_turned(&lines) {
        return None;
    }
    let seen: Vec<Line> = lines.iter().map(|line| Line::new(line)).collect();
    let certain = seen.iter().filter(|line| line.is_certain()).count();
    let sound = seen.iter().filter(|line| line.is_sound()).count();
    let all = seen.iter().fold((0, 0), |(before, after), line| {
        (before + line.before.cost, after + line.after.cost)
    });
    let all_words = seen.iter().map(|line| line.after.words).sum::<usize>();
    let all_known = seen.iter().map(|line| line.after.known).sum::<usize>();
    let is_whole = certain > 0 && sound == 0
        || all_words >= 2 && all_known * 100 >= all_words * 90 && all.1 * 4 < all.0 * 3;
    if certain == 0 && !is_whole {
        return None;
    }
    let mut repaired = String::with_capacity(text.len());
    let mut count = 0;
    for (line, seen) in lines.iter().zip(seen) {
        if seen.is_certain() || certain + usize::from(is_whole) > 0 && seen.is_likely(is_whole) {
            repaired.push_str(&seen.turned);
            count += 1;
        } else {
            repaired.push_str(line);
        }
    }
    Some((repaired, count))
}

/// Whether one of the lines that made the text suspect is better turned: most of them only have a slip of the pen, and the
/// other lines need not be looked up.
fn may_be_turned(lines: &[&str]) -> bool {
    let is_suspect = |line: &&&str| Signs::in_text(line).visual_order;
    let mut suspects = lines.iter().filter(is_suspect).peekable();
    suspects.peek().is_none() || suspects.any(|line| Line::new(line).is_likely(true))
}

/// A line as it is, and turned.
struct Line {
    turned: String,
    before: Share,
    after: Share,
}

impl Line {
    fn new(line: &str) -> Self {
        let before = Share::in_text(line);
        let turned = turn(line);
        let after = Share::in_text(&lam_alef::likeliest(&turned));
        Self {
            turned,
            before,
            after,
        }
    }

    fn is_certain(&self) -> bool {
        self.after.words >= ENOUGH_WORDS
            && self.after.is_at_least(LEAST_AFTER)
            && !self.before.is_at_least(MOST_BEFORE)
            && self.after.cost * 10 < self.before.cost * 9
    }

    /// Whether it is in order, without doubt.
    fn is_sound(&self) -> bool {
        self.before.words >= ENOUGH_WORDS
            && self.before.is_at_least(LEAST_AFTER)
            && self.before.cost < self.after.cost
    }

    /// Whether it is turned as well, if others are. One without words that would tell is like the others.
    fn is_likely(&self, is_whole: bool) -> bool {
        match (self.before.cost, self.after.cost) {
            (0, 0) => is_whole,
            (before, after) => after < before,
        }
    }
}

/// A line in the other order.
fn turn(line: &str) -> String {
    let (line, end) = match line.strip_suffix('\n') {
        Some(line) => match line.strip_suffix('\r') {
            Some(line) => (line, "\r\n"),
            None => (line, "\n"),
        },
        None => (line, ""),
    };
    let pieces = pieces(line);
    let keeps_numbers = keeps_numbers(line, &pieces);
    let mut turned = String::with_capacity(line.len() + end.len());
    for (is_left, range) in pieces.into_iter().rev() {
        let piece = &line[range];
        if is_left && keeps_numbers {
            turned.push_str(piece);
        } else {
            turned.extend(piece.chars().rev());
        }
    }
    let mirrored = mirror(&turned);
    mirrored.unwrap_or(turned) + end
}

/// A line in pieces, and whether each is Latin letters and digits with what joins them; all other characters stand alone.
fn pieces(line: &str) -> Vec<(bool, Range<usize>)> {
    let is_left = |c: char| c.is_numeric() || c.is_ascii_alphabetic() || is_latin(c);
    let joins = |c: char| matches!(c, '.' | ',' | '/' | ':' | '-' | '٫' | '٬' | '_' | '@');
    let mut pieces: Vec<(bool, Range<usize>)> = Vec::new();
    let mut chars = line.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|(_, next)| *next);
        let is_letter = |c: char| c.is_ascii_alphabetic();
        let last = pieces.last_mut().filter(|piece| piece.0);
        if let Some((_, range)) = last
            && (is_left(c)
                || joins(c) && next.is_some_and(is_left)
                // Latin words one after the other are in their own order, too.
                || c == ' ' && next.is_some_and(is_letter) && line[..at].ends_with(is_letter))
        {
            range.end = at + c.len_utf8();
        } else {
            pieces.push((is_left(c), at..at + c.len_utf8()));
        }
    }
    pieces
}

fn is_latin(c: char) -> bool {
    matches!(c, '\u{C0}'..='\u{24F}')
}

/// Whether the numbers of the line are as they are read: not where a year is one only when it is turned.
fn keeps_numbers(line: &str, pieces: &[(bool, Range<usize>)]) -> bool {
    let mut turned = 0;
    let mut kept = 0;
    for (_, range) in pieces.iter().filter(|piece| piece.0) {
        let piece: String = written_chars(&line[range.clone()])
            .map(|c| c.char)
            .collect();
        for number in piece.split(|c: char| !c.is_ascii_digit()) {
            let back: String = number.chars().rev().collect();
            kept += usize::from(is_year(number));
            turned += usize::from(is_year(&back));
        }
    }
    kept >= turned
}

fn is_year(number: &str) -> bool {
    number.len() == 4 && ["19", "20"].iter().any(|start| number.starts_with(start))
}

/// `line` with its brackets the other way round, if the first of them closes.
fn mirror(line: &str) -> Option<String> {
    const PAIRS: [(char, char); 4] = [('(', ')'), ('[', ']'), ('«', '»'), ('{', '}')];
    let other = |c: char| {
        PAIRS.iter().find_map(|&(open, close)| match c {
            _ if c == open => Some((close, true)),
            _ if c == close => Some((open, false)),
            _ => None,
        })
    };
    let (_, opens) = line.chars().find_map(other)?;
    let mirrored = |c| other(c).map_or(c, |(other, _)| other);
    (!opens).then(|| line.chars().map(mirrored).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_turned_and_numbers_stay() {
        for (line, expected) in [
            ("ةسردملا حتتفا", "افتتح المدرسة"),
            (".2019 ماع يف (ريزولا)", "(الوزير) في عام 2019."),
            (".9102 ماع يف )ريزولا(", "(الوزير) في عام 2019."),
            (
                "BBC News ةانق عم 12/6/2019 يف",
                "في 12/6/2019 مع قناة BBC News",
            ),
            ("ةسردم\r\n", "مدرسة\r\n"),
        ] {
            assert_eq!(turn(line), expected, "{line}");
        }
    }
}
