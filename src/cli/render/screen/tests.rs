//! What must hold of every line on every screen, and how some look.

use std::io::Write as _;

use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

use super::bidi::{Direction, Levels};
use super::columns::{takes_none, width};
use super::glyph::glyphs;
use super::shape::shape;
use super::styled::Styled;
use super::wrap::wrap;
use super::*;
use crate::render::style::Style;

const ORDERS: [Order; 3] = [Order::Logical, Order::Detected, Order::Visual];

/// What a screen of `width` columns shows of `text`.
fn shown(text: &str, order: Order, width: usize) -> String {
    let layout = TerminalLayout {
        order,
        width,
        links: false,
    };
    let mut screen = Screen::new(Vec::new(), layout);
    screen.write_all(text.as_bytes()).unwrap();
    screen.flush().unwrap();
    String::from_utf8(screen.raw().clone()).unwrap()
}

#[test]
fn lines_stand_on_their_side() {
    for (text, order, expected) in [
        ("path/a.txt\n", Order::Visual, "path/a.txt\n"),
        ("", Order::Visual, ""),
        (
            "\nباغ\n",
            Order::Visual,
            "\n         \u{FECD}\u{FE8E}\u{FE91}\n",
        ),
        (
            "[باغ], b\n",
            Order::Visual,
            "    b ,[\u{FECD}\u{FE8E}\u{FE91}]\n",
        ),
        (
            "  1  باغ\n",
            Order::Visual,
            "  1  \u{FECD}\u{FE8E}\u{FE91}\n",
        ),
        ("\u{200E}باغ\n", Order::Visual, "\u{FECD}\u{FE8E}\u{FE91}\n"),
        ("إقليم قره باغ", Order::Logical, "إقليم قره\nباغ\n"),
        ("إقليم قره باغ", Order::Detected, "إقليم قره\nباغ\n"),
        // Where a terminal would err, a mark behind a space tells it better.
        (
            "إقليم قره abc باغ",
            Order::Detected,
            "إقليم قره\n \u{200F}abc باغ\n",
        ),
        ("  1  باغ\n", Order::Detected, " \u{200E} 1  باغ\n"),
        ("\u{200E}باغ\n", Order::Detected, " \u{200E}باغ\n"),
        ("\u{200E}باغ\n", Order::Logical, "باغ\n"),
        // Isolates keep figures with their words.
        (
            "a \u{2068}1 با 2\u{2069}\n",
            Order::Visual,
            "a 2 \u{FE8E}\u{FE91} 1\n",
        ),
        ("a \u{2068}1 با 2\u{2069}\n", Order::Logical, "a 1 با 2\n"),
        (
            "a \u{2068}1 با 2\u{2069}\n",
            Order::Detected,
            "a \u{2068}1 با 2\u{2069}\n",
        ),
        ("  a b باغ 12 34\n", Order::Logical, "  a b باغ 12\n  34\n"),
    ] {
        assert_eq!(shown(text, order, 12), expected, "{text} {order:?}");
    }
}

#[test]
fn colours_follow_their_words() {
    let style = Style {
        color: true,
        screen: Some(12),
        ..Style::default()
    };
    let line = format!("في {} b\n", style.mark("قره"));
    let mark = "\u{1b}[1m\u{1b}[31m";
    let word = "\u{FEE9}\u{FEAE}\u{FED7}";
    assert_eq!(
        shown(&line, Order::Visual, 12),
        format!("    b {mark}{word}\u{1b}[0m \u{FEF2}\u{FED3}\n")
    );
    // A mark that is parted by the end of a line goes on behind it.
    let line = format!("في {}\n", style.mark("قره باغ"));
    assert_eq!(
        shown(&line, Order::Logical, 6),
        format!("في {mark}قره\u{1b}[0m\n{mark}باغ\u{1b}[0m\n")
    );
}

#[test]
fn lines_may_be_long() {
    let words = "باغ ".repeat(LONGEST / 7 + 100);
    let long = shown(&words, Order::Visual, 80);
    assert_eq!(long.split_whitespace().count(), LONGEST / 7 + 100);
    let marks = format!("ب{}", "\u{64f}".repeat(100_000));
    assert_eq!(shown(&marks, Order::Visual, 80).chars().count(), 100_081);
}

