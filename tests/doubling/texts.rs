//! Texts of articles: words, dates, zones; and lists of spellings.

use std::collections::HashMap;

use arabic_text::stem::analyze_stem;
use arabic_text::variants::Variants;
use arabic_text::{fold, words};
use fihris_corpus::Article;

use super::work::doubles;

/// All that is read in a text before it is indexed.
fn read(text: &str) -> usize {
    let mut counted = 0;
    for mut article in Article::from_text(&"7".into(), &"f".into(), text) {
        article.find_published(None); // by its text
        article.find_published(Some("2020-06-15")); // so that relative days are read
        article.for_each_mention(|mention| counted += mention.readings.len());
        counted += article.zones.len() + usize::from(article.min_hash().is_some());
        let mut words = words(&article.text);
        while words.advance() {
            counted += words.form().len();
        }
    }
    counted
}

/// A text of `before`, n times `piece`, and `after`.
fn text<'a>(before: &'a str, piece: &'a str, after: &'a str) -> impl Fn(usize) -> String + 'a {
    move |n| [before, &piece.repeat(n), after].concat()
}

/// Paragraphs of an article, no two alike.
fn paragraphs(count: usize) -> String {
    let paragraph = |i| {
        format!(
            "قال الوزير إن العمل رقم {i} في الطريق السريع الجديد قرب المدينة يبدأ غدا بعد توقف دام شهورا طويلة.\n"
        )
    };
    (0..count).map(paragraph).collect::<Vec<_>>().concat()
}

/// Pieces that each take time by themselves, with their numbers.
fn numbered(count: usize, piece: impl Fn(usize) -> String) -> String {
    (0..count).map(piece).collect::<Vec<_>>().concat()
}

#[test]
fn below_an_article() {
    let article = paragraphs(6);
    for (name, before, piece) in [
        ("lines below a source", "المصدر: تاس\n", "وقال له في بيته\n"),
        (
            "headlines below a source",
            "المصدر: تاس\n",
            "موسكو تعلن بدء محادثات\n",
        ),
        ("an index", "", "بغداد ١٢، ٣٤، ٥٦\n"),
        ("results", "", "الشمال 3 - الجنوب 1\n"),
        ("names of two words", "", "سامي رشيد\n"),
        ("very short lines", "", "ا\n"),
        ("lines without words", "", "...\n"),
        ("datelines", "", "القاهرة - رويترز: 12 مارس 2021\n"),
        ("bylines", "", "كتب: أحمد علي\n"),
        ("labels", "", "إقرأ أيضاً:\n"),
        (
            "labels with headlines",
            "",
            "إقرأ أيضاً:\nموسكو تعلن بدء محادثات جديدة\n",
        ),
        (
            "labels with bullets",
            "",
            "إقرأ أيضاً:\n• موسكو تعلن بدء محادثات\n",
        ),
        ("labels of tags", "", "كلمات دلالية\nروسيا\n"),
        ("one line of tags", "كلمات دلالية: ", "روسيا، "),
        ("hashtags", "", "#روسيا "),
        ("closing brackets", "", ")"),
        ("questions of readers", "", "هل تنتهي الحرب؟\n"),
    ] {
        let before = article.clone() + before;
        doubles(name, 500, text(&before, piece, ""), |text| read(text));
    }
}

#[test]
fn links_inside_an_article() {
    let article = paragraphs(6);
    for (name, piece) in [
        ("labels inside", "إقرأ أيضاً:\n"),
        (
            "labels with headlines inside",
            "إقرأ أيضاً:\nموسكو تعلن بدء محادثات جديدة\n",
        ),
        (
            "labels with bullets inside",
            "إقرأ أيضاً:\n• موسكو تعلن بدء محادثات\n",
        ),
        ("labels of tags inside", "كلمات دلالية\nروسيا\n"),
        (
            "headlines inside",
            "موسكو تعلن بدء محادثات جديدة حول وقف إطلاق النار\n",
        ),
        ("very short lines inside", "ا ب\n"),
    ] {
        doubles(name, 500, text(&article, piece, &article), |text| {
            read(text)
        });
    }
}

