//! The config file: defaults of the user's for options, which those on the command line win over.
//!
//! A mistake in it stops all commands, as it may hold for any. It is `$XDG_CONFIG_HOME/fihris/config.toml`, or `~/.config/fihris/config.toml`, or the one that `FIHRIS_CONFIG`
//! names. It is the user's, not the index's: what it says runs programs.

use std::env;
use std::fs;
use std::io;
use std::ops::Range;
use std::path::PathBuf;

use clap::ValueEnum;
use fihris_corpus::{Preprocessor, Preprocessors, ZoneSet};
use serde::Deserialize;
use serde::de::{MapAccess, Visitor};
use toml::Spanned;

use crate::i18n::{BadConfig, ConfigProblem, Message};
use crate::support::config_place::{is_absent, location};
use crate::support::context::SearchFormat;
use crate::support::failure::Failure;
use crate::support::locale::LanguageName;

/// The keys of the file: the fields of [`Config`].
const KEYS: &[&str] = &["pre", "lang", "zones", "format", "limit"];

/// What the file says.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Config {
    /// The programs for patterns of files, as `--pre` and `--pre-glob` name them; all of them where the table is there.
    pre: Option<ProgramTable>,
    /// What `--lang` says.
    lang: Option<Spanned<String>>,
    /// What `--zones` says.
    zones: Option<Spanned<String>>,
    /// What `--format` says, in commands that know it.
    format: Option<Spanned<String>>,
    /// What `--limit` says of hits and words.
    limit: Option<Spanned<u64>>,
}

/// A file that cannot be used; said in a language when it is known which.
#[derive(Debug)]
pub enum UnusableConfig {
    /// It says something that is not understood.
    Bad(BadConfig),
    /// It cannot be read.
    Unreadable(PathBuf, io::Error),
}

impl From<UnusableConfig> for Failure {
    fn from(unusable: UnusableConfig) -> Self {
        match &unusable {
            UnusableConfig::Bad(bad) => Self::new(Message::BadConfig(bad), Message::ConfigIsLike),
            UnusableConfig::Unreadable(file, error) => Self::new(
                Message::CannotReadConfig { file, error },
                Message::ConfigIsNamed,
            ),
        }
    }
}

/// A default that the file has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setting {
    /// Its key.
    pub key: &'static str,
    /// Its value, as an option has it.
    pub value: String,
}

/// Patterns with the command for their files, in the order of the file.
#[derive(Debug)]
struct ProgramTable(Vec<(Spanned<String>, String)>);

impl Config {
    /// Reads the file, if there is one.
    ///
    /// # Errors
    /// If it cannot be read, or says something that is not understood.
    pub fn load() -> Result<Self, UnusableConfig> {
        let Some((file, is_named)) = location(|name| env::var_os(name)) else {
            return Ok(Self::default());
        };
        match fs::read_to_string(&file) {
            Ok(text) => Self::parse(&text).map_err(|(problem, range)| {
                let (line, column) = position(&text, range.start);
                UnusableConfig::Bad(BadConfig {
                    file,
                    line,
                    column,
                    problem,
                })
            }),
            Err(error) if is_absent(&error) && !is_named => Ok(Self::default()),
            Err(error) => Err(UnusableConfig::Unreadable(file, error)),
        }
    }

    /// Where the file is, or would be, and whether it is there.
    pub fn file() -> Option<(PathBuf, bool)> {
        let (file, _) = location(|name| env::var_os(name))?;
        let is_there = file.is_file();
        Some((file, is_there))
    }

    /// The defaults for options.
    pub fn settings(&self) -> Vec<Setting> {
        let text = |key, value: &Option<Spanned<String>>| {
            let value = value.as_ref()?.get_ref().clone();
            Some(Setting { key, value })
        };
        let limit = self.limit.as_ref().map(|limit| Setting {
            key: "limit",
            value: limit.get_ref().to_string(),
        });
        let settings = [
            text("lang", &self.lang),
            text("zones", &self.zones),
            text("format", &self.format),
            limit,
        ];
        settings.into_iter().flatten().collect()
    }

