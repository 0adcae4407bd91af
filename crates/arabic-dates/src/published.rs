//! The day an article was published, and what tells so.
//!
//! What the input says comes first, then the dateline, then a line of the text that holds little but
//! a date or says what date it is. A date of the running text is never taken for it: most articles
//! without any of these say only `اليوم الثلاثاء`, and have no day.

use std::ops::Range;

use jiff::civil::Date;

use arabic_text::fold::fold_chars;
use arabic_text::words;

use super::field::PUBLISHED_YEARS;
use super::mentions::each_mention;
use super::period::{DateRule, Mention};

/// What tells the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PublishedBy {
    /// A field beside the text.
    Metadata,
    /// The dateline.
    Dateline,
    /// A line of the text.
    Text,
}

impl PublishedBy {
    /// Its name in outputs.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Metadata => "metadata",
            Self::Dateline => "dateline",
            Self::Text => "text",
        }
    }
}

/// The day an article was published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Published {
    /// The day.
    pub date: Date,
    /// What tells so.
    pub by: PublishedBy,
    /// Where in the text, in bytes; none if it is not in the text.
    pub range: Option<Range<usize>>,
}

/// So many lines with words, from the top and from the end, may be the line of a date.
const LINES_AT_AN_END: usize = 6;
/// So many words may stand on that line besides the date: a place, a source, a time.
const MOST_WORDS_BESIDE: usize = 3;
/// And so many where the line begins by saying what date it is; one that speaks of another article
/// (`إشارة إلى ما نشر في صحيفتكم`) does not begin so, or goes on.
const MOST_WORDS_OF_A_SAYING: usize = 12;
/// How a line says that its date is the one of publishing, folded.
const SAYINGS: &[&str] = &[
    "تاريخ النشر",
    "نشر في",
    "نشر بتاريخ",
    "نشر يوم",
    "نشرت في",
    "تم النشر",
    "اخر تحديث",
    "اخر تعديل",
    "تاريخ التحديث",
    "تاريخ الخبر",
    "حرر في",
];

/// The day the article was published: that of its `metadata`, else a full date in one of the
/// `datelines` (byte ranges of `text`), else one of a line of `text` that is there for it.
///
/// ```
/// use arabic_dates::{PublishedBy, published};
/// use jiff::civil::date;
///
/// let text = "بوتين يجري محادثات\n\n١٢ مارس ٢٠٢١\n\nأجرى الرئيس محادثات هاتفية.";
/// let found = published(None, &[], text).unwrap();
/// assert_eq!((found.date, found.by), (date(2021, 3, 12), PublishedBy::Text));
/// assert!(published(None, &[], "قال اليوم الثلاثاء إن الأمر كذلك.").is_none());
/// ```
#[must_use]
pub fn published(
    metadata: Option<Date>,
    datelines: &[Range<usize>],
    text: &str,
) -> Option<Published> {
    if let Some(date) = metadata {
        return Some(Published {
            date,
            by: PublishedBy::Metadata,
            range: None,
        });
    }
    let in_dateline = || {
        let in_one = |range: &Range<usize>| recent_date(text.get(range.clone())?, range.start);
        datelines.iter().find_map(in_one)
    };
    let with = |by| {
        move |(date, range)| Published {
            date,
            by,
            range: Some(range),
        }
    };
    in_dateline()
        .map(with(PublishedBy::Dateline))
        .or_else(|| date_line(text).map(with(PublishedBy::Text)))
}

/// The only full date of `part`, which begins at byte `offset`.
pub(super) fn full_date(part: &str, offset: usize) -> Option<(Date, Range<usize>)> {
    let mut found: Option<(Date, Range<usize>)> = None;
    let mut is_only = true;
    each_mention(part, None, |mention| {
        let Some((date, range)) = full_day(mention) else {
            return;
        };
        match &found {
            Some((first, _)) => is_only &= *first == date,
            None => found = Some((date, range)),
        }
    });
    let (date, range) = found.filter(|_| is_only)?;
    Some((date, range.start + offset..range.end + offset))
}

