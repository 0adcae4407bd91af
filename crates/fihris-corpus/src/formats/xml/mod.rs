//! XML of the news industry, of libraries and of corpora: a document, or a part of one, becomes records.
//!
//! [`super::markup`] cuts the stream at the elements that are listed here; each is put into a tree, and a
//! function of its kind takes the parts of the article out of that.

mod dublin_core;
mod mediawiki;
mod mods;
mod newsml;
mod nitf;
mod tei;
mod timeml;
pub(in crate::formats) mod tree;
mod zotero;

use tree::Tree;

use crate::skip::SkipReason;
use crate::tags::{line_break, tidy};
use crate::value::{Record, Value};

/// Makes records of the tree of an element.
type Reader = fn(&Tree) -> Vec<Record>;

/// The elements that are articles, or hold some, and how they are read.
const KINDS: &[(&str, Reader)] = &[
    ("nitf", nitf::records),
    ("newsItem", newsml::records),
    ("NewsItem", newsml::records_of_1),
    ("mods", mods::records),
    ("mods:mods", mods::records),
    ("oai_dc:dc", dublin_core::records),
    ("srw_dc:dc", dublin_core::records),
    ("dc", dublin_core::records),
    ("TimeML", timeml::records),
    ("TEI", tei::records),
    ("tei:TEI", tei::records),
    ("page", mediawiki::records),
    ("bib:Article", zotero::records),
    ("bib:Book", zotero::records),
    ("bib:BookSection", zotero::records),
    ("bib:Document", zotero::records),
    ("bib:Report", zotero::records),
    ("bib:Thesis", zotero::records),
    ("bib:Manuscript", zotero::records),
    ("bib:Letter", zotero::records),
    ("bib:Interview", zotero::records),
    ("bib:Recording", zotero::records),
    ("rdf:Description", zotero::records),
];

/// The element that a tag called `name` opens, if it is one of those; case counts.
pub(super) fn element(name: &[u8]) -> Option<&'static str> {
    let mut names = KINDS.iter().map(|(element, _)| *element);
    names.find(|element| element.as_bytes() == name)
}

/// The records in `markup`, which is an element called `name`.
///
/// # Errors
/// If it has too many elements.
pub(super) fn records(name: &str, markup: &str) -> Result<Vec<Record>, SkipReason> {
    let tree = Tree::parse(markup)?;
    let reader = KINDS.iter().find(|(element, _)| *element == name);
    Ok(reader.map_or_else(Vec::new, |(_, read)| read(&tree)))
}

/// A record of what there is of these fields.
fn record<const N: usize>(fields: [(&str, Option<String>); N]) -> Record {
    let mut record = Record::new();
    for (name, text) in fields {
        Value::add(&mut record, name, text.unwrap_or_default());
    }
    record
}

/// The running text in `element`, a paragraph a line.
fn running_text(tree: &Tree, element: tree::Element) -> String {
    let text = tree.written(element, &|tree, child| match tree.name(child) {
        "script" | "style" => None,
        name => Some(line_break(name).unwrap_or_default()),
    });
    lines(&text)
}

