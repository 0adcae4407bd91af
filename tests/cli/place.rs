//! Where the index is, said where somebody may not expect it there.

use insta::assert_snapshot;

use super::sandbox::Sandbox;

fn sandbox() -> Sandbox {
    let sandbox = Sandbox::new();
    sandbox.write("news/a.txt", "خبر عن بغداد");
    sandbox.write("news/photo.png", "");
    sandbox
}

/// What a run says that stands in the folder `news`.
fn in_news(sandbox: &Sandbox, args: &[&str]) -> String {
    let output = sandbox.output_with(args, |command| command.current_dir(sandbox.path("news")));
    sandbox.show(&output)
}

#[test]
fn where_an_index_is_made_is_said_once() {
    let sandbox = sandbox();
    assert_snapshot!(sandbox.run(&["index", "news", "--dry-run"]), @"
    exit 0
    --- stdout
    added: news/a.txt
    --- stderr
    would be: 1 added; 1 .png not read
    ");
    assert_snapshot!(sandbox.run(&["search", "خبر", "news", "--count"]), @"
    exit 0
    --- stdout
    1
    --- stderr
    index made in ROOT/.fihris
    ");
    assert_snapshot!(sandbox.run(&["search", "خبر", "news", "--count"]), @"
    exit 0
    --- stdout
    1
    --- stderr
    ");
    let json = sandbox.run(&["--index", "other", "index", "news", "--format", "json"]);
    assert!(
        json.ends_with("--- stderr\nindex made in ROOT/other\n"),
        "{json}"
    );
    assert_snapshot!(sandbox.run(&["--index", "third", "--lang", "ar", "index", "news"]), @"
    exit 0
    --- stdout
    --- stderr
    أُنشئ الفهرس في:
      ROOT/third
    الملفات: المضاف 1؛ وما لا يُقرأ: .png 1؛ وفي الفهرس مقالة واحدة؛ TIME
    ");
    // Where nothing is made, nothing is said.
    assert_snapshot!(sandbox.run(&["--index", "none", "index", "nowhere"]), @"
    exit 2
    --- stdout
    --- stderr
    error: no such file or folder: nowhere
    ");
}

#[test]
fn an_index_in_a_folder_above_is_named() {
    let sandbox = sandbox();
    sandbox.stdout(&["index", "news"]);
    assert_snapshot!(in_news(&sandbox, &["index", "."]), @"
    exit 0
    --- stdout
    --- stderr
    the index is in ROOT/.fihris
    files: 1 unchanged; 1 .png not read; 1 article in the index; TIME
    ");
    assert_snapshot!(in_news(&sandbox, &["search", "خبر", ".", "--files"]), @"
    exit 0
    --- stdout
    a.txt
    --- stderr
    the index is in ROOT/.fihris
    ");
    assert_snapshot!(in_news(&sandbox, &["--lang", "ar", "index", "."]), @"
    exit 0
    --- stdout
    --- stderr
    الفهرس في:
      ROOT/.fihris
    الملفات: الباقي كما هو 1؛ وما لا يُقرأ: .png 1؛ وفي الفهرس مقالة واحدة؛ TIME
    ");
    // Who only searches, or said where it is, knows.
    assert_snapshot!(in_news(&sandbox, &["search", "خبر", "--files"]), @"
    exit 0
    --- stdout
    a.txt
    --- stderr
    ");
    assert_snapshot!(in_news(&sandbox, &["--index", "../.fihris", "index"]), @"
    exit 0
    --- stdout
    --- stderr
    files: 1 unchanged; 1 .png not read; 1 article in the index; TIME
    ");
}

#[test]
fn quiet_is_who_only_wants_errors() {
    let sandbox = sandbox();
    sandbox.write("news/empty.txt", "");
    for args in [
        &["index", "news", "-q"][..],
        &["search", "خبر", "news", "--count", "--quiet"],
        &["search", "زرافة", "-q"],
        &["--index", "other", "-q", "index", "news"],
    ] {
        let shown = sandbox.run(args);
        let (_, stderr) = shown.split_once("--- stderr\n").unwrap();
        let other = stderr
            .lines()
            .filter(|line| !line.starts_with("skipped: news/empty.txt"));
        assert_eq!(other.collect::<Vec<_>>(), [""; 0], "{args:?}");
    }
    assert_snapshot!(in_news(&sandbox, &["index", "-q"]), @"
    exit 0
    --- stdout
    --- stderr
    skipped: empty.txt: empty: there is no word in it
    ");
    assert_snapshot!(sandbox.run(&["-q", "index", "nowhere"]), @"
    exit 2
    --- stdout
    --- stderr
    error: no such file or folder: nowhere
    ");
}
