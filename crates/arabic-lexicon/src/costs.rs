//! Costs of lexemes: how rare each is, and which of its stems and pronouns are rarer than with others.
//!
//! A line of `weights/lexemes.tsv` is a lemma, its class (with `+` for the second lexeme of that class), its cost, and then the group and role of a stem (`perfect`,
//! `noun-plural`) or `pronoun` behind it, with what these add: `تراجع v6 70 perfect-object=40`.

use std::collections::HashMap;

use crate::compile::{Key, Known};
use crate::entry::Class;
use crate::group::Group;
use crate::stem::Role;

/// What a lexeme costs that has no line.
const UNSEEN: i32 = 140;

#[derive(Default)]
struct Row {
    cost: i32,
    stems: Vec<(String, i32)>,
}

/// The costs of lexemes by lemma and class.
pub(crate) struct Costs(HashMap<Key, Row>);

impl Costs {
    /// Reads the lines; those that are none are left out.
    pub fn parse(source: &str) -> Self {
        let row = |line: &str| {
            let mut fields = line.split('\t');
            let lemma = fields.next()?;
            let mark = fields.next()?;
            let class = Class::parse(mark.trim_end_matches('+'))?;
            let key = Key::new(lemma, class, mark.ends_with('+'));
            let cost = fields.next()?.parse().ok()?;
            let stems = fields.filter_map(|field| {
                let (name, cost) = field.split_once('=')?;
                Some((name.to_string(), cost.parse().ok()?))
            });
            let stems = stems.collect();
            Some((key, Row { cost, stems }))
        };
        Self(source.lines().filter_map(row).collect())
    }
}

/// The name of a stem's group and role in the lines.
pub(crate) fn stem_name(group: Group, role: Role) -> String {
    format!("{group:?}-{role:?}").to_lowercase()
}

impl Known for Costs {
    fn costs(&self, lexeme: &Key, group: Group, role: Role) -> (u8, u8) {
        let none = Row {
            cost: UNSEEN,
            stems: Vec::new(),
        };
        let row = self.0.get(lexeme).unwrap_or(&none);
        let added = |name: &str| {
            let found = row.stems.iter().find(|(of, _)| of == name);
            found.map_or(0, |(_, cost)| *cost)
        };
        let cost = row.cost + added(&stem_name(group, role));
        let pronoun = added(&format!("{group:?}-pronoun").to_lowercase());
        let byte = |cost: i32| u8::try_from(cost.clamp(0, 255)).unwrap_or(0);
        (byte(cost), byte(pronoun))
    }

    fn number(&self, _lemma: &str, _class: Class) -> Option<u32> {
        None
    }

    fn below(&self) -> u32 {
        0
    }
}
