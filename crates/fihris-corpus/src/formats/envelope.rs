//! Envelopes: an object around a list of records, as feeds, exports of channels and answers of servers have it.

use crate::fields::{FieldMap, Part, is_same_name, is_summary};
use crate::usual_names::{LISTS, WRAPPERS};
use crate::value::{Record, Value};
use crate::value_text::text_of;

/// Where an answer of Twitter says who is who.
const PEOPLE: &str = "includes";

/// The records in the list of `record`, if it is none itself; else `record`. Those that do not say who published
/// them have that from what is around them.
pub(super) fn records(mut record: Record, map: &FieldMap) -> Vec<Record> {
    let people = match record.remove(PEOPLE) {
        Some(Value::Records(people)) => people,
        Some(other) => {
            record.insert(PEOPLE.into(), other);
            Vec::new()
        }
        None => Vec::new(),
    };
    let Some(name) = list(&record, map) else {
        return vec![record];
    };
    let is_one_thing = |list: &Value| matches!(list, Value::Records(list) if list.len() == 1);
    if WRAPPERS.contains(&&*name)
        && let Some(list) = record.get_mut(&name)
        && is_one_thing(list)
    {
        if let Value::Records(list) = list {
            name_people(list, &people);
        }
        return vec![record]; // what is around it is its own
    }
    let Some(Value::Records(mut list)) = record.remove(&name) else {
        return vec![record];
    };
    name_people(&mut list, &people);
    let source = source(&record, map);
    let members = list
        .into_iter()
        .filter_map(|record| member(record, source.as_deref(), map));
    members.collect()
}

/// A record of a list as it is by itself, which `source` published if it says nothing else; `None` if it is none.
pub(super) fn member(mut record: Record, source: Option<&str>, map: &FieldMap) -> Option<Record> {
    // What an export says of the channel itself: that it was made, or has another name.
    if text_of(&record, "type") == Some("service") && record.contains_key("action") {
        return None;
    }
    if let Some(source) = source {
        let names: Vec<&str> = record.keys().map(String::as_str).collect();
        if map.candidates(Part::Source, &names).next().is_none() {
            record.insert("source".into(), Value::Text(source.to_string()));
        }
    }
    Some(record)
}

/// Whether `record` has a text that is no summary.
pub(super) fn has_text(record: &Record, map: &FieldMap) -> bool {
    let names: Vec<&str> = record.keys().map(String::as_str).collect();
    map.candidates(Part::Text, &names)
        .any(|name| map.text.is_some() || !is_summary(name))
}

/// The name of the list that holds the articles of `record`; `None` if it is one itself.
fn list(record: &Record, map: &FieldMap) -> Option<String> {
    let names: Vec<&str> = record.keys().map(String::as_str).collect();
    let is_list = |name: &&&str| matches!(record.get(**name), Some(Value::Records(_)));
    // A list of comments is no part of a collection, and neither are the paragraphs of an article.
    let is_usual = |name: &&&str| LISTS.iter().any(|usual| is_same_name(name, usual));
    let holds_articles = |name: &&&str| match record.get(**name) {
        Some(Value::Records(list)) => list.iter().any(|record| {
            let names: Vec<&str> = record.keys().map(String::as_str).collect();
            map.has_text_or_title(&names)
        }),
        _ => false,
    };
    if has_text(record, map) {
        return None;
    }
    let mut usual = names.iter().filter(is_usual).filter(holds_articles);
    if let Some(name) = usual.next() {
        return Some((*name).to_string());
    }
    let has_summary = map.candidates(Part::Text, &names).next().is_some();
    let has_title = map.candidates(Part::Title, &names).next().is_some();
    let mut lists = names.iter().filter(is_list);
    let only = lists.next().filter(|_| lists.next().is_none());
    only.filter(|_| !has_summary && !has_title)
        .map(|name| (*name).to_string())
}

/// Who published what is in an envelope: who is named as such, or whose feed or channel it is.
pub(super) fn source(record: &Record, map: &FieldMap) -> Option<String> {
    if map.given(Part::Source).is_some() {
        return None;
    }
    let names: Vec<&str> = record.keys().map(String::as_str).collect();
    let candidates = [Part::Source, Part::Title].map(|part| map.candidates(part, &names));
    let likely = candidates.into_iter().flatten().chain(["name"]);
    let mut texts = likely.filter_map(|name| Some(text_of(record, name)?.trim()));
    texts.find(|text| !text.is_empty()).map(str::to_string)
}

/// Puts the names of `people` into the records that only have their numbers.
fn name_people(records: &mut [Record], people: &[Record]) {
    let known = people.iter().filter_map(|one| {
        let name = text_of(one, "name").or(text_of(one, "username"))?;
        Some((text_of(one, "id")?, name))
    });
    let known: std::collections::HashMap<&str, &str> = known.collect();
    for record in records {
        let author = text_of(record, "author_id").and_then(|id| known.get(id));
        if let Some(author) = author {
            record
                .entry("source".into())
                .or_insert_with(|| Value::Text((*author).to_string()));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::record;

    #[test]
    fn a_list_in_an_object_without_a_text_holds_the_records() {
        for (json, count, source) in [
            (
                r#"{"status": "ok", "articles": [{"text": "a"}, {"text": "b"}]}"#,
                2,
                None,
            ),
            (
                r#"{"text": "a", "comments": [{"text": "b"}, {"text": "c"}]}"#,
                1,
                None,
            ),
            (
                r#"{"a": [{"text": "b"}], "b": [{"text": "c"}, {"text": "d"}]}"#,
                1,
                None,
            ),
            (r#"{"tags": ["a", "b"]}"#, 1, None),
            (r#"{"articles": []}"#, 1, None),
            (
                r#"{"title": "خبر", "paragraphs": [{"text": "b"}, {"text": "c"}]}"#,
                1,
                None,
            ),
            (
                r#"{"title": "مدونة", "description": "عنها", "items": [{"title": "b"}, {"title": "c"}]}"#,
                2,
                Some("مدونة"),
            ),
            (
                r#"{"name": "قناة", "messages": [{"type": "service", "action": "x", "text": ""}, {"type": "message", "text": "b"}]}"#,
                1,
                Some("قناة"),
            ),
            (r#"{"id": 7, "_source": {"text": "b"}}"#, 1, None),
            (
                r#"{"data": [{"text": "a", "author_id": "1"}, {"text": "b", "author_id": "2"}], "includes": {"users": [{"id": "1", "name": "قناة", "username": "x"}]}}"#,
                2,
                Some("قناة"),
            ),
        ] {
            let found = records(record(json).unwrap(), &FieldMap::default());
            assert_eq!(found.len(), count, "{json}");
            let found = found[0].get("source").cloned();
            let found = found.and_then(|source| source.into_text(""));
            assert_eq!(found.as_deref(), source, "{json}");
        }
    }
}
