//! What articles held that are gone is known no more.

use std::fs;

use super::sandbox::Sandbox;

/// Whatever reads dictionaries, whose words stay until segments are merged.
const COMMANDS: [&[&str]; 11] = [
    &["search", "section:رياضة"],
    &["search", "بغداد -section:رياضة", "--count"],
    &["search", "بغداد section:ثقافة", "--count"],
    &["search", "زراف*", "--count"],
    &["search", "زرافه"],
    &["search", "source:الجبل", "--count"],
    &["search", "path:gone.jsonl", "--count"],
    &["terms", "بغداد", "--format", "csv"],
    &["spellings", "زرافة"],
    &["explain", "زرافة"],
    &["learn"],
];

#[test]
fn words_fields_and_files_of_articles_that_are_gone_are_gone() {
    let sandbox = Sandbox::new();
    for number in 0..10 {
        let text = format!("خبر {number} عن بغداد\n\nوقال الوزير إن الاتفاق قريب.");
        sandbox.write(&format!("n/{number}.txt"), text);
    }
    sandbox.write(
        "n/stays.jsonl",
        "{\"id\":\"s\",\"text\":\"بغداد\",\"section\":\"ثقافة\",\"desk\":\"أ\"}\n",
    );
    sandbox.stdout(&["index", "n"]);
    // So many that what goes does not make up a whole segment, which would be dropped with its words.
    for number in 10..60 {
        sandbox.write(&format!("n/{number}.txt"), "خبر آخر عن بغداد");
    }
    let right = sandbox.path("fresh");
    sandbox.stdout(&["--index", right.to_str().unwrap(), "index", "n"]);
    // The engine merges and drops segments as time allows: it is done until the words of what is gone are still there.
    let is_left = (0..5).any(|_| {
        come_and_go(&sandbox);
        has_deleted(&sandbox)
    });
    assert!(is_left, "the words were merged away: nothing is tested");
    for args in COMMANDS {
        let of = |index: &str| sandbox.run(&[&["--index", index], args].concat());
        let (updated, fresh) = (of(".fihris"), of("fresh"));
        assert_eq!(updated.replace(".fihris", "fresh"), fresh, "{args:?}");
    }
}

/// Indexes an article, and then without it.
fn come_and_go(sandbox: &Sandbox) {
    let gone = "{\"id\":\"g\",\"text\":\"بغداد زرافة\",\"section\":\"رياضة\",\"stadium\":\"كبير\",\"source\":\"الجبل\"}\n";
    sandbox.write("n/gone.jsonl", gone);
    sandbox.stdout(&["index"]);
    let section = ["search", "stadium:كبير", "--count"];
    assert_eq!(sandbox.stdout(&section), "1\n");
    fs::remove_file(sandbox.path("n/gone.jsonl")).unwrap();
    sandbox.stdout(&["index"]);
    assert!(
        sandbox.run(&section).contains("exit 2"),
        "{}",
        sandbox.run(&section)
    );
}

/// Whether a segment holds articles that are gone.
fn has_deleted(sandbox: &Sandbox) -> bool {
    let mut files = fs::read_dir(sandbox.path(".fihris/g1")).unwrap();
    files.any(|file| {
        let path = file.unwrap().path();
        path.extension().is_some_and(|kind| kind == "del")
    })
}
