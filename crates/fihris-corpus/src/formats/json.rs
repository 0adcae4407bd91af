//! JSON: an object, several one after the other, or an array of them, also where that is in an object around it
//! (`envelope`).
//!
//! Read element by element, so that neither a large array has to be in memory nor an object that is broken
//! ends it, as long as its brackets and quotation marks are in pairs.

use std::io::{self, BufRead};

use super::envelope;
use crate::limits::LARGEST_RECORD;
use crate::sink::{ArticleSink, Stop};
use crate::skip::SkipReason;
use crate::value::record;

/// Reads a record an element; elements that are none are told, and the rest goes on.
///
/// # Errors
/// If `input` or whoever takes the records fails, or an element is too large.
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
        let Some((line, is_whole)) = next else {
            break;
        };
        let text = sink
            .decode(std::mem::take(&mut element))
            .map_err(|reason| (0, reason));
        let record = match (text.and_then(|text| record(&text)), is_whole) {
            (Err((_, SkipReason::BadRecord(_))), false) => Err((0, SkipReason::EndsInside)),
            (record, _) => record,
        };
        match record {
            Ok(record) => {
                for record in envelope::records(record, sink.map()) {
                    sink.push_record(Ok(record), number, line, true)?;
                    number += 1;
                }
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

/// Where in an element the next byte stands.
#[derive(Default)]
struct Inside {
    /// Brackets that are open.
    depth: usize,
    is_in_string: bool,
    is_escaped: bool,
}

impl Inside {
    /// Takes the next byte; whether the element, begun by a bracket, ends with it.
    fn ends_with(&mut self, byte: u8) -> bool {
        if self.is_in_string {
            match byte {
                _ if self.is_escaped => self.is_escaped = false,
                b'\\' => self.is_escaped = true,
                b'"' => self.is_in_string = false,
                _ => {}
            }
            return false;
        }
        match byte {
            b'"' => self.is_in_string = true,
            b'{' | b'[' => self.depth += 1,
            b'}' | b']' => self.depth = self.depth.saturating_sub(1),
            _ => {}
        }
        self.depth == 0 && matches!(byte, b'}' | b']')
    }

    /// Whether an element that is no object or array ends before this byte.
    fn ends_before(&self, byte: u8) -> bool {
        self.depth == 0 && !self.is_in_string && matches!(byte, b',' | b']' | b'\n')
    }
}

impl Elements<'_> {
    /// Puts the next element into `element`; its first line, and whether it is all there.
    fn next(&mut self, element: &mut Vec<u8>) -> io::Result<Option<(usize, bool)>> {
        element.clear();
        let mut inside = Inside::default();
        let mut first_line = self.line;
        loop {
            let buffer = self.input.fill_buf()?;
            if buffer.is_empty() {
                let is_whole = inside.depth == 0 && !inside.is_in_string;
                return Ok((!element.is_empty()).then_some((first_line, is_whole)));
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
                return Ok(Some((first_line, true)));
            }
            if element.len() as u64 > LARGEST_RECORD {
                return Err(io::Error::other(SkipReason::TooLarge(LARGEST_RECORD)));
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
        while let Some((line, is_whole)) = elements.next(&mut element).unwrap() {
            all.push((line, String::from_utf8(element.clone()).unwrap(), is_whole));
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
