//! Masdars and participles: the nouns and adjectives that a verb makes.
//!
//! Those of derived forms follow from the verb's letters; the masdars of form I are named in its line.

use super::Relation;
use super::verb::{Verb, Weakness};
use crate::entry::{Class, Entry};

/// The nouns and adjectives of a verb's line.
pub(super) fn nominals(entry: &Entry) -> Vec<(Relation, Entry)> {
    let verb = Verb::new(entry);
    let mut made = Vec::new();
    let mut named = entry.values("m").peekable();
    if named.peek().is_none() {
        let masdar = masdar(&verb).map(|lemma| plain(&lemma, Class::Noun, false));
        made.extend(masdar.map(|masdar| (Relation::Masdar, masdar)));
    }
    for lemma in named.filter(|lemma| *lemma != "-") {
        made.push((Relation::Masdar, plain(lemma, Class::Noun, false)));
    }
    if !entry.has("nopart") {
        let relations = [Relation::ActiveParticiple, Relation::PassiveParticiple];
        made.extend(relations.into_iter().zip(participles(&verb)));
    }
    made
}

fn plain(lemma: &str, class: Class, is_defective: bool) -> Entry {
    let mut entry = Entry {
        lemma: lemma.to_string(),
        class,
        forms: Vec::new(),
        options: Vec::new(),
        family: None,
    };
    if class == Class::Noun {
        entry.forms.push("ات".into());
    }
    if is_defective {
        entry.options.push(("def".into(), String::new()));
    }
    entry
}

/// The relative adjective of a noun: `مصرف`, `مصرفي`; `تنمية`, `تنموي`; `صحراء`, `صحراوي`.
pub(super) fn relative(noun: &str) -> Option<Entry> {
    let letters: Vec<char> = noun.chars().collect();
    let stem = match *letters {
        [.., 'ي'] => return None,
        [ref most @ .., 'ي', 'ة'] if most.len() > 1 => format!("{}و", text(most)),
        [ref most @ .., 'ا', 'ء'] => format!("{}ائ", text(most)),
        [ref most @ .., 'ة'] => text(most),
        [ref most @ .., 'ى' | 'ا'] => format!("{}و", text(most)),
        _ => noun.to_string(),
    };
    (letters.len() > 2).then(|| plain(&format!("{stem}ي"), Class::Adjective, false))
}

/// The masdar that a verb of a derived form has.
fn masdar(verb: &Verb) -> Option<String> {
    use Weakness::{Defective, Geminate, Hollow};
    let p = &*verb.perfect;
    let n = p.len();
    let (most, last) = (text(&p[..n - 1]), p[n - 1]);
    let is_hamza = last == 'أ';
    // Those of form I, and of geminates with four radicals, are named in the verb's line.
    if verb.form == 1 || verb.weakness == Geminate && matches!(verb.form, 0 | 11) {
        return None;
    }
    Some(match (verb.form, verb.weakness) {
        (2, Defective) => format!("ت{}ية", text(&p[..n - 1])),
        (2, _) if is_hamza => format!("ت{most}ئة"),
        (2, _) => format!("ت{most}ي{last}"),
        (3, Defective) => format!("م{most}اة"),
        (3, _) => format!("م{}ة", text(p)),
        (4, _) if p[0] == 'آ' => format!("إي{}ا{last}", text(&p[1..n - 1])),
        (4, Hollow) => format!("إ{}ة", text(&p[1..])),
        (4, Defective) => format!("إ{}اء", long_first(&p[1..n - 1])),
        (4, Geminate) => format!("إ{}ا{last}", text(&p[1..])),
        (4, _) => format!("إ{}ا{}", long_first(&p[1..n - 1]), bare_hamza(last)),
        (5 | 6 | 11, Defective) => format!("{most}ي"),
        (5 | 6, _) if is_hamza => format!("{most}ؤ"),
        (5 | 6 | 11, _) => text(p),
        (7 | 8, Hollow) => format!("{}يا{last}", text(&p[..n - 2])),
        (10, Defective) if p[3] == 'و' => format!("استي{}اء", text(&p[4..n - 1])),
        (7..=10, Defective) => format!("{most}اء"),
        (9, _) | (7..=10, Geminate) => format!("{}ا{last}", text(p)),
        (10, Hollow) => format!("{}ة", text(p)),
        (10, _) if p[3] == 'أ' => format!("استئ{}ا{}", text(&p[4..n - 1]), bare_hamza(last)),
        (10, _) if p[3] == 'و' => {
            format!("استي{}ا{}", text(&p[4..n - 1]), bare_hamza(last))
        }
        (7..=10, _) => format!("{most}ا{}", bare_hamza(last)),
        _ => format!("{}ة", text(p)),
    })
}

