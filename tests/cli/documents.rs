//! Documents of many kinds are found by what they say, with their days.

use super::pack;
use super::sandbox::Sandbox;

/// Two sentences that each document holds.
const TITLE: &str = "افتتاح حديقة النخيل في البلدة";
const BODY: &str = "زرع العمال أربعين نخلة باسقة على ضفة النهر.";

/// `text` with the words that stand for the two sentences.
fn filled(text: &str) -> String {
    text.replace("TITLE", TITLE).replace("BODY", BODY)
}

/// Documents by name, as programs of each kind write them; `*` before those without a day.
const TEXTS: &[(&str, &str)] = &[
    (
        "crawler.json",
        r#"{"title": "TITLE", "description": "ملخص", "maintext": "BODY", "date_publish": "2021-03-04 08:00:00"}"#,
    ),
    (
        "newspaper.json",
        r#"{"title": "TITLE", "text": "BODY", "publish_date": "2021-03-04T00:00:00", "summary": ""}"#,
    ),
    (
        "tweet.jsonl",
        r#"{"created_at": "Thu Mar 04 08:00:00 +0000 2021", "id_str": "7", "full_text": "TITLE BODY", "user": {"screen_name": "a"}}"#,
    ),
    (
        "telegram.json",
        r#"{"name": "قناة", "type": "public_channel", "messages": [{"id": 1, "type": "message", "date": "2021-03-04T08:00:00", "text": ["TITLE ", {"type": "bold", "text": "BODY"}]}]}"#,
    ),
    (
        "mongo.jsonl",
        r#"{"_id": {"$oid": "60409b00"}, "title": "TITLE", "body": "BODY", "date": {"$date": {"$numberLong": "1614844800000"}}}"#,
    ),
    (
        "elastic.jsonl",
        r#"{"_index": "news", "_id": "9", "_source": {"title": "TITLE", "content": "<p>BODY</p>", "timestamp": 1614844800}}"#,
    ),
    (
        "ninjs.json",
        r#"{"uri": "urn:1", "headlines": [{"role": "main", "value": "TITLE"}], "bodies": [{"role": "main", "contentType": "text/html", "value": "<p>BODY</p>"}], "versionCreated": "2021-03-04T08:00:00Z"}"#,
    ),
    (
        "lead.json",
        r#"{"title": "TITLE", "summary": "زرع العمال", "fullStory": "BODY وقالوا إنهم سيعودون.", "date": "2021-03-04"}"#,
    ),
    (
        "excel.csv",
        "sep=;\r\nالعنوان;النص;التاريخ\r\nTITLE;BODY;2021-03-04\r\n",
    ),
    (
        "unicode.txt",
        "العنوان\tالنص\tالتاريخ\nTITLE\tBODY\t2021-03-04\n",
    ),
    (
        "nitf.xml",
        "<nitf><head><docdata><date.issue norm='20210304T080000Z'/></docdata></head><body><body.head><hedline><hl1>TITLE</hl1></hedline></body.head><body.content><p>BODY</p></body.content></body></nitf>",
    ),
    (
        "g2.xml",
        "<newsMessage><itemSet><newsItem guid='urn:2'><itemMeta><versionCreated>2021-03-04T08:00:00Z</versionCreated></itemMeta><contentMeta><headline>TITLE</headline></contentMeta><contentSet><inlineXML><html><body><p>BODY</p></body></html></inlineXML></contentSet></newsItem></itemSet></newsMessage>",
    ),
    (
        "site.xml",
        "<rss><channel><title>مدونة</title><item><title>TITLE</title><pubDate>Thu, 04 Mar 2021 08:00:00 +0000</pubDate><content:encoded><![CDATA[<p>BODY</p>[gallery ids=\"1\"]]]></content:encoded><wp:post_type>post</wp:post_type><wp:status>publish</wp:status></item><item><title>TITLE</title><wp:post_type>post</wp:post_type><wp:status>draft</wp:status></item></channel></rss>",
    ),
    (
        "issue.xml",
        "<TEI><teiHeader><fileDesc><titleStmt><title>مجلة</title></titleStmt><sourceDesc><date when='2021-03-04'/></sourceDesc></fileDesc></teiHeader><text><body><div><head>TITLE</head><p>BODY</p></div></body></text></TEI>",
    ),
    (
        "catalogue.xml",
        "<modsCollection><mods><titleInfo><title>TITLE</title></titleInfo><abstract>BODY</abstract><originInfo><dateIssued>2021-03-04</dateIssued></originInfo></mods></modsCollection>",
    ),
    (
        "wiki.xml",
        "<mediawiki><siteinfo><sitename>موسوعة</sitename></siteinfo><page><title>TITLE</title><ns>0</ns><id>3</id><revision><timestamp>2021-03-04T08:00:00Z</timestamp><text>'''BODY''' [[تصنيف:نخيل]]</text></revision></page></mediawiki>",
    ),
    (
        "times.tml",
        "<TimeML><DCT><TIMEX3 value='2021-03-04'>2021-03-04</TIMEX3></DCT><TEXT>TITLE. BODY</TEXT></TimeML>",
    ),
    (
        "agency.sgm",
        "<DOC id=\"XYZ_ARB_20210304.0001\" type=\"story\">\n<HEADLINE>\nTITLE\n</HEADLINE>\n<TEXT>\n<P>\nBODY\n</P>\n</TEXT>\n</DOC>\n",
    ),
    (
        "library.ris",
        "TY  - NEWS\r\nTI  - TITLE\r\nAB  - BODY\r\nPY  - 2021/03/04/\r\nER  - \r\n",
    ),
    (
        "library.bib",
        "@article{a1,\n  title = {TITLE},\n  abstract = {BODY},\n  date = {2021-03-04}\n}\n",
    ),
    (
        "mail.eml",
        "From: a@example.org\r\nSubject: TITLE\r\nDate: Thu, 4 Mar 2021 08:00:00 +0000\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nBODY\r\n",
    ),
    (
        "mails.mbox",
        "From a Thu Mar  4 08:00:00 2021\nFrom: a@example.org\nSubject: TITLE\nDate: Thu, 4 Mar 2021 08:00:00 +0000\nContent-Type: text/plain; charset=utf-8\n\nBODY\n\n",
    ),
    (
        "0255Katib.Kitab.Library0000001-ara1",
        "######OpenITI#\n\n#META# 020.BookTITLE :: كتاب\n#META# 045.EdYEAR :: 2021-03-04\n#META#Header#End#\n\n### | TITLE\n# زرع العمال ms01 أربعين\n~~نخلة باسPageV01P002قة على ضفة النهر.\n",
    ),
    (
        "database.txt",
        "HD\nTITLE\nPD\n4 March 2021\nSN\nجريدة\nLP\nBODY\nAN\nDocument A20210304\n",
    ),
    (
        "note.rtf",
        "{\\rtf1\\ansi{\\info{\\creatim\\yr2021\\mo3\\dy4}}\\pard TITLE\\par BODY\\par}",
    ),
    (
        "*video.srt",
        "1\n00:00:01,000 --> 00:00:02,000\nTITLE.\n\n2\n00:00:03,000 --> 00:00:04,000\nزرع العمال أربعين\n\n3\n00:00:05,000 --> 00:00:06,000\n.نخلة باسقة على ضفة النهر\n",
    ),
    (
        "*video.vtt",
        "WEBVTT\n\n00:01.000 --> 00:02.000\nTITLE.\n\n00:03.000 --> 00:04.000\nBODY\n",
    ),
];

