//! Respellings: how a careful paper writes what is written by other habits, or carelessly.
//!
//! A hamza at the end of a word or before a long vowel has several seats (`شئ` and `شيئ` for `شيء`, `مسئول` for `مسؤول`,
//! `جزئين` for `جزأين`), `ض` and `ظ` sound alike to many, and letters are drawn out to shout (`رااائع`). Tried only
//! for a form that is no word as it stands.

use std::iter;

/// What a respelling costs, as careless letters do.
pub(crate) const COST: u16 = 40;

/// Endings, and how they are written otherwise.
const ENDINGS: [(&str, &str); 9] = [
    ("ئ", "يء"),
    ("يئ", "يء"),
    ("ىء", "ئ"),
    ("ىء", "يء"),
    ("يء", "ئ"),
    ("ؤ", "وء"),
    ("وأ", "وء"),
    ("اءا", "اء"),
    ("وا", "و"),
];

/// Letters anywhere in a word, and how they are written otherwise.
const INSIDE: [(&str, &str); 10] = [
    ("ئو", "ؤو"),
    ("ءو", "ؤو"),
    ("أو", "ؤو"),
    ("ؤو", "ئو"),
    ("ؤ", "ؤو"),
    ("ئي", "أي"),
    ("ائ", "اء"),
    ("اء", "ائ"),
    ("ض", "ظ"),
    ("ظ", "ض"),
];

/// So many of one letter in a row are drawn out.
const DRAWN_OUT: usize = 3;

/// The spellings that `form` may stand for.
pub(crate) fn respellings(form: &str) -> impl Iterator<Item = String> + '_ {
    let endings = ENDINGS.iter().filter_map(move |(end, other)| {
        let most = form.strip_suffix(end)?;
        Some([most, other].concat())
    });
    let inside = INSIDE.iter().flat_map(move |(letters, other)| {
        let places = form.match_indices(letters);
        places.map(move |(at, _)| [&form[..at], other, &form[at + letters.len()..]].concat())
    });
    let drawn_out = [1, 2]
        .into_iter()
        .filter_map(move |kept| shortened(form, kept));
    endings.chain(inside).chain(drawn_out)
}

/// `form` with at most `kept` of each letter that is drawn out; `None` if none is.
fn shortened(form: &str, kept: usize) -> Option<String> {
    let letters: Vec<char> = form.chars().collect();
    let is_drawn_out = |run: &[char]| run.len() >= DRAWN_OUT;
    if !letters.chunk_by(|a, b| a == b).any(is_drawn_out) {
        return None;
    }
    let of_run = |run: &[char]| {
        let count = if is_drawn_out(run) { kept } else { run.len() };
        iter::repeat_n(run[0], count).collect::<String>()
    };
    Some(letters.chunk_by(|a, b| a == b).map(of_run).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn habits_of_spelling() {
        for (form, meant) in [
            ("شئ", "شيء"),
            ("شيئ", "شيء"),
            ("شىء", "شيء"),
            ("طوارىء", "طوارئ"),
            ("ضؤ", "ضوء"),
            ("مسئولون", "مسؤولون"),
            ("رءوس", "رؤوس"),
            ("مسؤل", "مسؤول"),
            ("جزئين", "جزأين"),
            ("ظابط", "ضابط"),
            ("رااائع", "رائع"),
            ("ممتاااز", "ممتاز"),
            ("مساءا", "مساء"),
            ("مهندسوا", "مهندسو"),
        ] {
            assert!(respellings(form).any(|it| it == meant), "{form}");
        }
        assert_eq!(respellings("كتاب").count(), 0);
    }
}
