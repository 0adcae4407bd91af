//! fihris.

pub mod arabic;
pub mod corpus;
pub mod index;
