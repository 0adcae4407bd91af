//! Looking up: articles by their addresses and ids, and what columns say of them.
//!
//! Knows stored articles, not queries.

use std::collections::hash_map::Entry;

use rustc_hash::FxHashMap;
use tantivy::schema::IndexRecordOption;
use tantivy::{DocId, DocSet, Searcher, SegmentReader, TERMINATED, Term};

use super::address::ArticleAddress;
use super::damage::Damage;
use super::error::IndexError;
use super::identity::{Identities, WholeIdentity};
use super::reader::Index;
use super::stored;
use super::versions::Version;
use fihris_corpus::{Article, FileName};

impl Index {
    /// The name of the file of the article at `address`.
    ///
    /// # Errors
    /// If the index cannot be read.
    pub fn file_of(&self, address: ArticleAddress) -> Result<FileName, IndexError> {
        Ok(self.column(address, "file")?.unwrap_or_default().into())
    }

    /// Who published the article at `address`, where the input says so.
    ///
    /// # Errors
    /// If the index cannot be read.
    pub fn source_of(&self, address: ArticleAddress) -> Result<Option<String>, IndexError> {
        self.column(address, "origin")
    }

    /// What tells each of the articles at `addresses` from all others, in every index that is made of the same files.
    ///
    /// # Errors
    /// If the index cannot be read.
    pub fn identities(
        &self,
        addresses: &[ArticleAddress],
    ) -> Result<Vec<WholeIdentity>, IndexError> {
        let segments = self.searcher().segment_readers().iter();
        let opened: Vec<_> = segments.map(Identities::open).collect::<Result<_, _>>()?;
        let whole = |address: &ArticleAddress| {
            let of_segment = opened.get(address.segment() as usize);
            match of_segment.and_then(Option::as_ref) {
                Some(identities) => identities.whole(identities.get(address.doc())),
                None => Ok(WholeIdentity::default()),
            }
        };
        addresses
            .iter()
            .map(|address| Ok(whole(address)?))
            .collect()
    }

    /// Puts addresses into the order in which the articles were read: by the names of their files, and the places in
    /// them.
    ///
    /// # Errors
    /// If the index cannot be read.
    pub fn put_in_order(&self, addresses: &mut [ArticleAddress]) -> Result<(), IndexError> {
        let segments = self.searcher().segment_readers().iter();
        let identities: Vec<_> = segments.map(Identities::open).collect::<Result<_, _>>()?;
        let of = |address: ArticleAddress| {
            let identities = identities.get(address.segment() as usize)?.as_ref()?;
            Some((identities, identities.get(address.doc())))
        };
        let mut names: FxHashMap<(u32, u64), FileName> = FxHashMap::default();
        for address in addresses.iter() {
            let Some((identities, identity)) = of(*address) else {
                continue;
            };
            if let Entry::Vacant(name) = names.entry((address.segment(), identity.file)) {
                name.insert(identities.whole(identity)?.1);
            }
        }
        addresses.sort_by_cached_key(|address| {
            let (_, identity) = of(*address)?;
            let name = names.get(&(address.segment(), identity.file))?;
            Some((name, identity.place, identity.id))
        });
        Ok(())
    }

    /// The value of a column of texts.
    fn column(&self, address: ArticleAddress, name: &str) -> Result<Option<String>, IndexError> {
        let segment = self.searcher().segment_reader(address.segment());
        let Some(column) = segment.fast_fields().str(name)? else {
            return Ok(None);
        };
        let Some(ordinal) = column.ords().first(address.doc()) else {
            return Ok(None);
        };
        let mut text = String::new();
        column.ord_to_str(ordinal, &mut text)?;
        Ok(Some(text))
    }

    /// The article at `address`.
    ///
    /// # Errors
    /// If the index cannot be read, or holds no article there.
    pub fn article(&self, address: ArticleAddress) -> Result<Article, IndexError> {
        let document = self.searcher().doc(address.in_engine())?;
        stored::article(&document, &self.fields().article).ok_or_else(|| {
            let (document, segment) = (address.doc(), address.segment());
            IndexError::damaged(self.generation(), Damage::NoArticle { document, segment })
        })
    }

    /// Each text with this id, in the order of files and places in them: its article and, if that is the first
    /// of several stories of one text, those behind it. `ID#1` names the first story alone. Empty if there is
    /// none.
    ///
    /// # Errors
    /// If the index cannot be read.
    pub fn texts(&self, id: &str) -> Result<Vec<Vec<Article>>, IndexError> {
        let texts = self.texts_in(self.searcher(), id)?;
        if texts.is_empty() && !self.versions().is_empty() {
            return self.texts_in(self.all(), id);
        }
        Ok(texts)
    }