/// Office files: their names, and the files in them.
const OFFICE: &[(&str, &[(&str, &str)])] = &[
    (
        "letter.docx",
        &[
            (
                "word/document.xml",
                "<w:document><w:body><w:p><w:r><w:t>TITLE</w:t></w:r></w:p><w:p><w:r><w:t>BODY</w:t></w:r></w:p></w:body></w:document>",
            ),
            (
                "docProps/core.xml",
                "<cp:coreProperties><dcterms:created>2021-03-04T08:00:00Z</dcterms:created></cp:coreProperties>",
            ),
        ],
    ),
    (
        "letter.odt",
        &[
            (
                "content.xml",
                "<office:document-content><office:body><office:text><text:h>TITLE</text:h><text:p>BODY</text:p></office:text></office:body></office:document-content>",
            ),
            (
                "meta.xml",
                "<office:document-meta><meta:creation-date>2021-03-04T08:00:00</meta:creation-date></office:document-meta>",
            ),
        ],
    ),
    (
        "talk.pptx",
        &[
            (
                "ppt/slides/slide1.xml",
                "<p:sld><a:p><a:r><a:t>TITLE</a:t></a:r></a:p></p:sld>",
            ),
            (
                "ppt/slides/slide2.xml",
                "<p:sld><a:p><a:r><a:t>BODY</a:t></a:r></a:p></p:sld>",
            ),
            (
                "docProps/core.xml",
                "<cp:coreProperties><dcterms:created>2021-03-04T08:00:00Z</dcterms:created></cp:coreProperties>",
            ),
        ],
    ),
    (
        "table.xlsx",
        &[
            (
                "xl/sharedStrings.xml",
                "<sst><si><t>title</t></si><si><t>text</t></si><si><t>date</t></si><si><t>TITLE</t></si><si><t>BODY</t></si></sst>",
            ),
            (
                "xl/worksheets/sheet1.xml",
                "<worksheet><sheetData><row><c r='A1' t='s'><v>0</v></c><c r='B1' t='s'><v>1</v></c><c r='C1' t='s'><v>2</v></c></row>\
              <row><c r='A2' t='s'><v>3</v></c><c r='B2' t='s'><v>4</v></c><c r='C2' t='inlineStr'><is><t>2021-03-04</t></is></c></row></sheetData></worksheet>",
            ),
        ],
    ),
    (
        "book.epub",
        &[
            (
                "META-INF/container.xml",
                "<container><rootfiles><rootfile full-path='OEBPS/a.opf'/></rootfiles></container>",
            ),
            (
                "OEBPS/a.opf",
                "<package><metadata><dc:title>كتاب</dc:title><dc:date>2021-03-04</dc:date></metadata><manifest><item id='c' href='c.xhtml'/></manifest><spine><itemref idref='c'/></spine></package>",
            ),
            (
                "OEBPS/c.xhtml",
                "<html><head><title>x</title></head><body><h1>TITLE</h1><p>BODY</p></body></html>",
            ),
        ],
    ),
];