    /// The language, if the file says one.
    pub fn language(&self) -> Option<LanguageName> {
        LanguageName::from_str(self.lang.as_ref()?.get_ref(), false).ok()
    }

    /// What is wrong with a value, with its place.
    fn check(&self) -> Result<(), (ConfigProblem, Range<usize>)> {
        let refuse = |key, value: &Spanned<String>, known: &str| {
            let value_of = value.get_ref().clone();
            let known = known.to_string();
            let problem = ConfigProblem::NotAValue {
                key,
                value: value_of,
                known,
            };
            Err((problem, value.span()))
        };
        if let Some(lang) = &self.lang
            && LanguageName::from_str(lang.get_ref(), false).is_err()
        {
            return refuse("lang", lang, "ar, en");
        }
        if let Some(zones) = &self.zones
            && zones.get_ref().parse::<ZoneSet>().is_err()
        {
            let known = "title, dateline, body, tags, source, related, furniture, all";
            return refuse("zones", zones, known);
        }
        if let Some(format) = &self.format
            && SearchFormat::from_str(format.get_ref(), false).is_err()
        {
            let names = SearchFormat::value_variants()
                .iter()
                .map(|format| format.name());
            return refuse("format", format, &names.collect::<Vec<&str>>().join(", "));
        }
        Ok(())
    }

    /// The programs that turn some files into text, if the file speaks of any.
    pub fn preprocessors(&self) -> Option<Vec<Preprocessor>> {
        let table = self.pre.as_ref()?;
        let programs = table.0.iter().map(|(glob, command)| Preprocessor {
            command: command.clone(),
            globs: vec![glob.get_ref().clone()],
        });
        Some(programs.collect())
    }

    /// Reads what stands in a file; of what is wrong, also the range of its bytes.
    fn parse(text: &str) -> Result<Self, (ConfigProblem, Range<usize>)> {
        let config: Self = toml::from_str(text).map_err(|error| {
            let range = error.span().unwrap_or_default();
            unknown_key(text).unwrap_or_else(|| {
                let said = error.message().replace('\n', ", ");
                (ConfigProblem::NotToml(said), range)
            })
        })?;
        for (glob, _) in config.pre.iter().flat_map(|table| &table.0) {
            let program = Preprocessor {
                command: String::new(),
                globs: vec![glob.get_ref().clone()],
            };
            Preprocessors::new(&[program])
                .map_err(|bad| (ConfigProblem::NotAPattern(bad), glob.span()))?;
        }
        config.check()?;
        Ok(config)
    }
}

/// The first key of the file that has no meaning, if that is what is wrong with it.
fn unknown_key(text: &str) -> Option<(ConfigProblem, Range<usize>)> {
    let table = toml::de::DeTable::parse(text).ok()?;
    let mut keys = table.get_ref().keys();
    let unknown = keys.find(|key| !KEYS.contains(&&**key.get_ref()))?;
    let key = unknown.get_ref().to_string();
    let distance = |known: &&&str| strsim::osa_distance(known, &key);
    let nearest = KEYS.iter().min_by_key(distance)?;
    Some((ConfigProblem::UnknownKey { key, nearest }, unknown.span()))
}

/// The line and the column of a byte, counted from 1, the column in characters.
fn position(text: &str, byte: usize) -> (usize, usize) {
    let before = text.char_indices().take_while(|(at, _)| *at < byte);
    before.fold((1, 1), |(line, column), (_, c)| match c {
        '\n' => (line + 1, 1),
        _ => (line, column + 1),
    })
}

impl<'de> Deserialize<'de> for ProgramTable {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(TableVisitor)
    }
}

/// Keeps the order, which decides where two patterns are for one file.
struct TableVisitor;

impl<'de> Visitor<'de> for TableVisitor {
    type Value = ProgramTable;

