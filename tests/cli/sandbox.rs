//! A folder of its own for each test, with nothing of the machine around it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

use assert_cmd::Command;
use tempfile::TempDir;

use super::schemas;

/// A temporary folder to run fihris in.
pub struct Sandbox {
    temp: TempDir,
}

impl Sandbox {
    pub fn new() -> Self {
        Self {
            temp: TempDir::new().unwrap(),
        }
    }

    /// One that holds the seed articles.
    pub fn with_seeds() -> Self {
        let sandbox = Self::new();
        let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds");
        for file in fs::read_dir(seeds).unwrap() {
            let file = file.unwrap();
            let name = format!("seeds/{}", file.file_name().to_str().unwrap());
            sandbox.write(&name, fs::read_to_string(file.path()).unwrap());
        }
        sandbox
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.temp.path().join(name)
    }

    pub fn write(&self, name: &str, text: impl AsRef<[u8]>) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    pub fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::cargo_bin("fihris").unwrap();
        command
            .current_dir(self.temp.path())
            .env_clear()
            .env("COLUMNS", "100")
            .args(args);
        command
    }

    /// A run on a terminal, in these surroundings and no others; what it leaves there is its stdout.
    #[cfg(target_os = "linux")]
    pub fn on_terminal(&self, args: &str, surroundings: &[(&str, &str)]) -> Output {
        let program = assert_cmd::cargo::cargo_bin("fihris");
        let command = format!("{} {args}", program.display());
        std::process::Command::new("script")
            .args(["--quiet", "--return", "--command", &command, "/dev/null"])
            .current_dir(self.temp.path())
            .env_clear()
            .env("PATH", "/usr/bin:/bin")
            .envs(surroundings.iter().copied())
            .stdin(std::process::Stdio::null())
            .output()
            .unwrap()
    }

    pub fn output(&self, args: &[&str]) -> Output {
        self.output_with(args, |command| command)
    }

    /// What a run prints after `set` has given it its stdin or surroundings. JSON must be as its schema says.
    pub fn output_with(
        &self,
        args: &[&str],
        set: impl FnOnce(&mut Command) -> &mut Command,
    ) -> Output {
        let output = set(&mut self.command(args)).output().unwrap();
        schemas::check(args, &output.stdout, &output.stderr);
        output
    }

    /// Stdout of a run that must succeed.
    pub fn stdout(&self, args: &[&str]) -> String {
        let output = self.output(args);
        assert!(
            output.status.code() != Some(2),
            "{args:?}: {}",
            self.clean(&output.stderr)
        );
        self.clean(&output.stdout)
    }

    /// Exit status, stdout and stderr in one, with what differs from run to run made alike.
    pub fn run(&self, args: &[&str]) -> String {
        self.show(&self.output(args))
    }

    pub fn show(&self, output: &Output) -> String {
        format!(
            "exit {}\n--- stdout\n{}--- stderr\n{}",
            output.status.code().unwrap(),
            self.clean(&output.stdout),
            self.clean(&output.stderr)
        )
    }

    pub fn clean(&self, bytes: &[u8]) -> String {
        let text = String::from_utf8(bytes.to_vec()).unwrap();
        let root = self.temp.path().canonicalize().unwrap();
        let text = text
            .replace(root.to_str().unwrap(), "ROOT")
            .replace(self.temp.path().to_str().unwrap(), "ROOT");
        text.split_inclusive('\n').map(without_time).collect()
    }

    /// The ids of the hits of a search in JSON, best first.
    pub fn hits(&self, args: &[&str]) -> Vec<String> {
        let stdout = self.stdout(args);
        let lines = stdout.lines().map(|line| {
            let line: serde_json::Value = serde_json::from_str(line).unwrap();
            line
        });
        let hits = lines.filter(|line| line["type"] == "hit");
        hits.map(|hit| hit["id"].as_str().unwrap().to_string())
            .collect()
    }

    /// The files that a query finds, by the first three characters of their names.
    pub fn found(&self, args: &[&str]) -> String {
        let mut all = vec!["search", "--files"];
        all.extend(args);
        let mut names: Vec<String> = self
            .stdout(&all)
            .lines()
            .map(|line| line.rsplit('/').next().unwrap()[..3].to_string())
            .collect();
        names.sort();
        names.dedup();
        names.join(" ")
    }
}

/// `…; 0.12 s` becomes `…; TIME`, in any language.
pub fn without_time(line: &str) -> String {
    for (mark, unit) in [("; ", " s"), ("؛ ", " ثانية")] {
        match line.rsplit_once(mark) {
            Some((before, time)) if time.trim_end().ends_with(unit) => {
                return format!("{before}{mark}TIME\n");
            }
            _ => {}
        }
    }
    line.to_string()
}
