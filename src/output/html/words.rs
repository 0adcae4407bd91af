//! The words of the interface in pages, in each language.
//!
//! Counts stand beside their names (`Articles: 3`), so that no word needs a plural. Knows words, not pages.

use crate::corpus::ZoneKind;
use crate::output::language::Language;
use crate::query::Rule;

/// What a page says.
#[expect(missing_docs, reason = "the English of each is its documentation")]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Word {
    Search,
    Groups,
    Kwic,
    Timeline,
    Terms,
    Collocates,
    Spellings,
    Explain,
    Copies,
    Similar,
    Article,
    SkipToResults,
    Results,
    NothingFound,
    WrittenBy,
    Articles,
    WithoutCopies,
    Shown,
    WithSomeWords,
    SomeWordsOnly,
    Elsewhere,
    Undated,
    InNoArticle,
    PerhapsMeant,
    MoreInJson,
    Score,
    Share,
    Rule,
    Zone,
    Times,
    WordOfText,
    WordOfQuery,
    Closeness,
    NoHeadline,
    Published,
    Source,
    File,
    Name,
    NotKnown,
    Matches,
    ArticlesShown,
    Before,
    Keyword,
    After,
    Step,
    AllArticles,
    PerTenThousand,
    WordItself,
    Forms,
    Here,
    OtherPlaces,
    LogLikelihood,
    LogRatio,
    LogDice,
    Near,
    OtherArticles,
    WordsHere,
    WordsElsewhere,
    Spelling,
    InAll,
    ByYear,
    BySource,
    Year,
    NoYear,
    NoSource,
    AllOf,
    OneOf,
    Not,
    Better,
    Weight,
    Counts,
    MostBetween,
    SearchedIn,
    Stories,
    FirstDay,
    Sources,
    SharedWords,
    Dates,
    Days,
    Written,
    Note,
}

impl Word {
    /// As it is said in `language`.
    #[must_use]
    pub fn say(self, language: Language) -> &'static str {
        let (english, arabic) = self.both();
        match language {
            Language::English => english,
            Language::Arabic => arabic,
        }
    }

    fn both(self) -> (&'static str, &'static str) {
        match self {
            Self::Search => ("Search", "بحث"),
            Self::Groups => ("Articles by group", "المقالات في مجموعات"),
            Self::Kwic => ("Matches in context", "المطابقات في سياقها"),
            Self::Timeline => ("Timeline", "خط زمني"),
            Self::Terms => ("Words of the articles", "كلمات المقالات"),
            Self::Collocates => ("Words near the matches", "الكلمات المجاورة"),
            Self::Spellings => ("Spellings", "صور الكتابة"),
            Self::Explain => ("What the query means", "معنى الاستعلام"),
            Self::Copies => ("Copies", "النسخ المكررة"),
            Self::Similar => ("Articles like one", "مقالات مشابهة"),
            Self::Article => ("Article", "مقال"),
            Self::SkipToResults => ("Skip to the results", "انتقل إلى النتائج"),
            Self::Results => ("Results", "النتائج"),
            Self::NothingFound => ("Nothing found", "لم يُعثر على شيء"),
            Self::WrittenBy => ("Written by", "من إعداد"),
            Self::Articles => ("Articles", "المقالات"),
            Self::WithoutCopies => ("Without copies", "دون النسخ المكررة"),
            Self::Shown => ("Shown", "المعروض"),
            Self::WithSomeWords => ("With some of the words", "فيها بعض الكلمات"),
            Self::SomeWordsOnly => (
                "No article has all the words; these have some.",
                "لا يجمع مقالٌ واحد كل الكلمات؛ في هذه المقالات بعضها.",
            ),
            Self::Elsewhere => (
                "More in links to other articles and the like",
                "غيرها في روابط مقالات أخرى ونحوها",
            ),
            Self::Undated => ("Say nowhere when they were published", "لا يُعرف تاريخ نشرها"),
            Self::InNoArticle => ("In no article", "لا ترد في أي مقال"),
            Self::PerhapsMeant => ("Perhaps this was meant", "لعل المقصود"),
            Self::MoreInJson => (
                "More, which --format json lists",
                "غيرها مما يسرده ‎--format json‎",
            ),
            Self::Score => ("Score", "الدرجة"),
            Self::Share => ("Share", "الحصة"),
            Self::Rule => ("Why", "السبب"),
            Self::Zone => ("Where", "الموضع"),
            Self::Times => ("Times", "المرات"),
            Self::WordOfText => ("In the text", "في النص"),
            Self::WordOfQuery => ("Asked for", "المطلوب"),
            Self::Closeness => (
                "Words near each other and in the lead",
                "تقارب الكلمات وورودها في مقدمة الخبر",
            ),
            Self::NoHeadline => ("(no headline)", "(بلا عنوان)"),
            Self::Published => ("Published", "تاريخ النشر"),
            Self::Source => ("Source", "المصدر"),
            Self::File => ("File", "الملف"),
            Self::Name => ("Name", "الاسم"),
            Self::NotKnown => ("(not known)", "(غير معروف)"),
            Self::Matches => ("Matches", "المطابقات"),
            Self::ArticlesShown => ("The best of them, shown here", "أفضلها، المعروض هنا"),
            Self::Before => ("Before", "قبلها"),
            Self::Keyword => ("Match", "المطابقة"),
            Self::After => ("After", "بعدها"),
            Self::Step => ("Time", "المدة"),
            Self::AllArticles => ("All articles", "كل المقالات"),
            Self::PerTenThousand => ("Of every 10,000", "من كل 10,000"),
            Self::WordItself => ("Word", "الكلمة"),
            Self::Forms => ("Forms", "صيغها"),
            Self::Here => ("Here", "هنا"),
            Self::OtherPlaces => ("Elsewhere", "في غيرها"),
            Self::LogLikelihood => ("Log-likelihood (G2)", "لوغاريتم الأرجحية (G2)"),
            Self::LogRatio => ("Log ratio", "لوغاريتم النسبة"),
            Self::LogDice => ("logDice", "logDice"),
            Self::Near => ("Near", "بالقرب"),
            Self::OtherArticles => ("Other articles", "المقالات الأخرى"),
            Self::WordsHere => ("Words in them", "كلماتها"),
            Self::WordsElsewhere => ("All other words", "سائر الكلمات"),
            Self::Spelling => ("Spelling", "الصورة"),
            Self::InAll => ("All", "المجموع"),
            Self::ByYear => ("By year", "حسب السنة"),
            Self::BySource => ("By source", "حسب المصدر"),
            Self::Year => ("Year", "السنة"),
            Self::NoYear => ("no year", "بلا سنة"),
            Self::NoSource => ("no source", "بلا مصدر"),
            Self::AllOf => ("All of", "كل ما يلي"),
            Self::OneOf => ("One of", "أحد ما يلي"),
            Self::Not => ("Not", "دون"),
            Self::Better => ("Better with", "يُفضَّل معه"),
            Self::Weight => ("Weight", "الوزن"),
            Self::Counts => ("Counts", "قيمة المرة"),
            Self::MostBetween => ("Most words between", "أقصى عدد للكلمات بينها"),
            Self::SearchedIn => ("In", "في"),
            Self::Stories => ("Stories", "الأخبار"),
            Self::FirstDay => ("First", "أولها"),
            Self::Sources => ("Sources", "المصادر"),
            Self::SharedWords => ("Shared words", "الكلمات المشتركة"),
            Self::Dates => ("Dates in the text", "التواريخ في النص"),
            Self::Days => ("Days", "الأيام"),
            Self::Written => ("As written", "كما كُتب"),
            Self::Note => ("Note", "ملاحظة"),
        }
    }
}

