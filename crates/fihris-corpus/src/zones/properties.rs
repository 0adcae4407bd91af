//! What holds of the stories of any text.

use proptest::prelude::*;

use super::*;
use arabic_text::words;

/// Texts made of pieces that pages are made of, in any order.
fn page() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "إقرأ أيضاً:",
        "مقالات مشابهة",
        "المصدر: تاس",
        "كلمات دلالية: روسيا",
        "كلمات دلالية",
        "Sputnik",
        "Ru En",
        "١٢ مارس ٢٠٢١",
        "كتب: أحمد علي",
        "• موسكو تعلن بدء محادثات جديدة",
        "قال الوزير إن العمل في الطريق يبدأ غدا.",
        "القاهرة - رويترز: قال الوزير إن العمل في الطريق قد بدأ. سمات العمل",
        "مناقشة",
        "editor@example.com",
        "الخارجية الروسية: محادثات جديدة حول وقف إطلاق النار",
        "(تاس) - ",
        " \u{A0}",
        "***",
        "شارك",
        "و7",
        "\u{FEFF}",
        "قالت وزارة الخارجية الروسية إن محادثات جديدة حول وقف إطلاق النار بدأت، وإن الوزير يشارك فيها، وإنها تستمر يومين أو ثلاثة أيام على الأقل.",
        "\u{200F}",
        "#روسيا",
        "12:30",
        "المصدر:",
        "رابط الخبر: محادثات جديدة حول وقف إطلاق النار",
        "وقفٍ",
        "6,500",
        "رويترز",
    ]);
    let glue = prop::sample::select(vec!["\n", "\n", "\n\n", "\r\n", " ", ""]);
    prop::collection::vec((piece, glue), 0..25).prop_map(|pieces| {
        pieces
            .iter()
            .flat_map(|(piece, glue)| [*piece, *glue])
            .collect()
    })
}

fn headline() -> impl Strategy<Value = Headline<'static>> {
    prop::sample::select(vec![
        Headline::InText,
        Headline::Known("الخارجية الروسية: محادثات جديدة حول وقف إطلاق النار"),
        Headline::NotInText,
    ])
}

fn check(text: &str, headline: Headline) -> Result<(), TestCaseError> {
    let all: Vec<String> = words(text).map(|word| word.form).collect();
    let stories = stories(text, headline);
    prop_assert!(!stories.is_empty() || all.is_empty());
    let mut covered = 0;
    let mut forms = Vec::new();
    for story in &stories {
        prop_assert_eq!(
            story.range.start,
            covered,
            "stories cover the text in order"
        );
        covered = story.range.end;
        let mut end = story.range.start;
        for zone in &story.zones {
            prop_assert!(end <= zone.range.start && zone.range.start < zone.range.end);
            prop_assert!(zone.range.end <= story.range.end);
            end = zone.range.end;
            forms.extend(words(&text[zone.range.clone()]).map(|word| word.form));
        }
    }
    prop_assert!(stories.is_empty() || covered == text.len());
    prop_assert_eq!(forms, all, "every word is in one zone");
    Ok(())
}

proptest! {
    #[test]
    fn every_word_of_a_page_is_in_one_zone(text in page(), headline in headline()) {
        check(&text, headline)?;
    }

    #[test]
    fn every_word_of_any_text_is_in_one_zone(
        text in "\\PC*|([\u{0600}-\u{06FF} a-z0-9.,:()\\[\\]\"#@-]|\n|\r|\t)*",
        headline in headline()
    ) {
        check(&text, headline)?;
    }
}
