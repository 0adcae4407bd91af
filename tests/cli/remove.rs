//! What is taken out of the index, and stays out.

use std::fs;

use insta::assert_snapshot;

use super::pack;
use super::sandbox::Sandbox;

/// Two folders, a file by itself, an archive and two streams, with an article each, three in the archive.
fn sandbox() -> Sandbox {
    let sandbox = Sandbox::new();
    sandbox.write("a/1.txt", "خبر عن بغداد");
    sandbox.write("a/sub/2.txt", "خبر عن بيروت");
    sandbox.write("b/3.txt", "خبر عن دمشق");
    sandbox.write("4.txt", "خبر عن عمان");
    let text = "خبر عن القاهرة".as_bytes();
    let files = ["x.txt", "y.txt", "d/z.txt"].map(|name| (name, text));
    sandbox.write("a/news.tar", pack::tar(&files));
    sandbox.stdout(&["index", "a", "b", "4.txt"]);
    for name in [&["-"][..], &["-", "--name", "wire"]] {
        let args = [&["index"], name].concat();
        let text = "{\"id\":1,\"text\":\"خبر عن الرباط\"}";
        let output = sandbox.output_with(&args, |command| command.write_stdin(text));
        assert!(output.status.success());
    }
    sandbox
}

fn count(sandbox: &Sandbox) -> String {
    sandbox
        .stdout(&["search", "خبر", "--count"])
        .trim()
        .to_string()
}

fn roots(sandbox: &Sandbox) -> String {
    let status = sandbox.stdout(&["status"]);
    let lines = status.lines().filter_map(|line| line.split_once(": "));
    let names = lines.filter(|(label, _)| ["root", "stream"].contains(label));
    let names = names.map(|(_, name)| name.trim().split(':').next().unwrap());
    names.collect::<Vec<_>>().join(" ")
}

