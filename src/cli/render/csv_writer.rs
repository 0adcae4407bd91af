//! CSV: cells that no spreadsheet takes for formulas.
//!
//! A program that opens a CSV file runs what begins with `=`, `+`, `-` or `@`, also behind what it leaves out. Such a
//! cell gets an apostrophe in front, as OWASP advises; numbers stay numbers. Who takes one apostrophe away from cells
//! that begin so has what was written (`docs/scripts.md`). Knows cells, not what they are of.

use std::borrow::Cow;
use std::io::{self, Write};
use std::sync::OnceLock;

/// Whether tables begin with a byte order mark; they do not until this is known.
static HAS_MARK: OnceLock<bool> = OnceLock::new();

/// Has tables begin with a byte order mark from now on if `has_mark`: by it Excel tells UTF-8 from the code page of
/// the machine.
pub fn choose_mark(has_mark: bool) {
    HAS_MARK.get_or_init(|| has_mark);
}

/// Writes the byte order mark, if that was chosen.
///
/// # Errors
/// If `out` fails.
pub fn write_mark(out: &mut dyn Write) -> io::Result<()> {
    if HAS_MARK.get().copied().unwrap_or_default() {
        write!(out, "\u{FEFF}")?;
    }
    Ok(())
}

/// Writes rows.
pub struct CsvWriter<W: Write>(csv::Writer<W>);

impl<W: Write> CsvWriter<W> {
    /// A table, with the names of its columns.
    ///
    /// # Errors
    /// If `out` fails.
    pub fn new(mut out: W, names: &[&str]) -> io::Result<Self> {
        write_mark(&mut out)?;
        let mut csv = csv::Writer::from_writer(out);
        csv.write_record(names)?;
        Ok(Self(csv))
    }

    /// Adds a row.
    ///
    /// # Errors
    /// If the file fails that is written to.
    pub fn write_row<T: AsRef<str>>(
        &mut self,
        cells: impl IntoIterator<Item = T>,
    ) -> io::Result<()> {
        for cell in cells {
            self.0.write_field(&*defused(cell.as_ref()))?;
        }
        self.0.write_record(None::<&[u8]>)?; // ends the row
        Ok(())
    }

    /// Hands on all that was written.
    ///
    /// # Errors
    /// If the file fails that is written to.
    pub fn finish(mut self) -> io::Result<()> {
        self.0.flush()
    }
}

/// `cell`, or what a spreadsheet shows as `cell` where it would run it.
pub(super) fn defused(cell: &str) -> Cow<'_, str> {
    if is_formula(cell) {
        format!("'{cell}").into()
    } else {
        cell.into()
    }
}

/// Whether a spreadsheet could take `cell` for a formula.
fn is_formula(cell: &str) -> bool {
    let is_left_out = |c: char| {
        c.is_whitespace()
            || c.is_control()
            || matches!(c, '\'' | '"' | '\u{FEFF}' | '\u{200B}'..='\u{200F}')
    };
    if cell.starts_with(['\t', '\r']) {
        return true;
    }
    let is_sign = |c: char| matches!(c, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠');
    cell.trim_start_matches(is_left_out).starts_with(is_sign) && !is_number(cell)
}

/// Whether `cell` is a number below 0, as `-3.5`.
fn is_number(cell: &str) -> bool {
    let digits = cell.strip_prefix('-').unwrap_or_default();
    let (whole, part) = digits.split_once('.').unwrap_or((digits, "0"));
    let are_digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    are_digits(whole) && are_digits(part)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the docs say of undoing.
    fn undone(cell: &str) -> &str {
        match cell.strip_prefix('\'') {
            Some(rest) if is_formula(rest) => rest,
            _ => cell,
        }
    }

    #[test]
    fn formulas_are_text_and_can_be_had_back() {
        for cell in [
            "=1+1",
            "+cmd|' /C calc'!A0",
            "-2+3",
            "@SUM(A1)",
            "\t=1",
            "\rx",
            " =1",
            "\"=1",
            "'=1",
            "''-3",
            "\u{FEFF}=1",
            "＝1",
            "-",
            "--1",
            "-1.",
            "-1e5",
        ] {
            let safe = defused(cell);
            assert_eq!(safe, format!("'{cell}"));
            assert_eq!(undone(&safe), cell);
        }
        for cell in [
            "-3.5", "-12", "3.5", "خبر", "a=b", "'ain", "", "'", "1-2", "'3",
        ] {
            assert_eq!(defused(cell), cell);
            assert_eq!(undone(cell), cell);
        }
    }

    #[test]
    fn rows_are_quoted() {
        let mut bytes = Vec::new();
        let mut csv = CsvWriter::new(&mut bytes, &["id", "text"]).unwrap();
        csv.write_row(["=a", "x,\"y\"\nz"]).unwrap();
        csv.finish().unwrap();
        let expected = "id,text\n'=a,\"x,\"\"y\"\"\nz\"\n";
        assert_eq!(String::from_utf8(bytes).unwrap(), expected);
    }
}
