//! The analyzers of the index: words as they are written, and folded words for fields of the input.

use tantivy::Index as Engine;
use tantivy::tokenizer::{Token, TokenStream, Tokenizer};

use super::dynamic_fields;
use arabic_text::tokenizer::{ArabicTokenStream, ArabicTokenizer, WrittenTokenizer};

/// The name under which the schema asks for [`WrittenTokenizer`].
pub const WRITTEN: &str = "written_words";

/// The name under which the schema asks for [`NamedWords`].
pub const NAMED: &str = "named_words";

/// Makes both known to tantivy's index.
pub(super) fn register(engine: &Engine) {
    engine.tokenizers().register(WRITTEN, WrittenTokenizer);
    engine.tokenizers().register(NAMED, NamedWords::default());
}

/// The rules of writing, folding, word splitting and reading dates that an index was made by. A change of them changes this
/// number; the test below fails then, and prints it.
pub const RULES: u64 = 10_940_154_800_588_280_196;

/// The folded words of a field of the input, each after the field's name as in [`dynamic_fields::term`].
#[derive(Clone, Copy, Debug, Default)]
pub struct NamedWords(ArabicTokenizer);

impl Tokenizer for NamedWords {
    type TokenStream<'a> = NamedWordStream<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> NamedWordStream<'a> {
        let (name, value) = dynamic_fields::split(text);
        NamedWordStream {
            name,
            words: self.0.token_stream(value),
        }
    }
}

/// The words of one value of a field.
#[derive(Debug)]
pub struct NamedWordStream<'a> {
    name: &'a str,
    words: ArabicTokenStream<'a>,
}

impl TokenStream for NamedWordStream<'_> {
    fn advance(&mut self) -> bool {
        let is_word = self.words.advance();
        if is_word {
            self.words.token_mut().text.insert_str(0, self.name);
        }
        is_word
    }

    fn token(&self) -> &Token {
        self.words.token()
    }

    fn token_mut(&mut self) -> &mut Token {
        self.words.token_mut()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use arabic_dates::mentions;
    use arabic_text::dotless::with_either_yeh;
    use arabic_text::fold;
    use arabic_text::fold::written;
    use arabic_text::words::written_words;
    use jiff::civil::date;
    use xxhash_rust::xxh3::xxh3_64;

    /// Words that dates are made of, and verbs that tell whether they lie ahead.
    const OF_DATES: &str = "1|20|2015|1436|في|من|إلى|و|قبل|بعد|منذ|عام|العام|شهر|الشهر|يوم|اليوم|أمس|غداً|بعد غد|الأحد|\
        والخميس|مارس|أيلول|رمضان|الأول|الثامن|عشر|النصف|الأسبوع|الأيام|الثلاثة|يومين|العامين|ألفين|التسعينيات|القرن|الماضي|\
        المقبل|الجاري|هذا|الموافق|ستعقد|عقدت|يبدأ|أن|غدا|الصيف|حرب|لسنة|بعد المقبل|كل|،|/|(|)";

    /// What is read of every two of these words, with every fourth of them behind.
    fn days() -> String {
        let words: Vec<&str> = OF_DATES.split('|').collect();
        let mut seen = String::new();
        for a in &words {
            for b in &words {
                for c in words.iter().step_by(4) {
                    let text = [a, b, c].map(|word| *word).join(" ");
                    for mention in mentions(&text, Some(date(2020, 6, 16))) {
                        for period in mention.readings {
                            seen.extend([
                                period.first.to_string(),
                                period.last.to_string(),
                                "|".into(),
                            ]);
                        }
                    }
                }
            }
        }
        seen
    }

    /// Every character folded and written alone, words of every kind of seam, and dates.
    fn behaviour() -> u64 {
        let mut seen: String = ('\0'..='\u{FFFF}')
            .map(|c| c.to_string())
            .map(|c| [fold(&c), written(&c), "\n".into()].concat())
            .collect();
        let kinds = [
            "و",
            "كتاب",
            "7",
            "2021",
            "ab",
            "-",
            ".",
            ",",
            "\"",
            "ـ",
            "_",
            "\u{200C}",
            "هـ",
            "%",
            ":",
            "1.234.567",
        ];
        for a in kinds {
            for b in kinds {
                for c in kinds {
                    let text = [a, b, c, " ", a, "1", b].concat();
                    for word in written_words(&text) {
                        seen.push_str(&word.form);
                        seen.push('|');
                    }
                }
            }
        }
        for dotless in [7, 8, 12, 24] {
            let text = ["على ".repeat(dotless), "في".into()].concat();
            seen.push_str(&with_either_yeh(&text));
        }
        seen.push_str(&days());
        xxh3_64(seen.as_bytes())
    }

    #[test]
    fn changed_rules_change_the_number_that_indexes_are_marked_with() {
        assert_eq!(
            RULES,
            behaviour(),
            "folding, splitting or reading dates changed: set RULES to the right side"
        );
    }
}
