//! Surface forms: how folded words are written, for people to read.

use std::cmp::Reverse;

use rustc_hash::FxHashMap;

use crate::terms::Term;
use fihris_index::IndexError;
use fihris_query::expansion::Query;
use fihris_search::MatchedArticle;
use fihris_search::{Matches, SearchResults};

/// Articles that are read, the best ones.
const MAX_ARTICLES: usize = 200;

/// How often words are written in which ways, by their folded forms.
type SurfaceCounts = FxHashMap<String, FxHashMap<String, u32>>;

/// Gives each of `terms` the most frequent surface form of its word in the best articles of those that match; it stays
/// folded if none of these holds it.
///
/// # Errors
/// If the index cannot be read.
pub fn fill_surface_forms<'a>(
    matches: Matches,
    terms: impl Iterator<Item = &'a mut Term>,
) -> Result<(), IndexError> {
    let best = SearchResults {
        docs: matches
            .results
            .docs
            .iter()
            .take(MAX_ARTICLES)
            .cloned()
            .collect(),
        ..SearchResults::default()
    };
    let everything = Query::everything();
    let surfaces = Matches::new(matches.index, &everything, &best).fold(add, join)?;
    for term in terms {
        let ways = surfaces.get(&term.word).into_iter().flatten();
        // Of equally frequent ones the shortest has no vowels.
        let best = ways.min_by_key(|(way, count)| (Reverse(**count), way.len(), *way));
        if let Some((way, _)) = best {
            term.surface.clone_from(way);
        }
    }
    Ok(())
}

fn add(surfaces: &mut SurfaceCounts, matched: MatchedArticle) {
    for word in matched.words {
        let written = &matched.article.text[word.range];
        let ways = surfaces.entry(word.form).or_default();
        match ways.get_mut(written) {
            Some(count) => *count += 1,
            None => _ = ways.insert(written.to_string(), 1),
        }
    }
}

fn join(mut a: SurfaceCounts, b: SurfaceCounts) -> SurfaceCounts {
    for (form, ways) in b {
        let known = a.entry(form).or_default();
        for (way, count) in ways {
            *known.entry(way).or_default() += count;
        }
    }
    a
}
