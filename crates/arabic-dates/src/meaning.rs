//! What the words of dates mean, with the table of them.

use arabic_text::months::{Calendar, Month};

/// What a word may be in a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    Number {
        value: u32,
        digits: u8,
    },
    Month(Month),
    /// Days since Monday.
    Weekday(i8),
    /// `الأول`, 1, to `العاشر`, 10, and the tens 20 and 30.
    Ordinal(i8),
    /// `عشر` after an ordinal.
    Teen,
    /// `فاتح`, `غرة`: the first of a month.
    FirstDay,
    /// `هـ`, `ميلادية`.
    Era(Calendar),
    /// `عام`, `سنة`.
    YearWord,
    /// `عامي`, `الأعوام`: years follow, but it is none of itself.
    YearsWord,
    /// `شهر`.
    MonthWord,
    /// `يوم`.
    DayWord,
    Today,
    Tomorrow,
    DayAfterTomorrow,
    Yesterday,
    DayBeforeYesterday,
    /// `صباح`, `مساء`.
    PartOfDay,
    /// `الماضي`.
    Past,
    /// `المقبل`.
    Next,
    /// `قبل الماضي`.
    PastButOne,
    /// `بعد المقبل`.
    NextButOne,
    /// `الجاري`.
    Current,
    /// `هذا`.
    This,
    /// `نفسه`, `كل`: the year is that of another date, or any.
    OtherYear,
    From,
    To,
    Between,
    And,
    /// `الموافق`.
    Equals,
    /// `في`, `منذ`, `صيف`: a number after it may be a year.
    BeforeYear,
    /// `قبل`: so long before the day of the article.
    Before,
    /// `بعد`: so long after it.
    After,
    /// `منذ`: the same, or a number after it may be a year.
    Since,
    /// `الخريف`: the same, of a year that is told next to the article's; `الربيع` and `الصيف` are Libyan months, too.
    TheSeason(i8),
    /// `صيف`: the months that it begins with, of a year after it.
    Season(i8),
    /// `ثلاثة`, 3, `عشرين`, 20, `ألفين`, 2000: part of a number in words.
    Cardinal(u16),
    /// `أسبوع`.
    WeekWord,
    /// `أيام`, `أشهر`: what is counted.
    Units(Unit),
    /// `يومين`: two of them.
    Dual(Unit),
    /// `الأيام`.
    TheUnits(Unit),
    /// `اليومين`.
    TheDual(Unit),
    /// `الثلاثة`, 3, to 10.
    TheCardinal(u8),
    /// `المالي`, `الدراسي`: between the word for year and its number.
    YearKind,
    /// `العشر الأواخر`, 3: ten days of a month.
    TenDays(i8),
    /// `النصف`, 2, `الثلث`, 3, `الربع`, 4: the part of a month or year that an ordinal after it names.
    PartOf(i8),
    /// `الأخير`.
    Last,
    /// `التسعينيات`, 9.
    Decade(i8),
    /// `القرن`.
    CenturyWord,
    /// `بتاريخ`, `المؤرخ`.
    Dated,
    /// `ثورة`, `مدينة`: the day after it is a name.
    NamedAfter,
    /// `صلاة`: the weekday after it is no date.
    NoWeekday,
    /// `في بيان له`: what follows is when.
    Statement,
    /// `أن`: what was said `اليوم` follows.
    That,
    /// The first word of a name of several, and nothing alone.
    Head,
}

/// What time is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    Day,
    Week,
    Month,
    Year,
}

#[allow(clippy::enum_glob_use)] // the table below names nearly all
use Meaning::*;

