//! Compiling: lines of a source become the bytes that [`crate::Lexicon`] opens.
//!
//! ```text
//! magic, lengths     four numbers of four bytes
//! automaton          folded stem -> where its readings begin
//! readings           for each folded stem: how many; for each: lexeme, kind, suffixes, and its written
//!                    form where that is not the folded one
//! lexemes            for each: where its record begins (four bytes); then the records: class, family, lemma
//! ```

use std::collections::{BTreeMap, HashMap};
use std::fmt;

use fst::MapBuilder;

use crate::entry::{Class, Entry, EntryError};
use crate::inflect::{Inflected, inflect};
use crate::letters::fold;
use crate::stem::{Stem, StemKind};

/// Opens the bytes: the format and its version.
pub(crate) const MAGIC: u32 = u32::from_le_bytes(*b"arL1");

/// Bytes before the automaton.
pub(crate) const HEADER: usize = 16;

/// A line that is no entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadLine {
    /// The number of the line, from 1.
    pub number: usize,
    /// What is wrong with it.
    pub error: EntryError,
}

impl fmt::Display for BadLine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.number, self.error)
    }
}

impl std::error::Error for BadLine {}

/// Reads the lines of a source: its entries, and the lines that are none.
#[must_use]
pub fn parse(source: &str) -> (Vec<Entry>, Vec<BadLine>) {
    let (mut entries, mut bad) = (Vec::new(), Vec::new());
    for (number, line) in (1..).zip(source.lines()) {
        match Entry::parse(line) {
            Ok(entry) => entries.extend(entry),
            Err(error) => bad.push(BadLine { number, error }),
        }
    }
    (entries, bad)
}

/// Compiles entries; a lexeme that several lines make is one.
#[must_use]
pub fn compile(entries: &[Entry]) -> Vec<u8> {
    let mut compiler = Compiler::default();
    let families = families(entries);
    for (entry, family) in entries.iter().zip(families) {
        for lexeme in inflect(entry) {
            compiler.add(lexeme, family);
        }
    }
    compiler.finish()
}

/// For each entry the number of its family: that of the first line it is linked to, or its own.
fn families(entries: &[Entry]) -> Vec<u32> {
    let mut heads: HashMap<&str, u32> = HashMap::new();
    for (number, entry) in (0..).zip(entries) {
        heads.entry(&entry.lemma).or_insert(number);
    }
    let linked = |number: u32, entry: &Entry| {
        let head = entry.family.as_ref();
        head.and_then(|lemma| heads.get(&**lemma))
            .copied()
            .unwrap_or(number)
    };
    let first: Vec<u32> = (0..)
        .zip(entries)
        .map(|(number, entry)| linked(number, entry))
        .collect();
    // A chain of links leads to its end, or goes in a circle and stops.
    let end = |mut family: u32| {
        for _ in 0..8 {
            family = first.get(family as usize).copied().unwrap_or(family);
        }
        family
    };
    first.iter().map(|family| end(*family)).collect()
}

#[derive(Default)]
struct Compiler {
    /// Folded stem -> its readings.
    readings: BTreeMap<String, Vec<(Stem, u32)>>,
    /// Class, family, whether rare, lemma.
    lexemes: Vec<(Class, u32, bool, String)>,
    known: HashMap<(String, Class), u32>,
}

impl Compiler {
    fn add(&mut self, lexeme: Inflected, family: u32) {
        let next = u32::try_from(self.lexemes.len()).unwrap_or(u32::MAX);
        let number = *self
            .known
            .entry((lexeme.lemma.clone(), lexeme.class))
            .or_insert(next);
        if number == next {
            self.lexemes
                .push((lexeme.class, family, lexeme.is_rare, lexeme.lemma));
        }
        for stem in lexeme.stems {
            let readings = self.readings.entry(fold(&stem.form)).or_default();
            if !readings.contains(&(stem.clone(), number)) {
                readings.push((stem, number));
            }
        }
    }

    fn finish(self) -> Vec<u8> {
        let mut readings = Vec::new();
        let mut automaton = MapBuilder::memory();
        for (folded, stems) in &self.readings {
            let inserted = automaton.insert(folded, readings.len() as u64);
            debug_assert!(inserted.is_ok(), "keys come in order");
            put(&mut readings, stems.len());
            for (stem, lexeme) in stems {
                put(&mut readings, *lexeme as usize);
                let is_other = stem.form != *folded;
                let kind = StemKind::ALL.iter().position(|kind| *kind == stem.kind);
                let kind = u8::try_from(kind.unwrap_or(0)).unwrap_or(0);
                readings.extend([kind << 1 | u8::from(is_other), stem.takes]);
                if is_other {
                    put(&mut readings, stem.form.len());
                    readings.extend(stem.form.as_bytes());
                }
            }
        }
        let automaton = automaton.into_inner().unwrap_or_default();
        let (mut starts, mut records) = (Vec::new(), Vec::new());
        for (class, family, is_rare, lemma) in &self.lexemes {
            starts.extend(length(&records));
            records.extend([class_number(*class), u8::from(*is_rare)]);
            records.extend(family.to_le_bytes());
            put(&mut records, lemma.len());
            records.extend(lemma.as_bytes());
        }
        let header = [
            MAGIC.to_le_bytes(),
            length(&automaton),
            length(&readings),
            length(&starts),
        ];
        [
            header.as_flattened(),
            &automaton,
            &readings,
            &starts,
            &records,
        ]
        .concat()
    }
}

fn length(bytes: &[u8]) -> [u8; 4] {
    u32::try_from(bytes.len()).unwrap_or(u32::MAX).to_le_bytes()
}

/// Appends a number, seven bits a byte, the low ones first.
fn put(bytes: &mut Vec<u8>, mut number: usize) {
    let low = |number: usize| number.to_le_bytes()[0] & 0x7F;
    while number > 0x7F {
        bytes.push(low(number) | 0x80);
        number >>= 7;
    }
    bytes.push(low(number));
}

fn class_number(class: Class) -> u8 {
    match class {
        Class::Verb(form) => form,
        Class::Quadriliteral { with_t: false } => 11,
        Class::Quadriliteral { with_t: true } => 12,
        Class::Noun => 13,
        Class::Adjective => 14,
        Class::Name => 15,
        Class::Particle => 16,
        Class::Number => 17,
    }
}

/// The class that [`class_number`] made a number of.
pub(crate) fn class_of(number: u8) -> Class {
    match number {
        11 => Class::Quadriliteral { with_t: false },
        12 => Class::Quadriliteral { with_t: true },
        13 => Class::Noun,
        14 => Class::Adjective,
        15 => Class::Name,
        16 => Class::Particle,
        17 => Class::Number,
        form => Class::Verb(form),
    }
}
