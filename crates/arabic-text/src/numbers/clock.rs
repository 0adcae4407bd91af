//! Times of the day, whose hours and minutes are parted by a colon or by a point.

/// The other ways to write the time that `digits` may be: `6.30` is `6:30` and `06:30`; none if it is no time.
///
/// ```
/// use arabic_text::numbers::clock_times;
/// assert_eq!(clock_times("6:30"), ["06:30", "6.30", "06.30"]);
/// assert!(clock_times("6.75").is_empty() && clock_times("2.5").is_empty());
/// ```
#[must_use]
pub fn clock_times(digits: &str) -> Vec<String> {
    let Some((hour, minute)) = digits.split_once([':', '.']) else {
        return Vec::new();
    };
    let is_below = |text: &str, limit: u8| text.parse::<u8>().is_ok_and(|it| it < limit);
    let is_time = (1..=2).contains(&hour.len())
        && minute.len() == 2
        && is_below(hour, 25)
        && is_below(minute, 60);
    if !is_time {
        return Vec::new();
    }
    // With a point, a quarter of an hour or a zero before the hour tells a time from another number: `3.14` is none.
    let is_quarter = minute.parse::<u8>().is_ok_and(|it| it.is_multiple_of(15));
    let may_have_point = |hour: &str| is_quarter || hour.starts_with('0');
    if digits.contains('.') && !may_have_point(hour) {
        return Vec::new();
    }
    let bare = hour.trim_start_matches('0');
    let bare = if bare.is_empty() { "0" } else { bare };
    let mut times = Vec::new();
    for point in [':', '.'] {
        for time in [
            format!("{bare}{point}{minute}"),
            format!("{bare:0>2}{point}{minute}"),
        ] {
            let is_clear = point == ':' || may_have_point(&time);
            if is_clear && time != digits && !times.contains(&time) {
                times.push(time);
            }
        }
    }
    times
}
