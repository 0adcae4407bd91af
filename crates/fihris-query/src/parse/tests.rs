use crate::ast::{Ast, MatchMode, QueryTerm, Scope};
use crate::parse::*;
use fihris_corpus::ZoneKind;
use proptest::prelude::*;
use std::ops::Range;

fn fields() -> Vec<String> {
    ["author", "القسم"].map(String::from).to_vec()
}

/// The tree in one line: words by their forms, `=` and `*` as typed.
fn show(tree: &Ast) -> String {
    let words = |words: &[QueryTerm]| {
        let form = |word: &QueryTerm| match word.mode {
            MatchMode::Default => word.form.clone(),
            MatchMode::Exact => format!("={}", word.raw),
            MatchMode::Diacritized => format!("%{}", word.raw),
            MatchMode::Prefix => format!("{}*", word.form),
            MatchMode::Pattern => format!("/{}/", word.form),
            MatchMode::Family => format!("@{}", word.form),
            MatchMode::OfClass(class) => format!("{}/{}", word.form, class.name()),
            MatchMode::Fuzzy(changes) => format!("{}~{changes}", word.form),
        };
        let word = |word: &QueryTerm| {
            let apart = if word.is_apart { "·" } else { "" };
            format!("{apart}{}", form(word))
        };
        words.iter().map(word).collect::<Vec<_>>().join(" ")
    };
    let scope = |scope: &Scope| match scope {
        Scope::DefaultZones => String::new(),
        Scope::Publisher => "source:".into(),
        Scope::Field(name) => format!("{name}:"),
        Scope::Zones(zones) => {
            let kinds = ZoneKind::ALL
                .into_iter()
                .filter(|kind| zones.contains(*kind));
            kinds.map(ZoneKind::name).collect::<Vec<_>>().join("+") + ":"
        }
    };
    let list = |parts: &[Ast]| parts.iter().map(show).collect::<Vec<_>>().join(" ");
    match tree {
        Ast::Words(row, s) => format!("{}{}", scope(s), words(row)),
        Ast::Phrase(row, s) => format!("{}\"{}\"", scope(s), words(row)),
        Ast::All(parts) => format!("all({})", list(parts)),
        Ast::Any(parts) => format!("any({})", list(parts)),
        Ast::Not(part) => format!("not({})", show(part)),
        Ast::Near(row, distance, s) => format!("{}near{distance}({})", scope(s), words(row)),
        Ast::Must(part) => format!("must({})", show(part)),
        Ast::Boosted(part, weight) => format!("{weight} times {}", show(part)),
        Ast::Path(pattern) => format!("path({pattern})"),
        Ast::Mentions(period) | Ast::Published(period) => {
            format!("{}..{}", period.period.first, period.period.last)
        }
    }
}

