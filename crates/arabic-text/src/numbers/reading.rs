//! Reading numbers: digits with what multiplies them, and words.

use super::forms::{Part, part};
use super::number::{GROUP, Number, values};

/// What may be glued to the first word.
const PROCLITICS: [char; 5] = ['و', 'ف', 'ب', 'ل', 'ك'];

/// The least letters of a word behind such a proclitic: `لست` is no six.
const LEAST_LETTERS: usize = 4;

/// A number at the start of some words.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Reading {
    /// Its value; two where a point may be one of thousands.
    pub values: Vec<Number>,
    /// Whether it is of a hundred: `50%`, `50 بالمئة`.
    pub is_percent: bool,
    /// How many words it takes.
    pub length: usize,
}

/// Whether the folded `word` may begin a number: it has digits, or is one of the words of numbers.
///
/// ```
/// use arabic_text::numbers::begins;
/// assert!(begins("50%") && begins("وخمسون") && !begins("مدينه"));
/// ```
#[must_use]
pub fn begins(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit()) || part(without_proclitic(word)).is_some()
}

/// The number that the folded `words` begin with, the longest; `None` if they begin with none, and for `واحد` and `اثنان`
/// alone, which are seldom meant as numbers.
///
/// ```
/// use arabic_text::numbers::{Number, read};
/// let reading = read(&["مليونين", "ونصف", "دولار"]).unwrap();
/// assert_eq!((reading.values, reading.length), (vec![Number::whole(2_500_000)], 2));
/// let reading = read(&["50", "في", "المايه"]).unwrap();
/// assert!(reading.is_percent && reading.length == 3);
/// ```
#[must_use]
pub fn read(words: &[&str]) -> Option<Reading> {
    let first = words.first()?;
    if let Some(digits) = first.strip_suffix('%') {
        let values = values(digits);
        return (!values.is_empty()).then_some(Reading {
            values,
            is_percent: true,
            length: 1,
        });
    }
    let (values, length) = if first.starts_with(|c: char| c.is_ascii_digit()) {
        digits(words)?
    } else {
        let (number, length) = spelled(words)?;
        (vec![number], length)
    };
    let percent = percent(&words[length..]);
    let is_small = || matches!(part(without_proclitic(words[0])), Some(Part::Unit(1 | 2)));
    (percent > 0 || length > 1 || !is_small()).then_some(Reading {
        values,
        is_percent: percent > 0,
        length: length + percent,
    })
}

/// The words for "of a hundred" that `words` begin with.
fn percent(words: &[&str]) -> usize {
    match words {
        [first, ..] if first.strip_prefix("بال").is_some_and(is_hundred) => 1,
        ["في", second, ..] if second.strip_prefix("ال").is_some_and(is_hundred) => 2,
        _ => 0,
    }
}

fn is_hundred(word: &str) -> bool {
    part(word) == Some(Part::Hundreds(100))
}

/// A number in digits, with the words behind it that belong to it.
fn digits(words: &[&str]) -> Option<(Vec<Number>, usize)> {
    if let Some((number, length)) = spaced(words) {
        return Some((vec![number], length));
    }
    let mut values = values(words[0]);
    let mut length = 1;
    let scale = match words.get(1).and_then(|word| part(word)) {
        Some(Part::Scale(scale)) => scale,
        _ => 1,
    };
    if scale > 1 {
        values = values.iter().filter_map(|it| it.times(scale)).collect();
        length = 2;
    }
    if let Some(share) = share(words.get(length), scale) {
        values = values.iter().filter_map(|it| it.plus(share)).collect();
        length += 1;
    } else if scale > 1
        && let Some((rest, taken)) = groups(&words[length..], scale, true)
    {
        values = values.iter().filter_map(|it| it.plus(rest)).collect();
        length += taken;
    }
    (!values.is_empty()).then_some((values, length))
}

/// Thousands with spaces between them, where a group begins with a zero, so that it is no number by itself: `50 000`.
fn spaced(words: &[&str]) -> Option<(Number, usize)> {
    let is_group = |word: &&&str| word.len() == GROUP && word.bytes().all(|it| it.is_ascii_digit());
    let groups = words[1..].iter().take_while(is_group).count();
    let length = 1 + groups;
    let has_zero = words[1..length].iter().any(|group| group.starts_with('0'));
    if !has_zero || words[0].len() > GROUP || words[0].starts_with('0') {
        return None;
    }
    let number = values(&words[..length].concat()).first().copied()?;
    number.as_whole().map(|_| (number, length))
}

/// A number in words.
fn spelled(words: &[&str]) -> Option<(Number, usize)> {
    if let Some(Part::Share(hundredths)) = part(without_proclitic(words[0])) {
        let Some(Part::Scale(scale)) = words.get(1).and_then(|word| part(word)) else {
            return None;
        };
        return Some((Number::whole(scale / 100 * hundredths), 2));
    }
    groups(words, u64::MAX, false)
}

