//! The table of formats: which endings of names, and which first bytes, tell which; what each gives, and how large it may be.

use super::file_kind::{Compression, Kind};
use super::limits::{LARGEST_PAGE, LARGEST_RECORD, LARGEST_TEXT};
use super::office_kind::Office;

/// A kind of file, and the endings of its names.
#[derive(Clone, Copy, Debug)]
pub struct FileKind {
    /// What it is, once unpacked.
    pub kind: Kind,
    /// The endings without their dots, the usual one first.
    pub extensions: &'static [&'static str],
    /// What its articles have where a file says so, by the names that queries and JSON have for it.
    pub gives: &'static [&'static str],
    /// Whether all other fields of its records are kept as well.
    pub keeps_others: bool,
    /// How much of it may be in memory.
    pub limit: Limit,
    /// The feature of the build that reads it, if it is one that may be left out.
    pub feature: Option<&'static str>,
    /// Whether this build reads it.
    pub is_built: bool,
}

/// How large a file, or what is in it, may be, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    /// Each part counts for itself, as in archives.
    None,
    /// The whole file.
    File(u64),
    /// Each record; the file may have any size.
    Record(u64),
}

/// A way of packing, the endings of its names, and how its bytes begin.
#[derive(Clone, Copy, Debug)]
pub struct Packing {
    /// What unpacks it.
    pub compression: Compression,
    /// The ending behind that of what is packed.
    pub extension: &'static str,
    /// The ending of a tar packed so.
    pub of_tar: &'static [&'static str],
    /// The first bytes; empty if they tell nothing.
    pub magic: &'static [u8],
}

/// What is known of a plain text.
const TEXT: &[&str] = &["title", "text", "date"];
/// What is looked for in a record.
const RECORD: &[&str] = &["id", "title", "text", "date", "source"];
/// What records of libraries, agencies and feeds say.
const REFERENCE: &[&str] = &[
    "id", "title", "text", "date", "source", "author", "url", "language",
];
/// What a page says of itself, and whoever saved it.
const PAGE: &[&str] = &[
    "title", "text", "date", "source", "author", "address", "captured",
];
/// What a treebank says.
const TREEBANK: &[&str] = &["id", "text", "date"];
/// What mail says.
const MAIL: &[&str] = &["id", "title", "text", "date", "author", "to"];
/// What the properties of a document say.
const DOCUMENT: &[&str] = &["title", "text", "date", "author", "language", "subject"];
/// What a book says.
const BOOK: &[&str] = &["title", "text", "date", "source", "author", "language"];
/// What a PDF says.
const PDF: &[&str] = &["title", "text", "date", "author"];

const fn kind(kind: Kind, extensions: &'static [&'static str]) -> FileKind {
    FileKind {
        kind,
        extensions,
        gives: &[],
        keeps_others: false,
        limit: Limit::None,
        feature: None,
        is_built: true,
    }
}

/// A kind whose records have fields of any names.
const fn records(of: Kind, extensions: &'static [&'static str]) -> FileKind {
    kind(of, extensions)
        .of(RECORD, Limit::Record(LARGEST_RECORD))
        .and_others()
}

impl FileKind {
    /// The same, which gives these parts of an article and is limited so.
    const fn of(self, gives: &'static [&'static str], limit: Limit) -> Self {
        Self {
            gives,
            limit,
            ..self
        }
    }

    /// The same, with all other fields of its records.
    const fn and_others(self) -> Self {
        Self {
            keeps_others: true,
            ..self
        }
    }

    /// The same, which only a build with `feature` reads.
    const fn behind(self, feature: &'static str, is_built: bool) -> Self {
        Self {
            feature: Some(feature),
            is_built,
            ..self
        }
    }

    /// The kind of files whose names have this ending, in small letters.
    pub(super) fn by_extension(extension: &str) -> Option<&'static Self> {
        KINDS.iter().find(|it| it.extensions.contains(&extension))
    }
}

