//! Which segments are merged: eight of like size, and each by itself that holds too much that is deleted.
//!
//! What is derived from an index is derived anew for segments that are merged, so that a large one must not be merged
//! because a small one came, or because something was deleted from that.

use tantivy::SegmentMeta;
use tantivy::indexer::{LogMergePolicy, MergeCandidate, MergePolicy};

/// Share of deleted documents at which a segment is written anew.
const MOST_DELETED: f32 = 0.25;

/// Segments of fewer documents are of like size, whatever that is; merging eight of them takes less than a tenth of a second.
const SMALL: u32 = 1000;

/// The policy of all indexes.
#[derive(Debug)]
pub(super) struct SegmentMergePolicy {
    by_size: LogMergePolicy,
}

impl Default for SegmentMergePolicy {
    fn default() -> Self {
        let mut by_size = LogMergePolicy::default();
        by_size.set_min_layer_size(SMALL);
        Self { by_size }
    }
}

impl MergePolicy for SegmentMergePolicy {
    fn compute_merge_candidates(&self, segments: &[SegmentMeta]) -> Vec<MergeCandidate> {
        let mut candidates = self.by_size.compute_merge_candidates(segments);
        let is_merged = |segment: &SegmentMeta| {
            let mut merged = candidates.iter().flat_map(|candidate| &candidate.0);
            merged.any(|id| *id == segment.id())
        };
        let alone = segments
            .iter()
            .filter(|it| is_mostly_deleted(it) && !is_merged(it));
        let alone: Vec<MergeCandidate> = alone
            .map(|segment| MergeCandidate(vec![segment.id()]))
            .collect();
        candidates.extend(alone);
        candidates
    }
}

/// Whether so much of a segment is deleted that it is written anew.
#[allow(clippy::cast_precision_loss)] // a share need not be exact
fn is_mostly_deleted(segment: &SegmentMeta) -> bool {
    segment.num_deleted_docs() as f32 > MOST_DELETED * segment.max_doc() as f32
}

#[cfg(test)]
mod tests {
    use super::*;
    use tantivy::Index;
    use tantivy::index::SegmentId;
    use tantivy::schema::Schema;

    /// The sizes of the segments that are merged, of segments with these documents, of which so many are deleted.
    fn merged(segments: &[(u32, u32)]) -> Vec<Vec<u32>> {
        let index = Index::create_in_ram(Schema::builder().build());
        let segments = segments.iter().map(|(docs, deleted)| {
            let segment = index.new_segment_meta(SegmentId::generate_random(), *docs);
            segment.with_delete_meta(*deleted, 1)
        });
        let segments: Vec<SegmentMeta> = segments.collect();
        let size = |id: &SegmentId| {
            let segment = segments.iter().find(|segment| segment.id() == *id);
            segment.map_or(0, SegmentMeta::max_doc)
        };
        let candidates = SegmentMergePolicy::default().compute_merge_candidates(&segments);
        let sizes = candidates
            .iter()
            .map(|candidate| candidate.0.iter().map(size).collect());
        sizes.collect()
    }

    #[test]
    fn small_segments_are_merged_with_small_ones() {
        let none: [Vec<u32>; 0] = [];
        assert_eq!(merged(&[(12_000, 0), (3, 0), (2, 1), (2, 0)]), [[2]]);
        let mut segments = vec![(12_000, 0); 7];
        segments.extend([(700, 0), (90, 0), (1, 0), (1, 0), (2, 0), (5, 0), (1, 0)]);
        assert_eq!(merged(&segments), none);
        segments.push((1, 0));
        assert_eq!(merged(&segments), [[700, 90, 5, 2, 1, 1, 1, 1]]);
        assert_eq!(merged(&[(12_000, 0); 8]), [[12_000; 8]]);
    }

    #[test]
    fn what_is_mostly_deleted_is_written_anew_alone() {
        assert_eq!(merged(&[(400, 101), (400, 100), (9000, 0)]), [[400]]);
        assert_eq!(merged(&[(9000, 9000), (9000, 0)]), [[9000]]);
    }
}
