//! Zones: together they hold every word of the text, each in one.

use arabic_text::words;
use fihris_corpus::zones::{Headline, headline, stories};

use super::reading::check_zones;

pub fn run(input: &[u8]) {
    let text = &String::from_utf8_lossy(input);
    let first = text.lines().next().unwrap_or_default();
    for known in [
        Headline::InText,
        Headline::Known(first),
        Headline::NotInText,
    ] {
        let stories = stories(text, known);
        let zones: Vec<_> = stories.iter().flat_map(|story| &story.zones).collect();
        check_zones(text, zones.iter().copied());
        let mut zones = zones.iter().peekable();
        for word in words(text) {
            while zones
                .next_if(|zone| zone.range.end <= word.range.start)
                .is_some()
            {}
            assert!(
                zones
                    .peek()
                    .is_some_and(|zone| zone.range.start <= word.range.start),
                "{word:?}"
            );
        }
    }
    assert!(headline(text).is_none_or(|range| text.get(range).is_some()));
}
