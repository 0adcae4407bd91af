//! Samples: small files of every format, as people have them, to be spoilt.

use std::fs;
use std::path::{Path, PathBuf};

use super::pack::{gzip, tar, zip, zstd};

const NITF: &str = "<nitf><head><docdata><date.issue norm='20210304'/></docdata></head><body><body.head><hl1>خبر</hl1></body.head>\
    <body.content><p>نص</p></body.content></body></nitf>";

const TEI: &str = "<TEI><teiHeader><date when='1908-06-12'/></teiHeader><text><body><div><head>خبر</head><p>ن<lb break='no'/>ص</p></div></body></text></TEI>";

const MAIL: &str = "From a Thu Mar  4 08:00:00 2021\nFrom: a@example.org\nSubject: =?utf-8?B?2LnZhtmI2KfZhg==?=\nContent-Type: multipart/mixed; \
    boundary=x\n\n--x\nContent-Type: text/plain; charset=utf-8\n\nخبر عن بغداد\n--x--\n";

const PDF: &str = "%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n3 0 obj\n\
    <</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>\nendobj\n4 0 obj\n<</Length 38>>\nstream\n\
    BT /F1 12 Tf 0 -20 Td (abc) Tj ET      \nendstream\nendobj\n5 0 obj\n<</Type/Font/Subtype/Type1/BaseFont/X/ToUnicode 6 0 R>>\nendobj\n\
    6 0 obj\n<</Length 60>>\nstream\n1 beginbfrange <61> <63> <0627> endbfrange                  \nendstream\nendobj\n\
    trailer\n<</Root 1 0 R/Size 7>>\nstartxref\n0\n%%EOF";

/// What a page of a PDF shows, and the map of a font.
const PAGE_OF_PDF: &str = "q 0.24 0 0 -0.24 0 800 cm BT /F1 12 Tf 1 0 0 1 50 700 Tm (abc) Tj /Span<</ActualText<FEFF06440627>>>BDC (c) Tj EMC\n\
    /F2 9 Tf /P /P BDC [<00610062> -200 <0063> 1200 <0061>] TJ EMC 4 3 Td (b) ' T* ET Q\n";
const MAP_OF_PDF: &str = "2 beginbfchar <61> <06440627> <0062> <> endbfchar 2 beginbfrange <61> <63> <0627> <20> <21> [<0645> <0646>] endbfrange";

/// Parts of office files and books.
const OFFICE: [&str; 5] = [
    "<w:document><w:body><w:p><w:r><w:t>خبر</w:t><w:tab/><w:t>نص</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl></w:body></w:document>",
    "<office:document-content><office:body><office:text><text:h>خبر</text:h><text:p>نص<text:s text:c='3'/>نص</text:p></office:text>\
     <table:table><table:table-row table:number-rows-repeated='2'><table:table-cell table:number-columns-repeated='3' office:value-type='date' \
     office:date-value='2020-11-10'><text:p>title</text:p></table:table-cell></table:table-row></table:table></office:body></office:document-content>",
    "<worksheet><sheetData><row><c r='A1' t='s'><v>0</v></c><c r='ZZ1' t='inlineStr'><is><t>text</t></is></c></row></sheetData></worksheet>",
    "<sst><si><t>title</t></si><si><r><t>نص</t></r><phoneticPr/></si></sst><styleSheet><cellXfs><xf numFmtId='14'/></cellXfs></styleSheet>",
    "<package><metadata><dc:title>كتاب</dc:title></metadata><manifest><item id='c' href='c.xhtml'/><item id='d' href='../%2e/c.xhtml#x'/></manifest>\
     <spine><itemref idref='c'/><itemref idref='c'/></spine></package>",
];

const REFERENCE: &str =
    "TY  - NEWS\nTI  - خبر\nAB  - نص\nER  - \n\n@article{a, title = {خبر}, abstract = \"نص\"}\n";

const RTF: &str = "{\\rtf1\\ansi\\ansicpg1256\\uc1{\\fonttbl{\\f0\\fcharset178 Arial;}}{\\info{\\title {\\upr{?}{\\*\\ud{\\u1582?\\u1576?}}}}{\\creatim\\yr2021}}\
    \\pard\\rtlch\\af0 \\'c7\\'e1{\\*\\x y}{\\pict\\bin3 }}}}{\\footnote \\u-10179?\\u-8704?}\\par}";

const BOOK: &str = "######OpenITI#\n#META# 020.BookTITLE:: كتاب\n#META#Header#End#\n### | باب\n# نص ms1 كلمPageV01P2ة\n~~ @P1 نص %~% نص\n";

