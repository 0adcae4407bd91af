//! The readings of every form of a vocabulary: `dump VOCABULARY`, a form a line.

use std::{env, error::Error, fs};

use arabic_lexicon::Lexicon;

fn main() -> Result<(), Box<dyn Error>> {
    let lexicon = Lexicon::built_in();
    let vocabulary = env::args().nth(1).ok_or("which vocabulary?")?;
    for line in fs::read_to_string(vocabulary)?.lines() {
        let form = line.split('\t').next().unwrap_or_default();
        let readings: Vec<String> = lexicon
            .analyze(form)
            .iter()
            .filter_map(|analysis| {
                let lexeme = lexicon.lexeme(analysis.lexeme)?;
                let rare = if lexeme.is_rare { "!" } else { "" };
                let class = format!("{:?}", lexeme.class).replace([' ', ':'], "");
                Some(format!(
                    "{}:{}:{class}{rare}:{}:{:?}:{}:{}:{}",
                    analysis.lexeme.0,
                    lexeme.lemma,
                    analysis.slips,
                    analysis.kind,
                    &form[..analysis.proclitics],
                    &form[analysis.stem_end..],
                    analysis.cost
                ))
            })
            .collect();
        println!("{form}\t{}", readings.join(" "));
    }
    Ok(())
}
