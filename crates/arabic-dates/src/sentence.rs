//! What the sentence around a date tells of it: whether it lies ahead, and whether `اليوم` is the day of the article.
//!
//! `ستعقد الجلسة الأحد` is the Sunday to come, `عقدت الجلسة الأحد` the last one. Verbs of what happens on a day are in closed
//! lists, as `سيارة` and `ستة` begin like verbs of the future, and `تقدم` is as often "it advanced".

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use arabic_text::letters::{Folding, folding};

use super::token_run::TokenRun;

/// So many characters of a sentence, and so many words, are looked through before a date.
const LONGEST: usize = 200;
const MOST_WORDS: usize = 14;
/// A verb of the present is about a date that so few words, or its whole sentence, lead to.
const MOST_BETWEEN: usize = 2;
/// `كان` makes a verb of the past of one that follows within so many words (`كان من المقرر أن تقام`).
const FARTHEST_WAS: usize = 5;

/// Folded words, looked up.
type Words = LazyLock<FxHashSet<&'static str>>;

fn words(list: &'static str) -> FxHashSet<&'static str> {
    list.split(',').collect()
}

/// What a word before a date says of its time.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sign {
    /// `قال`, `منذ`: what was.
    Past,
    /// `سيبدأ`, `سوف`: what will be.
    Future,
    /// `المقرر`: what will be, unless it was (`كان من المقرر`).
    Planned,
    /// `يبدأ`, `تقام`: what will be or is today.
    Present,
}

/// Verbs of the present and of the future, folded, without what they begin with.
static VERBS: Words = LazyLock::new(|| {
    words(
        "بدا,عقد,نطلق,قام,فتتح,لتقي,ختتم,غادر,صل,زور,جتمع,واجه,خوض,لعب,ستقبل,شارك,نتهي,ستمر,كون,تم,ناقش,بحث,\
    علن,صدر,حضر,لقي,نظم,جري,شهد,عود,تواجد,وقع,قدم,حل,توجه,تحدث,حيي,غلق,فتح,دشن,رعي,ستضيف,تراس,قود,سلم,\
    تسلم,صوت,ستانف,حسم,عرض,شكل,تابع,لتحق,نافس,رفع,طلق,طرح,نشر,كشف,سافر,ودع,نقل,نضم,ستكمل,تواصل,تاح,مثل,\
    دلي,خضع,جمع,لاقي,ستهل,لتيم,توقف,دخل,خرج,طبق,لزم,وزع,كرم,حتفل,توج,حدد,تبني,جتاز,ستعرض,قف,حيل,وافق,\
    تقرر,تبدا",
    )
});

/// Of these, what is a verb of the past or no verb where it begins with `ت`.
static OTHER_AFTER_TEH: Words = LazyLock::new(|| {
    words("قدم,سلم,وقع,عرض,شكل,جمع,خرج,دخل,نقل,كرم,وزع,كشف,صل,مثل,حدد,تبني,توج,قف,حيل")
});

/// Of these, what is as often "nowadays" before `اليوم`.
static NOWADAYS: Words =
    LazyLock::new(|| words("كون,شهد,عود,صل,مثل,شكل,جري,واجه,قود,تم,لعب,لقي,حل"));

/// Verbs that say who said what, or what has happened, folded.
static PAST: Words = LazyLock::new(|| {
    words(
        "قال,قالت,اعلن,اعلنت,اكد,اكدت,ذكر,ذكرت,اوضح,اوضحت,اضاف,اضافت,افاد,افادت,صرح,صرحت,كشف,كشفت,نقلت,اشار,\
    اشارت,قررت,اقر,اقرت,وافق,وافقت,توصل,سيطرت,انطلق,انطلقت,بدا,بدات,صدر,صدرت,وصل,وصلت,افتتح,افتتحت,عقد,\
    عقدت,هبطت,غادر,غادرت,استشهد,استهدف,استهدفت,اجتمع,اجتمعت,التقي,التقت,استقبل,استقبلت,زار,زارت,نفذ,نفذت,\
    قتل,قتلت,اصيب,اصيبت,ضبط,ضبطت,تسلم,سلم,وقع,وقعت,احتفل,احتفلت,اختتم,اختتمت,توفي,اقيم,اقيمت,شن,شنت,قصفت,\
    سجل,سجلت,اغلق,اغلقت,هطلت,دشن,دشنت,نظم,نظمت,شيع,شهد,شهدت,فاز,خسر,تعادل,تغلب,ارتفع,ارتفعت,تراجع,تراجعت,\
    انخفض,انخفضت,هبط",
    )
});

