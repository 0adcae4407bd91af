//! Articles made at random: few words, so that they stand together in many ways, in all kinds of zones.

use super::chance::Chance;

/// Words that are forms, spellings or parts of each other, with vowels and without, numbers and names.
pub const WORDS: &[&str] = &[
    "قره",
    "باغ",
    "قراباغ",
    "كاراباخ",
    "وقره",
    "مانشستر",
    "سيتي",
    "يونايتد",
    "مانشيستر",
    "كتاب",
    "كُتّاب",
    "كِتاب",
    "الكتاب",
    "وكتابه",
    "كتب",
    "كُتُب",
    "كَتَبَ",
    "مكتبة",
    "بغداد",
    "لبغداد",
    "بغداد،",
    "إيران",
    "ايران",
    "الإيراني",
    "والقوات",
    "قوات",
    "قواته",
    "في",
    "من",
    "على",
    "التي",
    "لا",
    "2020",
    "٢٠٢٠",
    "12",
    "6,500",
    "FBI",
    "F-16",
    "«الوزير»",
    "الوزير",
    "وزير",
    "الوزارة",
    "سان",
    "فرانسيسكو",
    "نيويورك",
    "نيو",
    "يورك",
    "دونالد",
    "ترامب",
    "ترمب",
    "وقف",
    "إطلاق",
    "النار",
    "طوكيو",
    "بـ\"الكتاب\"",
    "جوجل",
    "غوغل",
    "قوقل",
];

const DAYS: &[&str] = &[
    "2020-11-09",
    "2021-03-12",
    "2019",
    "2021-02",
    "",
    "9 نوفمبر 2020",
    "1 رمضان 1442",
];

const SOURCES: &[&str] = &["سبوتنيك", "تاس", "صحيفة الكتاب", "بغداد نيوز", ""];

const DATES_IN_TEXT: &[&str] = &[
    "9 نوفمبر 2020",
    "في مارس 2021",
    "عام 2019",
    "12/3/2021",
    "يوم 5 مايو/أيار 2020",
];

/// `number` articles as JSON objects.
pub fn made(seed: u64, number: usize) -> Vec<String> {
    let mut chance = Chance(seed);
    (0..number).map(|i| made_one(&mut chance, i)).collect()
}

fn made_one(chance: &mut Chance, number: usize) -> String {
    let mut article = serde_json::Map::new();
    let mut set = |name: &str, value: String| {
        if !value.is_empty() {
            article.insert(name.into(), value.into());
        }
    };
    set("id", format!("a{number:03}"));
    if chance.below(4) > 0 {
        set("title", row(chance, 6));
    }
    set("text", body(chance));
    set("date", any(chance, DAYS).into());
    set("source", any(chance, SOURCES).into());
    if chance.below(2) == 0 {
        set("author", row(chance, 3));
    }
    if chance.below(3) == 0 {
        set("section", row(chance, 2));
    }
    serde_json::Value::Object(article).to_string()
}

/// A text of some paragraphs, perhaps with a dateline, tags, a source and links to others.
fn body(chance: &mut Chance) -> String {
    let mut lines = Vec::new();
    if chance.below(3) == 0 {
        lines.push(format!(
            "{}، 12 مارس/آذار 2021 - سبوتنيك",
            any(chance, WORDS)
        ));
    }
    for _ in 0..=chance.below(4) {
        let sentence = |chance: &mut Chance| match chance.below(5) {
            0 => format!("{} {}", row(chance, 12), any(chance, DATES_IN_TEXT)),
            1 => [any(chance, WORDS), " "].concat().repeat(chance.index(6)),
            _ => row(chance, 14),
        };
        lines.push(format!(
            "قال المتحدث إن {} أمس، وأضاف أن {}.",
            sentence(chance),
            sentence(chance)
        ));
        match chance.below(8) {
            0 => lines.push(format!("اقرأ أيضا: {}", row(chance, 5))),
            1 => lines.push(format!("المصدر: {}", row(chance, 2))),
            2 => lines.push(format!("كلمات مفتاحية: {}", row(chance, 5))),
            3 => lines.push(format!(
                "أخبار ذات صلة\n{}\n{}",
                row(chance, 5),
                row(chance, 5)
            )),
            _ => {}
        }
    }
    lines.join(if chance.below(2) == 0 { "\n" } else { "\n\n" })
}

/// Some words, `most` at most.
fn row(chance: &mut Chance, most: usize) -> String {
    let words: Vec<&str> = (0..=chance.index(most))
        .map(|_| any(chance, WORDS))
        .collect();
    words.join(" ")
}

pub fn any<'a>(chance: &mut Chance, of: &[&'a str]) -> &'a str {
    of[chance.index(of.len())]
}
