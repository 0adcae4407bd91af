//! All dates of a text, in its order.
//!
//! Joins the readers of single dates, ranges and relative days, and drops what is a name (`ثورة 25 يناير`).

use std::cell::Cell;
use std::ops::Range;

use jiff::civil::Date;

use super::lex::{Token, runs};
use super::partial_date::When;
use super::period::{DateRule, Mention, Period};
use super::span::Span;
use super::token_run::TokenRun;
use super::vocabulary::Meaning;

/// All dates in `text`, in order and not overlapping; `anchor` is the day the article was published,
/// if known. Without it, what only means a day next to that day (`أمس`, `10 نوفمبر`) is left out.
///
/// ```
/// use arabic_dates::{DateRule, mentions};
/// use jiff::civil::date;
///
/// let text = "الحرب في 27 سبتمبر/أيلول 2020، والاتفاق يوم 9 تشرين الأول/نوفمبر 2020";
/// let found = mentions(text, None);
/// assert_eq!(&text[found[0].range.clone()], "27 سبتمبر/أيلول 2020");
/// assert_eq!(found[0].readings[0].first, date(2020, 9, 27));
/// assert_eq!(found[1].readings.len(), 2); // October or November
/// assert_eq!(found[1].rule, DateRule::Written);
/// ```
#[must_use]
pub fn mentions(text: &str, anchor: Option<Date>) -> Vec<Mention> {
    let mut found = Vec::new();
    for_each_mention(text, anchor, |mention| found.push(mention));
    found
}

/// Calls `take` with each of the [`mentions`] in turn, so that a text of nothing but dates takes no memory.
///
/// ```
/// let mut days = 0;
/// arabic_dates::for_each_mention("في 9 نوفمبر 2020 و10 مارس 2021", None, |mention| {
///     days += usize::from(mention.readings[0].is_day());
/// });
/// assert_eq!(days, 2);
/// ```
pub fn for_each_mention(text: &str, anchor: Option<Date>, mut take: impl FnMut(Mention)) {
    runs(text, |tokens, range| {
        read(text, tokens, range, anchor, &mut take)
    });
}

/// Reads the dates that begin in `range` of `tokens`, a run of `text`; the token where the next one may.
pub(super) fn read(
    text: &str,
    tokens: &[Token],
    range: Range<usize>,
    anchor: Option<Date>,
    take: &mut impl FnMut(Mention),
) -> usize {
    let no_list = Cell::new(0..0);
    let run = TokenRun {
        text,
        tokens,
        no_list: &no_list,
    };
    let mut i = range.start;
    while i < range.end {
        i = run.mention(i, anchor, take).unwrap_or(i + 1);
    }
    i
}

