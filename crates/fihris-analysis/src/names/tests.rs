//! Names in sentences.

use super::cues::Cues;
use super::kind::NameKind;
use super::pattern::mentions;
use super::word::{KnownWord, NameWord, Role};
use super::*;

/// A word as `word.rs` would know it, by a mark behind it: `+` given, `=` name, `?` unknown, `.` none; else by its look.
fn word(text: &str) -> NameWord {
    let (bare, role) = match text.strip_suffix(['+', '=', '?', '.']) {
        Some(bare) => (bare, text.chars().next_back()),
        None => (text, None),
    };
    let (proclitics, bare) = bare.split_once('_').unwrap_or(("", bare));
    let role = match role {
        Some('+') => Role::Given,
        Some('=') => Role::Name,
        Some('?') => Role::Unknown,
        None if bare.starts_with("ال") && bare.ends_with('ي') => Role::Nisba,
        None if bare.starts_with("ال") => Role::Definite,
        _ => Role::Other,
    };
    NameWord::from(KnownWord {
        form: format!("{proclitics}{bare}").replace("لال", "لل"),
        bare: bare.into(),
        folded: fold(bare),
        proclitics: proclitics.into(),
        role,
        may_be_given: role == Role::Given,
        cues: Cues::of(bare),
    })
}

/// The names of a sentence, each with the letter of its kind.
fn found(sentence: &str, variants: &Variants) -> String {
    let row: Vec<NameWord> = sentence.split(' ').map(word).collect();
    let shown = mentions(&row, variants).into_iter().map(|mention| {
        let name = written(&row[mention.words]);
        let kind = match mention.sign.map(|(kind, _)| kind) {
            Some(NameKind::Person) => "p",
            Some(NameKind::Place) => "l",
            Some(NameKind::Organisation) => "o",
            _ => "-",
        };
        format!("{kind} {}", name.join(" "))
    });
    shown.collect::<Vec<String>>().join(" | ")
}

#[test]
fn names_in_sentences() {
    let variants = Variants::builtin();
    for (sentence, expected) in [
        ("قال. محمد+ بن نايف+ اليوم", "p محمد بن نايف"),
        (
            "أكد. وزير. الخارجية السعودي عادل+ الجبير= أن.",
            "p عادل الجبير",
        ),
        ("الرئيس الأميركي باراك? أوباما= في.", "p باراك أوباما"),
        (
            "استقبل. الملك سلمان+ و_الأمير محمد+ بن سلمان+",
            "p الملك سلمان | p محمد بن سلمان",
        ),
        ("عبد. الله بن عبد. العزيز=", "p عبد الله بن عبد العزيز"),
        ("أبو بكر+ البغدادي في.", "p أبو بكر البغدادي"),
        (
            "خالد+ العتيبي و_فهد+ العنزي",
            "p خالد العتيبي | p فهد العنزي",
        ),
        ("في. مدينة تبوك= أمس.", "l تبوك"),
        ("مطار. الملك خالد+ الدولي", "l مطار الملك خالد الدولي"),
        ("ب_وزارة. الداخلية السعودية", "o وزارة الداخلية"),
        ("الهيئة العامة ل_السياحة", "o الهيئة العامة للسياحة"),
        ("جامعة. الملك سعود+", "o جامعة الملك سعود"),
        ("وصل. إلى. الرياض= و_جدة=", "l الرياض | l جدة"),
        ("ب_ناغورني? قره. باغ=", "l ناغورني | - قره باغ"),
        ("في. قره. باغ=", "l قره باغ"),
        ("في. المدينة المنورة= و_مكة=", "l المدينة المنورة | l مكة"),
        ("رمضان= اليوم", ""),
        ("محمد+ في. البيت", ""),
        ("الوزير في. البيت", ""),
    ] {
        assert_eq!(found(sentence, &variants), expected, "{sentence}");
    }
}

#[test]
fn spellings_of_a_name_have_one_key() {
    let variants = Variants::builtin();
    let key = |name: &str| key(&name.split(' ').collect::<Vec<_>>(), &variants);
    assert_eq!(key("محمد ابن نايف"), key("محمد بن نايف"));
    assert_eq!(key("عبد الله العثيم"), key("عبدالله العثيم"));
    assert_eq!(key("إقليم قره باغ"), key("إقليم كاراباخ"));
    assert_ne!(key("قره باغ"), key("قره"));
}
