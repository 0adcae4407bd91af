//! The transcripts in the README are what the program really prints.

use std::fs;
use std::path::Path;
use std::process::Command;

use super::world::World;

/// The commands of the README's `console` blocks with the output shown below each.
fn transcript() -> Vec<(String, String)> {
    let readme = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let readme = fs::read_to_string(readme).unwrap();
    let mut commands: Vec<(String, String)> = Vec::new();
    let mut inside = false;
    for line in readme.lines() {
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
    let world = World::with_seeds();
    let program = assert_cmd::cargo::cargo_bin("fihris");
    let path = format!("{}:/usr/bin:/bin", program.parent().unwrap().display());
    let commands = transcript();
    assert!(commands.len() >= 5, "the README shows too little");
    for (command, expected) in commands {
        let output = Command::new("sh")
            .args(["-c", &format!("({command}) 2>&1")])
            .current_dir(world.path("."))
            .env_clear()
            .env("PATH", &path)
            .output()
            .unwrap();
        let printed = world.clean(&output.stdout);
        let expected: String = expected
            .split_inclusive('\n')
            .map(super::world::without_time)
            .collect();
        assert_eq!(printed.trim_end(), expected.trim_end(), "$ {command}");
    }
}
