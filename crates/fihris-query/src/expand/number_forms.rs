//! The words of numbers that a corpus holds, and those beside which they are part of another number.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use crate::expansion::Neighbours;
use arabic_text::numbers::Writing;
use fihris_index::{TermEntry, Vocabulary};

/// What may stand before the first word of a number.
const PROCLITICS: [&str; 16] = [
    "", "و", "ف", "ب", "ل", "ك", "وب", "ول", "ال", "وال", "بال", "وبال", "لل", "ولل", "كال", "فال",
];

/// Words that are others with the article: Monday is `الاثنين`, and `بالمئة` and `في المئة` count in hundredths.
const WITHOUT_ARTICLE: [&str; 4] = ["اثنين", "ميه", "مايه", "ماه"];

/// The most digits of a part of another number: `50` of `50 ألف`.
const MAX_DIGITS: usize = 3;

/// Looks words up, each once.
pub(super) struct NumberForms<'a> {
    vocabulary: &'a Vocabulary,
    /// By the folded word, and whether proclitics may stand before it.
    known: HashMap<(String, bool), Vec<TermEntry>>,
    digits: Option<Vec<String>>,
}

impl<'a> NumberForms<'a> {
    pub fn new(vocabulary: &'a Vocabulary) -> Self {
        Self {
            vocabulary,
            known: HashMap::new(),
            digits: None,
        }
    }

    /// The words of the corpus that fold to `word`, or to it behind proclitics if it stands first; digits have none.
    pub fn attested(&mut self, word: &str, is_first: bool) -> Vec<TermEntry> {
        let has_proclitics = is_first && word.starts_with(char::is_alphabetic);
        let key = (word.to_string(), has_proclitics);
        if let Some(known) = self.known.get(&key) {
            return known.clone();
        }
        let found: Vec<TermEntry> = if has_proclitics {
            let wanted = PROCLITICS.iter();
            let may_be_definite = !WITHOUT_ARTICLE.contains(&word);
            let wanted = wanted.filter(|it| may_be_definite || !it.ends_with('ل'));
            let spellings = wanted.map(|it| self.vocabulary.spellings(&[it, word].concat()));
            spellings.flatten().collect()
        } else {
            self.vocabulary.spellings(word)
        };
        self.known.insert(key, found.clone());
        found
    }

    /// The words beside which a writing is part of another number.
    pub fn neighbours(&mut self, writing: &Writing) -> Option<Arc<Neighbours>> {
        let mut before = self.forms(&writing.not_behind, true);
        let mut behind = self.forms(&writing.not_before, false);
        if writing.not_behind_digits {
            before.extend_from_slice(self.digits());
        }
        if writing.not_before_digits {
            behind.extend_from_slice(self.digits());
        }
        let is_any = !before.is_empty() || !behind.is_empty();
        is_any.then(|| Arc::new(Neighbours { before, behind }))
    }

    fn forms(&mut self, words: &[String], has_proclitics: bool) -> Vec<String> {
        let forms = words
            .iter()
            .flat_map(|word| self.attested(word, has_proclitics));
        let forms: HashSet<String> = forms.map(|entry| entry.form).collect();
        let mut forms: Vec<String> = forms.into_iter().collect();
        forms.sort_unstable();
        forms
    }

    /// The digits of the corpus that may be a part of another number.
    fn digits(&mut self) -> &[String] {
        let vocabulary = self.vocabulary;
        self.digits.get_or_insert_with(|| {
            let is_part = |form: &str, _| {
                let whole = form.split('.').next().unwrap_or(form);
                let is_number = form.bytes().all(|it| it.is_ascii_digit() || it == b'.');
                is_number && whole.len() <= MAX_DIGITS
            };
            let firsts = ('0'..='9').map(|first| first.to_string());
            let found = firsts.flat_map(|first| vocabulary.filter(&first, is_part));
            found.map(|entry| entry.form).collect()
        })
    }
}
