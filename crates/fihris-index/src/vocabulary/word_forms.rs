//! Word forms: all words of a vocabulary, those that are forms of one word together.

use rayon::prelude::*;

use super::TermEntry;
use arabic_text::fold;

/// All words, each given by its forms; by default, none.
#[derive(Default)]
pub struct WordForms {
    /// Those of a word are side by side.
    forms: Vec<TermEntry>,
    /// Where those of each word end.
    ends: Vec<usize>,
}

impl WordForms {
    /// Adds a word, if it has any form.
    pub(super) fn add(&mut self, forms: impl Iterator<Item = TermEntry>) {
        self.forms.extend(forms);
        if self.ends.last().copied().unwrap_or_default() < self.forms.len() {
            self.ends.push(self.forms.len());
        }
    }

    /// Adds words by what is left of their forms without proclitics.
    pub(super) fn add_by_base(&mut self, forms: Vec<TermEntry>) {
        // Most have none, and are in order already: what is to be sorted is small.
        let (plain, others): (Vec<TermEntry>, Vec<TermEntry>) =
            forms.into_par_iter().partition(|form| form.proclitics == 0);
        let [plain, others] = [plain, others].map(in_order);
        let (mut plain, mut others) = (plain.into_iter().peekable(), others.into_iter().peekable());
        let mut last = None;
        loop {
            let next = match (plain.peek(), others.peek()) {
                (Some((a, _)), Some((b, _))) if b < a => others.next(),
                (Some(_), _) => plain.next(),
                (None, _) => others.next(),
            };
            let Some((base, form)) = next else {
                break;
            };
            if last.as_ref() != Some(&base) {
                self.ends.push(self.forms.len());
            }
            self.forms.push(form);
            last = Some(base);
        }
        self.ends.push(self.forms.len());
        self.ends.dedup();
    }

    /// The words, in no order; each has a form.
    pub fn iter(&self) -> impl Iterator<Item = &[TermEntry]> {
        (0..self.ends.len()).map(|word| self.word(word))
    }

    /// The same for several threads.
    #[must_use]
    pub fn par_iter(&self) -> impl ParallelIterator<Item = &[TermEntry]> {
        (0..self.ends.len())
            .into_par_iter()
            .map(|word| self.word(word))
    }

    fn word(&self, word: usize) -> &[TermEntry] {
        let start = word.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.forms[start..self.ends[word]]
    }
}

/// These forms by what is left of each without proclitics, with what that is.
fn in_order(forms: Vec<TermEntry>) -> Vec<(String, TermEntry)> {
    let bases = forms.into_par_iter().map(|form| (fold(form.base()), form));
    let mut bases: Vec<(String, TermEntry)> = bases.collect();
    if !bases.is_sorted_by(|(a, _), (b, _)| a <= b) {
        bases.par_sort_by(|(a, _), (b, _)| a.cmp(b));
    }
    bases
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_one_word_are_together_and_no_word_is_without() {
        let entry = |form: &str, proclitics| TermEntry {
            form: form.to_string(),
            articles: 1,
            proclitics,
            is_known: false,
        };
        let mut words = WordForms::default();
        words.add(std::iter::empty());
        words.add([entry("كتاب", 0), entry("والكتاب", 6)].into_iter());
        words.add(std::iter::empty());
        words.add_by_base(Vec::new());
        words.add_by_base(vec![
            entry("أوباما", 0),
            entry("بوتين", 0),
            entry("وأوباما", 2),
        ]);
        let shown = |word: &[TermEntry]| {
            let forms: Vec<&str> = word.iter().map(|form| &*form.form).collect();
            forms.join(" ")
        };
        let all: Vec<String> = words.iter().map(shown).collect();
        assert_eq!(all, ["كتاب والكتاب", "أوباما وأوباما", "بوتين"]);
        assert_eq!(words.par_iter().map(shown).collect::<Vec<_>>(), all);
    }
}
