//! The transcripts in the README and in docs are what the program really prints.

use std::fs;
use std::path::Path;
use std::process::Command;

use super::sandbox::Sandbox;

/// The commands of a file's `console` blocks with the output shown below each.
fn transcript(file: &str) -> Vec<(String, String)> {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
    let page = fs::read_to_string(page).unwrap();
    let mut commands: Vec<(String, String)> = Vec::new();
    let mut inside = false;
    for line in page.lines() {
        if line.starts_with("```") {
            inside = line == "```console";
        } else if let (true, Some(command)) = (inside, line.strip_prefix("$ ")) {
            commands.push((command.to_string(), String::new()));
        } else if let (true, Some((_, output))) = (inside, commands.last_mut()) {
            output.push_str(line);
            output.push('\n');
        }
    }
    commands
}

#[test]
fn transcripts_are_real() {
    assert!(count_real("README.md", &Sandbox::with_seeds()) >= 5);
    let sandbox = Sandbox::with_seeds();
    sandbox.stdout(&["index", "seeds"]);
    for page in [
        "README.ar",
        "queries",
        "articles",
        "analyses",
        "terminal",
        "checking",
    ] {
        assert!(
            count_real(&format!("docs/{page}.md"), &sandbox) > 0,
            "{page}"
        );
    }
}

#[test]
#[cfg(unix)]
fn recipes_work() {
    let sandbox = Sandbox::with_seeds();
    sandbox.stdout(&["index", "seeds"]);
    assert!(count_real("docs/scripts.md", &sandbox) >= 5);
}

/// How many commands of a page there are, all of which print what it shows.
fn count_real(file: &str, sandbox: &Sandbox) -> usize {
    let program = assert_cmd::cargo::cargo_bin("fihris");
    let path = format!("{}:/usr/bin:/bin", program.parent().unwrap().display());
    let commands = transcript(file);
    for (command, expected) in &commands {
        let output = Command::new("sh")
            .args(["-c", &format!("({command}) 2>&1")])
            .current_dir(sandbox.path("."))
            .env_clear()
            .env("PATH", &path)
            .output()
            .unwrap();
        let printed = sandbox.clean(&output.stdout);
        let expected: String = expected
            .split_inclusive('\n')
            .map(super::sandbox::without_time)
            .collect();
        let expected = expected.replace("/srv/news", "ROOT");
        assert_eq!(
            printed.trim_end(),
            expected.trim_end(),
            "{file}: $ {command}"
        );
    }
    commands.len()
}
