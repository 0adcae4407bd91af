//! TEI: an issue of a paper, a book or a letter; each innermost division with a text is a story.

use super::tree::{Element, Tree};
use super::{lines, record};
use crate::value::Record;

/// Elements of running text that begin a new line.
const BLOCKS: &[&str] = &[
    "p", "ab", "l", "lg", "item", "list", "head", "row", "cell", "quote", "note", "div", "figure",
    "dateline", "byline", "opener", "closer", "salute", "signed", "sp", "speaker",
];

/// The stories of the document; the whole, where no division has a text of its own.
pub(super) fn records(tree: &Tree) -> Vec<Record> {
    let date = tree.all("date").find_map(|date| {
        let when = ["when", "when-iso", "notBefore"];
        when.iter().find_map(|name| tree.attribute(date, name))
    });
    let issue = tree.first(&["title"]);
    let stories: Vec<Element> = tree.all("div").filter(|div| is_story(tree, *div)).collect();
    let story = |element: Element, title: Option<String>| {
        record([
            ("title", title),
            ("text", Some(text(tree, element))),
            ("date", date.clone()),
            ("source", issue.clone()),
            ("author", tree.first(&["docAuthor", "author"])),
        ])
    };
    if stories.is_empty() {
        let body = tree.all("body").next().or_else(|| tree.all("text").next());
        let whole = body.map(|body| story(body, issue.clone()));
        return whole.into_iter().collect();
    }
    let stories = stories.into_iter().map(|div| {
        let head = tree
            .child(div, "head")
            .map(|head| one_line(&text(tree, head)));
        story(div, head)
    });
    stories.collect()
}

/// Whether a division has text beside its heading and other divisions.
fn is_story(tree: &Tree, div: Element) -> bool {
    let mut children = tree.children(div).map(|child| tree.name(child));
    children.any(|name| {
        !matches!(
            name,
            "div" | "head" | "pb" | "lb" | "cb" | "milestone" | "fw"
        )
    })
}

/// The text of a division without its heading and the divisions in it. The end of a line or a page of the print
/// is a space, unless it is inside of a word.
fn text(tree: &Tree, element: Element) -> String {
    let head = tree.child(element, "head");
    let written = tree.written(element, &|tree, child| match tree.name(child) {
        "lb" | "pb" | "cb" | "milestone" => {
            let is_in_word = tree.attribute(child, "break").as_deref() == Some("no");
            Some(if is_in_word { "" } else { " " })
        }
        "div" | "fw" => None,
        "head" if head == Some(child) => None,
        name if BLOCKS.contains(&name) => Some("\n"),
        _ => Some(""),
    });
    // A page that ends inside of a word has no space beside it.
    lines(&written.replace("\n\n", "\n"))
}

fn one_line(text: &str) -> String {
    text.replace('\n', " ")
}
