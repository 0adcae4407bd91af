//! What a newcomer reads when something is not as fihris expects it.

use std::fs;
use std::process::Stdio;

use insta::assert_snapshot;

use super::sandbox::Sandbox;

#[test]
fn no_arguments_and_help() {
    let sandbox = Sandbox::new();
    assert_snapshot!(sandbox.run(&[]), @"
    exit 2
    --- stdout
    --- stderr
    No index here yet. Make one of files and folders with:  fihris index PATH
    Then search it with:  fihris search 'قره باغ'
    Learn it in five tasks: fihris tutorial. All that there is:  fihris --help
    ");
}

#[test]
fn help_of_every_command() {
    let sandbox = Sandbox::new();
    let page = sandbox.stdout(&["--help"]);
    let list = page
        .split("Commands:\n")
        .nth(1)
        .unwrap()
        .split("\n\n")
        .next()
        .unwrap();
    let is_name = |line: &&str| line.starts_with("  ") && !line.starts_with("   ");
    let names = list.lines().filter(is_name);
    let names = names.filter_map(|line| line.split_whitespace().next());
    let help: Vec<String> = names
        .filter(|name| *name != "help")
        .map(|name| sandbox.stdout(&[name, "--help"]))
        .collect();
    assert!(help.len() > 10);
    assert_snapshot!("help", help.join("\n=====\n"));
}

#[test]
fn wrong_options_and_missing_things() {
    let sandbox = Sandbox::with_seeds();
    assert_snapshot!(sandbox.run(&["search", "قره", "--limt", "5"]), @"
    exit 2
    --- stdout
    --- stderr
    error: unexpected argument '--limt' found

      tip: a similar argument exists: '--limit'

    Usage: fihris search --limit <N> <QUERY> [PATH]...

    For more information, try '--help'.
    ");
    assert_snapshot!(sandbox.run(&["search", "قره"]), @"
    exit 2
    --- stdout
    --- stderr
    error: no index in ROOT/.fihris
    hint: make one with: fihris index PATH
    ");
    assert_snapshot!(sandbox.run(&["index"]), @"
    exit 2
    --- stdout
    --- stderr
    error: no index in ROOT/.fihris
    hint: make one with: fihris index PATH
    ");
    assert_snapshot!(sandbox.run(&["index", "seed"]), @"
    exit 2
    --- stdout
    --- stderr
    error: no such file or folder: seed
    ");
    assert!(
        !sandbox.path(".fihris").exists(),
        "a failed run leaves nothing behind"
    );
    assert_snapshot!(sandbox.run(&["search", "قره", "باغ"]), @"
    exit 2
    --- stdout
    --- stderr
    error: no such file or folder: باغ
    hint: a query of several words is one argument: put it in quotes
    ");
    assert_snapshot!(sandbox.run(&["status"]), @"
    exit 2
    --- stdout
    --- stderr
    error: no index in ROOT/.fihris
    hint: make one with: fihris index PATH
    ");
    assert_snapshot!(sandbox.run(&["search", "قره", "seeds", "--variants", "none.tsv"]), @"
    exit 2
    --- stdout
    --- stderr
    index made in ROOT/.fihris
    error: cannot read the spellings in none.tsv: No such file or directory (os error 2)
    hint: it should be UTF-8 text, a group a line, spellings separated by tabs
    ");
    assert_snapshot!(sandbox.run(&["search", "--limitt", "5"]), @"
    exit 2
    --- stdout
    --- stderr
    error: there is no option --limitt
    hint: --help lists the options; what a query excludes has one - before it
    ");
}

#[test]
fn queries_that_are_none() {
    let sandbox = Sandbox::with_seeds();
    sandbox.stdout(&["index", "seeds"]);
    assert_snapshot!(sandbox.run(&["search", "... ؟!"]), @"
    exit 2
    --- stdout
    --- stderr
    error: the query is not understood: there is no word in the query
    hint: fihris help queries shows what can be asked
    ");
    assert_snapshot!(sandbox.run(&["search", "قره (باغ"]), @"
    exit 2
    --- stdout
    --- stderr
    error: the query is not understood: this parenthesis is not closed, here: (باغ
    hint: perhaps this was meant:
    قره (باغ)
    ");
    assert_snapshot!(sandbox.run(&["search", "قره \"باغ"]), @r#"
    exit 2
    --- stdout
    --- stderr
    error: the query is not understood: this quotation mark is not closed, here: "باغ
    hint: perhaps this was meant:
    قره "باغ"
    "#);
    assert_snapshot!(sandbox.run(&["search", "قره OR"]), @"
    exit 2
    --- stdout
    --- stderr
    error: the query is not understood: a word is missing beside OR, at the end of the query
    hint: perhaps this was meant:
    قره
    ");
    assert_snapshot!(sandbox.run(&["search", "زرافة"]), @"
    exit 1
    --- stdout
    --- stderr
    nothing found
    in no article:
      زرافة
    ");
}

#[test]
fn an_empty_folder_and_a_file_of_another_kind() {
    let sandbox = Sandbox::new();
    fs::create_dir(sandbox.path("empty")).unwrap();
    assert_snapshot!(sandbox.run(&["index", "empty"]), @"
    exit 0
    --- stdout
    --- stderr
    index made in ROOT/.fihris
    files: no file found of the kinds that fihris formats lists; 0 articles in the index; TIME
    ");
    assert_snapshot!(sandbox.run(&["search", "قره"]), @"
    exit 1
    --- stdout
    --- stderr
    nothing found
    in no article:
      قره
    ");
    sandbox.write("page.png", "<p>");
    assert_snapshot!(sandbox.run(&["index", "page.png"]), @"
    exit 2
    --- stdout
    --- stderr
    error: cannot index page.png: not a kind of file that fihris reads, which fihris formats lists
    ");
}

#[test]
fn an_index_by_other_rules_is_refused() {
    let sandbox = Sandbox::with_seeds();
    sandbox.stdout(&["index", "seeds"]);
    let meta = sandbox.path(".fihris/g1/meta.json");
    let changed = fs::read_to_string(&meta)
        .unwrap()
        .replace("\\\"format\\\":", "\\\"format\\\":9");
    fs::write(&meta, changed).unwrap();
    assert_snapshot!(sandbox.run(&["search", "قره"]), @"
    exit 2
    --- stdout
    --- stderr
    error: the index in ROOT/.fihris was made by another version of fihris
    hint: make it anew with: fihris index --rebuild
    ");
    assert_snapshot!(sandbox.run(&["index", "seeds"]), @"
    exit 2
    --- stdout
    --- stderr
    error: the index in ROOT/.fihris was made by another version of fihris
    hint: make it anew with: fihris index --rebuild
    ");
    assert_snapshot!(sandbox.run(&["index", "--rebuild"]), @"
    exit 0
    --- stdout
    --- stderr
    files: 5 added; 6 articles in the index; TIME
    ");
    assert_eq!(sandbox.found(&["قره باج"]), "000 001 002 003 004");
}

#[test]
fn a_damaged_index_is_told_and_repaired() {
    let sandbox = Sandbox::with_seeds();
    sandbox.stdout(&["index", "seeds"]);
    fs::remove_file(sandbox.path(".fihris/g1/meta.json")).unwrap();
    assert_snapshot!(sandbox.run(&["search", "قره"]), @"
    exit 2
    --- stdout
    --- stderr
    error: the index in ROOT/.fihris is damaged: meta.json is missing
    hint: repair it with: fihris index --rebuild
    ");
    fs::remove_file(sandbox.path(".fihris/g1/verified")).unwrap();
    assert_snapshot!(sandbox.run(&["index", "--rebuild"]), @"
    exit 2
    --- stdout
    --- stderr
    error: the index in ROOT/.fihris does not say what it was made from
    hint: name the files and folders: fihris index --rebuild PATH
    ");
    sandbox.stdout(&["index", "--rebuild", "seeds"]);
    assert_eq!(sandbox.found(&["قره باج"]), "000 001 002 003 004");
}

#[test]
fn a_second_writer_fails_or_waits() {
    let sandbox = Sandbox::with_seeds();
    fs::create_dir(sandbox.path(".fihris")).unwrap();
    let held = fs::File::create(sandbox.path(".fihris/lock")).unwrap();
    held.lock().unwrap();
    assert_snapshot!(sandbox.run(&["index", "seeds"]), @"
    exit 2
    --- stdout
    --- stderr
    error: another process is writing to the index in ROOT/.fihris
    hint: try again when it is done, or add --wait
    ");
    let waiting = sandbox.path("seeds");
    let release = std::thread::spawn(move || {
        std::thread::sleep(std::time::Duration::from_millis(200));
        drop(held);
    });
    let output = sandbox.output(&["index", waiting.to_str().unwrap(), "--wait"]);
    release.join().unwrap();
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn a_closed_pipe_is_no_error() {
    let sandbox = Sandbox::with_seeds();
    sandbox.stdout(&["index", "seeds"]);
    let program = assert_cmd::cargo::cargo_bin("fihris");
    let long_table = ["terms", "--limit", "10000", "--format", "csv"];
    for args in [&["search", "-زرافة", "--format", "json"][..], &long_table] {
        let mut child = std::process::Command::new(&program)
            .current_dir(sandbox.path("."))
            .env_clear()
            .args(args)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{args:?}");
        assert_eq!(String::from_utf8(output.stderr).unwrap(), "", "{args:?}");
    }
}

#[cfg(unix)]
#[test]
fn what_cannot_be_read_is_reported_and_the_rest_goes_on() {
    use std::os::unix::fs::PermissionsExt;
    let sandbox = Sandbox::with_seeds();
    sandbox.write("seeds/deep/a.txt", "خبر عن بغداد");
    sandbox.stdout(&["index", "seeds"]);
    let lock = |mode| {
        let closed = fs::Permissions::from_mode(mode);
        fs::set_permissions(sandbox.path("seeds/deep"), closed).unwrap();
    };
    lock(0o000);
    let is_root = fs::read_dir(sandbox.path("seeds/deep")).is_ok();
    if !is_root {
        assert_snapshot!(sandbox.run(&["index", "seeds"]), @"
        exit 0
        --- stdout
        --- stderr
        skipped: seeds/deep: cannot be read: Permission denied (os error 13)
        files: 5 unchanged, 1 skipped; 6 articles in the index; TIME
        ");
        assert_eq!(
            sandbox.found(&["بغداد"]),
            "a.t",
            "what was indexed before stays"
        );
    }
    lock(0o755);
    assert_eq!(sandbox.found(&["بغداد"]), "a.t");
}

#[test]
fn control_characters_are_shown_escaped() {
    let sandbox = Sandbox::new();
    sandbox.write(
        "a.txt",
        "خبر عن\u{1b}[2J بغداد \u{202E}مقلوب\n\nنص الخبر عن بغداد",
    );
    assert_snapshot!(sandbox.run(&["search", "بغداد", "a.txt"]), @r#"
    exit 0
    --- stdout
    a.txt
    خبر عن\u{1b}[2J [بغداد] \u{202e}مقلوب
    نص الخبر عن [بغداد]

    --- stderr
    index made in ROOT/.fihris
    1 article
    "#);
}
