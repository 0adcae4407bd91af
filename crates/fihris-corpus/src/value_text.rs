//! Texts of values: how much there is in one, and that of the things in a list.

use super::value::{Record, Value};

impl Value {
    /// How many bytes of text are in it, without spaces around them.
    #[must_use]
    pub fn length(&self) -> usize {
        match self {
            Self::Text(text) => text.trim().len(),
            Self::Texts(texts) => texts.iter().map(|text| text.trim().len()).sum(),
            Self::Records(_) | Self::Other => 0,
        }
    }

    /// Whether it is a text of several words, and no address or list.
    #[must_use]
    pub fn is_running_text(&self) -> bool {
        let is_running = |text: &str| text.split_whitespace().nth(5).is_some();
        match self {
            Self::Text(text) => is_running(text),
            Self::Texts(texts) => texts.iter().any(|text| is_running(text)),
            Self::Records(_) | Self::Other => false,
        }
    }

    /// The text of a list of things that all have one: the parts of it, or the one that is called the main one.
    #[must_use]
    pub fn text_of_records(&self) -> Option<String> {
        let Self::Records(records) = self else {
            return None;
        };
        let parts: Option<String> = records
            .iter()
            .map(|record| text_of(record, "text"))
            .collect();
        parts.or_else(|| {
            let is_main = |record: &&Record| {
                let role = text_of(record, "role");
                role.is_some_and(|role| ["main", "body"].contains(&role))
            };
            let main = records.iter().find(is_main).or(records.first())?;
            text_of(main, "value").map(str::to_string)
        })
    }

    /// The names of a list of things that all have one, and are no texts.
    #[must_use]
    pub fn names_of_records(&self) -> Option<Vec<String>> {
        let Self::Records(records) = self else {
            return None;
        };
        let is_text = |record: &Record| ["text", "value"].iter().any(|it| record.contains_key(*it));
        let names = records.iter().map(|record| {
            let name = text_of(record, "name").filter(|_| !is_text(record));
            name.map(str::to_string)
        });
        let names: Option<Vec<String>> = names.collect();
        names.filter(|names| !names.is_empty())
    }
}

/// The text of the field of `record` with this name, if it has one.
pub fn text_of<'a>(record: &'a Record, name: &str) -> Option<&'a str> {
    match record.get(name) {
        Some(Value::Text(text)) => Some(text),
        _ => None,
    }
}
