//! Who orders Arabic letters on a terminal, and what room there is.

use std::env;
use std::io::{self, IsTerminal};

use clap::ValueEnum;
use terminal_size::{Height, Width, terminal_size};

use crate::render::screen::{Order, TerminalLayout};

use crate::support::locale::values_among;
use crate::support::terminal::Terminal;

/// Columns and rows where nobody tells how many there are.
const USUAL: (usize, usize) = (80, 24);

/// Who orders letters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Bidi {
    // As the surroundings tell, see `Terminal`.
    #[default]
    Auto,
    Logical,
    Visual,
}

impl Bidi {
    /// What arguments say that could not be understood as a whole, else the surroundings.
    pub fn of_surroundings() -> Self {
        let typed = values_among(env::args_os(), "--bidi").pop();
        let named = typed.or_else(|| env::var("FIHRIS_BIDI").ok());
        let named = named.and_then(|name| Self::from_str(&name, false).ok());
        named.unwrap_or_default()
    }

    /// How lines for people look on stdout; none for a file or pipe, unless `visual` asks for it.
    pub fn layout(self) -> Option<TerminalLayout> {
        let is_terminal = io::stdout().is_terminal();
        (is_terminal || self == Self::Visual).then(|| self.on(is_terminal))
    }

    /// How messages look on stderr, if that is a terminal.
    pub fn look_of_messages(self) -> Option<TerminalLayout> {
        let layout = io::stderr().is_terminal().then(|| self.on(true))?;
        // Nobody switches detection on for them.
        let order = match layout.order {
            Order::Detected => Order::Logical,
            order => order,
        };
        Some(TerminalLayout { order, ..layout })
    }

    fn on(self, is_terminal: bool) -> TerminalLayout {
        let terminal = Terminal::detect(|name| env::var(name).ok());
        let order = match self {
            Self::Auto => terminal.order,
            Self::Logical => Order::Logical,
            Self::Visual => Order::Visual,
        };
        TerminalLayout {
            order: match order {
                Order::Logical if terminal.detects => Order::Detected,
                order => order,
            },
            width: columns().max(2),
            links: terminal.links && is_terminal,
        }
    }
}

fn columns() -> usize {
    let told = terminal_size().map(|(Width(columns), _)| columns.into());
    told.filter(|&columns| columns > 0)
        .or_else(|| number("COLUMNS"))
        .unwrap_or(USUAL.0)
}

/// Rows of the terminal.
pub fn rows() -> usize {
    let told = terminal_size().map(|(_, Height(rows))| rows.into());
    told.filter(|&rows| rows > 0)
        .or_else(|| number("LINES"))
        .unwrap_or(USUAL.1)
}

/// A number in the surroundings.
fn number(name: &str) -> Option<usize> {
    env::var(name)
        .ok()?
        .parse()
        .ok()
        .filter(|&number| number > 0)
}
