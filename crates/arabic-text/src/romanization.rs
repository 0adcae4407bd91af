//! Romanization: how far a word in Latin letters is one way to write an Arabic one.
//!
//! There are as many habits as papers: ALA-LC (`al-Qāhirah`), BGN, journalists' (`Benghazi`), French (`Khaddafi`, `Nouakchott`),
//! and everybody's own. So nothing is turned into anything here; the cheapest way to read the Latin letters as those of
//! a given Arabic word is looked for, by a table of what each of them stands for and how unusual that is. Works on folded Arabic.

mod table;

use table::{ANYWHERE, AT_END, AT_START, Reading, SILENT};

/// The longest word, in letters of either kind, that is looked at.
const MAX_LETTERS: usize = 24;

/// What it costs that the last letters stand for nothing.
const COST_OF_LOST_END: u16 = 6;

/// What a cost that cannot be is.
const NEVER: u16 = u16::MAX;

/// A word in Latin letters, ready to be compared with Arabic ones.
///
/// ```
/// use arabic_text::romanization::Romanized;
/// let word = Romanized::new("Benghazi").expect("Latin letters");
/// assert!(word.cost("بنغازي") < Some(20));
/// assert_eq!(word.cost("بغداد"), None);
/// ```
#[derive(Clone, Debug)]
pub struct Romanized {
    letters: String,
    /// The Arabic letters that it can stand for, a bit each.
    alphabet: u64,
}

/// `word` in plain small Latin letters, with `'` for ع and hamza; `None` if it holds another letter.
///
/// ```
/// use arabic_text::romanization::plain;
/// assert_eq!(plain("Muḥammad").as_deref(), Some("muhammad"));
/// assert_eq!(plain("al-ʿUlā").as_deref(), Some("al'ula"));
/// assert_eq!(plain("محمد"), None);
/// ```
#[must_use]
pub fn plain(word: &str) -> Option<String> {
    let mut plain = String::with_capacity(word.len());
    for c in word.chars() {
        match c {
            '-' | '_' | '.' | '\u{0300}'..='\u{036F}' => {}
            '\'' | '’' | '‘' | '`' | 'ʿ' | 'ʾ' | 'ʼ' | 'ʻ' => plain.push('\''),
            'š' | 'Š' | 'ş' | 'Ş' => plain.push_str("sh"),
            'ġ' | 'Ġ' | 'ğ' | 'Ğ' => plain.push_str("gh"),
            'ḫ' | 'Ḫ' | 'ẖ' => plain.push_str("kh"),
            'ṯ' | 'Ṯ' => plain.push_str("th"),
            'ḏ' | 'Ḏ' => plain.push_str("dh"),
            'ž' | 'Ž' => plain.push_str("zh"),
            'č' | 'Č' => plain.push_str("tch"),
            'ǧ' | 'Ǧ' => plain.push('j'),
            'ç' | 'Ç' => plain.push('s'),
            'ı' => plain.push('i'),
            c if c.is_ascii_alphabetic() => plain.push(c.to_ascii_lowercase()),
            c => {
                // A letter with marks: the engine's folding takes them off.
                let folded = crate::fold(c.encode_utf8(&mut [0; 4]));
                if folded.is_empty() || !folded.bytes().all(|b| b.is_ascii_lowercase()) {
                    return None;
                }
                plain.push_str(&folded);
            }
        }
    }
    Some(plain)
}

/// `word`, which is [`plain`], without the article, if it has one: `al`, `el`, and those that sun letters make, as in `arriyadh`.
///
/// ```
/// use arabic_text::romanization::without_article;
/// assert_eq!(without_article("alqahira"), Some("qahira"));
/// assert_eq!(without_article("ashsharq"), Some("sharq"));
/// assert_eq!(without_article("arab"), None);
/// ```
#[must_use]
pub fn without_article(word: &str) -> Option<&str> {
    let is_long = |rest: &&str| rest.len() > 3;
    let moon = word.strip_prefix("al").or_else(|| word.strip_prefix("el"));
    let sun = || {
        let rest = word.strip_prefix(['a', 'e'])?;
        let letter = ["sh", "th", "dh", "r", "s", "d", "t", "z", "n"];
        let letter = letter.into_iter().find(|letter| rest.starts_with(letter))?;
        let rest = &rest[letter.len()..];
        rest.starts_with(letter).then_some(rest)
    };
    moon.filter(is_long).or_else(|| sun().filter(is_long))
}

