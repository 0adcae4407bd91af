//! The lexicon: which lexemes a written form can be.

use std::borrow::Cow;
use std::sync::LazyLock;

use fst::raw::{Fst, Node, Output};

use crate::compile::{HEADER, MAGIC, class_of};
use crate::entry::Class;
use crate::letters::fold_char;
use crate::proclitics::{PREFIXES, Prefix};
use crate::stem::StemKind;
use crate::suffixes::{After, LONGEST, SUFFIXES, Suffix};

/// The lexicon that comes with this crate.
static BUILT_IN: LazyLock<Lexicon> = LazyLock::new(|| {
    let bytes = include_bytes!(concat!(env!("OUT_DIR"), "/lexicon.bin"));
    Lexicon::open(Cow::Borrowed(bytes)).unwrap_or_else(Lexicon::empty)
});

type Bytes = Cow<'static, [u8]>;

/// A lexeme's number in its lexicon.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LexemeId(pub u32);

/// A lexeme as the lexicon knows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lexeme<'a> {
    /// The form a dictionary heads it with.
    pub lemma: &'a str,
    /// Its class.
    pub class: Class,
    /// The number of its family: lexemes of one verb, or linked by hand.
    pub family: u32,
    /// Whether another reading of the same form is to be preferred.
    pub is_rare: bool,
}

/// One reading of a written form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Analysis {
    /// The lexeme it is a form of.
    pub lexeme: LexemeId,
    /// The length of the proclitics, in bytes of the form.
    pub proclitics: usize,
    /// Where its stem ends and its suffix begins, in bytes of the form.
    pub stem_end: usize,
    /// What kind of stem that is.
    pub kind: StemKind,
    /// In how many letters the form is written carelessly: `الاعلام` for `الإعلام` is one.
    pub slips: u8,
}

/// A compiled lexicon.
pub struct Lexicon {
    automaton: Fst<Bytes>,
    readings: Bytes,
    starts: Bytes,
    records: Bytes,
}

