//! Patterns: which words in a row are a name, and what it is the name of.

use std::ops::Range;

use super::cues::{Cues, known_row};
use super::kind::NameKind;
use super::word::{NameWord, Role};
use arabic_text::stop_words::is_stop_word;
use arabic_text::variants::Variants;

/// The most words of a person's name, of titles before it, and of an organisation's name behind its head.
const LONGEST_NAME: usize = 6;
const MOST_TITLES: usize = 4;
const LONGEST_REST: usize = 3;

/// The most unknown words in a row that are one name.
const LONGEST_UNKNOWN: usize = 4;

/// A word alone with fewer letters is no name to go by.
const SHORTEST_NAME: usize = 3;

/// How sure a kind is: a sign by itself, one that tells much, and one that tells little.
const KNOWN: u32 = 8;
const SURE: u32 = 4;
const HINT: u32 = 1;

/// A name in a row of words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Mention {
    pub words: Range<usize>,
    /// What it is of, and how sure that is.
    pub sign: Option<(NameKind, u32)>,
    /// Whether it is an unknown word alone, which others must tell to be a name.
    pub is_lone: bool,
}

/// The names in `row`, words with nothing but spaces between, one after the other; `variants` lists names of several words.
pub(super) fn mentions(row: &[NameWord], variants: &Variants) -> Vec<Mention> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < row.len() {
        let mention = known(row, at)
            .or_else(|| organisation(row, at))
            .or_else(|| place(row, at))
            .or_else(|| titled(row, at))
            .or_else(|| person(row, at))
            .or_else(|| listed(row, at, variants))
            .or_else(|| unknown(row, at));
        match mention {
            Some(mention) => {
                at = mention.words.end;
                found.push(mention);
            }
            None => at += 1,
        }
    }
    found
}

fn surely(words: Range<usize>, kind: NameKind) -> Mention {
    Mention {
        words,
        sign: Some((kind, SURE)),
        is_lone: false,
    }
}

/// `قره باغ`: a name of several words that has other spellings.
fn listed(row: &[NameWord], at: usize, variants: &Variants) -> Option<Mention> {
    let first = &row[at];
    let lengths = variants
        .starting_with(&first.folded)
        .filter_map(|(group, i)| {
            let spelling: Vec<&str> = group.spellings[i].split(' ').collect();
            let words = row.get(at..at + spelling.len())?;
            let is_written_so = words.iter().map(|word| &*word.folded).eq(spelling);
            let is_part =
                |word: &NameWord| !word.cues.has(Cues::NO_NAME) && !is_stop_word(&word.folded);
            let is_name =
                |word: &NameWord| matches!(word.role, Role::Given | Role::Name | Role::Unknown);
            let is_there = words.len() > 1
                && is_written_so
                && words[1..].iter().all(NameWord::is_plain)
                && words.iter().all(is_part)
                && words.iter().any(is_name);
            is_there.then_some(words.len())
        });
    Some(Mention {
        words: at..at + lengths.max()?,
        sign: sign(row, at),
        is_lone: false,
    })
}

/// `المدينة المنورة`, `الأمم المتحدة`.
fn known(row: &[NameWord], at: usize) -> Option<Mention> {
    let first = &row[at].folded;
    let plain = row[at + 1..].iter().take_while(|word| word.is_plain());
    let words = std::iter::once(&row[at]).chain(plain);
    let words: Vec<String> = words
        .take(LONGEST_NAME)
        .map(|word| word.folded.clone())
        .collect();
    let (length, kind) = known_row(first, &words)?;
    Some(Mention {
        words: at..at + length,
        sign: Some((kind, KNOWN)),
        is_lone: false,
    })
}