    /// What is known of `article`, which is in the index, if there are other versions of it.
    ///
    /// # Errors
    /// If the index cannot be read.
    pub fn version_of(&self, article: &Article) -> Result<Option<Version>, IndexError> {
        if self.versions().is_empty() {
            return Ok(None);
        }
        let found = self.identified(self.all(), &article.id)?;
        let this = found
            .iter()
            .find(|((_, file, place), _)| (file, *place) == (&article.file, article.place));
        Ok(this.and_then(|(_, address)| self.versions().get(*address)))
    }

    fn texts_in(&self, searcher: &Searcher, id: &str) -> Result<Vec<Vec<Article>>, IndexError> {
        let mut texts = Vec::new();
        for address in self.addresses_in(searcher, id)? {
            let first = self.article(address)?;
            texts.push(self.with_following(searcher, first)?);
        }
        if texts.is_empty()
            && let Some(first) = id.strip_suffix("#1")
        {
            for address in self.addresses_in(searcher, first)? {
                texts.push(vec![self.article(address)?]);
            }
        }
        Ok(texts)
    }

    /// An article with the stories that stand behind it in one text.
    fn with_following(
        &self,
        searcher: &Searcher,
        first: Article,
    ) -> Result<Vec<Article>, IndexError> {
        let mut stories = vec![first];
        loop {
            let (first, last) = (&stories[0], &stories[stories.len() - 1]);
            let next = format!("{}#{}", first.id, stories.len() + 1);
            let mut following = None;
            for address in self.addresses_in(searcher, &next)? {
                let story = self.article(address)?;
                // A record of a collection may be called so as well.
                let is_next = story.start > last.start
                    && story.file == first.file
                    && story.place == last.place + 1;
                following = following.or(Some(story).filter(|_| is_next));
            }
            match following {
                Some(story) => stories.push(story),
                None => return Ok(stories),
            }
        }
    }

    /// Where the first article with this id is.
    ///
    /// # Errors
    /// If the index cannot be read.
    pub fn address(&self, id: &str) -> Result<Option<ArticleAddress>, IndexError> {
        let term = Term::from_field_text(self.fields().article.id, id);
        Ok(self.first_with(&term)?.map(|(_, address)| address))
    }

    /// Where all articles with this id are, in the order of files and places in them.
    ///
    /// # Errors
    /// If the index cannot be read.
    pub fn addresses(&self, id: &str) -> Result<Vec<ArticleAddress>, IndexError> {
        self.addresses_in(self.searcher(), id)
    }

    fn addresses_in(
        &self,
        searcher: &Searcher,
        id: &str,
    ) -> Result<Vec<ArticleAddress>, IndexError> {
        let found = self.identified(searcher, id)?.into_iter();
        Ok(found.map(|(_, address)| address).collect())
    }

    /// The articles with this id, in the order of their identities.
    fn identified(
        &self,
        searcher: &Searcher,
        id: &str,
    ) -> Result<Vec<(WholeIdentity, ArticleAddress)>, IndexError> {
        let term = Term::from_field_text(self.fields().article.id, id);
        let mut found: Vec<(WholeIdentity, ArticleAddress)> = Vec::new();
        for (segment_ord, segment) in (0..).zip(searcher.segment_readers()) {
            if let Some(identities) = Identities::open(segment)? {
                for doc in alive_with(segment, &term)? {
                    let identity = identities.whole(identities.get(doc))?;
                    found.push((identity, ArticleAddress::new(segment_ord, doc)));
                }
            }
        }
        found.sort_unstable();
        Ok(found)
    }

    /// The first article, in the order of identities, that holds `term`.
    fn first_with(
        &self,
        term: &Term,
    ) -> Result<Option<(WholeIdentity, ArticleAddress)>, IndexError> {
        let mut first: Option<(WholeIdentity, ArticleAddress)> = None;
        for (segment_ord, segment) in (0..).zip(self.searcher().segment_readers()) {
            let Some(identities) = Identities::open(segment)? else {
                continue;
            };
            let docs = alive_with(segment, term)?.into_iter();
            let Some((identity, doc)) = docs.map(|doc| (identities.get(doc), doc)).min() else {
                continue;
            };
            let found = (
                identities.whole(identity)?,
                ArticleAddress::new(segment_ord, doc),
            );
            if first.as_ref().is_none_or(|first| found < *first) {
                first = Some(found);
            }
        }
        Ok(first)
    }
}

/// The documents of `segment` that hold `term` and are not deleted.
fn alive_with(segment: &SegmentReader, term: &Term) -> Result<Vec<DocId>, IndexError> {
    let index = segment.inverted_index(term.field())?;
    let Some(mut postings) = index.read_postings(term, IndexRecordOption::Basic)? else {
        return Ok(Vec::new());
    };
    let mut docs = Vec::new();
    let mut doc = postings.doc();
    while doc != TERMINATED {
        if !segment.is_deleted(doc) {
            docs.push(doc);
        }
        doc = postings.advance();
    }
    Ok(docs)
}
