//! What all commands share: where the index is, what the terminal is, how results and failures are written.

pub mod articles;
pub mod bidi;
pub mod clock;
pub mod color;
pub mod config;
pub mod config_place;
pub mod context;
pub mod failure;
pub mod index_location;
pub mod locale;
pub mod onboarding;
pub mod out;
pub mod pager;
pub mod progress;
pub mod saved;
pub mod terminal;
pub mod update;
