//! The words that dates are made of, looked up by their folded letters packed into a number.
//!
//! Every word of every article is looked up, so most are rejected by their last two letters before the
//! map is read; proclitics stand in front and leave those as they are.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use arabic_text::months::{Calendar, Month, months, weekdays};

/// What a word may be in a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    Number {
        value: u32,
        digits: u8,
    },
    Month(Month),
    /// Days since Monday.
    Weekday(i8),
    /// `الأول`, 1, to `العاشر`, 10, and the tens 20 and 30.
    Ordinal(i8),
    /// `عشر` after an ordinal.
    Teen,
    /// `فاتح`, `غرة`: the first of a month.
    FirstDay,
    /// `هـ`, `ميلادية`.
    Era(Calendar),
    /// `عام`, `سنة`.
    YearWord,
    /// `عامي`, `الأعوام`: years follow, but it is none of itself.
    YearsWord,
    /// `شهر`.
    MonthWord,
    /// `يوم`.
    DayWord,
    Today,
    Tomorrow,
    DayAfterTomorrow,
    Yesterday,
    DayBeforeYesterday,
    /// `صباح`, `مساء`.
    PartOfDay,
    /// `الماضي`.
    Past,
    /// `المقبل`.
    Next,
    /// `الجاري`.
    Current,
    /// `هذا`.
    This,
    /// `نفسه`, `كل`: the year is that of another date, or any.
    OtherYear,
    From,
    To,
    Between,
    And,
    /// `الموافق`.
    Equals,
    /// `في`, `منذ`, `صيف`: a number after it may be a year.
    BeforeYear,
    /// `بتاريخ`, `المؤرخ`.
    Dated,
    /// `ثورة`, `مدينة`: the day after it is a name.
    NamedAfter,
    /// `صلاة`: the weekday after it is no date.
    NoWeekday,
    /// `في بيان له`: what follows is when.
    Statement,
    /// `أن`: what was said `اليوم` follows.
    That,
    /// The first word of a name of several, and nothing alone.
    Head,
}

#[allow(clippy::enum_glob_use)] // the table below names nearly all
use Meaning::*;

const WORDS: &[(Meaning, &str)] = &[
    (Ordinal(1), "الاول,الاولي,الحادي,اول"),
    (Ordinal(2), "الثاني,الثانيه"),
    (Ordinal(3), "الثالث"),
    (Ordinal(4), "الرابع"),
    (Ordinal(5), "الخامس"),
    (Ordinal(6), "السادس"),
    (Ordinal(7), "السابع"),
    (Ordinal(8), "الثامن"),
    (Ordinal(9), "التاسع"),
    (Ordinal(10), "العاشر"),
    (Ordinal(20), "العشرين,العشرون"),
    (Ordinal(30), "الثلاثين,الثلاثون"),
    (Teen, "عشر,عشره"),
    (FirstDay, "فاتح,غره"),
    (Era(Calendar::Hijri), "ه,هجري,هجريه,هجريا,للهجره,الهجري"),
    (
        Era(Calendar::Gregorian),
        "م,ء,ميلادي,ميلاديه,ميلاديا,للميلاد,الميلادي",
    ),
    (YearWord, "عام,سنه,العام,السنه,لعام,بعام,عاما"),
    (YearsWord, "عامي,سنتي,الاعوام,السنوات,اعوام,سنوات,العامين"),
    (MonthWord, "شهر,الشهر,شهري,لشهر,بشهر"),
    (DayWord, "يوم,يومي,ليوم,بيوم"),
    (Today, "اليوم"),
    (Tomorrow, "غدا,غد"),
    (DayAfterTomorrow, "بعد غد"),
    (Yesterday, "امس"),
    (DayBeforeYesterday, "اول امس,اول من امس,امس الاول"),
    (
        PartOfDay,
        "صباح,مساء,فجر,ظهر,عصر,ليل,ليله,عشيه,ضحي,مغرب,نهار,صبيحه",
    ),
    (
        Past,
        "الماضي,الماضيه,الماضيين,المنصرم,المنصرمه,الفايت,الفايته,المنقضي,المنقضيه",
    ),
    (
        Next,
        "المقبل,المقبله,المقبلين,القادم,القادمه,القادمين,الاتي,الاتيه",
    ),
    (Current, "الجاري,الجاريه,الحالي,الحاليه,الحاليين"),
    (This, "هذا,هذه"),
    (OtherYear, "نفس,نفسه,ذاته,كل"),
    (From, "من"),
    (To, "الي,حتي,لغايه,وحتي,والي"),
    (Statement, "بيان,تصريح,تصريحات,له,لها,لهم,صحفي,صحافي"),
    (That, "ان,انه,انها,انهم,بان"),
    (Between, "بين"),
    (And, "و"),
    (Equals, "الموافق,موافق,المصادف,الموافقه,يوافق,الموافقل"),
    (
        BeforeYear,
        "في,منذ,خلال,صيف,خريف,شتاء,ربيع,مطلع,منتصف,نهايه,بدايه,اواخر,اوايل,موسم,مونديال",
    ),
    (Dated, "بتاريخ,تاريخ,المورخ,المورخه,مورخ,وتاريخ"),
    (
        NamedAfter,
        "ثوره,ثورتي,مدينه,هجمات,احداث,اعتداءات,حركه,ميدان,شارع,جسر,كوبري,صحيفه,موقع,حزب,ملعب,استاد,انتفاضه,جامعه,تحالف,مستشفي,جريده,قوي,معركه",
    ),
    (
        NoWeekday,
        "صلاه,خطبه,خطيب,خطباء,ايام,كل,كتاب,جمعه,يومي,مسجد,جامع,سوق,سوره",
    ),
];

