//! Bodies of messages: the contents of columns, one after the other, perhaps each packed.

use arrow_ipc::{
    Buffer, CompressionType, DictionaryBatch, DictionaryBatchArgs, FieldNode, RecordBatch,
    RecordBatchArgs,
};
use flatbuffers::FlatBufferBuilder;

use super::damage::broken;
use crate::compression::unpack_all;
use crate::file_kind::Compression;
use crate::limits::LARGEST_PAGES;
use crate::skip::SkipReason;
use crate::unpack_limit::UnpackLimit;

/// Contents begin at multiples of so many bytes.
const ALIGNMENT: usize = 64;

/// The length that is said of contents that are not packed although others are.
const NOT_PACKED: i64 = -1;

/// A batch whose contents are not packed, and do not lie in each other.
pub(super) struct Contents<'a> {
    batch: RecordBatch<'a>,
    bytes: Vec<u8>,
    places: Vec<Buffer>,
}

/// What is around a batch.
#[derive(Clone, Copy)]
pub(super) enum Wrapper {
    /// Nothing: these are rows.
    None,
    /// A dictionary, which may go on what there was of it.
    Dictionary {
        /// Its name.
        id: i64,
        /// Whether it goes on.
        is_delta: bool,
    },
}

/// A batch as its reader takes it.
pub(super) struct Plain(Vec<u8>);

impl Plain {
    /// The rows.
    ///
    /// # Errors
    /// If there are none.
    pub fn batch(&self) -> Result<RecordBatch<'_>, SkipReason> {
        flatbuffers::root::<RecordBatch>(&self.0).map_err(|_| broken("no valid batch"))
    }

    /// The dictionary.
    ///
    /// # Errors
    /// If there is none.
    pub fn dictionary(&self) -> Result<DictionaryBatch<'_>, SkipReason> {
        flatbuffers::root::<DictionaryBatch>(&self.0).map_err(|_| broken("no valid dictionary"))
    }
}

impl<'a> Contents<'a> {
    /// `batch`, whose contents are in `body`, unpacked as far as `limit` lets it.
    ///
    /// # Errors
    /// If what it says of the places of its contents is wrong, or too much comes out.
    pub fn new(
        batch: RecordBatch<'a>,
        body: Vec<u8>,
        limit: &UnpackLimit,
    ) -> Result<Self, SkipReason> {
        let packing = match batch.compression().map(|it| it.codec()) {
            None => None,
            Some(CompressionType::LZ4_FRAME) => Some(Compression::Lz4),
            Some(CompressionType::ZSTD) => Some(Compression::Zstd),
            Some(_) => return Err(broken("its columns are packed in an unknown way")),
        };
        let places: Vec<Buffer> = batch.buffers().into_iter().flatten().copied().collect();
        let pieces = places.iter().map(|place| piece(&body, place));
        let pieces: Vec<&[u8]> = pieces.collect::<Result<_, _>>()?;
        let length: usize = pieces.iter().map(|piece| piece.len()).sum();
        if length > body.len() {
            return Err(broken("its columns lie in each other"));
        }
        let (bytes, places) = match packing {
            Some(packing) => unpack_pieces(packing, &pieces, limit)?,
            None => (body, places),
        };
        Ok(Self {
            batch,
            bytes,
            places,
        })
    }

    /// The contents, and a batch with their new places.
    pub fn rebuilt(self, wrapper: Wrapper) -> (Vec<u8>, Plain) {
        let mut builder = FlatBufferBuilder::new();
        let nodes: Vec<FieldNode> = self.batch.nodes().into_iter().flatten().copied().collect();
        let counts = self.batch.variadicBufferCounts();
        let counts: Option<Vec<i64>> = counts.map(|counts| counts.iter().collect());
        let parts = RecordBatchArgs {
            length: self.batch.length(),
            nodes: Some(builder.create_vector(&nodes)),
            buffers: Some(builder.create_vector(&self.places)),
            compression: None,
            variadicBufferCounts: counts.map(|counts| builder.create_vector(&counts)),
        };
        let batch = RecordBatch::create(&mut builder, &parts);
        match wrapper {
            Wrapper::None => builder.finish(batch, None),
            Wrapper::Dictionary { id, is_delta } => {
                let parts = DictionaryBatchArgs {
                    id,
                    data: Some(batch),
                    isDelta: is_delta,
                };
                let dictionary = DictionaryBatch::create(&mut builder, &parts);
                builder.finish(dictionary, None);
            }
        }
        (self.bytes, Plain(builder.finished_data().to_vec()))
    }
}

/// The contents at `place` in `body`.
fn piece<'a>(body: &'a [u8], place: &Buffer) -> Result<&'a [u8], SkipReason> {
    let beyond = || broken("a column lies beyond its end");
    let start = usize::try_from(place.offset()).map_err(|_| beyond())?;
    let length = usize::try_from(place.length()).map_err(|_| beyond())?;
    if length == 0 {
        return Ok(&[]);
    }
    let end = start.checked_add(length).ok_or_else(beyond)?;
    body.get(start..end).ok_or_else(beyond)
}

/// What `pieces` hold, and where each lies in it.
fn unpack_pieces(
    packing: Compression,
    pieces: &[&[u8]],
    limit: &UnpackLimit,
) -> Result<(Vec<u8>, Vec<Buffer>), SkipReason> {
    let mut bytes = Vec::new();
    let mut places = Vec::new();
    for piece in pieces {
        let start = bytes.len();
        unpack(packing, piece, &mut bytes, limit)?;
        let [at, length] = [start, bytes.len() - start].map(|it| i64::try_from(it).unwrap_or(0));
        places.push(Buffer::new(at, length));
        bytes.resize(bytes.len().next_multiple_of(ALIGNMENT), 0);
    }
    Ok((bytes, places))
}

/// Puts what a piece holds, whose length stands before it, behind `bytes`.
fn unpack(
    packing: Compression,
    piece: &[u8],
    bytes: &mut Vec<u8>,
    limit: &UnpackLimit,
) -> Result<(), SkipReason> {
    let Some((length, packed)) = piece.split_first_chunk() else {
        return Ok(()); // it is empty
    };
    let length = i64::from_le_bytes(*length);
    let wrong = || broken("a column has another length than it says");
    let fits = if length == NOT_PACKED {
        bytes.extend_from_slice(packed);
        bytes.len() as u64 <= LARGEST_PAGES
    } else {
        let length = u64::try_from(length).map_err(|_| wrong())?;
        let end = length.saturating_add(bytes.len() as u64);
        if end <= LARGEST_PAGES {
            limit.count(length)?;
            if !unpack_all(packing, packed, bytes, end)? || (bytes.len() as u64) < end {
                return Err(wrong());
            }
        }
        end <= LARGEST_PAGES
    };
    if !fits {
        return Err(SkipReason::TooLarge(LARGEST_PAGES));
    }
    Ok(())
}
