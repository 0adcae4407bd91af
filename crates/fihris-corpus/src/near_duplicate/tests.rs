//! Pairs of texts, as an editor would judge them.

use proptest::prelude::*;

use super::*;

const OPENING: &str = "افتتح وزير النقل أمس خط القطار الجديد بين المدينتين بعد ثلاث سنوات من العمل المتواصل، وقال إن الرحلة \
    تستغرق ساعتين وإن 12 قطارا تسير في اليوم الواحد. وأضاف أن التذاكر متاحة في جميع المحطات ابتداء من صباح الأحد المقبل، وأن الأسعار \
    تبدأ من 40 ريالا للمقعد. وحضر الحفل عدد من المسؤولين ورجال الأعمال الذين أشادوا بالمشروع ودوره في تنشيط حركة السفر والتجارة.";

const EXECUTION: &str = "أصدرت وزارة الداخلية اليوم بيانا بشأن تنفيذ حكم القتل قصاصا في أحد الجناة. أقدم سالم بن ناصر الفهدي على قتل \
    عادل بن حمد الراجح بطعنه بسكين إثر خلاف بينهما، وبفضل من الله تمكنت سلطات الأمن من القبض على الجاني المذكور، وأسفر التحقيق معه عن \
    توجيه الاتهام إليه بارتكاب جريمته، وبإحالته إلى المحكمة صدر بحقه صك يقضي بثبوت ما نسب إليه والحكم عليه بالقتل قصاصا. وتم تنفيذ حكم \
    القتل قصاصا بالجاني اليوم بمحافظة شقراء. ووزارة الداخلية إذ تعلن عن ذلك لتؤكد للجميع حرصها على استتباب الأمن وتحقيق العدل.";

const CONGRATULATION: &str = "بعث الملك برقية تهنئة إلى الرئيس خوليو كاستيانو رئيس جمهورية الأوروغواي بمناسبة ذكرى استقلال بلاده. \
    وأعرب باسمه واسم شعب المملكة وحكومتها عن أصدق التهاني وأطيب التمنيات بالصحة والسعادة لفخامته، ولحكومة وشعب الأوروغواي الصديق اطراد \
    التقدم والازدهار. كما بعث ولي العهد برقية تهنئة مماثلة إلى الرئيس خوليو كاستيانو.";

const WEATHER: &str = "توقعت الأرصاد أن تكون السماء غائمة جزئيا على مرتفعات الجنوب مع فرصة لهطول أمطار رعدية مسبوقة برياح نشطة تحد \
    من مدى الرؤية. وتكون الرياح السطحية شمالية غربية بسرعة 20 كيلومترا في الساعة، وارتفاع الموج من متر إلى متر ونصف، وحالة البحر خفيف إلى \
    متوسط الموج.";

const BRIEF: &str = "أعلنت الصحة أنها لم تسجل يوم الخميس أي إصابة جديدة بالفيروس، ولا أي وفاة بين من أصيبوا به من قبل، وأن حالتين \
    شفيتا والحمد لله.";

fn text(body: &str) -> ComparedText {
    ComparedText::from_parts("", [body])
}

/// `text` with each of these replaced, which must stand in it.
fn edited(text: &str, edits: &[(&str, &str)]) -> String {
    edits.iter().fold(text.to_string(), |text, (from, to)| {
        assert!(text.contains(from), "{from} is not in: {text}");
        text.replace(from, to)
    })
}

/// Holds that a story with these edits is a copy of it, and it of that.
fn assert_copies(story: &str, edits: &[(&str, &str)]) {
    let copy = edited(story, edits);
    assert!(are_near_duplicates(&text(story), &text(&copy)), "{copy}");
    assert!(are_near_duplicates(&text(&copy), &text(story)), "{copy}");
}

