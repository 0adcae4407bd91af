//! Moments: days and times, which columns keep as numbers.

use arrow_schema::TimeUnit;
use jiff::Timestamp;
use jiff::tz::Offset;

/// Nanoseconds of a day.
const DAY: i128 = 86_400_000_000_000;

/// The day that is so many after the first of 1970.
pub(super) fn day(days: i64) -> Option<String> {
    let moment = Timestamp::from_nanosecond(i128::from(days) * DAY).ok()?;
    Some(Offset::UTC.to_datetime(moment).date().to_string())
}

/// The moment that is so many units after 1970 began. Without a zone it is as clocks showed it somewhere; of zones with a name only the
/// moment is kept, as it was in Greenwich.
pub(super) fn moment(count: i64, unit: TimeUnit, zone: Option<&str>) -> Option<String> {
    let nanoseconds = match unit {
        TimeUnit::Second => 1_000_000_000,
        TimeUnit::Millisecond => 1_000_000,
        TimeUnit::Microsecond => 1000,
        TimeUnit::Nanosecond => 1,
    };
    let moment = Timestamp::from_nanosecond(i128::from(count) * nanoseconds).ok()?;
    Some(match zone {
        None => Offset::UTC.to_datetime(moment).to_string(),
        Some(zone) => {
            let offset = offset(zone).unwrap_or(Offset::UTC);
            moment.display_with_offset(offset).to_string()
        }
    })
}

/// The offset that a zone like `+03:00` is.
fn offset(zone: &str) -> Option<Offset> {
    let (hours, minutes) = zone.split_once(':')?;
    let [hours, minutes]: [i32; 2] = [hours.parse().ok()?, minutes.parse().ok()?];
    let sign = if zone.starts_with('-') { -1 } else { 1 };
    Offset::from_seconds(hours.checked_mul(3600)?.checked_add(sign * minutes * 60)?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_days_and_moments() {
        assert_eq!(day(18_059).as_deref(), Some("2019-06-12"));
        assert_eq!(day(i64::MAX), None);
        for (count, unit, zone, expected) in [
            (
                1_560_326_400,
                TimeUnit::Second,
                None,
                Some("2019-06-12T08:00:00"),
            ),
            (
                1_560_326_400_000,
                TimeUnit::Millisecond,
                Some("+03:00"),
                Some("2019-06-12T11:00:00+03:00"),
            ),
            (
                1_560_326_400_000_000,
                TimeUnit::Microsecond,
                Some("-03:30"),
                Some("2019-06-12T04:30:00-03:30"),
            ),
            (
                1_560_326_400_000_000_000,
                TimeUnit::Nanosecond,
                Some("Asia/Riyadh"),
                Some("2019-06-12T08:00:00+00:00"),
            ),
            (
                0,
                TimeUnit::Second,
                Some("99999999:99"),
                Some("1970-01-01T00:00:00+00:00"),
            ),
            (i64::MAX, TimeUnit::Second, None, None),
        ] {
            assert_eq!(moment(count, unit, zone).as_deref(), expected);
        }
    }
}
