//! The words of numbers, each in the forms that texts have.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::fold;

/// What a word says of a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// 1 to 9.
    Unit(u64),
    /// The ten of 10 to 19.
    Ten,
    /// 20 to 90.
    Tens(u64),
    /// 100 to 900 in one word.
    Hundreds(u64),
    /// A thousand, a million and so on, once or in the plural.
    Scale(u64),
    /// Two of these.
    TwoOf(u64),
    /// A half or a quarter: hundredths.
    Share(u64),
}

/// 1 to 9, the forms before a noun first; those of 1 and 2 before a ten behind them.
pub(super) const UNITS: [&str; 10] = [
    "",
    "واحد واحدة واحدا",
    "اثنان اثنين اثنتان اثنتين",
    "ثلاث ثلاثة ثلاثا",
    "أربع أربعة أربعا",
    "خمس خمسة خمسا",
    "ست ستة ستا",
    "سبع سبعة سبعا",
    "ثمان ثماني ثمانية ثمانيا",
    "تسع تسعة تسعا",
];

/// 1 and 2 before the ten of 11 and 12.
pub(super) const BEFORE_TEN: [&str; 3] = ["", "أحد إحدى", "اثنا اثني اثنتا اثنتي"];

/// The ten of 10 to 19.
pub(super) const TEN: &str = "عشر عشرة";

/// 20 to 90.
pub(super) const TENS: [&str; 10] = [
    "",
    "",
    "عشرون عشرين",
    "ثلاثون ثلاثين",
    "أربعون أربعين",
    "خمسون خمسين",
    "ستون ستين",
    "سبعون سبعين",
    "ثمانون ثمانين",
    "تسعون تسعين",
];

/// A hundred.
pub(super) const HUNDRED: &str = "مئة مائة مأة مية";

/// Two hundreds.
pub(super) const TWO_HUNDREDS: &str = "مئتان مئتين مئتا مئتي مائتان مائتين مائتا مائتي ميتين";

/// What hundreds in one word begin with.
pub(super) const BEFORE_HUNDRED: [&str; 10] = [
    "",
    "",
    "",
    "ثلاث ثلث",
    "أربع",
    "خمس",
    "ست",
    "سبع",
    "ثمان ثماني",
    "تسع",
];

/// Thousands, millions and so on: the value, once, two, and in the plural.
pub(super) const SCALES: [(u64, &str, &str, &str); 4] = [
    (1_000, "ألف ألفا", "ألفان ألفين ألفي", "آلاف"),
    (1_000_000, "مليون مليونا", "مليونان مليونين مليوني", "ملايين"),
    (
        1_000_000_000,
        "مليار مليارا بليون",
        "ملياران مليارين ملياري بليونين",
        "مليارات بلايين",
    ),
    (
        1_000_000_000_000,
        "تريليون ترليون تريليونا ترليونا",
        "تريليونان تريليونين تريليوني ترليونين",
        "تريليونات ترليونات",
    ),
];

/// A half and a quarter, in hundredths.
pub(super) const SHARES: [(u64, &str); 2] = [(50, "نصف"), (25, "ربع")];

/// The folded forms in a list, each once.
pub(super) fn folded(list: &str) -> Vec<String> {
    let mut forms: Vec<String> = Vec::new();
    for form in list.split_whitespace().map(fold) {
        if !forms.contains(&form) {
            forms.push(form);
        }
    }
    forms
}

/// The hundreds in one word, folded.
pub(super) fn joined_hundreds(number: usize) -> Vec<String> {
    let firsts = BEFORE_HUNDRED[number].split_whitespace();
    let of_first = |first: &str| {
        let hundreds = HUNDRED.split_whitespace();
        hundreds
            .map(|hundred| fold(&[first, hundred].concat()))
            .collect::<Vec<_>>()
    };
    firsts.flat_map(of_first).collect()
}

/// All words, folded.
static PARTS: LazyLock<FxHashMap<String, Part>> = LazyLock::new(|| {
    let mut parts = FxHashMap::default();
    let mut add = |forms: Vec<String>, part: Part| {
        for form in forms {
            parts.entry(form).or_insert(part);
        }
    };
    for (i, value) in (0..10).zip(0..10_u64) {
        add(folded(UNITS[i]), Part::Unit(value));
        add(
            folded(BEFORE_TEN.get(i).copied().unwrap_or("")),
            Part::Unit(value),
        );
        add(folded(TENS[i]), Part::Tens(10 * value));
        add(joined_hundreds(i), Part::Hundreds(100 * value));
    }
    add(folded(TEN), Part::Ten);
    add(folded(HUNDRED), Part::Hundreds(100));
    add(folded(TWO_HUNDREDS), Part::Hundreds(200));
    for (value, one, two, many) in SCALES {
        add(folded(one), Part::Scale(value));
        add(folded(two), Part::TwoOf(value));
        add(folded(many), Part::Scale(value));
    }
    for (value, form) in SHARES {
        add(folded(form), Part::Share(value));
    }
    parts
});

/// What the folded `word` says of a number.
pub(super) fn part(word: &str) -> Option<Part> {
    PARTS.get(word).copied()
}

/// The folded words that are wanted, in order.
pub(super) fn words_of(is_wanted: impl Fn(Part) -> bool) -> Vec<String> {
    let wanted = PARTS.iter().filter(|(_, part)| is_wanted(**part));
    let mut words: Vec<String> = wanted.map(|(word, _)| word.clone()).collect();
    words.sort_unstable();
    words
}
