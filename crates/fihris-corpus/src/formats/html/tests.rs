use proptest::prelude::*;

use super::*;

/// A sentence long enough for a paragraph.
const FIRST: &str = "قال الوزير إن العمل في المدرسة الجديدة يبدأ غدا، وأضاف أن الخطة جاهزة منذ شهور، ثم غادر القاعة.";
const SECOND: &str =
    "وأوضح المدير أن عدد الطلاب بلغ ألفا ومئتين، وأن الأهالي ينتظرون الافتتاح منذ عامين، على حد قوله.";
const THIRD: &str = "وكانت البلدية أعلنت، في بيان نشرته أمس، أنها رصدت للمشروع ميزانية إضافية، من دون أن تذكر مبلغا.";

/// Attributes with a number in each name, for a tag.
pub(super) fn attributes(numbers: std::ops::Range<usize>, value: &str) -> String {
    let attributes: Vec<String> = numbers
        .map(|number| format!(" a{number}={value}"))
        .collect();
    attributes.concat()
}

/// A page of an invented site around `article`.
fn around(article: &str) -> String {
    let menu = ["الرئيسية", "سياسة", "اقتصاد", "رياضة"]
        .map(|name| format!("<li><a href='/{name}'>{name}</a></li>"))
        .concat();
    format!(
        "<!doctype html><html lang=ar><head><title>مدرسة جديدة | صحيفة النهر</title>
        <meta property='og:site_name' content='صحيفة النهر'><style>p {{ color: red }}</style></head>
        <body><header class=header><h1>صحيفة النهر</h1><nav><ul>{menu}</ul></nav></header>
        <!-- تعليق خفي -->
        {article}
        <script>var text = 'نص في البرنامج';</script>
        <div id=comments class=comments><h3>التعليقات</h3><p>أحسنتم، خبر جميل</p></div>
        <aside class=sidebar><h3>الأكثر قراءة</h3><ul>{menu}</ul></aside>
        <footer><p>جميع الحقوق محفوظة لصحيفة النهر</p></footer></body></html>"
    )
}

fn text_of(article: &str) -> String {
    page(&around(article)).text
}

#[test]
fn menus_scripts_comments_and_the_foot_are_no_text() {
    for article in [
        format!(
            "<article><h1>مدرسة جديدة</h1><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p></article>"
        ),
        format!("<div class=x><p>{FIRST}<p>{SECOND}<p>{THIRD}</div>"),
        format!("<div>{FIRST}<br><br>{SECOND}<br/> &nbsp; <br>{THIRD}</div>"),
        format!("<table><tr><td><div><p>{FIRST}</div><p>{SECOND}</p><b><p>{THIRD}</b></p></table>"),
        format!("<font><center><p>{FIRST}</font></p><div><i><p>{SECOND}</i></div><p>{THIRD}"),
    ] {
        assert_eq!(
            text_of(&article),
            [FIRST, SECOND, THIRD].join("\n\n"),
            "{article}"
        );
    }
}

#[test]
fn what_stands_in_the_article_keeps_its_lines() {
    let text = text_of(&format!(
        "<article><p>{FIRST}</p><h2>أسباب&nbsp;التأخير</h2><p>{SECOND}</p>
        <ul><li>نقص المواد، بعد ارتفاع الأسعار في الأسواق<li>وتأخر العمال، لسوء الأحوال الجوية</ul>
        <table><caption>الأعداد</caption><tr><th>العام<th>الطلاب<tr><td>2020<td>900<tr><td>2021<td>1200</table>
        <p>{THIRD}<br>النهر</p></article>"
    ));
    let lines = [
        FIRST,
        "",
        "أسباب التأخير",
        "",
        SECOND,
        "",
        "نقص المواد، بعد ارتفاع الأسعار في الأسواق",
        "وتأخر العمال، لسوء الأحوال الجوية",
        "",
        "الأعداد",
        "العام الطلاب",
        "2020 900",
        "2021 1200",
        "",
        THIRD,
        "النهر",
    ];
    assert_eq!(text, lines.join("\n"));
}

#[test]
fn words_stay_whole() {
    for (html, text) in [
        ("<b>الر</b>ئيس", "الرئيس"),
        ("<b>ال</b><i>رئيس</i> <b> وصل </b>", "الرئيس وصل"),
        (
            "&#1593;&#x644;&#1609; &quot;الأرض&quot; &amp; &laquo;البحر&raquo;",
            "على \"الأرض\" & «البحر»",
        ),
        (
            "بيروت\u{200F} (النهر)\u{FEFF}\u{A0} - خبر",
            "بيروت\u{200F} (النهر) - خبر",
        ),
        ("أول\n   سطر<wbr>ه", "أول سطره"),
    ] {
        let found = text_of(&format!(
            "<article><p>{html}</p><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p></article>"
        ));
        assert_eq!(found.lines().next(), Some(text), "{html}");
    }
}

