//! Explanations of queries: a tree of words with their figures.
//!
//! Knows how an explanation reads, not what it means.

use std::io::{self, Write};

use serde::Serialize;

use super::clean::one_line;
use super::json::{Line, write_line};
use super::style::Style;
use crate::i18n::{Label, Message, rule_called, zone_called};
use fihris_search::explain::{ExplainedClause, ExplainedForm, ExplainedTerm, QueryExplanation};

/// The most words of the index that people are shown for one.
const MOST_MEMBERS: usize = 20;

/// Writes an explanation for people.
///
/// # Errors
/// If `out` fails.
pub fn write_text(
    out: &mut dyn Write,
    explanation: &QueryExplanation,
    articles: u64,
    style: Style,
) -> io::Result<()> {
    write_node(out, explanation, 0, style)?;
    writeln!(out, "{}", style.say(Message::ArticlesTotal(articles)))
}

/// Writes an explanation as one JSON line.
///
/// # Errors
/// If `out` fails.
pub fn write_json(
    out: &mut dyn Write,
    query: &str,
    tree: &QueryExplanation,
    articles: u64,
) -> io::Result<()> {
    #[derive(Serialize)]
    struct Fields<'a> {
        query: &'a str,
        articles: u64,
        tree: &'a QueryExplanation,
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
    node: &QueryExplanation,
    depth: usize,
    style: Style,
) -> io::Result<()> {
    let indent = "  ".repeat(depth);
    match node {
        QueryExplanation::All { parts } | QueryExplanation::Any { parts } => {
            let name = match node {
                QueryExplanation::All { .. } => Label::AllOf,
                _ => Label::OneOf,
            };
            writeln!(out, "{indent}{}", name.text(style.language))?;
            parts
                .iter()
                .try_for_each(|part| write_node(out, part, depth + 1, style))
        }
        QueryExplanation::Not { part } => {
            writeln!(out, "{indent}{}", Label::Not.text(style.language))?;
            write_node(out, part, depth + 1, style)
        }
        QueryExplanation::Optional { part } => {
            writeln!(out, "{indent}{}", Label::BetterWith.text(style.language))?;
            write_node(out, part, depth + 1, style)
        }
        QueryExplanation::Condition { text } => writeln!(out, "{indent}{}", one_line(text)),
        QueryExplanation::Word(clause)
        | QueryExplanation::Phrase(clause)
        | QueryExplanation::Near(clause) => write_clause(out, clause, &indent, style),
    }
}

fn write_clause(
    out: &mut dyn Write,
    clause: &ExplainedClause,
    indent: &str,
    style: Style,
) -> io::Result<()> {
    writeln!(out, "{}", style.head(indent, &one_line(&clause.text)))?;
    let near = clause.distance.map(Message::WordsBetween);
    let is_boosted = (clause.boost - 1.0).abs() > f32::EPSILON;
    let boost = is_boosted.then_some(Message::CountsTimes(clause.boost));
    let scope = clause.scope.iter();
    let scope: Vec<&str> = scope
        .map(|name| zone_called(name, style.language))
        .collect();
    let stands = Message::Stands {
        scope: &one_line(&scope.join(&style.say(Message::Comma))),
        articles: clause.articles,
        times: clause.occurrences,
    };
    let said = [Some(stands), near, boost].into_iter().flatten();
    let said: String = said.map(|message| style.say(message)).collect();
    writeln!(out, "{indent}  {said}")?;
    let is_several = clause.terms.len() > 1;
    for word in &clause.terms {
        if is_several {
            writeln!(out, "{indent}  {}", style.title(&one_line(&word.text)))?;
        }
        write_word(out, word, indent, style)?;
    }
    Ok(())
}

fn write_word(
    out: &mut dyn Write,
    word: &ExplainedTerm,
    indent: &str,
    style: Style,
) -> io::Result<()> {
    writeln!(out, "{indent}  {}", style.say(Message::Weight(word.weight)))?;
    let held = word.forms.iter().filter(|member| member.articles > 0);
    let held: Vec<&ExplainedForm> = held.collect();
    let said = match held[..] {
        [] => style.say(Message::NoArticleHolds),
        _ => style.dim(&style.say(Message::MembersHead)),
    };
    writeln!(out, "{indent}  {said}")?;
    let (shown, more) = held.split_at(held.len().min(MOST_MEMBERS));
    for member in shown {
        let line = style.say(Message::Member {
            rule: rule_called(member.rule, style.language),
            weight: member.weight,
            articles: member.articles,
            times: member.occurrences,
            form: &one_line(&member.form),
        });
        writeln!(out, "{}", style.dim(&format!("{indent}  {line}")))?;
    }
    if !more.is_empty() {
        let line = style.say(Message::MoreMembers(more.len()));
        writeln!(out, "{}", style.dim(&format!("{indent}  {line}")))?;
    }
    for suggestion in &word.suggestions {
        let line = style.say(Message::Perhaps {
            articles: suggestion.articles,
            word: &suggestion.word,
        });
        writeln!(out, "{}", style.dim(&format!("{indent}  {line}")))?;
    }
    Ok(())
}
