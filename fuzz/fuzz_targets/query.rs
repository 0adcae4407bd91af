//! The query language: a tree or a mistake inside the query, and a suggestion parses.
#![no_main]

use fihris::query::parse::parse_with;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|query: &str| {
    let fields = ["author".to_string()];
    let Err(error) = parse_with(query, &fields) else {
        return;
    };
    assert!(query.get(error.range.clone()).is_some(), "{error:?}");
    let _ = error.to_string();
    if let Some(suggestion) = error.suggestion {
        assert!(parse_with(&suggestion, &fields).is_ok(), "{suggestion}");
    }
});
