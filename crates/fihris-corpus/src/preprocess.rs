//! Preprocessing: a program of the user's turns files of any kind into text, as ripgrep's `--pre` does.
//!
//! The program gets the path as its argument and the file as its input; what it prints is read by its first bytes, as a
//! stream is. No index makes a program run: the user names it for each run.

use std::cell::Cell;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::rc::Rc;
use std::thread;

use serde::{Deserialize, Serialize};

use super::event::{ReadError, ReadFile};
use super::limits::{LARGEST_TEXT, excerpt};
use super::options::ReadOptions;
use super::read::{hash, read_stream};
use super::selection::{BadPattern, Selection};
use super::sink::Consumer;
use super::skip::{CommandProblem, SkipReason};

/// A program that turns files into text, and which files it is for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Preprocessor {
    /// Its name or path; empty for none.
    pub command: String,
    /// The patterns of the names or paths of its files; all files where there is none.
    pub globs: Vec<String>,
}

impl Preprocessor {
    /// Its files, wherever they are.
    ///
    /// # Errors
    /// If something is no pattern.
    pub fn files(&self) -> Result<Selection, BadPattern> {
        Selection::anywhere(&self.globs)
    }

    /// Reads the articles in what it makes of the file at `path`, which is called `name`, and hands each to `consumer`.
    ///
    /// # Errors
    /// If the file cannot be read, or the program fails; else as for a stream.
    pub fn read<'a, E>(
        &self,
        name: &str,
        path: &Path,
        options: &'a ReadOptions,
        consumer: &'a mut Consumer<'a, E>,
    ) -> Result<ReadFile, ReadError<E>> {
        let unreadable = |error: io::Error| skipped(0, SkipReason::unreadable(&error));
        let hash = File::open(path).and_then(hash).map_err(unreadable)?;
        let input = File::open(path).map_err(unreadable)?;
        let failed = |problem| {
            let command = self.command.clone();
            skipped(hash, SkipReason::Command { command, problem })
        };
        let start = |error: io::Error| failed(CommandProblem::Start((&error).into()));
        let child = Command::new(&self.command)
            .arg(path)
            .stdin(input)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn();
        let mut child = Running(child.map_err(start)?);
        let errors = child.0.stderr.take();
        let said = thread::spawn(move || errors.map(first_line).unwrap_or_default());
        let is_too_large = Rc::new(Cell::new(false));
        let output = Bounded {
            input: child.0.stdout.take(),
            left: LARGEST_TEXT,
            is_too_large: Rc::clone(&is_too_large),
        };
        let read = read_stream(name, options, output, consumer);
        if is_too_large.get() {
            return Err(skipped(hash, SkipReason::TooLarge(LARGEST_TEXT)));
        }
        if let Err(ReadError::Consumer(error)) = read {
            return Err(ReadError::Consumer(error));
        }
        let status = child.0.wait().map_err(start)?;
        if !status.success() {
            let said = said.join().unwrap_or_default();
            return Err(failed(CommandProblem::Status {
                status: status.code(),
                said: excerpt(&said).into_owned(),
            }));
        }
        match read {
            Ok(read) => Ok(ReadFile { hash, ..read }),
            Err(ReadError::Skipped { reason, .. }) => Err(skipped(hash, reason)),
            Err(error) => Err(error),
        }
    }
}

fn skipped<E>(hash: u64, reason: SkipReason) -> ReadError<E> {
    ReadError::Skipped { hash, reason }
}

/// A program that does not outlive what it is wanted for.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        // Both fail where it has ended.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// The first line of `input`, of which all is read, so that who writes it is not held up.
fn first_line(input: impl Read) -> String {
    let mut input = BufReader::new(input);
    let mut line = Vec::new();
    let _ = (&mut input).take(1000).read_until(b'\n', &mut line);
    let _ = io::copy(&mut input, &mut io::sink());
    String::from_utf8_lossy(&line).trim().to_string()
}

/// What a program prints, as far as it may.
struct Bounded<R> {
    input: Option<R>,
    left: u64,
    is_too_large: Rc<Cell<bool>>,
}

impl<R: Read> Read for Bounded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let Some(input) = &mut self.input else {
            return Ok(0);
        };
        let length = input.read(buffer)?;
        match self.left.checked_sub(length as u64) {
            Some(left) => self.left = left,
            None => {
                self.is_too_large.set(true);
                self.input = None;
                return Err(io::Error::other(SkipReason::TooLarge(LARGEST_TEXT)));
            }
        }
        Ok(length)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_printed_is_bounded() {
        let is_too_large = Rc::new(Cell::new(false));
        let mut output = Bounded {
            input: Some(io::repeat(b'x')),
            left: 100_000,
            is_too_large: Rc::clone(&is_too_large),
        };
        let error = io::copy(&mut output, &mut io::sink()).unwrap_err();
        assert_eq!(SkipReason::from(error), SkipReason::TooLarge(LARGEST_TEXT));
        assert!(is_too_large.get());
        assert_eq!(io::copy(&mut output, &mut io::sink()).unwrap(), 0);
    }

    #[test]
    fn of_what_goes_wrong_the_first_line_is_kept() {
        let long = "x".repeat(5000);
        for (said, line) in [("", ""), ("a\nb\n", "a"), (&*long, &long[..1000])] {
            assert_eq!(first_line(said.as_bytes()), line);
        }
    }
}
