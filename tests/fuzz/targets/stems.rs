//! Stems, with the words of the text itself for a corpus; spellings and vowels.

use std::collections::HashMap;

use arabic_text::diacritics::diacritics_agree;
use arabic_text::stem::analyze_stem;
use arabic_text::transliteration::{consonant_skeleton, transliteration_diff};
use arabic_text::variants::Variants;
use arabic_text::words;

pub fn run(input: &[u8]) {
    let text = &String::from_utf8_lossy(input);
    let mut doc_freqs: HashMap<String, u32> = HashMap::new();
    for word in words(text) {
        *doc_freqs.entry(word.form).or_default() += 1;
    }
    let mut before = "";
    for form in doc_freqs.keys() {
        let found = analyze_stem(form, &doc_freqs);
        assert!(form.is_char_boundary(found.proclitics));
        assert!(
            found.proclitics < form.len() && !found.stem.is_empty(),
            "{form}"
        );
        let _ = (consonant_skeleton(form), transliteration_diff(before, form));
        before = form;
    }
    for word in words(text) {
        let written = &text[word.range];
        assert!(diacritics_agree(written, written), "{written}");
    }
    let _ = Variants::default().extend(text);
}