impl Romanized {
    /// `word` in Latin letters; `None` if it holds others, or is too short or long to tell anything.
    #[must_use]
    pub fn new(word: &str) -> Option<Self> {
        let letters = plain(word)?;
        if !(3..=MAX_LETTERS).contains(&letters.len()) {
            return None;
        }
        let mut alphabet = SILENT
            .iter()
            .fold(0, |bits, (letter, _)| bits | bit(*letter));
        for i in 0..letters.len() {
            for reading in readings(&letters, i) {
                alphabet = reading
                    .arabic
                    .chars()
                    .fold(alphabet, |bits, c| bits | bit(c));
            }
        }
        Some(Self { letters, alphabet })
    }

    /// Its letters, plain.
    #[must_use]
    pub fn letters(&self) -> &str {
        &self.letters
    }

    /// Whether a folded Arabic letter may be in a word that is written so.
    ///
    /// ```
    /// use arabic_text::romanization::Romanized;
    /// let word = Romanized::new("Benghazi").expect("Latin letters");
    /// assert!(word.can_be('غ') && !word.can_be('د'));
    /// ```
    #[must_use]
    pub fn can_be(&self, letter: char) -> bool {
        self.alphabet & bit(letter) != 0
    }

    /// How many letters an Arabic word that is written so has at most.
    ///
    /// ```
    /// use arabic_text::romanization::Romanized;
    /// assert_eq!(Romanized::new("Putin").map(|word| word.most_letters()), Some(7));
    /// ```
    #[must_use]
    pub fn most_letters(&self) -> usize {
        MAX_LETTERS.min(self.letters.len() + 2)
    }

    /// How unusual it is to write the folded `arabic` so, in hundredths of a letter that is another; `None` if it cannot be.
    #[must_use]
    pub fn cost(&self, arabic: &str) -> Option<u16> {
        if !arabic.chars().all(|c| self.can_be(c)) {
            return None;
        }
        let length = arabic.chars().count();
        if length * 3 < self.letters.len() || length > self.most_letters() {
            return None;
        }
        // The least cost of reading so many Latin letters as so many bytes of the Arabic word.
        let (rows, columns) = (self.letters.len() + 1, arabic.len() + 1);
        let mut least = vec![NEVER; rows * columns];
        least[0] = 0;
        for i in 0..rows {
            for j in 0..columns {
                let here = least[i * columns + j];
                let Some(rest) = arabic.get(j..).filter(|_| here != NEVER) else {
                    continue;
                };
                let mut relax = |i: usize, j: usize, cost: u16| {
                    let place = &mut least[i * columns + j];
                    *place = (*place).min(here.saturating_add(cost));
                };
                for (letter, cost) in SILENT {
                    if rest.starts_with(*letter) {
                        relax(i, j + letter.len_utf8(), *cost);
                    }
                }
                if i == self.letters.len() {
                    continue;
                }
                for reading in readings(&self.letters, i) {
                    if rest.starts_with(reading.arabic) {
                        let end = i + reading.latin;
                        let is_lost = end == self.letters.len() && reading.arabic.is_empty();
                        let lost = if is_lost { COST_OF_LOST_END } else { 0 };
                        relax(end, j + reading.arabic.len(), reading.cost + lost);
                    }
                }
            }
        }
        least.last().copied().filter(|cost| *cost != NEVER)
    }
}