impl Lexicon {
    /// The lexicon of news Arabic that comes with this crate.
    ///
    /// ```
    /// use arabic_lexicon::Lexicon;
    /// let lexicon = Lexicon::built_in();
    /// let lemmas = |form| lexicon.lemmas(form);
    /// assert!(lemmas("والوزراء").contains(&"وزير"));
    /// assert!(lemmas("سيعلنون").contains(&"أعلن"));
    /// assert!(!lemmas("على").contains(&"علي"));
    /// ```
    #[must_use]
    pub fn built_in() -> &'static Self {
        &BUILT_IN
    }

    /// Opens compiled bytes; `None` if they are none.
    #[must_use]
    #[allow(clippy::needless_pass_by_value)] // what is borrowed for ever is kept borrowed
    pub fn open(bytes: Bytes) -> Option<Self> {
        let number = |i: usize| {
            let four = bytes.get(i * 4..i * 4 + 4)?;
            Some(u32::from_le_bytes(four.try_into().ok()?) as usize)
        };
        if number(0)? != MAGIC as usize {
            return None;
        }
        let automaton_end = HEADER.checked_add(number(1)?)?;
        let readings_end = automaton_end.checked_add(number(2)?)?;
        let starts_end = readings_end.checked_add(number(3)?)?;
        let part = |range: std::ops::Range<usize>| -> Option<Bytes> {
            Some(match &bytes {
                Cow::Borrowed(bytes) => Cow::Borrowed(bytes.get(range)?),
                Cow::Owned(bytes) => Cow::Owned(bytes.get(range)?.to_vec()),
            })
        };
        Some(Self {
            automaton: Fst::new(part(HEADER..automaton_end)?).ok()?,
            readings: part(automaton_end..readings_end)?,
            starts: part(readings_end..starts_end)?,
            records: part(starts_end..bytes.len())?,
        })
    }

    fn empty() -> Self {
        let bytes = crate::compile::compile(&[]);
        let opened = Self::open(Cow::Owned(bytes));
        opened.unwrap_or_else(|| unreachable!("what is compiled opens"))
    }

    /// The number of lexemes.
    #[must_use]
    pub fn len(&self) -> usize {
        self.starts.len() / 4
    }

    /// Whether there is no lexeme.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.starts.is_empty()
    }

    /// The lexeme of this number; `None` where there is none.
    #[must_use]
    pub fn lexeme(&self, id: LexemeId) -> Option<Lexeme<'_>> {
        let at = id.0 as usize * 4;
        let start = u32::from_le_bytes(self.starts.get(at..at + 4)?.try_into().ok()?) as usize;
        let record = self.records.get(start..)?;
        let family = u32::from_le_bytes(record.get(2..6)?.try_into().ok()?);
        let (length, lemma) = take(record.get(6..)?)?;
        Some(Lexeme {
            lemma: std::str::from_utf8(lemma.get(..length)?).ok()?,
            class: class_of(record[0]),
            family,
            is_rare: record[1] != 0,
        })
    }

    /// The lemmas of all readings of `form`, without doubles.
    #[must_use]
    pub fn lemmas(&self, form: &str) -> Vec<&str> {
        let mut lemmas = Vec::new();
        for analysis in self.analyze(form) {
            let lexeme = self.lexeme(analysis.lexeme);
            lemmas.extend(lexeme.map(|lexeme| lexeme.lemma));
        }
        lemmas.sort_unstable();
        lemmas.dedup();
        lemmas
    }

    /// The readings of `form`, a word as written, without vowels. Where it can be read as it stands, as
    /// that only; else with as few careless letters as it takes.
    #[must_use]
    pub fn analyze(&self, form: &str) -> Vec<Analysis> {
        let mut analyses = self.analyze_all(form);
        let fewest = analyses.iter().map(|analysis| analysis.slips).min();
        analyses.retain(|analysis| Some(analysis.slips) == fewest);
        analyses.sort_by_key(|analysis| (analysis.lexeme, analysis.proclitics, analysis.stem_end));
        analyses.dedup();
        analyses
    }

    /// All readings of `form`, careless ones as well.
    #[must_use]
    pub fn analyze_all(&self, form: &str) -> Vec<Analysis> {
        let mut found = Vec::new();
        if form.len() > 120 {
            return found; // longer than any word with all it can carry
        }
        for prefix in PREFIXES.iter() {
            if let Some(slips) = slips_of_prefix(&prefix.letters, form) {
                self.walk(form, prefix, slips, &mut found);
            }
        }
        found
    }

    /// Adds the readings of what follows `prefix`.
    fn walk(&self, form: &str, prefix: &Prefix, slips: u8, found: &mut Vec<Analysis>) {
        let start = prefix.letters.len();
        let mut node: Node<'_> = self.automaton.root();
        let mut output = Output::zero();
        let mut buffer = [0; 4];
        let mut at = start;
        for c in form[start..].chars() {
            for byte in fold_char(c).encode_utf8(&mut buffer).bytes() {
                let Some(i) = node.find_input(byte) else {
                    return;
                };
                let transition = node.transition(i);
                output = output.cat(transition.out);
                node = self.automaton.node(transition.addr);
            }
            at += c.len_utf8();
            if !node.is_final() || form.len() - at > LONGEST * 2 {
                continue;
            }
            if let Some(suffixes) = SUFFIXES.get(&form[at..]) {
                let readings = output.cat(node.final_output()).value();
                self.read(form, (prefix, slips, at), readings, suffixes, found);
            }
        }
    }

    fn read(
        &self,
        form: &str,
        (prefix, slips, stem_end): (&Prefix, u8, usize),
        readings: u64,
        suffixes: &[Suffix],
        found: &mut Vec<Analysis>,
    ) -> Option<()> {
        let stem = &form[prefix.letters.len()..stem_end];
        let mut rest = self.readings.get(usize::try_from(readings).ok()?..)?;
        let (count, after) = take(rest)?;
        rest = after;
        for _ in 0..count {
            let (lexeme, after) = take(rest)?;
            let (&[mark, takes], mut after) = after.split_first_chunk()?;
            let mut stem_slips = 0;
            if mark & 1 != 0 {
                let (length, written) = take(after)?;
                let (written, behind) = written.split_at_checked(length)?;
                stem_slips = slips_between(std::str::from_utf8(written).ok()?, stem);
                after = behind;
            } else {
                // The folded stem itself: what is written with a hamza or `ى` is not.
                stem_slips += slips_from_folded(stem);
            }
            rest = after;
            let kind = *StemKind::ALL.get(usize::from(mark >> 1))?;
            if !prefix.kinds.contains(&kind) {
                continue;
            }
            let fits = |suffix: &&Suffix| {
                suffix.after == After::of(kind)
                    && suffix.takes & takes != 0
                    && (!prefix.has_article || suffix.allows_article)
            };
            let best = suffixes
                .iter()
                .filter(fits)
                .map(|suffix| suffix.is_slip)
                .min();
            if let Some(is_slip) = best {
                found.push(Analysis {
                    lexeme: LexemeId(u32::try_from(lexeme).ok()?),
                    proclitics: prefix.letters.len() - prefix.person,
                    stem_end,
                    kind,
                    slips: slips + stem_slips + u8::from(is_slip),
                });
            }
        }
        Some(())
    }
}

/// In how many letters `form` begins carelessly with `prefix`; `None` if it does not begin with it.
fn slips_of_prefix(prefix: &str, form: &str) -> Option<u8> {
    let begin = form.get(..prefix.len())?;
    let folds_alike = begin
        .chars()
        .map(fold_char)
        .eq(prefix.chars().map(fold_char));
    folds_alike.then(|| slips_between(prefix, begin))
}

fn slips_between(right: &str, written: &str) -> u8 {
    let differing = right.chars().zip(written.chars()).filter(|(a, b)| a != b);
    u8::try_from(differing.count()).unwrap_or(u8::MAX / 4)
}

fn slips_from_folded(written: &str) -> u8 {
    let differing = written.chars().filter(|c| fold_char(*c) != *c);
    u8::try_from(differing.count()).unwrap_or(u8::MAX / 4)
}

/// A number of seven bits a byte at the front of `bytes`, and what is behind it.
fn take(bytes: &[u8]) -> Option<(usize, &[u8])> {
    let mut number = 0;
    for (i, byte) in bytes.iter().take(5).enumerate() {
        number |= usize::from(byte & 0x7F) << (7 * i);
        if byte & 0x80 == 0 {
            return Some((number, &bytes[i + 1..]));
        }
    }
    None
}
