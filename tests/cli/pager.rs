//! Long output, and names, on a terminal.
#![cfg(target_os = "linux")]

use super::sandbox::Sandbox;
use super::terminals::{ESCAPE, SMALL, on_terminal, sandbox};

#[test]
#[cfg(target_os = "linux")]
fn long_output_goes_through_the_pager() {
    let sandbox = sandbox();
    let search = "search باكو --no-group --limit 9";
    for (pager, args, is_paged) in [
        ("sed s/^/paged:/", search, true),
        ("cat >/dev/null; echo paged:", search, true),
        ("sed s/^/paged:/", "search باكو --count", false),
        (
            "sed s/^/paged:/",
            "search باكو --no-group --limit 9 --no-pager",
            false,
        ),
        (
            "sed s/^/paged:/",
            "search باكو --no-group --limit 9 --format json",
            false,
        ),
        ("no-such-pager", search, false),
        ("no-such-pager | x", search, false),
        ("false", search, false),
        ("", search, false),
    ] {
        let surroundings = [&SMALL[..], &[("PAGER", pager)]].concat();
        let found = on_terminal(&sandbox, args, &surroundings);
        assert_eq!(found.contains("paged:"), is_paged, "{pager}: {found}");
        if !pager.starts_with("cat") {
            assert!(
                found.contains("باكو") || args.contains("count"),
                "{pager}: {found}"
            );
        }
    }
    // Who has read enough ends the pager, and the search has found what it has found.
    let surroundings = [&SMALL[..], &[("PAGER", "head -1")]].concat();
    let found = on_terminal(&sandbox, search, &surroundings);
    let lines = found.lines().filter(|line| !line.trim().is_empty());
    assert_eq!(lines.count(), 2, "{found}");
    assert!(found.contains("articles, shown 1 to 9"), "{found}");
}

#[test]
#[cfg(target_os = "linux")]
fn names_of_files_do_no_harm_on_a_terminal() {
    let sandbox = Sandbox::new();
    sandbox.write("a\u{1B}[2Jb.txt", "خبر عن باكو");
    sandbox.stdout(&["index", "."]);
    for args in ["search باكو --files", "search باكو --files --null"] {
        let found = on_terminal(&sandbox, args, &SMALL);
        assert!(
            !found.contains(ESCAPE) && found.contains("\\u{1b}"),
            "{found}"
        );
    }
    let piped = sandbox.stdout(&["search", "باكو", "--files"]);
    assert_eq!(piped, "a\u{1B}[2Jb.txt\n");
}
