//! Spellings that the corpus itself tells.

use std::fs;

use insta::assert_snapshot;

use super::sandbox::Sandbox;

/// Articles on one invented firm in two spellings, and on two native words that look as much alike.
fn sandbox_of_two_spellings() -> Sandbox {
    let sandbox = Sandbox::new();
    for i in 0..8 {
        let name = if i % 2 == 0 {
            "غرودولا"
        } else {
            "جرودولا"
        };
        let text =
            format!("شركة {name} للطيران تعلن أرباحا قياسية\n\nأعلنت شركة {name} للطيران نتائجها.");
        sandbox.write(&format!("news/firm{i}.txt"), text);
        let (side, near) = if i % 2 == 0 {
            ("غرب المدينة القديمة", "تقع")
        } else {
            ("قرب موعد الامتحان", "يجتهد الطلاب")
        };
        sandbox.write(
            &format!("news/word{i}.txt"),
            format!("{near} {side}\n\n{near} {side}."),
        );
    }
    sandbox
}

#[test]
fn learning_finds_spellings_that_no_list_holds() {
    let sandbox = sandbox_of_two_spellings();
    sandbox.stdout(&["index", "news"]);
    let search = ["search", "غرودولا", "--count"];
    assert_eq!(sandbox.stdout(&search), "4\n");
    let learn = sandbox.output(&["learn"]);
    assert_eq!(learn.status.code(), Some(0));
    assert_snapshot!(fs::read_to_string(sandbox.path(".fihris/learned.tsv")).unwrap(), @"
    # Spellings that fihris found in this corpus, a group a line, the least sure first.
    # A minus before a group rejects it: it is not used, and not found again. All other changes are lost
    # when fihris learns again; groups of your own belong into variants.tsv beside this file.
    # agreement of their company from 1.0
    جرودولا	غرودولا
    ");
    assert_eq!(sandbox.stdout(&search), "8\n");
    assert_eq!(
        sandbox.stdout(&["search", "غرودولا", "--count", "--no-variants"]),
        "4\n"
    );
    let reasons = sandbox.stdout(&["search", "جرودولا"]);
    assert!(reasons.contains("learned: غرودولا = جرودولا"), "{reasons}");
}

#[test]
fn a_rejected_group_is_not_used_and_not_found_again() {
    let sandbox = sandbox_of_two_spellings();
    sandbox.stdout(&["index", "news"]);
    sandbox.stdout(&["learn"]);
    let list = fs::read_to_string(sandbox.path(".fihris/learned.tsv")).unwrap();
    sandbox.write(
        ".fihris/learned.tsv",
        list.replace("\nغ", "\n-غ").replace("\nج", "\n-ج"),
    );
    let search = ["search", "غرودولا", "--count"];
    assert_eq!(sandbox.stdout(&search), "4\n");
    sandbox.stdout(&["learn"]);
    assert_eq!(sandbox.stdout(&search), "4\n");
}