#[test]
fn reads_queries() {
    for (query, expected) in [
        ("قره باغ", "قره باغ"),
        ("\"وقف إطلاق\" النار", "all(\"وقف إطلاق\" النار)"),
        ("«قره باغ» “وقف”", "all(\"قره باغ\" \"وقف\")"),
        ("قره -بيجر", "all(قره not(بيجر))"),
        ("قره NOT (بيجر لبنان)", "all(قره not(بيجر لبنان))"),
        ("قره OR باغ لبنان", "any(قره باغ لبنان)"),
        ("قره AND باغ لبنان", "قره ·باغ لبنان"),
        ("(قره) باغ", "قره ·باغ"),
        ("title:=قره", "title:=قره"),
        (
            "author:=\"قره باغ\" title:%قره",
            "all(author:\"=قره =باغ\" title:%قره)",
        ),
        ("title:-قره", "title:قره"),
        ("قره (باغ لبنان)", "قره ·باغ لبنان"),
        ("(قره OR باغ) AND لبنان", "all(any(قره باغ) لبنان)"),
        ("الأرمي*", "الأرمي*"),
        ("=إيران ايران", "=إيران ايران"),
        ("title:بوتين علييف", "all(title:بوتين علييف)"),
        (
            "title:(بوتين OR \"قره باغ\")",
            "any(title:بوتين title:\"قره باغ\")",
        ),
        (
            "الزبداني.. وحزب الله: هي معركة!",
            "الزبداني وحزب الله هي معركة",
        ),
        ("الروسي - الأذربيجاني", "الروسي الأذربيجاني"),
        ("قره-باغ", "\"قره باغ\""),
        ("source:تاس tag:قره", "all(source:تاس tags:قره)"),
        ("قره باغ in:related", "related:قره باغ"),
        (
            "in:tags,source قره title:باغ OR لبنان",
            "any(all(tags+source:قره title:باغ) لبنان)",
        ),
        ("a -title:b -tag:c", "all(a not(title:b) not(tags:c))"),
        ("in: قره", "in قره"),
        ("قره mentions:2020-11", "all(قره 2020-11-01..2020-11-30)"),
        ("mentions:2020-09-27..2020-11-10", "2020-09-27..2020-11-10"),
        ("6,500 06,00", "6500 06.00"),
        ("+قره، +باغ؟", "all(must(قره) must(باغ))"),
        ("-قره", "not(قره)"),
        ("or and", "or and"),
        ("قُتِـل", "قتل"),
        (
            "@القضاء كتب/فعل title:كُتب/n",
            "all(@القضاء كتب/verb title:كتب/noun)",
        ),
        (
            "كتب/مجلة @user @ كتب/v/n",
            "all(\"كتب مجلة\" user \"كتب v n\")",
        ),
        ("%قُتل =\"قُتل أمس\"", "all(%قُتل \"=قُتل =أمس\")"),
        ("*كرمل* و?ير الأ*مي", "/*كرمل*/ /و?ير/ /الا*مي/"),
        ("باغ? ما هذا؟", "باغ ما هذا"),
        ("باكو~ لاديمير~ باكو~2", "باكو~1 لاديمير~2 باكو~2"),
        ("\"بوتين علييف\"~5 لبنان", "all(near5(بوتين علييف) لبنان)"),
        ("«بوتين علييف»~0", "near0(بوتين علييف)"),
        (
            "بوتين^2 (باكو OR لبنان)^0.5",
            "all(2 times بوتين 0.5 times any(باكو لبنان))",
        ),
        (
            "\"قره باغ\"~2^3 باكو~^2",
            "all(3 times near2(قره باغ) 2 times باكو~1)",
        ),
        ("author:بولس القسم:سياسة", "all(author:بولس القسم:سياسة)"),
        (
            "author:(علي -\"أبو علي\")",
            "all(author:علي not(author:\"أبو علي\"))",
        ),
        ("غير:سياسة", "\"غير سياسة\""),
        ("https://example.org/a", "\"https example org a\""),
        ("path:2020/*.txt قره", "all(path(2020/*.txt) قره)"),
        ("-path:\"a b\"", "not(path(a b))"),
        ("date:2020-11 قره", "all(2020-11-01..2020-11-30 قره)"),
        ("5^x ~قره a~b", "all(\"5 x\" قره \"a b\")"),
        ("", "all()"),
        (" * ", "all()"),
        ("بو؟ين باغ؟ ٭كرمل٭", "/بو?ين/ باغ /*كرمل*/"),
        ("باكو~١ \"بوتين علييف\"~۳", "all(باكو~1 near3(بوتين علييف))"),
        ("بوتين^١٫٥ ٪حدٍّ", "all(1.5 times بوتين %حدٍّ)"),
        ("٪٥٠ 50% %50", "50% 50% 50%"),
        ("العنوان:بوتين الوسم:قره", "all(title:بوتين tags:قره)"),
        ("المصدر:(تاس رويترز)", "source:تاس رويترز"),
        ("الكاتب:بولس", "author:بولس"),
        ("category:سياسة", "القسم:سياسة"),
        ("التاريخ:2020-11 قره", "all(2020-11-01..2020-11-30 قره)"),
        ("قره في:الوسوم،النص", "body+tags:قره"),
        ("الملف:2020/*.txt", "path(2020/*.txt)"),
        (
            "title: قره date: 2020",
            "all(title:قره 2020-01-01..2020-12-31)",
        ),
        ("قره باغ\"", "قره باغ"),
        ("قره && باغ || لبنان", "any(قره ·باغ لبنان)"),
        ("قره !باغ لبنان!", "all(قره not(باغ) لبنان)"),
        ("بوتين NEAR/3 علييف NEAR/3 باكو", "near3(بوتين علييف باكو)"),
    ] {
        let tree = parse_with(query, &fields()).map(|tree| show(&tree));
        assert_eq!(tree.as_deref(), Ok(expected), "{query}");
    }
}

