//! Formats: how a file holds its articles.

use std::path::Path;

use super::fields::FieldMap;
use super::file_kind::{Compression, Kind, SEVEN_ZIP};
use super::format_table::{FileKind, KINDS, PACKINGS, Packing, SQLITE};
use super::skip::SkipReason;

/// How a file holds its articles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Format {
    /// What it is, once unpacked.
    pub kind: Kind,
    /// How it is packed.
    pub compression: Compression,
}

impl Format {
    /// A kind that is not packed.
    #[must_use]
    pub const fn plain(kind: Kind) -> Self {
        Self {
            kind,
            compression: Compression::None,
        }
    }

    /// The format of a file by its name, if it is one that is read.
    ///
    /// ```
    /// use fihris_corpus::Format;
    /// use fihris_corpus::file_kind::{Compression, Kind};
    /// use std::path::Path;
    /// let format = Format::from_path(Path::new("news/2020.JSONL.gz"));
    /// assert_eq!(format.map(|format| format.kind), Some(Kind::JsonLines));
    /// assert_eq!(format.map(|format| format.compression), Some(Compression::Gzip));
    /// assert_eq!(Format::from_path(Path::new("photo.png")), None);
    /// ```
    #[must_use]
    pub fn from_path(path: &Path) -> Option<Self> {
        let outer = extension(path)?;
        if let Some(kind) = Self::kind(&outer) {
            return Some(Self::plain(kind));
        }
        if let Some(packing) = PACKINGS.iter().find(|it| it.of_tar.contains(&&*outer)) {
            return Some(Self {
                kind: Kind::Tar,
                compression: packing.compression,
            });
        }
        let packing = PACKINGS.iter().find(|it| it.extension == outer)?;
        let inside = extension(Path::new(path.file_stem()?))?;
        let kind = Self::kind(&inside).filter(|kind| kind.is_stream())?;
        Some(Self {
            kind,
            compression: packing.compression,
        })
    }

    /// The usual ending of its names, without the first dot: `csv`, or `csv.gz`.
    ///
    /// ```
    /// use fihris_corpus::Format;
    /// use std::path::Path;
    /// let format = Format::from_path(Path::new("a.htm.gz"));
    /// assert_eq!(format.map(Format::usual_ending).as_deref(), Some("html.gz"));
    /// ```
    #[must_use]
    pub fn usual_ending(self) -> String {
        let kind = KINDS.iter().find(|it| it.kind == self.kind);
        let kind = kind.and_then(|it| it.extensions.first()).copied();
        let packing = PACKINGS
            .iter()
            .find(|it| it.compression == self.compression);
        let parts = kind.into_iter().chain(packing.map(|it| it.extension));
        parts.collect::<Vec<_>>().join(".")
    }

    /// Whether it holds files.
    #[must_use]
    pub fn is_archive(self) -> bool {
        self.kind.is_archive()
    }

    /// Whether articles in it have fields, by whose names its parts are told.
    #[must_use]
    pub fn has_fields(self) -> bool {
        !matches!(
            self.kind,
            Kind::Text | Kind::Html | Kind::SavedPage | Kind::Subtitles
        )
    }

    /// The format of a stream without a name, by its first bytes: how it is packed if it is, else
    /// what it is.
    #[must_use]
    pub fn guess(start: &[u8]) -> Self {
        let begins =
            |packing: &&Packing| !packing.magic.is_empty() && start.starts_with(packing.magic);
        let packing = PACKINGS.iter().find(begins);
        let compression = packing.map_or(Compression::None, |it| it.compression);
        let kind = match compression {
            Compression::None => Self::guess_kind(start),
            _ => Kind::Text, // to be seen when it is unpacked
        };
        Self { kind, compression }
    }

    fn guess_kind(start: &[u8]) -> Kind {
        if start.starts_with(b"PK\x03\x04") {
            return Kind::Zip;
        }
        if start.starts_with(SEVEN_ZIP) {
            return Kind::SevenZip;
        }
        if start.starts_with(b"PAR1") {
            return Kind::Parquet;
        }
        if start.starts_with(b"ARROW1\0\0") || is_arrow_stream(start) {
            return Kind::Arrow;
        }
        if start.starts_with(SQLITE) {
            return Kind::Sqlite;
        }
        if start.starts_with(b"WARC/") {
            return Kind::Warc;
        }
        if start.get(257..262) == Some(b"ustar") {
            return Kind::Tar;
        }
        // Byte order marks and the other half of units in UTF-16.
        let marks = b"\xEF\xBB\xBF\xFF\xFE\0";
        let is_text = |byte: &u8| !byte.is_ascii_whitespace() && !marks.contains(byte);
        let start = &start[start.iter().position(is_text).unwrap_or(start.len())..];
        let line = start.split(|&byte| byte == b'\n').next().unwrap_or(start);
        let is_whole = line.len() == start.len() || line.trim_ascii_end().ends_with(b"}");
        match start.first() {
            Some(b'{') if is_whole => Kind::JsonLines,
            Some(b'{' | b'[') => Kind::Json,
            Some(b'<') if is_page(start) => Kind::Html,
            Some(b'<') => Kind::Markup,
            _ => Self::guess_table(line).unwrap_or(Kind::Text),
        }
    }

