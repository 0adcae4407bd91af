//! Rows: articles as a table whose columns are chosen, for spreadsheets and programs.
//!
//! Knows columns and how rows are written, not where the articles come from.

use std::io::{self, Write};

use serde::{Serialize, Serializer};
use serde_json::Value;

use super::clean::one_line;
use super::csv_writer::{CsvWriter, defused, write_mark};
use super::json::write_line;
use fihris_corpus::{Article, PathNames};
use fihris_search::Hit;

/// How rows are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowForm {
    /// Commas between cells, with a line of names.
    Csv,
    /// Tabs between cells, with a line of names; a cell is one line.
    Tsv,
    /// An object a line.
    Jsonl,
}

/// A column: something that is known of an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RowField {
    /// One that every article may have.
    Known(&'static str),
    /// A field of the input by its name.
    Named(String),
}

/// What every article may have.
pub const KNOWN: &[&str] = &[
    "rank", "id", "title", "date", "source", "author", "url", "path", "place", "score", "matches",
    "copies", "snippet", "zone", "text",
];

/// The columns of hits where none are chosen.
pub const OF_HITS: &[&str] = &[
    "rank", "id", "title", "date", "source", "author", "url", "path", "place", "score", "snippet",
];

impl RowField {
    /// The column of this name.
    pub fn new(name: &str) -> Self {
        let known = KNOWN.iter().find(|known| known.eq_ignore_ascii_case(name));
        known.map_or_else(|| Self::Named(name.to_string()), |known| Self::Known(known))
    }

    /// The columns of these names.
    pub fn all(names: &[&str]) -> Vec<Self> {
        names.iter().map(|name| Self::new(name)).collect()
    }

    /// What heads the column.
    pub fn name(&self) -> &str {
        match self {
            Self::Known(name) => name,
            Self::Named(name) => name,
        }
    }
}

/// An article as a row.
#[derive(Clone, Copy)]
pub struct Row<'a> {
    /// The article.
    pub article: &'a Article,
    /// Its place in an answer, counted from 1, and what matches in it.
    pub hit: Option<(usize, &'a Hit)>,
    /// What its file is called.
    pub path_names: &'a PathNames,
}

impl Row<'_> {
    /// What it has in a column, for people; empty if that is nothing.
    pub fn text(&self, field: &RowField) -> String {
        cell(&self.value(field))
    }

    /// What it has in a column; null if that is nothing.
    fn value(&self, field: &RowField) -> Value {
        let article = self.article;
        let name = match field {
            RowField::Named(name) => return article.field(name).into(),
            RowField::Known(name) => *name,
        };
        let date = || Some(article.published.as_ref()?.date.to_string());
        match name {
            "id" => article.id.as_str().into(),
            "title" => article.title().map(one_line).into(),
            "date" => date().into(),
            "source" => article.source.clone().into(),
            "url" => article.url().or(article.field(name)).into(),
            "path" => self.path_names.show(&article.file).into(),
            "place" => article.place.into(),
            "text" => article.text.as_str().into(),
            "author" => article.field(name).into(),
            _ => self
                .hit
                .map_or(Value::Null, |(rank, hit)| of_hit(name, rank, hit)),
        }
    }
}

/// What is known of a hit alone.
fn of_hit(name: &str, rank: usize, hit: &Hit) -> Value {
    let snippet = hit.snippet.as_ref().map(|snippet| &snippet.range);
    match name {
        "rank" => rank.into(),
        // With as many digits as tell it, as elsewhere, and not those of a wider number.
        "score" => hit.score.to_string().parse::<f64>().ok().into(),
        "matches" => hit.highlights.len().into(),
        "copies" => hit.copies.into(),
        "snippet" => snippet
            .map(|range| one_line(&hit.article.text[range.clone()]))
            .into(),
        "zone" => hit.shown_zone().map(fihris_corpus::ZoneKind::name).into(),
        _ => Value::Null,
    }
}

/// Writes articles as rows with these columns.
pub struct RowWriter<'a> {
    fields: &'a [RowField],
    table: TableWriter<'a>,
}

impl<'a> RowWriter<'a> {
    /// A table with the names of its columns.
    ///
    /// # Errors
    /// If `out` fails.
    pub fn new(out: &'a mut dyn Write, form: RowForm, fields: &'a [RowField]) -> io::Result<Self> {
        let names: Vec<&str> = fields.iter().map(RowField::name).collect();
        Ok(Self {
            fields,
            table: TableWriter::new(out, form, &names)?,
        })
    }

