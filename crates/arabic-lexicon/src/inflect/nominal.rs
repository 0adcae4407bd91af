//! Nouns, adjectives and numbers: number, gender, case and pronouns.
//!
//! What changes is the spelling at the joint: `ة` is `ت` before a suffix, `ى` becomes `ا` or `ي`, and a
//! hamza moves to the seat of its neighbours (`أداء`, `أدائه`, `أداؤه`).

use crate::entry::Entry;
use crate::stem::takes::{
    ACCUSATIVE, BARE, DUAL, FEMININE_PLURAL, MASCULINE_PLURAL, PRONOUN, TA_DUAL, TA_MARBUTA,
};
use crate::stem::{Role, Stem, StemKind};

/// The stems of a noun.
pub(super) fn noun(entry: &Entry) -> Vec<Stem> {
    let mut stems = Stems::default();
    stems.singular(&entry.lemma, entry.has("def"));
    if entry.has("noacc") {
        stems.forbid(ACCUSATIVE);
    }
    let plurals: Vec<&str> = entry.forms.iter().map(String::as_str).collect();
    if plurals.is_empty() && !entry.has("-") && entry.lemma.ends_with('ة') {
        stems.feminine_plural(&entry.lemma);
    }
    stems.plurals(entry, &plurals);
    if entry.has("f") {
        stems.feminine(&entry.lemma);
    }
    for feminine in entry.values("f") {
        stems.other_feminine(feminine);
    }
    stems.0
}

/// The stems of an adjective or participle.
pub(super) fn adjective(entry: &Entry) -> Vec<Stem> {
    let mut stems = Stems::default();
    stems.singular(&entry.lemma, entry.has("def"));
    stems.masculine_plural(&entry.lemma, entry.has("def"));
    let mut feminines = entry.values("f").peekable();
    if feminines.peek().is_none() {
        stems.feminine(&entry.lemma);
    }
    for feminine in feminines.filter(|feminine| *feminine != "-") {
        stems.other_feminine(feminine);
    }
    let plurals: Vec<&str> = entry.forms.iter().map(String::as_str).collect();
    stems.plurals(entry, &plurals);
    stems.0
}

/// The stems of a number: `ثلاثة` and `ثلاث`, `عشرون` and `عشرين`.
pub(super) fn number(entry: &Entry) -> Vec<Stem> {
    let mut stems = Stems::default();
    if let Some(tens) = entry.lemma.strip_suffix("ون") {
        for ending in ["ون", "ين"] {
            stems.add(&format!("{tens}{ending}"), BARE | ACCUSATIVE | PRONOUN);
        }
    } else {
        stems.singular(&entry.lemma, entry.has("def"));
        if let Some(bare) = entry.lemma.strip_suffix('ة') {
            stems.add(bare, BARE | ACCUSATIVE | PRONOUN);
        }
    }
    let plurals: Vec<&str> = entry.forms.iter().map(String::as_str).collect();
    stems.plurals(entry, &plurals);
    stems.0
}

/// The stems gathered so far.
#[derive(Default)]
struct Stems(Vec<Stem>);

impl Stems {
    fn add(&mut self, form: &str, takes: u8) {
        self.0.push(Stem::new(form, StemKind::Nominal, takes));
    }

    /// A stem of a sound plural.
    fn sound(&mut self, form: &str, takes: u8) {
        let stem = Stem::new(form, StemKind::Nominal, takes);
        self.0.push(stem.with_role(Role::SoundPlural));
    }

    fn extend(&mut self, others: Self, role: Role) {
        let others = others.0.into_iter();
        self.0.extend(others.map(|stem| stem.with_role(role)));
    }

    /// A feminine that is a word of its own: `حمراء`, `أخت`.
    fn other_feminine(&mut self, form: &str) {
        let mut feminine = Self::default();
        feminine.singular(form, false);
        feminine.feminine_plural(form);
        self.extend(feminine, Role::Feminine);
    }

    fn forbid(&mut self, takes: u8) {
        for stem in &mut self.0 {
            stem.takes &= !takes;
        }
    }

    /// A form in the singular, with its dual.
    fn singular(&mut self, form: &str, is_defective: bool) {
        self.form(form, DUAL, TA_DUAL);
        if is_defective && let Some(short) = form.strip_suffix('ي') {
            let stem = Stem::new(short, StemKind::Nominal, BARE);
            self.0.push(stem.with_role(Role::Short)); // قاض
        }
    }

    /// A form by itself: `dual` and `ta_dual` are the bits of the dual, or none.
    fn form(&mut self, form: &str, dual: u8, ta_dual: u8) {
        let without = |count: usize| {
            let letters = form.chars().count().saturating_sub(count);
            form.chars().take(letters).collect::<String>()
        };
        let before_last = form.chars().rev().nth(1);
        match form.chars().next_back() {
            Some('ة') => self.add(&without(1), TA_MARBUTA | ta_dual),
            Some('ى') => {
                self.add(form, BARE);
                self.add(&format!("{}ا", without(1)), PRONOUN);
                self.add(&format!("{}ي", without(1)), dual);
            }
            Some('ا') => {
                self.add(form, BARE | PRONOUN);
                self.add(&format!("{}و", without(1)), dual);
            }
            Some('أ') => {
                self.add(form, BARE | PRONOUN | dual);
                self.add(&format!("{}ؤ", without(1)), PRONOUN);
                self.add(&format!("{}ئ", without(1)), PRONOUN);
                if dual != 0 {
                    self.add(&format!("{}آن", without(1)), BARE);
                }
            }
            Some('ء') => self.final_hamza(form, &without(1), before_last, dual),
            _ => self.add(form, BARE | ACCUSATIVE | PRONOUN | dual),
        }
    }

