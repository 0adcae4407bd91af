//! Verbs: perfect, imperfect and imperative, active and passive, of sound and weak roots.
//!
//! A verb is given by its perfect and, where its letters do not follow from that, its imperfect. Weak
//! letters change or fall with the suffix (`قال`, `قلت`; `مشى`, `مشوا`, `يمش`), so a verb has several
//! stems, each with the suffixes it takes. Vowels are not written, so a passive has stems of its own only
//! where its letters differ (`قيل`, `يقال`, `سئل`).

use crate::entry::{Class, Entry};
use crate::stem::takes::{ALEF, ALL, CONSONANT, FEMININE, NONE, NOON, OBJECT, WAW};
use crate::stem::{Role, Stem, StemKind};

/// A verb's letters, and what they say of its root.
pub(super) struct Verb {
    /// The perfect, third person masculine singular.
    pub perfect: Vec<char>,
    /// The imperfect without its prefix.
    pub imperfect: Vec<char>,
    /// The form, 1 to 10; 0 for four radicals, 11 with ت before them.
    pub form: u8,
    /// Which letters are weak.
    pub weakness: Weakness,
}

/// What is weak at the end or in the middle of a verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Weakness {
    Sound,
    /// The last radical is written once for two: `مد`.
    Geminate,
    /// `ا` before the last radical: `قال`.
    Hollow,
    /// The last radical is `ى`, `ا` or `ي`: `مشى`.
    Defective,
}

impl Verb {
    pub fn new(entry: &Entry) -> Self {
        let form = match entry.class {
            Class::Verb(form) => form,
            Class::Quadriliteral { with_t } => u8::from(with_t) * 11,
            _ => 1,
        };
        let perfect: Vec<char> = entry.lemma.chars().collect();
        let weakness = weakness(&perfect, form, entry);
        let imperfect = match entry.forms.first() {
            Some(given) => given.chars().skip(1).collect(),
            None => imperfect(&perfect, form, weakness),
        };
        Self {
            perfect,
            imperfect,
            form,
            weakness,
        }
    }
}

/// Letters that a sound perfect of the form has.
fn sound_length(form: u8) -> usize {
    match form {
        1 | 2 => 3,
        3..=5 | 9 | 0 => 4,
        6 | 7 | 8 | 11 => 5,
        _ => 6,
    }
}

fn weakness(perfect: &[char], form: u8, entry: &Entry) -> Weakness {
    if entry.has("gem") {
        return Weakness::Geminate;
    }
    if entry.has("sound") {
        return Weakness::Sound;
    }
    let [.., before, last] = *perfect else {
        return Weakness::Sound;
    };
    if matches!(last, 'ى' | 'ا') || last == 'ي' && form == 1 && perfect.len() == 3 {
        return Weakness::Defective;
    }
    let is_hollow = before == 'ا' && matches!(form, 1 | 4 | 7 | 8 | 10);
    if is_hollow {
        return Weakness::Hollow;
    }
    // آ is two letters; a ت that swallowed the first radical is two as well: اتخذ, ادخر, اطلع.
    let doubled = form == 8 && matches!(perfect[1], 'ت' | 'د' | 'ط');
    let length = perfect.len() + usize::from(perfect[0] == 'آ') + usize::from(doubled);
    if length < sound_length(form) || form == 9 {
        Weakness::Geminate
    } else {
        Weakness::Sound
    }
}

/// The imperfect that follows from the perfect, without its prefix.
fn imperfect(perfect: &[char], form: u8, weakness: Weakness) -> Vec<char> {
    let mut stem: Vec<char> = match form {
        4 | 7..=10 => perfect[1..].to_vec(),
        1 if perfect.len() == 3 && perfect[0] == 'و' => perfect[1..].to_vec(),
        _ => perfect.to_vec(),
    };
    // After the prefix, a first hamza sits on و: أكد, يؤكد; آمن, يؤمن; آخذ, يؤاخذ.
    match (form, perfect[0]) {
        (2 | 3, 'أ') | (4, 'آ') => stem = [&['ؤ'], &perfect[1..]].concat(),
        (3, 'آ') => stem = [&['ؤ', 'ا'], &perfect[1..]].concat(),
        _ => {}
    }
    let last = stem.len().saturating_sub(1);
    match weakness {
        Weakness::Hollow if matches!(form, 4 | 10) => stem[last - 1] = 'ي',
        Weakness::Hollow if form == 1 => stem[last - 1] = 'و',
        Weakness::Defective if !matches!(form, 5 | 6 | 11) => {
            stem[last] = if perfect.last() == Some(&'ا') {
                'و'
            } else {
                'ي'
            };
        }
        _ if stem.last() == Some(&'أ') && matches!(form, 2 | 3 | 4 | 7 | 8 | 10) => {
            stem[last] = 'ئ';
        }
        _ => {}
    }
    stem
}

