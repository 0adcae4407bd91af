//! Postings of one word of a clause, with all that it stands for, in one field of a segment.
//!
//! Does not depend on what stands beside it.

use tantivy::DocId;

use crate::bm25::{MIN_FREQUENCY, TITLE_BONUS};
use crate::field_part::FieldPart;
use crate::posting_union::PostingUnion;
use crate::segment::SegmentContext;
use crate::sequence::{ExpandedTermSpans, ExpansionSpans, Span};
use crate::term_dictionary::TermDictionary;
use crate::window::{Scores, Window};
use crate::zone_filter::ZoneFilter;
use fihris_corpus::ZoneKind;
use fihris_query::expansion::{ExpandedTerm, Rule, TermExpansion};

/// One place of a clause.
pub(super) struct TermPostings {
    /// Words of one form with the weight of an occurrence; those in zones that are not meant take off.
    singles: Vec<PostingUnion>,
    /// The same in the headline, which only adds to a score.
    titles: PostingUnion,
    /// Names of several words, and words that hang on those beside them.
    names: Vec<NamePostings>,
    /// The places of all its members, for phrases.
    spans: Option<ExpansionSpans>,
    /// Of a word whose very letters are asked for: what stands for it where a text has no marks.
    pub plain: Option<Box<Self>>,
}

/// A name of several words.
struct NamePostings {
    /// For each word its forms, to find where all of them stand.
    words: Vec<PostingUnion>,
    spans: ExpandedTermSpans,
}

impl TermPostings {
    pub fn open(
        segment: &SegmentContext,
        expansion: &TermExpansion,
        part: FieldPart,
        (is_phrase, has_bonus): (bool, bool),
    ) -> tantivy::Result<Self> {
        let terms = segment.terms(part)?;
        let all = singles(&terms, expansion, 1.0, |_, _| Ok(true))?;
        let titles = if has_bonus && !is_phrase {
            let titles = segment.terms(FieldPart::Zone(ZoneKind::Title))?;
            // What is in no text is in no headline, and most rare words of a segment are in no other.
            singles(&titles, expansion, TITLE_BONUS, |rule, form| {
                Ok(rule != Rule::Similar && terms.get(form)?.is_some())
            })?
        } else {
            PostingUnion::open(&terms.index, &[])?
        };
        let mut term = Self {
            singles: vec![all],
            titles,
            names: Vec::new(),
            spans: None,
            plain: None,
        };
        if let Some(plain) = plain(expansion) {
            let opened = Self::open(segment, &plain, part, (is_phrase, has_bonus))?;
            term.plain = Some(Box::new(opened));
        }
        for zone in part.others() {
            let terms = segment.terms(FieldPart::Zone(zone))?;
            term.singles
                .push(singles(&terms, expansion, -1.0, |_, _| Ok(true))?);
        }
        for member in expansion
            .expanded
            .iter()
            .filter(|member| member.single().is_none())
        {
            let words = member.words.iter().map(|forms| any_of(&terms, forms));
            term.names.push(NamePostings {
                words: words.collect::<Result<_, _>>()?,
                spans: ExpandedTermSpans::open(&terms, member)?,
            });
        }
        if is_phrase && expansion.constraint.is_none() {
            term.spans = Some(ExpansionSpans::open(&terms, expansion)?);
        }
        Ok(term)
    }

    /// Adds up the weighted frequencies of all members.
    pub fn fill(
        &mut self,
        window: Window,
        zones: &ZoneFilter,
        frequencies: &mut Scores,
    ) -> tantivy::Result<()> {
        self.read(window, frequencies);
        for name in &mut self.names {
            name.fill(window, zones, frequencies)?;
        }
        self.read_titles(window, |offset, count| {
            if frequencies.get(offset) > MIN_FREQUENCY {
                frequencies.add(offset, count);
            }
        });
        Ok(())
    }

    /// Adds up those of single words.
    pub fn read(&mut self, window: Window, frequencies: &mut Scores) {
        for singles in &mut self.singles {
            singles.read(window, |offset, count| frequencies.add(offset, count));
        }
    }

