//! Feeds: an `<item>` of RSS, or an `<entry>` of Atom.
//!
//! Its children are its fields; HTML in them becomes text.

use crate::fields::{FieldMap, Part};
use crate::limits::MOST_VALUES;
use crate::skip::SkipReason;
use crate::tags::{Token, attribute, decode_entities, plain, tokens};
use crate::value::{Record, Value, many_values};

/// The fields of the article in `markup`, which begins with its own tag. One that does not say who
/// published it has that from the feed, whose title is `source`.
///
/// # Errors
/// If there are too many.
pub fn record(markup: &str, source: Option<&str>, map: &FieldMap) -> Result<Record, SkipReason> {
    let mut record = Record::new();
    let mut tokens = tokens(markup).skip(1);
    let mut count = 0;
    while let Some(token) = tokens.next() {
        let Token::Open(name, attributes) = token else {
            continue;
        };
        count += 1;
        if count > MOST_VALUES {
            return Err(many_values());
        }
        let html = if attributes.ends_with('/') {
            String::new()
        } else {
            inside(name, &mut tokens)
        };
        let mut text = plain(&html);
        if text.is_empty() && name == "link" {
            text = attribute(attributes, "href")
                .unwrap_or_default()
                .into_owned();
        }
        Value::add(&mut record, name, text);
    }
    let names: Vec<&str> = record.keys().map(String::as_str).collect();
    let has_source = map.candidates(Part::Source, &names).next().is_some();
    if let Some(source) = source
        && !has_source
        && map.given(Part::Source).is_none()
    {
        record.insert("source".into(), Value::Text(source.into()));
    }
    Ok(record)
}

/// What comes up to the end of the element called `name`, as HTML.
fn inside<'a>(name: &str, tokens: &mut impl Iterator<Item = Token<'a>>) -> String {
    let mut html = String::new();
    let mut depth = 1;
    for token in tokens {
        match token {
            Token::Open(inner, attributes) => {
                depth += usize::from(inner == name && !attributes.ends_with('/'));
                html.extend(["<", inner, ">"]);
            }
            Token::Close(inner) => {
                depth -= usize::from(inner == name);
                if depth == 0 {
                    break;
                }
                html.extend(["</", inner, ">"]);
            }
            Token::Text(text) => html.push_str(&decode_entities(text)),
            Token::Literal(text) => html.push_str(text),
        }
    }
    html
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value;

    #[test]
    fn children_are_fields() {
        for (markup, expected) in [
            (
                "<item>\n<title><![CDATA[عنوان & آخر]]></title><link>http://a/?b&amp;c</link>\
                 <description>&lt;p&gt;أول&lt;/p&gt;&lt;p&gt;ثان &amp;quot;&lt;/p&gt;</description>\
                 <category>أ</category><category>ب</category></item>",
                r#"{"category":["أ","ب"],"description":"أول\n\nثان \"","link":"http://a/?b&c","source":"الوكالة","title":"عنوان & آخر"}"#,
            ),
            (
                "<entry><id>urn:7</id><link rel='alternate' href='http://a/7'/><author><name>كاتب</name></author>\
                 <content type='xhtml'><div><p>نص <b>مهم</b></p></div></content><source>تاس</source></entry>",
                r#"{"author":"كاتب","content":"نص مهم","id":"urn:7","link":"http://a/7","source":"تاس"}"#,
            ),
            (
                "<item><title>بلا نهاية",
                r#"{"source":"الوكالة","title":"بلا نهاية"}"#,
            ),
        ] {
            let found = record(markup, Some("الوكالة"), &FieldMap::default()).unwrap();
            assert_eq!(found, value::record(expected).unwrap(), "{markup}");
        }
    }
}
