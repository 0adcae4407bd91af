//! Questions at random, of words that articles hold, and some that they do not.

use fihris_corpus::ZoneSet;
use fihris_query::ExpandOptions;
use fihris_query::parse::{ParseOptions, read};

use super::articles::{WORDS, any};
use super::collection::Text;
use super::question::{Question, Word};
use super::rng::Rng;

/// Numbers and abbreviations of several words.
const NUMBERS: &[&str] = &[
    "3",
    "13",
    "50%",
    "3 آلاف",
    "ثلاثة آلاف",
    "3000",
    "3500",
    "خمسة وعشرين",
    "25 كتاب",
    "ثلاث مئة",
    "50 بالمئة",
    "خمسون في المائة",
    "50 في المئة من",
    "كتاب 3",
    "بغداد 13",
    "أ ف ب",
    "أفب",
    "7 كم",
    "كيلومتر",
    "د بغداد",
    "الدكتور كتاب",
];

const ZONES: &[&str] = &[
    "title",
    "body",
    "body",
    "title,body",
    "tags",
    "related",
    "source",
    "dateline",
    "all",
    "title,tags",
    "body,tags,related",
    "title,dateline,body,tags",
    "body,source",
    "furniture,body",
];
const PERIODS: &[&str] = &[
    "2020",
    "2020-11",
    "2021-03-12",
    "2019..2020-11",
    "2021-02..2021-03",
    "2015",
    "2015-07",
    "2015-07-21",
];
const PATHS: &[&str] = &["a/*", "b", "*.jsonl", "**/news-1*", "nothing/*"];

/// What a query is made of.
pub struct Generator<'a> {
    pub rng: Rng,
    pub texts: &'a [Text],
    pub fields: &'a [String],
}

