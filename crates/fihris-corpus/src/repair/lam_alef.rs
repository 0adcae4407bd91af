//! Lam-alef: the ligature taken apart in the wrong order, as `األمم` for `الأمم`, and `هللا` for `الله`.
//!
//! Every `لا` of such a text became `ال`, which the article is, too: the likelier word is taken.

use std::borrow::Cow;

use arabic_text::words::written_words;

use super::known::{any_cost, cost, is_arabic, written};

/// The most places in a word that are looked at.
const MOST_PLACES: usize = 4;

/// So much less a word costs at least for being taken where it is one as it stands.
const MARGIN: u32 = 10;

/// `text` with its lam-alefs in order, and how many words changed; `None` where none did.
pub(super) fn repair(text: &str) -> Option<(String, usize)> {
    // Is it all of the text, or only some word of it?
    let mut wrong = 0;
    let mut right = 0;
    for word in written_words(text) {
        wrong += usize::from(is_wrong(&word.form) && certain(&word.form).is_some());
        right += usize::from(has_lam_alef(&word.form));
    }
    if wrong == 0 {
        return None;
    }
    let is_whole = right * 5 <= wrong;
    let mut count = 0;
    let repaired = replaced(text, |word| {
        let better = if is_whole {
            likelier(word)
        } else {
            certain(word)
        };
        count += usize::from(better.is_some());
        better
    });
    Some((repaired.into_owned(), count))
}

/// `text` with each word as it is likelier, in order or not.
pub(super) fn likeliest(text: &str) -> Cow<'_, str> {
    replaced(text, likelier)
}

/// `text` with what `better` has for its words.
fn replaced(text: &str, mut better: impl FnMut(&str) -> Option<String>) -> Cow<'_, str> {
    let mut repaired = String::new();
    let mut at = 0;
    for word in written_words(text) {
        if is_arabic(&word.form)
            && let Some(better) = better(&word.form)
        {
            repaired.push_str(&text[at..word.range.start]);
            repaired.push_str(&better);
            at = word.range.end;
        }
    }
    if at == 0 {
        return text.into();
    }
    repaired.push_str(&text[at..]);
    repaired.into()
}

/// Whether no word is written so.
fn is_wrong(word: &str) -> bool {
    ["اأ", "اإ", "اآ"].iter().any(|pair| word.contains(pair))
        || word.starts_with("اال")
        || word.ends_with("هللا")
        || word.ends_with("اهلل")
}

fn has_lam_alef(word: &str) -> bool {
    ["لا", "لأ", "لإ", "لآ"].iter().any(|pair| word.contains(pair)) && !word.ends_with("هللا")
}

/// The word that `word` is without doubt: it is none as it stands.
fn certain(word: &str) -> Option<String> {
    if cost(word).is_some() && !is_wrong(word) {
        return None;
    }
    let better = best(word)?;
    cost(&better).map(|_| better)
}

/// The word that `word` rather is in a text that is damaged throughout.
fn likelier(word: &str) -> Option<String> {
    let better = best(word)?;
    let (before, after) = (cost(word), cost(&better));
    match (before, after) {
        (_, None) => is_wrong(word).then_some(better),
        (None, Some(_)) => Some(better),
        (Some(before), Some(after)) => (after + MARGIN < before).then_some(better),
    }
}

/// The likeliest of the words that other orders make of `word`.
fn best(word: &str) -> Option<String> {
    let of_god = |ending: &str, god: &str| Some(word.strip_suffix(ending)?.to_string() + god);
    if let Some(god) = of_god("هللا", "الله").or_else(|| of_god("اهلل", "الله")) {
        return Some(god);
    }
    if matches!(word, "هلل" | "وهلل") {
        return Some(word.replace("هلل", "لله"));
    }
    let letters: Vec<char> = written(word).chars().collect();
    let is_place =
        |at: &usize| matches!(letters[*at], 'ا' | 'أ' | 'إ' | 'آ') && letters[*at + 1] == 'ل';
    let places: Vec<usize> = (0..letters.len().saturating_sub(1))
        .filter(is_place)
        .collect();
    if places.is_empty() {
        return None;
    }
    let places = &places[..places.len().min(MOST_PLACES)];
    let other = |chosen: usize| {
        let mut letters = letters.clone();
        for (number, &at) in places.iter().enumerate() {
            if chosen >> number & 1 == 1 {
                letters.swap(at, at + 1);
            }
        }
        letters.into_iter().collect::<String>()
    };
    let others = (1..1_usize << places.len()).map(other);
    others.min_by_key(|word| any_cost(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_put_in_order() {
        let text = "أصدرت األمم المتحدة تقريرا عن األوضاع االجتماعية في اإلسكندرية، وقال عبد هللا إن البرنامج خالل هذا العام \
                    لألطفال اآلن، ال غير، وإال فالسالم على القاهرة.";
        let expected = "أصدرت الأمم المتحدة تقريرا عن الأوضاع الاجتماعية في الإسكندرية، وقال عبد الله إن البرنامج خلال هذا العام \
                    للأطفال الآن، لا غير، وإلا فالسلام على القاهرة.";
        assert_eq!(repair(text), Some((expected.into(), 11)));
        assert_eq!(repair(expected), None);
    }

    #[test]
    fn a_slip_in_a_sound_text_is_one_word() {
        let text = "وقال سالم إن األمم المتحدة لا ترى خلال الأزمة غير السلام والأمن للأطفال.";
        let (repaired, count) = repair(text).unwrap();
        assert_eq!((repaired, count), (text.replace("األمم", "الأمم"), 1));
    }
}
