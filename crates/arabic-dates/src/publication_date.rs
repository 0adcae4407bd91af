//! The day an article was published, and where that was found.
//!
//! What the input says comes first, then the dateline, then a line of the text that holds little but
//! a date or says what date it is. A date of the running text is never taken for it: most articles
//! without any of these say only `اليوم الثلاثاء`, and have no day.

use std::ops::Range;

use jiff::civil::Date;

use super::date_line::{date_line, of_datelines};

/// Where a [`PublicationDate`] was found.
///
/// ```
/// use arabic_dates::{DateSource, publication_date};
/// let text = "باكو، 12 مارس 2021. أعلن المتحدث";
/// let found = publication_date(None, &[0..text.find('.').unwrap()], text).unwrap();
/// assert_eq!(found.source, DateSource::Dateline);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub enum DateSource {
    /// A field beside the text.
    Metadata,
    /// The dateline.
    Dateline,
    /// A line of the text.
    Text,
}

impl DateSource {
    /// Its name in English; stable, for JSON.
    ///
    /// ```
    /// assert_eq!(arabic_dates::DateSource::Dateline.name(), "dateline");
    /// ```
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Metadata => "metadata",
            Self::Dateline => "dateline",
            Self::Text => "text",
        }
    }
}

/// The day an article was published; see [`publication_date`].
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct PublicationDate {
    /// The day.
    pub date: Date,
    /// Where it was found.
    pub source: DateSource,
    /// Its byte range in the text; `None` if it is not in the text.
    pub range: Option<Range<usize>>,
}

impl PublicationDate {
    /// A date that is already known, as when it was stored.
    ///
    /// ```
    /// use arabic_dates::{DateSource, PublicationDate};
    /// use jiff::civil::date;
    /// let known = PublicationDate::new(date(2021, 3, 12), DateSource::Metadata, None);
    /// assert_eq!(known.date.year(), 2021);
    /// ```
    #[must_use]
    pub fn new(date: Date, source: DateSource, range: Option<Range<usize>>) -> Self {
        Self {
            date,
            source,
            range,
        }
    }
}

/// The day the article was published: that of its `metadata`, else a full date in one of the
/// `datelines` (byte ranges of `text`), else one of a line of `text` that is there for it.
///
/// ```
/// use arabic_dates::{DateSource, publication_date};
/// use jiff::civil::date;
///
/// let text = "بوتين يجري محادثات\n\n١٢ مارس ٢٠٢١\n\nأجرى الرئيس محادثات هاتفية.";
/// let found = publication_date(None, &[], text).unwrap();
/// assert_eq!((found.date, found.source), (date(2021, 3, 12), DateSource::Text));
/// assert!(publication_date(None, &[], "قال اليوم الثلاثاء إن الأمر كذلك.").is_none());
/// ```
#[must_use]
pub fn publication_date(
    metadata: Option<Date>,
    datelines: &[Range<usize>],
    text: &str,
) -> Option<PublicationDate> {
    if let Some(date) = metadata {
        return Some(PublicationDate::new(date, DateSource::Metadata, None));
    }
    let with = |source| move |(date, range)| PublicationDate::new(date, source, Some(range));
    of_datelines(text, datelines)
        .map(with(DateSource::Dateline))
        .or_else(|| date_line(text).map(with(DateSource::Text)))
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
            publication_date(metadata, datelines, text).map(|found| (found.date, found.source))
        };
        assert_eq!(
            by(Some(date(2021, 11, 18)), std::slice::from_ref(&dateline)),
            Some((date(2021, 11, 18), DateSource::Metadata))
        );
        assert_eq!(
            by(None, &[dateline]),
            Some((date(2021, 11, 17), DateSource::Dateline))
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
                "عنوان\nآخر تحديث: 14 مارس 2020 | 10:00 نشر: 12 مارس 2020 | 09:00\nنص",
                Some(date(2020, 3, 12)),
            ),
            (
                "عنوان\nنُشر في: 12 مارس 2020 - آخر تحديث: 14 مارس 2020\nنص",
                Some(date(2020, 3, 12)),
            ),
            (
                "عنوان\nتم التحديث: 14/3/2020\nتم النشر: 12/3/2020\nنص",
                Some(date(2020, 3, 12)),
            ),
            (
                "عنوان\nUpdated: 14 March 2020\nPublished: 12 March 2020\nنص",
                Some(date(2020, 3, 12)),
            ),
            (
                "عنوان\nآخر تحديث 14 مارس 2020\n12 مارس 2020\nنص",
                Some(date(2020, 3, 12)),
            ),
            (
                "عنوان\n١٢\u{200F}/٣\u{200F}/٢٠٢٠\nنص",
                Some(date(2020, 3, 12)),
            ),
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
            let found = publication_date(None, &[], text);
            assert_eq!(found.map(|found| found.date), expected, "{text}");
        }
    }
}
