//! Months and weekdays as papers name them.
//!
//! Four families of names for the same twelve months stand side by side in Arabic news, often two at
//! once (`سبتمبر/أيلول`): Latin ones (Egypt, the Gulf; other spellings in the Maghreb), Syriac ones (the
//! Levant, Iraq), those of Libya before 2011, and English. The Hijri months are another calendar.
//!
//! Data with a lookup of folded forms. Many names are also words or names of people (`آب`, `مارس`, `رجب`);
//! [`Certainty`] says how much context one needs to be a month.

/// A calendar.
///
/// ```
/// use arabic_text::months::{Calendar, month};
/// assert_eq!(month("رمضان").unwrap().calendar(), Calendar::Hijri);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Calendar {
    /// The common one, `م`.
    Gregorian,
    /// The lunar one, `هـ`.
    Hijri,
}

/// Where a name comes from. Two names of one month beside each other are of different families.
///
/// ```
/// use arabic_text::months::{Family, month};
/// assert_eq!(month("ايلول").unwrap().family, Family::Syriac);
/// assert_eq!(month("شتنبر").unwrap().family, Family::Latin);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub enum Family {
    /// `سبتمبر`, in the Maghreb also `شتنبر`.
    Latin,
    /// `أيلول`.
    Syriac,
    /// `الفاتح`, in Libya until 2011.
    Libyan,
    /// `September`.
    English,
    /// `رمضان`.
    Hijri,
}

/// How sure a name alone is to mean a month.
///
/// ```
/// use arabic_text::months::{Certainty, month};
/// assert_eq!(month("سبتمبر").unwrap().certainty, Certainty::Sure);
/// assert_eq!(month("مارس").unwrap().certainty, Certainty::Doubtful); // also "he practised"
/// assert_eq!(month("ناصر").unwrap().certainty, Certainty::Rare); // nearly always a person
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Certainty {
    /// It means nothing else.
    Sure,
    /// Also a word or a person: it takes a day, a year, a second name or `شهر` beside it.
    Doubtful,
    /// Nearly always a word: it takes a day and a year, or `شهر` and a year.
    Rare,
}

/// The month that a name stands for; see [`month`].
///
/// ```
/// let month = arabic_text::months::month("تموز").unwrap();
/// assert_eq!(month.number, 7);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Month {
    /// From 1 to 12.
    pub number: i8,
    /// Where the name comes from.
    pub family: Family,
    /// How sure the name alone is.
    pub certainty: Certainty,
}

impl Month {
    /// The calendar of the name's family.
    ///
    /// ```
    /// use arabic_text::months::{Calendar, month};
    /// assert_eq!(month("رجب").unwrap().calendar(), Calendar::Hijri);
    /// ```
    #[must_use]
    pub fn calendar(self) -> Calendar {
        match self.family {
            Family::Hijri => Calendar::Hijri,
            _ => Calendar::Gregorian,
        }
    }
}

use Certainty::{Doubtful, Rare, Sure};
use Family::{English, Hijri, Latin, Libyan, Syriac};

