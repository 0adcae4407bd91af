//! Leaves: one word or one phrase of a query, opened on one segment.
//!
//! Fills a window with scores: BM25 (Robertson & Zaragoza, 2009) over weighted frequencies, the whole
//! set being one term. Knows one leaf; combining is [`super::tree`]'s.

use tantivy::DocId;
use tantivy::fieldnorm::FieldNormReader;

use super::exact::ExactSpans;
use super::merged::Merged;
use super::part::{Part, parts};
use super::segment::OpenSegment;
use super::sequence::{MemberSpans, SetSpans, Span, chain, together};
use super::terms::Terms;
use super::window::{Scores, Window};
use crate::corpus::ZoneKind;
use crate::query::resolution::{Leaf, Resolution, Rule};
use crate::query::syntax::Scope;

/// BM25's saturation of frequency: a little earlier than Lucene's 1.2, as inflections add up.
pub(super) const K1: f32 = 1.0;
/// BM25's weight of length, as in Lucene and tantivy.
const B: f32 = 0.75;
/// What an occurrence in the headline counts on top of the one in the text.
pub(in crate::query) const TITLE_BONUS: f32 = 2.0;

/// Below this, a frequency is what rounding leaves of a difference.
pub(super) const LEAST_FREQUENCY: f32 = 1e-3;

/// A leaf on a segment.
pub(super) struct OpenLeaf<'a> {
    /// Its slots in each part of where it must stand, and whether that adds to the whole or takes off.
    parts: Vec<(Vec<Slot<'a>>, f32)>,
    /// The places of its words: which slot stands in each.
    order: Vec<usize>,
    /// Set where its words may stand in any order, so far from each other.
    near: Option<u32>,
    /// Whether occurrences are only counted, each as one.
    counts: bool,
    norms: FieldNormReader,
    /// BM25's length part, by the byte that stands for a length.
    norm_table: Vec<f32>,
    /// What its words weigh.
    weight: f32,
    /// Weighted frequencies in the window at hand, of the whole and of a part.
    frequencies: Scores,
    in_part: Scores,
    /// About how many documents of the corpus it matches.
    pub cost: u32,
}

/// One place of a leaf.
struct Slot<'a> {
    /// Words of one form, in the searched field, with the weight of an occurrence.
    singles: Merged,
    /// The same in the headline, which only adds to a score.
    titles: Merged,
    /// Names of several words.
    names: Vec<Name>,
    /// The places of all its members, for phrases.
    spans: Option<SetSpans>,
    /// Set where the text must be as typed.
    exact: Option<ExactSpans<'a>>,
}

/// A name of several words.
struct Name {
    /// For each word its forms, to find where all of them stand.
    words: Vec<Merged>,
    spans: MemberSpans,
}

impl<'a> OpenLeaf<'a> {
    pub fn open(segment: &OpenSegment, leaf: &'a Leaf) -> tantivy::Result<Self> {
        Self::open_for(segment, leaf, false)
    }

    /// One that counts; all members must weigh 1.
    pub fn open_to_count(segment: &OpenSegment, leaf: &'a Leaf) -> tantivy::Result<Self> {
        Self::open_for(segment, leaf, true)
    }

    fn open_for(segment: &OpenSegment, leaf: &'a Leaf, counts: bool) -> tantivy::Result<Self> {
        let is_phrase = leaf.slots.len() > 1;
        let (sets, order) = leaf.distinct();
        let wants_title = !counts && leaf.scope.zones().contains(ZoneKind::Title);
        let open = |(part, sign)| {
            let slots = sets.iter();
            let opened = slots.map(|set| Slot::open(segment, set, (part, wants_title), is_phrase));
            Ok((opened.collect::<tantivy::Result<Vec<Slot>>>()?, sign))
        };
        let parts = parts(&leaf.scope).into_iter().map(open);
        let statistics = segment.index.vocabulary().statistics();
        let idfs = leaf.slots.iter();
        let idfs = idfs.map(|set| idf(set.articles(), statistics.articles));
        let mean = statistics.mean_length();
        #[allow(clippy::cast_precision_loss)] // lengths are rounded already
        let length_part = |id: u8| {
            let length = FieldNormReader::id_to_fieldnorm(id) as f32;
            K1 * (1.0 - B + B * length / mean)
        };
        Ok(Self {
            parts: parts.collect::<tantivy::Result<_>>()?,
            norms: segment
                .reader
                .get_fieldnorms_reader(segment.index.fields().article.text)?,
            norm_table: (0..=u8::MAX).map(length_part).collect(),
            near: leaf.near,
            order,
            counts,
            weight: match leaf.scope {
                Scope::Named(_) => 0.0, // says nothing of the text
                _ => leaf.boost * idfs.sum::<f32>(),
            },
            frequencies: Scores::new(),
            in_part: Scores::new(),
            cost: leaf
                .slots
                .iter()
                .map(Resolution::articles)
                .min()
                .unwrap_or(0),
        })
    }