/// The radicals of form IV before the last, the first one lengthening the vowel: `أوقف`, `إيقاف`.
fn long_first(radicals: &[char]) -> String {
    match radicals {
        ['و' | 'ي', rest @ ..] => format!("ي{}", text(rest)),
        radicals => text(radicals),
    }
}

/// A hamza after a long vowel has no seat.
fn bare_hamza(last: char) -> char {
    if last == 'أ' { 'ء' } else { last }
}

fn participles(verb: &Verb) -> Vec<Entry> {
    if verb.form == 1 {
        return participles_of_form_one(verb);
    }
    let stem = &*verb.imperfect;
    let n = stem.len();
    let (most, last) = (text(&stem[..n - 1]), stem[n - 1]);
    let adjective = |lemma: String, is_defective| plain(&lemma, Class::Adjective, is_defective);
    match verb.weakness {
        Weakness::Defective => vec![
            adjective(format!("م{most}ي"), true),
            rare(adjective(format!("م{most}ى"), false)),
        ],
        Weakness::Hollow if stem[n - 2] == 'ي' => vec![
            adjective(format!("م{}", text(stem)), false),
            adjective(format!("م{}ا{last}", text(&stem[..n - 2])), false),
        ],
        _ if last == 'ئ' => vec![
            adjective(format!("م{}", text(stem)), false),
            adjective(format!("م{most}أ"), false),
        ],
        _ => vec![adjective(format!("م{}", text(stem)), false)],
    }
}

/// Marked so: the passive participle in `ى` is mostly a noun with a line of its own (`مستوى`).
fn rare(mut entry: Entry) -> Entry {
    entry.options.push(("rare".into(), String::new()));
    entry
}

fn participles_of_form_one(verb: &Verb) -> Vec<Entry> {
    let adjective = |lemma: String, is_defective| plain(&lemma, Class::Adjective, is_defective);
    let p = &*verb.perfect;
    let imperfect = &*verb.imperfect;
    match (verb.weakness, p) {
        (Weakness::Sound, &[first, second, third]) => {
            let active = match first {
                'أ' => format!("آ{second}{third}"),
                _ => format!("{first}ا{}{}", on_ya(second), on_ya(third)),
            };
            let seat = if second == 'أ' { 'ؤ' } else { second };
            let passive = format!("م{first}{seat}و{}", bare_hamza(third));
            vec![adjective(active, false), adjective(passive, false)]
        }
        (Weakness::Hollow, &[first, _, third]) => {
            let mut made = vec![adjective(format!("{first}ائ{third}"), false)];
            if let [_, 'و' | 'ي', _] = imperfect {
                made.push(adjective(format!("م{}", text(imperfect)), false));
            }
            made
        }
        (Weakness::Defective, &[first, second, _]) => {
            let active = match first {
                'أ' => format!("آ{second}ي"),
                _ => format!("{first}ا{}ي", on_ya(second)),
            };
            let end = if imperfect.last() == Some(&'و') {
                'و'
            } else {
                'ي'
            };
            vec![
                adjective(active, true),
                adjective(format!("م{first}{second}{end}"), false),
            ]
        }
        (Weakness::Geminate, &[first, second]) => vec![
            adjective(format!("{first}ا{second}"), false),
            adjective(format!("م{first}{second}و{second}"), false),
        ],
        _ => Vec::new(),
    }
}

/// A hamza after `ا` and before `i`.
fn on_ya(letter: char) -> char {
    if letter == 'أ' { 'ئ' } else { letter }
}

fn text(letters: &[char]) -> String {
    letters.iter().collect()
}
