//! Whole messages, where plural forms meet sentences.

use super::reasons::{all, arabic, known};
use super::*;
use crate::i18n::Language;
use fihris::corpus::{Kinds, SkipReason, ZoneKind};
use fihris::index::{IndexError, Repair};
use fihris::query::Rule;

#[test]
fn sentences_have_the_right_plural() {
    let shown = |number| Message::Articles(number).text(Language::Arabic);
    let copies = |number| Message::MoreCopies(number).text(Language::Arabic);
    for (number, articles, more) in [
        (0, "لا مقالات", "  + لا نسخ"),
        (1, "مقالة واحدة", "  + نسخة واحدة"),
        (2, "مقالتان", "  + نسختان"),
        (3, "3 مقالات", "  + 3 نسخ"),
        (11, "11 مقالة", "  + 11 نسخة"),
        (100, "100 مقالة", "  + 100 نسخة"),
    ] {
        assert_eq!(shown(number), articles);
        assert_eq!(copies(usize::try_from(number).unwrap()), more);
    }
}

#[test]
fn names_are_told_apart() {
    let zones: std::collections::HashSet<_> = ZoneKind::ALL
        .iter()
        .map(|kind| zone(*kind, Language::Arabic))
        .collect();
    assert_eq!(zones.len(), ZoneKind::ALL.len());
    assert_eq!(
        rule_called(Rule::Variant.name(), Language::Arabic),
        "تهجئة أخرى"
    );
    assert_eq!(rule_called("usual", Language::Arabic), "usual");
}

/// One reason of each kind, and the next kind: the compiler sees to it that none is left out.
fn next(reason: Option<&SkipReason>) -> Option<SkipReason> {
    use SkipReason as R;
    Some(match reason {
        None => R::Unreadable("Permission denied (os error 13)".into()),
        Some(R::Unreadable(_)) => R::Damaged("corrupt deflate stream".into()),
        Some(R::Damaged(_)) => R::Malformed {
            encoding: "UTF-8",
            at: 7,
        },
        Some(R::Malformed { .. }) => R::UnclearEncoding,
        Some(R::UnclearEncoding) => R::UnknownEncoding,
        Some(R::UnknownEncoding) => R::Binary { at: 7 },
        Some(R::Binary { .. }) => R::Empty,
        Some(R::Empty) => R::NoMainText,
        Some(R::NoMainText) => R::PageFault,
        Some(R::PageFault) => R::TooLarge(7 << 20),
        Some(R::TooLarge(_)) => R::OpenQuote,
        Some(R::OpenQuote) => R::BadRecord("there is no field in it".into()),
        Some(R::BadRecord(_)) => R::EndsInside,
        Some(R::EndsInside) => R::NoTextNamed("a, b".into()),
        Some(R::NoTextNamed(_)) => R::OtherMarkup,
        Some(R::OtherMarkup) => R::NothingInside,
        Some(R::NothingInside) => R::NestedArchive,
        Some(R::NestedArchive) => R::Unpacked(7 << 20),
        Some(R::Unpacked(_)) => R::LargeDirectory(7 << 20),
        Some(R::LargeDirectory(_)) => R::SharedBytes,
        Some(R::SharedBytes) => R::Sparse,
        Some(R::Sparse) => R::LongName,
        Some(R::LongName) => R::ZipInStream,
        Some(R::ZipInStream) => R::NotAFile,
        Some(R::NotAFile) => R::Missing,
        Some(R::Missing) => R::Gone,
        Some(R::Gone) => R::Outdated,
        Some(R::Outdated) => R::UnknownKind,
        Some(R::UnknownKind) => R::KindsInside(Kinds::default()),
        Some(R::KindsInside(_)) => R::Index,
        Some(R::Index) => return None,
    })
}

