//! Lists within an object: the articles of one that is too large for the memory, or of one that has them in an object of its own, as the
//! answers of Elasticsearch and Solr, and the export of a whole account of Telegram.
//!
//! The object is read byte by byte, and one element of a list is in memory at once.

use std::io::BufRead;

use super::brackets::Inside;
use super::envelope::{member, source};
use crate::fields::is_same_name;
use crate::limits::{LARGEST_RECORD, LONGEST_NAME};
use crate::sink::{ArticleSink, Stop};
use crate::skip::{DamageKind, SkipReason};
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
        input,
        line,
        number,
        sink,
    };
    let is_whole = match lists.object(Level::Top) {
        Ok(()) => true,
        Err(Stop::Skip(SkipReason::EndsInside)) => false,
        Err(stop) => return Err(stop),
    };
    Ok(Found {
        count: lists.number - number,
        line: lists.line,
        is_whole,
    })
}

struct Lists<'a, 's, E> {
    input: &'a mut dyn BufRead,
    /// The line where the next byte stands.
    line: usize,
    /// The number of the next article.
    number: usize,
    sink: &'a mut ArticleSink<'s, E>,
}

/// A value as it is written.
struct Written {
    bytes: Vec<u8>,
    /// Whether these are all, or it is too long.
    fits: bool,
    /// Its first byte.
    first: Option<u8>,
}

impl<E> Lists<'_, '_, E> {
    /// Reads an object, whose lists hold articles.
    fn object(&mut self, level: Level) -> Result<(), Stop<E>> {
        self.pass(b'{')?;
        let mut about = Record::new();
        loop {
            match self.next_byte()? {
                b'}' => return self.pass(b'}'),
                b',' => self.pass(b',')?,
                _ => {
                    let name = self.text()?;
                    self.next_byte()?;
                    self.pass(b':')?;
                    self.field(level, name.as_deref().unwrap_or_default(), &mut about)?;
                }
            }
        }
    }

    /// Reads what a field of an object holds; what is known `about` it so far tells who published it.
    fn field(&mut self, level: Level, name: &str, about: &mut Record) -> Result<(), Stop<E>> {
        let is_usual = LISTS.iter().any(|usual| is_same_name(name, usual));
        match self.next_byte()? {
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
            b'"' => {
                let text = self.text()?.filter(|_| about.len() < MOST_ABOUT);
                about.extend(text.map(|text| (name.to_string(), Value::Text(text))));
                Ok(())
            }
            b'0'..=b'9' if level == Level::Chat && name == "id" => {
                let written = self.written(LONGEST_NAME as u64)?;
                let id = String::from_utf8(written.bytes).ok();
                about.extend(id.map(|id| (name.to_string(), Value::Text(id))));
                Ok(())
            }
            _ => self.written(0).map(drop),
        }
    }

    /// Reads a list of articles, or of chats, which have lists of articles.
    fn list(&mut self, shared: &Shared, of_chats: bool) -> Result<(), Stop<E>> {
        self.pass(b'[')?;
        loop {
            match self.next_byte()? {
                b']' => return self.pass(b']'),
                b',' => self.pass(b',')?,
                b'}' => return Err(self.no_json()),
                b'{' if of_chats => self.object(Level::Chat)?,
                b'{' => {
                    let line = self.line;
                    let written = self.written(LARGEST_RECORD)?;
                    self.article(written, line, shared)?;
                }
                _ => drop(self.written(0)?),
            }
        }
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

    /// The next byte behind spaces.
    fn next_byte(&mut self) -> Result<u8, Stop<E>> {
        loop {
            let buffer = self.input.fill_buf()?;
            let spaces = buffer.iter().take_while(|it| it.is_ascii_whitespace());
            let spaces = spaces.count();
            self.line += super::count(&buffer[..spaces], b'\n');
            let (next, is_end) = (buffer.get(spaces).copied(), buffer.is_empty());
            self.input.consume(spaces);
            match next {
                Some(byte) => return Ok(byte),
                None if is_end => return Err(SkipReason::EndsInside.into()),
                None => {}
            }
        }
    }

    /// Goes over a byte that must be this.
    fn pass(&mut self, byte: u8) -> Result<(), Stop<E>> {
        if self.next_byte()? != byte {
            return Err(self.no_json());
        }
        self.input.consume(1);
        Ok(())
    }

    fn no_json(&self) -> Stop<E> {
        let reason = SkipReason::damaged(DamageKind::Other, "no valid JSON");
        reason.after_line(self.line).into()
    }

    /// The text that stands next; none if it is too long for a name.
    fn text(&mut self) -> Result<Option<String>, Stop<E>> {
        let written = self.written(LONGEST_NAME as u64)?;
        let text = || serde_json::from_slice(&written.bytes).ok();
        if written.first != Some(b'"') {
            return Err(self.no_json());
        }
        Ok(written.fits.then(text).flatten())
    }

    /// The value that stands next, at most so many bytes of it.
    fn written(&mut self, most: u64) -> Result<Written, Stop<E>> {
        let mut written = Written {
            bytes: Vec::new(),
            fits: true,
            first: None,
        };
        let mut inside = Inside::default();
        loop {
            let buffer = self.input.fill_buf()?;
            if buffer.is_empty() {
                return Err(SkipReason::EndsInside.into());
            }
            let (taken, ends) = value_in(buffer, &mut written.first, &mut inside);
            self.line += super::count(&buffer[..taken], b'\n');
            written.fits &= (written.bytes.len() + taken) as u64 <= most;
            if written.fits {
                written.bytes.extend_from_slice(&buffer[..taken]);
            } else {
                written.bytes = Vec::new();
            }
            self.input.consume(taken);
            if ends {
                return Ok(written);
            }
        }
    }
}

/// How many bytes at the start of `buffer` belong to a value, whose `first` byte may have come before, and whether it ends there.
fn value_in(buffer: &[u8], first: &mut Option<u8>, inside: &mut Inside) -> (usize, bool) {
    let mut at = 0;
    while let Some(&byte) = buffer.get(at) {
        let first = *first.get_or_insert(byte);
        let is_simple = !matches!(first, b'{' | b'[' | b'"');
        if is_simple && (byte.is_ascii_whitespace() || matches!(byte, b',' | b'}' | b']')) {
            return (at, true);
        }
        let ends = inside.ends_with(byte);
        at += 1;
        if ends || first == b'"' && !inside.is_in_string() {
            return (at, true);
        }
        if inside.is_in_text() {
            let rest = &buffer[at..];
            at += memchr::memchr2(b'"', b'\\', rest).unwrap_or(rest.len());
        }
    }
    (buffer.len(), false)
}

#[cfg(test)]
mod tests {
    use crate::event::ReadEvent;
    use crate::file_kind::Kind;
    use crate::{Format, ReadOptions, read_file};

