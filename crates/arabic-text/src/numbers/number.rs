//! The value of a number: exact, without the rounding of floating point.

use std::fmt::{self, Display, Formatter};

/// The most digits of a number; a longer run of them names something and counts nothing.
const MAX_DIGITS: usize = 15;

/// The digits of a group of thousands; so many behind a point may be one as well: `26.013`.
pub(super) const GROUP: usize = 3;

/// A number that is not negative.
///
/// ```
/// use arabic_text::numbers::{Number, values};
/// assert_eq!(values("26013"), [Number::whole(26013)]);
/// assert_eq!(values("1.50"), values("1.5"));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Number {
    /// The value times ten to the power of `places`.
    units: u64,
    /// Digits behind the point; the last of them is not zero.
    places: u8,
}

impl Number {
    /// A whole number.
    #[must_use]
    pub const fn whole(value: u64) -> Self {
        Self {
            units: value,
            places: 0,
        }
    }

    /// `units` divided by ten to the power of `places`.
    pub(super) fn new(mut units: u64, mut places: u8) -> Self {
        while places > 0 && units.is_multiple_of(10) {
            units /= 10;
            places -= 1;
        }
        Self { units, places }
    }

    /// Its value, if it is a whole number.
    #[must_use]
    pub fn as_whole(self) -> Option<u64> {
        (self.places == 0).then_some(self.units)
    }

    /// The number times `factor`, unless that is too large.
    pub(super) fn times(self, factor: u64) -> Option<Self> {
        let units = self.units.checked_mul(factor)?;
        Some(Self::new(units, self.places))
    }

    /// The number divided by `by`, a power of ten.
    pub(super) fn divided(self, by: u64) -> Self {
        let places = u8::try_from(by.ilog10()).unwrap_or(0);
        Self::new(self.units, self.places + places)
    }

    /// The sum of both, unless that is too large.
    pub(super) fn plus(self, other: Self) -> Option<Self> {
        let places = self.places.max(other.places);
        let scaled = |it: Self| {
            let factor = 10_u64.checked_pow(u32::from(places - it.places))?;
            it.units.checked_mul(factor)
        };
        let units = scaled(self)?.checked_add(scaled(other)?)?;
        Some(Self::new(units, places))
    }

    /// Its whole part.
    pub(super) fn floor(self) -> u64 {
        let factor = 10_u64.checked_pow(u32::from(self.places));
        factor.map_or(0, |factor| self.units / factor)
    }

    /// How many digits stand behind the point.
    pub(super) fn places(self) -> usize {
        usize::from(self.places)
    }
}

impl Display for Number {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        let factor = 10_u64.pow(u32::from(self.places));
        let (whole, rest) = (self.units / factor, self.units % factor);
        match self.places() {
            0 => write!(f, "{whole}"),
            places => write!(f, "{whole}.{rest:0places$}"),
        }
    }
}

/// The values that `digits` may have, as [`mod@crate::words`] gives them; several where the point may be one of thousands.
/// None of a number that is no quantity: with zeros before it, as of a telephone, or too long.
///
/// ```
/// use arabic_text::numbers::values;
/// let texts = |digits| values(digits).iter().map(ToString::to_string).collect::<Vec<_>>();
/// assert_eq!(texts("3.14"), ["3.14"]);
/// assert_eq!(texts("26.013"), ["26013", "26.013"]);
/// assert!(texts("0599123456").is_empty() && texts("6:30").is_empty());
/// ```
#[must_use]
pub fn values(digits: &str) -> Vec<Number> {
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let is_number = !whole.is_empty()
        && is_digits(whole)
        && is_digits(fraction)
        && (whole == "0" || !whole.starts_with('0'))
        && whole.len() + fraction.len() <= MAX_DIGITS
        && (fraction.is_empty() != digits.contains('.'));
    let Ok(units) = [whole, fraction].concat().parse::<u64>() else {
        return Vec::new();
    };
    if !is_number {
        return Vec::new();
    }
    let places = u8::try_from(fraction.len()).unwrap_or(0);
    let mut values = Vec::new();
    if fraction.len() == GROUP && whole.len() <= GROUP && whole != "0" {
        values.push(Number::whole(units));
    }
    values.push(Number::new(units, places));
    values
}
