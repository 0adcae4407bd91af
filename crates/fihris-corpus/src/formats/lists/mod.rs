//! Lists within an object: the articles of one that is too large for the memory, or of one that has them in an object of its own, as the
//! answers of Elasticsearch and Solr, and the export of a whole account of Telegram; or of one that has each by its id.
//!
//! The object is read byte by byte, and one element of a list is in memory at once.

mod scanner;
#[cfg(test)]
mod tests;

use std::io::BufRead;

use self::scanner::{Scanner, Written};
use super::envelope::{has_text, member, source};
use crate::fields::{Part, is_same_name};
use crate::limits::{LARGEST_RECORD, LONGEST_NAME};
use crate::sink::{ArticleSink, Stop};
use crate::skip::SkipReason;
use crate::usual_names::LISTS;
use crate::value::{Record, Value, record};
use crate::value_text::text_of;

/// Objects around a list, by their names.
const AROUND: [&str; 2] = ["hits", "response"];

/// Objects around a list of objects that have lists of their own.
const ACCOUNTS: [&str; 2] = ["chats", "left_chats"];

/// The most texts of an object that are looked at for who published what is in it.
const MOST_ABOUT: usize = 100;

/// How that list is called.
const CHATS: &str = "list";

/// Whether a field of this name may hold an object around a list.
pub(super) fn is_around(name: &str) -> bool {
    AROUND.contains(&name) || ACCOUNTS.contains(&name)
}

/// Where an object stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Level {
    /// At the top.
    Top,
    /// Around a list.
    Around,
    /// Around a list of chats.
    Account,
    /// A chat in that list.
    Chat,
}

/// What is known of the records of a list.
#[derive(Default)]
struct Shared {
    /// Who published them, if they do not say so.
    source: Option<String>,
    /// What names their chat; their own ids are those in it.
    chat: Option<String>,
    /// Whether the list is one of articles by its name.
    is_usual: bool,
}

/// What was found in an object.
pub(super) struct Found {
    /// Articles and problems.
    pub count: usize,
    /// The line where it ends.
    pub line: usize,
    /// Whether its end is there.
    pub is_whole: bool,
}

/// Reads the articles in the lists of the object at the start of `input`, which begins at this line; the first has this number.
///
/// # Errors
/// If `input` or whoever takes the articles fails, or it is no JSON.
pub(super) fn read<E>(
    input: &mut dyn BufRead,
    (number, line): (usize, usize),
    sink: &mut ArticleSink<E>,
) -> Result<Found, Stop<E>> {
    let mut lists = Lists {
        json: Scanner { input, line },
        number,
        has_only_objects: true,
        sink,
    };
    let is_whole = match lists.object(Level::Top) {
        Ok(()) => true,
        Err(Stop::Skip(SkipReason::EndsInside)) => false,
        Err(stop) => return Err(stop),
    };
    Ok(Found {
        count: lists.number - number,
        line: lists.json.line,
        is_whole,
    })
}

struct Lists<'a, 's, E> {
    json: Scanner<'a>,
    /// The number of the next article.
    number: usize,
    /// Whether all fields so far hold objects: these may be articles, called by their ids.
    has_only_objects: bool,
    sink: &'a mut ArticleSink<'s, E>,
}

impl<E> Lists<'_, '_, E> {
    /// Reads an object, whose lists hold articles.
    fn object(&mut self, level: Level) -> Result<(), Stop<E>> {
        self.json.pass(b'{')?;
        let mut about = Record::new();
        loop {
            match self.json.next_byte()? {
                b'}' => return Ok(self.json.pass(b'}')?),
                b',' => self.json.pass(b',')?,
                _ => {
                    let name = self.json.text()?;
                    self.json.next_byte()?;
                    self.json.pass(b':')?;
                    self.field(level, name.as_deref().unwrap_or_default(), &mut about)?;
                }
            }
        }
    }

