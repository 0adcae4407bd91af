//! Encodings: found, declared or forced, whole or as a stream.

use std::io::Read;

use fihris_corpus::Encoding;
use fihris_corpus::encoding::{Hint, declared, decode, decode_stream};

pub fn run(input: &[u8]) {
    let forced = ["windows-1256", "utf-16le", "iso-8859-6", "utf-8"].map(Encoding::from_label);
    let hints = [None].into_iter().chain(forced).map(|forced| Hint {
        forced,
        declared: declared(input),
    });
    for hint in hints {
        if let Ok(decoded) = decode(input.to_vec(), hint) {
            assert!(!decoded.text.contains('\0'));
            let _ = decoded.notes();
        }
        if let Ok((mut stream, _)) = decode_stream(input, hint) {
            let mut text = Vec::new();
            let _ = stream.read_to_end(&mut text);
        }
    }
}
