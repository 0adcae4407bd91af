//! Near-duplicates: whether two texts are copies, one piece of news in nearly the same words.
//!
//! Most of both must agree, word for word and in order; and what stands in one where the other has something
//! else may be worded otherwise, but not say other numbers, days or names. So a story that another paper
//! prints with a new headline, a paragraph less and other verbs is a copy; two bulletins of one office, made
//! by a template, are two pieces of news however alike they are. There is no lexicon to tell names by: one
//! that follows a title or a kind of place (`رئيس`, `محافظة`), or that stands in the headline, is a name;
//! else many words that differ tell a template from an edit. What two papers print within a few days is more likely
//! one piece of news: editors may have done more to it, and one number in a hundred words be a slip.

mod alignment;
mod day;
mod figure;
mod notation;
mod number_change;
mod spelling;
mod substitution;
mod text;
mod word_list;

use rustc_hash::FxHashSet;

use alignment::{Alignment, Substitution};
use day::days_differ;
use substitution::{Edit, Verdict};
pub use text::ComparedText;
use word_list::{is_no_day, is_today, makes_any_day};

/// The share of its words that each of two copies has in common with the other, at least.
const LEAST_SHARE: f64 = 0.6;

/// The same for texts of which each says `today` in the same place, and means another day: that is news of
/// another day, unless somebody printed it again as it was.
const LEAST_SHARE_OF_THE_DAY: f64 = 0.85;

/// The same for texts that are known to be of other days, as part of a story may be the background of the next.
const LEAST_SHARE_OF_OTHER_DAYS: f64 = 0.7;

/// Bulletins, which say what is today, are not longer; a long text says the word in passing.
const LONGEST_OF_THE_DAY: usize = 250;

/// Words in common for each further word in the place of another that is taken for an edit, besides the first.
const WORDS_PER_EDIT: usize = 33;

/// The same for texts of the same days.
const WORDS_PER_EDIT_OF_THE_DAYS: usize = 20;

/// Words in common for each slip that is forgiven in texts of the same days.
const WORDS_PER_SLIP: usize = 100;

/// Papers print one piece of news within so many days.
const DAYS: i32 = 3;

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
    if share(a.len().min(b.len()), longer) < LEAST_SHARE
        || share(a.most_in_common(b), longer) < LEAST_SHARE
        || days_differ(&a.title(), &b.title())
    {
        return false;
    }
    let alignment = Alignment::new(&a.hashes, &b.hashes);
    let mut common = alignment.common;
    let mut substitutions = alignment.substitutions();
    if share(common, longer) < LEAST_SHARE {
        let (moved, in_moved) = alignment.moved(&a.hashes, &b.hashes);
        common += moved;
        substitutions.extend(in_moved);
    }
    let are_bulletins = longer <= LONGEST_OF_THE_DAY && is_of_the_day(a, &alignment);
    let days = days_between(a, b);
    let least_share = if are_bulletins && a.published != b.published {
        LEAST_SHARE_OF_THE_DAY
    } else if days.is_some_and(|days| days > DAYS) {
        LEAST_SHARE_OF_OTHER_DAYS
    } else {
        LEAST_SHARE
    };
    let is_one_event = days.is_some_and(|days| days <= DAYS) && !are_bulletins;
    share(common, longer) >= least_share
        && differ_in_wording_only(a, b, &substitutions, Tolerance::new(is_one_event, common))
}

/// The days between the publication of two texts, if that is known of both.
fn days_between(a: &ComparedText, b: &ComparedText) -> Option<i32> {
    Some((a.published? - b.published?).get_days().abs())
}

/// How much may differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Tolerance {
    /// So many words may stand in the place of others.
    edits: usize,
    /// So many slips are forgiven.
    slips: usize,
}

impl Tolerance {
    /// For texts with so many words in common. Those of the same days, which are likely to be of one event, may differ
    /// more; not so bulletins, of which there are several a day, for other hours and regions.
    fn new(is_one_event: bool, common: usize) -> Self {
        if is_one_event {
            Self {
                edits: 1 + common / WORDS_PER_EDIT_OF_THE_DAYS,
                slips: common / WORDS_PER_SLIP,
            }
        } else {
            Self {
                edits: 1 + common / WORDS_PER_EDIT,
                slips: 0,
            }
        }
    }
}

/// Whether a word that both texts have, of which `a` is the first, says that they are of the day on which
/// they are printed.
fn is_of_the_day(a: &ComparedText, alignment: &Alignment) -> bool {
    (0..a.len()).any(|place| {
        let makes_any_day = |before| makes_any_day(a.word(before));
        is_today(a.word(place))
            && alignment.is_common(place)
            && !place.checked_sub(1).is_some_and(makes_any_day)
            && !(place + 1 < a.len() && is_no_day(a.word(place + 1)))
    })
}

/// Whether what differs between two texts is wording.
fn differ_in_wording_only(
    a: &ComparedText,
    b: &ComparedText,
    substitutions: &[Substitution],
    tolerance: Tolerance,
) -> bool {
    let mut edits = FxHashSet::default();
    let mut slips = 0;
    for Substitution { a: ours, b: theirs } in substitutions {
        match substitution::verdict((a, ours.clone()), (b, theirs.clone())) {
            Verdict::Same => {}
            Verdict::Edit(edit) => {
                edits.insert(edit);
            }
            Verdict::Slip => slips += 1,
            Verdict::OtherNews => return false,
        }
        if slips > tolerance.slips {
            return false;
        }
    }
    // An editor who exchanges a word does so throughout.
    let words: usize = edits.iter().map(Edit::len).sum();
    words <= tolerance.edits
}

#[allow(clippy::cast_precision_loss)] // numbers of words
fn share(part: usize, whole: usize) -> f64 {
    part as f64 / whole as f64
}

#[cfg(test)]
mod tests;
