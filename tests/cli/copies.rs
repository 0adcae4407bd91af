//! Copies: what is one hit, what stays several, and that history does not matter.

use std::fmt::Write;

use super::sandbox::Sandbox;

/// A line of a collection.
fn line(id: &str, title: &str, text: &str) -> String {
    let json = serde_json::json!({"id": id, "title": title, "text": text});
    format!("{json}\n")
}

/// What a court's office says of everyone.
fn verdict(name: &str, town: &str, day: u32) -> String {
    format!(
        "أصدرت المحكمة الجزائية حكمها في قضية تزوير محررات رسمية نظرتها خلال الأشهر الماضية. وأدين {name} باستعمال أختام مقلدة \
         والحصول بها على أموال من عدد من المواطنين، وصدر الحكم عليه بالسجن والغرامة وإبعاده بعد انقضاء المدة. ونفذ الحكم في مدينة \
         {town} يوم {day} من الشهر الجاري، وتؤكد النيابة العامة أنها لن تتهاون مع كل من يعبث بالمحررات الرسمية."
    )
}

const STORY: &str = "أعلنت هيئة الآثار أنها عثرت على بئر قديمة تحت أرض السوق الكبير أثناء أعمال الحفر لمد أنابيب المياه. وقالت إن جدران \
    البئر مبنية بحجر منحوت وإن عمقها يبلغ 18 مترا، وفيها أوان من الفخار وقطع من النقود. وأضافت أن العمل في مد الأنابيب توقف حتى ينتهي \
    الفريق من توثيق الموقع، وأن البئر ستفتح للزوار بعد ترميمها.";

/// Reprints of one story, verdicts by a template, and bulletins by another.
fn lines() -> Vec<String> {
    let reprints = [
        ("بئر تحت السوق", STORY.to_string()),
        (
            "العثور على بئر",
            STORY.replace("أعلنت", "ذكرت").replace("وقالت", "وأوضحت"),
        ),
        (
            "كشف أثري",
            format!("المدينة - سلمى: {}", STORY.replace("18", "ثمانية عشر")),
        ),
        (
            "آبار",
            STORY.replace(
                "وأضافت أن العمل في مد الأنابيب توقف حتى ينتهي الفريق من توثيق الموقع، و",
                "وذكرت ",
            ),
        ),
        (
            "بئر السوق",
            format!("{STORY} اقرأ أيضا: متحف جديد يفتتح في 2030"),
        ),
    ];
    let people = [
        ("ناصر الدعجاني", "بريدة"),
        ("فهد السلمي", "حائل"),
        ("ماجد القرشي", "تبوك"),
        ("خالد الزيدي", "أبها"),
        ("تركي المالكي", "عرعر"),
    ];
    let reprints = (1..).zip(reprints);
    let mut lines: Vec<String> = reprints
        .map(|(number, (title, text))| line(&format!("r{number}"), title, &text))
        .collect();
    for (number, (name, town)) in (1..).zip(people) {
        let text = verdict(name, town, 10 + number);
        lines.push(line(
            &format!("v{number}"),
            &format!("السجن لمزور في {town}"),
            &text,
        ));
    }
    for number in 1..=300 {
        let text = format!(
            "نشرة الأحوال الجوية: تكون السماء صافية على معظم المناطق مع رياح خفيفة إلى معتدلة، ودرجة الحرارة العظمى {} والصغرى {} والرطوبة \
             {} في المئة، وتكون الرؤية جيدة والبحر خفيف الموج، وينصح الصيادون بمراجعة النشرة قبل الإبحار لأن الأحوال تتغير.",
            20 + number % 23,
            5 + number % 11,
            30 + number % 41,
        );
        lines.push(line(&format!("b{number}"), "حالة الطقس", &text));
    }
    lines
}

/// The ids of the groups of `fihris copies`, sorted.
fn groups(sandbox: &Sandbox) -> Vec<Vec<String>> {
    let told = sandbox.stdout(&["copies", "--format", "json"]);
    let groups = told.lines().map(|line| {
        let group: serde_json::Value = serde_json::from_str(line).unwrap();
        let articles = group["articles"].as_array().unwrap().iter();
        let mut ids: Vec<String> = articles
            .map(|article| article["id"].as_str().unwrap().to_string())
            .collect();
        ids.sort();
        ids
    });
    let mut groups: Vec<Vec<String>> = groups.collect();
    groups.sort();
    groups
}

