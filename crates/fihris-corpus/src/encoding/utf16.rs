//! UTF-16 without a byte order mark, told by its units.

use super::name::Encoding;

/// Units that are looked at.
const MOST_UNITS: usize = 4096;

/// Fewer prove nothing.
const FEWEST_UNITS: usize = 4;

/// The order of bytes in which `bytes` are Arabic or Latin text in UTF-16, if there is one: of 20 units at
/// most one is something else.
pub(super) fn utf16_without_mark(bytes: &[u8]) -> Option<Encoding> {
    if bytes.len() < 2 * FEWEST_UNITS {
        return None;
    }
    let share = |unit: fn([u8; 2]) -> u16| {
        let units = bytes.chunks_exact(2).take(MOST_UNITS);
        let count = units.len();
        let usual = units
            .filter(|pair| is_usual(unit([pair[0], pair[1]])))
            .count();
        (usual * 20 >= count * 19).then_some(usual)
    };
    let (little, big) = (share(u16::from_le_bytes), share(u16::from_be_bytes));
    match little.max(big)? {
        _ if little > big => Some(Encoding::UTF_16LE),
        _ if big > little => Some(Encoding::UTF_16BE),
        _ => None,
    }
}

/// Whether the unit is common in Arabic or Latin text.
fn is_usual(unit: u16) -> bool {
    matches!(unit,
        0x09 | 0x0A | 0x0D | 0x20..=0x7E | 0xA0..=0xFF | 0x0600..=0x06FF
        | 0x200B..=0x206F | 0xFE70..=0xFEFF)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_of_bytes_is_found() {
        for text in ["قال الوزير", "والقوات", "Karabakh", "١٢ مارس ٢٠٢١\r\n"]
        {
            let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
            let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
            assert_eq!(
                utf16_without_mark(&little),
                Some(Encoding::UTF_16LE),
                "{text}"
            );
            assert_eq!(utf16_without_mark(&big), Some(Encoding::UTF_16BE), "{text}");
            assert_eq!(utf16_without_mark(text.as_bytes()), None, "{text}");
        }
        assert_eq!(utf16_without_mark(b"\0\0\0\0\0\0\0\0"), None);
        assert_eq!(utf16_without_mark(b"\x01\0\x02\0\x03\0\x04\0\x05\0"), None);
    }
}
