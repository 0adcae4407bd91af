//! The clock: the day that what people type counts from. No other part of fihris asks for it.

use jiff::Zoned;
use jiff::civil::Date;

/// Today where the command runs.
pub fn today() -> Date {
    Zoned::now().date()
}
