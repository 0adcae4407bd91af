//! Writing numbers: all the ways in which papers write one value.

use super::forms::{
    BEFORE_TEN, HUNDRED, Part, SCALES, SHARES, TEN, TENS, TWO_HUNDREDS, UNITS, folded,
    joined_hundreds, part, words_of,
};
use super::number::{GROUP, Number};
use super::written::Writing;

/// The most ways to write one number.
const MAX_WRITINGS: usize = 40;

/// Years, whose digits stand together.
const YEARS: std::ops::RangeInclusive<u64> = 1900..=2100;

/// Words side by side, each in its forms.
type Row = Vec<Vec<String>>;

/// The ways to write `number`, at most some dozens: digits, digits with a word for thousands or millions, and words.
/// Where it `is_percent`, those with the sign or the words for "of a hundred".
///
/// ```
/// use arabic_text::numbers::{Number, writings};
/// let rows: Vec<_> = writings(Number::whole(3), false).into_iter().map(|it| it.words).collect();
/// assert_eq!(rows[0], [["3", "3%"]]);
/// assert_eq!(rows[1], [["ثلاث", "ثلاثه", "ثلاثا"]]);
/// ```
#[must_use]
pub fn writings(number: Number, is_percent: bool) -> Vec<Writing> {
    let mut written: Vec<Writing> = Vec::new();
    if is_percent {
        let signed = digits(number).into_iter().map(|it| it + "%").collect();
        written.push(Writing {
            words: vec![signed],
            ..Writing::default()
        });
        let mut rows = vec![vec![digits(number)]];
        rows.extend(spaced(number));
        rows.extend(spelled(number));
        for row in rows {
            let behind = not_behind(&row, number);
            for percent in percents() {
                written.push(Writing {
                    words: [row.clone(), percent].concat(),
                    ..behind.clone()
                });
            }
        }
    } else {
        let digits = digits(number).into_iter();
        let digits = digits.flat_map(|it| [it.clone(), it + "%"]).collect();
        let mut rows = vec![vec![digits]];
        rows.extend(spaced(number));
        rows.extend(spelled(number));
        let guarded = rows.into_iter().map(|row| Writing {
            not_before: not_before(&row),
            not_before_digits: ends_with_scale(&row),
            words: row.clone(),
            ..not_behind(&row, number)
        });
        written.extend(guarded);
    }
    written.truncate(MAX_WRITINGS);
    written
}

/// The words for "of a hundred".
fn percents() -> [Row; 2] {
    let hundreds = |before: &str| -> Vec<String> {
        let forms = folded(HUNDRED).into_iter();
        forms.map(|form| [before, &form].concat()).collect()
    };
    [
        vec![hundreds("بال")],
        vec![vec!["في".into()], hundreds("ال")],
    ]
}

/// The words of digits alone.
fn digits(number: Number) -> Vec<String> {
    let text = number.to_string();
    let mut forms = Vec::new();
    if let Some(whole) = number.as_whole()
        && (1000..1_000_000).contains(&whole)
        && (!YEARS.contains(&whole) || whole.is_multiple_of(100))
    {
        forms.push(format!("{}.{:03}", whole / 1000, whole % 1000));
    }
    if number.places() == 1 {
        forms.push(format!("{text}0"));
    }
    forms.insert(0, text);
    forms
}

/// Thousands with spaces between them, where a group begins with a zero, so that it is no number by itself.
fn spaced(number: Number) -> Option<Row> {
    let text = number.as_whole()?.to_string();
    let first = (text.len() - 1) % GROUP + 1;
    let rest: Vec<&str> = (first..text.len())
        .step_by(GROUP)
        .filter_map(|at| text.get(at..at + GROUP))
        .collect();
    let has_zero = rest.iter().any(|group| group.starts_with('0'));
    let groups = std::iter::once(&text[..first]).chain(rest);
    has_zero.then(|| groups.map(|group| vec![group.to_string()]).collect())
}

/// The ways that have a word.
fn spelled(number: Number) -> Vec<Row> {
    let mut rows = Vec::new();
    if let Some(whole) = number.as_whole() {
        rows.extend(composed(whole, false));
        rows.retain(|row| !(row.len() == 1 && is_digits(&row[0])));
    }
    for (scale, one, _, many) in SCALES {
        let scaled = number.divided(scale);
        let is_round = (1..=2).contains(&scaled.places());
        if is_round && (1..1000).contains(&scaled.floor()) {
            rows.push(vec![digits(scaled), folded(&[one, many].join(" "))]);
        }
    }
    rows.extend(with_share(number));
    rows
}

