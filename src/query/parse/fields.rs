//! Fields: a name before a colon, and what stands behind it.
//!
//! Knows the names of fields and the forms of their values, not how parts of a query combine.

use crate::corpus::{Selection, ZoneKind, ZoneSet};
use crate::query::ast::{AskedPeriod, Scope, Syntax};
use crate::query::parse::error::{Problem, all_fields, nearest, zone_names};
use crate::query::parse::lex::WITH_VALUES;
use crate::query::parse::parser::{Parsed, Parser};

impl Parser<'_> {
    /// A field and what is looked for in it.
    pub(super) fn field(&mut self) -> Parsed<Option<Syntax>> {
        let name = self.text(self.at);
        if WITH_VALUES.contains(&name) {
            self.at += 1;
            return self.value(name).map(Some);
        }
        let zone = |kind| Scope::Zones(ZoneSet::new(&[kind]));
        let inside = match name {
            "title" => zone(ZoneKind::Title),
            "tag" => zone(ZoneKind::Tags),
            "source" => Scope::Origin,
            name if self.fields.iter().any(|field| field == name) => Scope::Named(name.to_string()),
            _ => {
                let known = all_fields(self.fields);
                let instead = match nearest(name, known.iter().copied()) {
                    Some(meant) => format!("{meant}:"),
                    None => format!("{name} "),
                };
                let mut mistake = self.hopeless(Problem::NoField(known.join(", ")));
                mistake.mend = Some((mistake.range.start..mistake.range.end + 1, instead));
                return Err(mistake);
            }
        };
        self.at += 1;
        self.operand(&inside)
    }

    /// What a field means that takes no words, by the next token.
    fn value(&mut self, name: &str) -> Parsed<Syntax> {
        let typed = self.text(self.at);
        let syntax = match name {
            "path" => match Selection::new(&[typed], &[]) {
                Ok(_) if !typed.is_empty() => Syntax::Path(typed.to_string()),
                _ => return Err(self.hopeless(Problem::NoPath)),
            },
            name => {
                let period = typed.parse().map_err(|_| self.hopeless(Problem::NoDate))?;
                let typed = format!("{name}:{typed}");
                let asked = AskedPeriod { typed, period };
                match name {
                    "date" => Syntax::Published(asked),
                    _ => Syntax::Mentions(asked),
                }
            }
        };
        self.at += 1;
        Ok(syntax)
    }

    /// The zones that `in:` names.
    pub(super) fn zones(&mut self) -> Parsed<Scope> {
        self.at += 1;
        let names = self.text(self.at);
        let Ok(zones) = names.parse() else {
            let meant: Option<Vec<&str>> = names
                .split(',')
                .map(|name| nearest(name, zone_names()))
                .collect();
            return Err(match meant {
                Some(meant) => self.mistake(Problem::NoZone, &meant.join(",")),
                None => self.hopeless(Problem::NoZone),
            });
        };
        self.at += 1;
        Ok(Scope::Zones(zones))
    }
}
