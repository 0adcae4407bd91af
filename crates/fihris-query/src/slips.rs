//! Slips: how likely a word is another one with a slip of the finger or of spelling.
//!
//! An edit distance (Damerau-Levenshtein, optimal alignment) whose changes cost less the oftener they are made: letters that
//! sound alike or differ in their dots, neighbours on the keyboard, long vowels, doubled letters, two letters in each
//! other's place. Works on folded words, so hamzas, `ة` and `ى` cost nothing.

/// What a change costs that is no usual slip, in hundredths.
const OTHER: u16 = 100;

/// What it costs to leave out or put in a letter.
const LEFT_OUT: u16 = 80;

/// A long vowel.
const VOWEL_LEFT_OUT: u16 = 45;

/// A letter beside its like.
const DOUBLED: u16 = 25;

/// Two letters in each other's place.
const SWAPPED: u16 = 45;

/// What a first letter that is another costs more.
const FIRST: u16 = 30;

/// Letters that are written for each other, as they sound alike: each group with its cost.
const ALIKE: [(&str, u16); 16] = [
    ("ضظ", 25),
    ("ذز", 30),
    ("دذ", 30),
    ("ثس", 30),
    ("تط", 35),
    ("سص", 35),
    ("دض", 45),
    ("زظ", 45),
    ("هح", 55),
    ("قكغج", 50),
    ("تث", 45),
    ("جحخ", 50),
    ("بتثني", 55),
    ("رز", 45),
    ("سش", 50),
    ("عغ", 50),
];

/// The same by their looks only.
const DOTS: [(&str, u16); 4] = [("صض", 50), ("طظ", 50), ("صضطظ", 55), ("فق", 55)];

/// The rows of the keyboard: letters beside each other are hit for each other.
const ROWS: [&str; 6] = [
    "ضصثقفغعهخحجد",
    "شسيبلاتنمكط",
    "ءورىهوزظ",
    "qwertyuiop",
    "asdfghjkl",
    "zxcvbnm",
];

/// What a neighbour on the keyboard costs.
const NEIGHBOUR: u16 = 65;

/// How far `typed` is from `word`, both folded, in hundredths of a letter; `None` if it is more than `most`.
///
/// ```text
/// الضهران, الظهران: 25
/// ```
pub(crate) fn cost(typed: &str, word: &str, most: u16) -> Option<u16> {
    let typed: Vec<char> = typed.chars().collect();
    let word: Vec<char> = word.chars().collect();
    let columns = word.len() + 1;
    let mut before: Vec<u16> = Vec::new();
    let mut last: Vec<u16> = (0..columns)
        .scan(0, |sum: &mut u16, j| {
            if j > 0 {
                *sum = sum.saturating_add(left_out(&word, j - 1));
            }
            Some(*sum)
        })
        .collect();
    for (i, &letter) in typed.iter().enumerate() {
        let mut row = vec![last[0].saturating_add(left_out(&typed, i))];
        for (j, &other) in word.iter().enumerate() {
            let first = if i == 0 && j == 0 { FIRST } else { 0 };
            let changed = if letter == other {
                0
            } else {
                change(letter, other).saturating_add(first)
            };
            let mut cheapest = last[j].saturating_add(changed);
            cheapest = cheapest.min(last[j + 1].saturating_add(left_out(&typed, i)));
            cheapest = cheapest.min(row[j].saturating_add(left_out(&word, j)));
            if i > 0 && j > 0 && letter == word[j - 1] && typed[i - 1] == other && letter != other {
                cheapest = cheapest.min(before[j - 1].saturating_add(SWAPPED));
            }
            row.push(cheapest);
        }
        if row.iter().all(|cost| *cost > most) {
            return None;
        }
        before = std::mem::replace(&mut last, row);
    }
    last.last().copied().filter(|cost| *cost <= most)
}

/// What it costs that the letter at `i` was put in, or left out of the other word.
fn left_out(word: &[char], i: usize) -> u16 {
    let letter = word[i];
    if i > 0 && word[i - 1] == letter {
        DOUBLED
    } else if i > 0 && matches!(letter, 'ا' | 'و' | 'ي' | 'a' | 'e' | 'i' | 'o' | 'u') {
        VOWEL_LEFT_OUT
    } else if i == 0 {
        LEFT_OUT + FIRST
    } else {
        LEFT_OUT
    }
}

/// What it costs to write one letter for another.
fn change(a: char, b: char) -> u16 {
    let both = |group: &str| group.contains(a) && group.contains(b);
    let alike = ALIKE.iter().chain(&DOTS).filter(|(group, _)| both(group));
    let alike = alike.map(|(_, cost)| *cost);
    let place = |row: &str, letter: char| row.chars().position(|it| it == letter);
    let are_neighbours = ROWS.iter().any(|row| {
        let places = place(row, a).zip(place(row, b));
        places.is_some_and(|(a, b)| a.abs_diff(b) == 1)
    });
    alike
        .chain(are_neighbours.then_some(NEIGHBOUR))
        .min()
        .unwrap_or(OTHER)
}

#[cfg(test)]
mod tests {
    use super::cost;
    use arabic_text::fold;

    #[test]
    fn usual_slips_cost_little() {
        for (typed, word, expected) in [
            ("الضهران", "الظهران", Some(25)),
            ("القتار", "القطار", Some(35)),
            ("الرياظ", "الرياض", Some(25)),
            ("بنغزي", "بنغازي", Some(45)),
            ("اليراض", "الرياض", Some(45)),
            ("الريياض", "الرياض", Some(25)),
            ("مسؤلية", "مسؤولية", Some(25)),
            ("السفينة", "المدينة", None),
            ("الكتاب", "الشتاء", None),
            ("زرافة", "إراقة", None),
            ("قال", "الجبال", None),
            ("", "", Some(0)),
        ] {
            assert_eq!(
                cost(&fold(typed), &fold(word), 120),
                expected,
                "{typed} {word}"
            );
        }
    }
}
