//! Timelines: a picture, and the figures behind it as a table.
//!
//! Knows how a timeline looks, not how it is counted.

use std::io::{self, Write};

use maud::{Markup, html};

use super::page::Page;
use super::table::{Column, figure, framed, table};
use super::text;
use crate::i18n::Label;
use crate::render::timeline::{most, name};
use fihris_analysis::timeline::{Step, Timeline};

/// The width that the bars of a picture share, as far as they are neither too thin nor too thick.
const WIDTH: usize = 840;
const THICKNESS: std::ops::RangeInclusive<usize> = 4..=60;
/// The height of the highest bar.
const HEIGHT: u64 = 200;
/// The room for a name below the bars.
const NAME: usize = 72;
/// The room for figures beside and above the bars.
const LEFT: usize = 48;
const TOP: u64 = 16;

/// Writes a page with the picture and a table.
///
/// # Errors
/// If `out` fails.
pub fn write(out: &mut dyn Write, page: Page, timeline: &Timeline, step: Step) -> io::Result<()> {
    let dated: u64 = timeline.buckets.iter().map(|bucket| bucket.matching).sum();
    let page = page.with(Label::Articles, &(dated + timeline.undated));
    let page = match timeline.undated {
        0 => page,
        undated => page.with(Label::Undated, &undated),
    };
    if timeline.buckets.is_empty() {
        return page.write_nothing(out);
    }
    let picture = html! {
        div.scroll.picture dir="ltr" tabindex="0" role="group" aria-label=(page.say(page.subject)) {
            (svg(timeline, step, page.say(page.subject)))
        }
    };
    let columns = [
        Column::Text(Label::Step),
        Column::Figure(Label::Articles),
        Column::Figure(Label::AllArticles),
        Column::Figure(Label::PerTenThousand),
    ];
    let rows = html! {
        @for bucket in &timeline.buckets {
            @let name = name(bucket, step);
            tr {
                th scope="row" {
                    @if bucket.steps == 1 { time datetime=(name) { (name) } } @else { (name) }
                }
                (figure(&bucket.matching))
                (figure(&bucket.all))
                (figure(&bucket.share().map_or_else(String::new, |share| format!("{share:.1}"))))
            }
        }
    };
    page.write(
        out,
        &[
            picture,
            table(page.say(page.subject), &columns, &rows, page.language),
        ],
    )
}

/// Writes a page with a picture for each query, and a table with the figures of all.
///
/// # Errors
/// If `out` fails.
pub fn write_series(
    out: &mut dyn Write,
    page: &Page,
    series: &[(&str, Timeline)],
    step: Step,
) -> io::Result<()> {
    let steps = match series.first() {
        Some((_, timeline)) if !timeline.buckets.is_empty() => timeline.buckets.len(),
        _ => return page.write_nothing(out),
    };
    let picture = |(query, timeline): &(&str, Timeline)| {
        html! {
            h2 { (text::piece(query)) }
            div.scroll.picture dir="ltr" tabindex="0" role="group" aria-label=(text::clean(query)) {
                (svg(timeline, step, &text::clean(query)))
            }
        }
    };
    let mut parts: Vec<Markup> = series.iter().map(picture).collect();
    let head = |label: Label| html! { th.n scope="col" { (page.say(label)) } };
    let mut heads = vec![
        html! { th scope="col" { (page.say(Label::Step)) } },
        head(Label::AllArticles),
    ];
    for (query, _) in series {
        heads.push(html! { th.n scope="col" { (text::piece(query)) } });
        heads.push(head(Label::PerTenThousand));
    }
    let rows = html! {
        @for i in 0..steps {
            @let first = &series[0].1.buckets[i];
            tr {
                th scope="row" { (name(first, step)) }
                (figure(&first.all))
                @for (_, timeline) in series {
                    @let bucket = &timeline.buckets[i];
                    @let share = bucket.share();
                    (figure(&share.map_or_else(String::new, |_| bucket.matching.to_string())))
                    (figure(&share.map_or_else(String::new, |share| format!("{share:.1}"))))
                }
            }
        }
    };
    parts.push(framed(page.say(page.subject), &heads, &rows));
    page.write(out, &parts)
}

/// The timeline as a picture called `title`: a bar a step, with its figures as a tooltip. Time goes from left
/// to right in every language.
#[must_use]
pub fn svg(timeline: &Timeline, step: Step, title: &str) -> Markup {
    let most = most(timeline);
    let bars = timeline.buckets.len();
    let bar = (WIDTH / bars.max(1)).clamp(*THICKNESS.start(), *THICKNESS.end());
    let named = NAME.div_ceil(bar);
    let width = LEFT + bars * bar + NAME;
    let bottom = TOP + HEIGHT;
    html! {
        svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label=(title)
            width=(width) height=(bottom + 24) viewBox={ "0 0 " (width) " " (bottom + 24) }
            direction="ltr" font-family="sans-serif" font-size="12" fill="currentColor" {
            @for part in [0, 1, 2].iter().filter(|part| (most * **part).is_multiple_of(2)) {
                @let (count, y) = (most * part / 2, bottom - HEIGHT * part / 2);
                line x1=(LEFT) x2=(LEFT + bars * bar) y1=(y) y2=(y) stroke="currentColor" stroke-opacity="0.25" {}
                text x=(LEFT - 6) y=(y + 4) text-anchor="end" { (count) }
            }
            @for (i, bucket) in timeline.buckets.iter().enumerate() {
                @let height = bucket.matching * HEIGHT / most;
                @let (x, name) = (LEFT + i * bar, name(bucket, step));
                rect.bar x=(x) y=(bottom - height) width=(bar - bar.div_ceil(8)) height=(height) fill="#3465a4" {
                    title { (name) ": " (bucket.matching) }
                }
                @if bucket.steps > 1 {
                    text x=(x) y=(bottom - 4) { "…" title { (name) } }
                } @else if i % named == 0 {
                    text x=(x) y=(bottom + 18) { (name) }
                }
            }
        }
    }
}