/// Groups of a number in words, each of a smaller scale than the one before and than `below`; the first with a
/// conjunction if it `is_joined`.
fn groups(words: &[&str], mut below: u64, is_joined: bool) -> Option<(Number, usize)> {
    let mut sum: Option<Number> = None;
    let mut length = 0;
    loop {
        let is_joined = is_joined || length > 0;
        let Some((value, scale, taken)) = group(&words[length..], is_joined) else {
            if let Some(rest) = rest_in_digits(words.get(length), below) {
                sum = match sum {
                    Some(sum) => sum.plus(rest),
                    None => Some(rest),
                };
                length += 1;
            }
            break;
        };
        // Only thousands and more are followed by hundreds, and a thousand by no million.
        if scale >= below || (scale == 1 && value >= below) {
            break;
        }
        let value = Number::whole(value).times(scale)?;
        sum = Some(match sum {
            Some(sum) => sum.plus(value)?,
            None => value,
        });
        length += taken;
        below = scale;
        if let Some(share) = share(words.get(length), scale) {
            sum = sum?.plus(share);
            length += 1;
            break;
        }
        if scale == 1 {
            break;
        }
    }
    sum.map(|sum| (sum, length))
}

/// Less than a thousand with its scale: the value, the scale, and how many words they take.
fn group(words: &[&str], is_joined: bool) -> Option<(u64, u64, usize)> {
    let first = words.first()?;
    let first = if is_joined {
        first.strip_prefix('و')?
    } else {
        without_proclitic(first)
    };
    match part(first)? {
        Part::Scale(scale) => return Some((1, scale, 1)),
        Part::TwoOf(scale) => return Some((2, scale, 1)),
        _ => {}
    }
    let (value, length) = below_thousand(first, &words[1..])?;
    match words.get(length).and_then(|word| part(word)) {
        Some(Part::Scale(scale)) => Some((value, scale, length + 1)),
        _ => Some((value, 1, length)),
    }
}

/// The number below a thousand of the word `first` and those behind it.
fn below_thousand(first: &str, behind: &[&str]) -> Option<(u64, usize)> {
    let (hundreds, length) = match part(first)? {
        Part::Hundreds(hundreds) => (hundreds, 1),
        Part::Unit(unit @ 3..) if behind.first().is_some_and(|it| is_hundred(it)) => {
            (100 * unit, 2)
        }
        _ => return below_hundred(first, behind),
    };
    let rest = behind.get(length - 1).and_then(|it| it.strip_prefix('و'));
    let rest = rest.and_then(|first| below_hundred(first, &behind[length..]));
    // What comes next may be a thousand of its own: `مئة وثلاثة آلاف` is 103,000 all the same.
    Some(rest.map_or((hundreds, length), |(rest, taken)| {
        (hundreds + rest, length + taken)
    }))
}

/// The number below a hundred of the word `first` and those behind it.
fn below_hundred(first: &str, behind: &[&str]) -> Option<(u64, usize)> {
    let next = behind.first().copied().unwrap_or("");
    match part(first)? {
        Part::Unit(unit) => {
            let tens = next.strip_prefix('و').and_then(part);
            match (part(next), tens) {
                (Some(Part::Ten), _) => Some((10 + unit, 2)),
                (_, Some(Part::Tens(tens))) => Some((tens + unit, 2)),
                _ => Some((unit, 1)),
            }
        }
        Part::Ten => Some((10, 1)),
        Part::Tens(tens) => Some((tens, 1)),
        _ => None,
    }
}

/// A half or a quarter of `scale` in the word behind a number.
fn share(word: Option<&&str>, scale: u64) -> Option<Number> {
    let word = word?.strip_prefix('و')?;
    match part(word)? {
        Part::Share(hundredths) if scale != 1000 => Some(Number::new(hundredths, 2).times(scale)?),
        _ => None,
    }
}

/// What is less than `scale` in digits behind it: `3 آلاف و500`, whose conjunction is no part of the word. Behind a
/// million only thousands are meant so, as a year may stand there.
fn rest_in_digits(word: Option<&&str>, scale: u64) -> Option<Number> {
    let word = word?;
    let value = values(word).first()?.as_whole()?;
    let is_rest = match scale {
        1000 => word.len() == GROUP && value >= 100,
        1_000_000.. => value > 0 && value < scale && value.is_multiple_of(1000),
        _ => false,
    };
    is_rest.then(|| Number::whole(value))
}

/// The first word of a number without what is glued to it.
fn without_proclitic(word: &str) -> &str {
    if part(word).is_some() {
        return word;
    }
    let rest = word.strip_prefix(PROCLITICS).unwrap_or(word);
    if rest.chars().count() >= LEAST_LETTERS && part(rest).is_some() {
        rest
    } else {
        word
    }
}