#[test]
fn every_reason_to_skip_is_known_in_arabic() {
    let reasons = std::iter::successors(next(None), |reason| next(Some(reason)));
    let mut count = 0;
    for reason in reasons {
        let english = reason.to_string();
        let arabic = known(&english).unwrap_or_else(|| panic!("{english}"));
        for word in [" is ", " not ", " in ", " file", "line "] {
            assert!(!arabic.contains(word), "{english}: {arabic}");
        }
        count += 1;
    }
    assert!(count > 15);
}

#[test]
fn what_varies_is_read_back() {
    for (english, arabic_text) in [
        (
            "damaged: unexpected end of file; it is read up to line 12",
            "تالف: انتهى الملف قبل أوانه؛ وقُرئ حتى السطر 12",
        ),
        (
            "not an article: none of its fields is known to be the text (a, b); name it with --field text=NAME",
            "ليس مقالة: لا حقل فيه يُعرف أنه النص (a, b)؛ ولتسميته: --field text=NAME",
        ),
        (
            "garbled text repaired in 2 lines, left in 11",
            "أُصلح نص مشوّه في سطرين، وبقي في 11 سطرًا",
        ),
        (
            "garbled text repaired in 1 line; 3 lost characters (U+FFFD)",
            "أُصلح نص مشوّه في سطر واحد؛ ضاع 3 محارف (U+FFFD)",
        ),
        ("garbled text in 2 records", "نص مشوّه في سجلين"),
        (
            "garbled text in 1 record; in 11 records, of the first: the date 0001-01-01 lies outside of the years 1000 to 2999 and is not used",
            "نص مشوّه في سجل واحد؛ في 11 سجلًا، وفي أولها: التاريخ 0001-01-01 خارج الأعوام من 1000 إلى 2999، فلم يُعتدّ به",
        ),
        (
            "2 lost characters (U+FFFD); the date 0001-01-01 lies outside of the years 1000 to 2999 and is not used",
            "ضاع محرفان (U+FFFD)؛ التاريخ 0001-01-01 خارج الأعوام من 1000 إلى 2999، فلم يُعتدّ به",
        ),
        (
            "line 4: a spelling without letters",
            "السطر 4: تهجئة بلا حروف",
        ),
        (
            "cannot be read: No such file or directory (os error 2)",
            "تعذّرت قراءته: لا يوجد ملف أو مجلد بهذا الاسم",
        ),
        ("من مكان آخر", "من مكان آخر"),
    ] {
        assert_eq!(arabic(english), arabic_text);
    }
}

#[test]
fn no_wording_stands_twice() {
    let wordings: std::collections::HashSet<&str> = all().map(|(wording, _)| *wording).collect();
    assert_eq!(wordings.len(), all().count());
}

#[test]
fn every_hint_is_known_in_arabic() {
    let path = || "x".into();
    let io = |kind: io::ErrorKind| IndexError::Io {
        action: "read",
        path: path(),
        source: kind.into(),
    };
    for error in [
        IndexError::Missing(path()),
        IndexError::Locked(path()),
        IndexError::NoRoots(path()),
        IndexError::OtherRules(path()),
        IndexError::Damaged {
            path: path(),
            problem: "x is missing".into(),
        },
        IndexError::CannotKeep {
            names: "x".into(),
            problem: "x is missing".into(),
        },
        IndexError::from(io::Error::other("x")),
        io(io::ErrorKind::PermissionDenied),
        io(io::ErrorKind::StorageFull),
        io(io::ErrorKind::QuotaExceeded),
        io(io::ErrorKind::InvalidData),
        #[cfg(unix)]
        IndexError::Io {
            action: "read",
            path: path(),
            source: io::Error::from_raw_os_error(24),
        },
    ] {
        let english = error.hint().unwrap();
        let arabic = index_hint(&error, Language::Arabic).unwrap();
        assert!(known(english).is_some() && arabic != english, "{english}");
        let said = index_error(&error, Language::Arabic);
        assert!(
            !said.contains("index") && said != error.to_string(),
            "{said}"
        );
    }
    assert!(known(Repair::Edit.command()).is_some());
}
