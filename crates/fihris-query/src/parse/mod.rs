//! Parsing: what was typed becomes a [`Ast`](crate::ast::Ast) tree.
//!
//! The grammar crate of the engine's family was tried first and does not serve: it takes the colon
//! and the brackets of a pasted headline for fields and ranges, knows neither `=word` nor Arabic
//! quotes, and names no place in its errors.
//!
//! ```text
//! query   := either ("OR" either)*
//! either  := part (["AND"] part)*
//! part    := ("-" | "NOT" | "+") part | field part | operand ["^" number]
//!          | "in:" zones | "mentions:" days | "date:" days | "path:" pattern
//! operand := "(" query ")" | ["=" | "%"] phrase ["~" number] | ["=" | "%"] word | pattern | word "~" [number]
//! field   := "title:" | "tag:" | "source:" | a name of the input ":"
//! ```
//!
//! `in:` applies to all parts beside it, whose zones no field names.

mod aliases;
mod chars;
mod error;
mod fields;
mod foreign;
mod lex;
mod limits;
mod near;
mod operators;
mod options;
mod parsed;
mod parser;
mod regex;
mod rewrites;
#[cfg(test)]
mod tests;
mod text;
mod words;

pub use aliases::{arabic_names, is_field_name};
pub use error::{Problem, QueryError};
pub use limits::{MAX_PATTERNS, MAX_WORDS};
pub use options::ParseOptions;
pub use parsed::Parsed;
pub use text::{check, parse, parse_with, read};