#[test]
fn names_the_place_of_what_is_wrong_and_mends_it() {
    // query; problem; range; suggestion, empty for none
    let cases: &[(&str, &str, Range<usize>, &str)] = &[
        ("... ؟ -", "there is no word in the query", 8..8, ""),
        ("a (b", "this parenthesis is not closed", 2..3, "a (b)"),
        ("((a b", "this parenthesis is not closed", 1..2, "((a b))"),
        ("a) b", "this parenthesis was not opened", 1..2, "a b"),
        (
            "a \"b",
            "this quotation mark is not closed",
            2..3,
            "a \"b\"",
        ),
        ("a «b", "this quotation mark is not closed", 2..4, "a «b»"),
        ("a OR", "a word is missing beside OR", 4..4, "a"),
        ("OR a", "a word is missing beside OR", 0..2, "a"),
        ("a AND", "a word is missing beside AND", 2..5, "a"),
        ("a NOT", "a word was expected here", 5..5, "a"),
        ("a NOT )", "a word was expected here", 6..7, "a"),
        (
            "a mentions:nov",
            "this is no date; dates are 2020, 2020-11, 2020-11-09, or two with .. between them",
            11..14,
            "",
        ),
        ("in:tags", "there is no word in the query", 7..7, ""),
        (
            "a in:tag",
            "there is no such zone; they are title, dateline, body, tags, source, related, furniture and all",
            5..8,
            "a in:tags",
        ),
        (
            "titel:a",
            "there is no field of this name; there are title, tag, source, body, in, mentions, date, path, author, القسم",
            0..5,
            "title:a",
        ),
        (
            "covid:19",
            "there is no field of this name; there are title, tag, source, body, in, mentions, date, path, author, القسم",
            0..5,
            "covid 19",
        ),
        (
            "path:[a",
            "this is no pattern of paths; patterns are like news/2020, 2020/*.txt, **/sport/*",
            5..7,
            "",
        ),
        (
            "*ا*",
            "a pattern needs two letters at least besides the article, all of one word",
            0..4,
            "",
        ),
        (
            "وال*",
            "a pattern needs two letters at least besides the article, all of one word",
            0..7,
            "",
        ),
        (
            "*قره-باغ*",
            "a pattern needs two letters at least besides the article, all of one word",
            0..15,
            "",
        ),
        (
            "author:بول*",
            "only words and phrases can be looked for in fields of the input",
            7..14,
            "",
        ),
        (
            "قره~7",
            "~1 or ~2 behind a word, or a number of words behind a phrase, was expected",
            7..8,
            "قره~2",
        ),
        (
            "قره^0",
            "a number above 0 was expected, as in ^2 or ^0.5; -word excludes",
            7..8,
            "قره^2",
        ),
        (
            "قره^-١",
            "a number above 0 was expected, as in ^2 or ^0.5; -word excludes",
            7..10,
            "قره^2",
        ),
        (
            "لبنان ^قره",
            "nothing asks for the beginning or the end of a text; word* is for words that begin so, *word for those that end so, title: for headlines",
            11..12,
            "لبنان قره",
        ),
        (
            "قره$",
            "nothing asks for the beginning or the end of a text; word* is for words that begin so, *word for those that end so, title: for headlines",
            6..7,
            "قره",
        ),
        (
            "قره NEAR/3 (باغ)",
            "words near each other are asked for as in \"word word\"~3",
            7..13,
            "",
        ),
        (
            "path: قره",
            "this is no pattern of paths; patterns are like news/2020, 2020/*.txt, **/sport/*",
            5..5,
            "",
        ),
        ("قره && ", "a word is missing beside AND", 7..9, "قره"),
    ];
    for (query, problem, range, suggestion) in cases {
        let error = parse_with(query, &fields()).unwrap_err();
        assert_eq!(error.to_string(), *problem, "{query}");
        assert_eq!(error.range, *range, "{query}");
        assert_eq!(error.suggestion.unwrap_or_default(), *suggestion, "{query}");
    }
    assert!(parse(&"(".repeat(100_000)).is_err());
    assert!(parse(&"-".repeat(100_000)).is_err());
}

