//! `<DOC>`: an article as the collections of TREC and LDC have it, and those of Reuters and others by other names.
//!
//! An element in it is a field, in whatever other element it stands; those of running text are line breaks.

use std::collections::HashMap;

use crate::limits::MOST_VALUES;
use crate::skip::SkipReason;
use crate::tags::{Token, attribute, decode_entities, is_hidden, line_break, tidy, tokens};
use crate::value::{Record, Value, many_values};

/// The fields of the article in `markup`, which begins with its own tag. Several of one name become a
/// list.
///
/// # Errors
/// If there are too many.
pub fn record(markup: &str) -> Result<Record, SkipReason> {
    let mut fields: Vec<(&str, String)> = Vec::new();
    let mut open = Open::default();
    let mut about: Option<&str> = None;
    for token in tokens(markup) {
        match token {
            Token::Open(_, attributes) if about.is_none() => about = Some(attributes),
            Token::Open(name, attributes) if name.eq_ignore_ascii_case("doc") => {
                about = Some(attributes);
            }
            Token::Open(name, attributes) => match line_break(name) {
                Some(end) => push(&mut fields, &open, end),
                None if attributes.ends_with('/') => {}
                None if fields.len() >= MOST_VALUES => return Err(many_values()),
                None => {
                    open.push(name, fields.len());
                    fields.push((name, String::new()));
                }
            },
            Token::Close(name) => match line_break(name) {
                Some(end) => push(&mut fields, &open, end),
                None => open.close(name),
            },
            Token::Text(text) => push(&mut fields, &open, &decode_entities(text)),
            Token::Literal(text) => push(&mut fields, &open, text),
        }
    }
    let mut record = Record::new();
    let about = about.unwrap_or_default();
    for (name, attributes) in [
        ("id", ["itemid", "newid", "id"].as_slice()),
        ("date", &["date"]),
    ] {
        let mut values = attributes.iter().filter_map(|name| attribute(about, name));
        if let Some(value) = values.next() {
            record.insert(name.into(), Value::Text(value.into_owned()));
        }
    }
    for (name, text) in fields {
        if !is_hidden(name) {
            Value::add(&mut record, name, tidy(&text));
        }
    }
    add_day_of_name(&mut record);
    Ok(record)
}

/// The day in the name of a story of an agency (`AFP_ARB_20190612.0001`), where nothing else gives one.
fn add_day_of_name(record: &mut Record) {
    let day = ["id", "DOCNO", "DOCID"].iter().find_map(|name| {
        let Some(Value::Text(name)) = record.get(*name) else {
            return None;
        };
        let stem = name.split('.').next()?;
        let start = stem
            .len()
            .checked_sub(8)
            .filter(|start| stem.is_char_boundary(*start))?;
        let (agency, day) = stem.split_at(start);
        let is_day = day.bytes().all(|byte| byte.is_ascii_digit());
        let is_year = day.starts_with("19") || day.starts_with("20");
        (is_day && is_year && agency.ends_with(|c: char| !c.is_ascii_digit()))
            .then(|| day.to_string())
    });
    let has_date = record.keys().any(|name| {
        let name = name.to_ascii_lowercase();
        name.contains("date") && name != "dateline"
    });
    if let Some(day) = day.filter(|_| !has_date) {
        record.insert("date".into(), Value::Text(day));
    }
}

/// The fields that are open, the innermost last.
#[derive(Default)]
struct Open {
    /// Their names in lower case, and their numbers.
    fields: Vec<(String, usize)>,
    /// How many of each name there are.
    counts: HashMap<String, usize>,
}

impl Open {
    fn push(&mut self, name: &str, field: usize) {
        let name = name.to_ascii_lowercase();
        *self.counts.entry(name.clone()).or_default() += 1;
        self.fields.push((name, field));
    }

    /// Closes the innermost field called `name` and those in it, if there is one.
    fn close(&mut self, name: &str) {
        let name = name.to_ascii_lowercase();
        if self.counts.get(&name).is_none_or(|&count| count == 0) {
            return;
        }
        while let Some((inner, _)) = self.fields.pop() {
            self.counts
                .entry(inner.clone())
                .and_modify(|count| *count -= 1);
            if inner == name {
                return;
            }
        }
    }
}

/// Adds `text` to the innermost open field.
fn push(fields: &mut [(&str, String)], open: &Open, text: &str) {
    if let Some(&(_, field)) = open.fields.last() {
        fields[field].1.push_str(text);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value;

    #[test]
    fn elements_are_fields() {
        for (markup, expected) in [
            (
                "<DOC>\n<DOCNO> 7 </DOCNO>\n<BODY>\n<HEADLINE>\nعنوان &amp; آخر\n</HEADLINE>\n<TEXT>\n<P>أول</P>\n<P>ثان</P>\n</TEXT>\n</BODY></DOC>",
                r#"{"DOCNO":"7","HEADLINE":"عنوان & آخر","TEXT":"أول\n\nثان"}"#,
            ),
            (
                "<DOC><TEXT>a <Script>if (a<b) x</sCRIPT>b <style>c</style></TEXT>",
                r#"{"TEXT":"a b"}"#,
            ),
            (
                "<DOC id=\"A.1\" type=story><TEXT>نص 5 < 6",
                r#"{"TEXT":"نص 5 < 6","id":"A.1"}"#,
            ),
            (
                "<DOC><DOCNO>7\n<TITLE>عنوان</TITLE>\n<TEXT>أ</TEXT><TEXT>ب</TEXT><EMPTY/></WRONG></DOC>",
                r#"{"DOCNO":"7","TEXT":["أ","ب"],"TITLE":"عنوان"}"#,
            ),
        ] {
            assert_eq!(
                record(markup).unwrap(),
                value::record(expected).unwrap(),
                "{markup}"
            );
        }
    }
}
