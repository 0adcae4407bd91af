//! Paging: long output goes through the user's pager.
//!
//! Knows processes, not what is read. A pager that does not start or fails does no harm.

use std::env;
use std::ffi::OsString;
use std::io::{self, Write};
use std::process::{Command, Stdio};

/// Settings of less, where the user has none: colours kept, the text left on the screen, and no waiting for a key
/// where it fits after all.
const LESS: &[(&str, &str)] = &[("LESS", "FRX"), ("LESSCHARSET", "utf-8")];

/// What a shell would have to look at.
const OF_SHELLS: &str = "|&;<>()$`\\\"'*?[#~=%";

/// A pager.
#[derive(Debug)]
pub struct Pager {
    /// The program and its options, as in `PAGER`.
    command: String,
}

impl Pager {
    /// That of the user; none where `PAGER` is empty or `cat`, or the terminal is dumb.
    pub fn of_user() -> Option<Self> {
        let is_dumb = env::var_os("TERM").is_none_or(|term| term.is_empty() || term == "dumb");
        let command = match env::var_os("PAGER").map(OsString::into_string) {
            None => "less -R".to_string(),
            Some(command) => command.ok()?.trim().to_string(),
        };
        let is_none = is_dumb && cfg!(unix) || command.is_empty() || command == "cat";
        (!is_none).then_some(Self { command })
    }

    /// Shows `text` until the user has read it.
    ///
    /// # Errors
    /// If the pager cannot be started, or fails.
    pub fn show(&self, text: &[u8]) -> io::Result<()> {
        let mut command = self.command();
        for (name, value) in LESS {
            if env::var_os(name).is_none() {
                command.env(name, value);
            }
        }
        let mut pager = command.stdin(Stdio::piped()).spawn()?;
        outlive_interrupts();
        if let Some(mut pipe) = pager.stdin.take() {
            // That the user has read enough is no error, and other ones show in the status.
            let _ = pipe.write_all(text);
        }
        let status = pager.wait()?;
        if status.success() {
            return Ok(());
        }
        Err(io::Error::other(format!("the pager failed: {status}")))
    }

    fn command(&self) -> Command {
        if cfg!(unix) && self.command.contains(|c| OF_SHELLS.contains(c)) {
            let mut shell = Command::new("sh");
            shell.args(["-c", &self.command]);
            return shell;
        }
        let mut words = self.command.split_whitespace();
        let mut command = Command::new(words.next().unwrap_or_default());
        command.args(words);
        command
    }
}

/// Ctrl-C is the pager's from now on: who ends before it leaves it without a terminal.
fn outlive_interrupts() {
    #[cfg(unix)]
    {
        use signal_hook::consts::SIGINT;
        let _ = signal_hook::flag::register(SIGINT, std::sync::Arc::default());
    }
}
