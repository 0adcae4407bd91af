//! A record of JSON, or those that are in it.

use super::envelope::{has_text, records};
use super::lists;
use crate::fields::FieldMap;
use crate::sink::{ArticleSink, Stop};
use crate::value::{Record, Value};

/// Gives the records that are in `record`, which is written as `json`, or itself; the first has this number, and it begins at this line.
/// Says how many there are.
///
/// # Errors
/// If whoever takes the records fails.
pub(super) fn push<E>(
    record: Record,
    json: &str,
    (number, line): (usize, usize),
    sink: &mut ArticleSink<E>,
) -> Result<usize, Stop<E>> {
    if has_inner_list(&record, sink.map()) {
        let found = lists::read(&mut json.as_bytes(), (number, line), sink)?;
        if found.count > 0 {
            return Ok(found.count);
        }
    }
    let records = records(record, sink.map());
    let count = records.len();
    for (place, record) in records.into_iter().enumerate() {
        sink.push_record(Ok(record), number + place, line, true)?;
    }
    Ok(count)
}

/// Whether there may be records in objects in `record`, which is none itself: in a list, or all of them.
fn has_inner_list(record: &Record, map: &FieldMap) -> bool {
    if !record.is_empty() && record.values().all(|value| matches!(value, Value::Other)) {
        return true;
    }
    let is_object =
        |(name, value): (&String, &Value)| lists::is_around(name) && matches!(value, Value::Other);
    record.iter().any(is_object) && !has_text(record, map)
}