/// The stems of a verb.
pub(super) fn stems(entry: &Entry) -> Vec<Stem> {
    let verb = Verb::new(entry);
    let mut stems = Stems(Vec::new());
    if !entry.has("noperf") {
        stems.perfect(&verb);
    }
    let mut passive = Stems(Vec::new());
    if !entry.has("noperf") {
        passive.passive_perfect(&verb);
    }
    passive.passive_imperfect(&verb);
    stems.imperfect(StemKind::Imperfect, "", &verb.imperfect, verb.weakness);
    stems.imperative(&verb);
    let passive = passive.0.into_iter();
    stems
        .0
        .extend(passive.map(|stem| stem.with_role(Role::Passive)));
    stems.0
}

struct Stems(Vec<Stem>);

fn text(letters: &[char]) -> String {
    letters.iter().collect()
}

impl Stems {
    fn add(&mut self, kind: StemKind, letters: &[char], end: &str, takes: u8) {
        if let [most @ .., 'ن'] = letters
            && takes & CONSONANT != 0
            && end.is_empty()
            && !most.is_empty()
        {
            self.0.push(Stem::new(text(most), kind, NOON));
        }
        self.0
            .push(Stem::new(format!("{}{end}", text(letters)), kind, takes));
    }

    fn perfect(&mut self, verb: &Verb) {
        use StemKind::Perfect;
        let perfect = &*verb.perfect;
        let n = perfect.len();
        let (most, last) = (&perfect[..n - 1], perfect[n - 1]);
        match verb.weakness {
            Weakness::Defective => match last {
                'ى' => {
                    self.add(Perfect, perfect, "", NONE);
                    self.add(Perfect, most, "ا", OBJECT);
                    self.add(Perfect, most, "", FEMININE | WAW);
                    self.add(Perfect, most, "ي", ALEF | CONSONANT);
                }
                'ا' => {
                    self.add(Perfect, perfect, "", NONE);
                    self.add(Perfect, most, "", FEMININE | WAW);
                    self.add(Perfect, most, "و", ALEF | CONSONANT);
                }
                _ => {
                    self.add(Perfect, perfect, "", NONE | FEMININE | ALEF | CONSONANT);
                    self.add(Perfect, most, "", WAW);
                }
            },
            Weakness::Hollow => {
                self.hamza_plural(Perfect, perfect, NONE | FEMININE | ALEF | WAW);
                let short = [&perfect[..n - 2], &[last]].concat();
                let seat = if last == 'ء' {
                    seated(&short, 'ئ')
                } else {
                    short
                };
                self.add(Perfect, &seat, "", CONSONANT);
            }
            Weakness::Geminate => {
                self.add(Perfect, perfect, "", NONE | FEMININE | ALEF | WAW);
                self.add(Perfect, &[perfect, &[last]].concat(), "", CONSONANT);
            }
            Weakness::Sound => self.hamza_plural(Perfect, perfect, ALL),
        }
    }

    /// A stem, with the seats of its last letter where that is a hamza: `قرأ`, `قرؤوا`, `قرآ`; `جاؤوا`.
    fn hamza_plural(&mut self, kind: StemKind, stem: &[char], takes: u8) {
        self.add(kind, stem, "", takes);
        let (most, last) = stem.split_at(stem.len().saturating_sub(1));
        if !matches!(last, ['أ' | 'ء']) {
            return;
        }
        self.add(kind, most, "ؤ", takes & WAW);
        self.add(kind, most, "ء", takes & WAW);
        if kind == StemKind::Imperfect {
            self.add(kind, most, "ئ", takes & FEMININE);
            self.add(kind, most, "آن", NONE);
        }
        self.add(kind, most, "آ", NONE);
        self.add(kind, most, "ؤ", OBJECT); // يبدؤه
    }

    fn passive_perfect(&mut self, verb: &Verb) {
        use StemKind::Perfect;
        let perfect = &*verb.perfect;
        let n = perfect.len();
        let (most, last) = (&perfect[..n - 1], perfect[n - 1]);
        match (verb.weakness, verb.form) {
            (Weakness::Hollow, 1 | 4 | 7 | 8 | 10) => {
                let passive = [&perfect[..n.saturating_sub(2)], &['ي', last]].concat();
                self.add(Perfect, &passive, "", NONE | FEMININE | ALEF | WAW);
            }
            (Weakness::Defective, _) if last != 'ي' => {
                self.add(Perfect, most, "ي", NONE | FEMININE | ALEF | CONSONANT);
                self.add(Perfect, most, "", WAW);
            }
            (Weakness::Sound, 3) if last == 'أ' => {
                let passive = [&[perfect[0], 'و'], &perfect[2..n - 1]].concat(); // فوجئ
                self.add(Perfect, &passive, "ئ", ALL);
            }
            (Weakness::Sound, _) if last == 'أ' => self.add(Perfect, most, "ئ", ALL),
            (Weakness::Sound, 10) if perfect[3] == 'أ' => {
                let passive = [&perfect[..3], &['ؤ'], &perfect[4..]].concat(); // استؤنف
                self.add(Perfect, &passive, "", ALL);
            }
            (Weakness::Sound, 1) if n > 2 && perfect[1] == 'أ' => {
                let passive = [perfect[0], 'ئ', last];
                self.add(Perfect, &passive, "", ALL);
            }
            (Weakness::Sound, 3) => {
                let passive = [&[perfect[0], 'و'], &perfect[2..]].concat();
                self.add(Perfect, &passive, "", ALL);
            }
            _ => {}
        }
    }

