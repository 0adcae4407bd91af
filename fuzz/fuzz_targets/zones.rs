//! Zones: together they hold every word of the text, each in one.
#![no_main]

use arabic_text::words;
use fihris::corpus::zones::{Headline, headline, stories};
use fihris_fuzz::check_zones;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
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
});
