//! Updating the index, as several commands do: what happens is shown while it does.

use std::io::Write;
use std::path::PathBuf;

use crate::render::run;
use fihris_corpus::PathNames;
use fihris_index::{Event, Report, UpdateOptions, update};

use crate::support::context::Context;
use crate::support::failure::Failure;
use crate::support::locale::language;
use crate::support::progress::Progress;

/// Updates the index with progress on stderr, and each file's name on `names` where given.
pub fn bring_up_to_date(
    context: &Context,
    path_names: &PathNames,
    paths: &[PathBuf],
    options: &UpdateOptions,
    mut names: Option<&mut dyn Write>,
) -> Result<Report, Failure> {
    let mut progress = Progress::new(path_names);
    let mut failed = None;
    let report = update(&context.folder, path_names, paths, options, &mut |event| {
        progress.on(&event);
        let is_named = !matches!(
            event,
            Event::Skipped(..) | Event::Note(..) | Event::Stream(..)
        );
        if let (Some(out), Some(line), true) = (
            &mut names,
            run::event_line(&event, path_names, language()),
            is_named && failed.is_none(),
        ) {
            failed = writeln!(out, "{line}").err();
        }
    });
    progress.finish();
    failed.map_or(Ok(()), Err)?;
    Ok(report?)
}
