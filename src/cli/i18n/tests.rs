//! Whole messages, where plural forms meet sentences.

use std::io;

use super::*;
use crate::i18n::Language;
use fihris_corpus::fields::Part;
use fihris_corpus::note::Damaged;
use fihris_corpus::skip::{Damage, DamageKind, RecordProblem, SystemError};
use fihris_corpus::{Note, SkipReason, ZoneKind};
use fihris_index::{Damage as IndexDamage, IndexError, IoAction, KeepProblem};
use fihris_query::Rule;

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

/// Bytes that are damaged so, and what their reader says.
fn damage(kind: DamageKind, last_line: Option<usize>) -> Damage {
    Damage {
        kind,
        message: "corrupt deflate stream".into(),
        last_line,
    }
}

#[test]
fn every_reason_to_skip_is_said_in_both_languages() {
    use SkipReason as R;
    for (reason, english, arabic) in [
        (
            R::Damaged(damage(DamageKind::Compression, Some(12))),
            "damaged: corrupt deflate stream; it is read up to line 12",
            "تالف: البيانات المضغوطة تالفة؛ وقُرئ حتى السطر 12",
        ),
        (
            R::BadRecord(RecordProblem::NoTextNamed("a, b".into())),
            "not an article: none of its fields is known to be the text (a, b); name it with --field text=NAME",
            "ليس مقالة: لا حقل فيه يُعرف أنه النص (a, b)؛ ولتسميته: --field text=NAME",
        ),
        (
            R::Unreadable(SystemError {
                code: Some(2),
                message: "No such file or directory (os error 2)".into(),
            }),
            "cannot be read: No such file or directory (os error 2)",
            "تعذّرت قراءته: لا يوجد ملف أو مجلد بهذا الاسم",
        ),
        (
            R::UnclearEncoding,
            "too little text to tell its encoding; name it with: --encoding windows-1256",
            "النص أقصر من أن يُعرف ترميزه؛ ولتسميته: --encoding windows-1256",
        ),
        (
            R::Gone,
            "it is gone or empty; what was indexed of it stays until `fihris index` names it",
            "زال أو فرغ؛ ويبقى ما فُهرس منه إلى أن يُذكر اسمه للأمر fihris index",
        ),
        (
            R::Damaged(damage(DamageKind::Other, None)),
            "damaged: corrupt deflate stream",
            "تالف: corrupt deflate stream",
        ),
    ] {
        assert_eq!(skip_reason(&reason, Language::English), english);
        assert_eq!(skip_reason(&reason, Language::Arabic), arabic);
        let stored = serde_json::to_string(&reason).unwrap();
        assert_eq!(serde_json::from_str::<SkipReason>(&stored).unwrap(), reason);
    }
}

#[test]
fn notes_have_the_right_plural() {
    let date = || Note::RefusedDate("0001-01-01".into());
    let refused = "التاريخ 0001-01-01 خارج الأعوام من 1000 إلى 2999، فلم يُعتدّ به";
    let refused_in_english =
        "the date 0001-01-01 lies outside of the years 1000 to 2999 and is not used";
    for (noted, english, arabic) in [
        (
            vec![Note::Repaired { lines: 2, left: 11 }],
            "garbled text repaired in 2 lines, left in 11".to_string(),
            "أُصلح نص مشوّه في سطرين، وبقي في 11 سطرًا".to_string(),
        ),
        (
            vec![
                Note::Repaired { lines: 1, left: 0 },
                Note::LostCharacters(3),
            ],
            "garbled text repaired in 1 line; 3 lost characters (U+FFFD)".to_string(),
            "أُصلح نص مشوّه في سطر واحد؛ ضاع 3 محارف (U+FFFD)".to_string(),
        ),
        (
            vec![Note::Damaged {
                damage: Damaged::VisualOrder,
                repaired: 2,
                left: 0,
            }],
            "text in visual order: 2 lines put right".to_string(),
            "نص بترتيب الشاشة لا القراءة: أُصلح في موضعين".to_string(),
        ),
        (
            vec![Note::Damaged {
                damage: Damaged::RunTogether,
                repaired: 1,
                left: 3,
            }],
            "words without spaces: 1 run put right, 3 left".to_string(),
            "كلمات بلا مسافات بينها: أُصلح في موضع واحد، وبقي في 3 مواضع".to_string(),
        ),
        (
            vec![Note::GarbledRecords(2)],
            "garbled text in 2 records".to_string(),
            "نص مشوّه في سجلين".to_string(),
        ),
        (
            vec![
                Note::GarbledRecords(1),
                Note::InRecords {
                    records: 11,
                    first: vec![date()],
                },
            ],
            format!("garbled text in 1 record; in 11 records, of the first: {refused_in_english}"),
            format!("نص مشوّه في سجل واحد؛ في 11 سجلًا، وفي أولها: {refused}"),
        ),
        (
            vec![Note::GuessedFields(vec![(Part::Text, "body".into())])],
            "fields are guessed: text = \"body\"; --field names others".to_string(),
            "خُمّنت الحقول: text = \"body\"؛ ولتسمية غيرها: --field".to_string(),
        ),
    ] {
        assert_eq!(notes(&noted, Language::English), english);
        assert_eq!(notes(&noted, Language::Arabic), arabic);
        let stored = serde_json::to_string(&noted).unwrap();
        assert_eq!(serde_json::from_str::<Vec<Note>>(&stored).unwrap(), noted);
    }
}

#[test]
fn every_error_with_a_hint_has_one_in_arabic() {
    let path = || "x".into();
    let io = |source: io::Error| IndexError::Io {
        action: IoAction::Read,
        path: path(),
        source,
    };
    for error in [
        IndexError::Missing(path()),
        IndexError::Locked(path()),
        IndexError::NoRoots(path()),
        IndexError::OtherRules(path()),
        IndexError::Damaged {
            path: path(),
            problem: IndexDamage::NoPointer,
        },
        IndexError::CannotKeep {
            names: "x".into(),
            problem: KeepProblem::StoredOtherwise,
        },
        IndexError::from(io::Error::other("x")),
        io(io::ErrorKind::PermissionDenied.into()),
        io(io::ErrorKind::StorageFull.into()),
        io(io::ErrorKind::QuotaExceeded.into()),
        io(io::ErrorKind::InvalidData.into()),
        #[cfg(unix)]
        io(io::Error::from_raw_os_error(5)),
        #[cfg(unix)]
        io(io::Error::from_raw_os_error(24)),
    ] {
        let english = index_hint(&error, Language::English).unwrap();
        let arabic = index_hint(&error, Language::Arabic).unwrap();
        assert!(!arabic.contains(english), "{english}");
        let said = index_error(&error, Language::Arabic);
        assert!(
            !said.contains("index") && said != error.to_string(),
            "{said}"
        );
    }
}
