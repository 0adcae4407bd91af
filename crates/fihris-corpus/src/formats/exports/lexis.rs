//! `LexisNexis`: documents between lines that count them, or up to lines that end them, with labels.

use arabic_dates::parse_date_field;

use super::lexis_lines::Line;
use super::{Take, on_one_line};
use crate::tags::tidy;
use crate::value::{Record, Value};

/// Whether a text that begins with `start` is an export: it counts documents or ends them, and has their labels.
pub(super) fn is_export(start: &str) -> bool {
    let has = |is_it: &dyn Fn(Line) -> bool| start.lines().any(|line| is_it(Line::read(line)));
    has(&|line| matches!(line, Line::Begin | Line::End))
        && has(&|line| matches!(line, Line::Head("length", _)))
        && has(&|line| matches!(line, Line::Tail("loaded", _) | Line::Copyright))
}

/// Hands the articles of `text` to `take`.
pub(super) fn read<E>(text: &str, take: &mut Take<E>) -> Result<(), E> {
    let mut document = Document::new(1);
    for (number, line) in (1..).zip(text.lines()) {
        match Line::read(line) {
            Line::Begin | Line::End => {
                std::mem::replace(&mut document, Document::new(number + 1)).give(take)?;
            }
            kind => document.add(kind, line),
        }
    }
    document.give(take)
}

/// Where in a document the next line stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// Before the first label: source, day and title.
    Top,
    /// In the value of a label.
    Field(&'static str),
    Text,
    /// Behind the text.
    Below,
}

struct Document {
    line: usize,
    record: Record,
    /// Lines before the first label.
    top: Vec<String>,
    text: String,
    place: Place,
    is_below: bool,
}

impl Document {
    fn new(line: usize) -> Self {
        Self {
            line,
            record: Record::new(),
            top: Vec::new(),
            text: String::new(),
            place: Place::Top,
            is_below: false,
        }
    }

    fn add(&mut self, kind: Line, line: &str) {
        let trimmed = line.trim();
        match kind {
            Line::Head("text", value) if !self.is_below => {
                self.place = Place::Text;
                self.text.push_str(value);
            }
            Line::Head(name, value) if !self.is_below && !self.is_text_begun() => {
                self.begin(name, value);
            }
            Line::Tail(name, value) => {
                self.is_below = true;
                self.begin(name, value);
            }
            Line::Copyright => {
                Value::add(&mut self.record, "copyright", on_one_line(line));
                if self.is_text_begun() {
                    self.is_below = true;
                    self.place = Place::Below;
                }
            }
            _ => match self.place {
                Place::Top if !trimmed.is_empty() => self.top.push(on_one_line(line)),
                Place::Field(_) if trimmed.is_empty() => {
                    self.place = if self.is_below {
                        Place::Below
                    } else {
                        Place::Text
                    };
                }
                Place::Field(name) => self.go_on(name, trimmed),
                Place::Text => {
                    self.text.push_str(trimmed);
                    self.text.push('\n');
                }
                Place::Top | Place::Below => {}
            },
        }
    }

    fn is_text_begun(&self) -> bool {
        !self.text.trim().is_empty()
    }

    fn begin(&mut self, name: &'static str, value: &str) {
        self.place = Place::Field(name);
        self.go_on(name, value);
    }

    fn go_on(&mut self, name: &str, value: &str) {
        match self.record.get_mut(name) {
            Some(Value::Text(text)) => {
                text.push(' ');
                text.push_str(value);
            }
            _ => Value::add(&mut self.record, name, value.to_string()),
        }
    }

    /// Gives the article to `take`, if it is one.
    fn give<E>(mut self, take: &mut Take<E>) -> Result<(), E> {
        Value::add(&mut self.record, "text", tidy(&self.text));
        if !self.record.contains_key("text") && !self.record.contains_key("length") {
            return Ok(()); // a list of documents, or what is between them
        }
        let is_day = |line: &String| {
            let has_year = line
                .as_bytes()
                .windows(4)
                .any(|it| it.iter().all(u8::is_ascii_digit));
            has_year && day(line).is_some()
        };
        let at = self.top.iter().position(is_day);
        let at = at.unwrap_or(self.top.len());
        let mut rest = self.top.split_off(at);
        let day = (!rest.is_empty())
            .then(|| rest.remove(0))
            .and_then(|line| day(&line));
        let is_named = self.record.contains_key("title");
        let mut above = self.top.into_iter();
        // The newer ones have the title first, the older ones behind the day.
        let (source, title) = match (above.next(), above.next()) {
            (Some(title), Some(source)) if !is_named && rest.is_empty() => {
                (Some(source), Some(title))
            }
            (source, _) => (source, rest.pop()),
        };
        Value::add(&mut self.record, "source", source.unwrap_or_default());
        if !is_named {
            Value::add(&mut self.record, "title", title.unwrap_or_default());
        }
        let loaded = self
            .record
            .get("loaded")
            .cloned()
            .and_then(|it| it.into_text(" "));
        Value::add(&mut self.record, "date", day.or(loaded).unwrap_or_default());
        take(self.record, self.line)
    }
}

/// The day in a line as `June 12, 2019 Wednesday 10:00 AM GMT`.
fn day(line: &str) -> Option<String> {
    let words: Vec<&str> = line.split_whitespace().collect();
    (2..=words.len().min(4)).rev().find_map(|count| {
        let date = words[..count].join(" ");
        let date = date.trim_end_matches(',');
        let day = parse_date_field(date).ok()??;
        (count > 1).then(|| day.to_string())
    })
}
