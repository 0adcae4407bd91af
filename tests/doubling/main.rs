//! Doubling: an input twice as long takes about twice the work, however hostile it is.
//!
//! A kind of input is a function of its size. It is run in the process at n and at 2n ([`work::doubles`]),
//! or as a file that the real program indexes in bounded memory ([`memory::peak`]). Each module has the
//! kinds of one part of fihris; `--nocapture` shows the ratios.

#![allow(clippy::unwrap_used)] // helpers of tests are tests too

#[cfg(target_os = "linux")]
mod archives;
mod copies;
#[cfg(target_os = "linux")]
mod memory;
mod pages;
mod queries;
mod texts;
mod work;
