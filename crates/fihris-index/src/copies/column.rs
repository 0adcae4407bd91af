//! The column of sketches: one an article, as numbers.

use tantivy::DocId;
use tantivy::columnar::Column;

use fihris_corpus::minhash::{MinHash, NUMBERS};

/// The sketch of a document, in the column of sketches of its segment.
pub(super) fn sketch(column: &Column<u64>, doc: DocId) -> Option<MinHash> {
    let mut values = column.values_for_doc(doc);
    let mut numbers = [0; NUMBERS];
    for number in &mut numbers {
        *number = values.next()?;
    }
    values
        .next()
        .is_none()
        .then(|| MinHash::from_numbers(&numbers))
}