#[test]
fn what_is_removed_is_said_and_stays_away() {
    let sandbox = sandbox();
    assert_eq!(
        (&*count(&sandbox), &*roots(&sandbox)),
        ("9", "4.txt a b - -")
    );
    let all = ["remove", "a", "4.txt", "-:wire", "-", "--dry-run"];
    assert_snapshot!(sandbox.run(&all), @"
    exit 0
    --- stdout
    would be removed: root a: 5 articles of 3 files
    would be removed: root 4.txt: 1 article of 1 file
    would be removed: stream -: 1 article
    would be removed: stream -:wire: 1 article
    --- stderr
    9 articles in the index
    ");
    assert_eq!(
        (&*count(&sandbox), &*roots(&sandbox)),
        ("9", "4.txt a b - -")
    );
    assert_snapshot!(sandbox.run(&all[..5]), @"
    exit 0
    --- stdout
    removed: root a: 5 articles of 3 files
    removed: root 4.txt: 1 article of 1 file
    removed: stream -: 1 article
    removed: stream -:wire: 1 article
    --- stderr
    1 article in the index
    ");
    assert_eq!((&*count(&sandbox), &*roots(&sandbox)), ("1", "b"));
    assert_snapshot!(sandbox.run(&["check"]), @"
    exit 0
    --- stdout
    sound:    1 articles, 1 files
    --- stderr
    ");
    sandbox.stdout(&["index"]);
    sandbox.stdout(&["index", "--rebuild"]);
    assert_eq!((&*count(&sandbox), &*roots(&sandbox)), ("1", "b"));
    assert_snapshot!(sandbox.run(&["remove", "b"]), @"
    exit 0
    --- stdout
    removed: root b: 1 article of 1 file
    --- stderr
    0 articles in the index
    ");
    assert_snapshot!(sandbox.run(&["index"]), @"
    exit 2
    --- stdout
    --- stderr
    error: the index in ROOT/.fihris does not say what it was made from
    hint: name the files and folders: fihris index --rebuild PATH
    ");
    sandbox.stdout(&["index", "a"]);
    assert_eq!((&*count(&sandbox), &*roots(&sandbox)), ("5", "a"));
}

#[test]
fn a_root_that_is_gone_does_not_stay_for_ever() {
    let sandbox = sandbox();
    fs::rename(sandbox.path("b"), sandbox.path("elsewhere")).unwrap();
    sandbox.stdout(&["index"]);
    assert_eq!(
        (&*count(&sandbox), &*roots(&sandbox)),
        ("9", "4.txt a b - -")
    );
    assert_snapshot!(sandbox.run(&["remove", "./b/"]), @"
    exit 0
    --- stdout
    removed: root b: 1 article of 1 file
    --- stderr
    8 articles in the index
    ");
    assert_eq!((&*count(&sandbox), &*roots(&sandbox)), ("8", "4.txt a - -"));
}

#[test]
fn what_lies_in_a_root_comes_again() {
    let sandbox = sandbox();
    assert_snapshot!(sandbox.run(&["remove", "a/sub"]), @"
    exit 0
    --- stdout
    removed: a/sub: 1 article of 1 file
    --- stderr
    note: a/sub lies in a, and the next run of index reads it again unless --exclude leaves it out
    8 articles in the index
    ");
    assert_eq!(count(&sandbox), "8");
    sandbox.stdout(&["index", "--exclude", "sub"]);
    assert_eq!(count(&sandbox), "8");
    sandbox.stdout(&["index"]);
    assert_eq!(count(&sandbox), "9");
    // What is not there any more does not.
    fs::remove_file(sandbox.path("a/1.txt")).unwrap();
    assert_snapshot!(sandbox.run(&["remove", "a/1.txt"]), @"
    exit 0
    --- stdout
    removed: a/1.txt: 1 article of 1 file
    --- stderr
    8 articles in the index
    ");
    sandbox.stdout(&["remove", "a/news.tar"]);
    assert_eq!(count(&sandbox), "5");
    assert_eq!(roots(&sandbox), "4.txt a b - -");
    // From another folder, and what is above all roots.
    let mut command = sandbox.command(&["remove", ".."]);
    command.current_dir(sandbox.path("a"));
    assert_snapshot!(sandbox.show(&command.output().unwrap()), @"
    exit 0
    --- stdout
    removed: root ROOT: 3 articles of 3 files
    --- stderr
    2 articles in the index
    ");
    assert_eq!((&*count(&sandbox), &*roots(&sandbox)), ("2", "- -"));
}

#[test]
fn what_is_not_in_the_index_is_told() {
    let sandbox = sandbox();
    assert_snapshot!(sandbox.run(&["remove", "c", "-:other"]), @"
    exit 1
    --- stdout
    --- stderr
    nothing in the index is of c
    nothing in the index is of -:other
    9 articles in the index
    ");
    assert_snapshot!(sandbox.run(&["remove", "c", "-:wire"]), @"
    exit 2
    --- stdout
    removed: stream -:wire: 1 article
    --- stderr
    nothing in the index is of c
    8 articles in the index
    ");
    assert_snapshot!(sandbox.run(&["remove", "-:wire", "a/news.tar/x.txt"]), @"
    exit 2
    --- stdout
    --- stderr
    error: a/news.tar/x.txt is a part of the archive a/news.tar, which is in the index as a whole
    hint: name the archive
    ");
    assert_snapshot!(sandbox.run(&["remove", "--lang", "ar", "a/news.tar/x.txt"]), @"
    exit 2
    --- stdout
    --- stderr
    خطأ: a/news.tar/x.txt جزء من الأرشيف a/news.tar، ولا يُحذف الأرشيف إلا كله
    تلميح: اذكر الأرشيف
    ");
    assert_snapshot!(sandbox.run(&["remove", "--lang", "ar", "a/sub", "-", "c"]), @"
    exit 2
    --- stdout
    حُذف: a/sub (مقالة واحدة، ملف واحد)
    حُذف: المجرى - (مقالة واحدة)
    --- stderr
    ملاحظة: a/sub من a، فيُقرأ ثانيةً عند تشغيل الأمر index ما لم يُستثنَ بالخيار --exclude
    ليس في الفهرس شيء من c
    في الفهرس 6 مقالات
    ");
    assert_snapshot!(sandbox.run(&["remove"]), @"
    exit 2
    --- stdout
    --- stderr
    error: the following required arguments were not provided:
      <NAME>...

    Usage: fihris remove <NAME>...

    For more information, try '--help'.
    ");
    assert_snapshot!(sandbox.run(&["--index", "none", "remove", "a"]), @"
    exit 2
    --- stdout
    --- stderr
    error: no index in ROOT/none
    hint: make one with: fihris index PATH
    ");
    assert!(!sandbox.path("none").exists());
}

/// An index from which was removed answers as one that never had it.
#[test]
fn an_index_after_removing_is_as_fresh() {
    let sandbox = sandbox();
    sandbox.stdout(&["remove", "a/sub", "b", "-"]);
    sandbox.stdout(&[
        "--index",
        "fresh",
        "index",
        "a",
        "4.txt",
        "--exclude",
        "sub",
    ]);
    let args = ["--index", "fresh", "index", "-", "--name", "wire"];
    let text = "{\"id\":1,\"text\":\"خبر عن الرباط\"}";
    sandbox.output_with(&args, |command| command.write_stdin(text));
    for query in ["خبر", "بيروت", "القاهرة OR دمشق", "-بغداد"] {
        let ask = [
            "search", query, "--format", "json", "--limit", "99", "--copies",
        ];
        let fresh = [&ask[..], &["--index", "fresh"]].concat();
        assert_eq!(sandbox.stdout(&ask), sandbox.stdout(&fresh), "{query}");
    }
}

#[test]
fn what_lies_in_a_folder_that_is_removed_too_comes_again_no_more() {
    let sandbox = sandbox();
    let said = sandbox.run(&["remove", "a/sub", "a"]);
    assert!(!said.contains("reads it again"), "{said}");
}
