//! Files of kinds that are not read are never passed over in silence.

use std::fs;

use insta::assert_snapshot;
use serde_json::Value;

use super::pack;
use super::sandbox::Sandbox;

/// The kinds that are not read, as `index` and `status` count them.
fn kinds(sandbox: &Sandbox, args: &[&str]) -> String {
    // Status 2 where a root is gone.
    let output = sandbox.output(&[args, &["--format", "json"]].concat());
    let json = sandbox.clean(&output.stdout);
    let last: Value = serde_json::from_str(json.lines().last().unwrap()).unwrap();
    last["kinds_not_read"].to_string()
}

fn archive(sandbox: &Sandbox, name: &str, names: &[&str]) {
    let text = "خبر عن القاهرة".as_bytes();
    let files: Vec<(&str, &[u8])> = names.iter().map(|name| (*name, text)).collect();
    sandbox.write(name, pack::tar(&files));
}

/// A folder with an article, files of many kinds, and an archive with some more.
fn sandbox() -> Sandbox {
    let sandbox = Sandbox::new();
    sandbox.write("news/1.txt", "خبر عن بغداد");
    for name in [
        "a.png",
        "b.PNG",
        "sub/c.png",
        "sub/d.doc",
        "e.exe",
        "f.mov",
        "g.css",
        "README",
        "h.1",
        ".hidden.png",
    ] {
        sandbox.write(&format!("news/{name}"), "x");
    }
    archive(&sandbox, "news/more.tar", &["x.txt", "y.png", "z/w.ogg"]);
    sandbox
}

