//! Fields of headers: a line each, up to an empty one.

use std::io::BufRead;

use crate::bounded::read_until;
use crate::skip::{DamageKind, SkipReason};

/// The most lines of a header.
const MOST_LINES: usize = 1000;

/// Hands the name of each field, in small letters, and its value to `take`, up to the empty line behind the last; false
/// if `input` ends before it. `what` has the header.
///
/// # Errors
/// If `input` fails, or the header is too long.
pub(super) fn read_fields(
    input: &mut dyn BufRead,
    what: &str,
    mut take: impl FnMut(&str, &str),
) -> Result<bool, SkipReason> {
    let mut line = Vec::new();
    for _ in 0..MOST_LINES {
        let (is_there, fits) = read_until(input, b'\n', &mut line)?;
        fits?;
        let text = String::from_utf8_lossy(line.trim_ascii());
        if !is_there || text.is_empty() {
            return Ok(is_there);
        }
        let (name, value) = text.split_once(':').unwrap_or((&text, ""));
        take(&name.trim().to_ascii_lowercase(), value.trim());
    }
    let message = format!("the header of {what} has too many lines");
    Err(SkipReason::damaged(DamageKind::Other, message))
}
