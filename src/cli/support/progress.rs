//! What a user sees while files are indexed: a bar on a terminal, and every file that is skipped.

use std::io::{self, IsTerminal};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::i18n::Message;
use crate::render::run::event_line;
use fihris_corpus::PathNames;
use fihris_index::Event;

use crate::support::failure::{eprint_line, is_quiet, note, warn};
use crate::support::locale::language;

/// Skipped files that are named one by one; with `--format json` all are.
const MOST_SKIPPED: u64 = 5;

/// Notes on files that are shown; in many files they are the same.
const MOST_NOTES: u64 = 5;

/// Tells what happens on stderr.
pub struct Progress<'a> {
    bar: ProgressBar,
    path_names: &'a PathNames,
    skipped: u64,
    notes: u64,
}

impl<'a> Progress<'a> {
    /// With a bar if stderr is a terminal.
    pub fn new(path_names: &'a PathNames) -> Self {
        let target = if io::stderr().is_terminal() && !is_quiet() {
            ProgressDrawTarget::stderr_with_hz(10)
        } else {
            ProgressDrawTarget::hidden()
        };
        let bar = ProgressBar::with_draw_target(None, target);
        if let Ok(style) = ProgressStyle::with_template(&Message::ProgressBar.text(language())) {
            bar.set_style(style);
        }
        Self {
            bar,
            path_names,
            skipped: 0,
            notes: 0,
        }
    }

    /// Tells what an event says.
    pub fn on(&mut self, event: &Event) {
        match event {
            Event::Progress { done, total } => {
                self.bar.set_length(*total);
                self.bar.set_position(*done);
                self.bar.tick();
            }
            Event::Skipped(..) => {
                self.skipped += 1;
                if self.skipped <= MOST_SKIPPED
                    && let Some(line) = event_line(event, self.path_names, language())
                {
                    self.bar.suspend(|| eprint_line(line));
                }
            }
            Event::Stream(..) => {
                if let Some(line) = event_line(event, self.path_names, language()) {
                    self.bar.suspend(|| note(line));
                }
            }
            Event::Note(..) => {
                self.notes += 1;
                if self.notes <= MOST_NOTES
                    && let Some(line) = event_line(event, self.path_names, language())
                {
                    self.bar.suspend(|| note(line));
                }
            }
            _ => {}
        }
    }

    /// Takes the bar away.
    pub fn finish(self) {
        self.bar.finish_and_clear();
        if self.skipped > MOST_SKIPPED {
            warn(Message::MoreSkipped(self.skipped - MOST_SKIPPED));
        }
    }
}
