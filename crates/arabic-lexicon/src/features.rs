//! Features: what a form says of its word, in the terms of `CAMeL` Tools.

use crate::group::Group;
use crate::proclitics::{Head, PREFIXES, Prefix};
use crate::slot::Slot;
use crate::stem::Role;
use crate::suffixes::SUFFIXES;

/// Features by the names that `CAMeL` Tools gives them; those that the letters leave open are not there.
///
/// `prc2` conjunction, `prc1` preposition or sign of the future, `prc0` article, `per` person, `asp` aspect,
/// `vox` voice, `mod` mood, `gen` gender, `num` number, `stt` state, `cas` case, `enc0` pronoun.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Features(Vec<(&'static str, &'static str)>);

impl Features {
    pub(crate) fn new(group: Group, prefix: u8, suffix: u16, role: Role) -> Self {
        let mut features = Self::default();
        let prefix = &PREFIXES[usize::from(prefix)];
        let suffix = SUFFIXES.get(suffix);
        features.proclitics(group, prefix);
        let is_verb = matches!(group, Group::Perfect | Group::Imperfect | Group::Imperative);
        if is_verb {
            features.verb(group, prefix.person, suffix.slot, role);
        } else if matches!(group, Group::Noun | Group::Adjective | Group::Number) {
            features.nominal(suffix.slot, role);
            let state = match (prefix.head.has_article(), suffix.pronoun) {
                (true, _) => "d",
                (_, Some(_)) => "c",
                _ => state(suffix.slot),
            };
            features.add("stt", state);
        }
        if let Some(pronoun) = suffix.pronoun {
            features.add("enc0", enclitic(group, pronoun.person()));
        }
        features
    }

    fn add(&mut self, name: &'static str, value: &'static str) {
        if !value.is_empty() {
            self.0.push((name, value));
        }
    }

    fn proclitics(&mut self, group: Group, prefix: &Prefix) {
        match prefix.conjunction {
            Some('و') => self.add("prc2", "wa_conj"),
            Some(_) => self.add("prc2", "fa_conj"),
            None => {}
        }
        let head = match prefix.head {
            Head::Bi | Head::BiArticle => "bi_prep",
            Head::Ka | Head::KaArticle => "ka_prep",
            Head::Li | Head::LiArticle => "li_prep",
            Head::Sa => "sa_fut",
            Head::LiVerb => "li_sub",
            Head::LaPerfect => "la_emph",
            Head::Ma => "mA_neg",
            Head::La => "lA_neg",
            Head::Ya => "yA_voc",
            Head::Nothing | Head::Article => "",
        };
        self.add("prc1", head);
        if prefix.head.has_article() && group != Group::Name {
            self.add("prc0", "Al_det");
        }
    }

    fn nominal(&mut self, slot: Slot, role: Role) {
        use Slot as S;
        let (gender, number, case) = match slot {
            S::Bare if role == Role::Short => ("m", "s", ""),
            S::Accusative => ("", "", "a"),
            S::Feminine => ("f", "s", ""),
            S::FemininePlural => ("f", "p", ""),
            S::DualNominative | S::DualNominativeConstruct => ("m", "d", "n"),
            S::DualOblique | S::DualObliqueConstruct => ("m", "d", ""),
            S::FeminineDualNominative | S::FeminineDualNominativeConstruct => ("f", "d", "n"),
            S::FeminineDualOblique | S::FeminineDualObliqueConstruct => ("f", "d", ""),
            S::PluralNominative | S::PluralNominativeConstruct => ("m", "p", "n"),
            S::PluralOblique | S::PluralObliqueConstruct => ("m", "p", ""),
            _ => ("", "", ""),
        };
        self.add("gen", if role == Role::Feminine { "f" } else { gender });
        let of_role = if role == Role::BrokenPlural { "p" } else { "s" };
        self.add("num", if number.is_empty() { of_role } else { number });
        self.add("cas", case);
    }

    fn verb(&mut self, group: Group, person: Option<char>, slot: Slot, role: Role) {
        self.add(
            "asp",
            match group {
                Group::Perfect => "p",
                Group::Imperfect => "i",
                _ => "c",
            },
        );
        let (person, gender, number) = match group {
            Group::Perfect => perfect(slot),
            Group::Imperfect => imperfect(person, slot),
            _ => imperfect(Some('ت'), slot),
        };
        let person = if group == Group::Imperative {
            "2"
        } else {
            person
        };
        self.add("per", person);
        self.add("gen", gender);
        self.add("num", number);
        if role == Role::Passive {
            self.add("vox", "p");
        }
        if role == Role::Jussive {
            self.add("mod", "j");
        } else if group == Group::Imperfect && matches!(slot, Slot::Two | Slot::Many) {
            self.add("mod", "i");
        }
    }