#[test]
fn reprints_are_one_hit_and_what_is_merely_alike_is_not() {
    let sandbox = Sandbox::new();
    sandbox.write("news.jsonl", lines().concat());
    sandbox.stdout(&["index", "news.jsonl"]);
    assert_eq!(groups(&sandbox), [["r1", "r2", "r3", "r4", "r5"]]);
    let stories = |query: &str| {
        let told = sandbox.stdout(&["search", query, "--format", "json", "--limit", "0"]);
        let summary: serde_json::Value =
            serde_json::from_str(told.lines().last().unwrap()).unwrap();
        summary["stories"].as_u64().unwrap()
    };
    assert_eq!(stories("أختام مقلدة"), 5);
    assert_eq!(stories("نشرة الأحوال"), 300);
    assert_eq!(stories("بئر السوق الكبير"), 1);
}

#[test]
fn neither_history_nor_order_nor_memory_changes_copies() {
    let lines = lines();
    let answers = |sandbox: &Sandbox| {
        let searches = ["السوق", "الحكم", "الصيادون", "المدينة OR البئر"].map(|query| {
            sandbox.stdout(&[
                "search", query, "--copies", "--format", "json", "--limit", "40",
            ])
        });
        (sandbox.stdout(&["copies", "--format", "csv"]), searches)
    };
    let sandbox = Sandbox::new();
    // Parts of the news, so that what is added comes before and between what is there.
    let part = |part: usize| -> String {
        let lines = lines.iter().enumerate();
        lines
            .filter(|(i, _)| i % 3 == part)
            .map(|(_, line)| &**line)
            .collect()
    };
    sandbox.write("news/2.jsonl", part(1));
    sandbox.stdout(&["index", "news"]);
    sandbox.write("news/3.jsonl", part(2));
    sandbox.write(
        "news/0.jsonl",
        lines.concat().replace("\"id\":\"", "\"id\":\"x"),
    );
    sandbox.stdout(&["index", "news"]);
    std::fs::remove_file(sandbox.path("news/0.jsonl")).unwrap();
    sandbox.write("news/1.jsonl", part(0));
    sandbox.stdout(&["index", "news"]);
    let grown = answers(&sandbox);
    for options in [&[][..], &["--memory", "64"]] {
        std::fs::remove_dir_all(sandbox.path(".fihris")).unwrap();
        sandbox.stdout(&[&["index", "news"], options].concat());
        assert_eq!(answers(&sandbox), grown, "{options:?}");
    }
    // The same articles in another order are the same copies.
    let together = groups(&sandbox);
    let reversed = Sandbox::new();
    let backwards: String = lines.iter().rev().map(|line| &**line).collect();
    reversed.write("news.jsonl", backwards);
    reversed.stdout(&["index", "news.jsonl"]);
    assert_eq!(groups(&reversed), together);
}

#[test]
fn a_copy_of_a_copy_is_not_hidden_under_what_it_is_no_copy_of() {
    let sandbox = Sandbox::new();
    let paragraph = |topic: &str| {
        let mut text = String::new();
        for number in 0..16 {
            write!(
                text,
                "{topic}{} ",
                ["أ", "ب", "ت", "ث"][number % 4].repeat(2 + number / 4)
            )
            .unwrap();
        }
        text
    };
    let [one, two, three] = ["سوق", "بئر", "نهر"].map(paragraph);
    // Each of the others is two parts of three of the middle one; they have half of their words in common.
    sandbox.write(
        "news.jsonl",
        [
            line("first", "", &format!("خبر {one}{two}")),
            line("middle", "", &format!("خبر خبر {one}{two}{three}")),
            line("last", "", &format!("خبر {two}{three}")),
        ]
        .concat(),
    );
    sandbox.stdout(&["index", "news.jsonl"]);
    let hits = |query: &str| -> Vec<(String, Vec<String>)> {
        let told = sandbox.stdout(&["search", query, "--copies", "--format", "json"]);
        let lines = told.lines().map(|line| serde_json::from_str(line).unwrap());
        let hits = lines.filter(|line: &serde_json::Value| line["type"] == "hit");
        let id = |article: &serde_json::Value| article["id"].as_str().unwrap().to_string();
        hits.map(|hit| {
            let copies = hit["copy_list"].as_array().unwrap().iter();
            (id(&hit), copies.map(id).collect())
        })
        .collect()
    };
    let found = hits("خبر");
    let [(shown, copies)] = &found[..] else {
        panic!("{found:?}");
    };
    assert_eq!(shown, "middle");
    assert_eq!(copies.len(), 2);
    assert_eq!(hits("خبر -\"خبر خبر\"").len(), 2);
}

