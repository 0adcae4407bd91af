//! Identities: what tells an article from all others, and orders them where nothing else does.
//!
//! Ids come from the input and may stand in several files, or several times in one; so an article is told by
//! its id, its file, and its place in that. All three lie in columns; texts are numbered there in their order,
//! so that within a segment numbers do, and only what lies in several segments is compared by texts.

use tantivy::columnar::{Column, StrColumn};
use tantivy::{DocId, SegmentReader};

use fihris_corpus::{ArticleId, FileName};

/// The identity of an article within its segment, ordered as the whole ones are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Identity {
    /// The ordinal of its id.
    pub id: u64,
    /// The ordinal of its file.
    pub file: u64,
    /// Its place among the articles of its file.
    pub place: u64,
}

/// The whole identity of an article: its id, the name of its file, and its place among the articles of that.
pub type WholeIdentity = (ArticleId, FileName, u64);

/// The identities of the articles of a segment.
pub struct Identities {
    ids: StrColumn,
    files: StrColumn,
    places: Column<u64>,
}

impl Identities {
    /// Those of `segment`; `None` if it holds no article.
    ///
    /// # Errors
    /// If the index cannot be read.
    pub fn open(segment: &SegmentReader) -> tantivy::Result<Option<Self>> {
        let fast = segment.fast_fields();
        let (Some(ids), Some(files)) = (fast.str("id")?, fast.str("file")?) else {
            return Ok(None);
        };
        let places = fast.u64("place")?;
        Ok(Some(Self { ids, files, places }))
    }

    /// That of the article `doc`.
    #[must_use]
    pub fn get(&self, doc: DocId) -> Identity {
        Identity {
            id: self.ids.ords().first(doc).unwrap_or(0),
            file: self.files.ords().first(doc).unwrap_or(0),
            place: self.places.first(doc).unwrap_or(0),
        }
    }

    /// The ids of articles whose `identities` are in order.
    ///
    /// # Errors
    /// If the index cannot be read.
    pub fn ids(&self, identities: &[Identity]) -> tantivy::Result<Vec<ArticleId>> {
        let ordinals: Vec<u64> = identities.iter().map(|identity| identity.id).collect();
        let ids = texts(&self.ids, &ordinals)?.into_iter();
        Ok(ids.map(ArticleId::from).collect())
    }

    /// The name of the file: dear to look up.
    ///
    /// # Errors
    /// If the index cannot be read.
    pub fn file(&self, identity: Identity) -> tantivy::Result<FileName> {
        Ok(text(&self.files, identity.file)?.into())
    }

    /// The whole of it: dear to look up.
    ///
    /// # Errors
    /// If the index cannot be read.
    pub fn whole(&self, identity: Identity) -> tantivy::Result<WholeIdentity> {
        let id = text(&self.ids, identity.id)?.into();
        Ok((id, self.file(identity)?, identity.place))
    }
}

fn text(column: &StrColumn, ordinal: u64) -> tantivy::Result<String> {
    let mut text = String::new();
    column.ord_to_str(ordinal, &mut text)?;
    Ok(text)
}

/// The texts of a column that have these `ordinals`, which must be in order: much faster than one by one.
///
/// # Errors
/// If the index cannot be read.
pub fn texts(column: &StrColumn, ordinals: &[u64]) -> tantivy::Result<Vec<String>> {
    let mut texts = Vec::with_capacity(ordinals.len());
    let dictionary = column.dictionary();
    dictionary.sorted_ords_to_term_cb(ordinals, |text| {
        texts.push(String::from_utf8_lossy(text).into_owned());
    })?;
    Ok(texts)
}
