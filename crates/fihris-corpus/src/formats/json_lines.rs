//! JSON Lines: a collection with one article a line.

use std::io::BufRead;

use super::envelope;
use crate::bounded::read_until;
use crate::sink::{ArticleSink, Stop};
use crate::skip::SkipReason;
use crate::value::record;

/// Reads a record a line; lines that are none are told, and the rest goes on.
///
/// # Errors
/// If `input` or whoever takes the records fails.
pub fn read<E>(input: &mut dyn BufRead, sink: &mut ArticleSink<E>) -> Result<(), Stop<E>> {
    let mut line = Vec::new();
    let mut more = 0; // records than lines
    for number in 1.. {
        let (is_there, fits) = read_until(input, b'\n', &mut line)
            .map_err(|error| SkipReason::from(error).after_line(number - 1))?;
        if !is_there {
            break;
        }
        if line.trim_ascii().is_empty() && fits.is_ok() {
            continue;
        }
        let text = fits.and_then(|()| sink.decode(std::mem::take(&mut line)));
        let record = text.and_then(|text| record(&text).map_err(|(_, reason)| reason));
        match record {
            Ok(record) => {
                let records = envelope::records(record, sink.map());
                let count = records.len();
                for (place, record) in records.into_iter().enumerate() {
                    sink.push_record(Ok(record), number + more + place, number, true)?;
                }
                more += count.saturating_sub(1);
            }
            Err(reason) => sink.push_record(Err(reason), number + more, number, true)?,
        }
    }
    Ok(())
}
