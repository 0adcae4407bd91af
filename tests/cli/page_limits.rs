//! What is no page of HTML, and how large one becomes.

use serde_json::json;

use super::report::papers;
use super::sandbox::Sandbox;

#[test]
fn what_is_no_page_is_refused() {
    let sandbox = papers();
    for option in ["--count", "--files", "--queries=q.txt"] {
        let args = ["search", "قطار", option, "--format", "html"];
        let args = if option.starts_with("--q") {
            [args[0], ".", args[2], args[3], args[4]]
        } else {
            args
        };
        let shown = sandbox.run(&args);
        assert!(
            shown.starts_with("exit 2\n--- stdout\n--- stderr\nerror: --format html"),
            "{shown}"
        );
    }
}

#[test]
fn a_thousand_hits_weigh_less_than_3_megabytes() {
    let sandbox = Sandbox::new();
    let words = "وصل القطار السريع إلى محطة المدينة القديمة صباح اليوم متجها نحو الساحل الشمالي ";
    let articles = (0..1000).map(|i| {
        let title = format!("قطار المدينة رقم{i} يصل إلى المحطة");
        json!({ "id": i.to_string(), "title": title, "text": format!("{words} رقم{i} ").repeat(6) })
            .to_string()
    });
    sandbox.write("papers.jsonl", articles.collect::<Vec<_>>().join("\n"));
    sandbox.stdout(&["index", "."]);
    let args = [
        "search",
        "القطار محطة المدينة",
        "--limit",
        "1000",
        "--no-group",
        "--format",
        "html",
    ];
    let html = sandbox.stdout(&args);
    assert_eq!(html.matches("<article>").count(), 1000);
    assert!(html.len() <= 3_000_000, "{} bytes", html.len());
}
