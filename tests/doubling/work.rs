//! Work at n and at 2n, as the time that this process spends computing.
//!
//! Time on the clock says nothing on a busy machine; the processor's own count does, also for work that
//! is spread over threads. Runs are taken in turns, and the best of each size counts.

use std::hint::black_box;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

/// More than this for the double, and the work grows faster than n log n.
const MOST: f64 = 3.0;

/// A ratio below this needs no further runs.
const GOOD: f64 = 2.4;

/// Less work than this is lost in what else goes on.
const LEAST: Duration = Duration::from_millis(30);

/// The most runs at each size. Processors change their speed, by twice and for seconds at a time: both sizes must have had
/// their turn at its best.
const MOST_RUNS: usize = 30;

/// One measurement at a time: the processor's count is that of all threads of the process.
static ONE: Mutex<()> = Mutex::new(());

/// Runs `work` on what `input` makes of n and of 2n, with n such that it takes a while but at least
/// `least`, the size where the hostile part outweighs the rest.
///
/// # Panics
/// If the double takes more than three times the work.
pub fn doubles<I, R>(name: &str, least: usize, input: impl Fn(usize) -> I, work: impl Fn(&I) -> R) {
    let _one = ONE.lock().unwrap_or_else(PoisonError::into_inner);
    let mut n = least;
    let mut once = input(n);
    drop(work(&once)); // what is made once is made now
    let mut best = spent(|| work(&once));
    while best < LEAST {
        n *= 2;
        once = input(n);
        best = spent(|| work(&once));
    }
    let twice = input(2 * n);
    let mut best_twice = spent(|| work(&twice));
    let ratio = |once: Duration, twice: Duration| twice.as_secs_f64() / once.as_secs_f64();
    for _ in 1..MOST_RUNS {
        if ratio(best, best_twice) < GOOD {
            break;
        }
        best = best.min(spent(|| work(&once)));
        best_twice = best_twice.min(spent(|| work(&twice)));
    }
    let ratio = ratio(best, best_twice);
    println!("{ratio:5.2}  {name} (n = {n}: {best:.0?})");
    assert!(
        ratio < MOST,
        "{name}: twice {n} takes {ratio:.2} times the work"
    );
}

/// What `work` takes of the processor, with the end of what it makes.
fn spent<R>(work: impl FnOnce() -> R) -> Duration {
    let start = now();
    drop(black_box(work()));
    now().saturating_sub(start)
}

#[cfg(unix)]
fn now() -> Duration {
    use rustix::time::{ClockId, clock_gettime};
    clock_gettime(ClockId::ProcessCPUTime).try_into().unwrap()
}

#[cfg(not(unix))]
fn now() -> Duration {
    use std::sync::LazyLock;
    use std::time::Instant;
    static START: LazyLock<Instant> = LazyLock::new(Instant::now);
    START.elapsed()
}

#[test]
#[should_panic(expected = "times the work")]
fn what_grows_with_the_cube_fails() {
    // Other threads of the process may be at work, which brings the ratio down: of a square it is 4 at best.
    let input = |n| (0..n as u64).collect::<Vec<_>>();
    doubles("triples of numbers", 100, input, |numbers| {
        let pairs = numbers
            .iter()
            .flat_map(|a| numbers.iter().map(move |b| a ^ b));
        let triples = pairs.flat_map(|pair| numbers.iter().map(move |c| pair ^ c));
        triples.map(black_box).max()
    });
}

#[test]
fn what_grows_with_n_passes() {
    doubles(
        "numbers",
        1000,
        |n| vec![1u64; n],
        |numbers| numbers.iter().map(black_box).sum::<u64>(),
    );
}
