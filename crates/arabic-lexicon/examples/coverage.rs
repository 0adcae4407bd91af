//! How much of a vocabulary the lexicon explains.
//!
//! `coverage VOCABULARY [COUNT]`: a line is a form and how often it stands, parted by a tab. Prints the share
//! of running words and of forms that are explained, and the most frequent that are not.

use std::error::Error;
use std::time::Instant;
use std::{env, fs};

use arabic_lexicon::Lexicon;

fn main() -> Result<(), Box<dyn Error>> {
    let mut args = env::args().skip(1);
    let vocabulary = args.next().ok_or("which vocabulary?")?;
    let most: usize = args.next().map_or(Ok(50), |count| count.parse())?;
    let start = Instant::now();
    let lexicon = Lexicon::built_in();
    let readings = lexicon.analyze("والكتاب").len();
    eprintln!("opened in {:?}, {readings} readings", start.elapsed());
    let (mut words, mut forms) = ([0_u64; 2], [0_u64; 2]);
    let mut unknown = Vec::new();
    let vocabulary = fs::read_to_string(vocabulary)?;
    time(lexicon, &vocabulary);
    for line in vocabulary.lines() {
        let mut fields = line.split('\t');
        let (Some(form), Some(count)) = (fields.next(), fields.next()) else {
            continue;
        };
        let count: u64 = count.parse()?;
        let is_known = !lexicon.analyze(form).is_empty();
        words[usize::from(is_known)] += count;
        forms[usize::from(is_known)] += 1;
        if !is_known {
            unknown.push((count, form.to_string()));
        }
    }
    let share = |[no, yes]: [u64; 2]| {
        format!(
            "{yes} of {} ({} per mille)",
            no + yes,
            yes * 1000 / (no + yes).max(1)
        )
    };
    eprintln!(
        "{} lexemes; words {}; forms {}",
        lexicon.len(),
        share(words),
        share(forms)
    );
    unknown.sort_by(|a, b| b.cmp(a));
    for (count, form) in unknown.iter().take(most) {
        println!("{form}\t{count}");
    }
    Ok(())
}

/// How long a form takes.
fn time(lexicon: &Lexicon, vocabulary: &str) {
    let forms: Vec<&str> = vocabulary
        .lines()
        .filter_map(|line| line.split('\t').next())
        .collect();
    let start = Instant::now();
    let readings: usize = forms.iter().map(|form| lexicon.analyze(form).len()).sum();
    let each = start.elapsed() / u32::try_from(forms.len().max(1)).unwrap_or(u32::MAX);
    eprintln!("{} forms, {readings} readings, {each:?} each", forms.len());
}