#[test]
fn words_are_operators_where_they_stand_between_others() {
    for (query, expected) in [
        ("القاهرة و الرياض", "القاهرة AND الرياض"),
        ("و الرياض", "الرياض"),
        ("القاهرة أو الرياض", "القاهرة OR الرياض"),
        ("القاهرة او (الرياض و جدة)", "القاهرة OR (الرياض AND جدة)"),
        ("\"قره باغ\" أو «وقف النار»", "\"قره باغ\" OR «وقف النار»"),
        ("القاهرة or الرياض", "القاهرة OR الرياض"),
        ("القاهرة وليس الرياض", "القاهرة NOT الرياض"),
        ("تفاح وليس برتقال", "تفاح NOT برتقال"),
        (
            "بوتين وليس قره باغ أو لبنان",
            "بوتين NOT (قره باغ) OR لبنان",
        ),
        ("بوتين وليس «قره باغ» لبنان", "بوتين NOT («قره باغ» لبنان)"),
        (
            "محمد بن زايد وليس عبد الله بن زايد أو لبنان",
            "محمد بن زايد NOT (عبد الله بن زايد) OR لبنان",
        ),
        ("القاهرة ما عدا الرياض", "القاهرة NOT الرياض"),
        ("القاهرة من دون الرياض", "القاهرة NOT الرياض"),
        ("الكرملين بدون بيسكوف", "الكرملين NOT بيسكوف"),
        ("القاهرة دون (الرياض أو جدة)", "القاهرة NOT (الرياض OR جدة)"),
        ("العنوان:بوتين أو علييف", "title:بوتين OR علييف"),
    ] {
        let parsed = read(query, ParseOptions::default()).unwrap();
        assert_eq!(parsed.read_as().as_deref(), Some(expected), "{query}");
        let again = read(expected, ParseOptions::default()).unwrap();
        assert_eq!(again.read_as(), None, "{query}");
        assert_eq!(show(&parsed.ast), show(&again.ast), "{query}");
    }
}

#[test]
fn words_are_words_where_they_are_plainly_meant() {
    for query in [
        "بدون شك",
        "دون",
        "أو",
        "أو أو",
        "طائرة بدون طيار",
        "علاج دون الحاجة إلى جراحة",
        "مرة أو أكثر",
        "خرج دون أن يتكلم",
        "هذا ليس الحل",
        "الحوار ليس ممكنا",
        "أطفال دون الثامنة",
        "أسعار الخضراوات ترتفع بشدة باستثناء الطماطم",
        "ما فوائد رياضة المشي يوميا دون الجري",
        "الخيار مفيد للبشرة وليس بديلا عن زيارة الطبيب",
        "\"الاتحاد\" ليس خصماً سهلاً",
        "\"القاهرة أو الرياض\"",
        "=أو",
        "ليس القاهرة",
        "القاهرة والرياض",
        "rock or pop",
    ] {
        assert_eq!(
            read(query, ParseOptions::default()).unwrap().read_as(),
            None,
            "{query}"
        );
    }
}

proptest! {
    #[test]
    fn never_panics_and_points_into_the_query(
        query in "\\PC*|[قره باغ()\"«»*=:،,.-]*|(OR|AND|NOT|أو|و|وليس|دون|NEAR/3|&&|\\$|!|؟|العنوان:|title:|in:|in:tags|mentions:2020|date:|path:|%|=|~|\\^|[12]|\\*|-|\\+|\\(|\\)|\"| |قره)*"
    ) {
        match parse(&query) {
            Ok(_) => {}
            Err(error) => prop_assert!(query.get(error.range).is_some()),
        }
    }
}
