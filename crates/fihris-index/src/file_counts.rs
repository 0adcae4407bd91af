//! How many articles there are of each file, off the postings of their names.

use tantivy::schema::IndexRecordOption;
use tantivy::{DocSet, Searcher, TERMINATED};

use super::error::IndexError;
use super::schema::ArticleFields;

/// Gives `take` the name of each file with articles, and how many, for each segment.
pub(super) fn count_articles(
    searcher: &Searcher,
    fields: &ArticleFields,
    mut take: impl FnMut(&str, u64),
) -> Result<(), IndexError> {
    for segment in searcher.segment_readers() {
        let inverted = segment.inverted_index(fields.file)?;
        let mut files = inverted.terms().stream()?;
        while files.advance() {
            let basic = IndexRecordOption::Basic;
            let mut docs = inverted.read_postings_from_terminfo(files.value(), basic)?;
            let mut count = 0;
            while docs.doc() != TERMINATED {
                count += u64::from(!segment.is_deleted(docs.doc()));
                docs.advance();
            }
            take(&String::from_utf8_lossy(files.key()), count);
        }
    }
    Ok(())
}
