//! The kinds of files that are read, as text and JSON.

use std::io::{self, Write};

use serde::Serialize;

use super::json::{Line, write_line};
use crate::i18n::{Language, kind_facts, kind_name, packed};
use fihris_corpus::format_table::{FileKind, KINDS, Limit, PACKINGS};

/// Writes the kinds, a line with the endings and one with what they give, and the ways of packing.
///
/// # Errors
/// If `out` fails.
pub fn write_text(out: &mut dyn Write, language: Language) -> io::Result<()> {
    for kind in KINDS {
        let endings = dotted(kind.extensions.iter().copied());
        writeln!(out, "{endings}: {}", kind_name(kind.kind, language))?;
        writeln!(out, "  {}", kind_facts(kind, language))?;
    }
    let endings = PACKINGS
        .iter()
        .flat_map(|it| it.of_tar.iter().chain([&it.extension]).rev());
    writeln!(out, "{}: {}", dotted(endings.copied()), packed(language))
}

/// The endings as `.a, .b`.
fn dotted<'a>(endings: impl Iterator<Item = &'a str>) -> String {
    let dotted: Vec<String> = endings.map(|ending| format!(".{ending}")).collect();
    dotted.join(", ")
}

#[derive(Serialize)]
struct KindFields<'a> {
    endings: &'a [&'a str],
    holds: &'a str,
    fields: &'a [&'a str],
    other_fields: bool,
    archive: bool,
    largest_file: Option<u64>,
    largest_record: Option<u64>,
    feature: Option<&'a str>,
    read: bool,
}

impl<'a> KindFields<'a> {
    fn new(kind: &'a FileKind) -> Self {
        let (largest_file, largest_record) = match kind.limit {
            Limit::None => (None, None),
            Limit::File(most) => (Some(most), None),
            Limit::Record(most) => (None, Some(most)),
        };
        Self {
            endings: kind.extensions,
            holds: kind_name(kind.kind, Language::English),
            fields: kind.gives,
            other_fields: kind.keeps_others,
            archive: kind.kind.is_archive(),
            largest_file,
            largest_record,
            feature: kind.feature,
            read: kind.is_built,
        }
    }
}

#[derive(Serialize)]
struct PackingFields<'a> {
    ending: &'a str,
    tar_endings: &'a [&'a str],
}

/// Writes a JSON line a kind, and one a way of packing.
///
/// # Errors
/// If `out` fails.
pub fn write_json(out: &mut dyn Write) -> io::Result<()> {
    for kind in KINDS {
        write_line(out, &Line::new("kind", KindFields::new(kind)))?;
    }
    for packing in PACKINGS {
        let fields = PackingFields {
            ending: packing.extension,
            tar_endings: packing.of_tar,
        };
        write_line(out, &Line::new("packing", fields))?;
    }
    Ok(())
}
