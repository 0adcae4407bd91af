//! Explanations of queries: a tree of words with their figures.
//!
//! Knows how an explanation reads, not what it means.

use std::io::{self, Write};

use maud::{Markup, html};

use super::page::Page;
use super::table::{Column, figure, table};
use super::text;
use crate::i18n::{Label, rule_called, zone};
use fihris_corpus::ZoneKind;
use fihris_search::explain::{ExplainedClause, ExplainedTerm, QueryExplanation};

/// The most words of the index that a page shows for one.
const MOST_MEMBERS: usize = 200;

/// Writes a page with the tree.
///
/// # Errors
/// If `out` fails.
pub fn write(
    out: &mut dyn Write,
    page: Page,
    tree: &QueryExplanation,
    articles: u64,
) -> io::Result<()> {
    let page = page.with(Label::Articles, &articles);
    let tree = html! { div.tree { (node(&page, tree)) } };
    page.write(out, &[tree])
}

fn node(page: &Page, of: &QueryExplanation) -> Markup {
    let group = |name: Label, parts: &[QueryExplanation]| {
        html! {
            p { (page.say(name)) }
            ul { @for part in parts { li { (node(page, part)) } } }
        }
    };
    match of {
        QueryExplanation::All { parts } => group(Label::AllOf, parts),
        QueryExplanation::Any { parts } => group(Label::OneOf, parts),
        QueryExplanation::Not { part } => group(Label::Not, std::slice::from_ref(part)),
        QueryExplanation::Optional { part } => group(Label::BetterWith, std::slice::from_ref(part)),
        QueryExplanation::Condition { text } => html! { p { (text::piece(text)) } },
        QueryExplanation::Word(clause)
        | QueryExplanation::Phrase(clause)
        | QueryExplanation::Near(clause) => described(page, clause),
    }
}

fn described(page: &Page, clause: &ExplainedClause) -> Markup {
    html! {
        section {
            h2 { (text::piece(&clause.text)) }
            dl.figures {
                div {
                    dt { (page.say(Label::SearchedIn)) }
                    dd { @for (i, place) in clause.scope.iter().enumerate() {
                        @if i > 0 { " · " }
                        @match ZoneKind::from_name(place) {
                            Some(kind) => (zone(kind, page.language)),
                            None => (text::piece(place)),
                        }
                    } }
                }
                (fact(page, Label::Articles, &clause.articles.to_string()))
                (fact(page, Label::Times, &clause.occurrences.to_string()))
                @if let Some(distance) = clause.distance {
                    (fact(page, Label::MostBetween, &distance.to_string()))
                }
                @if (clause.boost - 1.0).abs() > f32::EPSILON {
                    (fact(page, Label::Counts, &format!("×{}", clause.boost)))
                }
            }
            @for word in &clause.terms {
                @if clause.terms.len() > 1 { h3 { (text::piece(&word.text)) } }
                (members(page, word))
            }
        }
    }
}

fn fact(page: &Page, name: Label, fact: &str) -> Markup {
    html! { div { dt { (page.say(name)) } dd { (text::piece(fact)) } } }
}

fn members(page: &Page, word: &ExplainedTerm) -> Markup {
    let columns = [
        Column::Text(Label::Word),
        Column::Figure(Label::Counts),
        Column::Figure(Label::Articles),
        Column::Figure(Label::Times),
        Column::Text(Label::Rule),
    ];
    let held = word.forms.iter().filter(|member| member.articles > 0);
    let rows = html! {
        @for member in held.clone().take(MOST_MEMBERS) {
            tr {
                th scope="row" { (text::piece(&member.form)) }
                (figure(&format!("{:.2}", member.weight)))
                (figure(&member.articles))
                (figure(&member.occurrences))
                td { (rule_called(member.rule, page.language)) }
            }
        }
    };
    let more = held.clone().count().saturating_sub(MOST_MEMBERS);
    html! {
        p.zone { (page.say(Label::Weight)) ": " (format!("{:.2}", word.weight)) }
        @if held.count() > 0 {
            (table(&word.text, &columns, &rows, page.language))
        } @else {
            p { (page.say(Label::NothingFound)) }
        }
        @if more > 0 { p { (page.say(Label::MoreInJson)) ": " (more) } }
        @if !word.suggestions.is_empty() {
            p { (page.say(Label::PerhapsMeant)) ":" }
            ul {
                @for suggestion in &word.suggestions {
                    li { (text::piece(&suggestion.word)) " (" (page.say(Label::Articles)) ": " (suggestion.articles) ")" }
                }
            }
        }
    }
}
