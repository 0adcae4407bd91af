//! Records: a set of named values becomes an article.
//!
//! The same for all formats that have fields.

use std::collections::BTreeMap;

use super::article::Article;
use super::fields::{FieldMap, Part};
use super::id::ArticleId;
use super::limits::{LONGEST_NAME, MOST_FIELDS, excerpt_of_names};
use super::name::FileName;
use super::skip::{RecordProblem, SkipReason};
use super::tags::decode_text;
use super::value::{Record, Value, many_fields};
use arabic_text::words;

/// The stories of `record` with their source, date and other fields, and the name that each part was
/// found by. `id` names a record without one, from all that is kept of it; `file` is where it comes from.
///
/// # Errors
/// [`SkipReason::BadRecord`] if there is no text or too many fields, [`SkipReason::Empty`] if there is no word in it.
pub fn articles(
    mut record: Record,
    map: &FieldMap,
    id: impl FnOnce(&[&str]) -> ArticleId,
    file: &FileName,
) -> Result<(Vec<Article>, BTreeMap<Part, String>), SkipReason> {
    if record.len() > MOST_FIELDS {
        return Err(many_fields());
    }
    let mut found = BTreeMap::new();
    let mut part = |part, separator: &str| {
        let names: Vec<&str> = record.keys().map(String::as_str).collect();
        let is_text = |name: &&str| record.get(*name).is_some_and(Value::is_text);
        let name = map.candidates(part, &names).find(is_text)?.to_string();
        let value = match part {
            Part::Date => record.get(&name).cloned(), // stays a field, as it was written
            _ => record.remove(&name),
        };
        found.insert(part, name);
        let text = value?.into_text(separator)?;
        Some(match part {
            Part::Id => text, // is what was written
            _ => decode_text(text),
        })
    };
    let is_something = |value: &String| !value.trim().is_empty();
    let mut own_id = part(Part::Id, ", ").filter(is_something);
    let title = part(Part::Title, ", ");
    let mut source = part(Part::Source, ", ").filter(is_something);
    let body = part(Part::Text, "\n\n").or_else(|| title.is_some().then(String::new));
    let date = part(Part::Date, ", ");
    // What is too long for a name stays a field like any other.
    for (part, name) in [(Part::Id, &mut own_id), (Part::Source, &mut source)] {
        if let Some(long) = name.take_if(|name| name.len() > LONGEST_NAME)
            && let Some(field) = found.remove(&part)
        {
            record.insert(field, Value::Text(long));
        }
    }
    let body = body.ok_or_else(|| no_text(map, &record))?;
    let title = title.unwrap_or_default();
    if !words(&title).advance() && !words(&body).advance() {
        return Err(SkipReason::Empty);
    }
    let rest = record
        .into_iter()
        .filter_map(|(name, value)| Some((name, decode_text(value.into_text(", ")?))));
    let fields: BTreeMap<String, String> = rest.collect();
    let id = own_id.map_or_else(
        || {
            let mut parts = vec![title.trim(), &*body, source.as_deref().unwrap_or_default()];
            parts.extend(fields.iter().flat_map(|(name, value)| [&**name, &**value]));
            id(&parts)
        },
        ArticleId::from,
    );
    let mut articles = Article::from_title_and_body(&id, file, title.trim(), &body);
    Article::share_fields(&mut articles, fields);
    for article in &mut articles {
        article.source.clone_from(&source);
        article.find_published(date.as_deref());
    }
    Ok((articles, found))
}

fn no_text(map: &FieldMap, record: &Record) -> SkipReason {
    SkipReason::BadRecord(match map.given(Part::Text) {
        Some(name) => RecordProblem::NoTextIn(name.to_string()),
        None if record.is_empty() => RecordProblem::NoField,
        None => {
            let names = record.keys().map(String::as_str).take(8);
            RecordProblem::NoTextNamed(excerpt_of_names(names))
        }
    })
}

#[cfg(test)]
mod tests {
    use super::super::value;
    use super::*;

    fn read(json: &str, map: &FieldMap) -> Result<Vec<Article>, SkipReason> {
        let record = value::record(json).unwrap();
        Ok(articles(record, map, |_| "f#1".into(), &"f".into())?.0)
    }

