//! What is wrong with lists of spellings and patterns of paths.
//!
//! In English both speak for themselves.

use arabic_text::variants::{VariantListError, VariantListProblem};
use fihris_corpus::selection::{BadPattern, BadPatternKind};

/// What is wrong with a line of a list of spellings, in Arabic.
pub(super) fn bad_line(line: &VariantListError) -> String {
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
