//! Timelines: a picture, and the figures behind it as a table.
//!
//! Knows how a timeline looks, not how it is counted.

use std::io::{self, Write};

use maud::{Markup, html};

use super::copies;
use super::find::{command, days, found};
use super::page::Page;
use super::table::{Column, figure, framed, table};
use super::text;
use crate::i18n::Label;
use crate::render::copy::Copy;
use crate::render::timeline::{most, name};
use fihris_analysis::timeline::{Bucket, Step, Timeline};

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

/// Writes a page with the pictures, a table, and `articles`.
///
/// # Errors
/// If `out` fails.
pub fn write(
    out: &mut dyn Write,
    page: Page,
    timeline: &Timeline,
    step: Step,
    articles: &[Copy],
) -> io::Result<()> {
    let dated: u64 = timeline.buckets.iter().map(|bucket| bucket.matching).sum();
    let page = page.with(Label::Articles, &(dated + timeline.undated));
    let page = match timeline.undated {
        0 => page,
        undated => page.with(Label::Undated, &undated),
    };
    if timeline.buckets.is_empty() {
        return page.write_nothing(out);
    }
    let picture = |label: Label, of: Of| {
        html! {
            h2 { (page.say(label)) }
            div.scroll.picture dir="ltr" tabindex="0" role="group" aria-label=(page.say(label)) {
                (drawn(timeline, step, page.say(label), of, Some(&page)))
            }
        }
    };
    let counts = picture(Label::Articles, Of::Articles);
    let shares = picture(Label::PerTenThousand, Of::Shares);
    let highest = most(timeline);
    let columns = [
        Column::Text(Label::Step),
        Column::Figure(Label::Articles),
        Column::Figure(Label::AllArticles),
        Column::Figure(Label::PerTenThousand),
    ];
    let rows = html! {
        @for (i, bucket) in timeline.buckets.iter().enumerate() {
            @let name = name(bucket, step);
            @let find = command(page.asked, &days(bucket.period));
            tr id={ "r" (i) } {
                th scope="row" {
                    @if bucket.steps == 1 { time datetime=(name) { (name) } } @else { (name) }
                }
                (found(bucket.matching, highest, Some(&find)))
                (figure(&bucket.all))
                (figure(&bucket.share().map_or_else(String::new, |share| format!("{share:.1}"))))
            }
        }
    };
    let example = timeline.buckets.iter().find(|bucket| bucket.matching > 0);
    let example = example.map(|bucket| command(page.asked, &days(bucket.period)));
    let table = table(page.say(page.subject), &columns, &rows, page.language);
    let mut parts = vec![counts, shares, table, page.example(example.as_deref())];
    parts.extend(listed(&page, articles));
    page.write(out, &parts)
}

/// The articles that are few enough to stand on the page.
fn listed(page: &Page, articles: &[Copy]) -> Option<Markup> {
    (!articles.is_empty()).then(|| {
        html! {
            h2 { (page.say(Label::Articles)) }
            (copies::list(page, articles, None))
        }
    })
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

/// What bars are as high as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Of {
    Articles,
    Shares,
}

impl Of {
    /// What a bar is as high as; of shares, whole ones.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // shares of 10,000
    fn height(self, bucket: &Bucket) -> u64 {
        match self {
            Self::Articles => bucket.matching,
            Self::Shares => bucket.share().unwrap_or_default().round() as u64,
        }
    }
}

impl Of {
    /// What a bar says when it is pointed at.
    fn said(self, bucket: &Bucket) -> String {
        match self {
            Self::Articles => bucket.matching.to_string(),
            Self::Shares => format!("{} / 10,000", self.height(bucket)),
        }
    }
}

/// The timeline as a picture called `title`: a bar a step, with its figures as a tooltip. Time goes from left
/// to right in every language.
#[must_use]
pub fn svg(timeline: &Timeline, step: Step, title: &str) -> Markup {
    drawn(timeline, step, title, Of::Articles, None)
}

/// The same, on a page with bars that lead to their rows.
fn drawn(timeline: &Timeline, step: Step, title: &str, of: Of, page: Option<&Page>) -> Markup {
    let heights = timeline.buckets.iter().map(|bucket| of.height(bucket));
    let most = heights.max().unwrap_or(0).max(1);
    let bars = timeline.buckets.len();
    let bar = (WIDTH / bars.max(1)).clamp(*THICKNESS.start(), *THICKNESS.end());
    let named = NAME.div_ceil(bar);
    let width = LEFT + bars * bar + NAME;
    let bottom = TOP + HEIGHT;
    html! {
        svg xmlns="http://www.w3.org/2000/svg" role=(if page.is_some() { "group" } else { "img" }) aria-label=(title)
            width=(width) height=(bottom + 24) viewBox={ "0 0 " (width) " " (bottom + 24) }
            direction="ltr" font-family="sans-serif" font-size="12" fill="currentColor" {
            @for part in [0, 1, 2].iter().filter(|part| (most * **part).is_multiple_of(2)) {
                @let (count, y) = (most * part / 2, bottom - HEIGHT * part / 2);
                line x1=(LEFT) x2=(LEFT + bars * bar) y1=(y) y2=(y) stroke="currentColor" stroke-opacity="0.25" {}
                text x=(LEFT - 6) y=(y + 4) text-anchor="end" { (count) }
            }
            @for (i, bucket) in timeline.buckets.iter().enumerate() {
                @let height = of.height(bucket) * HEIGHT / most;
                @let (x, name) = (LEFT + i * bar, name(bucket, step));
                @let wide = bar - bar.div_ceil(8);
                @let shown = html! {
                    rect.bar x=(x) y=(bottom - height) width=(wide) height=(height) fill="#3465a4" {
                        title { (name) ": " (of.said(bucket)) }
                    }
                };
                @match page {
                    Some(page) if bucket.all == 0 => rect.none x=(x) y=(bottom - 6) width=(wide) height="6" fill="#999" {
                        title { (name) ": " (page.say(Label::NoData)) }
                    },
                    Some(_) if height > 0 => a href={ "#r" (i) } aria-label={ (name) ": " (of.said(bucket)) } { (shown) },
                    _ => (shown),
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
