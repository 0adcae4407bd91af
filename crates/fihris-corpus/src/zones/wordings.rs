//! Pages whose boilerplate is worded as no list says, line by line.

use super::cases::{FIRST, SECOND, THIRD, kinds};

#[test]
fn shape_tells_what_no_list_names() {
    let title = "وزارة المياه تعلن بناء سد جديد في الشمال";
    let links = [
        "القرى تشكو من عطش طويل",
        "النهر يفيض على الحقول",
        "مطر في الجنوب",
    ];
    let [one, two, three] = links;
    for (text, expected) in [
        (
            vec!["نسيم نيوز", title, "تل الورد (مكتب الشمال) ـ", FIRST],
            "ftdb",
        ),
        (vec![title, "سامي رشيد", FIRST], "tdb"),
        (
            vec![title, FIRST, "وكنا قد نشرنا: النهر يفيض على الحقول", SECOND],
            "tbrb",
        ),
        (
            vec![
                title,
                FIRST,
                SECOND,
                "مما يتصل:",
                one,
                two,
                three,
                "صفحتنا على فيسبوك",
            ],
            "tbbrrrrf",
        ),
        (
            vec![
                title,
                FIRST,
                SECOND,
                "سد | ماء | مزارع",
                "أرسل تصويبا",
                "لمن يقرأ بعد",
                two,
            ],
            "tbbtfrr",
        ),
        (
            vec![title, FIRST, SECOND, "// انتهى //", "16:05 ت م"],
            "tbbff",
        ),
        (vec![title, FIRST, SECOND, "* عضو جمعية المياه"], "tbbf"),
        // What speaks for the body.
        (
            vec![
                title,
                FIRST,
                SECOND,
                "مما يتصل:",
                "الشمال: 7 نقاط",
                "الجنوب: 5 نقاط",
            ],
            "tbbbbb",
        ),
        (
            vec![title, FIRST, "وقال الوزير: نحن ننتظر الربيع", SECOND, THIRD],
            "tbbbb",
        ),
        (
            vec![
                title,
                FIRST,
                SECOND,
                "كلمة أخيرة للقراء؟",
                "أقول لهم شكرا",
                "شكرا لكم",
            ],
            "tbbbbb",
        ),
    ] {
        assert_eq!(kinds(&text), expected, "{text:?}");
    }
}
