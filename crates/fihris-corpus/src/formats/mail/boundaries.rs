//! Boundaries of the parts of a message: those that no line has are looked for up to its end, each.

use std::collections::HashMap;

/// The word before a boundary.
const NAME: &[u8] = b"boundary";

/// So many bytes may be looked through for boundaries that are not there.
const MOST_SEARCHED: usize = 1 << 31;

/// The most boundaries that are compared with the lines of a message.
const MOST_NAMED: usize = 1 << 20;

/// Whether all boundaries that a message names can be looked for.
pub(super) fn are_few(bytes: &[u8]) -> bool {
    let is_too_much = |count: usize| count.saturating_mul(bytes.len()) > MOST_SEARCHED;
    let named = named(bytes);
    if !is_too_much(named.len()) {
        return true;
    }
    if named.len() > MOST_NAMED {
        return false;
    }
    let mut last: HashMap<&[u8], usize> = named.iter().map(|(name, _)| (*name, 0)).collect();
    for at in memchr::memmem::find_iter(bytes, b"\n--") {
        let line = bytes[at + 3..].split(|byte| *byte == b'\n').next();
        let line = line.unwrap_or_default().trim_ascii_end();
        for line in [line.strip_suffix(b"--").unwrap_or(line), line] {
            if let Some(last) = last.get_mut(line) {
                *last = at;
            }
        }
    }
    let is_missing = |named: &&(&[u8], usize)| last.get(named.0).is_none_or(|at| *at < named.1);
    !is_too_much(named.iter().filter(is_missing).count())
}

/// The boundaries that a message names, and where; those that are written in pieces are empty.
fn named(bytes: &[u8]) -> Vec<(&[u8], usize)> {
    let mut named = Vec::new();
    for equals in memchr::memchr_iter(b'=', bytes) {
        let before = bytes[..equals].trim_ascii_end();
        // Pieces of a long one and such in other characters have a star and more behind the name.
        let before = &before[before.len().saturating_sub(NAME.len() + 4)..];
        let before = before.to_ascii_lowercase();
        if memchr::memmem::find(&before, NAME).is_none() {
            continue;
        }
        let value = bytes[equals + 1..].trim_ascii_start();
        let value = match value.strip_prefix(b"\"") {
            Some(quoted) => quoted.split(|byte| *byte == b'"').next(),
            None => value.split(|byte| b"; \t\r\n".contains(byte)).next(),
        };
        let value = value.filter(|_| before.ends_with(NAME));
        named.push((value.unwrap_or_default(), equals));
        if named.len() > MOST_NAMED {
            break;
        }
    }
    named
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn boundaries_that_are_not_there_are_not_many() {
        let part = |number: usize, written: &str| {
            format!("Content-Type: multipart/mixed; {written}z{number}\"\n\n")
        };
        for (written, is_there, expected) in [
            ("boundary=\"", true, true),
            ("Boundary = \"", true, true),
            ("boundary=\"", false, false),
            ("boundary*0*=\"", false, false),
            ("name=\"", false, true),
        ] {
            let mut message: String = (0..20_000)
                .map(|number| part(number, written))
                .collect::<Vec<_>>()
                .concat();
            if is_there {
                message += &(0..20_000)
                    .map(|number| format!("--z{number}\n"))
                    .collect::<Vec<_>>()
                    .concat();
            }
            assert_eq!(
                are_few(message.as_bytes()),
                expected,
                "{written} {is_there}"
            );
        }
    }
}
