//! Every date of the five seeds, in the order of the text.

use std::fs;
use std::path::Path;

use jiff::civil::{Date, date};

use super::super::{DateSource, publication_date};
use super::read;

fn seed(number: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../seeds");
    let mut files = fs::read_dir(folder).unwrap().flatten();
    let file = files
        .find(|file| file.file_name().to_string_lossy().starts_with(number))
        .unwrap();
    fs::read_to_string(file.path()).unwrap()
}

#[test]
fn all_their_dates_are_read() {
    let tables: [(&str, Date, &[&str]); 5] = [
        (
            "000",
            date(2023, 9, 19),
            &[
                "2020-01-01..2022-12-31",
                "2023-09-19",
                "1923",
                "1988",
                "1991-09-02",
                "1992-01-01..1994-12-31",
                "1994",
                "2020-09",
                "2023-11-10", // of 2020, as the sentence before says
                "2022",
                "2023-05",
                "2023-09",
            ],
        ),
        (
            "001",
            date(2021, 11, 17),
            &[
                "2021-11-17",
                "2021-11-17",
                "2021-11-16",
                "2021-11-16",
                "2021-11-16",
                "2020-10-09|2020-11-09",
                "2020-11-10",
            ],
        ),
        (
            "002",
            date(2023, 9, 20),
            &[
                "2023-09-20",
                "2023-09-20",
                "2022-10",
                "2023-05",
                "2020-11-09",
                "2020-01-01..2022-12-31",
                "2023-09-19",
                "2023-09-19",
                "2023-09-20",
            ],
        ),
        (
            "003",
            date(2022, 9, 13),
            &[
                "2022-09-13",
                "2022-09-12",
                "2022-09-13",
                "2020",
                "2020",
                "2020-11-09",
                "2020-09-01..2020-11-30",
                "2022-09-13",
                "2022-09-12..2022-09-13",
                "2022-09-12..2022-09-13",
                "2022-08",
                "1990-01-01..1999-12-31",
                "2020-09-01..2020-11-30",
                "2020",
            ],
        ),
        (
            "004",
            date(2021, 3, 12),
            &[
                "2021-03-12",
                "2021-03-12",
                "2021-03-11",
                "2021-03-12",
                "2020-11-09",
                "2021-01-11",
                "2020-09-27",
                "2020-11-09",
                "1988-02",
                "1992-01-01..1994-12-31",
                "1992",
            ],
        ),
    ];
    for (number, anchor, expected) in tables {
        assert_eq!(
            read(&seed(number), Some(anchor)),
            expected.join(" "),
            "{number}"
        );
    }
}

#[test]
fn only_those_that_say_it_have_a_day() {
    for number in ["000", "002", "003"] {
        assert_eq!(publication_date(None, &[], &seed(number)), None, "{number}");
    }
    let found = publication_date(None, &[], &seed("004")).unwrap();
    assert_eq!(
        (found.date, found.source),
        (date(2021, 3, 12), DateSource::Text)
    );
    let text = seed("001");
    let (open, close) = (text.find('(').unwrap(), text.find(')').unwrap());
    let dateline = open..close;
    let found = publication_date(None, std::slice::from_ref(&dateline), &text).unwrap();
    assert_eq!(
        (found.date, found.source),
        (date(2021, 11, 17), DateSource::Dateline)
    );
}