    fn imperfect(&mut self, kind: StemKind, before: &str, stem: &[char], weakness: Weakness) {
        let before: Vec<char> = before.chars().collect();
        let stem = [&before, stem].concat();
        let n = stem.len();
        if n < 2 {
            return self.add(kind, &stem, "", ALL);
        }
        let (most, last) = (&stem[..n - 1], stem[n - 1]);
        match (weakness, last) {
            (Weakness::Defective, 'ي' | 'و') => {
                self.add(kind, &stem, "", NONE | ALEF | CONSONANT);
                self.add(kind, most, "", WAW | FEMININE);
                self.jussive(kind, most, NONE);
            }
            (Weakness::Defective, _) => {
                self.add(kind, &stem, "", NONE);
                self.add(kind, most, "ا", OBJECT);
                self.add(kind, most, "ي", ALEF | CONSONANT);
                self.add(kind, most, "", WAW | FEMININE);
                self.jussive(kind, most, NONE);
            }
            (Weakness::Hollow, _) => {
                self.hamza_plural(kind, &stem, NONE | ALEF | WAW | FEMININE);
                let short = [&stem[..n - 2], &[last]].concat();
                let seat = if last == 'ء' {
                    seated(&short, 'أ')
                } else {
                    short
                };
                self.jussive(kind, &seat, NONE | CONSONANT);
            }
            (Weakness::Geminate, _) => {
                self.add(kind, &stem, "", NONE | ALEF | WAW | FEMININE);
                self.jussive(kind, &[&*stem, &[last]].concat(), NONE | CONSONANT);
            }
            (Weakness::Sound, _) => self.hamza_plural(kind, &stem, ALL),
        }
    }

    /// A stem of the jussive, or of the feminine plural, which is as short.
    fn jussive(&mut self, kind: StemKind, letters: &[char], takes: u8) {
        let stem = Stem::new(text(letters), kind, takes);
        self.0.push(stem.with_role(Role::Jussive));
    }

    fn passive_imperfect(&mut self, verb: &Verb) {
        use StemKind::Imperfect;
        let stem = &*verb.imperfect;
        let n = stem.len();
        if n < 2 {
            return;
        }
        let (most, last) = (&stem[..n - 1], stem[n - 1]);
        match verb.weakness {
            Weakness::Hollow if stem[n - 2] != 'ا' => {
                let passive = [&stem[..n - 2], &['ا', last]].concat();
                self.add(Imperfect, &passive, "", NONE | ALEF | WAW | FEMININE);
            }
            Weakness::Defective if last != 'ى' => {
                self.add(Imperfect, most, "ى", NONE);
                self.add(Imperfect, most, "ا", OBJECT);
                self.add(Imperfect, most, "ي", ALEF | CONSONANT);
            }
            Weakness::Sound if last == 'ئ' => self.add(Imperfect, most, "أ", NONE | CONSONANT),
            Weakness::Sound if verb.form == 1 && verb.perfect[0] == 'و' && stem[0] != 'و' => {
                self.add(Imperfect, &verb.perfect, "", ALL); // يوجد, يوصف
            }
            Weakness::Sound if verb.form == 1 && verb.perfect[0] == 'أ' => {
                self.add(Imperfect, &[&['ؤ'], &verb.perfect[1..]].concat(), "", ALL); // يؤخذ
            }
            _ => {}
        }
    }

    fn imperative(&mut self, verb: &Verb) {
        let before = match (verb.form, verb.weakness) {
            (1, Weakness::Sound | Weakness::Defective) if verb.imperfect.len() > 2 => "ا",
            (4, _) => "أ",
            (7..=10, _) => "ا",
            _ => "",
        };
        let mut imperative = Self(Vec::new());
        if let (1, ['أ', rest @ ..]) = (verb.form, &*verb.perfect)
            && matches!(rest, ['خ', 'ذ'] | ['ك', 'ل'] | ['م', 'ر'])
        {
            imperative.add(StemKind::Imperative, rest, "", ALL); // خذ, كل, مر
        }
        imperative.imperfect(StemKind::Imperative, before, &verb.imperfect, verb.weakness);
        for mut stem in imperative.0 {
            // Said to one man, a weak letter is left out: قل, ابن.
            let is_weak = matches!(verb.weakness, Weakness::Hollow | Weakness::Defective);
            if is_weak && stem.role != Role::Jussive {
                stem.takes &= !(NONE | OBJECT);
            }
            if stem.takes != 0 && stem.form.chars().count() > 1 {
                self.0.push(stem);
            }
        }
    }
}

/// `stem` with its last letter, a hamza, on `seat`.
fn seated(stem: &[char], seat: char) -> Vec<char> {
    [&stem[..stem.len() - 1], &[seat]].concat()
}