/// Why a word matches.
#[must_use]
pub fn rule(rule: Rule, language: Language) -> &'static str {
    let (english, arabic) = match rule {
        Rule::Written => ("as written", "كما كُتبت"),
        Rule::Folded => (
            "the same but for hamza, vowels and the like",
            "هي نفسها مع فرق في الهمزة أو التشكيل ونحوهما",
        ),
        Rule::Clitic => ("with other clitics", "بحروف متصلة أخرى"),
        Rule::Inflected => ("with another ending", "بنهاية أخرى"),
        Rule::Prefix => ("begins as asked", "تبدأ بالحروف المطلوبة"),
        Rule::Pattern => ("fits the pattern", "توافق النمط"),
        Rule::Fuzzy => ("but for one or two letters", "مع فرق حرف أو حرفين"),
        Rule::Variant => ("another spelling", "صورة أخرى لكتابة الاسم"),
        Rule::Date => ("a date of this period", "تاريخ في المدة المطلوبة"),
        Rule::Learned => (
            "another spelling, as learned from the corpus",
            "صورة أخرى لكتابة الاسم بحسب هذه النصوص",
        ),
        Rule::Similar => ("alike in its letters", "تشبهها في الحروف"),
    };
    match language {
        Language::English => english,
        Language::Arabic => arabic,
    }
}

/// The same of a rule that is known by its name.
#[must_use]
pub fn rule_of_name(name: &'static str, language: Language) -> &'static str {
    Rule::of_name(name).map_or(name, |known| rule(known, language))
}

/// Where a word stands.
#[must_use]
pub fn zone(kind: ZoneKind, language: Language) -> &'static str {
    match (language, kind) {
        (Language::English, ZoneKind::Title) => "headline",
        (Language::English, ZoneKind::Related) => "links to other articles",
        (Language::English, ZoneKind::Furniture) => "around the article",
        (Language::English, kind) => kind.name(),
        (Language::Arabic, ZoneKind::Title) => "العنوان",
        (Language::Arabic, ZoneKind::Dateline) => "سطر المكان والتاريخ",
        (Language::Arabic, ZoneKind::Body) => "المتن",
        (Language::Arabic, ZoneKind::Tags) => "الكلمات المفتاحية",
        (Language::Arabic, ZoneKind::Source) => "المصدر",
        (Language::Arabic, ZoneKind::Related) => "روابط مقالات أخرى",
        (Language::Arabic, ZoneKind::Furniture) => "ما حول المقال",
    }
}
