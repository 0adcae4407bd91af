//! Manual pages: a page for each command, made of the same definitions as the help, with examples, exit statuses, and the
//! variables and files that it looks at.
//!
//! Knows what pages say, not where they go.

mod examples;
mod sections;
#[cfg(test)]
mod tests;

use std::io::{self, Write as _};

use clap::{Command, CommandFactory};
use clap_mangen::Man;
use clap_mangen::roff::{Roff, bold, roman};

use self::examples::EXAMPLES;
use self::sections::{ENVIRONMENT, EXIT_STATUS, Explained, FILES, heading};
use super::in_arabic;
use crate::Args;
use crate::i18n::Language;

/// A manual page.
pub struct Page {
    /// What its file is called.
    pub name: String,
    /// It, for troff.
    pub text: Vec<u8>,
}

/// The pages of all commands.
///
/// # Errors
/// None but those of the machine.
pub fn pages(language: Language) -> io::Result<Vec<Page>> {
    let command = Args::command().disable_help_subcommand(true);
    let mut command = match language {
        Language::English => command,
        Language::Arabic => in_arabic(command),
    };
    command.build();
    let mut pages = Vec::new();
    add(&command, "", language, &mut pages)?;
    Ok(pages)
}

/// Adds the page of `command`, which is called `path`, or is the program, and those of the commands in it.
fn add(command: &Command, path: &str, language: Language, pages: &mut Vec<Page>) -> io::Result<()> {
    let inner = command
        .get_subcommands()
        .filter(|inner| !inner.is_hide_set());
    for inner in inner {
        add(inner, inner.get_name(), language, pages)?;
    }
    let version = format!("fihris {}", env!("CARGO_PKG_VERSION"));
    let man = Man::new(command.clone().version("")).source(version);
    let mut text = Vec::new();
    man.render_title(&mut text)?;
    let mut section = |render: &dyn Fn(&mut Vec<u8>) -> io::Result<()>| {
        let mut rendered = Vec::new();
        render(&mut rendered)?;
        text.extend(translated(&rendered, language));
        Ok::<_, io::Error>(())
    };
    section(&|out| man.render_name_section(out))?;
    section(&|out| man.render_synopsis_section(out))?;
    section(&|out| man.render_description_section(out))?;
    section(&|out| man.render_options_section(out))?;
    if command.has_subcommands() {
        section(&|out| man.render_subcommands_section(out))?;
    }
    write_own(&mut text, path, language)?;
    pages.push(Page {
        name: man.get_filename(),
        text,
    });
    Ok(())
}

/// A section with its heading in `language`.
fn translated(rendered: &[u8], language: Language) -> Vec<u8> {
    let text = String::from_utf8_lossy(rendered);
    let mut translated = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        match line.strip_prefix(".SH ") {
            Some(name) => {
                let name = name.trim().trim_matches('"');
                translated.extend([".SH \"", heading(name, language), "\"\n"]);
            }
            None => translated.push_str(line),
        }
    }
    translated.into_bytes()
}

/// Writes the sections that are not made of definitions.
fn write_own(out: &mut Vec<u8>, path: &str, language: Language) -> io::Result<()> {
    let mut roff = Roff::new();
    let examples = EXAMPLES.iter().filter(|example| example.command == path);
    roff.control("SH", [heading("EXAMPLES", language)]);
    for example in examples {
        roff.control("TP", []);
        roff.text([bold(example.typed)]);
        roff.text([roman(example.text(language))]);
    }
    explain(
        &mut roff,
        heading("EXIT STATUS", language),
        EXIT_STATUS,
        language,
    );
    explain(
        &mut roff,
        heading("ENVIRONMENT", language),
        ENVIRONMENT,
        language,
    );
    explain(&mut roff, heading("FILES", language), FILES, language);
    if !path.is_empty() {
        roff.control("SH", [heading("SEE ALSO", language)]);
        roff.text([bold("fihris"), roman("(1)")]);
    }
    let mut own = Vec::new();
    roff.to_writer(&mut own)?;
    out.write_all(&own)
}

/// A section that explains words.
fn explain(roff: &mut Roff, heading: &str, explained: &[Explained], language: Language) {
    roff.control("SH", [heading]);
    for one in explained {
        roff.control("TP", []);
        roff.text([bold(one.word)]);
        roff.text([roman(match language {
            Language::English => one.english,
            Language::Arabic => one.arabic,
        })]);
    }
}
