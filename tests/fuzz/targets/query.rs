//! The query language: a tree or a mistake inside the query, and a suggestion parses.

use fihris_query::parse::parse_with;

pub fn run(input: &[u8]) {
    let query = &String::from_utf8_lossy(input);
    let fields = ["author".to_string()];
    let Err(error) = parse_with(query, &fields) else {
        return;
    };
    assert!(query.get(error.range.clone()).is_some(), "{error:?}");
    let _ = error.to_string();
    if let Some(suggestion) = error.suggestion {
        assert!(parse_with(&suggestion, &fields).is_ok(), "{suggestion}");
    }
}
