//! Texts and slides: their paragraphs, a line each.

use super::{Parts, properties};
use crate::formats::xml::tree::{Element, Tree};
use crate::skip::SkipReason;
use crate::tags::tidy;
use crate::value::{Record, Value};

/// The longest first paragraph that is a headline, in bytes.
const LONGEST_HEADLINE: usize = 250;

/// What is known of a file of Word, and its text.
pub(super) fn docx(parts: &mut Parts) -> Result<(Record, String), SkipReason> {
    let markup = parts.needed("word/document.xml")?;
    let about = parts.text("docProps/core.xml")?;
    let text = paragraphs(&markup, "body")?;
    Ok((properties(about.as_deref())?, text))
}

/// The text of a file of `LibreOffice`.
pub(super) fn odt(parts: &mut Parts) -> Result<Record, SkipReason> {
    let markup = parts.needed("content.xml")?;
    let about = parts.text("meta.xml")?;
    let text = paragraphs(&markup, "body")?;
    Ok(document(properties(about.as_deref())?, &text))
}

/// The text of all slides, in order.
pub(super) fn pptx(parts: &mut Parts) -> Result<Record, SkipReason> {
    let about = parts.text("docProps/core.xml")?;
    let number = |name: &String| {
        let number = name
            .strip_prefix("ppt/slides/slide")?
            .strip_suffix(".xml")?;
        number.parse::<u32>().ok()
    };
    let mut numbers: Vec<u32> = parts.names().iter().filter_map(number).collect();
    numbers.sort_unstable();
    let mut slides = Vec::new();
    for number in numbers {
        let markup = parts.needed(&format!("ppt/slides/slide{number}.xml"))?;
        slides.push(paragraphs(&markup, "sld")?);
    }
    let text = slides.join("\n\n");
    Ok(document(properties(about.as_deref())?, &text))
}

/// One record of what is known of a file, and its text. The first paragraph is the headline where there is no other.
pub(in crate::formats) fn document(mut record: Record, text: &str) -> Record {
    let first = text.split_once('\n').unwrap_or((text, ""));
    let is_headline = first.0.len() < LONGEST_HEADLINE && !first.1.trim().is_empty();
    let title = match record.get("title") {
        Some(Value::Text(title)) => Some(title.clone()),
        _ => None,
    };
    let text = match title {
        None if is_headline => {
            Value::add(&mut record, "title", first.0.into());
            first.1
        }
        Some(title) if title.trim() == first.0.trim() => first.1,
        _ => text,
    };
    Value::add(&mut record, "text", text.trim().into());
    record
}

/// The paragraphs in the first element called `root`.
pub(super) fn paragraphs(markup: &str, root: &str) -> Result<String, SkipReason> {
    let tree = Tree::parse(markup)?;
    let root = tree.all(root).next();
    Ok(root.map_or_else(String::new, |root| text(&tree, root)))
}

/// The text in `element`, a paragraph a line.
pub(super) fn text(tree: &Tree, element: Element) -> String {
    let text = tree.written(element, &|tree, child| match tree.name(child) {
        "p" | "h" | "br" | "line-break" | "cr" => Some("\n"),
        "tab" | "s" => Some(" "),
        // Codes of fields, what was struck out, and notes beside the text.
        "instrText" | "delText" | "annotation" | "tracked-changes" | "Fallback" => None,
        _ => Some(""),
    });
    let lines: Vec<&str> = text
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .collect();
    tidy(&lines.join("\n"))
}
