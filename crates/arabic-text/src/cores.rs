//! Cores: what a word is without its clitics and regular endings.
//!
//! Two words with one core are inflections of each other. light10 (Larkey, Ballesteros & Connell,
//! 2007) cuts by letters alone and takes `لبنان` for `لبن`; here every cut must leave a word that
//! the [`Lexicon`] attests often enough, and words known to be whole are never cut. Knows no
//! spelling variants, and no roots or patterns: `كتاب` and `كاتب` stay apart.

use rustc_hash::FxHashMap;

use super::clitics::{PROCLITICS, Proclitic};
use super::endings::{CONSTRUCT, ENDINGS};
use super::lexicon::{Lexicon, is_whole};

/// The fewest letters a cut leaves, but for a bare clitic before a frequent short word (`وقد`).
const SHORTEST: usize = 3;

/// The most letters of a word that is taken apart. The longest in 31,030 articles that inflects a word, and is
/// not several without the space between them, has 15; taking one of nothing but endings apart takes time
/// that grows with the square of its length.
const LONGEST: usize = 30;

/// From so many letters on, a rest that nothing attests is taken for a word if it inflects one.
const SURELY_A_WORD: usize = 5;

/// An ending is cut if the word without it is at least this fraction (1/n) as frequent.
const ENDING_PATIENCE: u64 = 10;

/// A word taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parts {
    /// Byte length of the clitics on the front of the form.
    pub clitics: usize,
    /// What is left without clitics and endings: the key that inflections share.
    pub core: String,
}

/// Takes the folded `form` apart, as far as `lexicon` supports it; one of more than 30 letters stays whole.
///
/// ```
/// use std::collections::HashMap;
/// use arabic_text::cores::parts;
/// let lexicon: HashMap<String, u32> =
///     ["ارميني", "القوات", "بوتين", "وتين"].map(|word| (word.to_string(), 3)).into();
/// assert_eq!(parts("والارمينيه", &lexicon).core, "ارميني");
/// assert_eq!(parts("وبالقوات", &lexicon).core, "قوات");
/// assert_eq!(parts("بوتين", &lexicon).core, "بوتين");
/// ```
#[must_use]
pub fn parts(form: &str, lexicon: &impl Lexicon) -> Parts {
    if form.chars().nth(LONGEST).is_some() {
        return Parts {
            clitics: 0,
            core: form.to_string(),
        };
    }
    let mut analyser = Analyser {
        lexicon,
        scratch: String::new(),
        supports: FxHashMap::default(),
    };
    let clitics = analyser.clitics(form);
    Parts {
        clitics,
        core: analyser.core(&form[clitics..]),
    }
}

struct Analyser<'a, L> {
    lexicon: &'a L,
    /// Reused to write a word with its article.
    scratch: String,
    /// The support of words that are not attested themselves. Many ways of cutting lead to the same
    /// word; asked anew on each, a long word of endings only would take for ever.
    supports: FxHashMap<String, u64>,
}

