//! `<DOC>`: an article as the collections of TREC and LDC have it.
//!
//! An element in it is a field, in whatever other element it stands; those of running text are line
//! breaks. Knows one article, well-formed or not.

use serde_json::Value;

use super::tags::{Token, attribute, decode_entities, line_break, tidy, tokens};
use crate::corpus::record::Record;

/// The fields of the article in `markup`, which begins with its `<DOC>`. Several of one name become a
/// list.
#[must_use]
pub fn record(markup: &str) -> Record {
    let mut fields: Vec<(&str, String)> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    let mut id = None;
    for token in tokens(markup) {
        match token {
            Token::Open(name, attributes) if name.eq_ignore_ascii_case("doc") => {
                id = attribute(attributes, "id");
            }
            Token::Open(name, attributes) => match line_break(name) {
                Some(end) => push(&mut fields, &open, end),
                None if attributes.ends_with('/') => {}
                None => {
                    open.push(fields.len());
                    fields.push((name, String::new()));
                }
            },
            Token::Close(name) => {
                let is_it = |field: &usize| fields[*field].0.eq_ignore_ascii_case(name);
                if let Some(end) = line_break(name) {
                    push(&mut fields, &open, end);
                } else if let Some(at) = open.iter().rposition(is_it) {
                    open.truncate(at);
                }
            }
            Token::Text(text) => push(&mut fields, &open, &decode_entities(text)),
            Token::Literal(text) => push(&mut fields, &open, text),
        }
    }
    let mut record = Record::new();
    if let Some(id) = id {
        record.insert("id".into(), Value::String(id.into_owned()));
    }
    for (name, text) in fields {
        add(&mut record, name, tidy(&text));
    }
    record
}

/// Adds `text` to the innermost open field.
fn push(fields: &mut [(&str, String)], open: &[usize], text: &str) {
    if let Some(&field) = open.last() {
        fields[field].1.push_str(text);
    }
}

/// Adds a value to what `record` has of this name, if there is something in it.
pub(super) fn add(record: &mut Record, name: &str, text: String) {
    if text.is_empty() {
        return;
    }
    match record.get_mut(name) {
        None => {
            record.insert(name.into(), Value::String(text));
        }
        Some(Value::Array(values)) => values.push(Value::String(text)),
        Some(value) => *value = Value::Array(vec![value.take(), Value::String(text)]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_are_fields() {
        for (markup, expected) in [
            (
                "<DOC>\n<DOCNO> 7 </DOCNO>\n<BODY>\n<HEADLINE>\nعنوان &amp; آخر\n</HEADLINE>\n<TEXT>\n<P>أول</P>\n<P>ثان</P>\n</TEXT>\n</BODY></DOC>",
                r#"{"DOCNO":"7","HEADLINE":"عنوان & آخر","TEXT":"أول\n\nثان"}"#,
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
            let found = serde_json::to_string(&record(markup)).unwrap();
            assert_eq!(found, expected);
        }
    }
}
