//! The day of a page that says it to readers only: a `time` below the headline, or a line of the head of the article.
//!
//! A time that says when the page was changed (`آخر تحديث`) is taken only where nothing says when it was published.

use arabic_dates::publication_date;
use arabic_text::fold;
use dom_query::{Document, NodeRef};

use super::lines::one_line;
use super::time::{time, written};

/// How what stands before a time, or its class, says that it is of a change.
const CHANGED: &[&str] = &["تحديث", "تعديل", "حدث في", "حدث:", "updat", "modif"];
/// The most bytes of what stands before a time to say so: a longer text is a headline.
const LABEL: usize = 80;
/// So many pieces of text below the headline are its head, up to the first that is so long, in bytes.
const MOST_PIECES: usize = 40;
const LONGEST_PIECE: usize = 200;

/// The day or time as the page writes it.
pub(super) fn read(document: &Document) -> Option<String> {
    let mut changed = None;
    let published = time_below_heading(document, &mut changed);
    published
        .or_else(|| {
            // Only where a time misleads, or there is none: the text has its own dates.
            changed.as_ref().and_then(|_| date_below_heading(document))
        })
        .or(changed)
        .or_else(|| time(document, "article time, main time"))
}

/// The first time below a heading of the first order, or in the head of an article: in an element behind
/// the heading, or in one in that; `changed` gets the first that says when the page was changed. A page is gone
/// through once, which selectors of siblings do not.
fn time_below_heading(document: &Document, changed: &mut Option<String>) -> Option<String> {
    let mut open: Vec<(NodeRef, Place)> = vec![(document.root(), Place::default())];
    let mut label = String::new();
    while let Some((node, place)) = open.pop() {
        if node.is_text()
            && let Some(text) = one_line(&node.text())
        {
            label = text;
        }
        let is_time = node.has_name("time");
        if is_time
            && (place.is_below_heading || place.is_in_head)
            && let Some(time) = written(&node)
        {
            if !is_changed(&node, &label) {
                return Some(time);
            }
            changed.get_or_insert(time);
        }
        if let Some(sibling) = node.next_sibling() {
            let is_below_heading = place.is_below_heading || node.has_name("h1");
            open.push((
                sibling,
                Place {
                    is_below_heading,
                    ..place
                },
            ));
        }
        if let Some(child) = node.first_child() {
            let is_in_article = place.is_in_article || node.has_name("article");
            let is_in_head = place.is_in_head || place.is_in_article && node.has_name("header");
            open.push((
                child,
                Place {
                    is_in_article,
                    is_in_head,
                    ..place
                },
            ));
        }
    }
    None
}

/// What is before or around an element.
#[derive(Clone, Copy, Default)]
struct Place {
    is_below_heading: bool,
    is_in_article: bool,
    is_in_head: bool,
}

/// Whether the time says, or the text before it, that it is of a change.
fn is_changed(time: &NodeRef, label: &str) -> bool {
    let says_so = |text: &str| {
        let folded = fold(text);
        CHANGED.iter().any(|word| folded.contains(word))
    };
    let named = ["class", "itemprop", "id"].iter();
    let is_short = |text: &str| text.len() <= LABEL;
    is_short(label) && says_so(label)
        || named
            .filter_map(|name| time.attr(name))
            .any(|value| says_so(&value))
        || is_short(&time.text()) && says_so(&time.text())
}

/// The date that the head of the article shows below its heading.
fn date_below_heading(document: &Document) -> Option<String> {
    let heading = *document.select("h1").nodes().first()?;
    let mut head = String::new();
    let mut pieces = 0;
    let mut node = heading;
    while pieces < MOST_PIECES {
        let inner = node.first_child().filter(|_| node.id != heading.id);
        let Some(next) = inner.or_else(|| behind(node)) else {
            break;
        };
        node = next;
        if !node.is_text() {
            continue;
        }
        let Some(text) = one_line(&node.text()) else {
            continue;
        };
        if text.len() > LONGEST_PIECE {
            break;
        }
        head.push_str(&text);
        head.push('\n');
        pieces += 1;
    }
    let found = publication_date(None, &[], &head)?;
    Some(found.date.to_string())
}

/// The node after `node` and all that is in it, in the order of the page.
pub(super) fn behind(node: NodeRef) -> Option<NodeRef> {
    let mut node = node;
    loop {
        if let Some(sibling) = node.next_sibling() {
            return Some(sibling);
        }
        node = node.parent()?;
    }
}