#[test]
fn reprints_are_copies() {
    for (story, edits) in [
        (OPENING, &[][..]),
        // Other verbs, another day of printing, titles left out or put in.
        (
            OPENING,
            &[("افتتح", "دشن"), ("أمس", "اليوم"), ("وأضاف", "وأوضح")],
        ),
        (
            OPENING,
            &[
                ("وزير النقل", "معالي وزير النقل"),
                ("متاحة", "متوفرة"),
                ("المقبل", "القادم"),
            ],
        ),
        // A paragraph less; a dateline before and a tail behind.
        (
            OPENING,
            &[(
                " وحضر الحفل عدد من المسؤولين ورجال الأعمال الذين أشادوا بالمشروع ودوره في تنشيط حركة السفر والتجارة.",
                "",
            )],
        ),
        (
            OPENING,
            &[("افتتح وزير", "الرياض - سعد المطيري: افتتح وزير")],
        ),
        (
            OPENING,
            &[(
                "والتجارة.",
                "والتجارة. اقرأ أيضا: 25 حافلة جديدة في شوارع العاصمة",
            )],
        ),
        (
            OPENING,
            &[(
                "والتجارة.",
                "والتجارة. وأشار إلى أن الخط كلف 900 مليون ريال",
            )],
        ),
        // Spelling, vowels, and a slip.
        (
            OPENING,
            &[
                ("إن الرحلة", "ان الرحله"),
                ("الأحد", "الاحد"),
                ("ثلاث", "ثَلاثَ"),
                ("المسؤولين", "المسئولين"),
            ],
        ),
        (
            OPENING,
            &[("المتواصل", "المتواصلل"), ("رجال الأعمال", "رجالالأعمال")],
        ),
        (
            OPENING,
            &[
                ("وقال إن الرحلة", "وقال عبد العزيز إن الرحلة"),
                ("تستغرق", "تستغرق كما قال عبدالعزيز"),
            ],
        ),
        (
            EXECUTION,
            &[
                ("اليوم بيانا", "أمس بيانا"),
                ("بشأن", "حول"),
                ("إثر خلاف", "بعد خلاف"),
            ],
        ),
        (
            CONGRATULATION,
            &[
                ("إلى الرئيس", "لفخامة الرئيس"),
                ("برقية تهنئة مماثلة", "برقية مماثلة"),
            ],
        ),
        (
            WEATHER,
            &[
                ("توقعت الأرصاد", "تتوقع الرئاسة العامة للأرصاد"),
                ("غائمة", "ملبدة"),
            ],
        ),
        (BRIEF, &[("أعلنت الصحة", "أكدت الصحة"), ("والحمد لله", "")]),
    ] {
        assert_copies(story, edits);
    }
}

#[test]
fn numbers_in_another_notation_are_the_same() {
    let visitors = |number: &str| format!("{OPENING} وبلغ عدد الزوار {number} زائر في ذلك الشهر.");
    for (a, b) in [
        ("1.7 مليون", "1733581"),
        ("50 ألف", "50,000"),
        ("1.733.581", "1,733,581"),
        ("1 733 581", "1,733,581"),
        ("581 ر 733 ر 1", "1,733,581"),
        ("مليونا و733 ألف", "1,733,581"),
    ] {
        assert!(
            are_near_duplicates(&text(&visitors(a)), &text(&visitors(b))),
            "{a} {b}"
        );
    }
    for (a, b) in [
        ("1.7 مليون", "1.9 مليون"),
        ("50", "500"),
        ("50 ألف", "60,000"),
    ] {
        assert!(
            !are_near_duplicates(&text(&visitors(a)), &text(&visitors(b))),
            "{a} {b}"
        );
    }
    for edits in [
        &[("أمس", "أمس الأول"), ("12 قطارا", "اثني عشر قطارا")][..],
        &[("النقل أمس", "النقل أول من أمس الخميس 29 يوليو")],
        // The same day by two calendars.
        &[("الأحد المقبل", "30 10 1436"), ("سنوات", "سنين")],
        &[
            ("12 قطارا", "١٢ قطارا"),
            ("40 ريالا", "أربعين ريالا"),
            ("ثلاث سنوات", "3 سنوات"),
        ],
    ] {
        assert_copies(OPENING, edits);
    }
}