    /// How often it stands in the documents of `window`, weighted; in some that are given not at all.
    pub fn frequencies(&mut self, window: Window) -> tantivy::Result<&Scores> {
        self.frequencies.clear();
        let (near, order) = ((self.near, self.counts), &self.order[..]);
        match &mut self.parts[..] {
            [(slots, _)] => fill((slots, order), near, window, &mut self.frequencies)?,
            parts => {
                for (slots, sign) in parts {
                    self.in_part.clear();
                    fill((slots, order), near, window, &mut self.in_part)?;
                    for offset in self.in_part.offsets() {
                        self.frequencies
                            .add(offset, *sign * self.in_part.get(offset));
                    }
                }
            }
        }
        Ok(&self.frequencies)
    }

    /// Adds the scores of the documents of `window` that match.
    pub fn add(&mut self, window: Window, scores: &mut Scores) -> tantivy::Result<()> {
        self.frequencies(window)?;
        for offset in self.frequencies.offsets() {
            let frequency = self.frequencies.get(offset);
            if frequency > LEAST_FREQUENCY {
                let doc = window.start + u32::try_from(offset).unwrap_or(0);
                let length_part = self.norm_table[usize::from(self.norms.fieldnorm_id(doc))];
                let score = self.weight * frequency * (K1 + 1.0) / (frequency + length_part);
                scores.add(offset, score);
            }
        }
        Ok(())
    }
}

/// Adds up the weighted frequencies of one word, or of a phrase.
fn fill(
    (slots, order): (&mut [Slot], &[usize]),
    near: (Option<u32>, bool),
    window: Window,
    frequencies: &mut Scores,
) -> tantivy::Result<()> {
    match (slots, order) {
        ([slot], [_]) => slot.fill(window, frequencies),
        slots => fill_phrase(slots, near, window, frequencies),
    }
}

/// Counts a phrase where all of its words stand.
fn fill_phrase(
    (slots, order): (&mut [Slot], &[usize]),
    (distance, counts): (Option<u32>, bool),
    window: Window,
    frequencies: &mut Scores,
) -> tantivy::Result<()> {
    let mut here = Scores::new();
    let mut all: Option<Scores> = None;
    for slot in slots.iter_mut() {
        slot.presence(window, &mut here);
        match &mut all {
            None => all = Some(here.clone()),
            Some(all) => all.restrict(&here),
        }
        if all.as_ref().is_none_or(Scores::is_empty) {
            break;
        }
    }
    let mut parts: Vec<Vec<Span>> = vec![Vec::new(); slots.len()];
    for offset in all.iter().flat_map(Scores::offsets) {
        let doc = window.start + u32::try_from(offset).unwrap_or(0);
        for (slot, part) in slots.iter_mut().zip(&mut parts) {
            part.clear();
            slot.collect(doc, part)?;
        }
        let spans = match distance {
            None => chain(&mut parts, order),
            Some(distance) => together(&mut parts, order, distance),
        };
        if !spans.is_empty() {
            let weight = |span: &Span| if counts { 1.0 } else { span.weight };
            frequencies.add(offset, spans.iter().map(weight).sum());
        }
    }
    Ok(())
}

/// BM25's weight of a word that stands in `articles` of `all`.
#[allow(clippy::cast_precision_loss)] // counts of articles are far below 2^24 where it matters
pub(in crate::query) fn idf(articles: u32, all: u64) -> f32 {
    let (n, df) = (all as f32, articles as f32);
    (1.0 + (n - df + 0.5).max(0.5) / (df + 0.5)).ln()
}

