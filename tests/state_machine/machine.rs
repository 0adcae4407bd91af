//! The machine: takes steps, and compares.

use std::fs;
use std::io::Write;
use std::os::unix::fs::symlink;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use super::answers::Answers;
use super::content::{Kind, contents, text};
use super::files::slots;
use super::fresh::{FRESH, Known, STREAMS, feed, input, stream_args, stream_name, succeeded};
use super::run::{Asked, ROOTS, Run};
use super::sandbox::Sandbox;
use super::step::Step;
use super::strace::{self, FAULTS, Fault};

/// A folder of files with an index, and what the index should hold.
pub struct Machine {
    pub(super) sandbox: Sandbox,
    /// The files that there may be.
    pub(super) slots: Vec<(String, Kind)>,
    known: Known,
    /// Whether a run failed whose options may or may not have been kept.
    is_unsure: bool,
    /// What a run takes.
    took: Duration,
    /// Answers that were compared.
    pub compared: usize,
}

impl Machine {
    /// A few files, indexed.
    ///
    /// # Errors
    /// If they cannot be.
    pub fn new() -> Result<Self, String> {
        let sandbox = Sandbox::new();
        let slots = slots();
        for (seed, root) in (1000..).zip(ROOTS) {
            sandbox.write(&format!("{root}/anchor.txt"), text(seed));
        }
        for (seed, (name, kind)) in (0..).zip(&slots).step_by(3) {
            sandbox.write(name, contents(*kind, seed));
        }
        sandbox.write("out/anchor.txt", text(7));
        symlink("../out", sandbox.path("news/link")).unwrap();
        let mut machine = Self {
            sandbox,
            slots,
            known: Known::default(),
            is_unsure: false,
            took: Duration::from_millis(100),
            compared: 0,
        };
        let first = Run {
            roots: 1,
            asked: Asked::Nothing,
        };
        machine.index(&first).map(|()| machine)
    }

    /// Takes a step.
    ///
    /// # Errors
    /// If the index is not as it should be.
    pub fn take(&mut self, step: &Step) -> Result<(), String> {
        match *step {
            Step::Variants { seed } => {
                let lines = [
                    "بغداد\tبيروت\n",
                    "شركة\tمدرسة\n",
                    "\n# x\nتونسي\tالرقة\n",
                    "صحيفة\tكتب\tغوغل\n",
                ];
                let list = lines[usize::try_from(seed).unwrap() % lines.len()];
                self.sandbox.write(".fihris/variants.tsv", list);
            }
            Step::Learn => drop(self.sandbox.output(&["learn"])),
            Step::Index(ref run) => self.index(run)?,
            Step::Stream { name, seed, count } => {
                self.settle()?;
                let (stream, seeds) = (name % STREAMS.len(), seeds(seed, count));
                feed(&self.sandbox, &stream_args(stream), &seeds)?;
                self.known.add(stream, &seeds);
            }
            Step::Kill { ref run, share } => {
                self.prepare(run);
                kill(
                    &self.sandbox,
                    &run.args(),
                    "",
                    self.took.mul_f64(share_of(share)),
                );
                self.was_unsure(run)?;
            }
            Step::KillStream { name, seed, share } => {
                self.settle()?;
                let (stream, seeds) = (name % STREAMS.len(), seeds(seed, 5));
                let args = stream_args(stream);
                kill(
                    &self.sandbox,
                    &args,
                    &input(&seeds),
                    self.took.mul_f64(share_of(share)),
                );
                self.serves()?;
                feed(&self.sandbox, &args, &seeds)?;
                self.known.add(stream, &seeds);
            }
            Step::Fault {
                ref run,
                call,
                error,
                nth,
            } => self.fault(run, call, error, nth)?,
            Step::Hide { root, ref run } => self.hide(ROOTS[root % ROOTS.len()], run)?,
            Step::Remove { root, slot } => self.remove(ROOTS[root % ROOTS.len()], slot)?,
            Step::RemoveStream { name } => {
                let stream = name % STREAMS.len();
                self.settle()?;
                if !self.known.streams[stream].is_empty() {
                    self.run(&["remove", "--", &stream_name(stream)])?;
                    self.known.streams[stream].clear();
                }
            }
            Step::Compare => self.compare()?,
            ref edit => self.edit(edit),
        }
        Ok(())
    }

    /// Brings the index up to date, and compares it with a new one.
    ///
    /// # Errors
    /// If they differ.
    pub fn compare(&mut self) -> Result<(), String> {
        self.settle()?;
        self.run(&["index"])?;
        let found = Answers::ask(&self.sandbox, ".fihris");
        self.known.index(&self.sandbox)?;
        let right = Answers::ask(&self.sandbox, FRESH);
        self.compared += found.len();
        match found.problem().or_else(|| found.difference(&right)) {
            Some(problem) => Err(problem),
            None => Ok(()),
        }
    }

    /// Runs what must succeed.
    fn run(&mut self, args: &[&str]) -> Result<(), String> {
        let start = Instant::now();
        let output = self.sandbox.output(args);
        self.took = start.elapsed();
        succeeded(&self.sandbox, args, &output)
    }

    /// Writes the list that a run may name.
    fn prepare(&self, run: &Run) {
        if run.asked == Asked::Listed {
            self.sandbox
                .write("list", "news/1.txt\nnews/gone.txt\nnews/sub\nnews/8.zip\n");
        }
    }

