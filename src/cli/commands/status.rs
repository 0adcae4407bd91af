//! `fihris status`: the state of the index.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::Path;

use walkdir::WalkDir;

use crate::i18n::{Language, notes, skip_reason};
use crate::render::Format;
use crate::render::status::{
    NotedFile, PublishedStatus, SkippedFile, Status, StreamStatus, write_json, write_text,
};
use fihris_analysis::coverage::coverage;
use fihris_corpus::FileName;
use fihris_corpus::name::is_stream;
use fihris_index::Index;
use fihris_index::record::FileRecord;
use fihris_query::Query;
use fihris_search::{Filter, MatchSet, Matches};

use crate::Outcome;
use crate::args::lexicon::LexiconArg;
use crate::args::variants::VariantsArg;
use crate::support::context::{Context, FormatArg};
use crate::support::failure::Failure;

/// Show what is in the index, and which files are not, and why
#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(flatten)]
    spellings: VariantsArg,
    #[command(flatten)]
    words: LexiconArg,
    #[command(flatten)]
    format: FormatArg,
}

/// Runs the command.
pub fn run(context: &Context, args: &Args) -> Result<Outcome, Failure> {
    let index = context.open_with(&args.words.load(context)?)?;
    let path_names = context.path_names()?;
    let files = index.files()?;
    let language = match args.format.get() {
        Format::Text => context.style.language,
        Format::Json => Language::English,
    };
    let skipped = files.iter().filter_map(|(name, record)| {
        let problem = record.problem().or(record.parts.as_ref())?;
        let reason = skip_reason(problem, language);
        Some(SkippedFile {
            path: path_names.show(name),
            reason,
        })
    });
    let noted = files.iter().filter(|(_, record)| !record.notes.is_empty());
    let noted = noted.map(|(name, record)| NotedFile {
        path: path_names.show(name),
        note: notes(&record.notes, language),
    });
    let mut encodings = BTreeMap::new();
    for encoding in files.values().filter_map(|record| record.encoding.clone()) {
        *encodings.entry(encoding).or_default() += 1;
    }
    let query = Query::everything();
    let everything = MatchSet::find(&index, &query, &Filter::default())?;
    let coverage = coverage(Matches::new(&index, &query, &everything.addresses))?;
    let manifest = index.manifest();
    let status = Status {
        index: context.folder.path().display().to_string(),
        articles: index.vocabulary().statistics().articles,
        earlier_versions: index.versions().superseded(),
        files: files.values().filter(|file| file.was_read()).count() as u64,
        words: index.vocabulary().len(),
        bytes: size(index.generation()),
        spelling_groups: args.spellings.load(context)?.groups().len() as u64,
        updated: manifest.updated.clone(),
        rules: format!("{:016x}", manifest.rules),
        roots: manifest
            .roots
            .iter()
            .map(|root| path_names.show(root))
            .collect(),
        streams: streams(&index, &files)?,
        encodings,
        kinds_not_read: index.kinds()?,
        noted: noted.collect(),
        skipped: skipped.collect(),
        published: PublishedStatus::new(&coverage.all),
        sources: coverage
            .sources
            .iter()
            .filter(|of| of.name.is_some())
            .count() as u64,
    };
    let mut out = context.screen(args.format.get() == Format::Text);
    match args.format.get() {
        Format::Text => write_text(&mut out, &status, context.style.language)?,
        Format::Json => write_json(&mut out, &status)?,
    }
    out.flush()?;
    Ok(Outcome::Done)
}

/// What came by standard input.
fn streams(
    index: &Index,
    files: &BTreeMap<FileName, FileRecord>,
) -> Result<Vec<StreamStatus>, Failure> {
    let mut articles = index.streams()?;
    let records = files.iter().filter(|(name, _)| is_stream(name));
    let streams = records.map(|(name, record)| {
        let modified = record
            .fingerprint
            .and_then(|fingerprint| fingerprint.modified);
        let second =
            i64::try_from(modified.unwrap_or_default() / 1_000_000_000).unwrap_or_default();
        StreamStatus {
            name: name.clone(),
            articles: articles.remove(name).unwrap_or_default(),
            last: jiff::Timestamp::from_second(second)
                .map_or_else(|_| String::new(), |time| time.to_string()),
        }
    });
    Ok(streams.collect())
}

/// The bytes of all files in `folder`.
fn size(folder: &Path) -> u64 {
    let files = WalkDir::new(folder).into_iter().filter_map(Result::ok);
    files
        .filter_map(|file| file.metadata().ok())
        .filter(std::fs::Metadata::is_file)
        .map(|file| file.len())
        .sum()
}
