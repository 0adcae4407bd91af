//! Spacing: letters of a word parted by spaces, and words without any between them.

use std::ops::Range;

use arabic_text::fold::{FoldedChar, written_chars};

use super::known::{cost, is_arabic};
use super::segment::Segments;

/// So many letters in a row, each alone, are parts of words.
const LEAST_SINGLE: usize = 4;

/// The fewest letters of words without spaces between them.
const LEAST_TOGETHER: usize = 9;

/// No single word has so many letters.
const LONG_TOGETHER: usize = 20;

/// So many letters of a text are looked at, as each may belong to many words.
const MOST_LETTERS: usize = 5000;

/// So many words without spaces between them are no compound.
const MANY_WORDS: usize = 3;

/// Where a run of tokens ends, and what it is to be; `None` where it stays.
type Run = (Range<usize>, Option<String>);

/// What came of looking for damage.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Repaired {
    /// The text, if it changed.
    pub text: Option<String>,
    /// In how many places it was put right.
    pub places: usize,
    /// In how many it could not be.
    pub left: usize,
}

impl Repaired {
    /// `text` with `runs` replaced.
    fn new(text: &str, runs: Vec<Run>) -> Self {
        let mut repaired = Self::default();
        let mut new = String::new();
        let mut at = 0;
        for (range, better) in runs {
            let Some(better) = better else {
                repaired.left += 1;
                continue;
            };
            new.push_str(&text[at..range.start]);
            new.push_str(&better);
            at = range.end;
            repaired.places += 1;
        }
        if at > 0 {
            new.push_str(&text[at..]);
            repaired.text = Some(new);
        }
        repaired
    }
}

/// Joins letters that are parted by spaces.
pub(super) fn join_letters(text: &str) -> Repaired {
    let tokens = tokens(text);
    let found = Repaired::new(text, single_runs(text, &tokens, &Trust::LETTERS));
    if found.places >= MANY_WORDS {
        return Repaired::new(text, single_runs(text, &tokens, &Trust::ALL_LETTERS));
    }
    found
}

/// The runs of letters that stand alone.
fn single_runs(text: &str, tokens: &[Range<usize>], trust: &Trust) -> Vec<Run> {
    let mut runs = Vec::new();
    let mut left = MOST_LETTERS;
    let mut at = 0;
    while at < tokens.len() {
        let is_next = |end: &usize| {
            (is_single(text, &tokens[*end]) || is_tatweel(text, &tokens[*end]))
                && only_spaces(text, &tokens[end - 1..=*end])
        };
        let length = if is_single(text, &tokens[at]) {
            1 + (at + 1..tokens.len()).take_while(is_next).count()
        } else {
            1
        };
        let run = &tokens[at..at + length];
        let range = run[0].start..run[length - 1].end;
        if length >= trust.least {
            let better = joined(text, run, trust, &mut left);
            // A few letters are perhaps an abbreviation, or a list.
            if better.is_some() || length >= LONG_TOGETHER {
                runs.push((range, better));
            }
        }
        at += length;
    }
    runs
}

/// The words of letters that stand alone; wider spaces part words, if there are some; else
/// there may be `left` letters.
fn joined(text: &str, tokens: &[Range<usize>], trust: &Trust, left: &mut usize) -> Option<String> {
    // Before a quotation mark or a number a preposition is drawn out: `قال لـ`.
    if let [words @ .., letter, tatweel] = tokens
        && words.len() > 1
        && is_tatweel(text, tatweel)
        && matches!(&text[letter.clone()], "ب" | "ل" | "ك")
    {
        let words = joined(text, words, trust, left)?;
        return Some([&words, " ", &text[letter.clone()], &text[tatweel.clone()]].concat());
    }
    let gap = |pair: &[Range<usize>]| text[pair[0].end..pair[1].start].chars().count();
    let least = tokens.windows(2).map(gap).min()?;
    let mut words: Vec<String> = Vec::new();
    for (number, token) in tokens.iter().enumerate() {
        if number == 0 || gap(&tokens[number - 1..=number]) > least {
            words.push(String::new());
        }
        words.last_mut()?.push_str(&text[token.clone()]);
    }
    if words.len() == 1 {
        *left = left.checked_sub(tokens.len())?;
    }
    if let [whole] = &*words {
        let may_be_name = trust.percent == 0 && tokens.len() < LONG_TOGETHER;
        return parted(whole, trust).or_else(|| may_be_name.then(|| whole.clone()));
    }
    let known = words.iter().filter(|word| !is_unknown(word)).count();
    (known * 100 >= words.len() * trust.percent).then(|| words.join(" "))
}

