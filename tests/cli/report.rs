//! Pages of HTML: whole, safe, to be read without a script or a network.

use dom_query::Document;
use insta::assert_snapshot;
use serde_json::json;

use super::sandbox::Sandbox;

/// What a text may hold to break out of a page, or out of its line.
const HOSTILE: &[&str] = &[
    "<script>window.hacked = 1</script>",
    "\"><img src=x onerror=\"window.hacked = 2\">",
    "'><svg onload=window.hacked=3>",
    "</style></title></head><body onload=\"window.hacked = 4\">",
    "--><!-- <iframe srcdoc=\"<script>window.hacked = 5</script>\">",
    "<a href=\"javascript:window.hacked=6\">",
    "&lt;script&gt;&amp;&#x202e;",
    "\u{202e}قلب\u{2066}\u{200f}",
    "\u{1b}[31mأحمر\u{1b}[2J\u{7}\u{9b}2J",
];

/// Two sources, three months, and all that is hostile in texts, headlines, ids, sources and a file's name.
fn hostile() -> Sandbox {
    let sandbox = Sandbox::new();
    let articles = HOSTILE.iter().enumerate().map(|(i, evil)| {
        let text =
            format!("وصل القطار {evil} إلى محطة رقم{i} يوم 9 نوفمبر 2020. غادر القطار {evil}.");
        json!({
            "id": format!("{evil}{i}"),
            "title": format!("قطار {evil} {i}"),
            "text": text,
            "source": evil,
            "date": format!("2020-{:02}-01", i % 3 + 1),
        })
        .to_string()
    });
    let story = "غادر القطار السريع محطة المدينة القديمة صباح اليوم متجها نحو الساحل الشمالي وعلى متنه مئات الركاب من \
        الطلاب والعمال، وقالت الشركة إن الرحلة ستستغرق خمس ساعات وإن التذاكر نفدت منذ أيام. ";
    let copies = ["<b>1", "<b>2"].map(|id| {
        json!({ "id": id, "title": HOSTILE[1], "text": story.repeat(3), "source": HOSTILE[0] })
            .to_string()
    });
    let lines: Vec<String> = articles.chain(copies).collect();
    sandbox.write("papers.jsonl", lines.join("\n"));
    #[cfg(unix)]
    sandbox.write(
        "\"><img src=x onerror=alert(1)>\n'&%41#?.txt",
        "وصل القطار.",
    );
    sandbox.stdout(&["index", "."]);
    sandbox
}

/// Every way of looking, with the exit status of the page.
fn ways(sandbox: &Sandbox) -> Vec<(Document, String)> {
    let id = format!("{}0", HOSTILE[0]);
    let evil = format!("القطار OR \"{}\"", HOSTILE[0]);
    let ways: [&[&str]; 20] = [
        &["search", "القطار", "--limit", "50", "--copies", "--why"],
        &["search", &evil, "--no-group"],
        &["search", "القطار محطتنا", "--any"],
        &["search", "القطار", "--group-by", "source"],
        &["search", "بحطة"],
        &["search", "القطار", "--group-by", "source,month"],
        &["terms", "القطار", "--vs", &evil],
        &["timeline", "القطار", &evil],
        &["compare", &evil, "القطار"],
        &["names", &evil],
        &["kwic", "القطار"],
        &["timeline", "القطار"],
        &["terms", "القطار", "--sort", "frequent"],
        &["collocates", "القطار"],
        &["spellings", "القطار"],
        &["explain", &evil],
        &["explain", "بحطة"],
        &["copies"],
        &["similar", &id],
        &["show", &id],
    ];
    let page = |way: &&[&str]| {
        let html = sandbox.stdout(&[way, &["--format", "html"][..]].concat());
        (Document::from(html.clone()), html)
    };
    ways.iter().map(page).collect()
}

