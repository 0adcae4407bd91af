//! Parts: the fields of the index that together make up where a word must stand.
//!
//! One field holds all zones that are usually searched, and each zone but the body has one of its own.
//! So `in:related` reads one field, and `in:body` the big one less the others. Knows fields, not what is
//! looked for in them.

use tantivy::schema::Field;

use crate::corpus::{ZoneKind, ZoneSet};
use crate::index::named;
use crate::index::schema::ArticleFields;
use crate::index::stored::Placed;
use crate::query::syntax::Scope;

/// What one field holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::query) enum Part<'a> {
    /// All zones that are usually searched.
    Searched,
    /// One zone.
    Zone(ZoneKind),
    /// What the input names as the source.
    Origin,
    /// The field of the input that has this name.
    Named(&'a str),
}

impl Part<'_> {
    pub fn field(self, fields: &ArticleFields) -> Field {
        match self {
            Self::Searched => fields.text,
            Self::Zone(kind) => fields.zone(kind).unwrap_or(fields.text),
            Self::Origin => fields.origin,
            Self::Named(_) => fields.named,
        }
    }

    /// The position of a word of the text in the field, if it is in it.
    pub fn position(self, word: &Placed) -> Option<u32> {
        match self {
            Self::Searched => ZoneSet::SEARCHED
                .contains(word.zone)
                .then_some(word.position),
            Self::Zone(kind) => (word.zone == kind).then_some(word.position_in_zone),
            Self::Origin | Self::Named(_) => None,
        }
    }

    /// What stands before a word in the terms of the field.
    pub fn prefix(self) -> String {
        match self {
            Self::Named(name) => named::term(name, ""),
            _ => String::new(),
        }
    }
}

/// The parts whose frequencies added up, with these signs, are those of `scope`.
pub(super) fn parts(scope: &Scope) -> Vec<(Part<'_>, f32)> {
    let zones = scope.zones();
    let mut parts = Vec::new();
    let has_body = zones.contains(ZoneKind::Body);
    if has_body {
        parts.push((Part::Searched, 1.0));
    }
    for kind in ZoneKind::ALL
        .into_iter()
        .filter(|kind| *kind != ZoneKind::Body)
    {
        let is_in_big = has_body && ZoneSet::SEARCHED.contains(kind);
        match (zones.contains(kind), is_in_big) {
            (true, false) => parts.push((Part::Zone(kind), 1.0)),
            (false, true) => parts.push((Part::Zone(kind), -1.0)),
            _ => {}
        }
    }
    match scope {
        Scope::Origin => parts.push((Part::Origin, 1.0)),
        Scope::Named(name) => parts.push((Part::Named(name), 1.0)),
        Scope::Covered | Scope::Zones(_) => {}
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_usual_scope_is_one_field_and_others_add_up() {
        let zones = |names: &str| Scope::Zones(names.parse().unwrap());
        assert_eq!(parts(&Scope::Covered), [(Part::Searched, 1.0)]);
        assert_eq!(
            parts(&zones("all")),
            [
                (Part::Searched, 1.0),
                (Part::Zone(ZoneKind::Related), 1.0),
                (Part::Zone(ZoneKind::Furniture), 1.0)
            ]
        );
        assert_eq!(parts(&zones("title")), [(Part::Zone(ZoneKind::Title), 1.0)]);
        assert_eq!(
            parts(&zones("title,dateline,body,tags")),
            [(Part::Searched, 1.0), (Part::Zone(ZoneKind::Source), -1.0)]
        );
    }
}
