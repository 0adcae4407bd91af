//! Days of publishing as inputs give them, and as options ask for them.

use insta::assert_snapshot;

use super::world::World;

/// Records that say these dates.
fn dated(dates: &[&str]) -> World {
    let world = World::new();
    let record = |(i, date): (usize, &&str)| {
        format!("{{\"id\":\"{i}\",\"text\":\"بغداد عاصمة العراق\",\"date\":\"{date}\"}}\n")
    };
    let records: String = dates.iter().enumerate().map(record).collect();
    world.write("a.jsonl", records);
    world.stdout(&["index", "a.jsonl"]);
    world
}

#[test]
fn dates_that_cannot_be_are_refused_and_named() {
    let world = dated(&[
        "0001-01-01T00:00:00",
        "9999-12-31",
        "-2000-01-01",
        "2000-01-01",
        "2000-01-03",
    ]);
    assert_snapshot!(world.stdout(&["timeline", "بغداد", "--by", "day"]), @r"
    2000-01-01       1  10000.0 ██████████████████████████████████████████████████
    2000-01-02       0          
    2000-01-03       1  10000.0 ██████████████████████████████████████████████████
    ");
    let said = |id| {
        let json = world.stdout(&["show", id, "--format", "json"]);
        let json: serde_json::Value = serde_json::from_str(&json).unwrap();
        format!("{} {}", json["published"]["date"], json["note"])
    };
    assert_snapshot!(said("0"), @r#"null "the date 0001-01-01 lies outside of the years 1000 to 2999 and is not used""#);
    assert_snapshot!(said("2"), @r#"null "the date -2000-01-01 lies outside of the years 1000 to 2999 and is not used""#);
    assert_snapshot!(said("3"), @r#""2000-01-01" null"#);
    let status = world.stdout(&["status"]);
    let noted = status.lines().find(|line| line.starts_with("noted:"));
    assert_snapshot!(noted.unwrap_or_default(), @"noted:     a.jsonl: in 3 records, of the first: the date 0001-01-01 lies outside of the years 1000 to 2999 and is not used");
}

#[test]
fn years_of_the_hijri_calendar_are_read_as_such() {
    let world = dated(&["1445-09-01", "1445/09/01", "2024-03-11", "1445-10-01"]);
    let found = |args: &[&str]| {
        let mut ids = world.hits(&[&["search", "--format", "json"], args].concat());
        ids.sort();
        ids.join(" ")
    };
    for asked in ["1445-09-01", "2024-03-11", "1445-09"] {
        assert_eq!(found(&["بغداد", "--on", asked]), "0 1 2", "{asked}");
    }
    assert_eq!(found(&["بغداد", "--since", "1445-10"]), "3");
    assert_eq!(found(&["date:1445-08..1445-09"]), "0 1 2");
}
