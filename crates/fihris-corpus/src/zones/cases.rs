//! Small pages, line by line: the kinds of their lines, and where a second story begins.

use super::label::{Remaining, label};
use super::lines::lines;
use super::{Headline, ZoneKind};

pub(super) const FIRST: &str = "قالت وزارة المياه إن السد الجديد يكفي ثلاث مدن في الشمال، وإن بناءه يستمر سنتين كاملتين على الأقل، ثم يملأ.";
pub(super) const SECOND: &str = "وأضافت الوزارة أن الماء يصل إلى المزارع في الربيع المقبل، وأن سعره لا يتغير في السنة الأولى على الأقل.";
pub(super) const THIRD: &str = "ويقول الفلاحون إنهم ينتظرون هذا السد منذ سنوات طويلة، وإن آبارهم جفت في الصيف الماضي كلها تقريبا.";
const MUSEUM: &str = "فتح متحف البحر أبوابه للزوار أمس بعد ترميم استمر خمس سنوات، وعرض سفنا خشبية وجدها الصيادون في الخليج.";
const VISITORS: &str = "وقال مدير المتحف إن الزوار يدخلون مجانا حتى نهاية الشهر، وإن السفن الخشبية رممت في ورشة صغيرة بالميناء.";

/// The kinds of the lines as letters, stories apart.
pub(super) fn kinds(text: &[&str]) -> String {
    let text = text.join("\n");
    let lines = lines(&text);
    let mut kinds = vec![ZoneKind::Body; lines.len()];
    let mut remaining = Remaining::new(&lines);
    let length = label(&lines, Headline::InText, &remaining, &mut kinds);
    if length < lines.len() {
        remaining.pass(&lines[..length]);
        label(
            &lines[length..],
            Headline::InText,
            &remaining,
            &mut kinds[length..],
        );
    }
    let mut letters: String = kinds.iter().map(|kind| &kind.name()[..1]).collect();
    if length < lines.len() {
        letters.insert(length, '|');
    }
    letters
}

#[test]
fn a_second_story_is_new_to_the_text_right_before_it() {
    let title = "سد جديد في الشمال";
    let museum = "متحف البحر يفتح أبوابه ويعرض سفنا خشبية";
    let link = ["اقرأ أيضا:", museum, MUSEUM, VISITORS];
    let long = [FIRST; 110];
    let goes_on = [&[title][..], &long, &[MUSEUM], &link].concat();
    assert!(!kinds(&goes_on).contains('|'));
    let is_news_again = [&[title, MUSEUM][..], &long, &link].concat();
    assert!(kinds(&is_news_again).ends_with("br|tbb"));
    // Asked again, it knows what came between.
    let twice = [&[title][..], &long, &link, &long, &[MUSEUM], &link].concat();
    assert_eq!(kinds(&twice).matches('|').count(), 1);
    let link_only = ["اقرأ أيضا:", "شركة الطيران تعلن أرباحها القياسية"];
    let asked_before = [
        &[title, FIRST][..],
        &link_only,
        &[SECOND, THIRD],
        &[MUSEUM],
        &link,
    ];
    assert!(!kinds(&asked_before.concat()).contains('|'));
}

#[test]
fn a_second_story_says_what_its_headline_says() {
    let museum = "متحف البحر يفتح أبوابه ويعرض سفنا خشبية";
    let title = "سد جديد في الشمال";
    for (text, expected) in [
        (
            vec![title, FIRST, SECOND, "اقرأ أيضا:", museum, MUSEUM, VISITORS],
            "tbbr|tbb",
        ),
        (
            vec![
                title,
                FIRST,
                "المصدر: تاس",
                "إقرأ أيضاً",
                museum,
                MUSEUM,
                VISITORS,
            ],
            "tbsr|tbb",
        ),
        // The story goes on below the link.
        (
            vec![title, FIRST, "اقرأ أيضا:", museum, SECOND, THIRD],
            "tbrrbb",
        ),
        (
            vec![
                title,
                FIRST,
                "اقرأ أيضا: متحف البحر يفتح أبوابه",
                SECOND,
                THIRD,
            ],
            "tbrbb",
        ),
        (vec![title, FIRST, "اقرأ أيضا:", SECOND, THIRD], "tbrbb"),
        // A link with one paragraph is no story.
        (
            vec![title, FIRST, SECOND, "اقرأ أيضا:", museum, MUSEUM],
            "tbbrrb",
        ),
        (
            vec![
                title,
                FIRST,
                SECOND,
                "أخبار ذات صلة",
                museum,
                "مطر في الجنوب",
            ],
            "tbbrrr",
        ),
    ] {
        assert_eq!(kinds(&text), expected, "{text:?}");
    }
}

