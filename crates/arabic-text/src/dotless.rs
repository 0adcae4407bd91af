//! Dotless texts: papers, most of them Egyptian, that write every final `ي` as `ى`.
//!
//! In such a text nobody can tell by its letters whether `على` is the preposition or the name `علي`. It is
//! recognised by what it never writes, and its final `ى` is read as [`EITHER_YEH`].

use std::borrow::Cow;

use crate::letters::{EITHER_YEH, Folding, folding};

/// So many words in `ى` tell a habit; an ordinary text has written several `في` before.
const LEAST: usize = 8;

/// A dotless text has at most one word in `ي` (a quotation, a name of its own) beside so many in `ى`.
const RATIO: usize = 12;

/// `text` with [`EITHER_YEH`] for each `ى` if it never writes a final `ي`, else as it is. Every byte range means the
/// same letters in both.
///
/// ```
/// use arabic_text::dotless::with_either_yeh;
/// let text = "قال على حسنى فى القاهرة إن الذى جرى فى الوادى ليس كل الذى يجرى فى مصر";
/// assert_eq!(&*with_either_yeh(text), &*text.replace('ى', "ی"));
/// let text = "قال علي حسني في القاهرة إن الذي جرى على أيدي القوات مضى";
/// assert_eq!(&*with_either_yeh(text), text);
/// ```
#[must_use]
pub fn with_either_yeh(text: &str) -> Cow<'_, str> {
    if is_dotless(text) {
        Cow::Owned(text.replace('ى', EITHER_YEH.encode_utf8(&mut [0; 4])))
    } else {
        Cow::Borrowed(text)
    }
}

/// Whether `text` has enough words in `ى` and hardly any in `ي`. Most texts are read only as far as tells.
fn is_dotless(text: &str) -> bool {
    const YEH: [u8; 2] = [0xD9, 0x8A];
    const ALEF_MAQSURA: [u8; 2] = [0xD9, 0x89];
    let bytes = text.as_bytes();
    let (mut dotted, mut dotless) = (0, 0);
    // D9 only ever begins a letter of two bytes.
    for (at, pair) in bytes.windows(2).enumerate() {
        let count = if pair == YEH {
            &mut dotted
        } else if pair == ALEF_MAQSURA {
            &mut dotless
        } else {
            continue;
        };
        if is_final(&text[at + 2..]) {
            *count += 1;
            if dotted > LEAST && dotted > dotless {
                return false;
            }
        }
    }
    dotless >= LEAST && dotted * RATIO <= dotless
}

/// Whether the word that ends before `rest`, but for marks, ends there.
fn is_final(rest: &str) -> bool {
    let is_letter = |c: &char| !matches!(folding(*c), Folding::Mark | Folding::Invisible);
    let next = rest.chars().find(is_letter);
    !next.is_some_and(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_texts_without_a_final_yeh_are_dotless() {
        let dotless = "فى الذى على إلى حتى التى مصرى يجرى";
        let table = [
            (dotless.to_string(), true),
            (format!("{dotless} في"), false),
            (format!("{dotless} {dotless} في"), true),
            ("إلى متى ورأى على الملأ".to_string(), false),
            (format!("{dotless}ّ مـىـ"), true),
            (String::new(), false),
        ];
        for (text, expected) in table {
            assert_eq!(is_dotless(&text), expected, "{text}");
        }
    }
}
