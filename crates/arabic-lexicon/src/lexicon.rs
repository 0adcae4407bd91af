//! The lexicon: which lexemes a written form can be.

use std::borrow::Cow;
use std::fmt;
use std::sync::LazyLock;

use crate::analysis::Analysis;
use crate::compile::{self, BadLine, Key, Known};
use crate::entry::Class;
use crate::group::Group;
use crate::layer::Layer;
use crate::letters::{EITHER_YEH, Letters};
use crate::lexeme::{Lexeme, LexemeId};
use crate::proclitics::{BY_FIRST, PREFIXES};
use crate::respelling::respellings;
use crate::stem::Role;
use crate::suffixes::SUFFIXES;
use crate::weight::{
    MARGIN, MARGIN_OF_BASE_FORM, MARGIN_OF_CARELESS, MARGIN_OF_FEMININE, MARGIN_OF_HOMOGRAPH,
    MARGIN_OF_NAME, MARGIN_OF_PLURAL, MARGIN_OF_QUERY, SUMS,
};

/// The lexicon that comes with this crate.
static BUILT_IN: LazyLock<Lexicon> = LazyLock::new(|| {
    let bytes = include_bytes!(concat!(env!("OUT_DIR"), "/lexicon.bin"));
    Lexicon {
        layers: Layer::open(Cow::Borrowed(bytes), 0).into_iter().collect(),
        fingerprint: env!("RULES").parse().unwrap_or_default(),
    }
});

/// What a lexeme of an added lexicon costs: as little as a word of every other article.
const ADDED: u8 = 70;

/// A compiled lexicon, and those laid over it.
#[derive(Clone)]
pub struct Lexicon {
    layers: Vec<Layer>,
    fingerprint: u64,
}

impl fmt::Debug for Lexicon {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Lexicon")
            .field("len", &self.len())
            .field("fingerprint", &self.fingerprint)
            .finish_non_exhaustive()
    }
}