    /// Calls `take` with the offset of a document and what words in its headline count besides.
    pub fn read_titles(&mut self, window: Window, take: impl FnMut(usize, f32)) {
        self.titles.read(window, take);
    }

    /// Adds the documents where a member may stand.
    pub fn presence(&mut self, window: Window, scores: &mut Scores) {
        scores.clear();
        self.singles[0].read(window, |offset, _| scores.add(offset, 0.0));
        for name in &mut self.names {
            let present = name.presence(window);
            for offset in present.iter().flat_map(Scores::offsets) {
                scores.add(offset, 0.0);
            }
        }
    }

    /// Adds the places of all members in `doc`, if they are those of a phrase.
    pub fn collect(&mut self, doc: DocId, spans: &mut Vec<Span>) -> tantivy::Result<()> {
        match &mut self.spans {
            Some(expansion) => expansion.collect(doc, spans),
            None => Ok(()),
        }
    }
}

impl NamePostings {
    fn fill(
        &mut self,
        window: Window,
        zones: &ZoneFilter,
        frequencies: &mut Scores,
    ) -> tantivy::Result<()> {
        let Some(all) = self.presence(window) else {
            return Ok(());
        };
        let mut spans = Vec::new();
        for offset in all.offsets() {
            spans.clear();
            let doc = window.start + u32::try_from(offset).unwrap_or(0);
            self.spans.collect(doc, &mut spans)?;
            if spans.is_empty() {
                continue;
            }
            let of_doc = zones.article_zones(doc);
            zones.retain_meant(&of_doc, &mut spans);
            zones.boost_title(&of_doc, &mut spans);
            if !spans.is_empty() {
                frequencies.add(offset, spans.iter().map(|span| span.weight).sum());
            }
        }
        Ok(())
    }

    /// The documents that hold all words of the name, wherever.
    fn presence(&mut self, window: Window) -> Option<Scores> {
        let mut all: Option<Scores> = None;
        for word in &mut self.words {
            let mut here = Scores::new();
            word.read(window, |offset, _| here.add(offset, 0.0));
            match &mut all {
                None => all = Some(here),
                Some(all) => all.restrict(&here),
            }
            if all.as_ref().is_some_and(Scores::is_empty) {
                break;
            }
        }
        all
    }
}

/// The postings of the members of one word that are wanted by their rule and form, their weights so many times as much.
fn singles(
    terms: &TermDictionary,
    expansion: &TermExpansion,
    times: f32,
    is_wanted: impl Fn(Rule, &str) -> tantivy::Result<bool>,
) -> tantivy::Result<PostingUnion> {
    let mut words = Vec::new();
    for member in &expansion.expanded {
        let Some(forms) = member.single() else {
            continue;
        };
        for form in forms {
            if is_wanted(member.rule, form)?
                && let Some(word) = terms.get(form)?
            {
                words.push((word, member.weight * times));
            }
        }
    }
    PostingUnion::open(&terms.index, &words)
}

/// Of an expansion whose letters matter, the member that is written as asked for without any marks.
fn plain(expansion: &TermExpansion) -> Option<TermExpansion> {
    let constraint = expansion.constraint.as_ref()?;
    let form = &expansion.query_terms.first()?.form;
    let is_plain = |member: &&ExpandedTerm| {
        member.single().is_some_and(|forms| forms.contains(form)) && constraint.allows(form)
    };
    let members = expansion.expanded.iter().filter(is_plain).take(1);
    let members = members.map(|member| ExpandedTerm {
        words: vec![vec![form.clone()]],
        weight: 1.0, // as the letters are those that are asked for
        ..member.clone()
    });
    Some(TermExpansion {
        expanded: members.collect(),
        constraint: None,
        ..expansion.clone()
    })
}

fn any_of(terms: &TermDictionary, forms: &[String]) -> tantivy::Result<PostingUnion> {
    let words = forms.iter().filter_map(|form| terms.get(form).transpose());
    let words = words.map(|word| Ok((word?, 1.0)));
    let words = words.collect::<tantivy::Result<Vec<_>>>()?;
    PostingUnion::open(&terms.index, &words)
}
