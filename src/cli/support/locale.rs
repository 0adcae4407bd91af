//! Which language a run speaks: the one of `--lang`, else that of the surroundings.
//!
//! It is a property of the process, like its stderr: whoever has something to say may ask for it.

use std::ffi::OsString;
use std::sync::OnceLock;

use clap::ValueEnum;

use crate::i18n::Language;

/// What a locale for messages is named by, the first that is set and not empty (POSIX).
const LOCALES: [&str; 3] = ["LC_ALL", "LC_MESSAGES", "LANG"];

static CHOSEN: OnceLock<Language> = OnceLock::new();

/// A language as the command line names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum LanguageName {
    #[value(name = "ar")]
    Arabic,
    #[value(name = "en")]
    English,
}

/// The language of this run.
pub fn language() -> Language {
    *CHOSEN.get_or_init(of_surroundings)
}

/// Chooses the language of this run, for all that is said from now on.
pub fn choose(name: Option<LanguageName>) {
    let language = name.map_or_else(of_surroundings, |name| match name {
        LanguageName::Arabic => Language::Arabic,
        LanguageName::English => Language::English,
    });
    let _ = CHOSEN.set(language); // the first choice stands
}

/// What `--lang` says among arguments that could not be understood as a whole.
pub fn named_among(args: impl Iterator<Item = OsString>) -> Option<LanguageName> {
    let mut values = values_among(args, "--lang").into_iter().rev();
    values.find_map(|value| LanguageName::from_str(&value, false).ok())
}

/// The values of an option among arguments that could not be understood as a whole, or were not yet.
pub fn values_among(args: impl Iterator<Item = OsString>, option: &str) -> Vec<String> {
    let mut args = args.take_while(|arg| arg != "--");
    let mut values = Vec::new();
    while let Some(arg) = args.next() {
        let Some(rest) = arg.to_str().and_then(|arg| arg.strip_prefix(option)) else {
            continue;
        };
        let value = match rest.strip_prefix('=') {
            Some(value) => Some(value.to_string()),
            None if rest.is_empty() => args.next().and_then(|value| value.into_string().ok()),
            None => None,
        };
        values.extend(value);
    }
    values
}

fn of_surroundings() -> Language {
    let values = LOCALES.iter().filter_map(std::env::var_os);
    let mut values = values.filter(|value| !value.is_empty());
    let locale = values.next().unwrap_or_default();
    Language::of_locale(&locale.to_string_lossy())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_is_found_among_arguments_that_are_wrong() {
        let (ar, en) = (Some(LanguageName::Arabic), Some(LanguageName::English));
        for (args, expected) in [
            (&["fihris", "--lang", "ar", "--no"][..], ar),
            (&["fihris", "serach", "--lang=en"], en),
            (&["fihris", "--lang=en", "--lang=ar"], ar),
            (&["fihris", "--lang", "fr"], None),
            (&["fihris", "--lang"], None),
            (&["fihris", "--language=ar"], None),
            (&["fihris", "--", "--lang", "ar"], None),
            (&["fihris"], None),
        ] {
            let args = args.iter().map(OsString::from);
            assert_eq!(named_among(args), expected);
        }
    }
}