    /// A header names the text and something else.
    pub(super) fn guess_table(line: &[u8]) -> Option<Kind> {
        let line = str::from_utf8(line).ok()?.trim_start_matches('\u{FEFF}');
        let names_text = |separator: &[char]| {
            let names: Vec<&str> = line
                .split(separator)
                .map(|name| name.trim().trim_matches('"'))
                .collect();
            names.len() > 1 && FieldMap::default().has_text(&names)
        };
        if names_text(&['\t']) {
            return Some(Kind::Tsv);
        }
        names_text(&[',', ';']).then_some(Kind::Csv)
    }

    fn kind(extension: &str) -> Option<Kind> {
        let found = FileKind::by_extension(extension).filter(|it| it.is_built);
        let is_book = || is_book(extension).then_some(Kind::Text);
        found.map(|it| it.kind).or_else(is_book)
    }

    /// Why a file with this name is not read, if [`Self::from_path`] knows no format of it.
    #[must_use]
    pub fn unknown(path: &Path) -> SkipReason {
        let kind = extension(path);
        let kind = kind.and_then(|extension| FileKind::by_extension(&extension));
        match kind.and_then(|kind| kind.feature) {
            Some(feature) => SkipReason::NotBuilt(feature.to_string()),
            None => SkipReason::UnknownKind,
        }
    }
}

/// Whether a name ends as those of books of the `OpenITI` corpus do, with a language and the number of a version:
/// `0255Jahiz.Hayawan.Shamela0023775-ara1`.
fn is_book(extension: &str) -> bool {
    let language = extension.rsplit_once('-').map(|(_, it)| it.as_bytes());
    matches!(language, Some([a, b, c, number]) if [a, b, c].iter().all(|it| it.is_ascii_lowercase()) && number.is_ascii_digit())
}

/// Whether bytes begin as those of a web page do.
fn is_page(start: &[u8]) -> bool {
    ["<!doctype html", "<html"].iter().any(|tag| {
        let start = start.get(..tag.len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(tag.as_bytes()))
    })
}

/// Whether bytes begin as a stream of Arrow does: a mark, the length of the first message, and where in it what it says begins.
fn is_arrow_stream(start: &[u8]) -> bool {
    let number = |at: usize| {
        let bytes = start.get(at..at + 4)?.try_into().ok()?;
        Some(u32::from_le_bytes(bytes))
    };
    let (Some(mark), Some(length), Some(first)) = (number(0), number(4), number(8)) else {
        return false;
    };
    mark == u32::MAX && (4..length).contains(&first) && length.is_multiple_of(8)
}

fn extension(path: &Path) -> Option<String> {
    Some(path.extension()?.to_str()?.to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::office_kind::Office;

    #[test]
    fn names_tell_formats() {
        use Compression::{Gzip, None as Plain, Zstd};
        for (name, expected) in [
            ("a.txt", Some((Kind::Text, Plain))),
            ("a.TXT.GZ", Some((Kind::Text, Gzip))),
            ("a.sgm.zst", Some((Kind::Markup, Zstd))),
            ("a.tar.gz", Some((Kind::Tar, Gzip))),
            ("a.tgz", Some((Kind::Tar, Gzip))),
            ("a.zip", Some((Kind::Zip, Plain))),
            ("a.zip.gz", None),
            ("a.gz", None),
            ("txt", None),
            ("a.HTM", Some((Kind::Html, Plain))),
            ("a.html.gz", Some((Kind::Html, Gzip))),
            ("a.pdf", Some((Kind::Pdf, Plain))),
            ("a.docx", Some((Kind::Office(Office::Docx), Plain))),
            ("a.mbox.gz", Some((Kind::Mailbox, Gzip))),
            ("a.xml.bz2", Some((Kind::Markup, Compression::Bzip2))),
            ("a.txz", Some((Kind::Tar, Compression::Xz))),
            ("a.warc.gz", Some((Kind::Warc, Gzip))),
            (
                "0255Katib.Kitab.Shamela0000001-ara1",
                Some((Kind::Text, Plain)),
            ),
            (
                "0255Katib.Kitab.Shamela0000001-ara1.mARkdown",
                Some((Kind::Text, Plain)),
            ),
            ("a.b-c1", None),
            ("a.png", None),
        ] {
            let format = Format::from_path(Path::new(name));
            let found = format.map(|format| (format.kind, format.compression));
            assert_eq!(found, expected, "{name}");
        }
    }

    #[test]
    fn first_bytes_tell_formats() {
        for (start, kind) in [
            (" {\"text\": \"a\"}\n{", Kind::JsonLines),
            ("{\"text\": \"a", Kind::JsonLines),
            ("{\n \"text\": \"a\"}", Kind::Json),
            ("[{", Kind::Json),
            ("<?xml", Kind::Markup),
            ("\u{FEFF}\n<!DOCTYPE HTML><p>", Kind::Html),
            ("<html lang=ar>", Kind::Html),
            ("<htm", Kind::Markup),
            ("id,title,text\n1,", Kind::Csv),
            ("\u{FEFF}\"id\";\"نص\"\n", Kind::Csv),
            ("id\ttext\n", Kind::Tsv),
            ("Dear editor, the text of it\n", Kind::Text),
            ("خبر عن بغداد", Kind::Text),
            ("PK\x03\x04", Kind::Zip),
        ] {
            let expected = Format::plain(kind);
            assert_eq!(Format::guess(start.as_bytes()), expected, "{start}");
        }
    }
}
