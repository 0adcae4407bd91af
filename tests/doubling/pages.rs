//! Saved pages.

use fihris_corpus::formats::html::page;

use super::work::doubles;

/// A text, and then `piece` n times.
fn behind_text(piece: &str, n: usize) -> String {
    format!("<p>نص</p>{}", piece.repeat(n))
}

/// `make` for each number below n.
fn each(n: usize, make: impl Fn(usize) -> String) -> String {
    (0..n).map(make).collect()
}

#[test]
fn pieces() {
    for (piece, n) in [
        ("&", 100_000),
        ("\u{A0}", 50_000),
        ("<p>نص", 4_000),
        ("<br>", 8_000),
        ("</x>", 20_000),
        ("<!-- -->", 20_000),
        ("&amp", 50_000),
        ("<a href=x>نص</a>", 4_000),
        ("<time>1</time>", 4_000),
        ("<p><time>1</time></p>", 3_000),
        ("<h1>نص</h1>", 4_000),
        ("<li><b>نص</b></li>", 4_000),
        ("<meta name=a content=b>", 4_000),
        ("<a rel=tag>نص</a>", 4_000),
        ("<noscript><img></noscript>", 4_000),
        ("<table><tr><td>نص</table>", 1_500),
        ("<body a=1>", 8_000),
        ("<script type='application/ld+json'>{}</script>", 3_000),
        ("<div class='share'>نص</div>", 3_000),
        ("<", 50_000),
        ("<a", 50_000),
        ("<a x='", 50_000),
    ] {
        doubles(
            &format!("page: {piece}"),
            n,
            |n| behind_text(piece, n),
            |html| page(html),
        );
    }
}

#[test]
fn deep_pages() {
    for (piece, n) in [
        ("<div>", 20_000),
        ("<b>", 20_000),
        ("<table><div>", 10_000),
        ("<table><b>", 10_000),
        ("<svg><g>", 10_000),
        ("<template>", 10_000),
        ("<b><p>", 10_000),
        ("<a><div>", 10_000),
        ("<b><p></b>", 5_000),
        ("<table><tr><td>", 5_000),
        ("<div>نص", 10_000),
    ] {
        doubles(
            &format!("page, deep: {piece}"),
            n,
            |n| behind_text(piece, n),
            |html| page(html),
        );
    }
    let table = |n: usize| format!("<p>نص</p><table>{}", "<b>".repeat(n));
    doubles("page: <b>… in a table", 20_000, table, |html| page(html));
}

#[test]
fn wide_tags() {
    doubles(
        "page: attributes of a tag",
        20_000,
        |n| format!("<p>نص</p><div{}>", each(n, |i| format!(" a{i}"))),
        |html| page(html),
    );
    doubles(
        "page: attributes with values",
        10_000,
        |n| format!("<p>نص</p><div{}>", each(n, |i| format!(" a{i}='>'"))),
        |html| page(html),
    );
    doubles(
        "page: attributes of many <body>",
        5_000,
        |n| each(n, |i| format!("<body a{i}=1>")),
        |html| page(html),
    );
    doubles(
        "page: a long value",
        200_000,
        |n| format!("<p title='{}'>نص</p>", "&".repeat(n)),
        |html| page(html),
    );
    doubles(
        "page: styles that are never closed",
        2_000,
        |n| {
            format!(
                "<p>{}{}",
                each(n / 10, |i| format!("<font a={i}>")),
                "<p>نص".repeat(n)
            )
        },
        |html| page(html),
    );
}

#[test]
fn titles_and_tags() {
    doubles(
        "page: title and headings",
        2_000,
        |n| {
            format!(
                "<title>{}</title>{}",
                "نص ".repeat(n),
                "<h1>غير هذا</h1>".repeat(n)
            )
        },
        |html| page(html),
    );
    doubles(
        "page: one long heading",
        5_000,
        |n| {
            format!(
                "<h1>{}</h1>{}",
                "نص ".repeat(n),
                "<h2>غير هذا</h2>".repeat(n)
            )
        },
        |html| page(html),
    );
    doubles(
        "page: shared title and headings",
        2_000,
        |n| {
            let title = "نص ".repeat(n);
            format!(
                "<meta property=og:title content='{title}'>{}",
                "<h2>غير هذا</h2>".repeat(n)
            )
        },
        |html| page(html),
    );
    doubles(
        "page: key words",
        3_000,
        |n| {
            let words = each(n, |i| format!("نص{i}،"));
            format!("<title>{words}</title><meta property='article:tag' content='{words}'>")
                + &each(n, |i| {
                    format!("<meta property='article:tag' content='{i}'>")
                })
        },
        |html| page(html),
    );
    doubles(
        "page: linked data",
        5_000,
        |n| {
            let graph = each(n, |i| format!("{{\"@id\":\"{i}\",\"@type\":\"Article\"}},"));
            format!(
                "<script type='application/ld+json'>{{\"@graph\":[{graph}{{\"@type\":\"Article\",\"headline\":\"ن&amp;<b>ص\",\
                 \"articleBody\":\"{}\"}}]}}</script>",
                "<b>نص&amp;".repeat(n)
            )
        },
        |html| page(html),
    );
}