/// `وزارة الداخلية`, `جامعة الملك سعود`, `الهيئة العامة للسياحة`.
fn organisation(row: &[NameWord], at: usize) -> Option<Mention> {
    let head = &row[at];
    let indefinite = head.bare.strip_prefix("ال");
    let is_head = |word: &str| Cues::of(word).has(Cues::ORGANISATION);
    if indefinite.is_some_and(is_head) {
        let is_adjective = |word: &NameWord| word.is_plain() && word.bare.starts_with("ال");
        let purpose = (at + 2).min(row.len());
        let is_named = row.get(at + 1).is_some_and(is_adjective)
            && row.get(purpose).is_some_and(|word| {
                word.proclitics == "ل" && matches!(word.role, Role::Definite | Role::Nisba)
            });
        return is_named.then(|| surely(at..purpose + 1, NameKind::Organisation));
    }
    if !is_head(&head.bare) {
        return None;
    }
    let rest = row[at + 1..].iter().take(LONGEST_REST);
    let rest = rest.take_while(|word| {
        let is_part = word.role != Role::Other
            || word.cues.has(Cues::KIN.or(Cues::TITLE))
            || word.bare.starts_with("ال");
        word.is_plain() && is_part && !word.cues.has(Cues::NO_NAME.or(Cues::NATION))
    });
    let end = at + 1 + rest.count();
    (end > at + 1).then(|| surely(at..end, NameKind::Organisation))
}

/// `مدينة تبوك`, `مطار الملك خالد`, and what is known for a place.
fn place(row: &[NameWord], at: usize) -> Option<Mention> {
    let head = &row[at];
    // وزارة الداخلية السعودية
    let before = at.checked_sub(1).and_then(|before| row.get(before));
    let is_adjective =
        head.cues.has(Cues::NATION) && before.is_some_and(|word| word.bare.starts_with("ال"));
    if head.cues.has(Cues::KNOWN_PLACE) && head.role != Role::Given && !is_adjective {
        return Some(Mention {
            words: at..at + 1,
            sign: Some((NameKind::Place, KNOWN)),
            is_lone: false,
        });
    }
    let keeps_head = head.cues.has(Cues::IN_PLACE);
    if !keeps_head && !head.cues.has(Cues::PLACE) {
        return None;
    }
    let next = row.get(at + 1).filter(|word| word.is_plain())?;
    if next.cues.has(Cues::TITLE) {
        let end = given(row, at + 2)?;
        return Some(surely(at..end, NameKind::Place));
    }
    let is_name = matches!(next.role, Role::Given | Role::Name | Role::Unknown)
        || keeps_head && matches!(next.role, Role::Definite | Role::Nisba);
    if !is_name || next.cues.has(Cues::NO_NAME.or(Cues::NATION)) {
        return None;
    }
    let start = if keeps_head { at } else { at + 1 };
    let more = row.get(at + 2).filter(|word| word.is_plain());
    let goes_on = more.is_some_and(|word| next.role == Role::Unknown && word.role == Role::Unknown);
    Some(surely(
        start..at + 2 + usize::from(goes_on),
        NameKind::Place,
    ))
}

/// `الرئيس باراك أوباما`, `وزير الخارجية السعودي عادل الجبير`.
fn titled(row: &[NameWord], at: usize) -> Option<Mention> {
    if !row[at].cues.has(Cues::TITLE) {
        return None;
    }
    let is_title = |word: &NameWord| word.cues.has(Cues::TITLE.or(Cues::ROLE).or(Cues::NATION));
    let titles = row[at..].iter().take(MOST_TITLES);
    let titles = titles.take_while(|word| is_title(word) && !word.may_be_given);
    let start = at + titles.count();
    let end = given(row, start)?;
    // Of a single name that parents give, the title tells who is meant: الملك سلمان.
    let needs_title = end - start == 1 && row[start].role == Role::Given && start > at;
    let is_right_before = start > at && row[start - 1].cues.has(Cues::TITLE);
    let start = start - usize::from(needs_title && is_right_before);
    let is_alone = matches!(row[start].role, Role::Name | Role::Unknown)
        && !row[start].cues.has(Cues::NOT_ALONE);
    let is_named = end - start > 1 || is_alone;
    is_named.then(|| surely(start..end, NameKind::Person))
}