    fn final_hamza(&mut self, form: &str, without: &str, before: Option<char>, dual: u8) {
        match before {
            Some('ا') => {
                self.add(form, BARE | ACCUSATIVE | PRONOUN | dual);
                self.add(&format!("{without}ئ"), PRONOUN);
                self.add(&format!("{without}ؤ"), PRONOUN);
                self.add(&format!("{without}و"), dual);
            }
            Some('ي') => {
                self.add(form, BARE | PRONOUN);
                self.add(&format!("{without}ئ"), BARE | ACCUSATIVE | PRONOUN | dual);
            }
            _ => {
                self.add(form, BARE | ACCUSATIVE | PRONOUN | dual);
                self.add(&format!("{without}ئ"), ACCUSATIVE | PRONOUN);
                self.add(&format!("{without}ؤ"), PRONOUN);
                self.add(&format!("{without}أ"), dual);
            }
        }
    }

    /// The feminine in `ة`, with its plural.
    fn feminine(&mut self, masculine: &str) {
        let stem = match masculine.strip_suffix('ى') {
            Some(stem) => format!("{stem}ا"),
            None => joined(masculine),
        };
        let feminine = Stem::new(&*stem, StemKind::Nominal, TA_MARBUTA | TA_DUAL);
        self.0.push(feminine.with_role(Role::Feminine));
        let plural = Stem::new(stem, StemKind::Nominal, FEMININE_PLURAL);
        self.0.push(plural.with_role(Role::FemininePlural));
    }

    fn masculine_plural(&mut self, singular: &str, is_defective: bool) {
        let stem = match singular.chars().next_back() {
            Some('ة' | 'ى') => without_last(singular),
            Some('ي') if is_defective => without_last(singular),
            _ => joined(singular),
        };
        self.sound(&stem, MASCULINE_PLURAL);
    }

    fn feminine_plural(&mut self, singular: &str) {
        let stem = without_last(singular);
        match singular.chars().next_back() {
            Some('ة') if stem.ends_with('ا') => {
                self.sound(&format!("{}ي", without_last(&stem)), FEMININE_PLURAL);
                self.sound(&format!("{}و", without_last(&stem)), FEMININE_PLURAL);
            }
            Some('ة') if stem.ends_with('أ') => {
                self.sound(&format!("{}آت", without_last(&stem)), BARE | PRONOUN);
            }
            Some('ة') => self.sound(&stem, FEMININE_PLURAL),
            Some('ى') => self.sound(&format!("{stem}ي"), FEMININE_PLURAL),
            Some('ء') if stem.ends_with('ا') => {
                self.sound(singular, FEMININE_PLURAL);
                self.sound(&format!("{stem}و"), FEMININE_PLURAL);
            }
            Some('أ') => self.sound(&format!("{stem}آت"), BARE | PRONOUN),
            _ => self.sound(&joined(singular), FEMININE_PLURAL),
        }
    }

    fn plurals(&mut self, entry: &Entry, plurals: &[&str]) {
        let singular = &*entry.lemma;
        for plural in plurals {
            match *plural {
                "ون" | "ين" => self.masculine_plural(singular, entry.has("def")),
                "ات" => self.feminine_plural(singular),
                broken => {
                    // Not sound, for all their endings: أصوات, شؤون.
                    let letters = broken.chars().count();
                    let is_broken = match broken.chars().next() {
                        Some('أ') if broken.ends_with("ات") => letters == 5,
                        _ => broken.ends_with("ون") && letters == 4,
                    };
                    if let Some(stem) = broken.strip_suffix("ات").filter(|_| !is_broken) {
                        self.sound(stem, FEMININE_PLURAL);
                    } else if let Some(stem) = broken.strip_suffix("ون").filter(|_| !is_broken) {
                        self.sound(stem, MASCULINE_PLURAL);
                    } else {
                        let mut plural = Stems::default();
                        plural.form(broken, 0, 0);
                        if let Some(short) = broken.strip_suffix('ي') {
                            plural.add(short, BARE); // أراض, نواد
                        }
                        self.extend(plural, Role::BrokenPlural);
                    }
                }
            }
        }
    }
}

/// `form` before a suffix that begins with a vowel: `شيء` is `شيئ`.
fn joined(form: &str) -> String {
    match form.strip_suffix("يء") {
        Some(stem) => format!("{stem}يئ"),
        None => form.to_string(),
    }
}

fn without_last(form: &str) -> String {
    let mut letters = form.chars();
    letters.next_back();
    letters.as_str().to_string()
}