impl Generator<'_> {
    /// Options of a search.
    pub fn options(&mut self) -> ExpandOptions {
        let mut is = |one_in: u64| self.rng.below(one_in) == 0;
        ExpandOptions {
            inflection: !is(6),
            variants: !is(6),
            family: is(6),
            require_all: !is(4),
            zones: if is(8) {
                any(&mut self.rng, ZONES).parse().unwrap()
            } else {
                ZoneSet::SEARCHED
            },
        }
    }

    pub fn question(&mut self) -> Question {
        self.part(3)
    }

    fn part(&mut self, depth: u32) -> Question {
        if depth == 0 || self.rng.below(3) == 0 {
            return self.leaf();
        }
        match self.rng.below(7) {
            0 => {
                let parts = (0..2 + self.rng.below(2)).map(|_| self.part(depth - 1));
                Question::Any(parts.collect())
            }
            1 => {
                let zones = any(&mut self.rng, ZONES);
                let mut inside = self.part(depth - 1);
                if matches!(inside, Question::Any(_)) {
                    inside = Question::All(vec![inside]);
                }
                Question::In(zones, Box::new(inside))
            }
            _ => self.all(depth - 1),
        }
    }

    /// Parts beside each other; never two rows of words, which would be one.
    fn all(&mut self, depth: u32) -> Question {
        let mut parts: Vec<Question> = Vec::new();
        for _ in 0..2 + self.rng.below(2) {
            let part = self.part(depth);
            let part = match self.rng.below(6) {
                0 => Question::Not(Box::new(part)),
                1 => Question::Must(Box::new(part)),
                2 => Question::Weighted(Box::new(part), any(&mut self.rng, &["2", "0.5", "30"])),
                _ => part,
            };
            parts.push(part);
        }
        // Words in the same field of which one follows the other would be one row, too.
        let is_row = |part: &Question| match part {
            Question::Row(_) => true,
            Question::Field(_, part) | Question::In(_, part) => matches!(**part, Question::Row(_)),
            Question::All(parts) => parts.len() == 1,
            _ => false,
        };
        let mut has_row = false;
        parts.retain(|part| !is_row(part) || !std::mem::replace(&mut has_row, true));
        Question::All(parts)
    }

    fn leaf(&mut self) -> Question {
        match self.rng.below(18) {
            0..6 => {
                let number = 1 + self.rng.index(3);
                let words = self.words(number).into_iter().enumerate();
                Question::Row(words.map(|(i, word)| self.word(word, i)).collect())
            }
            6..8 => {
                let sign = any(&mut self.rng, &["", "", "", "=", "%"]);
                let number = 2 + self.rng.index(3);
                Question::Phrase(sign, self.words(number))
            }
            8..11 => {
                let number = 2 + self.rng.index(3);
                let mut words = self.words(number);
                if self.rng.below(3) == 0 {
                    words.reverse();
                }
                if self.rng.below(4) == 0 {
                    words.push(words[0].clone());
                }
                Question::Near(words, u32::try_from(self.rng.below(9)).unwrap())
            }
            11..13 => {
                let mut names: Vec<&str> = vec!["title", "tag", "source"];
                let own = |name: &&str| {
                    !matches!(*name, "title" | "tag" | "source" | "in" | "date" | "path")
                };
                names.extend(self.fields.iter().map(String::as_str).filter(own));
                let name = any(&mut self.rng, &names).to_string();
                let words = self.words(2);
                let inside = match self.rng.below(3) {
                    0 => Question::Phrase(any(&mut self.rng, &["", "="]), words),
                    1 => Question::Near(words, 2),
                    _ => Question::Row(vec![plain(words[0].clone())]),
                };
                Question::Field(name, Box::new(inside))
            }
            13 => Question::Mentions(any(&mut self.rng, PERIODS).into()),
            14..16 => {
                let number = any(&mut self.rng, NUMBERS);
                let words = number.split(' ').map(str::to_string);
                match self.rng.below(3) {
                    0 => Question::Phrase("", words.collect()),
                    1 => Question::Near(words.collect(), 2),
                    _ => Question::Row(words.map(plain).collect()),
                }
            }
            16 => Question::Date(any(&mut self.rng, PERIODS).into()),
            _ => Question::Path(any(&mut self.rng, PATHS).into()),
        }
    }

    /// The `i`-th word of a row.
    fn word(&mut self, typed: String, i: usize) -> Word {
        let mut word = plain(typed);
        word.is_apart = i > 0 && self.rng.below(4) == 0;
        let letters: Vec<char> = word.typed.chars().collect();
        let is_pure = letters.len() > 3 && letters.iter().all(|c| c.is_alphabetic());
        match self.rng.below(12) {
            0 => word.before = "=",
            1 => word.before = "%",
            2 if is_pure => word.behind = any(&mut self.rng, &["~", "~1", "~2"]),
            3 if is_pure => word.typed = letters[..3].iter().chain(&['*']).collect(),
            4 if is_pure => word.typed = ['*'].iter().chain(&letters[1..]).chain(&['*']).collect(),
            5 if is_pure => {
                word.typed = letters[..1]
                    .iter()
                    .chain(&['?'])
                    .chain(&letters[2..])
                    .collect();
            }
            _ => {}
        }
        word
    }

    /// So many words that follow each other in an article, or do not.
    fn words(&mut self, number: usize) -> Vec<String> {
        let text = &self.texts[self.rng.index(self.texts.len())];
        let from_text = |rng: &mut Rng| match text.words.len() {
            0 => String::from("بغداد"),
            length => {
                let word = &text.words[rng.index(length)];
                text.article.text[word.range.clone()].to_string()
            }
        };
        let mut words: Vec<String> = if text.words.len() > 12 && self.rng.below(2) == 0 {
            let first = self.rng.index(text.words.len() - 12);
            let gap = 1 + self.rng.index(3);
            let places = (0..number).map(|i| &text.words[first + i * gap]);
            places
                .map(|word| text.article.text[word.range.clone()].to_string())
                .collect()
        } else {
            let rng = &mut self.rng;
            let word = |_| match rng.below(3) {
                0 => any(rng, WORDS).to_string(),
                _ => from_text(rng),
            };
            (0..number).map(word).collect()
        };
        // A word of the text may be cut out of its line in the middle of a sign.
        for word in &mut words {
            let is_kept = |c: char| c.is_alphanumeric() || ('\u{64B}'..='\u{652}').contains(&c);
            word.retain(is_kept);
            if !word.contains(char::is_alphanumeric)
                || matches!(&**word, "AND" | "OR" | "NOT")
                || is_operator(word)
            {
                *word = "بغداد".into();
            }
        }
        words
    }
}

/// Whether `word` is an operator between two others: `أو`, `وليس`.
fn is_operator(word: &str) -> bool {
    let parsed = read(&format!("بغداد {word} القاهرة"), ParseOptions::default());
    parsed.is_ok_and(|parsed| parsed.read_as().is_some())
}

fn plain(typed: String) -> Word {
    Word {
        typed,
        before: "",
        behind: "",
        is_apart: false,
    }
}
