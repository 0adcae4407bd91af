//! JSON Lines: a collection with one article a line.

use std::io::BufRead;

use super::json_record;
use crate::bounded::read_until;
use crate::sink::{ArticleSink, Stop};
use crate::skip::SkipReason;
use crate::value::record;

/// Reads a record a line; lines that are none are told, and the rest goes on.
///
/// # Errors
/// If `input` or whoever takes the records fails.
pub fn read<E>(input: &mut dyn BufRead, sink: &mut ArticleSink<E>) -> Result<(), Stop<E>> {
    let mut line = Vec::new();
    let mut more = 0; // records than lines
    for number in 1.. {
        let (is_there, fits) = read_until(input, b'\n', &mut line)
            .map_err(|error| SkipReason::from(error).after_line(number - 1))?;
        if !is_there {
            break;
        }
        if line.trim_ascii().is_empty() && fits.is_ok() {
            continue;
        }
        let text = fits.and_then(|()| sink.decode(std::mem::take(&mut line)));
        let found = text.and_then(|text| {
            let found = record(&text).map_err(|(_, reason)| reason)?;
            Ok((found, text))
        });
        match found {
            Ok((found, text)) => {
                let count = json_record::push(found, &text, (number + more, number), sink)?;
                more += count.saturating_sub(1);
            }
            Err(reason) => sink.push_record(Err(reason), number + more, number, true)?,
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use crate::event::ReadEvent;
    use crate::file_kind::Kind;
    use crate::{Format, ReadOptions, read_file};

    #[test]
    fn a_line_that_is_too_long_is_told_and_the_rest_is_read() {
        let long = "a".repeat(65 << 20);
        let json = format!("{{\"text\": \"a\"}}\n{{\"text\": \"{long}\"}}\n{{\"text\": \"b\"}}\n");
        let mut all = Vec::new();
        let options = ReadOptions::default();
        let file = std::io::Cursor::new(json);
        let format = Format::plain(Kind::JsonLines);
        let read = read_file("a.jsonl", format, &options, file, &mut |event| {
            match event {
                ReadEvent::Article(it) => all.push(it.text),
                ReadEvent::Skipped(place, reason) => all.push(format!("{place}: {reason}")),
                _ => {}
            }
            Ok::<_, std::convert::Infallible>(())
        });
        assert!(read.is_ok());
        assert_eq!(all, ["a", "a.jsonl:2: larger than 64 MiB", "b"]);
    }
}
