//! News-like articles in any number, for benchmarks.
//!
//! `cargo run --release --example generate -- COUNT [SEED] > news.jsonl` writes JSON Lines with id, title,
//! text, date and source. Sentences are those of the seed articles, such as name people, and such as are made of words
//! whose number grows as that of real news does; one article of eight has the text of an earlier one. The same count
//! and seed give the same bytes.

mod random;
mod vocabulary;

use std::collections::HashMap;
use std::io::{BufWriter, Write};

use arabic_text::words;

use self::random::Random;
use self::vocabulary::Vocabulary;

/// One article of so many has the text of an earlier one.
const COPIED: usize = 8;

/// It is at most so many articles before.
const MOST_BETWEEN: usize = 2000;

const FIRST_NAMES: [&str; 16] = [
    "سالم", "هدى", "كريم", "ليلى", "ناصر", "منى", "فؤاد", "سعاد", "عادل", "رنا", "طارق", "هالة",
    "ماجد", "نجوى", "وليد", "سمر",
];

const LAST_NAMES: [&str; 16] = [
    "البستاني",
    "الخياط",
    "النجار",
    "الحداد",
    "القباني",
    "الصياد",
    "الوراق",
    "الزيات",
    "السقا",
    "الطحان",
    "العطار",
    "الفخراني",
    "الكاتب",
    "المزارع",
    "النحاس",
    "الجمال",
];

const SPEECH: [&str; 4] = ["وقال", "وأضاف", "وأوضح", "وأكد"];

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
    let news = News::new(seed)?;
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
    seed: u64,
    vocabulary: Vocabulary,
    sentences: Vec<String>,
}

/// What an article says.
struct Story {
    title: String,
    paragraphs: Vec<String>,
}

impl News {
    fn new(seed: u64) -> std::io::Result<Self> {
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
        let words = words.into_iter().map(|(word, _)| word);
        Ok(Self {
            seed,
            vocabulary: Vocabulary::new(words.collect()),
            sentences,
        })
    }

    fn article(&self, number: u64) -> serde_json::Value {
        let mut random = Random::new(self.seed, number);
        let before = usize::try_from(number).unwrap_or(usize::MAX);
        let story = if random.once_in(COPIED) && before > 0 {
            self.copy(&mut random, before)
        } else {
            self.story(&mut random)
        };
        let (year, month, day) = (
            2010 + random.below(15),
            1 + random.below(12),
            1 + random.below(28),
        );
        serde_json::json!({
            "id": format!("g{number}"),
            "title": story.title,
            "text": story.paragraphs.join("\n\n"),
            "date": format!("{year}-{month:02}-{day:02}"),
            "source": random.one_of(&SOURCES),
        })
    }

    /// The story of one of the articles `before`: as it is, or with another headline and one paragraph more.
    fn copy(&self, random: &mut Random, before: usize) -> Story {
        let earlier = before - 1 - random.below(before.min(MOST_BETWEEN));
        let mut earlier = Random::new(self.seed, earlier as u64);
        earlier.next(); // which said that it is no copy
        let mut story = self.story(&mut earlier);
        if random.once_in(2) {
            story.title = self.title(random);
            story.paragraphs.push(self.sentence(random));
        }
        story
    }

    fn story(&self, random: &mut Random) -> Story {
        let title = self.title(random);
        let count = 3 + random.below(8);
        let paragraphs = (0..count).map(|_| self.paragraph(random)).collect();
        Story { title, paragraphs }
    }

    fn title(&self, random: &mut Random) -> String {
        let length = 6 + random.below(5);
        self.words(random, length)
    }

    fn paragraph(&self, random: &mut Random) -> String {
        let count = 1 + random.below(4);
        let sentences: Vec<String> = (0..count).map(|_| self.sentence(random)).collect();
        sentences.join(" ")
    }

    /// One of eight is of the seeds, and one of eight says who speaks.
    fn sentence(&self, random: &mut Random) -> String {
        let kind = random.below(8);
        if kind == 0 {
            return self.sentences[random.below(self.sentences.len())].clone();
        }
        let length = 8 + random.below(14);
        let said = self.words(random, length);
        if kind > 1 {
            return said + ".";
        }
        let [speech, first, last] =
            [&SPEECH[..], &FIRST_NAMES, &LAST_NAMES].map(|all| random.one_of(all));
        format!("{speech} {first} {last} إن {said}.")
    }

    fn words(&self, random: &mut Random, count: usize) -> String {
        let drawn: Vec<String> = (0..count).map(|_| self.vocabulary.draw(random)).collect();
        drawn.join(" ")
    }
}
