//! `fihris analyze`: what fihris makes of a text, word by word.

use std::io::{self, Read, Write};

use fihris::arabic::cores::parts;
use fihris::arabic::lexicon::Lexicon;
use fihris::arabic::variants::{Group, Variants};
use fihris::arabic::words;
use fihris::index::{Index, IndexError};
use fihris::output::Format;
use fihris::output::analysis::{Analysis, ResolvedForm, write_json, write_text};
use fihris::query::resolution::Resolution;
use fihris::query::syntax::{AskedWord, Mode};
use fihris::query::{ResolveOptions, Resolver, Spellings};

use super::Outcome;
use super::context::{Context, FormatArg};
use super::failure::Failure;
use super::variants::VariantsArg;

/// Show each word of a text: bytes, folded form, core, spellings, and what it stands for in the index
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The text; else stdin is read
    text: Option<String>,
    #[command(flatten)]
    variants: VariantsArg,
    #[command(flatten)]
    format: FormatArg,
}

/// Attests nothing, where there is no index.
struct NoLexicon;

impl Lexicon for NoLexicon {
    fn articles(&self, _: &str) -> u32 {
        0
    }
}

/// Runs the command.
pub fn run(context: &Context, args: &Args) -> Result<Outcome, Failure> {
    let text = match &args.text {
        Some(text) => text.clone(),
        None => read_stdin()?,
    };
    let variants = args.variants.load(context)?;
    let index = match Index::open(&context.folder) {
        Ok(index) => Some(index),
        Err(IndexError::Missing(_)) => None,
        Err(error) => return Err(error.into()),
    };
    let asked: Vec<AskedWord> = words(&text)
        .map(|word| AskedWord {
            typed: text[word.range.clone()].to_string(),
            form: word.form,
            range: word.range,
            mode: Mode::Usual,
        })
        .collect();
    let mut out = context.out();
    let analyses = match &index {
        Some(index) => resolved(index, &variants, &asked),
        None => asked
            .iter()
            .map(|word| analysis(&NoLexicon, &variants, std::slice::from_ref(word)))
            .collect(),
    };
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
    io::stdin().read_to_string(&mut text).map_err(|error| {
        Failure::new(
            format!("cannot read stdin: {error}"),
            "it should be UTF-8 text",
        )
    })?;
    Ok(text)
}

/// Each word of `asked`, or each name, with what it stands for in `index`.
fn resolved(index: &Index, variants: &Variants, asked: &[AskedWord]) -> Vec<Analysis> {
    let spellings = Spellings::new(variants);
    let resolver = Resolver::new(index.vocabulary(), &spellings, ResolveOptions::default());
    let resolutions = resolver.row(asked);
    resolutions
        .iter()
        .map(|resolution| {
            let mut analysis = analysis(index.vocabulary(), variants, &resolution.asked);
            analysis.resolution = Some(forms(resolution));
            analysis
        })
        .collect()
}

fn analysis(lexicon: &impl Lexicon, variants: &Variants, asked: &[AskedWord]) -> Analysis {
    let join =
        |part: &dyn Fn(&AskedWord) -> String| asked.iter().map(part).collect::<Vec<_>>().join(" ");
    let folded = join(&|word| word.form.clone());
    let range = match asked {
        [] => [0, 0],
        [first, .., last] => [first.range.start, last.range.end],
        [only] => [only.range.start, only.range.end],
    };
    let core = join(&|word| parts(&word.form, lexicon).core);
    let is_it = |group: &&Group| {
        group.spellings.iter().any(|spelling| {
            let spelling = spelling.join(" ");
            spelling == folded || spelling == core
        })
    };
    let group = variants.groups().iter().find(is_it);
    let others = group.into_iter().flat_map(|group| &group.spellings);
    Analysis {
        text: join(&|word| word.typed.clone()),
        range,
        spellings: others
            .map(|words| words.join(" "))
            .filter(|other| *other != folded)
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
