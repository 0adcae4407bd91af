//! Forms that belong to a lexeme, and forms that only look so.

use arabic_lexicon::{Class, Lexicon};

/// A lemma, and forms that must be read as it.
const SAME: &[(&str, &str)] = &[
    (
        "قال",
        "قال وقال قالت قالوا قلت قلنا يقول تقول ويقولون سيقول فليقولوا قيل يقال وقاله",
    ),
    (
        "أعلن",
        "أعلن وأعلنت أعلنوا يعلن سيعلن ستعلنها لتعلن نعلن أعلنه أعلنا",
    ),
    ("مشى", "مشى مشت مشوا مشينا يمشي يمشون تمشي لم يمش"),
    (
        "دعا",
        "دعا دعت دعوا دعونا دعاه يدعو تدعو يدعون دعي يدعى ودعاهم",
    ),
    ("بقي", "بقي بقيت بقوا بقينا يبقى يبقون تبقى"),
    (
        "أقام",
        "أقام أقامت أقمنا يقيم تقيم أقيم أقيمت يقام تقام وأقاموا",
    ),
    ("استمر", "استمر استمرت استمروا استمررنا يستمر تستمر سيستمر"),
    ("اتخذ", "اتخذ اتخذت يتخذ تتخذ واتخذوا يتخذون"),
    ("وصل", "وصل وصلت وصلوا يصل تصل ستصل سيصلون"),
    ("وجد", "وجد وجدت يجد يجدون يوجد توجد"),
    ("قرأ", "قرأ قرأت قرؤوا قرأوا يقرأ يقرؤون قرئ"),
    ("سأل", "سأل سألت سئل يسأل سألوه"),
    ("أكد", "أكد أكدت وأكد يؤكد تؤكد يؤكدون وأكدوا"),
    ("بدأ", "بدأ بدأت وبدأوا يبدأ تبدأ ستبدأ"),
    ("جاء", "جاء جاءت وجاءوا جاؤوا"),
    ("اشترى", "اشترى اشترت اشتروا يشتري تشتري اشتراه"),
    (
        "طفل",
        "طفل الطفل أطفال للأطفال طفلة طفلتها أطفالهم طفلين والأطفال طفلا",
    ),
    (
        "وزير",
        "وزير الوزراء وزيرة ووزير وزيرا وزيرين لوزير ووزراء وزيري",
    ),
    (
        "سياسة",
        "سياسة السياسات سياسته سياساتهم بسياسة للسياسة السياستين",
    ),
    ("مستشفى", "مستشفى المستشفيات مستشفياتها مستشفاه المستشفيين"),
    ("أداء", "أداء أدائه أداؤه أداءها الأداء بأدائهم"),
    ("قاضي", "قاضي القاضي قاض القضاة قاضيا القاضيين قاضيات"),
    ("محامي", "محامي المحامون محامين المحامية"),
    ("شيء", "شيء أشياء شيئا الأشياء شيئين"),
    ("مباراة", "مباراة المباريات مباراته مباراتين لمباراة"),
    (
        "لبناني",
        "لبناني اللبنانية لبنانيون واللبنانيين لبنانيات لبنانيا",
    ),
    ("أحمر", "أحمر الحمراء حمر"),
    ("ثلاثة", "ثلاثة ثلاث والثلاثة بثلاث"),
    ("لغة", "لغة للغة اللغات باللغة لغته"),
    ("على", "على وعلى عليه عليها عليهم علينا"),
    ("الرياض", "الرياض بالرياض للرياض والرياض"),
    ("إعلام", "إعلام الإعلام للإعلام إعلامنا"),
];

/// A lemma, and forms that are other words.
const OTHER: &[(&str, &str)] = &[
    ("علي", "على عليها أعلى"),
    ("يد", "سيد السيد"),
    ("عمل", "العملة عملات عملاء"),
    ("مال", "جمال"),
    ("سلام", "السلامون"),
    ("كرة", "كرهوا"),
    ("إعلام", "الأعلام أعلام"),
    ("علم", "إعلام الإعلام معلم"),
    ("مدينة", "مدنيين دين"),
    ("أمير", "كاميرات"),
    ("شهر", "شهرية"),
];

fn is_read_as(form: &str, lemma: &str) -> bool {
    Lexicon::built_in().lemmas(form).contains(&lemma)
}

#[test]
fn forms_are_read_as_their_lexemes() {
    let mut missing = Vec::new();
    for (lemma, forms) in SAME {
        for form in forms.split(' ').filter(|form| *form != "لم") {
            if !is_read_as(form, lemma) {
                missing.push(format!("{form} of {lemma}"));
            }
        }
    }
    assert_eq!(missing, Vec::<String>::new());
}

#[test]
fn words_that_look_alike_stay_apart() {
    let mut wrong = Vec::new();
    for (lemma, forms) in OTHER {
        for form in forms.split(' ') {
            if is_read_as(form, lemma) {
                wrong.push(format!("{form} as {lemma}"));
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn careless_letters_are_read_where_nothing_else_is_written_so() {
    for (form, lemma) in [
        ("الاعلام", "إعلام"),
        ("الاعلام", "علم"),
        ("مستشفي", "مستشفى"),
        ("السعوديه", "سعودي"),
        ("اعلن", "أعلن"),
        ("الاطفال", "طفل"),
        ("الشاطىء", "شاطئ"),
        ("الطوارىء", "طارئ"),
    ] {
        let lexicon = Lexicon::built_in();
        let readings = lexicon.analyze_query(form);
        let mut lexemes = readings
            .iter()
            .filter_map(|reading| lexicon.lexeme(reading.lexeme));
        assert!(
            lexemes.any(|lexeme| lexeme.lemma == lemma),
            "{form} as {lemma}"
        );
    }
}

#[test]
fn what_is_no_word_has_no_reading() {
    for form in ["", "x", "2021", "ظظظظ", &"ا".repeat(500)] {
        assert!(Lexicon::built_in().analyze(form).is_empty(), "{form}");
    }
}

#[test]
fn pronouns_and_prepositions_are_no_nouns() {
    let lexicon = Lexicon::built_in();
    let forms = "هو هي هم هما هن نحن أنا أنت لهم بهم عنهم منهم فيهم لهما بهما له به في من عن على إلى مع لها بها إليهم عليهم";
    for form in forms.split(' ') {
        let readings = lexicon.analyze(form);
        let mut lexemes = readings.iter().map(|it| lexicon.lexeme(it.lexeme).unwrap());
        assert!(
            lexemes.all(|lexeme| lexeme.class != Class::Noun),
            "{form}: {readings:?}"
        );
    }
    assert!(is_read_as("هموم", "هم") && is_read_as("الهم", "هم"));
}