#[test]
fn every_page_is_whole_and_nothing_in_it_runs() {
    for (page, html) in ways(&hostile()) {
        assert!(page.errors.borrow().is_empty(), "{:?}\n{html}", page.errors);
        let count = |selector: &str| page.select(selector).length();
        for one in [
            "html[lang=en][dir=ltr]",
            "head > title",
            "meta[http-equiv]",
            "h1",
            "main",
            "script",
            "style",
        ] {
            assert_eq!(count(one), 1, "{one}\n{html}");
        }
        let foreign = "img, iframe, object, embed, link, base, form, a:not([href^='file://']):not([href^='#'])";
        assert_eq!(count(foreign), 0, "{html}");
        let mut ids: Vec<String> = Vec::new();
        for node in page.select("*").nodes() {
            for attribute in node.attrs() {
                let name = attribute.name.local.to_string();
                let is_known = [
                    "aria-hidden",
                    "aria-label",
                    "charset",
                    "class",
                    "content",
                    "data-copied",
                    "data-copy",
                    "data-filter",
                    "data-find",
                    "datetime",
                    "dir",
                    "fill",
                    "font-family",
                    "font-size",
                    "height",
                    "href",
                    "http-equiv",
                    "id",
                    "lang",
                    "name",
                    "open",
                    "role",
                    "scope",
                    "start",
                    "stroke",
                    "stroke-opacity",
                    "tabindex",
                    "text-anchor",
                    "title",
                    "direction",
                    "viewBox",
                    "width",
                    "x",
                    "x1",
                    "x2",
                    "xmlns",
                    "y",
                    "y1",
                    "y2",
                ];
                assert!(is_known.contains(&&*name), "{name} in {html}");
                if name == "id" {
                    ids.push(attribute.value.to_string());
                }
            }
        }
        let number = ids.len();
        ids.sort();
        ids.dedup();
        assert_eq!(ids.len(), number, "ids are unique in {html}");
        for mark in page.select("mark").nodes() {
            assert!(
                mark.has_attr("tabindex") && mark.has_attr("title"),
                "{html}"
            );
        }
        let is_harmful = |c: char| {
            (c.is_control() && c != '\n')
                || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
        };
        assert!(!html.contains(is_harmful), "{html}");
    }
}

#[test]
fn hostile_texts_show_as_text() {
    let sandbox = hostile();
    let html = sandbox.stdout(&[
        "search",
        "القطار",
        "--no-group",
        "--limit",
        "50",
        "--format",
        "html",
    ]);
    let page = Document::from(html);
    let text = page.select("main").text();
    for evil in &HOSTILE[..7] {
        assert!(text.contains(evil), "{evil} in {text}");
    }
    for shown in ["\\u{202e}قلب\\u{2066}", "\\u{1b}[31mأحمر\\u{1b}[2J\\u{7}"] {
        assert!(text.contains(shown), "{shown} in {text}");
    }
    let links = page
        .select("a")
        .nodes()
        .iter()
        .map(|link| link.attr("href").unwrap().to_string())
        .collect::<String>();
    assert!(!links.contains("papers.jsonl"), "{links}"); // a dump
    #[cfg(unix)]
    assert!(
        links.contains(
            "/%22%3E%3Cimg%20src%3Dx%20onerror%3Dalert%281%29%3E%0A%27%26%2541%23%3F.txt"
        ),
        "{links}"
    );
}

#[test]
fn marks_do_not_pile_up() {
    let sandbox = Sandbox::new();
    let pile = "\u{64e}".repeat(100_000);
    let text = format!("ق{pile}طار في المحطة");
    sandbox.write(
        "a.jsonl",
        json!({ "id": "a", "title": text, "text": text }).to_string(),
    );
    sandbox.stdout(&["index", "."]);
    for way in [
        "search",
        "kwic",
        "terms",
        "collocates",
        "explain",
        "spellings",
    ] {
        let html = sandbox.stdout(&[way, "قطار", "--format", "html"]);
        let shown = html.matches('ق').count();
        assert!(
            shown > 0 && html.len() < 30_000 && !html.contains(&pile[..20]),
            "{way}"
        );
    }
}

/// Articles of our own.
pub fn papers() -> Sandbox {
    let sandbox = Sandbox::new();
    let article = |id: &str, source: &str, date: &str, title: &str, text: &str| {
        json!({ "id": id, "source": source, "date": date, "title": title, "text": text })
            .to_string()
    };
    let articles = [
        article(
            "a",
            "النهر",
            "2021-02-03",
            "وصول القطار",
            "وصل القطار يوم الثلاثاء 2 فبراير 2021 إلى المحطة.",
        ),
        article("b", "The River", "2020-12-31", "", "والقطارات في المحطة."),
    ];
    sandbox.write("papers.jsonl", articles.join("\n"));
    sandbox.stdout(&["index", "."]);
    sandbox
}

