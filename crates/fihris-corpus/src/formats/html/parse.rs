//! Parsing: a page becomes a tree, by the rules of browsers, in time and memory that its length bounds.
//!
//! The page is given to the tokenizer of `html5ever` up to each `<`, so that a tag with attributes without
//! end is seen before the tokenizer compares each with all others ([`AttributeCount`]). What it makes of
//! the page goes through [`Limits`], which keep tags back where the tree would become too deep or too large.

use dom_query::Document;
use html5ever::TokenizerResult;
use html5ever::buffer_queue::BufferQueue;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{Tokenizer, TokenizerOpts};

use super::attribute_count::AttributeCount;
use super::limits::Limits;

/// The tree of a page.
pub(super) fn parse(html: &str) -> Document {
    let mut parser = Parser {
        tokenizer: Tokenizer::new(Limits::default(), TokenizerOpts::default()),
        input: BufferQueue::default(),
        place: Place::Outside,
    };
    let mut start = 0;
    let tags = html.match_indices('<').map(|(at, _)| at);
    for end in tags.chain([html.len()]) {
        parser.take(&html[start..end]);
        start = end;
    }
    parser.tokenizer.end();
    parser.tokenizer.sink.finish()
}

struct Parser {
    tokenizer: Tokenizer<Limits>,
    input: BufferQueue,
    place: Place,
}

/// Where the tokenizer stands between two pieces of a page.
enum Place {
    /// In text, or in the text of a script and the like: what it reads, it gives away at once.
    Outside,
    /// In a comment or the like.
    Other,
    /// In a tag, or in what looks like one in the text of a script: which, is seen when it gives away.
    Tag(AttributeCount),
}

impl Parser {
    /// Takes a piece of the page: a `<` and what follows up to the next.
    fn take(&mut self, piece: &str) {
        let begins = piece.strip_prefix('<').unwrap_or_default();
        let name = begins.strip_prefix('/').unwrap_or(begins);
        self.place = match std::mem::replace(&mut self.place, Place::Outside) {
            Place::Tag(count) => self.take_tag(piece, piece, count),
            Place::Outside if name.starts_with(|first: char| first.is_ascii_alphabetic()) => {
                self.take_tag(piece, name, AttributeCount::default())
            }
            // Text, or a `<` that is a letter.
            Place::Outside if begins.is_empty() => {
                self.feed(piece);
                Place::Outside
            }
            Place::Outside | Place::Other => {
                if self.feed(piece) {
                    Place::Outside
                } else {
                    Place::Other
                }
            }
        };
    }

    /// Takes a piece in a tag, of which `inside` is counted.
    fn take_tag(&mut self, piece: &str, inside: &str, mut count: AttributeCount) -> Place {
        let skipped = piece.len() - inside.len();
        let found = count.read(inside);
        if let Some(range) = found.surplus {
            let before = &piece[..skipped + range.start];
            let after = &piece[skipped + range.end..];
            if self.feed(before) {
                self.feed(&piece[before.len()..]); // the text of a script
                return Place::Outside;
            }
            return if self.feed(after) || found.ends {
                Place::Outside
            } else {
                Place::Tag(count)
            };
        }
        if self.feed(piece) || found.ends {
            Place::Outside
        } else {
            Place::Tag(count)
        }
    }

    /// Whether the tokenizer gives something away for `text`.
    fn feed(&mut self, text: &str) -> bool {
        let before = self.tokenizer.sink.tokens();
        self.input.push_back(StrTendril::from(text));
        while let TokenizerResult::Script(_) = self.tokenizer.feed(&self.input) {}
        self.tokenizer.sink.tokens() > before
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::attributes;
    use super::*;

    #[test]
    fn ordinary_pages_are_read_as_by_browsers() {
        for html in [
            "",
            "نص",
            "<p>نص<br><li>a < b &amp; &nbsp;c<",
            "<!doctype html><html lang=ar><head><title>a<b</title></head><body class='x y' id=1>نص",
            "<a title='<p>' href=x>1</a><b/c d = \"e>\" f>2</b  x><script>if (a<b && c=\"d>\") </x</script >3",
            "<table>خارج<tr><td>داخل</table><b><p>x</b>y</p><i>z<svg><title>t</title></svg>",
            "<textarea><p></textarea><style><b></style><template><p>t</template></>",
        ] {
            assert_eq!(parse(html).html(), Document::from(html).html(), "{html}");
        }
    }

    #[test]
    fn surplus_attributes_are_left_out_of_tags_alone() {
        let many = |from| attributes(from..from + 2000, "\"<>\"");
        let script = format!("<script>if (a<b{}) c()</script >", many(0).replace('>', ""));
        for (before, after) in [
            ("", ""),
            (&*script, &*script),
            ("<!-- <b ", "-->"),
            ("<p title='<b '>", "</p>"),
        ] {
            let page = format!(
                "{before}{after}<div id=x{}>نص</div><p>آخر<b{}",
                many(0),
                many(7)
            );
            let tree = parse(&page);
            let plain = parse(&format!("{before}{after}<div id=x>نص</div><p>آخر"));
            assert_eq!(tree.text(), plain.text(), "{before}");
            let attributes = tree.select("#x").nodes()[0].attrs().len();
            assert!((2..100).contains(&attributes), "{before}: {attributes}");
        }
    }
}
