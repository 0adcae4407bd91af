//! Values: what the fields of a record hold, as far as an article has a use for it.
//!
//! JSON is read value by value: numbers stay as they are written, and what is of no use takes no memory,
//! however deep it is.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::error::Category;
use serde_json::value::RawValue;

use super::json_text::{piece, text, thing};
use super::limits::{MOST_FIELDS, MOST_VALUES, excerpt};
use super::skip::{JsonProblem, RecordProblem, SkipReason};
use super::usual_names::WRAPPERS;

/// The values of an article by the names of their fields.
pub type Record = BTreeMap<String, Value>;

/// What a field holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// A text, a number or a truth as it is written, or the name of a thing.
    Text(String),
    /// A list of texts.
    Texts(Vec<String>),
    /// A list of records.
    Records(Vec<Record>),
    /// Nothing, a thing without a name, or a list of other things.
    Other,
}

impl Value {
    /// Whether there is a text in it, perhaps an empty one.
    #[must_use]
    pub fn is_text(&self) -> bool {
        matches!(self, Self::Text(_) | Self::Texts(_))
    }

    /// The text in it, that of a list joined by `separator`.
    #[must_use]
    pub fn into_text(self, separator: &str) -> Option<String> {
        match self {
            Self::Text(text) => Some(text),
            Self::Texts(texts) => Some(texts.join(separator)),
            Self::Records(_) | Self::Other => None,
        }
    }

    /// Adds `text` to what there is, if there is something in it.
    pub fn add(record: &mut Record, name: &str, text: String) {
        if text.is_empty() {
            return;
        }
        match record.get_mut(name) {
            Some(Self::Texts(texts)) => texts.push(text),
            Some(Self::Text(first)) => {
                let texts = vec![std::mem::take(first), text];
                record.insert(name.into(), Self::Texts(texts));
            }
            _ => {
                record.insert(name.into(), Self::Text(text));
            }
        }
    }
}

/// The reason why a record with more than [`MOST_FIELDS`] is none.
#[must_use]
pub fn many_fields() -> SkipReason {
    SkipReason::BadRecord(RecordProblem::ManyFields)
}

/// The reason why a record with more than [`MOST_VALUES`] is none.
#[must_use]
pub fn many_values() -> SkipReason {
    SkipReason::BadRecord(RecordProblem::ManyValues)
}

/// The JSON object in `text`; of fields with one name, the last.
///
/// # Errors
/// With the line of `text`, from 0, if there is none, or one with too many values.
pub fn record(text: &str) -> Result<Record, (usize, SkipReason)> {
    let left = Left::new();
    let mut json = serde_json::Deserializer::from_str(text);
    let record = Fields {
        left: &left,
        is_outer: true,
    }
    .deserialize(&mut json);
    let record = record.and_then(|record| json.end().map(|()| record));
    record.map_err(|error| {
        if let Some(problem) = left.problem.take() {
            return (0, SkipReason::BadRecord(problem));
        }
        let whole = error.to_string(); // with the place, which is told apart from the text here
        let message = whole.split(" at line ").next().unwrap_or_default();
        let problem = RecordProblem::Json {
            kind: match error.classify() {
                Category::Eof => JsonProblem::Truncated,
                Category::Data => JsonProblem::Type,
                Category::Syntax | Category::Io => JsonProblem::Syntax,
            },
            message: excerpt(message).into_owned(), // may hold a text of the input
            column: error.column(),
        };
        (
            error.line().saturating_sub(1),
            SkipReason::BadRecord(problem),
        )
    })
}

/// How many more values there may be.
struct Left {
    values: Cell<usize>,
    /// What there is too much of, once there is.
    problem: Cell<Option<RecordProblem>>,
}

impl Left {
    fn new() -> Self {
        Self {
            values: Cell::new(MOST_VALUES),
            problem: Cell::new(None),
        }
    }

    fn take_one<E: Error>(&self) -> Result<(), E> {
        let left = self.values.get().checked_sub(1);
        let left = left.ok_or_else(|| self.refuse(RecordProblem::ManyValues))?;
        self.values.set(left);
        Ok(())
    }

    /// The error that ends reading because of `problem`.
    fn refuse<E: Error>(&self, problem: RecordProblem) -> E {
        let error = E::custom(&problem);
        self.problem.set(Some(problem));
        error
    }
}

/// Reads an object; one in a list in another has no records of its own.
struct Fields<'a> {
    left: &'a Left,
    is_outer: bool,
}

impl<'de> DeserializeSeed<'de> for Fields<'_> {
    type Value = Record;

    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<Record, D::Error> {
        json.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Fields<'_> {
    type Value = Record;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("a map")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Record, A::Error> {
        let mut record = Record::new();
        while let Some(name) = map.next_key::<String>()? {
            self.left.take_one()?;
            let json: &RawValue = map.next_value()?;
            let value = match json.get().as_bytes().first() {
                Some(b'{') if self.is_outer && WRAPPERS.contains(&&*name) => {
                    let inner = Fields {
                        left: self.left,
                        is_outer: false,
                    };
                    let inner =
                        inner.deserialize(&mut serde_json::Deserializer::from_str(json.get()));
                    Value::Records(vec![inner.map_err(A::Error::custom)?])
                }
                Some(b'{') if self.is_outer && name == "includes" => {
                    let included = serde_json::from_str(json.get());
                    let people = included.ok().and_then(|Included { users }| users);
                    let people = people.map(|people| value(people.get(), &self));
                    people
                        .transpose()
                        .map_err(A::Error::custom)?
                        .unwrap_or(Value::Other)
                }
                _ => value(json.get(), &self).map_err(A::Error::custom)?,
            };
            record.insert(name, value);
            if record.len() > MOST_FIELDS {
                return Err(self.left.refuse(RecordProblem::ManyFields));
            }
        }
        Ok(record)
    }
}

