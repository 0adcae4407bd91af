//! Saved pages.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| fihris_fuzz::read("news.html", bytes));
