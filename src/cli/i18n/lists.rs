//! What is wrong with lists of spellings and of words, and with patterns of paths.
//!
//! In English all speak for themselves.

use arabic_lexicon::entry::EntryError;
use arabic_text::variants::{VariantListError, VariantListProblem};
use fihris_corpus::selection::{BadPattern, BadPatternKind};
use fihris_index::ListLine;

/// What is wrong with a line of a list, in Arabic.
pub(super) fn bad_line(line: &ListLine) -> String {
    match line {
        ListLine::Spellings(line) => bad_group(line),
        ListLine::Words(line) => bad_entry(line),
    }
}

fn bad_entry(line: &arabic_lexicon::BadLine) -> String {
    let said = match &line.error {
        EntryError::NoClass => "نوع الكلمة غير مذكور".to_string(),
        EntryError::UnknownClass(class) => format!("لا نوع بهذا الاسم: {class}"),
        EntryError::UnknownOption(option) => format!("لا خيار بهذا الاسم: {option}"),
        EntryError::NoWord(word) => format!("ليست كلمة عربية: {word}"),
        EntryError::ShortVerb(word) => format!("أقصر من كل فعل على هذا الوزن: {word}"),
        _ => return line.to_string(),
    };
    format!("السطر {}: {said}", line.number)
}

fn bad_group(line: &VariantListError) -> String {
    let said = match line.problem() {
        VariantListProblem::NoLetters => "تهجئة بلا حروف",
        VariantListProblem::SameWord => "كل التهجئات صور لكلمة واحدة، فلا حاجة إلى مجموعة",
        VariantListProblem::Single => "تهجئة واحدة: افصل بين التهجئات بعلامات جدولة",
        _ => return line.to_string(),
    };
    format!("السطر {}: {said}", line.line())
}

/// What is wrong with a pattern of paths, in Arabic.
pub(super) fn bad_pattern(bad: &BadPattern) -> String {
    let said = match bad.kind {
        BadPatternKind::OpenClass => "قوس [ لم يُغلق",
        BadPatternKind::BadRange => "مدى حروف مقلوب",
        BadPatternKind::OpenAlternatives => "قوس { لم يُغلق",
        BadPatternKind::ExtraAlternatives => "قوس } لم يُفتح",
        BadPatternKind::NestedAlternatives => "أقواس { } متداخلة",
        BadPatternKind::DanglingEscape => "شرطة مائلة عكسية في آخر النمط",
        BadPatternKind::Other => return bad.to_string(),
    };
    match &bad.pattern {
        Some(pattern) => format!("{said}\n  {pattern}"),
        None => said.to_string(),
    }
}
