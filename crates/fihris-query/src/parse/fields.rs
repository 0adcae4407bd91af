//! Fields: a name before a colon, and what stands after it.

use crate::ast::{Ast, QueryPeriod, Scope};
use crate::parse::error::{Problem, all_fields, nearest, zone_names};
use crate::parse::lex::WITH_VALUES;
use crate::parse::parser::{ParseResult, Parser};
use fihris_corpus::{Selection, ZoneKind, ZoneSet};

impl Parser<'_> {
    /// A field and what is looked for in it.
    pub(super) fn field(&mut self) -> ParseResult<Option<Ast>> {
        let name = self.text(self.at);
        if WITH_VALUES.contains(&name) {
            self.at += 1;
            return self.value(name).map(Some);
        }
        let zone = |kind| Scope::Zones(ZoneSet::new(&[kind]));
        let inside = match name {
            "title" => zone(ZoneKind::Title),
            "tag" => zone(ZoneKind::Tags),
            "source" => Scope::Publisher,
            name if self.fields.iter().any(|field| field == name) => Scope::Field(name.to_string()),
            _ => {
                let known = all_fields(self.fields);
                let instead = match nearest(name, known.iter().copied()) {
                    Some(meant) => format!("{meant}:"),
                    None => format!("{name} "),
                };
                let mut error = self.unfixable(Problem::NoField(known.join(", ")));
                error.fix = Some((error.range.start..error.range.end + 1, instead));
                return Err(error);
            }
        };
        self.at += 1;
        self.operand(&inside)
    }

    /// What a field means that takes no words, by the next token.
    fn value(&mut self, name: &str) -> ParseResult<Ast> {
        let raw = self.text(self.at);
        let syntax = match name {
            "path" => match Selection::new(&[raw], &[]) {
                Ok(_) if !raw.is_empty() => Ast::Path(raw.to_string()),
                _ => return Err(self.unfixable(Problem::NoPath)),
            },
            name => {
                let period = raw.parse().map_err(|_| self.unfixable(Problem::NoDate))?;
                let raw = format!("{name}:{raw}");
                let period = QueryPeriod { raw, period };
                match name {
                    "date" => Ast::Published(period),
                    _ => Ast::Mentions(period),
                }
            }
        };
        self.at += 1;
        Ok(syntax)
    }

    /// The zones that `in:` names.
    pub(super) fn zones(&mut self) -> ParseResult<Scope> {
        self.at += 1;
        let names = self.text(self.at);
        let Ok(zones) = names.parse() else {
            let meant: Option<Vec<&str>> = names
                .split(',')
                .map(|name| nearest(name, zone_names()))
                .collect();
            return Err(match meant {
                Some(meant) => self.error(Problem::NoZone, &meant.join(",")),
                None => self.unfixable(Problem::NoZone),
            });
        };
        self.at += 1;
        Ok(Scope::Zones(zones))
    }
}
