//! `fihris index`: bring the index up to date.

use std::path::PathBuf;

use crate::i18n::Message;
use crate::render::{Format, run};
use fihris_corpus::name::STDIN;
use fihris_corpus::{EncodingChoice, FieldMap, Stream};
use fihris_index::{LockWait, UpdateOptions, make_folder, update};

use crate::Outcome;
use crate::args::lexicon::LexiconArg;
use crate::args::path_list::ListArgs;
use crate::args::preprocess::PreprocessArgs;
use crate::support::context::{Context, FormatArg};
use crate::support::failure::{Failure, note};
use crate::support::index_location::PlaceOfIndex;
use crate::support::locale::language;
use crate::support::onboarding;
use crate::support::update::bring_up_to_date;

/// Index files and folders, or bring their index up to date
///
/// Reads text, saved pages, records, feeds, mail, documents and more, also packed or in archives; fihris formats lists
/// the kinds. Files that did not change are not read again; files that are gone leave the index.
/// Without a PATH, the files and folders of earlier runs are taken; - is stdin, whose articles are added to those
/// that came so before.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Files and folders
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Read all files, also those whose size and time did not change
    #[arg(long)]
    rehash: bool,
    /// Read all anew into a new index; the old one serves searches until then, and what cannot be seen is
    /// taken over from it
    #[arg(long)]
    rebuild: bool,
    /// Give up what came by stdin, which a rebuild else takes over from the old index or ends
    #[arg(long, requires = "rebuild")]
    forget_streams: bool,
    /// The name of what comes by stdin, as in wire; articles with the ids of earlier ones by the same name
    /// take their places
    #[arg(long, value_name = "NAME")]
    name: Option<String>,
    /// Say what would be done, and do nothing
    #[arg(long)]
    dry_run: bool,
    /// Follow symbolic links, in later runs too
    #[arg(long, overrides_with = "no_follow")]
    follow: bool,
    /// Do not follow symbolic links any more
    #[arg(long)]
    no_follow: bool,
    /// The field of a collection that holds the id, title, text, date or source, as in text=body; else
    /// usual names are looked for
    #[arg(long = "field", value_name = "NAME=FIELD")]
    fields: Vec<String>,
    /// The one table that is read of databases, in later runs too
    #[arg(long, value_name = "NAME")]
    table: Option<String>,
    /// The encoding of files that are not plainly in Unicode, as in windows-1256; auto finds it out
    #[arg(long, value_name = "NAME")]
    encoding: Option<EncodingChoice>,
    /// Wait while another process writes to the index
    #[arg(long)]
    wait: bool,
    /// Memory for gathering words, in MiB; less makes more parts, which are merged [default: 100 a core]
    #[arg(long, value_name = "MIB", value_parser = clap::value_parser!(u32).range(16..))]
    memory: Option<u32>,
    /// Exit with status 2 if this run skips anything, or sees files of kinds that are not read
    #[arg(long)]
    strict: bool,
    /// Name every file that is added, changed, removed, or of a kind that is not read; with --dry-run, also say how
    /// each is read
    #[arg(short, long)]
    verbose: bool,
    #[command(flatten)]
    list: ListArgs,
    #[command(flatten)]
    preprocess: PreprocessArgs,
    #[command(flatten)]
    words: LexiconArg,
    #[command(flatten)]
    format: FormatArg,
}

/// Runs the command.
pub fn run(context: &Context, args: &Args) -> Result<Outcome, Failure> {
    let options = UpdateOptions {
        rehash: args.rehash,
        rebuild: args.rebuild,
        dry_run: args.dry_run,
        stream: stream(args)?,
        names_passed_over: args.verbose,
        forget_streams: args.forget_streams,
        follow_links: (args.follow || args.no_follow).then_some(args.follow),
        fields: field_map(args)?,
        encoding: args.encoding,
        listed: args.list.listed(&args.paths)?,
        selection: args.list.selection()?,
        preprocessors: args.preprocess.preprocessors()?,
        lexicon: Some(args.words.load(context)?),
        memory: args.memory.map(|mib| (mib as usize) << 20),
        lock_wait: if args.wait {
            LockWait::Wait
        } else {
            LockWait::Fail
        },
    };
    if !args.dry_run
        && let Some(parent) = context.folder.path().parent()
    {
        make_folder(parent).map_err(|error| {
            let cannot = Message::CannotMakeFolder {
                folder: parent,
                error: &error,
            };
            Failure::new(cannot, Message::ChooseAnother)
        })?;
    }
    let path_names = context.path_names()?;
    let mut out = context.out();
    let place = PlaceOfIndex::at_start(context, args.dry_run);
    let report = match args.format.get() {
        Format::Text => {
            let names = args.verbose || args.dry_run;
            bring_up_to_date(
                context,
                &path_names,
                &args.paths,
                &options,
                names.then_some(&mut out as &mut dyn std::io::Write),
            )?
        }
        Format::Json => {
            let mut failed = None;
            let report = update(
                &context.folder,
                &path_names,
                &args.paths,
                &options,
                &mut |event| {
                    if failed.is_none() {
                        failed = run::write_event(&mut out, &event, &path_names).err();
                    }
                },
            )?;
            failed.map_or(Ok(()), Err)?;
            run::write_report(&mut out, &report, args.dry_run)?;
            report
        }
    };
    std::io::Write::flush(&mut out)?;
    place.at_end(context);
    if args.format.get() == Format::Text {
        note(run::summary(&report, args.dry_run, language()));
        if !args.dry_run {
            onboarding::suggest_search(context);
        }
    }
    Ok(
        if report.nothing_could_be_done()
            || args.strict && (report.skipped > 0 || !report.kinds.is_empty())
        {
            Outcome::Failed
        } else {
            Outcome::Done
        },
    )
}

/// What stdin is called.
fn stream(args: &Args) -> Result<Stream, Failure> {
    let Some(name) = &args.name else {
        return Ok(Stream::default());
    };
    if !args.paths.iter().any(|path| path.as_os_str() == STDIN) {
        return Err(Failure::new(
            Message::NameWithoutStdin,
            Message::NameIsOfStdin,
        ));
    }
    Stream::named(name)
        .map_err(|problem| Failure::new(Message::BadStreamName(problem), Message::StreamsAreNamed))
}

/// The field map that options like `text=body` make.
fn field_map(args: &Args) -> Result<Option<FieldMap>, Failure> {
    let mut map = FieldMap {
        table: args.table.clone(),
        ..FieldMap::default()
    };
    for field in &args.fields {
        let is_known = field
            .split_once('=')
            .is_some_and(|(name, field)| map.set(name, field));
        if !is_known {
            return Err(Failure::new(
                Message::NotAField(field),
                Message::FieldsAreNamed,
            ));
        }
    }
    Ok((map != FieldMap::default()).then_some(map))
}
