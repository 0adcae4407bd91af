//! Tables: a row a record; the first row names the cells, as in CSV.

use super::Parts;
use super::cell_dates::CellDates;
use crate::formats::xml::tree::{Element, Tree};
use crate::limits::MOST_FIELDS;
use crate::skip::SkipReason;
use crate::value::{Record, Value};

/// The rows of all sheets.
pub(super) fn xlsx(parts: &mut Parts) -> Result<Vec<Record>, SkipReason> {
    let shared = match parts.text("xl/sharedStrings.xml")? {
        Some(markup) => {
            let tree = Tree::parse(&markup)?;
            tree.all("si").map(|text| written(&tree, text)).collect()
        }
        None => Vec::new(),
    };
    let dates = CellDates::read(parts)?;
    let mut sheets = parts.names();
    sheets.retain(|name| name.starts_with("xl/worksheets/sheet"));
    sheets.sort_unstable_by_key(|name| (name.len(), name.clone()));
    let mut records = Vec::new();
    for sheet in sheets {
        let markup = parts.needed(&sheet)?;
        let tree = Tree::parse(&markup)?;
        let mut rows = tree
            .all("row")
            .map(|row| cells(&tree, row, &shared, &dates));
        let Some(names) = rows.next() else {
            continue;
        };
        records.extend(
            rows.map(|row| named(&names, row))
                .filter(|record| !record.is_empty()),
        );
    }
    Ok(records)
}

/// The cells of a row with the columns they stand in.
fn cells(tree: &Tree, row: Element, shared: &[String], dates: &CellDates) -> Vec<(usize, String)> {
    let mut cells = Vec::new();
    for (place, cell) in tree.children(row).enumerate() {
        let column = tree.attribute(cell, "r").and_then(|name| column(&name));
        let text = match tree.child(cell, "v") {
            Some(value) => tree.text(value),
            None => written(tree, cell),
        };
        let text = match tree.attribute(cell, "t").as_deref() {
            Some("s") => {
                let number = text.parse::<usize>().ok();
                number
                    .and_then(|number| shared.get(number))
                    .cloned()
                    .unwrap_or_default()
            }
            None | Some("n") => {
                let day = dates.day(tree.attribute(cell, "s").as_deref(), &text);
                day.map_or(text, |day| day.to_string())
            }
            _ => text,
        };
        cells.push((column.unwrap_or(place), text));
    }
    cells
}

/// The text in `element` with the line breaks that it has; not how it is spoken.
fn written(tree: &Tree, element: Element) -> String {
    let text = tree.written(element, &|tree, child| {
        (tree.name(child) != "rPh").then_some("")
    });
    text.trim().to_string()
}

/// The number of the column in the name of a cell, as in `AB12`, from 0.
fn column(name: &str) -> Option<usize> {
    let letters = name.bytes().take_while(u8::is_ascii_uppercase);
    let number = letters.fold(0_usize, |number, letter| {
        number
            .saturating_mul(26)
            .saturating_add(usize::from(letter - b'A') + 1)
    });
    number.checked_sub(1).filter(|column| *column < MOST_FIELDS)
}

/// The cells of a row by the `names` of their columns.
pub(super) fn named(names: &[(usize, String)], row: Vec<(usize, String)>) -> Record {
    let mut record = Record::new();
    for (column, text) in row {
        // Both are in the order of columns.
        if let Ok(at) = names.binary_search_by_key(&column, |name| name.0) {
            let name = names[at].1.trim();
            if !name.is_empty() {
                Value::add(&mut record, name, text);
            }
        }
    }
    record
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_numbers() {
        let found = ["A1", "Z9", "AA3", "1", "ZZZZZZZZ1"].map(column);
        assert_eq!(found, [Some(0), Some(25), Some(26), None, None]);
    }
}
