//! The tokens of arabic-text beside those of tantivy's own analyzer, Snowball and charabia, on Arabic texts.
//!
//! `cargo run --manifest-path crates/arabic-text/compare/Cargo.toml -- seeds/*.txt` prints the tables of the
//! README. The unit is a written word: what stands between spaces, without marks of punctuation, all of Arabic
//! letters. Two different written words should have one key if they have one lemma, and else two keys; only
//! words count of which `arabic-lexicon` knows exactly one lemma. Recall is the share of the pairs of one lemma that
//! have one key, precision the share of the pairs of one key that have one lemma.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::{env, fs};

use arabic_lexicon::Lexicon;
use arabic_text::stem::analyze_stem;
use arabic_text::tokenizer::{ArabicTokenizer, LightStemFilter};
use arabic_text::{fold, words};
use charabia::Tokenize;
use rust_stemmers::{Algorithm, Stemmer};
use tantivy::tokenizer::{SimpleTokenizer, TextAnalyzer, TokenStream};

/// What an analyzer makes of a written word: its tokens, with a space between.
type Analyze = Box<dyn FnMut(&str) -> String>;

/// All of the seeds.
const EXAMPLES: [&str; 11] = [
    "القوات",
    "قواتها",
    "بوتين",
    "لبنان",
    "باكو",
    "بيان",
    "وزير",
    "الوزراء",
    "وزارة",
    "وقفٍ",
    "تمّ",
];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let texts: Vec<String> = env::args()
        .skip(1)
        .map(fs::read_to_string)
        .collect::<Result<_, _>>()?;
    let written: BTreeSet<&str> = texts.iter().flat_map(|text| written_words(text)).collect();
    let lemmas = lemmas(&written);
    println!(
        "{} texts, {} different written words, {} with one lemma\n",
        texts.len(),
        written.len(),
        lemmas.len()
    );

    let mut analyzers = analyzers(&texts);
    println!("| analyzer | keys | recall | precision |\n|---|---|---|---|");
    for (name, analyze) in &mut analyzers {
        let keys: HashSet<String> = written.iter().map(|word| analyze(word)).collect();
        let score = score(&lemmas, analyze);
        println!(
            "| {name} | {} | {} | {} |",
            keys.len(),
            percent(score.found, score.pairs),
            percent(score.found, score.merged)
        );
    }

    let names: Vec<&str> = analyzers.iter().map(|(name, _)| *name).collect();
    println!(
        "\n| word | {} |\n|---|{}",
        names.join(" | "),
        "---|".repeat(names.len())
    );
    for word in EXAMPLES {
        let cells: Vec<String> = analyzers.iter_mut().map(|(_, f)| f(word)).collect();
        println!("| {word} | {} |", cells.join(" | "));
    }
    Ok(())
}

fn written_words(text: &str) -> impl Iterator<Item = &str> {
    let is_arabic = |c: char| matches!(c, '\u{0620}'..='\u{0652}' | '\u{0670}');
    text.split_whitespace()
        .map(move |chunk| chunk.trim_matches(|c| !is_arabic(c)))
        .filter(move |word| word.chars().count() > 1 && word.chars().all(is_arabic))
}

/// The lemma of each word that has one only.
fn lemmas<'a>(written: &BTreeSet<&'a str>) -> BTreeMap<&'a str, String> {
    let lexicon = Lexicon::built_in();
    let lemma = |word: &&'a str| match lexicon.lemmas(word)[..] {
        [only] => Some((*word, only.to_string())),
        _ => None,
    };
    written.iter().filter_map(lemma).collect()
}

fn analyzers(texts: &[String]) -> Vec<(&'static str, Analyze)> {
    let tokens = |mut analyzer: TextAnalyzer| -> Analyze {
        Box::new(move |word| {
            let mut tokens = Vec::new();
            let mut stream = analyzer.token_stream(word);
            stream.process(&mut |token| tokens.push(token.text.clone()));
            tokens.join(" ")
        })
    };
    let snowball = Stemmer::create(Algorithm::Arabic);
    let mut simple = tokens(TextAnalyzer::from(SimpleTokenizer::default()));
    let doc_freqs = doc_freqs(texts);
    vec![
        (
            "tantivy default",
            tokens(TextAnalyzer::from(SimpleTokenizer::default())),
        ),
        (
            "Snowball",
            Box::new(move |word| {
                let tokens = simple(word);
                let stems: Vec<_> = tokens
                    .split(' ')
                    .map(|token| snowball.stem(token))
                    .collect();
                stems.join(" ")
            }),
        ),
        (
            "charabia",
            Box::new(|word| {
                let tokens = word.tokenize().filter(charabia::Token::is_word);
                let lemmas: Vec<String> = tokens.map(|token| token.lemma().to_string()).collect();
                lemmas.join(" ")
            }),
        ),
        (
            "`ArabicTokenizer`",
            tokens(TextAnalyzer::from(ArabicTokenizer)),
        ),
        (
            "with `LightStemFilter`",
            tokens(
                TextAnalyzer::builder(ArabicTokenizer)
                    .filter(LightStemFilter)
                    .build(),
            ),
        ),
        (
            "`analyze_stem`",
            Box::new(move |word| analyze_stem(&fold(word), &doc_freqs).stem),
        ),
    ]
}

/// In how many of the texts each folded word stands.
fn doc_freqs(texts: &[String]) -> HashMap<String, u32> {
    let mut doc_freqs = HashMap::new();
    for text in texts {
        let forms: HashSet<String> = words(text).map(|word| word.form).collect();
        for form in forms {
            *doc_freqs.entry(form).or_default() += 1;
        }
    }
    doc_freqs
}

/// Pairs of different written words.
#[derive(Default)]
struct Score {
    /// Of one lemma.
    pairs: usize,
    /// Of one key.
    merged: usize,
    /// Of one lemma and one key.
    found: usize,
}

fn score(lemmas: &BTreeMap<&str, String>, analyze: &mut Analyze) -> Score {
    // A search for a word also finds it after an article that is a token of its own.
    let key = |tokens: String| {
        tokens
            .strip_prefix("ال ")
            .map(str::to_string)
            .unwrap_or(tokens)
    };
    let keyed: Vec<(String, &String)> = lemmas
        .iter()
        .map(|(word, lemma)| (key(analyze(word)), lemma))
        .collect();
    let mut score = Score::default();
    for (i, (key, lemma)) in keyed.iter().enumerate() {
        for (other_key, other_lemma) in &keyed[i + 1..] {
            score.pairs += usize::from(lemma == other_lemma);
            score.merged += usize::from(key == other_key);
            score.found += usize::from(key == other_key && lemma == other_lemma);
        }
    }
    score
}

fn percent(part: usize, whole: usize) -> String {
    format!("{} % of {whole}", (part * 100 + whole / 2) / whole.max(1))
}