/// Words that `اليوم` as the day of the article follows, besides these verbs, folded.
static BEFORE_TODAY: Words = LazyLock::new(|| {
    words(
        "لاحق,سابق,مبكر,هاتفيا,مكتبه,بمكتبه,بالاماره,لقايه,اجتماعه,اجتماعها,استقباله,الصادره,الصادر,تداولات,\
    تعاملات,تعاملاتها,عقده,عقدها,القاها,القاه,المنشور,المنشوره,المقرره,المقرر",
    )
});

static PLANNED: Words = LazyLock::new(|| {
    words(
        "المقرر,المقرره,المزمع,المزمعه,المرتقب,المرتقبه,المتوقع,المنتظر,المومل,تسليم,لتسليم,بحلول,\
    المرجح,عشيه,يرغب,ترغب,يرغبون,يعتزم,تعتزم,يعتزمون,ينوي,تنوي,ينوون,يخطط,تخطط,يخططون,يستعد,تستعد,\
    يستعدون,يامل,تامل,يتوقع,تتوقع,ينتظر,تنتظر,استعدادا,تحضيرا,تاهبا",
    )
});

static WAS: Words = LazyLock::new(|| words("كان,كانت,وكان,وكانت,كانوا"));

/// Words of a day that stand between it and its verb.
static OF_A_DAY: Words =
    LazyLock::new(|| words("يوم,يومي,مساء,صباح,ظهر,عصر,فجر,ليل,ليله,في,من,فى,شهر,نهايه,مطلع"));

/// Words that say what is to be done, folded.
static DUTIES: Words =
    LazyLock::new(|| words("علينا,عليه,عليها,عليهم,المطلوب,المهم,المفترض,الضروري,الواجب"));

/// What happened in a year, folded.
static EVENTS: Words = LazyLock::new(|| words("ثوره,ثورتي,هجمات,احداث,اعتداءات,انتفاضه,حرب,معركه"));

/// Words that the name of a person or a work follows, folded.
static TITLES: Words = LazyLock::new(|| {
    words(
        "الممثله,الفنانه,السيده,الطفله,الطالبه,الشاعره,الكاتبه,اسمها,اسمه,تدعي,يدعي,المسمي,فيلم,روايه",
    )
});

/// Names of people that a name of a family like `الخميس` follows, folded.
static GIVEN_NAMES: Words = LazyLock::new(|| {
    words(
        "محمد,احمد,عبدالله,عبدالرحمن,عبدالعزيز,خالد,علي,فهد,سعد,صالح,ابراهيم,سعود,ناصر,سلطان,تركي,ماجد,فيصل,\
         بندر,عمر,حسن,حسين,يوسف,سلمان,حمد,عادل,فواز,مشعل,نواف,طلال,سامي,وليد,هاني",
    )
});

/// Words with which `اليوم` is the day of something else.
static OTHER_DAY: Words = LazyLock::new(|| {
    words(
        "التالي,نفسه,ذاته,الذي,السابق,المحدد,الواحد,الاخير,الوطني,العالمي,الدراسي,الموعود,المذكور,الاخر,\
    الدولي,المفتوح,السعودي,العائلي",
    )
});

impl<'a> TokenRun<'a> {
    /// The sentence of token `i` before it, as far as it is looked at, and whether that is all of it.
    fn sentence_before(self, i: usize) -> (&'a str, bool) {
        let before = &self.text[..self.tokens[i].start];
        let mut length = 0;
        for (n, c) in before.chars().rev().enumerate() {
            if matches!(c, '\n' | '.' | '؛' | ':' | '!' | '؟') {
                return (&before[before.len() - length..], true);
            }
            if n == LONGEST {
                return (&before[before.len() - length..], false);
            }
            length += c.len_utf8();
        }
        (before, true)
    }

