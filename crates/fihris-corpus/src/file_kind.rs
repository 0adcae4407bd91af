//! What the bytes of a file are, and how they are packed.

use super::office_kind::Office;

/// How a 7z archive begins.
pub const SEVEN_ZIP: &[u8] = b"7z\xBC\xAF\x27\x1C";

/// How bytes are packed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Compression {
    /// Not at all.
    None,
    /// By gzip: `.gz`.
    Gzip,
    /// By Zstandard: `.zst`.
    Zstd,
    /// By bzip2: `.bz2`.
    Bzip2,
    /// By XZ: `.xz`.
    Xz,
    /// By LZ4, in frames: `.lz4`.
    Lz4,
    /// By Brotli: `.br`.
    Brotli,
}

/// What the bytes are, once unpacked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// One article in plain text: `.txt`.
    Text,
    /// A JSON object a line, an article each: `.jsonl`, `.ndjson`, `.jl`.
    JsonLines,
    /// A JSON object, several, or an array of them: `.json`.
    Json,
    /// A table with a header, an article a row, its cells separated by commas or semicolons: `.csv`.
    Csv,
    /// The same, separated by tabs: `.tsv`.
    Tsv,
    /// Articles between tags, as TREC has them, or a feed: `.xml`, `.sgml`, `.sgm`, `.trec`, `.rss`, `.atom`.
    Markup,
    /// A saved web page with one article: `.html`, `.htm`, `.xhtml`.
    Html,
    /// A web page with all that belongs to it, in a message: `.mhtml`, `.mht`.
    SavedPage,
    /// References of libraries: `.ris`.
    Ris,
    /// References as TeX has them: `.bib`.
    Bibtex,
    /// A message: `.eml`.
    Message,
    /// Messages one after the other: `.mbox`.
    Mailbox,
    /// Pages with a layer of text: `.pdf`.
    Pdf,
    /// A text of a word processor: `.rtf`.
    Rtf,
    /// Answers of web servers, as crawlers keep them, or their texts: `.warc`, `.wet`.
    Warc,
    /// A table by columns, an article a row: `.parquet`.
    Parquet,
    /// The same, as programs hand it to each other: `.arrow`, `.feather`, `.ipc`, `.arrows`.
    Arrow,
    /// A database of tables, an article a row: `.sqlite`, `.db`.
    Sqlite,
    /// Sentences, a word a line, in CoNLL-U: `.conllu`.
    Treebank,
    /// Subtitles: `.srt`, `.vtt`.
    Subtitles,
    /// A text, slides, tables or a book in a zip: `.docx`, `.odt`, `.pptx`, `.xlsx`, `.ods`, `.epub`.
    Office(Office),
    /// Files one after the other: `.tar`.
    Tar,
    /// Files packed one by one: `.zip`.
    Zip,
    /// Files packed together: `.7z`.
    SevenZip,
}

impl Kind {
    /// Whether it holds files.
    #[must_use]
    pub fn is_archive(self) -> bool {
        matches!(self, Self::Tar | Self::Zip | Self::SevenZip)
    }

    /// Whether articles in it may be called by names below its own, as those of files in an archive are.
    #[must_use]
    pub fn holds_parts(self) -> bool {
        self.is_archive() || matches!(self, Self::Message | Self::Mailbox | Self::Sqlite)
    }

    /// Whether it is read from its first byte to its last, as it must be if it is packed.
    #[must_use]
    pub fn is_stream(self) -> bool {
        // Their lists of files stand at the end.
        !matches!(self, Self::Zip | Self::SevenZip)
    }
}