#[test]
fn news_by_a_template_are_not() {
    for (story, edits) in [
        // One number, one day.
        (OPENING, &[("12 قطارا", "15 قطارا")][..]),
        (OPENING, &[("40 ريالا", "60 ريالا")]),
        (OPENING, &[("ثلاث سنوات", "خمس سنوات")]),
        (OPENING, &[("صباح الأحد", "صباح الثلاثاء")]),
        (BRIEF, &[("الخميس", "السبت")]),
        (WEATHER, &[("بسرعة 20", "بسرعة 35")]),
        // Other people, another place.
        (
            EXECUTION,
            &[
                ("سالم بن ناصر الفهدي", "ماجد بن علي العتيق"),
                ("عادل بن حمد الراجح", "تركي بن سعد الهاجري"),
            ],
        ),
        (EXECUTION, &[("شقراء", "بيشة")]),
        (EXECUTION, &[("سالم بن ناصر الفهدي", "فواز بن خلف الجبرين")]),
        (
            CONGRATULATION,
            &[
                ("خوليو كاستيانو", "إيمانويل تاغو"),
                ("الأوروغواي", "كوت ديفوار"),
                ("الصديق", "الشقيق"),
            ],
        ),
        (CONGRATULATION, &[("الأوروغواي", "نيكاراغوا")]),
        (CONGRATULATION, &[("خوليو كاستيانو", "بيدرو مانريكي")]),
    ] {
        let other = edited(story, edits);
        assert!(!are_near_duplicates(&text(story), &text(&other)), "{other}");
        assert!(!are_near_duplicates(&text(&other), &text(story)), "{other}");
    }
}

#[test]
fn opposites_are_other_news() {
    let arrival = "وصل الأمير مساء أمس إلى عمان في زيارة رسمية تستمر ثلاثة أيام، وكان في استقباله بالمطار رئيس الديوان ووزير الخارجية وأمين \
        العاصمة وسفراء دول الخليج وعدد من كبار المسؤولين من مدنيين وعسكريين، ويضم الوفد الرسمي وزير التجارة والمستشارين.";
    let departure = edited(
        arrival,
        &[
            ("وصل الأمير مساء أمس إلى", "غادر الأمير مساء أمس"),
            ("في استقباله", "في وداعه"),
        ],
    );
    assert!(!are_near_duplicates(&text(arrival), &text(&departure)));
}

#[test]
fn most_of_both_must_agree() {
    let twice = format!("{OPENING} {EXECUTION}");
    assert!(!are_near_duplicates(&text(OPENING), &text(&twice)));
    assert!(!are_near_duplicates(&text(OPENING), &text(EXECUTION)));
    assert!(!are_near_duplicates(&text(""), &text("")));
}

#[test]
fn what_the_headline_is_about_is_the_news() {
    let body = "استشهد أحد رجال حرس الحدود فجر أمس بعد تعرض موقعه في قطاع الحدود الجنوبية قرب جيزان لمقذوف من داخل الأراضي المجاورة \
        وقد ردت القوات على مصدر النيران في حينه وتمت السيطرة على الموقف ولا يزال التحقيق جاريا في ملابسات ما حدث هناك.";
    let other = edited(body, &[("جيزان", "نجران")]);
    let headed = |title: &str, body: &str| ComparedText::from_parts(title, [body]);
    let (here, there) = ("استشهاد جندي قرب جيزان", "استشهاد جندي في نجران");
    assert!(!are_near_duplicates(
        &headed(here, body),
        &headed(there, &other)
    ));
    assert!(are_near_duplicates(
        &headed(here, body),
        &headed("استشهاد جندي", body)
    ));
}

#[test]
fn news_of_today_is_other_news_tomorrow() {
    let on = |day: i8, text: &str| {
        let mut text = self::text(text);
        text.published = Some(jiff::civil::date(2021, 5, day));
        text
    };
    let today = WEATHER.replace("الأرصاد أن", "الأرصاد اليوم أن");
    let clear = edited(
        &today,
        &[(
            "غائمة جزئيا على مرتفعات الجنوب مع فرصة لهطول أمطار رعدية",
            "صافية على مرتفعات الجنوب",
        )],
    );
    assert!(are_near_duplicates(&on(1, &today), &on(1, &clear)));
    assert!(!are_near_duplicates(&on(1, &today), &on(2, &clear)));
    // Printed again as it was.
    assert!(are_near_duplicates(
        &on(1, &today),
        &on(2, &today.replace("توقعت", "وتوقعت"))
    ));
    // Any day is not today.
    let national = OPENING.replace("في اليوم الواحد", "في اليوم الوطني");
    let shorter = national.replace(
        "وحضر الحفل عدد من المسؤولين ورجال الأعمال الذين أشادوا بالمشروع ودوره في",
        "وذلك",
    );
    assert!(are_near_duplicates(&on(1, &national), &on(2, &shorter)));
}

