//! Readings: what the lexicon takes the words of a vocabulary for, so that it need not be asked again.

use rustc_hash::FxHashMap;

use super::layer::Layer;
use arabic_lexicon::{LexemeId, Lexicon};

/// The lexemes of a word, each once, the likeliest first, with the byte length of the proclitics that it leaves.
pub(super) type Lexemes = Vec<(LexemeId, usize)>;

/// The lexemes of some written words, none for words that the lexicon does not know; by default, of no words.
#[derive(Default)]
pub(super) struct Readings(FxHashMap<String, Lexemes>);

impl Readings {
    /// Those of the words of `layer`.
    pub fn of(layer: &Layer) -> Self {
        let mut all: FxHashMap<String, Lexemes> = FxHashMap::default();
        layer.by_fold.each(|_, words| {
            all.extend(
                words
                    .into_iter()
                    .map(|word| (word.form.into_owned(), Vec::new())),
            );
        });
        layer.by_lexeme.each(|key, words| {
            let Ok(lexeme) = key.try_into().map(u32::from_be_bytes).map(LexemeId) else {
                return;
            };
            for word in words {
                let Some(lexemes) = all.get_mut(&*word.form) else {
                    continue;
                };
                lexemes.push((lexeme, word.proclitics));
                if word.flag {
                    lexemes.rotate_right(1); // the likeliest
                }
            }
        });
        Self(all)
    }

    /// Those of `form`, of which `lexicon` is asked if need be.
    pub fn get(&self, form: &str, lexicon: &Lexicon) -> Lexemes {
        let read = || {
            let readings = lexicon.analyze(form).into_iter();
            readings.map(|it| (it.lexeme, it.proclitics)).collect()
        };
        self.0.get(form).cloned().unwrap_or_else(read)
    }
}