/// The words of each meaning, folded, with a comma between.
pub(super) const WORDS: &[(Meaning, &str)] = &[
    (Ordinal(1), "الاول,الاولي,الحادي,اول"),
    (Ordinal(2), "الثاني,الثانيه"),
    (Ordinal(3), "الثالث"),
    (Ordinal(4), "الرابع"),
    (Ordinal(5), "الخامس"),
    (Ordinal(6), "السادس"),
    (Ordinal(7), "السابع"),
    (Ordinal(8), "الثامن"),
    (Ordinal(9), "التاسع"),
    (Ordinal(10), "العاشر"),
    (Ordinal(20), "العشرين,العشرون"),
    (Ordinal(30), "الثلاثين,الثلاثون"),
    (Teen, "عشر,عشره"),
    (FirstDay, "فاتح,غره"),
    (Era(Calendar::Hijri), "ه,هجري,هجريه,هجريا,للهجره,الهجري"),
    (
        Era(Calendar::Gregorian),
        "م,ء,ميلادي,ميلاديه,ميلاديا,للميلاد,الميلادي",
    ),
    (YearWord, "عام,سنه,العام,السنه,لعام,بعام,عاما,لسنه,بسنه"),
    (YearsWord, "عامي,سنتي,الاعوام,السنوات,اعوام,سنوات"),
    (MonthWord, "شهر,الشهر,شهري,لشهر,بشهر"),
    (DayWord, "يوم,يومي,ليوم,بيوم"),
    (Today, "اليوم"),
    (Tomorrow, "غدا,غد"),
    (DayAfterTomorrow, "بعد غد"),
    (Yesterday, "امس,البارحه,الليله الماضيه,الليله الفايته"),
    (
        DayBeforeYesterday,
        "اول امس,اول من امس,امس الاول,قبل امس,البارحه الاولي,اول البارحه",
    ),
    (
        PartOfDay,
        "صباح,مساء,فجر,ظهر,عصر,ليل,ليله,عشيه,ضحي,مغرب,نهار,صبيحه",
    ),
    (
        Past,
        "الماضي,الماضيه,الماضيين,المنصرم,المنصرمه,الفايت,الفايته,المنقضي,المنقضيه",
    ),
    (
        Next,
        "المقبل,المقبله,المقبلين,القادم,القادمه,القادمين,الاتي,الاتيه",
    ),
    (PastButOne, "قبل الماضي,قبل الماضيه"),
    (NextButOne, "بعد المقبل,بعد المقبله,بعد القادم,بعد القادمه"),
    (Current, "الجاري,الجاريه,الحالي,الحاليه,الحاليين"),
    (This, "هذا,هذه,لهذا,لهذه,بهذا,بهذه"),
    (OtherYear, "نفس,نفسه,ذاته,كل"),
    (From, "من"),
    (To, "الي,حتي,لغايه,وحتي,والي,الي غايه"),
    (Statement, "بيان,تصريح,تصريحات,له,لها,لهم,صحفي,صحافي"),
    (That, "ان,انه,انها,انهم,بان"),
    (Between, "بين"),
    (And, "و"),
    (Equals, "الموافق,موافق,المصادف,الموافقه,يوافق,الموافقل"),
    (
        BeforeYear,
        "في,خلال,شتاء,مطلع,منتصف,نهايه,بدايه,اواخر,اوايل,موسم,مونديال,بحلول,اولمبياد,انتخابات,موازنه,ميزانيه",
    ),
    (Before, "قبل"),
    (After, "بعد"),
    (Since, "منذ,مذ"),
    (TheSeason(9), "الخريف"),
    (Season(3), "ربيع"),
    (Season(6), "صيف"),
    (Season(9), "خريف"),
    (Cardinal(1), "واحد,واحده,احد,احدي"),
    (
        Cardinal(2),
        "اثنان,اثنين,اثنتان,اثنتين,اثنا,اثني,اثنتا,اثنتي",
    ),
    (Cardinal(3), "ثلاث,ثلاثه"),
    (Cardinal(4), "اربع,اربعه"),
    (Cardinal(5), "خمس,خمسه"),
    (Cardinal(6), "ست,سته"),
    (Cardinal(7), "سبع,سبعه"),
    (Cardinal(8), "ثمان,ثماني,ثمانيه"),
    (Cardinal(9), "تسع,تسعه"),
    (Cardinal(20), "عشرون,عشرين"),
    (Cardinal(30), "ثلاثون,ثلاثين"),
    (Cardinal(40), "اربعون,اربعين"),
    (Cardinal(50), "خمسون,خمسين"),
    (Cardinal(60), "ستون,ستين"),
    (Cardinal(70), "سبعون,سبعين"),
    (Cardinal(80), "ثمانون,ثمانين"),
    (Cardinal(90), "تسعون,تسعين"),
    (Cardinal(100), "ميه,مايه"),
    (
        Cardinal(200),
        "ميتان,ميتين,مايتان,مايتين,ميتا,ميتي,مايتا,مايتي",
    ),
    (Cardinal(300), "ثلاثميه,ثلاثمايه"),
    (Cardinal(400), "اربعميه,اربعمايه"),
    (Cardinal(500), "خمسميه,خمسمايه"),
    (Cardinal(600), "ستميه,ستمايه"),
    (Cardinal(700), "سبعميه,سبعمايه"),
    (Cardinal(800), "ثمانميه,ثمانمايه,ثمانيميه,ثمانيمايه"),
    (Cardinal(900), "تسعميه,تسعمايه"),
    (Cardinal(1000), "الف"),
    (Cardinal(2000), "الفان,الفين"),
    (WeekWord, "اسبوع,الاسبوع,اسبوعا"),
    (Units(Unit::Day), "ايام,يوما"),
    (Units(Unit::Week), "اسابيع"),
    (Units(Unit::Month), "اشهر,شهور,شهرا"),
    (Dual(Unit::Day), "يومين,يومان"),
    (Dual(Unit::Week), "اسبوعين,اسبوعان"),
    (Dual(Unit::Month), "شهرين,شهران"),
    (Dual(Unit::Year), "عامين,عامان,سنتين,سنتان"),
    (TheUnits(Unit::Day), "الايام"),
    (TheUnits(Unit::Week), "الاسابيع"),
    (TheUnits(Unit::Month), "الاشهر,الشهور"),
    (TheDual(Unit::Day), "اليومين"),
    (TheDual(Unit::Week), "الاسبوعين"),
    (TheDual(Unit::Month), "الشهرين"),
    (TheDual(Unit::Year), "العامين,السنتين"),
    (TheCardinal(3), "الثلاث,الثلاثه"),
    (TheCardinal(4), "الاربع,الاربعه"),
    (TheCardinal(5), "الخمس,الخمسه"),
    (TheCardinal(6), "الست,السته"),
    (TheCardinal(7), "السبع,السبعه"),
    (TheCardinal(8), "الثماني,الثمانيه"),
    (TheCardinal(9), "التسع,التسعه"),
    (TheCardinal(10), "العشر,العشره"),
    (YearKind, "المالي,الماليه,الدراسي,الدراسيه,الجامعي"),
    (TenDays(1), "العشر الاول,العشر الاوايل"),
    (TenDays(2), "العشر الاواسط,العشر الاوسط"),
    (TenDays(3), "العشر الاواخر"),
    (PartOf(2), "النصف"),
    (PartOf(3), "الثلث"),
    (PartOf(4), "الربع"),
    (Last, "الاخير,الاخيره,الاخيرين"),
    (Decade(2), "العشرينيات,العشرينات,عشرينيات,عشرينات"),
    (Decade(3), "الثلاثينيات,الثلاثينات,ثلاثينيات,ثلاثينات"),
    (Decade(4), "الاربعينيات,الاربعينات,اربعينيات,اربعينات"),
    (Decade(5), "الخمسينيات,الخمسينات,خمسينيات,خمسينات"),
    (Decade(6), "الستينيات,الستينات,ستينيات,ستينات"),
    (Decade(7), "السبعينيات,السبعينات,سبعينيات,سبعينات"),
    (Decade(8), "الثمانينيات,الثمانينات,ثمانينيات,ثمانينات"),
    (Decade(9), "التسعينيات,التسعينات,تسعينيات,تسعينات"),
    (CenturyWord, "القرن"),
    (Dated, "بتاريخ,تاريخ,المورخ,المورخه,مورخ,وتاريخ"),
    (
        NamedAfter,
        "ثوره,ثورتي,مدينه,هجمات,احداث,اعتداءات,حركه,ميدان,شارع,جسر,كوبري,صحيفه,موقع,حزب,ملعب,استاد,انتفاضه,جامعه,تحالف,مستشفي,جريده,قوي,معركه,حرب,فريق,فريقي",
    ),
    (
        NoWeekday,
        "صلاه,صلاتي,صلوات,خطبه,خطب,لخطب,خطبتي,دور,خطيب,خطباء,كل,كتاب,جمعه,يومي,مسجد,جامع,سوق,سوره",
    ),
];