#[test]
fn what_is_printed_in_the_same_days_may_differ_more() {
    let on = |day: i8, text: &str| {
        let mut text = self::text(text);
        text.published = Some(jiff::civil::date(2021, 5, day));
        text
    };
    let long = format!("{OPENING} {}", WEATHER.replace("الساعة", "الثانية"));
    for (edits, is_copy) in [
        // A slip, and what became known later.
        (&[("12 قطارا", "15 قطارا")][..], true),
        (&[("12 قطارا", "15 قطارا"), ("40 ريالا", "60 ريالا")], false),
        (&[("صباح الأحد", "صباح الثلاثاء")], false),
        // Another wording.
        (
            &[
                ("المتواصل", "الدؤوب"),
                ("تنشيط", "دعم"),
                ("متاحة", "تباع"),
                ("ابتداء", "انطلاقا"),
                ("أشادوا", "نوهوا"),
            ],
            true,
        ),
    ] {
        let other = edited(&long, edits);
        assert_eq!(
            are_near_duplicates(&on(1, &long), &on(3, &other)),
            is_copy,
            "{other}"
        );
        assert!(
            !are_near_duplicates(&on(1, &long), &on(9, &other)),
            "{other}"
        );
    }
    let headed = |number: &str| {
        let mut text =
            ComparedText::from_parts(&format!("{number} قطارا"), [&*long.replace("12", number)]);
        text.published = Some(jiff::civil::date(2021, 5, 1));
        text
    };
    assert!(!are_near_duplicates(&headed("12"), &headed("15")));
}

#[test]
fn paragraphs_may_stand_in_another_order() {
    let (first, second) = OPENING.split_once("وأضاف").unwrap();
    let moved = format!("وأضاف {second} {first}");
    assert!(are_near_duplicates(&text(OPENING), &text(&moved)));
    let other = moved.replace("40 ريالا", "60 ريالا");
    assert!(!are_near_duplicates(&text(OPENING), &text(&other)));
}

#[test]
fn days_in_headlines_are_days() {
    let headed = |title: &str| ComparedText::from_parts(title, [&*format!("{WEATHER} {title}")]);
    assert!(!are_near_duplicates(
        &headed("حالة الطقس اليوم السبت"),
        &headed("حالة الطقس اليوم الأحد")
    ));
    assert!(are_near_duplicates(
        &headed("حالة الطقس اليوم السبت"),
        &headed("السبت: طقس معتدل")
    ));
}

#[test]
fn long_texts_are_compared_in_time() {
    let words = |step: usize| (0..30_000).map(move |i| format!("كلمة{} ", i * step % 9973));
    let (a, b): (String, String) = (words(7).collect(), words(11).collect());
    assert!(!are_near_duplicates(&text(&a), &text(&b)));
    assert!(are_near_duplicates(&text(&a), &text(&a)));
}

proptest! {
    #[test]
    fn is_the_same_both_ways(
        words in prop::collection::vec("[ابتثمن]{2,5}|[0-9]{1,2}", 20..60),
        edits in prop::collection::vec((0..60_usize, "[ابتثمن]{2,5}|[0-9]{1,2}"), 0..8),
    ) {
        let mut other = words.clone();
        for (place, word) in edits {
            let place = place % other.len();
            other[place] = word;
        }
        let (a, b) = (text(&words.join(" ")), text(&other.join(" ")));
        prop_assert_eq!(are_near_duplicates(&a, &b), are_near_duplicates(&b, &a));
        prop_assert!(are_near_duplicates(&a, &a));
    }
}