    #[test]
    fn values_take_their_places() {
        let json = r#"{"id": 7, "title": "عنوان", "text": "نص", "source": "تاس", "tags": ["أ", "ب"],
            "n": 1.5, "ok": true, "none": null, "o": {"a": 1}, "author": {"name": "علي"}, "mixed": ["a", 1]}"#;
        let read = &read(json, &FieldMap::default()).unwrap()[0];
        assert_eq!((&*read.id, &*read.text), ("7", "عنوان\n\nنص"));
        assert_eq!(read.title(), Some("عنوان"));
        assert_eq!(read.source.as_deref(), Some("تاس"));
        let fields: Vec<(&str, &str)> = read.fields.iter().map(|(k, v)| (&**k, &**v)).collect();
        assert_eq!(
            fields,
            [
                ("author", "علي"),
                ("n", "1.5"),
                ("ok", "true"),
                ("tags", "أ, ب")
            ]
        );
    }

    #[test]
    fn an_id_is_what_was_written() {
        for id in [
            "12345678901234567890123",
            "12345678901234567890124",
            "1e2",
            "1.0",
            "-0",
            "true",
            "\"&amp;\"",
            "\"007\"",
        ] {
            let json = format!("{{\"id\": {id}, \"n\": {id}, \"text\": \"نص\"}}");
            let read = &read(&json, &FieldMap::default()).unwrap()[0];
            assert_eq!(read.id.as_str(), id.replace('"', ""));
            assert_eq!(read.fields["n"], id.replace('"', "").replace("&amp;", "&"));
        }
    }

    #[test]
    fn entities_stand_for_characters() {
        let json = r#"{"id": 1, "title": "&quot;عنوان&quot; AT&T", "text": "&#1576;&amp;quot;&laquo;", "url": "?a&amp;b&copy=1",
            "tags": ["&lt;", "ب"]}"#;
        let read = &read(json, &FieldMap::default()).unwrap()[0];
        assert_eq!(read.text, "\"عنوان\" AT&T\n\nب\"«");
        assert_eq!(read.fields["url"], "?a&b&copy=1");
        assert_eq!(read.fields["tags"], "<, ب");
    }

    #[test]
    fn names_are_guessed_or_given() {
        for (json, given, text) in [
            (r#"{"body": "نص وحده."}"#, None, "نص وحده."),
            (r#"{"articleBody": ["أول", "ثان"]}"#, None, "أول\n\nثان"),
            (r#"{"العنوان": "رأس", "النص": "متن"}"#, None, "رأس\n\nمتن"),
            (r#"{"text": null, "summary": "قصير"}"#, None, "قصير"),
            (r#"{"text": "نص", "lead": "آخر"}"#, Some("lead"), "آخر"),
            (r#"{"title": "عنوان وحده"}"#, None, "عنوان وحده\n\n"),
            (r#"{"id": " ", "text": "نص", "source": ""}"#, None, "نص"),
        ] {
            let mut map = FieldMap::default();
            if let Some(name) = given {
                map.set("text", name);
            }
            let read = &read(json, &map).unwrap()[0];
            assert_eq!((&*read.id, &*read.text), ("f#1", text), "{json}");
            assert_eq!(read.source, None, "{json}");
        }
    }

    #[test]
    fn what_is_too_long_for_a_name_stays_a_field() {
        let long = "طويل ".repeat(LONGEST_NAME);
        let json = format!(r#"{{"id": "{long}", "source": "{long}", "text": "نص"}}"#);
        let read = &read(&json, &FieldMap::default()).unwrap()[0];
        assert_eq!((&*read.id, &read.source), ("f#1", &None));
        assert_eq!(read.fields["id"], long);
        assert_eq!(read.fields["source"], long);
    }

    #[test]
    fn records_without_a_text_say_what_they_have() {
        let mut given = FieldMap::default();
        given.set("text", "body");
        for (json, map, reason) in [
            (
                r#"{"id": 1, "lead": "نص", "n": 2}"#,
                &FieldMap::default(),
                "not an article: none of its fields is known to be the text (lead, n)",
            ),
            (
                "{}",
                &FieldMap::default(),
                "not an article: there is no field in it",
            ),
            (
                r#"{"text": "نص"}"#,
                &given,
                "not an article: there is no text in a field \"body\"",
            ),
            (
                r#"{"text": " "}"#,
                &FieldMap::default(),
                "empty: there is no word in it",
            ),
        ] {
            let error = read(json, map).unwrap_err();
            assert_eq!(error.to_string(), reason, "{json}");
        }
    }
}
