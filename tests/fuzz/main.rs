//! Fuzzing: whatever bytes a part of fihris is given, nothing panics, what must hold holds, and time is in proportion.
//!
//! Inputs are samples spoilt by chance from a seed (`FIHRIS_FUZZ_SEED`), and hostile long ones. Each target is run for
//! `FIHRIS_FUZZ` seconds of the processor, one where that is not set; the longest inputs are 256 KB for each second, at
//! most 4 MB. An input that fails is in a file, and `FIHRIS_FUZZ_INPUT` runs a file. `--nocapture` shows what was run.

#![allow(clippy::unwrap_used)] // helpers of tests are tests too

mod clock;
mod dictionary;
mod document_tokens;
mod inputs;
#[path = "../cli/pack.rs"]
mod pack;
#[path = "../faults/rng.rs"]
mod rng;
mod run;
mod samples;
mod targets;

macro_rules! targets {
    ($($name:ident)*) => {
        $(
            #[test]
            fn $name() {
                run::run(stringify!($name), targets::$name::run);
            }
        )*
    };
}

targets! {
    columns csv cues dates encoding html json json_lines mail markup office packed pdf query references rtf sqlite
    stems text warc words zones
}