impl<L: Lexicon> Analyser<'_, L> {
    /// The byte length of the clitics that `form` carries.
    fn clitics(&mut self, form: &str) -> usize {
        if is_whole(form) || !is_arabic(form) {
            return 0;
        }
        PROCLITICS
            .iter()
            .find(|clitic| {
                clitic
                    .strip(form)
                    .is_some_and(|rest| self.carries(form, clitic, rest))
            })
            .map_or(0, |clitic| clitic.letters.len())
    }

    /// Whether `form` really is `clitic` + `rest`.
    fn carries(&mut self, form: &str, clitic: &Proclitic, rest: &str) -> bool {
        let letters = rest.chars().count();
        if clitic.has_article {
            return self.carries_article(form, clitic, rest, letters);
        }
        if is_whole(rest) {
            return letters >= SHORTEST || self.lexicon.articles(rest) > 0;
        }
        let with = u64::from(self.lexicon.articles(form));
        // A rest that only inflects an attested word is trusted if it is long, and never after the
        // future س: سياسته is no future of ياس.
        let is_future = clitic.letters.ends_with('س');
        let without = if letters < SURELY_A_WORD || is_future {
            self.frequency(rest)
        } else {
            self.support(rest)
        };
        let is_frequent = match letters {
            0 | 1 => false,
            2 => without > 0 && without >= with && clitic.letters.chars().count() == 1,
            _ => without > 0 && without.saturating_mul(clitic.patience.into()) >= with,
        };
        is_frequent && (clitic.letters.starts_with('و') || !self.is_better_whole(form, without))
    }

    /// Whether `form` inflects a more frequent word with the clitic than without it: `بيانات` is of
    /// `بيان`. Not asked for `و`, as sentences open with it: `وقالت` would be of `وقال`.
    fn is_better_whole(&mut self, form: &str, without: u64) -> bool {
        let core = self.core(form);
        core != form && (is_whole(&core) || self.frequency(&core) > without)
    }

    fn carries_article(
        &mut self,
        form: &str,
        clitic: &Proclitic,
        rest: &str,
        letters: usize,
    ) -> bool {
        self.with_article(rest);
        if is_whole(&self.scratch) && !is_whole(rest) {
            return false; // والمانيا is و + المانيا
        }
        if is_whole(rest) {
            return true;
        }
        let with_article = u64::from(self.lexicon.articles(&self.scratch));
        let bare = u64::from(self.lexicon.articles(rest));
        if letters < SHORTEST {
            let form = u64::from(self.lexicon.articles(form));
            return letters == 2 && bare > 0 && with_article.max(bare) >= form;
        }
        // A word that takes an article before this one begins with ال itself: الالتزام, التزام.
        let doubled = if clitic.letters == "ال" {
            self.with_article(form);
            u64::from(self.lexicon.articles(&self.scratch))
        } else {
            0
        };
        if doubled > bare {
            return false;
        }
        letters > SHORTEST || clitic.letters == "ال" || with_article > 0 || self.support(rest) > 0
    }

    /// The core of `base`, a word without clitics.
    fn core(&mut self, base: &str) -> String {
        let mut core = base.to_string();
        let mut stem = String::new();
        // A noun carries at most a pronoun, a number and a gender.
        for _ in 0..3 {
            if !is_arabic(&core) || !self.cut_ending(&core, &mut stem) {
                break;
            }
            std::mem::swap(&mut core, &mut stem);
        }
        core
    }

    /// Writes `word` without its last ending into `stem`; false if it has none.
    fn cut_ending(&mut self, word: &str, stem: &mut String) -> bool {
        if is_whole(word) {
            return false;
        }
        let frequency = self.frequency(word);
        for ending in ENDINGS {
            if ending.strip(word, stem) && self.remains(stem, frequency) {
                return true;
            }
        }
        self.cut_construct(word, frequency, stem)
    }

    /// Cuts the `ي` of a construct plural.
    fn cut_construct(&mut self, word: &str, frequency: u64, stem: &mut String) -> bool {
        let Some(singular) = word.strip_suffix(CONSTRUCT) else {
            return false;
        };
        stem.clear();
        stem.push_str(singular);
        if !self.remains(stem, frequency) {
            return false;
        }
        let mut derived = |ending: &str| self.frequency(&format!("{singular}{ending}"));
        let plural = derived("ين");
        plural > 0 && plural > derived("يه")
    }

    /// Whether `stem` is a word that one of `frequency` articles can be an inflection of.
    fn remains(&mut self, stem: &str, frequency: u64) -> bool {
        if stem.chars().count() < SHORTEST {
            return false;
        }
        let attested = self.support(stem);
        is_whole(stem) || (attested > 0 && attested.saturating_mul(ENDING_PATIENCE) >= frequency)
    }

    /// In how many articles `word` stands, bare or with the article.
    fn frequency(&mut self, word: &str) -> u64 {
        self.with_article(word);
        u64::from(self.lexicon.articles(word)) + u64::from(self.lexicon.articles(&self.scratch))
    }

    /// The frequency of `word`, or else of what it inflects: `سياساتهم` may stand on `سياسة` alone.
    fn support(&mut self, word: &str) -> u64 {
        let frequency = self.frequency(word);
        if frequency > 0 {
            return frequency;
        }
        if let Some(known) = self.supports.get(word) {
            return *known;
        }
        let core = self.core(word);
        let support = if core == word {
            0
        } else {
            self.frequency(&core)
        };
        self.supports.insert(word.to_string(), support);
        support
    }

    fn with_article(&mut self, word: &str) {
        self.scratch.clear();
        self.scratch.push_str("ال");
        self.scratch.push_str(word);
    }
}

