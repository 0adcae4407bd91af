//! `fihris analyze`: what fihris makes of a text, word by word.

use std::io::{self, Read, Write};

use crate::i18n::Message;
use crate::render::Format;
use crate::render::analysis::{Analysis, ResolvedForm, write_json, write_text};
use arabic_text::stem::analyze_stem;
use fihris::index::{Index, IndexError, Vocabulary};
use fihris::query::ast::{AskedWord, asked_words};
use fihris::query::expansion::Resolution;
use fihris::query::{ResolveOptions, Resolver};

use crate::Outcome;
use crate::args::variants::VariantsArg;
use crate::support::context::{Context, FormatArg};
use crate::support::failure::Failure;

/// Show each word of a text: bytes, folded form, core, spellings, and what it stands for in the index
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The text; else stdin is read
    text: Option<String>,
    #[command(flatten)]
    spellings: VariantsArg,
    #[command(flatten)]
    format: FormatArg,
}

/// Runs the command.
pub fn run(context: &Context, args: &Args) -> Result<Outcome, Failure> {
    let text = match &args.text {
        Some(text) => text.clone(),
        None => read_stdin()?,
    };
    let variants = args.spellings.load(context)?;
    let index = match Index::open(&context.folder) {
        Ok(index) => Some(index),
        Err(IndexError::Missing(_)) => None,
        Err(error) => return Err(error.into()),
    };
    let asked = asked_words(&text);
    let mut out = context.screen(args.format.get() == Format::Text);
    let nothing = Vocabulary::empty()?;
    let vocabulary = index.as_ref().map_or(&nothing, Index::vocabulary);
    let resolver = Resolver::new(vocabulary, &variants, ResolveOptions::default());
    let analyses: Vec<Analysis> = resolver
        .row(&asked)
        .iter()
        .map(|resolution| {
            let mut analysis = analysis(vocabulary, &resolver, &resolution.asked);
            analysis.resolution = index.as_ref().map(|_| forms(resolution));
            analysis
        })
        .collect();
    for analysis in &analyses {
        match args.format.get() {
            Format::Text => write_text(&mut out, analysis, context.style)?,
            Format::Json => write_json(&mut out, analysis)?,
        }
    }
    out.flush()?;
    Ok(if analyses.is_empty() {
        Outcome::Nothing
    } else {
        Outcome::Done
    })
}

fn read_stdin() -> Result<String, Failure> {
    let mut text = String::new();
    io::stdin()
        .read_to_string(&mut text)
        .map_err(|error| Failure::new(Message::CannotReadStdin(&error), Message::StdinIsText))?;
    Ok(text)
}

fn analysis(vocabulary: &Vocabulary, resolver: &Resolver, asked: &[AskedWord]) -> Analysis {
    let join =
        |part: &dyn Fn(&AskedWord) -> String| asked.iter().map(part).collect::<Vec<_>>().join(" ");
    let folded = join(&|word| word.form.clone());
    let range = match asked {
        [] => [0, 0],
        [first, .., last] => [first.range.start, last.range.end],
        [only] => [only.range.start, only.range.end],
    };
    let core = join(&|word| analyze_stem(&word.form, vocabulary).stem);
    let group = resolver.group(asked);
    let others = group.into_iter().flat_map(|group| &group.spellings);
    Analysis {
        text: join(&|word| word.typed.clone()),
        range,
        spellings: others
            .filter(|other| **other != folded)
            .map(ToString::to_string)
            .collect(),
        core,
        folded,
        resolution: None,
    }
}

fn forms(resolution: &Resolution) -> Vec<ResolvedForm> {
    let members = resolution.members.iter();
    members
        .map(|member| {
            let words: Vec<String> = member.words.iter().map(|forms| forms.join("|")).collect();
            ResolvedForm {
                form: words.join(" "),
                rule: member.rule.name(),
                weight: member.weight,
                articles: member.articles,
            }
        })
        .collect()
}