    /// The word before token `i`, folded; empty where a sentence begins.
    fn word_before(self, i: usize) -> String {
        let (before, _) = self.sentence_before(i);
        before
            .split_whitespace()
            .next_back()
            .map(bare)
            .unwrap_or_default()
    }

    /// Whether the date in the tokens from `start` to before `end`, which does not say so, lies ahead of the article.
    pub(super) fn is_to_come(self, start: usize, end: usize) -> bool {
        let (before, is_whole) = self.sentence_before(start);
        let words = before.split_whitespace().rev().map(bare);
        let mut words = words
            .filter(|word| !OF_A_DAY.contains(word.as_str()))
            .peekable();
        let was = |word: String| WAS.contains(word.as_str());
        let mut between = 0;
        while let Some(word) = words.next() {
            let is_first = words.peek().is_none();
            match sign(&word) {
                Some(Sign::Past) => return false,
                None if word == "منذ" && between == 0 => return false,
                Some(Sign::Future) => return true,
                // `مطلع الأسبوع المقبل وبالتحديد يوم السبت`
                None if between <= MOST_BETWEEN && matches!(word.as_str(), "المقبل" | "القادم") =>
                {
                    return true;
                }
                Some(Sign::Planned) => return !words.take(FARTHEST_WAS).any(was),
                Some(Sign::Present) if between <= MOST_BETWEEN || is_first && is_whole => {
                    let is_denied = words.peek().is_some_and(|word| without_and(word) == "لم");
                    return !is_denied && !words.take(FARTHEST_WAS).any(was);
                }
                _ => {}
            }
            between += 1;
            if between == MOST_WORDS {
                return false;
            }
        }
        let next = sign(&bare(self.next_word(end)));
        matches!(next, Some(Sign::Future | Sign::Present))
    }

    /// Whether `اليوم` at token `i` is the day of the article, and not "nowadays" or a day that was told of before.
    pub(super) fn is_today(self, i: usize) -> bool {
        if self.is_other_day(i + 1) {
            return false;
        }
        let (before, is_whole) = self.sentence_before(i);
        let mut words = before.split_whitespace();
        let Some(nearest) = words.next_back() else {
            return false;
        };
        let last = bare(nearest);
        // `في ذلك اليوم`, `في نفس اليوم`
        if matches!(
            last.as_str(),
            "ذلك" | "ذاك" | "نفس" | "ذات" | "كل" | "طوال" | "خلال"
        ) {
            return false;
        }
        if happens(&last) || BEFORE_TODAY.contains(without_and(&last)) {
            return true;
        }
        if !is_whole || before.contains(['"', '«', '»', '“', '”', '(']) {
            return false;
        }
        // What the sentence begins with goes for its day, as long as nobody is cited.
        let is_cited = |word: &str| {
            matches!(
                word,
                "أن" | "ان"
                    | "إن"
                    | "أنه"
                    | "أنها"
                    | "انه"
                    | "انها"
                    | "إنه"
                    | "إنها"
                    | "بأن"
                    | "التي"
                    | "الذي"
                    | "حيث"
                    | "لكن"
                    | "لكنه"
            )
        };
        let happens_first = words.next().is_some_and(|first| happens(&bare(first)));
        happens_first
            && words.clone().count() < MOST_WORDS
            && !is_cited(nearest)
            && !words.any(is_cited)
    }

    /// Whether the weekday before token `end` counts from another date: `السبت التالي`, `الأحد نفسه`.
    pub(super) fn is_of_other_day(self, end: usize) -> bool {
        let next = self.next_word(end);
        matches!(next, "التالي" | "التالية" | "نفسه" | "ذاته" | "السابق")
    }

    /// Whether what follows before token `end` makes another day of `اليوم` (`اليوم التالي`).
    pub(super) fn is_other_day(self, end: usize) -> bool {
        OTHER_DAY.contains(bare(self.next_word(end)).as_str())
    }

