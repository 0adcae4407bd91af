//! Layers: the compiled bytes of one source, and the readings in them.

use std::borrow::Cow;
use std::ops::Range;

use fst::raw::{Fst, Output};

use crate::analysis::Analysis;
use crate::compile::{HEADER, LEXEME, LONGEST_STEM, MAGIC, MEMBER, READING, class_of};
use crate::group::Group;
use crate::inflect::Relation;
use crate::letters::Letters;
use crate::lexeme::{Lexeme, LexemeId};
use crate::proclitics::Prefix;
use crate::slip::Slips;
use crate::stem::{Role, StemKind};
use crate::suffixes::{LONGEST, SUFFIXES};
use crate::weight::{Sums, most};

type Bytes = Cow<'static, [u8]>;

/// One compiled source.
#[derive(Clone)]
pub(crate) struct Layer {
    automaton: Fst<Bytes>,
    readings: Bytes,
    lexemes: Bytes,
    families: Bytes,
    lemmas: Bytes,
    /// The number of its first lexeme.
    first: u32,
}

impl Layer {
    /// Opens compiled bytes; `None` if they are none. Its lexemes are counted from `first`.
    #[allow(clippy::needless_pass_by_value)] // what is borrowed for ever is kept borrowed
    pub fn open(bytes: Bytes, first: u32) -> Option<Self> {
        let number = |i: usize| {
            let four = bytes.get(i * 4..i * 4 + 4)?;
            Some(u32::from_le_bytes(four.try_into().ok()?) as usize)
        };
        if number(0)? != MAGIC as usize {
            return None;
        }
        let mut end = HEADER;
        let mut part = |i: usize| -> Option<Bytes> {
            let range = end..end.checked_add(number(i)?)?;
            end = range.end;
            Some(match &bytes {
                Cow::Borrowed(bytes) => Cow::Borrowed(bytes.get(range)?),
                Cow::Owned(bytes) => Cow::Owned(bytes.get(range)?.to_vec()),
            })
        };
        Some(Self {
            automaton: Fst::new(part(1)?).ok()?,
            readings: part(2)?,
            lexemes: part(3)?,
            families: part(4)?,
            lemmas: part(5)?,
            first,
        })
    }

    /// How many lexemes it has.
    pub fn len(&self) -> u32 {
        u32::try_from(self.lexemes.len() / LEXEME).unwrap_or(0)
    }

    /// One of its lexemes; `None` for those of other layers.
    pub fn lexeme(&self, id: LexemeId) -> Option<Lexeme<'_>> {
        let at = id.0.checked_sub(self.first)? as usize * LEXEME;
        let record = self.lexemes.get(at..at + LEXEME)?;
        let start = three(&record[6..]) as usize;
        let lemma = self.lemmas.get(start..start + usize::from(record[9]))?;
        Some(Lexeme {
            lemma: std::str::from_utf8(lemma).ok()?,
            class: class_of(record[0]),
            family: three(&record[2..]),
            relation: *Relation::ALL.get(usize::from(record[5]))?,
            is_rare: record[1] & 1 != 0,
            is_second: record[1] & 2 != 0,
            is_given_name: record[1] & 4 != 0,
        })
    }

    /// Its lexemes of a family.
    pub fn members(&self, family: u32) -> impl Iterator<Item = LexemeId> + '_ {
        let (rows, _) = self.families.as_chunks::<MEMBER>();
        let start = rows.partition_point(|row| three(row) < family);
        let of_family = rows[start..]
            .iter()
            .take_while(move |row| three(*row) == family);
        of_family.map(|row| LexemeId(three(&row[3..])))
    }

    /// Adds the readings of what follows a prefix.
    pub fn walk(
        &self,
        letters: &Letters,
        (number, prefix): (u8, &Prefix),
        suffixes: &[(u16, u16); LONGEST + 1],
        sums: &Sums,
        found: &mut Vec<Analysis>,
    ) {
        let codes = letters.codes();
        let start = prefix.letters.codes().len();
        let right = prefix.letters.spellings(0, start);
        let slips = Slips::default().between(letters, 0, start, right);
        let mut node = self.automaton.root();
        let mut output = Output::zero();
        let stem = codes[start..].iter().take(LONGEST_STEM);
        for (end, letter) in (start + 1..).zip(stem) {
            let Some(i) = node.find_input(*letter) else {
                return;
            };
            let transition = node.transition(i);
            output = output.cat(transition.out);
            node = self.automaton.node(transition.addr);
            let Some(suffixes) = suffixes.get(codes.len() - end) else {
                continue;
            };
            if node.is_final() && suffixes.0 < suffixes.1 {
                let value = output.cat(node.final_output()).value();
                let reader = Reader {
                    letters,
                    number,
                    prefix,
                    slips,
                    stem: start..end,
                    suffixes: suffixes.0..suffixes.1,
                    sums,
                };
                reader.read(self.readings_at(value), found);
            }
        }
    }

    /// The readings of a stem: their first and their number are in one value.
    fn readings_at(&self, value: u64) -> &[[u8; READING]] {
        let (readings, _) = self.readings.as_chunks::<READING>();
        let start = usize::try_from(value >> 8).unwrap_or(usize::MAX);
        let count = usize::from(value.to_le_bytes()[0]);
        readings
            .get(start..start.saturating_add(count))
            .unwrap_or_default()
    }
}

