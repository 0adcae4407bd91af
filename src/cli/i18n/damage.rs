//! What is wrong with an index, in Arabic.
//!
//! English wordings, as [`super::reasons`] has them of files and records.

use super::reasons::{Said, arabic};

/// English wordings, with `{}` for what varies, and what they mean.
pub(super) const DAMAGE: &[(&str, Said)] = &[
    ("{} is missing", |r| format!("{} غير موجود", r[0])),
    ("{} are missing", |r| format!("{} غير موجودة", r[0])),
    ("{} do not hold what was written to them", |r| {
        format!("ليست كما كُتبت: {}", r[0])
    }),
    ("{} does not hold what was written to it", |r| {
        format!("ليس كما كُتب: {}", r[0])
    }),
    ("its file 'current' is missing", |_| {
        "ملفه current غير موجود".into()
    }),
    ("its file 'current' names no generation", |_| {
        "لا يشير الملف current فيه إلى شيء".into()
    }),
    ("document {} of segment {} is no article", |r| {
        format!("المستند {} من القطعة {} ليس مقالة", r[0], r[1])
    }),
    (
        "{}: its words in {}.term, .idx and .pos are not those of its text in {}.store",
        |r| {
            format!(
                "كلمات المقالة في الملفات {}.term و.idx و.pos غير كلمات نصها في {}.store: {}",
                r[1], r[2], r[0]
            )
        },
    ),
    (
        "{}: its columns in {}.fast are not those of its text in {}.store",
        |r| {
            format!(
                "أعمدة المقالة في {}.fast غير ما في نصها في {}.store: {}",
                r[1], r[2], r[0]
            )
        },
    ),
    (
        "{}: its length in {}.fieldnorm is not that of its text in {}.store",
        |r| {
            format!(
                "طول المقالة في {}.fieldnorm غير طول نصها في {}.store: {}",
                r[1], r[2], r[0]
            )
        },
    ),
    ("document {} of {}.store is no article", |r| {
        format!("المستند {} في {}.store ليس مقالة", r[0], r[1])
    }),
    ("{}: there are two records of it", |r| {
        format!("للملف سجلان: {}", r[0])
    }),
    ("{}: it is there twice", |r| {
        format!("المقالة مكررة: {}", r[0])
    }),
    ("{}: {} more problems", |r| {
        format!("{}: ومشكلات أخرى: {}", r[0], r[1])
    }),
    ("{}: there is no record of its file {}", |r| {
        format!("لا سجل لملف المقالة: {} {}", r[0], r[1])
    }),
    ("an article cannot be read: {}", |r| {
        format!("مقالة تعذّرت قراءتها: {}", arabic(r[0]))
    }),
    ("the index in {} is damaged: {}", |r| {
        format!("الفهرس تالف: {}", arabic(r[1]))
    }),
    (
        "the vocabulary or the list of copies is missing, damaged or older than the index",
        |_| "معجم الفهرس أو قائمة النسخ فيه غير موجود أو تالف أو أقدم من الفهرس".into(),
    ),
    ("the vocabulary is not that of the articles", |_| {
        "معجم الفهرس لا يوافق المقالات".into()
    }),
    ("the list of copies is not that of the articles", |_| {
        "قائمة النسخ لا توافق المقالات".into()
    }),
];