const EXPORTS: [&str; 2] = [
    "HD\nخبر\nPD\t4 March 2021\nSN  تاس\nLP\nنص\nTD\nنص\nAN\nDocument A1\nHD\nخبر\n",
    "1 of 2 DOCUMENTS\n\n  تاس\n\n  March 4, 2021 Thursday\n\nخبر\n\nLENGTH: 2\n\nنص\n\nLOAD-DATE: March 5, 2021\n\nCopyright\n2 of 2 DOCUMENTS\nBody\nنص\nEnd of Document\n",
];

const WARC: &str = "WARC/1.0\nWARC-Type: response\nWARC-Target-URI: http://a/1\nContent-Length: 102\n\nHTTP/1.1 200 OK\nContent-Type: text/html; charset=utf-8\n\
    Transfer-Encoding: chunked\n\n3\n<p>\n4\nنص\n0\n\n\n\n";

const CUE: &str = "1\n00:00:01,000 --> 00:00:02,000\n.خبر عن بغداد\n\n";

const LINES: &str = r#"{"id":1,"title":"بغداد تستعد","text":"قال الوزير إن العمل يبدأ غدا.\nوأضاف \"نعم\".","date":"2020-11-10","source":"تاس","tags":["العراق",null]}
{"docid":"b-2","headline":"\u0642\u0631\u0647 باغ","body":"<p>نص &amp; نص</p>","pubDate":"Tue, 10 Nov 2020 10:00:00 GMT","n":{"a":1.5e3}}
"#;
const TABLE: &str = "id,title,text,date\n1,بغداد تستعد,\"قال الوزير، \"\"نعم\"\",\nوأضاف.\",2020-11-10\n2,\"عنوان\",نص آخر طويل,١٢ مارس ٢٠٢١\n";
const DOCS: &str = "<DOC id=\"7\">\n<DOCNO>A1</DOCNO><HEADLINE>بغداد &amp; دمشق</HEADLINE>\n<TEXT><P>قال الوزير إن العمل يبدأ غدا.</P>\n<P>نص آخر</P></TEXT>\n</DOC>\n<doc><docno>A2</docno><text>نص</text></doc>\n";
const FEED: &str = "<?xml version=\"1.0\" encoding=\"utf-8\"?><rss><channel><title>أخبار</title><item><guid>1</guid><title><![CDATA[بغداد]]></title><pubDate>Tue, 10 Nov 2020 10:00:00 GMT</pubDate><description>&lt;p&gt;نص&lt;/p&gt; طويل</description></item></channel></rss>";
const ATOM: &str = "<feed><entry><id>x</id><title>عنوان</title><updated>2020-11-10T10:00:00Z</updated><content type=\"html\">&lt;b&gt;نص&lt;/b&gt;</content></entry></feed>";
const PAGE: &str = "<!DOCTYPE html><html lang=ar dir=rtl><head><meta charset=utf-8><title>بغداد تستعد - تاس</title>\
<meta property=\"og:title\" content=\"بغداد تستعد\"><meta property='article:tag' content='العراق'>\
<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":\"بغداد تستعد\",\"datePublished\":\"2020-11-10\"}</script></head>\
<body><nav><a href=/>الرئيسية</a></nav><article><h1>بغداد تستعد</h1><time datetime=2020-11-10>أمس</time>\
<p>قال الوزير إن العمل في الطريق السريع الجديد قرب المدينة يبدأ غدا بعد توقف دام شهورا طويلة.</p>\
<p>وأضاف أن <b>المدينة</b> كبيرة<br>جدا.</p><table><tr><td>1<td>2</table><ul><li>نص</ul></article><footer>© تاس</footer></body></html>";
const DATES: &[&str] = &[
    "الثلاثاء 10 نوفمبر/تشرين الثاني 2020، الساعة 10:30",
    "١٢ رمضان ١٤٤٢ هـ الموافق 24 أبريل 2021م",
    "من 3 إلى 5 آذار 1999 وفي عام 2001-2003",
    "بين كانون الثاني وشباط من العام الماضي، أمس الأول، قبل ثلاثة أيام",
    "2020-11-10T10:00:00+03:00",
    "12/03/2021, 13.4.2021 و ٥-٦-٢٠٢٠",
    "في القرن التاسع عشر، الثمانينيات، صيف 2020، الأول من يناير",
    "2019-01..2020",
];
const QUERIES: &[&str] = &[
    "\"قره باغ\" OR (بغداد -دمشق) title:عنوان",
    "«بغداد دمشق»~3 =القُدس %كتب^2 قره~1 مدين* ?غداد",
    "in:title,body (نص OR author:\"بولس\") mentions:2020-11 date:2019..2021 path:a/*",
    "+بغداد AND NOT (دمشق ^0.5) tag:العراق source:تاس",
];

