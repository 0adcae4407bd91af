//! Office files and books: XML in a zip, read by their own small readers.
//!
//! The file is in memory, bounded; what its parts unpack to is counted with all else. No macro runs, and nothing
//! is fetched.

mod cell_dates;
mod epub;
mod ods;
mod sheet;
mod text;

pub(super) use text::document;

use std::io::{BufRead, Cursor, Read};

use zip::ZipArchive;

use super::exports;
use super::xml::tree::Tree;
use crate::bounded::read_whole;
use crate::limits::LARGEST_RECORD;
use crate::office_kind::Office;
use crate::sink::{ArticleSink, Stop};
use crate::skip::{DamageKind, SkipReason};
use crate::unpack_limit::UnpackLimit;
use crate::value::{Record, Value};

/// Reads the articles of an office file.
///
/// # Errors
/// If it is none, too large or damaged, or whoever takes the articles fails.
pub fn read<E>(
    office: Office,
    input: &mut dyn BufRead,
    sink: &mut ArticleSink<E>,
) -> Result<(), Stop<E>> {
    let bytes = read_whole(input, LARGEST_RECORD)?;
    let mut parts = Parts::read(bytes, sink.unpack_limit())?;
    let records = match office {
        Office::Docx => {
            let (about, text) = text::docx(&mut parts)?;
            if exports::read(&text, sink)? {
                return Ok(());
            }
            Ok(vec![document(about, &text)])
        }
        Office::Odt => text::odt(&mut parts).map(|it| vec![it]),
        Office::Pptx => text::pptx(&mut parts).map(|it| vec![it]),
        Office::Xlsx => sheet::xlsx(&mut parts),
        Office::Ods => ods::ods(&mut parts),
        Office::Epub => epub::chapters(&mut parts),
    }?;
    for (number, record) in (1..).zip(records) {
        sink.push_record(Ok(record), number, number, false)?;
    }
    Ok(())
}

/// The files in an office file.
struct Parts {
    archive: ZipArchive<Cursor<Vec<u8>>>,
    unpack_limit: UnpackLimit,
}

impl Parts {
    fn read(bytes: Vec<u8>, unpack_limit: UnpackLimit) -> Result<Self, SkipReason> {
        // What passwords protect is no zip, but a compound file.
        if bytes.starts_with(b"\xD0\xCF\x11\xE0") {
            return Err(damaged(
                "it is protected by a password, or of an older version",
            ));
        }
        let archive = ZipArchive::new(Cursor::new(bytes));
        let archive = archive.map_err(|error| damaged(error.to_string()))?;
        let mut parts = Self {
            archive,
            unpack_limit,
        };
        // That of `LibreOffice` says so in its list of files.
        let list = parts.text("META-INF/manifest.xml")?.unwrap_or_default();
        if list.contains("encryption-data") {
            return Err(damaged("it is protected by a password"));
        }
        Ok(parts)
    }

    /// The names of the files.
    fn names(&self) -> Vec<String> {
        self.archive
            .file_names()
            .filter_map(|name| Some(name.ok()?.into_owned()))
            .collect()
    }

    /// The text of the file called `name`; `None` if there is none.
    ///
    /// # Errors
    /// If it is damaged or too large.
    fn text(&mut self, name: &str) -> Result<Option<String>, SkipReason> {
        let Ok(file) = self.archive.by_name(name) else {
            return Ok(None);
        };
        let mut bytes = Vec::new();
        let input = self.unpack_limit.count_unpacked(file);
        input.take(LARGEST_RECORD + 1).read_to_end(&mut bytes)?;
        if bytes.len() as u64 > LARGEST_RECORD {
            return Err(SkipReason::TooLarge(LARGEST_RECORD));
        }
        Ok(Some(String::from_utf8_lossy(&bytes).into_owned()))
    }

    /// The same for one that must be there.
    fn needed(&mut self, name: &str) -> Result<String, SkipReason> {
        let text = self.text(name)?;
        text.ok_or_else(|| damaged(format!("there is no {name} in it")))
    }
}

fn damaged(message: impl Into<String>) -> SkipReason {
    SkipReason::damaged(DamageKind::Zip, message)
}

/// The title, author and day in the properties of a file.
fn properties(markup: Option<&str>) -> Result<Record, SkipReason> {
    let mut record = Record::new();
    let Some(markup) = markup else {
        return Ok(record);
    };
    let tree = Tree::parse(markup)?;
    for (field, names) in [
        ("title", &["title"][..]),
        ("author", &["initial-creator", "creator"]),
        ("date", &["creation-date", "created", "date", "modified"]),
        ("language", &["language"]),
        ("subject", &["subject"]),
    ] {
        Value::add(&mut record, field, tree.first(names).unwrap_or_default());
    }
    Ok(record)
}