/// The ways with a half or a quarter: `مليونين ونصف`, `نصف مليون`, `3 ونصف`.
fn with_share(number: Number) -> Vec<Row> {
    let mut rows = Vec::new();
    for (hundredths, form) in SHARES {
        let joined = vec![folded(&["و", form].concat())];
        for (scale, one, _, _) in SCALES {
            let share = scale / 100 * hundredths;
            let whole = number.as_whole().filter(|whole| *whole >= share);
            let Some(rest) = whole.map(|whole| whole - share) else {
                continue;
            };
            if rest == 0 {
                rows.push(vec![folded(form), folded(one)]);
            } else if scale > 1000 && rest.is_multiple_of(scale) && rest / scale < 1000 {
                let heads = heads(rest / scale, scale, false).into_iter();
                rows.extend(heads.map(|head| [head, joined.clone()].concat()));
            }
        }
        let text = number.to_string();
        let fraction = Number::new(hundredths, 2).to_string();
        let fraction = fraction.trim_start_matches('0');
        if let Some(whole) = text.strip_suffix(fraction).and_then(|it| it.parse().ok())
            && (1..1000).contains(&whole)
        {
            let heads = composed(whole, false).into_iter();
            rows.extend(heads.map(|head| [head, joined.clone()].concat()));
        }
    }
    rows
}

/// The ways to write a whole number as thousands, millions and the rest, each in words or in digits. With a
/// conjunction before the first word if it `is_joined`; digits have none.
fn composed(number: u64, is_joined: bool) -> Vec<Row> {
    if number < 1000 {
        let mut rows = below_thousand(number);
        if is_joined {
            rows.iter_mut().for_each(join);
        }
        if number > 0 {
            rows.push(vec![vec![number.to_string()]]);
        }
        return rows;
    }
    let Some((scale, ..)) = SCALES.iter().rfind(|(scale, ..)| *scale <= number) else {
        return Vec::new();
    };
    let (count, rest) = (number / scale, number % scale);
    if count >= 1000 {
        return Vec::new();
    }
    let heads = heads(count, *scale, is_joined);
    if rest == 0 {
        return heads;
    }
    let mut rows = Vec::new();
    let rests = composed(rest, true);
    for head in &heads {
        rows.extend(rests.iter().map(|rest| [&head[..], rest].concat()));
    }
    rows.truncate(MAX_WRITINGS);
    rows
}

/// The ways to write `count` thousands or millions.
fn heads(count: u64, scale: u64, is_joined: bool) -> Vec<Row> {
    let Some((_, one, two, many)) = SCALES.iter().find(|it| it.0 == scale) else {
        return Vec::new();
    };
    let scales = folded(&[*one, *many].join(" "));
    let mut words = match count {
        1 => vec![vec![folded(one)]],
        2 => vec![vec![folded(two)]],
        _ => {
            let counts = below_thousand(count).into_iter();
            counts
                .map(|count| [count, vec![scales.clone()]].concat())
                .collect()
        }
    };
    if is_joined {
        words.iter_mut().for_each(join);
    }
    words.push(vec![vec![count.to_string()], scales]);
    words
}

/// The words of a number from 1 to 999.
fn below_thousand(number: u64) -> Vec<Row> {
    let (hundreds, rest) = (number / 100, number % 100);
    let index = usize::try_from(hundreds).unwrap_or(0);
    let hundreds: Vec<Row> = match index {
        0 => return vec![below_hundred(rest)],
        1 => vec![vec![folded(HUNDRED)]],
        2 => vec![vec![folded(TWO_HUNDREDS)]],
        _ => vec![
            vec![joined_hundreds(index)],
            vec![folded(UNITS[index]), folded(HUNDRED)],
        ],
    };
    if rest == 0 {
        return hundreds;
    }
    let mut behind = below_hundred(rest);
    join(&mut behind);
    let rows = hundreds.into_iter();
    rows.map(|row| [row, behind.clone()].concat()).collect()
}

