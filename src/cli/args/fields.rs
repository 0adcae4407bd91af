//! The columns of a table of articles, as they are named on the command line.

use fihris_corpus::fields::is_same_name;
use fihris_index::Index;

use crate::i18n::{AskingLine, Message};
use crate::render::clean::one_line;
use crate::render::rows::{KNOWN, RowField, RowForm};
use crate::support::failure::Failure;

/// The option for columns.
#[derive(Clone, Debug, clap::Args)]
pub struct FieldsArg {
    /// The columns of csv, tsv and jsonl: rank, id, title, date, source, author, url, path, place (the number in its
    /// file, from 0), score, matches, copies, snippet, zone, text, and fields of the input by their names
    #[arg(long, value_name = "LIST", value_delimiter = ',')]
    fields: Option<Vec<String>>,
}

impl FieldsArg {
    /// Whether columns were named.
    pub fn is_given(&self) -> bool {
        self.fields.is_some()
    }

    /// The columns asked for, else those of the names `usual`; `form` is how rows are written, if there are any.
    ///
    /// # Errors
    /// If there are none, or one is of no article in `index`.
    pub fn columns(
        &self,
        form: Option<RowForm>,
        usual: &[&str],
        index: &Index,
    ) -> Result<Vec<RowField>, Failure> {
        let Some(names) = &self.fields else {
            return Ok(RowField::all(usual));
        };
        if form.is_none() {
            return Err(Failure::new(
                Message::Asking(AskingLine::FieldsAreForTables),
                Message::Asking(AskingLine::ChooseATable),
            ));
        }
        columns_named(names, index)
    }
}

/// The columns of these names.
///
/// # Errors
/// If one is of no article in `index`.
pub fn columns_named(names: &[String], index: &Index) -> Result<Vec<RowField>, Failure> {
    let of_input = index.field_names()?;
    let column = |name: &String| {
        let field = RowField::new(name.trim());
        let is_of_input = |name: &str| of_input.iter().any(|known| is_same_name(known, name));
        match &field {
            RowField::Named(name) if !is_of_input(name) => Err(Failure::new(
                Message::Asking(AskingLine::NoSuchField(&one_line(name))),
                Message::Asking(AskingLine::FieldsAre(&known(&of_input))),
            )),
            _ => Ok(field),
        }
    };
    names.iter().map(column).collect()
}

/// The names of all columns, those of the input behind the others.
fn known(of_input: &[String]) -> String {
    let mut names: Vec<&str> = KNOWN.to_vec();
    let others = of_input.iter().map(String::as_str);
    names.extend(others.filter(|name| !KNOWN.contains(name)));
    one_line(&names.join(","))
}
