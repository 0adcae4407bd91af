//! The tree of a page while it is parsed: that of `dom_query`, in which no text or list of attributes is
//! so long that writing it takes long.
//!
//! Complaints are not kept: a page may have one a byte.

use std::borrow::Cow;

use dom_query::{Document, NodeData, NodeId, NodeRef};
use html5ever::interface::{ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::tendril::StrTendril;
use html5ever::{Attribute, QualName, local_name};

use crate::limits::prefix;

/// A text that is longer, in bytes, becomes several nodes: Readability writes its article as HTML, in time
/// that grows with the square of each text's length.
const LONGEST_TEXT: usize = 1024;

/// The most attributes of an element; Readability copies them from element to element.
const MOST_ATTRIBUTES: usize = 24;

/// An attribute with a longer value, in bytes, is left out.
const LONGEST_VALUE: usize = 4096;

/// The same for the `content` of `meta`.
const LONGEST_CONTENT: usize = 1 << 16;

#[derive(Default)]
pub(super) struct Tree(Document);

impl Tree {
    /// How many nodes there are.
    pub fn len(&self) -> usize {
        self.0.tree.len()
    }

    /// The length of the text in `node`, if that is one.
    fn text_length(&self, node: Option<NodeRef>) -> Option<usize> {
        let length = |data: &NodeData| match data {
            NodeData::Text { contents } => Some(contents.len()),
            _ => None,
        };
        self.0
            .tree
            .query_node_or(&node?.id, None, |node| length(&node.data))
    }

    /// Puts a text behind `before` with `put`, which joins it to that one where both are short.
    fn put_text(
        &self,
        before: Option<NodeRef>,
        text: StrTendril,
        put: impl Fn(NodeOrText<NodeId>),
    ) {
        let length = self.text_length(before);
        if length.unwrap_or(0) + text.len() <= LONGEST_TEXT {
            return put(NodeOrText::AppendText(text));
        }
        let mut rest = &*text;
        while !rest.is_empty() {
            let (part, behind) = rest.split_at(prefix(rest, LONGEST_TEXT).len());
            put(NodeOrText::AppendNode(self.0.tree.new_text(part).id));
            rest = behind;
        }
    }
}

/// Those attributes of an element that are kept.
fn kept(element: &QualName, mut attributes: Vec<Attribute>) -> Vec<Attribute> {
    let is_embedded = matches!(
        element.local,
        local_name!("object") | local_name!("embed") | local_name!("iframe") | local_name!("video")
    );
    attributes.retain(|Attribute { name, value }| {
        let longest = match name.local {
            local_name!("content") => LONGEST_CONTENT,
            _ => LONGEST_VALUE,
        };
        // Readability takes addresses of films to pieces as if all letters had one byte.
        value.len() <= longest && (value.is_ascii() || !is_embedded)
    });
    attributes.truncate(MOST_ATTRIBUTES);
    attributes
}

impl TreeSink for Tree {
    type ElemName<'a> = <Document as TreeSink>::ElemName<'a>;
    type Output = Document;
    type Handle = NodeId;

    fn finish(self) -> Document {
        self.0
    }

    fn parse_error(&self, _: Cow<'static, str>) {}

    fn get_document(&self) -> NodeId {
        self.0.get_document()
    }

    fn elem_name<'a>(&'a self, target: &'a NodeId) -> Self::ElemName<'a> {
        self.0.elem_name(target)
    }

    fn create_element(
        &self,
        name: QualName,
        attributes: Vec<Attribute>,
        flags: ElementFlags,
    ) -> NodeId {
        let attributes = kept(&name, attributes);
        self.0.create_element(name, attributes, flags)
    }

    fn create_comment(&self, text: StrTendril) -> NodeId {
        self.0.create_comment(text)
    }

    fn create_pi(&self, target: StrTendril, data: StrTendril) -> NodeId {
        self.0.create_pi(target, data)
    }

    fn append(&self, parent: &NodeId, child: NodeOrText<NodeId>) {
        match child {
            NodeOrText::AppendText(text) => {
                let before = self.0.tree.last_child_of(parent);
                self.put_text(before, text, |child| self.0.append(parent, child));
            }
            child @ NodeOrText::AppendNode(_) => self.0.append(parent, child),
        }
    }

    fn append_based_on_parent_node(
        &self,
        element: &NodeId,
        previous: &NodeId,
        child: NodeOrText<NodeId>,
    ) {
        if self.0.tree.parent_of(element).is_some() {
            self.append_before_sibling(element, child);
        } else {
            self.append(previous, child);
        }
    }

    fn append_doctype_to_document(&self, name: StrTendril, public: StrTendril, system: StrTendril) {
        self.0.append_doctype_to_document(name, public, system);
    }

    fn get_template_contents(&self, target: &NodeId) -> NodeId {
        self.0.get_template_contents(target)
    }

    fn same_node(&self, one: &NodeId, other: &NodeId) -> bool {
        one == other
    }

    fn set_quirks_mode(&self, mode: QuirksMode) {
        self.0.set_quirks_mode(mode);
    }

    fn append_before_sibling(&self, sibling: &NodeId, child: NodeOrText<NodeId>) {
        match child {
            NodeOrText::AppendText(text) => {
                let before = self.0.tree.prev_sibling_of(sibling);
                self.put_text(before, text, |child| {
                    self.0.append_before_sibling(sibling, child);
                });
            }
            child @ NodeOrText::AppendNode(_) => self.0.append_before_sibling(sibling, child),
        }
    }

    fn add_attrs_if_missing(&self, target: &NodeId, attributes: Vec<Attribute>) {
        let name = self.elem_name(target).clone();
        self.0.add_attrs_if_missing(target, kept(&name, attributes));
        self.0.tree.update_node(target, |node| {
            if let NodeData::Element(element) = &mut node.data {
                element.attrs.truncate(MOST_ATTRIBUTES);
            }
        });
    }

    fn remove_from_parent(&self, target: &NodeId) {
        self.0.remove_from_parent(target);
    }

    fn reparent_children(&self, node: &NodeId, parent: &NodeId) {
        self.0.reparent_children(node, parent);
    }

    fn is_mathml_annotation_xml_integration_point(&self, handle: &NodeId) -> bool {
        self.0.is_mathml_annotation_xml_integration_point(handle)
    }
}

#[cfg(test)]
mod tests {
    use super::super::parse::parse;
    use super::super::tests::attributes;
    use super::*;

    #[test]
    fn long_texts_are_in_several_nodes_and_whole() {
        let text = "&نص".repeat(5000);
        for page in [
            format!("<p>{text}"),
            format!("<table>{text}<tr>"),
            text.clone(),
        ] {
            let tree = parse(&page);
            assert!(tree.text() == *text);
            assert!(tree.tree.len() < 50);
        }
    }

    #[test]
    fn attributes_are_few_and_short() {
        let many = |from| attributes(from..from + 200, "1");
        let page = format!(
            "<body{}><body{}><p{}><p id={}>",
            many(0),
            many(200),
            many(0),
            "x".repeat(9000)
        );
        let tree = parse(&page);
        for node in tree.select("body, p").nodes() {
            assert!(node.attrs().len() <= MOST_ATTRIBUTES);
        }
        assert!(!tree.select("p").last().has_attr("id"));
    }
}
