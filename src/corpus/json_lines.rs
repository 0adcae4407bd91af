//! JSON Lines: a collection with one article a line.
//!
//! An object holds the text, and may hold an id, a title and more; which fields these are is said by a
//! [`FieldMap`]. Knows records, not files.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::article::Article;
use super::skip::SkipReason;
use crate::arabic::words;

/// The names that a collection gives to the fields of its articles.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldMap {
    /// Of the id.
    pub id: String,
    /// Of the headline.
    pub title: String,
    /// Of the text.
    pub text: String,
    /// Of the date of publication.
    pub date: String,
    /// Of who published it.
    pub source: String,
}

impl Default for FieldMap {
    fn default() -> Self {
        Self {
            id: "id".into(),
            title: "title".into(),
            text: "text".into(),
            date: "date".into(),
            source: "source".into(),
        }
    }
}

impl FieldMap {
    /// Takes `name` for `field` from now on; false if there is no such field.
    pub fn set(&mut self, field: &str, name: &str) -> bool {
        let place = match field {
            "id" => &mut self.id,
            "title" => &mut self.title,
            "text" => &mut self.text,
            "date" => &mut self.date,
            "source" => &mut self.source,
            _ => return false,
        };
        *place = name.to_string();
        true
    }
}

/// The article in the line of this number of `file`, or the stories in it.
///
/// # Errors
/// [`SkipReason::BadRecord`] if the line is no JSON object with a text, [`SkipReason::Empty`] if there
/// is no word in it.
pub fn articles(
    line: &str,
    map: &FieldMap,
    (file, number): (&str, usize),
) -> Result<Vec<Article>, SkipReason> {
    let bad = |problem: String| SkipReason::BadRecord(problem);
    let mut record: Map<String, Value> =
        serde_json::from_str(line).map_err(|error| bad(format!("no JSON object: {error}")))?;
    let mut take = |name: &str| record.remove(name).and_then(as_text);
    let (id, title) = (take(&map.id), take(&map.title));
    let source = take(&map.source);
    let body = take(&map.text).or_else(|| title.is_some().then(String::new));
    let body = body.ok_or_else(|| bad(format!("there is no text in a field \"{}\"", map.text)))?;
    let title = title.unwrap_or_default();
    let date = record.get(&map.date).cloned().and_then(as_text);
    if !words(&title).advance() && !words(&body).advance() {
        return Err(SkipReason::Empty);
    }
    let id = id.unwrap_or_else(|| format!("{file}#{number}"));
    let mut articles = Article::of_title_and_body(&id, file, title.trim(), &body);
    let rest = record
        .into_iter()
        .filter_map(|(name, value)| Some((name, as_text(value)?)));
    let fields: BTreeMap<_, _> = rest.collect();
    for article in &mut articles {
        article.source.clone_from(&source);
        article.find_published(date.as_deref());
        article.fields.clone_from(&fields);
    }
    Ok(articles)
}

/// A value as text; `None` for nothing, lists and objects.
fn as_text(value: Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(truth) => Some(truth.to_string()),
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_records() {
        let line = r#"{"id": 7, "title": "عنوان", "text": "نص", "source": "تاس", "tags": []}"#;
        let read = &articles(line, &FieldMap::default(), ("f", 1)).unwrap()[0];
        assert_eq!((&*read.id, &*read.text), ("7", "عنوان\n\nنص"));
        assert_eq!(read.title(), Some("عنوان"));
        assert_eq!(read.source.as_deref(), Some("تاس"));
        let mut map = FieldMap::default();
        assert!(map.set("text", "body") && !map.set("body", "text"));
        let read = &articles(r#"{"body": "نص وحده."}"#, &map, ("f", 1)).unwrap()[0];
        assert_eq!((&*read.id, read.title()), ("f#1", None));
    }

    #[test]
    fn bad_records_say_why() {
        for (line, reason) in [
            (
                "{",
                "not an article: no JSON object: EOF while parsing an object at line 1 column 1",
            ),
            (
                "{\"id\": 1}",
                "not an article: there is no text in a field \"text\"",
            ),
            ("{\"text\": \" \"}", "empty: there is no word in it"),
        ] {
            let error = articles(line, &FieldMap::default(), ("x", 1)).unwrap_err();
            assert_eq!(error.to_string(), reason, "{line}");
        }
    }
}
