//! What the parts of readings cost, learned from a vocabulary: `learn VOCABULARY`.
//!
//! A line of the vocabulary is a form and how often it stands, parted by a tab. The shares of features are
//! those among the forms that are of one lexeme whatever way they are read; else what is always ambiguous
//! (a dual of the perfect, an imperative) would take half of what it is mixed up with. Then each form's count
//! is shared among its readings by their likelihood, the shares of lexemes and of their stems are counted,
//! and that is repeated (expectation and maximization). Writes `weights/features.tsv` and
//! `weights/lexemes.tsv`.

use std::collections::{BTreeMap, HashMap};
use std::error::Error;
use std::fmt::Write as _;
use std::{env, fs};

use arabic_lexicon::{Analysis, Lexicon, weight};

/// Rounds of sharing and counting, for features and for lexemes.
const ROUNDS: [usize; 2] = [10, 60];

/// A count that every lexeme and every part is given beforehand.
const BEFORE: f64 = 0.3;

/// How many words of a lexeme weigh as much as what is usual in its class, for its stems and pronouns.
const USUAL: f64 = 20.0;

/// Logarithm of what an unlikely reading by a rare lexeme loses.
const RARE: f64 = 3.0;

/// What features cost which are hardly ever certain: the same letters are a singular of another word.
const SELDOM_CERTAIN: &[(&str, f64)] = &[
    ("adjective slot PluralObliqueConstruct", 36.0),
    ("adjective slot PluralNominativeConstruct", 48.0),
    ("noun slot Accusative", 32.0),
    ("noun slot PluralOblique", 28.0),
    ("noun slot PluralObliqueConstruct", 40.0),
    ("noun slot PluralNominativeConstruct", 48.0),
    ("noun slot DualObliqueConstruct", 46.0),
    ("noun slot DualNominativeConstruct", 58.0),
];

/// Logarithm of what an imperative loses: those of prayers and adages are certain more often than those of news.
const IMPERATIVE: f64 = 2.0;

struct Form {
    count: f64,
    readings: Vec<Analysis>,
}

impl Form {
    /// Whether all readings without careless letters are of one lexeme.
    fn is_certain(&self) -> bool {
        let mut careful = self.readings.iter().filter(|reading| reading.slips == 0);
        let first = careful.next();
        first.is_some_and(|first| careful.all(|other| other.lexeme == first.lexeme))
    }
}

/// What is kept of each lexeme: its share, and those of its stems and of pronouns behind them.
struct Model {
    parts: Vec<f64>,
    lexemes: Vec<f64>,
    /// Lexeme and part of the role -> how much more it costs than usual.
    stems: HashMap<(u32, usize), f64>,
    /// Lexeme and part of the role's group -> how much more a pronoun costs than usual.
    pronouns: HashMap<(u32, usize), f64>,
}

fn role(reading: &Analysis) -> usize {
    reading.parts()[3]
}

fn has_pronoun(reading: &Analysis) -> bool {
    !weight::name(reading.parts()[5]).ends_with('-')
}

/// A part that stands for the group of a reading.
fn group(reading: &Analysis) -> usize {
    reading.parts()[0] / (weight::PARTS / 8)
}

impl Model {
    fn weight(&self, reading: &Analysis) -> f64 {
        let parts: f64 = reading.parts().iter().map(|part| self.parts[*part]).sum();
        let lexeme = reading.lexeme.0;
        let stem = self.stems.get(&(lexeme, role(reading))).unwrap_or(&0.0);
        let pronoun = self.pronouns.get(&(lexeme, group(reading)));
        let pronoun = pronoun.filter(|_| has_pronoun(reading)).unwrap_or(&0.0);
        self.lexemes[lexeme as usize] + parts + stem + pronoun
            - f64::from(reading.slip_cost()) / 8.0
    }

