//! What is wrong with an index, and what repairs it.
//!
//! In English damage speaks for itself.

use fihris_index::{Damage, ProblemKind, Repair};

use super::lists::bad_line;
use super::system::system_error;
use crate::i18n::Language;

/// What a check found.
#[must_use]
pub fn problem(problem: &ProblemKind, language: Language) -> String {
    match language {
        Language::English => problem.to_string(),
        Language::Arabic => arabic(problem),
    }
}

/// What to do about what a check found: a command where there is one.
#[must_use]
pub fn repair(repair: Repair, language: Language) -> &'static str {
    match (repair, language) {
        (Repair::Edit, Language::English) => "correct or remove that line or file",
        (Repair::Edit, Language::Arabic) => "صحّح هذا السطر أو الملف، أو احذفه",
        (Repair::Update, _) => "fihris index",
        (Repair::Rebuild, _) => "fihris index --rebuild",
    }
}

fn arabic(problem: &ProblemKind) -> String {
    let said = match problem {
        ProblemKind::Damaged(damage) => return damaged(damage),
        ProblemKind::OtherWords { name, segment } => {
            return format!(
                "كلمات المقالة في الملفات {segment}.term و.idx و.pos غير كلمات نصها في {segment}.store: {name}"
            );
        }
        ProblemKind::OtherColumns { id, segment } => {
            return format!(
                "أعمدة المقالة في {segment}.fast غير ما في نصها في {segment}.store: {id}"
            );
        }
        ProblemKind::OtherLength { id, segment } => {
            return format!(
                "طول المقالة في {segment}.fieldnorm غير طول نصها في {segment}.store: {id}"
            );
        }
        ProblemKind::NoArticle { document, segment } => {
            return format!("المستند {document} في {segment}.store ليس مقالة");
        }
        ProblemKind::TwoRecords(name) => return format!("للملف سجلان: {name}"),
        ProblemKind::ArticleTwice(id) => return format!("المقالة مكررة: {id}"),
        ProblemKind::NoRecord { id, file } => return format!("لا سجل لملف المقالة: {id} {file}"),
        ProblemKind::More { segment, problems } => {
            return format!("{segment}: ومشكلات أخرى: {problems}");
        }
        ProblemKind::NothingDerived => {
            "معجم الفهرس أو قائمة النسخ أو الصيغ فيه غير موجود أو تالف أو أقدم من الفهرس أو من معجم كلماته"
        }
        ProblemKind::OtherVocabulary => "معجم الفهرس لا يوافق المقالات",
        ProblemKind::OtherCopies => "قائمة النسخ لا توافق المقالات",
        ProblemKind::OtherVersions => "قائمة الصيغ لا توافق المقالات",
        ProblemKind::BadLine { list, line } => {
            return format!("{}\n  {}", bad_line(line), list.display());
        }
        ProblemKind::UnreadableList { list, error } => {
            return format!("{}\n  {}", system_error(error), list.display());
        }
    };
    said.to_string()
}

/// What is wrong with the files of an index, in Arabic.
pub(super) fn damaged(damage: &Damage) -> String {
    match damage {
        Damage::Missing(names) => match &**names {
            [name] => format!("{name} غير موجود"),
            names => format!("{} غير موجودة", names.join(", ")),
        },
        Damage::Changed(names) => match &**names {
            [name] => format!("ليس كما كُتب: {name}"),
            names => format!("ليست كما كُتبت: {}", names.join(", ")),
        },
        Damage::NoPointer => "ملفه current غير موجود".to_string(),
        Damage::BadPointer => "لا يشير الملف current فيه إلى شيء".to_string(),
        Damage::NoArticle { document, segment } => {
            format!("المستند {document} من القطعة {segment} ليس مقالة")
        }
        Damage::Engine(text) => text.clone(),
    }
}
