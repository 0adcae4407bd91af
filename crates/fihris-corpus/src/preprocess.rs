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

use super::event::{ReadError, ReadFile};
use super::limits::{LARGEST_TEXT, excerpt};
use super::options::ReadOptions;
use super::preprocessor::Preprocessor;
use super::read::{hash, read_stream};
use super::sink::Consumer;
use super::skip::{CommandProblem, SkipReason};

/// Reads the articles in what `program` makes of the file at `path`, which is called `name`, and hands each to `consumer`.
///
/// # Errors
/// If the file cannot be read, or the program fails; else as for a stream.
pub fn read_preprocessed<'a, E>(
    program: &Preprocessor,
    (name, path): (&str, &Path),
    options: &'a ReadOptions,
    consumer: &'a mut Consumer<'a, E>,
) -> Result<ReadFile, ReadError<E>> {
    let unreadable = |error: io::Error| skipped(0, SkipReason::unreadable(&error));
    let hash = File::open(path).and_then(hash).map_err(unreadable)?;
    let input = File::open(path).map_err(unreadable)?;
    let failed = |problem| {
        let command = program.command.clone();
        skipped(hash, SkipReason::Command { command, problem })
    };
    let start = |error: io::Error| failed(CommandProblem::Start((&error).into()));
    let child = Command::new(&program.command)
        .arg(path)
        .stdin(input)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn();
    let mut child = Running(child.map_err(start)?);
    let errors = child.0.stderr.take();
    let said = thread::Builder::new()
        .spawn(move || errors.map(first_line).unwrap_or_default())
        .map_err(start)?;
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
        let Some(left) = self.left.checked_sub(length as u64) else {
            self.is_too_large.set(true);
            self.input = None;
            return Err(io::Error::other(SkipReason::TooLarge(LARGEST_TEXT)));
        };
        self.left = left;
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