/// A month's number, and its names of one family and certainty, folded, with a comma between.
type Row = (i8, Family, Certainty, &'static str);

const ROWS: &[Row] = &[
    (1, Latin, Sure, "يناير,جانفي,ينار"),
    (2, Latin, Sure, "فبراير,فيفري,فبرير"),
    (3, Latin, Doubtful, "مارس"),
    (4, Latin, Sure, "ابريل,افريل"),
    (5, Latin, Sure, "مايو"),
    (5, Latin, Doubtful, "ماي,مايس"),
    (6, Latin, Sure, "يونيو,يونيه"),
    (6, Latin, Doubtful, "جوان"),
    (7, Latin, Sure, "يوليو,يوليه,يوليوز,جويليه"),
    (8, Latin, Sure, "اغسطس,اغشت,اغسطوس"),
    (8, Latin, Doubtful, "غشت,اوت"),
    (9, Latin, Sure, "سبتمبر,شتنبر,شتمبر,سبتنبر,سيبتمبر"),
    (10, Latin, Sure, "اكتوبر,اوكتوبر"),
    (11, Latin, Sure, "نوفمبر,نونبر,نوفنبر"),
    (12, Latin, Sure, "ديسمبر,دجنبر,دجمبر,دسمبر"),
    (1, Syriac, Sure, "كانون الثاني,كانون ثاني,كانون ثان"),
    (2, Syriac, Sure, "شباط"),
    (3, Syriac, Sure, "اذار"),
    (4, Syriac, Doubtful, "نيسان"),
    (5, Syriac, Sure, "ايار"),
    (6, Syriac, Sure, "حزيران"),
    (7, Syriac, Sure, "تموز"),
    (8, Syriac, Doubtful, "اب"),
    (9, Syriac, Sure, "ايلول"),
    (10, Syriac, Sure, "تشرين الاول,تشرين اول"),
    (11, Syriac, Sure, "تشرين الثاني,تشرين ثاني,تشرين ثان"),
    (12, Syriac, Sure, "كانون الاول,كانون اول"),
    (1, Libyan, Rare, "اي النار"),
    (2, Libyan, Rare, "النوار"),
    (3, Libyan, Rare, "الربيع"),
    (4, Libyan, Rare, "الطير"),
    (5, Libyan, Rare, "الماء"),
    (6, Libyan, Rare, "الصيف"),
    (7, Libyan, Rare, "ناصر"),
    (8, Libyan, Rare, "هانيبال"),
    (9, Libyan, Rare, "الفاتح"),
    (10, Libyan, Rare, "التمور"),
    (11, Libyan, Rare, "الحرث"),
    (12, Libyan, Rare, "الكانون"),
    (1, English, Doubtful, "january,jan"),
    (2, English, Doubtful, "february,feb"),
    (3, English, Rare, "march,mar"),
    (4, English, Doubtful, "april,apr"),
    (5, English, Rare, "may"),
    (6, English, Doubtful, "june,jun"),
    (7, English, Doubtful, "july,jul"),
    (8, English, Doubtful, "august,aug"),
    (9, English, Doubtful, "september,sep,sept"),
    (10, English, Doubtful, "october,oct"),
    (11, English, Doubtful, "november,nov"),
    (12, English, Doubtful, "december,dec"),
    (1, Hijri, Doubtful, "محرم,المحرم,محرم الحرام"),
    (2, Hijri, Rare, "صفر"),
    (2, Hijri, Doubtful, "صفر الخير,صفر المظفر"),
    (3, Hijri, Sure, "ربيع الاول,ربيع اول"),
    (4, Hijri, Sure, "ربيع الثاني,ربيع الاخر,ربيع ثاني"),
    (
        5,
        Hijri,
        Sure,
        "جمادي الاولي,جمادي الاول,جماد الاول,جماد الاولي",
    ),
    (
        6,
        Hijri,
        Sure,
        "جمادي الاخره,جمادي الثانيه,جمادي الاخر,جمادي الثاني,جماد الثاني,جماد الاخر,جماد الاخره",
    ),
    (7, Hijri, Doubtful, "رجب"),
    (8, Hijri, Doubtful, "شعبان"),
    (9, Hijri, Doubtful, "رمضان,رمضان المبارك"),
    (10, Hijri, Doubtful, "شوال"),
    (
        11,
        Hijri,
        Sure,
        "ذو القعده,ذي القعده,ذوالقعده,ذيالقعده,ذا القعده,ذو قعده,ذي قعده",
    ),
    (
        12,
        Hijri,
        Sure,
        "ذو الحجه,ذي الحجه,ذوالحجه,ذيالحجه,ذا الحجه,ذو حجه,ذي حجه",
    ),
];

/// Weekdays, Monday first, as jiff counts them.
const WEEKDAYS: [&str; 7] = [
    "الاثنين,الاتنين",
    "الثلاثاء,الثلثاء,الثلاثا",
    "الاربعاء,الاربعا",
    "الخميس",
    "الجمعه",
    "السبت",
    "الاحد",
];

/// All names of months with what they stand for; some are of two words, with a space between.
///
/// ```
/// use arabic_text::months::months;
/// let september: Vec<_> = months().filter(|(_, month)| month.number == 9).collect();
/// assert!(september.iter().any(|(name, _)| *name == "ايلول"));
/// ```
pub fn months() -> impl Iterator<Item = (&'static str, Month)> {
    ROWS.iter().flat_map(|&(number, family, certainty, names)| {
        let month = Month {
            number,
            family,
            certainty,
        };
        names.split(',').map(move |name| (name, month))
    })
}

/// The month that a folded name means.
///
/// ```
/// use arabic_text::{fold, months::month};
/// assert_eq!(month(&fold("أيلول")).unwrap().number, 9);
/// assert_eq!(month(&fold("ذو الحجة")).unwrap().number, 12);
/// assert!(month("تشرين").is_none()); // which of the two?
/// ```
#[must_use]
pub fn month(folded: &str) -> Option<Month> {
    months()
        .find(|(name, _)| *name == folded)
        .map(|(_, month)| month)
}

/// All names of weekdays, each with the days since Monday.
///
/// ```
/// use arabic_text::months::weekdays;
/// assert!(weekdays().any(|day| day == ("الجمعه", 4)));
/// ```
pub fn weekdays() -> impl Iterator<Item = (&'static str, i8)> {
    (0..)
        .zip(WEEKDAYS)
        .flat_map(|(day, names)| names.split(',').map(move |name| (name, day)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fold;
    use std::collections::HashSet;

    #[test]
    fn names_are_folded_and_stand_once() {
        let names: Vec<&str> = months()
            .map(|(name, _)| name)
            .chain(weekdays().map(|(name, _)| name))
            .collect();
        for name in &names {
            assert_eq!(fold(name), *name);
        }
        assert_eq!(names.iter().collect::<HashSet<_>>().len(), names.len());
    }

    #[test]
    fn every_region_is_there() {
        for (number, names) in [
            (1, "يناير جانفي كانون_الثاني"),
            (2, "فبراير فيفري شباط"),
            (3, "مارس آذار"),
            (4, "أبريل أفريل نيسان إبريل ابريل"),
            (5, "مايو ماي أيار"),
            (6, "يونيو جوان حزيران يونيه يونية"),
            (7, "يوليو جويلية تموز يوليوز يوليه"),
            (8, "أغسطس أوت آب غشت أغشت اغسطس"),
            (9, "سبتمبر أيلول شتنبر شتمبر"),
            (10, "أكتوبر تشرين_الأول تشرين_اول"),
            (11, "نوفمبر تشرين_الثاني نونبر"),
            (12, "ديسمبر كانون_الأول دجنبر دجمبر"),
        ] {
            for name in names.split(' ') {
                let found = month(&fold(&name.replace('_', " ")));
                assert_eq!(found.map(|month| month.number), Some(number), "{name}");
            }
        }
    }
}
