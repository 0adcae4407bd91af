//! Names: what is written onto words that no lexicon knows.
//!
//! Such a word is a name or a loan word. It carries conjunctions, prepositions and the article where the corpus
//! has it without them as well, and nothing is ever taken off its end.

use arabic_text::stem::PROCLITICS;

/// A shorter word, in letters, remains by chance.
const MIN_LETTERS: usize = 3;

/// The byte length of the proclitics of `form`, a word that is in no lexicon and stands in `articles` articles;
/// `frequency` is in how many another unknown word stands, as it is written.
pub(super) fn proclitics(form: &str, articles: u32, frequency: impl Fn(&str) -> u32) -> usize {
    let is_proclitic = |letters: &str, ratio: u32| {
        let Some(rest) = form.strip_prefix(letters) else {
            return false;
        };
        if rest.chars().count() < MIN_LETTERS {
            return false;
        }
        let frequency = frequency(rest);
        frequency > 0 && articles <= frequency.saturating_mul(ratio)
    };
    let found = PROCLITICS
        .iter()
        .filter(|proclitic| takes_names(proclitic.letters))
        .find(|proclitic| is_proclitic(proclitic.letters, proclitic.max_frequency_ratio));
    found.map_or(0, |proclitic| proclitic.letters.len())
}

/// Whether names and loan words stand behind these letters: all proclitics but the future `س`.
fn takes_names(letters: &str) -> bool {
    !letters.ends_with('س')
}

/// What may stand before a name; nothing is the last.
pub fn name_proclitics() -> impl Iterator<Item = &'static str> {
    let letters = PROCLITICS.iter().map(|proclitic| proclitic.letters);
    letters.filter(|letters| takes_names(letters)).chain([""])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_attested_without_it_carries_it() {
        let table = [
            ("وأوباما", 60, "أوباما", 100, "و"),
            ("وأوباما", 60, "أوباما", 2, ""),
            ("بالكوليسترول", 3, "كوليسترول", 1, "بال"),
            ("برن", 3, "رن", 10, ""),
            ("ريهانا", 9, "ريهان", 10, ""),
            ("سيبيا", 1, "يبيا", 10, ""),
        ];
        for (form, articles, other, times, carried) in table {
            let length = proclitics(form, articles, |rest| u32::from(rest == other) * times);
            assert_eq!(&form[..length], carried, "{form}");
        }
    }
}