#[test]
fn linked_data_tells_of_the_article() {
    let body = format!("<article><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p></article>");
    let page = page(&around(&format!(
        "<script type='application/ld+json'>
        {{\"@context\": \"https://schema.org\", \"@graph\": [
        {{\"@type\": \"WebSite\", \"name\": \"موقع\"}},
        {{\"@type\": [\"NewsArticle\"], \"headline\": \"افتتاح مدرسة &quot;الأمل&quot;\", \"url\": \"https://nahr.example/1\",
          \"datePublished\": \"2021-03-12T08:00:00+03:00\", \"keywords\": \"مدارس, تعليم\",
          \"publisher\": {{\"@id\": \"#nahr\"}}, \"articleBody\": \"سطر
        وسطر\"}},
        {{\"@type\": \"Organization\", \"@id\": \"#nahr\", \"name\": \"النهر\"}}]}}</script>
        {body}"
    )));
    assert_eq!(page.title.as_deref(), Some("افتتاح مدرسة \"الأمل\""));
    assert_eq!(page.published.as_deref(), Some("2021-03-12T08:00:00+03:00"));
    assert_eq!(page.site.as_deref(), Some("صحيفة النهر"));
    assert_eq!(page.address.as_deref(), Some("https://nahr.example/1"));
    assert_eq!(page.language.as_deref(), Some("ar"));
    assert_eq!(page.tags, ["مدارس", "تعليم"]);
    assert!(page.text.starts_with(FIRST));
    let only = super::page(&format!(
        "<script type=application/ld+json>{{\"@type\": \"Article\", \"publisher\": {{\"name\": \"النهر\"}},
        \"articleBody\": \"{FIRST}\\n\\n<p>{SECOND}</p>\"}}</script><div id=app></div>"
    ));
    assert_eq!(only.text, [FIRST, SECOND].join("\n\n"));
    assert_eq!(only.site.as_deref(), Some("النهر"));
}

#[test]
fn days_and_tags_from_where_the_page_has_them() {
    for (html, published) in [
        (
            "<meta name=pubdate content='12 مارس 2021'><time>أمس</time>",
            "12 مارس 2021",
        ),
        (
            "<article><h1>ع</h1><time datetime='2021-03-12'>أمس</time></article>",
            "2021-03-12",
        ),
        (
            "<span itemprop=datePublished>١٢ مارس ٢٠٢١</span>",
            "١٢ مارس ٢٠٢١",
        ),
        (
            "<script type='application/ld+json'>{broken</script><time pubdate datetime=2021-03-12>",
            "2021-03-12",
        ),
    ] {
        assert_eq!(page(html).published.as_deref(), Some(published), "{html}");
    }
    for (html, tags) in [
        (
            "<meta property=article:tag content=مدارس><a rel='nofollow tag'>#تعليم_عال</a>",
            &["مدارس", "تعليم عال"][..],
        ),
        (
            "<meta name=keywords content='مدارس، تعليم، مدارس,'>",
            &["مدارس", "تعليم"],
        ),
        (
            "<title>مدارس تفتح</title><meta name=keywords content='مدارس,تفتح'>",
            &[],
        ),
    ] {
        assert_eq!(page(html).tags, tags, "{html}");
    }
}

#[test]
fn a_page_becomes_an_article() {
    let html = around(&format!(
        "<article><h1>مدرسة جديدة</h1><time datetime='2021-03-12T10:00'></time>
        <p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p><a rel=tag href=/t>مدارس</a></article>"
    ));
    let article = &articles(&"f.html".into(), &"f.html".into(), &html).unwrap()[0];
    assert_eq!(
        (&*article.id, article.title()),
        ("f.html", Some("مدرسة جديدة"))
    );
    assert_eq!(article.source.as_deref(), Some("صحيفة النهر"));
    let published = article
        .published
        .as_ref()
        .map(|published| published.date.to_string());
    assert_eq!(published.as_deref(), Some("2021-03-12"));
    assert_eq!(article.fields["tags"], "مدارس");
    assert_eq!(
        articles(&"f".into(), &"f".into(), "<html><div id=app></div>"),
        Err(SkipReason::NoMainText)
    );
}

#[test]
fn films_with_arabic_addresses_are_no_danger() {
    for film in [
        "<iframe src='بxyoutube.com'></iframe>",
        "<iframe src='https://بيت.example/xwww.youtube.com'></iframe>",
        "<object data=x>بxyoutube.com</object>",
        "<object data=x><p title='بxyoutube.com'>x</object>",
        "<embed src=بxyoutube.com>",
    ] {
        let text = text_of(&format!(
            "<article><p>{FIRST}</p><div>{film}</div><p>{SECOND}</p><p>{THIRD}</p></article>"
        ));
        assert!(text.contains(FIRST) && text.contains(THIRD), "{film}");
    }
}

#[test]
fn depth_is_no_danger() {
    for (start, end) in [
        ("<div>", "</div>"),
        ("<b>", "</b>"),
        ("<table><tr><td>", ""),
        ("<x-y>", "</x-y>"),
        // No end tags: they stand inside another or in a comment, or end nothing.
        ("<div i</div>", ""),
        ("<div><!--</div>-->", ""),
        ("<div></b>", ""),
    ] {
        let html = [
            &start.repeat(4_000),
            "<p>",
            FIRST,
            "</p>",
            &end.repeat(4_000),
        ]
        .concat();
        assert_eq!(page(&html).text, FIRST, "{start}");
    }
}

proptest! {
    #[test]
    fn no_page_is_too_broken(
        html in "(<(/?(p|div|b|a|table|td|li|article|h1|time|meta|script|title|br|svg|template|select|noscript|!--)( (class|itemprop|property|content|type)=(\"|')?[a-z:+/]{0,12}(\"|')?)?/?>?)|[ \\n،.نصخبر]{1,60}|&[#a-z0-9]{0,6};?|\\PC){0,80}",
    ) {
        let page = page(&html);
        prop_assert!(!page.text.starts_with(char::is_whitespace) && !page.text.contains("\n\n\n"));
    }
}

#[test]
fn the_posts_of_live_coverage_are_one_text() {
    let post = |time: &str, text: &str| {
        format!("<div class=post><time datetime=2019-06-12T{time}>{time}</time><p>{text}</p></div>")
    };
    let deep = |time: &str, text: &str| {
        format!("<li><header><time>{time}</time></header><div><p>{text}</p></div></li>")
    };
    for posts in [
        format!(
            "<div class=live>{}{}{}</div>",
            post("10:00", FIRST),
            post("09:30", SECOND),
            post("09:00", THIRD)
        ),
        format!(
            "<ul>{}{}{}</ul>",
            deep("10:00", FIRST),
            deep("09:30", SECOND),
            deep("09:00", THIRD)
        ),
    ] {
        let text = text_of(&format!("<article><h1>مدرسة جديدة</h1>{posts}</article>"));
        for said in [FIRST, SECOND, THIRD] {
            assert!(text.contains(said), "{posts}: {text}");
        }
        assert!(!text.contains("أحسنتم"));
    }
}

#[test]
fn a_standfirst_in_a_heading_is_part_of_the_text() {
    const STANDFIRST: &str = "تستقبل المدرسة طلابها من الثامنة صباحا.";
    for head in [
        format!("<h1>مدرسة جديدة</h1><h2 class=lead>{STANDFIRST}</h2>"),
        format!("<header><h1>مدرسة جديدة</h1><h3>{STANDFIRST}</h3></header>"),
        format!("<h1>مدرسة جديدة</h1><div class=article-lead>{STANDFIRST}</div>"),
    ] {
        let text = text_of(&format!(
            "<main>{head}<div class=content><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p></div></main>"
        ));
        assert_eq!(
            text,
            [STANDFIRST, FIRST, SECOND, THIRD].join("\n\n"),
            "{head}"
        );
    }
    let text = text_of(&format!(
        "<article><h1>مدرسة جديدة</h1><p>{FIRST}</p><h2>ما الذي يقوله أهل المدينة عنها؟</h2><p>{SECOND}</p><p>{THIRD}</p></article>"
    ));
    assert!(text.starts_with(FIRST), "{text}");
}

#[test]
fn the_day_of_publishing_is_told_from_that_of_a_change() {
    for dates in [
        "<div><span>آخر تحديث: 16 تموز 2019 | 10:00</span><span>نشر: 15 تموز 2019 | 09:00</span></div>",
        "<div><span>نشر في: 15 تموز 2019</span> <span>آخر تحديث: 16 تموز 2019</span></div>",
        "<p class=meta>آخر تحديث <time datetime=2019-07-16>أمس</time> نشر <time datetime=2019-07-15>أول أمس</time></p>",
        "<div>تاريخ النشر: 15/7/2019</div><div>آخر تحديث: <time datetime=2019-07-16>16/7/2019</time></div>",
        "<div>Updated: 16 July 2019</div><div>Published: 15 July 2019</div>",
        "<time class=updated datetime=2019-07-16></time><time datetime=2019-07-15></time>",
    ] {
        let html = around(&format!(
            "<article><h1>مدرسة جديدة</h1>{dates}<p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p></article>"
        ));
        let article = &articles(&"7".into(), &"f".into(), &html).unwrap()[0];
        let day = article.published.as_ref().map(|day| day.date.to_string());
        assert_eq!(day.as_deref(), Some("2019-07-15"), "{dates}");
    }
}
