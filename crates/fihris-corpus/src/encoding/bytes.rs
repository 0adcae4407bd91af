//! Looking for bytes at the speed of memory: a block is looked through without a branch for each byte.

/// Bytes looked through at once.
const BLOCK: usize = 4096;

/// Whether one of `wanted` is in `bytes`.
pub(super) fn has_any(bytes: &[u8], wanted: [u8; 2]) -> bool {
    bytes.chunks(BLOCK).any(|block| {
        let is_wanted = |&byte: &u8| u8::from(byte == wanted[0]) | u8::from(byte == wanted[1]);
        block.iter().fold(0, |found, byte| found | is_wanted(byte)) != 0
    })
}

/// Whether the two bytes stand side by side in `bytes`.
pub(super) fn has_pair(bytes: &[u8], [first, second]: [u8; 2]) -> bool {
    let mut rest = bytes;
    while let Some((_, behind)) = rest.split_first() {
        let length = behind.len().min(BLOCK);
        let pairs = rest[..length].iter().zip(&behind[..length]);
        let is_wanted = |(&a, &b)| u8::from(a == first) & u8::from(b == second);
        if pairs.fold(0, |found, pair| found | is_wanted(pair)) != 0 {
            return true;
        }
        rest = &rest[length.max(1)..];
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_are_found_wherever_they_stand() {
        for length in [2, 3, 100, BLOCK, BLOCK + 1, 2 * BLOCK + 5] {
            for at in [0, (length - 1) / 2, length - 2] {
                let mut bytes = vec![b'x'; length];
                assert!(!has_pair(&bytes, *b"ab") && !has_any(&bytes, *b"ab"));
                bytes[at] = b'a';
                assert!(!has_pair(&bytes, *b"ab") && has_any(&bytes, *b"ab"));
                bytes[at + 1] = b'b';
                assert!(
                    has_pair(&bytes, *b"ab") && has_any(&bytes, *b"ab"),
                    "{at} of {length}"
                );
            }
        }
        assert!(!has_pair(b"", *b"ab") && !has_pair(b"a", *b"ab"));
    }
}
