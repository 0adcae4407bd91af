//! Passages: the paragraphs of an article in which a query matches.

use std::io::{self, Write};

use arabic_text::variants::Variants;
use fihris_corpus::{Article, ZoneSet};
use fihris_index::Index;
use fihris_index::stored::{TokenPosition, token_positions};
use fihris_query::{ExpandOptions, Expander, Query, Words};
use fihris_search::{Highlight, Highlighter};

use crate::args::query::bind_fields;
use crate::args::variants::VariantsArg;
use crate::render::Style;
use crate::render::clean::one_line;
use crate::support::context::Context;
use crate::support::failure::Failure;

/// Stands for paragraphs without a match.
const LEFT_OUT: &str = "…";

/// The paragraphs in which a query matches.
pub struct Passages {
    query: Query,
}

impl Passages {
    /// Those of `query`, in any zone.
    ///
    /// # Errors
    /// If it is not understood, or the index cannot be read.
    pub fn new(context: &Context, index: &Index, query: &str) -> Result<Self, Failure> {
        let variants: Variants = VariantsArg::default().load(context)?;
        let options = ExpandOptions {
            zones: ZoneSet::ALL,
            ..ExpandOptions::default()
        };
        let expander = Expander::new(Words::new(index), &variants, options);
        let mut read = bind_fields(query, index)?;
        let query = expander.expand_parsed(&mut read);
        Ok(Self { query })
    }

    /// Writes the paragraphs of `article` with their matches marked.
    ///
    /// # Errors
    /// If `out` fails.
    pub fn write(&self, out: &mut dyn Write, article: &Article, style: Style) -> io::Result<()> {
        let words: Vec<TokenPosition> = token_positions(article).collect();
        let marks = Highlighter::new(&self.query).highlights(article, &words);
        let mut start = 0;
        let mut is_left_out = false;
        for paragraph in article.text.split_inclusive('\n') {
            let range = start..start + paragraph.len();
            start = range.end;
            let mut marks = marks
                .iter()
                .filter(|mark| range.contains(&mark.range.start) && mark.range.end <= range.end)
                .peekable();
            if marks.peek().is_none() {
                is_left_out |= !paragraph.trim().is_empty();
                continue;
            }
            if std::mem::take(&mut is_left_out) {
                writeln!(out, "{}", style.dim(LEFT_OUT))?;
            }
            let line = marked(&article.text[range.clone()], range.start, marks, style);
            writeln!(out, "{}", line.trim())?;
        }
        if is_left_out {
            writeln!(out, "{}", style.dim(LEFT_OUT))?;
        }
        Ok(())
    }
}

/// `text`, which begins at a byte of the article, with its marks set off.
fn marked<'a>(
    text: &str,
    start: usize,
    marks: impl Iterator<Item = &'a Highlight>,
    style: Style,
) -> String {
    let mut line = String::new();
    let mut at = 0;
    for mark in marks {
        let (first, last) = (mark.range.start - start, mark.range.end - start);
        // Words of two clauses may overlap.
        let first = first.max(at);
        if first < last {
            line.push_str(&one_line(&text[at..first]));
            line.push_str(&style.mark(&one_line(&text[first..last])));
            at = last;
        }
    }
    line + &one_line(&text[at..])
}
