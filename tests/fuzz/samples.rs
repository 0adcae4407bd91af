//! Samples: small files of every format, as people have them, to be spoilt.

use std::fs;
use std::path::Path;

use super::pack::{gzip, tar, zip, zstd};

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
pub fn of(target: &str) -> Vec<Vec<u8>> {
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
        "markup" => texts.extend([DOCS, FEED, ATOM].map(String::from)),
        "html" => texts.push(PAGE.into()),
        _ => texts.extend(seeds()),
    }
    match target {
        "packed" => packed(&texts[0]),
        "encoding" => texts.iter().flat_map(|text| encoded(text)).collect(),
        _ => texts.into_iter().map(String::into_bytes).collect(),
    }
}

/// The articles that come with fihris, and some lines as they are in these tests.
fn seeds() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds");
    let mut files: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|file| file.unwrap().path())
        .collect();
    files.sort();
    let texts = files.iter().map(|file| fs::read_to_string(file).unwrap());
    texts.chain([DATES.join("\n")]).collect()
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