/// Samples for a target; each has one at least.
pub fn for_target(target: &str) -> Vec<Vec<u8>> {
    let mut texts: Vec<String> = Vec::new();
    match target {
        "dates" => texts.extend(DATES.iter().map(ToString::to_string)),
        "query" => texts.extend(QUERIES.iter().map(ToString::to_string)),
        "json_lines" => texts.push(LINES.into()),
        "json" => {
            texts.push(format!("[{}]", LINES.trim().replace('\n', ",\n")));
            texts.extend([LINES.into(), format!("{{\"articles\":[{LINES}]}}")]);
        }
        "csv" => texts.extend([",", ";", "\t", "|"].map(|by| TABLE.replace(',', by))),
        "markup" => texts.extend([DOCS, FEED, ATOM, NITF, TEI].map(String::from)),
        "html" => texts.push(PAGE.into()),
        "text" => texts.extend(
            seeds()
                .into_iter()
                .chain([BOOK.into()])
                .chain(EXPORTS.map(String::from)),
        ),
        "office" => texts.extend(OFFICE.map(String::from)),
        "pdf" => texts.extend([PDF, PAGE_OF_PDF, MAP_OF_PDF].map(String::from)),
        "rtf" => texts.push(RTF.into()),
        "mail" => texts.push(MAIL.into()),
        "warc" => texts.push(WARC.replace('\n', "\r\n")),
        "references" => texts.push(REFERENCE.into()),
        "cues" => texts.extend([CUE.into(), format!("WEBVTT\n\n{CUE}")]),
        "sqlite" | "columns" => {}
        _ => texts.extend(seeds()),
    }
    match target {
        "packed" => [
            packed(&texts[0]),
            produced(&["bz2", "xz", "lz4", "br", "7z"]),
        ]
        .concat(),
        "encoding" => texts.iter().flat_map(|text| encoded(text)).collect(),
        _ => {
            let texts = texts.into_iter().map(String::into_bytes);
            texts.chain(produced(endings(target))).collect()
        }
    }
}

/// The endings of files of programs that are samples for a target.
fn endings(target: &str) -> &'static [&'static str] {
    match target {
        "office" => &["docx", "odt", "pptx", "xlsx", "ods", "epub"],
        "pdf" => &["pdf"],
        "rtf" => &["rtf"],
        "mail" => &["eml", "mbox", "mhtml"],
        "warc" => &["wacz"],
        "sqlite" => &["sqlite", "db"],
        "columns" => &["parquet", "arrow", "arrows", "feather", "ipc"],
        _ => &[],
    }
}

/// Files that other programs made, with these endings.
fn produced(extensions: &[&str]) -> Vec<Vec<u8>> {
    let is_wanted = |path: &PathBuf| {
        let extension = path.extension().and_then(|it| it.to_str());
        extension.is_some_and(|it| extensions.contains(&it))
    };
    let files = files("tests/produced").into_iter().filter(is_wanted);
    files.map(|file| fs::read(file).unwrap()).collect()
}

/// The articles that come with fihris, and some lines as they are in these tests.
fn seeds() -> Vec<String> {
    let files = files("seeds").into_iter();
    let texts = files.map(|file| fs::read_to_string(file).unwrap());
    texts.chain([DATES.join("\n")]).collect()
}

/// The files in a folder of the project, by name.
fn files(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let files = fs::read_dir(folder).unwrap();
    let mut files: Vec<PathBuf> = files.map(|file| file.unwrap().path()).collect();
    files.sort();
    files
}

fn packed(text: &str) -> Vec<Vec<u8>> {
    let files: &[(&str, &[u8])] = &[
        ("a.txt", text.as_bytes()),
        ("b/أخبار.jsonl", LINES.as_bytes()),
        ("c.csv", TABLE.as_bytes()),
        ("d.html", PAGE.as_bytes()),
        ("e.png", b"\x89PNG"),
    ];
    let long = "ن".repeat(120) + ".txt";
    let tar = tar(&[files, &[(&long, b"long")]].concat());
    vec![
        gzip(text.as_bytes()),
        zstd(LINES.as_bytes()),
        gzip(&tar),
        zip(files),
        zip(&[("a.jsonl", LINES.as_bytes())]),
        tar,
    ]
}

/// `text` in UTF-8, UTF-16, windows-1256, and garbled.
fn encoded(text: &str) -> Vec<Vec<u8>> {
    let start: String = text.chars().take(700).collect();
    let little = start.encode_utf16().flat_map(u16::to_le_bytes);
    let big = start.encode_utf16().flat_map(u16::to_be_bytes);
    let windows = encoding_rs::WINDOWS_1256.encode(&start).0.into_owned();
    let garbled: String = start.bytes().map(char::from).collect();
    vec![
        [0xFF, 0xFE].into_iter().chain(little.clone()).collect(),
        little.collect(),
        big.collect(),
        windows,
        garbled.into_bytes(),
        start.into_bytes(),
    ]
}
