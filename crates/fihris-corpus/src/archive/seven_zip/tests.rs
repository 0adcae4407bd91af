//! Archives as 7z writes them, whole and spoilt.

use std::fs;
use std::path::Path;

use proptest::prelude::*;

use super::header;
use super::numbers::Bytes;
use crate::found::found;

/// Archives that other programs made: packed in several ways, and with a password.
fn produced(name: &str) -> Vec<u8> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/produced");
    fs::read(folder.join(name)).unwrap()
}

#[test]
fn numbers_are_as_long_as_they_must() {
    for (bytes, number) in [
        (&[0x7F][..], 0x7F),
        (&[0x80, 0x80], 0x80),
        (&[0xBF, 0xFF], 0x3FFF),
        (&[0xC0, 1, 2], 0x0201),
        (&[0xE1, 1, 2, 3], 0x0103_0201),
        (&[0xFF, 1, 0, 0, 0, 0, 0, 0, 0x80], (1 << 63) | 1),
    ] {
        assert_eq!(Bytes(bytes).number(), Ok(number));
    }
    assert!(Bytes(&[0xFF, 1]).number().is_err());
    assert_eq!(
        Bytes(&[0b1010_0000, 0b1000_0000]).bits(9).unwrap(),
        [true, false, true, false, false, false, false, false, true]
    );
}

#[test]
fn archives_of_all_ways_of_packing_are_read() {
    for name in [
        "lzma2.7z",
        "bcj.7z",
        "lzma.7z",
        "bzip2.7z",
        "deflate.7z",
        "copy.7z",
    ] {
        let all = found(name, &produced(name));
        let expected = format!("{name}/2019/مكتبة.txt \"افتتاح مكتبة الحي");
        assert_eq!(all.len(), 3, "{all:?}");
        assert!(all[0].starts_with(&expected), "{all:?}");
        assert!(
            all[1].starts_with(&format!("{name}/table.csv#2 ")),
            "{all:?}"
        );
        assert_eq!(all[2], format!("other: {name}/photo.png"));
    }
    for name in ["locked.7z", "hidden.7z"] {
        let all = found(name, &produced(name));
        assert!(all[0].contains("protected by a password"), "{all:?}");
    }
}

#[test]
fn what_is_spoilt_is_told() {
    let whole = produced("lzma2.7z");
    for length in 0..whole.len() {
        let all = found("a.7z", &whole[..length]);
        assert!(!all.last().unwrap().contains('"'), "{length}: {all:?}");
    }
    for place in 0..whole.len() {
        let mut spoilt = whole.clone();
        spoilt[place] ^= 0x55;
        found("a.7z", &spoilt); // no panic
    }
    let mut spoilt = whole.clone();
    spoilt[60] ^= 1;
    assert!(
        found("a.7z", &spoilt)
            .iter()
            .any(|it| it.contains("damaged"))
    );
}

proptest! {
    #[test]
    fn no_header_is_too_odd(bytes in prop::collection::vec(prop_oneof![0_u8..0x20, any::<u8>()], 0..200)) {
        let _ = header::read(&bytes);
        for start in [&[1, 4, 6, 0, 1, 9, 5, 0, 7, 0x0B][..], &[1, 5], &[0x17, 6, 0, 1, 9, 5, 0, 7, 0x0B, 1, 0]] {
            let _ = header::read(&[start, &bytes].concat());
        }
    }
}