fn below_hundred(number: u64) -> Row {
    let number = usize::try_from(number).unwrap_or(0);
    let (tens, unit) = (number / 10, number % 10);
    match (tens, unit) {
        (0, unit) => vec![folded(UNITS[unit])],
        (1, 0) => vec![folded(TEN)],
        (1, 1 | 2) => vec![folded(BEFORE_TEN[unit]), folded(TEN)],
        (1, unit) => vec![folded(UNITS[unit]), folded(TEN)],
        (tens, 0) => vec![folded(TENS[tens])],
        (tens, _) => {
            let mut tens = vec![folded(TENS[tens])];
            join(&mut tens);
            let units = [UNITS[unit], BEFORE_TEN.get(unit).unwrap_or(&"")];
            [vec![folded(&units.join(" "))], tens].concat()
        }
    }
}

/// Puts a conjunction before the first word.
fn join(row: &mut Row) {
    for form in row.iter_mut().take(1).flatten() {
        form.insert(0, 'و');
    }
}

fn is_digits(forms: &[String]) -> bool {
    forms
        .iter()
        .any(|form| form.starts_with(|c: char| c.is_ascii_digit()))
}

/// What a word of a row says of a number, whatever conjunction it has.
fn part_of(forms: &[String]) -> Option<Part> {
    let form = forms.first()?;
    part(form).or_else(|| part(form.strip_prefix('و')?))
}

fn ends_with_scale(row: &Row) -> bool {
    let last = row.last().and_then(|forms| part_of(forms));
    matches!(last, Some(Part::Scale(_) | Part::TwoOf(_)))
}

/// The words that go on with the number that a row ends with.
fn not_before(row: &Row) -> Vec<String> {
    let Some(last) = row.last() else {
        return Vec::new();
    };
    let scales = || words_of(|it| matches!(it, Part::Scale(_)));
    let joined = |is_wanted: &dyn Fn(Part) -> bool| {
        let words = words_of(is_wanted).into_iter();
        words.map(|word| ["و", &word].concat())
    };
    let shares = || joined(&|it| matches!(it, Part::Share(_)));
    let mut words = Vec::new();
    match part_of(last) {
        _ if is_digits(last) => {
            words.extend(scales());
            words.extend(shares());
        }
        Some(Part::Unit(_)) => {
            words.extend(scales());
            words.extend(words_of(|it| matches!(it, Part::Ten | Part::Hundreds(100))));
            words.extend(joined(&|it| matches!(it, Part::Tens(_))));
            words.extend(shares());
        }
        Some(Part::Ten | Part::Tens(_)) => {
            words.extend(scales());
            words.extend(shares());
        }
        Some(Part::Hundreds(_)) => {
            words.extend(scales());
            words.extend(joined(&|it| {
                matches!(it, Part::Unit(_) | Part::Ten | Part::Tens(_))
            }));
        }
        Some(Part::Scale(scale) | Part::TwoOf(scale)) => {
            words.extend(words_of(
                |it| matches!(it, Part::Scale(other) if other >= scale),
            ));
            words.extend(joined(&|it| match it {
                Part::Scale(other) | Part::TwoOf(other) => other < scale,
                Part::Share(_) => scale > 1000,
                _ => true,
            }));
        }
        Some(Part::Share(_)) | None => {}
    }
    words
}

/// The words that began the number that a row of this value goes on with, in a writing that lacks the rest.
fn not_behind(row: &Row, number: Number) -> Writing {
    let value = number.as_whole().unwrap_or(0);
    let first = row.first().and_then(|forms| part_of(forms));
    let is_digits = row.first().is_some_and(|forms| is_digits(forms));
    let is_one_scale = matches!(first, Some(Part::Scale(_))) && !is_digits;
    let not_behind = words_of(|it| match (it, first) {
        (Part::Scale(scale) | Part::TwoOf(scale), _) => {
            (value > 0 && scale > value) || is_one_scale
        }
        (Part::Hundreds(_), Some(Part::Unit(_) | Part::Ten | Part::Tens(_)))
        | (Part::Unit(_), Some(Part::Tens(_) | Part::Ten | Part::Hundreds(100))) => !is_digits,
        _ => is_one_scale,
    });
    Writing {
        not_behind,
        not_behind_digits: is_one_scale,
        ..Writing::default()
    }
}
