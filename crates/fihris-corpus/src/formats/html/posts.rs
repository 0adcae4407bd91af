//! Posts of live coverage: boxes side by side, each with a time and its paragraphs.
//!
//! Readability takes the box with the most text for the article and leaves the others out. Their boxes
//! are opened here, so that the paragraphs of all of them stand in the box around them.

use std::collections::{HashMap, HashSet};

use dom_query::{Document, NodeId, NodeRef};

/// The most levels from a time up to the box of its post.
const DEEPEST_TIME: usize = 4;
/// The most times that are looked at.
const MOST_TIMES: usize = 2000;
/// The fewest bytes of the paragraphs of a post.
const SHORTEST_POST: usize = 60;
/// The name that the boxes are given on their way out.
const OPENED: &str = "x-opened";
/// What is no coverage: parts of names of classes, and elements.
const OTHER_CLASSES: &[&str] = &["comment", "related", "sidebar", "widget", "latest"];
const OTHER_ELEMENTS: &[&str] = &["aside", "nav", "footer", "form"];

/// Opens the boxes of the posts in `document`.
pub(super) fn open(document: &Document) {
    for (container, posts) in containers(document) {
        for post in &posts {
            let inside = post.descendants_it().filter(NodeRef::is_element);
            let boxes = inside.filter(|node| {
                ["div", "section", "article", "header", "li", "ul"]
                    .iter()
                    .any(|name| node.has_name(name))
            });
            for node in boxes.collect::<Vec<_>>() {
                node.rename(OPENED);
            }
            post.rename(OPENED);
        }
        container.strip_elements(&[OPENED]);
    }
}

/// The boxes around two posts or more, with these. Innermost ones only.
fn containers(document: &Document) -> Vec<(NodeRef<'_>, Vec<NodeRef<'_>>)> {
    let mut children: HashMap<NodeId, Vec<NodeRef>> = HashMap::new();
    let mut order = Vec::new();
    let mut known = HashSet::new();
    for time in document.select("time").nodes().iter().take(MOST_TIMES) {
        let mut child = *time;
        for _ in 0..DEEPEST_TIME {
            let Some(parent) = child.parent().filter(NodeRef::is_element) else {
                break;
            };
            if !known.insert(child.id) {
                break; // the way up from here was gone
            }
            let siblings = children.entry(parent.id).or_insert_with(|| {
                order.push(parent);
                Vec::new()
            });
            siblings.push(child);
            child = parent;
        }
    }
    let mut opened = HashSet::new();
    let mut found = Vec::new();
    for container in order {
        let mut posts = children.remove(&container.id).unwrap_or_default();
        posts.retain(|post| !opened.contains(&post.id) && is_post(post));
        if posts.len() >= 2 && !is_elsewhere(&container) {
            opened.insert(container.id);
            opened.extend(posts.iter().map(|post| post.id));
            found.push((container, posts));
        }
    }
    found
}

/// Whether it is a box with paragraphs that are no links to elsewhere.
fn is_post(node: &NodeRef) -> bool {
    let is_box = ["div", "section", "article", "li"]
        .iter()
        .any(|name| node.has_name(name));
    if !is_box || is_other(node) {
        return false;
    }
    let mut text = 0;
    let mut linked = 0;
    for inside in node.descendants_it() {
        if inside.has_name("p") {
            text += inside.text().trim().len();
        } else if inside.has_name("a") {
            linked += inside.text().trim().len();
        }
    }
    text >= SHORTEST_POST && linked * 2 < text
}

/// Whether its class or name says that it is no part of the article.
fn is_other(node: &NodeRef) -> bool {
    let named = |name: &str| {
        node.attr(name).is_some_and(|value| {
            let value = value.to_ascii_lowercase();
            OTHER_CLASSES.iter().any(|other| value.contains(other))
        })
    };
    named("class") || named("id") || OTHER_ELEMENTS.iter().any(|name| node.has_name(name))
}

fn is_elsewhere(node: &NodeRef) -> bool {
    is_other(node) || node.ancestors_it(None).any(|around| is_other(&around))
}