    /// The value of a feature, if the form says it.
    ///
    /// ```
    /// use arabic_lexicon::Lexicon;
    /// let features = Lexicon::built_in().analyze("وسيعلنون")[0].features();
    /// assert_eq!((features.get("prc1"), features.get("num")), (Some("sa_fut"), Some("p")));
    /// ```
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&'static str> {
        let found = self.0.iter().find(|(of, _)| *of == name);
        found.map(|(_, value)| *value)
    }

    /// All features with their values.
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, &'static str)> + '_ {
        self.0.iter().copied()
    }
}

fn state(slot: Slot) -> &'static str {
    use Slot as S;
    match slot {
        S::Accusative
        | S::DualNominative
        | S::DualOblique
        | S::FeminineDualNominative
        | S::FeminineDualOblique
        | S::PluralNominative
        | S::PluralOblique => "i",
        S::DualNominativeConstruct
        | S::DualObliqueConstruct
        | S::FeminineDualNominativeConstruct
        | S::FeminineDualObliqueConstruct
        | S::PluralNominativeConstruct
        | S::PluralObliqueConstruct => "c",
        _ => "",
    }
}

type Who = (&'static str, &'static str, &'static str);

fn perfect(slot: Slot) -> Who {
    match slot {
        Slot::She => ("3", "f", "s"),
        Slot::Both => ("3", "m", "d"),
        Slot::BothFeminine => ("3", "f", "d"),
        Slot::They => ("3", "m", "p"),
        Slot::TheyFeminine => ("3", "f", "p"),
        Slot::I => ("1", "", "s"),
        Slot::We => ("1", "", "p"),
        Slot::You => ("2", "m", "p"),
        Slot::YouBoth => ("2", "", "d"),
        Slot::YouFeminine => ("2", "f", "p"),
        _ => ("3", "m", "s"),
    }
}

fn imperfect(prefix: Option<char>, slot: Slot) -> Who {
    let (gender, number) = match slot {
        Slot::Two | Slot::TwoShort => ("", "d"),
        Slot::Many | Slot::ManyShort => ("m", "p"),
        Slot::ManyFeminine => ("f", "p"),
        Slot::OneFeminine | Slot::OneFeminineShort => ("f", "s"),
        _ => ("", "s"),
    };
    match (prefix, slot) {
        (Some('ن'), _) => ("1", "", "p"),
        (Some('أ'), _) => ("1", "", "s"),
        (Some('ت'), Slot::One) => ("3", "f", "s"),
        (Some('ت'), Slot::Two | Slot::TwoShort) => ("3", "f", "d"),
        (Some('ت'), _) => ("2", gender, number),
        (_, Slot::One) => ("3", "m", "s"),
        _ => ("3", if gender.is_empty() { "m" } else { gender }, number),
    }
}

/// `3ms_poss` behind a noun, `3ms_dobj` behind a verb, `3ms_pron` behind a particle.
fn enclitic(group: Group, person: &'static str) -> &'static str {
    let rows = [
        ("3ms", ["3ms_poss", "3ms_dobj", "3ms_pron"]),
        ("3fs", ["3fs_poss", "3fs_dobj", "3fs_pron"]),
        ("3mp", ["3mp_poss", "3mp_dobj", "3mp_pron"]),
        ("3fp", ["3fp_poss", "3fp_dobj", "3fp_pron"]),
        ("3d", ["3d_poss", "3d_dobj", "3d_pron"]),
        ("2ms", ["2ms_poss", "2ms_dobj", "2ms_pron"]),
        ("2mp", ["2mp_poss", "2mp_dobj", "2mp_pron"]),
        ("2fp", ["2fp_poss", "2fp_dobj", "2fp_pron"]),
        ("2d", ["2d_poss", "2d_dobj", "2d_pron"]),
        ("1p", ["1p_poss", "1p_dobj", "1p_pron"]),
        ("1s", ["1s_poss", "1s_dobj", "1s_pron"]),
    ];
    let column = match group {
        Group::Perfect | Group::Imperfect | Group::Imperative => 1,
        Group::Particle => 2,
        _ => 0,
    };
    let row = rows.iter().find(|(name, _)| *name == person);
    row.map_or("", |(_, names)| names[column])
}
