//! Contents of files and streams, from seeds.

use encoding_rs::WINDOWS_1256;

use super::pack;

/// Words of the articles.
const WORDS: &[&str] = &[
    "في",
    "من",
    "على",
    "إلى",
    "الحكومة",
    "وزير",
    "الخارجية",
    "بوتين",
    "قره باغ",
    "القوات",
    "وقال",
    "إن",
    "المحادثات",
    "الاتفاق",
    "سياسته",
    "أرمينيا",
    "غوغل",
    "جوجل",
    "شركة",
    "محرك",
    "أذربيجان",
    "للاقتصاد",
    "مستثمرون",
    "والقوات",
    "كاراباخ",
    "الرئيس",
    "مدرسة",
    "المدارس",
    "صحيفة",
    "كتب",
];

/// Words of as many bytes as each other, one of which is in each text.
pub const TOWNS: &[&str] = &["بغداد", "بيروت", "تونسي", "الرقة", "الدمام"];

/// Fields that records may have besides.
const SOURCES: &[&str] = &["تاس", "النهر", "الجبل"];

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Text,
    Coded,
    Page,
    Lines,
    Table,
    Packed,
    Zip,
    Tar,
}

/// A text: of as many kinds as seeds, of which some differ in a word only.
pub fn text(seed: u64) -> String {
    let pick = |n: u64| {
        let mixed = n.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 33;
        usize::try_from(mixed).unwrap()
    };
    let base = seed % 37;
    let mut words: Vec<&str> = (0..40 + base)
        .map(|i| WORDS[pick(base * 1000 + i + 1) % (1 + pick(base) % WORDS.len()).max(6)])
        .collect();
    let town = TOWNS[pick(seed / 37 + 7) % 3];
    let at = words.len() / 2;
    words.insert(at, town);
    words.insert(3, TOWNS[pick(base + 1) % 3]);
    format!(
        "خبر {}\n\n{}.",
        WORDS[pick(seed) % WORDS.len()],
        words.join(" ")
    )
}

/// A record as JSON. Some have an id, which others have too.
pub fn record(seed: u64) -> String {
    let mut record = serde_json::json!({ "text": text(seed), "lead": text(seed + 11) });
    if !seed.is_multiple_of(3) {
        record["id"] = format!("id{}", seed % 7).into();
    }
    if seed % 4 == 1 {
        record["source"] = SOURCES[usize::try_from(seed % 5).unwrap() % SOURCES.len()].into();
        record["date"] = format!("2021-0{}-1{}", 1 + seed % 9, seed % 10).into();
    }
    // The same in many files and streams, with an id or without, and with other headlines.
    if seed % 6 < 3 {
        record["url"] = format!("https://a.example/n/{}?utm_source=x", seed % 11).into();
        record["title"] = format!("عنوان الخبر رقم {}", seed % 5).into();
    }
    if seed % 12 == 1 {
        record["crawled_at"] = format!("2024-01-0{}T08:00:00Z", 1 + seed % 9).into();
    }
    if seed % 5 == 2 {
        record["section"] = "رياضة".into();
    }
    record.to_string()
}

/// Records, a line each.
pub fn records(seed: u64, count: u64) -> Vec<String> {
    (0..count).map(|i| record(seed + i * 5)).collect()
}

/// The contents of a file.
pub fn contents(kind: Kind, seed: u64) -> Vec<u8> {
    let lines = || records(seed, seed % 4 + 1).join("\n") + "\n";
    let texts = || (text(seed), text(seed + 3));
    match kind {
        Kind::Text => text(seed).into(),
        Kind::Coded => WINDOWS_1256.encode(&text(seed)).0.into_owned(),
        Kind::Page => {
            let (title, body) = (text(seed), text(seed + 1));
            let title = title.lines().next().unwrap();
            format!("<html><head><title>{title}</title></head><body><h1>{title}</h1><p>{body}</p><p>{body}</p></body></html>").into()
        }
        Kind::Lines => lines().into(),
        Kind::Table => {
            let row = |i: u64| {
                format!(
                    "c{},\"{}\",\"{}\"\n",
                    (seed + i) % 9,
                    text(seed + i),
                    text(seed + i + 2)
                )
            };
            let rows: String = (0..3).map(row).collect();
            format!("id,text,lead\n{rows}").into()
        }
        Kind::Packed => pack::gzip(lines().as_bytes()),
        Kind::Zip => {
            let (one, other) = texts();
            let all = lines();
            pack::zip(&[
                ("a.txt", one.as_bytes()),
                ("b/c.txt", other.as_bytes()),
                ("d.jsonl", all.as_bytes()),
            ])
        }
        Kind::Tar => {
            let (one, other) = texts();
            // Twice of one name, as tar allows.
            pack::gzip(&pack::tar(&[
                ("a.txt", one.as_bytes()),
                ("a.txt", other.as_bytes()),
            ]))
        }
    }
}

/// What cannot be read, or not to its end.
pub fn spoilt(kind: Kind) -> Vec<u8> {
    match kind {
        Kind::Text | Kind::Coded | Kind::Page => b"\0\x01\0".into(),
        Kind::Lines | Kind::Table => b"{\"text\": \"".into(),
        Kind::Packed | Kind::Zip | Kind::Tar => {
            let mut bytes = contents(kind, 5);
            bytes.truncate(bytes.len() * 2 / 3);
            bytes
        }
    }
}

/// `bytes` with another town, so that nothing but a word differs; `None` if there is none in them.
pub fn same_size(kind: Kind, bytes: &[u8], seed: u64) -> Option<Vec<u8>> {
    let coded = |town: &str| match kind {
        Kind::Coded => WINDOWS_1256.encode(town).0.into_owned(),
        _ => town.as_bytes().to_vec(),
    };
    let towns: Vec<Vec<u8>> = TOWNS[..3].iter().map(|town| coded(town)).collect();
    let at = (0..bytes.len()).find(|&at| towns.iter().any(|town| bytes[at..].starts_with(town)))?;
    let new = &towns[usize::try_from(seed % 3).unwrap()];
    let mut bytes = bytes.to_vec();
    bytes[at..at + new.len()].copy_from_slice(new);
    Some(bytes)
}