    /// The texts, or the sources, of what is in a file, and problems with it.
    fn read(json: &str) -> Vec<String> {
        let mut all = Vec::new();
        let options = ReadOptions::default();
        let file = std::io::Cursor::new(json);
        let format = Format::plain(Kind::Json);
        let _ = read_file("a.json", format, &options, file, &mut |event| {
            match event {
                ReadEvent::Article(it) => {
                    let source = it.source.map(|it| format!("{it}: ")).unwrap_or_default();
                    let id = it
                        .id
                        .as_str()
                        .split_once('/')
                        .map(|_| format!("{} ", it.id));
                    all.push(format!("{}{source}{}", id.unwrap_or_default(), it.text));
                }
                ReadEvent::Skipped(place, reason) => all.push(format!("{place}: {reason}")),
                _ => {}
            }
            Ok::<_, std::convert::Infallible>(())
        });
        all
    }

    /// An object that holds so much besides that it is too large for the memory.
    fn large(json: &str) -> String {
        let much = format!(
            "\"about\": \"{}\", \"more\": [1, {{}}],",
            "a".repeat(65 << 20)
        );
        json.replacen('{', &format!("{{{much}"), 1)
    }

    #[test]
    fn lists_are_found_however_large_the_object_is() {
        for (json, expected) in [
            (
                r#"{"hits": {"total": {"value": 2}, "hits": [{"_id": "1", "_source": {"text": "a"}}, {"_id": "2", "_source": {"text": "b"}}]}}"#,
                &["a", "b"][..],
            ),
            (
                r#"{"response": {"numFound": 1, "docs": [{"text": "a"}]}}"#,
                &["a"],
            ),
            (
                r#"{"about": "x", "chats": {"list": [{"name": "أولى", "id": 7, "messages": [{"type": "service", "action": "x", "text": ""}, {"id": 1, "text": ["a", {"type": "bold", "text": "b"}]}]}, {"id": 8, "name": "ثانية", "messages": [{"id": 1, "text": "c"}]}]}, "left_chats": {"list": []}}"#,
                &["7/1 أولى: ab", "8/1 ثانية: c"],
            ),
            (
                r#"{"title": "مدونة", "articles": [{"text": "a"}, {"text": "b"}]}"#,
                &["مدونة: a", "مدونة: b"],
            ),
        ] {
            assert_eq!(read(json), expected, "{json}");
            if json.contains("chats") {
                assert_eq!(read(&large(json)), expected, "{json}");
            }
        }
    }

    #[test]
    fn what_is_broken_in_a_large_object_is_told() {
        let json = "{\"articles\": [{\"text\": \"a\"},\n{a b},\n{\"text\": \"c\"}";
        let expected = [
            "a",
            "a.json:2: not an article: no JSON object: key must be a string at column 2",
            "c",
            "a.json:3: the file ends before this does",
        ];
        assert_eq!(read(&large(json)), expected);
        assert_eq!(
            read(&(large("{\"a\": []}") + "\n{\"text\": \"b\"}")),
            ["a.json:1: larger than 64 MiB", "b"]
        );
    }
}
