//! Office files and books: as they are, and with the input for each of the files that they hold.

use super::reading::{read, read_as};
use super::zip::zip;

/// The files in an office file that its text is taken from, by its ending.
const PARTS: &[(&str, &[&str])] = &[
    ("docx", &["word/document.xml", "docProps/core.xml"]),
    ("pptx", &["ppt/slides/slide1.xml"]),
    ("odt", &["content.xml", "meta.xml"]),
    ("ods", &["content.xml"]),
    (
        "xlsx",
        &[
            "xl/worksheets/sheet1.xml",
            "xl/sharedStrings.xml",
            "xl/styles.xml",
        ],
    ),
    ("epub", &["META-INF/container.xml"]),
];

const CONTAINER: &[u8] =
    b"<container><rootfiles><rootfile full-path='a.opf'/></rootfiles></container>";

const BOOK: &[u8] = b"<package><metadata><dc:title>x</dc:title></metadata><manifest><item id='c' href='c.xhtml'/></manifest>\
    <spine><itemref idref='c'/></spine></package>";

const SHEET: &[u8] = b"<worksheet><sheetData><row><c r='A1' t='s'><v>0</v></c></row><row><c r='A2' s='1'><v>44000</v></c></row>\
    </sheetData></worksheet>";

pub fn run(input: &[u8]) {
    read_as(&["docx", "odt", "pptx", "xlsx", "ods", "epub"], input);
    // One of the ways to hold it, so that long inputs take no longer than others.
    let sum: usize = input.iter().map(|byte| usize::from(*byte)).sum();
    let parts = PARTS
        .iter()
        .flat_map(|(ending, parts)| parts.iter().map(move |part| (ending, *part)));
    let parts: Vec<(&&str, &str)> = parts.collect();
    let container = ("META-INF/container.xml", CONTAINER);
    match (sum % (parts.len() + 2)).checked_sub(2) {
        None if sum.is_multiple_of(2) => read("news.epub", &zip(&[container, ("a.opf", input)])),
        None => read(
            "news.epub",
            &zip(&[container, ("a.opf", BOOK), ("c.xhtml", input)]),
        ),
        Some(number) => {
            let (ending, part) = parts[number];
            let files = [("xl/worksheets/sheet1.xml", SHEET), (part, input)];
            read(&format!("news.{ending}"), &zip(&files));
        }
    }
}