    fn index(&mut self, run: &Run) -> Result<(), String> {
        self.prepare(run);
        self.run(&run.args())?;
        self.note(run);
        Ok(())
    }

    /// Keeps in mind what a run said of the runs to come.
    fn note(&mut self, run: &Run) {
        let known = &mut self.known;
        if run.asked == Asked::DryRun {
            return;
        }
        known.roots.extend(run.named());
        match run.asked {
            Asked::Text(field) => known.field = Some(field),
            Asked::Encoding(name) => known.encoding = Some(name),
            Asked::Follow(follow) => known.follow = Some(follow),
            _ => {}
        }
    }

    /// Makes sure that the options of a run that failed are kept.
    fn settle(&mut self) -> Result<(), String> {
        if self.is_unsure {
            let roots: Vec<&str> = self.known.roots.iter().copied().collect();
            self.run(&[&["index"], &roots[..], &self.known.options()].concat())?;
            self.is_unsure = false;
        }
        Ok(())
    }

    /// After a run that may have failed.
    fn was_unsure(&mut self, run: &Run) -> Result<(), String> {
        self.note(run);
        self.is_unsure = true;
        self.serves()
    }

    /// Whether the index can be searched.
    fn serves(&self) -> Result<(), String> {
        let output = self.sandbox.output(&["search", "خبر", "--count"]);
        if output.status.code() == Some(0) {
            return Ok(());
        }
        Err(format!("a search fails: {}", self.sandbox.show(&output)))
    }

    fn fault(&mut self, run: &Run, call: usize, error: usize, nth: u64) -> Result<(), String> {
        if !strace::is_there() {
            return self.index(run);
        }
        let (calls, errors) = FAULTS[call % FAULTS.len()];
        let fault = Fault {
            calls,
            error: errors[error % errors.len()],
            nth,
        };
        self.prepare(run);
        let Some(output) = strace::run(&self.sandbox, &run.args(), fault) else {
            return Ok(());
        };
        let stderr = String::from_utf8_lossy(&output.stderr);
        let is_told = match output.status.code() {
            Some(0) => true,
            Some(2) => stderr.contains("error: ") || stderr.contains("skipped: "),
            _ => false,
        };
        if !is_told || stderr.contains("fault: ") {
            return Err(format!(
                "{fault:?} in {:?}: {}",
                run.args(),
                self.sandbox.show(&output)
            ));
        }
        self.was_unsure(run)
    }

    /// A root that is removed is forgotten, unless it is the first; a file below a root is read again.
    fn remove(&mut self, root: &'static str, slot: Option<usize>) -> Result<(), String> {
        self.settle()?;
        if let Some(slot) = slot {
            let name = self.slots[slot % self.slots.len()].0.clone();
            let output = self.sandbox.output(&["remove", &name]);
            let is_known = output.status.code() == Some(0);
            let is_unknown = self.sandbox.clean(&output.stderr).contains(&name);
            if !(is_known || is_unknown) {
                return Err(format!("remove {name}: {}", self.sandbox.show(&output)));
            }
        } else if root != ROOTS[0] && self.known.roots.remove(root) {
            self.run(&["remove", root])?;
        }
        Ok(())
    }

    /// A root that is gone, or empty, keeps its articles.
    fn hide(&mut self, root: &'static str, run: &Run) -> Result<(), String> {
        self.compare()?;
        let before = Answers::ask(&self.sandbox, ".fihris").of_articles();
        let is_harmless = matches!(
            run.asked,
            Asked::Nothing
                | Asked::Rehash
                | Asked::Rebuild
                | Asked::RebuildSome
                | Asked::LittleMemory
                | Asked::Include
        );
        let asked = if is_harmless {
            run.asked.clone()
        } else {
            Asked::Rebuild
        };
        let path = self.sandbox.path(root);
        fs::rename(&path, self.sandbox.path("hidden")).unwrap();
        if run.roots.is_multiple_of(2) {
            fs::create_dir(&path).unwrap();
        }
        self.run(&Run { roots: 0, asked }.args())?;
        let after = Answers::ask(&self.sandbox, ".fihris").of_articles();
        if path.exists() {
            fs::remove_dir(&path).unwrap();
        }
        fs::rename(self.sandbox.path("hidden"), path).unwrap();
        match after.difference(&before) {
            Some(difference) => Err(format!("while {root} was gone, {difference}")),
            None => Ok(()),
        }
    }
}

/// A share of thousandths.
fn share_of(share: u64) -> f64 {
    f64::from(u32::try_from(share).unwrap()) / 1000.0
}

/// The seeds of the records of a stream.
fn seeds(seed: u64, count: u64) -> Vec<u64> {
    (0..count).map(|i| (seed + i * 3) % 50).collect()
}

/// Kills a run after a while.
fn kill(sandbox: &Sandbox, args: &[&str], input: &str, after: Duration) {
    let mut child = Command::new(assert_cmd::cargo::cargo_bin("fihris"))
        .args(args)
        .current_dir(sandbox.path("."))
        .env_clear()
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let _ = stdin.write_all(input.as_bytes()); // it may have ended
    drop(stdin);
    thread::sleep(after);
    child.kill().unwrap();
    child.wait().unwrap();
}
