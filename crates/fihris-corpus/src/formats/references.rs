//! References: RIS, a field a line, and `BibTeX`, fields between braces; each reference is a record.

use std::io::BufRead;

use super::decoded_line;
use crate::bounded::read_until;
use crate::limits::LARGEST_RECORD;
use crate::sink::{ArticleSink, Stop};
use crate::skip::SkipReason;
use crate::value::{Record, Value};

/// What the two letters of RIS stand for; what is not here keeps its letters.
const TAGS: &[(&str, &str)] = &[
    ("TI", "title"),
    ("T1", "title"),
    ("AB", "text"),
    ("N2", "text"),
    ("AU", "author"),
    ("A1", "author"),
    ("PY", "date"),
    ("Y1", "date"),
    ("DA", "date"),
    ("T2", "source"),
    ("JO", "source"),
    ("JF", "source"),
    ("PB", "publisher"),
    ("UR", "url"),
    ("ID", "id"),
    ("LA", "language"),
    ("KW", "keywords"),
];

/// Reads the references of a RIS file; what is none is told with its line.
///
/// # Errors
/// If `input` or whoever takes the records fails.
pub fn read_ris<E>(input: &mut dyn BufRead, sink: &mut ArticleSink<E>) -> Result<(), Stop<E>> {
    let mut record = Record::new();
    let (mut number, mut first) = (1, 1);
    let mut last = None;
    for line in 1.. {
        let Some((is_there, text)) = decoded_line(input, line, sink)? else {
            continue;
        };
        let (tag, value) = split(&text);
        match tag {
            Some("TY") => first = line,
            Some("ER") => {}
            Some(tag) => {
                let name = TAGS.iter().find(|known| known.0 == tag);
                let name = name.map_or(tag, |known| known.1);
                // A day beats a year.
                let is_better = name == "date" && tag == "DA";
                if is_better || !(name == "date" && record.contains_key(name)) {
                    if is_better {
                        record.remove(name);
                    }
                    Value::add(&mut record, name, value.trim_end_matches('/').into());
                }
                last = Some(name.to_string());
            }
            // A long value goes on in the next line.
            None if !value.is_empty() => {
                if let Some(Value::Text(text)) = last.as_ref().and_then(|name| record.get_mut(name))
                {
                    text.push(' ');
                    text.push_str(value);
                }
            }
            None => {}
        }
        if (tag == Some("ER") || !is_there) && !record.is_empty() {
            sink.push_record(Ok(std::mem::take(&mut record)), number, first, false)?;
            number += 1;
        }
        if !is_there {
            break;
        }
    }
    Ok(())
}

/// The tag of a line, if it has one, and what follows.
fn split(line: &str) -> (Option<&str>, &str) {
    let line = line.trim().trim_start_matches('\u{FEFF}');
    let is_tag = |tag: &str| tag.len() == 2 && tag.bytes().all(|byte| byte.is_ascii_alphanumeric());
    match line.split_once('-') {
        Some((tag, value)) if tag.ends_with(' ') && is_tag(tag.trim()) => {
            (Some(tag.trim()), value.trim())
        }
        _ => (None, line),
    }
}

/// Reads the references of a `BibTeX` file.
///
/// # Errors
/// If `input` or whoever takes the records fails, or one is too large.
pub fn read_bibtex<E>(input: &mut dyn BufRead, sink: &mut ArticleSink<E>) -> Result<(), Stop<E>> {
    let mut line = 1;
    let mut number = 1;
    let mut bytes = Vec::new();
    let mut reference = String::new();
    let mut first = 1;
    loop {
        let (is_there, fits) = read_until(input, b'\n', &mut bytes)
            .map_err(|error| SkipReason::from(error).after_line(line - 1))?;
        fits?;
        let text = sink.decode(std::mem::take(&mut bytes))?;
        if (text.trim_start().starts_with('@') || !is_there) && !reference.is_empty() {
            let record = bibtex(&std::mem::take(&mut reference));
            if !record.is_empty() {
                sink.push_record(Ok(record), number, first, false)?;
                number += 1;
            }
        }
        if !is_there {
            return Ok(());
        }
        if text.trim_start().starts_with('@') {
            first = line;
        }
        reference.push_str(&text);
        if reference.len() as u64 > LARGEST_RECORD {
            return Err(SkipReason::TooLarge(LARGEST_RECORD).into());
        }
        line += 1;
    }
}

/// The fields of a reference.
fn bibtex(reference: &str) -> Record {
    let mut record = Record::new();
    let Some((kind, body)) = reference.split_once('{') else {
        return record;
    };
    let is_other = ["comment", "string", "preamble"]
        .contains(&&*kind.trim().trim_start_matches('@').to_lowercase());
    let Some((key, mut rest)) = body.split_once(',').filter(|_| !is_other) else {
        return record;
    };
    Value::add(&mut record, "id", key.trim().into());
    while let Some((name, after)) = rest.split_once('=') {
        let (value, after) = bibtex_value(after.trim_start());
        let name = match &*name
            .trim_matches(|c: char| c == ',' || c.is_whitespace())
            .to_lowercase()
        {
            "abstract" => "text".to_string(),
            "journal" | "journaltitle" | "booktitle" => "source".to_string(),
            "year" if !record.contains_key("date") => "date".to_string(),
            name => name.to_string(),
        };
        if name == "date" {
            record.remove(&name);
        }
        let value: String = value.chars().filter(|c| !matches!(c, '{' | '}')).collect();
        Value::add(
            &mut record,
            &name,
            value.split_whitespace().collect::<Vec<_>>().join(" "),
        );
        rest = after;
    }
    record
}

/// A value in braces, quotation marks or neither, and what is behind it.
fn bibtex_value(text: &str) -> (&str, &str) {
    let mut depth = 0_usize;
    let is_quoted = text.starts_with('"');
    for (at, c) in text.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth > 0 => depth -= 1,
            '"' if is_quoted && at > 0 && depth == 0 => return (&text[1..at], &text[at + 1..]),
            ',' | '}' if depth == 0 && !is_quoted => return (&text[..at], &text[at + 1..]),
            _ => {}
        }
    }
    (text, "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_stand_between_braces() {
        let record = bibtex(
            "@article{k1,\n title = {عنوان {أ}},\n abstract = \"نص، أول\",\n year = 2021, date={2021-03-04}, journal={مجلة}}\n",
        );
        let fields: Vec<String> = record
            .into_iter()
            .map(|(name, value)| format!("{name}={}", value.into_text("|").unwrap()))
            .collect();
        assert_eq!(
            fields.join("; "),
            "date=2021-03-04; id=k1; source=مجلة; text=نص، أول; title=عنوان أ"
        );
        assert!(bibtex("@comment{x, y = {z}}").is_empty());
        assert_eq!(split("TI  - عنوان - آخر"), (Some("TI"), "عنوان - آخر"));
        assert_eq!(split("نص - آخر"), (None, "نص - آخر"));
    }
}
