//! JSON: an object, several one after the other, or an array of them, also where that is in an object around it
//! (`envelope`).
//!
//! Read element by element, so that neither a large array has to be in memory nor an object that is broken
//! ends it, as long as its brackets and quotation marks are in pairs.

use std::io::{self, BufRead, Read};

use super::brackets::Inside;
use super::{json_record, lists};
use crate::limits::LARGEST_RECORD;
use crate::sink::{ArticleSink, Stop};
use crate::skip::SkipReason;
use crate::value::record;

/// Reads a record an element; elements that are none are told, and the rest goes on.
///
/// # Errors
/// If `input` or whoever takes the records fails.
pub fn read<E>(input: &mut dyn BufRead, sink: &mut ArticleSink<E>) -> Result<(), Stop<E>> {
    let mut elements = Elements {
        input,
        line: 1,
        is_in_array: false,
    };
    let mut element = Vec::new();
    let mut number = 1;
    loop {
        let line = elements.line;
        let next = elements.next(&mut element);
        let next = next.map_err(|error| SkipReason::from(error).after_line(line))?;
        let Some((line, end)) = next else {
            break;
        };
        let is_whole = end == End::Whole;
        if end == End::TooLarge {
            let start = std::mem::take(&mut element);
            if !start.starts_with(b"{") {
                return Err(SkipReason::TooLarge(LARGEST_RECORD).into());
            }
            let mut input = (&start[..]).chain(&mut *elements.input);
            let found = lists::read(&mut input, (number, line), sink)?;
            elements.line = found.line;
            number += found.count;
            if found.count == 0 {
                let reason = SkipReason::TooLarge(LARGEST_RECORD);
                sink.push_record(Err(reason), number, line, true)?;
                number += 1;
            }
            if !found.is_whole {
                return sink.skip_line(found.line, SkipReason::EndsInside);
            }
            continue;
        }
        let text = sink
            .decode(std::mem::take(&mut element))
            .map_err(|reason| (0, reason));
        let found = match text.and_then(|text| Ok((record(&text)?, text))) {
            Err((_, SkipReason::BadRecord(_))) if !is_whole => Err((0, SkipReason::EndsInside)),
            found => found,
        };
        match found {
            Ok((found, text)) => {
                number += json_record::push(found, &text, (number, line), sink)?;
            }
            Err((below, reason)) => {
                sink.push_record(Err(reason), number, line + below, true)?;
                number += 1;
            }
        }
        if !is_whole {
            return Ok(());
        }
    }
    if elements.is_in_array {
        sink.skip_line(elements.line, SkipReason::EndsInside)?;
    }
    Ok(())
}

/// The elements of a file, one after the other.
struct Elements<'a> {
    input: &'a mut dyn BufRead,
    /// The line where the next byte stands.
    line: usize,
    is_in_array: bool,
}

/// How an element ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    /// As it should.
    Whole,
    /// With the file.
    BreaksOff,
    /// Later: what is there of it is too large already.
    TooLarge,
}

impl Elements<'_> {
    /// Puts the next element into `element`; its first line, and how it ends.
    fn next(&mut self, element: &mut Vec<u8>) -> io::Result<Option<(usize, End)>> {
        element.clear();
        let mut inside = Inside::default();
        let mut first_line = self.line;
        loop {
            let buffer = self.input.fill_buf()?;
            if buffer.is_empty() {
                let is_whole = inside.depth == 0 && !inside.is_in_string();
                let end = if is_whole { End::Whole } else { End::BreaksOff };
                return Ok((!element.is_empty()).then_some((first_line, end)));
            }
            let mut taken = 0;
            let mut begin = 0;
            let mut is_complete = false;
            for &byte in buffer {
                if element.is_empty() && begin == taken {
                    if is_between(byte, &mut self.is_in_array) {
                        taken += 1;
                        begin = taken;
                        self.line += usize::from(byte == b'\n');
                        continue;
                    }
                    first_line = self.line;
                } else if inside.ends_before(byte) {
                    is_complete = true;
                    break;
                }
                taken += 1;
                self.line += usize::from(byte == b'\n');
                if inside.ends_with(byte) {
                    is_complete = true;
                    break;
                }
            }
            element.extend_from_slice(&buffer[begin..taken]);
            self.input.consume(taken);
            if is_complete {
                return Ok(Some((first_line, End::Whole)));
            }
            if element.len() as u64 > LARGEST_RECORD {
                return Ok(Some((first_line, End::TooLarge)));
            }
        }
    }
}

/// Whether `byte` stands between elements; the brackets of the array do.
fn is_between(byte: u8, is_in_array: &mut bool) -> bool {
    match byte {
        b'[' if !*is_in_array => *is_in_array = true,
        b']' => *is_in_array = false,
        0xEF | 0xBB | 0xBF | b',' => {} // the first three are a byte order mark
        _ => return byte.is_ascii_whitespace(),
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    fn elements(json: &str) -> Vec<(usize, String, bool)> {
        // A buffer of a few bytes ends everywhere.
        let mut input = io::BufReader::with_capacity(3, json.as_bytes());
        let mut elements = Elements {
            input: &mut input,
            line: 1,
            is_in_array: false,
        };
        let mut element = Vec::new();
        let mut all = Vec::new();
        while let Some((line, end)) = elements.next(&mut element).unwrap() {
            let text = String::from_utf8(element.clone()).unwrap();
            all.push((line, text, end == End::Whole));
        }
        all
    }

    #[test]
    fn elements_are_told_apart_by_brackets() {
        for (json, expected) in [
            ("", &[][..]),
            ("[]", &[]),
            ("\u{FEFF}{\"a\": 1}\n", &[(1, "{\"a\": 1}", true)]),
            (
                "[\n{\"a\": \"}],\\\"\"},\n\n{\"b\": [{}]}]",
                &[
                    (2, "{\"a\": \"}],\\\"\"}", true),
                    (4, "{\"b\": [{}]}", true),
                ],
            ),
            ("{}\n{}", &[(1, "{}", true), (2, "{}", true)]),
            (
                "[1, \"x,]\", [2], {a b}, null]",
                &[
                    (1, "1", true),
                    (1, "\"x,]\"", true),
                    (1, "[2]", true),
                    (1, "{a b}", true),
                    (1, "null", true),
                ],
            ),
            (
                "[{}, {\"a\": \"b",
                &[(1, "{}", true), (1, "{\"a\": \"b", false)],
            ),
        ] {
            let found = elements(json);
            let found: Vec<(usize, &str, bool)> = found
                .iter()
                .map(|(line, text, is_whole)| (*line, &**text, *is_whole))
                .collect();
            assert_eq!(found, expected, "{json}");
        }
    }
}
