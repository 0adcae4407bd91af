//! End to end, through the real program.

#![allow(clippy::unwrap_used)] // helpers of tests are tests too

mod commands;
mod corpus;
mod errors;
mod readme;
mod seeds;
mod world;