impl TokenRun<'_> {
    /// Reads what begins at token `i` into `found`; the token after it, if there was something.
    fn mention(
        self,
        i: usize,
        anchor: Option<Date>,
        take: &mut impl FnMut(Mention),
    ) -> Option<usize> {
        if let Some(end) = self.nth_weekday(i, anchor, take) {
            return Some(end);
        }
        if let Some(range) = self.weekday_range(i) {
            let period = anchor.and_then(|anchor| range.period(anchor));
            self.take_relative(i..range.end, period, take);
            return Some(range.end);
        }
        if let Some(relative) = self.relative(i) {
            let start = self.start_of_day(i);
            if let Some(end) = self.dated_day(start, relative.end, anchor, take) {
                return Some(end);
            }
            let period = anchor.and_then(|anchor| relative.period(anchor));
            self.take_relative(start..relative.end, period, take);
            return Some(relative.end);
        }
        if let Some(ago) = self.ago(i) {
            let period = anchor.and_then(|anchor| ago.period(anchor));
            self.take_relative(i..ago.end, period, take);
            return Some(ago.end);
        }
        if let Some(lately) = self.lately(i) {
            let period = anchor.and_then(|anchor| lately.period(anchor));
            self.take_relative(i..lately.end, period, take);
            return Some(lately.end);
        }
        if let Some(season) = self.season(i) {
            let period = anchor.and_then(|anchor| season.period(anchor));
            self.take_relative(i..season.end, period, take);
            return Some(season.end);
        }
        if let Some(end) = self.part_or_decade(i, anchor, take) {
            return Some(end);
        }
        let spans = self.spans(i);
        let last = spans.last()?;
        // `19 أغسطس الأحد`: the weekday says no other day.
        let is_weekday = last.has_day()
            && matches!(self.meaning(last.end), Some(Meaning::Weekday(_)))
            && !self.tokens[last.end].and
            && self.gap_is(last.end, "(");
        let end = last.end + usize::from(is_weekday);
        for span in &spans {
            self.add(span, span.start, anchor, take);
        }
        Some(end)
    }

    /// Takes what counts from the article's day, if that is known.
    fn take_relative(
        self,
        tokens: Range<usize>,
        period: Option<Period>,
        take: &mut impl FnMut(Mention),
    ) {
        if let Some(period) = period {
            take(Mention {
                range: self.bytes(tokens.start, tokens.end),
                readings: vec![period],
                rule: DateRule::Relative,
            });
        }
    }

    /// The date after a weekday, the weekday included.
    fn dated_day(
        self,
        start: usize,
        after: usize,
        anchor: Option<Date>,
        take: &mut impl FnMut(Mention),
    ) -> Option<usize> {
        let said = self.is(after, Meaning::Equals) || self.is(after, Meaning::Dated);
        let at = after + usize::from(said);
        if !self.gap_is(after, "(),،-/:") || !self.gap_is(at, "(),،-/:") {
            return None;
        }
        let spans = self.spans(at);
        let (first, last) = (spans.first()?, spans.last()?);
        if !first.has_day() {
            return None;
        }
        for (i, span) in spans.iter().enumerate() {
            self.add(span, if i == 0 { start } else { span.start }, anchor, take);
        }
        Some(last.end)
    }

    /// Where the words begin that belong to the day at `i`: `يوم أمس`.
    fn start_of_day(self, i: usize) -> usize {
        let is_day = i > 0 && self.is(i - 1, Meaning::DayWord) && self.gap_is(i, "");
        i - usize::from(is_day)
    }

    fn add(self, span: &Span, start: usize, anchor: Option<Date>, take: &mut impl FnMut(Mention)) {
        let is_name = self.is_name(span.start) || self.is_quoted(span.start, span.end);
        if span.lacks_year() && is_name {
            return;
        }
        let since = start > 0 && self.is(start - 1, Meaning::Since) && self.gap_is(start, "");
        let readings = if span.lacks_year() && since {
            span.nearest(When::Gone).readings(anchor)
        } else if span.lacks_year() && self.is_to_come(start, span.end) {
            span.nearest(When::Coming).readings(anchor)
        } else {
            span.readings(anchor)
        };
        if !readings.is_empty() {
            take(Mention {
                range: self.bytes(start, span.end),
                readings,
                rule: span.rule(),
            });
        }
    }

    /// Whether the day at `i` is the name of something: `ثورة 25 يناير`.
    fn is_name(self, i: usize) -> bool {
        i > 0 && self.is(i - 1, Meaning::NamedAfter) && self.gap_is(i, "(«\"")
    }

    /// The bytes of the tokens from `start` to before `end`, with the bracket that one of them opens.
    pub(super) fn bytes(self, start: usize, end: usize) -> Range<usize> {
        let range = self.tokens[start].range.start..self.tokens[end - 1].range.end;
        let inside = &self.text[range.clone()];
        let is_open = inside.matches('(').count() > inside.matches(')').count();
        let closes = is_open && self.text[range.end..].starts_with(')');
        range.start..range.end + usize::from(closes)
    }
}
