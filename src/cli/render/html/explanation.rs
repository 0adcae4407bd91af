//! Explanations of queries: a tree of words with their figures.
//!
//! Knows how an explanation reads, not what it means.

use std::io::{self, Write};

use maud::{Markup, html};

use super::page::Page;
use super::table::{Column, figure, table};
use super::text;
use crate::i18n::{Label, rule_called, zone};
use fihris::corpus::ZoneKind;
use fihris::search::explain::{ExplainedLeaf, ExplainedWord, Explanation};

/// The most words of the index that a page shows for one.
const MOST_MEMBERS: usize = 200;

/// Writes a page with the tree.
///
/// # Errors
/// If `out` fails.
pub fn write(out: &mut dyn Write, page: Page, tree: &Explanation, articles: u64) -> io::Result<()> {
    let page = page.with(Label::Articles, &articles);
    let tree = html! { div.tree { (node(&page, tree)) } };
    page.write(out, &[tree])
}

fn node(page: &Page, of: &Explanation) -> Markup {
    let group = |name: Label, parts: &[Explanation]| {
        html! {
            p { (page.say(name)) }
            ul { @for part in parts { li { (node(page, part)) } } }
        }
    };
    match of {
        Explanation::All { parts } => group(Label::AllOf, parts),
        Explanation::Any { parts } => group(Label::OneOf, parts),
        Explanation::Not { part } => group(Label::Not, std::slice::from_ref(part)),
        Explanation::Optional { part } => group(Label::BetterWith, std::slice::from_ref(part)),
        Explanation::Condition { asked } => html! { p { (text::piece(asked)) } },
        Explanation::Word(leaf) | Explanation::Phrase(leaf) | Explanation::Near(leaf) => {
            described(page, leaf)
        }
    }
}

fn described(page: &Page, leaf: &ExplainedLeaf) -> Markup {
    html! {
        section {
            h2 { (text::piece(&leaf.asked)) }
            dl.figures {
                div {
                    dt { (page.say(Label::SearchedIn)) }
                    dd { @for (i, place) in leaf.scope.iter().enumerate() {
                        @if i > 0 { " · " }
                        @match ZoneKind::from_name(place) {
                            Some(kind) => (zone(kind, page.language)),
                            None => (text::piece(place)),
                        }
                    } }
                }
                (fact(page, Label::Articles, &leaf.articles.to_string()))
                (fact(page, Label::Times, &leaf.occurrences.to_string()))
                @if let Some(distance) = leaf.distance {
                    (fact(page, Label::MostBetween, &distance.to_string()))
                }
                @if (leaf.boost - 1.0).abs() > f32::EPSILON {
                    (fact(page, Label::Counts, &format!("×{}", leaf.boost)))
                }
            }
            @for word in &leaf.words {
                @if leaf.words.len() > 1 { h3 { (text::piece(&word.asked)) } }
                (members(page, word))
            }
        }
    }
}

fn fact(page: &Page, name: Label, fact: &str) -> Markup {
    html! { div { dt { (page.say(name)) } dd { (text::piece(fact)) } } }
}

fn members(page: &Page, word: &ExplainedWord) -> Markup {
    let columns = [
        Column::Text(Label::Word),
        Column::Figure(Label::Counts),
        Column::Figure(Label::Articles),
        Column::Figure(Label::Times),
        Column::Text(Label::Rule),
    ];
    let held = word.members.iter().filter(|member| member.articles > 0);
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
            (table(&word.asked, &columns, &rows, page.language))
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