/// What is in the field of a record that is read by `fields`.
fn value(json: &str, fields: &Fields) -> serde_json::Result<Value> {
    Ok(match json.as_bytes().first() {
        Some(b'"') => Value::Text(text(json)),
        Some(b'[') => serde_json::Deserializer::from_str(json).deserialize_seq(List(fields))?,
        Some(b'{') => thing(json).map_or(Value::Other, Value::Text),
        Some(b'n') | None => Value::Other,
        Some(_) => Value::Text(json.into()),
    })
}

/// What Twitter says of those who are named in its answer.
#[derive(serde::Deserialize)]
struct Included<'a> {
    #[serde(borrow)]
    users: Option<&'a RawValue>,
}

/// Reads a list in an object.
struct List<'a>(&'a Fields<'a>);

impl<'de> Visitor<'de> for List<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Value, A::Error> {
        let Self(Fields { left, is_outer }) = self;
        let (mut texts, mut records) = (Vec::new(), Vec::new());
        let mut has_pieces = false;
        while let Some(json) = list.next_element::<&RawValue>()?.map(RawValue::get) {
            // A text with marks may begin with a marked piece.
            if json.starts_with('"')
                && !records.is_empty()
                && let Some(pieces) = pieces(&records)
            {
                (texts, records) = (pieces, Vec::new());
                has_pieces = true;
            }
            if json.starts_with('"') && records.is_empty() {
                left.take_one()?;
                texts.push(text(json));
            } else if json.starts_with('{') && texts.is_empty() && *is_outer {
                left.take_one()?;
                let inner = Fields {
                    left,
                    is_outer: false,
                };
                let record = inner.deserialize(&mut serde_json::Deserializer::from_str(json));
                records.push(record.map_err(A::Error::custom)?);
            } else if json.starts_with('{')
                && records.is_empty()
                && let Some(piece) = piece(json)
            {
                left.take_one()?;
                has_pieces = true;
                texts.push(piece);
            } else if json.starts_with('{')
                && records.is_empty()
                && let Some(name) = thing(json)
            {
                left.take_one()?;
                texts.push(name);
            } else {
                // What is left of it must be read, but is of no use.
                while list.next_element::<IgnoredAny>()?.is_some() {}
                return Ok(Value::Other);
            }
        }
        if has_pieces {
            return Ok(Value::Text(texts.concat()));
        }
        Ok(match (texts.is_empty(), records.is_empty()) {
            (false, _) => Value::Texts(texts),
            (_, false) => Value::Records(records),
            _ => Value::Other,
        })
    }
}

/// The texts of `records`, if all have one.
fn pieces(records: &[Record]) -> Option<Vec<String>> {
    let texts = records.iter().map(|record| match record.get("text") {
        Some(Value::Text(text)) => Some(text.clone()),
        _ => None,
    });
    texts.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_what_was_written() {
        let deep = "[".repeat(100_000) + &"]".repeat(100_000);
        for (json, expected) in [
            ("\"ن\\u0635\"", Value::Text("نص".into())),
            (
                "\"ن\\ud800\"",
                Value::Text("ن\u{FFFD}\u{FFFD}\u{FFFD}".into()),
            ),
            (
                "123456789012345678901234567890",
                Value::Text("123456789012345678901234567890".into()),
            ),
            ("1.50e+2", Value::Text("1.50e+2".into())),
            ("false", Value::Text("false".into())),
            ("null", Value::Other),
            ("[]", Value::Other),
            (
                "[\"a\", \"\"]",
                Value::Texts(vec!["a".into(), String::new()]),
            ),
            ("[\"a\", 1]", Value::Other),
            ("[{}, \"a\"]", Value::Other),
            (
                "[{\"text\": \"a\"}, \"b\", {\"text\": \"c\"}]",
                Value::Text("abc".into()),
            ),
            ("[{}]", Value::Records(vec![Record::new()])),
            ("{\"a\": 1, \"name\": \"علي\"}", Value::Text("علي".into())),
            ("{\"name\": 1}", Value::Other),
            (&deep, Value::Other),
        ] {
            let record = record(&format!("{{\"x\": {json}}}")).unwrap();
            assert!(record["x"] == expected, "{:?}", record["x"]);
        }
    }

    #[test]
    fn records_are_not_too_large() {
        let repeated = |piece: &str, count: usize| {
            format!(
                "{{\"x\": [{piece}{}]}}",
                format!(", {piece}").repeat(count - 1)
            )
        };
        assert!(record(&repeated("\"\"", MOST_VALUES - 1)).is_ok());
        assert!(record(&repeated("1", MOST_VALUES * 2)).is_ok());
        for piece in ["\"\"", "{}"] {
            let (_, reason) = record(&repeated(piece, MOST_VALUES + 1)).unwrap_err();
            assert_eq!(
                reason.to_string(),
                "not an article: it has more than 500000 values"
            );
        }
        let fields: Vec<String> = (0..=MOST_FIELDS).map(|i| format!("\"{i}\": 1")).collect();
        assert!(record(&format!("{{{}}}", fields[1..].join(","))).is_ok());
        let (_, reason) = record(&format!("{{{}}}", fields.join(","))).unwrap_err();
        assert_eq!(reason, many_fields());
    }

    #[test]
    fn a_reason_holds_little_of_a_long_text() {
        let (_, reason) = record(&format!("\"{}\"", "ن".repeat(100_000))).unwrap_err();
        let reason = reason.to_string();
        assert!(reason.len() < 200, "{} bytes", reason.len());
        assert!(reason.contains("ننن…") && reason.ends_with("at column 200002"));
    }
}