#[test]
fn short_lines_of_an_article_are_body() {
    let title = "سد جديد في الشمال";
    for (text, expected) in [
        // Headings.
        (
            vec![
                title,
                FIRST,
                "آبار جافة",
                SECOND,
                "الوزارة تنتظر الربيع",
                THIRD,
            ],
            "tbbbbb",
        ),
        // A long heading, in a text without boilerplate.
        (
            vec![
                title,
                FIRST,
                SECOND,
                "الفلاحون ينتظرون الماء منذ سنوات طويلة في كل قرى الشمال",
                THIRD,
            ],
            "tbbbb",
        ),
        // An interview.
        (
            vec![
                title,
                FIRST,
                "متى يبدأ البناء؟",
                SECOND,
                "ومن يدفع ثمن الماء؟",
                THIRD,
            ],
            "tbbbbb",
        ),
        // Results.
        (
            vec![
                title,
                FIRST,
                SECOND,
                THIRD,
                "1- الشمال: 7 نقاط",
                "2- الجنوب: 5 نقاط",
                "3- الساحل: نقطة واحدة",
            ],
            "tbbbbbb",
        ),
        // Paragraphs without full stops, below a link.
        (
            vec![
                title,
                FIRST.trim_end_matches('.'),
                SECOND.trim_end_matches('.'),
                "اقرأ أيضا:",
                "متحف البحر يفتح أبوابه",
                THIRD.trim_end_matches('.'),
                MUSEUM.trim_end_matches('.'),
                VISITORS.trim_end_matches('.'),
            ],
            "tbbrrbbb",
        ),
        // A writer's last words.
        (
            vec![
                title,
                FIRST,
                SECOND,
                "اقرأ أيضا:",
                "متحف البحر يفتح أبوابه",
                "والسلام عليكم.",
            ],
            "tbbrrb",
        ),
        // A poem.
        (
            vec![
                title,
                "مطر على البحر البعيد",
                "وقمر على الجبل القريب",
                "وصبر طويل",
            ],
            "tbbb",
        ),
    ] {
        assert_eq!(kinds(&text), expected, "{text:?}");
    }
}

#[test]
fn pages_come_apart() {
    let title = "وزارة المياه تعلن بناء سد جديد في الشمال";
    for (text, expected) in [
        (
            vec!["أخبار محلية", title, "12 مارس 2021", "كتب: أحمد علي", FIRST],
            "ftddb",
        ),
        (vec![title, title, "أحمد علي - القاهرة", FIRST], "tfdb"),
        (
            vec!["تقرير: بناء سد جديد في الشمال", "تقرير: أحمد علي", FIRST],
            "tdb",
        ),
        (
            vec!["صور.. سد جديد في الشمال", "تقرير عن السدود", FIRST],
            "tbb",
        ),
        (
            vec![title, FIRST, "كلمات دلالية:", "سد", "ماء", SECOND],
            "tbtttb",
        ),
        (
            vec![
                title,
                FIRST,
                SECOND,
                THIRD,
                "شارك",
                "قصص تهمك أكثر:",
                title,
                title,
                title,
            ],
            "tbbbfrrrr",
        ),
        (
            vec![
                title,
                FIRST,
                "Sputnik",
                SECOND,
                "بلدية الساحل تعلن فتح مدرسة جديدة للصيادين في الخريف",
                THIRD,
            ],
            "tbfbrb",
        ),
        (
            vec![
                title,
                FIRST,
                SECOND,
                "© رويترز",
                "بلدية الساحل تعلن فتح مدرسة",
                THIRD,
            ],
            "tbbfrb",
        ),
    ] {
        assert_eq!(kinds(&text), expected, "{text:?}");
    }
}
