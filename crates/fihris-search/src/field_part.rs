//! Parts: the fields of the index that together make up where a word must stand.
//!
//! One field holds all zones that are usually searched, and each zone but the body has one of its own.
//! So `in:related` reads one field, and `in:body` the big one, of which only the places in the body count.
//! Does not depend on what is looked for in them.

use tantivy::schema::Field;

use fihris_corpus::{ZoneKind, ZoneSet};
use fihris_index::engine::{self, ArticleFields};
use fihris_index::stored::TokenPosition;
use fihris_query::ast::Scope;

/// What one field holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FieldPart<'a> {
    /// These of the zones that are usually searched.
    Searched(ZoneSet),
    /// One zone.
    Zone(ZoneKind),
    /// What the input names as the source.
    Publisher,
    /// The field of the input that has this name.
    Field(&'a str),
}

impl<'a> FieldPart<'a> {
    /// The parts that make up `scope`.
    pub fn covering(scope: &'a Scope) -> Vec<Self> {
        let zones = scope.zones();
        let has_body = zones.contains(ZoneKind::Body);
        let is_single = |kind: &ZoneKind| {
            zones.contains(*kind) && !(has_body && ZoneSet::SEARCHED.contains(*kind))
        };
        let kinds = ZoneKind::ALL.into_iter().filter(is_single);
        let big = has_body.then(|| Self::Searched(zones.and(ZoneSet::SEARCHED)));
        let mut parts: Vec<Self> = big.into_iter().chain(kinds.map(Self::Zone)).collect();
        match scope {
            Scope::Publisher => parts.push(Self::Publisher),
            Scope::Field(name) => parts.push(Self::Field(name)),
            Scope::DefaultZones | Scope::Zones(_) => {}
        }
        parts
    }

    pub fn field(self, fields: &ArticleFields) -> Field {
        match self {
            Self::Searched(_) => fields.text,
            Self::Zone(kind) => fields.zone(kind).unwrap_or(fields.text),
            Self::Publisher => fields.origin,
            Self::Field(_) => fields.named,
        }
    }

    /// The zones of a text that it is.
    pub fn zones(self) -> ZoneSet {
        match self {
            Self::Searched(zones) => zones,
            Self::Zone(kind) => ZoneSet::new(&[kind]),
            Self::Publisher | Self::Field(_) => ZoneSet::new(&[]),
        }
    }

    /// The zones whose words are in the field and not meant: each has a field of its own.
    pub fn others(self) -> Vec<ZoneKind> {
        let Self::Searched(zones) = self else {
            return Vec::new();
        };
        let kinds = ZoneKind::ALL.into_iter();
        kinds
            .filter(|kind| ZoneSet::SEARCHED.contains(*kind) && !zones.contains(*kind))
            .collect()
    }

    /// Whether a word in the headline counts more than one elsewhere in it.
    pub fn has_headline(self) -> bool {
        matches!(self, Self::Searched(zones) if zones.contains(ZoneKind::Title))
    }

    /// The position of a word of the text in the field, if it is meant.
    pub fn position(self, word: &TokenPosition) -> Option<u32> {
        let is_meant = self.zones().contains(word.zone);
        is_meant.then_some(match self {
            Self::Searched(_) => word.position,
            _ => word.position_in_zone,
        })
    }

    /// What stands before a word in the terms of the field.
    pub fn prefix(self) -> String {
        match self {
            Self::Field(name) => engine::field_term(name, ""),
            _ => String::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_usual_scope_is_one_field_and_others_add_up() {
        let zones = |names: &str| -> ZoneSet { names.parse().unwrap() };
        let scope = |names: &str| Scope::Zones(zones(names));
        assert_eq!(
            FieldPart::covering(&Scope::DefaultZones),
            [FieldPart::Searched(ZoneSet::SEARCHED)]
        );
        assert_eq!(
            FieldPart::covering(&scope("all")),
            [
                FieldPart::Searched(ZoneSet::SEARCHED),
                FieldPart::Zone(ZoneKind::Related),
                FieldPart::Zone(ZoneKind::Boilerplate)
            ]
        );
        assert_eq!(
            FieldPart::covering(&scope("title")),
            [FieldPart::Zone(ZoneKind::Title)]
        );
        let without_source = zones("title,dateline,body,tags");
        let part = FieldPart::Searched(without_source);
        assert_eq!(FieldPart::covering(&Scope::Zones(without_source)), [part]);
        assert_eq!(part.others(), [ZoneKind::Source]);
        assert!(part.has_headline() && !FieldPart::Searched(zones("body")).has_headline());
        assert_eq!(FieldPart::Searched(ZoneSet::SEARCHED).others(), []);
    }
}