#[test]
fn a_hit_tells_why_it_is_one() {
    let html = papers().stdout(&["search", "قطار", "--format", "html"]);
    let page = Document::from(html);
    assert_snapshot!(page.select("main").html().replace("><", ">\n<"), @r#"
    <main id="results" tabindex="-1">
    <ol class="hits" start="1">
    <li dir="rtl">
    <article>
    <h2 lang="ar">وصول <mark tabindex="0" title="القطار = قطار · clitic · title">القطار</mark>
    </h2>
    <p class="place">
    <time datetime="2021-02-03">2021-02-03</time>
    <bdi lang="ar">النهر</bdi>
    <bdi>papers.jsonl a</bdi>
    </p>
    <p lang="ar" dir="rtl">وصل <mark tabindex="0" title="القطار = قطار · clitic · body">القطار</mark> <time datetime="2021-02-02" title="2021-02-02">يوم الثلاثاء 2 فبراير 2021</time> إلى المحطة.</p>
    <details>
    <summary>
    <bdi lang="en" dir="ltr">Score 1.13</bdi>
    </summary>
    <ul class="shares" lang="en">
    <li>61.2% · 1× · <bdi lang="ar">القطار</bdi> = <bdi lang="ar">قطار</bdi> · clitic · title</li>
    <li>20.4% · 1× · <bdi lang="ar">القطار</bdi> = <bdi lang="ar">قطار</bdi> · clitic · body</li>
    <li>18.4% · Words near each other and in the lead</li>
    </ul>
    </details>
    </article>
    </li>
    <li dir="rtl">
    <article>
    <h2>
    <bdi>papers.jsonl b</bdi>
    </h2>
    <p class="place">
    <time datetime="2020-12-31">2020-12-31</time>
    <bdi lang="en">The River</bdi>
    </p>
    <p lang="ar" dir="rtl">
    <mark tabindex="0" title="والقطارات = قطار · inflected · body">والقطارات</mark> في المحطة.</p>
    <details>
    <summary>
    <bdi lang="en" dir="ltr">Score 0.77</bdi>
    </summary>
    <ul class="shares" lang="en">
    <li>84.5% · 1× · <bdi lang="ar">والقطارات</bdi> = <bdi lang="ar">قطار</bdi> · inflected · body</li>
    <li>15.5% · Words near each other and in the lead</li>
    </ul>
    </details>
    </article>
    </li>
    </ol>
    </main>
    "#);
}

#[test]
fn a_timeline_is_a_picture_and_a_table() {
    let html = papers().stdout(&["timeline", "قطار", "--format", "html"]);
    let page = Document::from(html);
    // A picture of counts and one of shares; what is no zero leads to its row.
    assert_eq!(page.select(".picture svg[aria-label]").length(), 2);
    assert_eq!(page.select(".picture rect").length(), 6);
    let links = page.select(".picture a");
    let links: Vec<String> = links
        .iter()
        .filter_map(|link| link.attr("href"))
        .map(|href| href.to_string())
        .collect();
    assert_eq!(links, ["#r0", "#r2", "#r0", "#r2"]);
    for link in links {
        assert_eq!(page.select(&link).length(), 1, "{link}");
    }
    let command = page.select("[data-find]").attr("data-find").unwrap();
    assert_eq!(&*command, "fihris search 'قطار date:2020-12'");
    assert_eq!(page.select("main li").length(), 2); // so few stand on the page
    let rows = page
        .select("table tbody tr")
        .nodes()
        .iter()
        .map(|row| row.text().to_string() + "\n")
        .collect::<String>();
    assert_snapshot!(rows, @"
    2020-121110000.0
    2021-0100
    2021-021110000.0
    ");
}

#[test]
fn spellings_have_a_column_each() {
    let html = papers().stdout(&["spellings", "قطار", "--format", "html"]);
    let page = Document::from(html);
    let mut tables = String::new();
    for table in page.select("table").nodes() {
        let table = Document::from(format!("<table>{}</table>", table.inner_html()));
        for row in table.select("tr").nodes() {
            tables.push_str(&row.text());
            tables.push('|');
        }
        tables += "\n";
    }
    assert_snapshot!(tables, @"
    SpellingTimesArticlesRuleForms|القطار32cliticالقطار 2 · والقطارات 1|
    Yearالقطار|20201|20212|
    Sourceالقطار|النهر2|The River1|
    ");
}

#[test]
fn a_page_says_that_nothing_was_found() {
    let sandbox = papers();
    let ways: [&[&str]; 8] = [
        &["search", "المحطه بوتنن", "--all"],
        &["kwic", "بوتنن"],
        &["timeline", "بوتنن"],
        &["terms", "بوتنن"],
        &["collocates", "بوتنن"],
        &["spellings", "بوتنن"],
        &["copies"],
        &["show", "بوتنن"],
    ];
    for way in ways {
        let output = sandbox.output(&[way, &["--format", "html"]].concat());
        assert_eq!(output.status.code(), Some(1), "{way:?}");
        let page = Document::from(sandbox.clean(&output.stdout));
        assert_eq!(
            page.select("main").text().trim().lines().next(),
            Some("Nothing found"),
            "{way:?}"
        );
    }
    let output = sandbox.output(&["search", "القطر", "--format", "html"]);
    let page = Document::from(sandbox.clean(&output.stdout));
    assert_snapshot!(page.select("main").text().trim(), @"
    Nothing found
    In no article: القطر
    ");
}
