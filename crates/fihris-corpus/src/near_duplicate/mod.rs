//! Near-duplicates: whether two texts are copies, one piece of news in nearly the same words.
//!
//! Most of both must agree, word for word and in order; and what stands in one where the other has something
//! else may be worded otherwise, but not say other numbers, days or names. So a story that another paper
//! prints with a new headline, a paragraph less and other verbs is a copy; two bulletins of one office, made
//! by a template, are two pieces of news however alike they are. There is no lexicon to tell names by: one
//! that follows a title or a kind of place (`رئيس`, `محافظة`), or that stands in the headline, is a name;
//! else many words that differ tell a template from an edit.

mod figure;
mod substitution;
mod text;
mod word_list;

use imara_diff::{Algorithm, Diff, InternedInput};

use rustc_hash::FxHashSet;

use figure::days_differ;
use substitution::{Edit, Substitution, Verdict, substitutions};
pub use text::ComparedText;
use word_list::{is_no_day, is_today};

/// The share of its words that each of two copies has in common with the other, at least.
const LEAST_SHARE: f64 = 0.6;

/// The same for texts of which each says `today` in the same place, and means another day: that is news of
/// another day, unless somebody printed it again as it was.
const LEAST_SHARE_OF_THE_DAY: f64 = 0.85;

/// Words in common for each further word in the place of another that is taken for an edit, besides the first.
const WORDS_PER_EDIT: usize = 33;

/// Whether two texts are copies of each other. The same both ways.
///
/// ```
/// use fihris_corpus::near_duplicate::{ComparedText, are_near_duplicates};
/// let report = |place: &str, verb: &str| {
///     let text = format!("{verb} الشرطة في محافظة {place} أمس على رجل سرق سيارة من أمام منزل صاحبها");
///     ComparedText::from_parts("", [&*text])
/// };
/// let first = report("جدة", "قبضت");
/// assert!(are_near_duplicates(&first, &report("جدة", "ألقت القبض")));
/// assert!(!are_near_duplicates(&first, &report("بريدة", "قبضت")));
/// ```
#[must_use]
pub fn are_near_duplicates(a: &ComparedText, b: &ComparedText) -> bool {
    // What is aligned with what may depend on which text comes first.
    let (a, b) = if a.hashes <= b.hashes { (a, b) } else { (b, a) };
    let longer = a.len().max(b.len());
    if a.hashes == b.hashes {
        return longer > 0;
    }
    if share(a.len().min(b.len()), longer) < LEAST_SHARE || days_differ(&a.title(), &b.title()) {
        return false;
    }
    let mut input = InternedInput::default();
    input.update_before(a.hashes.iter().copied());
    input.update_after(b.hashes.iter().copied());
    let diff = Diff::compute(Algorithm::Myers, &input);
    let common = a.len() - diff.count_removals() as usize;
    let least_share = if a.published != b.published && is_of_the_day(a, &diff) {
        LEAST_SHARE_OF_THE_DAY
    } else {
        LEAST_SHARE
    };
    share(common, longer) >= least_share && differ_in_wording_only(a, b, &diff, common)
}

/// Whether a word that both texts have, of which `a` is the first, says that they are of the day on which
/// they are printed.
fn is_of_the_day(a: &ComparedText, diff: &Diff) -> bool {
    let removed = |place: usize| u32::try_from(place).is_ok_and(|place| diff.is_removed(place));
    let mut common = (0..a.len()).filter(|place| !removed(*place));
    common.any(|place| {
        let behind = place + 1;
        is_today(a.word(place)) && !(behind < a.len() && is_no_day(a.word(behind)))
    })
}

/// Whether what differs between two texts, which have so many words in common, is wording.
fn differ_in_wording_only(a: &ComparedText, b: &ComparedText, diff: &Diff, common: usize) -> bool {
    let mut edits = FxHashSet::default();
    for Substitution { a: ours, b: theirs } in substitutions(diff) {
        match substitution::verdict((a, ours), (b, theirs)) {
            Verdict::Same => {}
            Verdict::Edit(edit) => {
                edits.insert(edit);
            }
            Verdict::OtherNews => return false,
        }
    }
    // An editor who exchanges a word does so throughout.
    let words: usize = edits.iter().map(Edit::len).sum();
    words <= 1 + common / WORDS_PER_EDIT
}

#[allow(clippy::cast_precision_loss)] // numbers of words
fn share(part: usize, whole: usize) -> f64 {
    part as f64 / whole as f64
}

#[cfg(test)]
mod tests;
