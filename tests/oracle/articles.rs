//! Articles made at random: few words, so that they stand together in many ways, in all kinds of zones.

use super::rng::Rng;

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

/// Numbers and abbreviations, of several words.
const NUMBERS: &[&str] = &[
    "3",
    "ثلاثة",
    "ثلاث",
    "3 آلاف",
    "ثلاثة آلاف",
    "وخمسمئة",
    "مئة",
    "خمسة وعشرين",
    "25",
    "50%",
    "50 بالمئة",
    "خمسون في المائة",
    "الثالث",
    "الثالث عشر",
    "13",
    "أ.ف.ب",
    "أ ف ب",
    "أفب",
    "7 كم",
    "كيلومتر",
    "د.",
    "الدكتور",
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
    let mut rng = Rng(seed);
    (0..number).map(|i| made_one(&mut rng, i)).collect()
}

fn made_one(rng: &mut Rng, number: usize) -> String {
    let mut article = serde_json::Map::new();
    let mut set = |name: &str, value: String| {
        if !value.is_empty() {
            article.insert(name.into(), value.into());
        }
    };
    set("id", format!("a{number:03}"));
    if rng.below(4) > 0 {
        set("title", row(rng, 6));
    }
    set("text", body(rng));
    set("date", any(rng, DAYS).into());
    set("source", any(rng, SOURCES).into());
    if rng.below(2) == 0 {
        set("author", row(rng, 3));
    }
    if rng.below(3) == 0 {
        set("section", row(rng, 2));
    }
    serde_json::Value::Object(article).to_string()
}

/// A text of some paragraphs, perhaps with a dateline, tags, a source and links to others.
fn body(rng: &mut Rng) -> String {
    let mut lines = Vec::new();
    if rng.below(3) == 0 {
        lines.push(format!("{}، 12 مارس/آذار 2021 - سبوتنيك", any(rng, WORDS)));
    }
    for _ in 0..=rng.below(4) {
        let sentence = |rng: &mut Rng| match rng.below(5) {
            0 => format!("{} {}", row(rng, 12), any(rng, DATES_IN_TEXT)),
            1 => [any(rng, WORDS), " "].concat().repeat(rng.index(6)),
            _ => row(rng, 14),
        };
        lines.push(format!(
            "قال المتحدث إن {} أمس، وأضاف أن {}.",
            sentence(rng),
            sentence(rng)
        ));
        match rng.below(8) {
            0 => lines.push(format!("اقرأ أيضا: {}", row(rng, 5))),
            1 => lines.push(format!("المصدر: {}", row(rng, 2))),
            2 => lines.push(format!("كلمات مفتاحية: {}", row(rng, 5))),
            3 => lines.push(format!("أخبار ذات صلة\n{}\n{}", row(rng, 5), row(rng, 5))),
            _ => {}
        }
    }
    lines.join(if rng.below(2) == 0 { "\n" } else { "\n\n" })
}

/// Some words, `most` at most.
fn row(rng: &mut Rng, most: usize) -> String {
    let one = |rng: &mut Rng| match rng.below(6) {
        0 => any(rng, NUMBERS),
        _ => any(rng, WORDS),
    };
    let words: Vec<&str> = (0..=rng.index(most)).map(|_| one(rng)).collect();
    words.join(" ")
}

pub fn any<'a>(rng: &mut Rng, of: &[&'a str]) -> &'a str {
    of[rng.index(of.len())]
}
