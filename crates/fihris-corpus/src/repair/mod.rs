//! Repair: text that was damaged before it came here, as out of a PDF or a scan, is put right where that is certain.
//!
//! `Signs` tell sound texts in one pass over their bytes; only where there are some, words are looked up in
//! the lexicon. A text is changed where it has clearly more words afterwards, and what was done is noted.

mod hyphens;
mod known;
mod lam_alef;
mod marks;
mod segment;
mod signs;
mod spacing;
mod visual_order;

use std::borrow::Cow;

use signs::Signs;

use super::note::{Damaged, Note};

/// `text` as it was meant, and what was put right in it or could not be.
#[must_use]
pub fn repair(text: &str) -> (Cow<'_, str>, Vec<Note>) {
    let mut signs = Signs::in_text(text);
    if signs.is_sound() {
        return (text.into(), Vec::new());
    }
    let mut text: Cow<str> = text.into();
    let mut notes = Vec::new();
    let mut note = |damage, repaired, left| {
        if repaired + left > 0 {
            notes.push(Note::Damaged {
                damage,
                repaired,
                left,
            });
        }
    };
    if signs.visual_order
        && let Some((turned, lines)) = visual_order::repair(&text)
    {
        text = turned.into();
        note(Damaged::VisualOrder, lines, 0);
        signs = Signs {
            lam_alef: true,
            marks: false, // are on the wrong side now
            ..Signs::in_text(&text)
        };
    }
    if signs.marks
        && let Some((repaired, places)) = marks::repair(&text)
    {
        text = repaired.into();
        note(Damaged::Marks, places, 0);
    }
    if signs.hyphens
        && let Some((whole, words)) = hyphens::repair(&text)
    {
        text = whole.into();
        note(Damaged::Hyphens, words, 0);
    }
    if signs.parted {
        let found = spacing::join_letters(&text);
        note(Damaged::Parted, found.places, found.left);
        text = found.text.map_or(text, Cow::Owned);
    }
    if signs.run_together {
        let found = spacing::part_words(&text);
        note(Damaged::RunTogether, found.places, found.left);
        text = found.text.map_or(text, Cow::Owned);
    }
    if signs.lam_alef
        && let Some((repaired, words)) = lam_alef::repair(&text)
    {
        text = repaired.into();
        note(Damaged::LamAlef, words, 0);
    }
    (text, notes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn damaged_texts_are_put_right_and_sound_ones_stay() {
        let sound = "افتتح الوزير المدرسة الجديدة في الرياض عام 2019، وقال إن الأطفال سيدخلونها خلال أيام.\n\
            وأضاف أن الأمم المتحدة تدعم البرنامج (منذ سنوات) مع أ ف ب و د ب أ.";
        assert_eq!(repair(sound), (sound.into(), Vec::new()));
        let turned = |line: &str| line.chars().rev().collect::<String>();
        let lines: Vec<String> = sound.lines().map(turned).collect();
        let lines = lines.join("\n");
        let (text, notes) = repair(&lines);
        assert_eq!(text, sound);
        assert_eq!(
            notes[0].to_string(),
            "text in visual order: 2 lines put right"
        );
        for (text, expected) in [
            ("رحم اﷲ الفقيد عبداﷲ", "رحم الله الفقيد عبدالله"),
            // The ligature stayed as it was while its line was turned.
            (
                "لافطألا عم سمأ ريزولا اهحتتفا يتلا ةسردملا يف",
                "في المدرسة التي افتتحها الوزير أمس مع الأطفال",
            ),
            (
                "ىلإ سمأ اوبهذ نيذلا لافطلأا عم ةسردملا يف",
                "في المدرسة مع الأطفال الذين ذهبوا أمس إلى",
            ),
        ] {
            assert_eq!(repair(text).0, expected);
        }
    }
}
