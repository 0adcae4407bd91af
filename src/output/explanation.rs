//! Explanations of queries: a tree of words with their figures.
//!
//! Knows how an explanation reads, not what it means.

use std::io::{self, Write};

use serde::Serialize;

use super::clean::one_line;
use super::json::{Line, write_line};
use super::style::Style;
use crate::query::explain::{ExplainedLeaf, ExplainedWord, Explanation};

/// The most words of the index that people are shown for one.
const MOST_MEMBERS: usize = 20;

/// Writes an explanation for people.
///
/// # Errors
/// If `out` fails.
pub fn write_text(
    out: &mut dyn Write,
    explanation: &Explanation,
    articles: u64,
    style: Style,
) -> io::Result<()> {
    write_node(out, explanation, 0, style)?;
    writeln!(out, "articles: {articles}")
}

/// Writes an explanation as one JSON line.
///
/// # Errors
/// If `out` fails.
pub fn write_json(
    out: &mut dyn Write,
    query: &str,
    tree: &Explanation,
    articles: u64,
) -> io::Result<()> {
    #[derive(Serialize)]
    struct Fields<'a> {
        query: &'a str,
        articles: u64,
        tree: &'a Explanation,
    }
    let fields = Fields {
        query,
        articles,
        tree,
    };
    write_line(out, &Line::new("explanation", fields))
}

fn write_node(
    out: &mut dyn Write,
    node: &Explanation,
    depth: usize,
    style: Style,
) -> io::Result<()> {
    let indent = "  ".repeat(depth);
    match node {
        Explanation::All { parts } | Explanation::Any { parts } => {
            let name = match node {
                Explanation::All { .. } => "all of",
                _ => "one of",
            };
            writeln!(out, "{indent}{name}")?;
            parts
                .iter()
                .try_for_each(|part| write_node(out, part, depth + 1, style))
        }
        Explanation::Not { part } => {
            writeln!(out, "{indent}not")?;
            write_node(out, part, depth + 1, style)
        }
        Explanation::Optional { part } => {
            writeln!(out, "{indent}better with")?;
            write_node(out, part, depth + 1, style)
        }
        Explanation::Condition { asked } => writeln!(out, "{indent}{}", one_line(asked)),
        Explanation::Word(leaf) | Explanation::Phrase(leaf) | Explanation::Near(leaf) => {
            write_leaf(out, leaf, &indent, style)
        }
    }
}

fn write_leaf(
    out: &mut dyn Write,
    leaf: &ExplainedLeaf,
    indent: &str,
    style: Style,
) -> io::Result<()> {
    writeln!(out, "{}", style.head(indent, &one_line(&leaf.asked)))?;
    let near = leaf
        .distance
        .map(|distance| format!(", at most {distance} words between"));
    let boost =
        ((leaf.boost - 1.0).abs() > f32::EPSILON).then(|| format!(", counts {} times", leaf.boost));
    writeln!(
        out,
        "{indent}  in {}: {}, {}{}{}",
        one_line(&leaf.scope.join(", ")),
        counted(leaf.articles, "article"),
        counted(leaf.occurrences, "time"),
        near.unwrap_or_default(),
        boost.unwrap_or_default(),
    )?;
    let is_several = leaf.words.len() > 1;
    for word in &leaf.words {
        if is_several {
            writeln!(out, "{indent}  {}", style.title(&one_line(&word.asked)))?;
        }
        write_word(out, word, indent, style)?;
    }
    Ok(())
}

/// A number with what is counted.
fn counted(number: u64, what: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{number} {what}{plural}")
}

fn write_word(
    out: &mut dyn Write,
    word: &ExplainedWord,
    indent: &str,
    style: Style,
) -> io::Result<()> {
    writeln!(out, "{indent}  weight {:.2}", word.weight)?;
    if !word.members.is_empty() {
        let head = format!("{indent}  rule       counts articles   times  word");
        writeln!(out, "{}", style.aside(&head))?;
    }
    let held = word.members.iter().filter(|member| member.articles > 0);
    for member in held.take(MOST_MEMBERS) {
        let line = format!(
            "{indent}  {:<10} {:>6.2} {:>8} {:>7}  {}",
            member.rule,
            member.weight,
            member.articles,
            member.occurrences,
            one_line(&member.form)
        );
        writeln!(out, "{}", style.aside(&line))?;
    }
    if let Some(more) = word
        .members
        .len()
        .checked_sub(MOST_MEMBERS)
        .filter(|more| *more > 0)
    {
        let line = format!("{indent}  and {more} more, which --format json lists");
        writeln!(out, "{}", style.aside(&line))?;
    }
    if word.members.is_empty() {
        writeln!(out, "{indent}  no article holds it")?;
    }
    for suggestion in &word.suggestions {
        let line = format!(
            "{indent}  perhaps           {:>8}          {}",
            suggestion.articles, suggestion.word
        );
        writeln!(out, "{}", style.aside(&line))?;
    }
    Ok(())
}
