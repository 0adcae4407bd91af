//! Compiling: lines of a source become the bytes that [`crate::Lexicon`] opens.
//!
//! ```text
//! magic, lengths     six numbers of four bytes: of the automaton, readings, lexemes, families, lemmas
//! automaton          folded stem, a byte a letter -> where its readings begin, and how many there are
//! readings           for each stem twelve bytes: lexeme, kind and role, group, suffixes, costs, spellings
//! lexemes            for each ten bytes: class, marks, family, relation, lemma
//! families           for each lexeme six bytes, in order: family, lexeme
//! lemmas             text
//! ```

use std::collections::{BTreeMap, HashMap};
use std::fmt;

use fst::MapBuilder;

use crate::entry::{Class, Entry, EntryError};
use crate::families::Families;
use crate::group::Group;
use crate::inflect::{Inflected, Relation, inflect};
use crate::letters::Letters;
use crate::stem::{Role, StemKind};

/// Opens the bytes: the format and its version.
pub(crate) const MAGIC: u32 = u32::from_le_bytes(*b"arL2");

/// Bytes before the automaton.
pub(crate) const HEADER: usize = 24;

/// Bytes of a reading, of a lexeme, and of a row of the families.
pub(crate) const READING: usize = 12;
pub(crate) const LEXEME: usize = 10;
pub(crate) const MEMBER: usize = 6;

/// What is added to the cost of a lexeme that is marked as rare.
const RARE: u8 = 24;

/// The longest stem, in letters.
pub(crate) const LONGEST_STEM: usize = 16;

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

/// What tells a lexeme from all others.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Key {
    pub lemma: String,
    pub class: Class,
    /// Whether it is the second lexeme with this lemma and class: `دين` with the plural `ديون`.
    pub is_second: bool,
}

impl Key {
    pub fn new(lemma: &str, class: Class, is_second: bool) -> Self {
        Self {
            lemma: lemma.into(),
            class,
            is_second,
        }
    }
}

/// What is known of lexemes from elsewhere.
pub(crate) trait Known {
    /// What a reading as this stem of a lexeme costs, and what a pronoun behind it adds.
    fn costs(&self, lexeme: &Key, group: Group, role: Role) -> (u8, u8);

    /// The number of a lexeme in the lexicon that this one is laid over.
    fn number(&self, lemma: &str, class: Class) -> Option<u32>;

    /// How many lexemes that lexicon has.
    fn below(&self) -> u32;
}

/// Compiles entries; a lexeme that several lines make is one.
pub(crate) fn compile(entries: &[Entry], known: &dyn Known) -> Vec<u8> {
    let mut compiler = Compiler {
        below: known.below(),
        ..Compiler::default()
    };
    for entry in entries {
        compiler.add_entry(entry, known);
    }
    compiler.link(entries);
    compiler.finish()
}

/// One reading of a folded stem.
struct Reading {
    lexeme: u32,
    kind: StemKind,
    role: Role,
    group: Group,
    takes: u8,
    cost: u8,
    pronoun: u8,
    spellings: u32,
}

impl Reading {
    /// Whether both say the same; one line may call a word rare that another does not.
    fn is_same(&self, other: &Self) -> bool {
        let of = |reading: &Self| (reading.lexeme, reading.spellings, reading.takes);
        of(self) == of(other) && self.kind == other.kind && self.role == other.role
    }
}

/// A lexeme that this source has, not one below.
struct Record {
    key: Key,
    is_rare: bool,
    is_given_name: bool,
    relation: Relation,
}

#[derive(Default)]
struct Compiler {
    /// How many lexemes are in the lexicon that this one is laid over.
    below: u32,
    readings: BTreeMap<Vec<u8>, Vec<Reading>>,
    lexemes: Vec<Record>,
    numbers: HashMap<Key, u32>,
    /// The first lexeme of each line.
    heads: Vec<u32>,
    families: Families,
}

impl Compiler {
    fn add_entry(&mut self, entry: &Entry, known: &dyn Known) {
        let mut head = None;
        for lexeme in inflect(entry) {
            let number = self.add(lexeme, entry.has("2"), known);
            let head = *head.get_or_insert(number);
            self.families.join(head, number);
        }
        self.heads.push(head.unwrap_or(0));
        // A participle that is a noun as well, and inflected alike, is one lexeme with it: مدرب.
        let is_both = entry.class == Class::Noun && entry.forms.iter().any(|form| form == "ون");
        if let Some(head) = head.filter(|_| is_both) {
            let adjective = Key::new(&entry.lemma, Class::Adjective, entry.has("2"));
            self.numbers.entry(adjective).or_insert(head);
        }
    }

