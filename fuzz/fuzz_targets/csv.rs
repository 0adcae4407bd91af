//! Tables, with the separator found or given.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    fihris_fuzz::read("news.csv", bytes);
    fihris_fuzz::read("news.tsv", bytes);
});
