//! Tables of `LibreOffice`: a row a record, as in those of Excel.

use super::Parts;
use super::sheet::named;
use super::text::text;
use crate::formats::xml::tree::{Element, Tree};
use crate::limits::MOST_FIELDS;
use crate::skip::SkipReason;
use crate::value::Record;

/// So often may a cell with something in it be repeated in its row.
const MOST_REPEATED: usize = 100;

/// The rows of all tables. One that is repeated is one.
pub(super) fn ods(parts: &mut Parts) -> Result<Vec<Record>, SkipReason> {
    let markup = parts.needed("content.xml")?;
    let tree = Tree::parse(&markup)?;
    let mut records = Vec::new();
    for table in tree.all("table") {
        let rows = rows(&tree, table).into_iter().map(|row| cells(&tree, row));
        let mut rows = rows.filter(|cells| !cells.is_empty());
        if let Some(names) = rows.next() {
            records.extend(rows.map(|row| named(&names, row)));
        }
    }
    records.retain(|record| !record.is_empty());
    Ok(records)
}

/// The rows of a table, which may stand in groups.
fn rows(tree: &Tree, table: Element) -> Vec<Element> {
    let mut rows = Vec::new();
    let mut waiting = vec![table];
    while let Some(element) = waiting.pop() {
        match tree.name(element) {
            "table-row" => rows.push(element),
            "table" | "table-rows" | "table-header-rows" | "table-row-group" => {
                let first = waiting.len();
                waiting.extend(tree.children(element));
                waiting[first..].reverse();
            }
            _ => {}
        }
    }
    rows
}

/// The cells of a row that have something in them, with the columns they stand in.
fn cells(tree: &Tree, row: Element) -> Vec<(usize, String)> {
    let mut cells = Vec::new();
    let mut column = 0_usize;
    for cell in tree.children(row) {
        let repeated = tree.attribute(cell, "table:number-columns-repeated");
        let repeated = repeated
            .and_then(|it| it.parse::<usize>().ok())
            .unwrap_or(1);
        let text = match tree.attribute(cell, "office:date-value") {
            Some(date) => date,
            None => text(tree, cell),
        };
        if !text.is_empty() {
            let columns = column
                ..column
                    .saturating_add(repeated.min(MOST_REPEATED))
                    .min(MOST_FIELDS);
            cells.extend(columns.map(|column| (column, text.clone())));
        }
        column = column.saturating_add(repeated);
    }
    cells
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_stand_in_columns() {
        let cell =
            |text: &str| format!("<table:table-cell><text:p>{text}</text:p></table:table-cell>");
        let empty = |count| format!("<table:table-cell table:number-columns-repeated='{count}'/>");
        let markup = format!(
            "<table:table><table:table-header-rows><table:table-row>{}{}{}</table:table-row></table:table-header-rows>\
             <table:table-row table:number-rows-repeated='9'><table:table-cell office:date-value='2021-03-04'><text:p>4.3.</text:p></table:table-cell>\
             {}<table:covered-table-cell/><table:table-cell><office:annotation><text:p>x</text:p></office:annotation><text:p>أ</text:p><text:p>ب</text:p>\
             </table:table-cell>{}</table:table-row></table:table>",
            cell("a"),
            empty(2),
            cell("b"),
            empty(1),
            empty(usize::MAX),
        );
        let tree = Tree::parse(&markup).unwrap();
        let table = tree.all("table").next().unwrap();
        let found: Vec<_> = rows(&tree, table)
            .into_iter()
            .map(|row| cells(&tree, row))
            .collect();
        let expected = [[(0, "a"), (3, "b")], [(0, "2021-03-04"), (3, "أ\nب")]]
            .map(|row| row.map(|(column, text)| (column, text.to_string())));
        assert_eq!(found, expected);
    }
}