/// Parts words that have no spaces between them, in lines where that is so of much.
pub(super) fn part_words(text: &str) -> Repaired {
    let found = together(text, &Trust::SINGLE_LINES);
    let letters: usize = tokens(text)
        .iter()
        .map(|token| letters(&text[token.clone()]))
        .sum();
    if found.letters * 2 > letters && found.most_words >= MANY_WORDS {
        return Repaired::new(text, together(text, &Trust::THROUGHOUT).runs);
    }
    let Together {
        mut runs,
        most_words,
        all_words,
        ..
    } = found;
    // Two words that make up one which nobody knows are a compound.
    if most_words < MANY_WORDS && all_words < 2 * MANY_WORDS {
        runs.retain(|run| run.1.is_none());
    }
    Repaired::new(text, runs)
}

/// How readily letters are taken for words.
struct Trust {
    /// The fewest letters without spaces between them that are looked at.
    least: usize,
    /// So many percent of the letters are in words that are known at least.
    percent: usize,
    /// The fewest letters of a word where there are only two.
    shortest: usize,
    /// Whether they may be one word.
    may_be_whole: bool,
}

impl Trust {
    const LETTERS: Self = Self {
        least: LEAST_SINGLE,
        percent: 60,
        shortest: 1,
        may_be_whole: true,
    };
    /// In a text that is like that throughout.
    const ALL_LETTERS: Self = Self {
        least: 2,
        percent: 0,
        ..Self::LETTERS
    };
    const SINGLE_LINES: Self = Self {
        least: LEAST_TOGETHER,
        percent: 80,
        shortest: 3,
        may_be_whole: false,
    };
    /// In a text that is like that throughout.
    const THROUGHOUT: Self = Self {
        least: 4,
        percent: 40,
        shortest: 1,
        may_be_whole: false,
    };
}

/// Words without spaces between them.
#[derive(Default)]
struct Together {
    runs: Vec<Run>,
    /// The letters of those that can be parted.
    letters: usize,
    /// The most words in one of them, and those in all.
    most_words: usize,
    all_words: usize,
}

fn together(text: &str, trust: &Trust) -> Together {
    let mut found = Together::default();
    let mut looked_at = 0;
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let tokens = tokens(line);
        let length = |token: &Range<usize>| letters(&line[token.clone()]);
        let all: usize = tokens.iter().map(length).sum();
        let is_together = |token: &&Range<usize>| {
            length(token) >= trust.least
                && is_unknown(&line[(*token).clone()])
                && !is_quoted(line, token)
        };
        let together: Vec<&Range<usize>> = tokens.iter().filter(is_together).collect();
        let unknown: usize = together.iter().map(|token| length(token)).sum();
        let is_much = unknown * 3 >= all || trust.least < LEAST_TOGETHER;
        for token in together.into_iter().filter(|_| is_much) {
            looked_at += length(token);
            if looked_at > MOST_LETTERS {
                found
                    .runs
                    .push((start + token.start..start + token.end, None));
                continue;
            }
            let better = parted(&line[token.clone()], trust);
            if better.is_none() && length(token) < LONG_TOGETHER {
                continue; // perhaps a name
            }
            if let Some(words) = &better {
                let words = words.split(' ').count();
                found.letters += length(token);
                found.most_words = found.most_words.max(words);
                found.all_words += words;
            }
            found
                .runs
                .push((start + token.start..start + token.end, better));
        }
        start += line.len();
    }
    found
}

