//! The schema: which tables there are, and what their columns are called, as the statements that made them say.

use std::ops::ControlFlow;

use super::database::Database;
use super::row::{Cell, cells};
use super::tree::{Found, walk};
use crate::limits::{LARGEST_RECORD, MOST_FIELDS};
use crate::skip::SkipReason;

/// The most tables of a database that are looked at.
const MOST_TABLES: usize = 10_000;

/// A table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Table {
    /// Its name.
    pub name: String,
    /// The first page of its tree; none if it has none with rows.
    pub root: Option<u32>,
    /// Its columns.
    pub columns: Vec<Column>,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Column {
    /// Its name.
    pub name: String,
    /// Whether it is another name for the number of the row.
    pub is_row_id: bool,
    /// Whether rows have a cell for it; what is worked out of others has none.
    pub is_stored: bool,
}

impl Table {
    /// The names of its columns.
    pub fn columns(&self) -> Vec<&str> {
        self.columns.iter().map(|column| &*column.name).collect()
    }
}

/// The tables that a user made.
///
/// # Errors
/// If the page that lists them is damaged, and there is none.
pub(super) fn tables(database: &Database) -> Result<Vec<Table>, SkipReason> {
    let mut tables = Vec::new();
    let mut problem = None;
    let mut bytes = 0;
    walk(database, 1, &mut |found| {
        match found {
            Found::Row { payload, .. } => {
                bytes += payload.len() as u64;
                match cells(&payload) {
                    Ok(cells) => tables.extend(table(database, &cells)),
                    Err(reason) => problem = Some(reason),
                }
            }
            Found::Damage { reason, .. } => problem = Some(reason),
        }
        if tables.len() < MOST_TABLES && bytes < LARGEST_RECORD {
            ControlFlow::Continue(())
        } else {
            ControlFlow::Break(())
        }
    });
    match problem {
        Some(reason) if tables.is_empty() => Err(reason),
        _ => Ok(tables),
    }
}

/// The table in a row of the schema, if it is one.
fn table(database: &Database, cells: &[Cell]) -> Option<Table> {
    let text = |cell: &Cell| match cell {
        Cell::Text(bytes) => Some(match database.to_utf8(bytes) {
            Some(text) => text,
            None => String::from_utf8_lossy(bytes).into_owned(),
        }),
        _ => None,
    };
    let [kind, name, _, root, statement, ..] = cells else {
        return None;
    };
    let name = text(name)?;
    if text(kind)? != "table" || name.starts_with("sqlite_") {
        return None;
    }
    let statement = text(statement)?;
    let (columns, options) = columns(&tokens(&statement));
    let root = match root {
        Cell::Integer(page) if !options.contains("WITHOUT") => u32::try_from(*page).ok(),
        _ => None,
    };
    let root = root.filter(|page| *page > 1);
    Some(Table {
        name,
        root,
        columns,
    })
}

/// A part of a statement.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Token {
    /// A word as it is written.
    Word(String),
    /// A name in quotation marks, without them.
    Quoted(String),
    /// Another sign.
    Sign(char),
}

impl Token {
    /// Whether it is this keyword.
    fn is(&self, keyword: &str) -> bool {
        matches!(self, Self::Word(word) if word.eq_ignore_ascii_case(keyword))
    }

    /// The name that it is.
    fn name(&self) -> Option<&str> {
        match self {
            Self::Word(name) | Self::Quoted(name) => Some(name),
            Self::Sign(_) => None,
        }
    }
}

/// The parts of a statement, without comments.
fn tokens(statement: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut rest = statement;
    while let Some(first) = rest.chars().next() {
        let length = first.len_utf8();
        if let Some(comment) = rest.strip_prefix("--") {
            rest = comment.split_once('\n').map_or("", |(_, rest)| rest);
        } else if let Some(comment) = rest.strip_prefix("/*") {
            rest = comment.split_once("*/").map_or("", |(_, rest)| rest);
        } else if let '"' | '`' | '\'' | '[' = first {
            let last = if first == '[' { ']' } else { first };
            let (name, behind) = quoted(&rest[length..], last);
            tokens.push(Token::Quoted(name));
            rest = behind;
        } else if first.is_alphanumeric() || first == '_' {
            let is_of_word = |c: char| c.is_alphanumeric() || matches!(c, '_' | '$');
            let end = rest.find(|c| !is_of_word(c)).unwrap_or(rest.len());
            tokens.push(Token::Word(rest[..end].to_string()));
            rest = &rest[end..];
        } else {
            if !first.is_whitespace() {
                tokens.push(Token::Sign(first));
            }
            rest = &rest[length..];
        }
    }
    tokens
}

