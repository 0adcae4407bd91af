//! Linked data: what a page says of its article in JSON-LD, by schema.org.
//!
//! Sites write it for search engines, in `script` elements, one object or a `@graph` of several. Many
//! break the rules of JSON with line breaks in strings; what cannot be read is as if it were not there.

use std::slice;

use dom_query::Document;
use serde_json::{Map, Value};

use super::{lines, parse};

/// The most names of those who wrote an article.
const MOST_NAMES: usize = 20;

/// What is said of the article.
#[derive(Debug, Default)]
pub(super) struct LinkedData {
    pub(super) headline: Option<String>,
    pub(super) published: Option<String>,
    pub(super) publisher: Option<String>,
    pub(super) author: Option<String>,
    pub(super) address: Option<String>,
    pub(super) keywords: Vec<String>,
    pub(super) body: Option<String>,
}

/// What the first article in the linked data of `document` has.
pub(super) fn read(document: &Document) -> LinkedData {
    let mut objects = Vec::new();
    for script in &document.select("script[type*='ld+json']") {
        // Control characters end no string in JSON, but stand in many.
        let json = script.text().replace(|c: char| c.is_control(), " ");
        let start = json.find(['{', '[']).unwrap_or(0);
        let end = json.rfind(['}', ']']).map_or(0, |end| end + 1);
        if let Some(Ok(value)) = json.get(start..end).map(serde_json::from_str) {
            collect(value, &mut objects);
        }
    }
    let kind = |wanted: &dyn Fn(&str) -> bool| {
        objects.iter().find(|object| {
            object.get("@type").is_some_and(|kind| match kind {
                Value::String(kind) => wanted(kind),
                Value::Array(kinds) => kinds.iter().filter_map(Value::as_str).any(wanted),
                _ => false,
            })
        })
    };
    let article = kind(&|kind| kind.ends_with("Article") || kind.ends_with("Posting"));
    let text = |name: &str| plain(article?.get(name)?.as_str()?);
    let of_page = |name: &str| plain(kind(&|kind| kind == "WebPage")?.get(name)?.as_str()?);
    LinkedData {
        headline: text("headline"),
        published: text("datePublished").or_else(|| of_page("datePublished")),
        publisher: article
            .and_then(|article| article.get("publisher"))
            .and_then(|publisher| name_of(publisher, &objects)),
        author: article
            .and_then(|article| article.get("author"))
            .and_then(|authors| names_of(authors, &objects)),
        address: text("url"),
        keywords: match article.and_then(|article| article.get("keywords")) {
            Some(Value::String(list)) => vec![list.clone()],
            Some(Value::Array(list)) => list
                .iter()
                .filter_map(|word| plain(word.as_str()?))
                .collect(),
            _ => Vec::new(),
        },
        body: text("articleBody"),
    }
}

/// The objects that `value` is, has in its list or in its graph.
fn collect(value: Value, objects: &mut Vec<Map<String, Value>>) {
    match value {
        Value::Array(list) => list.into_iter().for_each(|value| collect(value, objects)),
        Value::Object(mut object) => {
            let graph = object.remove("@graph");
            objects.push(object);
            if let Some(graph) = graph {
                collect(graph, objects);
            }
        }
        _ => {}
    }
}

/// The names of the things in a list, or of one.
fn names_of(things: &Value, objects: &[Map<String, Value>]) -> Option<String> {
    let things = things
        .as_array()
        .map_or(slice::from_ref(things), Vec::as_slice);
    let names = things.iter().take(MOST_NAMES);
    let names: Vec<String> = names.filter_map(|thing| name_of(thing, objects)).collect();
    (!names.is_empty()).then(|| names.join(", "))
}

/// The name of a thing, or of the one it points to.
fn name_of(thing: &Value, objects: &[Map<String, Value>]) -> Option<String> {
    let thing = match thing {
        Value::Array(list) => list.first()?,
        other => other,
    };
    let same = |object: &&Map<String, Value>| object.get("@id") == thing.get("@id");
    let name = match (thing, thing.get("name"), thing.get("@id")) {
        (Value::String(name), ..) | (_, Some(Value::String(name)), _) => name,
        (.., Some(_)) => objects
            .iter()
            .filter(same)
            .find_map(|object| object.get("name"))?
            .as_str()?,
        _ => return None,
    };
    plain(name)
}

/// Text that may hold tags and entities, as it is read; `None` if nothing is left.
fn plain(text: &str) -> Option<String> {
    let text = text.trim();
    let text = if text.contains(['<', '&', '\n', '\r']) {
        let html = text.replace("\r\n", "\n").replace('\n', "<br>");
        lines::to_text(parse::parse(&html).root())
    } else {
        text.to_string()
    };
    (!text.is_empty()).then_some(text)
}
