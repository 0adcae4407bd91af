//! End to end, through the real program.

#![allow(clippy::unwrap_used)] // helpers of tests are tests too

mod asking;
mod broken;
mod check;
mod commands;
#[cfg(target_os = "linux")]
mod controls;
mod copies;
mod corpus;
mod days;
mod deleted;
mod errors;
mod first;
mod formats;
#[cfg(unix)]
mod hostile;
mod kinds;
mod known;
mod language;
mod limits;
#[cfg(unix)]
mod lost;
#[cfg(unix)]
mod names;
mod pack;
mod place;
mod readme;
mod remove;
mod report;
mod same_ids;
mod schemas;
mod scripts;
mod seeds;
mod streams;
mod terminals;
mod tongue;
mod ways;
mod world;
