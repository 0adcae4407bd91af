//! The same articles in every format, and files that are broken in every way.

use std::io::Write;

use flate2::Compression;
use flate2::write::GzEncoder;
use insta::assert_snapshot;

use super::world::World;

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

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut packer = GzEncoder::new(Vec::new(), Compression::default());
    packer.write_all(bytes).unwrap();
    packer.finish().unwrap()
}

fn zstd(bytes: &[u8]) -> Vec<u8> {
    ruzstd::encoding::compress_to_vec(bytes, ruzstd::encoding::CompressionLevel::Fastest)
}

fn tar(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut builder = tar::Builder::new(Vec::new());
    for (name, bytes) in files {
        let mut header = tar::Header::new_gnu();
        header.set_size(bytes.len() as u64);
        header.set_mode(0o644);
        builder.append_data(&mut header, name, *bytes).unwrap();
    }
    builder.into_inner().unwrap()
}

fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in files {
        let options = zip::write::SimpleFileOptions::default()
            .compression_method(zip::CompressionMethod::Deflated);
        writer.start_file(*name, options).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// What each query finds, by titles, in order.
fn answers(world: &World, file: &str) -> String {
    let index = format!("{file}.index");
    let mut answers = String::new();
    for query in QUERIES {
        let found = world.stdout(&["--index", &index, "search", query, "--format", "json"]);
        answers += query;
        for line in found.lines() {
            let hit: serde_json::Value = serde_json::from_str(line).unwrap();
            if hit["type"] == "hit" {
                answers += &format!(" | {} {}", hit["title"], hit["published"]["date"]);
            }
        }
        answers.push('\n');
    }
    answers
}

#[test]
fn every_format_gives_the_same_answers() {
    let world = World::new();
    let mut files: Vec<(String, Vec<u8>)> = Vec::new();
    for (name, text) in plain() {
        let bytes = text.as_bytes();
        files.push((name.into(), bytes.to_vec()));
        files.push((format!("{name}.gz"), gzip(bytes)));
        files.push((format!("{name}.zst"), zstd(bytes)));
        let inside = format!("a/{name}");
        files.push((format!("{name}.zip"), zip(&[(&inside, bytes)])));
        let tar = tar(&[("./read me", b"x"), (&inside, bytes)]);
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
    let mut expected = None;
    for (name, bytes) in &files {
        world.write(name, bytes);
        let index = format!("{name}.index");
        world.stdout(&["--index", &index, "index", name, "--strict"]);
        let found = answers(&world, name);
        assert_eq!(
            expected.get_or_insert_with(|| found.clone()),
            &found,
            "{name}"
        );
    }
    for (name, bytes) in files.iter().filter(|(name, _)| !name.ends_with(".zip")) {
        let index = format!("stdin-{name}.index");
        let mut command = world.command(&["--index", &index, "index", "-", "--strict"]);
        command.write_stdin(bytes.clone()).assert().success();
        let found = answers(&world, &format!("stdin-{name}"));
        assert_eq!(expected.as_ref(), Some(&found), "{name} on stdin");
    }
    assert_snapshot!(expected.unwrap(), @"");
}

#[test]
fn files_in_archives_have_names_and_go_with_the_archive() {
    let world = World::new();
    let news = table(",");
    world.write(
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
    assert_snapshot!(world.run(&["index", "old.zip"]), @"
    exit 0
    --- stdout
    --- stderr
    skipped: old.zip/inner.tar: an archive in an archive; unpack the outer one
    skipped: old.zip/broken.txt: not UTF-8 (first bad byte at 0); convert it with: iconv -f WINDOWS-1256 -t UTF-8
    files: 1 added, 2 skipped, 1 of other kinds passed over; 5 articles in the index; TIME
    ");
    assert_snapshot!(world.stdout(&["search", "القطار", "--files"]), @"
    old.zip/2024/one.txt
    old.zip/2024/news.csv
    ");
    assert_snapshot!(world.run(&["show", "old.zip/2024/one.txt"]), @"
    exit 0
    --- stdout
    خبر عن القطار--- stderr
    ");
    assert_eq!(
        world.stdout(&["search", "القطار", "old.zip", "--count"]),
        "2\n"
    );
    world.write(
        "old.zip",
        zip(&[("2024/two.txt", "خبر عن القطار".as_bytes())]),
    );
    world.stdout(&["index"]);
    assert_snapshot!(world.stdout(&["search", "القطار", "--files"]), @"old.zip/2024/two.txt");
    std::fs::remove_file(world.path("old.zip")).unwrap();
    world.stdout(&["index"]);
    assert_eq!(world.stdout(&["search", "خبر", "--count"]), "0\n");
}

#[test]
fn fields_are_guessed_told_and_named() {
    let world = World::new();
    world.write(
        "news.csv",
        "_id,headline,Body,lead,publisher\n7,عنوان,متن الخبر,موجز الأنباء,تاس\n8,آخر,متن,موجز,\n",
    );
    assert_snapshot!(world.run(&["index", "news.csv"]), @r#"
    exit 0
    --- stdout
    --- stderr
    note: news.csv: fields are guessed: id = "_id", title = "headline", text = "Body", source = "publisher"; --field names others
    files: 1 added; 2 articles in the index; TIME
    "#);
    assert_eq!(world.stdout(&["search", "source:تاس", "--count"]), "1\n");
    assert_eq!(world.stdout(&["search", "موجز", "--count"]), "0\n");
    assert_snapshot!(world.run(&["index", "news.csv", "--field", "text=lead", "--rebuild"]), @r#"
    exit 0
    --- stdout
    --- stderr
    note: news.csv: fields are guessed: id = "_id", title = "headline", source = "publisher"; --field names others
    files: 1 added; 2 articles in the index; TIME
    "#);
    assert_eq!(world.stdout(&["search", "موجز", "--count"]), "2\n");
}

#[test]
fn what_is_broken_is_told_and_the_rest_is_read() {
    let world = World::new();
    let long: String = (0..3000)
        .map(|number| format!("{{\"id\": {number}, \"text\": \"خبر رقم {number} عن بغداد\"}}\n"))
        .collect();
    let cut = |bytes: Vec<u8>| bytes[..bytes.len() / 2].to_vec();
    let image = b"\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR".to_vec();
    let files: Vec<(&str, Vec<u8>)> = vec![
        (
            "cells.csv",
            "id,text\n1,خبر\n2\n3,خبر,زائد\n4,\"خبر\nآخر\"\n5,\n".into(),
        ),
        ("columns.tsv", "no\tlead\n1\tخبر\n".into()),
        ("quote.csv", "id,text\n1,خبر\n2,\"خبر\n3,خبر\n".into()),
        ("empty.csv", "\n\n".into()),
        ("header.csv", "id,text\n".into()),
        (
            "record.json",
            "[{\"text\": \"خبر\"},\n {\"text\": خبر},\n 7,\n {\"text\": \"خبر آخر\"}]".into(),
        ),
        (
            "array.json",
            "[{\"text\": \"خبر\"},\n {\"text\": \"خبر".into(),
        ),
        ("closed.json", "[{\"text\": \"خبر\"},\n".into()),
        ("words.json", "خبر".into()),
        (
            "latin.jsonl",
            b"{\"text\": \"\xCE\xC8\xD1\"}\n{\"text\": \"\xD8\xAE\xD8\xA8\xD8\xB1\"}\n".to_vec(),
        ),
        (
            "end.xml",
            "<DOC><DOCNO>1</DOCNO><TEXT>خبر</TEXT></DOC>\n<DOC>\n<DOCNO>2<TEXT>خبر مقطوع".into(),
        ),
        ("other.xml", "<html><p>خبر</p></html>".into()),
        (
            "textless.xml",
            "<DOC><DOCNO>1</DOCNO></DOC>\n<DOC><TEXT>خبر</TEXT></DOC>".into(),
        ),
        ("image.txt", image.clone()),
        ("image.json", image.clone()),
        ("image.csv.gz", gzip(&image)),
        ("long.jsonl.gz", cut(gzip(long.as_bytes()))),
        ("long.jsonl.zst", cut(zstd(long.as_bytes()))),
        ("text.txt.gz", cut(gzip(long.as_bytes()))),
        ("false.gz.txt.gz", "خبر".into()),
        ("false.txt.zst", "خبر".into()),
        ("false.zip", "خبر".into()),
        ("empty.zip", zip(&[])),
        ("empty.tar", tar(&[])),
        ("pictures.tar", tar(&[("a.png", &image)])),
        ("nested.zip", zip(&[("a.zip", &zip(&[]))])),
        (
            "cut.tar",
            cut(tar(&[
                ("a.txt", "خبر".as_bytes()),
                ("b.jsonl", long.as_bytes()),
            ])),
        ),
    ];
    let mut told = String::new();
    for (name, bytes) in files {
        world.write(name, bytes);
        let output = world.run(&["--index", "index", "index", name, "--strict"]);
        let (_, stderr) = output.split_once("--- stderr\n").unwrap();
        let exit = output.lines().next().unwrap();
        told += &format!("{exit}: {stderr}");
    }
    assert_snapshot!(told, @r#"
    exit 2: skipped: cells.csv:3: not an article: 1 cells, but the first row has 2
    skipped: cells.csv:4: not an article: 3 cells, but the first row has 2
    skipped: cells.csv:7: not an article: there is no field in it
    files: 1 added, 3 skipped; 2 articles in the index; TIME
    exit 2: skipped: columns.tsv: the first row names no column that is known to be the text (no, lead); name it with --field text=NAME
    files: 1 skipped; 2 articles in the index; TIME
    exit 0: files: 1 added; 4 articles in the index; TIME
    exit 2: skipped: empty.csv: empty: there is no word in it
    files: 1 skipped; 4 articles in the index; TIME
    exit 2: skipped: header.csv: empty: there is no word in it
    files: 1 skipped; 4 articles in the index; TIME
    exit 2: skipped: record.json:2: not an article: no JSON object: expected value at column 10
    skipped: record.json:3: not an article: no JSON object: invalid type: integer `7`, expected a map at column 1
    files: 1 added, 2 skipped; 6 articles in the index; TIME
    exit 2: skipped: array.json:2: the file ends in the middle of this; what follows the break cannot be read
    files: 1 added, 1 skipped; 7 articles in the index; TIME
    exit 2: skipped: closed.json:2: the file ends in the middle of this; what follows the break cannot be read
    files: 1 added, 1 skipped; 8 articles in the index; TIME
    exit 2: skipped: words.json:1: not an article: no JSON object: expected value at column 1
    files: 1 added, 1 skipped; 8 articles in the index; TIME
    exit 2: skipped: latin.jsonl:1: not UTF-8 (first bad byte at 10); convert it with: iconv -f WINDOWS-1256 -t UTF-8
    files: 1 added, 1 skipped; 9 articles in the index; TIME
    exit 2: skipped: end.xml:2: the file ends in the middle of this; what follows the break cannot be read
    files: 1 added, 1 skipped; 11 articles in the index; TIME
    exit 2: skipped: other.xml: neither <DOC>, nor <item> or <entry> of a feed, is in it
    files: 1 skipped; 11 articles in the index; TIME
    exit 2: skipped: textless.xml:1: not an article: there is no field in it
    files: 1 added, 1 skipped; 12 articles in the index; TIME
    exit 2: skipped: image.txt: a binary file (a NUL byte at 8)
    files: 1 skipped; 12 articles in the index; TIME
    exit 2: skipped: image.json: a binary file (a NUL byte at 8)
    files: 1 skipped; 12 articles in the index; TIME
    exit 2: skipped: image.csv.gz: a binary file (a NUL byte at 8)
    files: 1 skipped; 12 articles in the index; TIME
    exit 2: skipped: long.jsonl.gz: damaged: incomplete deflate stream, after line 1484; what comes before that is read
    files: 1 skipped; 1496 articles in the index; TIME
    exit 2: skipped: long.jsonl.zst: damaged: Failed to parse block header: BlockContentReadError(Error { kind: UnexpectedEof, message: "failed to fill whole buffer" }); what comes before that is read
    files: 1 skipped; 1496 articles in the index; TIME
    exit 2: skipped: text.txt.gz: damaged: incomplete deflate stream; what comes before that is read
    files: 1 skipped; 1496 articles in the index; TIME
    exit 2: skipped: false.gz.txt.gz: damaged: unexpected end of file; what comes before that is read
    files: 1 skipped; 1496 articles in the index; TIME
    exit 2: skipped: false.txt.zst: damaged: BadMagicNumber(2832772824); what comes before that is read
    files: 1 skipped; 1496 articles in the index; TIME
    exit 2: skipped: false.zip: damaged: invalid Zip archive: Could not find EOCD; what comes before that is read
    files: 1 skipped; 1496 articles in the index; TIME
    exit 2: skipped: empty.zip: an archive without a file that fihris reads
    files: 1 skipped; 1496 articles in the index; TIME
    exit 2: skipped: empty.tar: an archive without a file that fihris reads
    files: 1 skipped; 1496 articles in the index; TIME
    exit 2: skipped: pictures.tar: an archive without a file that fihris reads
    files: 1 skipped, 1 of other kinds passed over; 1496 articles in the index; TIME
    exit 2: skipped: nested.zip/a.zip: an archive in an archive; unpack the outer one
    files: 1 added, 1 skipped; 1496 articles in the index; TIME
    exit 2: skipped: cut.tar/b.jsonl:1518: not an article: no JSON object: EOF while parsing a value at column 13
    skipped: cut.tar: damaged: unexpected EOF during skip; what comes before that is read
    files: 2 skipped; 3014 articles in the index; TIME
    "#);
    let again = world.run(&["--index", "index", "index", "long.jsonl.gz"]);
    assert_snapshot!(again, @"
    exit 0
    --- stdout
    --- stderr
    skipped: long.jsonl.gz: damaged: incomplete deflate stream, after line 1484; what comes before that is read
    files: 1 skipped; 3014 articles in the index; TIME
    ");
    let other = zip(&[("a.txt", "خبر".as_bytes())]);
    let mut command = world.command(&["--index", "index", "index", "-"]);
    assert_snapshot!(world.show(&command.write_stdin(other).output().unwrap()), @"
    exit 0
    --- stdout
    --- stderr
    skipped: -: a zip archive, which cannot be read from a stream; name its file
    files: 1 skipped; 3014 articles in the index; TIME
    ");
}
