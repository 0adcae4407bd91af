//! A tree of a piece of XML: its elements in one list, so that no depth is too much.

use std::borrow::Cow;

use crate::limits::MOST_VALUES;
use crate::skip::SkipReason;
use crate::tags::{Token, attribute, decode_entities, tokens};
use crate::value::many_values;

/// An element, by its place in its [`Tree`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::formats) struct Element(usize);

/// What stands in an element.
enum Child<'a> {
    Text(Cow<'a, str>),
    Element(Element),
}

struct Node<'a> {
    /// Its name without a prefix.
    name: &'a str,
    attributes: &'a str,
    children: Vec<Child<'a>>,
}

/// The elements of a piece of XML, well-formed or not.
pub(in crate::formats) struct Tree<'a>(Vec<Node<'a>>);

impl<'a> Tree<'a> {
    /// What all other elements are in.
    pub const ROOT: Element = Element(0);

    /// The tree of `markup`.
    ///
    /// # Errors
    /// If there are too many elements in it.
    pub fn parse(markup: &'a str) -> Result<Self, SkipReason> {
        let root = Node {
            name: "",
            attributes: "",
            children: Vec::new(),
        };
        let mut nodes = vec![root];
        let mut open = vec![0];
        for token in tokens(markup) {
            let inner = open.last().copied().unwrap_or_default();
            match token {
                Token::Text(text) => nodes[inner]
                    .children
                    .push(Child::Text(decode_entities(text))),
                Token::Literal(text) => nodes[inner].children.push(Child::Text(text.into())),
                Token::Open(name, attributes) => {
                    let number = nodes.len();
                    if number > MOST_VALUES {
                        return Err(many_values());
                    }
                    nodes[inner].children.push(Child::Element(Element(number)));
                    nodes.push(Node {
                        name: local(name),
                        attributes,
                        children: Vec::new(),
                    });
                    if !attributes.ends_with('/') {
                        open.push(number);
                    }
                }
                // What closes something else than the last ones is passed over, which keeps this linear.
                Token::Close(name) => {
                    let deepest = open.len().saturating_sub(MOST_UNCLOSED).max(1);
                    let place = (deepest..open.len())
                        .rev()
                        .find(|&place| nodes[open[place]].name == local(name));
                    if let Some(place) = place {
                        open.truncate(place);
                    }
                }
            }
        }
        Ok(Self(nodes))
    }

    /// The name of `element` without its prefix.
    pub fn name(&self, element: Element) -> &'a str {
        self.0[element.0].name
    }

    /// The value of the attribute `name` of `element`.
    pub fn attribute(&self, element: Element, name: &str) -> Option<String> {
        attribute(self.0[element.0].attributes, name).map(Cow::into_owned)
    }

    /// All elements called `name`, in order.
    pub fn all<'b>(&'b self, name: &'b str) -> impl Iterator<Item = Element> + 'b {
        let nodes = self.0.iter().enumerate();
        nodes
            .filter(move |(_, node)| node.name == name)
            .map(|(number, _)| Element(number))
    }

    /// All elements called `name` in `element`, in order.
    pub fn all_in<'b>(
        &'b self,
        element: Element,
        name: &'b str,
    ) -> impl Iterator<Item = Element> + 'b {
        let mut inside = vec![element];
        std::iter::from_fn(move || {
            loop {
                let next = inside.pop()?;
                let first = inside.len();
                inside.extend(self.children(next));
                inside[first..].reverse();
                if self.name(next) == name && next != element {
                    return Some(next);
                }
            }
        })
    }

    /// The text of the first of `names` that is there with some.
    pub fn first(&self, names: &[&str]) -> Option<String> {
        let found = names.iter().flat_map(|name| self.all(name));
        found
            .map(|element| self.text(element))
            .find(|text| !text.is_empty())
    }

    /// The elements in `element`, those in them not.
    pub fn children(&self, element: Element) -> impl Iterator<Item = Element> + '_ {
        self.0[element.0]
            .children
            .iter()
            .filter_map(|child| match child {
                Child::Element(element) => Some(*element),
                Child::Text(_) => None,
            })
    }

    /// The first element called `name` in `element`.
    pub fn child(&self, element: Element, name: &str) -> Option<Element> {
        self.children(element)
            .find(|child| self.name(*child) == name)
    }

    /// The text in `element`, its spaces as one.
    pub fn text(&self, element: Element) -> String {
        let text = self.written(element, &|_, _| Some(""));
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The text in `element` as it stands, with what `piece` gives for the beginning and the end of each element in
    /// it; `None` leaves that out with all in it.
    pub fn written(
        &self,
        element: Element,
        piece: &dyn Fn(&Self, Element) -> Option<&'static str>,
    ) -> String {
        enum Step {
            Inside(Element, usize),
            Leave(&'static str),
        }
        let mut text = String::new();
        let mut steps = vec![Step::Inside(element, 0)];
        while let Some(step) = steps.pop() {
            let (element, place) = match step {
                Step::Leave(end) => {
                    text.push_str(end);
                    continue;
                }
                Step::Inside(element, place) => (element, place),
            };
            let Some(child) = self.0[element.0].children.get(place) else {
                continue;
            };
            steps.push(Step::Inside(element, place + 1));
            match child {
                Child::Text(piece) => text.push_str(piece),
                Child::Element(inner) => {
                    if let Some(around) = piece(self, *inner) {
                        text.push_str(around);
                        steps.push(Step::Leave(around));
                        steps.push(Step::Inside(*inner, 0));
                    }
                }
            }
        }
        text
    }
}

/// So many elements at most may be left open inside one that is closed.
const MOST_UNCLOSED: usize = 64;

fn local(name: &str) -> &str {
    name.rsplit(':').next().unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_are_found_with_their_texts() {
        let tree =
            Tree::parse("<a x='1'><n:b>واحد <i>اثنان</i></n:b><b/><c>ثلاثة<d></c></a>").unwrap();
        assert_eq!(tree.first(&["none", "b"]).as_deref(), Some("واحد اثنان"));
        assert_eq!(tree.all("b").count(), 2);
        let a = tree.all("a").next().unwrap();
        assert_eq!(tree.attribute(a, "x").as_deref(), Some("1"));
        let names: Vec<&str> = tree.children(a).map(|child| tree.name(child)).collect();
        assert_eq!(names, ["b", "b", "c"]);
        let text = tree.written(a, &|tree, child| (tree.name(child) != "i").then_some("|"));
        assert_eq!(text, "|واحد ||||ثلاثة|||");
    }
}
