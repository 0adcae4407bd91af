//! Documents that are read as a whole, or by lines: office files, PDF, mail, subtitles, references, web archives,
//! tables by columns.

use super::reading::read;

pub fn run(input: &[u8]) {
    for ending in [
        "docx", "odt", "pptx", "xlsx", "ods", "epub", "pdf", "eml", "mbox", "mhtml", "rtf", "srt",
        "ris", "bib", "warc", "sqlite", "parquet", "arrow",
    ] {
        let is_by_columns = ["parquet", "arrow"].contains(&ending);
        if !is_by_columns || cfg!(feature = "parquet") {
            read(&format!("news.{ending}"), input);
        }
    }
}
