//! Cores, with the words of the text itself for a lexicon; spellings and vowels.
#![no_main]

use std::collections::HashMap;

use arabic_text::cores::parts;
use arabic_text::transliteration::{consonants, difference};
use arabic_text::variants::Variants;
use arabic_text::vowels::vowels_agree;
use arabic_text::words;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let mut lexicon: HashMap<String, u32> = HashMap::new();
    for word in words(text) {
        *lexicon.entry(word.form).or_default() += 1;
    }
    let mut before = "";
    for form in lexicon.keys() {
        let found = parts(form, &lexicon);
        assert!(form.is_char_boundary(found.clitics));
        assert!(
            found.clitics < form.len() && !found.core.is_empty(),
            "{form}"
        );
        let _ = (consonants(form), difference(before, form));
        before = form;
    }
    for word in words(text) {
        let written = &text[word.range];
        assert!(vowels_agree(written, written), "{written}");
    }
    let _ = Variants::default().extend(text);
});
