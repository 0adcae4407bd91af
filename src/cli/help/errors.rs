//! Mistakes in arguments.
//!
//! clap finds them and says of which kind they are, in English; the Arabic sentences are ours, and what is Latin stands
//! on lines of its own in them. Arguments that are quoted may hold anything.

use std::error::Error as _;

use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::args::number::NotANumber;
use crate::args::sort::BadGroups;
use crate::render::clean::lines;
use crate::render::template::BadTemplate;
use arabic_dates::ParsePeriodError;
use fihris_corpus::encoding::UnknownEncoding;
use fihris_corpus::zone::UnknownZone;

/// What `error` says, in English, with the arguments that it quotes made safe to show.
pub fn in_english(mut error: Error) -> String {
    let clean = |text: &String| lines(text).into_owned();
    let cleaned: Vec<_> = error
        .context()
        .filter_map(|(kind, value)| match value {
            ContextValue::String(text) => Some((kind, ContextValue::String(clean(text)))),
            ContextValue::Strings(texts) => {
                let texts = texts.iter().map(clean).collect();
                Some((kind, ContextValue::Strings(texts)))
            }
            _ => None,
        })
        .collect();
    for (kind, value) in cleaned {
        error.insert(kind, value);
    }
    let text = error.render().to_string();
    let text = text.strip_prefix("error: ").unwrap_or(&text);
    lines(text.trim_end()).into_owned()
}

/// What `error` says, in Arabic, with what was meant perhaps and where to read more.
pub fn in_arabic(error: &Error) -> String {
    let get = |kind| error.get(kind).map(listed).unwrap_or_default();
    let invalid = get(ContextKind::InvalidArg);
    let value = get(ContextKind::InvalidValue);
    let mut said = vec![sentence(error, &invalid, &value)];
    if error.kind() == ErrorKind::ValueValidation {
        said.push(format!("السبب: {}", cause(error)));
    }
    for (kind, relation) in [
        (ContextKind::PriorArg, "والخيار الآخر هو"),
        (ContextKind::ValidValue, "القيم الممكنة"),
        (ContextKind::SuggestedArg, "لعلك تقصد"),
        (ContextKind::SuggestedValue, "لعلك تقصد"),
        (ContextKind::SuggestedSubcommand, "لعلك تقصد"),
    ] {
        let named = get(kind);
        if !named.is_empty() {
            said.push(about(relation, &named));
        }
    }
    let usage = get(ContextKind::Usage).join("\n");
    if let Some(usage) = usage.strip_prefix("Usage:") {
        said.push(about("الاستعمال", &[usage.trim().to_string()]));
    }
    said.push(about("لمعرفة المزيد", &["fihris --help".to_string()]));
    said.join("\n")
}

/// What is wrong, with the arguments that it is about.
fn sentence(error: &Error, invalid: &[String], value: &[String]) -> String {
    match error.kind() {
        ErrorKind::UnknownArgument => about("خيار أو معطى غير معروف", invalid),
        ErrorKind::InvalidSubcommand => {
            let name = error.get(ContextKind::InvalidSubcommand).map(listed);
            about("أمر غير معروف", &name.unwrap_or_default())
        }
        ErrorKind::InvalidValue if value.iter().all(String::is_empty) => {
            about("هذا الخيار يحتاج إلى قيمة", invalid)
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let said = format!("القيمة «{}» غير مقبولة في", value.join(" "));
            about(&said, invalid)
        }
        ErrorKind::NoEquals => about("يجب أن تسبق قيمة هذا الخيار علامة =", invalid),
        ErrorKind::TooManyValues => about("في هذا الخيار قيم أكثر مما ينبغي", invalid),
        ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
            about("عدد القيم في هذا الخيار غير صحيح", invalid)
        }
        ErrorKind::ArgumentConflict if error.get(ContextKind::PriorArg).is_none() => {
            about("هذا الخيار لا يُكرَّر", invalid)
        }
        ErrorKind::ArgumentConflict => about("هذا الخيار لا يجتمع مع خيار آخر", invalid),
        ErrorKind::MissingRequiredArgument => about("ينقص الأمرَ ما لا بد منه", invalid),
        ErrorKind::MissingSubcommand => "لم يُذكر أي أمر".to_string(),
        ErrorKind::InvalidUtf8 => "في أحد المعطيات ما ليس بترميز UTF-8".to_string(),
        _ => "لم تُفهم معطيات الأمر".to_string(),
    }
}

/// Why a value is none.
fn cause(error: &Error) -> String {
    let Some(source) = error.source() else {
        return "ليست صحيحة".to_string();
    };
    if let Some(number) = source.downcast_ref::<NotANumber>() {
        return match number {
            NotANumber::NotWhole => "المطلوب عدد صحيح، صفر أو أكثر، مثل 20".to_string(),
            NotANumber::TooLarge => "عدد أكبر مما ينبغي".to_string(),
            NotANumber::Above(most) => format!("عدد أكبر من {most}"),
        };
    }
    if source.is::<ParsePeriodError>() {
        return "ليست تاريخًا؛ تُكتب التواريخ هكذا: 2020 أو 2020-11 أو 2020-11-09 أو «أغسطس 2015» أو تاريخان بينهما .. أو أمس أو «قبل يومين» أو «الأسبوع الماضي» أو 7d"
            .to_string();
    }
    if source.is::<UnknownZone>() {
        return "ليست من أجزاء المقالة، وهي title وdateline وbody وtags وsource وrelated وfurniture وall"
            .to_string();
    }
    if let Some(template) = source.downcast_ref::<BadTemplate>() {
        return match template {
            BadTemplate::Open => {
                "قوس { لم يُغلق؛ تُكتب الحقول هكذا {title} والقوس هكذا {{".to_string()
            }
            BadTemplate::Closed => {
                "قوس } لم يُفتح؛ تُكتب الحقول هكذا {title} والقوس هكذا }}".to_string()
            }
            BadTemplate::NoName => "لا اسم حقل في {}؛ تُكتب الحقول هكذا {title}".to_string(),
        };
    }
    if source.is::<BadGroups>() {
        return "المطلوب اسم أو اسمان بينهما فاصلة، مثل source,month".to_string();
    }
    if source.is::<UnknownEncoding>() {
        return "ليست اسم ترميز؛ جرّب windows-1256 أو iso-8859-6 أو utf-8 أو auto".to_string();
    }
    source.to_string()
}

/// What a context names: one thing or several.
fn listed(value: &ContextValue) -> Vec<String> {
    match value {
        ContextValue::String(name) => vec![name.clone()],
        ContextValue::Strings(names) => names.clone(),
        ContextValue::StyledStr(text) => vec![text.to_string()],
        ContextValue::StyledStrs(texts) => texts.iter().map(ToString::to_string).collect(),
        ContextValue::Number(number) => vec![number.to_string()],
        _ => Vec::new(),
    }
}

/// What is said of `named`, each on a line of its own.
fn about(said: &str, named: &[String]) -> String {
    let lines = named.iter().map(|line| format!("\n  {line}"));
    let lines: String = lines.collect();
    if lines.is_empty() {
        return said.to_string();
    }
    format!("{said}:{lines}")
}