impl<'a> Slot<'a> {
    fn open(
        segment: &OpenSegment,
        set: &'a Resolution,
        (part, wants_title): (Part<'a>, bool),
        is_phrase: bool,
    ) -> tantivy::Result<Self> {
        let terms = segment.terms(part)?;
        let titles = segment.terms(Part::Zone(ZoneKind::Title))?;
        let (mut singles, mut in_titles, mut names) = (Vec::new(), Vec::new(), Vec::new());
        for member in &set.members {
            match &member.words[..] {
                [forms] => {
                    for form in forms {
                        let Some(word) = terms.get(form)? else {
                            continue;
                        };
                        singles.push((word, member.weight));
                        if part == Part::Searched
                            && wants_title
                            && member.rule != Rule::Similar
                            && let Some(word) = titles.get(form)?
                        {
                            in_titles.push((word, member.weight * TITLE_BONUS));
                        }
                    }
                }
                words => {
                    names.push(Name {
                        words: words
                            .iter()
                            .map(|forms| any_of(&terms, forms))
                            .collect::<Result<_, _>>()?,
                        spans: MemberSpans::open(&terms, member)?,
                    });
                }
            }
        }
        let mut slot = Self {
            singles: Merged::open(&terms.index, &singles)?,
            titles: Merged::open(&titles.index, &in_titles)?,
            names,
            spans: None,
            exact: None,
        };
        if let (Some(written), Some(asked)) = (&set.written, set.asked.first()) {
            slot.exact = Some(ExactSpans::open(
                segment.reader,
                &segment.index.fields().article,
                (&asked.form, written),
                part,
            )?);
        } else if is_phrase {
            slot.spans = Some(SetSpans::open(&terms, set)?);
        }
        Ok(slot)
    }

    /// Adds up the weighted frequencies of all members.
    fn fill(&mut self, window: Window, frequencies: &mut Scores) -> tantivy::Result<()> {
        if let Some(exact) = &self.exact {
            let mut folded = Scores::new();
            self.singles
                .read(window, |offset, count| folded.add(offset, count));
            for offset in folded.offsets() {
                let doc = window.start + u32::try_from(offset).unwrap_or(0);
                let frequency = exact.frequency(doc, folded.get(offset))?;
                if frequency > 0.0 {
                    frequencies.add(offset, frequency);
                }
            }
        } else {
            self.singles
                .read(window, |offset, count| frequencies.add(offset, count));
            for name in &mut self.names {
                name.fill(window, frequencies);
            }
        }
        self.titles.read(window, |offset, count| {
            if frequencies.get(offset) > 0.0 {
                frequencies.add(offset, count);
            }
        });
        Ok(())
    }

    /// Marks the documents where a member may stand.
    fn presence(&mut self, window: Window, scores: &mut Scores) {
        scores.clear();
        self.singles
            .read(window, |offset, _| scores.add(offset, 0.0));
        for name in &mut self.names {
            let present = name.presence(window);
            for offset in present.iter().flat_map(Scores::offsets) {
                scores.add(offset, 0.0);
            }
        }
    }

    /// Adds the places of all members in `doc`.
    fn collect(&mut self, doc: DocId, spans: &mut Vec<Span>) -> tantivy::Result<()> {
        if let Some(exact) = &self.exact {
            exact.collect(doc, spans)?;
        } else if let Some(set) = &mut self.spans {
            set.collect(doc, spans);
        }
        Ok(())
    }
}

impl Name {
    fn fill(&mut self, window: Window, frequencies: &mut Scores) {
        let Some(all) = self.presence(window) else {
            return;
        };
        let mut spans = Vec::new();
        for offset in all.offsets() {
            spans.clear();
            let doc = window.start + u32::try_from(offset).unwrap_or(0);
            self.spans.collect(doc, &mut spans);
            if !spans.is_empty() {
                frequencies.add(offset, spans.iter().map(|span| span.weight).sum());
            }
        }
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

fn any_of(terms: &Terms, forms: &[String]) -> tantivy::Result<Merged> {
    let words = forms.iter().filter_map(|form| terms.get(form).transpose());
    let words = words.map(|word| Ok((word?, 1.0)));
    let words = words.collect::<tantivy::Result<Vec<_>>>()?;
    Merged::open(&terms.index, &words)
}
