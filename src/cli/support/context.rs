//! What every command needs: where the index is, where the user stands, how to write.

use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};

use clap::builder::FalseyValueParser;
use clap::{Args, ValueEnum};

use crate::i18n::{Label, Message};
use crate::render::csv_writer::choose_mark;
use crate::render::html::Page;
use crate::render::rows::RowForm;
use crate::render::screen::TerminalLayout;
use crate::render::{Format, Style};
use arabic_lexicon::Lexicon;
use fihris_corpus::PathNames;
use fihris_index::{Index, IndexFolder, ListLine, own_lexicon};

use crate::support::bidi::{Bidi, rows};
use crate::support::color::Color;
use crate::support::failure::{Failure, choose_silence, lay_out, tell_bad_lines};
use crate::support::locale::{LanguageName, language};
use crate::support::out::Out;
use crate::support::pager::Pager;

/// The heading of options that every command has.
pub const GLOBAL: &str = "Options of every command";

/// Options of every command.
#[derive(Debug, Args)]
pub struct GlobalArgs {
    /// The index folder; else .fihris here or in the nearest folder above
    #[arg(
        long,
        value_name = "DIR",
        env = "FIHRIS_INDEX",
        global = true,
        hide_env_values = true,
        help_heading = GLOBAL
    )]
    index: Option<PathBuf>,
    /// When to use colour
    #[arg(long, value_name = "WHEN", value_enum, default_value_t, global = true, help_heading = GLOBAL)]
    color: Color,
    /// The language of messages and help; else that of the locale
    #[arg(long, value_name = "LANG", value_enum, global = true, help_heading = GLOBAL)]
    pub lang: Option<LanguageName>,
    /// Who orders and joins Arabic letters on a terminal: it (logical) or fihris (visual)
    #[arg(
        long,
        value_name = "WHO",
        value_enum,
        default_value_t,
        env = "FIHRIS_BIDI",
        global = true,
        hide_env_values = true,
        help_heading = GLOBAL
    )]
    bidi: Bidi,
    /// Say nothing on stderr but errors, and what is skipped
    #[arg(short, long, global = true, help_heading = GLOBAL)]
    quiet: bool,
    /// Write the results into this file instead of to stdout
    #[arg(short, long, value_name = "FILE", global = true, help_heading = GLOBAL)]
    output: Option<PathBuf>,
    /// Begin CSV and TSV with a byte order mark, by which Excel knows them for UTF-8
    #[arg(
        long,
        env = "FIHRIS_CSV_BOM",
        value_parser = FalseyValueParser::new(),
        global = true,
        hide_env_values = true,
        help_heading = GLOBAL
    )]
    bom: bool,
    /// Do not show long output page by page
    #[arg(long, global = true, help_heading = GLOBAL)]
    no_pager: bool,
}

/// The option for the format of the output.
#[derive(Clone, Copy, Debug, Args)]
pub struct FormatArg {
    /// For people, or one JSON object a line
    #[arg(long, value_enum, default_value_t, help_heading = GLOBAL)]
    format: FormatName,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum FormatName {
    #[default]
    Text,
    Json,
}

impl FormatArg {
    /// The format asked for.
    pub fn get(self) -> Format {
        match self.format {
            FormatName::Text => Format::Text,
            FormatName::Json => Format::Json,
        }
    }
}

/// How hits are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum SearchFormat {
    #[default]
    Text,
    Json,
    Jsonl,
    Csv,
    Tsv,
    Html,
    Md,
    Bib,
    Trec,
}

impl SearchFormat {
    /// The form of rows that this is, if it is one.
    pub fn rows(self) -> Option<RowForm> {
        match self {
            Self::Jsonl => Some(RowForm::Jsonl),
            Self::Csv => Some(RowForm::Csv),
            Self::Tsv => Some(RowForm::Tsv),
            Self::Text | Self::Json | Self::Html | Self::Md | Self::Bib | Self::Trec => None,
        }
    }

    /// Whether it is a document of hits, and of nothing else.
    pub fn is_document(self) -> bool {
        matches!(self, Self::Md | Self::Bib)
    }

    /// The name of the format.
    pub fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Json => "json",
            Self::Jsonl => "jsonl",
            Self::Csv => "csv",
            Self::Tsv => "tsv",
            Self::Html => "html",
            Self::Md => "md",
            Self::Bib => "bib",
            Self::Trec => "trec",
        }
    }
}

/// How a list is written whose columns can be chosen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum RowFormat {
    #[default]
    Text,
    Json,
    Jsonl,
    Csv,
    Tsv,
}

impl RowFormat {
    /// The form of rows that this is, if it is one.
    pub fn rows(self) -> Option<RowForm> {
        match self {
            Self::Text | Self::Json => None,
            Self::Jsonl => Some(RowForm::Jsonl),
            Self::Csv => Some(RowForm::Csv),
            Self::Tsv => Some(RowForm::Tsv),
        }
    }
}

/// How a table is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum TableFormat {
    #[default]
    Text,
    Json,
    Csv,
    Html,
}

