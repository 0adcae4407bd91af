//! Exports as the databases write them.

use crate::found::found;

#[test]
fn factiva_has_codes() {
    let text = "HD\nافتتاح حديقة\nالنخيل\nBY  علي الكاتب\nWC \n120 words\nPD\n4 March 2021\nSN\nصحيفة الحي\nSC\nHAYYAR\nLA\nArabic\nCY\n(c) 2021\n\n\
        LP\nزرع العمال أربعين نخلة.\n\nTD\nوقالوا إنهم سيعودون.\n\nIN the garden.\n\nAN\nDocument HAYYAR0020210304eh340001p\n\n\
        SE\tأخبار\nHD\tعنوان ثان\nPD\t5 March 2021\nSN\tصحيفة الحي\nTD\tمتن ثان\nAN\tDocument B2\n\nSearch Summary\nText\n";
    assert_eq!(
        found("a.txt", text.as_bytes()),
        [
            "HAYYAR0020210304eh340001p \"افتتاح حديقة النخيل\\n\\nزرع العمال أربعين نخلة.\\n\\nوقالوا إنهم سيعودون.\\n\\nIN the garden.\" \
             source=صحيفة الحي author=علي الكاتب copyright=(c) 2021 date=4 March 2021 language=Arabic source code=HAYYAR words=120 words",
            "B2 \"عنوان ثان\\n\\nمتن ثان\" source=صحيفة الحي date=5 March 2021 section=أخبار",
        ]
    );
}

#[test]
fn lexis_nexis_has_labels() {
    let old = "\u{FEFF}\n                               1 of 2 DOCUMENTS\n\n                         صحيفة الحي\n\n                   March 4, 2021 Thursday\n                   Late Edition\n\n\
        افتتاح حديقة النخيل\n\nBYLINE: علي الكاتب\n\nSECTION: Section A; Pg. 1\n\nLENGTH: 120 words\n\n زرع العمال أربعين\nنخلة.\n\n وقالوا: سنعود.\n\n\
        LOAD-DATE: March 5, 2021\n\nLANGUAGE: ARABIC\n\n                      Copyright 2021 صحيفة\n                      All Rights Reserved\n\n\
                               2 of 2 DOCUMENTS\n\n   وكالة\n\nHEADLINE: عنوان\n  طويل\n\nLENGTH: 9 words\n\nBODY:\nنص ثان\n\nLOAD-DATE: March 6, 2021\n";
    let first = "\"افتتاح حديقة النخيل\\n\\nزرع العمال أربعين\\nنخلة.\\n\\nوقالوا: سنعود.\" source=صحيفة الحي author=علي الكاتب \
        copyright=Copyright 2021 صحيفة date=2021-03-04";
    let all = found("a.txt", old.as_bytes());
    assert_eq!(
        all,
        [
            format!("a.txt#1 {first} language=ARABIC length=120 words loaded=March 5, 2021 section=Section A; Pg. 1"),
            "a.txt#2 \"عنوان طويل\\n\\nنص ثان\" source=وكالة date=March 6, 2021 length=9 words loaded=March 6, 2021".into(),
        ]
    );
    let new = "افتتاح حديقة النخيل\nصحيفة الحي\nMarch 4, 2021 Thursday\n\nCopyright 2021 صحيفة\n\nLength: 120 words\nByline: علي الكاتب\n\nBody\n\n\n\
        زرع العمال أربعين\nنخلة.\n\nوقالوا: سنعود.\n\nClassification\n\nLanguage: ARABIC\n\nLoad-Date: March 5, 2021\n\nEnd of Document\n";
    assert_eq!(
        found("a.txt", new.as_bytes()),
        [format!(
            "a.txt#1 {first} length=120 words loaded=March 5, 2021"
        )]
    );
}

#[test]
fn running_text_is_no_export() {
    for text in [
        "HD television\nPD, SN, LP and TD are letters.\n",
        "Page 1 of 20 DOCUMENTS were found.\nLENGTH: 3 m\n",
        "LENGTH: 3 m\nCopyright 2021\n",
    ] {
        assert!(
            found("a.txt", text.as_bytes())[0].starts_with("a.txt \""),
            "{text}"
        );
    }
    for text in [
        "1 of 2 DOCUMENTS\nLENGTH: 3\nLOAD-DATE:\n",
        "1 of 1 DOCUMENTS\n1 of 1 DOCUMENTS\nCopyright 1\nLENGTH: نص\nEnd of Document",
        "HD\nPD\nSN\nLP\nAN\nHD\nHD\nSE\n",
        "HD\nPD\nSN\nTD\nAN\n",
    ] {
        found("a.txt", text.as_bytes()); // no panic
    }
}