/// The name up to the mark `last`, which stands twice where it is meant, and what follows.
fn quoted(text: &str, last: char) -> (String, &str) {
    let mut name = String::new();
    let mut rest = text;
    while let Some((part, behind)) = rest.split_once(last) {
        name.push_str(part);
        rest = behind;
        match rest.strip_prefix(last) {
            Some(behind) if last != ']' => {
                name.push(last);
                rest = behind;
            }
            _ => return (name, rest),
        }
    }
    (name + rest, "")
}

/// The columns that a statement names, and the words behind them in capitals.
fn columns(tokens: &[Token]) -> (Vec<Column>, String) {
    let is_open = |token: &Token| *token == Token::Sign('(');
    let first = tokens
        .iter()
        .position(is_open)
        .map_or(tokens.len(), |at| at + 1);
    let is_virtual = tokens[..first].iter().any(|token| token.is("virtual"));
    let mut parts: Vec<Vec<&Token>> = vec![Vec::new()];
    let mut depth = 1_usize;
    let mut end = tokens.len();
    for (at, token) in tokens.iter().enumerate().skip(first) {
        match token {
            Token::Sign('(') => depth += 1,
            Token::Sign(')') => depth -= 1,
            Token::Sign(',') if depth == 1 => {
                parts.push(Vec::new());
                continue;
            }
            _ => {}
        }
        if depth == 0 {
            end = at;
            break;
        }
        if let Some(part) = parts.last_mut() {
            part.push(token);
        }
    }
    let mut columns: Vec<Column> = parts.iter().filter_map(|part| column(part)).collect();
    columns.truncate(MOST_FIELDS);
    for part in &parts {
        name_row_id(part, &mut columns);
    }
    let words = tokens[end..].iter().filter_map(Token::name);
    let mut options = words.collect::<Vec<_>>().join(" ").to_ascii_uppercase();
    if is_virtual {
        options.push_str(" WITHOUT"); // has no tree of its own
    }
    (columns, options)
}

/// The column that a part of a statement defines; none if it is a constraint.
fn column(part: &[&Token]) -> Option<Column> {
    let constraints = ["constraint", "primary", "unique", "check", "foreign"];
    let (first, rest) = part.split_first()?;
    if constraints.iter().any(|it| first.is(it)) {
        return None;
    }
    let has = |keyword: &str| rest.iter().any(|token| token.is(keyword));
    let is_integer = rest.first().is_some_and(|token| token.is("integer"));
    let is_typed_so = is_integer && !matches!(rest.get(1), Some(Token::Sign('(')));
    let is_worked_out = rest
        .windows(2)
        .any(|pair| pair[0].is("as") && *pair[1] == Token::Sign('('));
    Some(Column {
        name: first.name()?.to_string(),
        is_row_id: is_typed_so && has("primary") && has("key"),
        is_stored: !is_worked_out || has("stored"),
    })
}

/// Where a constraint says that one column of whole numbers is the key, it is the number of the row.
fn name_row_id(part: &[&Token], columns: &mut [Column]) {
    let at = part.iter().position(|token| token.is("primary"));
    let Some([_, _, open, name, close]) = at.and_then(|at| part.get(at..at + 5)) else {
        return;
    };
    let is_of_one = **open == Token::Sign('(') && **close == Token::Sign(')');
    let is_constraint = part
        .first()
        .is_some_and(|first| first.is("constraint") || first.is("primary"));
    if let Some(name) = name.name().filter(|_| is_of_one && is_constraint) {
        let of_key = columns
            .iter_mut()
            .filter(|it| it.name.eq_ignore_ascii_case(name));
        // Other types than whole numbers have cells of their own, which are never empty.
        of_key.for_each(|column| column.is_row_id = true);
    }
}
