//! Form occurrences: in which forms a word or a name stands in articles, read off positions.
//!
//! No text is opened. Where positions do not tell what matches, the caller has to look at the texts.

use rayon::prelude::*;
use rustc_hash::FxHashSet;
use tantivy::DocId;

use crate::cursor::PositionCursor;
use crate::field_part::FieldPart;
use crate::occurrence_reader::is_readable;
use crate::segment::SegmentContext;
use crate::term_dictionary::TermDictionary;
use crate::zone_filter::ZoneFilter;
use fihris_index::{ArticleAddress, Index, IndexError};
use fihris_query::expansion::{Clause, TermExpansion};

/// Articles that one task looks at.
const BLOCK: usize = 4096;

/// A form as it is written: a word, or each of a name.
pub type Form<'a> = Vec<&'a str>;

/// Adds the forms in which the only word, or name, of `clause` stands in each of `articles`, to a `T`; these are joined to
/// one, which must not depend on the order. `None` if positions alone do not tell what matches.
///
/// # Errors
/// If the index cannot be read.
pub fn fold_forms<'a, T: Default + Send>(
    index: &Index,
    clause: &'a Clause,
    articles: &[ArticleAddress],
    add: impl Fn(&mut T, ArticleAddress, &[Form<'a>]) + Sync,
    join: impl Fn(T, T) -> T + Sync,
) -> Result<Option<T>, IndexError> {
    let [expansion] = &clause.terms[..] else {
        return Ok(None);
    };
    let is_plain = expansion
        .expanded
        .iter()
        .all(|member| member.not_beside.is_none());
    if !is_readable(clause) || !is_plain {
        return Ok(None);
    }
    let mut sum = T::default();
    for (segment, here) in SegmentContext::of_articles(index, articles)? {
        let of_segment = here.par_chunks(BLOCK).map(|articles| {
            let mut forms = FormReader::open(&segment, clause, expansion)?;
            let mut sum = T::default();
            for address in articles {
                add(&mut sum, *address, &forms.read(address.doc()));
            }
            Ok::<_, IndexError>(sum)
        });
        let of_segment = of_segment.try_reduce(T::default, |a, b| Ok(join(a, b)))?;
        sum = join(sum, of_segment);
    }
    Ok(Some(sum))
}

/// The forms of one word on a segment.
struct FormReader<'a> {
    /// The longest names first, single words last.
    members: Vec<Member<'a>>,
    zones: ZoneFilter,
}

/// For each word of a member its forms.
type Member<'a> = Vec<Vec<(&'a str, PositionCursor)>>;

impl<'a> FormReader<'a> {
    fn open(
        segment: &SegmentContext,
        clause: &Clause,
        expansion: &'a TermExpansion,
    ) -> tantivy::Result<Self> {
        let part = FieldPart::covering(&clause.scope)[0];
        let terms = segment.terms(part)?;
        let mut singles = FxHashSet::default();
        let mut members: Vec<Member> = Vec::new();
        for member in &expansion.expanded {
            let mut words = Vec::new();
            for forms in &member.words {
                let mut forms: Vec<&str> = forms.iter().map(|form| &**form).collect();
                forms.retain(|form| member.words.len() > 1 || singles.insert(*form));
                words.push(cursors(&terms, &forms)?);
            }
            members.push(words);
        }
        members.sort_by_key(|member| std::cmp::Reverse(member.len())); // stable
        Ok(Self {
            members,
            zones: ZoneFilter::open(segment, part, true)?,
        })
    }

    /// The forms in `doc`, one for each word at which one begins: the longest. Documents must come in order.
    fn read(&mut self, doc: DocId) -> Vec<Form<'a>> {
        let mut found: Vec<(u32, Form<'a>)> = Vec::new();
        for member in &mut self.members {
            let mut words = member.iter_mut();
            let Some(first) = words.next() else { continue };
            let mut here: Vec<(u32, Form)> = Vec::new();
            for (form, cursor) in first {
                here.extend(cursor.positions(doc).iter().map(|at| (*at, vec![*form])));
            }
            for word in words {
                if here.is_empty() {
                    break;
                }
                here.retain_mut(|(start, forms)| {
                    let next = *start + u32::try_from(forms.len()).unwrap_or(u32::MAX);
                    let mut forms_of_word = word.iter_mut();
                    let form = forms_of_word
                        .find_map(|(form, cursor)| cursor.is_at(doc, next).then_some(*form));
                    form.map(|form| forms.push(form)).is_some()
                });
            }
            found.append(&mut here);
        }
        found.sort_by_key(|(start, _)| *start); // stable: the longest stays the first of a place
        found.dedup_by_key(|(start, _)| *start);
        if found.is_empty() {
            return Vec::new();
        }
        let zones = self.zones.article_zones(doc);
        let meant = found.into_iter();
        let meant = meant.filter(|(start, _)| self.zones.is_meant(&zones, *start));
        meant.map(|(_, form)| form).collect()
    }
}

/// The cursors of those of `forms` that the segment holds.
fn cursors<'a>(
    terms: &TermDictionary,
    forms: &[&'a str],
) -> tantivy::Result<Vec<(&'a str, PositionCursor)>> {
    let mut cursors = Vec::new();
    for &form in forms {
        if let Some(cursor) = PositionCursor::open(terms, form)? {
            cursors.push((form, cursor));
        }
    }
    Ok(cursors)
}
