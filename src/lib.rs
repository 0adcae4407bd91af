//! fihris.

pub mod arabic;
pub mod corpus;
pub mod index;
pub mod output;
pub mod query;
