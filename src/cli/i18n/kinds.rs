//! What is said of the kinds of files that are read.
//!
//! Knows what kinds are called and how their limits are said, not which there are.

use super::Language;
use fihris_corpus::file_kind::Kind;
use fihris_corpus::format_table::{FileKind, Limit};
use fihris_corpus::office_kind::Office;

/// What a file of this kind is.
#[must_use]
pub fn kind_name(kind: Kind, language: Language) -> &'static str {
    let (english, arabic) = match kind {
        Kind::Text => ("plain text", "نص"),
        Kind::Html => ("saved web page", "صفحة ويب محفوظة"),
        Kind::SavedPage => ("saved web page in one file", "صفحة ويب محفوظة في ملف واحد"),
        Kind::JsonLines => ("a JSON object a line", "كائن JSON في كل سطر"),
        Kind::Json => ("JSON objects", "كائنات JSON"),
        Kind::Csv => (
            "table, its cells between commas or semicolons",
            "جدول تفصل بين خلاياه فواصل",
        ),
        Kind::Tsv => (
            "table, its cells between tabs",
            "جدول تفصل بين خلاياه علامات جدولة",
        ),
        Kind::Markup => (
            "articles between tags, feed, XML of agencies, libraries and corpora",
            "مقالات بين وسوم، أو خلاصة، أو XML من الوكالات والمكتبات والمدوّنات",
        ),
        Kind::Ris => ("references in RIS", "مراجع بصيغة RIS"),
        Kind::Bibtex => ("references in BibTeX", "مراجع بصيغة BibTeX"),
        Kind::Message => ("mail", "رسالة بريد"),
        Kind::Mailbox => ("mailbox", "صندوق بريد"),
        Kind::Rtf => ("document in RTF", "مستند بصيغة RTF"),
        Kind::Pdf => ("PDF with a layer of text", "PDF فيه طبقة نص"),
        Kind::Warc => ("web archive", "أرشيف ويب"),
        Kind::Parquet => ("table in Parquet", "جدول بصيغة Parquet"),
        Kind::Arrow => ("table in Arrow or Feather", "جدول بصيغة Arrow أو Feather"),
        Kind::Sqlite => ("database of SQLite", "قاعدة بيانات SQLite"),
        Kind::Treebank => ("treebank in CoNLL-U", "بنك شجري بصيغة CoNLL-U"),
        Kind::Subtitles => ("subtitles", "ترجمة مرئية"),
        Kind::Office(Office::Docx) => ("document of Word", "مستند Word"),
        Kind::Office(Office::Odt) => ("document of LibreOffice", "مستند LibreOffice"),
        Kind::Office(Office::Pptx) => ("slides of PowerPoint", "شرائح PowerPoint"),
        Kind::Office(Office::Xlsx) => ("table of Excel", "جدول Excel"),
        Kind::Office(Office::Ods) => ("table of LibreOffice", "جدول LibreOffice"),
        Kind::Office(Office::Epub) => ("electronic book", "كتاب إلكتروني"),
        Kind::Tar => ("archive of files", "أرشيف ملفات"),
        Kind::Zip => ("archive of files, packed", "أرشيف ملفات مضغوطة"),
        Kind::SevenZip => (
            "archive of files, packed together",
            "أرشيف ملفات مضغوطة معًا",
        ),
    };
    match language {
        Language::English => english,
        Language::Arabic => arabic,
    }
}

/// What a file of a kind gives, and how large it may be.
#[must_use]
pub fn kind_facts(kind: &FileKind, language: Language) -> String {
    let mut facts = Vec::new();
    let (comma, semicolon) = match language {
        Language::English => (", ", "; "),
        Language::Arabic => ("، ", "؛ "),
    };
    if !kind.gives.is_empty() {
        let named = kind.gives.iter().map(|part| part_name(part, language));
        let mut parts: Vec<&str> = named.collect();
        if kind.keeps_others {
            parts.push(match language {
                Language::English => "any other field",
                Language::Arabic => "وسائر الحقول",
            });
        }
        facts.push(parts.join(comma));
    }
    facts.push(match (kind.limit, language) {
        (Limit::None, Language::English) => "any of the others in it".to_string(),
        (Limit::None, Language::Arabic) => "فيه أي نوع من غيره".to_string(),
        (Limit::File(most), Language::English) => format!("up to {} MiB", most >> 20),
        (Limit::File(most), Language::Arabic) => format!("حتى {} ميبي بايت", most >> 20),
        (Limit::Record(most), Language::English) => {
            format!("of any size, {} MiB a record", most >> 20)
        }
        (Limit::Record(most), Language::Arabic) => {
            format!("بأي حجم، والسجل حتى {} ميبي بايت", most >> 20)
        }
    });
    if let Some(feature) = kind.feature.filter(|_| !kind.is_built) {
        facts.push(match language {
            Language::English => {
                format!("not read by this build, which lacks the feature {feature}")
            }
            Language::Arabic => format!("لا تقرؤه هذه النسخة، فقد بُنيت دون الميزة {feature}"),
        });
    }
    facts.join(semicolon)
}

/// What the part of an article that is called `name` in queries is called.
fn part_name(name: &str, language: Language) -> &str {
    match (language, name) {
        (Language::Arabic, "id") => "المعرّف",
        (Language::Arabic, "title") => "العنوان",
        (Language::Arabic, "text") => "النص",
        (Language::Arabic, "date") => "التاريخ",
        (Language::Arabic, "source") => "المصدر",
        (Language::Arabic, "author") => "الكاتب",
        (Language::Arabic, "url" | "address") => "الرابط",
        (Language::Arabic, "language") => "اللغة",
        (Language::Arabic, "subject") => "الموضوع",
        (Language::Arabic, "to") => "المرسَل إليه",
        (Language::Arabic, "captured") => "وقت الالتقاط",
        _ => name,
    }
}

/// What stands before the ways of packing.
#[must_use]
pub fn packed(language: Language) -> &'static str {
    match language {
        Language::English => "any of these, but .zip and .7z, packed",
        Language::Arabic => "كل ما سبق، مضغوطًا، إلا .zip و.7z",
    }
}
