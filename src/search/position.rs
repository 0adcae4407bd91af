//! Slots: one word of a leaf, with all that it stands for, in one field of a segment.
//!
//! Does not depend on what stands beside it.

use tantivy::DocId;

use crate::corpus::ZoneKind;
use crate::query::expansion::{Resolution, Rule};
use crate::search::clause::{LEAST_FREQUENCY, TITLE_BONUS};
use crate::search::clause_part::Zones;
use crate::search::part::Part;
use crate::search::posting_union::Merged;
use crate::search::segment::OpenSegment;
use crate::search::sequence::{MemberSpans, SetSpans, Span};
use crate::search::terms::Terms;
use crate::search::window::{Scores, Window};

/// One place of a leaf.
pub(super) struct Slot {
    /// Words of one form with the weight of an occurrence; those in zones that are not meant take off.
    singles: Vec<Merged>,
    /// The same in the headline, which only adds to a score.
    titles: Merged,
    /// Names of several words.
    names: Vec<Name>,
    /// The places of all its members, for phrases.
    spans: Option<SetSpans>,
}

/// A name of several words.
struct Name {
    /// For each word its forms, to find where all of them stand.
    words: Vec<Merged>,
    spans: MemberSpans,
}

impl Slot {
    pub fn open(
        segment: &OpenSegment,
        set: &Resolution,
        part: Part,
        (is_phrase, has_bonus): (bool, bool),
    ) -> tantivy::Result<Self> {
        let terms = segment.terms(part)?;
        let titles = if has_bonus && !is_phrase {
            let titles = segment.terms(Part::Zone(ZoneKind::Title))?;
            singles(&titles, set, TITLE_BONUS, |rule| rule != Rule::Similar)?
        } else {
            Merged::open(&terms.index, &[])?
        };
        let mut slot = Self {
            singles: vec![singles(&terms, set, 1.0, |_| true)?],
            titles,
            names: Vec::new(),
            spans: None,
        };
        for zone in part.others() {
            let terms = segment.terms(Part::Zone(zone))?;
            slot.singles.push(singles(&terms, set, -1.0, |_| true)?);
        }
        for member in set.members.iter().filter(|member| member.words.len() > 1) {
            let words = member.words.iter().map(|forms| any_of(&terms, forms));
            slot.names.push(Name {
                words: words.collect::<Result<_, _>>()?,
                spans: MemberSpans::open(&terms, member)?,
            });
        }
        if is_phrase && set.written.is_none() {
            slot.spans = Some(SetSpans::open(&terms, set)?);
        }
        Ok(slot)
    }

    /// Adds up the weighted frequencies of all members.
    pub fn fill(&mut self, window: Window, zones: &Zones, frequencies: &mut Scores) {
        self.read(window, frequencies);
        for name in &mut self.names {
            name.fill(window, zones, frequencies);
        }
        self.read_titles(window, |offset, count| {
            if frequencies.get(offset) > LEAST_FREQUENCY {
                frequencies.add(offset, count);
            }
        });
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

    /// Marks the documents where a member may stand.
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
    pub fn collect(&mut self, doc: DocId, spans: &mut Vec<Span>) {
        if let Some(set) = &mut self.spans {
            set.collect(doc, spans);
        }
    }
}

impl Name {
    fn fill(&mut self, window: Window, zones: &Zones, frequencies: &mut Scores) {
        let Some(all) = self.presence(window) else {
            return;
        };
        let mut spans = Vec::new();
        for offset in all.offsets() {
            spans.clear();
            let doc = window.start + u32::try_from(offset).unwrap_or(0);
            self.spans.collect(doc, &mut spans);
            if spans.is_empty() {
                continue;
            }
            let of_doc = zones.of(doc);
            zones.keep_meant(&of_doc, &mut spans);
            zones.raise(&of_doc, &mut spans);
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

/// The postings of the members of one word that are of a wanted rule, their weights so many times as much.
fn singles(
    terms: &Terms,
    set: &Resolution,
    times: f32,
    is_wanted: impl Fn(Rule) -> bool,
) -> tantivy::Result<Merged> {
    let mut words = Vec::new();
    for member in set.members.iter().filter(|member| is_wanted(member.rule)) {
        let [forms] = &member.words[..] else { continue };
        for form in forms {
            if let Some(word) = terms.get(form)? {
                words.push((word, member.weight * times));
            }
        }
    }
    Merged::open(&terms.index, &words)
}

fn any_of(terms: &Terms, forms: &[String]) -> tantivy::Result<Merged> {
    let words = forms.iter().filter_map(|form| terms.get(form).transpose());
    let words = words.map(|word| Ok((word?, 1.0)));
    let words = words.collect::<tantivy::Result<Vec<_>>>()?;
    Merged::open(&terms.index, &words)
}