    fn add(&mut self, lexeme: Inflected, is_homograph: bool, known: &dyn Known) -> u32 {
        let rare = u8::from(lexeme.is_rare) * RARE;
        let class = lexeme.class;
        let is_verb = class.is_verb();
        let key = Key::new(&lexeme.lemma, class, is_homograph);
        let new = self.below + length(&self.lexemes);
        let below = || known.number(&key.lemma, class).filter(|_| !is_homograph);
        let number = match self.numbers.get(&key) {
            Some(number) => *number,
            None => below().unwrap_or(new),
        };
        if number == new {
            self.lexemes.push(Record {
                key: key.clone(),
                is_rare: lexeme.is_rare,
                is_given_name: lexeme.is_given_name,
                relation: lexeme.relation,
            });
        }
        // What is said of a participle that is a noun as well is said of the noun.
        let of = number.checked_sub(self.below);
        let of = of.and_then(|number| self.lexemes.get_mut(number as usize));
        let of = of.map_or_else(
            || key.clone(),
            |record| {
                record.is_rare &= lexeme.is_rare;
                record.is_given_name |= lexeme.is_given_name;
                record.key.clone()
            },
        );
        self.numbers.insert(key, number);
        for stem in lexeme.stems {
            let Some(letters) = Letters::from_word(&stem.form) else {
                continue;
            };
            let length = letters.codes().len();
            // What is left of ولي, وقى, وعى without its weak letters is found everywhere; of رأى it is in use: لم ير.
            let is_rest =
                length == 1 && is_verb && stem.kind != StemKind::Perfect && stem.form != "ر";
            if length > LONGEST_STEM || is_rest {
                continue;
            }
            let group = Group::new(class, stem.kind);
            let (cost, pronoun) = known.costs(&of, group, stem.role);
            let reading = Reading {
                lexeme: number,
                kind: stem.kind,
                role: stem.role,
                group,
                takes: stem.takes,
                cost: cost.saturating_add(rare),
                pronoun,
                spellings: u32::try_from(letters.spellings(0, length)).unwrap_or(0),
            };
            let readings = self.readings.entry(letters.codes().to_vec()).or_default();
            match readings.iter().position(|known| known.is_same(&reading)) {
                Some(at) => readings[at].cost = readings[at].cost.min(reading.cost),
                None if readings.len() < 255 => readings.push(reading),
                None => {}
            }
        }
        number
    }

    /// Joins the families of lines that name each other, and of verbs of one root.
    fn link(&mut self, entries: &[Entry]) {
        let mut first: HashMap<&str, u32> = HashMap::new();
        for (entry, head) in entries.iter().zip(&self.heads) {
            first.entry(&entry.lemma).or_insert(*head);
        }
        let mut roots: HashMap<String, u32> = HashMap::new();
        for (entry, head) in entries.iter().zip(&self.heads) {
            let linked = entry.family.as_ref().and_then(|lemma| first.get(&**lemma));
            if let Some(linked) = linked {
                self.families.join(*linked, *head);
            }
            if let Some(root) = crate::inflect::root(entry) {
                let of_root = *roots.entry(root).or_insert(*head);
                self.families.join(of_root, *head);
            }
        }
    }

    fn finish(mut self) -> Vec<u8> {
        let mut readings = Vec::new();
        let mut automaton = MapBuilder::memory();
        for (folded, stems) in &self.readings {
            let value = ((readings.len() / READING) << 8) | stems.len();
            let inserted = automaton.insert(folded, value as u64);
            debug_assert!(inserted.is_ok(), "keys come in order");
            for reading in stems {
                readings.extend(three(reading.lexeme));
                let mark = reading.kind as u8 | (reading.role as u8) << 4;
                readings.extend([
                    mark,
                    reading.group as u8,
                    reading.takes,
                    reading.cost,
                    reading.pronoun,
                ]);
                readings.extend(reading.spellings.to_le_bytes());
            }
        }
        let automaton = automaton.into_inner().unwrap_or_default();
        let (mut lexemes, mut lemmas, mut members) = (Vec::new(), String::new(), Vec::new());
        for (number, record) in (self.below..).zip(&self.lexemes) {
            let family = self.families.family(number);
            members.push((family, number));
            let marks = [record.is_rare, record.key.is_second, record.is_given_name];
            let marks = marks
                .iter()
                .rev()
                .fold(0, |all, mark| all << 1 | u8::from(*mark));
            lexemes.extend([class_number(record.key.class), marks]);
            lexemes.extend(three(family));
            lexemes.push(record.relation as u8);
            lexemes.extend(three(length(lemmas.as_bytes())));
            lexemes.push(u8::try_from(record.key.lemma.len()).unwrap_or(0));
            lemmas.push_str(&record.key.lemma);
        }
        members.sort_unstable();
        let families: Vec<u8> = members
            .iter()
            .flat_map(|(family, number)| [three(*family), three(*number)].concat())
            .collect();
        let header = [
            MAGIC,
            length(&automaton),
            length(&readings),
            length(&lexemes),
            length(&families),
            length(lemmas.as_bytes()),
        ];
        let header = header.map(u32::to_le_bytes);
        [
            header.as_flattened(),
            &automaton,
            &readings,
            &lexemes,
            &families,
            lemmas.as_bytes(),
        ]
        .concat()
    }
}

fn length<T>(items: &[T]) -> u32 {
    u32::try_from(items.len()).unwrap_or(u32::MAX)
}

/// A number below 2^24.
fn three(number: u32) -> [u8; 3] {
    let [a, b, c, _] = number.to_le_bytes();
    [a, b, c]
}

/// The class as a number, which [`class_of`] makes a class of again.
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
