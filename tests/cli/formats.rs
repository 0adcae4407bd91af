//! The same articles in every format.

use std::fmt::Write;

use insta::assert_snapshot;

use super::pack::{gzip, tar, zip, zstd};
use super::sandbox::Sandbox;

/// Ids, titles, texts and dates of our own.
const ARTICLES: [[&str; 4]; 4] = [
    [
        "a1",
        "انقطاع الكهرباء في الميناء",
        "قال مدير الميناء إن التيار عاد بعد ساعتين، وإن \"السفن\" لم تتأخر.",
        "2024-01-05",
    ],
    [
        "a2",
        "المكتبة الوطنية تفتح قاعة جديدة",
        "تضم القاعة مخطوطات نادرة & خرائط قديمة.\n\nوقال أمين المكتبة إن الدخول مجاني.",
        "2024-02-11",
    ],
    [
        "a3",
        "محصول التمور يزيد هذا العام",
        "أعلنت التعاونية أن المحصول زاد، والسعر < 5 دنانير للكيلو.",
        "2024-03-20",
    ],
    [
        "a4",
        "قطار جديد يصل إلى المدينة",
        "وصل القطار الأول صباحا؛ واستقبله مدير المحطة وركاب كثيرون.",
        "2024-04-02",
    ],
];

const QUERIES: [&str; 8] = [
    "مدير",
    "القاعة",
    "title:التمور",
    "\"أمين المكتبة\"",
    "السفن OR القطار",
    "مدير -الميناء",
    "السعر",
    "دينار",
];

fn records() -> Vec<serde_json::Value> {
    let names = ["id", "title", "text", "date"];
    ARTICLES
        .iter()
        .map(|article| {
            let fields = names.iter().zip(article);
            fields
                .map(|(name, value)| ((*name).to_string(), (*value).into()))
                .collect::<serde_json::Map<_, _>>()
                .into()
        })
        .collect()
}

