//! The lengths of articles, as the engine keeps them.

use tantivy::fieldnorm::FieldNormReader;
use tantivy::{DocId, SegmentReader};

use super::Statistics;
use crate::error::IndexError;
use crate::schema::ArticleFields;

/// How many of these documents of `segment` are articles, and their words.
pub(super) fn sum(
    segment: &SegmentReader,
    docs: impl Iterator<Item = DocId>,
    fields: &ArticleFields,
) -> Result<Statistics, IndexError> {
    let norms = segment.get_fieldnorms_reader(fields.text)?;
    let mut statistics = Statistics::default();
    let Some(ids) = segment.fast_fields().str("id")? else {
        return Ok(statistics); // records only
    };
    for doc in docs {
        if ids.ords().first(doc).is_some() {
            let length = FieldNormReader::id_to_fieldnorm(norms.fieldnorm_id(doc));
            statistics.articles += 1;
            statistics.words += u64::from(length);
        }
    }
    Ok(statistics)
}
