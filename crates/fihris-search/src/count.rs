//! Counting: in how many articles a clause stands, and how often; and what each clause adds to a score.

use tantivy::postings::Postings;
use tantivy::schema::IndexRecordOption;
use tantivy::{DocSet, TERMINATED, TantivyError};

use crate::bm25::MIN_FREQUENCY;
use crate::clause::ClauseScorer;
use crate::field_part::FieldPart;
use crate::segment::SegmentContext;
use crate::tree::NodeScorer;
use crate::window::Window;
use fihris_index::engine;
use fihris_index::{ArticleAddress, Index, IndexError};
use fihris_query::expansion::{Clause, Query};

/// How often something stands in the articles of an index.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Occurrences {
    /// In so many articles.
    pub articles: u64,
    /// So often.
    pub occurrences: u64,
}

impl std::ops::AddAssign for Occurrences {
    fn add_assign(&mut self, other: Self) {
        self.articles += other.articles;
        self.occurrences += other.occurrences;
    }
}

/// How often `clause` stands where it must stand, in all articles.
///
/// # Errors
/// If the index cannot be read.
pub fn count(index: &Index, clause: &Clause) -> Result<Occurrences, IndexError> {
    if let Some((part, form)) = only_form(clause) {
        return Ok(count_form(index, part, form)?);
    }
    let mut clause = clause.clone();
    for member in clause.terms.iter_mut().flat_map(|term| &mut term.expanded) {
        member.weight = 1.0;
    }
    let mut sum = Occurrences::default();
    for reader in engine::searcher(index).segment_readers() {
        let segment = SegmentContext::open(index, reader)?;
        let mut open = ClauseScorer::open_to_count(&segment, &clause)?;
        for window in Window::all(0..reader.max_doc()) {
            let found = open.frequencies(window)?;
            for offset in found.offsets() {
                let frequency = found.get(offset);
                let doc = window.start + u32::try_from(offset).unwrap_or(0);
                if frequency > MIN_FREQUENCY && !reader.is_deleted(doc) {
                    sum.articles += 1;
                    sum.occurrences += whole(frequency);
                }
            }
        }
    }
    Ok(sum)
}

/// The only form that `clause` stands for, if it is looked for in a whole field: a pattern has thousands of such.
fn only_form(clause: &Clause) -> Option<(FieldPart<'_>, &str)> {
    let ([expansion], [part]) = (&clause.terms[..], &FieldPart::covering(&clause.scope)[..]) else {
        return None;
    };
    let [member] = &expansion.expanded[..] else {
        return None;
    };
    let Some([form]) = member.single() else {
        return None;
    };
    (expansion.constraint.is_none() && part.others().is_empty()).then_some((*part, form))
}

/// Counts a form off its postings.
fn count_form(index: &Index, part: FieldPart, form: &str) -> tantivy::Result<Occurrences> {
    let field = part.field(engine::fields(index));
    let term = [&part.prefix(), form].concat();
    let mut sum = Occurrences::default();
    for reader in engine::searcher(index).segment_readers() {
        let inverted = reader.inverted_index(field)?;
        let Some(word) = inverted.terms().get(&term)? else {
            continue;
        };
        let option = IndexRecordOption::WithFreqs;
        let mut postings = inverted.read_postings_from_terminfo(&word, option)?;
        while postings.doc() != TERMINATED {
            if !reader.is_deleted(postings.doc()) {
                sum.articles += 1;
                sum.occurrences += u64::from(postings.term_freq());
            }
            postings.advance();
        }
    }
    Ok(sum)
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // a sum of ones
fn whole(frequency: f32) -> u64 {
    frequency.round() as u64
}

/// What each clause of `query`, and after them each of its periods, adds to the score of an article; 0 for those
/// that add nothing.
///
/// # Errors
/// If the index cannot be read.
pub fn clause_scores(
    index: &Index,
    query: &Query,
    address: ArticleAddress,
) -> Result<Vec<f32>, IndexError> {
    let reader = engine::searcher(index).segment_reader(address.segment());
    let segment = SegmentContext::open(index, reader)?;
    let window = Window::all(0..reader.max_doc())
        .find(|window| window.end > address.doc())
        .ok_or_else(|| TantivyError::InvalidArgument("there is no such document".into()))?;
    let offset = (address.doc() - window.start) as usize;
    let mut root = NodeScorer::open(&segment, query, &query.tree)?;
    let mut clause_scores = vec![0.0; query.clauses.len() + query.positive_periods().len()];
    root.contribute(window, offset, &mut clause_scores)?;
    Ok(clause_scores)
}