/// How a table is written that is for any program.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum ReportFormat {
    #[default]
    Text,
    Json,
    Jsonl,
    Csv,
    Tsv,
    Html,
}

impl ReportFormat {
    /// The form of rows that this is, if it is one.
    pub fn rows(self) -> Option<RowForm> {
        match self {
            Self::Text | Self::Json | Self::Html => None,
            Self::Jsonl => Some(RowForm::Jsonl),
            Self::Csv => Some(RowForm::Csv),
            Self::Tsv => Some(RowForm::Tsv),
        }
    }
}

/// How a plain list is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum ListFormat {
    #[default]
    Text,
    Json,
    Csv,
}

/// How something that is no table is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum PageFormat {
    #[default]
    Text,
    Json,
    Html,
}

/// Where a command works.
#[derive(Debug)]
pub struct Context {
    pub folder: IndexFolder,
    pub style: Style,
    /// How lines for people are laid out, if they are.
    layout: Option<TerminalLayout>,
    /// Whether long output may be paged.
    pages: bool,
    here: PathBuf,
    /// The file that results go to, if that is not stdout.
    output: Option<PathBuf>,
    /// Whether the index was looked for, since nobody said where it is.
    is_found: bool,
}

impl Context {
    /// From the options and the surroundings.
    pub fn new(args: &GlobalArgs) -> Result<Self, Failure> {
        let here = std::env::current_dir().map_err(|error| {
            Failure::new(Message::NoCurrentFolder(&error), Message::ChangeFolder)
        })?;
        let folder = match &args.index {
            Some(path) => IndexFolder::at(here.join(path)),
            None => IndexFolder::nearest(&here),
        };
        choose_silence(args.quiet);
        choose_mark(args.bom);
        let is_file = args.output.is_some();
        let layout = args.bidi.layout().filter(|_| !is_file);
        if let Some(layout) = args.bidi.look_of_messages() {
            lay_out(layout);
        }
        Ok(Self {
            folder,
            style: Style {
                color: args.color.is_on(is_file),
                language: language(),
                screen: layout.map(|layout| layout.width),
            },
            layout,
            pages: !args.no_pager && io::stdout().is_terminal(),
            here,
            output: args.output.clone(),
            is_found: args.index.is_none(),
        })
    }

    /// Whether the index was found in a folder above the one where the user stands.
    pub fn is_index_above(&self) -> bool {
        self.is_found && self.folder.path().parent() != Some(&*self.here)
    }

    /// The names of files, relative to the folder that holds the index.
    pub fn path_names(&self) -> Result<PathNames, Failure> {
        let base = self.folder.path().parent().unwrap_or(Path::new("/"));
        PathNames::new(base, &self.here).map_err(|error| {
            let cannot = Message::CannotEnter {
                folder: base,
                error: &error,
            };
            Failure::new(cannot, Message::ChooseIndexFolder)
        })
    }

    /// The lexicon with the words of the list in the index folder; lines that are no entries are told on stderr.
    pub fn own_lexicon(&self) -> Result<Lexicon, Failure> {
        let (lexicon, bad) = own_lexicon(&self.folder)?;
        tell_bad_lines(&self.folder.lexicon_file(), bad, ListLine::Words);
        Ok(lexicon)
    }

    /// The index, opened.
    pub fn open(&self) -> Result<Index, Failure> {
        self.open_with(&self.own_lexicon()?)
    }

    /// The same with the words of `lexicon`.
    pub fn open_with(&self, lexicon: &Lexicon) -> Result<Index, Failure> {
        Ok(Index::with_lexicon(&self.folder, lexicon)?)
    }

    /// A page of HTML in the language of the interface.
    #[allow(clippy::unused_self)] // the language belongs to a context
    pub fn page<'a>(&self, subject: Label, asked: Option<&'a str>) -> Page<'a> {
        Page::new(language(), subject, asked)
    }

    /// Where results go that are for people if `is_text`; on a terminal they are laid out and paged.
    pub fn screen(&self, is_text: bool) -> Out {
        let Some(layout) = self.layout.filter(|_| is_text) else {
            return self.out();
        };
        let pager = Pager::of_user().filter(|_| self.pages);
        Out::screen(layout, pager.map(|pager| (pager, rows())))
    }

    /// Where results go that are as they are.
    pub fn out(&self) -> Out {
        self.file_or(|| Out::plain(false))
    }

    /// Where names go that end with a NUL byte each.
    pub fn names_out(&self) -> Out {
        self.file_or(|| Out::plain(true))
    }

    fn file_or(&self, stdout: impl FnOnce() -> Out) -> Out {
        self.output.as_deref().map_or_else(stdout, Out::file)
    }

    /// The file that results go to, if it was named.
    pub fn output(&self) -> Option<&Path> {
        self.output.as_deref()
    }

    /// Whether results go to a terminal.
    pub fn is_on_terminal(&self) -> bool {
        self.output.is_none() && io::stdout().is_terminal()
    }
}
