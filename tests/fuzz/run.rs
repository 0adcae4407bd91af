//! Running a target on inputs for a while.

use std::env;
use std::fs;
use std::panic::catch_unwind;
use std::path::{Path, PathBuf};
use std::process;
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use super::clock::{Thread, spent};
use super::inputs::Inputs;

/// What any input may take of the processor, however short.
const FLOOR: Duration = Duration::from_secs(5);

/// What each byte may take besides; an optimized build is about ten times as fast.
const A_BYTE: Duration = Duration::from_micros(if cfg!(debug_assertions) { 20 } else { 2 });

/// The most bytes of an input for each second that a target is run, about.
const LONGEST_A_SECOND: u64 = 1 << 18;

/// The most bytes of any input, about.
const LONGEST: u64 = 1 << 22;

/// How often it is looked whether an input takes for ever.
const INTERVAL: Duration = Duration::from_millis(500);

/// What an input of so many bytes may take.
fn allowed(length: usize) -> Duration {
    FLOOR + A_BYTE * u32::try_from(length).unwrap()
}

fn number(name: &str, usual: u64) -> u64 {
    let set = env::var(name).ok();
    set.map_or(usual, |set| set.parse().expect("a number"))
}

/// Runs the target `name` on short and long inputs, about as much of the time on each.
///
/// # Panics
/// If it panics, or an input takes more than it may; the input is in a file then.
pub fn run(name: &str, target: fn(&[u8])) {
    if let Ok(file) = env::var("FIHRIS_FUZZ_INPUT") {
        let input = fs::read(file).unwrap();
        let start = spent();
        target(&input);
        println!("{} bytes: {:?}", input.len(), spent().saturating_sub(start));
        return;
    }
    let seconds = number("FIHRIS_FUZZ", 1).max(1);
    let seed = number("FIHRIS_FUZZ_SEED", 1);
    let longest = LONGEST.min(seconds * LONGEST_A_SECOND);
    let inputs = Inputs::new(name, seed);
    let mut runner = Runner::new(name, seed, target);
    let (mut short, mut long) = (Times::default(), Times::default());
    while short.spent + long.spent < Duration::from_secs(seconds) {
        if short.spent <= long.spent {
            let input = inputs.short(short.inputs);
            short.add(runner.run(&format!("short input {}", short.inputs), &input));
        } else {
            let input = inputs.long(long.inputs, longest);
            long.add(runner.run(&format!("long input {}", long.inputs), &input));
        }
    }
    fs::remove_file(&runner.file).unwrap();
    println!(
        "{name}: {} short inputs, {} long ones; {}",
        short.inputs, long.inputs, runner.slowest
    );
}

#[derive(Default)]
struct Times {
    inputs: usize,
    spent: Duration,
}

impl Times {
    fn add(&mut self, spent: Duration) {
        self.inputs += 1;
        self.spent += spent;
    }
}

struct Runner {
    name: String,
    seed: u64,
    target: fn(&[u8]),
    /// Holds the input that is being run.
    file: PathBuf,
    watch: Watch,
    most: f64,
    /// What is said of the input that took most for its length.
    slowest: String,
}

impl Runner {
    fn new(name: &str, seed: u64, target: fn(&[u8])) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("fuzz");
        fs::create_dir_all(&folder).unwrap();
        Self {
            name: name.into(),
            seed,
            target,
            file: folder.join(name),
            watch: Watch::new(),
            most: 0.0,
            slowest: String::new(),
        }
    }

    /// What `input` takes of the processor.
    fn run(&mut self, what: &str, input: &[u8]) -> Duration {
        // Written first, so that it is there whatever happens to the process.
        fs::write(&self.file, input).unwrap();
        let (name, file) = (&self.name, self.file.display());
        let again = format!(
            "{name}: {what} of seed {} ({} bytes)\n\
             it is run again by: FIHRIS_FUZZ_INPUT={file} cargo test --test fuzz {name} -- --exact --nocapture",
            self.seed,
            input.len()
        );
        let (start, allowed) = (spent(), allowed(input.len()));
        self.watch.begin(start + 2 * allowed, &again);
        let target = self.target;
        let result = catch_unwind(|| target(input));
        self.watch.end();
        let took = spent().saturating_sub(start);
        assert!(result.is_ok(), "{again}");
        assert!(
            took <= allowed,
            "{again}\nit takes {took:?}, more than {allowed:?}"
        );
        // Short inputs are all overhead.
        #[allow(clippy::cast_precision_loss)] // lengths are small
        let a_byte = took.as_secs_f64() / input.len().max(1 << 14) as f64;
        if a_byte > self.most {
            self.most = a_byte;
            fs::copy(&self.file, self.file.with_extension("slowest")).unwrap();
            self.slowest = format!(
                "the slowest took {:.2} µs a byte: {what}, {} bytes, {took:.1?}",
                a_byte * 1e6,
                input.len()
            );
        }
        took
    }
}

/// Ends the process if an input seems to take for ever, where the system tells what threads take.
struct Watch(Arc<Mutex<Option<(Duration, String)>>>);

impl Watch {
    /// Over this thread.
    fn new() -> Self {
        let watched: Arc<Mutex<Option<(Duration, String)>>> = Arc::default();
        let thread = Thread::this();
        let looked_at = Arc::downgrade(&watched);
        thread::spawn(move || {
            while let Some(watched) = looked_at.upgrade() {
                if let (Some(spent), Some((end, again))) =
                    (thread.spent(), &*watched.lock().unwrap())
                    && spent > *end
                {
                    eprintln!("{again}\nit takes for ever");
                    process::abort();
                }
                drop(watched);
                thread::sleep(INTERVAL);
            }
        });
        Self(watched)
    }

    fn begin(&self, end: Duration, again: &str) {
        *self.0.lock().unwrap() = Some((end, again.into()));
    }

    fn end(&self) {
        *self.0.lock().unwrap() = None;
    }
}
