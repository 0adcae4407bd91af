//! The time that a thread spends computing.
//!
//! Time on the clock says nothing on a busy machine.

use std::time::Duration;

/// What this thread took of the processor so far.
#[cfg(unix)]
pub fn spent() -> Duration {
    use rustix::time::{ClockId, clock_gettime};
    clock_gettime(ClockId::ThreadCPUTime).try_into().unwrap()
}

/// The time on the clock, where there is no other.
#[cfg(not(unix))]
pub fn spent() -> Duration {
    use std::sync::LazyLock;
    use std::time::Instant;
    static START: LazyLock<Instant> = LazyLock::new(Instant::now);
    START.elapsed()
}

/// A thread as others see it.
pub struct Thread(Option<std::path::PathBuf>);

impl Thread {
    /// This one.
    pub fn this() -> Self {
        let link = std::fs::read_link("/proc/thread-self").ok();
        Self(link.map(|link| std::path::Path::new("/proc").join(link).join("stat")))
    }

    /// What it took of the processor so far, to a hundredth of a second; `None` where the system does not say.
    pub fn spent(&self) -> Option<Duration> {
        let stat = std::fs::read_to_string(self.0.as_ref()?).ok()?;
        // Behind the name in parentheses, which may hold anything, the times are the 12th and 13th field.
        let (_, fields) = stat.rsplit_once(')')?;
        let times = fields.split_whitespace().skip(11).take(2);
        let ticks = times.map(|ticks| ticks.parse::<u64>().ok());
        Some(Duration::from_millis(10 * ticks.sum::<Option<u64>>()?))
    }
}
