//! Failures: what is told to the user when a command cannot go on, and the next step.

use std::fmt::Display;
use std::io::{self, Write as _};
use std::ops::Range;
use std::panic;
use std::path::Path;
use std::sync::OnceLock;

use crate::i18n::{Message, index_error, index_hint};
use crate::render::clean::lines;
use crate::render::escape::EscapeWriter;
use crate::render::problem::Problem;
use crate::render::screen::{Screen, TerminalLayout};
use fihris_index::{IndexError, ListLine};

use crate::support::locale::language;

/// How messages are laid out on a terminal; as they are until this is known.
static LAYOUT: OnceLock<TerminalLayout> = OnceLock::new();

/// Whether errors are JSON; they are not until this is known.
static IS_JSON: OnceLock<bool> = OnceLock::new();

/// Whether only errors and warnings are wanted on stderr; more is until this is known.
static IS_QUIET: OnceLock<bool> = OnceLock::new();

/// Has nothing but errors and warnings said from now on if `is_quiet`.
pub fn choose_silence(is_quiet: bool) {
    IS_QUIET.get_or_init(|| is_quiet);
}

/// Whether only errors and warnings are wanted on stderr.
pub fn is_quiet() -> bool {
    IS_QUIET.get().copied().unwrap_or_default()
}

/// Has errors written as JSON from now on if `is_json`.
pub fn choose_format(is_json: bool) {
    IS_JSON.get_or_init(|| is_json);
}

/// Has messages laid out from now on.
pub fn lay_out(layout: TerminalLayout) {
    LAYOUT.get_or_init(|| layout);
}

/// An error with what to do about it.
#[derive(Debug)]
pub struct Failure {
    error: anyhow::Error,
    hint: Option<String>,
    /// The query that is not understood, and where in it.
    query: Option<(String, Range<usize>)>,
}

impl Failure {
    /// A failure that says `message`, with a next step.
    pub fn new(message: Message, hint: Message) -> Self {
        Self {
            error: anyhow::Error::msg(message.text(language())),
            hint: Some(hint.text(language())),
            query: None,
        }
    }

    /// This failure, in a byte range of a query.
    pub fn in_query(mut self, query: &str, range: Range<usize>) -> Self {
        self.query = Some((query.to_string(), range));
        self
    }

    /// The failure of a run that panicked, which was told already.
    pub fn of_panic() -> Self {
        Self::new(Message::CannotGoOn, Message::ReportThis)
    }

    /// Whether the reader of our output has gone, which is no error.
    pub fn is_closed_pipe(&self) -> bool {
        self.error
            .chain()
            .filter_map(|cause| cause.downcast_ref::<io::Error>())
            .any(is_broken_pipe)
    }

    /// Prints it on stderr.
    pub fn print(&self) {
        let error = match self.error.downcast_ref::<IndexError>() {
            Some(error) => index_error(error, language()),
            None => self.error.to_string(),
        };
        let mut problem = Problem {
            message: error,
            hint: self.hint.clone(),
            ..Problem::default()
        };
        if let Some((query, range)) = &self.query {
            problem = problem.in_query(query, range);
        }
        eprint_problem(&problem, |problem| {
            warn(Message::Error(&problem.message));
            if let Some(hint) = &problem.hint {
                warn(Message::Hint(hint));
            }
        });
    }
}

/// Whether `error` is a closed pipe, or that of a writer of CSV, which wraps it.
fn is_broken_pipe(error: &io::Error) -> bool {
    let inner = error.get_ref();
    let csv = inner.and_then(|inner| inner.downcast_ref::<csv::Error>());
    match csv.map(csv::Error::kind) {
        Some(csv::ErrorKind::Io(error)) => is_broken_pipe(error),
        _ => error.kind() == io::ErrorKind::BrokenPipe,
    }
}

/// Has panics told in one line like errors: engines panic on bytes that rotted on the disk.
pub fn report_panics() {
    panic::set_hook(Box::new(|panic| {
        if fihris_corpus::is_guarded() {
            return; // it is caught, and told as the reason why something is skipped
        }
        let payload = panic.payload();
        let text = payload.downcast_ref::<String>().map(String::as_str);
        let literal = payload.downcast_ref::<&str>().copied();
        let message = text.or(literal).unwrap_or("no message");
        let place = panic.location().map(ToString::to_string);
        let place = place.unwrap_or_default();
        let problem = Problem {
            message: format!("{message} ({place})"),
            ..Problem::default()
        };
        eprint_problem(&problem, |problem| warn(Message::Fault(&problem.message)));
    }));
}

/// Prints a problem on stderr: as JSON where that was asked for, else as `for_people` does.
pub fn eprint_problem(problem: &Problem, for_people: impl FnOnce(&Problem)) {
    if IS_JSON.get().copied().unwrap_or_default() {
        let _ = writeln!(
            EscapeWriter::new(io::stderr().lock(), false),
            "{}",
            problem.line()
        );
    } else {
        for_people(problem);
    }
}

/// Prints a message on stderr, in the user's language, unless only errors are wanted.
pub fn eprint_message(message: Message) {
    note(message.text(language()));
}

/// Prints a warning on stderr, in the user's language.
pub fn warn(message: Message) {
    eprint_line(message.text(language()));
}

/// Tells the lines of the list in `file` that cannot be used.
pub fn tell_bad_lines<T>(file: &Path, bad: Vec<T>, line: impl Fn(T) -> ListLine) {
    for line in bad.into_iter().map(line) {
        warn(Message::BadLine { file, line: &line });
    }
}

/// Prints a line on stderr, unless only errors are wanted.
pub fn note(line: impl Display) {
    if !is_quiet() {
        eprint_line(line);
    }
}

/// Prints a line on stderr, where what could harm a terminal is escaped; that nobody reads it is no error.
pub fn eprint_line(line: impl Display) {
    let line = line.to_string();
    let _ = match LAYOUT.get() {
        Some(layout) => writeln!(
            Screen::new(io::stderr().lock(), *layout),
            "{}",
            lines(&line)
        ),
        None => writeln!(io::stderr().lock(), "{}", lines(&line)),
    };
}

impl From<IndexError> for Failure {
    fn from(error: IndexError) -> Self {
        let hint = index_hint(&error, language());
        Self {
            error: error.into(),
            hint: hint.map(str::to_string),
            query: None,
        }
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self {
            error: error.into(),
            hint: None,
            query: None,
        }
    }
}
