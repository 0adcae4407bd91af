//! What the commands print.

use std::fs;

use insta::assert_snapshot;

use super::sandbox::Sandbox;

#[test]
fn search_shows_path_headline_snippet_and_reasons() {
    let sandbox = Sandbox::with_seeds();
    assert_snapshot!(sandbox.run(&["search", "قره باج الكرملين", "seeds"]), @"
    exit 0
    --- stdout
    seeds/004_84aa36dca5c6a684.txt
    2021-03-12
    بوتين يجري محادثات مع علييف وباشينيان بشأن [قره باغ]
    أجرى الرئيس الروسي فلاديمير بوتين محادثات هاتفية مع نظيره الأذربيجاني إلهام علييف، ورئيس الوزراء الأرمني نيكول باشينيان، ناقشوا خلالها الوضع في ناغورني [قره باغ].
      variant: قره باغ = قره باج

    --- stderr
    index made in ROOT/.fihris
    1 article
    ");
}

#[test]
fn json_has_ranges_and_reasons() {
    let sandbox = Sandbox::with_seeds();
    sandbox.stdout(&["index", "seeds"]);
    assert_snapshot!(sandbox.run(&["search", "قراباغ title:بوتين", "--format", "json"]), @r#"
    exit 0
    --- stdout
    {"version":1,"type":"hit","rank":1,"id":"seeds/004_84aa36dca5c6a684.txt","path":"seeds/004_84aa36dca5c6a684.txt","title":"بوتين يجري محادثات مع علييف وباشينيان بشأن قره باغ","published":{"date":"2021-03-12","by":"dateline"},"score":1.703683,"matches":8,"copies":0,"snippet":{"range":[125,421],"zone":"body","text":"أجرى الرئيس الروسي فلاديمير بوتين محادثات هاتفية مع نظيره الأذربيجاني إلهام علييف، ورئيس الوزراء الأرمني نيكول باشينيان، ناقشوا خلالها الوضع في ناغورني قره باغ."},"marks":[{"range":[7,17],"text":"بوتين","asked":"بوتين","rule":"written","zone":"title"},{"range":[86,99],"text":"قره باغ","asked":"قراباغ","rule":"variant","zone":"title"},{"range":[407,420],"text":"قره باغ","asked":"قراباغ","rule":"variant","zone":"body"}],"reasons":[{"text":"بوتين","asked":"بوتين","rule":"written","zone":"title","times":1,"share":0.5796},{"text":"قره باغ","asked":"قراباغ","rule":"variant","zone":"body","times":6,"share":0.1366},{"text":"قره باغ","asked":"قراباغ","rule":"variant","zone":"title","times":1,"share":0.0683}],"closeness":0.2155}
    {"version":1,"type":"summary","query":"قراباغ title:بوتين","total":1,"stories":1,"elsewhere":0,"undated":0,"offset":0,"shown":1}
    --- stderr
    "#);
}

#[test]
fn counts_files_and_pages() {
    let sandbox = Sandbox::with_seeds();
    sandbox.stdout(&["index", "seeds"]);
    assert_snapshot!(sandbox.run(&["search", "أذربيجان", "--count"]), @"
    exit 0
    --- stdout
    5
    --- stderr
    ");
    assert_snapshot!(sandbox.run(&["search", "بوتين", "--files"]), @"
    exit 0
    --- stdout
    seeds/004_84aa36dca5c6a684.txt
    seeds/000_b6a035201fa0cd3b.txt
    --- stderr
    1 more in links to other articles and the like; --zones all shows them
    ");
    let page = |offset: &str| {
        sandbox.stdout(&[
            "search",
            "أذربيجان",
            "--limit",
            "2",
            "--offset",
            offset,
            "--format",
            "json",
        ])
    };
    let all = sandbox.stdout(&["search", "أذربيجان", "--format", "json"]);
    let hits = |json: &str| -> Vec<String> {
        json.lines()
            .filter(|line| line.contains("\"hit\""))
            .map(String::from)
            .collect()
    };
    let paged: Vec<String> = ["0", "2", "4"]
        .iter()
        .flat_map(|offset| hits(&page(offset)))
        .collect();
    assert_eq!(paged, hits(&all));
    assert_snapshot!(sandbox.run(&["search", "أذربيجان", "--offset", "9"]), @"
    exit 0
    --- stdout
    --- stderr
    5 articles, none from number 10 on
    ");
}

#[test]
fn analyze_shows_each_word() {
    let sandbox = Sandbox::with_seeds();
    assert_snapshot!(sandbox.run(&["analyze", "وبقره باغ و7 مناطق"]), @"
    exit 0
    --- stdout
    وبقره باغ
      bytes:     0..17
      written:   وبقره باغ
      folded:    وبقره باغ
      unknown:   وبقره باغ
      spelling:  قره باغ
      spelling:  قره باخ
      spelling:  قره باج
      spelling:  قرا باغ
      spelling:  قراباغ
      spelling:  قراباخ
      spelling:  قرهباغ
      spelling:  قرهباخ
      spelling:  كاراباخ
      spelling:  كاراباغ
      spelling:  كاراباج
      spelling:  كارا باخ
      spelling:  كارا باغ
      spelling:  قاراباغ
      spelling:  قاراباخ
      spelling:  قاره باغ
      spelling:  قارا باغ
      spelling:  كراباخ
      spelling:  كراباغ
      spelling:  قرباغ
      spelling:  قرباخ
    7
      bytes:     20..21
      written:   7
      folded:    7
    مناطق
      bytes:     22..32
      written:   مناطق
      folded:    مناطق
      noun       منطقة: مناطق  num=p
        family:  منطقي منطق
    --- stderr
    ");
    sandbox.stdout(&["index", "seeds"]);
    assert_snapshot!(sandbox.run(&["analyze", "بقره باج للإرهاب"]), @"
    exit 0
    --- stdout
    بقره باج
      bytes:     0..15
      written:   بقره باج
      folded:    بقره باج
      unknown:   بقره باج
      spelling:  قره باغ
      spelling:  قره باخ
      spelling:  قره باج
      spelling:  قرا باغ
      spelling:  قراباغ
      spelling:  قراباخ
      spelling:  قرهباغ
      spelling:  قرهباخ
      spelling:  كاراباخ
      spelling:  كاراباغ
      spelling:  كاراباج
      spelling:  كارا باخ
      spelling:  كارا باغ
      spelling:  قاراباغ
      spelling:  قاراباخ
      spelling:  قاره باغ
      spelling:  قارا باغ
      spelling:  كراباخ
      spelling:  كراباغ
      spelling:  قرباغ
      spelling:  قرباخ
      written:   1.00       1  وقره|قره باج
      variant:   0.40       5  وقره|قره باغ
    للإرهاب
      bytes:     16..30
      written:   للإرهاب
      folded:    للارهاب
      noun       إرهاب: لل + إرهاب  num=s prc0=Al_det prc1=li_prep stt=d
        family:  إرهابي رهبة رهبي رهب راهب مرهوب رهب ترهيب …
      clitic:    0.80       2  الإرهاب
    --- stderr
    ");
}

#[test]
fn show_prints_the_text_as_it_was() {
    let sandbox = Sandbox::with_seeds();
    sandbox.stdout(&["index", "seeds"]);
    let name = "seeds/003_12308afd6b4c7457.txt";
    let output = sandbox.output(&["show", name]);
    let same = output.stdout == std::fs::read(sandbox.path(name)).unwrap();
    assert!(same, "show changes the text");
    assert_snapshot!(sandbox.run(&["show", "seeds/999.txt"]), @"
    exit 1
    --- stdout
    --- stderr
    no article with the id seeds/999.txt in the index
    ");
}

#[test]
fn status_counts() {
    let sandbox = Sandbox::with_seeds();
    sandbox.write("seeds/empty.txt", "\n");
    sandbox.write("seeds/legacy.txt", b"\xF0\xD2\xC9\xD7\xC5\xD4");
    sandbox.write("seeds/binary.txt", b"\0\0");
    sandbox.write("seeds/page.png", "<p>");
    assert_snapshot!(sandbox.run(&["index", "seeds"]), @"
    exit 0
    --- stdout
    --- stderr
    skipped: seeds/binary.txt: a binary file (a NUL byte at 0)
    skipped: seeds/empty.txt: empty: there is no word in it
    skipped: seeds/legacy.txt: neither Unicode nor Arabic in a known encoding; name it with: --encoding NAME
    index made in ROOT/.fihris
    files: 5 added, 3 skipped; 1 .png not read; 6 articles in the index; TIME
    ");
    let status = sandbox.stdout(&["status"]);
    // What they are depends on the time, on how the engine packs, and on the rules of reading.
    let changing = ["updated:", "size:", "rules:"];
    let is_settled = |line: &&str| !changing.iter().any(|name| line.starts_with(name));
    let settled: Vec<&str> = status.lines().filter(is_settled).collect();
    assert_snapshot!(settled.join("\n"), @"
    index:     ROOT/.fihris
    articles:  6
    published: 2021-03-12..2021-11-17
               249 days without an article: 2021-03-13..2021-11-16
    files:     8
    words:     1040 distinct
    spellings: 1663 groups
    root:      seeds
    encoding:  UTF-8: 5
    not read:  .png: 1
    skipped:   seeds/binary.txt: a binary file (a NUL byte at 0)
    skipped:   seeds/empty.txt: empty: there is no word in it
    skipped:   seeds/legacy.txt: neither Unicode nor Arabic in a known encoding; name it with: --encoding NAME
    ");
}

#[test]
fn the_users_own_spellings_count() {
    let sandbox = Sandbox::with_seeds();
    sandbox.stdout(&["index", "seeds"]);
    assert_eq!(sandbox.found(&["موسكفا"]), "");
    sandbox.write("own.tsv", "موسكو\tموسكفا\n");
    assert_eq!(
        sandbox.found(&["موسكفا", "--variants", "own.tsv"]),
        "000 003"
    );
    sandbox.write(".fihris/variants.tsv", "# ours\nموسكو\tموسكفا\nوحيد\n");
    assert_snapshot!(sandbox.run(&["search", "وموسكفا", "--files"]), @"
    exit 0
    --- stdout
    seeds/000_b6a035201fa0cd3b.txt
    seeds/003_12308afd6b4c7457.txt
    --- stderr
    skipped: ROOT/.fihris/variants.tsv: line 3: a single spelling: separate spellings by tabs
    ");
    assert_eq!(sandbox.found(&["موسكفا", "--no-variants"]), "");
}

#[test]
fn stop_words_need_not_be_there_but_count_in_phrases() {
    let sandbox = Sandbox::new();
    sandbox.write("one.txt", "زيارة الوزير إلى المصنع الجديد");
    sandbox.stdout(&["index", "one.txt"]);
    assert_eq!(sandbox.found(&["ما هي زيارة الوزير"]), "one");
    assert_eq!(sandbox.found(&["زيارة علي"]), "");
    assert_eq!(sandbox.found(&["\"الوزير إلى المصنع\""]), "one");
    assert_eq!(sandbox.found(&["\"الوزير في المصنع\""]), "");
    assert_eq!(sandbox.found(&["هي"]), "");
}

#[test]
fn colour_marks_words_with_escapes() {
    let sandbox = Sandbox::with_seeds();
    sandbox.stdout(&["index", "seeds"]);
    assert_snapshot!(sandbox.stdout(&["search", "الكريملن", "--color", "always"]).replace('\u{1b}', "ESC"), @"
    ESC[35mseeds/004_84aa36dca5c6a684.txtESC[0m
    ESC[2m2021-03-12ESC[0m
    ESC[1mبوتين يجري محادثات مع علييف وباشينيان بشأن قره باغESC[0m
    بدورهما، أشاد الزعيمان الأذربيجاني والأرمني بالإجراءات الفعّالة لقوات حفظ السلام الروسية في تلك المنطقة، بحسب ما أفاد به بيان المكتب الصحفي في ESC[1mESC[31mالكريملِنESC[0m، اليوم الجمعة 12 مارس/آذار 2021.
    ESC[2m  folded: الكريملِن = الكريملنESC[0m
    ");
}

#[test]
fn where_no_article_has_all_words_the_best_partial_matches_come() {
    let sandbox = Sandbox::with_seeds();
    sandbox.stdout(&["index", "seeds"]);
    let query = "بيجر باشينيان";
    assert_snapshot!(sandbox.run(&["search", query, "--limit", "1"]), @"
    exit 1
    --- stdout
    seeds/002_ffef23a394905de0.txt#2
    الخارجية الروسية: نعتبر تفجيرات أجهزة [بيجر] في لبنان كأحد مظاهر الحرب الهجينة
    روسيا – أدانت وزارة الخارجية الروسية تفجيرات أجهزة [البيجر] أمس في لبنان وصنفت الحادث على أنه أحد أعمال الحرب الهجينة التي عانى منها آلاف المدنيين.
      similar: البيجر = بيجر

    --- stderr
    no article has all the words; these have some (--all leaves them out):
    3 articles, shown 1 to 1; more with --limit or --offset
    ");
    assert_snapshot!(sandbox.run(&["search", query, "--all"]), @"
    exit 1
    --- stdout
    --- stderr
    nothing found
    ");
    assert_snapshot!(sandbox.run(&["search", query, "--count"]), @"
    exit 1
    --- stdout
    0
    --- stderr
    ");
    assert_eq!(sandbox.found(&[query]), "");
    let json = sandbox.stdout(&["search", query, "--format", "json"]);
    assert!(
        json.lines()
            .last()
            .unwrap()
            .contains("\"total\":0,\"stories\":0,\"partial\":3"),
        "{json}"
    );
}

#[test]
fn kwic_shows_each_match_in_its_context() {
    let sandbox = Sandbox::with_seeds();
    sandbox.stdout(&["index", "seeds"]);
    let args = [
        "kwic",
        "كاراباخ",
        "--words",
        "3",
        "--sort",
        "after",
        "--on",
        "2021-03",
    ];
    assert_snapshot!(sandbox.run(&args), @"
    exit 0
    --- stdout
     علييف وباشينيان بشأن [قره باغ]   seeds/004_84aa36dca5c6a684.txt
        السيطرة على إقليم [قره باغ] و7 مناطق متاخمة  seeds/004_84aa36dca5c6a684.txt
       الأوضاع في ناغورني [قره باغ] بدأت تدهور من  seeds/004_84aa36dca5c6a684.txt
         الوضع في ناغورني [قره باغ] . بدورهما، أشاد الزعيمان  seeds/004_84aa36dca5c6a684.txt
      ملكية إقليم ناغورني [قره باغ] منذ شهر فبراير  seeds/004_84aa36dca5c6a684.txt
    الخاصة بإقليم ناغورني [قره باغ] ، والمحددة في البيان  seeds/004_84aa36dca5c6a684.txt
             حول الوضع في [قره باغ] يُشار إلى أن  seeds/004_84aa36dca5c6a684.txt
    --- stderr
    ");
    let sample = sandbox.stdout(&["kwic", "قره باغ", "--sample", "4", "--format", "csv"]);
    assert_eq!(sample.lines().count(), 5);
    assert!(
        sample.starts_with("id,published,at,before,keyword,after,source,title,url,path,zone\n"),
        "{sample}"
    );
    assert_eq!(
        sandbox.run(&["kwic", "زرافة"]),
        "exit 1\n--- stdout\n--- stderr\nnothing found\n"
    );
}

#[test]
fn timeline_counts_articles_over_time() {
    let sandbox = Sandbox::with_seeds();
    sandbox.stdout(&["index", "seeds"]);
    assert_snapshot!(sandbox.run(&["timeline", "قره باغ", "--svg", "t.svg"]), @"
    exit 0
    --- stdout
    2021-03          1  10000.0 ██████████████████████████████████████████████████
    2021-04          -          
    2021-05          -          
    2021-06          -          
    2021-07          -          
    2021-08          -          
    2021-09          -          
    2021-10          -          
    2021-11          1  10000.0 ██████████████████████████████████████████████████
    --- stderr
    3 more say nowhere when they were published
    ");
    assert_snapshot!(sandbox.run(&["timeline", "بيسكوف", "--by", "year", "--format", "csv"]), @"
    exit 0
    --- stdout
    step,articles,all,per_10000
    2021,1,2,5000.00
    --- stderr
    ");
    assert_snapshot!(sandbox.run(&["timeline", "بيسكوف", "--by", "day", "--format", "json"]), @r#"
    exit 0
    --- stdout
    {"version":1,"type":"step","step":"2021-11-17","articles":1,"all":1,"per_10000":10000.0}
    {"version":1,"type":"summary","undated":0}
    --- stderr
    "#);
    let svg = fs::read_to_string(sandbox.path("t.svg")).unwrap();
    assert!(
        svg.starts_with("<svg") && svg.contains("<title>2021-03: 1</title>"),
        "{svg}"
    );
}
