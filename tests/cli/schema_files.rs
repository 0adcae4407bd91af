//! The schemas in `docs/json` by themselves: strict, documented, with examples of the form they show.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use serde_json::Value;

use super::schemas::{SCHEMAS, check_line, folder};

#[test]
fn schemas_are_strict_and_say_what_each_field_is() {
    let mut shared: BTreeMap<&str, &Value> = BTreeMap::new();
    for (name, schema) in SCHEMAS.iter() {
        let lines = schema.value["oneOf"].as_array().unwrap();
        let lines: Vec<&str> = lines
            .iter()
            .filter_map(|line| line["$ref"].as_str())
            .collect();
        for (kind, of) in schema.value["$defs"].as_object().unwrap() {
            assert!(of["description"].is_string(), "{name}: {kind}");
            let Some(properties) = of["properties"].as_object() else {
                continue;
            };
            assert_eq!(of["additionalProperties"], false, "{name}: {kind}");
            for (property, of) in properties {
                let is_told = of["description"].is_string() || of["$ref"].is_string();
                assert!(is_told, "{name}: {kind}.{property}");
            }
            if lines.contains(&&*format!("#/$defs/{kind}")) {
                assert_eq!(properties["version"]["const"], 1, "{name}: {kind}");
                assert_eq!(properties["type"]["const"], **kind, "{name}: {kind}");
            } else if kind != "form" {
                let first = shared.entry(kind).or_insert(of);
                assert_eq!(*first, of, "{name}: {kind} is not what it is elsewhere");
            }
        }
    }
}

#[test]
fn schemas_refuse_what_they_do_not_name() {
    let line = r#"{"version":1,"type":"file","path":"a.txt"}"#;
    check_line("search", line);
    for wrong in [
        line.replace(":1", ":2"),
        line.replace("file", "fil"),
        line.replace("\"path\"", "\"paths\""),
        line.replace('}', ",\"more\":1}"),
        line.replace("\"a.txt\"", "null"),
    ] {
        let value: Value = serde_json::from_str(&wrong).unwrap();
        assert!(!SCHEMAS["search"].validator.is_valid(&value), "{wrong}");
    }
}

#[test]
fn examples_in_the_docs_are_of_the_form_they_show() {
    let readme = fs::read_to_string(folder().join("README.md")).unwrap();
    let mut named = BTreeSet::new();
    for part in readme.split("\n### ").skip(1) {
        let link = part.split("](").nth(1).unwrap();
        let name = link.split(".schema.json").next().unwrap().to_string();
        let lines = part.lines().filter(|line| line.starts_with('{'));
        let shown: Vec<Value> = lines.map(|line| check_line(&name, line)).collect();
        assert!(!shown.is_empty(), "{name} has no example");
        named.insert(name);
    }
    let all: BTreeSet<String> = SCHEMAS.keys().cloned().collect();
    assert_eq!(named, all);
}
