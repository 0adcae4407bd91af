//! Limits: no page becomes a tree that is deeper or larger than people write them.
//!
//! Parsing and scoring take time that grows with the square of the depth, and a style that is never
//! closed is repeated in each paragraph after it. Tags that would do harm are kept from the tree builder
//! before it sees them, by what it has open, wherever in the tree that stands. Text is never lost.

use std::cell::Cell;

use dom_query::{Document, NodeId};
use html5ever::interface::{Tracer, TreeSink};
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{Tag, TagKind, Token, TokenSink, TokenSinkResult};
use html5ever::tree_builder::{TreeBuilder, TreeBuilderOpts};
use html5ever::{LocalName, local_name};

use super::tree::Tree;

/// So many elements and styles may be open at a time. People nest to a few dozens, browsers stop at 512; a
/// page that goes deeper is broken or hostile.
const MOST_OPEN: usize = 256;

/// So many nodes more than bytes may a page have: a short one gets a head and a body of its own.
const MOST_MORE: usize = 1000;

/// The most nodes of a page. The longest that people write have some ten thousands.
const MOST_NODES: usize = 250_000;

/// What stands between the tokenizer and the tree builder.
pub(super) struct Limits {
    builder: TreeBuilder<NodeId, Tree>,
    /// Tokens so far, but for complaints.
    tokens: Cell<usize>,
    /// About as many bytes of the page as these tokens take.
    bytes: Cell<usize>,
    /// Whether the text up to the next tag is that of a script or the like that was kept back.
    is_hidden: Cell<bool>,
}

impl Default for Limits {
    fn default() -> Self {
        let options = TreeBuilderOpts {
            scripting_enabled: false,
            ..TreeBuilderOpts::default()
        };
        Self {
            builder: TreeBuilder::new(Tree::default(), options),
            tokens: Cell::new(0),
            bytes: Cell::new(0),
            is_hidden: Cell::new(false),
        }
    }
}

impl Limits {
    /// How many tokens the tokenizer has given away.
    pub fn tokens(&self) -> usize {
        self.tokens.get()
    }

    /// The tree.
    pub fn finish(self) -> Document {
        self.builder.sink.finish()
    }

    fn is_large(&self) -> bool {
        self.builder.sink.len() > MOST_NODES.min(self.bytes.get() + MOST_MORE)
    }

    fn is_deep(&self) -> bool {
        let open = Open(Cell::new(0));
        self.builder.trace_handles(&open);
        open.0.get() > MOST_OPEN
    }

    /// Whether the tree is better without this tag.
    fn is_surplus(&self, tag: &Tag) -> bool {
        match tag.kind {
            TagKind::StartTag => self.is_large() || self.is_deep(),
            // Those that make an element where there is none to end.
            TagKind::EndTag => {
                self.is_large() && matches!(tag.name, local_name!("p") | local_name!("br"))
            }
        }
    }

    /// Keeps a tag back, with the text in it where that is not for readers.
    fn keep_back(&self, tag: &Tag) -> TokenSinkResult<NodeId> {
        let is_html = !self.adjusted_current_node_present_but_not_in_html_namespace();
        match raw_kind(&tag.name).filter(|_| is_html && tag.kind == TagKind::StartTag) {
            Some(kind) => {
                self.is_hidden.set(true);
                TokenSinkResult::RawData(kind)
            }
            None => TokenSinkResult::Continue,
        }
    }
}

impl TokenSink for Limits {
    type Handle = NodeId;

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<NodeId> {
        let bytes = match &token {
            Token::ParseError(_) => return TokenSinkResult::Continue,
            Token::CharacterTokens(text) => text.len(),
            _ => 3,
        };
        self.tokens.set(self.tokens.get() + 1);
        self.bytes.set(self.bytes.get() + bytes);
        match &token {
            Token::CommentToken(_) => return TokenSinkResult::Continue,
            Token::CharacterTokens(_) | Token::NullCharacterToken if self.is_hidden.get() => {
                return TokenSinkResult::Continue;
            }
            Token::TagToken(_) if self.is_hidden.take() => return TokenSinkResult::Continue,
            Token::TagToken(tag) if self.is_surplus(tag) => return self.keep_back(tag),
            _ => {}
        }
        self.builder.process_token(token, line)
    }

    fn end(&self) {
        self.builder.end();
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        self.builder
            .adjusted_current_node_present_but_not_in_html_namespace()
    }
}

/// How the text of an element is read in which tags are none; the text is not for readers.
fn raw_kind(name: &LocalName) -> Option<RawKind> {
    match *name {
        local_name!("script") => Some(RawKind::ScriptData),
        local_name!("title") | local_name!("textarea") => Some(RawKind::Rcdata),
        local_name!("style")
        | local_name!("iframe")
        | local_name!("noembed")
        | local_name!("noframes") => Some(RawKind::Rawtext),
        _ => None,
    }
}

/// Counts what the tree builder has open.
struct Open(Cell<usize>);

impl Tracer for Open {
    type Handle = NodeId;

    fn trace_handle(&self, _: &NodeId) {
        self.0.set(self.0.get() + 1);
    }
}

#[cfg(test)]
mod tests {
    use super::super::parse::parse;
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
        assert!(deep.tree.len() < 2 * MOST_OPEN);
    }

    #[test]
    fn no_page_has_many_more_nodes_than_bytes() {
        let styles: Vec<String> = (0..120).map(|i| format!("<font a={i}>")).collect();
        let styles = styles.concat();
        for paragraph in ["<p>x", "</p>x", "<p>x</p>"] {
            let page = format!("<p>{styles}{}", paragraph.repeat(5000));
            let tree = parse(&page);
            assert!(
                tree.tree.len() < page.len() + 2 * MOST_MORE,
                "{paragraph}: {} of {}",
                tree.tree.len(),
                page.len()
            );
            assert_eq!(tree.text().matches('x').count(), 5000);
        }
    }

    #[test]
    fn what_is_kept_back_shows_no_script() {
        let page = format!(
            "{}<SCRIPT>a<b></SCRIPT>1<style>c</style>2<svg><title>c</title></svg>3<title>d",
            "<div>".repeat(1000)
        );
        assert_eq!(&*parse(&page).text(), "123");
    }

    #[test]
    fn no_way_leads_deep() {
        for piece in [
            "<table><b>",
            "<b><p>",
            "<a><div>",
            "<b><i><p></b>",
            "<table><tr><td>",
            "<svg><g>",
            "<math><mi>",
            "<template>",
            "<select><option>",
            "<button><p>",
            "<nobr><div></nobr>",
            "<a><b><i><u><s><div></a>",
            "<table><a><div></a>",
            "<p><b></p>",
            "<form><div></form>",
            "<table><template><b>",
            "<ruby><rt>",
            "<dd><li>",
            "<object><b>",
            "<frameset>",
            "<svg><desc><b>",
        ] {
            let tree = parse(&piece.repeat(3000));
            let mut deepest = 0;
            let mut next = Some((tree.root(), 0));
            let mut open = Vec::new();
            while let Some((node, depth)) = next {
                deepest = deepest.max(depth);
                open.extend(node.next_sibling().map(|node| (node, depth)));
                open.extend(node.first_child().map(|node| (node, depth + 1)));
                next = open.pop();
            }
            assert!(deepest < 2 * MOST_OPEN, "{piece}: {deepest}");
        }
    }
}
