//! Lexicons laid over the one that comes with the crate.

use arabic_lexicon::entry::EntryError;
use arabic_lexicon::{Class, Lexicon, Relation};

#[test]
fn added_words_are_inflected_like_those_built_in() {
    let (lexicon, bad) = Lexicon::built_in().with_entries(
        "# words of a trade\n\
         غرنبوط n غرانيبط\n\
         تغرنبط vt\n\
         غرنبوطستان x\n",
    );
    assert!(bad.is_empty());
    for (form, lemma) in [
        ("وللغرنبوط", "غرنبوط"),
        ("غرانيبطهم", "غرنبوط"),
        ("سيتغرنبطون", "تغرنبط"),
        ("بغرنبوطستان", "غرنبوطستان"),
        ("الأطفال", "طفل"),
    ] {
        assert!(lexicon.lemmas(form).contains(&lemma), "{form} as {lemma}");
    }
    // A name takes no pronouns, no plurals, and the article only where its line says so.
    for form in ["غرنبوطستانهم", "غرنبوطستانات", "الغرنبوطستان"]
    {
        assert!(lexicon.analyze(form).is_empty(), "{form}");
    }
    assert!(Lexicon::built_in().analyze("غرنبوط").is_empty());
}

#[test]
fn a_line_for_a_known_word_adds_to_its_forms() {
    let built_in = Lexicon::built_in();
    let id = built_in.find("طفل", Class::Noun).expect("a common word");
    let (lexicon, _) = built_in.with_entries("طفل n طفولات");
    assert_eq!(lexicon.len(), built_in.len());
    let readings = lexicon.analyze("طفولاتهم");
    assert!(readings.iter().any(|reading| reading.lexeme == id));
}

#[test]
fn lines_that_are_no_entries_are_told_and_the_rest_is_used() {
    let (lexicon, bad) = Lexicon::built_in().with_entries("x n\n\nغرنبوط n\nغرنبوط\nغرنبوط n q=2");
    let told: Vec<String> = bad.iter().map(ToString::to_string).collect();
    assert_eq!(
        told,
        [
            "line 1: 'x' is no Arabic word",
            "line 4: the class of the word is missing",
            "line 5: no option is called 'q'",
        ]
    );
    assert_eq!(lexicon.lemmas("الغرنبوط"), ["غرنبوط"]);
}

#[test]
fn fingerprints_change_with_what_is_read_and_with_nothing_else() {
    let built_in = Lexicon::built_in();
    let of = |source| built_in.with_entries(source).0.fingerprint();
    for nothing in ["", "# a remark\n\n", "غرنبوط\nword n\n"] {
        assert_eq!(of(nothing), built_in.fingerprint(), "{nothing}");
    }
    let sources = [
        "غرنبوط n",
        "غرنبوط n غرانيبط",
        "غرنبوط x",
        "غرنبوط n\nتغرنبط vt",
    ];
    let mut seen = sources.map(of).to_vec();
    seen.push(built_in.fingerprint());
    seen.sort_unstable();
    seen.dedup();
    assert_eq!(seen.len(), sources.len() + 1);
    assert_eq!(of("غرنبوط n"), of("# a remark\nغرنبوط  n # another\n"));
    // In two lists or in one: the second may say something else of the first.
    let (first, _) = built_in.with_entries("غرنبوط n");
    assert_ne!(
        first.with_entries("تغرنبط vt").0.fingerprint(),
        first.fingerprint()
    );
}

#[test]
fn any_line_of_letters_can_be_read() {
    let classes = ["n", "a", "x", "p", "num", "vq", "vt"].map(String::from);
    let classes: Vec<String> = (1..=10)
        .map(|form| format!("v{form}"))
        .chain(classes)
        .collect();
    let long = "غرنبوط".repeat(60);
    let lemmas = [
        "ا",
        "ء",
        "ة",
        "ى",
        "ال",
        "وو",
        "ؤي",
        "اىة",
        "أأأ",
        "تتت",
        "ىىىى",
        "انت",
        "استا",
        "تتتتت",
        "اىىىىى",
        "استاا",
        "أوى",
        "وأى",
        "آ",
        "تتتتت",
        "اىىىىى",
        "استاا",
        "أوى",
        "وأى",
        &long,
    ];
    let rests = [
        "",
        "ون f",
        "ات",
        "- b gem",
        "ا",
        "ة art def",
        "f=ا m=ي alt=ة pron=ى pl=ء",
        "2 noperf nopart ~ا",
        &long,
    ];
    let mut source = String::new();
    for class in &classes {
        for lemma in lemmas {
            for rest in rests {
                source.extend([lemma, " ", class, " ", rest, "\n"]);
            }
        }
    }
    let (lexicon, bad) = Lexicon::built_in().with_entries(&source);
    assert!(
        bad.iter()
            .all(|line| matches!(line.error, EntryError::ShortVerb(_)))
    );
    for form in lemmas {
        for reading in lexicon.analyze_query(form) {
            assert!(lexicon.lexeme(reading.lexeme).is_some(), "{form}");
            _ = reading.features();
        }
    }
}

#[test]
fn what_a_verb_makes_is_its_family() {
    let (lexicon, _) = Lexicon::built_in().with_entries("تغرنبط vt");
    let id = lexicon.analyze("تغرنبطوا")[0].lexeme;
    let family = lexicon.family(id).filter_map(|id| lexicon.lexeme(id));
    let told: Vec<(&str, Relation)> = family
        .map(|lexeme| (lexeme.lemma, lexeme.relation))
        .collect();
    assert!(
        told.contains(&("متغرنبط", Relation::ActiveParticiple)),
        "{told:?}"
    );
    assert!(told.contains(&("تغرنبط", Relation::Masdar)), "{told:?}");
}

#[test]
fn features_are_told_in_the_usual_terms() {
    let lexicon = Lexicon::built_in();
    for (form, expected) in [
        (
            "وسيعلنونها",
            "prc2=wa_conj prc1=sa_fut asp=i per=3 gen=m num=p mod=i enc0=3fs_dobj",
        ),
        ("للأطفال", "prc1=li_prep prc0=Al_det num=p stt=d"),
        ("كتابه", "num=s stt=c enc0=3ms_poss"),
        ("معلمتان", "gen=f num=d cas=n stt=i"),
        ("قيل", "asp=p per=3 gen=m num=s vox=p"),
        ("عليهم", "enc0=3mp_pron"),
        ("لمحمد", "prc1=li_prep"),
    ] {
        let features = lexicon.analyze(form)[0].features();
        let told: Vec<String> = features
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        assert_eq!(told.join(" "), expected, "{form}");
    }
}
