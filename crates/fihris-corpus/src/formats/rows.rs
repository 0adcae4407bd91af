//! Rows: the cells of a table, row by row.
//!
//! One row is in memory, and none that is too large: it is read to its end, as it may hold quotation marks.

use std::io::{self, BufRead};

use csv_core::{ReadRecordResult, Reader, ReaderBuilder};

use super::count;
use crate::limits::{LARGEST_RECORD, MOST_FIELDS};
use crate::skip::SkipReason;
use crate::value::many_fields;

/// The rows of a table, one after the other.
pub(super) struct Rows<'a> {
    input: &'a mut dyn BufRead,
    reader: Reader,
    /// The line where the row begins, from 1.
    line: usize,
    /// Line breaks so far.
    breaks: usize,
    /// The contents of the cells, one after the other, and where each ends.
    contents: Vec<u8>,
    ends: Vec<usize>,
    /// How many of them there are.
    cells: usize,
    /// Whether a quotation mark has no partner so far.
    is_quoted: bool,
    /// Whether a cell of the last row has several lines.
    spans_lines: bool,
}

impl<'a> Rows<'a> {
    /// The rows of `input`, whose cells are separated by `separator`.
    pub fn new(input: &'a mut dyn BufRead, separator: u8) -> Self {
        Self {
            input,
            reader: ReaderBuilder::new().delimiter(separator).build(),
            line: 0,
            breaks: 0,
            contents: vec![0; 1 << 12],
            ends: vec![0; 32],
            cells: 0,
            is_quoted: false,
            spans_lines: false,
        }
    }

    /// The line where the row begins, from 1; 0 before the first.
    pub fn line(&self) -> usize {
        self.line
    }

    /// The cells of the row.
    pub fn cells(&self) -> impl Iterator<Item = &[u8]> {
        let ends = &self.ends[..self.cells];
        let starts = std::iter::once(&0).chain(ends);
        starts
            .zip(ends)
            .map(|(&start, &end)| &self.contents[start..end])
    }

    /// Whether the last row goes to the end of the table since nothing closes its quotation mark.
    pub fn ends_in_quotes(&self) -> bool {
        self.is_quoted && self.spans_lines
    }

    /// They are no rows, but have numbers.
    fn skip_empty_lines(&mut self) -> io::Result<()> {
        loop {
            let input = self.input.fill_buf()?;
            let length = input
                .iter()
                .take_while(|byte| matches!(byte, b'\r' | b'\n'))
                .count();
            self.breaks += count(&input[..length], b'\n');
            self.input.consume(length);
            if length == 0 {
                return Ok(());
            }
        }
    }

    /// Goes to the next row; `None` if there is none.
    ///
    /// # Errors
    /// If the input fails; inside, if the row is too large.
    pub fn next(&mut self) -> io::Result<Option<Result<(), SkipReason>>> {
        self.skip_empty_lines()?;
        let line = self.breaks + 1;
        let mut length = 0;
        self.cells = 0;
        let mut reason = None;
        loop {
            let input = self.input.fill_buf()?;
            let (result, read, written, cells) = self.reader.read_record(
                input,
                &mut self.contents[length..],
                &mut self.ends[self.cells..],
            );
            self.is_quoted ^= count(&input[..read], b'"') % 2 == 1;
            self.breaks += count(&input[..read], b'\n');
            self.input.consume(read);
            length += written;
            self.cells += cells;
            match result {
                ReadRecordResult::InputEmpty => {}
                ReadRecordResult::OutputFull => {
                    let full = self.contents.len() as u64;
                    if reason.is_none() && full < LARGEST_RECORD {
                        self.contents.resize(2 * self.contents.len(), 0);
                    } else {
                        reason = reason.or(Some(SkipReason::TooLarge(LARGEST_RECORD)));
                        length = 0;
                    }
                }
                ReadRecordResult::OutputEndsFull => {
                    if reason.is_none() && self.ends.len() < MOST_FIELDS {
                        self.ends.resize(2 * self.ends.len(), 0);
                    } else {
                        reason = reason.or_else(|| Some(many_fields()));
                        self.cells = 0;
                    }
                }
                ReadRecordResult::Record => break,
                ReadRecordResult::End => return Ok(None),
            }
        }
        self.line = line;
        self.spans_lines = reason.is_some() || self.contents[..length].contains(&b'\n');
        if reason.is_some() {
            self.cells = 0;
        }
        Ok(Some(reason.map_or(Ok(()), Err)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(table: &str) -> Vec<(usize, Result<Vec<String>, SkipReason>)> {
        let mut input = io::BufReader::with_capacity(3, table.as_bytes());
        let mut rows = Rows::new(&mut input, b',');
        let mut all = Vec::new();
        while let Some(row) = rows.next().unwrap() {
            let cells = rows
                .cells()
                .map(|cell| String::from_utf8(cell.to_vec()).unwrap());
            all.push((rows.line(), row.map(|()| cells.collect())));
        }
        all
    }

    #[test]
    fn rows_are_cells() {
        let found = rows("a,b\n\"x\n\"\"y\"\"\",\n\n,\r\nlast");
        let cells: Vec<(usize, Vec<&str>)> = found
            .iter()
            .map(|(line, row)| {
                (
                    *line,
                    row.as_ref().unwrap().iter().map(String::as_str).collect(),
                )
            })
            .collect();
        assert_eq!(
            cells,
            [
                (1, vec!["a", "b"]),
                (2, vec!["x\n\"y\"", ""]),
                (5, vec!["", ""]),
                (6, vec!["last"])
            ]
        );
    }

    #[test]
    fn what_nothing_closes_goes_to_the_end() {
        for (table, ends_in_quotes) in [
            ("a,b\nc,\"d\nlast,row\n", true),
            ("a,\"b\"\n\"c\nd\",e\n", false),
            ("a,\"b\nc\"\nd,5\"\n", false),
        ] {
            let mut input = io::BufReader::with_capacity(3, table.as_bytes());
            let mut rows = Rows::new(&mut input, b',');
            while rows.next().unwrap().is_some() {}
            assert_eq!(rows.ends_in_quotes(), ends_in_quotes, "{table}");
        }
    }

    #[test]
    fn a_row_with_too_many_cells_is_passed_over() {
        let many = ",".repeat(MOST_FIELDS * 3);
        let found = rows(&format!("a,b\n{many}\nc,d\n"));
        assert_eq!(found[1], (2, Err(many_fields())));
        assert_eq!(found[2], (3, Ok(vec!["c".into(), "d".into()])));
    }
}
