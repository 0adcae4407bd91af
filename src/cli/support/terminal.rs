//! What the terminal is: told by the surroundings, as no terminal can be asked.
//!
//! The README shows this table. Knows variables, nothing of text.

use crate::render::screen::Order;

/// VTE from 0.58 on finds the direction of each line, if that is switched on (mode 2501).
const VTE_DETECTS: u32 = 5800;
/// VTE from 0.50 on knows links.
const VTE_LINKS: u32 = 5000;
/// Konsole from 20.12 on knows links.
const KONSOLE_LINKS: u32 = 201_200;

/// What a terminal can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Terminal {
    /// Who orders letters.
    pub order: Order,
    /// Whether it finds the direction of lines, where that is switched on.
    pub detects: bool,
    /// Whether it knows links.
    pub links: bool,
}

impl Terminal {
    /// The one that the variables tell of. Those of a terminal come first that name themselves in `TERM`, as other
    /// variables are handed on to terminals that are started in them.
    pub fn detect(variable: impl Fn(&str) -> Option<String>) -> Self {
        let set = |name| variable(name).filter(|value| !value.is_empty());
        let number = |name| set(name).and_then(|value| value.parse::<u32>().ok());
        let term = set("TERM").unwrap_or_default();
        let program = set("TERM_PROGRAM").unwrap_or_default();
        let named = |start| term.starts_with(start);
        let is_within = set("TMUX").is_some() || set("STY").is_some();
        let (order, links) = if named("linux") {
            (Order::Visual, false)
        } else if named("xterm-kitty")
            || named("alacritty")
            || named("foot")
            || named("xterm-ghostty")
        {
            (Order::Visual, true)
        } else if let Some(version) = number("VTE_VERSION") {
            (Order::Logical, version >= VTE_LINKS)
        } else if let Some(version) = number("KONSOLE_VERSION") {
            (Order::Logical, version >= KONSOLE_LINKS)
        } else if set("MLTERM").is_some() || ["Apple_Terminal", "mlterm"].contains(&&*program) {
            (Order::Logical, false)
        } else if program == "iTerm.app" {
            (Order::Logical, true)
        } else if ["KITTY_WINDOW_ID", "ALACRITTY_WINDOW_ID", "WT_SESSION"]
            .iter()
            .any(|name| set(name).is_some())
            || ["WezTerm", "ghostty", "vscode"].contains(&&*program)
        {
            (Order::Visual, true)
        } else if set("XTERM_VERSION").is_some() || is_within || named("tmux") || named("screen") {
            (Order::Visual, false)
        } else {
            (Order::Logical, false)
        };
        let is_dumb = term.is_empty() || term == "dumb";
        let detects = number("VTE_VERSION").is_some_and(|version| version >= VTE_DETECTS);
        Self {
            order,
            detects: detects && order == Order::Logical && !is_within && !is_dumb,
            links: links && !is_within && !is_dumb,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Variables, who orders letters, whether directions are found, and whether there are links.
    type Case = (&'static [(&'static str, &'static str)], Order, bool, bool);

    const XTERM: (&str, &str) = ("TERM", "xterm-256color");
    const VTE: (&str, &str) = ("VTE_VERSION", "7006");

    const REORDER: &[Case] = &[
        (&[], Order::Logical, false, false),
        (&[XTERM], Order::Logical, false, false),
        (&[XTERM, VTE], Order::Logical, true, true),
        (
            &[XTERM, ("VTE_VERSION", "5002")],
            Order::Logical,
            false,
            true,
        ),
        (
            &[XTERM, ("VTE_VERSION", "4000")],
            Order::Logical,
            false,
            false,
        ),
        (&[("TERM", "dumb"), VTE], Order::Logical, false, false),
        (
            &[("TERM", "tmux"), ("TMUX", "x"), VTE],
            Order::Logical,
            false,
            false,
        ),
        (
            &[XTERM, ("KONSOLE_VERSION", "230804")],
            Order::Logical,
            false,
            true,
        ),
        (
            &[XTERM, ("TERM_PROGRAM", "Apple_Terminal")],
            Order::Logical,
            false,
            false,
        ),
        (
            &[XTERM, ("TERM_PROGRAM", "iTerm.app")],
            Order::Logical,
            false,
            true,
        ),
        (&[XTERM, ("MLTERM", "3.9.2")], Order::Logical, false, false),
    ];

    const DO_NOT: &[Case] = &[
        (
            &[("TERM", "xterm-kitty"), ("KITTY_WINDOW_ID", "1")],
            Order::Visual,
            false,
            true,
        ),
        (&[("TERM", "alacritty"), VTE], Order::Visual, false, true),
        (&[("TERM", "foot")], Order::Visual, false, true),
        (&[XTERM, ("WT_SESSION", "x")], Order::Visual, false, true),
        (
            &[XTERM, ("TERM_PROGRAM", "vscode")],
            Order::Visual,
            false,
            true,
        ),
        (
            &[("TERM", "xterm"), ("XTERM_VERSION", "XTerm(379)")],
            Order::Visual,
            false,
            false,
        ),
        (
            &[("TERM", "screen-256color"), ("TMUX", "x")],
            Order::Visual,
            false,
            false,
        ),
        (&[("TERM", "linux")], Order::Visual, false, false),
    ];

    #[test]
    fn surroundings_tell_terminals() {
        for &(variables, order, detects, links) in REORDER.iter().chain(DO_NOT) {
            let variable = |name: &str| {
                let found = variables.iter().find(|(set, _)| *set == name);
                found.map(|(_, value)| (*value).to_string())
            };
            let expected = Terminal {
                order,
                detects,
                links,
            };
            assert_eq!(Terminal::detect(variable), expected, "{variables:?}");
        }
    }
}
