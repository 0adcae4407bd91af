//! Author and address of a record: fields that are called the same in all articles, whatever the collection calls them.

use super::fields::is_same_name;
use super::usual_names::{AUTHOR, URL};
use super::value::{Record, Value};

/// Adds `author` and `url` to a record that has them by other names; those stay as they are.
pub fn add(record: &mut Record) {
    for (name, usual_names, is_it) in [
        ("author", AUTHOR, is_something as fn(&str) -> bool),
        ("url", URL, is_address),
    ] {
        if record.keys().any(|key| key.eq_ignore_ascii_case(name)) {
            continue;
        }
        let named = usual_names.iter().flat_map(|usual| {
            let is_named = move |field: &(&String, &Value)| is_same_name(field.0, usual);
            record.iter().filter(is_named)
        });
        let mut texts = named.filter_map(|(_, value)| value.clone().into_text(", "));
        if let Some(text) = texts.find(|text| is_it(text)) {
            record.insert(name.into(), Value::Text(text));
        }
    }
}

fn is_something(text: &str) -> bool {
    !text.trim().is_empty()
}

/// Whether a text is an address on the web.
pub fn is_address(text: &str) -> bool {
    let text = text.trim();
    let begins = |start: &str| {
        text.get(..start.len())
            .is_some_and(|it| it.eq_ignore_ascii_case(start))
    };
    (begins("http://") || begins("https://")) && !text.contains(char::is_whitespace)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::record;

    #[test]
    fn they_are_called_the_same_in_all_records() {
        for (json, author, url) in [
            (
                r#"{"authors": ["أ", "ب"], "link": "http://a.example/1"}"#,
                Some("أ, ب"),
                Some("http://a.example/1"),
            ),
            (
                r#"{"Author": "أ", "byline": "ب", "url": "1", "link": "http://a.example/1"}"#,
                None,
                None,
            ),
            (
                r#"{"byline": " ", "الكاتب": "ب", "guid": "7", "source": "https://a.example"}"#,
                Some("ب"),
                Some("https://a.example"),
            ),
            (
                r#"{"authors": [], "link": "read http://a.example"}"#,
                None,
                None,
            ),
        ] {
            let mut record = record(json).unwrap();
            add(&mut record);
            let text = |name: &str| record.get(name).cloned().and_then(|it| it.into_text(""));
            let expected = |value: Option<&str>| value.map(str::to_string);
            let given = json.contains("\"url\"");
            assert_eq!(text("author"), expected(author), "{json}");
            assert_eq!(text("url").filter(|_| !given), expected(url), "{json}");
        }
    }
}
