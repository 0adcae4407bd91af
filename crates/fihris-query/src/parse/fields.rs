//! Fields: a name before a colon, and what stands after it.

use crate::ast::{Ast, QueryPeriod, Scope};
use crate::parse::aliases::{self, Named};
use crate::parse::error::{ParseError, Problem, all_fields, nearest, zone_names};
use crate::parse::lex::WITH_VALUES;
use crate::parse::parser::{ParseResult, Parser};
use fihris_corpus::{Selection, ZoneKind, ZoneSet};

impl Parser<'_> {
    /// Whether the next token is a field that names zones.
    pub(super) fn names_zones(&self) -> bool {
        aliases::field(self.text(self.at), self.options.fields) == Some(Named::Own("in"))
    }

    /// A field and what is looked for in it.
    pub(super) fn field(&mut self) -> ParseResult<Option<Ast>> {
        let name = self.text(self.at);
        let zone = |kind| Scope::Zones(ZoneSet::new(&[kind]));
        let named = aliases::field(name, self.options.fields);
        let scopes = match &named {
            Some(Named::Own(own)) if WITH_VALUES.contains(own) => {
                self.rename(own);
                self.at += 1;
                return self.value(own).map(Some);
            }
            Some(Named::Own(own)) => {
                self.rename(own);
                vec![match *own {
                    "title" => zone(ZoneKind::Title),
                    "tag" => zone(ZoneKind::Tags),
                    "body" => zone(ZoneKind::Body),
                    _ => Scope::Publisher,
                }]
            }
            Some(Named::OfInput(of_input)) => {
                self.rename(&of_input[0]);
                of_input.iter().cloned().map(Scope::Field).collect()
            }
            Some(Named::Unknown) | None => return Err(self.no_field(name)),
        };
        self.at += 1;
        let start = self.at;
        let mut found = Vec::new();
        for scope in &scopes {
            self.at = start;
            found.extend(self.operand(scope)?);
        }
        Ok(match found.len() {
            0 | 1 => found.pop(),
            _ => Some(Ast::Any(found)),
        })
    }

    /// Notes that the name of a field was read as another.
    fn rename(&mut self, name: &str) {
        if self.text(self.at) != name {
            self.rewrites.push(self.tokens[self.at].range.clone(), name);
        }
    }

    fn no_field(&self, name: &str) -> ParseError {
        let known = all_fields(self.options.fields);
        let instead = match nearest(name, known.iter().copied()) {
            Some(meant) => format!("{meant}:"),
            None => format!("{name} "),
        };
        let mut error = self.unfixable(Problem::NoField(known.join(", ")));
        error.fix = Some((error.range.start..error.range.end + 1, instead));
        error
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
                let period = self.options.period(raw);
                let period = period.ok_or_else(|| self.unfixable(Problem::NoDate))?;
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
        self.rename("in");
        self.at += 1;
        let typed = self.text(self.at);
        let names: Vec<&str> = typed.split([',', '،']).map(aliases::zone).collect();
        let Ok(zones) = names.join(",").parse() else {
            let meant = names.iter().map(|name| nearest(name, zone_names()));
            let meant: Option<Vec<&str>> = meant.collect();
            return Err(match meant {
                Some(meant) => self.error(Problem::NoZone, &meant.join(",")),
                None => self.unfixable(Problem::NoZone),
            });
        };
        self.rename(&names.join(","));
        self.at += 1;
        Ok(Scope::Zones(zones))
    }
}