    /// Adds a row.
    ///
    /// # Errors
    /// If the file fails that is written to.
    pub fn write(&mut self, row: Row) -> io::Result<()> {
        let values = self.fields.iter().map(|field| row.value(field));
        self.table.write(&values.collect::<Vec<Value>>())
    }

    /// Hands on all that was written.
    ///
    /// # Errors
    /// If the file fails that is written to.
    pub fn finish(self) -> io::Result<()> {
        self.table.finish()
    }
}

/// Writes rows of values.
pub struct TableWriter<'a> {
    names: Vec<String>,
    rows: Rows<'a>,
}

enum Rows<'a> {
    Csv(Box<CsvWriter<&'a mut dyn Write>>),
    Tsv(&'a mut dyn Write),
    Jsonl(&'a mut dyn Write),
}

impl<'a> TableWriter<'a> {
    /// A table with the names of its columns.
    ///
    /// # Errors
    /// If `out` fails.
    pub fn new(out: &'a mut dyn Write, form: RowForm, names: &[&str]) -> io::Result<Self> {
        let rows = match form {
            RowForm::Csv => Rows::Csv(Box::new(CsvWriter::new(out, names)?)),
            RowForm::Tsv => {
                write_mark(out)?;
                write_tabbed(out, names.iter().map(|name| (*name).to_string()))?;
                Rows::Tsv(out)
            }
            RowForm::Jsonl => Rows::Jsonl(out),
        };
        Ok(Self {
            names: names.iter().map(|name| (*name).to_string()).collect(),
            rows,
        })
    }

    /// Adds a row: a value a column.
    ///
    /// # Errors
    /// If the file fails that is written to.
    pub fn write(&mut self, values: &[Value]) -> io::Result<()> {
        match &mut self.rows {
            Rows::Csv(csv) => csv.write_row(values.iter().map(cell)),
            Rows::Tsv(out) => write_tabbed(out, values.iter().map(cell)),
            Rows::Jsonl(out) => write_line(out, &Fields(&self.names, values)),
        }
    }

    /// Hands on all that was written.
    ///
    /// # Errors
    /// If the file fails that is written to.
    pub fn finish(self) -> io::Result<()> {
        match self.rows {
            Rows::Csv(csv) => csv.finish(),
            Rows::Tsv(_) | Rows::Jsonl(_) => Ok(()),
        }
    }
}

/// An object with these names and values, in their order.
struct Fields<'a>(&'a [String], &'a [Value]);

impl Serialize for Fields<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().zip(self.1))
    }
}

/// What stands for `value` in a cell.
fn cell(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

/// Writes a line of cells with tabs between, each on one line, and none that a spreadsheet takes for a formula.
fn write_tabbed(out: &mut dyn Write, cells: impl Iterator<Item = String>) -> io::Result<()> {
    for (i, cell) in cells.enumerate() {
        let before = if i == 0 { "" } else { "\t" };
        write!(out, "{before}{}", defused(&one_line(&cell)))?;
    }
    writeln!(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A table of one row, in each form.
    fn tables(value: &str) -> [String; 3] {
        [RowForm::Csv, RowForm::Tsv, RowForm::Jsonl].map(|form| {
            let mut out = Vec::new();
            let mut table = TableWriter::new(&mut out, form, &["id", "n"]).unwrap();
            table.write(&[value.into(), 3.into()]).unwrap();
            table.write(&[Value::Null, Value::Null]).unwrap();
            table.finish().unwrap();
            String::from_utf8(out).unwrap()
        })
    }

    #[test]
    fn cells_are_quoted_as_each_form_has_it() {
        let [csv, tsv, jsonl] = tables("=أ,\n\tب\"");
        assert_eq!(csv, "id,n\n\"'=أ,\n\tب\"\"\",3\n,\n");
        assert_eq!(tsv, "id\tn\n'=أ, ب\"\t3\n\t\n");
        assert_eq!(
            jsonl,
            "{\"id\":\"=أ,\\n\\tب\\\"\",\"n\":3}\n{\"id\":null,\"n\":null}\n"
        );
    }

    #[test]
    fn columns_are_known_in_any_case_and_others_are_of_the_input() {
        assert_eq!(RowField::new("URL"), RowField::Known("url"));
        assert_eq!(RowField::new("section"), RowField::Named("section".into()));
        for name in OF_HITS {
            assert_eq!(RowField::new(name), RowField::Known(name));
        }
    }
}