/// Letters that meet in the news: joined ones, marks, joiners, other scripts, wide ones, figures, brackets, colours.
#[rustfmt::skip]
const PARTS: &[&str] = &[
    "ب", "ل", "ا", "أ", "ر", "ه", "پ", "ـ", "ُ", "ّ", "\u{200C}", "\u{200D}", " ", " ", "  ", "a",
    "bc", "é", "e\u{301}", "中", "1", "٢", "2020", ".", "،", "(", ")", "«", "»", "-", "/", "א",
    "\t", "\u{1b}[31m", "\u{1b}[0m", "\u{200F}", "\u{200E}",
];

fn text() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PARTS), 0..40).prop_map(|parts| parts.concat())
}

/// Letters without white space, joiners, marks of direction and colours.
fn letters(text: &str) -> String {
    let text = Styled::parse(text).text;
    text.chars()
        .filter(|c| !matches!(c, '\u{200C}'..='\u{200F}' | ' ' | '\n'))
        .collect()
}

proptest! {
    #[test]
    fn no_line_is_too_wide(text in text(), width in 2_usize..30) {
        for order in ORDERS {
            for line in shown(&text, order, width).lines() {
                let columns = super::columns::width(&Styled::parse(line).text);
                prop_assert!(columns <= width, "{line:?} in {order:?}");
            }
        }
    }

    #[test]
    fn only_words_longer_than_a_line_are_cut(text in text(), columns in 2_usize..30) {
        for order in [Order::Logical, Order::Detected] {
            let shown = shown(&text, order, columns);
            prop_assert_eq!(letters(&shown), letters(&text));
            let plain = Styled::parse(&text).text;
            let holds_mark = plain.contains(" \u{64f}") || plain.contains(" \u{651}");
            if !holds_mark && plain.split(' ').all(|word| width(word) < columns / 2) {
                let words = |text: &str| -> Vec<String> {
                    text.split_whitespace().map(letters).filter(|word| !word.is_empty()).collect()
                };
                prop_assert_eq!(words(&shown), words(&plain));
            }
        }
    }

    #[test]
    fn marks_stay_on_their_letters(text in text(), width in 2_usize..30) {
        for order in ORDERS {
            for line in shown(&text, order, width).lines().skip(1) {
                let first = Styled::parse(line).text.chars().next();
                prop_assert!(!first.is_some_and(takes_none), "{line:?} in {order:?}");
            }
        }
    }

    #[test]
    fn what_is_shown_reads_as_it_is_written(text in text(), width in 2_usize..30) {
        let line = Styled::parse(&text);
        let direction = Direction::first_in(&line.text).unwrap_or(Direction::Ltr);
        let shaped = shape(&glyphs(&line));
        let levels = Levels::new(&line.text, direction);
        let mut read = String::new();
        for range in wrap(&shaped, width, 0) {
            let mut placed = levels.order(&shaped[range]);
            placed.sort_by_key(|glyph| glyph.range.start);
            for glyph in placed {
                // The forms back to letters, from which mirrored brackets are spared.
                let written = &line.text[glyph.range.clone()];
                let first: String = written.chars().take(1).collect();
                let is_bracket = "()«»".contains(glyph.letter);
                let letter = if is_bracket { first } else { glyph.letter.to_string() };
                read.extend(letter.chars().chain(glyph.marks.chars()));
            }
        }
        let sorted = |text: &str| {
            let is_seen = |c: &char| !"\u{200C}\u{200D}\u{200E}\u{200F} ".contains(*c);
            text.nfkc().filter(is_seen).collect::<String>()
        };
        // A mark between lam and alef stands behind both where they are one.
        let (read, written) = (sorted(&read), sorted(&line.text));
        let bare = |text: &str| text.chars().filter(|c| !takes_none(*c)).collect::<String>();
        prop_assert_eq!(bare(&read), bare(&written));
        let marks = |text: &str| text.chars().filter(|c| takes_none(*c)).count();
        prop_assert_eq!(marks(&read), marks(&written));
    }
}
