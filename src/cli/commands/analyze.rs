//! `fihris analyze`: what fihris makes of a text, word by word.

use std::io::{self, Read, Write};

use crate::i18n::Message;
use crate::render::Format;
use crate::render::analysis::{Analysis, ExpandedForm, Reading, write_json, write_text};
use arabic_lexicon::{Class, Lexicon};
use fihris_index::{Index, IndexError, Vocabulary};
use fihris_query::ast::{QueryTerm, query_terms};
use fihris_query::expansion::TermExpansion;
use fihris_query::{ExpandOptions, Expander, Words};

use crate::Outcome;
use crate::args::lexicon::LexiconArg;
use crate::args::variants::VariantsArg;
use crate::support::context::{Context, FormatArg};
use crate::support::failure::Failure;

/// Show each word of a text: bytes, letters, readings, spellings, and what it stands for in the index
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The text; else stdin is read
    text: Option<String>,
    #[command(flatten)]
    spellings: VariantsArg,
    #[command(flatten)]
    words: LexiconArg,
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
    let lexicon = args.words.load(context)?;
    let index = match Index::with_lexicon(&context.folder, &lexicon) {
        Ok(index) => Some(index),
        Err(IndexError::Missing(_)) => None,
        Err(error) => return Err(error.into()),
    };
    let asked = query_terms(&text);
    let mut out = context.screen(args.format.get() == Format::Text);
    let nothing = Vocabulary::empty()?;
    let words = Words {
        vocabulary: index.as_ref().map_or(&nothing, Index::vocabulary),
        lexicon: &lexicon,
    };
    let expander = Expander::new(words, &variants, ExpandOptions::default());
    let analyses: Vec<Analysis> = expander
        .expand_terms(&asked)
        .iter()
        .map(|expansion| {
            let mut analysis = analysis(words, &expander, &expansion.query_terms);
            analysis.resolution = index.as_ref().map(|_| forms(expansion));
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

fn analysis(words: Words, expander: &Expander, asked: &[QueryTerm]) -> Analysis {
    let join =
        |part: &dyn Fn(&QueryTerm) -> String| asked.iter().map(part).collect::<Vec<_>>().join(" ");
    let folded = join(&QueryTerm::folded);
    let range = match asked {
        [] => [0, 0],
        [first, .., last] => [first.range.start, last.range.end],
        [only] => [only.range.start, only.range.end],
    };
    let written = join(&|word| word.form.clone());
    let readings = match asked {
        [word] => readings(words.lexicon, &word.form),
        _ => Vec::new(),
    };
    let core = readings.first().map(|reading| reading.lexeme.clone());
    let core = core.unwrap_or_else(|| join(&|word| words.name(&word.form).to_string()));
    let group = expander.variant_group(asked);
    let others = group.into_iter().flat_map(|group| &group.spellings);
    Analysis {
        text: join(&|word| word.raw.clone()),
        range,
        spellings: others
            .filter(|other| **other != folded)
            .map(ToString::to_string)
            .collect(),
        core,
        readings,
        written,
        folded,
        resolution: None,
    }
}

/// What the lexicon takes the written `form` for.
fn readings(lexicon: &Lexicon, form: &str) -> Vec<Reading> {
    let reading = |analysis: arabic_lexicon::Analysis| {
        let lexeme = lexicon.lexeme(analysis.lexeme)?;
        let others = lexicon.family(analysis.lexeme);
        let others = others.filter(|id| *id != analysis.lexeme);
        let others = others.filter_map(|id| lexicon.lexeme(id));
        let part = |range: std::ops::Range<usize>| form.get(range).unwrap_or_default().to_string();
        Some(Reading {
            lexeme: lexeme.lemma.to_string(),
            class: lexeme.class.part_of_speech(),
            form: match lexeme.class {
                Class::Verb(form) => Some(form),
                _ => None,
            },
            proclitics: part(0..analysis.proclitics),
            stem: part(analysis.proclitics..analysis.stem_end),
            suffix: part(analysis.stem_end..form.len()),
            features: analysis.features().iter().collect(),
            family: others.map(|lexeme| lexeme.lemma.to_string()).collect(),
        })
    };
    let readings = lexicon.analyze_query(form).into_iter();
    readings.filter_map(reading).collect()
}

fn forms(expansion: &TermExpansion) -> Vec<ExpandedForm> {
    let members = expansion.expanded.iter();
    members
        .map(|member| {
            let words: Vec<String> = member.words.iter().map(|forms| forms.join("|")).collect();
            ExpandedForm {
                form: words.join(" "),
                rule: member.rule.name(),
                weight: member.weight,
                articles: member.doc_freq,
            }
        })
        .collect()
}
