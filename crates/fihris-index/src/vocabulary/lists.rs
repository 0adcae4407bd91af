//! Lists of words by a key: the words of a folded form, the words of a lexeme.
//!
//! A map from a key to its list; lists lie one behind the other, so that one look-up and one read give all words
//! of a key. A list of nothing but its own key, as most are, is in the map itself.

use std::borrow::Cow;

use tantivy::directory::OwnedBytes;
use tantivy_fst::{Automaton, Map, MapBuilder, Streamer};

use super::varint;

/// Lists by their keys. Its bytes: the length of the lists, the lists, then the map from a key to where its list
/// begins, or to the figures of the only word.
pub(super) struct TermLists {
    bytes: OwnedBytes,
    lists: Map<OwnedBytes>,
}

/// Bytes of the number in front of the lists.
const START: usize = 8;

/// Makes the bytes of lists, whose keys come in order.
pub(super) struct Builder {
    map: MapBuilder<Vec<u8>>,
    bytes: Vec<u8>,
}

impl Builder {
    pub fn new() -> Self {
        Self {
            map: MapBuilder::memory(),
            bytes: vec![0; START],
        }
    }

    /// Adds the list of `key`.
    pub fn add(&mut self, key: &[u8], words: &[Listed]) -> tantivy_fst::Result<()> {
        if let [word] = words
            && word.form.as_bytes() == key
        {
            return self.map.insert(key, word.to_inline());
        }
        self.map.insert(key, (self.bytes.len() as u64) << 1)?;
        varint::push(length(words.len()), &mut self.bytes);
        for word in words {
            varint::push(length(word.form.len()), &mut self.bytes);
            self.bytes.extend_from_slice(word.form.as_bytes());
            varint::push(word.articles, &mut self.bytes);
            varint::push(
                length(word.proclitics) << 2 | u32::from(word.is_aside) << 1 | u32::from(word.flag),
                &mut self.bytes,
            );
        }
        Ok(())
    }

    pub fn finish(mut self) -> tantivy_fst::Result<Vec<u8>> {
        let end = self.bytes.len() as u64;
        self.bytes[..START].copy_from_slice(&end.to_le_bytes());
        self.bytes.append(&mut self.map.into_inner()?);
        Ok(self.bytes)
    }
}

/// A length as it is kept; words and their lists are shorter than 4 GB.
fn length(of: usize) -> u32 {
    u32::try_from(of).unwrap_or(u32::MAX)
}

/// A word of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Listed<'a> {
    /// As it is written.
    pub form: Cow<'a, str>,
    /// In how many articles it stands.
    pub articles: u32,
    /// Whether these are those where it stands in zones that are not usually searched, for it stands in no other.
    pub is_aside: bool,
    /// Byte length of its proclitics, below 128.
    pub proclitics: usize,
    /// What else is to be known of a word in such a list: yes or no.
    pub flag: bool,
}

impl<'a> Listed<'a> {
    pub fn into_owned(self) -> Listed<'static> {
        Listed {
            form: Cow::Owned(self.form.into_owned()),
            ..self
        }
    }

    /// The value of a key that is its own only word: marked by the lowest bit.
    fn to_inline(&self) -> u64 {
        let proclitics = self.proclitics as u64 & 0x7F;
        let flags = u64::from(self.is_aside) << 2 | u64::from(self.flag) << 1 | 1;
        u64::from(self.articles) << 10 | proclitics << 3 | flags
    }

    /// The only word of `key`, if that is what the `value` of it says.
    #[allow(clippy::cast_possible_truncation)] // packed from a u32
    pub fn inline(key: &'a str, value: u64) -> Option<Self> {
        (value & 1 == 1).then(|| Self {
            form: Cow::Borrowed(key),
            articles: (value >> 10) as u32,
            is_aside: value & 4 != 0,
            proclitics: usize::from((value >> 3).to_le_bytes()[0] & 0x7F),
            flag: value & 2 != 0,
        })
    }
}