fn table(separator: &str) -> String {
    let quote = |cell: &&str| format!("\"{}\"", cell.replace('"', "\"\""));
    let rows = ARTICLES.iter().map(|article| {
        let cells: Vec<String> = article.iter().map(quote).collect();
        cells.join(separator)
    });
    let header = ["id", "title", "text", "date"].join(separator);
    std::iter::once(header)
        .chain(rows)
        .collect::<Vec<_>>()
        .join("\r\n")
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

fn docs() -> String {
    let docs = ARTICLES.map(|[id, title, text, date]| {
        let (title, text) = (escape(title), escape(text));
        format!(
            "<DOC>\n<DOCNO> {id} </DOCNO>\n<DATE>{date}</DATE>\n<HEADLINE>{title}</HEADLINE>\n<TEXT>\n{text}\n</TEXT>\n</DOC>\n"
        )
    });
    docs.concat()
}

fn feed() -> String {
    let items = ARTICLES.map(|[id, title, text, date]| {
        let text = escape(&escape(text)).replace("\n\n", "&lt;/p&gt;&lt;p&gt;");
        format!(
            "<item><guid>{id}</guid><title><![CDATA[{title}]]></title><pubDate>{date}</pubDate>\n\
             <description>&lt;p&gt;{text}&lt;/p&gt;</description></item>\n"
        )
    });
    format!(
        "<?xml version=\"1.0\"?>\n<rss><channel><title>أخبار</title>\n{}</channel></rss>\n",
        items.concat()
    )
}

/// The articles in all formats, by file names.
fn plain() -> Vec<(&'static str, String)> {
    let lines: Vec<String> = records().iter().map(ToString::to_string).collect();
    vec![
        ("news.jsonl", lines.join("\n")),
        (
            "news.json",
            serde_json::to_string_pretty(&records()).unwrap(),
        ),
        ("news.csv", table(",")),
        ("semicolons.csv", table(";")),
        ("news.tsv", table("\t")),
        ("docs.xml", docs()),
        ("docs.sgml", docs().replace("</DOC>\n<DOC>", "<DOC>")),
        ("feed.rss", feed()),
    ]
}

/// The articles that each query finds since February, in order.
fn answers(sandbox: &Sandbox, file: &str) -> String {
    let index = format!("{file}.index");
    let args = [
        "search",
        "--queries",
        "queries",
        "--since",
        "2024-02",
        "--format",
        "trec",
    ];
    let run = sandbox.stdout(&[&["--index", &index][..], &args].concat());
    let mut answers = String::new();
    for line in run.lines() {
        let columns: Vec<&str> = line.split(' ').collect();
        let id = columns[2].rsplit('/').next().unwrap();
        writeln!(answers, "{} {}", columns[0], id.trim_end_matches(".txt")).unwrap();
    }
    answers
}

#[test]
fn every_format_gives_the_same_answers() {
    let sandbox = Sandbox::new();
    let mut files: Vec<(String, Vec<u8>)> = Vec::new();
    for (name, text) in plain() {
        let bytes = text.as_bytes();
        files.push((name.into(), bytes.to_vec()));
        files.push((format!("{name}.gz"), gzip(bytes)));
        files.push((format!("{name}.zst"), zstd(bytes)));
        let inside = format!("a/{name}");
        files.push((format!("{name}.zip"), zip(&[(&inside, bytes)])));
        let tar = tar(&[("./.read me", b"x"), (&inside, bytes)]);
        files.push((format!("{name}.tar.gz"), gzip(&tar)));
        files.push((format!("{name}.tar"), tar));
    }
    let texts = ARTICLES.map(|[id, title, text, date]| {
        (
            format!("{id}.txt"),
            format!("{title}\n\n{date}\n\n{text}\n"),
        )
    });
    let texts: Vec<(&str, &[u8])> = texts
        .iter()
        .map(|(name, text)| (&**name, text.as_bytes()))
        .collect();
    files.push(("texts.zip".into(), zip(&texts)));
    files.push(("texts.tar.zst".into(), zstd(&tar(&texts))));
    let queries = (1..).zip(QUERIES);
    let queries: Vec<String> = queries
        .map(|(number, query)| format!("{number}\t{query}\n"))
        .collect();
    sandbox.write("queries", queries.concat());
    let mut expected = None;
    for (name, bytes) in &files {
        sandbox.write(name, bytes);
        let index = format!("{name}.index");
        sandbox.stdout(&["--index", &index, "index", name, "--strict"]);
        let found = answers(&sandbox, name);
        assert_eq!(
            expected.get_or_insert_with(|| found.clone()),
            &found,
            "{name}"
        );
    }
    files.retain(|(_, bytes)| !bytes.starts_with(b"PK")); // a zip needs a file
    for (name, bytes) in &files {
        let index = format!("stdin-{name}.index");
        let mut command = sandbox.command(&["--index", &index, "index", "-", "--strict"]);
        command.write_stdin(bytes.clone()).assert().success();
        let found = answers(&sandbox, &format!("stdin-{name}"));
        assert_eq!(expected.as_ref(), Some(&found), "{name} on stdin");
    }
    assert_snapshot!(expected.unwrap(), @"
    1 a4
    2 a2
    3 a3
    4 a2
    5 a4
    6 a4
    7 a3
    8 a3
    ");
}

#[test]
fn files_in_archives_have_names_and_go_with_the_archive() {
    let sandbox = Sandbox::new();
    let news = table(",");
    sandbox.write(
        "old.zip",
        zip(&[
            ("./2024/one.txt", "خبر عن القطار".as_bytes()),
            ("2024/news.csv", news.as_bytes()),
            ("2024/photo.png", b"\x89PNG"),
            (".hidden/x.txt", "مخفي".as_bytes()),
            ("__MACOSX/._one.txt", b"\0\x05"),
            ("inner.tar", &tar(&[])),
            ("broken.txt", b"\xFF\xFE"),
        ]),
    );
    assert_snapshot!(sandbox.run(&["index", "old.zip"]), @"
    exit 0
    --- stdout
    --- stderr
    skipped: old.zip/inner.tar: an archive in an archive; unpack the outer one
    skipped: old.zip/broken.txt: empty: there is no word in it
    index made in ROOT/.fihris
    files: 1 added, 2 skipped; 1 .png not read; 5 articles in the index; TIME
    ");
    assert_snapshot!(sandbox.stdout(&["search", "القطار", "--files"]), @"
    old.zip/2024/one.txt
    old.zip/2024/news.csv
    ");
    assert_snapshot!(sandbox.run(&["show", "old.zip/2024/one.txt"]), @"
    exit 0
    --- stdout
    خبر عن القطار--- stderr
    ");
    assert_eq!(
        sandbox.stdout(&["search", "القطار", "old.zip", "--count"]),
        "2\n"
    );
    sandbox.write(
        "old.zip",
        zip(&[("2024/two.txt", "خبر عن القطار".as_bytes())]),
    );
    sandbox.stdout(&["index"]);
    assert_snapshot!(sandbox.stdout(&["search", "القطار", "--files"]), @"old.zip/2024/two.txt");
    std::fs::remove_file(sandbox.path("old.zip")).unwrap();
    sandbox.stdout(&["index", "old.zip"]);
    assert_eq!(sandbox.stdout(&["search", "خبر", "--count"]), "0\n");
}

#[test]
fn fields_are_guessed_told_and_named() {
    let sandbox = Sandbox::new();
    sandbox.write(
        "news.csv",
        "_id,headline,Body,lead,publisher\n7,عنوان,متن الخبر,موجز الأنباء,تاس\n8,آخر,متن,موجز,\n",
    );
    assert_snapshot!(sandbox.run(&["index", "news.csv"]), @r#"
    exit 0
    --- stdout
    --- stderr
    note: news.csv: fields are guessed: id = "_id", title = "headline", text = "Body", source = "publisher"; --field names others
    index made in ROOT/.fihris
    files: 1 added; 2 articles in the index; TIME
    "#);
    assert_eq!(sandbox.stdout(&["search", "source:تاس", "--count"]), "1\n");
    assert_eq!(sandbox.stdout(&["search", "موجز", "--count"]), "0\n");
    assert_snapshot!(sandbox.run(&["index", "news.csv", "--field", "text=lead", "--rebuild"]), @r#"
    exit 0
    --- stdout
    --- stderr
    note: news.csv: fields are guessed: id = "_id", title = "headline", source = "publisher"; --field names others
    files: 1 added; 2 articles in the index; TIME
    "#);
    assert_eq!(sandbox.stdout(&["search", "موجز", "--count"]), "2\n");
}

#[test]
fn a_saved_page_gives_its_article() {
    let sandbox = Sandbox::new();
    let page = "<html><head><meta http-equiv=Content-Type content='text/html; charset=windows-1256'>
        <title>المكتبة تفتح قاعة &quot;المخطوطات&quot; - صحيفة النهر</title><meta property=og:site_name content='صحيفة النهر'></head>
        <body><ul class=menu><li><a href=/>الرئيسية</a><li><a href=/s>سياسة</a></ul>
        <div><h1>المكتبة تفتح قاعة &quot;المخطوطات&quot;</h1><time datetime=2024-02-11T08:00>أمس</time>
        <p>تضم القاعة الجديدة مخطوطات نادرة، وخرائط قديمة، وصورا لم تعرض من قبل، كما قال أمين المكتبة.</p>
        <p>وأضاف أن الدخول مجاني، وأن الأبواب تفتح كل صباح، ما عدا يوم الجمعة، حتى نهاية العام.</p></div>
        <script>var s = 'برنامج';</script><footer>جميع الحقوق محفوظة</footer></body></html>";
    let (bytes, ..) = encoding_rs::WINDOWS_1256.encode(page);
    sandbox.write("page.html", bytes);
    sandbox.write("empty.htm", "<html><div id=app></div></html>");
    assert_snapshot!(sandbox.run(&["index", "."]));
    assert_snapshot!(sandbox.run(&["search", "المخطوطات", "--format", "json"]));
    assert_snapshot!(sandbox.run(&["search", "الرئيسية OR برنامج OR الحقوق", "--zones", "all"]));
    assert_snapshot!(sandbox.run(&["show", "--zones", "page.html"]));
}