#[test]
fn rows_below_a_long_article() {
    let rows = |n| paragraphs(n) + &"قره، بغداد، دمشق\n".repeat(n);
    doubles("rows below a long article", 200, rows, |text| read(text));
}

#[test]
fn stories() {
    let story = |i| {
        let names = ["شركه", "طيران", "ارباح", "مطار"].map(|name| name.to_string() + &letters(i));
        let names = names.join(" ");
        let said = format!(
            "أعلنت {names} أمس في بيان نشرته الصحف كلها أن الأرباح قياسية، وأنها فاقت كل التوقعات.\n\n"
        );
        format!("إقرأ أيضاً:\n\nموسكو تعلن {names}\n\n{}", said.repeat(4))
    };
    let split = Article::from_text(&"7".into(), &"f".into(), &numbered(10, story)).len();
    assert!(split >= 9, "{split}");
    doubles("stories", 100, |n| numbered(n, story), |text| read(text));
    let tail = |n| numbered(n, story) + &"ا\n".repeat(10 * n);
    doubles("stories, then short lines", 100, tail, |text| read(text));
}

#[test]
fn second_stories_that_are_none() {
    let link = "إقرأ أيضاً:\nشركة الطيران تعلن أرباحها القياسية\n".to_string() + &paragraphs(2);
    let long_lines = |n: usize| {
        let long = numbered(n / 4, |i| format!("كلمة{i} ")) + ".\n";
        long.repeat(100) + &link.repeat(n)
    };
    doubles("links below long lines", 50, long_lines, |text| read(text));
    doubles(
        "links between paragraphs",
        50,
        text("", &link, ""),
        |text| read(text),
    );
}

#[test]
fn headlines_that_may_come_again() {
    let marks =
        |n| "عنوان الخبر".to_string() + &"ـ".repeat(n) + "\n" + &"ا ب\n".repeat(n) + &paragraphs(2);
    doubles("a headline of marks", 2000, marks, |text| read(text));
    let known = |n: usize| ("عنوان ".repeat(n), "ا ب\n".repeat(n) + &paragraphs(2));
    doubles("a long headline", 2000, known, |(title, body)| {
        Article::from_title_and_body(&"7".into(), &"f".into(), title, body)
    });
}

#[test]
fn lists_of_dates() {
    for (name, piece) in [
        ("5 - 5 - 5", "5 - "),
        ("5-5-5", "5-"),
        ("1 و 2 و 3", "1 و 2 و 3 و "),
        ("1 و2 و3", "1 و2 و3 و4 "),
        ("from 5 to", "من 5 إلى "),
        ("between 5 and", "بين 5 و"),
        ("the first and the second", "الأول والثاني و"),
        ("years", "1999-"),
        ("years after years", "عام 2001 و2002 و"),
        ("months", "مارس "),
        ("pairs of months", "سبتمبر/أيلول/"),
        ("yesterday", "أمس "),
        ("weekdays", "الأحد "),
        ("the same day as", "عام 2020 الموافق يوم الأحد "),
        ("both calendars", "5 رمضان 1442 هـ الموافق 17 أبريل 2021 "),
        ("this", "هذا "),
        ("and", "و "),
        ("dates in figures", "1/2/2014 "),
        ("1/1/1", "1/"),
        ("years in brackets", "(2014)"),
        ("open brackets", "(2014 "),
        (
            "days far apart",
            "5                                                     - ",
        ),
    ] {
        doubles(
            name,
            500,
            text("في 2020 ", piece, "مارس 2021"),
            |text| read(text),
        );
    }
}