/// A form cut into prefix, stem and suffix.
struct Reader<'a> {
    letters: &'a Letters,
    number: u8,
    prefix: &'a Prefix,
    slips: Slips,
    stem: Range<usize>,
    suffixes: Range<u16>,
    sums: &'a Sums,
}

impl Reader<'_> {
    /// Adds the readings of the stem that the prefix and a suffix stand around.
    fn read(&self, readings: &[[u8; READING]], found: &mut Vec<Analysis>) {
        let behind = self
            .letters
            .spellings(self.stem.end, self.letters.codes().len());
        for reading in readings {
            let [
                _,
                _,
                _,
                mark,
                group,
                takes,
                cost,
                pronoun,
                ref spellings @ ..,
            ] = *reading;
            let kind = StemKind::ALL[usize::from(mark & 7)];
            if self.prefix.kinds & kind.bit() == 0 {
                continue;
            }
            let role = Role::ALL[usize::from(mark >> 4).min(Role::ALL.len() - 1)];
            let right = u64::from(u32::from_le_bytes(*spellings));
            let (start, end) = (self.stem.start, self.stem.end);
            let slips = self.slips.between(self.letters, start, end, right);
            let lexeme = LexemeId(three(reading));
            let group = Group::ALL[usize::from(group & 7)];
            let mut best: Option<Analysis> = None;
            for number in self.suffixes.clone() {
                let suffix = SUFFIXES.get(number);
                let fits = suffix.after & kind.bit() != 0
                    && suffix.takes & takes != 0
                    && suffix.is_written(behind)
                    && (suffix.allows_article || !self.prefix.head.has_article());
                if !fits {
                    continue;
                }
                let slips = suffix.slip.map_or(slips, |slip| slips.with(slip));
                if self.prefix.is_exact && slips.count > 0 {
                    continue;
                }
                let parts = self.sums.cost(group, self.number, number, role);
                let joined = if suffix.pronoun.is_some() { pronoun } else { 0 };
                let cost = u16::from(cost) + u16::from(joined) + parts + slips.cost;
                let is_likely = cost <= most(group, slips.count);
                if is_likely && best.is_none_or(|best| cost < best.cost) {
                    best = Some(Analysis {
                        lexeme,
                        proclitics: self.prefix.clitics * 2,
                        stem_end: self.stem.end * 2,
                        kind,
                        slips: slips.count,
                        slip_cost: slips.cost,
                        is_misspelt: slips.is_misspelt,
                        cost,
                        role,
                        prefix: self.number,
                        suffix: number,
                        group,
                    });
                }
            }
            found.extend(best);
        }
    }
}

/// A number of three bytes.
fn three(bytes: &[u8]) -> u32 {
    u32::from_le_bytes([bytes[0], bytes[1], bytes[2], 0])
}
