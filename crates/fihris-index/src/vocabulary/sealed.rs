//! Sealed bytes: numbers and parts in one file, with a checksum over all of it.

use tantivy::directory::OwnedBytes;
use xxhash_rust::xxh3::xxh3_64;

/// `N` numbers and `P` parts.
pub(super) struct Sealed<const N: usize, const P: usize> {
    pub numbers: [u64; N],
    pub parts: [OwnedBytes; P],
    /// The checksum, which tells these from others.
    pub sum: u64,
}

/// The bytes of a file that holds `numbers` and `parts` (the numbers, the lengths of the parts, the checksum, the parts),
/// and the checksum.
pub(super) fn seal(numbers: &[u64], parts: &[&[u8]]) -> (Vec<u8>, u64) {
    let lengths = parts.iter().map(|part| part.len() as u64);
    let header = numbers.iter().copied().chain(lengths);
    let mut bytes: Vec<u8> = header.flat_map(u64::to_le_bytes).collect();
    let sum = checksum(&bytes, parts);
    bytes.extend_from_slice(&sum.to_le_bytes());
    for part in parts {
        bytes.extend_from_slice(part);
    }
    (bytes, sum)
}

impl<const N: usize, const P: usize> Sealed<N, P> {
    /// What [`seal`] put into `bytes`; `None` if they are something else, which is not looked for where they
    /// are verified.
    pub fn open(bytes: &OwnedBytes, is_verified: bool) -> Option<Self> {
        let header = bytes.get(..(N + P + 1) * 8)?;
        let number = |at: usize| {
            let mut le = [0; 8];
            le.copy_from_slice(&header[at * 8..at * 8 + 8]);
            u64::from_le_bytes(le)
        };
        let mut start = header.len();
        let mut parts = Vec::with_capacity(P);
        for at in N..N + P {
            let end = start.checked_add(usize::try_from(number(at)).ok()?)?;
            parts.push((end <= bytes.len()).then(|| bytes.slice(start..end))?);
            start = end;
        }
        if start != bytes.len() {
            return None;
        }
        let sum = number(N + P);
        // A map with a flipped bit could answer anything, but hashing takes a millisecond for 10 MB.
        let found = || {
            let parts: Vec<&[u8]> = parts.iter().map(|part| &**part).collect();
            checksum(&header[..(N + P) * 8], &parts)
        };
        (is_verified || found() == sum).then_some(())?;
        Some(Self {
            numbers: std::array::from_fn(number),
            parts: parts.try_into().ok()?,
            sum,
        })
    }
}

/// Of the header, too, in which there are figures of the corpus.
fn checksum(header: &[u8], parts: &[&[u8]]) -> u64 {
    // Parts that change places have another sum.
    let sums = parts.iter().map(|part| xxh3_64(part));
    sums.fold(xxh3_64(header), |sum: u64, part| sum.rotate_left(1) ^ part)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_sealed_comes_back_and_nothing_else() {
        let (bytes, _) = seal(&[7, u64::MAX], &[b"abc", b"", b"d"]);
        let open = |bytes: &[u8]| Sealed::<2, 3>::open(&OwnedBytes::new(bytes.to_vec()), false);
        let sealed = open(&bytes).unwrap();
        assert_eq!(sealed.numbers, [7, u64::MAX]);
        assert_eq!(
            sealed.parts.each_ref().map(|part| part.to_vec()),
            [b"abc".to_vec(), vec![], b"d".to_vec()]
        );
        for at in 0..bytes.len() {
            let mut flipped = bytes.clone();
            flipped[at] ^= 1;
            assert!(open(&flipped).is_none(), "{at}");
            assert!(open(&bytes[..at]).is_none(), "{at}");
        }
    }
}