    /// What each reading of a form is worth of its count.
    fn shares(&self, form: &Form) -> Vec<f64> {
        let scores: Vec<f64> = form
            .readings
            .iter()
            .map(|reading| self.weight(reading).exp())
            .collect();
        let sum: f64 = scores.iter().sum();
        scores
            .iter()
            .map(|score| form.count * score / sum.max(f64::MIN_POSITIVE))
            .collect()
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let lexicon = Lexicon::built_in();
    let vocabulary = fs::read_to_string(env::args().nth(1).ok_or("which vocabulary?")?)?;
    let forms: Vec<Form> = vocabulary
        .lines()
        .filter_map(|line| {
            let mut fields = line.split('\t');
            let readings = lexicon.analyze_all(fields.next()?);
            let count = fields.next()?.parse().ok()?;
            Some(Form { count, readings })
        })
        .collect();
    let rare: Vec<bool> = (0..lexicon.len())
        .map(|id| lexeme(lexicon, id).is_some_and(|lexeme| lexeme.is_rare))
        .collect();
    let mut model = Model {
        parts: vec![0.0; weight::PARTS],
        lexemes: rare
            .iter()
            .map(|is_rare| if *is_rare { -RARE } else { 0.0 })
            .collect(),
        stems: HashMap::new(),
        pronouns: HashMap::new(),
    };
    for _ in 0..ROUNDS[0] {
        model.parts = features(&model, &forms);
    }
    for _ in 0..ROUNDS[1] {
        lexemes(&mut model, &forms, &rare);
    }
    write(lexicon, &model, &rare)
}

/// The shares of features among forms of one lexeme.
fn features(model: &Model, forms: &[Form]) -> Vec<f64> {
    let mut parts = vec![BEFORE; model.parts.len()];
    for form in forms.iter().filter(|form| form.is_certain()) {
        for (reading, share) in form.readings.iter().zip(model.shares(form)) {
            for part in reading.parts() {
                parts[part] += share;
            }
        }
    }
    let mut sums: HashMap<String, f64> = HashMap::new();
    for (part, count) in parts.iter().enumerate() {
        *sums.entry(weight::alternatives(part)).or_default() += count;
    }
    for (part, count) in parts.iter_mut().enumerate() {
        *count = (*count / sums[&weight::alternatives(part)]).ln();
        let name = weight::name(part);
        let known = SELDOM_CERTAIN.iter().find(|(of, _)| name.ends_with(of));
        if let Some((_, cost)) = known {
            *count = -cost / 8.0;
        }
        if name.starts_with("imperative role") {
            *count -= IMPERATIVE;
        }
    }
    parts
}

/// One round for the shares of lexemes, of their stems and pronouns.
fn lexemes(model: &mut Model, forms: &[Form], rare: &[bool]) {
    let mut lexemes = vec![BEFORE; model.lexemes.len()];
    let mut stems: BTreeMap<(u32, usize), f64> = BTreeMap::new();
    let mut pronouns: HashMap<(u32, usize), [f64; 2]> = HashMap::new();
    let mut usual: HashMap<usize, [f64; 2]> = HashMap::new();
    for form in forms {
        for (reading, share) in form.readings.iter().zip(model.shares(form)) {
            let lexeme = reading.lexeme.0;
            lexemes[lexeme as usize] += share;
            *stems.entry((lexeme, role(reading))).or_default() += share;
            let is_joined = usize::from(has_pronoun(reading));
            pronouns.entry((lexeme, group(reading))).or_default()[is_joined] += share;
            usual.entry(group(reading)).or_default()[is_joined] += share;
        }
    }
    let all: f64 = lexemes.iter().sum();
    model.lexemes = lexemes
        .iter()
        .zip(rare)
        .map(|(count, is_rare)| (count / all).ln() - if *is_rare { RARE } else { 0.0 })
        .collect();
    // Of each lexeme: what its stems have, and what they would have if it were as all others.
    let mut of_lexeme: HashMap<u32, [f64; 2]> = HashMap::new();
    for ((lexeme, role), count) in &stems {
        let sums = of_lexeme.entry(*lexeme).or_default();
        sums[0] += count;
        sums[1] += model.parts[*role].exp();
    }
    for ((lexeme, role), count) in stems {
        if weight::name(role).starts_with("imperative") {
            continue; // never seen but where it is mixed up with other stems
        }
        let [all, expected] = of_lexeme[&lexeme];
        let before = model.parts[role].exp() / expected;
        let usual = USUAL + 0.5 * all;
        let share = (count + usual * before) / (all + usual);
        model
            .stems
            .insert((lexeme, role), share.ln() - model.parts[role]);
    }
    for ((lexeme, group), [without, with]) in pronouns {
        let [no, yes] = usual[&group];
        let before = yes / (no + yes);
        let share = (with + USUAL * before) / (without + with + USUAL);
        model
            .pronouns
            .insert((lexeme, group), (share / before).ln().min(0.0));
    }
}

fn lexeme(lexicon: &Lexicon, id: usize) -> Option<arabic_lexicon::Lexeme<'_>> {
    lexicon.lexeme(arabic_lexicon::LexemeId(u32::try_from(id).ok()?))
}

fn write(lexicon: &Lexicon, model: &Model, rare: &[bool]) -> Result<(), Box<dyn Error>> {
    let cost = |log: f64| (-8.0 * log).round();
    let mut features = String::new();
    for (part, log) in model.parts.iter().enumerate() {
        writeln!(
            features,
            "{}\t{}",
            weight::name(part),
            cost(*log).clamp(0.0, 120.0)
        )?;
    }
    let mut more: BTreeMap<u32, Vec<String>> = BTreeMap::new();
    for ((lexeme, role), log) in &model.stems {
        if cost(*log).abs() >= 4.0 {
            let name = weight::name(*role).replace(" role ", "-").to_lowercase();
            more.entry(*lexeme)
                .or_default()
                .push(format!("\t{name}={}", cost(*log)));
        }
    }
    for ((lexeme, group), log) in &model.pronouns {
        if cost(*log) >= 4.0 {
            let name = weight::name(group * (weight::PARTS / 8));
            let group = name.split(' ').next().unwrap_or_default();
            more.entry(*lexeme)
                .or_default()
                .push(format!("\t{group}-pronoun={}", cost(*log)));
        }
    }
    let mut rows = Vec::new();
    for (id, log) in model.lexemes.iter().enumerate() {
        let Some(lexeme) = lexeme(lexicon, id) else {
            continue;
        };
        let log = log + if rare[id] { RARE } else { 0.0 };
        let mut more = more.remove(&u32::try_from(id)?).unwrap_or_default();
        more.sort();
        rows.push(format!(
            "{}\t{}{}\t{}{}\n",
            lexeme.lemma,
            lexeme.class,
            if lexeme.is_second { "+" } else { "" },
            cost(log),
            more.concat()
        ));
    }
    rows.sort();
    fs::write("weights/features.tsv", features)?;
    fs::write("weights/lexemes.tsv", rows.concat())?;
    Ok(())
}
