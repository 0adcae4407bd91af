//! Words that the user adds to the lexicon.

use insta::assert_snapshot;

use super::sandbox::Sandbox;

/// Articles on an invented thing: on one of it, and on several.
fn sandbox() -> Sandbox {
    let sandbox = Sandbox::new();
    sandbox.write("news/one.txt", "باع التاجر الغرنبوط في السوق");
    sandbox.write("news/more.txt", "وصلت الغرانيبط إلى السوق");
    sandbox.stdout(&["index", "news"]);
    sandbox
}

fn count(sandbox: &Sandbox, args: &[&str]) -> String {
    let count = sandbox.stdout(&[&["search", "--count"], args].concat());
    count.trim().to_string()
}

/// What `check` says.
fn check(sandbox: &Sandbox) -> String {
    sandbox.run(&["check"])
}

#[test]
fn a_list_tells_plurals_and_takes_effect_at_once() {
    let sandbox = sandbox();
    assert_eq!(count(&sandbox, &["غرنبوط"]), "1");
    sandbox.write("own.tsv", "غرنبوط n غرانيبط\n");
    assert_eq!(count(&sandbox, &["غرنبوط", "--lexicon", "own.tsv"]), "2");
    assert_eq!(count(&sandbox, &["غرنبوط"]), "1");
    // Beside the index, without a run of `index`: only opening takes longer.
    sandbox.write(".fihris/lexicon.tsv", "غرنبوط n غرانيبط\n");
    assert_eq!(count(&sandbox, &["غرنبوط"]), "2");
    assert_eq!(count(&sandbox, &["والغرانيبط"]), "2");
    assert_snapshot!(check(&sandbox), @"
    exit 2
    --- stdout
    problem:  the vocabulary, the list of copies or that of versions is missing, damaged or older than the index or its lexicon
    repair:   fihris index
    --- stderr
    ");
    assert_snapshot!(sandbox.run(&["index"]), @"
    exit 0
    --- stdout
    --- stderr
    files: 2 unchanged; 2 articles in the index; TIME
    ");
    assert!(check(&sandbox).contains("sound"));
    assert_eq!(count(&sandbox, &["غرنبوط"]), "2");
    // A change takes effect as the list did, and so does its end.
    sandbox.write(".fihris/lexicon.tsv", "غرنبوط n غرنبوطات\n");
    assert_eq!(count(&sandbox, &["غرنبوط"]), "1");
    std::fs::remove_file(sandbox.path(".fihris/lexicon.tsv")).unwrap();
    assert_eq!(count(&sandbox, &["غرنبوط"]), "1");
    sandbox.stdout(&["index"]);
    assert!(check(&sandbox).contains("sound"));
}

#[test]
fn an_index_may_be_made_with_a_list_from_elsewhere() {
    let sandbox = sandbox();
    sandbox.write("own.tsv", "غرنبوط n غرانيبط\n");
    let vocabulary = || std::fs::read(sandbox.path(".fihris/g1/vocabulary")).unwrap();
    let before = vocabulary();
    sandbox.stdout(&["index", "--lexicon", "own.tsv"]);
    assert_ne!(vocabulary(), before);
    let with = ["غرنبوط", "news", "--lexicon", "own.tsv"];
    let written = vocabulary();
    assert_eq!(count(&sandbox, &with), "2");
    assert_eq!(vocabulary(), written);
    assert_eq!(count(&sandbox, &["غرنبوط"]), "1");
    let analyze = ["analyze", "الغرانيبط", "--lexicon", "own.tsv"];
    assert!(sandbox.stdout(&analyze).contains("غرنبوط"));
}

#[test]
fn lines_that_are_no_entries_are_told_and_the_rest_is_used() {
    let sandbox = sandbox();
    let list = "# ours\nغرنبوط n غرانيبط\nكلمة\nbook n\nكتاب z\nكتاب n q=2\n";
    sandbox.write(".fihris/lexicon.tsv", list);
    assert_snapshot!(sandbox.run(&["search", "غرنبوط", "--count"]), @"
    exit 0
    --- stdout
    2
    --- stderr
    skipped: ROOT/.fihris/lexicon.tsv: line 3: the class of the word is missing
    skipped: ROOT/.fihris/lexicon.tsv: line 4: 'book' is no Arabic word
    skipped: ROOT/.fihris/lexicon.tsv: line 5: no class is called 'z'
    skipped: ROOT/.fihris/lexicon.tsv: line 6: no option is called 'q'
    ");
    for args in [&["learn"][..], &["copies"], &["show", "a.txt"]] {
        let told = sandbox.run(args).matches("lexicon.tsv: line").count();
        assert_eq!(told, 4, "{args:?}");
    }
    assert_snapshot!(sandbox.run(&["--lang", "ar", "index"]), @"
    exit 0
    --- stdout
    --- stderr
    سطر متروك (السطر 3: نوع الكلمة غير مذكور):
      ROOT/.fihris/lexicon.tsv
    سطر متروك (السطر 4: ليست كلمة عربية: book):
      ROOT/.fihris/lexicon.tsv
    سطر متروك (السطر 5: لا نوع بهذا الاسم: z):
      ROOT/.fihris/lexicon.tsv
    سطر متروك (السطر 6: لا خيار بهذا الاسم: q):
      ROOT/.fihris/lexicon.tsv
    الملفات: الباقي كما هو 2؛ وفي الفهرس مقالتان؛ TIME
    ");
    assert_snapshot!(check(&sandbox), @"
    exit 2
    --- stdout
    problem:  ROOT/.fihris/lexicon.tsv: line 3: the class of the word is missing
    problem:  ROOT/.fihris/lexicon.tsv: line 4: 'book' is no Arabic word
    problem:  ROOT/.fihris/lexicon.tsv: line 5: no class is called 'z'
    problem:  ROOT/.fihris/lexicon.tsv: line 6: no option is called 'q'
    repair:   correct or remove that line or file
    --- stderr
    ");
    assert_snapshot!(sandbox.run(&["--lang", "ar", "search", "غرنبوط", "--lexicon", "none.tsv"]), @"
    exit 2
    --- stdout
    --- stderr
    سطر متروك (السطر 3: نوع الكلمة غير مذكور):
      ROOT/.fihris/lexicon.tsv
    سطر متروك (السطر 4: ليست كلمة عربية: book):
      ROOT/.fihris/lexicon.tsv
    سطر متروك (السطر 5: لا نوع بهذا الاسم: z):
      ROOT/.fihris/lexicon.tsv
    سطر متروك (السطر 6: لا خيار بهذا الاسم: q):
      ROOT/.fihris/lexicon.tsv
    خطأ: تعذّرت قراءة الكلمات (لا يوجد ملف أو مجلد بهذا الاسم):
      none.tsv
    تلميح: ينبغي أن يكون الملف نصًا بترميز UTF-8: كلمة في كل سطر، معها نوعها وجموعها
    ");
    assert_snapshot!(sandbox.run(&["search", "غرنبوط", "--lexicon", "none.tsv"]), @"
    exit 2
    --- stdout
    --- stderr
    skipped: ROOT/.fihris/lexicon.tsv: line 3: the class of the word is missing
    skipped: ROOT/.fihris/lexicon.tsv: line 4: 'book' is no Arabic word
    skipped: ROOT/.fihris/lexicon.tsv: line 5: no class is called 'z'
    skipped: ROOT/.fihris/lexicon.tsv: line 6: no option is called 'q'
    error: cannot read the words in none.tsv: No such file or directory (os error 2)
    hint: it should be UTF-8 text, a word a line with its class and plurals
    ");
    sandbox.write(".fihris/lexicon.tsv", b"\xFF");
    assert_snapshot!(sandbox.run(&["search", "غرنبوط"]), @"
    exit 2
    --- stdout
    --- stderr
    error: cannot read ROOT/.fihris/lexicon.tsv: stream did not contain valid UTF-8
    hint: correct the file, or remove it
    ");
}

#[test]
fn words_that_nobody_explains_are_listed() {
    let sandbox = sandbox();
    sandbox.write("news/again.txt", "والغرنبوط 2021 من برلين");
    sandbox.stdout(&["index"]);
    assert_snapshot!(sandbox.run(&["words", "--unknown"]), @"
    exit 0
    --- stdout
    articles  word, and its other forms
           1  الغرانيبط
           1  الغرنبوط والغرنبوط
    --- stderr
    12 distinct forms; 3 of them unknown to the lexicon
    ");
    sandbox.write(".fihris/lexicon.tsv", "غرنبوط n غرانيبط\n");
    assert_snapshot!(sandbox.run(&["words", "--limit", "2", "--format", "csv"]), @"
    exit 0
    --- stdout
    word,form,articles,known
    السوق,السوق,2,true
    2021,2021,1,false
    --- stderr
    ");
    assert_snapshot!(sandbox.run(&["words", "--unknown", "--format", "json"]), @r#"
    exit 1
    --- stdout
    {"version":1,"type":"summary","forms":12,"unknown":0}
    --- stderr
    nothing found
    "#);
}

#[test]
fn a_word_can_be_asked_for_as_one_of_a_class_or_with_its_family() {
    let sandbox = Sandbox::new();
    sandbox.write("1.txt", "كتب الصحفي مقالا عن القضاء");
    sandbox.write("2.txt", "نشرت الدار ثلاثة كتب جديدة");
    sandbox.write("3.txt", "يكتبون رسائل إلى السلطة القضائية");
    sandbox.write("4.txt", "هذا الكتاب قديم");
    sandbox.stdout(&["index", "."]);
    let files = |query: &str| {
        let mut files: Vec<String> = sandbox
            .stdout(&["search", query, "--files"])
            .lines()
            .map(String::from)
            .collect();
        files.sort();
        files.join(" ")
    };
    let table = [
        ("كتب", "1.txt 2.txt 3.txt 4.txt"),
        ("كتب/فعل", "1.txt 2.txt 3.txt"),
        ("كتب/n", "1.txt 2.txt 4.txt"),
        ("\"كتب/اسم جديدة\"", ""),
        ("القضاء", "1.txt"),
        ("@القضاء", "1.txt 3.txt"),
    ];
    for (query, expected) in table {
        assert_eq!(files(query), expected, "{query}");
    }
    let explained = sandbox.stdout(&["explain", "كتب/فعل", "--format", "json"]);
    assert!(explained.contains("\"mode\":\"verb\""), "{explained}");
}

#[test]
fn papers_that_dot_no_final_yeh_are_read_as_they_write() {
    let sandbox = Sandbox::new();
    let dotless = "قال على جمعة إن الذى جرى فى مصر لا يرضى أحدا، وإن المصرى الذى يجرى إلى النادى فى المساء على حق";
    sandbox.write("cairo.txt", dotless);
    sandbox.write(
        "amman.txt",
        "وصل علي جمعة إلى النادي في المساء على عجل، وهذا رأي",
    );
    sandbox.write("other.txt", "على الجمعة أن تنتهي في موعدها");
    sandbox.stdout(&["index", "."]);
    let count = |query: &str| count(&sandbox, &[query]);
    assert_eq!(count("النادي"), "2");
    assert_eq!(count("النادى"), "2");
    assert_eq!(count("\"علي جمعة\""), "2");
    assert_eq!(count("=النادي"), "1");
    assert_eq!(count("=النادى"), "1");
    assert_eq!(count("علي"), "1");
    let marked = sandbox.stdout(&["kwic", "\"علي جمعة\""]);
    assert!(marked.contains("على جمعة"), "{marked}");
}
