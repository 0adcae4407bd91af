//! Sentences as newspapers write them, each with the day of its article and the days a reader takes from it.
//!
//! `newspaper.tsv` has a line for each: the day of the article, the sentence, what it means, and, only where that is
//! not what is read, what is. The days were written down before the sentences were first read by the program; those of
//! `newspaper_later.tsv` when the faults in the first were mended.

use super::read;

/// A line of the table.
struct Sentence<'a> {
    day: &'a str,
    text: &'a str,
    /// What it means.
    meant: &'a str,
    /// What is read instead.
    fault: Option<&'a str>,
}

fn sentences() -> impl Iterator<Item = Sentence<'static>> {
    let lines = include_str!("newspaper.tsv").lines();
    let lines = lines.chain(include_str!("newspaper_later.tsv").lines());
    lines.filter(|line| !line.starts_with('#')).map(|line| {
        let columns: Vec<&str> = line.split('\t').collect();
        let [day, text, meant, fault @ ..] = &columns[..] else {
            panic!("{line}");
        };
        Sentence {
            day,
            text,
            meant,
            fault: fault.first().copied(),
        }
    })
}

#[test]
fn sentences_are_read_as_readers_read_them() {
    let other = sentences().filter_map(|sentence| {
        let found = read(sentence.text, sentence.day.parse().ok());
        let expected = sentence.fault.unwrap_or(sentence.meant);
        (found != expected).then(|| format!("{}: {found} not {expected}", sentence.text))
    });
    let other: Vec<String> = other.collect();
    assert!(other.is_empty(), "{}", other.join("\n"));
}

#[test]
fn hardly_a_date_is_made_up() {
    let (mut dates, mut wrong, mut missed) = (0, 0, 0);
    for sentence in sentences() {
        let mut meant: Vec<&str> = sentence.meant.split_whitespace().collect();
        dates += meant.len();
        let mut others = 0;
        for date in sentence.fault.unwrap_or(sentence.meant).split_whitespace() {
            match meant.iter().position(|meant| *meant == date) {
                Some(at) => {
                    meant.swap_remove(at);
                }
                None => others += 1,
            }
        }
        wrong += others;
        missed += meant.len().saturating_sub(others);
    }
    assert!(dates > 280, "{dates}");
    assert!(wrong * 100 <= dates, "{wrong} of {dates} are wrong");
    assert!(missed * 100 <= 3 * dates, "{missed} of {dates} are missed");
}
