//! Tables of words: how frequent and how typical they are, in articles or near matches.
//!
//! Knows how the tables look, not how words are counted.

use std::io::{self, Write};

use maud::{Markup, html};

use super::find::{command, found, phrase};
use super::page::Page;
use super::table::{Column, figure, table};
use super::text;
use crate::i18n::Label;
use fihris_analysis::collocates::Collocates;
use fihris_analysis::terms::{Term, Terms};

/// So many forms of a word are seen at once.
const FORMS_SHOWN: usize = 6;

/// Writes a page with a row for each word of articles.
///
/// # Errors
/// If `out` fails.
pub fn write(out: &mut dyn Write, page: Page, found: &Terms) -> io::Result<()> {
    let Terms {
        terms,
        articles,
        words,
        in_both,
    } = found;
    let page = page
        .with(Label::Articles, &articles.target)
        .with(Label::WordsHere, &words.target)
        .with(Label::OtherArticles, &articles.reference)
        .with(Label::WordsElsewhere, &words.reference);
    let page = match in_both {
        Some(in_both) => page
            .with(Label::InBoth, in_both)
            .noting(Label::BeyondChance),
        None => page,
    };
    if terms.is_empty() {
        return page.write_nothing(out);
    }
    let caption = page.say(page.subject);
    let table = term_table(&page, caption, terms, page.asked);
    page.write(out, &[table])
}

/// A table with a row a word.
pub(super) fn term_table(
    page: &Page,
    caption: &str,
    terms: &[Term],
    asked: Option<&str>,
) -> Markup {
    let most = terms
        .iter()
        .map(|term| term.count.target)
        .max()
        .unwrap_or(0);
    let find = |word: &str| Some(command(asked, &phrase(word)));
    let columns = [
        Column::Text(Label::Word),
        Column::Figure(Label::Here),
        Column::Figure(Label::OtherPlaces),
        Column::Figure(Label::LogLikelihood),
        Column::Figure(Label::LogRatio),
        Column::Text(Label::Forms),
    ];
    let rows = html! {
        @for term in terms {
            tr {
                th scope="row" { (text::piece(&term.word)) }
                (found(term.count.target, most, find(&term.word).as_deref()))
                (figure(&term.count.reference))
                (figure(&format!("{:.1}", term.g2)))
                (figure(&format!("{:.2}", term.log_ratio)))
                (forms(&term.forms))
            }
        }
    };
    table(caption, &columns, &rows, page.language)
}

/// Writes a page with a row for each word near matches.
///
/// # Errors
/// If `out` fails.
pub fn write_collocates(out: &mut dyn Write, page: Page, near: &Collocates) -> io::Result<()> {
    let page = page
        .with(Label::Matches, &near.matches)
        .with(Label::Near, &near.total.target)
        .with(Label::WordsElsewhere, &near.total.reference);
    if near.words.is_empty() {
        return page.write_nothing(out);
    }
    let columns = [
        Column::Text(Label::Word),
        Column::Figure(Label::Near),
        Column::Figure(Label::Before),
        Column::Figure(Label::After),
        Column::Figure(Label::OtherPlaces),
        Column::Figure(Label::LogLikelihood),
        Column::Figure(Label::LogDice),
        Column::Text(Label::Forms),
    ];
    let rows = html! {
        @for word in &near.words {
            tr {
                th scope="row" { (text::piece(&word.term.word)) }
                (figure(&word.term.count.target))
                (figure(&word.sides.before))
                (figure(&word.sides.after))
                (figure(&word.term.count.reference))
                (figure(&format!("{:.1}", word.term.g2)))
                (figure(&format!("{:.2}", word.log_dice)))
                (forms(&word.term.forms))
            }
        }
    };
    let table = table(page.say(page.subject), &columns, &rows, page.language);
    page.write(out, &[table])
}

/// A cell with forms and how often each stands; the rarer of many can be opened.
pub(super) fn forms(forms: &[(String, u64)]) -> Markup {
    let (first, rest) = forms.split_at(forms.len().min(FORMS_SHOWN));
    html! {
        td.forms {
            (listed(first))
            @if !rest.is_empty() {
                details { summary { "+" (rest.len()) } (listed(rest)) }
            }
        }
    }
}

fn listed(forms: &[(String, u64)]) -> Markup {
    html! {
        @for (i, (form, times)) in forms.iter().enumerate() {
            @if i > 0 { " · " }
            span.form { (text::piece(form)) " " (times) }
        }
    }
}
