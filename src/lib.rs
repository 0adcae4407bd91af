//! fihris.

pub mod arabic;
