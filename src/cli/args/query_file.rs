//! Files of queries: a query a line, or an id, a tab and a query.
//!
//! A line that is of no use is told by whoever reads the others.

use std::borrow::Cow;
use std::collections::HashMap;
use std::fs;
use std::io::{self, Read};
use std::path::Path;

use encoding_rs::{Encoding, UTF_8};

use crate::i18n::LineProblem;
use crate::render::clean::column;

/// A line of a file of queries.
#[derive(Debug, PartialEq, Eq)]
pub struct QueryEntry {
    /// The number of the line, counted from 1.
    pub line: usize,
    /// What stands before the tab, or the number of the line.
    pub id: String,
    /// The query, as typed.
    pub text: String,
    /// What is wrong with the line.
    pub problem: Option<LineProblem>,
}

impl QueryEntry {
    /// The id, unless it is only the number of the line.
    pub fn own_id(&self) -> Option<&str> {
        (self.id != self.line.to_string()).then_some(&*self.id)
    }

    /// Whether it can be answered.
    pub fn is_query(&self) -> bool {
        !matches!(
            self.problem,
            Some(LineProblem::NotText | LineProblem::RepeatedId { .. })
        )
    }
}

/// Reads `file`, or stdin where it is `-`. Lines without a query are left out.
///
/// # Errors
/// If it cannot be read.
pub fn read(file: &Path) -> io::Result<Vec<QueryEntry>> {
    let bytes = if file.as_os_str() == "-" {
        let mut bytes = Vec::new();
        io::stdin().read_to_end(&mut bytes)?;
        bytes
    } else {
        fs::read(file)?
    };
    Ok(entries(&decoded(&bytes)))
}

/// `bytes` without their byte order mark, and in UTF-8 if it is one of UTF-16.
fn decoded(bytes: &[u8]) -> Cow<'_, [u8]> {
    match Encoding::for_bom(bytes) {
        Some((encoding, length)) if encoding == UTF_8 => Cow::Borrowed(&bytes[length..]),
        Some((encoding, _)) => match encoding.decode(bytes).0 {
            Cow::Borrowed(text) => Cow::Borrowed(text.as_bytes()),
            Cow::Owned(text) => Cow::Owned(text.into_bytes()),
        },
        None => Cow::Borrowed(bytes),
    }
}

fn entries(bytes: &[u8]) -> Vec<QueryEntry> {
    let mut entries = Vec::new();
    // Ids as columns of a run, where white space is one, and the lines that had them first.
    let mut seen: HashMap<String, usize> = HashMap::new();
    for (line, bytes) in (1..).zip(bytes.split(|byte| *byte == b'\n')) {
        let bytes = bytes.strip_suffix(b"\r").unwrap_or(bytes);
        let text = String::from_utf8_lossy(bytes);
        if text.trim().is_empty() {
            continue;
        }
        let (id, query) = text.split_once('\t').unwrap_or(("", &*text));
        let has_id = !id.trim().is_empty();
        let number = line.to_string();
        let id = if has_id { id } else { &*number };
        let first = *seen.entry(column(id)).or_insert(line);
        let problem = if matches!(text, Cow::Owned(_)) {
            Some(LineProblem::NotText)
        } else if first < line {
            Some(LineProblem::RepeatedId { first })
        } else if !has_id && text.contains('\t') {
            Some(LineProblem::NoId)
        } else {
            None
        };
        entries.push(QueryEntry {
            line,
            id: id.to_string(),
            text: query.to_string(),
            problem,
        });
    }
    entries
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Lines, ids, queries and what is wrong of what `bytes` hold.
    fn read(bytes: &[u8]) -> Vec<(usize, String, String, Option<LineProblem>)> {
        let entries = entries(&decoded(bytes)).into_iter();
        entries
            .map(|entry| (entry.line, entry.id, entry.text, entry.problem))
            .collect()
    }

    #[test]
    fn lines_have_ids_and_queries() {
        let text = "قره\r\n\r\nq 7\tباغ\tx\n \nباكو";
        let expected = vec![
            (1, "1".into(), "قره".into(), None),
            (3, "q 7".into(), "باغ\tx".into(), None),
            (5, "5".into(), "باكو".into(), None),
        ];
        assert_eq!(read(text.as_bytes()), expected);
        let utf16 = |bytes: fn(u16) -> [u8; 2]| {
            let units = format!("\u{FEFF}{text}");
            units.encode_utf16().flat_map(bytes).collect::<Vec<u8>>()
        };
        assert_eq!(read(format!("\u{FEFF}{text}").as_bytes()), expected);
        assert_eq!(read(&utf16(u16::to_le_bytes)), expected);
        assert_eq!(read(&utf16(u16::to_be_bytes)), expected);
    }

    #[test]
    fn what_is_wrong_with_ids_is_told() {
        let text = b"2\ta\n\tb\nx y\tc\nx_y\td\n\t\n\xFF\n\te\n";
        let problems: Vec<_> = read(text)
            .into_iter()
            .map(|(line, id, _, problem)| (line, id, problem))
            .collect();
        let expected = [
            (1, "2", None),
            (2, "2", Some(LineProblem::RepeatedId { first: 1 })),
            (3, "x y", None),
            (4, "x_y", Some(LineProblem::RepeatedId { first: 3 })),
            (6, "6", Some(LineProblem::NotText)),
            (7, "7", Some(LineProblem::NoId)),
        ];
        let expected = expected.map(|(line, id, problem)| (line, id.to_string(), problem));
        assert_eq!(problems, expected);
    }
}
