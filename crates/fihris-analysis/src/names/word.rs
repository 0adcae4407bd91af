//! What a word can be in a name, as far as the lexicon and the vocabulary of the index know.

use std::ops::Deref;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::cues::Cues;
use arabic_lexicon::Class;
use arabic_text::fold;
use arabic_text::stop_words::is_stop_word;
use fihris_index::Index;

/// So many words are remembered at once.
const MOST_REMEMBERED: usize = 100_000;

/// An unknown word with fewer letters is none to go by.
const LEAST_UNKNOWN: usize = 3;

/// What a word can be in a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// A name that parents give.
    Given,
    /// Another name that the lexicon knows: of a family, a place, an organisation.
    Name,
    /// In no lexicon.
    Unknown,
    /// A relative adjective with the article, as families are called: `العتيبي`.
    Nisba,
    /// Another word with the article.
    Definite,
    /// No part of a name.
    Other,
}

/// A word of a text; the same one elsewhere shares what is known of it.
#[derive(Clone, Debug)]
pub(super) struct NameWord(Arc<KnownWord>);

impl Deref for NameWord {
    type Target = KnownWord;

    fn deref(&self) -> &KnownWord {
        &self.0
    }
}

impl From<KnownWord> for NameWord {
    fn from(known: KnownWord) -> Self {
        Self(Arc::new(known))
    }
}

/// What is known of a word.
#[derive(Debug)]
pub(super) struct KnownWord {
    /// As it is written.
    pub form: String,
    /// The same without conjunctions and prepositions; the article stays.
    pub bare: String,
    /// The same folded.
    pub folded: String,
    /// What is written onto it.
    pub proclitics: String,
    pub role: Role,
    /// Whether one of its readings is a name that parents give, if not the likeliest.
    pub may_be_given: bool,
    pub cues: Cues,
}

impl NameWord {
    /// Whether nothing but the article is written onto it, so that it can go on a name.
    pub fn is_plain(&self) -> bool {
        self.proclitics.is_empty()
    }
}

/// Knows words by their written forms.
pub(super) struct Words<'a> {
    index: &'a Index,
    known: FxHashMap<String, NameWord>,
}

impl<'a> Words<'a> {
    pub fn new(index: &'a Index) -> Self {
        Self {
            index,
            known: FxHashMap::default(),
        }
    }

    /// What a written form is.
    pub fn get(&mut self, form: &str) -> NameWord {
        if let Some(known) = self.known.get(form) {
            return known.clone();
        }
        if self.known.len() >= MOST_REMEMBERED {
            self.known.clear();
        }
        let word = NameWord::from(look_up(self.index, form));
        self.known.insert(form.to_string(), word.clone());
        word
    }
}

fn look_up(index: &Index, form: &str) -> KnownWord {
    let lexicon = index.lexicon();
    let readings = lexicon.analyze(form);
    let lexemes = readings
        .iter()
        .filter_map(|reading| lexicon.lexeme(reading.lexeme));
    let may_be_given = lexemes.clone().any(|lexeme| lexeme.is_given_name);
    let best = readings.first().zip(lexemes.clone().next());
    let length = best.map_or_else(
        || {
            index
                .vocabulary()
                .get(form)
                .map_or(0, |entry| entry.proclitics)
        },
        |(reading, _)| reading.proclitics,
    );
    let (proclitics, bare) = apart(form, length);
    let is_definite = bare.starts_with("ال");
    let role = match best.map(|(_, lexeme)| lexeme) {
        _ if is_stop_word(&fold(form)) => Role::Other,
        Some(lexeme) if lexeme.is_given_name => Role::Given,
        Some(lexeme) => match lexeme.class {
            Class::Name => Role::Name,
            Class::Adjective if is_definite && bare.ends_with('ي') => Role::Nisba,
            Class::Noun | Class::Adjective if is_definite => Role::Definite,
            _ => Role::Other,
        },
        None if is_name_like(&bare) => Role::Unknown,
        None => Role::Other,
    };
    KnownWord {
        form: form.to_string(),
        folded: fold(&bare),
        cues: Cues::of(&bare),
        bare,
        proclitics,
        role,
        may_be_given,
    }
}

/// Whether an unknown word is long enough, and of Arabic letters.
fn is_name_like(bare: &str) -> bool {
    let is_letter = |c: char| c.is_alphabetic() && ('\u{0620}'..='\u{06FF}').contains(&c);
    bare.chars().count() >= LEAST_UNKNOWN && bare.chars().all(is_letter)
}

/// The conjunctions and prepositions of a word, and the rest with its article.
fn apart(form: &str, length: usize) -> (String, String) {
    let (before, rest) = form.split_at_checked(length).unwrap_or(("", form));
    if let Some(before) = before.strip_suffix("لل") {
        return (format!("{before}ل"), format!("ال{rest}"));
    }
    match before.strip_suffix("ال") {
        Some(before) => (before.to_string(), format!("ال{rest}")),
        None => (before.to_string(), rest.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::apart;

    #[test]
    fn the_article_stays_with_its_word() {
        for (form, length, proclitics, bare) in [
            ("وبالرياض", "وبال".len(), "وب", "الرياض"),
            ("للرياض", "لل".len(), "ل", "الرياض"),
            ("الشيخ", "ال".len(), "", "الشيخ"),
            ("لمحمد", "ل".len(), "ل", "محمد"),
            ("محمد", 0, "", "محمد"),
        ] {
            let expected = (proclitics.to_string(), bare.to_string());
            assert_eq!(apart(form, length), expected, "{form}");
        }
    }
}
