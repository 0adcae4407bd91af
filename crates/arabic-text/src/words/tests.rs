//! Words of sentences as papers write them, and what holds of the words of any text.

use super::*;
use proptest::prelude::*;

fn forms(text: &str) -> Vec<String> {
    words(text).map(|word| word.form).collect()
}

#[test]
fn splits_as_a_reader_would() {
    for (text, expected) in [
        ("إقليم قره باغ", "اقليم قره باغ"),
        ("قره\u{200C}باغ", "قرهباغ"),
        ("وَقْفٍ لِإطلاق", "وقف لاطلاق"),
        ("ال\u{200F}أم\u{202B}ن", "الامن"),
        ("#عاجل_الآن", "عاجل الان"),
        ("و7 مناطق", "7 مناطق"),
        ("2021ء 2021م 1442هـ 1442هـ.", "2021 2021 1442 1442"),
        ("عام ٢٠٢١", "عام 2021"),
        ("مجموعة الـ20 وبـ30 لـ10", "مجموعه 20 30 10"),
        ("طراز AR924 وG20 و F-16", "طراز ar924 g20 و f16"),
        ("كوفيد19 كوفيد-19", "كوفيد 19 كوفيد 19"),
        ("COVID-19 4G 3D", "covid19 4g 3d"),
        ("(06,00 ت غ)", "06.00 ت غ"),
        ("٠٦:٠٠ 6:30", "06:00 6:30"),
        ("بين 1992- 1994، ثم 2020-2022", "بين 1992 1994 ثم 2020 2022"),
        ("6,500 ٦٬٥٠٠ 1,234,567.5", "6500 6500 1234567.5"),
        (
            "12.3.2021 1992,1994 12/3/2021",
            "12 3 2021 1992 1994 12 3 2021",
        ),
        ("3.5% ٣٫٥", "3.5% 3.5"),
        ("50% ٪٥٠ %50 50 % 10-20% 4G%", "50% 50% 50% 50% 10 20% 4g"),
        ("50 %60 % من 5% 6 و%7 % 8 %", "50 60% من 5% 6 7% 8%"),
        (
            "3.000.000 26.013 1.234,5 12.345.678,90 192.168.1.1",
            "3000000 26.013 1234.5 12345678.90 192 168 1 1",
        ),
        ("بـ\"الاحترام\" بـ«داعش» ب(كذا)", "الاحترام داعش كذا"),
        ("لـ قناة لـ الوزير وبـ القلم", "لقناه للوزير وبالقلم"),
        (
            "الصحة و التعليم و 7 و\nقال أ و ب و",
            "الصحه والتعليم و 7 و قال ا و ب و",
        ),
        ("و «الصحة»  و  قال هـ عن", "و الصحه وقال ه عن"),
        ("وقال: ب و", "وقال ب و"),
        ("بFBI والـBBC", "fbi bbc"),
        ("النبيﷺقال", "النبي صلي الله عليه وسلم قال"),
        ("اللهﷻ 7½", "الله جل جلاله 7 1 2"),
        ("%½ 5½% ½ %", "1 2 5 1 2 1 2"),
        ("... ! ؟ ـــ", ""),
        ("5،", "5"),
        ("7مناطق", "7 مناطق"),
    ] {
        assert_eq!(forms(text).join(" "), expected, "{text}");
    }
}

#[test]
fn a_word_covers_its_marks_and_not_its_neighbours() {
    let text = "«قُتِلَ» في 6,500 مـــن";
    let pieces: Vec<&str> = words(text).map(|word| &text[word.range]).collect();
    assert_eq!(pieces, ["قُتِلَ", "في", "6,500", "مـــن"]);
}

#[test]
fn text_without_spaces_is_cut_into_long_words() {
    let lengths: Vec<usize> = words(&"ب".repeat(250))
        .map(|w| w.form.chars().count())
        .collect();
    assert_eq!(lengths, [100, 100, 50]);
    let ligature = "ب".repeat(99) + "ﻻب";
    assert_eq!(forms(&ligature), ["ب".repeat(99) + "لا", "ب".into()]);
    assert_eq!(words(&"7".repeat(250)).count(), 3);
}

#[test]
fn a_long_list_of_numbers_is_given_as_it_is_read() {
    for (list, most) in [("1,", 2), ("100,", 40), ("1.1.2014.", 2)] {
        let text = list.repeat(1000);
        let mut words = words(&text);
        let (mut found, mut held) = (Vec::new(), 0);
        while words.advance() {
            found.push(words.form().to_string());
            held = held.max(words.groups.len());
        }
        let mut numbers: Vec<&str> = text.split([',', '.']).collect();
        numbers.pop();
        assert_eq!(found, numbers);
        assert!(held <= most, "{held} of {list}");
    }
    assert_eq!(
        forms("1,2,3G 100,2000,3"),
        ["1", "2", "3", "g", "100", "2000", "3"]
    );
}

proptest! {
    #[test]
    fn words_are_folded_and_their_ranges_sound(
        text in "\\PC*|[\u{0600}-\u{06FF} a-zA-Z0-9.,:\"-]*|[وبم0-9.,:%½⒈ﷺ℅ـ -]*"
    ) {
        let mut before = 0..0;
        for word in words(&text) {
            prop_assert!(text.is_char_boundary(word.range.start));
            prop_assert!(text.is_char_boundary(word.range.end));
            prop_assert!(word.range.start < word.range.end && word.range.end <= text.len());
            // One character may be several words: `ﷺ`.
            prop_assert!(word.range.start >= before.end || word.range == before);
            prop_assert_eq!(super::super::fold(&word.form), word.form.clone());
            before = word.range;
        }
    }

    #[test]
    fn written_words_are_the_same_words(
        text in "\\PC*|[\u{0600}-\u{06FF} a-zA-Z0-9.,:\"-]*|[وبمؤة0-9.,:%½⒈ﷺ℅ـ -]*"
    ) {
        let folded: Vec<_> = words(&text).map(|word| (word.form, word.range)).collect();
        let written = written_words(&text).map(|word| (super::super::fold(&word.form), word.range));
        prop_assert_eq!(written.collect::<Vec<_>>(), folded);
    }

    #[test]
    fn written_words_have_the_letters_of_the_written_text(text in "[\u{0620}-\u{0660}\u{0670}\u{06CC}a-z :-]*") {
        let mut words = written_words(&text);
        while words.advance() {
            let range = words.range();
            let letters: String = written_chars(&text)
                .filter(|c| range.start <= c.range.start && c.range.end <= range.end)
                .map(|c| c.char)
                .collect();
            if !letters.contains([' ', ':', '-']) && letters.chars().count() < MAX_WORD_CHARS {
                prop_assert_eq!(words.form(), letters);
            }
        }
    }

    #[test]
    fn the_text_of_a_word_alone_gives_that_word(text in "[\u{0620}-\u{0660}a-z0-9.,:% \"-]*") {
        for word in words(&text) {
            let again = forms(&text[word.range.clone()]);
            prop_assert!(again.contains(&word.form), "{:?} became {:?}", word, again);
        }
    }
}