/// The words that `piece` is made of, if that is certain.
fn parted(piece: &str, trust: &Trust) -> Option<String> {
    let letters: Vec<FoldedChar> = written_chars(piece).collect();
    let segments = Segments::new(letters.iter().map(|letter| letter.char).collect());
    if !segments.are_known(trust.percent, trust.shortest) {
        return None;
    }
    if segments.len() == 1 {
        return trust.may_be_whole.then(|| piece.to_string());
    }
    let may_be_name = trust.shortest > 1 && letters.len() < LONG_TOGETHER;
    if may_be_name && !segments.are_likelier_than_one() {
        return None;
    }
    let mut words = String::with_capacity(piece.len() + segments.len());
    let mut at = 0;
    for &end in segments.inner_ends() {
        let end = letters[end - 1].range.end;
        words.push_str(&piece[at..end]);
        words.push(' ');
        at = end;
    }
    words.push_str(&piece[at..]);
    Some(words)
}

/// Whether a token is all that stands between quotation marks, as names do.
fn is_quoted(line: &str, token: &Range<usize>) -> bool {
    let (before, behind) = (&line[..token.start], &line[token.end..]);
    before.ends_with(['«', '"', '“', '‹']) && behind.starts_with(['»', '"', '”', '›'])
}

/// How many letters a token has.
fn letters(token: &str) -> usize {
    written_chars(token).count()
}

/// Where the runs of Arabic letters and their marks are.
fn tokens(text: &str) -> Vec<Range<usize>> {
    let is_letter =
        |c: char| matches!(c, '\u{621}'..='\u{652}' | '\u{670}' | '\u{200C}'..='\u{200F}');
    let mut tokens: Vec<Range<usize>> = Vec::new();
    for (at, c) in text.char_indices().filter(|(_, c)| is_letter(*c)) {
        match tokens.last_mut() {
            Some(token) if token.end == at => token.end = at + c.len_utf8(),
            _ => tokens.push(at..at + c.len_utf8()),
        }
    }
    tokens
}

fn is_single(text: &str, token: &Range<usize>) -> bool {
    let mut letters = written_chars(&text[token.clone()]);
    letters
        .next()
        .is_some_and(|letter| is_arabic(letter.char.encode_utf8(&mut [0; 4])))
        && letters.next().is_none()
}

/// Whether a token is what draws the letter before it out: `ل ـ`.
fn is_tatweel(text: &str, token: &Range<usize>) -> bool {
    text[token.clone()].chars().all(|c| c == '\u{640}')
}

fn only_spaces(text: &str, pair: &[Range<usize>]) -> bool {
    let between = &text[pair[0].end..pair[1].start];
    between.len() <= 6 && between.bytes().all(|byte| byte == b' ')
}

fn is_unknown(token: &str) -> bool {
    let word: String = written_chars(token).map(|letter| letter.char).collect();
    cost(&word).is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_become_words() {
        for (text, expected) in [
            ("قرأ ا ل ك ت ا ب أمس", "قرأ الكتاب أمس"),
            ("و ق ا ل  ا ل و ز ي ر  إ ن", "وقال الوزير إن"),
            ("ا ل م د ي ن ة ا ل ق د ي م ة", "المدينة القديمة"),
            ("مُ حَ مَّ د", "مُحَمَّد"),
            ("ق ا ل ل ـ «ا ل ح ي ا ة»", "قال لـ «الحياة»"),
        ] {
            let found = join_letters(text);
            assert_eq!(found.text.as_deref(), Some(expected), "{text}");
        }
        assert_eq!(join_letters("أ ف ب و رويترز"), Repaired::default());
    }

    #[test]
    fn words_are_parted() {
        let text = "الموضوع:حولتنفيذمشروعتوسيعالمكتبةالعامة";
        let found = part_words(text);
        assert_eq!(
            found.text.as_deref(),
            Some("الموضوع:حول تنفيذ مشروع توسيع المكتبة العامة")
        );
        assert_eq!(part_words("ناقش المؤتمر الإسلاموفوبيا"), Repaired::default());
        let text = "الموضوع:حولتنفيذ «ميوزيكالي» مشروعتوسيعالمكتبةالعامة";
        let found = part_words(text).text.unwrap_or_default();
        assert!(found.contains("«ميوزيكالي»"), "{found}");
    }
}