    /// Reads what a field of an object holds; what is known `about` it so far tells who published it.
    fn field(&mut self, level: Level, name: &str, about: &mut Record) -> Result<(), Stop<E>> {
        let is_usual = LISTS.iter().any(|usual| is_same_name(name, usual));
        let next = self.json.next_byte()?;
        self.has_only_objects &= next == b'{' && !is_around(name);
        match next {
            b'[' if level == Level::Account && name == CHATS => self.list(&Shared::default(), true),
            b'[' if is_usual || level == Level::Top => {
                let chat = text_of(about, "id").filter(|_| level == Level::Chat);
                let shared = Shared {
                    source: source(about, self.sink.map()),
                    chat: chat.map(str::to_string),
                    is_usual,
                };
                self.list(&shared, false)
            }
            b'{' if level == Level::Top && AROUND.contains(&name) => self.object(Level::Around),
            b'{' if level == Level::Top && ACCOUNTS.contains(&name) => self.object(Level::Account),
            b'{' if level == Level::Top && self.has_only_objects => self.named(name),
            b'"' => {
                let text = self.json.text()?.filter(|_| about.len() < MOST_ABOUT);
                about.extend(text.map(|text| (name.to_string(), Value::Text(text))));
                Ok(())
            }
            b'0'..=b'9' if level == Level::Chat && name == "id" => {
                let written = self.json.written(LONGEST_NAME as u64)?;
                let id = String::from_utf8(written.bytes).ok();
                about.extend(id.map(|id| (name.to_string(), Value::Text(id))));
                Ok(())
            }
            _ => {
                self.json.written(0)?;
                Ok(())
            }
        }
    }

    /// Reads a list of articles, or of chats, which have lists of articles.
    fn list(&mut self, shared: &Shared, of_chats: bool) -> Result<(), Stop<E>> {
        self.json.pass(b'[')?;
        loop {
            match self.json.next_byte()? {
                b']' => return Ok(self.json.pass(b']')?),
                b',' => self.json.pass(b',')?,
                b'}' => return Err(self.json.no_json().into()),
                b'{' if of_chats => self.object(Level::Chat)?,
                b'{' => {
                    let line = self.json.line;
                    let written = self.json.written(LARGEST_RECORD)?;
                    self.article(written, line, shared)?;
                }
                _ => drop(self.json.written(0)?),
            }
        }
    }

    /// Reads an object that is an article if it has a text; its name is its id, if it has no other.
    fn named(&mut self, name: &str) -> Result<(), Stop<E>> {
        let line = self.json.line;
        let written = self.json.written(LARGEST_RECORD)?;
        if !written.fits {
            let reason = Err(SkipReason::TooLarge(LARGEST_RECORD));
            self.sink.push_record(reason, self.number, line, true)?;
            self.number += 1;
            return Ok(());
        }
        let text = self.sink.decode(written.bytes);
        let Some(mut found) = text.ok().and_then(|text| record(&text).ok()) else {
            return Ok(());
        };
        if !has_text(&found, self.sink.map()) {
            return Ok(());
        }
        let names: Vec<&str> = found.keys().map(String::as_str).collect();
        if self
            .sink
            .map()
            .candidates(Part::Id, &names)
            .next()
            .is_none()
            && !name.is_empty()
        {
            found.insert("id".into(), Value::Text(name.to_string()));
        }
        self.sink.push_record(Ok(found), self.number, line, true)?;
        self.number += 1;
        Ok(())
    }

    /// Gives an element of a list, which is an article if the list is one of articles by its name, or it has a text.
    fn article(&mut self, written: Written, line: usize, shared: &Shared) -> Result<(), Stop<E>> {
        let is_usual = shared.is_usual;
        let found = if written.fits {
            self.sink.decode(written.bytes)
        } else {
            Err(SkipReason::TooLarge(LARGEST_RECORD))
        };
        let found = found.map_err(|reason| (0, reason));
        let (below, found) = match found.and_then(|text| record(&text)) {
            Ok(found) => {
                let source = shared.source.as_deref();
                let Some(mut found) = member(found, source, self.sink.map()) else {
                    return Ok(());
                };
                if let (Some(chat), Some(id)) = (&shared.chat, text_of(&found, "id")) {
                    let id = format!("{chat}/{id}");
                    found.insert("id".into(), Value::Text(id));
                }
                let names: Vec<&str> = found.keys().map(String::as_str).collect();
                if !is_usual && !self.sink.map().has_text_or_title(&names) {
                    return Ok(());
                }
                (0, Ok(found))
            }
            Err(_) if !is_usual => return Ok(()),
            Err((below, reason)) => (below, Err(reason)),
        };
        self.sink
            .push_record(found, self.number, line + below, true)?;
        self.number += 1;
        Ok(())
    }
}
