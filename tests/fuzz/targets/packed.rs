//! Archives and packed files, as they are and packed once more, so that what is inside is reached.

use std::io::Write;

use flate2::Compression;
use flate2::write::GzEncoder;
use ruzstd::encoding::{CompressionLevel, compress_to_vec};

use super::reading::read;

pub fn run(input: &[u8]) {
    for name in [
        "news.zip",
        "news.7z",
        "news.tar",
        "news.txt.gz",
        "news.jsonl.zst",
        "news.tgz",
        "news.tzst",
        "news.txt.bz2",
        "news.txt.xz",
        "news.txt.lz4",
        "news.txt.br",
    ] {
        read(name, input);
    }
    let mut packer = GzEncoder::new(Vec::new(), Compression::fast());
    packer.write_all(input).expect("written");
    read("news.tgz", &packer.finish().expect("packed"));
    read(
        "news.tzst",
        &compress_to_vec(input, CompressionLevel::Uncompressed),
    );
}
