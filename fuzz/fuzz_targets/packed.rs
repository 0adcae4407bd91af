//! Archives and packed files, as they are and packed once more, so that what is inside is reached.
#![no_main]

use std::io::Write;

use fihris_fuzz::read;
use flate2::Compression;
use flate2::write::GzEncoder;
use libfuzzer_sys::fuzz_target;
use ruzstd::encoding::{CompressionLevel, compress_to_vec};

fuzz_target!(|bytes: &[u8]| {
    for name in [
        "news.zip",
        "news.tar",
        "news.txt.gz",
        "news.jsonl.zst",
        "news.tgz",
        "news.tzst",
    ] {
        read(name, bytes);
    }
    let mut packer = GzEncoder::new(Vec::new(), Compression::fast());
    packer.write_all(bytes).expect("written");
    read("news.tgz", &packer.finish().expect("packed"));
    read(
        "news.tzst",
        &compress_to_vec(bytes, CompressionLevel::Uncompressed),
    );
});
