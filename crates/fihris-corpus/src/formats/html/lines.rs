//! Lines: elements become plain text, a block a line.

use dom_query::NodeRef;

/// Elements with an empty line before and after.
const PARAGRAPHS: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "center",
    "details",
    "dir",
    "div",
    "dl",
    "fieldset",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "main",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "table",
    "ul",
];

/// Elements that begin and end a line.
const LINES: &[&str] = &[
    "br",
    "caption",
    "dd",
    "dt",
    "figcaption",
    "legend",
    "li",
    "option",
    "summary",
    "tr",
];

/// Elements whose text is not for readers.
const HIDDEN: &[&str] = &["script", "style", "template", "noscript", "head", "title"];

/// What stands between two words.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
enum Gap {
    #[default]
    None,
    Space,
    Line,
    Paragraph,
}

/// The text below `root`: white space as a browser shows it, a line break between lines, an empty line
/// between paragraphs, the cells of a table one after the other.
pub(super) fn to_text(root: NodeRef<'_>) -> String {
    let mut lines = Lines::default();
    let mut next = root.first_child();
    while let Some(node) = next {
        let gap = Gap::around(&node);
        if node.is_text() {
            lines.push(&node.text());
        }
        lines.widen(gap);
        let inner = node.first_child();
        if inner.is_some() && !is_any_of(&node, HIDDEN) {
            next = inner;
            continue;
        }
        next = lines.behind(node, &root);
    }
    lines.text
}

/// `text` with single spaces, if anything is left.
pub(super) fn one_line(text: &str) -> Option<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    (!words.is_empty()).then(|| words.join(" "))
}

impl Gap {
    fn around(node: &NodeRef<'_>) -> Self {
        if is_any_of(node, PARAGRAPHS) {
            Self::Paragraph
        } else if is_any_of(node, LINES) {
            Self::Line
        } else if is_any_of(node, &["td", "th"]) {
            Self::Space
        } else {
            Self::None
        }
    }
}

#[derive(Default)]
struct Lines {
    text: String,
    gap: Gap,
    breaks: usize,
}

impl Lines {
    fn widen(&mut self, gap: Gap) {
        self.gap = self.gap.max(gap);
    }

    fn push(&mut self, text: &str) {
        for (number, word) in text.split(is_space).enumerate() {
            if number > 0 {
                self.widen(Gap::Space);
            }
            if word.is_empty() {
                continue;
            }
            if !self.text.is_empty() {
                self.text.push_str(match self.gap {
                    Gap::None => "",
                    Gap::Space => " ",
                    Gap::Line if self.breaks < 2 => "\n",
                    Gap::Line | Gap::Paragraph => "\n\n",
                });
            }
            (self.gap, self.breaks) = (Gap::None, 0);
            self.text.push_str(word);
        }
    }

    /// The node that follows `node` and all in it, below `root`.
    fn behind<'a>(&mut self, mut node: NodeRef<'a>, root: &NodeRef<'a>) -> Option<NodeRef<'a>> {
        loop {
            self.widen(Gap::around(&node));
            if node.has_name("br") {
                self.breaks += 1;
            }
            if let Some(sibling) = node.next_sibling() {
                return Some(sibling);
            }
            node = node.parent().filter(|parent| parent.id != root.id)?;
        }
    }
}

fn is_any_of(node: &NodeRef<'_>, names: &[&str]) -> bool {
    node.qual_name_ref()
        .is_some_and(|name| names.contains(&&*name.local))
}

/// Space between words; the no-break space is one like others here, the byte order mark is none but not
/// to be seen.
fn is_space(c: char) -> bool {
    c.is_whitespace() || c == '\u{FEFF}'
}
