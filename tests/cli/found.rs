//! Two sets of articles side by side, and the names that articles hold.

use insta::assert_snapshot;

use super::research::year;
use super::sandbox::Sandbox;

#[test]
fn two_sources_are_put_side_by_side() {
    let sandbox = year();
    let sources = ["compare", "النهر", "الجبل", "--limit", "2"];
    assert_snapshot!(sandbox.run(&sources), @"
    exit 0
    --- stdout
               1  النهر
               2  الجبل

               1            2
               4            2  Articles
              16            9  Words
               1            1  Sources
      2021-01-04   2021-01-11  First day
      2021-05-02   2021-04-30  Last day
               0            0  Without a known day

    typical of 1, against the other:
        here elsewhere         G2 log ratio  word
           1         0        0.9      0.75  البحر
           1         0        0.9      0.75  المدينة

    typical of 2, against the other:
        here elsewhere         G2 log ratio  word
           1         0        2.0      2.42  كبيرة
           2         1        1.2      1.57  الميناء
    --- stderr
    articles in both, and left out: 0
    G2 from 15.13 on is beyond chance (p < 0.0001, each word by itself); below it: 4 of 4
    ");
    assert_snapshot!(sandbox.run(&[&sources[..], &["--format", "csv"]].concat()), @"
    exit 0
    --- stdout
    side,asked,word,here,elsewhere,words_here,words_elsewhere,g2,log_ratio
    1,النهر,البحر,1,0,16,9,0.893,0.7549
    1,النهر,المدينة,1,0,16,9,0.893,0.7549
    2,الجبل,كبيرة,1,0,9,16,2.043,2.4150
    2,الجبل,الميناء,2,1,9,16,1.160,1.5670
    --- stderr
    ");
    let arabic = ["compare", "النهر", "الجبل", "--lang", "ar", "-n", "0"];
    assert_snapshot!(sandbox.run(&arabic), @"
    exit 0
    --- stdout
               1  النهر
               2  الجبل

               1            2
               4            2  المقالات
              16            9  الكلمات
               1            1  المصادر
      2021-01-04   2021-01-11  أول يوم
      2021-05-02   2021-04-30  آخر يوم
               0            0  ما لا يُعرف يومه
    --- stderr
    المقالات التي في الطرفين معًا، ولم تُعدّ: 0
    ");
    // What is the name of no source is a query; a period is one.
    let periods = [
        "compare",
        "date:2021-01",
        "date:2021-05",
        "--format",
        "json",
    ];
    let json = sandbox.stdout(&periods);
    assert!(
        json.contains("\"side\":1,\"asked\":\"date:2021-01\",\"articles\":3"),
        "{json}"
    );
    assert!(
        json.contains("\"side\":2,\"asked\":\"date:2021-05\",\"articles\":2"),
        "{json}"
    );
    let page = sandbox.stdout(&[&sources[..], &["--format", "html"]].concat());
    assert!(
        page.contains("<caption>Typical words: النهر</caption>"),
        "{page}"
    );
    let bad = sandbox.run(&["compare", "النهر", "(قطار"]);
    assert!(bad.contains("error: the query is not understood"), "{bad}");
    let nothing = sandbox.run(&["compare", "زرافة", "فيل", "--format", "csv"]);
    assert!(nothing.starts_with("exit 1"), "{nothing}");
}

#[test]
fn names_are_listed_by_kind_with_their_spellings() {
    let sandbox = Sandbox::new();
    for (name, text) in [
        (
            "a.txt",
            "خبر\n\nقال الرئيس باراك أوباما في مدينة تبوك إن محمد بن نايف وصل إلى كاراباخ.",
        ),
        (
            "b.txt",
            "خبر\n\nالتقى محمد ابن نايف في قره باغ رئيس شركة أرامكو.",
        ),
    ] {
        sandbox.write(name, text);
    }
    sandbox.stdout(&["index", "."]);
    assert_snapshot!(sandbox.run(&["names"]), @"
    exit 0
    --- stdout
    articles, times, of what; then the name and its other spellings
           2        2  place         قره باغ = كاراباخ
           2        2  person        محمد ابن نايف = محمد بن نايف
           1        1  person        باراك أوباما
           1        1  place         تبوك
           1        1  organisation  شركة أرامكو
    --- stderr
    names: 5, in 2 articles
    ");
    assert_snapshot!(sandbox.run(&["names", "تبوك", "--kind", "person", "--format", "csv"]), @"
    exit 0
    --- stdout
    name,kind,articles,occurrences,spellings
    باراك أوباما,person,1,1,باراك أوباما
    محمد بن نايف,person,1,1,محمد بن نايف
    --- stderr
    ");
    assert_snapshot!(sandbox.run(&["names", "--kind", "place", "--lang", "ar"]), @"
    exit 0
    --- stdout
    الأعمدة بالترتيب: المقالات، فالمرات، فالنوع، فالاسم وسائر تهجئاته
           2        2  مكان          قره باغ = كاراباخ
           1        1  مكان          تبوك
    --- stderr
    الأسماء: 2؛ والمقالات المقروءة: 2
    ");
    assert!(sandbox.run(&["names", "زرافة"]).starts_with("exit 1"));
    let page = sandbox.stdout(&["names", "--format", "html"]);
    assert!(
        page.contains("some are missed, and some are none"),
        "{page}"
    );
}