#[test]
fn copies_are_shown_under_the_best_and_listed() {
    let sandbox = Sandbox::new();
    let paragraph = "أعلنت وزارة النقل افتتاح خط القطار الجديد بين المدينتين بعد ثلاث سنوات من العمل المتواصل، وقالت إن \
                     الرحلة تستغرق ساعتين وإن التذاكر متاحة في المحطات ابتداء من صباح الأحد المقبل.";
    let story =
        |title: &str, edit: &str| format!("{title}\n\n{}\n", paragraph.replace("متاحة", edit));
    let line = |id: &str, day: &str, source: &str, title: &str, edit: &str| {
        let fields = [
            ("id", id),
            ("date", day),
            ("source", source),
            ("title", title),
        ];
        let fields: Vec<String> = fields
            .iter()
            .map(|(k, v)| format!("\"{k}\":\"{v}\""))
            .collect();
        let text = story("", edit).trim().to_string();
        format!("{{{},\"text\":\"{text}\"}}\n", fields.join(","))
    };
    let other = "{\"id\":\"d\",\"title\":\"القطار يتأخر\",\"text\":\"تأخر القطار عن موعده ساعة كاملة أمس بسبب عطل في الإشارات.\"}\n";
    let lines = [
        line("a", "2021-05-02", "الأهرام", "افتتاح خط القطار", "متوفرة"),
        line(
            "b",
            "2021-05-01",
            "الرياض",
            "قطار جديد بين مدينتين",
            "متاحة",
        ),
        line("c", "2021-05-03", "الأهرام", "القطار ينطلق الأحد", "جاهزة"),
        other.to_string(),
    ];
    sandbox.write("news.jsonl", lines.concat());
    sandbox.stdout(&["index", "news.jsonl"]);
    insta::assert_snapshot!(sandbox.run(&["search", "القطار", "--copies"]), @"
    exit 0
    --- stdout
    news.jsonl d
    [القطار] يتأخر
    تأخر [القطار] عن موعده ساعة كاملة أمس بسبب عطل في الإشارات.

    news.jsonl a
    2021-05-02 الأهرام
    افتتاح خط [القطار]
    أعلنت وزارة النقل افتتاح خط [القطار] الجديد بين المدينتين بعد ثلاث سنوات من العمل المتواصل، وقالت إن الرحلة تستغرق ساعتين وإن التذاكر متوفرة في المحطات ابتداء من صباح الأحد المقبل.
      +2 copies
      c 2021-05-03 الأهرام
      القطار ينطلق الأحد
      b 2021-05-01 الرياض
      قطار جديد بين مدينتين

    --- stderr
    4 articles, without copies 2
    ");
    insta::assert_snapshot!(sandbox.run(&["search", "القطار", "--limit", "1", "--format", "json"]), @r#"
    exit 0
    --- stdout
    {"version":1,"type":"hit","rank":1,"id":"d","path":"news.jsonl","title":"القطار يتأخر","score":0.20334266,"matches":2,"copies":0,"snippet":{"range":[25,128],"zone":"body","text":"تأخر القطار عن موعده ساعة كاملة أمس بسبب عطل في الإشارات."},"marks":[{"range":[0,12],"text":"القطار","asked":"القطار","rule":"written","zone":"title"},{"range":[34,46],"text":"القطار","asked":"القطار","rule":"written","zone":"body"}],"reasons":[{"text":"القطار","asked":"القطار","rule":"written","zone":"title","times":1,"share":0.6251},{"text":"القطار","asked":"القطار","rule":"written","zone":"body","times":1,"share":0.2084}],"closeness":0.1665}
    {"version":1,"type":"summary","query":"القطار","total":4,"stories":2,"elsewhere":0,"undated":0,"offset":0,"shown":1}
    --- stderr
    "#);
    let ungrouped = sandbox.stdout(&["search", "القطار", "--no-group", "--format", "json"]);
    assert_eq!(ungrouped.matches("\"type\":\"hit\"").count(), 4);
    assert_eq!(sandbox.stdout(&["search", "القطار", "--count"]), "4\n");
    insta::assert_snapshot!(sandbox.run(&["copies"]), @"
    exit 0
    --- stdout
    3 copies; first 2021-05-01; الأهرام, الرياض
      b 2021-05-01 الرياض
      قطار جديد بين مدينتين
      a 2021-05-02 الأهرام
      افتتاح خط القطار
      c 2021-05-03 الأهرام
      القطار ينطلق الأحد

    --- stderr
    ");
    insta::assert_snapshot!(sandbox.run(&["copies", "--format", "csv"]), @"
    exit 0
    --- stdout
    group,id,path,published,source,title
    1,b,news.jsonl,2021-05-01,الرياض,قطار جديد بين مدينتين
    1,a,news.jsonl,2021-05-02,الأهرام,افتتاح خط القطار
    1,c,news.jsonl,2021-05-03,الأهرام,القطار ينطلق الأحد
    --- stderr
    ");
    let group = sandbox.stdout(&["copies", "--format", "json"]);
    assert!(
        group.contains("\"size\":3,\"first\":\"2021-05-01\""),
        "{group}"
    );
}