#[test]
fn they_are_counted_by_kind_and_named() {
    let sandbox = sandbox();
    assert_snapshot!(sandbox.run(&["index", "news"]), @"
    exit 0
    --- stdout
    --- stderr
    index made in ROOT/.fihris
    files: 2 added; 4 .png, 2 other, 1 .css, 1 .doc, 1 .exe, 2 more not read; 2 articles in the index; TIME
    ");
    assert_snapshot!(sandbox.run(&["index", "news", "-v", "--strict"]), @"
    exit 2
    --- stdout
    not read: news/README
    not read: news/a.png
    not read: news/b.PNG
    not read: news/e.exe
    not read: news/f.mov
    not read: news/g.css
    not read: news/h.1
    not read: news/sub/c.png
    not read: news/sub/d.doc
    not read: news/more.tar: in it: 1 .ogg, 1 .png
    --- stderr
    files: 2 unchanged; 4 .png, 2 other, 1 .css, 1 .doc, 1 .exe, 2 more not read; 2 articles in the index; TIME
    ");
    assert_snapshot!(sandbox.run(&["--lang", "ar", "index", "news"]), @"
    exit 0
    --- stdout
    --- stderr
    الملفات: الباقي كما هو 2؛ وما لا يُقرأ: .png 4، أنواع أخرى 2، .css 1، .doc 1، .exe 1، وغيرها 2؛ وفي الفهرس مقالتان؛ TIME
    ");
    let status = sandbox.stdout(&["status"]);
    let lines: Vec<&str> = status
        .lines()
        .filter(|line| line.starts_with("not read"))
        .collect();
    assert_snapshot!(lines.join("\n"), @"
    not read:  .css: 1
    not read:  .doc: 1
    not read:  .exe: 1
    not read:  .mov: 1
    not read:  .ogg: 1
    not read:  .png: 4
    not read:  other: 2
    ");
    let status = sandbox.stdout(&["status", "--lang", "ar"]);
    let lines: Vec<&str> = status
        .lines()
        .filter(|line| line.starts_with("لا يُقرأ"))
        .collect();
    assert_snapshot!(lines.join("\n"), @"
    لا يُقرأ:   .css: ملف واحد
    لا يُقرأ:   .doc: ملف واحد
    لا يُقرأ:   .exe: ملف واحد
    لا يُقرأ:   .mov: ملف واحد
    لا يُقرأ:   .ogg: ملف واحد
    لا يُقرأ:   .png: 4 ملفات
    لا يُقرأ:   أنواع أخرى: ملفان
    ");
    assert_eq!(sandbox.stdout(&["search", "خبر", "--count"]), "2\n");
    assert!(sandbox.stdout(&["check"]).contains("2 articles, 2 files"));
    let strict = sandbox.run(&[
        "index",
        "--strict",
        "--exclude",
        "*.png",
        "--exclude",
        "more.tar",
    ]);
    assert!(strict.starts_with("exit 2"), "{strict}");
}

#[test]
fn their_numbers_follow_the_files() {
    let sandbox = sandbox();
    let all = r#"{".css":1,".doc":1,".exe":1,".mov":1,".ogg":1,".png":4,"other":2}"#;
    for args in [
        &["index", "news"][..],
        &["status"],
        &["index"],
        &["status"],
        &["index", "--rehash"],
        &["index", "--rebuild"],
        &["status"],
    ] {
        assert_eq!(kinds(&sandbox, args), all, "{args:?}");
    }
    // A run that sees a part says what it sees, and leaves the rest.
    assert_eq!(
        kinds(&sandbox, &["index", "news/sub"]),
        r#"{".doc":1,".png":1}"#
    );
    assert_eq!(kinds(&sandbox, &["status"]), all);
    assert_eq!(
        kinds(&sandbox, &["index", "news", "--include", "*.txt"]),
        "{}"
    );
    assert_eq!(kinds(&sandbox, &["status"]), all);
    for name in ["news/sub/c.png", "news/sub/d.doc", "news/README"] {
        fs::remove_file(sandbox.path(name)).unwrap();
    }
    archive(&sandbox, "news/more.tar", &["x.txt", "y.png", "v.png"]);
    let fewer = r#"{".css":1,".exe":1,".mov":1,".png":4,"other":1}"#;
    assert_eq!(kinds(&sandbox, &["index"]), fewer);
    assert_eq!(kinds(&sandbox, &["status"]), fewer);
    // A folder that is gone takes its numbers with it, but not one that cannot be seen.
    fs::rename(sandbox.path("news"), sandbox.path("off")).unwrap();
    assert_eq!(kinds(&sandbox, &["index"]), "{}");
    assert_eq!(kinds(&sandbox, &["status"]), fewer);
    assert_eq!(kinds(&sandbox, &["index", "--rebuild"]), "{}");
    assert_eq!(kinds(&sandbox, &["status"]), fewer);
    sandbox.stdout(&["remove", "news"]);
    assert_eq!(kinds(&sandbox, &["status"]), "{}");
    assert!(sandbox.stdout(&["check"]).starts_with("sound"));
}

#[test]
fn named_by_itself_one_is_an_error() {
    let sandbox = sandbox();
    assert_snapshot!(sandbox.run(&["index", "news/a.png"]), @"
    exit 2
    --- stdout
    --- stderr
    error: cannot index news/a.png: not a kind of file that fihris reads, which fihris formats lists
    ");
    assert_snapshot!(sandbox.run(&["search", "خبر", "news/a.png"]), @"
    exit 2
    --- stdout
    --- stderr
    error: cannot index news/a.png: not a kind of file that fihris reads, which fihris formats lists
    ");
    assert_snapshot!(sandbox.run(&["--lang", "ar", "index", "news/a.png", "news/e.exe"]), @"
    exit 2
    --- stdout
    --- stderr
    خطأ: لا يُفهرس هذا (ليس من الأنواع المقروءة التي يسردها fihris formats):
      news/a.png
    ");
    assert!(!sandbox.path(".fihris/g1").exists());
    // Among others, as a shell names them, the rest is done.
    assert_snapshot!(sandbox.run(&["index", "news/1.txt", "news/a.png"]), @"
    exit 0
    --- stdout
    --- stderr
    skipped: news/a.png: not a kind of file that fihris reads, which fihris formats lists
    index made in ROOT/.fihris
    files: 1 added, 1 skipped; 1 article in the index; TIME
    ");
    assert_snapshot!(sandbox.run(&["index", "news/1.txt", "news/a.png", "--strict"]), @"
    exit 2
    --- stdout
    --- stderr
    skipped: news/a.png: not a kind of file that fihris reads, which fihris formats lists
    files: 1 unchanged, 1 skipped; 1 article in the index; TIME
    ");
}

#[test]
fn an_index_among_the_files_is_no_corpus() {
    let sandbox = Sandbox::new();
    sandbox.write("news/1.txt", "خبر عن بغداد");
    sandbox.stdout(&["index", "news"]);
    sandbox.stdout(&["--index", "news/old", "index", "news/1.txt"]);
    sandbox.write("news/old/learned.tsv", "بغداد\tبغدات\n");
    fs::copy(
        sandbox.path("news/old/learned.tsv"),
        sandbox.path("news/old/variants.tsv"),
    )
    .unwrap();
    assert_snapshot!(sandbox.run(&["index", "-v", "--strict"]), @"
    exit 0
    --- stdout
    not read: news/old: an index of fihris, and no corpus
    --- stderr
    files: 1 unchanged; 1 article in the index; TIME
    ");
    assert_snapshot!(sandbox.run(&["index", "news/old"]), @"
    exit 2
    --- stdout
    --- stderr
    error: cannot index news/old: an index of fihris, and no corpus
    ");
    assert_snapshot!(sandbox.run(&["index", "news/1.txt", "news/old"]), @"
    exit 0
    --- stdout
    --- stderr
    skipped: news/old: an index of fihris, and no corpus
    files: 1 unchanged, 1 skipped; 1 article in the index; TIME
    ");
}

#[cfg(unix)]
#[test]
fn an_index_behind_a_link_is_no_corpus() {
    let sandbox = Sandbox::new();
    sandbox.write("news/1.txt", "خبر عن بغداد");
    fs::create_dir(sandbox.path("elsewhere")).unwrap();
    std::os::unix::fs::symlink(sandbox.path("elsewhere"), sandbox.path("news/link")).unwrap();
    let index = [
        "--index",
        "news/link/index",
        "index",
        "news",
        "--follow",
        "-v",
        "--strict",
    ];
    sandbox.run(&index);
    sandbox.write("elsewhere/index/learned.tsv", "بغداد\tبغدات\n");
    assert_snapshot!(sandbox.run(&index), @"
    exit 0
    --- stdout
    not read: news/link/index: an index of fihris, and no corpus
    --- stderr
    files: 1 unchanged; 1 article in the index; TIME
    ");
}