#[test]
fn words_of_any_kind() {
    for (name, piece) in [
        ("a long word", "ب"),
        ("a long number", "1"),
        ("1,1,1", "1,"),
        ("100,100,100", "100,"),
        ("1.1.2014", "1.1.2014."),
        ("fractions", "1,½"),
        ("models", "a-1"),
        ("tatweels", "ـ"),
        ("drawn-out clitics", "بـ "),
        ("vowels", "ب\u{064E}\u{0651}"),
        ("vowels alone", "\u{064E}"),
        ("accents", "\u{0301}\u{0323}"),
        ("joiners", "\u{200D}"),
        ("numbers with joiners", "1,\u{200D}\u{200D}\u{200D}"),
        ("ligatures", "ﷺ"),
        ("letters as in print", "ﻻ"),
        ("squares of words", "㍢"),
        ("and without a space", "و"),
        ("articles without a word", "ال "),
        ("articles of numbers", "ال1"),
        ("quotations", "و\""),
        ("spaces", " "),
        ("no spaces", "قال\u{A0}"),
        ("slashes", "Reuters/"),
    ] {
        // So long that a line of it is seen to be long, even if there is no space in it.
        let least = 40_000 / piece.len();
        doubles(name, least, text("ب", piece, "ب"), |text| read(text));
    }
    let different = |n| numbered(n, |i| format!("كلمة{} ", letters(i)));
    doubles("different words", 500, different, |text| read(text));
}

/// A number in letters.
fn letters(mut number: usize) -> String {
    let letters: Vec<char> = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي".chars().collect();
    let mut word = String::new();
    while number > 0 {
        word.push(letters[number % letters.len()]);
        number /= letters.len();
    }
    word
}

#[test]
fn cores_of_long_words() {
    let word = |length: usize, i: usize| {
        let endings = ["ات", "ته", "تا", "ها"];
        let bits = i.wrapping_mul(0x9E37_79B9_7F4A_7C15);
        let ending = |at: usize| endings[bits >> (2 * at % 62) & 3];
        "وب".to_string() + &(0..length).map(ending).collect::<String>()
    };
    // Words of endings as long as one may be, and as are taken apart.
    let lexicon = |length| {
        move |n| -> HashMap<String, u32> {
            let forms = (0..n).map(|i| fold(&word(length, i)));
            forms.map(|form| (form, 3)).collect()
        }
    };
    for (name, length) in [
        ("cores of words of 28 letters", 13),
        ("cores of words of 90 letters", 44),
    ] {
        doubles(name, 20, lexicon(length), |lexicon| {
            lexicon
                .keys()
                .map(|form| analyze_stem(form, lexicon).stem.len())
                .sum::<usize>()
        });
    }
}

#[test]
fn lists_of_spellings() {
    let read = |list: &String| {
        let mut variants = Variants::builtin();
        variants.extend(list);
        variants.extend_learned(list);
        variants.starting_with("ابو").count()
    };
    let list = |piece: fn(usize) -> String| move |n| numbered(n, piece) + "ابو\tاب\n";
    doubles(
        "a line of spellings",
        500,
        list(|i| format!("كلمة{i}\t")),
        read,
    );
    doubles(
        "a line of one first word",
        500,
        list(|i| format!("ابو {i}\t")),
        read,
    );
    doubles(
        "a group a line",
        500,
        list(|i| format!("ابو {i}\tام {i}\n")),
        read,
    );
    doubles(
        "lines of one group",
        500,
        list(|i| format!("ابو\tام {i}\n")),
        read,
    );
    let joined = |n| {
        let groups = numbered(n, |i| format!("ابو {i}\tام {i}\n"));
        groups + &numbered(n, |i| format!("ابو {i}\tعلي\n"))
    };
    doubles("a spelling in every group", 500, joined, read);
}

#[cfg(target_os = "linux")]
mod memory {
    use super::super::memory::{MOST, peak};

    /// How many bytes of text, at most; a variable asks for more.
    fn bytes() -> usize {
        let asked = std::env::var("FIHRIS_DOUBLING_BYTES").ok();
        asked
            .and_then(|bytes| bytes.parse().ok())
            .unwrap_or(500_000)
    }

    #[test]
    fn texts_of_one_piece() {
        let plain = "قال الوزير إن العمل يبدأ غدا في المدينة الكبيرة.\n";
        for piece in [
            plain,
            "1,",
            "و ",
            "5-",
            "أمس ",
            "(2014)",
            "ا\n",
            "ا/",
            "بغداد، دمشق\n",
        ] {
            let text = piece.repeat(bytes() / piece.len());
            let (peak, said) = peak("a.txt", text.as_bytes());
            assert!(peak < MOST, "{piece}: {peak} MiB\n{said}");
        }
    }
}
