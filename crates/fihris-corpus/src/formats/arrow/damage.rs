//! Damage: why a table is not read further.

use arrow_schema::ArrowError;

use crate::limits::excerpt;
use crate::skip::{DamageKind, SkipReason};

/// What a table says cannot be, as `message` tells.
pub(super) fn broken(message: &str) -> SkipReason {
    SkipReason::damaged(DamageKind::Other, message)
}

/// What the reader of the format says.
pub(super) fn damaged(error: &ArrowError) -> SkipReason {
    broken(&excerpt(&error.to_string()))
}
