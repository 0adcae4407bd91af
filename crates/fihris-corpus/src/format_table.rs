//! The table of formats: which endings of names, and which first bytes, tell which.

use super::file_kind::{Compression, Kind};
use super::office_kind::Office;

/// A kind of file, and the endings of its names.
#[derive(Clone, Copy, Debug)]
pub struct FileKind {
    /// What it is, once unpacked.
    pub kind: Kind,
    /// The endings without their dots, the usual one first.
    pub extensions: &'static [&'static str],
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

const fn kind(kind: Kind, extensions: &'static [&'static str]) -> FileKind {
    FileKind { kind, extensions }
}

/// All kinds that are read.
pub const KINDS: &[FileKind] = &[
    kind(Kind::Text, &["txt", "markdown", "completed", "inprogress"]),
    kind(Kind::Html, &["html", "htm", "xhtml"]),
    kind(Kind::SavedPage, &["mhtml", "mht"]),
    kind(Kind::JsonLines, &["jsonl", "ndjson"]),
    kind(Kind::Json, &["json"]),
    kind(Kind::Csv, &["csv"]),
    kind(Kind::Tsv, &["tsv"]),
    kind(
        Kind::Markup,
        &[
            "xml", "sgml", "sgm", "trec", "rss", "atom", "nitf", "mods", "tml",
        ],
    ),
    kind(Kind::Ris, &["ris"]),
    kind(Kind::Bibtex, &["bib"]),
    kind(Kind::Subtitles, &["srt", "vtt"]),
    kind(Kind::Office(Office::Docx), &["docx", "docm"]),
    kind(Kind::Office(Office::Odt), &["odt"]),
    kind(Kind::Office(Office::Pptx), &["pptx"]),
    kind(Kind::Office(Office::Xlsx), &["xlsx", "xlsm"]),
    kind(Kind::Office(Office::Ods), &["ods"]),
    kind(Kind::Office(Office::Epub), &["epub"]),
    kind(Kind::Rtf, &["rtf"]),
    kind(Kind::Pdf, &["pdf"]),
    kind(Kind::Message, &["eml"]),
    kind(Kind::Mailbox, &["mbox", "mbx"]),
    kind(Kind::Warc, &["warc", "wet"]),
    #[cfg(feature = "parquet")]
    kind(Kind::Parquet, &["parquet"]),
    kind(Kind::Zip, &["zip", "wacz"]),
    kind(Kind::Tar, &["tar"]),
];

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

/// The endings of all that is read, for messages: `.txt, .html; .gz or .zst of them; .zip`.
#[must_use]
pub fn readable() -> String {
    let (archives, files): (Vec<_>, Vec<_>) = KINDS.iter().partition(|kind| kind.kind.is_archive());
    let list = |kinds: Vec<&FileKind>| {
        let extensions = kinds.iter().flat_map(|kind| kind.extensions);
        let dotted: Vec<String> = extensions.map(|it| format!(".{it}")).collect();
        dotted.join(", ")
    };
    let packed: Vec<String> = PACKINGS
        .iter()
        .map(|it| format!(".{}", it.extension))
        .collect();
    format!(
        "{}; {} of them; {}",
        list(files),
        packed.join(", "),
        list(archives)
    )
}

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
}
