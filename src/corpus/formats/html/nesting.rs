//! Nesting: pages become trees that are no deeper and no larger than people write them.
//!
//! Parsing and scoring take time that grows with the square of the depth, and a style that is never
//! closed is repeated in each paragraph behind it. The parser is given a page tag by tag, and tags that
//! would do harm are kept from it: text is never lost. Knows no grammar, as the parser does.

use dom_query::Document;
use html5ever::tendril::TendrilSink;
use html5ever::tree_builder::TreeBuilderOpts;
use html5ever::{ParseOpts, parse_document};

/// No element begins below so many others. People nest to a few dozens, browsers stop at 512; a page
/// that goes deeper is broken or hostile.
const MAX_DEPTH: usize = 256;

/// So many nodes more than bytes may a page have: a short one gets a head and a body of its own.
const MOST_MORE: usize = 1000;

/// The tree of a page.
pub(super) fn parse(html: &str) -> Document {
    let options = ParseOpts {
        tree_builder: TreeBuilderOpts {
            scripting_enabled: false,
            ..TreeBuilderOpts::default()
        },
        ..ParseOpts::default()
    };
    let mut parser = parse_document(Document::default(), options);
    let mut start = 0;
    let tags = html.match_indices('<').map(|(at, _)| at);
    for end in tags.chain([html.len()]) {
        let piece = &html[start..end];
        let tree = &parser.tokenizer.sink.sink;
        let name = piece.strip_prefix('<').unwrap_or_default();
        let begins = name.starts_with(|first: char| first.is_ascii_alphabetic());
        if tree.tree.len() > start + MOST_MORE || (begins && is_deep(tree)) {
            parser.process(" ".into());
            parser.process(without_tag(piece).into());
        } else {
            parser.process(piece.into());
        }
        start = end;
    }
    parser.finish()
}

/// Whether the end of the tree is as deep as may be.
fn is_deep(document: &Document) -> bool {
    let mut node = document.root();
    for _ in 0..MAX_DEPTH {
        match node.last_child() {
            Some(last) => node = last,
            None => return false,
        }
    }
    true
}

/// What stands behind the tag that `piece` begins with, if it does.
fn without_tag(piece: &str) -> &str {
    if !piece.starts_with('<') {
        return piece;
    }
    piece.split_once('>').map_or("", |(_, text)| text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_too_deep_loses_its_tags() {
        let nested = |depth: usize, inner: &str| {
            format!("{}{inner}{}", "<div>".repeat(depth), "</div>".repeat(depth))
        };
        for depth in [1, 20, 200] {
            let page = nested(depth, "<p>نص <b>غليظ</b></p>");
            assert_eq!(parse(&page).html(), Document::from(&*page).html());
        }
        let flat = "<p>نص<br><li>a < b".repeat(1000);
        assert_eq!(parse(&flat).html(), Document::from(&*flat).html());
        let deep = parse(&nested(1000, "<b id=1>نص</b>"));
        assert_eq!(deep.text().trim(), "نص");
        assert!(deep.select("b").is_empty());
        assert!(deep.tree.len() < 2 * MAX_DEPTH);
    }

    #[test]
    fn no_page_has_many_more_nodes_than_bytes() {
        let styles: Vec<String> = (0..200).map(|i| format!("<font a={i}>")).collect();
        let styles = styles.concat();
        for paragraph in ["<p>x", "</p>x", "<p>x</p>"] {
            let page = format!("<p>{styles}{}", paragraph.repeat(5000));
            let tree = parse(&page);
            assert!(tree.tree.len() < page.len() + 2 * MOST_MORE, "{paragraph}");
            assert_eq!(tree.text().matches('x').count(), 5000);
        }
    }
}
