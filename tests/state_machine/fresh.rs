//! A new index of what there is.

use std::collections::BTreeSet;
use std::fs;
use std::process::Output;

use super::content::record;
use super::sandbox::Sandbox;

/// Where the new index is.
pub const FRESH: &str = ".fresh";

/// The streams that there are.
pub const STREAMS: [Option<&str>; 3] = [None, Some("wire"), Some("wire 2")];

/// The lists that belong to an index, of the user and of `learn`.
const LISTS: [&str; 2] = ["variants.tsv", "learned.tsv"];

/// A record that came by a stream.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Came {
    pub seed: u64,
    /// Which field was its text, if that was said.
    pub field: Option<&'static str>,
}

/// What there is, as far as no file tells.
#[derive(Clone, Debug, Default)]
pub struct Known {
    pub roots: BTreeSet<&'static str>,
    pub field: Option<&'static str>,
    pub encoding: Option<&'static str>,
    pub follow: Option<bool>,
    /// The records of each stream, in the order they came.
    pub streams: [Vec<Came>; STREAMS.len()],
}

impl Known {
    /// Adds what came by a stream: a record takes the place of one with its id.
    pub fn add(&mut self, stream: usize, seeds: &[u64]) {
        let field = self.field;
        let records = &mut self.streams[stream];
        for &seed in seeds {
            records.retain(|came| id(came.seed).is_none() || id(came.seed) != id(seed));
            records.push(Came { seed, field });
        }
    }

    /// The options that say how files are read.
    pub fn options(&self) -> Vec<&'static str> {
        let mut options = Vec::new();
        if let Some(field) = self.field {
            options.extend(["--field", field]);
        }
        if let Some(encoding) = self.encoding {
            options.extend(["--encoding", encoding]);
        }
        match self.follow {
            Some(true) => options.push("--follow"),
            Some(false) => options.push("--no-follow"),
            None => {}
        }
        options
    }

    /// Makes a new index of all.
    ///
    /// # Errors
    /// If that fails.
    pub fn index(&self, sandbox: &Sandbox) -> Result<(), String> {
        let _ = fs::remove_dir_all(sandbox.path(FRESH));
        let fresh = ["--index", FRESH];
        for field in [None, Some("text=text"), Some("text=lead")] {
            for (stream, came) in self.streams.iter().enumerate() {
                let came = came.iter().filter(|came| came.field == field);
                let seeds: Vec<u64> = came.map(|came| came.seed).collect();
                if !seeds.is_empty() {
                    let options: Vec<&str> =
                        field.iter().flat_map(|field| ["--field", field]).collect();
                    let args = [&fresh[..], &stream_args(stream), &options].concat();
                    feed(sandbox, &args, &seeds)?;
                }
            }
        }
        let roots: Vec<&str> = self.roots.iter().copied().collect();
        let args = [&fresh[..], &["index"], &roots, &self.options()].concat();
        let output = sandbox.output(&args);
        succeeded(sandbox, &args, &output)?;
        for list in LISTS {
            let from = sandbox.path(".fihris").join(list);
            if from.exists() {
                fs::copy(from, sandbox.path(FRESH).join(list)).unwrap();
            }
        }
        Ok(())
    }
}

/// The id of a record, if it has one.
fn id(seed: u64) -> Option<String> {
    let record: serde_json::Value = serde_json::from_str(&record(seed)).unwrap();
    Some(record.get("id")?.as_str()?.to_string())
}

/// The arguments that take a stream.
pub fn stream_args(stream: usize) -> Vec<&'static str> {
    let name = STREAMS[stream].iter().flat_map(|name| ["--name", name]);
    ["index", "-"].into_iter().chain(name).collect()
}

/// The name of a stream in the index.
pub fn stream_name(stream: usize) -> String {
    STREAMS[stream].map_or("-".into(), |name| format!("-:{name}"))
}

/// What comes by a stream.
pub fn input(seeds: &[u64]) -> String {
    seeds.iter().map(|seed| record(*seed) + "\n").collect()
}

/// Has records come by a stream.
pub fn feed(sandbox: &Sandbox, args: &[&str], seeds: &[u64]) -> Result<(), String> {
    let output = sandbox.output_with(args, |command| command.write_stdin(input(seeds)));
    succeeded(sandbox, args, &output)
}

/// Fails if a run failed, or if its status is not the one that its summary asks for.
pub fn succeeded(sandbox: &Sandbox, args: &[&str], output: &Output) -> Result<(), String> {
    let stderr = String::from_utf8_lossy(&output.stderr);
    let expected = if is_all_skipped(&stderr) { 2 } else { 0 };
    if output.status.code() == Some(expected) {
        return Ok(());
    }
    Err(format!("{args:?}: {}", sandbox.show(output)))
}

/// Whether a run says that it skipped what it looked at, and did nothing else.
fn is_all_skipped(stderr: &str) -> bool {
    let done = ["added", "changed", "read again", "removed"]; // "unchanged", too
    let summary = stderr.lines().find_map(|line| line.strip_prefix("files: "));
    summary.is_some_and(|summary| {
        let counts = summary.split(';').next().unwrap_or_default();
        counts.contains("skipped") && !done.iter().any(|done| counts.contains(done))
    })
}
