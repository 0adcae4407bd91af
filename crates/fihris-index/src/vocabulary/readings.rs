//! Readings: the lexemes that a written word is taken for.

use arabic_lexicon::{Analysis, Lexicon};

/// The readings of `form` that are meant as a rule; none if the lexicon does not know it.
#[must_use]
pub fn readings(lexicon: &Lexicon, form: &str) -> Vec<Analysis> {
    let mut readings = lexicon.analyze(form);
    let is_rare = |reading: &Analysis| {
        let lexeme = lexicon.lexeme(reading.lexeme);
        lexeme.is_some_and(|lexeme| lexeme.is_rare)
    };
    if readings.iter().any(|reading| !is_rare(reading)) {
        readings.retain(|reading| !is_rare(reading));
    }
    readings
}
