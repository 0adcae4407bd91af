//! The standfirst: the sentences between the headline and the text, which often stand in a heading and
//! outside of the box of the text.
//!
//! Readability takes the box with the most text, and drops headings before it.

use dom_query::{Document, NodeRef};

use super::lines;
use super::shown_date::behind;

/// So many headings are compared with the title.
const MOST_HEADINGS: usize = 20;
/// So many elements below the headline are looked at.
const MOST_ELEMENTS: usize = 60;
/// The bytes of a paragraph with which the text begins.
const LONG_PARAGRAPH: usize = 150;
/// The fewest words of a standfirst, and its most bytes.
const FEWEST_WORDS: usize = 5;
const LONGEST: usize = 1000;
/// The names of classes that say what it is.
const NAMES: &[&str] = &[
    "lead",
    "lede",
    "standfirst",
    "subtitle",
    "sub-title",
    "subhead",
    "summary",
    "intro",
    "deck",
    "dek",
    "excerpt",
    "chapo",
    "description",
];
const OTHER_ELEMENTS: &[&str] = &[
    "nav", "aside", "footer", "form", "ul", "ol", "figure", "table",
];

/// The standfirst below the heading `title`, or the first one, its sentences one a line.
pub(super) fn read(document: &Document, title: Option<&str>) -> Option<String> {
    let headings = document.select("h1");
    let headings = headings.nodes();
    let is_title = |heading: &&NodeRef| lines::one_line(&heading.text()).as_deref() == title;
    let heading = headings.iter().take(MOST_HEADINGS).find(is_title);
    let heading = *heading.or(headings.first())?;
    let mut looked_at = 0;
    let mut next = behind(heading);
    while let Some(node) = next {
        looked_at += 1;
        if looked_at > MOST_ELEMENTS {
            return None;
        }
        if OTHER_ELEMENTS.iter().any(|name| node.has_name(name)) {
            next = behind(node);
            continue;
        }
        let is_heading = ["h2", "h3"].iter().any(|name| node.has_name(name));
        if is_heading || is_named(&node) && !node.has_name("body") {
            return sentences(node).filter(|text| Some(&**text) != title);
        }
        let is_text = node.is_text() || node.has_name("p");
        if node.has_name("h1") || is_text && node.text().trim().len() > LONG_PARAGRAPH {
            return None;
        }
        next = node.first_child().or_else(|| behind(node));
    }
    None
}

/// What `node` says, if that may be a standfirst.
fn sentences(node: NodeRef) -> Option<String> {
    if node.descendants_it().any(|inside| inside.has_name("a")) {
        return None;
    }
    let text = lines::to_text(node);
    let fits = text.len() <= LONGEST && text.split_whitespace().nth(FEWEST_WORDS - 1).is_some();
    fits.then_some(text)
}

fn is_named(node: &NodeRef) -> bool {
    node.is_element()
        && node.attr("class").is_some_and(|class| {
            let class = class.to_ascii_lowercase();
            let mut parts = class.split(|c: char| !c.is_ascii_alphanumeric() && c != '-');
            parts.any(|part| {
                NAMES.iter().any(|name| {
                    part == *name
                        || part.ends_with(&format!("-{name}"))
                        || part.starts_with(&format!("{name}-"))
                })
            })
        })
}
