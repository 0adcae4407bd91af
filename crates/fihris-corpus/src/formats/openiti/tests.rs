//! Books as the corpus has them.

use super::marks::{clean, heading};
use crate::found::found;

#[test]
fn marks_leave_words_whole_and_apart() {
    for (text, expected) in [
        ("والمدPageV01P012رسة", "والمدرسة"),
        ("كلمة PageV01P012 أخرى", "كلمة  أخرى"),
        ("كلمةPageV01P012 أخرى ms0123 ثم ms12A", "كلمة أخرى  ثم "),
        ("PageBegV01P012B نص PageEndV01P012A", " نص "),
        ("صدر %~% عجز", "صدر  عجز"),
        (
            "قال @P02 محمد @TOP@ في YD310 $RWY$ #$#PROV الشام",
            "قال  محمد  في    الشام",
        ),
        (
            "Page 7, items 5% a@b.c $5 Pm ms YBx",
            "Page 7, items 5% a@b.c $5 Pm ms YBx",
        ),
        ("", ""),
    ] {
        assert_eq!(clean(text, &mut |_| ()), expected);
    }
    for (line, expected) in [
        ("### | باب الأول", Some("باب الأول")),
        ("### ||| فصل", Some("فصل")),
        ("### $BIO_MAN$ 5 - محمد", Some("5 - محمد")),
        ("### |EDITOR|", Some("")),
        ("### A", Some("A")),
        ("# نص", None),
    ] {
        assert_eq!(heading(line), expected, "{line}");
    }
}

const BOOK: &str = "######OpenITI#\n\n#META# 000.BookURI\t:: 0255Katib.Kitab\n#META# 010.AuthorNAME:: كاتب بن كاتب\n\
    #META# 020.BookTITLE:: كتاب النخل\n#META# 021.BookSUBJ:: NODATA\n#META# 045.EdYEAR:: 1998\n#META# id: 7\n#META#Header#End#\n\n\
    # مقدمة في النخل ms001\n~~وفضله PageV01P003\n\n### | كتاب الغرس\n### || باب الفسيل\nPageV01P004\n# يغرس الفسيل في\n~~الربيع.\n\
    # ويسقى كل يوم. PageV01P005\n";

#[test]
fn sections_are_articles_of_the_book() {
    assert_eq!(
        found("0255Katib.Kitab.Shamela0000001-ara1", BOOK.as_bytes()),
        [
            "0255Katib.Kitab.Shamela0000001-ara1#1 \"كتاب النخل\\n\\nمقدمة في النخل وفضله\" source=كتاب النخل author=كاتب بن كاتب \
             book=0255Katib.Kitab date=1998 meta.id=7 page=3 volume=1",
            "0255Katib.Kitab.Shamela0000001-ara1#2 \"كتاب الغرس: باب الفسيل\\n\\nيغرس الفسيل في الربيع.\\nويسقى كل يوم.\" source=كتاب النخل \
             author=كاتب بن كاتب book=0255Katib.Kitab date=1998 page=4 volume=1",
        ]
    );
}

#[test]
fn books_may_lack_anything() {
    for (text, expected) in [
        ("######OpenITI#", &["empty: there is no word in it"][..]),
        (
            "######OpenITI#\n#META#Header#End#\n\n",
            &["empty: there is no word in it"],
        ),
        ("######OpenITI#\n#META# x\n# نص\n", &["a.txt#1 \"نص\""]),
        (
            "\u{FEFF}######OpenITI#\n### | باب",
            &["a.txt#1 \"باب\\n\\n\""],
        ),
        ("نص ######OpenITI#", &["a.txt \"نص ######OpenITI#\""]),
    ] {
        assert_eq!(found("a.txt", text.as_bytes()), expected, "{text}");
    }
    let long = "كلمة ".repeat(100);
    let text = format!("######OpenITI#\n#META#Header#End#\n### $ {long}\n# نص\n");
    assert_eq!(
        found("a.txt", text.as_bytes()),
        [format!("a.txt#1 \"{}\\nنص\"", long.trim())]
    );
}
