//! Marked content: sequences of a page that say which text they stand for (`ActualText`), whatever their glyphs are mapped to.
//!
//! Programs write it where a glyph is no letter: marks over letters, ligatures, strokes that make a word wider.

use lopdf::{Dictionary, Document, Object, ObjectId};

/// What glyphs at a place stand for.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    /// Themselves.
    Own,
    /// This text, with all others of their sequence.
    Text(String),
    /// The text that was told before the first of their sequence.
    Told,
}

/// The sequences that are open at a place of a page.
pub(super) struct MarkedContent<'a> {
    document: &'a Document,
    /// The resources of the page, the nearest first.
    resources: Vec<&'a Dictionary>,
    open: usize,
    /// The outermost sequence with a text: how many are open in it, and the text until it is shown.
    replaced: Option<(usize, Option<String>)>,
}

impl<'a> MarkedContent<'a> {
    /// At the beginning of the page `id`.
    pub fn new(document: &'a Document, id: ObjectId) -> Self {
        let (own, others) = document.get_page_resources(id).unwrap_or_default();
        let others = others.into_iter().map(|id| document.get_dictionary(id));
        Self {
            document,
            resources: own.into_iter().chain(others.flatten()).collect(),
            open: 0,
            replaced: None,
        }
    }

    /// Follows an operator that opens or closes a sequence.
    pub fn follow(&mut self, operator: &str, operands: &[Object]) {
        match operator {
            "BMC" | "BDC" => {
                self.open += 1;
                if self.replaced.is_none()
                    && let Some(text) = operands.get(1).and_then(|about| self.text(about))
                {
                    self.replaced = Some((self.open, Some(text)));
                }
            }
            "EMC" => {
                self.open = self.open.saturating_sub(1);
                self.replaced = self.replaced.take().filter(|at| at.0 <= self.open);
            }
            _ => {}
        }
    }

    /// What the glyphs at this place stand for.
    pub fn meaning(&mut self) -> Meaning {
        match &mut self.replaced {
            Some((_, text)) => text.take().map_or(Meaning::Told, Meaning::Text),
            None => Meaning::Own,
        }
    }

    /// The text in the properties of a sequence, which stand with it or are named.
    fn text(&self, about: &Object) -> Option<String> {
        let about = match about {
            Object::Name(name) => self.resources.iter().find_map(|resources| {
                let all = resources.get_deref(b"Properties", self.document).ok()?;
                let about = all.as_dict().ok()?.get_deref(name, self.document).ok()?;
                about.as_dict().ok()
            })?,
            about => about.as_dict().ok()?,
        };
        let text = about.get_deref(b"ActualText", self.document).ok()?;
        lopdf::decode_text_string(text).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_text_of_the_outermost_sequence_holds() {
        let document = Document::new();
        let mut content = MarkedContent {
            document: &document,
            resources: Vec::new(),
            open: 0,
            replaced: None,
        };
        let operations = b"EMC /P <</MCID 0>> BDC (a)Tj /Span <</ActualText (x)>> BDC (b)Tj /Span <</ActualText (y)>> BDC (c)Tj EMC \
            (d)Tj EMC (e)Tj /Span /Other BDC (f)Tj EMC /Span <</ActualText ()>> BDC (g)Tj EMC EMC (h)Tj";
        let operations = lopdf::content::Content::decode(operations).unwrap();
        let mut told = String::new();
        for operation in operations.operations {
            content.follow(&operation.operator, &operation.operands);
            if operation.operator == "Tj" {
                let shown = operation.operands[0].as_str().unwrap();
                match content.meaning() {
                    Meaning::Own => told.push_str(str::from_utf8(shown).unwrap()),
                    Meaning::Text(text) => told.push_str(&text),
                    Meaning::Told => {}
                }
            }
        }
        assert_eq!(told, "axefh");
    }
}
