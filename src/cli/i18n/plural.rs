//! Numbers with what is counted, as English and Arabic want them.
//!
//! Knows the forms of nouns. Digits are European in both languages: they are what terminals, papers on
//! the web and scripts have in common.

/// What is counted in English: its singular and plural.
pub(super) fn english(number: u64, singular: &str, plural: &str) -> String {
    let noun = if number == 1 { singular } else { plural };
    format!("{number} {noun}")
}

/// The place of a counted noun in an Arabic sentence; only the dual shows it without vowels.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Case {
    /// As a subject, or by itself.
    Nominative,
    /// As an object, or behind a preposition.
    Oblique,
}

/// A noun in the forms that the categories of CLDR for Arabic ask for: zero, one, two, few (3 to 10 of each
/// hundred), many (11 to 99), other (100, 101, 102).
pub(super) struct Noun {
    zero: &'static str,
    one: &'static str,
    two: [&'static str; 2],
    few: &'static str,
    many: &'static str,
    other: &'static str,
}

pub(super) const ARTICLES: Noun = Noun {
    zero: "لا مقالات",
    one: "مقالة واحدة",
    two: ["مقالتان", "مقالتين"],
    few: "مقالات",
    many: "مقالة",
    other: "مقالة",
};

pub(super) const FILES: Noun = Noun {
    zero: "لا ملفات",
    one: "ملف واحد",
    two: ["ملفان", "ملفين"],
    few: "ملفات",
    many: "ملفًا",
    other: "ملف",
};

pub(super) const COPIES: Noun = Noun {
    zero: "لا نسخ",
    one: "نسخة واحدة",
    two: ["نسختان", "نسختين"],
    few: "نسخ",
    many: "نسخة",
    other: "نسخة",
};

pub(super) const VERSIONS: Noun = Noun {
    zero: "لا صيغ",
    one: "صيغة واحدة",
    two: ["صيغتان", "صيغتين"],
    few: "صيغ",
    many: "صيغة",
    other: "صيغة",
};

pub(super) const WORDS: Noun = Noun {
    zero: "لا كلمات",
    one: "كلمة واحدة",
    two: ["كلمتان", "كلمتين"],
    few: "كلمات",
    many: "كلمة",
    other: "كلمة",
};

pub(super) const TIMES: Noun = Noun {
    zero: "لا مرات",
    one: "مرة واحدة",
    two: ["مرتان", "مرتين"],
    few: "مرات",
    many: "مرة",
    other: "مرة",
};

pub(super) const LINES: Noun = Noun {
    zero: "لا أسطر",
    one: "سطر واحد",
    two: ["سطران", "سطرين"],
    few: "أسطر",
    many: "سطرًا",
    other: "سطر",
};

pub(super) const PLACES: Noun = Noun {
    zero: "لا مواضع",
    one: "موضع واحد",
    two: ["موضعان", "موضعين"],
    few: "مواضع",
    many: "موضعًا",
    other: "موضع",
};

pub(super) const RECORDS: Noun = Noun {
    zero: "لا سجلات",
    one: "سجل واحد",
    two: ["سجلان", "سجلين"],
    few: "سجلات",
    many: "سجلًا",
    other: "سجل",
};

pub(super) const CHARACTERS: Noun = Noun {
    zero: "لا محارف",
    one: "محرف واحد",
    two: ["محرفان", "محرفين"],
    few: "محارف",
    many: "محرفًا",
    other: "محرف",
};

pub(super) const CELLS: Noun = Noun {
    zero: "لا خلايا",
    one: "خلية واحدة",
    two: ["خليتان", "خليتين"],
    few: "خلايا",
    many: "خلية",
    other: "خلية",
};

pub(super) const MATCHES: Noun = Noun {
    zero: "لا مواضع",
    one: "موضع واحد",
    two: ["موضعان", "موضعين"],
    few: "مواضع",
    many: "موضعًا",
    other: "موضع",
};

pub(super) const GROUPS: Noun = Noun {
    zero: "لا مجموعات",
    one: "مجموعة واحدة",
    two: ["مجموعتان", "مجموعتين"],
    few: "مجموعات",
    many: "مجموعة",
    other: "مجموعة",
};

/// `number` with what is counted in Arabic: `مقالتان`, `3 مقالات`, `11 مقالة`.
pub(super) fn arabic(number: u64, noun: &Noun, case: Case) -> String {
    match (number, number % 100) {
        (0, _) => noun.zero.to_string(),
        (1, _) => noun.one.to_string(),
        (2, _) => noun.two[usize::from(case == Case::Oblique)].to_string(),
        (_, 3..=10) => format!("{number} {}", noun.few),
        (_, 11..=99) => format!("{number} {}", noun.many),
        _ => format!("{number} {}", noun.other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arabic_nouns_follow_their_numbers() {
        for (number, articles, files, times) in [
            (0, "لا مقالات", "لا ملفات", "لا مرات"),
            (1, "مقالة واحدة", "ملف واحد", "مرة واحدة"),
            (2, "مقالتان", "ملفان", "مرتان"),
            (3, "3 مقالات", "3 ملفات", "3 مرات"),
            (10, "10 مقالات", "10 ملفات", "10 مرات"),
            (11, "11 مقالة", "11 ملفًا", "11 مرة"),
            (99, "99 مقالة", "99 ملفًا", "99 مرة"),
            (100, "100 مقالة", "100 ملف", "100 مرة"),
            (102, "102 مقالة", "102 ملف", "102 مرة"),
            (103, "103 مقالات", "103 ملفات", "103 مرات"),
            (111, "111 مقالة", "111 ملفًا", "111 مرة"),
            (1000, "1000 مقالة", "1000 ملف", "1000 مرة"),
        ] {
            let said = |noun| arabic(number, noun, Case::Nominative);
            assert_eq!(said(&ARTICLES), articles);
            assert_eq!(said(&FILES), files);
            assert_eq!(said(&TIMES), times);
        }
        assert_eq!(arabic(2, &FILES, Case::Oblique), "ملفين");
        let words = [0, 1, 2, 3, 11, 100].map(|number| arabic(number, &WORDS, Case::Nominative));
        let expected = "لا كلمات|كلمة واحدة|كلمتان|3 كلمات|11 كلمة|100 كلمة";
        assert_eq!(words.join("|"), expected);
    }

    #[test]
    fn english_nouns_follow_their_numbers() {
        assert_eq!(english(1, "copy", "copies"), "1 copy");
        assert_eq!(english(0, "copy", "copies"), "0 copies");
    }
}
