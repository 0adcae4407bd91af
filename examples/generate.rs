//! News-like articles in any number, for benchmarks.
//!
//! `cargo run --release --example generate -- COUNT [SEED] > news.jsonl` writes JSON Lines with id, title,
//! text, date and source. Sentences are those of the seed articles and such as are made of words by
//! Zipf's law: those of the seeds are the most frequent, then come words built of roots and patterns.
//! The same count and seed give the same bytes.

use std::collections::HashMap;
use std::io::{BufWriter, Write};

use arabic_text::words;

/// Distinct words that are built, besides those of the seeds.
const BUILT: usize = 300_000;

const ROOT_LETTERS: [char; 24] = [
    'ب', 'ت', 'ج', 'ح', 'خ', 'د', 'ذ', 'ر', 'ز', 'س', 'ش', 'ص', 'ض', 'ط', 'ع', 'غ', 'ف', 'ق', 'ك',
    'ل', 'م', 'ن', 'ه', 'ي',
];

/// Digits stand for the letters of a root.
const PATTERNS: [&str; 12] = [
    "123",
    "1ا23",
    "12ا3",
    "م123",
    "م12و3",
    "ت12ي3",
    "1و23",
    "است12ا3",
    "12ي3",
    "م1ا23ة",
    "123ان",
    "ا12ا3",
];

const PROCLITICS: [&str; 8] = ["", "", "", "ال", "ال", "و", "وال", "ب"];

const SOURCES: [&str; 7] = [
    "صحيفة النهر",
    "وكالة الجبل",
    "جريدة الميناء",
    "صدى المدينة",
    "أخبار الساحل",
    "صحيفة الواحة",
    "وكالة الأفق",
];

const SENTENCES: [&str; 6] = [
    "وقال المدير في تصريح للصحافة إن العمل يبدأ غدا.",
    "وأضاف المصدر أن الخطة جاهزة منذ شهور.",
    "ولم يصدر تعليق رسمي حتى ساعة إعداد هذا الخبر.",
    "وكانت البلدية أعلنت أنها رصدت للمشروع ميزانية إضافية.",
    "يذكر أن الافتتاح تأجل مرتين في العام الماضي.",
    "ومن المقرر أن يعقد الاجتماع المقبل في 12 مارس 2021.",
];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut args = std::env::args().skip(1);
    let count: u64 = args.next().ok_or("usage: generate COUNT [SEED]")?.parse()?;
    let seed = args.next().map_or(Ok(1), |seed| seed.parse())?;
    let mut news = News::new(seed)?;
    let mut out = BufWriter::new(std::io::stdout().lock());
    for number in 0..count {
        serde_json::to_writer(&mut out, &news.article(number))?;
        out.write_all(b"\n")?;
    }
    out.flush()?;
    Ok(())
}

/// A source of articles.
struct News {
    random: Random,
    /// The most frequent first.
    words: Vec<String>,
    /// By rank, how probable a word of this rank or a more frequent one is.
    cumulated: Vec<f64>,
    sentences: Vec<String>,
}

impl News {
    fn new(seed: u64) -> std::io::Result<Self> {
        let mut random = Random(seed);
        let mut counts: HashMap<String, usize> = HashMap::new();
        let mut sentences: Vec<String> = SENTENCES.map(String::from).to_vec();
        for file in std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/seeds"))? {
            let text = std::fs::read_to_string(file?.path())?;
            for word in words(&text) {
                *counts.entry(text[word.range].to_string()).or_default() += 1;
            }
            let lines = text.lines().filter(|line| line.len() > 100);
            sentences.extend(lines.map(str::to_string));
        }
        sentences.sort();
        let mut words: Vec<(String, usize)> = counts.into_iter().collect();
        words.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        let mut words: Vec<String> = words.into_iter().map(|(word, _)| word).collect();
        words.extend((0..BUILT).map(|_| random.word()));
        let mut sum = 0.0;
        let cumulated = (1..=words.len()).map(|rank| {
            sum += 1.0 / f64::from(u32::try_from(rank).unwrap_or(u32::MAX));
            sum
        });
        Ok(Self {
            cumulated: cumulated.collect(),
            words,
            sentences,
            random,
        })
    }

    fn article(&mut self, number: u64) -> serde_json::Value {
        let headline_length = 6 + self.random.below(5);
        let title = self.words(headline_length);
        let paragraphs: Vec<String> = (0..3 + self.random.below(8))
            .map(|_| self.paragraph())
            .collect();
        let (year, month, day) = (
            2010 + self.random.below(15),
            1 + self.random.below(12),
            1 + self.random.below(28),
        );
        let source = SOURCES[self.random.below(SOURCES.len())];
        serde_json::json!({
            "id": format!("g{number}"),
            "title": title,
            "text": paragraphs.join("\n\n"),
            "date": format!("{year}-{month:02}-{day:02}"),
            "source": source,
        })
    }

    fn paragraph(&mut self) -> String {
        let sentences: Vec<String> = (0..=self.random.below(4))
            .map(|_| self.sentence())
            .collect();
        sentences.join(" ")
    }

    /// One of eight is of the seeds.
    fn sentence(&mut self) -> String {
        if self.random.below(8) == 0 {
            return self.sentences[self.random.below(self.sentences.len())].clone();
        }
        let length = 8 + self.random.below(14);
        self.words(length) + "."
    }

    /// So many words by Zipf's law.
    fn words(&mut self, count: usize) -> String {
        let total = self.cumulated.last().copied().unwrap_or(1.0);
        let drawn: Vec<&str> = (0..count)
            .map(|_| {
                let at = self.random.fraction() * total;
                let rank = self.cumulated.partition_point(|sum| *sum < at);
                &*self.words[rank.min(self.words.len() - 1)]
            })
            .collect();
        drawn.join(" ")
    }
}

/// `SplitMix64` (Steele, Lea & Flood, 2014).
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number in `0..end`.
    #[allow(clippy::cast_possible_truncation)] // below `end`
    fn below(&mut self, end: usize) -> usize {
        (self.next() % end as u64) as usize
    }

    /// A number in `0..1`.
    #[allow(clippy::cast_precision_loss)] // 53 bits are left
    fn fraction(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }

    fn word(&mut self) -> String {
        let root = [0; 3].map(|_| ROOT_LETTERS[self.below(ROOT_LETTERS.len())]);
        let letters = PATTERNS[self.below(PATTERNS.len())].chars();
        let letters = letters.map(|c| match c {
            '1' => root[0],
            '2' => root[1],
            '3' => root[2],
            letter => letter,
        });
        let proclitic = PROCLITICS[self.below(PROCLITICS.len())];
        proclitic.chars().chain(letters).collect()
    }
}