#[test]
fn documents_of_all_kinds_are_found_with_their_days() {
    let sandbox = Sandbox::new();
    let mut dated = Vec::new();
    let mut undated = Vec::new();
    for (name, text) in TEXTS {
        match name.strip_prefix('*') {
            Some(name) => undated.push(name),
            None => dated.push(*name),
        }
        let name = name.trim_start_matches('*');
        sandbox.write(&format!("news/{name}"), filled(text));
    }
    for (name, files) in OFFICE {
        let files: Vec<(&str, String)> = files
            .iter()
            .map(|(name, text)| (*name, filled(text)))
            .collect();
        let files: Vec<(&str, &[u8])> = files
            .iter()
            .map(|(name, text)| (*name, text.as_bytes()))
            .collect();
        sandbox.write(&format!("news/{name}"), pack::zip(&files));
        dated.push(name);
    }
    sandbox.stdout(&["index", "news"]);
    let found = |query: &[&str]| {
        let all = [
            &["search", "--files", "--no-group", "--limit", "100"],
            query,
        ]
        .concat();
        let mut names: Vec<String> = sandbox
            .stdout(&all)
            .lines()
            .map(|line| line.trim_start_matches("news/").to_string())
            .collect();
        names.sort_unstable();
        names
    };
    dated.sort_unstable();
    let mut all = [&*dated, &*undated].concat();
    all.sort_unstable();
    assert_eq!(found(&["\"حديقة النخيل\""]), all);
    assert_eq!(found(&["\"نخلة باسقة\""]), all);
    assert_eq!(found(&["النخيل date:2021-03-04"]), dated);
    assert_eq!(found(&["gallery"]), [""; 0]);
}

#[test]
fn documents_that_cannot_be_read_end_no_run() {
    let sandbox = Sandbox::new();
    sandbox.write("news/1.txt", "خبر عن بغداد");
    let zip = pack::zip(&[("other.xml", b"<a/>")]);
    for ending in [
        "docx", "odt", "xlsx", "ods", "epub", "pptx", "pdf", "eml", "mbox", "srt", "ris", "bib",
        "mhtml", "rtf",
    ] {
        sandbox.write(&format!("news/empty.{ending}"), "");
        sandbox.write(&format!("news/zip.{ending}"), &zip);
        sandbox.write(&format!("news/half.{ending}"), &zip[..zip.len() / 2]);
        sandbox.write(
            &format!("news/locked.{ending}"),
            b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 ..",
        );
    }
    sandbox.output(&["index", "news"]);
    assert_eq!(sandbox.stdout(&["search", "بغداد", "--count"]), "1\n");
    let status = sandbox.stdout(&["status"]);
    assert!(status.contains("protected by a password"), "{status}");
}

#[test]
fn mail_is_searched_without_what_it_quotes() {
    let sandbox = Sandbox::new();
    let header = "From: a@example.org\nSubject: موعد\nContent-Type: text/plain; charset=utf-8\n\n";
    let body = "وصل القطار صباحا.\n\nكتب أحمد:\n> غادر المسافر مساء\n\n-- \nمكتب البريد\n";
    sandbox.write("news/1.eml", format!("{header}{body}"));
    sandbox.stdout(&["index", "news"]);
    let count = |query: &str| sandbox.stdout(&["search", query, "--count"]);
    assert_eq!(count("القطار"), "1\n");
    for apart in ["المسافر", "البريد"] {
        assert_eq!(count(apart), "0\n");
        assert_eq!(count(&format!("in:furniture {apart}")), "1\n");
    }
}
