//! `fihris config`: which settings hold, and where each comes from.

use std::env;
use std::io::Write;

use crate::i18n::SettingOrigin;
use crate::render::Format;
use crate::render::config::{Shown, write_json, write_text};

use crate::Outcome;
use crate::args::search::USUAL_LIMIT;
use crate::support::config::Config;
use crate::support::context::{Context, FormatArg};
use crate::support::failure::Failure;
use crate::support::locale::{language, values_among};

/// The zones that are searched where nobody says which.
const USUAL_ZONES: &str = "title,dateline,body,tags,source";

/// Show which settings hold, and where each comes from
///
/// The config file is TOML: lang, zones, format and limit are defaults for the options of these names; the
/// table pre names programs. Options win over variables of the environment, these over the file.
#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(flatten)]
    format: FormatArg,
}

/// Runs the command.
pub fn run(context: &Context, args: &Args) -> Result<Outcome, Failure> {
    let config = Config::load()?;
    let file = Config::file();
    let place = file.as_ref().map(|(file, _)| file.display().to_string());
    let place = place.unwrap_or_default();
    let mut shown = Vec::new();
    if let Some((_, is_there)) = &file {
        let origin = match (variable("FIHRIS_CONFIG"), is_there) {
            (_, false) => SettingOrigin::NotThere,
            (Some(_), true) => SettingOrigin::Variable("FIHRIS_CONFIG"),
            (None, true) => SettingOrigin::BuiltIn,
        };
        shown.push(Shown::new("config", place.clone(), origin));
    }
    let index = context.folder.path().display().to_string();
    let origin = match (is_typed("--index"), variable("FIHRIS_INDEX")) {
        (true, _) => SettingOrigin::Option("--index"),
        (false, Some(_)) => SettingOrigin::Variable("FIHRIS_INDEX"),
        (false, None) if context.folder.path().is_dir() => SettingOrigin::Found,
        (false, None) => SettingOrigin::NotThere,
    };
    shown.push(Shown::new("index", index, origin));
    let settings = config.settings();
    let in_file = |key| settings.iter().find(|setting| setting.key == key);
    let lang = language().tag().to_string();
    let origin = match in_file("lang") {
        _ if is_typed("--lang") => SettingOrigin::Option("--lang"),
        Some(_) => SettingOrigin::File(&place),
        None => SettingOrigin::Locale,
    };
    shown.push(Shown::new("lang", lang, origin));
    for (key, usual) in [
        ("zones", USUAL_ZONES.to_string()),
        ("format", "text".to_string()),
        ("limit", USUAL_LIMIT.to_string()),
    ] {
        shown.push(match in_file(key) {
            Some(setting) => Shown::new(key, setting.value.clone(), SettingOrigin::File(&place)),
            None => Shown::new(key, usual, SettingOrigin::BuiltIn),
        });
    }
    for (key, name, usual) in [
        ("bidi", "FIHRIS_BIDI", "auto"),
        ("bom", "FIHRIS_CSV_BOM", "false"),
    ] {
        shown.push(match variable(name) {
            Some(value) => Shown::new(key, value, SettingOrigin::Variable(name)),
            None => Shown::new(key, usual.to_string(), SettingOrigin::BuiltIn),
        });
    }
    for program in config.preprocessors().unwrap_or_default() {
        let key = format!("pre.{:?}", program.globs.join(" "));
        shown.push(Shown::new(
            &key,
            program.command,
            SettingOrigin::File(&place),
        ));
    }
    let mut out = context.screen(args.format.get() == Format::Text);
    match args.format.get() {
        Format::Text => write_text(&mut out, &shown, context.style)?,
        Format::Json => write_json(&mut out, &shown)?,
    }
    out.flush()?;
    Ok(Outcome::Done)
}

/// A variable of the environment that is set to something.
fn variable(name: &str) -> Option<String> {
    let value = env::var_os(name)?.to_string_lossy().into_owned();
    (!value.is_empty()).then_some(value)
}

/// Whether an option was typed.
fn is_typed(option: &str) -> bool {
    !values_among(env::args_os(), option).is_empty()
}
