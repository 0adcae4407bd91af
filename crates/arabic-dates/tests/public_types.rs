//! The table of the README, and what users may rely on of the public types.

use arabic_dates::{DateFieldError, Mention, ParsePeriodError, PublicationDate, mentions};

#[test]
fn dates_are_read_as_the_readme_says() {
    for (written, days) in [
        ("27 سبتمبر/أيلول 2020", "2020-09-27..2020-09-27"),
        ("27/9/2020", "2020-09-27..2020-09-27"),
        ("من 27 إلى 29 سبتمبر 2020", "2020-09-27..2020-09-29"),
        (
            "5 رمضان 1442 هـ الموافق 17 أبريل 2021",
            "2021-04-17..2021-04-17",
        ),
        (
            "9 تشرين الأول/نوفمبر 2020",
            "2020-10-09..2020-10-09 2020-11-09..2020-11-09",
        ),
        ("سبتمبر 2020", "2020-09-01..2020-09-30"),
        ("عام 2020", "2020-01-01..2020-12-31"),
        ("أمس", ""),
        ("ثورة 25 يناير", ""),
        ("15 مليون", ""),
    ] {
        let readings = mentions(written, None)
            .into_iter()
            .flat_map(|it| it.readings);
        let read: Vec<String> = readings
            .map(|it| format!("{}..{}", it.first, it.last))
            .collect();
        assert_eq!(read.join(" "), days, "{written}");
    }
}

fn is_send_and_sync<T: Send + Sync>() {}

#[test]
fn types_can_be_sent_and_shared() {
    is_send_and_sync::<Mention>();
    is_send_and_sync::<PublicationDate>();
    is_send_and_sync::<DateFieldError>();
    is_send_and_sync::<ParsePeriodError>();
}

#[cfg(feature = "serde")]
#[test]
fn mentions_survive_json() {
    let found = mentions("في 27 سبتمبر/أيلول 2020", None);
    let json = serde_json::to_string(&found).unwrap();
    let again: Vec<Mention> = serde_json::from_str(&json).unwrap();
    assert_eq!(again, found);
}
