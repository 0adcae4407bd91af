//! Records: a set of named values becomes an article.
//!
//! The same for all formats that have fields.

use std::collections::BTreeMap;

use super::article::Article;
use super::byline_fields;
use super::fields::{FieldMap, Part, is_summary};
use super::id::ArticleId;
use super::limits::{LONGEST_NAME, MOST_FIELDS, excerpt_of_names};
use super::name::FileName;
use super::record_date::readable;
use super::skip::{RecordProblem, SkipReason};
use super::tags::{decode_text, plain};
use super::usual_names::WRAPPERS;
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
    unwrap(&mut record, map);
    byline_fields::add(&mut record);
    let mut found = BTreeMap::new();
    let mut part = |part, separator: &str| {
        let name = name_of(part, &record, map)?;
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
    let title = part(Part::Title, ", ").map(without_markup);
    let source = part(Part::Source, ", ").map(without_markup);
    let mut source = source.filter(is_something);
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
    let body = without_markup(body);
    let mut articles = Article::from_title_and_body(&id, file, title.trim(), &body);
    Article::share_fields(&mut articles, fields);
    for article in &mut articles {
        article.source.clone_from(&source);
        article.find_published(date.as_deref().map(readable).as_deref());
    }
    Ok((articles, found))
}

/// Takes the fields of a record in a field of `record` for its own where it lacks them; and for each part of an
/// article that is a list of things with a text, that text.
fn unwrap(record: &mut Record, map: &FieldMap) {
    let parts = [Part::Text, Part::Title];
    let names: Vec<&str> = record.keys().map(String::as_str).collect();
    let is_whole = parts
        .iter()
        .any(|part| map.candidates(*part, &names).next().is_some());
    for wrapper in WRAPPERS {
        if is_whole && *wrapper != "_source" {
            continue;
        }
        let Some(Value::Records(inner)) = record.get_mut(*wrapper) else {
            continue;
        };
        if inner.len() > 1 {
            continue;
        }
        let Some(inner) = inner.pop_if(|_| true) else {
            continue;
        };
        record.remove(*wrapper);
        for (name, value) in inner {
            let path = format!("{wrapper}.{name}");
            let is_given = [Part::Id, Part::Title, Part::Text, Part::Date, Part::Source]
                .iter()
                .any(|part| map.given(*part) == Some(&*path));
            let name = if is_given { path } else { name };
            record.entry(name).or_insert(value);
        }
    }
    for value in record.values_mut() {
        if let Some(names) = value.names_of_records() {
            *value = Value::Texts(names);
        }
    }
    let names: Vec<&str> = record.keys().map(String::as_str).collect();
    let lists: Vec<String> = parts
        .iter()
        .flat_map(|part| map.candidates(*part, &names))
        .map(str::to_string)
        .collect();
    for name in lists {
        if let Some(value) = record.get_mut(&name)
            && let Some(text) = value.text_of_records()
        {
            *value = Value::Text(text);
        }
    }
}

/// The name of the field that holds `part`: the likeliest with something in it. Where that is a summary, or another
/// of the likely ones is much longer, it is the longest.
fn name_of(part: Part, record: &Record, map: &FieldMap) -> Option<String> {
    let names: Vec<&str> = record.keys().map(String::as_str).collect();
    let length = |name: &str| record.get(name).map_or(0, Value::length);
    let candidates: Vec<&str> = map
        .candidates(part, &names)
        .filter(|name| record.get(*name).is_some_and(Value::is_text))
        .collect();
    // Who published it is no address, if anything else says who.
    let is_good = |name: &&&str| match record.get(**name) {
        Some(Value::Text(text)) if part == Part::Source => !byline_fields::is_address(text),
        _ => true,
    };
    let filled = || candidates.iter().filter(|name| length(name) > 0);
    let likeliest = filled().find(is_good).or_else(|| filled().next());
    let likeliest = *likeliest.or(candidates.first())?;
    if part != Part::Text || map.given(part).is_some() {
        return Some(likeliest.to_string());
    }
    let is_far_longer = |name: &&str| length(name) * 2 > length(likeliest) * 3;
    let others: Vec<&str> = if is_summary(likeliest) {
        let is_other = |name: &&str| {
            is_far_longer(name) && record.get(*name).is_some_and(Value::is_running_text)
        };
        names.iter().copied().filter(is_other).collect()
    } else {
        candidates.into_iter().filter(is_far_longer).collect()
    };
    let longest = others.into_iter().max_by_key(|name| length(name));
    Some(longest.unwrap_or(likeliest).to_string())
}

/// `text` as plain text, if it is HTML.
fn without_markup(text: String) -> String {
    let is_markup = ["</p>", "<p>", "<br", "</div>", "</a>", "</span>"]
        .iter()
        .any(|tag| text.contains(tag));
    if is_markup { plain(&text) } else { text }
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