/// All kinds that are read, or would be by a build with all features.
pub const KINDS: &[FileKind] = &[
    kind(Kind::Text, &["txt", "markdown", "completed", "inprogress"])
        .of(TEXT, Limit::File(LARGEST_TEXT)),
    kind(Kind::Html, &["html", "htm", "xhtml"]).of(PAGE, Limit::File(LARGEST_PAGE)),
    kind(Kind::SavedPage, &["mhtml", "mht"]).of(PAGE, Limit::File(LARGEST_RECORD)),
    records(Kind::JsonLines, &["jsonl", "ndjson", "jl"]),
    records(Kind::Json, &["json"]),
    records(Kind::Csv, &["csv"]),
    records(Kind::Tsv, &["tsv"]),
    kind(
        Kind::Markup,
        &[
            "xml", "sgml", "sgm", "trec", "rss", "atom", "nitf", "mods", "tml", "rdf",
        ],
    )
    .of(REFERENCE, Limit::Record(LARGEST_RECORD))
    .and_others(),
    kind(Kind::Ris, &["ris"])
        .of(REFERENCE, Limit::Record(LARGEST_RECORD))
        .and_others(),
    kind(Kind::Bibtex, &["bib"])
        .of(REFERENCE, Limit::Record(LARGEST_RECORD))
        .and_others(),
    kind(Kind::Treebank, &["conllu"]).of(TREEBANK, Limit::Record(LARGEST_RECORD)),
    kind(Kind::Subtitles, &["srt", "vtt"]).of(TEXT, Limit::File(LARGEST_TEXT)),
    kind(Kind::Office(Office::Docx), &["docx", "docm"]).of(DOCUMENT, Limit::File(LARGEST_RECORD)),
    kind(Kind::Office(Office::Odt), &["odt"]).of(DOCUMENT, Limit::File(LARGEST_RECORD)),
    kind(Kind::Office(Office::Pptx), &["pptx"]).of(DOCUMENT, Limit::File(LARGEST_RECORD)),
    kind(Kind::Office(Office::Xlsx), &["xlsx", "xlsm"])
        .of(RECORD, Limit::File(LARGEST_RECORD))
        .and_others(),
    kind(Kind::Office(Office::Ods), &["ods"])
        .of(RECORD, Limit::File(LARGEST_RECORD))
        .and_others(),
    kind(Kind::Office(Office::Epub), &["epub"]).of(BOOK, Limit::File(LARGEST_RECORD)),
    kind(Kind::Rtf, &["rtf"]).of(DOCUMENT, Limit::File(LARGEST_RECORD)),
    kind(Kind::Pdf, &["pdf"]).of(PDF, Limit::File(LARGEST_RECORD)),
    kind(Kind::Message, &["eml"]).of(MAIL, Limit::File(LARGEST_RECORD)),
    kind(Kind::Mailbox, &["mbox", "mbx"]).of(MAIL, Limit::Record(LARGEST_RECORD)),
    kind(Kind::Warc, &["warc", "wet"]).of(PAGE, Limit::Record(LARGEST_PAGE)),
    kind(Kind::Parquet, &["parquet"])
        .of(RECORD, Limit::Record(LARGEST_RECORD))
        .and_others()
        .behind("parquet", cfg!(feature = "parquet")),
    kind(Kind::Arrow, &["arrow", "feather", "ipc", "arrows"])
        .of(RECORD, Limit::Record(LARGEST_RECORD))
        .and_others()
        .behind("parquet", cfg!(feature = "parquet")),
    kind(Kind::Sqlite, &["sqlite", "sqlite3", "db"])
        .of(RECORD, Limit::File(LARGEST_TEXT))
        .and_others(),
    kind(Kind::Zip, &["zip", "wacz"]),
    kind(Kind::SevenZip, &["7z"]),
    kind(Kind::Tar, &["tar"]),
];

/// How databases of `SQLite` begin.
pub(crate) const SQLITE: &[u8] = b"SQLite format 3\0";

/// All ways of packing.
pub const PACKINGS: &[Packing] = &[
    Packing {
        compression: Compression::Gzip,
        extension: "gz",
        of_tar: &["tgz"],
        magic: &[0x1F, 0x8B],
    },
    Packing {
        compression: Compression::Zstd,
        extension: "zst",
        of_tar: &["tzst"],
        magic: &[0x28, 0xB5, 0x2F, 0xFD],
    },
    Packing {
        compression: Compression::Bzip2,
        extension: "bz2",
        of_tar: &["tbz", "tbz2"],
        magic: b"BZh",
    },
    Packing {
        compression: Compression::Xz,
        extension: "xz",
        of_tar: &["txz"],
        magic: b"\xFD7zXZ\0",
    },
    Packing {
        compression: Compression::Lz4,
        extension: "lz4",
        of_tar: &[],
        magic: &[0x04, 0x22, 0x4D, 0x18],
    },
    Packing {
        compression: Compression::Brotli,
        extension: "br",
        of_tar: &[],
        magic: &[],
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_ending_stands_twice() {
        let kinds = KINDS.iter().flat_map(|kind| kind.extensions);
        let packings = PACKINGS
            .iter()
            .flat_map(|it| it.of_tar.iter().chain([&it.extension]));
        let mut all: Vec<&str> = kinds.chain(packings).copied().collect();
        all.sort_unstable();
        let count = all.len();
        all.dedup();
        assert_eq!(all.len(), count);
    }

    #[test]
    fn every_kind_says_what_it_gives() {
        for kind in KINDS {
            assert_eq!(kind.gives.is_empty(), kind.kind.is_archive(), "{kind:?}");
            let is_limited = kind.limit != Limit::None;
            assert_eq!(is_limited, !kind.kind.is_archive(), "{kind:?}");
        }
    }
}
