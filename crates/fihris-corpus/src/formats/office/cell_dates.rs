//! Dates in the cells of Excel: numbers of days, which only the format of the cell tells from other numbers.

use jiff::ToSpan;
use jiff::civil::{Date, date};

use super::Parts;
use crate::formats::xml::tree::Tree;
use crate::skip::SkipReason;

/// The last day that Excel knows, of the year 9999.
const LAST_DAY: f64 = 2_958_465.0;

/// Which formats of cells are those of dates.
#[derive(Debug, Default)]
pub(super) struct CellDates {
    /// By the numbers that cells have for their formats.
    is_date: Vec<bool>,
    /// Whether days are counted from 1904, as on old Macs.
    is_from_1904: bool,
}

impl CellDates {
    /// Those of the file in `parts`.
    ///
    /// # Errors
    /// If its list of formats is damaged or too large.
    pub fn read(parts: &mut Parts) -> Result<Self, SkipReason> {
        let Some(styles) = parts.text("xl/styles.xml")? else {
            return Ok(Self::default());
        };
        let styles = Tree::parse(&styles)?;
        let formats = styles.all("numFmt").filter_map(|format| {
            let code = styles.attribute(format, "formatCode")?;
            Some((styles.attribute(format, "numFmtId")?, has_day(&code)))
        });
        let own: std::collections::HashMap<String, bool> = formats.collect();
        let of_cells = styles.all("cellXfs").next();
        let of_cells = of_cells.into_iter().flat_map(|list| styles.children(list));
        let is_date = of_cells.map(|format| {
            let number = styles.attribute(format, "numFmtId").unwrap_or_default();
            let usual = number.parse().is_ok_and(is_usual);
            own.get(&number).copied().unwrap_or(usual)
        });
        let is_date = is_date.collect();
        let book = parts.text("xl/workbook.xml")?.unwrap_or_default();
        let book = Tree::parse(&book)?;
        let start = book.all("workbookPr").next();
        let start = start.and_then(|about| book.attribute(about, "date1904"));
        Ok(Self {
            is_date,
            is_from_1904: start.is_some_and(|it| it == "1" || it == "true"),
        })
    }

    /// The day that `number` is in a cell of the format `style`; `None` if it is none.
    pub fn day(&self, style: Option<&str>, number: &str) -> Option<Date> {
        let style = style?.parse::<usize>().ok()?;
        let days = number.parse::<f64>().ok()?;
        let is_day = self.is_date.get(style) == Some(&true) && (1.0..=LAST_DAY).contains(&days);
        #[allow(clippy::cast_possible_truncation)] // seven digits
        let days = is_day.then_some(days.floor() as i64)?;
        let first = match (self.is_from_1904, days) {
            (true, _) => date(1904, 1, 1),
            // Excel thinks that there was a 29th of February 1900.
            (_, ..60) => date(1899, 12, 31),
            _ => date(1899, 12, 30),
        };
        first.checked_add(days.days()).ok()
    }
}

/// Whether Excel has a format with a day by this number; those of many countries are among them.
fn is_usual(number: u32) -> bool {
    matches!(number, 14..=17 | 22 | 27..=36 | 50..=58)
}

/// Whether a format writes years or days: `[$-401]dd/mm/yyyy "م"`.
fn has_day(code: &str) -> bool {
    let mut is_quoted = false;
    let mut is_bracketed = false;
    let mut letters = code.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '"' => is_quoted = !is_quoted,
            _ if is_quoted => {}
            '[' => is_bracketed = true,
            ']' => is_bracketed = false,
            '\\' | '_' | '*' => drop(letters.next()),
            'd' | 'D' | 'y' | 'Y' if !is_bracketed => return true,
            _ => {}
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_tell_days_from_numbers() {
        for (code, expected) in [
            ("[$-401]dd/mm/yyyy \"م\"", true),
            ("yyyy\\-mm\\-dd", true),
            ("0.00", false),
            ("[Red]0\\d", false),
            ("#,##0 \"days\"", false),
            ("h:mm", false),
        ] {
            assert_eq!(has_day(code), expected, "{code}");
        }
        let dates = |is_from_1904| CellDates {
            is_date: vec![false, true],
            is_from_1904,
        };
        for (from_1904, style, number, expected) in [
            (false, Some("1"), "43628", Some("2019-06-12")),
            (false, Some("1"), "43628.75", Some("2019-06-12")),
            (false, Some("1"), "1", Some("1900-01-01")),
            (true, Some("1"), "42166", Some("2019-06-12")),
            (false, Some("0"), "43628", None),
            (false, None, "43628", None),
            (false, Some("9"), "43628", None),
            (false, Some("1"), "1e300", None),
            (false, Some("1"), "NaN", None),
        ] {
            let day = dates(from_1904).day(style, number);
            let day = day.map(|day| day.to_string());
            assert_eq!(day.as_deref(), expected, "{number}");
        }
    }
}
