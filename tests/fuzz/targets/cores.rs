//! Cores, with the words of the text itself for a lexicon; spellings and vowels.

use std::collections::HashMap;

use fihris::arabic::cores::parts;
use fihris::arabic::transliteration::{consonants, difference};
use fihris::arabic::variants::Variants;
use fihris::arabic::vowels::vowels_agree;
use fihris::arabic::words;

pub fn run(input: &[u8]) {
    let text = &String::from_utf8_lossy(input);
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
}