/// `محمد بن نايف`, `خالد الفالح`, `أبو بكر البغدادي`.
fn person(row: &[NameWord], at: usize) -> Option<Mention> {
    let first = &row[at];
    if first.role != Role::Given && !first.cues.has(Cues::KIN) && !is_servant(row, at) {
        return None;
    }
    let end = given(row, at)?;
    (end - at >= 2).then(|| surely(at..end, NameKind::Person))
}

/// Where a person's name ends that begins at `start`.
fn given(row: &[NameWord], start: usize) -> Option<usize> {
    let mut end = start;
    while end < row.len() && end - start < LONGEST_NAME {
        let word = &row[end];
        if end > start && !word.is_plain() || word.cues.has(Cues::NO_NAME) {
            break;
        }
        if word.cues.has(Cues::KIN) {
            let is_name = |next: &NameWord| {
                (next.role != Role::Other || next.may_be_given) && !next.cues.has(Cues::NO_NAME)
            };
            let next = row.get(end + 1).filter(|next| next.is_plain());
            if !(next.is_some_and(is_name) || is_servant(row, end + 1)) {
                break;
            }
            end += 1 + usize::from(!is_servant(row, end + 1));
        } else if is_servant(row, end) {
            end += 2;
        } else {
            let is_place = word.cues.has(Cues::KNOWN_PLACE) && !word.may_be_given;
            let is_part = match word.role {
                Role::Given | Role::Unknown => true,
                Role::Name => !is_place,
                Role::Nisba => end > start && !word.cues.has(Cues::NATION),
                _ => word.may_be_given && end == start,
            };
            if !is_part {
                break;
            }
            end += 1;
            if word.bare.starts_with("ال") && end - start > 1 {
                break; // the name of the family
            }
        }
    }
    let end = end.min(row.len());
    (end > start).then_some(end)
}

/// Whether `عبد` with its name stands at `at`.
fn is_servant(row: &[NameWord], at: usize) -> bool {
    let is_second = |word: &NameWord| word.is_plain() && word.bare.starts_with("ال");
    row.get(at).is_some_and(|word| word.bare == "عبد") && row.get(at + 1).is_some_and(is_second)
}

/// Words that no lexicon knows, or that it knows for names, with what stands before them.
fn unknown(row: &[NameWord], at: usize) -> Option<Mention> {
    let is_name = |word: &NameWord| {
        let is_none = Cues::KNOWN_PLACE.or(Cues::NO_NAME).or(Cues::KIN);
        matches!(word.role, Role::Name | Role::Unknown) && !word.cues.has(is_none)
    };
    if !is_name(&row[at]) {
        return None;
    }
    let rest = row[at + 1..].iter().take(LONGEST_UNKNOWN - 1);
    let rest = rest.take_while(|word| word.is_plain() && is_name(word));
    let end = at + 1 + rest.count();
    let is_short = row[at].bare.chars().count() < SHORTEST_NAME;
    if end == at + 1 && (is_short || row[at].cues.has(Cues::NOT_ALONE)) {
        return None; // an abbreviation, a slip, or a common word
    }
    Some(Mention {
        words: at..end,
        sign: sign(row, at),
        is_lone: end == at + 1 && row[at].role == Role::Unknown,
    })
}

/// What stands before a name says of it.
fn sign(row: &[NameWord], at: usize) -> Option<(NameKind, u32)> {
    if row[at].proclitics.ends_with('ب') {
        return Some((NameKind::Place, HINT));
    }
    let before = row[..at].iter().rev();
    let before = before.clone().find(|word| !word.cues.has(Cues::NATION))?;
    if before.cues.has(Cues::TITLE.or(Cues::ROLE)) {
        return Some((NameKind::Person, SURE));
    }
    if before.cues.has(Cues::SAYS) {
        return Some((NameKind::Person, HINT));
    }
    (before.bare == "في").then_some((NameKind::Place, HINT))
}