/// Whether `form` is a word of Arabic letters: numbers and Latin words have no parts.
fn is_arabic(form: &str) -> bool {
    form.starts_with(|c: char| ('\u{0620}'..='\u{064A}').contains(&c))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fold;
    use std::collections::HashMap;

    /// A corpus in which every word stands in three articles.
    fn lexicon(words: &str) -> HashMap<String, u32> {
        words
            .split_whitespace()
            .map(|word| (fold(word), 3))
            .collect()
    }

    #[test]
    fn names_are_never_harmed_even_where_the_rest_is_a_word() {
        let lexicon = lexicon(
            "بوتين وتين بوت بيان يان بي لبنان لبن ألمانيا مانيا ألماني المان إلهام هام باكو اكو \
             باكستان باكست والد الد وزير زير بيجر يجر كاظم اظم بغداد غداد فلسطين لسطين الله له",
        );
        for name in
            "بوتين بيان لبنان ألمانيا إلهام باكو باكستان والد وزير بيجر كاظم بغداد فلسطين الله"
                .split(' ')
        {
            let name = fold(name);
            let whole = Parts {
                clitics: 0,
                core: name.clone(),
            };
            assert_eq!(parts(&name, &lexicon), whole, "{name}");
        }
    }

    #[test]
    fn inflections_find_each_other() {
        for group in [
            "والأرمينية الأرمينية أرمينية أرميني",
            "البيجر بيجر والبيجر بالبيجر",
            "للإرهاب الإرهاب إرهاب وللإرهاب",
            "وبالقوات القوات وقوات",
            "كتابهم كتاب وكتابه الكتاب",
            "سياسته سياسة والسياسات سياساتهم",
            "وقال قال قالت قالوا",
            "وزرائهم وزراء وزراؤه الوزراء",
            "مستواها مستوى المستويات",
            "لاعبي لاعب لاعبين لاعبون",
            "جندياً جندي",
            "سيكون يكون وسيكون",
            "دولة دولتين والدولتان",
        ] {
            let lexicon = lexicon(group);
            let cores: Vec<String> = group
                .split(' ')
                .map(|word| parts(&fold(word), &lexicon).core)
                .collect();
            assert!(
                cores.windows(2).all(|pair| pair[0] == pair[1]),
                "{group}: {cores:?}"
            );
        }
    }

    #[test]
    fn relative_adjectives_and_rare_remainders_stay_apart() {
        let mut lexicon = lexicon("لبناني لبنانية أرمن أرمني أرمينيا أرميني");
        lexicon.extend([
            ("شركه".into(), 9000),
            ("شرك".into(), 40),
            ("لبنان".into(), 3),
        ]);
        for (word, core) in [
            ("لبناني", "لبناني"),
            ("لبنانيه", "لبناني"),
            ("ارمينيا", "ارمينيا"),
            ("شركه", "شركه"),
            ("2021", "2021"),
            ("rt", "rt"),
        ] {
            assert_eq!(parts(word, &lexicon).core, core, "{word}");
        }
    }

    #[test]
    fn a_root_letter_is_no_clitic_where_the_whole_word_is_more_frequent() {
        let mut lexicon = lexicon("سياسته ياس بيانات");
        lexicon.extend([
            ("سياسه".into(), 200),
            ("بيان".into(), 90),
            ("يان".into(), 50),
        ]);
        assert_eq!(parts("سياسته", &lexicon).core, "سياسه");
        assert_eq!(parts("بيانات", &lexicon).core, "بيان");
    }

    #[test]
    fn a_long_word_of_endings_takes_no_longer_than_others() {
        let long = "وكتب".to_string() + &"تانتينو".repeat(13);
        let word: String = long.chars().skip(1).take(LONGEST).collect();
        assert_eq!(parts(&word, &lexicon(&word)).core, word);
        assert_eq!(
            parts(&long, &lexicon(&format!("{long} {}", &long[2..]))).clitics,
            0
        );
    }

    #[test]
    fn an_article_on_an_article_shows_that_the_first_is_none() {
        let lexicon = lexicon("الانتحال التحاق الالتحاق حاق");
        assert_eq!(parts("التحاق", &lexicon).core, "التحاق");
        assert_eq!(parts("الالتحاق", &lexicon).core, "التحاق");
    }
}
