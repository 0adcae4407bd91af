//! From a figure to its hits: a bar for its size, and the command that finds them, which the page's script copies.
//!
//! Knows how a query is narrowed, not what was counted.

use jiff::civil::Date;
use maud::{Markup, html};

use super::text;
use arabic_dates::Period;

/// How wide the longest bar is.
const WIDTH: u64 = 64;

/// The command that finds what `narrowed` leaves of the query `asked`; without one, of all articles.
pub fn command(asked: Option<&str>, narrowed: &str) -> String {
    let query = match asked.map(str::trim).filter(|asked| !asked.is_empty()) {
        Some(asked) if narrowed.is_empty() => asked.to_string(),
        Some(asked) if asked.contains(char::is_whitespace) => format!("({asked}) {narrowed}"),
        Some(asked) => format!("{asked} {narrowed}"),
        None => narrowed.to_string(),
    };
    let quoted = text::clean(&query).replace('\'', "'\\''");
    format!("fihris search '{quoted}'")
}

/// Words that stand so in a row.
pub fn phrase(words: &str) -> String {
    let words = words.replace('"', " ");
    let is_word = |c: char| c.is_alphanumeric();
    if words.chars().all(is_word) {
        words
    } else {
        format!("\"{words}\"")
    }
}

/// A field with a value.
pub fn field(name: &str, value: &str) -> String {
    format!("{name}:\"{}\"", value.replace('"', " "))
}

/// Days of publishing.
pub fn days(period: Period) -> String {
    let Period { first, last } = period;
    let is_whole = |from: Date, to: Date| (from, to) == (first, last);
    if first == last {
        format!("date:{first}")
    } else if is_whole(first.first_of_year(), first.last_of_year()) {
        format!("date:{:04}", first.year())
    } else if is_whole(first.first_of_month(), first.last_of_month()) {
        format!("date:{:04}-{:02}", first.year(), first.month())
    } else {
        format!("date:{first}..{last}")
    }
}

/// A cell with a figure, the largest of its column being `most`, and the command that finds what it counts.
pub fn found(figure: u64, most: u64, command: Option<&str>) -> Markup {
    html! {
        td.n {
            svg.track width=(WIDTH) height="8" aria-hidden="true" {
                rect width=(figure * WIDTH / most.max(1)) height="8" {}
            }
            span data-find=[command.filter(|_| figure > 0)] { (figure) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_query_is_narrowed() {
        for (asked, narrowed, expected) in [
            (
                Some("باكو"),
                "source:\"أ\"",
                "fihris search 'باكو source:\"أ\"'",
            ),
            (
                Some("a OR b"),
                "date:2020",
                "fihris search '(a OR b) date:2020'",
            ),
            (Some("it's"), "", "fihris search 'it'\\''s'"),
            (None, "\"محمد بن نايف\"", "fihris search '\"محمد بن نايف\"'"),
        ] {
            assert_eq!(command(asked, narrowed), expected);
        }
        let period = |first, last| days(Period { first, last });
        assert_eq!(period(date(2020, 2, 1), date(2020, 2, 29)), "date:2020-02");
        assert_eq!(period(date(2020, 1, 1), date(2020, 12, 31)), "date:2020");
        assert_eq!(
            period(date(2020, 2, 3), date(2020, 2, 3)),
            "date:2020-02-03"
        );
        let week = period(date(2020, 2, 3), date(2020, 2, 9));
        assert_eq!(week, "date:2020-02-03..2020-02-09");
    }
}