    fn expecting(&self, to: &mut std::fmt::Formatter) -> std::fmt::Result {
        to.write_str("a table of commands by patterns of files")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<ProgramTable, A::Error> {
        let mut programs = Vec::new();
        while let Some(entry) = map.next_entry()? {
            programs.push(entry);
        }
        Ok(ProgramTable(programs))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_keep_their_order() {
        let text = "# mine\n[pre]\n\"*.tif\" = \"ocr\"\n\"*.djvu\" = 'djvutxt'\n\"own/*\" = ''\n";
        let programs = Config::parse(text).unwrap().preprocessors().unwrap();
        let programs: Vec<_> = programs
            .iter()
            .map(|program| (&*program.globs[0], &*program.command))
            .collect();
        let expected = [("*.tif", "ocr"), ("*.djvu", "djvutxt"), ("own/*", "")];
        assert_eq!(programs, expected);
        assert_eq!(Config::parse("").unwrap().preprocessors(), None);
        let none = Config::parse("[pre]").unwrap().preprocessors();
        assert_eq!(none, Some(Vec::new()));
    }

    #[test]
    fn defaults_are_those_of_options() {
        let text = "limit = 20\nlang = 'ar'\nzones = 'title, body'\nformat = 'json'";
        let config = Config::parse(text).unwrap();
        let settings = config.settings();
        let settings: Vec<_> = settings
            .iter()
            .map(|setting| (setting.key, &*setting.value))
            .collect();
        let expected = [
            ("lang", "ar"),
            ("zones", "title, body"),
            ("format", "json"),
            ("limit", "20"),
        ];
        assert_eq!(settings, expected);
        assert_eq!(config.language(), Some(LanguageName::Arabic));
    }

    #[test]
    fn what_is_wrong_has_a_place() {
        for (text, place, said) in [
            (
                "\n# سطر\nper = 1\n",
                (3, 1),
                "unknown key: per; the nearest known one is pre",
            ),
            (
                "limits = 1",
                (1, 1),
                "unknown key: limits; the nearest known one is limit",
            ),
            (
                "limit = -1",
                (1, 9),
                "invalid value: integer `-1`, expected u64",
            ),
            (
                "lang = \"fr\"",
                (1, 8),
                "\"fr\" is no value of lang; there are: ar, en",
            ),
            (
                "zones = \"title,head\"",
                (1, 9),
                "\"title,head\" is no value of zones; there are: title, dateline, body, tags, source, related, furniture, all",
            ),
            (
                "\nformat = 'xml'",
                (2, 10),
                "\"xml\" is no value of format; there are: text, json, jsonl, csv, tsv, html, md, bib, trec",
            ),
            (
                "[pre]\n\n[pree]\n",
                (3, 2),
                "unknown key: pree; the nearest known one is pre",
            ),
            (
                "[pre]\n\"*.x\" = 3\n",
                (2, 9),
                "invalid type: integer `3`, expected a string",
            ),
            (
                "pre = 3\n",
                (1, 7),
                "invalid type: integer `3`, expected a table of commands by patterns of files",
            ),
            (
                "[pre]\n\"س\" = \"a\"\n\"س\" = \"b\"",
                (3, 1),
                "duplicate key",
            ),
            (
                "[pre]\n\"سس\" =",
                (2, 7),
                "string values must be quoted, expected literal string",
            ),
            (
                "[pre]\n\"ok\" = \"a\"\n \"[\" = \"b\"",
                (3, 2),
                "not a pattern: error parsing glob '**/[': unclosed character class; missing ']'",
            ),
        ] {
            let (problem, range) = Config::parse(text).unwrap_err();
            let bad = BadConfig {
                file: "c".into(),
                line: 0,
                column: 0,
                problem,
            };
            let told = bad.text(crate::i18n::Language::English);
            assert_eq!(told, format!("c:0:0: {said}"), "{text}");
            assert_eq!(position(text, range.start), place, "{text}");
        }
    }
}
