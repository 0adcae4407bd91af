//! Faults: what happens when processes die, disks fill, files rot and several work at once.
//!
//! Always a right answer or a clear error, never a wrong answer and never a panic; and one command repairs.
//! All chance comes from seeds, so that a failure can be run again. There are few of each kind: variables ask for
//! more (`FIHRIS_KILLS` for each kind of run, `FIHRIS_FLIPS` for each file, `FIHRIS_FAULTS` of the system's calls,
//! `FIHRIS_SOAK` seconds).

#![allow(clippy::unwrap_used)] // helpers of tests are tests too

mod clock;
mod concurrency;
mod corpus;
mod damage;
#[cfg(unix)]
mod disk;
#[cfg(target_os = "linux")]
mod inject;
mod kill;
mod rng;
mod soak;
#[cfg(target_os = "linux")]
mod strace;
mod swaps;
/// A number that the environment may give: how many or how long.
fn number(name: &str, otherwise: u64) -> u64 {
    let given = std::env::var(name).ok();
    given.map_or(otherwise, |given| given.parse().expect("a number"))
}

mod schemas {
    //! Forms of JSON are the business of other tests.

    pub fn check(_: &[&str], _: &[u8], _: &[u8]) {}
}
#[path = "../cli/sandbox.rs"]
#[allow(dead_code)] // it serves other tests too
mod sandbox;
