//! Stems: all words of the vocabulary that are inflections of one.
//!
//! A map from a stem to the list of its words, which lie one behind the other: a query word is inflected by
//! one look-up and one read.

use tantivy::directory::OwnedBytes;
use tantivy_fst::{Map, MapBuilder, Streamer};

use super::{TermEntry, articles, proclitics, varint};

/// The words of each stem. Its bytes: the length of the lists, the lists, then the map from a stem to
/// where its list begins.
pub(super) struct Stems {
    bytes: OwnedBytes,
    lists: Map<OwnedBytes>,
}

/// Bytes of the number in front of the lists.
const START: usize = 8;

/// The bytes of the words in `entries`: stem, word and packed value, in order.
pub(super) fn build(entries: &[(&str, &str, u64)]) -> tantivy_fst::Result<Vec<u8>> {
    let mut map = MapBuilder::memory();
    let mut bytes = vec![0; START];
    for list in entries.chunk_by(|a, b| a.0 == b.0) {
        map.insert(list[0].0, bytes.len() as u64)?;
        varint::push(length(list.len()), &mut bytes);
        for (_, form, value) in list {
            varint::push(length(form.len()), &mut bytes);
            bytes.extend_from_slice(form.as_bytes());
            varint::push(articles(*value), &mut bytes);
            varint::push(length(proclitics(*value)), &mut bytes);
        }
    }
    let end = bytes.len() as u64;
    bytes[..START].copy_from_slice(&end.to_le_bytes());
    bytes.append(&mut map.into_inner()?);
    Ok(bytes)
}

/// A length as it is kept; words and their lists are shorter than 4 GB.
fn length(of: usize) -> u32 {
    u32::try_from(of).unwrap_or(u32::MAX)
}

impl Stems {
    /// Opens what [`build`] made; `None` if it is something else.
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

    /// The words of `stem`, in order.
    pub fn find(&self, stem: &str) -> Vec<TermEntry> {
        let list = self.lists.get(stem).and_then(|at| self.list(at));
        list.unwrap_or_default()
    }

    /// Calls `take` with each stem and its words, in order.
    pub fn each(&self, mut take: impl FnMut(&str, &[TermEntry])) {
        let mut stream = self.lists.stream();
        while let Some((stem, at)) = stream.next() {
            if let (Ok(stem), Some(list)) = (std::str::from_utf8(stem), self.list(at)) {
                take(stem, &list);
            }
        }
    }

    fn list(&self, at: u64) -> Option<Vec<TermEntry>> {
        let mut rest = self.bytes.get(usize::try_from(at).ok()?..)?;
        let count = varint::take(&mut rest)?;
        let forms = (0..count).map(|_| {
            let length = varint::take(&mut rest)? as usize;
            let (form, behind) = rest.split_at_checked(length)?;
            rest = behind;
            Some(TermEntry {
                form: std::str::from_utf8(form).ok()?.to_string(),
                articles: varint::take(&mut rest)?,
                proclitics: varint::take(&mut rest)? as usize,
            })
        });
        forms.collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::pack;
    use super::*;

    #[test]
    fn words_are_found_by_their_stem() {
        let entries = [
            ("ارميني", "ارمينيا", pack(5, 0)),
            ("قوات", "القوات", pack(70_000, 4)),
            ("قوات", "قوات", pack(9, 0)),
        ];
        let stems = Stems::open(OwnedBytes::new(build(&entries).unwrap())).unwrap();
        let form = |form: &str, articles, proclitics| TermEntry {
            form: form.to_string(),
            articles,
            proclitics,
        };
        let forces = [form("القوات", 70_000, 4), form("قوات", 9, 0)];
        assert_eq!(stems.find("قوات"), forces);
        assert_eq!(stems.find("قو"), []);
        let mut all = Vec::new();
        stems.each(|stem, forms| all.push((stem.to_string(), forms.to_vec())));
        assert_eq!(all.len(), 2);
        assert_eq!(all[1], ("قوات".to_string(), forces.to_vec()));
    }

    #[test]
    fn nothing_and_junk_are_opened_or_refused() {
        let nothing = OwnedBytes::new(build(&[]).unwrap());
        assert_eq!(Stems::open(nothing).unwrap().find("قوات"), []);
        for junk in [&b""[..], b"\xFF\xFF\xFF\xFF", b"abcdefghijklmnop"] {
            assert!(Stems::open(OwnedBytes::new(junk.to_vec())).is_none());
        }
    }
}