impl TermLists {
    /// Opens what [`Builder`] made; `None` if it is something else.
    pub fn open(bytes: OwnedBytes) -> Option<Self> {
        let end = u64::from_le_bytes(bytes.get(..START)?.try_into().ok()?);
        let end = usize::try_from(end).ok()?;
        if !(START..=bytes.len()).contains(&end) {
            return None;
        }
        let lists = super::map(bytes.slice(end..bytes.len())).ok()?;
        Some(Self { bytes, lists })
    }

    /// What it was opened from.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The words of `key`, in order.
    pub fn find<'a>(&'a self, key: &'a [u8]) -> Vec<Listed<'a>> {
        let value = self.lists.get(key);
        value
            .and_then(|value| self.list(key, value))
            .unwrap_or_default()
    }

    /// Calls `take` with each key and its words, in order.
    pub fn each(&self, mut take: impl FnMut(&[u8], Vec<Listed>)) {
        let mut keys = self.lists.stream();
        while let Some((key, value)) = keys.next() {
            take(key, self.list(key, value).unwrap_or_default());
        }
    }

    /// The keys that begin with `prefix` or come behind, in order, with where their lists are.
    pub fn from(&self, prefix: &[u8]) -> tantivy_fst::map::StreamBuilder<'_> {
        self.lists.range().ge(prefix)
    }

    /// The keys that `automaton` accepts, in order, with where their lists are.
    pub fn search<A: Automaton>(&self, automaton: A) -> tantivy_fst::map::StreamBuilder<'_, A> {
        self.lists.search(automaton)
    }

    /// The words of `key`, whose list is where `value` says.
    pub fn list<'a>(&'a self, key: &'a [u8], value: u64) -> Option<Vec<Listed<'a>>> {
        if value & 1 == 1 {
            let key = std::str::from_utf8(key).ok()?;
            return Some(Listed::inline(key, value).into_iter().collect());
        }
        let mut rest = self.bytes.get(usize::try_from(value >> 1).ok()?..)?;
        let count = varint::take(&mut rest)?;
        let words = (0..count).map(|_| {
            let length = varint::take(&mut rest)? as usize;
            let (form, behind) = rest.split_at_checked(length)?;
            rest = behind;
            let articles = varint::take(&mut rest)?;
            let marks = varint::take(&mut rest)?;
            Some(Listed {
                form: Cow::Borrowed(std::str::from_utf8(form).ok()?),
                articles,
                is_aside: marks & 2 != 0,
                proclitics: (marks >> 2) as usize,
                flag: marks & 1 != 0,
            })
        });
        words.collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn word(form: &str, articles: u32, proclitics: usize, flag: bool) -> Listed<'_> {
        Listed {
            form: form.into(),
            articles,
            is_aside: articles == 9,
            proclitics,
            flag,
        }
    }

    #[test]
    fn words_are_found_by_their_key() {
        let mut builder = Builder::new();
        let ali = [word("علي", 70_000, 0, true), word("على", 9, 0, false)];
        let forces = [word("والقوات", u32::MAX, 6, true)];
        builder.add("علي".as_bytes(), &ali).unwrap();
        builder.add("والقوات".as_bytes(), &forces).unwrap();
        let lists = TermLists::open(OwnedBytes::new(builder.finish().unwrap())).unwrap();
        assert_eq!(lists.find("علي".as_bytes()), ali);
        assert_eq!(lists.find("والقوات".as_bytes()), forces);
        assert_eq!(lists.find("عل".as_bytes()), []);
    }

    #[test]
    fn nothing_and_junk_are_opened_or_refused() {
        let nothing = OwnedBytes::new(Builder::new().finish().unwrap());
        assert_eq!(TermLists::open(nothing).unwrap().find(b"x"), []);
        for junk in [&b""[..], b"\xFF\xFF\xFF\xFF", b"abcdefghijklmnop"] {
            assert!(TermLists::open(OwnedBytes::new(junk.to_vec())).is_none());
        }
    }
}