    /// Whether what is before `اليوم` at token `i` asks for what follows: `يجب اليوم أن`, `على الجميع اليوم أن`.
    pub(super) fn is_duty(self, i: usize) -> bool {
        let (before, _) = self.sentence_before(i);
        let mut words = before.split_whitespace().rev().map(bare);
        let last = words.next().unwrap_or_default();
        let is_on_someone =
            words.next().is_some_and(|word| without_and(&word) == "علي") && words.next().is_none();
        is_on_someone
            || DUTIES.contains(last.as_str())
            || last.starts_with(['ي', 'ن']) && last.chars().count() > 3 && !happens(&last)
    }

    /// Whether the weekday at token `i` is the family name of the one whose name is before it: `أحمد الخميس`.
    pub(super) fn is_surname(self, i: usize) -> bool {
        if !matches!(self.word(i), "الخميس" | "الجمعة" | "الجمعه") {
            return false;
        }
        let last = self.word_before(i);
        GIVEN_NAMES.contains(last.as_str()) || GIVEN_NAMES.contains(without_and(&last))
    }

    /// Whether the word at token `i`, which names are made with, is of what happened in a year: `ثورة 1952`.
    pub(super) fn is_event(self, i: usize) -> bool {
        EVENTS.contains(without_and(&bare(self.word(i))))
    }

    /// Whether a month alone at token `i` is a person or a title: `الممثلة أيار`, `«أبريل والعالم»`.
    pub(super) fn is_titled(self, i: usize) -> bool {
        let before = &self.text[..self.tokens[i].start];
        before.ends_with(['«', '"', '“']) || TITLES.contains(self.word_before(i).as_str())
    }

    /// Whether `أو` joins token `i` to another: one of two days, and nobody knows which.
    pub(super) fn is_alternative(self, i: usize) -> bool {
        let before = self.text[..self.tokens[i].start].trim_end();
        let is_first = matches!(self.next_word(i + 1), "أو" | "او" | "أم");
        is_first || before.ends_with(" أو") || before.ends_with(" او") || before.ends_with(" أم")
    }
}

/// The letters of a word, folded.
fn bare(word: &str) -> String {
    let mut letters = String::with_capacity(word.len());
    for c in word.chars() {
        match folding(c) {
            Folding::Keep if matches!(c, '\u{0620}'..='\u{064A}') => letters.push(c),
            Folding::To(letter) => letters.push(letter),
            _ => {}
        }
    }
    letters
}

fn without_and(word: &str) -> &str {
    word.strip_prefix(['و', 'ف']).unwrap_or(word)
}

fn sign(word: &str) -> Option<Sign> {
    [word, without_and(word)].into_iter().find_map(|word| {
        if PAST.contains(word) {
            return Some(Sign::Past);
        }
        if PLANNED.contains(word) {
            return Some(Sign::Planned);
        }
        if word == "سوف" {
            return Some(Sign::Future);
        }
        if let Some(verb) = word.strip_prefix('س')
            && verb.starts_with(['ي', 'ت', 'ن'])
            && stem(verb).is_some()
        {
            return Some(Sign::Future);
        }
        is_present(word).then_some(Sign::Present)
    })
}

/// The entry of [`VERBS`] for a verb that begins with `ي`, `ت` or `ن`, with a pronoun at its end or without.
fn stem(verb: &str) -> Option<&str> {
    let stem = verb.strip_prefix(['ي', 'ت', 'ن'])?;
    let endings = ["", "ها", "هم", "ه", "ون", "ان"];
    let mut stems = endings
        .iter()
        .filter_map(|ending| stem.strip_suffix(ending));
    stems.find(|stem| VERBS.contains(*stem))
}

fn is_present(word: &str) -> bool {
    // `وهم يلعبون`
    if word.starts_with('ن') || word.ends_with("ون") && word != "يكون" && word != "تكون"
    {
        return false;
    }
    let is_other = |stem| word.starts_with('ت') && OTHER_AFTER_TEH.contains(stem);
    stem(word).is_some_and(|stem| !is_other(stem))
}

/// Whether `word` is a verb of what happened or happens on a day.
fn happens(word: &str) -> bool {
    let is = |word: &str| {
        PAST.contains(word)
            || is_present(word) && stem(word).is_some_and(|stem| !NOWADAYS.contains(stem))
            || word
                .strip_prefix('س')
                .is_some_and(|verb| stem(verb).is_some())
    };
    is(word) || is(without_and(word))
}
