//! Ways to look at a corpus: spellings, words, neighbours, relatives.

use insta::assert_snapshot;

use super::sandbox::Sandbox;

/// Two papers that write one firm's name differently, in two years.
fn sandbox_of_papers() -> Sandbox {
    let sandbox = Sandbox::new();
    let record = |id: &str, source: &str, date: &str, text: &str| {
        format!(
            "{{\"id\":\"{id}\",\"source\":\"{source}\",\"date\":\"{date}\",\"title\":\"خبر\",\"text\":\"{text}\"}}\n"
        )
    };
    let news = [
        record(
            "1",
            "الفجر",
            "2014-03-01",
            "أعلنت شركة غوغل أرباحها، وقالت غوغل إنها راضية.",
        ),
        record("2", "الفجر", "2015-03-01", "خريطة جديدة لغوغل في المدينة."),
        record(
            "3",
            "nahar",
            "2015-04-01",
            "أعلنت شركة جوجل أرباحها، وجوجل شركة كبيرة.",
        ),
        record("4", "nahar", "2015-05-01", "لا شيء عن الشركة هنا."),
    ];
    sandbox.write("news.jsonl", news.concat());
    sandbox.stdout(&["index", "news.jsonl"]);
    sandbox
}

#[test]
fn spellings_are_counted_by_year_and_source() {
    let sandbox = sandbox_of_papers();
    assert_snapshot!(sandbox.run(&["spellings", "قوقل"]), @"
    exit 0
    --- stdout
          1  variant    غوغل
          2  variant    جوجل

          1      2
          3      2  all
          2      0  2014
          1      2  2015

          3      0  الفجر
          0      2  nahar
    --- stderr
    ");
    assert_snapshot!(sandbox.run(&["spellings", "جوجل", "--on", "2015", "--format", "json"]), @r#"
    exit 0
    --- stdout
    {"version":1,"type":"spelling","spelling":"جوجل","rule":"written","occurrences":2,"articles":1,"forms":[{"form":"جوجل","occurrences":1},{"form":"وجوجل","occurrences":1}],"cells":[{"source":"nahar","year":2015,"occurrences":2,"articles":1}]}
    {"version":1,"type":"spelling","spelling":"لغوغل","rule":"variant","occurrences":1,"articles":1,"forms":[{"form":"لغوغل","occurrences":1}],"cells":[{"source":"الفجر","year":2015,"occurrences":1,"articles":1}]}
    --- stderr
    "#);
    assert_snapshot!(sandbox.run(&["spellings", "جوجل", "--format", "csv"]), @"
    exit 0
    --- stdout
    spelling,source,year,occurrences,articles
    غوغل,الفجر,2014,2,1
    غوغل,الفجر,2015,1,1
    جوجل,nahar,2015,2,1
    --- stderr
    ");
    assert_snapshot!(sandbox.run(&["spellings", "زرافة"]), @"
    exit 1
    --- stdout
    --- stderr
    nothing found
    ");
    assert_snapshot!(sandbox.run(&["spellings", "شركة جوجل"]), @"
    exit 2
    --- stdout
    --- stderr
    error: spellings are those of one word, or of one name that the lists of spellings hold
    hint: ask for each word by itself; fihris analyze shows what a name's words are taken for
    ");
}

#[test]
fn terms_compare_the_articles_that_match_with_all_others() {
    let sandbox = sandbox_of_papers();
    assert_snapshot!(sandbox.run(&["terms", "جوجل", "--limit", "5"]), @"
    exit 0
    --- stdout
        here elsewhere         G2 log ratio  word
           3         0        1.4      0.87  غوغل
           2         0        0.9      0.38  أرباحها
           2         0        0.9      0.38  أعلنت
           2         0        0.9      0.38  جوجل
           1         0        0.5     -0.35  المدينة
    --- stderr
    articles that match: 3 (23 words); others: 1 (6 words)
    ");
    let only = |args: &[&str]| sandbox.run(&[&["terms"], args].concat());
    assert_snapshot!(only(&["شركة", "--sort", "frequent", "--limit", "2", "--format", "json"]), @r#"
    exit 0
    --- stdout
    {"version":1,"type":"term","word":"شركة","written":"شركة","here":4,"elsewhere":0,"g2":1.854412912458595,"log_ratio":1.2313255461064558,"forms":[{"form":"شركة","here":3},{"form":"الشركة","here":1}]}
    {"version":1,"type":"term","word":"خبر","written":"خبر","here":3,"elsewhere":1,"g2":0.04320124891031696,"log_ratio":-0.7162070339994087,"forms":[{"form":"خبر","here":3}]}
    {"version":1,"type":"summary","articles":3,"words":23,"other_articles":1,"other_words":6}
    --- stderr
    "#);
    assert_snapshot!(only(&["شركة", "--no-inflection", "--limit", "3", "--format", "csv"]), @"
    exit 0
    --- stdout
    word,written,here,elsewhere,g2,log_ratio
    شركة,شركة,3,0,3.204,2.3049
    أرباحها,أرباحها,2,0,2.136,1.8194
    أعلنت,أعلنت,2,0,2.136,1.8194
    --- stderr
    ");
    assert_snapshot!(only(&["--on", "2014", "--stop-words", "--zones", "body", "--limit", "4"]), @"
    exit 0
    --- stdout
        here elsewhere         G2 log ratio  word
           1         0        2.3      2.67  إنها
           1         0        2.3      2.67  راضية
           1         0        2.3      2.67  وقالت
           2         1        1.5      1.82  غوغل
    --- stderr
    articles that match: 1 (8 words); others: 3 (17 words)
    ");
    assert_snapshot!(only(&["زرافة"]), @"
    exit 1
    --- stdout
    --- stderr
    articles that match: 0 (0 words); others: 4 (29 words)
    nothing found
    ");
    assert_snapshot!(only(&["--limit", "2"]), @"
    exit 0
    --- stdout
        here elsewhere         G2 log ratio  word
           4         0        0.0      0.00  خبر
           4         0        0.0      0.00  شركة
    --- stderr
    articles that match: 4 (29 words); others: 0 (0 words)
    ");
}

#[test]
fn collocates_stand_near_the_matches() {
    let sandbox = sandbox_of_papers();
    let of = |args: &[&str]| sandbox.run(&[&["collocates", "غوغل"], args].concat());
    assert_snapshot!(of(&["--window", "2"]), @"
    exit 0
    --- stdout
        near   before    after elsewhere         G2  logDice  word
           2        0        2         0        2.6    13.19  أرباحها
           2        2        0         0        2.6    13.19  أعلنت
           1        0        1         0        1.3    12.42  المدينة
           1        1        0         0        1.3    12.42  جديدة
           1        1        0         0        1.3    12.42  خريطة
           1        0        1         0        1.3    12.42  راضية
           1        0        1         0        1.3    12.42  كبيرة
           1        1        0         0        1.3    12.42  وقالت
           3        2        1         1        0.9    13.42  شركة
    --- stderr
    matches: 5; words near them: 15, others: 14
    ");
    assert_snapshot!(of(&["--window", "1", "--sort", "frequent", "--limit", "1", "--format", "json"]), @r#"
    exit 0
    --- stdout
    {"version":1,"type":"collocate","word":"شركة","written":"شركة","near":3,"before":2,"after":1,"elsewhere":1,"g2":3.264873471816027,"log_dice":13.415037499278844,"forms":[{"form":"شركة","near":3}]}
    {"version":1,"type":"summary","matches":5,"words":9,"other_words":20}
    --- stderr
    "#);
    assert_snapshot!(of(&["--sort", "dice", "--limit", "2", "--stop-words", "--on", "2014", "--format", "csv"]), @"
    exit 0
    --- stdout
    word,written,near,before,after,elsewhere,g2,log_dice
    إنها,إنها,1,0,1,0,3.151,13.4150
    راضية,راضية,1,0,1,0,3.151,13.4150
    --- stderr
    ");
    assert_snapshot!(sandbox.run(&["collocates", "\"شركة جوجل\"", "--window", "1"]), @"
    exit 0
    --- stdout
        near   before    after elsewhere         G2  logDice  word
           2        0        2         0        7.9    14.00  أرباحها
           2        2        0         0        7.9    14.00  أعلنت
    --- stderr
    matches: 2; words near them: 4, others: 25
    ");
    assert_snapshot!(sandbox.run(&["collocates", "زرافة"]), @"
    exit 1
    --- stdout
    --- stderr
    matches: 0; words near them: 0, others: 29
    nothing found
    ");
}

#[test]
fn similar_finds_relatives_and_no_copies() {
    let sandbox = Sandbox::with_seeds();
    let copy = std::fs::read_to_string(sandbox.path("seeds/003_12308afd6b4c7457.txt")).unwrap();
    sandbox.write("seeds/copy.txt", copy.replace("الثلاثاء", "أمس"));
    sandbox.stdout(&["index", "seeds"]);
    let id = "seeds/003_12308afd6b4c7457.txt";
    let of = |args: &[&str]| sandbox.run(&[&["similar", id], args].concat());
    assert_snapshot!(of(&["--limit", "2"]), @"
    exit 0
    --- stdout
    seeds/001_104105c63aa4b763.txt
    2021-11-17
    بيسكوف: [روسيا] ستواصل التوسط في تسوية النزاع بين [أرمينيا] [وأذربيجان]
      shared: أرمينيا، وأذربيجان، النار، الثلاثاء، التوصل، وساطة، 2020، جندياً، الروسية، أعلنت، بعد، لوقف، إطلاق، وزارة، للاشتباكات، الخارجية، حدّ، وقالت

    seeds/000_b6a035201fa0cd3b.txt
    [الخارجية] [الروسية] تحث الأطراف المتصارعة على [وقف] إراقة الدماء في قره باغ
      shared: أرمينيا، وأذربيجان، النار، الثلاثاء، يريفان، باكو، وساطة، 2020، الروسية، أعلنت، لوقف، إطلاق، وزارة، لقادة، الخارجية، حدّ، وقالت

    --- stderr
    ");
    assert_snapshot!(of(&["--limit", "1", "--on", "2021-03", "--format", "json"]), @r#"
    exit 0
    --- stdout
    {"version":1,"type":"similar","rank":1,"id":"seeds/004_84aa36dca5c6a684.txt","path":"seeds/004_84aa36dca5c6a684.txt","title":"بوتين يجري محادثات مع علييف وباشينيان بشأن قره باغ","published":{"date":"2021-03-12","by":"dateline"},"score":6.033027,"matches":33,"copies":0,"snippet":{"range":[2897,3244],"zone":"body","text":"وبحسب الوثيقة، يتوقف الجانبان الأذربيجاني والأرمني كلُ عند المواقع التي وصل إليها جراء العمليات القتالية، ثم يتم نقل عدد من المناطق إلى تحت سيطرة باكو، كما انتشرت قوات روسية لحفظ السلام على"},"marks":[{"range":[2925,2935],"text":"يتوقف","asked":"لوقف","rule":"similar","zone":"body"},{"range":[3022,3030],"text":"التي","asked":"وقالت","rule":"similar","zone":"body"},{"range":[3031,3037],"text":"وصل","asked":"التوصل","rule":"similar","zone":"body"},{"range":[3165,3173],"text":"باكو","asked":"باكو","rule":"written","zone":"body"},{"range":[3205,3215],"text":"روسية","asked":"الروسية","rule":"clitic","zone":"body"}],"reasons":[{"text":"باكو","asked":"باكو","rule":"written","zone":"body","times":3,"share":0.1339},{"text":"اندلعت","asked":"اندلعت","rule":"written","zone":"body","times":1,"share":0.1335},{"text":"القادة","asked":"لقادة","rule":"clitic","zone":"body","times":1,"share":0.1198},{"text":"ويريفان","asked":"يريفان","rule":"clitic","zone":"body","times":1,"share":0.0834},{"text":"أعلن","asked":"أعلنت","rule":"inflected","zone":"body","times":1,"share":0.0637},{"text":"النار","asked":"النار","rule":"written","zone":"body","times":1,"share":0.0605},{"text":"التي","asked":"وقالت","rule":"similar","zone":"body","times":3,"share":0.0597},{"text":"وجهات","asked":"مواجهات","rule":"similar","zone":"body","times":1,"share":0.0585},{"text":"2020","asked":"2020","rule":"written","zone":"body","times":3,"share":0.0483},{"text":"وصل","asked":"التوصل","rule":"similar","zone":"body","times":1,"share":0.0471},{"text":"إطلاق","asked":"إطلاق","rule":"written","zone":"body","times":1,"share":0.0335},{"text":"أذربيجان","asked":"وأذربيجان","rule":"clitic","zone":"body","times":1,"share":0.0301},{"text":"الثلاث","asked":"الثلاثاء","rule":"similar","zone":"body","times":1,"share":0.0206},{"text":"وقف","asked":"لوقف","rule":"clitic","zone":"body","times":1,"share":0.0191},{"text":"بالوقف","asked":"لوقف","rule":"clitic","zone":"body","times":1,"share":0.0191},{"text":"الثلاثي","asked":"الثلاثاء","rule":"similar","zone":"body","times":1,"share":0.0183},{"text":"ثلاثية","asked":"الثلاثاء","rule":"similar","zone":"body","times":1,"share":0.0165},{"text":"الروسية","asked":"الروسية","rule":"written","zone":"body","times":2,"share":0.0064},{"text":"الروسي","asked":"الروسية","rule":"inflected","zone":"body","times":3,"share":0.0048},{"text":"يتوقف","asked":"لوقف","rule":"similar","zone":"body","times":1,"share":0.0036},{"text":"روسية","asked":"الروسية","rule":"clitic","zone":"body","times":1,"share":0.0025},{"text":"والروسي","asked":"الروسية","rule":"inflected","zone":"body","times":1,"share":0.0016},{"text":"روسيا","asked":"الروسية","rule":"similar","zone":"body","times":2,"share":0.0013}],"closeness":0.0142,"shared":["وأذربيجان","النار","يريفان","باكو","2020","الروسية","أعلنت","لوقف","إطلاق","اندلعت","لقادة"]}
    {"version":1,"type":"summary","id":"seeds/003_12308afd6b4c7457.txt","words":[{"word":"أرمينيا","occurrences":9,"articles":4},{"word":"وأذربيجان","occurrences":11,"articles":6},{"word":"الحرب","occurrences":5,"articles":3},{"word":"الليل","occurrences":4,"articles":2},{"word":"النار","occurrences":6,"articles":5},{"word":"الثلاثاء","occurrences":5,"articles":4},{"word":"يريفان","occurrences":5,"articles":4},{"word":"باكو","occurrences":5,"articles":4},{"word":"التوصل","occurrences":4,"articles":3},{"word":"وساطة","occurrences":4,"articles":3},{"word":"2020","occurrences":6,"articles":6},{"word":"مواجهات","occurrences":3,"articles":2},{"word":"جندياً","occurrences":3,"articles":2},{"word":"الروسية","occurrences":6,"articles":7},{"word":"أعلنت","occurrences":4,"articles":4},{"word":"بعد","occurrences":4,"articles":4},{"word":"لوقف","occurrences":5,"articles":6},{"word":"إطلاق","occurrences":5,"articles":6},{"word":"وزارة","occurrences":5,"articles":6},{"word":"للاشتباكات","occurrences":3,"articles":3},{"word":"اندلعت","occurrences":3,"articles":3},{"word":"لقادة","occurrences":3,"articles":3},{"word":"الخارجية","occurrences":4,"articles":6},{"word":"حدّ","occurrences":3,"articles":4},{"word":"وقالت","occurrences":3,"articles":4}],"shown":1}
    --- stderr
    "#);
    let csv = sandbox.stdout(&["similar", id, "--no-group", "--format", "csv"]);
    assert!(
        csv.starts_with(
            "rank,id,path,published,source,score,copies,title,shared\n1,seeds/copy.txt,"
        ),
        "{csv}"
    );
    assert!(!csv.contains(id), "{csv}");
    assert_snapshot!(sandbox.run(&["similar", id, "--on", "1999"]), @"
    exit 1
    --- stdout
    --- stderr
    ");
    assert_snapshot!(sandbox.run(&["similar", "seeds/999.txt"]), @"
    exit 1
    --- stdout
    --- stderr
    no article with the id seeds/999.txt in the index
    ");
}