/// The same if an article may have been published then.
fn recent_date(part: &str, offset: usize) -> Option<(Date, Range<usize>)> {
    full_date(part, offset).filter(|(date, _)| PUBLISHED_YEARS.contains(&date.year()))
}

/// The day of a mention that says day, month and year, and only one such.
fn full_day(mention: Mention) -> Option<(Date, Range<usize>)> {
    let says_all = !matches!(
        mention.rule,
        DateRule::Inferred | DateRule::Relative | DateRule::Range
    );
    match &mention.readings[..] {
        [period] if period.is_day() && says_all => Some((period.first, mention.range)),
        _ => None,
    }
}

/// The first line near either end of `text` that is there for its date.
fn date_line(text: &str) -> Option<(Date, Range<usize>)> {
    let top: Vec<Range<usize>> = lines(text).take(LINES_AT_AN_END).collect();
    let is_below_top = |line: &Range<usize>| top.last().is_some_and(|last| line.start > last.start);
    let end = lines(text).rev().take_while(is_below_top);
    let mut end: Vec<Range<usize>> = end.take(LINES_AT_AN_END).collect();
    end.reverse();
    top.into_iter().chain(end).find_map(|line| {
        let part = &text[line.clone()];
        let (date, range) = recent_date(part, line.start)?;
        let opening = opening_words(part);
        let says_so = SAYINGS.iter().any(|saying| opening.starts_with(saying));
        let most = if says_so {
            MOST_WORDS_OF_A_SAYING
        } else {
            MOST_WORDS_BESIDE
        };
        let beside = words(&text[line.start..range.start]).take(most + 1).count()
            + words(&text[range.end..line.end]).take(most + 1).count();
        (beside <= most).then_some((date, range))
    })
}

/// The folded beginning of `line`, from its first letter on.
fn opening_words(line: &str) -> String {
    const LONGEST_SAYING: usize = 20;
    let folded = fold_chars(line).map(|folded| folded.char);
    let opening = folded.skip_while(|c| !c.is_alphabetic());
    opening.take(LONGEST_SAYING).collect()
}

/// The lines of `text` that are not blank.
fn lines(text: &str) -> impl DoubleEndedIterator<Item = Range<usize>> {
    let start = |line: &str| line.as_ptr().addr() - text.as_ptr().addr();
    text.split('\n')
        .filter(|line| !line.trim().is_empty())
        .map(move |line| start(line)..start(line) + line.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn the_first_that_tells_it_wins() {
        let text = "(وكالة - 17 نوفمبر 2021ء) أعلن بيسكوف";
        let dateline = 0..text.find(')').unwrap();
        let by = |metadata, datelines: &[Range<usize>]| {
            published(metadata, datelines, text).map(|found| (found.date, found.by))
        };
        assert_eq!(
            by(Some(date(2021, 11, 18)), std::slice::from_ref(&dateline)),
            Some((date(2021, 11, 18), PublishedBy::Metadata))
        );
        assert_eq!(
            by(None, &[dateline]),
            Some((date(2021, 11, 17), PublishedBy::Dateline))
        );
    }

    #[test]
    fn a_line_of_its_own_tells_and_the_running_text_does_not() {
        for (text, expected) in [
            (
                "عنوان\nالخميس 12 مارس 2020 - 10:30\nنص",
                Some(date(2020, 3, 12)),
            ),
            (
                "عنوان\nنص\nتاريخ النشر: 12/3/2020 في قسم الأخبار العربية",
                Some(date(2020, 3, 12)),
            ),
            ("عنوان\nآخر تحديث ١٢ مارس ٢٠٢٠", Some(date(2020, 3, 12))),
            (
                "عنوان\nوقع الرئيسان في 9 نوفمبر 2020 وثيقة تقضي بوقف النار",
                None,
            ),
            (
                "عنوان\nإشارة إلى ما نشر في صحيفتكم بتاريخ 12/3/2020 تحت عنوان الجسور",
                None,
            ),
            ("عنوان\n12 مارس\nنص", None),
            ("عنوان\nمارس 2020\nنص", None),
            ("", None),
        ] {
            let found = published(None, &[], text);
            assert_eq!(found.map(|found| found.date), expected, "{text}");
        }
    }
}
