//! What is asked of an index, and what it says.

use std::fmt::Write as _;

use rayon::prelude::*;
use serde_json::Value;

use super::sandbox::Sandbox;

/// Queries of all kinds.
const QUERIES: &str = "خبر\nبغداد\nقره باج\nكاراباخ\n\"وزير الخارجية\"\nالاتفاق -بيروت\nقوات\nأذرب*\nغوغل\nتونسي~\n=بيروت\n\
    section:رياضة\nsource:تاس\ndate:2021\nin:title خبر\nوزير OR شركة\n\"القوات الحكومة\"~8\npath:news/sub\nمدرسة\nlead:بغداد\n";

/// What is asked one by one. Each has all that matters in its JSON.
const COMMANDS: &[&[&str]] = &[
    &["search", "--queries", "queries", "--limit", "1000"],
    &["search", "بغداد", "--limit", "1000", "--copies"],
    &[
        "search",
        "خبر",
        "--limit",
        "7",
        "--offset",
        "3",
        "--no-group",
    ],
    &["search", "بيروت", "--group-by", "source"],
    &["search", "وزير", "--sort", "path", "--limit", "1000"],
    &["search", "خبر", "--files"],
    &["search", "خبر", "--versions", "--limit", "1000"],
    &["kwic", "بغداد", "--limit", "1000"],
    &["timeline", "خبر"],
    &["spellings", "قره باغ"],
    &["terms", "بيروت", "--limit", "50"],
    &["collocates", "بغداد", "--limit", "50"],
    &["copies"],
    &["explain", "قوات OR بيروت"],
    &["show", "id1"],
    &["show", "id4"],
    &["show", "--", "-:wire"],
    &["similar", "news/anchor.txt"],
    &["status"],
    &["check"],
];

/// What the index in a folder says to all that is asked.
#[derive(Clone, PartialEq, Eq)]
pub struct Answers(Vec<(String, String)>);

impl Answers {
    /// Asks the index in the folder `index`.
    pub fn ask(sandbox: &Sandbox, index: &str) -> Self {
        if !sandbox.path("queries").exists() {
            sandbox.write("queries", QUERIES);
        }
        let ask = |command: &&[&str]| {
            let (name, rest) = (command[0], &command[1..]);
            let args = [&["--index", index, name, "--format", "json"], rest].concat();
            let output = sandbox.output(&args);
            let status = output.status.code();
            let mut said = sandbox.clean(&output.stdout);
            if command[0] == "status" {
                said = comparable(&said);
            }
            let _ = write!(said, "exit {status:?}");
            if status == Some(2) || status.is_none() {
                said += &sandbox.clean(&output.stderr);
            }
            (command.join(" "), said)
        };
        Self(COMMANDS.par_iter().map(ask).collect())
    }

    /// Without what tells of files, not of articles.
    pub fn of_articles(mut self) -> Self {
        self.0.retain(|(command, _)| command != "status");
        self
    }

    /// What differs from `other`, which is right, if anything does.
    pub fn difference(&self, right: &Self) -> Option<String> {
        let mut pairs = self.0.iter().zip(&right.0);
        let ((command, said), (_, right)) = pairs.find(|(said, right)| said != right)?;
        let lines = said.lines().chain([""]).zip(right.lines().chain([""]));
        let mut different = lines.filter(|(said, right)| said != right);
        let (said, right) = different.next().unwrap_or(("(fewer or more lines)", ""));
        Some(format!("{command} says\n  {said}\nand not\n  {right}"))
    }

    /// A command that fails although none of these can, but for a file of queries in which a field is named that no
    /// article has.
    pub fn problem(&self) -> Option<String> {
        let is_failed = |(command, said): &&(String, String)| {
            let may_fail = command.contains("--queries") && !said.contains("fault");
            said.contains("exit None") || said.contains("exit Some(2)") && !may_fail
        };
        let (command, said) = self.0.iter().find(is_failed)?;
        Some(format!("{command} fails:\n  {said}"))
    }

    /// How many they are.
    pub fn len(&self) -> usize {
        self.0.len() + QUERIES.lines().count()
    }
}

/// What `status` says, without where and when.
fn comparable(status: &str) -> String {
    let Ok(mut status) = serde_json::from_str::<Value>(status) else {
        return status.to_string();
    };
    for name in ["index", "updated", "bytes"] {
        status[name] = Value::Null;
    }
    for stream in status["streams"].as_array_mut().into_iter().flatten() {
        stream["last"] = Value::Null;
    }
    for name in ["roots", "noted", "skipped"] {
        if let Some(list) = status[name].as_array_mut() {
            list.sort_by_key(ToString::to_string);
        }
    }
    serde_json::to_string_pretty(&status).unwrap()
}
