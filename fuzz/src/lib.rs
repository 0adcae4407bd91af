//! The targets, which the ordinary tests run too.

#[path = "../../tests/fuzz/targets/mod.rs"]
mod targets;

pub use targets::*;
