//! The seed articles, line by line: what each is, judged by eye.

use super::*;
use arabic_text::words;

/// The kind of every line that is not blank, as runs: `B9` is nine lines of body, `|` a new story. A
/// line with a dateline before its text counts for both.
const EXPECTED: [(&str, &str, &str); 5] = [
    (
        "000",
        include_str!("../../../../seeds/000_b6a035201fa0cd3b.txt"),
        "T1 B1 F1 B5 R1 B6 R1 B4 F1",
    ),
    (
        "001",
        include_str!("../../../../seeds/001_104105c63aa4b763.txt"),
        "T1 D1 B10",
    ),
    (
        "002",
        include_str!("../../../../seeds/002_ffef23a394905de0.txt"),
        "B7 S1 K1 R1 | T1 D1 B6 S1 R11",
    ),
    (
        "003",
        include_str!("../../../../seeds/003_12308afd6b4c7457.txt"),
        "T1 F2 B18 R1 F2",
    ),
    (
        "004",
        include_str!("../../../../seeds/004_84aa36dca5c6a684.txt"),
        "F1 T1 D1 B13 F1 S1",
    ),
];

fn letter(kind: ZoneKind) -> char {
    match kind {
        ZoneKind::Title => 'T',
        ZoneKind::Dateline => 'D',
        ZoneKind::Body => 'B',
        ZoneKind::Tags => 'K',
        ZoneKind::Source => 'S',
        ZoneKind::Related => 'R',
        ZoneKind::Boilerplate => 'F',
    }
}

#[test]
fn every_line_is_what_it_is() {
    for (seed, text, expected) in EXPECTED {
        let found: Vec<String> = stories(text, Headline::InText)
            .iter()
            .map(|story| {
                let runs = story.zones.iter().map(|zone| {
                    let lines = text[zone.range.clone()].lines();
                    let count = lines.filter(|line| !line.trim().is_empty()).count();
                    format!("{}{count}", letter(zone.kind))
                });
                runs.collect::<Vec<_>>().join(" ")
            })
            .collect();
        assert_eq!(found.join(" | "), expected, "seed {seed}");
    }
}

#[test]
fn words_are_where_they_belong() {
    for (seed, word, expected) in [
        ("002", "قره باغ", "0 tags"),
        ("002", "بيجر", "1 title, 1 related"),
        ("002", "إيران", "1 related"),
        (
            "002",
            "البيجر",
            "1 body, 1 body, 1 body, 1 related, 1 related",
        ),
        ("004", "Ru", "0 furniture"),
        ("004", "تاس", "0 source"),
        ("001", "سبوتنيك", "0 dateline"),
    ] {
        let text = EXPECTED.iter().find(|row| row.0 == seed).unwrap().1;
        let stories = stories(text, Headline::InText);
        let asked: Vec<String> = words(word).map(|word| word.form).collect();
        let mut found = Vec::new();
        for (i, story) in stories.iter().enumerate() {
            for zone in &story.zones {
                let forms: Vec<String> = words(&text[zone.range.clone()])
                    .map(|word| word.form)
                    .collect();
                let hits = forms
                    .windows(asked.len())
                    .filter(|window| **window == asked[..])
                    .count();
                found.extend(vec![format!("{i} {}", zone.kind.name()); hits]);
            }
        }
        assert_eq!(found.join(", "), expected, "{word} in seed {seed}");
    }
}

#[test]
fn iran_is_named_in_no_article() {
    for (seed, text, _) in EXPECTED {
        for zone in stories(text, Headline::InText)
            .iter()
            .flat_map(|story| &story.zones)
        {
            let is_named = words(&text[zone.range.clone()]).any(|word| word.form == "ايران");
            assert!(!is_named || zone.kind == ZoneKind::Related, "seed {seed}");
        }
    }
}
