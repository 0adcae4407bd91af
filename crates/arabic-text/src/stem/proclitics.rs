//! Proclitics: the conjunctions, prepositions and the article written onto the front of a word.
//!
//! The list of light10 (Larkey, Ballesteros & Connell 2007) with the single letters that it leaves alone, each
//! with how frequent the rest of the word must be before it counts as removed.

/// A sequence of proclitics.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Proclitic {
    /// As written, folded.
    pub letters: &'static str,
    /// Whether it ends in the article (`ال`, or `لل` for `ل` + `ال`).
    pub has_article: bool,
    /// How many times as frequent as its remainder a word may be and still be split. Small for
    /// letters that often are roots (`ب` in `بيان`); large for `و`, as verbs open their sentences
    /// with it: over 62,555 articles `واضاف` stands 18 times as often as `اضاف`.
    pub max_frequency_ratio: u32,
}

const fn article(letters: &'static str) -> Proclitic {
    Proclitic {
        letters,
        has_article: true,
        max_frequency_ratio: u32::MAX,
    }
}

const fn bare(letters: &'static str, max_frequency_ratio: u32) -> Proclitic {
    Proclitic {
        letters,
        has_article: false,
        max_frequency_ratio,
    }
}

/// Every sequence that is removed: those with the article, then those without, each longest first.
///
/// ```
/// use arabic_text::stem::PROCLITICS;
/// let with_article = PROCLITICS.iter().find(|proclitic| proclitic.letters == "وبال").unwrap();
/// assert!(with_article.has_article);
/// ```
pub const PROCLITICS: &[Proclitic] = &[
    article("وبال"),
    article("وكال"),
    article("فبال"),
    article("ولل"),
    article("فلل"),
    article("وال"),
    article("فال"),
    article("بال"),
    article("كال"),
    article("لل"),
    article("ال"),
    bare("وب", 2),
    bare("ول", 2),
    bare("وك", 2),
    bare("وس", 5),
    bare("فب", 2),
    bare("فل", 2),
    bare("و", 20),
    bare("ف", 3),
    bare("ب", 1),
    bare("ل", 1),
    bare("ك", 1),
    bare("س", 3),
];

impl Proclitic {
    /// Whether it ends in the future `س`.
    pub(super) fn is_future(&self) -> bool {
        self.letters.ends_with('س')
    }

    /// What remains of the folded `form` without this proclitic; `None` if it does not begin with it.
    ///
    /// ```
    /// use arabic_text::stem::PROCLITICS;
    /// let rests: Vec<&str> = PROCLITICS.iter().filter_map(|it| it.strip("والقوات")).collect();
    /// assert_eq!(rests, ["قوات", "القوات"]);
    /// ```
    #[must_use]
    pub fn strip<'a>(&self, form: &'a str) -> Option<&'a str> {
        let rest = form.strip_prefix(self.letters)?;
        // Only the prefix of an imperfect verb follows the future س.
        (!self.is_future() || rest.starts_with(['ي', 'ت', 'ن', 'ا'])).then_some(rest)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn longer_ones_come_first() {
        let lengths: Vec<usize> = PROCLITICS.iter().map(|p| p.letters.len()).collect();
        let article_end = PROCLITICS.iter().filter(|p| p.has_article).count();
        assert!(lengths[..article_end].is_sorted_by(|a, b| a >= b));
        assert!(lengths[article_end..].is_sorted_by(|a, b| a >= b));
    }
}
