//! Provenance: which record of the world an article is of, and when it was seen.
//!
//! A feed is fetched every hour, a page is crawled again: the same record comes many times, as it was each time.
//! The rule is careful, as two articles that become one are lost, and one that stays two is counted twice:
//!
//! 1. An id that is unique in itself names the record: a URL (see 3), `tag:`, `urn:`, a UUID.
//! 2. Else its URL does, together with the id that the record has besides, as a bare number. Where there is no id,
//!    the index keeps records of one file apart whose headlines differ ([`Provenance::headline`]): a column may hold
//!    the address of a section.
//! 3. A URL counts without its scheme, `www.`, a slash at its end, its fragment, and what tells who followed a link to
//!    it (`utm_source` and the like). A home page is no record.
//! 4. The stories of a record are records of their own: a further one is known by its number and its headline.
//! 5. What has neither such an id nor a URL is a record by itself.

mod moment;
mod named_fields;
mod named_time;
mod web_address;

use xxhash_rust::xxh3::Xxh3Default;

use crate::article::Article;
use crate::id;
use arabic_text::fold;
use moment::seen;
use named_fields::NamedFields;
use web_address::{address_of, is_uuid, normalised};

/// Headlines of fewer words may stand over several articles.
const LEAST_WORDS: usize = 3;

/// Which record an article is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Provenance {
    /// A hash of what names the record: that of another version of it is the same.
    pub record: u64,
    /// A hash of the headline; of headline and text where the headline says little.
    pub headline: u64,
    /// Whether an id names it. In web archives, the address of what was captured is one.
    pub has_id: bool,
    /// When it was seen, in seconds since 1970: when it was captured, by its fields or else the name of its file, or
    /// else last changed, or else published.
    pub seen: Option<i64>,
}

impl Provenance {
    /// That of `article`; `None` if nothing names its record.
    #[must_use]
    pub fn of(article: &Article) -> Option<Self> {
        let fields = NamedFields::new(&article.fields);
        let address = address_of(&fields);
        let own_id = own_id(article);
        let unique = own_id.and_then(unique);
        let url = address.and_then(normalised);
        let mut name = Hash::default();
        match (unique, url, own_id) {
            (Some(unique), ..) => name.add(&unique),
            (None, Some(url), None) => name.add(&url),
            (None, Some(url), Some(id)) => name.add(&url).add(id),
            (None, None, _) => return None,
        };
        let headline = headline(article);
        if article.start > 0 {
            let number = article.id.rsplit_once('#').map_or("", |(_, number)| number);
            name.add(number).add(&headline.to_string());
        }
        Some(Self {
            record: name.digest(),
            headline,
            has_id: own_id.is_some(),
            seen: seen(article, &fields),
        })
    }
}

/// The id that the record of `article` has in the input.
fn own_id(article: &Article) -> Option<&str> {
    let id = id::whole(&article.id, article.start);
    let rest = id.strip_prefix(article.file.as_str());
    let is_ours = rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('#'));
    (!is_ours).then_some(id)
}

/// What names a record by `id` alone, if that is unique in itself.
fn unique(id: &str) -> Option<String> {
    let id = id.trim();
    let scheme = id.split_once(':').map(|(scheme, _)| scheme);
    let is_name = scheme.is_some_and(|scheme| {
        ["tag", "urn"]
            .iter()
            .any(|known| known.eq_ignore_ascii_case(scheme))
    });
    if is_name || is_uuid(id) {
        return Some(id.to_string());
    }
    normalised(id)
}

/// See [`Provenance::headline`].
fn headline(article: &Article) -> u64 {
    let title = fold(article.title().unwrap_or_default());
    let mut hash = Hash::default();
    hash.add(&title);
    if title.split_whitespace().count() < LEAST_WORDS {
        hash.add(&article.text);
    }
    hash.digest()
}

/// A hash of parts: others make another.
#[derive(Default)]
struct Hash(Xxh3Default);

impl Hash {
    fn add(&mut self, part: &str) -> &mut Self {
        self.0.update(part.as_bytes());
        self.0.update(&[0xFF]); // no byte of UTF-8
        self
    }

    fn digest(&self) -> u64 {
        self.0.digest()
    }
}

#[cfg(test)]
mod tests;
