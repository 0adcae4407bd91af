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
        let parts: Option<String> = records.iter().map(|record| text(record, "text")).collect();
        parts.or_else(|| {
            let is_main = |record: &&Record| {
                let role = text(record, "role");
                role.is_some_and(|role| ["main", "body"].contains(&&*role))
            };
            let main = records.iter().find(is_main).or(records.first())?;
            text(main, "value")
        })
    }

    /// The names of a list of things that all have one, and are no texts.
    #[must_use]
    pub fn names_of_records(&self) -> Option<Vec<String>> {
        let Self::Records(records) = self else {
            return None;
        };
        let is_text = |record: &Record| ["text", "value"].iter().any(|it| record.contains_key(*it));
        let name = |record: &Record| text(record, "name").filter(|_| !is_text(record));
        let names: Option<Vec<String>> = records.iter().map(name).collect();
        names.filter(|names| !names.is_empty())
    }
}

fn text(record: &Record, name: &str) -> Option<String> {
    match record.get(name) {
        Some(Value::Text(text)) => Some(text.clone()),
        _ => None,
    }
}
