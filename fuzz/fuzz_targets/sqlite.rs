#![no_main]

libfuzzer_sys::fuzz_target!(|input: &[u8]| fihris_fuzz::sqlite::run(input));
