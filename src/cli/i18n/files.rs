//! How many files a run added, changed and so on, and how many it does not read.
//!
//! Knows numbers and kinds, not files.

use fihris_corpus::Kinds;
use fihris_corpus::kinds::OTHER;

/// In English.
pub(super) fn english(numbers: &[u64; 6], kinds: &Kinds) -> String {
    let names = [
        "added",
        "changed",
        "read again as options say",
        "removed",
        "unchanged",
        "skipped",
    ];
    let parts = numbers.iter().zip(names).filter(|(number, _)| **number > 0);
    let mut parts: Vec<String> = parts
        .map(|(number, name)| format!("{number} {name}"))
        .collect();
    if parts.is_empty() {
        parts.push("no file found of the kinds that fihris formats lists".to_string());
    }
    let files = parts.join(", ");
    if kinds.is_empty() {
        return files;
    }
    let (shown, more) = most_frequent(kinds);
    let shown = shown.iter().map(|(kind, files)| format!("{files} {kind}"));
    let mut kinds: Vec<String> = shown.collect();
    kinds.extend((more > 0).then(|| format!("{more} more")));
    format!("{files}; {} not read", kinds.join(", "))
}

/// In Arabic.
pub(super) fn arabic(numbers: &[u64; 6], kinds: &Kinds) -> String {
    // As participles of all numbers and after no noun, they need not agree with what is counted.
    let names = [
        "المضاف",
        "المتغيّر",
        "المقروء من جديد بحسب الخيارات",
        "المحذوف",
        "الباقي كما هو",
        "المتروك",
    ];
    let parts = numbers.iter().zip(names).filter(|(number, _)| **number > 0);
    let mut parts: Vec<String> = parts
        .map(|(number, name)| format!("{name} {number}"))
        .collect();
    if parts.is_empty() {
        parts.push("لا ملف من الأنواع المقروءة التي يسردها fihris formats".to_string());
    }
    let files = parts.join("، ");
    if kinds.is_empty() {
        return files;
    }
    let (shown, more) = most_frequent(kinds);
    let shown = shown.iter();
    let shown = shown.map(|(kind, files)| format!("{} {files}", kind_called(kind)));
    let mut kinds: Vec<String> = shown.collect();
    kinds.extend((more > 0).then(|| format!("وغيرها {more}")));
    format!("{files}؛ وما لا يُقرأ: {}", kinds.join("، "))
}

/// Kinds of files that are named in one line.
const MOST_KINDS: usize = 5;

/// The most frequent kinds, and how many files are of others.
fn most_frequent(kinds: &Kinds) -> (Vec<(&str, u64)>, u64) {
    let mut shown = kinds.by_number();
    let others = shown.split_off(shown.len().min(MOST_KINDS));
    let more = others.iter().map(|(_, files)| files).sum();
    (shown, more)
}

/// What a kind of files is called in Arabic.
pub(super) fn kind_called(kind: &str) -> &str {
    match kind {
        OTHER => "أنواع أخرى",
        kind => kind,
    }
}
