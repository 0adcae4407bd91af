//! Encodings: found, declared or forced, whole or as a stream.
#![no_main]

use std::io::Read;

use fihris::corpus::Encoding;
use fihris::corpus::encoding::{Hint, declared, decode, decode_stream};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let forced = ["windows-1256", "utf-16le", "iso-8859-6", "utf-8"].map(Encoding::from_label);
    let hints = [None].into_iter().chain(forced).map(|forced| Hint {
        forced,
        declared: declared(bytes),
    });
    for hint in hints {
        if let Ok(decoded) = decode(bytes.to_vec(), hint) {
            assert!(!decoded.text.contains('\0'));
            let _ = decoded.note();
        }
        if let Ok((mut stream, _)) = decode_stream(bytes, hint) {
            let mut text = Vec::new();
            let _ = stream.read_to_end(&mut text);
        }
    }
});