impl Lexicon {
    /// The lexicon of news Arabic that comes with this crate.
    ///
    /// ```
    /// use arabic_lexicon::Lexicon;
    /// let lexicon = Lexicon::built_in();
    /// let lemmas = |form| lexicon.lemmas(form);
    /// assert!(lemmas("والوزراء").contains(&"وزير"));
    /// assert!(lemmas("سيعلنون").contains(&"أعلن"));
    /// assert!(!lemmas("على").contains(&"علي"));
    /// ```
    #[must_use]
    pub fn built_in() -> &'static Self {
        &BUILT_IN
    }

    /// This lexicon with the lines of `source` laid over it, and the lines that are no entries.
    ///
    /// A line for a lexeme that is known already adds to its forms.
    ///
    /// ```
    /// use arabic_lexicon::Lexicon;
    /// let (lexicon, bad) = Lexicon::built_in().with_entries("زنبقوق n زنابيق\nكتاب q\n");
    /// assert_eq!(lexicon.lemmas("والزنابيق"), ["زنبقوق"]);
    /// assert_eq!(bad[0].to_string(), "line 2: no class is called 'q'");
    /// ```
    #[must_use]
    pub fn with_entries(&self, source: &str) -> (Self, Vec<BadLine>) {
        let (entries, bad) = compile::parse(source);
        let mut lexicon = self.clone();
        if !entries.is_empty() {
            let bytes = compile::compile(&entries, &Below(self));
            lexicon.fingerprint = fnv1a(self.fingerprint, &bytes);
            let layer = Layer::open(Cow::Owned(bytes), self.count());
            lexicon.layers.extend(layer);
        }
        (lexicon, bad)
    }

    fn count(&self) -> u32 {
        self.layers.iter().map(Layer::len).sum()
    }

    /// A number that is another one if any reading of any word may be: what is derived from the lexicon is
    /// marked with it.
    #[must_use]
    pub fn fingerprint(&self) -> u64 {
        self.fingerprint
    }

    /// The number of lexemes.
    #[must_use]
    pub fn len(&self) -> usize {
        self.count() as usize
    }

    /// Whether there is no lexeme.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.count() == 0
    }

    /// The lexeme of this number; `None` where there is none.
    #[must_use]
    pub fn lexeme(&self, id: LexemeId) -> Option<Lexeme<'_>> {
        self.layers.iter().find_map(|layer| layer.lexeme(id))
    }

    /// The lexemes of the same family as `id`, itself among them.
    ///
    /// ```
    /// use arabic_lexicon::Lexicon;
    /// let lexicon = Lexicon::built_in();
    /// let word = lexicon.analyze("الإعلان")[0].lexeme;
    /// let family: Vec<_> = lexicon.family(word).filter_map(|id| lexicon.lexeme(id)).collect();
    /// assert!(family.iter().any(|lexeme| lexeme.lemma == "أعلن"));
    /// ```
    pub fn family(&self, id: LexemeId) -> impl Iterator<Item = LexemeId> + '_ {
        let family = self.lexeme(id).map(|lexeme| lexeme.family);
        let layers = self.layers.iter();
        layers.flat_map(move |layer| {
            family
                .map(|family| layer.members(family))
                .into_iter()
                .flatten()
        })
    }

    /// The lexeme that a dictionary heads with `lemma`, of this class.
    #[must_use]
    pub fn find(&self, lemma: &str, class: Class) -> Option<LexemeId> {
        let is_it = |id: &LexemeId| {
            self.lexeme(*id)
                .is_some_and(|lexeme| lexeme.lemma == lemma && lexeme.class == class)
        };
        let readings = self.analyze_all(lemma);
        readings.iter().map(|analysis| analysis.lexeme).find(is_it)
    }

    /// The lemmas of the plausible readings of `form`, without doubles, the likeliest first.
    #[must_use]
    pub fn lemmas(&self, form: &str) -> Vec<&str> {
        let mut lemmas = Vec::new();
        for analysis in self.analyze(form) {
            let lexeme = self.lexeme(analysis.lexeme);
            let lemma = lexeme.map(|lexeme| lexeme.lemma);
            lemmas.extend(lemma.filter(|lemma| !lemmas.contains(lemma)));
        }
        lemmas
    }

    /// The plausible readings of `form`, a word as written, without vowels: one for each lexeme, the
    /// likeliest first.
    ///
    /// ```
    /// use arabic_lexicon::Lexicon;
    /// let lexicon = Lexicon::built_in();
    /// let readings = lexicon.analyze("وللأطفال");
    /// let lexeme = lexicon.lexeme(readings[0].lexeme).expect("of this lexicon");
    /// assert_eq!(lexeme.lemma, "طفل");
    /// assert_eq!(&"وللأطفال"[..readings[0].proclitics], "ولل");
    /// ```
    #[must_use]
    pub fn analyze(&self, form: &str) -> Vec<Analysis> {
        self.plausible(form, self.analyze_all(form), MARGIN)
    }

    /// The readings that `form` may have where it is asked for. A word that has several lexemes (`كتب`,
    /// `عمل`) has them all, and one that is written carelessly (`الاعلام`) all that it may stand for; careless
    /// letters are hardly believed in a word that is one as it stands.
    ///
    /// ```
    /// use arabic_lexicon::{Class, Lexicon};
    /// let lexicon = Lexicon::built_in();
    /// let classes = lexicon.analyze_query("عمل").into_iter().filter_map(|reading| lexicon.lexeme(reading.lexeme));
    /// let classes: Vec<Class> = classes.map(|lexeme| lexeme.class).collect();
    /// assert!(classes.contains(&Class::Noun) && classes.contains(&Class::Verb(1)));
    /// ```
    #[must_use]
    pub fn analyze_query(&self, form: &str) -> Vec<Analysis> {
        let mut readings = self.plausible(form, self.analyze_all(form), MARGIN_OF_BASE_FORM);
        let Some(best) = readings.first().copied() else {
            return readings;
        };
        readings.retain(|reading| {
            let margin = match (best.slips, reading.slips) {
                (0, 0) if reading.is_base_form(form) => MARGIN_OF_BASE_FORM,
                (0, 0) => MARGIN_OF_QUERY,
                (0, _) => MARGIN,
                _ => MARGIN_OF_CARELESS,
            };
            reading.cost <= best.cost + margin
        });
        readings
    }

    /// The readings that cost little more than the best, one for each lexeme, in order.
    fn plausible(&self, form: &str, mut readings: Vec<Analysis>, margin: u16) -> Vec<Analysis> {
        let best = readings
            .iter()
            .map(|reading| reading.cost)
            .min()
            .unwrap_or(0);
        let Some(of_best) = readings
            .iter()
            .find(|reading| reading.cost == best)
            .copied()
        else {
            return readings;
        };
        readings.retain(|reading| {
            let margin = if of_best.group == Group::Name && reading.slips == 0 {
                // Whether a word is a name or what the name means, nothing in its forms decides.
                margin.max(MARGIN_OF_NAME)
            } else if of_best.group == Group::Noun
                && !of_best.role.is_feminine()
                && reading.role.is_feminine()
            {
                // A noun in ة (جامعة, مشاهدة) is hardly ever the feminine of a participle.
                MARGIN_OF_FEMININE
            } else if reading.role == Role::BrokenPlural && reading.slips == 0 {
                // A plural that is written as another word (مدافع) is one all the same.
                margin.max(MARGIN_OF_PLURAL)
            } else {
                margin
            };
            reading.cost <= best + margin
                || self.is_twin(reading, &of_best)
                || self.is_homograph(form, reading, &of_best)
        });
        each_lexeme_once(&mut readings);
        if readings.iter().any(|reading| reading.slips == 0) {
            // `آن` is a word of its own, so it is no slip for `أن`; `ان` may be one.
            readings.retain(|reading| !reading.is_misspelt);
        }
        readings
    }

    /// Whether two readings are of verbs with the same letters throughout, as those of form I and II are (`قدم`):
    /// which of both is meant, no form of theirs says.
    fn is_twin(&self, reading: &Analysis, best: &Analysis) -> bool {
        let of = |reading: &Analysis| {
            (
                reading.stem_end,
                reading.kind,
                reading.prefix,
                reading.slips,
            )
        };
        let is_verb = matches!(best.group, Group::Perfect | Group::Imperfect);
        let lemma = |reading: &Analysis| self.lexeme(reading.lexeme).map(|lexeme| lexeme.lemma);
        is_verb && of(reading) == of(best) && lemma(reading) == lemma(best)
    }

    /// Whether two readings are a verb and a noun of one family that are written alike, as `ضغط` is, or a noun and
    /// the adjective it is made of, as `مسؤول` is: which of both is meant, only a sentence says.
    fn is_homograph(&self, form: &str, reading: &Analysis, best: &Analysis) -> bool {
        let place = |reading: &Analysis| (reading.proclitics, reading.stem_end);
        let family = |reading: &Analysis| self.lexeme(reading.lexeme).map(|it| it.family);
        let lemma = |reading: &Analysis| self.lexeme(reading.lexeme).map(|it| it.lemma);
        let is_nominal = |group| matches!(group, Group::Noun | Group::Adjective);
        let is_one =
            is_nominal(reading.group) && is_nominal(best.group) && lemma(reading) == lemma(best);
        let is_other = |a, b| {
            reading.is_bare(form)
                && matches!(
                    (a, b),
                    (Group::Perfect, Group::Noun) | (Group::Noun, Group::Perfect)
                )
        };
        reading.slips == 0
            && reading.cost <= best.cost + MARGIN_OF_HOMOGRAPH
            && (is_one || is_other(reading.group, best.group))
            && place(reading) == place(best)
            && family(reading) == family(best)
    }

    /// All readings of `form`, the implausible ones as well.
    #[must_use]
    pub fn analyze_all(&self, form: &str) -> Vec<Analysis> {
        if form.contains(EITHER_YEH) {
            let mut readings = self.analyze_all(&form.replace(EITHER_YEH, "ي"));
            readings.extend(self.analyze_all(&form.replace(EITHER_YEH, "ى")));
            return readings;
        }
        let mut found = self.analyze_letters(form);
        if found.iter().all(|reading| reading.slips > 0) {
            for spelling in respellings(form) {
                let mut meant = self.analyze_letters(&spelling);
                meant.retain(|reading| reading.slips == 0);
                found.extend(
                    meant
                        .into_iter()
                        .filter_map(|it| it.respelt(form, &spelling)),
                );
            }
        }
        found
    }

    fn analyze_letters(&self, form: &str) -> Vec<Analysis> {
        let mut found = Vec::new();
        let Some(letters) = Letters::from_word(form) else {
            return found;
        };
        let codes = letters.codes();
        let Some(first) = codes.first() else {
            return found;
        };
        let sums = &*SUMS;
        let suffixes = SUFFIXES.of_word(codes);
        for number in &BY_FIRST[usize::from(*first)] {
            let prefix = &PREFIXES[usize::from(*number)];
            if codes.starts_with(prefix.letters.codes()) {
                for layer in &self.layers {
                    layer.walk(&letters, (*number, prefix), &suffixes, sums, &mut found);
                }
            }
        }
        found
    }
}

/// Sorts readings by what they cost and keeps the first of each lexeme.
fn each_lexeme_once(readings: &mut Vec<Analysis>) {
    readings.sort_by_key(|reading| (reading.cost, reading.lexeme));
    let mut kept = 0;
    for i in 0..readings.len() {
        let reading = readings[i];
        if readings[..kept]
            .iter()
            .all(|other| other.lexeme != reading.lexeme)
        {
            readings[kept] = reading;
            kept += 1;
        }
    }
    readings.truncate(kept);
}

/// FNV-1a of `bytes`, going on from `hash`.
fn fnv1a(hash: u64, bytes: &[u8]) -> u64 {
    let mix = |hash: u64, byte: &u8| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01B3);
    bytes.iter().fold(hash, mix)
}

/// The lexicon that another is laid over.
struct Below<'a>(&'a Lexicon);

impl Known for Below<'_> {
    fn costs(&self, _lexeme: &Key, _group: Group, _role: Role) -> (u8, u8) {
        (ADDED, 0)
    }

    fn number(&self, lemma: &str, class: Class) -> Option<u32> {
        self.0.find(lemma, class).map(|id| id.0)
    }

    fn below(&self) -> u32 {
        self.0.count()
    }
}