/// What the Latin letters from byte `at` of `word` on can stand for.
fn readings(word: &str, at: usize) -> impl Iterator<Item = Reading> + '_ {
    let rest = &word[at..];
    let start = if at == 0 { AT_START } else { &[] };
    let tables = start.iter().chain(ANYWHERE).map(|entry| (entry, false));
    let all = tables.chain(AT_END.iter().map(|entry| (entry, true)));
    let doubled = usize::from(rest.len() > 1 && rest.as_bytes()[0] == rest.as_bytes()[1]);
    all.filter(move |((latin, _), at_end)| {
        if *at_end {
            rest == *latin
        } else {
            rest.starts_with(latin)
        }
    })
    .flat_map(move |((latin, arabic), _)| {
        let is_consonant = latin.len() == 1 && !matches!(*latin, "a" | "e" | "i" | "o" | "u" | "'");
        let doubled = if is_consonant { doubled } else { 0 };
        let with = move |extra: usize| {
            arabic.iter().map(move |(arabic, cost)| Reading {
                latin: latin.len() + extra,
                arabic,
                cost: *cost,
            })
        };
        // A doubled consonant is one letter, and sometimes two.
        with(0)
            .chain((doubled > 0).then(|| with(doubled)).into_iter().flatten())
            .filter(move |reading| at > 0 || !reading.arabic.is_empty())
    })
}

/// The bit of an Arabic letter.
fn bit(letter: char) -> u64 {
    match letter {
        'ء'..='ي' => 1 << (letter as u32 - 'ء' as u32),
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fold;

    #[test]
    fn habits_of_writing_are_cheap() {
        for (latin, arabic) in [
            ("Putin", "بوتين"),
            ("Poutine", "بوتين"),
            ("Benghazi", "بنغازي"),
            ("banghazi", "بنغازي"),
            ("qahira", "قاهرة"),
            ("Qāhirah", "قاهرة"),
            ("Mohammed", "محمد"),
            ("Mohamed", "محمد"),
            ("Muhammad", "محمد"),
            ("Hussein", "حسين"),
            ("Houssine", "حسين"),
            ("Khaled", "خالد"),
            ("Omar", "عمر"),
            ("Abbas", "عباس"),
            ("Saad", "سعد"),
            ("Saud", "سعود"),
            ("Riyadh", "رياض"),
            ("Nouakchott", "نواكشوط"),
            ("Khaddafi", "قذافي"),
            ("Gaddafi", "قذافي"),
            ("Qadhafi", "قذافي"),
            ("Youssef", "يوسف"),
            ("Chafik", "شفيق"),
            ("Jaafar", "جعفر"),
            ("Fuad", "فؤاد"),
            ("Fouad", "فؤاد"),
            ("Raed", "رائد"),
            ("Sana'a", "صنعاء"),
            ("Taiz", "تعز"),
            ("Ould", "ولد"),
            ("Tikrit", "تكريت"),
            ("Obama", "أوباما"),
            ("Merkel", "ميركل"),
            ("Erdogan", "أردوغان"),
            ("Netanyahu", "نتنياهو"),
            ("Lavrov", "لافروف"),
            ("Karabakh", "كاراباخ"),
            ("Zarif", "ظريف"),
            ("Rouhani", "روحاني"),
        ] {
            let word = Romanized::new(latin).unwrap();
            let cost = word.cost(&fold(arabic));
            assert!(
                cost.is_some_and(|cost| cost <= 60),
                "{latin} {arabic} {cost:?}"
            );
        }
    }

    #[test]
    fn other_words_are_none() {
        for (latin, arabic) in [
            ("Putin", "باتون"),
            ("table", "طبل"),
            ("house", "حوش"),
            ("Benghazi", "بغداد"),
        ] {
            let word = Romanized::new(latin).unwrap();
            let cost = word.cost(&fold(arabic));
            assert!(
                cost.is_none_or(|cost| cost > 15),
                "{latin} {arabic} {cost:?}"
            );
        }
        assert!(Romanized::new("ab").is_none() && Romanized::new("قلم").is_none());
    }
}