/// Folded letters as a number, a byte each; Latin letters and Arabic ones do not meet in it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(super) struct Key {
    letters: u128,
    length: u32,
}

/// What a folded letter is in a [`Key`].
#[allow(clippy::cast_possible_truncation)] // the low byte is meant
pub(super) const fn byte(c: char) -> u8 {
    c as u32 as u8
}

/// The most letters a [`Key`] holds.
const LONGEST: u32 = 16;

impl Key {
    #[inline]
    pub(super) fn push(&mut self, c: char) {
        self.push_byte(byte(c));
    }

    #[inline]
    pub(super) fn push_byte(&mut self, letter: u8) {
        self.letters = self.letters << 8 | u128::from(letter);
        self.length += 1;
    }

    fn of(word: &str) -> Self {
        let mut key = Self::default();
        word.chars().for_each(|c| key.push(c));
        key
    }

    pub(super) fn is_empty(self) -> bool {
        self.length == 0
    }

    /// `self`, a space and `next`.
    pub(super) fn followed_by(self, next: Self) -> Self {
        let mut joined = self;
        joined.push(' ');
        Self {
            letters: joined.letters << (8 * next.length.min(15)) | next.letters,
            length: joined.length + next.length,
        }
    }

    /// The byte of the first letter.
    fn first(self) -> u128 {
        self.letters >> (8 * (self.length - 1))
    }

    fn rest(self) -> Self {
        let length = self.length - 1;
        Self {
            letters: self.letters & ((1 << (8 * length)) - 1),
            length,
        }
    }

    /// The last two letters.
    fn ending(self) -> usize {
        usize::try_from(self.letters & 0xFFFF).unwrap_or(0)
    }
}

pub(super) struct Vocabulary {
    meanings: FxHashMap<Key, Meaning>,
    /// A bit for every two letters that a known word ends in.
    endings: Vec<u64>,
}

/// All words of dates.
pub(super) static VOCABULARY: LazyLock<Vocabulary> = LazyLock::new(Vocabulary::new);

const WAW: u128 = byte('و') as u128;
const FEH: u128 = byte('ف') as u128;
const BEH: u128 = byte('ب') as u128;
const LAM: u128 = byte('ل') as u128;

/// A preposition is taken off only where this many letters are left: `لامس` is "touched".
const FEWEST_AFTER_PREPOSITION: u32 = 4;

impl Vocabulary {
    fn new() -> Self {
        let words = WORDS
            .iter()
            .flat_map(|&(meaning, words)| words.split(',').map(move |word| (word, meaning)));
        let months = months().map(|(name, month)| (name, Month(month)));
        let weekdays = weekdays().map(|(name, day)| (name, Weekday(day)));
        let mut vocabulary = Self {
            meanings: FxHashMap::default(),
            endings: vec![0; 1024],
        };
        for (words, meaning) in months.chain(weekdays).chain(words) {
            vocabulary.add(words, meaning);
            for (space, _) in words.match_indices(' ') {
                let head = Key::of(&words[..space]);
                vocabulary.meanings.entry(head).or_insert(Head);
                vocabulary.mark_ending(head);
            }
        }
        vocabulary
    }

    fn add(&mut self, word: &str, meaning: Meaning) {
        let key = Key::of(word);
        self.mark_ending(key);
        // A word may be the head of a name as well.
        let known = self.meanings.entry(key).or_insert(meaning);
        if *known == Head {
            *known = meaning;
        }
    }

    fn mark_ending(&mut self, key: Key) {
        self.endings[key.ending() / 64] |= 1 << (key.ending() % 64);
    }

    /// Whether any word ends as `key` does.
    #[inline]
    pub(super) fn may_know(&self, key: Key) -> bool {
        self.endings[key.ending() / 64] >> (key.ending() % 64) & 1 == 1 || key.length == 1
    }

    /// The meaning of the word or words as they stand.
    pub(super) fn exact(&self, key: Key) -> Option<Meaning> {
        (key.length <= LONGEST)
            .then(|| self.meanings.get(&key).copied())
            .flatten()
    }

    /// The meaning of a word after its proclitics, the word without them, and whether `و` was one.
    pub(super) fn word(&self, key: Key) -> Option<(Meaning, Key, bool)> {
        if key.length > LONGEST {
            return None;
        }
        if let Some(meaning) = self.exact(key) {
            return Some((meaning, key, false));
        }
        let (rest, and) = match key.first() {
            WAW | FEH if key.length > 2 => (key.rest(), key.first() == WAW),
            _ => (key, false),
        };
        let without_preposition = || {
            let after = rest.rest();
            match rest.first() {
                LAM if after.first() == LAM => Some(Key {
                    letters: Key::of("ال").letters << (8 * (after.length - 1))
                        | after.rest().letters,
                    length: after.length + 1,
                }),
                BEH | LAM => Some(after),
                _ => None,
            }
        };
        let found = |key: Key| Some((self.exact(key)?, key, and));
        found(rest).or_else(|| {
            (rest.length > FEWEST_AFTER_PREPOSITION)
                .then(without_preposition)
                .flatten()
                .and_then(found)
        })
    }
}