/// `text` without the spaces around its lines.
fn lines(text: &str) -> String {
    let lines: Vec<String> = text
        .lines()
        .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "))
        .collect();
    tidy(&lines.join("\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The fields of the records in `markup`, as JSON would have them.
    fn fields(name: &str, markup: &str) -> Vec<String> {
        let records = records(name, markup).unwrap();
        let text = |record: Record| {
            let fields = record.into_iter();
            let fields =
                fields.map(|(name, value)| format!("{name}={}", value.into_text("|").unwrap()));
            fields.collect::<Vec<_>>().join("; ")
        };
        records.into_iter().map(text).collect()
    }

    #[test]
    fn parts_are_found_where_each_kind_has_them() {
        for (name, markup, expected) in [
            (
                "nitf",
                "<nitf><head><docdata><date.issue norm='20210304T080000Z'/></docdata><pubdata name='الجريدة'/></head><body><body.head>\
                 <hedline><hl1>عنوان</hl1></hedline><byline>كاتب</byline></body.head><body.content><p>أول</p><p>ثان</p></body.content></body></nitf>",
                "author=كاتب; date=20210304T080000Z; source=الجريدة; text=أول\n\nثان; title=عنوان",
            ),
            (
                "newsItem",
                "<newsItem guid='urn:7'><itemMeta><versionCreated>2021-03-04T08:00:00Z</versionCreated><provider literal='x'><name>الوكالة</name></provider></itemMeta>\
                 <contentMeta><headline>عنوان</headline><by>كاتب</by></contentMeta><contentSet><inlineXML><html><head><title>عنوان</title></head><body><p>أول</p><p>ثان</p></body></html></inlineXML></contentSet></newsItem>",
                "author=كاتب; date=2021-03-04T08:00:00Z; id=urn:7; source=الوكالة; text=أول\n\nثان; title=عنوان",
            ),
            (
                "NewsItem",
                "<NewsItem><Identification><NewsIdentifier><ProviderId>afp.com</ProviderId><PublicIdentifier>urn:8</PublicIdentifier></NewsIdentifier></Identification>\
                 <NewsManagement><ThisRevisionCreated>20210304T080000Z</ThisRevisionCreated></NewsManagement><NewsComponent><NewsLines><HeadLine>عنوان</HeadLine></NewsLines>\
                 <AdministrativeMetadata><Provider><Party FormalName='الوكالة'/></Provider></AdministrativeMetadata><ContentItem><DataContent><p>أول</p><p>ثان</p></DataContent></ContentItem></NewsComponent></NewsItem>",
                "date=20210304T080000Z; id=urn:8; source=الوكالة; text=أول\n\nثان; title=عنوان",
            ),
            (
                "mods",
                "<mods ID='m1'><titleInfo><title>عنوان</title></titleInfo><name><namePart>كاتب</namePart></name><abstract>نص</abstract>\
                 <originInfo><dateIssued>2021-03-04</dateIssued></originInfo><relatedItem type='host'><titleInfo><title>مجلة</title></titleInfo></relatedItem></mods>",
                "author=كاتب; date=2021-03-04; id=m1; source=مجلة; text=نص; title=عنوان",
            ),
            (
                "oai_dc:dc",
                "<oai_dc:dc><dc:title>عنوان</dc:title><dc:creator>كاتب</dc:creator><dc:date>2021-03-04</dc:date><dc:description>نص</dc:description></oai_dc:dc>",
                "author=كاتب; date=2021-03-04; text=نص; title=عنوان",
            ),
            (
                "bib:Article",
                "<bib:Article rdf:about='http://a.example/7'><z:itemType>newspaperArticle</z:itemType><dcterms:isPartOf><bib:Newspaper><dc:title>الجريدة</dc:title></bib:Newspaper></dcterms:isPartOf>\
                 <bib:authors><rdf:Seq><rdf:li><foaf:Person><foaf:surname>ثان</foaf:surname><foaf:givenName>أول</foaf:givenName></foaf:Person></rdf:li></rdf:Seq></bib:authors>\
                 <dc:title>عنوان</dc:title><dcterms:abstract>نص</dcterms:abstract><dc:date>2021-03-04</dc:date></bib:Article>",
                "author=أول ثان; date=2021-03-04; id=http://a.example/7; source=الجريدة; text=نص; title=عنوان; type=newspaperArticle; url=http://a.example/7",
            ),
            (
                "TimeML",
                "<TimeML><DOCID>7</DOCID><DCT><TIMEX3 value='2021-03-04'>أمس</TIMEX3></DCT><TITLE>عنوان</TITLE><TEXT>قال <EVENT>أول</EVENT> <TIMEX3 value='2021'>غدا</TIMEX3>.</TEXT></TimeML>",
                "date=2021-03-04; id=7; text=قال أول غدا.; title=عنوان",
            ),
            (
                "page",
                "<page><title>عنوان</title><ns>0</ns><id>7</id><revision><id>9</id><timestamp>2021-03-04T08:00:00Z</timestamp><text>{{صندوق|أ=ب}}'''عنوان''' هو [[مدينة|المدينة]] و[[نهر]].\n\
                 == تاريخ ==\n* بند&lt;ref&gt;مرجع&lt;/ref&gt;\n[[تصنيف:مدن]]</text></revision></page>",
                "date=2021-03-04T08:00:00Z; id=7; text=عنوان هو المدينة ونهر.\nتاريخ\nبند; title=عنوان",
            ),
        ] {
            assert_eq!(fields(name, markup), [expected], "{markup}");
        }
        for none in [
            "<page><title>نقاش:أ</title><ns>1</ns><revision><text>نص</text></revision></page>",
            "<page><title>أ</title><ns>0</ns><redirect title='ب'/><revision><text>نص</text></revision></page>",
        ] {
            assert!(fields("page", none).is_empty());
        }
    }

    #[test]
    fn stories_of_an_issue_are_records_and_breaks_in_words_are_none() {
        let tei = "<TEI><teiHeader><fileDesc><titleStmt><title>مجلة</title></titleStmt><sourceDesc><date when='1908-06-12'/></sourceDesc></fileDesc></teiHeader>\
            <text><body><div type='section'><div type='item'><head>أول</head><p>قال الز<lb break='no'/>وار<pb n='2'/> أمس</p><note>هامش</note></div>\
            <div type='item'><head>ثان</head><p>نص</p></div></div></body></text></TEI>";
        assert_eq!(
            fields("TEI", tei),
            [
                "date=1908-06-12; source=مجلة; text=قال الزوار أمس\nهامش; title=أول",
                "date=1908-06-12; source=مجلة; text=نص; title=ثان"
            ]
        );
    }
}
