//! Where results go: into a file or pipe as they are, or laid out on a terminal, page by page.
//!
//! Knows stdout and files, not what is written.

use std::fs::File;
use std::io::{self, BufWriter, IsTerminal, Stdout, Write};
use std::path::{Path, PathBuf};

use crate::i18n::Message;
use crate::render::escape::EscapeWriter;
use crate::render::screen::{Order, Screen, TerminalLayout};

use crate::support::locale::language;
use crate::support::pager::Pager;

/// Has VTE find the direction of lines, and goes back to what it did before (modes 2501, saved and restored).
const DETECT: &[u8] = b"\x1b[?2501s\x1b[?2501h";
const NO_LONGER: &[u8] = b"\x1b[?2501r";

/// Where results go.
pub enum Out {
    /// A file that was named.
    File(BufWriter<NamedFile>),
    /// A file, a pipe, or a program's data.
    Plain(BufWriter<Stdout>),
    /// A program's data, on a terminal.
    Escaped(EscapeWriter<BufWriter<Stdout>>),
    /// A terminal, on which people read.
    Screen(Screen<Sheet>, TerminalLayout),
}

impl Out {
    /// A file that is made, or emptied, when something is written to it.
    pub fn file(path: &Path) -> Self {
        Self::File(BufWriter::new(NamedFile {
            path: path.to_path_buf(),
            file: None,
        }))
    }

    /// Takes what is written as it is; on a terminal, what it would obey is escaped. `has_nul` tells that NUL bytes part
    /// what is written.
    pub fn plain(has_nul: bool) -> Self {
        let stdout = io::stdout();
        if stdout.is_terminal() {
            Self::Escaped(EscapeWriter::new(BufWriter::new(stdout), has_nul))
        } else {
            Self::Plain(BufWriter::new(stdout))
        }
    }

    /// Lays out what is written; `rows` is the height of the screen where it may be paged.
    pub fn screen(layout: TerminalLayout, pages: Option<(Pager, usize)>) -> Self {
        Self::Screen(Screen::new(Sheet::new(layout, pages), layout), layout)
    }

    /// Where lines go that are laid out already.
    pub fn raw(&mut self) -> Option<(&mut dyn Write, TerminalLayout)> {
        match self {
            Self::File(_) | Self::Plain(_) | Self::Escaped(_) => None,
            Self::Screen(screen, layout) => Some((screen.raw(), *layout)),
        }
    }
}

impl Write for Out {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Self::File(out) => out.write(bytes),
            Self::Plain(out) => out.write(bytes),
            Self::Escaped(out) => out.write(bytes),
            Self::Screen(screen, _) => screen.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::File(out) => out.flush(),
            Self::Plain(out) => out.flush(),
            Self::Escaped(out) => out.flush(),
            Self::Screen(screen, _) => screen.flush(),
        }
    }
}

/// A file that results go to: opened by the first that is written, so that a mistake in a command leaves it as it was.
pub struct NamedFile {
    path: PathBuf,
    file: Option<File>,
}

impl NamedFile {
    fn open(&mut self) -> io::Result<&mut File> {
        match &mut self.file {
            Some(file) => Ok(file),
            none => Ok(none.insert(File::create(&self.path)?)),
        }
    }

    /// What `error` is about.
    fn named(&self, error: &io::Error) -> io::Error {
        let file = &self.path;
        let cannot = Message::CannotWriteTo { file, error };
        io::Error::new(error.kind(), cannot.text(language()))
    }
}

impl Write for NamedFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.open().and_then(|file| file.write(bytes));
        written.map_err(|error| self.named(&error))
    }

    fn flush(&mut self) -> io::Result<()> {
        let flushed = self.open().and_then(File::flush);
        flushed.map_err(|error| self.named(&error))
    }
}

/// Lines that are laid out, on their way to the terminal. Flushing ends them: then all has been read.
pub struct Sheet {
    terminal: BufWriter<Stdout>,
    /// Whether the terminal is to find the direction of lines.
    detects: bool,
    /// Whether it does now.
    is_detecting: bool,
    pages: Option<(Pager, usize)>,
    /// What waits for the pager.
    text: Vec<u8>,
}

impl Sheet {
    fn new(layout: TerminalLayout, pages: Option<(Pager, usize)>) -> Self {
        Self {
            terminal: BufWriter::new(io::stdout()),
            detects: layout.order == Order::Detected,
            is_detecting: false,
            pages,
            text: Vec::new(),
        }
    }

    fn begin(&mut self) -> io::Result<()> {
        if self.detects && !self.is_detecting {
            self.is_detecting = true;
            self.terminal.write_all(DETECT)?;
        }
        Ok(())
    }

    /// Shows what waits for the pager.
    fn show(&mut self) -> io::Result<()> {
        let text = std::mem::take(&mut self.text);
        let lines = text.split(|byte| *byte == b'\n').count() - 1;
        if text.is_empty() {
            return Ok(());
        }
        self.begin()?;
        self.terminal.flush()?;
        // The last row is that of the prompt.
        let pages = self.pages.as_ref().filter(|(_, rows)| lines >= *rows);
        match pages.map(|(pager, _)| pager.show(&text)) {
            Some(Ok(())) => Ok(()),
            _ => self.terminal.write_all(&text),
        }
    }
}

impl Write for Sheet {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.pages.is_some() {
            self.text.extend_from_slice(bytes);
            return Ok(bytes.len());
        }
        self.begin()?;
        self.terminal.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.show()?;
        if self.is_detecting {
            self.is_detecting = false;
            self.terminal.write_all(NO_LONGER)?;
        }
        self.terminal.flush()
    }
}

impl Drop for Sheet {
    /// Shows what there is when an error ends a command.
    fn drop(&mut self) {
        let _ = self.flush();
    }
}
