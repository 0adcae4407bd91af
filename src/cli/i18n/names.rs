//! The names of rules, zones and ways to read dates, for people.
//!
//! In English they are those of JSON; here are the Arabic ones. Knows names, not what they stand for.

use crate::i18n::Language;
use arabic_dates::{DateRule, DateSource};
use fihris_corpus::ZoneKind;
use fihris_query::Rule;

/// The name of a kind of zone.
#[must_use]
pub fn zone(kind: ZoneKind, language: Language) -> &'static str {
    if language == Language::English {
        return kind.name();
    }
    match kind {
        ZoneKind::Title => "العنوان",
        ZoneKind::Dateline => "سطر التاريخ",
        ZoneKind::Body => "المتن",
        ZoneKind::Tags => "الوسوم",
        ZoneKind::Source => "المصدر",
        ZoneKind::Related => "روابط ذات صلة",
        ZoneKind::Boilerplate => "إطار الموقع",
    }
}

/// The name of a rule by which words match.
#[must_use]
pub fn rule(rule: Rule, language: Language) -> &'static str {
    if language == Language::English {
        return rule.name();
    }
    match rule {
        Rule::Written => "كما كُتبت",
        Rule::Folded => "رسم آخر",
        Rule::Clitic => "سوابق",
        Rule::Inflected => "تصريف",
        Rule::Prefix => "بداية",
        Rule::Pattern => "نمط",
        Rule::Fuzzy => "تقريب",
        Rule::Variant => "تهجئة أخرى",
        Rule::Date => "تاريخ",
        Rule::Number => "رقم",
        Rule::Abbreviation => "اختصار",
        Rule::Title => "لقب",
        Rule::Learned => "تهجئة متعلَّمة",
        Rule::Family => "أسرة",
        Rule::Similar => "تشابه",
    }
}

/// The name of a way to read dates.
#[must_use]
pub fn date_rule(rule: DateRule, language: Language) -> &'static str {
    if language == Language::English {
        return rule.name();
    }
    match rule {
        DateRule::Written => "باسم الشهر",
        DateRule::Numeric => "بالأرقام",
        DateRule::Hijri => "هجري",
        DateRule::BothCalendars => "بالتقويمين",
        DateRule::Month => "شهر",
        DateRule::Year => "سنة",
        DateRule::Range => "مدة",
        DateRule::Inferred => "سنته مستنتجة",
        DateRule::Relative => "نسبةً إلى يوم النشر",
        other => other.name(),
    }
}

/// The name of where a publication date was found.
#[must_use]
pub fn date_source(source: DateSource, language: Language) -> &'static str {
    if language == Language::English {
        return source.name();
    }
    match source {
        DateSource::Metadata => "من بيانات المقالة",
        DateSource::Dateline => "من سطر التاريخ",
        DateSource::Text => "من النص",
        other => other.name(),
    }
}

/// The name of the rule that is called `name` in JSON; `name` itself where there is none.
#[must_use]
pub fn rule_called(name: &'static str, language: Language) -> &'static str {
    Rule::from_name(name).map_or(name, |found| rule(found, language))
}

/// The name of the part of speech that is called `name` in JSON.
#[must_use]
pub fn class_called(name: &'static str, language: Language) -> &'static str {
    match (language, name) {
        (Language::Arabic, "noun") => "اسم",
        (Language::Arabic, "adjective") => "صفة",
        (Language::Arabic, "verb") => "فعل",
        (Language::Arabic, "name") => "علم",
        (Language::Arabic, "particle") => "أداة",
        (Language::Arabic, "number") => "عدد",
        _ => name,
    }
}

/// The name of the zone that is called `name` in JSON, or of the field, which has none but its own.
#[must_use]
pub fn zone_called(name: &str, language: Language) -> &str {
    ZoneKind::from_name(name).map_or(name, |kind| zone(kind, language))
}
