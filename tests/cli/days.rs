//! Days of publishing as inputs give them, and as options ask for them.

use insta::assert_snapshot;

use super::sandbox::Sandbox;

/// Records that say these dates.
fn dated(dates: &[&str]) -> Sandbox {
    let sandbox = Sandbox::new();
    let record = |(i, date): (usize, &&str)| {
        format!("{{\"id\":\"{i}\",\"text\":\"بغداد عاصمة العراق\",\"date\":\"{date}\"}}\n")
    };
    let records: String = dates.iter().enumerate().map(record).collect();
    sandbox.write("a.jsonl", records);
    sandbox.stdout(&["index", "a.jsonl"]);
    sandbox
}

#[test]
fn dates_that_cannot_be_are_refused_and_named() {
    let sandbox = dated(&[
        "0001-01-01T00:00:00",
        "9999-12-31",
        "-2000-01-01",
        "2000-01-01",
        "2000-01-03",
    ]);
    assert_snapshot!(sandbox.stdout(&["timeline", "بغداد", "--by", "day"]), @r"
    2000-01-01       1  10000.0 ██████████████████████████████████████████████████
    2000-01-02       -          
    2000-01-03       1  10000.0 ██████████████████████████████████████████████████
    ");
    let said = |id| {
        let json = sandbox.stdout(&["show", id, "--format", "json"]);
        let json: serde_json::Value = serde_json::from_str(&json).unwrap();
        format!("{} {}", json["published"]["date"], json["note"])
    };
    assert_snapshot!(said("0"), @r#"null "the date 0001-01-01 lies outside of the years 1000 to 2999 and is not used""#);
    assert_snapshot!(said("2"), @r#"null "the date -2000-01-01 lies outside of the years 1000 to 2999 and is not used""#);
    assert_snapshot!(said("3"), @r#""2000-01-01" null"#);
    let status = sandbox.stdout(&["status"]);
    let noted = status.lines().find(|line| line.starts_with("noted:"));
    assert_snapshot!(noted.unwrap_or_default(), @"noted:     a.jsonl: in 3 records, of the first: the date 0001-01-01 lies outside of the years 1000 to 2999 and is not used");
}

#[test]
fn years_of_the_hijri_calendar_are_read_as_such() {
    let sandbox = dated(&["1445-09-01", "1445/09/01", "2024-03-11", "1445-10-01"]);
    let found = |args: &[&str]| {
        let mut ids = sandbox.hits(&[&["search", "--format", "json"], args].concat());
        ids.sort();
        ids.join(" ")
    };
    for asked in ["1445-09-01", "2024-03-11", "1445-09"] {
        assert_eq!(found(&["بغداد", "--on", asked]), "0 1 2", "{asked}");
    }
    assert_eq!(found(&["بغداد", "--since", "1445-10"]), "3");
    assert_eq!(found(&["date:1445-08..1445-09"]), "0 1 2");
}

#[test]
fn days_of_publishing_and_dates_in_the_text_are_found() {
    let sandbox = Sandbox::with_seeds();
    sandbox.stdout(&["index", "seeds"]);
    for (args, found) in [
        (&["قره باغ", "--since", "2021-03-12"][..], "001 004"),
        (&["قره باغ", "--since", "2021-03-13"], "001"),
        (&["قره باغ", "--until", "2021"], "001 004"),
        (&["قره باغ", "--on", "2021-03"], "004"),
        (&["قره باغ", "--on", "2020"], ""),
        (&["mentions:2020-11-09"], "001 002 003 004"),
        (&["mentions:2020-10"], "001 003"),
        (&["mentions:1991-09 استقلال"], "000"),
        (&["قره باغ -mentions:2020-11"], "000"),
        (&["mentions:2020-09-01..2020-10-31"], "000 001 003 004"),
    ] {
        assert_eq!(sandbox.found(args), found, "{args:?}");
    }
    insta::assert_snapshot!(sandbox.run(&["search", "mentions:2020-10", "--on", "2021-11-17"]), @"
    exit 0
    --- stdout
    seeds/001_104105c63aa4b763.txt
    2021-11-17
    بيسكوف: روسيا ستواصل التوسط في تسوية النزاع بين أرمينيا وأذربيجان
    وتوصلت أرمينيا وأذربيجان، بوساطة روسية، في [9 تشرين الأول/نوفمبر 2020]، إلى اتفاق لوقف إطلاق النار في إقليم قره باغ.
      date: 9 تشرين الأول/نوفمبر 2020 = mentions:2020-10

    --- stderr
    1 article
    1 more say nowhere when they were published
    ");
    insta::assert_snapshot!(sandbox.run(&["search", "زاخاروفا", "--since", "2020"]), @"
    exit 1
    --- stdout
    --- stderr
    nothing found
    2 more say nowhere when they were published
    ");
    insta::assert_snapshot!(sandbox.run(&["search", "x", "--since", "someday"]), @r#"
    exit 2
    --- stdout
    --- stderr
    error: invalid value 'someday' for '--since <DATE>': "someday" is no date; dates are 2020, 2020-11, 2020-11-09, أغسطس 2015, or two with .. between them, yesterday, last week, 7d, أمس or قبل يومين

    For more information, try '--help'.
    "#);
    let dates = sandbox.run(&["show", "--dates", "seeds/001_104105c63aa4b763.txt"]);
    insta::assert_snapshot!(dates, @"
    exit 0
    --- stdout
    seeds/001_104105c63aa4b763.txt
    published 2021-11-17 (dateline)
    2021-11-17               written        dateline  17 نوفمبر 2021ء
    2021-11-17               relative       body      اليوم الأربعاء
    2021-11-16               relative       body      يوم أمس الثلاثاء
    2021-11-16               relative       body      يوم أمس
    2021-11-16               relative       body      ويوم أمس الثلاثاء
    2020-10-09 or 2020-11-09 written        body      9 تشرين الأول/نوفمبر 2020
    2020-11-10               written        body      10 تشرين الثاني/نوفمبر 2020

    --- stderr
    ");
}
